"""Invented facts written down as the records that people would have written, in a vault: for speed, and for truth."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from tvaerfaglig.domain.concern import Concern, NotNow, PositionSet
from tvaerfaglig.domain.contact import ParentContact
from tvaerfaglig.domain.efforts.kind import KeptEffortKind, Subject
from tvaerfaglig.domain.efforts.reading import reference
from tvaerfaglig.domain.efforts.records import (
    Effort,
    EffortState,
    Enrolment,
    EnrolmentState,
    Presence,
    Stand,
    There,
)
from tvaerfaglig.domain.efforts.writing import kind_toml
from tvaerfaglig.domain.figures import facts as f
from tvaerfaglig.domain.konsultation import (
    Agreement,
    AgreementState,
    Konsultation,
    KonsultationKind,
    KonsultationState,
    Participant,
)
from tvaerfaglig.domain.people import Child, Dagtilbud, Role, Staff
from tvaerfaglig.domain.record import Record
from tvaerfaglig.domain.rounds.records import Joint, Round, RoundState
from tvaerfaglig.domain.underretning import Section, Stage, Step, Underretning
from tvaerfaglig.domain.visiting.attachment import Attachment
from tvaerfaglig.domain.visiting.visit import Visit, VisitState
from tvaerfaglig.services import library

FIRST = date(2016, 1, 1)
MOST = 10
Written = tuple[Record, str | None]
_LETTER = (
    "Siden august sover hun kun, når en voksen sidder hos hende. Den 6. oktober gik hun fra bordet og "
    "sagde: »Jeg vil hjem til mormor.« "
)


def write_down(session: Any, facts: f.Facts, batch: int = 2_000) -> None:
    """In transactions of so many records. What is closed or taken up again is a version more."""
    waiting: list[Written] = []
    for one in records(facts):
        waiting.append(one)
        if len(waiting) == batch:
            _put(session, waiting)
    _put(session, waiting)


def _put(session: Any, waiting: list[Written]) -> None:
    with session.write() as pen:
        for record, record_id in waiting:
            pen.put(record, record_id)
    waiting.clear()


def records(facts: f.Facts) -> Iterator[Written]:
    houses = sorted({one.house for one in facts.concerns})
    yield Staff(name="Karen Lund", role=Role.SOCIALRAADGIVER, houses=tuple(houses)), "karen"
    for house in houses:
        yield Dagtilbud(name=f"Børnehuset {house}", municipality="Nordmark"), house
        for order in (1, 2):
            yield (
                Round(
                    dagtilbud=house, first=FIRST + timedelta(order), last=FIRST + timedelta(order),
                    status=RoundState.LUKKET,
                ),
                f"{house}-runde-{order}",
            )  # fmt: skip
    for one in facts.attached:
        yield Attachment(staff="karen", house=one.house, from_day=one.since, until=one.until), None
    where = {one.child: one.house for one in facts.concerns}
    for child in facts.children:
        card = Child(
            name=f"{child.id} Jensen", born=child.born, sex=child.sex, dagtilbud=where[child.id],
            municipality="Nordmark", enrolled=child.born + timedelta(300),
        )  # fmt: skip
        yield card, child.id
    yield from _of_concerns(facts)
    yield from _of_efforts(facts)
    yield from _of_letters(facts)
    yield from _of_promises(facts)
    for stood in facts.standings:
        yield (
            Joint(
                round=f"{stood.house}-runde-{stood.order}", child=stood.child, day=stood.day,
                overall=stood.position.value, position=stood.position, sentence="Sådan så vi det.",
            ),
            None,
        )  # fmt: skip
    for level in facts.levels:
        yield (
            PositionSet(
                child=level.child, day=level.day, position=f.Position.BEKYMRING,
                level=MOST - level.level, scale="nul_til_ti", set_by=(level.who,),
            ),
            None,
        )  # fmt: skip


def _of_concerns(facts: f.Facts) -> Iterator[Written]:
    for one in facts.concerns:
        made = Concern(child=one.child, first_noticed=one.day, title="Søvn og tryghed")
        record = f"bekymring-{one.id}"
        yield made, record
        for closed, reopened in zip(one.closed, (*one.reopened, None), strict=False):
            made = replace(made, closed_on=closed, closed_because="Det går bedre.")
            yield made, record
            if reopened:
                made = replace(made, closed_on=None, taken_up_on=reopened)
                yield made, record
    for one in facts.happened:
        if one.step is f.Step.SAMTALE:
            yield ParentContact(child=one.child, day=one.day, topic="Hverdagen"), None
        elif one.step is f.Step.HANDLING:
            yield _agreement(one.child, one.day, None, one.day), None
        else:
            there = (Participant(name="Karen Lund", staff="karen"),) if one.outside else ()
            note = Konsultation(
                kind=KonsultationKind.NAVNGIVET, status=KonsultationState.AFSLUTTET,
                dagtilbud=one.house, day=one.day, child=one.child, participants=there,
            )  # fmt: skip
            yield note, None


def _agreement(child: str, made_on: date, due: date | None, done: date | None) -> Agreement:
    status = AgreementState.GJORT if done else AgreementState.AABEN
    return Agreement(
        what="Ring til mor", child=child, made_on=made_on, due=due, done_on=done, status=status
    )


def _of_efforts(facts: f.Facts) -> Iterator[Written]:
    """Every effort and every place is a family's own in a group of its house, kind and project."""
    shipped = {one.id: one for one in library.efforts()}
    texts = {kind: kind_toml(one) for kind, one in shipped.items()}
    refs = {kind: reference(one, texts[kind]) for kind, one in shipped.items()}
    for kind, ref in refs.items():
        yield KeptEffortKind(name=shipped[kind].name, text=texts[kind], shipped=True), ref
    every = [
        *((one, one.day) for one in facts.efforts),
        *((one, one.start) for one in facts.places),
    ]
    groups = {(one.house, _kind(one.kind), one.tags) for one, _ in every}
    for house, kind, tags in sorted(groups):
        yield (
            Effort(
                kind=refs[kind], name="Onsdagsgruppen", house=house, subject=Subject.FAMILIE,
                project="".join(tags), start=FIRST, status=EffortState.I_GANG,
            ),
            _group(house, kind, tags),
        )  # fmt: skip
    for effort in facts.efforts:
        place = Enrolment(
            effort=_group(effort.house, _kind(effort.kind), effort.tags), child=effort.child,
            asked_on=effort.day, from_day=effort.day, status=EnrolmentState.MED,
        )  # fmt: skip
        yield place, f"indsats-{effort.id}"
    for place in facts.places:
        yield from _of_place(place)


def _kind(kind: str) -> str:
    return {"raadgivning": "raadgivningsforloeb"}.get(kind, kind)


def _group(house: str, kind: str, tags: tuple[str, ...]) -> str:
    return f"{house}-{kind}-{'-'.join(tags)}"


def _of_place(place: f.Place) -> Iterator[Written]:
    group, record = _group(place.house, _kind(place.kind), place.tags), f"plads-{place.id}"
    made = Enrolment(
        effort=group, child=place.child, asked_on=place.wished, from_day=place.start,
        until=place.end, status=EnrolmentState.AFSLUTTET if place.end else EnrolmentState.MED,
    )  # fmt: skip
    yield made, record
    for nr in range(place.held):
        stand = Stand.TIL_STEDE if nr < place.present else Stand.IKKE
        yield (
            Presence(
                effort=group, session=f"gang-{nr}", enrolment=record, child=place.child,
                day=(place.start or place.wished) + timedelta(weeks=nr),
                there=(There(person="barnet", called="barnet", stand=stand),),
            ),
            None,
        )  # fmt: skip


def _of_letters(facts: f.Facts) -> Iterator[Written]:
    for one in facts.letters:
        head = Underretning(child=one.child, begun=one.day, writers=("leder",), grounds=("x",))
        letter = f"brev-{one.id}"
        yield head, letter
        for name in ("observationer", "barnets_ord", "ressourcer", "vurdering"):
            section = Section(underretning=letter, child=one.child, section=name, text=_LETTER * 4)
            yield section, f"{letter}/{name}"
        answers = (
            (Stage.AFSENDT, one.day),
            (Stage.KVITTERET, one.receipt),
            (Stage.ORIENTERET, one.outcome),
        )
        for stage, day in answers:
            if day is not None:
                yield Step(underretning=letter, child=one.child, stage=stage, day=day), None


def _of_promises(facts: f.Facts) -> Iterator[Written]:
    for one in facts.promises:
        if one.kind is f.Promised.AFTALE:
            yield _agreement(one.child, one.due, one.due, one.done), None
        elif one.kind is f.Promised.OPFOELGNING:
            waits = NotNow(
                child=one.child, day=one.due, because="Det bliver bedre.", seen_again_on=one.due,
                seen_again=one.done,
            )  # fmt: skip
            yield waits, None
        else:
            visit = Visit(
                staff="karen", house=one.house, day=one.done or one.due, moved_from=one.due,
                status=VisitState.HOLDT if one.done else VisitState.PLANLAGT,
            )  # fmt: skip
            yield visit, None
