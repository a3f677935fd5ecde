"""A kind of indsats in words, drawn from its data: what one reads before one begins it."""

from __future__ import annotations

from dataclasses import dataclass

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.efforts.kind import EffortKind, SeatRule
from tvaerfaglig.domain.efforts.rhythm import Every, PhaseRule, Point, TalkRule


@dataclass(frozen=True, slots=True)
class Said:
    """A heading, and what stands beneath it a line at a time."""

    heading: str
    lines: tuple[str, ...]


def said_of(kind: EffortKind) -> tuple[Said, ...]:
    """Everything there is to say about it; what it does not have is not said."""
    every = (
        Said("Kort sagt", _in_short(kind)),
        Said("Hvem gør hvad", tuple(_seat(one) for one in kind.seats)),
        Said("Faser", tuple(_phase(kind, one) for one in kind.phases)),
        Said("Samtaler", tuple(_talk(one) for one in kind.talks)),
        Said("Først på ventelisten", tuple(_counted(kind))),
        Said("Det gør den frivillige", kind.may),
        Said("Det gør den frivillige ikke", kind.may_not),
        Said("Ark og papirer", _papers(kind)),
        Said("Det tæller med i Tal", _figures(kind)),
    )
    return tuple(one for one in every if one.lines)


def _in_short(kind: EffortKind) -> tuple[str, ...]:
    whom = danish.join_or([one.word for one in kind.about])
    lines = [f"Om {whom}, {kind.direction.word}.", f"{_rhythm(kind)}."]
    if kind.under_age:
        lines.insert(1, f"For forældre under {kind.under_age} år.")
    if kind.max_families == 1:
        lines.append("Én familie ad gangen.")
    elif kind.max_families:
        lines.append(f"Plads til højst {danish.in_words(kind.max_families)} familier.")
    if kind.consent:
        lines.append("Familien siger ja, og det er skrevet ned, før den får en plads.")
    if kind.with_parents:
        lines.append("Forældrene er med, så den kan ikke begynde, mens værnet er sat.")
    return tuple(lines)


def _rhythm(kind: EffortKind) -> str:
    said = kind.rhythm.words()
    if kind.rhythm.every is Every.INGEN:
        said = "Dagene aftales én ad gangen"
    status = kind.rhythm.status_words()
    return f"{said}, og status {status}" if status else said


def seat_for(seat: SeatRule) -> str:
    """»To, pædagog eller medhjælper«."""
    if not seat.roles:
        return "uden nøgle til programmet"
    who = danish.join_or([one.word for one in seat.roles])
    return f"op til {danish.in_words(seat.number)}, {who}" if seat.number > 1 else who


def _seat(seat: SeatRule) -> str:
    meaning = f" {seat.meaning}" if seat.meaning else ""
    who = seat_for(seat)
    said = seat.name if who == seat.name.lower() else f"{seat.name} ({who})"
    return f"{said}.{meaning}"


def _phase(kind: EffortKind, phase: PhaseRule) -> str:
    seat = kind.seat(phase.responsible)
    who = f" Ansvarlig: {seat.name}." if seat else ""
    until = f" til {point_words(phase.ends)}" if phase.ends else ""
    return f"{phase.name}: fra {point_words(phase.begins)}{until}.{who}"


def _talk(talk: TalkRule) -> str:
    again = f", og igen hver {talk.again_months}. måned" if talk.again_months else ""
    return f"{talk.name}: {point_words(talk.at)}{again}."


def point_words(point: Point) -> str:
    """»3 måneder efter fødslen«, »starten«."""
    after = []
    if point.months:
        after.append(danish.count(point.months, "måned", "måneder"))
    if point.weeks:
        after.append(danish.count(point.weeks, "uge", "uger"))
    return f"{danish.join_and(after)} efter {point.anchor.word}" if after else point.anchor.word


def _counted(kind: EffortKind) -> list[str]:
    return [f"{n}. {one.name}" for n, one in enumerate(kind.priorities, 1)]


def _papers(kind: EffortKind) -> tuple[str, ...]:
    sheets = danish.join_and([one.name for one in kind.forms])
    papers = danish.join_and(list(kind.papers))
    lines = (
        f"I skriver: {sheets}." if sheets else "",
        f"I kan udskrive: {papers}." if papers else "",
    )
    return tuple(filter(None, lines))


def _figures(kind: EffortKind) -> tuple[str, ...]:
    said = danish.join_and([one.word for one in kind.indicators])
    return (danish.capital(f"{said}."),) if said else ()
