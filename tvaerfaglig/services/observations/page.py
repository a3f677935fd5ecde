"""The page where an observation is written or read: all it needs at once, and the acts beside it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from tvaerfaglig.domain.errors import ForPeople
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.local_numbers import LocalNumbers
from tvaerfaglig.domain.observation import Observation
from tvaerfaglig.domain.people import Sex
from tvaerfaglig.domain.protection import Guard
from tvaerfaglig.domain.roles import Action, Tie, may
from tvaerfaglig.domain.stored import Draft, Stored, Version
from tvaerfaglig.services import drafts, library, recording
from tvaerfaglig.services.children.guard import standing_guard
from tvaerfaglig.services.children.register import place_of
from tvaerfaglig.services.names import Names, names
from tvaerfaglig.services.observations.reading import Opened, open_observation
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries, word_search

KIND = Observation.KIND
_NEW = "ny:"
_DRAFT = "draft:"


@dataclass(frozen=True, slots=True)
class ChildToName:
    """A child one may write about, or name; `near` when she is of the writer's own stue or dagpleje."""

    id: str
    name: str
    born: date | None
    sex: Sex
    place: str
    near: bool

    @property
    def first_name(self) -> str:
        return next(iter(self.name.split()), "")


@dataclass(frozen=True, slots=True)
class Reading:
    """An observation that stands, and what the reader may do with it. `heads` are several in a conflict."""

    opened: Opened
    heads: tuple[Version[Observation], ...]
    may_correct: bool

    @property
    def stored(self) -> Stored[Observation]:
        return self.opened.stored

    @property
    def names(self) -> Names:
        return self.opened.names


@dataclass(frozen=True, slots=True)
class ObservationPage:
    """`child` when a new one is begun about her; `draft` to go on with; `waiting` are other drafts of mine."""

    children: tuple[ChildToName, ...]
    staff: tuple[tuple[str, str], ...]
    places: tuple[str, ...]
    subjects: tuple[str, ...]
    names: Names
    waiting: tuple[Draft, ...]
    child: str = ""
    reading: Reading | None = None
    draft: Draft | None = None


@dataclass(frozen=True, slots=True)
class Guarding:
    """What is known when the overgreb guard is to be set on a child."""

    child: str
    name: str
    guard: Guard | None
    siblings: tuple[tuple[str, str], ...]


def new_key(unique: str) -> str:
    """Where the draft of a new observation lies."""
    return f"{KIND}:{_NEW}{unique}"


def key_of(record: str) -> str:
    """Where the draft of a correction lies."""
    return f"{KIND}:{record}"


def record_of(key: str) -> str:
    """The observation that a draft corrects; empty for a new one."""
    rest = key.removeprefix(f"{KIND}:")
    return "" if rest == key or rest.startswith(_NEW) else rest


def arrive(session: Session, argument: str = "") -> ObservationPage:
    """Come to the page with nothing, a child's id, an observation's id, or "draft:KEY".

    Opening an observation is noted with each of its children.
    """
    page = _page(session)
    if argument.startswith(_DRAFT):
        draft = drafts.one(session, argument.removeprefix(_DRAFT))
        return _with_draft(session, page, draft) if draft else page
    kind = queries.kind_of(session.vault, argument) if argument else ""
    if kind == "barn":
        return replace(page, child=session.child(argument, Action.WRITE).id)
    if argument:
        return replace(page, reading=read(session, argument))
    return page


def _with_draft(session: Session, page: ObservationPage, draft: Draft) -> ObservationPage:
    others = tuple(one for one in page.waiting if one.key != draft.key)
    record = record_of(draft.key)
    reading = None
    if record and queries.kind_of(session.vault, record) == KIND:
        reading = read(session, record)
    return replace(page, draft=draft, waiting=others, reading=reading)


def _page(session: Session) -> ObservationPage:
    houses, people = session.houses(), session.staff()
    staff = {one: person.name for one, person in people.items()}
    mine = set(session.actor.stuer)
    children = [
        ChildToName(
            id=one,
            name=stored.record.name,
            born=stored.record.born,
            sex=stored.record.sex,
            place=place_of(stored.record, houses.get(stored.record.dagtilbud), staff),
            near=stored.record.stue in mine or stored.record.dagplejer == session.my_id,
        )
        for one, stored in session.children().items()
        if not stored.record.left
    ]
    here = set(session.actor.houses)
    colleagues = [
        (one, person.name)
        for one, person in people.items()
        if one == session.my_id or (person.active and here & set(person.houses))
    ]
    return ObservationPage(
        children=tuple(sorted(children, key=lambda child: (not child.near, child.name))),
        staff=tuple(sorted(colleagues, key=lambda pair: (pair[0] != session.my_id, pair[1]))),
        places=tuple(word_search.places_used(session.vault, session.my_id)),
        subjects=tuple(word_search.categories_used(session.vault, session.my_id)),
        names=names(session),
        waiting=tuple(drafts.mine(session, KIND)),
    )


def read(session: Session, record_id: str) -> Reading:
    """One observation opened. Masked names are for the page: `Names` knows only whom the reader may see."""
    opened = open_observation(session, record_id)
    heads = set(opened.stored.heads)
    ties = {Tie.WRITER} if opened.mine else set()
    visible = session.children()
    about = opened.stored.record.about()
    allowed = bool(about) and all(
        one in visible
        and may(session.actor, Action.CORRECT, ties | session.ties(visible[one]))
        and may(session.actor, Action.WRITE, session.ties(visible[one]))
        for one in about
    )
    versions = tuple(one for one in opened.versions if one.id in heads and one.record is not None)
    return Reading(opened, versions, allowed)


def save(
    session: Session,
    observation: Observation,
    key: str,
    *,
    replaces: tuple[str, ...] = (),
    reason: str = "",
) -> Saved:
    """Gem: a new one, or (with the versions it replaces) a correction of the one its draft is of."""
    record = record_of(key)
    if not record or not replaces:
        return recording.save(session, observation, draft=key)
    return recording.correct_observation(
        session, observation, record, replaces=replaces, reason=reason, draft=key
    )


def take_back(session: Session, record_id: str, key: str, content: str) -> Changes:
    """*Fortryd*: the observation goes, its words come back as a draft."""
    changes = recording.take_back(session, record_id)
    drafts.keep(session, key, KIND, content)
    return changes


def guarding(session: Session, children: tuple[str, ...]) -> tuple[Guarding, ...]:
    """For each child: whether the guard is set already, and the sisters and brothers known here."""
    visible = session.children()
    return tuple(
        Guarding(
            one,
            visible[one].record.name,
            standing.record if (standing := standing_guard(session, one)) else None,
            tuple(
                (sibling.child, visible[sibling.child].record.name)
                for sibling in visible[one].record.siblings
                if sibling.child in visible and sibling.child not in children
            ),
        )
        for one in children
        if one in visible
    )


def numbers(session: Session) -> LocalNumbers:
    """The house's own numbers to ring; the ones everybody has where its file cannot be read."""
    try:
        return library.local_numbers(session.vault.folder)
    except ForPeople:
        return library.local_numbers()
