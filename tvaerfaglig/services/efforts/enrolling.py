"""The waiting list and the places: asked for, given, ended, and each step taken back while nothing hangs on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from tvaerfaglig.domain.acts import Erased
from tvaerfaglig.domain.efforts.kind import Direction, EffortKind, Subject
from tvaerfaglig.domain.efforts.records import CHILD, Effort, Enrolment, EnrolmentState
from tvaerfaglig.domain.efforts.volunteers import VolunteerPlace
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.people import Child
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.consent import rests
from tvaerfaglig.services.consent.places import paused_since
from tvaerfaglig.services.efforts import rules, who_comes
from tvaerfaglig.services.efforts.shelf import kind_of
from tvaerfaglig.services.errors import NotFound, Unclear
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries

_YOUNGEST, _OLDEST = 12, 70
_HERE = frozenset({EnrolmentState.VENTER, EnrolmentState.MED})
_ENDS = (EnrolmentState.AFSLUTTET, EnrolmentState.FALDET_FRA)


@dataclass(frozen=True, slots=True)
class Ended:
    """How a place ended: `state` is whether it was carried through, `to` where the family went on to."""

    state: EnrolmentState
    on: date
    because: str = ""
    outcome: str = ""
    to: str = ""


def ask(session: Session, wanted: Enrolment, enrolment_id: str | None = None) -> Saved:
    """Put a family on the list, or put right what was asked; by whoever may write about the child."""
    child = session.child(wanted.child, Action.WRITE).record
    effort = rules.found(session, wanted.effort).record
    rules.require_open(effort)
    kind = kind_of(session, effort)
    if enrolment_id:
        return _put(session, _kept_facts(session, wanted, kind, enrolment_id), enrolment_id)
    made = replace(wanted, status=EnrolmentState.VENTER, from_day=None, until=None)
    _may_be_in(session, made, effort, kind, child)
    return _put(session, _checked(session, made, kind))


def _kept_facts(
    session: Session, wanted: Enrolment, kind: EffortKind, enrolment_id: str
) -> Enrolment:
    """What may be put right, over what acts of their own have settled."""
    before = rules.place(session, enrolment_id, Action.WRITE).record
    if (before.child, before.effort) != (wanted.child, wanted.effort):
        raise Unclear("En plads skifter ikke barn eller indsats. Tag den af, og skriv en ny på.")
    _keeps_its_yes(session, before, wanted, kind)
    facts = replace(
        wanted, status=before.status, from_day=before.from_day, until=before.until,
        ended_because=before.ended_because, outcome=before.outcome, referred_to=before.referred_to,
    )  # fmt: skip
    return _checked(session, facts, kind)


def _keeps_its_yes(
    session: Session, before: Enrolment, wanted: Enrolment, kind: EffortKind
) -> None:
    """A yes that was taken back is followed by one that holds, and by nothing else; a place given keeps one named."""
    if wanted.samtykke == before.samtykke:
        return
    given = rests.of_child(session, before.child, wanted.samtykke)
    if given is None:
        asked = kind.consent and before.status is EnrolmentState.MED
        stops = asked or paused_since(session, before) is not None
    else:
        stops = paused_since(session, before) is not None and not given.record.holds_on(
            session.today
        )
    if stops:
        raise Unclear("Pladsen hviler på familiens ja. Vælg et nyt samtykke, der gælder i dag.")


def _may_be_in(
    session: Session, made: Enrolment, effort: Effort, kind: EffortKind, child: Child
) -> None:
    if not effort.subject.has_families:
        raise Unclear(f"»{effort.name}« er ikke om børn, så der er ingen at skrive på.")
    if effort.subject is Subject.UFOEDT and child.born is None and child.due is None:
        raise Unclear("Hvornår er termin? Skriv den på barnets side først.")
    if kind.with_parents:
        rules.require_no_guard(session, made.child)
    here = [one.record for one in rules.places(session, made.effort)]
    if any(one.child == made.child and one.status in _HERE for one in here):
        raise Unclear("Familien er allerede med eller på listen.")


def _checked(session: Session, made: Enrolment, kind: EffortKind) -> Enrolment:
    """With the reason's own words as they are now."""
    if made.asked_on > session.today:
        raise Unclear("Den dag, de kom på listen, kan ikke ligge i fremtiden.")
    _young_enough(made, kind)
    _with_a_grown_up(made, kind)
    reason = next((one for one in kind.priorities if one.id == made.priority), None)
    if made.priority and reason is None:
        raise Unclear("Hvorfor går familien forud? Vælg en af grundene, eller ingen.")
    if reason is not None and not made.priority_because.strip():
        raise Unclear(f"»{reason.name}«: skriv kort, hvad det er, så listen er til at forklare.")
    people = [one.person for one in made.people]
    if len(set(people)) != len(people) or not all(one.called.strip() for one in made.people):
        raise Unclear("Skriv navn på alle, der er med, og kun én gang.")
    if any(queries.kind_of(session.vault, one) for one in people if one != CHILD):
        raise Unclear(
            "Søskende skrives med navn her. De har deres egen plads, hvis de selv er med."
        )
    if made.samtykke and rests.of_child(session, made.child, made.samtykke) is None:
        raise Unclear("Hvilket samtykke? Vælg et, der står på barnets side.")
    return replace(made, priority_name=reason.name if reason else "")


def _with_a_grown_up(made: Enrolment, kind: EffortKind) -> None:
    """What is directed at parents needs somebody to talk with; who it is may wait as long as the family does."""
    here = made.status is EnrolmentState.MED
    if here and kind.direction is Direction.FORAELDRE and not made.adults:
        raise Unclear(
            f"Hvem af de voksne er med? »{kind.name}« er for forældrene. "
            "Skriv det under »Ret« hos familien, før den får en plads."
        )


def _young_enough(made: Enrolment, kind: EffortKind) -> None:
    """The age may wait to be asked; one that is told is held against what the kind is for."""
    if made.age is None or not kind.under_age:
        return
    if not _YOUNGEST <= made.age < _OLDEST:
        raise Unclear("Hvor gammel er hun? Skriv alderen i hele år.")
    if made.age >= kind.under_age:
        raise Unclear(
            f"»{kind.name}« er for unge under {kind.under_age} år. Skal den rumme flere, laver lederen "
            "jeres egen udgave under Indstillinger."
        )


def admit(session: Session, enrolment_id: str, on: date) -> Saved:
    """Give the family a place from a day on; there must be room, a yes, and no guard against the parents."""
    stored = rules.place(session, enrolment_id, Action.WRITE)
    effort = rules.require_run(session, stored.record.effort).record
    rules.require_open(effort)
    kind = kind_of(session, effort)
    if stored.record.status is not EnrolmentState.VENTER:
        raise Unclear("Familien er ikke på ventelisten længere.")
    if on < stored.record.asked_on:
        raise Unclear("De kan ikke begynde, før de kom på listen.")
    if kind.with_parents:
        rules.require_no_guard(session, stored.record.child)
    if kind.consent:
        _has_said_yes(session, stored.record, on)
    _has_room(session, stored, effort, kind)
    made = replace(stored.record, status=EnrolmentState.MED, from_day=on, until=None)
    _with_a_grown_up(made, kind)
    return _put(session, made, enrolment_id)


def _has_said_yes(session: Session, made: Enrolment, on: date) -> None:
    given = rests.of_child(session, made.child, made.samtykke)
    if given is None or not given.record.holds_on(on):
        raise Unclear("Familiens samtykke mangler eller gælder ikke den dag. Skriv det på først.")


def _has_room(
    session: Session, stored: Stored[Enrolment], effort: Effort, kind: EffortKind
) -> None:
    room = effort.max_families or kind.max_families
    every = rules.every_place(session, stored.record.effort)
    taken = [one for one in every if one.record.status is EnrolmentState.MED]
    if room and len(taken) >= room:
        raise Unclear(
            f"Der er {room} med, og så er der ikke plads til flere. Familien bliver på listen."
        )


def end(session: Session, enrolment_id: str, how: Ended) -> Saved:
    """The family is not in it any more: carried through, or left before the end with a reason.

    A volunteer who came to it comes no more, in the same act.
    """
    stored = rules.place(session, enrolment_id, Action.WRITE)
    made = stored.record
    rules.require_run(session, made.effort)
    if made.status is not EnrolmentState.MED or made.from_day is None:
        raise Unclear("Familien er ikke med nu.")
    if how.state not in _ENDS:
        raise Unclear("Er forløbet gennemført, eller holdt familien op før tid?")
    if how.on < made.from_day:
        raise Unclear("Den sidste dag ligger før den første.")
    if how.state is EnrolmentState.FALDET_FRA and not how.because.strip():
        raise Unclear("Skriv kort, hvorfor familien holdt op. »Ved vi ikke« er også et svar.")
    ended = replace(
        made, status=how.state, until=how.on, ended_because=how.because.strip(),
        outcome=how.outcome.strip(), referred_to=how.to.strip(),
    )  # fmt: skip
    gone = who_comes.ended(session, enrolment_id, made.child, how.on)
    return _put(session, ended, enrolment_id, gone)


def take_off(session: Session, enrolment_id: str, because: str) -> Saved:
    """Off the list without having begun."""
    stored = rules.place(session, enrolment_id, Action.WRITE)
    if stored.record.status is not EnrolmentState.VENTER:
        raise Unclear("Familien er ikke på ventelisten længere.")
    if not because.strip():
        raise Unclear("Skriv kort, hvorfor familien ikke venter mere.")
    made = replace(
        stored.record, status=EnrolmentState.TAGET_AF, until=session.today,
        ended_because=because.strip(),
    )  # fmt: skip
    return _put(session, made, enrolment_id)


def undo(session: Session, enrolment_id: str) -> Saved:
    """One step back: off the list to on it, ended to in it, begun today or later to waiting.

    By whoever may take the step; into one that is closed, or while the guard hides the parents, nobody comes back.
    """
    stored = rules.place(session, enrolment_id, Action.WRITE)
    made = stored.record
    effort = rules.found(session, made.effort).record
    rules.require_open(effort)
    if made.status is not EnrolmentState.TAGET_AF:
        rules.require_run(session, made.effort)
    there: Mapping[str, VolunteerPlace] = {}
    ended = {"until": None, "ended_because": "", "outcome": "", "referred_to": ""}
    if made.status in _ENDS:
        kind = kind_of(session, effort)
        if kind.with_parents:
            rules.require_no_guard(session, made.child)
        _has_room(session, stored, effort, kind)
        there = who_comes.again(session, enrolment_id, made.child)
        back = replace(made, status=EnrolmentState.MED, **ended)  # type: ignore[arg-type]
    elif made.status is EnrolmentState.TAGET_AF:
        back = replace(made, status=EnrolmentState.VENTER, **ended)  # type: ignore[arg-type]
    elif made.status is EnrolmentState.MED and (made.from_day or session.today) >= session.today:
        back = replace(made, status=EnrolmentState.VENTER, from_day=None)
    else:
        raise Unclear("Det kan ikke fortrydes længere. Afslut pladsen i stedet.")
    return _put(session, back, enrolment_id, there)


def end_again(session: Session, enrolment_id: str, before: Enrolment) -> Saved:
    """*Fortryd* after a place was given back: it ends as it had ended."""
    if before.status is EnrolmentState.TAGET_AF:
        return take_off(session, enrolment_id, before.ended_because)
    how = Ended(
        before.status, before.until or session.today, before.ended_because, before.outcome,
        before.referred_to,
    )  # fmt: skip
    return end(session, enrolment_id, how)


def take_back(session: Session, enrolment_id: str) -> Changes:
    """*Fortryd* right after a family was put on the list: what one wrote oneself today, and nobody has touched."""
    stored = rules.place(session, enrolment_id, Action.WRITE)
    if not rules.is_fresh(session, stored):
        raise NotFound("Det kan ikke fortrydes herfra længere. Tag familien af listen i stedet.")
    with session.write() as pen:
        pen.erase(
            Erased(
                events=(stored.version,),
                ground="fortrudt straks (indsats_plads)",
                child=stored.record.child,
            )
        )
        return pen.changes


def _put(
    session: Session,
    made: Enrolment,
    enrolment_id: str | None = None,
    volunteers: Mapping[str, VolunteerPlace] = MappingProxyType({}),
) -> Saved:
    """The place, and in the same act those of `volunteers` that change with it."""
    said = (made.referrer, made.referred_because, made.priority_because, made.ended_because)
    rules.keep_to_family(session, made, *said, made.outcome, made.referred_to)
    with session.write() as pen:
        for key, one in volunteers.items():
            pen.put(one, key)
        return Saved(pen.put(made, enrolment_id), pen.changes)
