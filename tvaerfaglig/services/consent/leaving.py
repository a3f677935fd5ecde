"""A paper on its way out: what it can rest on, and whether the road is open. Asked at every door.

The preview asks `offer` when it opens and `require` before each print, save and copy. Nothing about an
underretning is ever asked or stopped here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tvaerfaglig.domain.consent import early
from tvaerfaglig.domain.consent.coverage import Reach, reach
from tvaerfaglig.domain.consent.roads import (
    FAMILY,
    ON_THEIR_YES,
    STAYS,
    Ground,
    Leaving,
    Way,
    way_of,
    why_stopped,
)
from tvaerfaglig.domain.konsultation import Konsultation, KonsultationKind
from tvaerfaglig.domain.people import Child
from tvaerfaglig.domain.protection import Basis, Samtykke
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.children.guard import hides_parents
from tvaerfaglig.services.consent import rests
from tvaerfaglig.services.errors import NotAllowed, NotFound
from tvaerfaglig.services.konsultation import rules
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries

NOTHING = Ground()
_SEVERAL = (
    "Papiret nævner flere børn, og hvert barn har sit eget grundlag. Derfor bliver det i huset. "
    "Skal {} have noget, så skriv et papir om ét barn ad gangen, eller fjern modtageren."
)


class NoWayOut(NotAllowed):
    """The paper stays: what it was to go out on does not hold. The sentence says what to do instead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """Which paper, about which child; `record` is what it prints, `children` those whom it names together."""

    document: str
    child: str = ""
    record: str = ""
    children: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Offer:
    """What one may choose among. `asks` is False for a paper that is never asked about.

    `chosen` is what the record itself rests on; `gone` the consent of it that holds no longer. `early` is
    what to know of the meetings on the early cooperation. `on_their_yes`: it has no other ground than that one.
    """

    asks: bool
    bases: tuple[str, ...] = ()
    samtykker: tuple[Stored[Samtykke], ...] = ()
    chosen: Ground = NOTHING
    gone: Stored[Samtykke] | None = None
    child: Child | None = None
    early: str = ""
    today: date = date.min
    on_their_yes: bool = False


def offer(session: Session, paper: Paper) -> Offer:
    """The bases to choose among, the consents that stand today, and what the record rests on already."""
    if way_of(paper.document) is not Way.GRUNDLAG or not paper.child:
        return Offer(asks=False)
    child = _child(session, paper)
    hides = hides_parents(session, paper.child)
    shut = {Basis.SAMTYKKE.value, FAMILY} if hides else set()
    every = (STAYS, FAMILY, *(basis.value for basis in Basis))
    on_their_yes = paper.document in ON_THEIR_YES
    open_ways = (Basis.SAMTYKKE.value,) if on_their_yes else every
    bases = [one for one in open_ways if one not in shut]
    talks = queries.of_child(session.vault, Konsultation, paper.child)
    chosen = _rests_on(session, paper, hides=hides)
    standing = rests.standing_today(session, paper.child)
    if on_their_yes:
        standing = tuple(one for one in standing if one.id == paper.record)
    named = rests.of_child(session, paper.child, chosen.samtykke)
    return Offer(
        asks=True,
        bases=tuple(bases),
        samtykker=standing,
        chosen=chosen,
        gone=named if named is not None and named.id not in {one.id for one in standing} else None,
        child=child,
        today=session.today,
        early=early.said(max(1, len(early.meetings(talks)))),
        on_their_yes=on_their_yes,
    )


def require(session: Session, paper: Paper, ground: Ground, receiver: str = "") -> None:
    """Raises NoWayOut, in words, when the paper may not go out on this. One that names several stays in the house."""
    if way_of(paper.document) is not Way.GRUNDLAG:
        return
    if paper.children and not paper.child and receiver.strip():
        raise NoWayOut(_SEVERAL.format(receiver.strip()))
    if not paper.child:
        return
    child = _child(session, paper)
    given = rests.of_child(session, paper.child, ground.samtykke)
    leaving = Leaving(
        document=paper.document,
        ground=ground,
        receiver=receiver,
        day=session.today,
        hides_parents=hides_parents(session, paper.child),
        made_on=paper.record,
        reach=reach(given.record, receiver, session.staff()) if given else Reach.UVIST,
    )
    stops = why_stopped(leaving, child, given.record if given else None)
    if stops:
        raise NoWayOut(stops)


def _child(session: Session, paper: Paper) -> Child:
    """The child of a paper that the actor may print: of a konsultation's note whoever sat at its table."""
    note = queries.one(session.vault, Konsultation, paper.record) if paper.record else None
    if note is None or note.record.child != paper.child:
        return session.child(paper.child, Action.PRINT).record
    rules.found(session, paper.record, Action.PRINT)
    child = rules.child_of(session, note, session.children())
    if child is None:
        raise NotFound("Barnet findes ikke længere.")
    return child.record


def _rests_on(session: Session, paper: Paper, *, hides: bool) -> Ground:
    """A note goes out on what it was held on, until somebody chooses another; other papers stay in the house.

    A paper whose record is a consent of the child rests on that one.
    """
    given = rests.of_child(session, paper.child, paper.record)
    if given is not None and not hides:
        return Ground(basis=Basis.SAMTYKKE.value, samtykke=given.id)
    found = queries.one(session.vault, Konsultation, paper.record) if paper.record else None
    if found is None or found.record.kind is not KonsultationKind.NAVNGIVET:
        return Ground(basis=STAYS)
    note = found.record
    if hides and note.basis == Basis.SAMTYKKE:
        return Ground(basis=STAYS)
    on_consent = note.basis == Basis.SAMTYKKE
    named = note.samtykke or (_likeliest(session, note.child) if on_consent else "")
    return Ground(basis=note.basis, samtykke=named, words=note.basis_text)


def _likeliest(session: Session, child_id: str) -> str:
    """Of an older note that names no consent: one that holds today, else the newest there is."""
    given = queries.of_child(session.vault, Samtykke, child_id)
    ranked = sorted(
        given, key=lambda one: (one.record.holds_on(session.today), one.record.given_on)
    )
    return ranked[-1].id if ranked else ""
