"""Papers about invented children, full enough to judge how they look. The CPR number has a month that does not exist."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tvaerfaglig.domain.concern import Position
from tvaerfaglig.printouts.papers.course import Course, CourseEvent, PositionPoint
from tvaerfaglig.printouts.papers.konsultation import KonsultationPaper, ViewOfProfession
from tvaerfaglig.printouts.papers.parts import (
    AgreementRow,
    ChildFacts,
    Deed,
    Fact,
    Imprint,
    ObservationRow,
    ParentsView,
    Present,
    Quotation,
    Signer,
    StripFact,
    Voice,
)
from tvaerfaglig.printouts.papers.recovery import RecoveryPaper
from tvaerfaglig.printouts.papers.statusudtalelse import StatusPaper, Told
from tvaerfaglig.printouts.papers.summary import ChronologyRow, SagsresumePaper, SentRow, WaitingRow
from tvaerfaglig.printouts.papers.underretning import (
    Assessment,
    Evidence,
    EvidenceRow,
    InformedRow,
    ParentFacts,
    Phoned,
    UnderretningPaper,
    Writer,
)

IMPRINT = Imprint(
    house="Børnehuset Mælkebøtten",
    address="Fjordby Kommune · Engvej 4, 9999 Fjordby · tlf. 12 34 56 78 · maelkeboetten@fjordby.example",
    printed="12. november 2026 kl. 14.32 af Gitte Wulff, pædagog",
    kontrolnr="7f3a91c204de",
    purpose="At kommunen kan vurdere, om Silas har brug for særlig støtte.",
)
SILAS = ChildFacts(
    name="Silas Yıldız Brandt",
    first_name="Silas",
    born="3. februar 2022",
    age="4 år 9 mdr.",
    cpr="031322-xxxx",
    language="dansk og tyrkisk",
    address="Strandstien 9, 2. th.\n9999 Fjordby",
    stue="Solsikken, siden august 2024",
)
VIGGA = ChildFacts(
    name="Vigga Thorning",
    first_name="Vigga",
    born="3. maj 2021",
    age="5 år 6 mdr.",
    cpr="031321-xxxx",
    address="Møllebakken 7\n9999 Fjordby",
    more=(Fact("Er nu", "i børnehuset"),),
)
PARENTS = (
    ParentFacts(
        role="Mor",
        name="Elif Yıldız",
        address="som Silas",
        phone="12 34 56 79",
        language="tyrkisk; tolk ønskes",
    ),
    ParentFacts(
        role="Far",
        name="Rasmus Brandt",
        address="Havnegade 31\n9999 Fjordby",
        phone="12 34 56 80",
        language="dansk",
    ),
)
SEEN = (
    ObservationRow(
        number=1,
        date="man. 7. sept. 2026",
        time="kl. 9.40",
        place="Garderoben, aflevering",
        witness="Gitte Wulff",
        how="set",
        what="Silas kommer kl. 9.40; aftalt mødetid er kl. 8.30. Han har nattrøje på under jakken. Han spiser fire halve boller, før han går ind på stuen.",
        words="Der var kun ketchup.",
        asked="Hvad har du spist i dag?",
    ),
    ObservationRow(
        number=2,
        date="tirs. 22. sept. 2026",
        time="kl. 10.15–11.30",
        place="Puderummet",
        witness="Gitte Wulff, Jonas Bak",
        how="set",
        what="Silas lægger sig bag puderne under samling og sover i 75 minutter. Da Jonas vækker ham, græder han i fem minutter og holder fast i Jonas’ ærme.",
    ),
    ObservationRow(
        number=3,
        date="tors. 1. okt. 2026",
        time="kl. 8.55",
        place="Dukkekrogen",
        witness="Gitte Wulff",
        how="hørt",
        what="Silas lægger en dukke i seng og sætter en stol for døren.",
        words="Så kan hun ikke gå. Jeg sover på stolen. Mor græder i telefonen, og så vågner Mina.",
        asked="Hvorfor står stolen der?",
    ),
    ObservationRow(
        number=4,
        date="ons. 14. okt. 2026",
        time="kl. 15.50",
        place="Garderoben, hentning",
        witness="Jonas Bak",
        how="set og hørt",
        what="Mor sætter sig på bænken uden at tale i ti minutter. Silas finder selv tøj og taske og siger »vi skal gå nu« tre gange. Mor siger til Jonas, at hun »ikke har sovet siden søndag«.",
    ),
    ObservationRow(
        number=5,
        date="tors. 22. okt. 2026",
        time="kl. 11.10–11.35",
        place="Legepladsen",
        witness="Jonas Bak",
        how="set",
        what="Silas står ved lågen i 25 minutter. To børn spørger hver sin gang, om han vil være med på cyklerne; han ryster på hovedet.",
    ),
    ObservationRow(
        number=6,
        date="man. 2. nov. 2026",
        time="kl. 7.45",
        place="Garderoben, aflevering",
        witness="Gitte Wulff",
        how="set",
        what="Far afleverer efter sin weekend. Silas fortæller om en krabbe, griner og går selv hen til cyklerne.",
        resource=True,
    ),
    ObservationRow(
        number=7,
        date="tors. 5. nov. 2026",
        time="kl. 14.30",
        place="Køkkenet",
        witness="Gitte Wulff",
        how="set og hørt",
        what="Silas putter to boller i sin lomme.",
        words="Den ene er til Mina. Den anden er, hvis der ikke er noget.",
        asked="Skal de med hjem?",
    ),
)
EVIDENCE = Evidence(
    rows=tuple(
        EvidenceRow(
            number=row.number,
            happened=f"{row.date}\n{row.time}",
            written=f"{row.date.split('. ', 1)[1]}\nkl. 15.0{row.number}",
            by=row.witness.split(",", maxsplit=1)[0],
            corrected="23. sept. 2026: »70« rettet til »75 minutter«. Grund: uret læst igen."
            if row.number == 2
            else "",
        )
        for row in SEEN
    ),
    found="Registreringerne er skrevet i dagtilbuddets eget system. Hver registrering har en kontrolsum, der bygger på den forrige; rækken var ubrudt ved udskriften.",
    left_out="To registreringer i perioden er ikke brugt: en sprogleg den 14. september og en fødselsdag den 25. september. Ingen af dem viser bekymring.",
)


def underretning() -> UnderretningPaper:
    """The full letter: everything that can stand in it stands in it."""
    return UnderretningPaper(
        imprint=IMPRINT,
        child=SILAS,
        law="efter den paragraf, som lovfilen nævner – behov for særlig støtte",
        receiver="Fjordby Kommune",
        receiver_unit="Familieafdelingen, modtagelsen for underretninger",
        date="12. november 2026",
        strip=(
            StripFact("Hastegrad", "Hurtigt", "ikke akut fare i dag"),
            StripFact("Vold eller overgreb", "Ingen mistanke", "spurgt og besvaret 12. nov."),
            StripFact("Forældrene orienteret", "Ja, begge", "9. nov. 2026, ved samtale"),
            StripFact("Tolk", "Ja, tyrkisk", "til mor; far taler dansk"),
        ),
        summary="Silas på 4 år er siden september kommet træt og sulten 14 dage og leger ikke længere med de andre børn. Han fortæller, at han sover på en stol foran døren, så mor ikke går [3]. Vi skriver nu, fordi han den 5. november gemte mad til sin søster og sig selv [7].",
        parents=PARENTS,
        household=(
            Fact("Forældremyndighed", "fælles; bor hos mor, hos far i lige weekender"),
            Fact("Søskende", "én søster, 8 måneder, bor hos mor"),
        ),
        informed=(
            InformedRow(
                who="Elif Yıldız",
                when="9. nov. 2026 kl. 15, ved samtale",
                by="Gitte Wulff",
                reaction="Jeg er bange for, at I tager ham. Men jeg kan ikke mere alene.",
            ),
            InformedRow(
                who="Rasmus Brandt",
                when="9. nov. 2026 kl. 15, ved samtale",
                by="Gitte Wulff",
                reaction="Jeg synes, I overdriver.",
            ),
            InformedRow(who="Silas", when="11. nov. 2026", by="Gitte Wulff", reaction="Okay."),
        ),
        writers=(
            Writer(
                name="Gitte Wulff",
                title="pædagog",
                place="Børnehuset Mælkebøtten, stuen Solsikken",
                knows="siden august 2024, som kontaktpædagog, ca. 30 timer om ugen",
            ),
        ),
        under_way=(
            Fact("Indsatser", "Sundhedsplejerske Hanne Toft, besøg 15. oktober 2026."),
            Fact("Underretninger", "Ingen fra os. Andre er os ikke bekendt."),
        ),
        observations_note="Hver række er én hændelse, skrevet samme dag. Tallene i [ ] viser hertil, bilag 1 hvem der skrev.",
        observations=SEEN,
        own_words=(
            Quotation(
                "Så kan hun ikke gå. Jeg sover på stolen.",
                "Til Gitte Wulff den 1. oktober 2026 [3]. Hun havde spurgt: »Hvorfor står stolen der?«",
            ),
        ),
        own_words_text="»Den ene er til Mina. Den anden er, hvis der ikke er noget.« Til Gitte Wulff den 5. november [7].\nHan har selv bedt om, at Gitte siger det videre.",
        over_time="Før sommeren var Silas en af de første på cyklerne, spiste som de andre børn og sov ikke om dagen [2, 5].\nSiden uge 37 er han kommet efter kl. 9 på 14 af 31 hverdage [1]. Det sker hyppigst mandag efter en weekend hos mor.",
        resources="- Silas sætter ord på, hvad han oplever, og søger Gitte og Jonas, når han er ked af det [2, 3].\n- Efter weekenderne hos far er han glad og udhvilet [6].\n- Mor kommer til alle aftalte møder og siger selv, at hun gerne vil have hjælp.",
        parents_view=ParentsView(
            asked="Samtale den 9. november 2026 kl. 15 med begge forældre, tyrkisk tolk, Gitte Wulff og Bente Kjær.",
            voices=(
                Voice(
                    "Mor", "Jeg sover ikke om natten, og jeg skammer mig. Jeg vil gerne have hjælp."
                ),
                Voice("Far", "Jeg synes, I overdriver. Han er glad hos mig."),
            ),
            text="Forældrene er uenige om, hvor alvorligt det er. De har fået teksten læst op og har ingen rettelser til observationerne.",
        ),
        deeds=(
            Deed(
                "14. sept. 2026",
                "Morgenmad på stuen hver dag.",
                "Silas spiser; han er roligere fra kl. 10.",
            ),
            Deed(
                "8. okt. 2026",
                "Samtale med mor. Tilbud om sundhedsplejerske.",
                "Mor sagde ja; besøg 15. oktober.",
            ),
            Deed(
                "27. okt. 2026",
                "Konsultation med socialrådgiver, med samtykke.",
                "Familiegruppe tilbudt. Endnu ikke begyndt.",
            ),
        ),
        assessment=Assessment(
            judged="at Silas har brug for særlig støtte, fordi han i ni uger har været træt, sulten og på vagt for sin mor og søster [1, 2, 3, 7], og fordi vores egen indsats ikke har ændret det [5].\nVi er i tvivl om, hvordan mor har det. Vi bygger på det, hun og Silas selv siger [3, 4].",
            unchanged="ser vi en risiko for, at Silas mister flere dage og venskaber og fortsat tager et ansvar, der hører voksne til.",
            unknown="hvordan nætterne er i uger uden fars weekend, og om lillesøster trives.",
        ),
        signers=(
            Signer("Gitte Wulff", "Pædagog, underretter"),
            Signer("Bente Kjær", "Leder, er gjort bekendt med teksten"),
        ),
        attachments=("Fremmødeliste 28. september–6. november 2026 (sendes for sig).",),
        evidence=EVIDENCE,
    )


def draft() -> UnderretningPaper:
    full = underretning()
    return replace(full, imprint=replace(full.imprint, draft="Udkast nr. 4 – ikke afsendt"))


def frozen() -> UnderretningPaper:
    full = underretning()
    finished = "12. november 2026 kl. 15.02 af Gitte Wulff, pædagog"
    return replace(full, imprint=replace(full.imprint, finished=finished))


def overgreb() -> UnderretningPaper:
    """The guarded letter, with parents' fields filled in that must not reach the paper."""
    return UnderretningPaper(
        imprint=replace(IMPRINT, purpose="At kommunen straks kan vurdere Viggas sikkerhed."),
        child=VIGGA,
        law="efter den paragraf, som lovfilen nævner – mistanke om overgreb",
        receiver="Fjordby Kommune",
        receiver_unit="Familieafdelingen, modtagelsen for underretninger",
        date="12. november 2026",
        guarded=True,
        strip=(
            StripFact("Hastegrad", "Akut", "ringet først, se nedenfor"),
            StripFact("Vold eller overgreb", "Mistanke", "mod en nær relation"),
            StripFact("Forældrene orienteret", "Nej", "og skal ikke orienteres af os"),
            StripFact("Tolk", "Nej", "dansk i hjemmet"),
        ),
        phoned=Phoned(
            when="12. november 2026 kl. 12.41, 9 minutter",
            to="Familieafdelingens vagt, tlf. 12 34 00 00, Lone Krag",
            agreed="Vigga bliver i børnehuset hos Jonas, til vagten er her. Vi spørger hende ikke ud. Hentning før kl. 15: ring til vagten.",
        ),
        summary="Vigga på 5 år viste i dag to mærker på ryggen og sagde, at en voksen i hjemmet slog hende med et bælte [1, 2]. Hun vil ikke hjem. Det er første gang, vi hører det.",
        parents=(
            ParentFacts(
                role="Mor",
                name="Signe Thorning",
                address="Hemmelig Allé 1",
                phone="99 88 77 66",
                more=(Fact("Arbejde", "tlf. 99 88 77 65"),),
            ),
        ),
        informed=(
            InformedRow(
                who="Signe Thorning",
                why_not="Mistanken gælder en voksen i hjemmet.",
                reaction="Ord, der ikke må stå her.",
            ),
        ),
        writers=(
            Writer(
                name="Jonas Bak",
                title="pædagog",
                place="Børnehuset Mælkebøtten, stuen Solsikken",
                knows="siden marts 2024, ca. 25 timer om ugen",
            ),
        ),
        observations_note="Skrevet ordret og straks. Ingen har spurgt videre, end hvad der står her, og der er ikke taget billeder.",
        observations=(
            ObservationRow(
                number=1,
                date="tors. 12. nov. 2026",
                time="kl. 11.50",
                place="Badeværelset",
                witness="Jonas Bak",
                how="set",
                what="Da Vigga skifter bluse, ses to aflange mærker på ryggen, lige under højre skulderblad: rødblå, ca. 8 og 5 cm lange, ca. 2 cm brede. Huden er hel.",
            ),
            ObservationRow(
                number=2,
                date="tors. 12. nov. 2026",
                time="kl. 11.52",
                place="Badeværelset",
                witness="Jonas Bak",
                how="hørt",
                what="Vigga trækker blusen ned.",
                words="Det var bæltet. Det må jeg ikke sige. Jeg vil ikke hjem.",
                asked="Du siger av – hvad skete der?",
            ),
        ),
        parents_view=ParentsView(
            asked="Samtale, der ikke må stå her.",
            voices=(Voice("Mor", "Ord, der ikke må stå her."),),
            text="Vi har ikke fortalt forældrene om mistanken eller om underretningen og gør det ikke. Familieafdelingen bestemmer, hvornår og hvordan de får det at vide.",
        ),
        assessment=Assessment(
            judged="at der er grund til at antage, at Vigga har været udsat for vold i hjemmet [1, 2], og at hun ikke bør hentes af familien, før Familieafdelingen har taget stilling.",
        ),
        signers=(
            Signer("Jonas Bak", "Pædagog, underretter"),
            Signer("Bente Kjær", "Leder, er gjort bekendt med teksten"),
        ),
    )


def konsultation() -> KonsultationPaper:
    """A named note with all fifteen parts."""
    return KonsultationPaper(
        imprint=replace(
            IMPRINT,
            printed="27. oktober 2026 kl. 11.15 af Rikke Dam, socialrådgiver",
            purpose="At samle det, vi ved om Silas, og aftale, hvem der gør hvad.",
        ),
        child=SILAS,
        kind="navngivet konsultation med socialrådgiver",
        when="tirsdag den 27. oktober 2026 kl. 9.30–10.30 (60 min), Børnehuset Mælkebøtten",
        present=(
            Present("Rikke Dam", "socialrådgiver", "mødeleder"),
            Present("Gitte Wulff", "pædagog", "referent"),
            Present("Hanne Toft", "sundhedsplejerske"),
            Present("Bente Kjær", "leder"),
        ),
        basis="Samtykke fra begge forældre, 20. oktober 2026: fravær, søvn, mad og leg må drøftes med de nævnte. Gælder til 20. april 2027.",
        strip=(
            StripFact("Tovholder", "Gitte Wulff", "kontaktpædagog"),
            StripFact("Næste gang", "24. nov. 2026", "opfølgning kl. 9.30"),
            StripFact("Beslutning", "Tilbud nu", "se side 2"),
            StripFact("Forældrene", "Enige i mødet", "deltog ikke; får dette notat"),
        ),
        raised_by="Gitte",
        question="Silas er blevet stille og træt. Er det nok, at vi giver ham morgenmad og ro, eller skal der mere til?",
        why_now="Silas fortalte om stolen den 1. oktober.",
        observations=SEEN[1:5],
        known="Silas har haft to fraværsdage i oktober.",
        going_well="- Silas fortæller selv og søger hjælp hos Gitte og Jonas.\n- Efter weekender hos far er han udhvilet og går i gang med en leg.\n- Mor tog imod sundhedsplejersken den 15. oktober.",
        child_words=(
            Quotation(
                "Jeg vil gerne sove i puderummet. Der er der ikke nogen, der går.",
                "Til Gitte Wulff den 22. oktober 2026, da hun spurgte, hvad der er rart i børnehaven.",
            ),
        ),
        parents_view=ParentsView(
            asked="Spurgt af Gitte Wulff den 8. oktober (mor) og den 9. oktober (far).",
            voices=(
                Voice("Mor", "Nætterne er hårde. Det bliver bedre, når den lille sover."),
                Voice("Far", "Hos mig er der ikke noget."),
            ),
            text="De er enige om, at Silas mangler søvn, og uenige om grunden.",
        ),
        tried_text="Morgenmad på stuen siden 14. september: Silas er roligere fra kl. 10. Hvil i puderummet efter frokost siden 1. oktober: han sover 20–40 minutter og græder ikke mere, når han vækkes.",
        views=(
            ViewOfProfession(
                profession="Pædagogisk",
                name="Gitte Wulff",
                text="Træthed og uro for mor tager pladsen fra legen. Silas leger kun, når han er udhvilet.",
            ),
            ViewOfProfession(
                profession="Socialfagligt",
                name="Rikke Dam",
                text="Mor er alene om nætterne. Aflastning og netværk bør prøves samtidig, og begge forældre skal spørges.",
            ),
            ViewOfProfession(
                profession="Sundhedsfagligt",
                name="Hanne Toft",
                text="Silas’ vækst følger hans kurve. Søvnen i hjemmet er ikke undersøgt; det sker ved besøget senest den 13. november.",
            ),
        ),
        shared_understanding="Silas passer på andre, før han selv er passet på.",
        position="Bekymring. Fastsat i fællesskab den 27. oktober 2026.",
        goals="- Silas er fremme kl. 9 mindst fire dage om ugen.\n- Silas er med i en leg med andre børn mindst 20 minutter om formiddagen.",
        agreements=(
            AgreementRow(
                number=1,
                what="Samtale med begge forældre om familiegruppen, med tolk.",
                who="Gitte Wulff, Rikke Dam",
                due="9. nov. 2026",
                effect="Forældrene har sagt ja eller nej.",
            ),
            AgreementRow(
                number=2,
                what="Hjemmebesøg: lillesøsters søvn og mors hvile.",
                who="Hanne Toft",
                due="13. nov. 2026",
                effect="Mor siger, hvor mange nætter hun sover.",
            ),
            AgreementRow(
                number=3,
                what="Fast voksen ved aflevering, morgenmad fortsætter.",
                who="Jonas Bak",
                due="fra 2. nov. 2026",
                effect="Minutter fra aflevering til leg, noteret dagligt.",
            ),
        ),
        decision="Tilbud nu",
        decision_because="forældresamtale med socialrådgiver og familiegruppe. Underretning er overvejet. Ingen i mødet kender til fare i dag, og forældrene tager imod hjælp. Nye tegn på, at Silas er alene om ansvaret, ændrer det.",
        shared_with="Forældrene: kopi udleveres den 9. november 2026. Fjordby Kommunes journal: ikke sendt.",
    )


def anonymous() -> KonsultationPaper:
    """A note that must name no child."""
    return replace(
        konsultation(),
        imprint=replace(IMPRINT, purpose="At få et blik udefra på en undring."),
        child=None,
        kind="anonym konsultation",
        anonymous="et barn, 3–5 år",
        basis="Anonym. Ingen navne eller datoer, der kan genkendes.",
        raised_by="En pædagog",
        question="Et barn sover midt på dagen og spiser meget om morgenen. Hvad skal vi se efter?",
        why_now="",
        observations=(),
        known="Barnet er kommet efter kl. 9 syv gange på tre uger.",
        going_well="- Barnet søger de voksne.",
        child_words=(),
        parents_view=ParentsView(),
        tried_text="Morgenmad på stuen.",
        views=(
            ViewOfProfession(profession="Socialfagligt", name="Rikke Dam", text="Spørg hjemme."),
        ),
        shared_understanding="Vi undrer os og spørger forældrene først.",
        position="",
        goals="",
        agreements=(),
        shared_with="",
        decision_because="spørg forældrene om morgenerne inden to uger.",
    )


def theme() -> KonsultationPaper:
    return KonsultationPaper(
        imprint=replace(IMPRINT, purpose="At blive bedre til den svære samtale."),
        theme="Når forældre ikke møder op til samtaler",
        kind="generelt tema",
        when="torsdag den 5. november 2026 kl. 13–14, Børnehuset Mælkebøtten",
        present=(
            Present("Rikke Dam", "socialrådgiver", "mødeleder"),
            Present("Bente Kjær", "leder"),
        ),
        question="Hvordan inviterer vi, så det føles som hjælp?",
        shared_understanding="Vi ringer, før vi skriver, og siger, hvad mødet handler om.",
        agreements=(
            AgreementRow(
                number=1,
                what="Prøv ny indkaldelse i to måneder.",
                who="Bente Kjær",
                due="7. jan. 2027",
                effect="Antal fremmødte af antal indkaldte.",
            ),
        ),
    )


def follow_up() -> KonsultationPaper:
    """The second meeting: how the agreements went comes first."""
    return replace(
        konsultation(),
        kind="opfølgning på konsultationen den 27. oktober 2026",
        since_last=tuple(
            replace(row, outcome=outcome)
            for row, outcome in zip(
                konsultation().agreements, ("Ja fra begge", "Venter", "Holdt; 12 min."), strict=True
            )
        ),
        observations=(),
        known="",
    )


def sagsresume() -> SagsresumePaper:
    return SagsresumePaper(
        imprint=replace(
            IMPRINT,
            printed="13. november 2026 kl. 9.05 af Bente Kjær, leder",
            purpose="Lederens overblik over forløb, frister og ansvar.",
        ),
        child=SILAS,
        period="7. september–13. november 2026",
        strip=(
            StripFact("Status", "Underrettet", "12. november 2026 kl. 15.10"),
            StripFact("Kvittering ventes", "20. nov. 2026", "6 hverdage, vejledende"),
            StripFact("Åbne aftaler", "2 af 3", "én over tid"),
            StripFact("Tovholder", "Gitte Wulff", "kontaktpædagog"),
        ),
        summary="Træthed og sult siden september; Silas holder øje med mor om natten. To tiltag i huset, konsultation 27. oktober, samtale med begge forældre 9. november. Nye observationer førte til underretning.",
        waiting=(
            WaitingRow(
                what="Hjemmebesøg om lillesøsters søvn (aftale 2)",
                who="Hanne Toft",
                due="13. nov. 2026",
                status="i dag",
            ),
            WaitingRow(
                what="Svar fra forældrene om familiegruppen (aftale 1)",
                who="Gitte Wulff",
                due="9. nov. 2026",
                status="4 dage over tid",
            ),
            WaitingRow(
                what="Kvittering fra kommunen",
                who="Bente Kjær",
                due="20. nov. 2026",
                status="afventer",
            ),
        ),
        course=Course(
            points=(
                PositionPoint(date(2026, 9, 7), Position.TRIVES, 3),
                PositionPoint(date(2026, 9, 28), Position.BEKYMRING, 5),
                PositionPoint(date(2026, 10, 27), Position.BEKYMRING, 6),
                PositionPoint(date(2026, 11, 5), Position.STAERK, 8),
            ),
            events=(
                CourseEvent(date(2026, 9, 14), "morgenmad"),
                CourseEvent(date(2026, 10, 8), "samtale med mor"),
                CourseEvent(date(2026, 10, 27), "konsultation"),
                CourseEvent(date(2026, 11, 9), "begge forældre"),
                CourseEvent(date(2026, 11, 12), "underretning"),
            ),
            until=date(2026, 11, 13),
            note="Tallet efter dagen er 0–10, sat af to medarbejdere hver for sig og derefter sammen.",
        ),
        chronology=tuple(
            ChronologyRow(date=day, what=what, who=who, source=source, days=days)
            for day, what, who, source, days in (
                (
                    "7. sept. 2026",
                    "Første bekymring: sent fremme, sulten.",
                    "Gitte Wulff",
                    "obs. 1",
                    0,
                ),
                ("14. sept. 2026", "Morgenmad på stuen begynder.", "Gitte Wulff", "tiltag", 7),
                ("22. sept. 2026", "Sover 75 minutter til samling.", "Gitte Wulff", "obs. 2", 15),
                ("1. okt. 2026", "Silas fortæller om stolen.", "Gitte Wulff", "obs. 3", 24),
                (
                    "8. okt. 2026",
                    "Samtale med mor; sundhedsplejerske tilbudt.",
                    "Gitte Wulff",
                    "samtale",
                    31,
                ),
                ("20. okt. 2026", "Samtykke fra begge forældre.", "Bente Kjær", "samtykke", 43),
                (
                    "27. okt. 2026",
                    "Konsultation. Tilbud nu; underretning overvejet.",
                    "Rikke Dam",
                    "notat",
                    50,
                ),
                (
                    "5. nov. 2026",
                    "Silas gemmer mad til Mina og sig selv.",
                    "Gitte Wulff",
                    "obs. 7",
                    59,
                ),
                (
                    "12. nov. 2026",
                    "Underretning sendt med Digital Post kl. 15.10.",
                    "Gitte Wulff",
                    "dokument",
                    66,
                ),
            )
        ),
        chronology_note="Dage er talt fra den første bekymring: 31 dage til samtale med en forælder, 50 til konsultation, 66 til underretning.",
        agreements=tuple(
            replace(row, outcome=outcome)
            for row, outcome in zip(
                konsultation().agreements, ("4 dage over tid", "i dag", "gjort"), strict=True
            )
        ),
        sent=(
            SentRow(
                date="12. nov. 2026",
                what="Underretning, Digital Post kl. 15.10",
                to="Fjordby Kommune, Familieafdelingen",
                answer="Kvittering ventes 20. nov. 2026",
            ),
        ),
        left_out="To registreringer uden bekymring og én, der nævner et andet barn. Medarbejdernes egne tanker er ikke taget med.",
    )


def recovery() -> RecoveryPaper:
    return RecoveryPaper(
        imprint=replace(
            IMPRINT,
            purpose="",
            kontrolnr="",
            printed="12. november 2026 kl. 8.04 af Bente Kjær, leder",
        ),
        code="G22Y-QDC8-0K4M-7TRP-XW15-J9HV-ZE6N-B3AS-F8C2",
        date="12. november 2026",
        keeper="Bente Kjær, leder",
    )


def statusudtalelse() -> StatusPaper:
    """Asked for, answered under some headings, honest under one, left open under another."""
    return StatusPaper(
        imprint=replace(IMPRINT, purpose="En børnefaglig undersøgelse."),
        child=SILAS,
        receiver="Fjordby Kommune",
        receiver_unit="Familieafdelingen, att. Bo Krag",
        date="12. november 2026",
        asked="efter anmodning af 2. november 2026",
        due="20. november 2026",
        journal="26/1234",
        period="1. maj 2026 – 12. november 2026",
        writers=(
            Writer(
                name="Gitte Wulff",
                title="pædagog",
                place="Solsikken",
                knows="siden august 2024",
            ),
        ),
        told=(
            Told(
                heading="Sundhedsforhold",
                text="Silas kommer sulten tre af fem dage [1].",
                group="Barnets udvikling",
            ),
            Told(heading="Udvikling og adfærd", text="Ikke besvaret.", group="Barnets udvikling"),
            Told(
                heading="Bolig, beskæftigelse og økonomi",
                text="Det ved vi ikke noget om.",
                group="Familie og netværk",
            ),
        ),
        own_words="»Der var kun ketchup.« Sagt til Gitte ved bordet.",
        parents_view="Mor siger, at morgenerne er svære.",
        remarks=(Voice(who="Mor, 10. nov., mundtligt", words="Vi spiser altid."),),
        questions="Hvordan er Silas om morgenen?",
        answers="Vi vurderer, at han har brug for at spise, før han kan lege [1].",
        observations_note="2 observationer, ældste først.",
        observations=SEEN[:2],
        signers=(Signer(name="Gitte Wulff", role="pædagog"),),
    )


EVERY = {
    "statusudtalelse": statusudtalelse,
    "underretning": underretning,
    "udkast": draft,
    "afsluttet": frozen,
    "overgreb": overgreb,
    "konsultation": konsultation,
    "anonym": anonymous,
    "tema": theme,
    "opfoelgning": follow_up,
    "sagsresume": sagsresume,
    "gendannelsesark": recovery,
}
