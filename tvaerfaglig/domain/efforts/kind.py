"""A kind of indsats as data: whom it is about, its phases, its rhythm, who does what, and its papers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from tvaerfaglig.domain.efforts.form import EffortForm
from tvaerfaglig.domain.efforts.rhythm import PhaseRule, Rhythm, TalkRule
from tvaerfaglig.domain.kind_files.kept import KeptKind, KindsPutAway
from tvaerfaglig.domain.people import Role


class Subject(StrEnum):
    """Whom an indsats is about. An unborn child is a child with a due day and no birthday."""

    BARN = "barn"
    UFOEDT = "ufoedt"
    FAMILIE = "familie"
    AKTIVITET = "aktivitet"
    HUS = "hus"

    @property
    def word(self) -> str:
        return {
            "barn": "et barn",
            "ufoedt": "et ufødt barn",
            "familie": "en familie",
            "aktivitet": "en aktivitet",
            "hus": "huset",
        }[self.value]

    @property
    def has_families(self) -> bool:
        """Whether somebody is enrolled in it."""
        return self in {Subject.BARN, Subject.UFOEDT, Subject.FAMILIE}


class Direction(StrEnum):
    """The three ways of working that the first evaluation told apart."""

    FORAELDRE = "foraeldre"
    BARN_FAMILIE = "barn_familie"
    BREDT = "bredt"

    @property
    def word(self) -> str:
        return {
            "foraeldre": "rettet mod forældrene",
            "barn_familie": "om det enkelte barn eller den enkelte familie",
            "bredt": "bredt i huset",
        }[self.value]


class Indicator(StrEnum):
    """What is counted of it in *Tal*."""

    FOERSTE_HJAELP = "foerste_hjaelp"
    FREMMOEDE = "fremmoede"
    FRAFALD = "frafald"
    VENTETID = "ventetid"
    MAAL = "maal"
    VIDERE = "videre"
    BEKYMRING = "bekymring"
    BESOEG_HOLDT = "besoeg_holdt"
    AFTALER_HOLDT = "aftaler_holdt"
    TIMER = "timer"
    FAELLES_START = "faelles_start"
    KONTAKT_VED_TO = "kontakt_ved_to"
    VARIGHED = "varighed"

    @property
    def word(self) -> str:
        return _INDICATORS[self.value]


_INDICATORS = {
    "foerste_hjaelp": "alder ved første hjælp",
    "fremmoede": "fremmøde",
    "frafald": "familier, der holder op før tid",
    "ventetid": "ventetid",
    "maal": "ændring på målene",
    "videre": "familier, der er gået videre til anden hjælp",
    "bekymring": "bekymring fra start til nu",
    "besoeg_holdt": "planlagte besøg, der blev holdt",
    "aftaler_holdt": "aftaler, der blev holdt til tiden",
    "timer": "timer",
    "faelles_start": "barnets alder ved fælles start",
    "kontakt_ved_to": "familier med kontakt, til barnet er to år",
    "varighed": "indsatser, der varer over et halvt år",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatRule:
    """A part in it, for one of these professions (`roles` empty: somebody without a key, as a volunteer)."""

    id: str
    name: str
    roles: tuple[Role, ...] = ()
    number: int = 1
    meaning: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Priority:
    """Why a family comes before others on the waiting list: the first in the kind's order comes first."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EffortKind:
    """`max_families` 0: no limit. `consent`: nobody is enrolled without the family's yes written down.

    `invitation` is what parents read on the sheet that asks them, `invitation_born` what they read instead where
    the child was expected and is born by now.
    """

    id: str
    nr: int
    name: str
    line: str
    purpose: str
    about: tuple[Subject, ...]
    direction: Direction
    under_age: int
    with_parents: bool
    consent: bool
    max_families: int
    rhythm: Rhythm
    seats: tuple[SeatRule, ...]
    phases: tuple[PhaseRule, ...]
    talks: tuple[TalkRule, ...]
    priorities: tuple[Priority, ...]
    absences: tuple[str, ...]
    may: tuple[str, ...]
    may_not: tuple[str, ...]
    forms: tuple[EffortForm, ...]
    papers: tuple[str, ...]
    indicators: tuple[Indicator, ...]
    invitation: str = ""
    invitation_born: str = ""

    @property
    def has_families(self) -> bool:
        return any(one.has_families for one in self.about)

    @property
    def has_volunteers(self) -> bool:
        """Where it is said what is and is not the task."""
        return bool(self.may)

    def seat(self, seat_id: str) -> SeatRule | None:
        return next((one for one in self.seats if one.id == seat_id), None)

    def phase(self, phase_id: str) -> PhaseRule | None:
        return next((one for one in self.phases if one.id == phase_id), None)

    def form(self, form_id: str) -> EffortForm | None:
        return next((one for one in self.forms if one.id == form_id), None)

    def priority_rank(self, priority: str) -> int:
        """How early in the order; without a (known) reason behind them all."""
        ids = [one.id for one in self.priorities]
        return ids.index(priority) if priority in ids else len(ids)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptEffortKind(KeptKind):
    """Also the program's own (`shipped`), as it was when an effort began by it."""

    KIND: ClassVar[str] = "indsatsform"

    shipped: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EffortKindsPutAway(KindsPutAway):
    KIND: ClassVar[str] = "indsatsformer_fra"
