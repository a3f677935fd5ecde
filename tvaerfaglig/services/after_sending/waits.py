"""What waits after the sending, of every letter at once: answers, promises, the house's own day, the next letter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from tvaerfaglig.domain.deadline import receipt_due
from tvaerfaglig.domain.follow_up import Contacted, Journalled, LookAgain, Reminder
from tvaerfaglig.domain.ladder import Ladder, Offer, answer_due, next_offer, offers
from tvaerfaglig.domain.people import Child
from tvaerfaglig.domain.stored import Stored, as_written
from tvaerfaglig.domain.underretning import Stage, Step, Underretning
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries

T = TypeVar("T", Contacted, LookAgain, Reminder, Journalled)
OVER = {Stage.LUKKET, Stage.HENLAGT}


@dataclass(frozen=True, slots=True)
class Expected:
    """One thing that waits, by which day; what it is, and what it is about."""

    kind: str
    what: str
    about: str
    on: date


@dataclass(frozen=True, slots=True)
class Followed:
    """What follows the letters of all these children, read once."""

    contacts: dict[str, tuple[Contacted, ...]]
    days: dict[str, tuple[LookAgain, ...]]
    reminders: dict[str, tuple[tuple[str, Reminder], ...]]
    journalled: dict[str, tuple[Journalled, ...]]
    ladder: Ladder | None
    today: date

    def expected(
        self, letter: Stored[Underretning], child: str, stage: Stage, steps: tuple[Step, ...]
    ) -> Iterator[Expected]:
        """What is waited for of one letter. Nothing of one that is closed or laid aside."""
        if stage in OVER:
            return
        yield from self._answers(letter, child, stage, steps)
        yield from self.promised(letter, child, steps)
        for day in self.days.get(letter.id, ()):
            if day.done_on is None:
                about = day.why or f"Jeres egen dag efter underretningen om {child}"
                yield Expected("egen_dag", f"Følg op på underretningen om {child}", about, day.on)

    def _answers(
        self, letter: Stored[Underretning], child: str, stage: Stage, steps: tuple[Step, ...]
    ) -> Iterator[Expected]:
        """The answer that is missing, with what comes next where its day has come."""
        following = self._next(letter, stage, steps)
        late = following is not None and following.has_come(self.today)
        hint = f". Ring, eller skriv: {following.rung.name}" if following and late else ""
        if stage is Stage.AFSENDT:
            sent = next(one.day for one in reversed(steps) if one.stage is Stage.AFSENDT)
            receiver = letter.record.receiver or "kommunen"
            about = f"Underretning om {child}, vejledende{hint}"
            yield Expected("kvittering", f"Kvittering fra {receiver}", about, receipt_due(sent))
        told = answer_due(self.ladder, stage, steps) if self.ladder else None
        if stage is Stage.KVITTERET and told:
            about = f"Er der sat noget i gang? Husets egen dag, vejledende{hint}"
            yield Expected("orientering", f"Besked fra kommunen om {child}", about, told)
        if following and following.made and following.on:
            name = following.rung.name
            yield Expected(
                "rykker", f"Send: {name}", f"Om {child}. Færdig, ikke sendt", following.on
            )

    def _next(
        self, letter: Stored[Underretning], stage: Stage, steps: tuple[Step, ...]
    ) -> Offer | None:
        """The next letter on the ladder."""
        if self.ladder is None:
            return None
        return next_offer(offers(self.ladder, stage, steps, self.reminders.get(letter.id, ())))

    def promised(
        self, letter: Stored[Underretning], child: str, steps: tuple[Step, ...]
    ) -> Iterator[Expected]:
        """What they said they would do by a day, unless somebody has spoken with them since."""
        last = None
        for one in self.contacts.get(letter.id, ()):
            if one.how.is_answer:
                last = one
        if last is None or last.promised_on is None:
            return
        answered = any(
            one.stage in {Stage.KVITTERET, Stage.ORIENTERET} and one.day > last.day for one in steps
        )
        if not answered:
            what = last.promised or "De ville vende tilbage"
            whom = last.whom or "Kommunen"
            yield Expected("loefte", f"{whom} om {child}", f"De lovede: {what}", last.promised_on)

    def journal_number(self, letter: str) -> str | None:
        """The municipality's number of the newest mark; None where nothing is journalised."""
        standing = [one for one in self.journalled.get(letter, ()) if one.taken_back_on is None]
        return standing[-1].number if standing else None


def followed(
    session: Session, children: dict[str, Stored[Child]], ladder: Ladder | None
) -> Followed:
    reminders: dict[str, list[tuple[str, Reminder]]] = {}
    for one in as_written(queries.of_children(session.vault, Reminder, children)):
        reminders.setdefault(one.record.underretning, []).append((one.id, one.record))
    contacts = queries.of_children(session.vault, Contacted, children)
    return Followed(
        contacts=_by_letter(sorted(contacts, key=lambda one: one.record.happened())),
        days=_by_letter(queries.of_children(session.vault, LookAgain, children)),
        reminders={letter: tuple(found) for letter, found in reminders.items()},
        journalled=_by_letter(as_written(queries.of_children(session.vault, Journalled, children))),
        ladder=ladder,
        today=session.today,
    )


def _by_letter(stored: Iterable[Stored[T]]) -> dict[str, tuple[T, ...]]:
    found: dict[str, list[T]] = {}
    for one in stored:
        found.setdefault(one.record.underretning, []).append(one.record)
    return {letter: tuple(records) for letter, records in found.items()}
