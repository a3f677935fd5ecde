"""The papers round a meeting, filled as full as the other samples: the same invented children."""

from __future__ import annotations

from dataclasses import replace

from tests.printouts.sample_papers import IMPRINT, SEEN, SILAS, konsultation
from tvaerfaglig.printouts.papers.konsultation import KonsultationPaper
from tvaerfaglig.printouts.papers.meetings import OwnColumn, SaidLine, ScaleRow
from tvaerfaglig.printouts.papers.parts import (
    AgreementRow,
    Fact,
    Present,
    Quotation,
    Signer,
    StripFact,
)
from tvaerfaglig.printouts.papers.plans import (
    ConsentRow,
    EffortPlanPaper,
    FollowUpPaper,
    ParentSheetPaper,
    PreparationPaper,
    Sourced,
    StatusRow,
)
from tvaerfaglig.printouts.papers.wide import WidePaper


def preparation() -> PreparationPaper:
    return PreparationPaper(
        imprint=IMPRINT,
        child=SILAS,
        when="torsdag den 12. november 2026 kl. 12.30–13.10, Mødelokalet",
        present=(Present("Karen Lund", "socialrådgiver", "mødeleder"),),
        basis="Samtykke fra begge forældre, 6. november 2026.",
        strip=(
            StripFact("Position", "Bekymring", "siden 22. sept."),
            StripFact("Åbne aftaler", "2"),
        ),
        raised_by="Gitte Wulff",
        question="Silas er blevet stille og træt. Er det nok, at vi giver ham ro?",
        wanted="At vi ved, hvem der taler med forældrene, og hvornår.",
        observations=SEEN[:3],
        counts=(Sourced("14 observationer siden 3. juli 2026: 5 ressourcer og 9 bekymringer."),),
        unknown=(Sourced("Hvad forældrene ser nu: de er ikke spurgt siden 12. okt."),),
        strengths=(Sourced("Fortæller om en krabbe og griner.", "2. nov. kl. 7.45, Gitte Wulff"),),
        tried=(
            Sourced("Fast voksen om morgenen: gjort 1. november. Virkning: færre tårer.", "Aftale"),
        ),
        child_words=(Quotation("Så kan hun ikke gå.", "1. okt. kl. 8.55, Gitte Wulff."),),
        parents_said=(Sourced("Mor: »Han sover fint hos mig.«", "Samtale 12. okt."),),
        parents_part="Hvornår går han i seng, og hvem putter ham?",
        hypotheses="Han passer på nogen om natten.",
    )


def opfoelgning() -> FollowUpPaper:
    rows = (
        StatusRow(
            1,
            "Ro i puderummet efter frokost",
            "Jonas Bak",
            "Sover 30 min.",
            "Fortsæt",
            "senest 1. dec.",
        ),
        StatusRow(2, "Ringe til mor hver fredag", "Gitte Wulff", "Ikke skrevet", "Stop", "2. nov."),
    )
    return FollowUpPaper(note=konsultation(), last_time="Torsdag den 15. oktober 2026", status=rows)


def indsatsplan() -> EffortPlanPaper:
    return EffortPlanPaper(
        note=konsultation(),
        agenda=(Sourced("Siden sidst: virker det, vi aftalte?"), Sourced("Mål og aftaler")),
        consents=(
            ConsentRow("Elif Yıldız", "fravær og søvn", "Karen Lund", "fre. 6. nov. 2026", ""),
        ),
        parents_do=(AgreementRow(number=1, what="Skrive op, hvornår han sover", who="mor"),),
        we_do=(
            AgreementRow(number=1, what="Ro efter frokost", who="Jonas Bak", due="tirs. 1. dec."),
        ),
        next_time="Torsdag den 3. december 2026 kl. 12.30",
        signers=(
            Signer("Elif Yıldız", "mor"),
            Signer("Rasmus Brandt", "far"),
            Signer("Gitte Wulff"),
        ),
    )


def tom_indsatsplan() -> EffortPlanPaper:
    return EffortPlanPaper(note=KonsultationPaper(imprint=IMPRINT), signers=(Signer("Tovholder"),))


def foraeldreark() -> ParentSheetPaper:
    return ParentSheetPaper(
        imprint=IMPRINT,
        child=SILAS,
        to="Elif Yıldız og Rasmus Brandt",
        met="torsdag den 12. november 2026",
        with_whom="Gitte Wulff (pædagog) og Karen Lund (socialrådgiver)",
        talked="Silas er træt om morgenen. Han er glad, når han leger ude.",
        well="Silas fortæller selv, når han er ked af det.",
        agreed=("Silas sover til frokost.",),
        you_do=(Fact("", "Skriv op, hvornår Silas sover. Senest 1. december.", "Mor:"),),
        we_do=(Fact("", "Silas får ro efter frokost hver dag.", "Jonas Bak:"),),
        next_time="Torsdag den 3. december 2026 kl. 12.30",
        contact="Gitte Wulff, tlf. 12 34 56 78",
        given="Givet til Elif Yıldız den 12. november 2026.",
        interpreter="tyrkisk",
    )


_COLUMNS = tuple(
    OwnColumn(
        id=heading,
        heading=heading,
        question="Hvad, hvornår, og hvem har set det?",
        lines=tuple(
            SaidLine(text=f"{heading} {n}.", by="Gitte Wulff", when="12. nov.") for n in range(3)
        ),
    )
    for heading in ("Bekymrer", "Virker", "Skal ske")
)


def spalter() -> WidePaper:
    return WidePaper(
        note=konsultation(),
        title="Signs of Safety",
        columns=_COLUMNS,
        scale=(
            ScaleRow(
                who="Gitte Wulff", now=5, before=3, before_when="1. okt.", lift="En fast plan."
            ),
            ScaleRow(who="Elif Yıldız", now=7),
        ),
        scale_heading="Skalaen",
        low="0: ikke tryg",
        high="10: tryg",
    )


def huse() -> WidePaper:
    return replace(spalter(), title="De tre huse", houses=True, voice=True, room=80, scale=())


def lange_huse() -> WidePaper:
    """More than a page holds: the walls go on."""
    lines = tuple(
        SaidLine(text=f"Sætning nummer {n} om noget, der er rart. " * 3) for n in range(30)
    )
    many = tuple(replace(one, lines=lines) for one in _COLUMNS)
    return replace(huse(), columns=many)


def tomme_huse() -> WidePaper:
    blank = tuple(replace(one, lines=()) for one in _COLUMNS)
    empty = KonsultationPaper(imprint=IMPRINT)
    return replace(huse(), note=empty, form=True, room=90, columns=blank)


MEETING_PAPERS = {
    "tre spalter": spalter,
    "de tre huse": huse,
    "lange huse": lange_huse,
    "tomme huse": tomme_huse,
    "forberedelse": preparation,
    "opfølgning": opfoelgning,
    "indsatsplan": indsatsplan,
    "tom indsatsplan": tom_indsatsplan,
    "forældreark": foraeldreark,
}
