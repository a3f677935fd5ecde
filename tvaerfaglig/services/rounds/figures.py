"""What the rounds say when they are counted: shares, shifts and time, with every small number hidden.

Counted over the children whom the asker may see: whoever sees a part of the house is told of that part. No
number here is about a rater, and none is a ranking.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from tvaerfaglig.domain.concern import Position
from tvaerfaglig.domain.contact import ParentContact
from tvaerfaglig.domain.people import Child, Sex
from tvaerfaglig.domain.rounds.course import all_in
from tvaerfaglig.domain.rounds.form import months_old
from tvaerfaglig.domain.rounds.records import Doing, Joint, Round, RoundState
from tvaerfaglig.domain.rounds.suppression import Shown, shown_line, shown_share, shown_table
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.errors import NotAllowed
from tvaerfaglig.services.library import Library
from tvaerfaglig.services.rounds import rules
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries

POSITIONS = tuple(Position)
_AGES = ((0, 36, "under 3 år"), (36, 60, "3–4 år"), (60, 1200, "5 år og op"))
_SEXES = ((Sex.PIGE, "piger"), (Sex.DRENG, "drenge"), (Sex.UKENDT, "køn ikke skrevet"))


@dataclass(frozen=True, slots=True)
class Table:
    """Counts of joint positions, a row for each group: `lines` name them, `shown` is what may be seen."""

    lines: tuple[str, ...]
    shown: Shown


@dataclass(frozen=True, slots=True)
class RoundFigures:
    """One round counted. A share is (part, whole), or None where it would point at somebody.

    `shifts` are (better, same, worse) since the round before, of those rated in both; None when hidden.
    """

    round: Stored[Round]
    rated: int
    on_time: tuple[int, int] | None
    with_action: tuple[int, int] | None
    with_talk: tuple[int, int] | None
    shifts: tuple[int | None, ...] | None
    shifted_since: date | None
    by_age: Table
    by_sex: Table
    least: int


@dataclass(frozen=True, slots=True)
class Overdue:
    """Ratings that have not come in though the last day is over: for whoever is asked, and for who leads."""

    round: str
    house: str
    last: date
    mine: tuple[str, ...]
    others: int


def overdue(session: Session) -> tuple[Overdue, ...]:
    """Running rounds past their last day in which a child whom the asker may see is not rated by all."""
    found = []
    for stored in queries.in_state(session.vault, Round, RoundState.I_GANG):
        late = session.today > stored.record.last and rules.sees(session, stored)
        missing = _missing(session, stored) if late else None
        if missing and (missing.mine or missing.others):
            found.append(missing)
    return tuple(found)


def _missing(session: Session, stored: Stored[Round]) -> Overdue:
    given, visible = rules.given(session, stored), session.children()
    open_ones = [
        (one.child, set(one.raters) - given.get(one.child, frozenset()))
        for one in stored.record.assigned
        if one.child in visible and not visible[one.child].record.left and one.rated
    ]
    mine = tuple(child for child, without in open_ones if session.my_id in without)
    leads = rules.leads(session, stored.record.dagtilbud)
    others = sum(bool(without - {session.my_id}) for _, without in open_ones) if leads else 0
    return Overdue(stored.id, stored.record.dagtilbud, stored.record.last, mine, others)


def next_due(session: Session, house: str) -> date | None:
    """When the house's next round was to begin; None while one is planned or runs, or none was ever held."""
    own = [
        one.record for one in queries.all_of(session.vault, Round) if one.record.dagtilbud == house
    ]
    if any(one.status in {RoundState.PLANLAGT, RoundState.I_GANG} for one in own):
        return None
    held = [one for one in own if one.status is RoundState.LUKKET]
    return max(held, key=lambda one: one.first).next_on if held else None


def figures(session: Session, library: Library, round_id: str) -> RoundFigures:
    """One round counted. For the house's own staff."""
    stored = rules.found(session, round_id)
    if session.actor.role.visits:
        raise NotAllowed("Husets tal ser husets egne. Lederen kan vise dig dem på papir.")
    visible, least = session.children(), library.trivselsrunde.least
    joints = {
        child: one.record
        for child, one in rules.joints(session, stored).items()
        if child in visible
    }
    worried = [one for one in joints.values() if one.position is not Position.TRIVES]
    shifts, since = _shifts(session, stored, joints, least)
    table = _Tabled({one: visible[one].record for one in joints}, joints, least)
    return RoundFigures(
        round=stored,
        rated=len(joints),
        on_time=_on_time(session, stored, visible, least),
        with_action=_share(worried, _acted, least),
        with_talk=_share(worried, _talked(session, worried), least),
        shifts=shifts,
        shifted_since=since,
        by_age=table.by_age(stored.record.last),
        by_sex=table.by_sex(),
        least=least,
    )


def _share(joints: list[Joint], has: Callable[[Joint], bool], least: int) -> tuple[int, int] | None:
    return shown_share(sum(map(has, joints)), len(joints), least)


def _acted(joint: Joint) -> bool:
    """Something more than going on as before."""
    return bool(set(joint.doing) - {Doing.HOLD_FAST})


def _talked(session: Session, joints: list[Joint]) -> Callable[[Joint], bool]:
    """Whether the parents were talked with on that day or later."""
    last = queries.last_day(session.vault, ParentContact, [one.child for one in joints])
    return lambda one: last.get(one.child, "") >= one.day.isoformat()


def _on_time(
    session: Session, stored: Stored[Round], visible: dict[str, Stored[Child]], least: int
) -> tuple[int, int] | None:
    """Children whom all had rated by the last day. It tells of the house's work, so only a small whole is hidden."""
    made, on = stored.record, rules.given_on(session, stored)
    asked = [one for one in made.assigned if one.rated and one.child in visible]
    done = sum(
        all_in(one, (by for by, day in on.get(one.child, {}).items() if day <= made.last))
        for one in asked
    )
    return (done, len(asked)) if len(asked) >= least else None


def _shifts(
    session: Session, stored: Stored[Round], joints: dict[str, Joint], least: int
) -> tuple[tuple[int | None, ...] | None, date | None]:
    """Better, same and worse than in the round before, and the first day of that round."""
    earlier = [
        one
        for one in queries.all_of(session.vault, Round)
        if one.record.dagtilbud == stored.record.dagtilbud
        and one.record.status is RoundState.LUKKET
        and one.record.first < stored.record.first
    ]
    if not earlier:
        return None, None
    before = rules.joints(session, earlier[0])
    moves = [
        POSITIONS.index(before[child].record.position) - POSITIONS.index(joint.position)
        for child, joint in joints.items()
        if child in before
    ]
    counts = [sum(one > 0 for one in moves), moves.count(0), sum(one < 0 for one in moves)]
    return shown_line(counts, least), earlier[0].record.first


@dataclass(frozen=True, slots=True)
class _Tabled:
    """Joint positions laid out by what the children have in common; a group without children has no line."""

    children: dict[str, Child]
    joints: dict[str, Joint]
    least: int

    def by_age(self, day: date) -> Table:
        months = {one: months_old(child.born, day) for one, child in self.children.items()}
        return self._table(
            (name, [one for one, age in months.items() if low <= age < high])
            for low, high, name in _AGES
        )

    def by_sex(self) -> Table:
        return self._table(
            (name, [one for one, child in self.children.items() if child.sex is sex])
            for sex, name in _SEXES
        )

    def _table(self, groups: Iterable[tuple[str, list[str]]]) -> Table:
        kept = [(name, who) for name, who in groups if who]
        counts = [
            [sum(self.joints[one].position is each for one in who) for each in POSITIONS]
            for _, who in kept
        ]
        return Table(tuple(name for name, _ in kept), shown_table(counts, self.least))
