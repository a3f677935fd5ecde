"""What a child's card says of the facts that a text can narrow by. It holds no name and no id."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from tvaerfaglig.domain.people import Child, Sibling

_TWIN_DAYS = 1
_TONGUE = re.compile(r"[a-zæøåé]+", re.IGNORECASE)
_NO_TONGUE = frozenset({"og", "lidt", "mor", "far", "mest", "kun", "samt", "taler"})
_LONGEST_GONE = 366


@dataclass(frozen=True, slots=True)
class Brother:
    """A sister or brother. None where the card does not say."""

    born: date | None
    sex: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """One child. What is None or empty is not known, and then any fact may be true of her."""

    sex: str = ""
    born: date | None = None
    due: date | None = None
    stue: str = ""
    dagplejer: str = ""
    guests_with: bool = False
    siblings: tuple[Brother, ...] = ()
    twin: bool | None = None
    languages: frozenset[str] = frozenset()
    interpreter: bool | None = None
    homes: int = 0
    alone: bool | None = None
    foster: bool | None = None
    enrolled: date | None = None
    left: date | None = None
    words: frozenset[str] = frozenset()


def profiles_of(
    children: Mapping[str, Child],
    house: str,
    today: date,
    rare_in: Callable[[str], frozenset[str]] | None = None,
    seen: Collection[str] = (),
) -> tuple[Profile, ...]:
    """The children of a house (of all, where none is given), those expected and those who left within a year.

    Rare words are taken only from cards of children whom the asker may see: she shall not find them by trying.
    """
    here = {
        one: child
        for one, child in children.items()
        if (not house or child.dagtilbud == house)
        and (child.left is None or (today - child.left).days < _LONGEST_GONE)
    }
    twins = _twins(here.values())
    return tuple(
        _profile(
            child,
            children,
            born_with=_litter(child) in twins,
            words=rare_in(_told(child)) if rare_in and one in seen else frozenset(),
        )
        for one, child in here.items()
    )


def _profile(
    child: Child, children: Mapping[str, Child], *, born_with: bool, words: frozenset[str]
) -> Profile:
    siblings = tuple(_brother(one, children) for one in child.siblings)
    languages = _languages(child)
    return Profile(
        sex=child.sex.value,
        born=child.born,
        due=child.due,
        stue=child.stue,
        dagplejer=child.dagplejer,
        guests_with=bool(child.guests_with),
        siblings=siblings,
        twin=True if born_with else _twin(child),
        languages=languages,
        interpreter=_interpreter(child, languages),
        homes=sum(one.lives_with for one in child.parents),
        alone=_alone(child),
        foster=_foster(child),
        enrolled=child.enrolled,
        left=child.left,
        words=words,
    )


def _brother(one: Sibling, children: Mapping[str, Child]) -> Brother:
    known = children.get(one.child)
    return Brother(one.born or (known.born if known else None), known.sex.value if known else "")


def _litter(child: Child) -> tuple[date | None, str]:
    return child.born, child.name.split()[-1] if child.name else ""


def _twins(children: Iterable[Child]) -> set[tuple[date | None, str]]:
    """Days and last names that more than one child has."""
    seen: set[tuple[date | None, str]] = set()
    twice = set()
    for child in children:
        one = _litter(child)
        if one in seen and child.born:
            twice.add(one)
        seen.add(one)
    return twice


def _twin(child: Child) -> bool | None:
    if any("tvilling" in one.note.casefold() for one in child.siblings):
        return True
    if not child.siblings or child.born is None:
        return None
    births = [one.born for one in child.siblings]
    if any(born and abs((born - child.born).days) <= _TWIN_DAYS for born in births):
        return True
    return None if None in births else False


def _languages(child: Child) -> frozenset[str]:
    said = " ".join((child.language, child.interpreter, *(one.language for one in child.parents)))
    found = {one.casefold() for one in _TONGUE.findall(said)} - _NO_TONGUE
    return frozenset(found)


def _interpreter(child: Child, languages: frozenset[str]) -> bool | None:
    if child.interpreter or any(one.interpreter for one in child.parents):
        return True
    return False if languages else None


def _alone(child: Child) -> bool | None:
    """One parent at home, as far as the card says; two at home is known not to be."""
    if not child.parents:
        return None
    at_home = sum(one.lives_with for one in child.parents)
    if at_home > 1:
        return False
    return True if at_home == 1 or len(child.parents) == 1 else None


def _foster(child: Child) -> bool | None:
    said = " ".join((child.residence, child.household, *(one.relation for one in child.parents)))
    if "pleje" in said.casefold():
        return True
    return False if child.parents else None


def _told(child: Child) -> str:
    """What else is told of home: work, illness, who fetches."""
    told = (
        child.household, child.residence, *(one.contact for one in child.parents),
        *(one.note for one in child.siblings),
    )  # fmt: skip
    return "\n".join(told)
