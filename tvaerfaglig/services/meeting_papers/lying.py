"""The sheets that lie down, filled from the meeting's own parts, or empty to write and draw on.

Which parts a sheet shows is said by their ids in the kinds of meeting that come with the program.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from tvaerfaglig.domain.meetings.kind import MeetingKind
from tvaerfaglig.domain.meetings.own_part import OwnPart
from tvaerfaglig.printouts.papers.konsultation import KonsultationPaper
from tvaerfaglig.printouts.papers.meetings import OwnColumn, OwnSection, ScaleRow
from tvaerfaglig.printouts.papers.parts import Fact
from tvaerfaglig.printouts.papers.wide import WidePaper
from tvaerfaglig.services.errors import Unclear
from tvaerfaglig.services.konsultation import paper as konsultation_paper
from tvaerfaglig.services.library import Library
from tvaerfaglig.services.printing import paper_facts
from tvaerfaglig.services.session import Session

COLUMNS, HOUSES, SCALE = "tre_spalter", "tre_huse", "skala"
ANALYSIS, PROBLEM, FACTS, STRATEGIES = "analyse", "problem", "oplysninger", "strategier"
SIGNS, LP = "signs-of-safety", "lp"
FORM = "Skema til at skrive på"
_HEAD_OF_A_NOTE = 12
_TO_DRAW = "Tegn og fortæl. Den voksne skriver barnets ord, som de bliver sagt."


@dataclass(frozen=True, slots=True)
class Sheet:
    """Which part stands as columns, of which kind of meeting, under which title."""

    kind: str
    part: str
    title: str
    houses: bool = False
    room: float = 0


SIGNS_SHEET = Sheet(SIGNS, COLUMNS, "Signs of Safety", room=68)
HOUSES_SHEET = Sheet(SIGNS, HOUSES, "De tre huse", houses=True, room=92)
LP_SHEET = Sheet(LP, ANALYSIS, "LP-ark", room=34)


def paper(session: Session, konsultation_id: str, sheet: Sheet) -> WidePaper:
    """The sheet of a note that has the part; said in words where it has not."""
    note = konsultation_paper.paper(session, konsultation_id)
    section = note.own_section(sheet.part)
    if section is None or not section.columns:
        raise Unclear(f"{sheet.title} er ikke med i denne slags møde.")
    made = WidePaper(
        note=note,
        title=sheet.title,
        subtitle="" if sheet.houses else note.kind,
        columns=section.columns,
        voice=sheet.houses,
        houses=sheet.houses,
        room=0 if any(one.lines for one in section.columns) else sheet.room,
        agreements=() if sheet.houses else note.agreements,
    )
    if sheet is HOUSES_SHEET:
        return replace(made, room=sheet.room - _HEAD_OF_A_NOTE)
    return _with_scale(_with_lp(made, note), note.own_section(SCALE))


def empty(session: Session, library: Library, sheet: Sheet) -> WidePaper:
    """The form, with the questions of its kind and nothing else."""
    kind = next(one for one in library.meetings if one.id == sheet.kind)
    own = _own(kind, sheet.part)
    blank = KonsultationPaper(
        imprint=paper_facts.imprint(session, None), theme="LP" if sheet.kind == LP else ""
    )
    made = WidePaper(
        note=blank,
        title=sheet.title,
        subtitle=_TO_DRAW if sheet.houses else FORM,
        form=True,
        room=sheet.room,
        columns=tuple(OwnColumn(id=c.id, heading=c.name, question=c.question) for c in own.columns),
        voice=sheet.houses,
        houses=sheet.houses,
    )
    if sheet is SIGNS_SHEET:
        steps = _own(kind, SCALE).steps
        assert steps is not None
        rows = tuple(ScaleRow(who="", now=None) for _ in range(4))
        low = f"{steps.lowest}: {steps.lowest_means}"
        return replace(made, scale=rows, low=low, high=f"{steps.highest}: {steps.highest_means}")
    return _form_of_lp(made, kind) if sheet is LP_SHEET else made


def _own(kind: MeetingKind, part_id: str) -> OwnPart:
    part = kind.part(part_id)
    assert part is not None
    assert part.own is not None
    return part.own


def _form_of_lp(made: WidePaper, kind: MeetingKind) -> WidePaper:
    def asked(*parts: str) -> tuple[Fact, ...]:
        found = (kind.part(one) for one in parts)
        return tuple(Fact(one.paper or one.name or "Mål", one.guidance) for one in found if one)

    return replace(made, above=asked(PROBLEM, "maal", FACTS), below=asked(STRATEGIES))


def _with_lp(made: WidePaper, note: KonsultationPaper) -> WidePaper:
    above = (
        *_prose(note, PROBLEM),
        *((Fact("Mål", note.goals),) if note.own_section(PROBLEM) and note.goals.strip() else ()),
        *_prose(note, FACTS),
    )
    return replace(made, above=above, below=_prose(note, STRATEGIES))


def _prose(note: KonsultationPaper, part: str) -> tuple[Fact, ...]:
    section = note.own_section(part)
    if section is None or not section.holds:
        return ()
    lines = [
        f"- {one.text}{f' ({one.source})' if one.source else ''}"
        for column in section.columns
        for one in column.lines
    ]
    return (Fact(section.heading, "\n".join(filter(None, (section.text, *lines)))),)


def _with_scale(made: WidePaper, section: OwnSection | None) -> WidePaper:
    if section is None:
        return made
    return replace(
        made,
        scale=section.scale,
        scale_heading=section.heading,
        low=section.low,
        high=section.high,
        lift=section.lift,
    )
