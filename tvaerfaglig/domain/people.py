"""The people and the places: the house, its stuer, its staff, the children and those who raise them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.record import Record, text_of


class Role(StrEnum):
    PAEDAGOG = "paedagog"
    MEDHJAELPER = "medhjaelper"
    DAGPLEJER = "dagplejer"
    DAGPLEJEPAEDAGOG = "dagplejepaedagog"
    LEDER = "leder"
    SOUSCHEF = "souschef"
    SOCIALRAADGIVER = "socialraadgiver"
    SUNDHEDSPLEJERSKE = "sundhedsplejerske"
    PSYKOLOG = "psykolog"

    @property
    def word(self) -> str:
        return _ROLE_WORDS[self]

    @property
    def leads(self) -> bool:
        """A souschef acts as leder (decisions.md no. 2)."""
        return self in {Role.LEDER, Role.SOUSCHEF}

    @property
    def visits(self) -> bool:
        """Comes to the house, and sees only what is shared by an act."""
        return self in {Role.SOCIALRAADGIVER, Role.SUNDHEDSPLEJERSKE, Role.PSYKOLOG}


_ROLE_WORDS = {
    Role.PAEDAGOG: "pædagog",
    Role.MEDHJAELPER: "pædagogmedhjælper",
    Role.DAGPLEJER: "dagplejer",
    Role.DAGPLEJEPAEDAGOG: "dagplejepædagog",
    Role.LEDER: "leder",
    Role.SOUSCHEF: "souschef",
    Role.SOCIALRAADGIVER: "socialrådgiver",
    Role.SUNDHEDSPLEJERSKE: "sundhedsplejerske",
    Role.PSYKOLOG: "psykolog",
}


class DagtilbudKind(StrEnum):
    BOERNEHUS = "boernehus"
    DAGPLEJE = "dagpleje"


class Controller(StrEnum):
    """Who answers for the data; a private house needs a basis for CPR numbers."""

    KOMMUNAL = "kommunal"
    SELVEJENDE = "selvejende"
    PRIVAT = "privat"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stue:
    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dagtilbud(Record):
    """A house, or a dagpleje; `own_stue_only` narrows what a pædagog sees to her stuer.

    `dpo` is how to reach the data protection officer; `data_basis` what a house that is not the
    municipality's writes about children by. Where fewer than `alike` children fit an anonymous text one is
    asked whether it could be said more broadly. A volunteer's børneattest is asked for anew after
    `attest_years`; 0 where the house has no such rule.
    """

    KIND: ClassVar[str] = "dagtilbud"

    name: str
    kind: DagtilbudKind = DagtilbudKind.BOERNEHUS
    address: str = ""
    phone: str = ""
    email: str = ""
    municipality: str = ""
    receiver: str = ""
    controller: Controller = Controller.KOMMUNAL
    cpr_basis: str = ""
    data_basis: str = ""
    dpo: str = ""
    stuer: tuple[Stue, ...] = ()
    own_stue_only: bool = False
    alike: int = 5
    attest_years: int = 0

    def stue_name(self, stue_id: str) -> str:
        return next((stue.name for stue in self.stuer if stue.id == stue_id), "")


class Authority(StrEnum):
    """Whether somebody decides in cases at the municipality; then what she hears by name may count as told it."""

    JA = "ja"
    NEJ = "nej"
    UKENDT = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Staff(Record):
    """Anyone who works here or comes here. `oversees` are a dagplejepædagog's dagplejere."""

    KIND: ClassVar[str] = "medarbejder"

    name: str
    role: Role
    houses: tuple[str, ...] = ()
    stuer: tuple[str, ...] = ()
    oversees: tuple[str, ...] = ()
    phone: str = ""
    active: bool = True
    authority: Authority = Authority.UKENDT

    @property
    def first_name(self) -> str:
        return danish.first_name(self.name)


class Custody(StrEnum):
    FAELLES = "faelles"
    ENE = "ene"
    INGEN = "ingen"
    UKENDT = "ukendt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parent:
    """A parent or another custody holder; `custody` is hers, `contact` is samvær in plain words."""

    id: str
    name: str
    relation: str = ""
    custody: Custody = Custody.UKENDT
    lives_with: bool = False
    contact: str = ""
    address: str = ""
    protected: bool = False
    phone: str = ""
    language: str = ""
    interpreter: bool = False

    @property
    def holds_custody(self) -> bool:
        return self.custody in {Custody.FAELLES, Custody.ENE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sibling:
    """A sister or brother; `child` when she is known in the same vault."""

    name: str
    born: date | None = None
    child: str = ""
    note: str = ""


class Sex(StrEnum):
    PIGE = "pige"
    DRENG = "dreng"
    UKENDT = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Child(Record):
    """A child, or one expected (`due` and no `born`). `guests_with` are dagplejere with her as gæstebarn."""

    KIND: ClassVar[str] = "barn"

    name: str
    born: date | None = None
    due: date | None = None
    sex: Sex = Sex.UKENDT
    cpr: str = ""
    address: str = ""
    stays_at: str = ""
    municipality: str = ""
    protected: bool = False
    hide_house: bool = False
    parents: tuple[Parent, ...] = ()
    residence: str = ""
    language: str = ""
    interpreter: str = ""
    siblings: tuple[Sibling, ...] = ()
    household: str = ""
    dagtilbud: str = ""
    stue: str = ""
    dagplejer: str = ""
    guests_with: tuple[str, ...] = ()
    contact_person: str = ""
    enrolled: date | None = None
    left: date | None = None

    def about(self) -> tuple[str, ...]:
        return ()

    def state(self) -> str:
        return "udmeldt" if self.left else "indmeldt"

    def words(self) -> str:
        return text_of(self.name, *(parent.name for parent in self.parents))

    @property
    def is_expected(self) -> bool:
        """Not born yet; what is written is about a child all the same."""
        return self.born is None and self.due is not None

    @property
    def first_name(self) -> str:
        return danish.first_name(self.name)

    @property
    def short_name(self) -> str:
        """First name and initial, for lists where others can read along."""
        words = self.name.split()
        return f"{words[0]} {words[-1][0]}." if len(words) > 1 else self.name

    @property
    def custody_holders(self) -> tuple[Parent, ...]:
        return tuple(parent for parent in self.parents if parent.holds_custody)
