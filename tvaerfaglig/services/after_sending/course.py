"""What happened after a letter was sent, gathered and in order: for its page, for papers, and for the lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time
from typing import TypeVar

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.follow_up import (
    Contacted,
    How,
    Journalled,
    LookAgain,
    Reminder,
    look_again_id,
)
from tvaerfaglig.domain.ladder import Ladder, Missing, Offer, answer_due, missing, offers
from tvaerfaglig.domain.roles import Action, may
from tvaerfaglig.domain.stored import Stored, Version, as_written
from tvaerfaglig.domain.underretning import (
    PhoneCall,
    Stage,
    Step,
    Underretning,
    stage_of,
)
from tvaerfaglig.services.after_sending.steps import may_correct as may_correct_step
from tvaerfaglig.services.letters.opening import copies_of, find, steps_of
from tvaerfaglig.services.names import Names, names
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import past, queries

R = TypeVar("R", Contacted, Reminder, Journalled)


@dataclass(frozen=True, slots=True)
class Happened:
    """One thing that happened, said as a sentence that stands alone; `record` is where it is written."""

    day: date
    at: time | None
    what: str
    record: str

    @property
    def when(self) -> str:
        at = f" kl. {danish.clock(self.at)}" if self.at else ""
        return f"{danish.day(self.day)}{at}"


@dataclass(frozen=True, slots=True, kw_only=True)
class After:
    """Everything that came after one letter. `marks` are by the finished paper they are about."""

    letter: str
    child: str
    stage: Stage
    sent: Step | None
    contacts: tuple[Stored[Contacted], ...]
    reminders: tuple[Stored[Reminder], ...]
    look_again: Stored[LookAgain] | None
    moves: tuple[Version[LookAgain], ...]
    marks: dict[str, Stored[Journalled]]
    missing: Missing
    answer_due: date | None
    offers: tuple[Offer, ...]
    told_back: tuple[str, ...]
    their_number: str
    may_correct: frozenset[str]
    names: Names
    today: date

    @property
    def waits_for_us(self) -> LookAgain | None:
        """The house's own day, while it has not been seen to."""
        kept = self.look_again.record if self.look_again else None
        return kept if kept and kept.done_on is None else None

    def name_of(self, reminder: Reminder) -> str:
        """»Rykker«, by the file; its own title where the file does not have it any more."""
        names = {one.rung.id: one.rung.name for one in self.offers}
        return names.get(reminder.rung, reminder.title)

    def mark(self, paper: str) -> Journalled | None:
        """That this paper is journalised, unless it was taken back."""
        found = self.marks.get(paper)
        return found.record if found and found.record.taken_back_on is None else None


def after(session: Session, letter_id: str, ladder: Ladder) -> After:
    """For the page of a letter, which has noted that it was opened."""
    head = find(session, letter_id)
    steps, copies = steps_of(session, head), copies_of(session, head)
    acts = tuple(one.record for one in steps)
    stage = stage_of(tuple(one.record for one in copies), acts)
    contacts = contacts_of(session, head)
    reminders = reminders_of(session, head)
    own = queries.one(session.vault, LookAgain, look_again_id(letter_id))
    return After(
        letter=letter_id,
        child=head.record.child,
        stage=stage,
        sent=sent_step(acts),
        contacts=contacts,
        reminders=reminders,
        look_again=own,
        moves=tuple(past.versions(session.vault, LookAgain, own.id)) if own else (),
        marks={one.record.paper: one for one in _of_letter(session, Journalled, head)},
        missing=missing(stage),
        answer_due=answer_due(ladder, stage, acts),
        offers=offers(ladder, stage, acts, [(one.id, one.record) for one in reminders]),
        told_back=head.record.writers or (head.written_by,),
        their_number=their_number(acts),
        may_correct=frozenset(
            [one.id for one in contacts if may_correct(session, one)]
            + [one.id for one in steps if may_correct_step(session, one)]
        ),
        names=names(session),
        today=session.today,
    )


def may_correct(session: Session, contact: Stored[Contacted]) -> bool:
    """Whoever wrote it down, and the leader of the house."""
    if contact.written_by == session.my_id:
        return True
    ties = session.ties(session.child(contact.record.child))
    return may(session.actor, Action.CORRECT, ties)


def contacts_of(session: Session, head: Stored[Underretning]) -> tuple[Stored[Contacted], ...]:
    """In the order they happened."""
    found = _of_letter(session, Contacted, head)
    return tuple(sorted(found, key=lambda one: (one.record.happened(), one.written_at)))


def reminders_of(session: Session, head: Stored[Underretning]) -> tuple[Stored[Reminder], ...]:
    return tuple(_of_letter(session, Reminder, head))


def _of_letter(session: Session, kind: type[R], head: Stored[Underretning]) -> list[Stored[R]]:
    found = queries.of_child(session.vault, kind, head.record.child)
    return as_written(one for one in found if one.record.underretning == head.id)


def sent_step(steps: Iterable[Step]) -> Step | None:
    """The last time it was sent."""
    sent = [one for one in steps if one.stage is Stage.AFSENDT]
    return sent[-1] if sent else None


def their_number(steps: Iterable[Step]) -> str:
    """The municipality's own number, as the newest receipt has it."""
    known = [one.journal for one in steps if one.stage is Stage.KVITTERET and one.journal]
    return known[-1] if known else ""


def what_happened(session: Session, letter_id: str, ladder: Ladder) -> tuple[Happened, ...]:
    """The dated list: sent, called, answered, written again. The first thing first."""
    head = find(session, letter_id)
    steps = steps_of(session, head)
    found = [
        *_phoned_before(head, [one.record for one in steps]),
        *(line for one in steps for line in _step(one)),
        *(_contact(one) for one in contacts_of(session, head)),
        *(line for one in reminders_of(session, head) for line in _sent_again(one, ladder)),
    ]
    return tuple(sorted(found, key=lambda one: (one.day, one.at or time(0))))


def _phoned_before(head: Stored[Underretning], steps: list[Step]) -> Iterator[Happened]:
    """Calls that stand in the letter; one that is a step too is told once."""
    told = {(one.day, one.at) for one in steps}
    for call in head.record.calls:
        if (call.day, call.at) not in told:
            yield Happened(call.day, call.at, _called(call), head.id)


def _called(call: PhoneCall) -> str:
    whom = call.spoke_with or "kommunen"
    number = f" på {call.number}" if call.number else ""
    return _sentences(f"Vi ringede og talte med {whom}{number}", call.agreed)


def _step(stored: Stored[Step]) -> Iterator[Happened]:
    said = step_words(stored.record)
    if said:
        yield Happened(stored.record.day, stored.record.at, said, stored.id)


def step_words(step: Step) -> str:
    """Of a step outwards or an answer; empty for what is the house's own."""
    to = f" til {step.receiver}" if step.receiver else ""
    if step.stage is Stage.AFSENDT and step.channel == "telefon":
        whom = f", og talte med {step.spoke_with}" if step.spoke_with else ""
        number = f" på {step.number}" if step.number else ""
        return _sentences(f"Vi underrettede i telefonen{number}{whom}", step.note)
    if step.stage is Stage.AFSENDT:
        how = f", {step.channel}" if step.channel else ""
        return _sentences(f"Underretning sendt{to}{how}")
    by = f" fra {step.receiver}" if step.receiver else ""
    number = f"Sagsnr. {step.journal}" if step.journal else ""
    if step.stage is Stage.KVITTERET:
        return _sentences(f"Kvittering modtaget{by}", number, step.note)
    if step.stage is Stage.ORIENTERET:
        return _sentences(f"Besked fra kommunen{by.replace(' fra ', ', ')}", step.note)
    return ""


def _contact(stored: Stored[Contacted]) -> Happened:
    made = stored.record
    return Happened(made.day, made.at, contact_words(made), stored.id)


def contact_words(made: Contacted) -> str:
    """»Vi ringede til modtagelsen på 12 34 56 78. Sagen er fordelt. De lovede: ringer igen, senest 3. dec.«"""
    return _sentences(contact_head(made), made.said, promise_words(made))


def contact_head(made: Contacted) -> str:
    """Who had a word with whom."""
    whom, number = made.whom, f" på {made.number}" if made.number else ""
    first = {
        How.RINGEDE: f"Vi ringede til {whom or 'kommunen'}{number}",
        How.INTET_SVAR: f"Vi ringede til {whom or 'kommunen'}{number}. Ingen svarede",
        How.BLEV_RINGET_OP: f"{whom or 'Kommunen'} ringede{f' fra {made.number}' if made.number else ''}",
        How.DE_SKREV: f"{whom or 'Kommunen'} skrev",
        How.MOEDE: f"Møde med {whom or 'kommunen'}",
    }[made.how]
    return danish.capital(first)


def promise_words(made: Contacted) -> str:
    by = f", senest {danish.day(made.promised_on)}" if made.promised_on else ""
    if made.promised:
        return f"De lovede: {made.promised.rstrip('.')}{by}"
    return f"De lovede at vende tilbage{by.lstrip(',')}" if by else ""


def _sent_again(stored: Stored[Reminder], ladder: Ladder) -> Iterator[Happened]:
    made = stored.record
    if made.sent_on is None:
        return
    name = next((one.name for one in ladder.rungs if one.id == made.rung), made.title)
    how = f", {made.channel}" if made.channel else ""
    said = _sentences(f"{name} sendt til {made.receiver or 'kommunen'}{how}")
    yield Happened(made.sent_on, made.sent_at, said, stored.id)


def _sentences(*parts: str) -> str:
    """Each with a full stop, unless it ends by itself."""
    said = [" ".join(part.split()) for part in parts if part.strip()]
    return " ".join(one if one[-1] in ".!?»«" else f"{one}." for one in said)
