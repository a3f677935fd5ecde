"""What the leader's pages need to show: who has a key, the houses, the numbers of Akut; and everyone's own part."""

from __future__ import annotations

import secrets
from collections import Counter
from dataclasses import dataclass, replace

from tvaerfaglig import paths
from tvaerfaglig.domain.events import Changes, Touched
from tvaerfaglig.domain.local_numbers import LocalNumbers
from tvaerfaglig.domain.people import Child, Dagtilbud, Role, Staff
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services import library
from tvaerfaglig.services.errors import NotAllowed, Unclear
from tvaerfaglig.services.session import Session
from tvaerfaglig.services.staffing import advice_on, houses, people
from tvaerfaglig.store import keys, queries

NUMBERS = "lokale_numre"
_WORDS = "first-words.txt"


@dataclass(frozen=True, slots=True)
class StaffRow:
    """One person: what she is, where, and whether she can unlock."""

    id: str
    staff: Staff
    houses: tuple[str, ...]
    places: tuple[str, ...]
    has_key: bool
    must_change: bool
    mine: bool


@dataclass(frozen=True, slots=True)
class Administration:
    """Everyone and every house; `children` counts those who go in each stue, by its id."""

    people: tuple[StaffRow, ...]
    houses: tuple[Stored[Dagtilbud], ...]
    children: dict[str, int]

    def of(self, person: str) -> StaffRow | None:
        return next((row for row in self.people if row.id == person), None)

    @property
    def dagplejere(self) -> tuple[StaffRow, ...]:
        return tuple(row for row in self.people if row.staff.role is Role.DAGPLEJER and row.has_key)


@dataclass(frozen=True, slots=True)
class MyPart:
    """What one is in the program, and who can change it."""

    staff: Staff
    houses: tuple[str, ...]
    places: tuple[str, ...]
    leader: str
    idle_minutes: int


def administration(session: Session) -> Administration:
    """Everyone with a place in the vault, by name, with and without a key. For the leader."""
    _leads(session)
    slots = {one.person_id: one for one in keys.read(session.vault.folder).people}
    stored = people(session)
    every = {one.id: one.record for one in houses(session)}
    named = {one.id: one.record.name for one in stored}
    rows = tuple(
        StaffRow(
            one.id,
            one.record,
            _houses_of(one.record, every),
            _places_of(one.record, every, named),
            one.id in slots,
            one.id in slots and slots[one.id].must_change,
            one.id == session.my_id,
        )
        for one in stored
    )
    here = [one.record for one in queries.all_of(session.vault, Child) if not one.record.left]
    return Administration(
        rows, tuple(houses(session)), dict(Counter(child.stue for child in here if child.stue))
    )


def my_part(session: Session) -> MyPart:
    """What I am here, which houses and stuer I belong to, and who leads."""
    session.refresh()
    me, every = session.actor, session.houses()
    staff = session.staff()
    leaders = [one for one in staff.values() if one.role.leads and one.active]
    near = [one for one in leaders if set(one.houses) & set(me.houses)] or leaders
    return MyPart(
        me,
        _houses_of(me, every),
        _places_of(me, every, {one: person.name for one, person in staff.items()}),
        near[0].name if near else "",
        session.settings().idle_minutes,
    )


def _houses_of(staff: Staff, every: dict[str, Dagtilbud]) -> tuple[str, ...]:
    return tuple(every[one].name for one in staff.houses if one in every)


def _places_of(staff: Staff, every: dict[str, Dagtilbud], named: dict[str, str]) -> tuple[str, ...]:
    """Stuer, or the dagplejere she looks after."""
    stuer = {stue.id: stue.name for house in every.values() for stue in house.stuer}
    return tuple(
        [stuer[one] for one in staff.stuer if one in stuer]
        + [named[one].split()[0] for one in staff.oversees if one in named]
    )


def first_password(session: Session, *names: str, many: int = 4) -> str:
    """Four Danish words for a colleague's first time; no name that stands on the lock screen is among them.

    Four are some 38 bits: enough behind a slot of the vault, where every try costs what Argon2id costs.
    """
    avoid = (keys.read(session.vault.folder).house, *names)
    words = (paths.resources() / _WORDS).read_text(encoding="utf-8").split()
    while True:
        chosen: list[str] = []
        while len(chosen) < many:
            word = secrets.choice(words)
            chosen += [] if word in chosen else [word]
        password = " ".join(chosen)
        if not advice_on(password, *avoid):
            return password


def local_numbers(session: Session) -> LocalNumbers:
    """The numbers of Akut as they stand beside the vault."""
    return library.local_numbers(session.vault.folder)


def save_local_numbers(session: Session, numbers: LocalNumbers) -> Changes:
    """Written in clear beside the vault, so that they can be read before anyone has unlocked."""
    _leads(session)
    kept = tuple(one for one in numbers.numbers if one.name.strip() or one.number.strip())
    if any(not one.name.strip() for one in kept):
        raise Unclear("Hvem svarer på nummeret? Skriv det ved siden af.")
    library.save_local_numbers(session.vault.folder, replace(numbers, numbers=kept))
    return Changes((Touched(NUMBERS, NUMBERS),))


def _leads(session: Session) -> None:
    if not session.actor.role.leads:
        raise NotAllowed("Lederen bestemmer det her. Bed lederen om det.")
