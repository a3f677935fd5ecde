"""What the program knows beside the text: who the child is, who else is known, which day it is, which law is old."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from tvaerfaglig.domain.people import Sex


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownPerson:
    """Somebody the vault knows. `child` is another child; `private` are their own telephone and address."""

    name: str
    child: bool = False
    parent: bool = False
    staff: bool = False
    sex: Sex = Sex.UKENDT
    private: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Known:
    """Nothing here is required.

    `stale` pairs an old law reference as people cite it with the new one. `hidden` is what must not stand
    in this letter at all: a protected address, the house where the child is.
    """

    name: str = ""
    born: date | None = None
    sex: Sex = Sex.UKENDT
    people: tuple[KnownPerson, ...] = ()
    today: date | None = None
    stale: tuple[tuple[str, str], ...] = ()
    hidden: tuple[str, ...] = ()

    @cached_property
    def child_names(self) -> frozenset[str]:
        return frozenset(one.lower() for one in self.name.split())

    @cached_property
    def first_name(self) -> str:
        """As a text calls the child; empty where nobody has said."""
        return self.name.split()[0].lower() if self.name.strip() else ""

    @cached_property
    def parent_names(self) -> frozenset[str]:
        return frozenset(_first(one) for one in self.people if one.parent and not one.child)

    @cached_property
    def other_names(self) -> frozenset[str]:
        """Staff, siblings, a new husband: they may be named."""
        return frozenset(_first(one) for one in self.people if not (one.parent or one.child))

    @cached_property
    def staff_names(self) -> frozenset[str]:
        return frozenset(_first(one) for one in self.people if one.staff)

    @cached_property
    def other_children(self) -> tuple[tuple[str, ...], ...]:
        """Each other child's name, word by word; the child of the letter is none of them."""
        names = (tuple(one.name.lower().split()) for one in self.people if one.child)
        own = tuple(self.name.lower().split())
        return tuple(name for name in names if name and name not in {own, own[:1]})

    @cached_property
    def children_called(self) -> dict[str, tuple[tuple[str, ...], ...]]:
        """The same by first name."""
        found: dict[str, tuple[tuple[str, ...], ...]] = {}
        for name in self.other_children:
            found[name[0]] = (*found.get(name[0], ()), name)
        return found

    @cached_property
    def their_families(self) -> frozenset[str]:
        """Family names that only other children have."""
        theirs = {name[-1] for name in self.other_children if len(name) > 1}
        ours = (one.name.lower().split()[1:] for one in self.people if not one.child)
        return frozenset(theirs).difference(self.child_names, *ours)

    @cached_property
    def ours(self) -> frozenset[str]:
        """First names that may stand in the letter."""
        return self.child_names | self.parent_names | self.other_names

    @cached_property
    def surnames(self) -> frozenset[str]:
        """Family names of everybody, which are no child's first name."""
        words = (one.name.lower().split() for one in self.people)
        return frozenset(each[-1] for each in words if len(each) > 1) | self.child_names

    @cached_property
    def sexes(self) -> dict[str, Sex]:
        """By first name, of those whose sex follows from what they are."""
        known = {_first(one): one.sex for one in self.people if one.name.strip()}
        return {name: sex for name, sex in known.items() if sex is not Sex.UKENDT}


def _first(one: KnownPerson) -> str:
    words = one.name.lower().split()
    return words[0] if words else ""
