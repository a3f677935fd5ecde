"""Attachments, a year of visits in one act, and what is done with one of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from tests.services.visiting.days import HOUSE, TODAY, attached, begin, visit
from tvaerfaglig.domain.free_days import holiday
from tvaerfaglig.domain.konsultation import Konsultation, KonsultationKind, Participant
from tvaerfaglig.domain.people import Role
from tvaerfaglig.domain.visiting.visit import Visit, VisitState, WasAbout
from tvaerfaglig.services.errors import NotAllowed, NotFound, Unclear
from tvaerfaglig.services.konsultation import acts as konsultationer
from tvaerfaglig.services.konsultation.rules import NamesSomeone
from tvaerfaglig.services.stepping import Step
from tvaerfaglig.services.visiting import (
    acts,
    attachments,
    calendar_file,
    listing,
    year,
)
from tvaerfaglig.store import queries

FIRST, LAST = date(2027, 1, 1), date(2027, 12, 31)
KAREN = Participant(name="Karen Lund", role="socialrådgiver", staff="karen")


def _meeting(session, **more):
    facts = {
        "day": TODAY,
        "at": time(10),
        "dagtilbud": HOUSE,
        "participants": (KAREN,),
        "question": "Hvad nu?",
    }
    return konsultationer.plan(session, Konsultation(**(facts | more))).id


def test_a_year_is_planned_and_taken_back_in_one_act(world):
    """Twelve Thursdays less those nobody is there; none on a holiday; one *Fortryd* takes them all."""
    karen, here = world.session("karen"), begin(world)
    proposal = year.propose(karen, here.attachment, FIRST, LAST)
    done = year.accept(karen, here.attachment, proposal.new)
    rows = listing.visits(karen, FIRST)
    assert [row.stored.record.day for row in rows] == [one.day for one in proposal.new]
    assert len(rows) == 12
    assert not any(holiday(row.stored.record.day) for row in rows)
    assert all(row.stored.record.attachment == here.attachment for row in rows)
    year.take_back(karen, done.visits)
    assert listing.visits(karen, FIRST) == []


def test_a_day_that_is_planned_is_not_planned_twice(world):
    """The second proposal shows them as standing, and there is nothing to accept."""
    karen, here = world.session("karen"), begin(world)
    first = year.propose(karen, here.attachment, FIRST, LAST)
    year.accept(karen, here.attachment, first.new)
    again = year.propose(karen, here.attachment, FIRST, LAST)
    assert again.new == ()
    with pytest.raises(Unclear, match="planlagt allerede"):
        year.accept(karen, here.attachment, first.new)


def test_what_was_used_is_not_taken_back(world):
    """One that was cancelled since stays in the log; the rest goes."""
    karen, here = world.session("karen"), begin(world)
    done = year.accept(
        karen, here.attachment, year.propose(karen, here.attachment, FIRST, LAST).new
    )
    acts.cancel(karen, done.visits[3], "Kursus")
    year.take_back(karen, done.visits)
    (left,) = listing.visits(karen, FIRST)
    assert left.stored.id == done.visits[3]
    with pytest.raises(NotFound):
        year.take_back(karen, done.visits)


def test_a_moved_visit_takes_its_konsultationer_along_and_back(world):
    """The day moves for both; *Fortryd* puts both back."""
    karen, here = world.session("karen"), begin(world)
    meeting = _meeting(karen)
    done = acts.move(karen, here.visit, date(2026, 11, 19), "Sygdom")
    moved = queries.one(karen.vault, Visit, here.visit).record
    assert (moved.day, moved.moved_from) == (date(2026, 11, 19), TODAY)
    assert queries.one(karen.vault, Konsultation, meeting).record.day == date(2026, 11, 19)
    acts.put_back(karen, done.before)
    assert queries.one(karen.vault, Konsultation, meeting).record.day == TODAY
    assert queries.one(karen.vault, Visit, here.visit).record.day == TODAY


def test_only_the_move_that_was_shown_is_put_back(world):
    """A meeting that was moved on since keeps its day, and so the visit does."""
    karen, here = world.session("karen"), begin(world)
    first = acts.move(karen, here.visit, date(2026, 11, 19), "Sygdom")
    acts.move(karen, here.visit, date(2026, 11, 26), "Stadig syg")
    with pytest.raises(NotFound, match="skrevet videre"):
        acts.put_back(karen, first.before)
    assert queries.one(karen.vault, Visit, here.visit).record.day == date(2026, 11, 26)


def test_a_cancelled_visit_asks_for_a_new_day(world):
    """A reason is needed; the next open week is offered, and what was planned follows to it."""
    karen, here = world.session("karen"), begin(world)
    meeting = _meeting(karen)
    with pytest.raises(Unclear, match="Hvorfor"):
        acts.cancel(karen, here.visit, " ")
    acts.cancel(karen, here.visit, "Kursus")
    day = acts.suggest(karen, here.visit)
    assert day == date(2026, 11, 19)
    before = queries.one(karen.vault, Visit, here.visit).record
    new = acts.plan_one(karen, replace(before, day=day, instead_of=here.visit)).id
    after = queries.one(karen.vault, Konsultation, meeting).record
    assert (after.day, after.visit) == (day, new)
    assert queries.one(karen.vault, Visit, new).record.status is VisitState.PLANLAGT


def test_held_fills_in_what_is_known(world):
    """With one key: the hours as planned, who came, and what its konsultationer were about."""
    karen, here = world.session("karen"), begin(world)
    _meeting(karen)
    _meeting(karen, kind=KonsultationKind.TEMA, title="Overgange", question="")
    acts.hold(karen, here.visit)
    held = queries.one(karen.vault, Visit, here.visit).record
    assert (held.status, held.minutes) == (VisitState.HOLDT, 300)
    assert held.was_about == (WasAbout.BARN, WasAbout.TEMA)
    acts.hold(karen, here.visit, minutes=150)
    held = queries.one(karen.vault, Visit, here.visit).record
    assert (held.minutes, held.planned_minutes()) == (150, 300)
    with pytest.raises(Unclear, match="holdt"):
        acts.cancel(karen, here.visit, "Nej")


def test_a_visit_to_come_cannot_have_been_held(world):
    """It is noted on the day."""
    karen, here = world.session("karen"), begin(world)
    acts.move(karen, here.visit, date(2026, 11, 19))
    with pytest.raises(Unclear, match="længere fremme"):
        acts.hold(karen, here.visit)


def test_nothing_about_a_visit_names_a_child(world):
    """Neither its theme nor why it was cancelled; the words that do are told."""
    karen, here = world.session("karen"), begin(world)
    for act in (
        lambda: acts.hold(karen, here.visit, theme="Alma og maden"),
        lambda: acts.hold(karen, here.visit, told="Vi talte med Katarzyna"),
        lambda: acts.cancel(karen, here.visit, "Almas mor ringede"),
        lambda: acts.plan_one(karen, visit(place="Hos Alma Nowak")),
    ):
        with pytest.raises(NamesSomeone):
            act()


@pytest.mark.parametrize("who", ["hanne", "karen"])
def test_leader_and_visitor_keep_attachments(world, who):
    """Both may make it, plan the year and hold the visit."""
    session, here = world.session(who), begin(world, who)
    year.accept(session, here.attachment, year.propose(session, here.attachment, FIRST, LAST).new)
    acts.hold(session, here.visit)
    ended = attached(until=date(2027, 6, 30))
    attachments.save_attachment(session, ended, here.attachment)
    assert attachments.attachments(session).rows[0].may_keep


@pytest.mark.parametrize("who", ["mette", "yusuf", "line", "jonas"])
def test_nobody_else_does(world, who):
    """House staff see the days; another visitor and another house change nothing, and the latter see nothing."""
    here, session = begin(world), world.session(who)
    before = session.vault.log.count()
    days = year.propose(world.session("karen"), here.attachment, FIRST, LAST).new
    for act in (
        lambda: attachments.save_attachment(session, attached()),
        lambda: attachments.save_attachment(session, attached(until=LAST), here.attachment),
        lambda: year.propose(session, here.attachment, FIRST, LAST),
        lambda: year.accept(session, here.attachment, days),
        lambda: year.take_back(session, (here.visit,)),
        lambda: acts.plan_one(session, visit()),
        lambda: acts.move(session, here.visit, LAST),
        lambda: acts.change(session, here.visit, visit()),
        lambda: acts.cancel(session, here.visit, "Nej"),
        lambda: acts.hold(session, here.visit),
        lambda: acts.suggest(session, here.visit),
        lambda: acts.put_back(session, (Step(here.visit, "x", "x"),)),
    ):
        with pytest.raises(NotAllowed):
            act()
    assert session.vault.log.count() == before
    sees = who != "jonas"
    assert bool(listing.visits(session, TODAY)) is sees
    assert bool(attachments.attachments(session).rows) is sees


def test_a_leader_next_door_sees_and_keeps_nothing(world):
    """She leads her own house only."""
    here, hanne = begin(world), world.session("hanne")
    with hanne.write() as pen:
        pen.put(replace(hanne.staff()["jonas"], role=Role.LEDER), "jonas")
    jonas = world.session("jonas")
    with pytest.raises(NotAllowed):
        acts.hold(jonas, here.visit)
    assert listing.visits(jonas, TODAY) == []
    with pytest.raises(Unclear, match="ingen besøg"):
        calendar_file.take_out(jonas, TODAY, LAST)


def test_only_one_who_comes_to_the_house_is_attached(world):
    """Not its own staff, and nobody who has no way in."""
    hanne = world.session("hanne")
    with pytest.raises(Unclear, match="hører til i huset"):
        attachments.save_attachment(hanne, attached(staff="mette"))
    with hanne.write() as pen:
        pen.put(replace(hanne.staff()["karen"], houses=("dagplejen",)), "karen")
    with pytest.raises(Unclear, match="ikke adgang til det hus"):
        attachments.save_attachment(hanne, attached())


def test_the_calendar_names_house_and_visit_and_nothing_else(world):
    """Same UID from file to file, cancelled ones marked, no child, no question, no room."""
    from icalendar import Calendar

    karen, here = world.session("karen"), begin(world)
    _meeting(karen, question="Spiser for lidt")
    first = Calendar.from_ical(calendar_file.take_out(karen, TODAY, LAST).content)
    acts.cancel(karen, here.visit, "Kursus i Fjordby")
    taken = calendar_file.take_out(karen, TODAY, LAST)
    (event,) = Calendar.from_ical(taken.content).walk("VEVENT")
    assert event["UID"] == first.walk("VEVENT")[0]["UID"]
    assert (event["STATUS"], event["SEQUENCE"]) == ("CANCELLED", 1)
    assert event["DTSTART"].dt.isoformat() == "2026-11-12T08:00:00+00:00"
    text = taken.content.decode()
    assert "Mælkebøtten" in text
    assert not any(word in text for word in ("Spiser", "Kursus", "Personalestuen", "Alma"))
    assert max(len(line) for line in taken.content.split(b"\r\n")) <= 75
    calendar_file.note_taken(karen, taken)
