"""A round and its children in words."""

from __future__ import annotations

from datetime import date

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.rounds.course import Stand
from tvaerfaglig.domain.rounds.records import Round, RoundState
from tvaerfaglig.domain.rounds.scale import POSITIONS, RoundScale
from tvaerfaglig.services.names import Names
from tvaerfaglig.services.rounds.reading import ChildInRound, RoundRow
from tvaerfaglig.ui.widgets import Segment, sign_segments

STATES = {
    RoundState.PLANLAGT: "Planlagt",
    RoundState.I_GANG: "I gang",
    RoundState.LUKKET: "Lukket",
    RoundState.FJERNET: "Lagt væk",
}


def period(made: Round, today: date) -> str:
    """From and to, and how long there is left."""
    days = danish.day_span(made.first, made.last)
    left = (made.last - today).days
    if made.status is not RoundState.I_GANG:
        return days
    if left < 0:
        return f"{days} · sidste dag er gået"
    return f"{days} · " + (
        "sidste dag i dag" if not left else f"{danish.count(left, 'dag', 'dage')} endnu"
    )


def progress(row: RoundRow) -> str:
    """How far the house has come: how many, never how they are."""
    made = row.stored.record
    if made.status is RoundState.PLANLAGT:
        return f"{danish.count(row.children, 'barn', 'børn')} er med"
    together = f"{row.together} af {row.children} vurderet sammen"
    return f"{together} · {row.both} af alle, der vurderer" if row.running else together


def who_has(child: ChildInRound, names: Names, *, begun: bool = True) -> str:
    """Who has rated her and who has not, never what; before the round has begun, who is going to."""
    if child.stand is Stand.UDELADT:
        return f"Vurderes ikke: {child.left_out}"
    if child.stand is Stand.FAELLES:
        by = danish.join_and([names.first(one) for one in child.raters])
        return f"Vurderet sammen af {by}" if not child.alone else f"Vurderet af {by} alene"
    if child.stand is Stand.ALLE:
        return "Klar til, at I ser på det sammen"
    waits = danish.join_and([_you(one, names) for one in child.waits])
    done = danish.join_and([_you(one, names) for one in child.rated])
    if not child.raters:
        return "Ingen er valgt til at vurdere endnu"
    if not begun:
        return danish.capital(f"{waits} vurderer")
    ready = "færdig" if len(child.rated) == 1 else "færdige"
    return danish.capital(f"{done} er {ready}, {waits} mangler" if done else f"{waits} mangler")


def _you(person: str, names: Names) -> str:
    return "du" if person == names.me else names.first(person)


def written(child: ChildInRound) -> str:
    """How much was written about her: the quiet ones are seen at once."""
    if not child.written:
        return "intet skrevet i et halvt år"
    many = danish.count(child.written, "observation", "observationer")
    return f"{many}, {child.strengths} om styrker" if child.strengths else many


def segments(scale: RoundScale) -> tuple[Segment, ...]:
    """The steps as joined buttons: shapes and words for the three positions, else the numbers."""
    if scale.id == POSITIONS:
        return sign_segments(*(one.key for one in scale.steps))
    return tuple(Segment(one.key, one.word) for one in scale.steps)


def keys(scale: RoundScale) -> dict[str, str]:
    """Which digit chooses which step."""
    if scale.id == POSITIONS:
        return {str(n): one.key for n, one in enumerate(scale.steps, 1)}
    return {one.key: one.key for one in scale.steps if len(one.key) == 1}


def keys_said(scale: RoundScale) -> str:
    """What to press, said once."""
    if scale.id == POSITIONS:
        return "Tast 1, 2 eller 3. Enter går videre."
    return "Tast tallet. Enter går videre."
