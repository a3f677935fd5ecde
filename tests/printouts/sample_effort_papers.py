"""The papers of indsatser, filled in with invented families."""

from __future__ import annotations

from dataclasses import replace

from tests.printouts.sample_papers import IMPRINT, SILAS
from tvaerfaglig.domain.concern import Position
from tvaerfaglig.printouts.papers.efforts import (
    AttendanceDay,
    EffortSheetPaper,
    FamilyAttendancePaper,
    GoalRow,
    GroupAttendancePaper,
    HandoverPaper,
    HandoverPart,
    InvitationPaper,
    PhaseLine,
    PhasePlanPaper,
    SheetPart,
    StatusNotePaper,
    TeamListPaper,
    TeamRow,
    ThanksPaper,
    TopicCalendarPaper,
    TopicRow,
    VolunteerAgreementPaper,
    WeekLine,
    WeekPlanPaper,
)
from tvaerfaglig.printouts.papers.parts import Fact, Present, Signer, StripFact, Voice
from tvaerfaglig.printouts.papers.rounds import Stood
from tvaerfaglig.printouts.papers.visits import VisitReportPaper

GROUP = "Familiegruppen Engen, efteråret 2026"
LEADERS = (
    Present("Line Toft", "sundhedsplejerske"),
    Present("Gitte Wulff", "pædagog"),
    Present("Yusuf Demir", "pædagog"),
)
CALL = "Ring til Gitte Wulff i huset, tlf. 12 34 56 78."
GOALS = (
    GoalRow(
        text="Silas går fra leg til bad uden at græde, når han har fået besked to gange.",
        steps=(
            "Græder hver gang",
            "Græder nogle gange",
            "Går med, når vi holder i hånd",
            "Går selv",
        ),
        start="Trin 1\n2. sep.",
        status="Trin 3\n28. okt.",
        began="Græd hver gang",
        now="Går med, når vi holder i hånd",
    ),
    GoalRow(
        text="Vi siger den samme besked med de samme ord.",
        steps=("Hver sin", "Nogle gange den samme", "Næsten altid den samme"),
        start="Trin 1\n2. sep.",
        status="Trin 2\n28. okt.",
        began="Hver sin",
        now="Nogle gange den samme",
    ),
)
PHASES = (
    PhaseLine("fra 7. september", "Gravid og i praktik", "Mette Sørensen, pædagog", now=True),
    PhaseLine("omkring 22. december", "Fødslen og de første uger", "Line Toft, sundhedsplejerske"),
    PhaseLine("omkring 19. januar 2027", "Besøg derhjemme", "Line Toft, sundhedsplejerske"),
    PhaseLine("omkring 22. marts 2027", "Fælles start", "Mette Sørensen, pædagog"),
    PhaseLine("omkring 22. juni 2027", "Barnet begynder selv", "Mette Sørensen, pædagog"),
    PhaseLine("omkring 22. september 2027", "Til barnet er to år", "Mette Sørensen, pædagog"),
)
WEEK = (
    WeekLine("Mandag", "9.00–12.00", "Leg på gulvet med de mindste"),
    WeekLine("Tirsdag", "", ""),
    WeekLine("Onsdag", "9.00–12.00", "Frokost og bleer"),
    WeekLine("Torsdag", "12.00–14.00", "Jordemoder kl. 12.30"),
    WeekLine("Fredag", "", ""),
)


def invitation() -> InvitationPaper:
    return InvitationPaper(
        imprint=IMPRINT,
        title="Familiegruppe",
        greeting="Kære forældre",
        line=(
            "Vil I være med i en lille gruppe af familier? Vi leger, spiser og taler sammen, og der er tid til det, "
            "I gerne vil have mere af derhjemme.\nDe andre familier er her, fordi hverdagen med små børn kan være "
            "svær for alle, og fordi det hjælper at være flere om den."
        ),
        times=("Onsdage kl. 15.30–18.00, 14 gange.",),
        days=("2. sep.", "9. sep.", "16. sep.", "23. sep.", "30. sep.", "7. okt.", "21. okt."),
        place="Familierummet i Børnehuset Mælkebøtten",
        who=LEADERS,
        coming="I kommer alle sammen: forældre, søskende og en bedstemor, hvis I har lyst.",
        written=("Hvem der var med.", "Det, I gerne vil nå. I skriver det sammen med os."),
        seen_by=("I selv, når I vil.", "Personalet omkring jeres barn og dem, der holder gruppen."),
        choice="Det er frivilligt. I kan sige nej, og I kan holde op igen.",
        contact=(CALL, "Eller sig det til en voksen på stuen."),
    )


def arbejdspapir() -> EffortSheetPaper:
    return EffortSheetPaper(
        imprint=replace(IMPRINT, purpose="At familien og huset ved, hvad vi øver."),
        title="Arbejdspapir",
        child=SILAS,
        effort=GROUP,
        head=(Fact("Gruppen", "onsdage kl. 15.30–18.00"), Fact("Dag", "26. august 2026")),
        family=(Present("Silas", ""), Present("Selin Yıldız", "mor"), Present("Emir", "bror")),
        led_by=LEADERS,
        strip=(
            StripFact("Begyndt", "2. sep. 2026"),
            StripFact("Næste status", "28. okt. 2026"),
            StripFact("Samtykke", "Givet", "af Selin Yıldız"),
        ),
        parts=(
            SheetPart(
                heading="Baggrund", text="Silas græder 10–20 minutter ved skift til samling."
            ),
            SheetPart(heading="Fokuspunkt", text="Rolige skift fra leg til bad og seng."),
            SheetPart(heading="Mål", goals=GOALS),
            SheetPart(
                heading="Det gør vi i huset", lines=("Viser billedet to gange før skiftet.",)
            ),
            SheetPart(heading="Det gør vi derhjemme", lines=("Bad, bog, sang hver aften.",)),
            SheetPart(heading="Forældrenes egne ord", voices=(Voice("", "Aftener uden råb."),)),
        ),
        signers=(Signer("Selin Yıldız", "Mor"), Signer("Line Toft", "sundhedsplejerske")),
    )


def house_sheet() -> EffortSheetPaper:
    return EffortSheetPaper(
        imprint=IMPRINT,
        title="Besøgsnotat",
        effort="Konsulentbesøg 2026",
        head=(Fact("Dag", "8. september 2026"),),
        parts=(
            SheetPart(heading="Emne", text="Middagsluren"),
            SheetPart(heading="Råd og aftaler", lines=("Mørkt rum.", "Samme voksen hver dag.")),
        ),
    )


def guarded_sheet() -> EffortSheetPaper:
    return replace(
        arbejdspapir(), guarded=True, parts=arbejdspapir().parts[:4], family=(), signers=()
    )


def status() -> StatusNotePaper:
    return StatusNotePaper(
        imprint=IMPRINT,
        title="Sådan går det",
        child=SILAS,
        effort=GROUP,
        to="Selin Yıldız og Murat Yıldız",
        day="28. oktober 2026",
        came="7 af 8 gange.",
        parts=(
            SheetPart(heading="Målene nu", goals=GOALS),
            SheetPart(heading="Det lykkes", text="Silas henter selv sin jakke."),
            SheetPart(heading="Jeres egne ord", voices=(Voice("", "Det er blevet lettere."),)),
            SheetPart(heading="Det gør vi til næste status", lines=("Bad før mad.",)),
        ),
        next_time="23. december 2026",
        contact=CALL,
    )


def phase_plan() -> PhasePlanPaper:
    return PhasePlanPaper(
        imprint=IMPRINT,
        child=replace(
            SILAS, name="Det lille barn", first_name="Det", unborn=True, born="22. december 2026"
        ),
        effort="Praktik hos Mælkebøtten",
        to="Ida Skovgaard",
        voices=(Voice("", "Jeg vil gerne vide, hvordan man trøster, og gøre skolen færdig."),),
        goals=GOALS[:1],
        phases=PHASES,
        guessed="Dagene efter fødslen regnes fra terminen. De flytter sig, når barnet er født.",
        call=("Mette på stuen, tlf. 12 34 56 78", "Line, sundhedsplejerske, tlf. 87 65 43 21"),
    )


def week_plan() -> WeekPlanPaper:
    return WeekPlanPaper(
        imprint=IMPRINT,
        effort="Praktik hos Mælkebøtten",
        to="Ida Skovgaard",
        since="7. september 2026",
        week=WEEK,
        tasks=("Du hjælper med frokosten.", "Du går med ud."),
        tasks_heading="Det gør du på stuen",
        contact=CALL,
    )


def family_attendance() -> FamilyAttendancePaper:
    days = tuple(
        AttendanceDay(
            str(nr),
            f"ons {nr + 1}. sep.",
            "Måltid uden skærm",
            ("✓", "✓", "–"),
            "" if nr % 5 else "Syg",
        )
        for nr in range(1, 15)
    )
    return FamilyAttendancePaper(
        imprint=IMPRINT,
        child=SILAS,
        effort=GROUP,
        people=("Silas", "Mor", "Far"),
        days=days,
        strip=(StripFact("Silas", "9 af 10", "gange"), StripFact("Mor", "9 af 10", "gange")),
    )


def group_attendance() -> GroupAttendancePaper:
    days = tuple(f"{nr}/{9 + nr // 16}" for nr in range(1, 17))
    rows = tuple((f"Barn {chr(64 + nr)}.", ("✓", "–") * 4 + ("",) * 8) for nr in range(1, 13))
    return GroupAttendancePaper(
        imprint=IMPRINT,
        effort=GROUP,
        period="2. sep.–16. dec.",
        led_by="Line Toft, Gitte Wulff og Yusuf Demir",
        days=days,
        rows=rows,
        note="En familie mere er med. Den kalder en kollega op.",
    )


def agreement() -> VolunteerAgreementPaper:
    return VolunteerAgreementPaper(
        imprint=IMPRINT,
        name="Birgit Holst",
        association="Naboerne",
        about="Højtlæsning på stuerne",
        first="15. juni 2026",
        contact="Gitte Wulff, pædagog, tlf. 12 34 56 78",
        strip=(
            StripFact("Børneattest", "2. jun. 2026", "set af lederen"),
            StripFact("Tavshedspligt", "2. jun. 2026", "skrevet under"),
        ),
        worth="Børnene får en, der har tid til at læse bogen to gange.",
        week=WEEK[:1],
        beginning="Den første gang er du med som gæst i en time.",
        may=("Læse højt og spille spil", "Gå med på tur"),
        may_not=("Skifte, trøste alene eller være alene med et barn", "Tælle med som personale"),
        signers=(Signer("Birgit Holst", "Frivillig"), Signer("Hanne Bjerre", "leder")),
    )


def thanks() -> ThanksPaper:
    return ThanksPaper(
        imprint=IMPRINT,
        name="Birgit",
        period="juni–november 2026",
        hours="38 timer",
        about="højtlæsning på stuerne",
        gave_us="De stille børn fandt en krog med en bog.",
        signer=Signer("Hanne Bjerre", "leder"),
    )


def topics() -> TopicCalendarPaper:
    return TopicCalendarPaper(
        imprint=IMPRINT,
        effort="Konsulentbesøg",
        period="august 2026–juni 2027",
        who=LEADERS[:1],
        rows=(
            TopicRow("tir 8. sep. 2026", "Middagsluren", "Line Toft"),
            TopicRow("tir 1. dec. 2026", "", "Line Toft"),
        ),
        wishes=("Mad og madpakker", "Hygiejne i en travl uge"),
        meeting="tirsdag den 2. marts 2027",
        contact=CALL,
    )


def team_list() -> TeamListPaper:
    return TeamListPaper(
        imprint=replace(IMPRINT, purpose="At beslutte sammen, hvem der gør hvad."),
        effort="Forebyggelsesteamet",
        day="12. november 2026",
        team=LEADERS[:1],
        rows=(
            TeamRow(
                name="Villads K.", dagplejer="Jonas Friis",
                stood=Stood("Bekymring", Position.BEKYMRING),
                decision="Sundhedsplejersken besøger sammen med Jonas.", who="Line Toft",
                again="10. dec. 2026",
            ),
            TeamRow(name="Asta P.", dagplejer="Jonas Friis", stood=Stood()),
        ),
    )  # fmt: skip


def handover_asked() -> HandoverPaper:
    return replace(
        handover(),
        asking=True,
        basis="",
        signers=(Signer("Selin Yıldız", "Mor"), Signer("Murat Yıldız", "Far")),
    )


def handover() -> HandoverPaper:
    return HandoverPaper(
        imprint=replace(IMPRINT, purpose="At det nye hus kan tage godt imod."),
        child=SILAS,
        to="Børnehaven Skovbrynet",
        basis="Samtykke fra Selin Yıldız og Murat Yıldız, 10. november 2026",
        parts=(
            HandoverPart(heading="Sprog og tolk", lines=("Tyrkisk og dansk.",)),
            HandoverPart(heading="Det kan barnet", lines=("Silas leger længe med andre.",)),
            HandoverPart(heading="Forældrenes egne ord", voices=(Voice("", "Han skal se det."),)),
        ),
        left_out="Familien har valgt, hvad der følger med. Resten bliver i Børnehuset Mælkebøtten.",
        contact=CALL,
        signers=(Signer("Gitte Wulff", "pædagog"),),
    )


def visit_report() -> VisitReportPaper:
    return VisitReportPaper(
        imprint=IMPRINT,
        child=SILAS,
        effort=GROUP,
        who="Line Toft, sundhedsplejerske, og Gitte Wulff, pædagog",
        when="Tirsdag den 8. september 2026 kl. 10.00",
        strip=(StripFact("Tid brugt", "1 t."), StripFact("Hvor", "Derhjemme")),
        theme="Søvn og mad",
        told="Silas sov, mens vi talte.",
        next_visit="tirsdag den 22. september 2026",
    )


EFFORT_PAPERS = {
    "invitation": invitation,
    "arbejdspapir": arbejdspapir,
    "indsatsark om huset": house_sheet,
    "arbejdspapir under værn": guarded_sheet,
    "status til forældrene": status,
    "faseplan": phase_plan,
    "ugeplan": week_plan,
    "fremmødeark": family_attendance,
    "fremmødeliste": group_attendance,
    "rammeaftale": agreement,
    "tak til den frivillige": thanks,
    "årets emner": topics,
    "teamliste": team_list,
    "overgangsark til forældrene": handover_asked,
    "overgangsark": handover,
    "besøgsrapport om en familie": visit_report,
}
FOR_ANYBODY = {"invitation", "ugeplan", "rammeaftale", "tak til den frivillige", "årets emner"}
"""Papers that hang on a door or are given away: no mark says for whose eyes they are."""
