"""The whole of *Overblik*, gathered from every kind of waiting."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from tvaerfaglig.domain.form import KonsultationForm
from tvaerfaglig.domain.konsultation import KonsultationState
from tvaerfaglig.domain.ladder import Ladder
from tvaerfaglig.domain.observation import Observation
from tvaerfaglig.domain.retention import Retention
from tvaerfaglig.domain.snooze import Snoozed
from tvaerfaglig.domain.stored import Draft, Stored
from tvaerfaglig.services import drafts
from tvaerfaglig.services.konsultation import listing
from tvaerfaglig.services.names import Names, names
from tvaerfaglig.services.session import Session
from tvaerfaglig.services.visiting.day_list import todays
from tvaerfaglig.services.visiting.listing import VisitRow
from tvaerfaglig.services.waiting.agreements import agreements
from tvaerfaglig.services.waiting.concerns import concerns, decisions
from tvaerfaglig.services.waiting.consents import grounds, samtykker
from tvaerfaglig.services.waiting.efforts import efforts
from tvaerfaglig.services.waiting.house import in_need, to_erase
from tvaerfaglig.services.waiting.letters import calls, letters
from tvaerfaglig.services.waiting.notes import short_notes, unfinished, views
from tvaerfaglig.services.waiting.promised import meetings, talks
from tvaerfaglig.services.waiting.quiet import THING, Quiet, quiet
from tvaerfaglig.services.waiting.rounds import rounds
from tvaerfaglig.services.waiting.sealed import sealed
from tvaerfaglig.services.waiting.snoozing import sleeping
from tvaerfaglig.services.waiting.statuses import statuses
from tvaerfaglig.services.waiting.things import Later, Morning, Waiting
from tvaerfaglig.services.waiting.tovholder import tovholder
from tvaerfaglig.services.waiting.undated import agreements as undated_agreements
from tvaerfaglig.services.waiting.undated import positions
from tvaerfaglig.services.waiting.visits import PLACE, WAY, coming, unsettled
from tvaerfaglig.store import past

_AHEAD = timedelta(days=35)
_UNDATED = timedelta(days=7)
MOST = 60
"""So many of the things that wait are put into words, the nearest first, unless more are asked for."""

KINDS: Final[tuple[Callable[[Morning], Iterator[Waiting | Later]], ...]] = (
    in_need,
    calls,
    letters,
    statuses,
    tovholder,
    agreements,
    short_notes,
    decisions,
    concerns,
    talks,
    positions,
    undated_agreements,
    meetings,
    unfinished,
    unsettled,
    views,
    grounds,
    samtykker,
    rounds,
    efforts,
    sealed,
    to_erase,
)
"""Every kind of waiting. Among those due the same day the first named here stands first."""


@dataclass(frozen=True, slots=True)
class Ahead:
    day: date
    what: str
    place: str
    argument: str


@dataclass(frozen=True, slots=True)
class Overview:
    """The whole of *Overblik*. `asleep` is put off to a day, and is told where it would have stood.

    `waiting` are the nearest of the `many` things that wait.
    """

    today: date
    visits: tuple[listing.KonsultationRow, ...]
    comes: tuple[VisitRow, ...]
    waiting: tuple[Waiting, ...]
    quiet: tuple[Quiet, ...]
    since: tuple[Stored[Any], ...]
    ahead: tuple[Ahead, ...]
    drafts: tuple[Draft, ...]
    children: int
    names: Names
    asleep: tuple[Stored[Snoozed], ...] = ()
    many: int = 0


def overview(
    session: Session,
    retention: Retention | None = None,
    ladder: Ladder | None = None,
    form: KonsultationForm | None = None,
    most: int = MOST,
) -> Overview:
    """What waits for the actor today: how much, and the nearest of it. It is not itself noted as reading."""
    here = {one: stored for one, stored in session.children().items() if not stored.record.left}
    meetings = listing.coming(session)
    morning = Morning(
        session,
        here,
        meetings,
        names(session),
        retention,
        ladder,
        form.decisions if form else (),
        frozenset(one for one, person in session.staff().items() if person.active),
    )
    asleep = sleeping(morning)
    things = [
        thing
        for kind in KINDS
        for thing in kind(morning)
        if not (asleep and thing.thing and (thing.child, thing.thing) in asleep)
    ]
    nearest = heapq.nsmallest(most, things, key=lambda one: _when(one, morning.today))
    return Overview(
        today=session.today,
        visits=tuple(sorted(_today(morning), key=lambda row: row.stored.record.happened())),
        comes=tuple(todays(session)),
        waiting=tuple(one.words() if isinstance(one, Later) else one for one in nearest),
        many=len(things),
        quiet=tuple(quiet(morning, {child for child, thing in asleep if thing == THING})),
        since=tuple(_since(morning)),
        ahead=tuple(_ahead(morning)),
        drafts=tuple(drafts.mine(session, Observation.KIND)),
        children=_mine(morning),
        names=morning.who,
        asleep=tuple(sorted(asleep.values(), key=lambda one: one.record.until)),
    )


def _when(thing: Waiting | Later, today: date) -> tuple[bool, date]:
    """By their days; a child that nobody has a day for comes before what is due in more than a week."""
    if thing.due is None and thing.thing:
        return False, today + _UNDATED
    return thing.due is None, thing.due or date.max


def _mine(morning: Morning) -> int:
    """How many children are mine to look after: my stuer's, or all I may see when I have no stue."""
    here = [one.record for one in morning.children.values() if one.record.enrolled]
    stuer = morning.session.actor.stuer
    return sum(one.stue in stuer for one in here) if stuer else len(here)


def _today(morning: Morning) -> Iterator[listing.KonsultationRow]:
    for row in morning.meetings:
        note = row.stored.record
        if note.day == morning.session.today and note.status is not KonsultationState.AFLYST:
            yield row


def _since(morning: Morning) -> list[Stored[Any]]:
    session = morning.session
    start = session.now.replace(hour=0, minute=0) - timedelta(days=1)
    kinds = ("observation", "samtale", "konsultation", "skridt", "kontakt", "fravaer", "familie")
    at = int(start.timestamp() * 1000)
    changed = past.changed_since(session.vault, at, kinds, morning.children)
    return [one for one in changed if one.changed_by != session.my_id][:8]


def _ahead(morning: Morning) -> list[Ahead]:
    today = morning.session.today
    found = [
        Ahead(
            row.stored.record.day, f"Konsultation: {row.heading}", "konsultationer", row.stored.id
        )
        for row in morning.meetings
        if today < row.stored.record.day <= today + _AHEAD
        and row.stored.record.status is KonsultationState.PLANLAGT
    ]
    for one in coming(morning.session, _AHEAD):
        what = f"Besøg hos {one.house}" if one.mine else f"{one.who} kommer"
        found.append(Ahead(one.day, what, PLACE, f"{WAY}:{one.id}"))
    return sorted(found, key=lambda one: one.day)[:8]
