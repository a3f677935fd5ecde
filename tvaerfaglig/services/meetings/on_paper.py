"""A note's own parts as they stand on paper, masked for its child; what tells the parents is gone under the guard."""

from __future__ import annotations

from dataclasses import replace

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.meetings.answers import Line, OwnAnswer, answer_in
from tvaerfaglig.domain.meetings.kind import KindPart, Side
from tvaerfaglig.domain.meetings.lines import boxes_of, columns_of, scale_of
from tvaerfaglig.domain.meetings.own_part import OwnPart, PartType
from tvaerfaglig.domain.meetings.parties import parties
from tvaerfaglig.printouts.papers.meetings import OwnColumn, OwnSection, SaidLine, ScaleRow
from tvaerfaglig.services.konsultation.page import KonsultationPage
from tvaerfaglig.services.printing import paper_facts

ELSE = "Står også i notatet"


def own_sections(page: KonsultationPage) -> tuple[OwnSection, ...]:
    """Every own part in the note's order, also an empty one; then what stands in parts nobody knows."""
    known = {one.id for one in page.meeting.parts}
    told = [
        _section(page, part, part.own)
        for part in page.meeting.parts
        if part.own is not None and not (part.parents and page.hides_parents)
    ]
    strays = () if page.hides_parents else (one for one in page.note.own if one.part not in known)
    return (*told, *(_stray(page, one) for one in strays))


def order(page: KonsultationPage) -> tuple[str, ...]:
    """The parts of the note, standard and own, as its kind has them."""
    return tuple(one.id for one in page.meeting.parts)


def _section(page: KonsultationPage, part: KindPart, own: OwnPart) -> OwnSection:
    answer = answer_in(page.note.own, part.id)
    bare = OwnSection(
        part=part.id,
        heading=part.paper or part.name,
        type=own.type.value,
        frame=part.frame.value,
        text=_said(page, answer.text),
    )
    match own.type:
        case PartType.SCALE:
            return _with_scale(page, bare, own, answer)
        case PartType.VIEWS:
            return replace(bare, columns=_views(page, answer))
        case PartType.TIME:
            return replace(bare, columns=_boxes(own, answer))
        case PartType.COLUMNS:
            return replace(bare, columns=_columns(page, own, answer))
        case _:
            lines = tuple(_line(page, one) for one in answer.lines if not one.is_empty)
            return replace(bare, columns=(OwnColumn(id="", heading="", lines=lines),))


def _columns(page: KonsultationPage, own: OwnPart, answer: OwnAnswer) -> tuple[OwnColumn, ...]:
    return tuple(
        OwnColumn(
            id=one.column.id,
            heading=one.column.name,
            question=one.column.question,
            lines=tuple(_line(page, line) for line in one.lines),
        )
        for one in columns_of(own, answer)
    )


def _views(page: KonsultationPage, answer: OwnAnswer) -> tuple[OwnColumn, ...]:
    """The family's first, each with what they said; those who could not come are said to be away."""
    found = []
    for one in parties(page.note.participants, answer):
        side = one.role or (Side(one.side).word if one.side in set(Side) else "")
        away = "kunne ikke komme" if one.absent else ""
        heading = ", ".join(filter(None, (_who(page, one.who), side, away)))
        lines = tuple(SaidLine(text=_said(page, text)) for text in filter(None, [one.view]))
        found.append(OwnColumn(id=one.who, heading=heading, lines=lines))
    return tuple(found)


def _boxes(own: OwnPart, answer: OwnAnswer) -> tuple[OwnColumn, ...]:
    return tuple(
        OwnColumn(
            id=one.box.id,
            heading=one.box.name,
            lines=(SaidLine(text=f"{one.used} af {one.box.minutes} min."),),
        )
        for one in boxes_of(own, answer)
        if one.used is not None
    )


def _with_scale(
    page: KonsultationPage, bare: OwnSection, own: OwnPart, answer: OwnAnswer
) -> OwnSection:
    assert own.steps is not None
    people = [one.staff or one.name for one in page.note.participants if not one.absent]
    before = answer_in(page.before.own, bare.part) if page.before else None
    on = page.before.day if page.before else None
    rows = tuple(
        ScaleRow(
            who=_who(page, one.who),
            now=one.now,
            before=one.before,
            before_when=danish.day_of_month(one.before_on) if one.before_on else "",
            lift=_said(page, one.lift),
        )
        for one in scale_of(people, answer, before, on)
        if not page.hides_parents or one.who in page.names.staff
    )
    return replace(
        bare,
        scale=rows,
        low=f"{own.steps.lowest}: {own.steps.lowest_means}",
        high=f"{own.steps.highest}: {own.steps.highest_means}",
        lift=own.steps.lift,
    )


def _stray(page: KonsultationPage, answer: OwnAnswer) -> OwnSection:
    lines = tuple(_line(page, one) for one in answer.lines if not one.is_empty)
    return OwnSection(
        part=answer.part,
        heading=answer.heading or ELSE,
        text=_said(page, answer.text),
        columns=(OwnColumn(id="", heading="", lines=lines),),
    )


def _line(page: KonsultationPage, line: Line) -> SaidLine:
    when = danish.day_of_month(line.day) if line.day else ""
    number = "" if line.number is None else f"{line.number}"
    text = ": ".join(filter(None, (number, _said(page, line.text))))
    return SaidLine(text=text, by=_who(page, line.who), when=when)


def _who(page: KonsultationPage, who: str) -> str:
    return page.names.of_staff(who) if who in page.names.staff else who


def _said(page: KonsultationPage, text: str) -> str:
    child = page.child.record if page.child else None
    return paper_facts.masked(text, page.note.child, child)
