"""Begin a statusudtalelse, keep and save what is written, choose what it rests on, lay questions away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.observation import Observation
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.domain.statusudtalelser.form import StatusForm
from tvaerfaglig.domain.statusudtalelser.records import (
    PARENTS,
    Request,
    StatusStage,
    Statusudtalelse,
    renewed_row,
    stage_of,
    with_row,
    without_row,
)
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services import drafts
from tvaerfaglig.services.children.guard import hides_parents
from tvaerfaglig.services.errors import NotFound, Unclear
from tvaerfaglig.services.letters.beginning import known_since, office, relation
from tvaerfaglig.services.letters.rows import row_from
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.session import Session
from tvaerfaglig.services.statusudtalelser.reading import (
    DRAFT,
    copies_of,
    draft_key,
    find,
    steps_of,
)
from tvaerfaglig.store import codec, queries

_FINISHED = (
    "Statusudtalelsen er afsluttet og fryser, som den er. Lav en rettelse, hvis noget skal ændres."
)


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a change of rows did: the new text with its numbers, the row's own, and the text before."""

    record: Statusudtalelse
    number: int | None
    before: Statusudtalelse
    changes: Changes


def begin(session: Session, child_id: str, form: StatusForm) -> Saved:
    """Begin one: the municipality and the writer are known; the period reaches back from today."""
    child = session.child(child_id, Action.UNDERRET).record
    house = session.houses().get(child.dagtilbud)
    authority, _ = office(child, house)
    made = Statusudtalelse(
        child=child_id,
        begun=session.today,
        request=Request(authority=authority, on=session.today),
        first=_months_before(session.today, form.months),
        last=session.today,
        writers=(session.my_id,),
        relation=relation(session, child, house),
        known_since=known_since(session, child),
    )
    with session.write() as pen:
        return Saved(pen.put(made), pen.changes)


def _months_before(day: date, months: int) -> date:
    """The first of the month so far back: a period that a person would have named."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, 1)


def keep(session: Session, status_id: str, record: Statusudtalelse) -> str:
    """Keep what is being written, within a second; the answer is the clock, for "Gemt 10.42"."""
    return drafts.keep(session, draft_key(status_id), DRAFT, codec.encode(record))


def save(
    session: Session,
    status_id: str,
    record: Statusudtalelse,
    heads: tuple[str, ...] | None = None,
) -> Saved:
    """Keep a version of it; its draft goes with it. What the guard hid from the writer stays as it was."""
    standing = writing(session, status_id)
    return _put(session, standing, _whole(session, standing, record), heads)


def _put(
    session: Session,
    standing: Stored[Statusudtalelse],
    whole: Statusudtalelse,
    heads: tuple[str, ...] | None = None,
) -> Saved:
    with session.write() as pen:
        if whole != standing.record:
            pen.put(whole, standing.id, replaces=heads)
        pen.drop_draft(draft_key(standing.id))
        return Saved(standing.id, pen.changes)


def writing(session: Session, status_id: str) -> Stored[Statusudtalelse]:
    """The statusudtalelse, if the actor may write in it now."""
    found = find(session, status_id, Action.UNDERRET)
    copies = tuple(one.record for one in copies_of(session, found))
    steps = tuple(one.record for one in steps_of(session, found))
    if stage_of(copies, steps) is not StatusStage.KLADDE:
        raise Unclear(_FINISHED)
    return found


def _whole(
    session: Session, standing: Stored[Statusudtalelse], record: Statusudtalelse
) -> Statusudtalelse:
    """Whose it is and what was laid away are not the writer's to change; nor, under the guard, the parents' view."""
    record = replace(
        record,
        child=standing.record.child,
        begun=standing.record.begun,
        dismissed=standing.record.dismissed,
    )
    if hides_parents(session, record.child):
        view = standing.record.answer(PARENTS)
        record = record.without(PARENTS)
        record = record.answering(view) if view else record
    return record


def choose(
    session: Session, status_id: str, observation: str, unsaved: Statusudtalelse | None = None
) -> Chosen:
    """Take an observation in, numbered where its day belongs. `unsaved` is what stands on the screen."""

    def taken(record: Statusudtalelse) -> Statusudtalelse:
        return with_row(
            record, row_from(session, _observation(session, record, observation), record.child)
        )

    return _turn(session, status_id, observation, unsaved, taken)


def leave_out(
    session: Session, status_id: str, observation: str, unsaved: Statusudtalelse | None = None
) -> Chosen:
    """Take an observation out again; citations of it leave the prose."""
    return _turn(
        session, status_id, observation, unsaved, lambda record: without_row(record, observation)
    )


def renew(
    session: Session, status_id: str, observation: str, unsaved: Statusudtalelse | None = None
) -> Chosen:
    """Take the newest version of an observation that was corrected after it was chosen."""

    def renewed(record: Statusudtalelse) -> Statusudtalelse:
        return renewed_row(
            record, row_from(session, _observation(session, record, observation), record.child)
        )

    return _turn(session, status_id, observation, unsaved, renewed)


def put_back(session: Session, status_id: str, before: Statusudtalelse) -> Saved:
    """*Fortryd*: the text as it stood, as a new version."""
    return save(session, status_id, before)


def _turn(
    session: Session,
    status_id: str,
    observation: str,
    unsaved: Statusudtalelse | None,
    turned: Callable[[Statusudtalelse], Statusudtalelse],
) -> Chosen:
    standing = writing(session, status_id)
    before = _whole(session, standing, unsaved) if unsaved else standing.record
    after = turned(before)
    saved = _put(session, standing, after)
    if hides_parents(session, before.child):
        before, after = before.without(PARENTS), after.without(PARENTS)
    return Chosen(after, after.number(observation), before, saved.changes)


def _observation(
    session: Session, record: Statusudtalelse, observation: str
) -> Stored[Observation]:
    """One of the child's own: what is written about another has no place on her paper."""
    found = queries.one(session.vault, Observation, observation)
    if found is None or record.child not in found.record.about():
        raise NotFound("Observationen findes ikke længere hos barnet.")
    return found


def dismiss(session: Session, status_id: str, place: str) -> Saved:
    """Lay a question away at its place. It stays away."""
    return _keep_dismissed(session, status_id, lambda places: (*places, place))


def undismiss(session: Session, status_id: str, place: str = "") -> Saved:
    """Ask again: one question, or all that were laid away."""
    return _keep_dismissed(
        session, status_id, lambda places: tuple(p for p in places if place and p != place)
    )


def _keep_dismissed(
    session: Session, status_id: str, turn: Callable[[tuple[str, ...]], tuple[str, ...]]
) -> Saved:
    found = find(session, status_id, Action.UNDERRET)
    places = tuple(dict.fromkeys(turn(found.record.dismissed)))
    with session.write() as pen:
        if places != found.record.dismissed:
            pen.put(replace(found.record, dismissed=places), status_id)
        return Saved(status_id, pen.changes)
