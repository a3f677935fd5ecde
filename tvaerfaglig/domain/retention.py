"""When something has been kept long enough, and what keeps it back. Nothing here erases: a person does.

A day is due after the period's last day, never on it: a month that has no such day ends with its last.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import ClassVar

from tvaerfaglig.domain.record import Record, moment

MOST_MONTHS = 1200


class Start(StrEnum):
    """What a period is counted from."""

    UDMELDT = "udmeldt"
    HAENDT = "haendt"
    ROERT = "roert"
    SAGEN = "sagen"

    @property
    def word(self) -> str:
        words = {
            "udmeldt": "fra barnet er udmeldt",
            "haendt": "fra dagen, det handler om",
            "roert": "fra det sidst blev ændret",
            "sagen": "så længe som barnets sag",
        }
        return words[self.value]


class Label(StrEnum):
    """Who stands behind a period."""

    KL = "kl"
    LOCAL = "lokal"
    OURS = "forslag"

    @property
    def word(self) -> str:
        words = {
            "kl": "KL's anbefaling",
            "lokal": "lokal praksis",
            "forslag": "vores forslag, ikke lov",
        }
        return words[self.value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """How long one kind of thing is kept, as the program's file proposes it."""

    id: str
    name: str
    what: str
    months: int
    start: Start
    label: Label
    because: str
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """A reason to erase. `early`: also before the period is over."""

    id: str
    words: str
    help: str
    early: bool = False


@dataclass(frozen=True, slots=True)
class Retention:
    """What the file says, and when somebody last read it over."""

    periods: tuple[Period, ...]
    grounds: tuple[Ground, ...]
    caution: str
    checked_on: date
    checked_by: str

    def period(self, period_id: str) -> Period | None:
        return next((one for one in self.periods if one.id == period_id), None)

    def ground(self, ground_id: str) -> Ground | None:
        return next((one for one in self.grounds if one.id == ground_id), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodChosen(Record):
    """The house's own period instead of the file's. One record for each, with its versions: who, when, why."""

    KIND: ClassVar[str] = "opbevaring"

    period: str
    months: int
    because: str = ""


class HeldBy(StrEnum):
    """What keeps a child's file from being erased."""

    UNDERRETNING = "underretning"
    STATUSUDTALELSE = "statusudtalelse"
    BEKYMRING = "bekymring"
    BESLUTNING = "beslutning"
    AFTALE = "aftale"
    INDSATS = "indsats"
    VAERN = "vaern"
    KLAGE = "klage"
    AKTINDSIGT = "aktindsigt"
    RETSSAG = "retssag"
    ANDET = "andet"

    @property
    def word(self) -> str:
        return _HELD_WORDS[self]

    @property
    def by_hand(self) -> bool:
        """Set by somebody, not found in what is written."""
        return self in {HeldBy.KLAGE, HeldBy.AKTINDSIGT, HeldBy.RETSSAG, HeldBy.ANDET}


_HELD_WORDS = {
    HeldBy.UNDERRETNING: "en underretning er ikke lukket",
    HeldBy.STATUSUDTALELSE: "en statusudtalelse er ikke sendt",
    HeldBy.BEKYMRING: "en bekymring er åben",
    HeldBy.BESLUTNING: "en beslutning om ikke at underrette er ikke set igen",
    HeldBy.AFTALE: "en aftale er åben",
    HeldBy.INDSATS: "en plads i en indsats er ikke afsluttet",
    HeldBy.VAERN: "værnet er sat",
    HeldBy.KLAGE: "der er en klage",
    HeldBy.AKTINDSIGT: "der er bedt om aktindsigt eller indsigt",
    HeldBy.RETSSAG: "der er en sag ved retten eller hos politiet",
    HeldBy.ANDET: "lederen har sat det i bero",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold(Record):
    """A child's file kept back by hand, with a reason and a day. Lifted with a reason."""

    KIND: ClassVar[str] = "bero"

    child: str
    why: HeldBy
    because: str
    since: date
    by: str = ""
    lifted_on: date | None = None
    lifted_because: str = ""

    def about(self) -> tuple[str, ...]:
        return (self.child,)

    def happened(self) -> str:
        return moment(self.since)

    def state(self) -> str:
        return "loeftet" if self.lifted_on else "sat"


@dataclass(frozen=True, slots=True)
class Held:
    """One thing that keeps a child's file back; `record` is the one that says so."""

    why: HeldBy
    record: str
    since: date | None = None
    because: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """From which day it may go (None: its period does not run yet), and what keeps it back."""

    due_from: date | None
    holds: tuple[Held, ...]
    today: date

    @property
    def reached(self) -> bool:
        """The period is over, whatever holds it."""
        return self.due_from is not None and self.due_from <= self.today

    @property
    def due(self) -> bool:
        return self.reached and not self.holds


def judge(
    months: int,
    start: date | None,
    holds: tuple[Held, ...],
    today: date,
    *,
    itself: frozenset[str] = frozenset(),
) -> Verdict:
    """Whether something is due. Without a `start` (the child is here still) nothing is.

    What is judged never holds itself back: an old draft is no open case of its own (`itself`).
    """
    holding = tuple(one for one in holds if one.record not in itself)
    if start is None or not 1 <= months <= MOST_MONTHS:
        return Verdict(None, holding, today)
    return Verdict(last_day(start, months) + timedelta(days=1), holding, today)


def last_day(start: date, months: int) -> date:
    """The same day so many months on; the last of the month where there is no such day."""
    years, month = divmod(start.month - 1 + months, 12)
    year = start.year + years
    if year > date.max.year - 1:
        return date.max - timedelta(days=1)
    return date(year, month + 1, min(start.day, calendar.monthrange(year, month + 1)[1]))


def length(months: int) -> str:
    """How long, in words: "5 år", "1 år og 6 måneder", "3 måneder"."""
    years, rest = divmod(months, 12)
    said = [f"{years} år"] if years else []
    said += [f"{rest} måned{'' if rest == 1 else 'er'}"] if rest or not years else []
    return " og ".join(said)
