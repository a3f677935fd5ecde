"""What in a text leads to somebody in the vault: read once, until a card, the house or a number changes.

Who is known stays in here. What comes out are words that the asker wrote herself.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial

from tvaerfaglig.domain.anonymity import Marks, digits, given_away, street
from tvaerfaglig.domain.follow_up import Journalled
from tvaerfaglig.domain.people import Child, Dagtilbud
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries


@dataclass(frozen=True, slots=True)
class _KnownPeople:
    """Children, those who raise them, their sisters and brothers; birthdays; addresses and numbers."""

    families: tuple[str, ...]
    birthdays: frozenset[date]
    marks: Marks


def told_in(session: Session, text: str, at_the_table: Iterable[str]) -> tuple[str, ...]:
    """The words of the text that tell who a child is, also one whom the asker may not see."""
    kinds = (Child, Dagtilbud, Journalled)
    known = session.while_unchanged("known people", kinds, partial(_known_people, session))
    staff = session.staff()
    return given_away(
        text,
        known.families,
        known.birthdays,
        [staff[one].name for one in at_the_table if one in staff],
        staff=[one.name for one in staff.values()],
        marks=known.marks,
    )


def _known_people(session: Session) -> _KnownPeople:
    children = [one.record for one in queries.all_of(session.vault, Child)]
    families = [name for child in children for name in _names_of(child)]
    ours = {street(one.address) for one in session.houses().values()}
    lived = {street(said) for child in children for said in _addresses_of(child)}
    phones = {digits(one.phone) for child in children for one in child.parents}
    house_phones = {digits(one.phone) for one in session.houses().values()}
    cases = {
        one.record.number.strip().casefold() for one in queries.all_of(session.vault, Journalled)
    }
    born = frozenset(child.born for child in children if child.born)
    marks = Marks(
        frozenset(lived - ours - {""}),
        frozenset(phones - house_phones - {""}),
        frozenset(cases - {""}),
    )
    return _KnownPeople(tuple(dict.fromkeys(families)), born, marks)


def _names_of(child: Child) -> tuple[str, ...]:
    parents, siblings = child.parents, child.siblings
    return (child.name, *(one.name for one in parents), *(one.name for one in siblings))


def _addresses_of(child: Child) -> tuple[str, ...]:
    return (child.address, child.stays_at, *(one.address for one in child.parents))
