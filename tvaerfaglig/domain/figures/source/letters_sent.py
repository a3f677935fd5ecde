"""Underretninger that were sent: their answers, and what they had in them when they were."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from tvaerfaglig.domain import people
from tvaerfaglig.domain.figures.facts import Letter
from tvaerfaglig.domain.figures.source import letter_read
from tvaerfaglig.domain.figures.source.homes import Homes
from tvaerfaglig.domain.figures.source.pieces import Bundle, Sent
from tvaerfaglig.domain.observation import Observation
from tvaerfaglig.domain.protection import Guard
from tvaerfaglig.domain.quality.finding import Questions
from tvaerfaglig.domain.quality.letter import Letter as LetterText
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.domain.underretning import Finished, Row, Section, Stage, Step, Underretning

OBSERVATIONS = "observationer"
OVERGREB = "overgreb"


def letters_sent(
    child_id: str, bundle: Bundle, homes: Homes, questions: Questions
) -> Iterator[Sent]:
    """From the first day it was sent, by phone or on paper, whatever became of it later.

    One that was only phoned in has no text yet: nothing is asked of it.
    """
    steps: dict[str, list[Stored[Step]]] = {}
    for step in bundle.all(Step):
        steps.setdefault(step.record.underretning, []).append(step)
    finished: dict[str, list[datetime]] = {}
    for copy in bundle.all(Finished):
        finished.setdefault(copy.record.underretning, []).append(copy.written_at)
    for stored in bundle.all(Underretning):
        of_it = steps.get(stored.id, [])
        sent = first_day(of_it, Stage.AFSENDT)
        if sent is not None:
            at = _left_the_desk(of_it, finished.get(stored.id, []))
            yield _sent(stored, child_id, bundle, homes, questions, (sent, at, of_it))


def first_day(steps: Iterable[Stored[Step]], stage: Stage) -> date | None:
    return min((one.record.day for one in steps if one.record.stage is stage), default=None)


def _left_the_desk(steps: Iterable[Stored[Step]], finished: Iterable[datetime]) -> datetime | None:
    """When its words were last its writer's: sent, or finished where the call came before the letter."""
    written = min(finished, default=None)
    sent = min(one.written_at for one in steps if one.record.stage is Stage.AFSENDT)
    return max(sent, written) if written else None


def _sent(
    stored: Stored[Underretning],
    child_id: str,
    bundle: Bundle,
    homes: Homes,
    questions: Questions,
    came: tuple[date, datetime | None, list[Stored[Step]]],
) -> Sent:
    day, at, steps = came
    moment = at or stored.changed_at
    head = bundle.as_of(Underretning, stored.id, moment) or stored.record
    card = bundle.as_of(people.Child, child_id, moment)
    text = _text(stored.id, head, card, bundle, (day, moment))
    read = letter_read.read(text, questions) if at and text else letter_read.NOT_READ
    return Sent(
        letter=Letter(
            id=stored.id,
            child=child_id,
            house=homes.on(day),
            day=day,
            receipt=first_day(steps, Stage.KVITTERET),
            outcome=first_day(steps, Stage.ORIENTERET),
            reasons=_reasons(head, text.rows if text else (), bundle),
            municipality=card.municipality if card else "",
            met=read.met,
            asked=read.asked,
            dated_sentences=read.dated_sentences,
            quotes=read.quotes,
        ),
        writers=tuple(sorted(head.writers)),
    )


def _text(
    letter: str,
    head: Underretning,
    card: people.Child | None,
    bundle: Bundle,
    when: tuple[date, datetime],
) -> LetterText | None:
    """The letter as the writing help saw it then."""
    if card is None:
        return None
    day, moment = when
    found = [
        bundle.as_of(Section, one.id, moment)
        for one in bundle.all(Section)
        if one.record.underretning == letter
    ]
    sections = [one for one in found if one is not None]
    return LetterText(
        child=card,
        head=head,
        guard=_guard(bundle, day),
        sections={one.section: one.text for one in sections},
        rows=tuple(row for one in sections if one.section == OBSERVATIONS for row in one.rows),
        dated=day,
        today=moment.date(),
    )


def _guard(bundle: Bundle, day: date) -> Guard | None:
    """The one that stood on the day, as if it had not been lifted since."""
    for one in bundle.all(Guard):
        lifted = one.record.lifted_on
        if one.record.since <= day and (lifted is None or lifted > day):
            return Guard(
                child=one.record.child, since=one.record.since, by="", against=one.record.against
            )
    return None


def _reasons(head: Underretning, rows: Iterable[Row], bundle: Bundle) -> tuple[str, ...]:
    """The main topics of what it tells; a suspicion of violence or abuse is one, wherever it was said."""
    found = {OVERGREB} if head.suspects is not None else set()
    for row in rows:
        seen = bundle.cited.get(row.version)
        if isinstance(seen, Observation):
            found |= {topic.partition(".")[0] for topic in seen.categories}
    return tuple(sorted(found - _NO_REASONS))


_NO_REASONS = {"udsagn", "glaede"}
"""Topics of the vocabulary that say who spoke, or what is well."""
