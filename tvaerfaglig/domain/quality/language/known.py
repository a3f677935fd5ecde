"""What the program knows beside the text: who the child is, who else is known, which day it is, which law is old."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tvaerfaglig.domain.people import Sex


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownPerson:
    """Somebody the vault knows. `child` is another child; `private` are their own telephone and address."""

    name: str
    child: bool = False
    parent: bool = False
    private: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """`stale` pairs an old law reference as people cite it with the new one. Nothing here is required."""

    name: str = ""
    born: date | None = None
    sex: Sex = Sex.UKENDT
    people: tuple[KnownPerson, ...] = ()
    today: date | None = None
    stale: tuple[tuple[str, str], ...] = ()
    hidden: tuple[str, ...] = ()

    @property
    def child_names(self) -> frozenset[str]:
        return frozenset(one.lower() for one in self.name.split())

    @property
    def parent_names(self) -> frozenset[str]:
        return frozenset(self._first(parents=True))

    @property
    def other_names(self) -> frozenset[str]:
        return frozenset(self._first(parents=False))

    def _first(self, *, parents: bool) -> Iterator[str]:
        for one in self.people:
            if one.parent == parents and not one.child:
                yield from (word.lower() for word in one.name.split()[:1])
