"""A kind of indsats as data: whom it is about, its phases, its rhythm, who does what, and its papers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

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


class Anchor(StrEnum):
    """The day that a phase or a talk is counted from."""

    START = "start"
    TERMIN = "termin"
    FOEDSEL = "foedsel"
    FORRIGE = "forrige"

    @property
    def word(self) -> str:
        words = {
            "start": "starten",
            "termin": "terminen",
            "foedsel": "fødslen",
            "forrige": "den forrige fase",
        }
        return words[self.value]


@dataclass(frozen=True, slots=True)
class Point:
    """A day by rule: so many months and weeks after something has happened."""

    anchor: Anchor
    months: int = 0
    weeks: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseRule:
    """`ends` is None where the phase lasts until the next begins. `responsible` is a seat of the kind."""

    id: str
    name: str
    responsible: str
    begins: Point
    ends: Point | None = None
    guidance: str = ""


class Every(StrEnum):
    """How a rhythm is counted. `INGEN`: the days are agreed one at a time."""

    UGER = "uger"
    AAR = "aar"
    INGEN = "ingen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rhythm:
    """Every `number` weeks, or `number` times a year; from `least` to `most` times in all where it ends.

    Where the house is closed a weekly day is left out and the plan grows at the end; one of a year is moved.
    """

    every: Every = Every.INGEN
    number: int = 1
    least: int = 0
    most: int = 0
    status_weeks: int = 0

    def words(self) -> str:
        """Hver uge, 12–16 gange · hver 2. uge · 8–10 gange om året · efter aftale."""
        if self.every is Every.INGEN:
            return "Efter aftale"
        times = f"{self.least}–{self.most}" if self.most > self.least else str(self.most)
        if self.every is Every.AAR:
            return f"{_times(times if self.most else str(self.number))} om året"
        said = "Hver uge" if self.number == 1 else f"Hver {self.number}. uge"
        return f"{said}, {_times(times)}" if self.most else said

    def status_words(self) -> str:
        """Hver uge · hver 8. uge; nothing where no status is held."""
        if not self.status_weeks:
            return ""
        return "hver uge" if self.status_weeks == 1 else f"hver {self.status_weeks}. uge"


def _times(said: str) -> str:
    return f"{said} gang" if said == "1" else f"{said} gange"


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkRule:
    """A talk with the parents that has its time; `again_months` where it comes back.

    `form` is the form that is written at it, by which one knows that it was held.
    """

    id: str
    name: str
    at: Point
    again_months: int = 0
    form: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatRule:
    """A part in it, for one of these professions (`roles` empty: somebody without a key, as a volunteer)."""

    id: str
    name: str
    roles: tuple[Role, ...] = ()
    number: int = 1
    meaning: str = ""


class FieldType(StrEnum):
    """How a field of a form is answered; goals, phases and days are drawn from what stands elsewhere."""

    TEKST = "tekst"
    LINJER = "linjer"
    VALG = "valg"
    DAG = "dag"
    UGE = "uge"
    MAAL = "maal"
    FASER = "faser"
    FREMMOEDE = "fremmoede"


@dataclass(frozen=True, slots=True, kw_only=True)
class FormField:
    """`parents`: the family's own words, which are gone while the guard hides them."""

    id: str
    name: str
    type: FieldType = FieldType.TEKST
    guidance: str = ""
    choices: tuple[str, ...] = ()
    must: bool = False
    parents: bool = False


class FormUse(StrEnum):
    """When a form is filled in. The three first are what goals are scored at."""

    START = "start"
    STATUS = "status"
    SLUT = "slut"
    UNDERVEJS = "undervejs"

    @property
    def word(self) -> str:
        words = {
            "start": "ved start",
            "status": "status",
            "slut": "til slut",
            "undervejs": "undervejs",
        }
        return words[self.value]


@dataclass(frozen=True, slots=True, kw_only=True)
class EffortForm:
    """`about_house`: a sheet of the effort itself, which names nobody. `reviewed_by` reads it after its writer."""

    id: str
    name: str
    use: FormUse
    guidance: str = ""
    written_by: tuple[Role, ...] = ()
    reviewed_by: tuple[Role, ...] = ()
    about_house: bool = False
    fields: tuple[FormField, ...] = ()

    def field(self, field_id: str) -> FormField | None:
        return next((one for one in self.fields if one.id == field_id), None)


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
