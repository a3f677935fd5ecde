"""The thread from a concern to its effect: talks, konsultationer, agreements, positions, in the order of time.

What belongs to it was said by somebody: an agreement names its concern, and everything else is linked.
What lies near in time, or comes of something that is linked, is only proposed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import singledispatch

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.concern import Concern, PositionSet
from tvaerfaglig.domain.contact import ParentContact
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.konsultation import (
    Agreement,
    AgreementState,
    Konsultation,
    KonsultationState,
    Verdict,
)
from tvaerfaglig.domain.observation import Observation
from tvaerfaglig.domain.people import Child
from tvaerfaglig.domain.record import Record
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.domain.thread import ThreadLink, link_id
from tvaerfaglig.services.agreements.reading import doers
from tvaerfaglig.services.children.chronicle import POSITION_WORDS, first_sentence
from tvaerfaglig.services.errors import NotFound
from tvaerfaglig.services.names import Names, names
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries

_KINDS: tuple[type[Record], ...] = (
    ParentContact, Konsultation, Agreement, PositionSet, Observation,
)  # fmt: skip
_OBSERVATIONS = 5
_VERDICTS = {
    Verdict.FORTSAET: "Fortsæt",
    Verdict.JUSTER: "Justér",
    Verdict.GJORT: "Gjort",
    Verdict.STOP: "Stop",
}
_ENDS = {
    AgreementState.GJORT: "Gjort",
    AgreementState.OPGIVET: "Opgivet",
    AgreementState.JUSTERET: "Justeret",
}


@dataclass(frozen=True, slots=True)
class ThreadStep:
    """One thing in the thread: what it was, in one line, and what came of it. Other children stand as tokens."""

    id: str
    kind: str
    day: date
    what: str
    who: str = ""
    effect: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Thread:
    """A concern with all that belongs to it, the oldest first; `proposed` may belong to it."""

    concern: Stored[Concern]
    child: str
    title: str
    steps: tuple[ThreadStep, ...]
    proposed: tuple[ThreadStep, ...]
    names: Names
    today: date
    may_link: bool


@dataclass(frozen=True, slots=True)
class _Read:
    """The child's records that may be in a thread, read once."""

    child: Stored[Child]
    names: Names
    links: dict[str, ThreadLink]
    records: tuple[Stored[Record], ...]


def thread(session: Session, concern_id: str) -> Thread:
    """The whole thread of one concern. Opening it is noted."""
    concern = _concern(session, concern_id)
    child = session.child(concern.record.child)
    session.looked(child=child.id, record=concern_id, what=Concern.KIND)
    read = _read(session, child, concern_id)
    belongs = [one for one in read.records if _belongs(one, concern_id, read.links)]
    ids = {one.id for one in belongs}
    near = _near(session, concern, read, ids)
    return Thread(
        concern,
        child.id,
        concern.record.title,
        _in_order(_step(one, read) for one in belongs),
        _in_order(_step(one, read, why) for one, why in near),
        read.names,
        session.today,
        not session.only_reads,
    )


def threads_of(session: Session, child: str) -> tuple[Thread, ...]:
    """Every concern of a child that something belongs to, for her paper."""
    session.child(child)
    every = queries.of_child(session.vault, Concern, child)
    found = [thread(session, one.id) for one in reversed(every)]
    return tuple(one for one in found if one.steps)


def link(session: Session, concern_id: str, target: str, *, belongs: bool = True) -> Changes:
    """Say that something belongs to the concern, or that it does not."""
    concern = _concern(session, concern_id)
    child = session.child(concern.record.child, Action.WRITE)
    if child.id not in queries.children_of(session.vault, target):
        raise NotFound("Det hører ikke til barnet, eller det findes ikke længere.")
    made = ThreadLink(
        child=child.id,
        concern=concern_id,
        target=target,
        day=session.today,
        by=session.my_id,
        belongs=belongs,
    )
    with session.write() as pen:
        pen.put(made, link_id(concern_id, target))
        return pen.changes


def _concern(session: Session, concern_id: str) -> Stored[Concern]:
    concern = queries.one(session.vault, Concern, concern_id)
    if concern is None:
        raise NotFound("Bekymringen findes ikke længere.")
    session.child(concern.record.child)
    return concern


def _read(session: Session, child: Stored[Child], concern_id: str) -> _Read:
    links = queries.of_child(session.vault, ThreadLink, child.id)
    own = {one.record.target: one.record for one in links if one.record.concern == concern_id}
    every = [one for kind in _KINDS for one in queries.of_child(session.vault, kind, child.id)]
    return _Read(child, names(session), own, tuple(one for one in every if _stands(one.record)))


def _stands(record: Record) -> bool:
    """What is planned, cancelled or taken off a list is in no thread."""
    if isinstance(record, Konsultation):
        return record.status in {KonsultationState.I_GANG, KonsultationState.AFSLUTTET}
    return not (isinstance(record, Agreement) and record.status is AgreementState.FJERNET)


def _belongs(one: Stored[Record], concern: str, links: dict[str, ThreadLink]) -> bool:
    if one.id in links:
        return links[one.id].belongs
    return isinstance(one.record, Agreement) and one.record.concern == concern


def _near(
    session: Session, concern: Stored[Concern], read: _Read, ids: set[str]
) -> Iterator[tuple[Stored[Record], str]]:
    """What may belong: it comes of what does, or it happened while the concern was open."""
    first = concern.record.first_noticed.isoformat()
    last = (concern.record.closed_on or session.today).isoformat()
    topics, seen = set(concern.record.categories), 0
    for one in read.records:
        if one.id in ids or one.id in read.links:
            continue
        record, day = one.record, one.record.happened()[:10]
        why = _comes_of(record, ids)
        if not why and first <= day <= last:
            if isinstance(record, Observation):
                same = bool(topics & set(record.categories)) and seen < _OBSERVATIONS
                seen += same
                why = "handler om det samme" if same else ""
            else:
                why = "skete, mens bekymringen var åben"
        if why:
            yield one, why


def _comes_of(record: Record, ids: set[str]) -> str:
    """Made at, or set at, something that belongs to the thread already."""
    if isinstance(record, Agreement):
        if record.konsultation in ids:
            return "aftalt ved en konsultation i tråden"
        return "afløser en aftale i tråden" if record.follows in ids else ""
    if isinstance(record, PositionSet) and record.origin in ids:
        return "sat ved en konsultation i tråden"
    follows = isinstance(record, Konsultation) and record.follows in ids
    return "følger op på en konsultation i tråden" if follows else ""


def _in_order(steps: Iterator[ThreadStep]) -> tuple[ThreadStep, ...]:
    return tuple(sorted(steps, key=lambda one: (one.day, one.id)))


def _step(one: Stored[Record], read: _Read, why: str = "") -> ThreadStep:
    what, who, effect = _words(one.record, read)
    day = date.fromisoformat(one.record.happened()[:10])
    return ThreadStep(one.id, one.record.KIND, day, what, who, effect, why)


@singledispatch
def _words(record: Record, read: _Read) -> tuple[str, str, str]:
    """What it was, who, and what came of it."""
    del read
    return record.KIND, "", ""


@_words.register
def _(record: ParentContact, read: _Read) -> tuple[str, str, str]:
    who = danish.join_and([read.names.first(one) for one in record.staff])
    return (
        f"Samtale med forældrene: {first_sentence(record.topic or record.told)}",
        who,
        record.agreed,
    )


@_words.register
def _(record: Konsultation, read: _Read) -> tuple[str, str, str]:
    who = danish.join_and([one.name.split()[0] for one in record.participants if one.name])
    del read
    return (
        f"Konsultation: {first_sentence(record.question or 'uden spørgsmål')}",
        who,
        record.decision,
    )


@_words.register
def _(record: Agreement, read: _Read) -> tuple[str, str, str]:
    who = doers(record, read.names, read.child.record.parents)
    ended = _ENDS.get(record.status, "")
    verdict = _VERDICTS[record.verdict] if record.verdict and not ended else ended
    cited = danish.count(len(record.evidence), "observation", "observationer")
    seen = f"{cited} citeret" if record.evidence else ""
    parts = [verdict, record.outcome, seen]
    return f"Aftale: {record.what}", who, ". ".join(one.rstrip(".") for one in parts if one)


@_words.register
def _(record: PositionSet, read: _Read) -> tuple[str, str, str]:
    who = danish.join_and([read.names.first(one) for one in record.set_by])
    return f"Position: {POSITION_WORDS[record.position]}", who, first_sentence(record.because)


@_words.register
def _(record: Observation, read: _Read) -> tuple[str, str, str]:
    who = danish.join_and([read.names.first(one) for one in record.seen_by])
    return f"Set: {first_sentence(record.text)}", who, ""
