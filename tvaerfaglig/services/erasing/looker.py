"""Looks through the vault for what has been kept long enough, one period after the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.attendance import Attendance
from tvaerfaglig.domain.concern import Concern, NotNow, Position, PositionSet
from tvaerfaglig.domain.contact import Absence, ParentContact, ParentRemark
from tvaerfaglig.domain.efforts.records import Enrolment
from tvaerfaglig.domain.efforts.sheets import Sheet
from tvaerfaglig.domain.konsultation import Agreement, Konsultation, KonsultationKind
from tvaerfaglig.domain.observation import Observation, Sign
from tvaerfaglig.domain.people import Child
from tvaerfaglig.domain.record import Record
from tvaerfaglig.domain.retention import Held, Verdict, judge
from tvaerfaglig.domain.rounds.records import Joint, Rating
from tvaerfaglig.domain.statusudtalelser.records import (
    StatusStage,
    Statusudtalelse,
)
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.domain.underretning import (
    Section,
    Stage,
    Underretning,
)
from tvaerfaglig.domain.visiting.contribution import Contribution
from tvaerfaglig.services.erasing.due_item import DueItem
from tvaerfaglig.services.erasing.efforts import left_by_efforts
from tvaerfaglig.services.erasing.holds import letter_stages
from tvaerfaglig.services.erasing.parts import finished_once, with_letter, with_status
from tvaerfaglig.services.erasing.periods import KeptFor
from tvaerfaglig.services.erasing.visits import asked_before, left_by_visits
from tvaerfaglig.services.statusudtalelser.stages import status_stages
from tvaerfaglig.store import queries
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
class Looker:
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
            records = (letter.id, *with_letter(self.vault, letter.id, child))
            verdict = self._judged("usendt", touched, child, letter.id)
            what = "Underretning, der aldrig blev sendt"
            key = f"usendt:{letter.id}"
            yield DueItem(key, "usendt", child, self._name(child), what, touched, verdict, records)

    def _never_answered(self) -> Iterator[DueItem]:
        """A statusudtalelse that was begun and never finished; one that is finished may have been sent by hand."""
        for status, stage in status_stages(self.vault, self.children):
            if stage is not StatusStage.KLADDE or finished_once(self.vault, status):
                continue
            child, touched = status.record.child, status.changed_at.date()
            verdict = self._judged("usendt", touched, child, status.id)
            records = (status.id, *with_status(self.vault, status.id, child))
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
