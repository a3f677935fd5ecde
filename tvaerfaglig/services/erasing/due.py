"""What has been kept long enough: listed for the leader, who decides. Nothing is erased by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.attendance import Attendance
from tvaerfaglig.domain.concern import Concern, NotNow, Position, PositionSet
from tvaerfaglig.domain.contact import Absence, ParentContact, ParentRemark
from tvaerfaglig.domain.efforts.records import Enrolment
from tvaerfaglig.domain.efforts.sheets import Sheet
from tvaerfaglig.domain.follow_up import Contacted, Journalled, LookAgain, Reminder
from tvaerfaglig.domain.interview.told import Told
from tvaerfaglig.domain.konsultation import Agreement, Konsultation, KonsultationKind
from tvaerfaglig.domain.letter_beside import Proposal, ProposalAnswer, WhyChanged
from tvaerfaglig.domain.observation import Observation, Sign
from tvaerfaglig.domain.people import Child
from tvaerfaglig.domain.record import Record
from tvaerfaglig.domain.retention import Held, Retention, Verdict, judge
from tvaerfaglig.domain.rounds.records import Joint, Rating
from tvaerfaglig.domain.statusudtalelser.records import (
    StatusFinished,
    StatusStage,
    StatusStep,
    Statusudtalelse,
)
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.domain.underretning import (
    Comment,
    Dismissed,
    Finished,
    Section,
    Stage,
    Step,
    Underretning,
)
from tvaerfaglig.domain.visiting.contribution import Contribution
from tvaerfaglig.services.erasing.efforts import left_by_efforts
from tvaerfaglig.services.erasing.holds import holds_of, letter_stages
from tvaerfaglig.services.erasing.periods import KeptFor, leads, periods
from tvaerfaglig.services.erasing.visits import asked_before, left_by_visits
from tvaerfaglig.services.session import Session
from tvaerfaglig.services.statusudtalelser.stages import status_stages
from tvaerfaglig.store import everything, queries
from tvaerfaglig.store.vault import Vault

_NEVER_SENT = {Stage.KLADDE, Stage.HENLAGT}  # one that is finished may have been sent by hand
_FOLLOWS_UP: tuple[type[Record], ...] = (
    ParentContact,
    ParentRemark,
    Konsultation,
    Concern,
    NotNow,
    Agreement,
    PositionSet,
    Underretning,
    Statusudtalelse,
    Contribution,
    Enrolment,
    Sheet,
)


@dataclass(frozen=True, slots=True)
class DueItem:
    """One thing whose period is over. `key` names it to the services; `child` is "" for what is about nobody."""

    key: str
    period: str
    child: str
    title: str
    what: str
    since: date
    verdict: Verdict
    records: tuple[str, ...] = ()

    @property
    def whole(self) -> bool:
        """The child's whole file, and not single records."""
        return self.period == "sagen"


@dataclass(frozen=True, slots=True)
class DueList:
    """What may go now, what is held back though its period is over, and when the next file is due."""

    items: tuple[DueItem, ...]
    held: tuple[DueItem, ...]
    next_on: date | None
    periods: dict[str, KeptFor]
    today: date


def due_list(session: Session, retention: Retention) -> DueList:
    """Everything of the leader's own children, left ones too, and what her houses wrote about nobody."""
    leads(session)
    kept = periods(session, retention)
    children = session.children()
    holds = holds_of(session.vault, children)
    houses = frozenset(session.actor.houses)
    looker = _Looker(session.vault, kept, children, holds, houses, session.today)
    found = [*looker.all(), *_drafts(session, kept["kladde"])]
    over = [one for one in found if one.verdict.reached]
    files = {one.child for one in over if one.whole}
    over = [one for one in over if one.whole or one.child not in files]
    over.sort(key=lambda one: (one.verdict.due_from or date.max, one.title))
    coming = [one.verdict.due_from for one in found if one.whole and not one.verdict.reached]
    return DueList(
        items=tuple(one for one in over if one.verdict.due),
        held=tuple(one for one in over if not one.verdict.due),
        next_on=min((day for day in coming if day), default=None),
        periods=kept,
        today=session.today,
    )


def files_due(session: Session, retention: Retention) -> int:
    """How many children's files may go: what Overblik says, quickly."""
    if not session.actor.role.leads:
        return 0
    kept = periods(session, retention)["sagen"]
    gone = {
        one: stored
        for one, stored in session.children().items()
        if stored.record.left and judge(kept.months, stored.record.left, (), session.today).due
    }
    holds = holds_of(session.vault, gone) if gone else {}
    return sum(not held for held in holds.values())


@dataclass(frozen=True, slots=True)
class _Looker:
    """Looks through one vault; a period is a function of its own, named as the file names it."""

    vault: Vault
    kept: dict[str, KeptFor]
    children: dict[str, Stored[Child]]
    holds: dict[str, tuple[Held, ...]]
    houses: frozenset[str]
    today: date

    def all(self) -> Iterator[DueItem]:
        yield from self._files()
        yield from self._wonderings()
        yield from self._anonymous()
        yield from self._never_sent()
        yield from self._never_answered()
        yield from self._absence()
        yield from self._rounds()
        yield from self._visits()

    def _judged(self, period: str, start: date | None, child: str, *records: str) -> Verdict:
        held = self.holds.get(child, ())
        months = self.kept[period].months if period in self.kept else 0
        return judge(months, start, held, self.today, itself=frozenset(records))

    def _is_ours(self, talk: Konsultation) -> bool:
        """One that no house is written on is everybody's to see to."""
        return not talk.dagtilbud or talk.dagtilbud in self.houses

    def _name(self, child: str) -> str:
        return self.children[child].record.name

    def _files(self) -> Iterator[DueItem]:
        for one, stored in self.children.items():
            left = stored.record.left
            if left is not None:
                verdict = self._judged("sagen", left, one)
                what = "Hele sagen"
                yield DueItem(f"sagen:{one}", "sagen", one, stored.record.name, what, left, verdict)

    def _wonderings(self) -> Iterator[DueItem]:
        """Observations that nothing came of; not those that a letter or statusudtalelse took in."""
        followed = self._followed()
        cited = {
            row.observation
            for section in queries.of_children(self.vault, Section, self.children)
            for row in section.record.rows
        }
        cited |= {
            row.observation
            for status in queries.of_children(self.vault, Statusudtalelse, self.children)
            for row in status.record.rows
        }
        found: dict[str, list[Stored[Observation]]] = {}
        for seen in queries.of_children(self.vault, Observation, self.children):
            about = seen.record.about()
            nothing = all(followed.get(one, date.min) < seen.record.day for one in about)
            ours = all(one in self.children for one in about)
            if nothing and ours and seen.id not in cited and seen.record.sign is not Sign.RESSOURCE:
                found.setdefault(about[0], []).append(seen)
        for child, wonderings in found.items():
            over = [
                one
                for one in wonderings
                if self._judged("undring", one.record.day, child).reached
                and not any(self.holds.get(other) for other in one.record.about()[1:])
            ]
            if over:
                yield self._several("undring", child, over, [one.record.day for one in over])

    def _followed(self) -> dict[str, date]:
        """For each child the last day that somebody acted on anything."""
        last: dict[str, date] = {}
        for kind in _FOLLOWS_UP:
            for child, day in queries.last_day(self.vault, kind, self.children).items():
                last[child] = max(last.get(child, date.min), date.fromisoformat(day))
        positions = queries.latest_of_children(self.vault, PositionSet, self.children)
        worried = {
            one for one, set_ in positions.items() if set_.record.position is not Position.TRIVES
        }
        return last | dict.fromkeys(worried, date.max)

    def _several(
        self, period: str, child: str, over: list[Stored[Observation]], days: list[date]
    ) -> DueItem:
        many = danish.count(len(over), "observation", "observationer")
        return DueItem(
            f"{period}:{child}",
            period,
            child,
            self._name(child),
            f"{many}, der ikke blev fulgt op",
            min(days),
            self._judged(period, max(days), child),
            tuple(one.id for one in over),
        )

    def _anonymous(self) -> Iterator[DueItem]:
        agreements: dict[str, list[str]] = {}
        for one in queries.all_of(self.vault, Agreement):
            if not one.record.child:
                agreements.setdefault(one.record.konsultation, []).append(one.id)
        asked = asked_before(self.vault)
        for talk in queries.all_of(self.vault, Konsultation):
            if talk.record.kind is KonsultationKind.ANONYM and self._is_ours(talk.record):
                records = (talk.id, *agreements.get(talk.id, ()), *asked.get(talk.id, ()))
                verdict = self._judged("anonym", talk.record.day, "")
                title = f"Drøftelse {danish.day(talk.record.day)}"
                what = "Anonym drøftelse med sine aftaler"
                yield DueItem(
                    f"anonym:{talk.id}",
                    "anonym",
                    "",
                    title,
                    what,
                    talk.record.day,
                    verdict,
                    records,
                )

    def _never_sent(self) -> Iterator[DueItem]:
        for letter, stage in letter_stages(self.vault, self.children):
            if stage not in _NEVER_SENT:
                continue
            child, touched = letter.record.child, self._touched(letter)
            records = (letter.id, *_with_letter(self.vault, letter.id, child))
            verdict = self._judged("usendt", touched, child, letter.id)
            what = "Underretning, der aldrig blev sendt"
            key = f"usendt:{letter.id}"
            yield DueItem(key, "usendt", child, self._name(child), what, touched, verdict, records)

    def _never_answered(self) -> Iterator[DueItem]:
        """A statusudtalelse that was begun and never finished; one that is finished may have been sent by hand."""
        for status, stage in status_stages(self.vault, self.children):
            if stage is not StatusStage.KLADDE or _finished_once(self.vault, status):
                continue
            child, touched = status.record.child, status.changed_at.date()
            verdict = self._judged("usendt", touched, child, status.id)
            records = (status.id, *_with_status(self.vault, status.id, child))
            what = "Statusudtalelse, der aldrig blev afsluttet"
            key = f"usendt:{status.id}"
            yield DueItem(key, "usendt", child, self._name(child), what, touched, verdict, records)

    def _touched(self, letter: Stored[Underretning]) -> date:
        sections = queries.of_child(self.vault, Section, letter.record.child)
        own = [one.changed_at for one in sections if one.record.underretning == letter.id]
        return max([letter.changed_at, *own]).date()

    def _absence(self) -> Iterator[DueItem]:
        """Single absences, and the months of the attendance lists."""
        kinds: tuple[type[Absence | Attendance], ...] = (Absence, Attendance)
        found: dict[str, list[Stored[Any]]] = {}
        for one in (
            o for kind in kinds for o in queries.of_children(self.vault, kind, self.children)
        ):
            if self._judged("fravaer", one.record.last, one.record.child).reached:
                found.setdefault(one.record.child, []).append(one)
        for child, over in found.items():
            many = danish.count(len(over), "registrering", "registreringer")
            last = max(one.record.last for one in over)
            yield DueItem(
                f"fravaer:{child}",
                "fravaer",
                child,
                self._name(child),
                f"Fravær, {many}",
                min(one.record.first for one in over),
                self._judged("fravaer", last, child),
                tuple(one.id for one in over),
            )

    def _visits(self) -> Iterator[DueItem]:
        """What visits and indsatser left about nobody, one thing to decide on for each house and period."""

        def reached(period: str, day: date) -> bool:
            return self._judged(period, day, "").reached

        left = (
            *left_by_visits(self.vault, self.houses, reached),
            *left_by_efforts(self.vault, self.houses, reached),
        )
        for over in left:
            yield DueItem(
                f"{over.period}:{over.house}",
                over.period,
                "",
                f"{over.title} fra {danish.day(over.first)}",
                over.what,
                over.first,
                self._judged(over.period, over.last, ""),
                over.records,
            )

    def _rounds(self) -> Iterator[DueItem]:
        """What rounds left of a child who is no longer here: they are for the work with her, and that is over."""
        gone = {one: kept.record.left for one, kept in self.children.items() if kept.record.left}
        found: dict[str, list[str]] = {}
        kinds: tuple[type[Rating | Joint], ...] = (Rating, Joint)
        for kind in kinds:
            for one in queries.of_children(self.vault, kind, gone):
                found.setdefault(one.record.child, []).append(one.id)
        for child, records in found.items():
            yield DueItem(
                f"runde:{child}",
                "runde",
                child,
                self._name(child),
                "Vurderinger i trivselsrunder",
                gone[child] or self.today,
                self._judged("runde", gone[child], child),
                tuple(records),
            )


def _with_letter(vault: Vault, letter: str, child: str) -> Iterator[str]:
    """What a letter is made of besides its head."""
    kinds: tuple[type[Record], ...] = (
        Section, Comment, Dismissed, Told, Finished, Step, Contacted, LookAgain, Reminder, Journalled,
        Proposal, ProposalAnswer, WhyChanged,
    )  # fmt: skip
    for kind in kinds:
        for one in queries.of_child(vault, kind, child):
            if getattr(one.record, "underretning", "") == letter:
                yield one.id


def _with_status(vault: Vault, status: str, child: str) -> Iterator[str]:
    """Its finished copies and what was done with it."""
    kinds: tuple[type[StatusFinished | StatusStep], ...] = (StatusFinished, StatusStep)
    for kind in kinds:
        for one in queries.of_child(vault, kind, child):
            if one.record.status == status:
                yield one.id


def _finished_once(vault: Vault, status: Stored[Statusudtalelse]) -> bool:
    copies = queries.of_child(vault, StatusFinished, status.record.child)
    return any(one.record.status == status.id for one in copies)


def parts_of(vault: Vault, record: str, child: str) -> tuple[str, ...]:
    """The records that go with one: a letter's, a statusudtalelse's, a konsultation's agreements and questions."""
    kind = queries.kind_of(vault, record)
    if kind == Underretning.KIND:
        return (record, *_with_letter(vault, record, child))
    if kind == Statusudtalelse.KIND:
        return (record, *_with_status(vault, record, child))
    if kind == Konsultation.KIND:
        made = (
            one.id for one in queries.all_of(vault, Agreement) if one.record.konsultation == record
        )
        return (record, *made, *asked_before(vault).get(record, ()))
    return (record,)


def _drafts(session: Session, kept: KeptFor) -> Iterable[DueItem]:
    """What nobody saved: its writer and its day, never its words."""
    staff = session.staff()
    mine = set(session.actor.houses)
    for owner, draft in everything.all_drafts(session.vault):
        person = staff.get(owner)
        if person is None or not mine & set(person.houses):
            continue
        day = draft.at.astimezone(session.now.tzinfo).date()
        yield DueItem(
            f"kladde:{owner}:{draft.key}",
            "kladde",
            "",
            f"Kladde hos {person.name}",
            "Aldrig gemt. Kun den, der skrev den, kan læse den.",
            day,
            judge(kept.months, day, (), session.today),
        )
