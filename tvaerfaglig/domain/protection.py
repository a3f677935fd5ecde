"""Who may see a child, and what keeps a child safe: sharing, consent and the overgreb guard."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from tvaerfaglig.domain.record import Record, moment


class Basis(StrEnum):
    """What makes it lawful to share a named child with someone outside the house."""

    SAMTYKKE = "samtykke"
    UNDERRETNINGSPLIGT = "underretningspligt"
    TIDLIGT_SAMARBEJDE = "tidligt_samarbejde"
    SAMME_MYNDIGHED = "samme_myndighed"
    ANDET = "andet"

    @property
    def word(self) -> str:
        words = {
            "samtykke": "samtykke fra forældrene",
            "underretningspligt": "underretningspligten",
            "tidligt_samarbejde": "det tidlige tværfaglige samarbejde",
            "samme_myndighed": "samme myndighed, sagligt formål",
            "andet": "andet grundlag",
        }
        return words[self.value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sharing(Record):
    """One child opened to one person, by an act (decisions.md no. 1). Withdrawn is at once.

    `samtykke` is the consent it rests on, where it rests on one that is written down here.
    """

    KIND: ClassVar[str] = "deling"

    child: str
    staff: str
    basis: Basis
    basis_text: str = ""
    samtykke: str = ""
    from_day: date
    until: date | None = None
    withdrawn_on: date | None = None
    by: str = ""

    def about(self) -> tuple[str, ...]:
        return (self.child,)

    def happened(self) -> str:
        return moment(self.from_day)

    def state(self) -> str:
        return "trukket" if self.withdrawn_on else "aktiv"

    def holds_on(self, day: date) -> bool:
        """Open on this day. A withdrawal counts from the day itself."""
        if self.withdrawn_on is not None or day < self.from_day:
            return False
        return self.until is None or day <= self.until


@dataclass(frozen=True, slots=True, kw_only=True)
class Receiver:
    """Somebody who may be told: one of the staff who visit (`staff` is an id), or another in words."""

    name: str = ""
    role: str = ""
    authority: str = ""
    staff: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Covered:
    """One type of data and what it may be used for, in the words that were agreed to."""

    key: str
    what: str
    purpose: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Samtykke(Record):
    """Who agreed to what, to whom, for what, until when. Never needed for an underretning.

    `given_by` and `also_by` are parents of the child's card, or a name in words with `because`; `other_holder`
    says how it stands with a custody holder who is not among them. `scope` and `receivers` are own words
    beside what is ticked and named. `withhold` is what the family asked us not to tell. `again` is the
    withdrawn consent that this one was made from.
    """

    KIND: ClassVar[str] = "samtykke"

    child: str
    given_by: str
    also_by: tuple[str, ...] = ()
    because: str = ""
    other_holder: str = ""
    given_on: date
    covers: tuple[Covered, ...] = ()
    scope: str = ""
    named: tuple[Receiver, ...] = ()
    receivers: str = ""
    purpose: str = ""
    form: str = "skriftligt"
    until: date | None = None
    withhold: str = ""
    withhold_because: str = ""
    interpreter: str = ""
    taken_by: str = ""
    again: str = ""
    withdrawn_on: date | None = None
    withdrawn_by: str = ""

    def about(self) -> tuple[str, ...]:
        return (self.child,)

    def happened(self) -> str:
        return moment(self.given_on)

    def state(self) -> str:
        return "trukket" if self.withdrawn_on else "givet"

    def holds_on(self, day: date) -> bool:
        """Whether something new may rest on it that day."""
        if self.withdrawn_on is not None or day < self.given_on:
            return False
        return self.until is None or day <= self.until

    @property
    def givers(self) -> tuple[str, ...]:
        return tuple(one for one in (self.given_by, *self.also_by) if one)


class Against(StrEnum):
    """Whom the suspicion of violence or abuse is against."""

    FORAELDER = "foraelder"
    ANDET_BARN = "andet_barn"
    ANSAT = "ansat"
    UKENDT = "ukendt"

    @property
    def word(self) -> str:
        words = {
            "foraelder": "en forælder eller nær relation",
            "andet_barn": "et andet barn",
            "ansat": "en ansat",
            "ukendt": "ukendt",
        }
        return words[self.value]

    @property
    def hides_parents(self) -> bool:
        """Everything that would tell the parents disappears (product.md rule 3)."""
        return self in {Against.FORAELDER, Against.UKENDT}


@dataclass(frozen=True, slots=True, kw_only=True)
class Guard(Record):
    """The overgreb guard of a child (decisions.md no. 3). One record per child; lifted with a reason."""

    KIND: ClassVar[str] = "vaern"

    child: str
    since: date
    by: str
    against: Against
    note: str = ""
    siblings_too: tuple[str, ...] = ()
    lifted_on: date | None = None
    lifted_because: str = ""

    def about(self) -> tuple[str, ...]:
        return (self.child,)

    def happened(self) -> str:
        return moment(self.since)

    def state(self) -> str:
        return "loeftet" if self.lifted_on else "sat"

    @property
    def hides_parents(self) -> bool:
        return self.lifted_on is None and self.against.hides_parents
