"""What belongs to a concern was said by somebody; the rest is proposed, and a no is not asked about again."""

from __future__ import annotations

from datetime import date

import pytest

from tvaerfaglig.domain.concern import Concern, Position, PositionSet
from tvaerfaglig.domain.contact import ParentContact
from tvaerfaglig.domain.konsultation import (
    Agreement,
    AgreementState,
    Konsultation,
    KonsultationKind,
    KonsultationState,
)
from tvaerfaglig.domain.observation import Involved, Observation
from tvaerfaglig.services import recording
from tvaerfaglig.services.agreements import acts
from tvaerfaglig.services.children import threads
from tvaerfaglig.services.errors import NotAllowed, NotFound
from tvaerfaglig.services.konsultation import acts as konsultationer
from tvaerfaglig.services.printing import pressing
from tvaerfaglig.services.summarising import paper as summary

FIRST, TODAY = date(2026, 10, 1), date(2026, 11, 12)


def concern(session, **more):
    made = Concern(
        child="alma", first_noticed=FIRST, title="Søvn om dagen", categories=("soevn",), **more
    )
    return recording.save(session, made).id


def talk(session, day, topic="Om søvnen"):
    return recording.save(session, ParentContact(child="alma", day=day, topic=topic)).id


def ids(steps):
    return [one.id for one in steps]


def test_what_happened_while_it_was_open_is_proposed(world):
    """Talks, positions and what was seen of the same; neither before nor of another topic."""
    mette = world.session("mette")
    one = concern(mette)
    talk(mette, date(2026, 9, 1))
    near = talk(mette, date(2026, 10, 5))
    for topic in ("soevn", "leg"):
        seen = Observation(
            day=TODAY, involved=(Involved(child="alma"),), text=topic, categories=(topic,)
        )
        recording.save(mette, seen)
    found = threads.thread(mette, one)
    assert found.steps == ()
    assert [(step.kind, step.what) for step in found.proposed] == [
        ("samtale", "Samtale med forældrene: Om søvnen"), ("observation", "Set: soevn"),
    ]  # fmt: skip
    assert found.proposed[0].id == near


def test_linked_it_belongs_and_what_comes_of_it_is_proposed_as_such(world):
    """An agreement with the concern on it belongs by itself; one of a linked konsultation is near."""
    mette = world.session("mette")
    one = concern(mette)
    note = Konsultation(
        kind=KonsultationKind.NAVNGIVET, child="alma", day=date(2026, 10, 22), basis="andet",
        basis_text="Aftalt.", question="Hvad gør vi?", status=KonsultationState.I_GANG,
    )  # fmt: skip
    meeting = konsultationer.plan(mette, note).id
    there = acts.save(
        mette,
        Agreement(what="Skumring kl. 11", konsultation=meeting, made_on=date(2026, 10, 22)),
    ).id
    own = acts.save(
        mette,
        Agreement(what="Ringe til mor", who=("mette",), child="alma", concern=one, made_on=TODAY),
    ).id
    acts.settle(mette, own, AgreementState.GJORT, "Mor lukker op igen.")
    assert ids(threads.thread(mette, one).steps) == [own]
    threads.link(mette, one, meeting)
    threads.link(mette, one, meeting)
    found = threads.thread(mette, one)
    assert ids(found.steps) == [meeting, own]
    assert found.steps[1].effect == "Gjort. Mor lukker op igen"
    (near,) = (step for step in found.proposed if step.id == there)
    assert near.why == "aftalt ved en konsultation i tråden"


def test_a_no_is_not_asked_about_again(world):
    """Taken out it is neither in the thread nor proposed, until somebody says yes."""
    mette = world.session("mette")
    one, near = concern(mette), talk(mette, TODAY)
    threads.link(mette, one, near, belongs=False)
    found = threads.thread(mette, one)
    assert (found.steps, found.proposed) == ((), ())
    threads.link(mette, one, near)
    assert ids(threads.thread(mette, one).steps) == [near]


def test_only_what_is_about_the_child(world):
    """Another child's record cannot be drawn into her thread; nor can her thread be read by a stranger."""
    mette = world.session("mette")
    one = concern(mette)
    other = recording.save(mette, ParentContact(child="bertil", day=TODAY)).id
    with pytest.raises(NotFound):
        threads.link(mette, one, other)
    with pytest.raises(NotAllowed):
        threads.thread(world.session("jonas"), one)


def test_the_thread_stands_in_the_case_summary(world):
    """Under its concern, what was done and what came of it; other children masked."""
    mette, hanne = world.session("mette"), world.session("hanne")
    one = concern(mette)
    position = PositionSet(
        child="alma",
        day=date(2026, 10, 8),
        position=Position.BEKYMRING,
        because="Som {barn:bertil}",
    )
    threads.link(mette, one, recording.save(mette, position).id)
    made = summary.paper(hanne, "alma", summary.Wanted("Møde", FIRST, TODAY))
    (thread,) = made.threads
    assert thread.concern == "Søvn om dagen"
    assert [(row.what, row.effect) for row in thread.rows] == [
        ("Position: bekymring", "Som et andet barn")
    ]
    words = " ".join(text for pair in pressing.sections(made) for text in pair)
    assert "Tråden fra bekymring til virkning: Søvn om dagen" in words
