"""A list of children comes in: first what would happen to every row, then all of it in one transaction."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.acts import ListBroughtIn
from tvaerfaglig.domain.danish import fold
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.lists.changes import NEW_STUE, Places
from tvaerfaglig.domain.lists.child_rows import ReadRow, read_rows
from tvaerfaglig.domain.lists.headings import Field, can_be_read
from tvaerfaglig.domain.lists.plan import Fate, RowPlan, plan
from tvaerfaglig.domain.people import Child, Dagtilbud, DagtilbudKind, Role, Stue
from tvaerfaglig.exchange.listed import Step
from tvaerfaglig.services.children.card import may_keep_cpr
from tvaerfaglig.services.errors import NotFound, Unclear
from tvaerfaglig.services.lists.opening import CHILDREN, Opened, chosen_columns, leads, mark_of
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries
from tvaerfaglig.store.vault import Pen

_EVERY = 50
WITHOUT = ""
"""A stue that the list names and the house has not: the children come without one."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the leader chose: the house, what the columns hold, what new stue names mean, her answers."""

    house: str
    columns: Mapping[int, Field]
    stuer: Mapping[str, str] = field(default_factory=dict)
    answers: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NewPlace:
    """A stue in the list that the house has not; `near` is one whose name is nearly the same."""

    name: str
    count: int
    near: str


@dataclass(frozen=True, slots=True)
class Look:
    """Every row and its fate, and what holds for the whole list."""

    read: tuple[ReadRow, ...]
    plans: tuple[RowPlan, ...]
    places: tuple[NewPlace, ...]
    stuer: tuple[tuple[str, str], ...]
    house: str
    notes: tuple[str, ...]

    def count(self, fate: Fate) -> int:
        return sum(one.fate is fate for one in self.plans)

    @property
    def to_write(self) -> int:
        return sum(one.is_written for one in self.plans)

    @property
    def noted(self) -> int:
        """Rows with something to look at."""
        return sum(one.is_noted for one in self.plans)

    @property
    def left_out(self) -> int:
        """Rows of which nothing comes in, though they are not as the house has them already."""
        return sum(not one.is_written and one.fate is not Fate.SAME for one in self.plans)

    def outcome(self) -> tuple[tuple[int, str, str], ...]:
        """What was seen and accepted."""
        return tuple((one.number, one.fate.value, one.matched) for one in self.plans)


@dataclass(frozen=True, slots=True)
class Brought:
    """What came in, and the id by which it is taken back."""

    id: str
    new: int
    changed: int
    changes: Changes


def look(
    session: Session,
    opened: Opened,
    wanted: Wanted,
    read: tuple[ReadRow, ...] = (),
    *,
    step: Step = lambda _: None,
) -> Look:
    """What would happen. `read` are the rows from an earlier look with the same columns."""
    leads(session, wanted.house)
    if missing := can_be_read(wanted.columns):
        raise Unclear(missing)
    house = _house(session, wanted.house)
    if not read:
        asides = opened.listed.asides
        read = tuple(
            read_rows(opened.rows, wanted.columns, session.today, asides=asides, step=step)
        )
    known = {one: stored.record for one, stored in session.children().items()}
    places = _places(session, wanted, house)
    plans = tuple(plan(read, known, places, wanted.answers))
    return Look(
        read=read,
        plans=plans,
        places=_new_places(read, house),
        stuer=tuple((one.id, one.name) for one in house.stuer),
        house=house.name,
        notes=tuple(_notes(plans, known, places)),
    )


def _house(session: Session, house_id: str) -> Dagtilbud:
    found = queries.one(session.vault, Dagtilbud, house_id)
    if found is None:
        raise NotFound("Huset findes ikke længere.")
    return found.record


def _places(session: Session, wanted: Wanted, house: Dagtilbud) -> Places:
    known = {fold(one.name): one.id for one in house.stuer}
    chosen = {fold(name): to for name, to in wanted.stuer.items() if to}
    dagplejere = {
        fold(one.name): key
        for key, one in session.staff().items()
        if one.role is Role.DAGPLEJER and one.active and wanted.house in one.houses
    }
    names = {one: each.name for one, each in session.houses().items()}
    names |= {one: each.name for one, each in session.staff().items()}
    names |= {stue.id: stue.name for each in session.houses().values() for stue in each.stuer}
    is_dagpleje = house.kind is DagtilbudKind.DAGPLEJE
    return Places(
        house=wanted.house,
        keeps_cpr=may_keep_cpr(house),
        stuer={} if is_dagpleje else chosen | known,
        dagplejere=dagplejere if is_dagpleje else {},
        names=names,
        municipality=house.municipality,
    )


def _new_places(read: tuple[ReadRow, ...], house: Dagtilbud) -> tuple[NewPlace, ...]:
    if house.kind is DagtilbudKind.DAGPLEJE:
        return ()
    known = {fold(one.name): one.id for one in house.stuer}
    here = Counter(row.stue for row in read if row.stue and fold(row.stue) not in known)
    found: dict[str, NewPlace] = {}
    for name, count in here.items():
        near = get_close_matches(fold(name), known, 1, 0.75)
        before = found.get(fold(name))
        found[fold(name)] = NewPlace(
            before.name if before else name,
            count + (before.count if before else 0),
            known[near[0]] if near else WITHOUT,
        )
    return tuple(found.values())


def _notes(plans: tuple[RowPlan, ...], known: Mapping[str, Child], places: Places) -> list[str]:
    notes = []
    listed = {one.matched for one in plans}
    absent = sum(
        child.dagtilbud == places.house and not child.left and one not in listed
        for one, child in known.items()
    )
    if absent:
        many = danish.capital(danish.count(absent, "barn", "børn", spelled=True, neuter=True))
        stay = "Det bliver, som det er." if absent == 1 else "De bliver, som de er."
        notes.append(f"{many} i huset står ikke i listen. {stay}")
    if not places.keeps_cpr and any(one.row.cpr for one in plans):
        notes.append(
            "Huset er privat og har intet grundlag for CPR-numre. Numrene i listen bliver ikke gemt."
        )
    return notes


def bring_in(
    session: Session,
    opened: Opened,
    wanted: Wanted,
    seen: Look,
    *,
    step: Step = lambda _: None,
) -> Brought:
    """Write what was seen, all of it or nothing. `step` hears how many rows are written, and may raise to stop.

    One transaction: 5,000 rows take about a second (measured), and a kill or a stop half-way leaves nothing.
    """
    now = look(session, opened, wanted, seen.read)
    if now.outcome() != seen.outcome():
        raise Unclear("Nogen har rettet noget imens. Se listen igennem igen, før den kommer ind.")
    with session.write() as pen:
        stuer, house_version = _make_stuer(session, pen, wanted, now)
        new: list[tuple[str, str]] = []
        changed: list[tuple[str, str]] = []
        for done, one in enumerate(row for row in now.plans if row.is_written):
            if done % _EVERY == 0:
                step(done)
            assert one.child is not None
            record = pen.put(_whole(session, one.child, stuer), one.matched or None)
            version = session.vault.heads(record)[-1]
            (changed if one.matched else new).append((record, version))
        brought = pen.put(
            ListBroughtIn(
                what=CHILDREN,
                at=session.now.isoformat(timespec="minutes"),
                house=wanted.house,
                rows=len(now.plans),
                new=tuple(new),
                changed=tuple(changed),
                stuer=house_version,
            )
        )
        _remember(session, pen, opened, wanted)
        return Brought(brought, len(new), len(changed), pen.changes)


def _make_stuer(
    session: Session, pen: Pen, wanted: Wanted, now: Look
) -> tuple[dict[str, str], str]:
    """The stuer that were asked for and have children coming; ids by what stands for them until then."""
    used = {one.child.stue for one in now.plans if one.child is not None and one.is_written}
    new = sorted(one for one in used if one.startswith(NEW_STUE))
    if not new:
        return {}, ""
    made = {one: session.vault.log.new_id() for one in new}
    house = _house(session, wanted.house)
    added = tuple(Stue(id=made[one], name=one.removeprefix(NEW_STUE)) for one in new)
    pen.put(replace(house, stuer=(*house.stuer, *added)), wanted.house)
    return made, session.vault.heads(wanted.house)[-1]


def _whole(session: Session, child: Child, stuer: Mapping[str, str]) -> Child:
    """With ids of its own for the stue and the parents that are new."""
    parents = tuple(
        one if one.id else replace(one, id=session.vault.log.new_id()) for one in child.parents
    )
    return replace(child, stue=stuer.get(child.stue, child.stue), parents=parents)


def _remember(session: Session, pen: Pen, opened: Opened, wanted: Wanted) -> None:
    mark = mark_of(CHILDREN, opened.headings)
    chosen = chosen_columns(CHILDREN, opened.headings, wanted.columns)
    known = queries.one(session.vault, type(chosen), mark)
    if known is None or known.record != chosen:
        pen.put(chosen, mark)
