"""How long each kind of thing is kept here: the file's proposal, or what the house has chosen instead."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.retention import MOST_MONTHS, Period, PeriodChosen, Retention, Start, length
from tvaerfaglig.services.errors import NotAllowed, Unclear
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import past, queries


@dataclass(frozen=True, slots=True)
class KeptFor:
    """One period as it holds here. `chosen_at` is None where the file's own stands."""

    period: Period
    months: int
    chosen_by: str = ""
    chosen_at: datetime | None = None
    because: str = ""

    @property
    def own(self) -> bool:
        return self.months != self.period.months

    @property
    def words(self) -> str:
        """How long, from when: "5 år fra barnet er udmeldt"."""
        if self.period.start is Start.SAGEN:
            return self.period.start.word
        return f"{length(self.months)} {self.period.start.word}"

    @property
    def backing(self) -> str:
        """Who stands behind it: the file's label, or the house and when."""
        if not self.own or self.chosen_at is None:
            return self.period.label.word
        day = danish.day(self.chosen_at.date())
        return f"valgt af {self.chosen_by} {day} (før: {length(self.period.months)})"


def leads(session: Session) -> None:
    """Raises NotAllowed for anybody but a leader."""
    if not session.actor.role.leads:
        raise NotAllowed("Det er lederen, der sletter og bestemmer, hvor længe noget gemmes.")


def record_of(period_id: str) -> str:
    return f"{PeriodChosen.KIND}:{period_id}"


def periods(session: Session, retention: Retention) -> dict[str, KeptFor]:
    """Every period by its id, in the file's order."""
    staff = session.staff()
    found = {}
    for period in retention.periods:
        own = queries.one(session.vault, PeriodChosen, record_of(period.id))
        if own is None or period.start is Start.SAGEN:
            found[period.id] = KeptFor(period, period.months)
            continue
        by = staff[own.changed_by].name if own.changed_by in staff else "en, der er rejst"
        at = own.changed_at.astimezone(session.now.tzinfo)
        found[period.id] = KeptFor(period, own.record.months, by, at, own.record.because)
    return found


def choose_period(
    session: Session, retention: Retention, period_id: str, months: int, because: str
) -> Changes:
    """Keep another period here, from today on. Why is part of it, for the DPO will ask."""
    leads(session)
    period = retention.period(period_id)
    if period is None or period.start is Start.SAGEN:
        raise Unclear("Den periode kan ikke ændres for sig. Den følger barnets sag.")
    if not 1 <= months <= MOST_MONTHS:
        raise Unclear("Skriv et antal måneder fra 1 til 1200.")
    if months != period.months and not because.strip():
        raise Unclear("Skriv kort, hvem der har bestemt det, eller hvor det står.")
    chosen = PeriodChosen(period=period_id, months=months, because=because.strip())
    with session.write() as pen:
        pen.put(chosen, record_of(period_id))
        return pen.changes


@dataclass(frozen=True, slots=True)
class Choice:
    """One time somebody chose how long."""

    day: date
    by: str
    months: int
    because: str


def chosen_before(session: Session, period_id: str) -> tuple[Choice, ...]:
    """What was chosen, by whom and when, the newest first."""
    leads(session)
    staff = session.staff()
    return tuple(
        Choice(
            one.at.astimezone(session.now.tzinfo).date(),
            staff[one.by].name if one.by in staff else "en, der er rejst",
            one.record.months,
            one.record.because,
        )
        for one in reversed(past.versions(session.vault, PeriodChosen, record_of(period_id)))
        if one.record is not None
    )
