"""What in a text leads to somebody in the vault: read once, until a card, the house or a number changes.

Who is known stays in here. What comes out are words that the asker wrote herself.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from threading import Lock

from tvaerfaglig.domain.anonymity import Marks, digits, given_away, street
from tvaerfaglig.domain.follow_up import Journalled
from tvaerfaglig.domain.known_names import Names, Register
from tvaerfaglig.domain.people import Child, Dagtilbud
from tvaerfaglig.services.session import Session
from tvaerfaglig.services.writing.spelling import Dictionary, dictionary_folder
from tvaerfaglig.store import queries

_ONE_AT_A_TIME = Lock()
_SAID_DAILY = frozenset({"max", "mor", "far", "jul"})
_ONLY_NAMES = frozenset(
    [
        "agnes",
        "alfred",
        "alma",
        "david",
        "ellen",
        "felix",
        "filippa",
        "hassan",
        "ingrid",
        "jens",
        "jonas",
        "karl",
        "kim",
        "leo",
        "magnus",
        "mathilde",
        "merle",
        "niels",
        "pia",
        "svend",
        "tilde",
        "tobias",
        "trine",
        "vera",
    ]
)
"""First names that the dictionary takes for words as well, and nobody writes as one in a dagtilbud."""


@dataclass(frozen=True, slots=True)
class _KnownPeople:
    """Children, those who raise them, their sisters and brothers; birthdays; addresses and numbers."""

    families: Register
    birthdays: frozenset[date]
    marks: Marks


def told_in(session: Session, text: str, at_the_table: Iterable[str]) -> tuple[str, ...]:
    """The words of the text that tell who a child is, also one whom the asker may not see."""
    known = _known(session)
    staff = session.staff()
    return given_away(
        text,
        known.families.near(text),
        known.birthdays,
        [staff[one].name for one in at_the_table if one in staff],
        staff=[one.name for one in staff.values()],
        marks=known.marks,
        is_word=is_word,
    )


def named_beside(session: Session, text: str, family: Iterable[str]) -> tuple[str, ...]:
    """The words of the text that name somebody known who is neither of this family nor a colleague."""
    known = _known(session)
    ours = set(family)
    others = [one for one in known.families.near(text) if one not in ours]
    spared = [*ours, *(one.name for one in session.staff().values())]
    names = Names(others, spared, (), is_word)
    return tuple(dict.fromkeys(text[one.start : one.end] for one in names.found(text)))


@cache
def _dictionary() -> Dictionary | None:
    """Read when somebody first writes, in small letters, what is also a known name."""
    folder = dictionary_folder()
    return Dictionary(folder) if folder else None


def is_word(word: str) -> bool:
    """Without a dictionary everything in small letters is taken for a word."""
    with _ONE_AT_A_TIME:
        if word in _ONLY_NAMES or word.removesuffix("s") in _ONLY_NAMES:
            return False
        dictionary = _dictionary()
        return dictionary is None or word in _SAID_DAILY or dictionary.knows(word)


def _known(session: Session) -> _KnownPeople:
    kinds, read = (Child, Dagtilbud, Journalled), partial(_known_people, session)
    return session.while_unchanged("known people", kinds, read, daily=False)


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
    return _KnownPeople(Register(families), born, marks)


def _names_of(child: Child) -> tuple[str, ...]:
    parents, siblings = child.parents, child.siblings
    return (child.name, *(one.name for one in parents), *(one.name for one in siblings))


def _addresses_of(child: Child) -> tuple[str, ...]:
    return (child.address, child.stays_at, *(one.address for one in child.parents))
