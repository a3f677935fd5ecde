"""Overblik as the morning begins, through the real house on the invented world."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from tvaerfaglig.domain.concern import NotNow
from tvaerfaglig.services import drafts, library, recording
from tvaerfaglig.services.observations.page import KIND, new_key
from tvaerfaglig.services.waiting import snoozing
from tvaerfaglig.ui.children import OpenChild
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.overview.page import OverviewPlace
from tvaerfaglig.ui.overview.put_off import PutOff
from tvaerfaglig.ui.tasks import Tasks


@pytest.fixture
def overview(qtbot, demo_world):
    """Overblik for whoever is named; the desk's journeys are kept in `went`."""
    made = []

    def open_for(name, before=lambda session: None):
        tasks = Tasks()
        session = tasks.now(lambda: demo_world.session(name))
        tasks.now(lambda: before(session))
        desk = Desk(session, tasks, demo_world.clock, library.load())
        went = []
        desk.going.connect(lambda place, argument: went.append((place, argument)))
        place = OverviewPlace(desk)
        place.went, place.said = went, []
        desk.said.connect(lambda words, tone, undo: place.said.append((words, undo)))
        qtbot.addWidget(place)
        place.resize(1060, 780)
        place.show()
        place.open()
        qtbot.waitUntil(lambda: not tasks.busy and place.body is not None, timeout=5000)
        made.append((tasks, session))
        return place

    yield open_for
    for tasks, session in made:
        tasks.now(session.vault.close)
        tasks.close()
    demo_world.open_sessions.clear()


def words(place):
    return [one.text() for one in place.findChildren(QLabel) if one.text()]


def press(qtbot, place, name):
    from PySide6.QtCore import Qt

    found = [one for one in place.findChildren(QPushButton) if name in one.accessibleName()]
    qtbot.mouseClick(found[0], Qt.MouseButton.LeftButton)


def test_it_greets_and_says_who_comes(overview):
    """By name and hour, with today's konsultationer in their order."""
    place = overview("Mette")
    said = words(place)
    assert "Godmorgen, Mette" in said
    assert "Karen Lund kommer i dag" in said
    assert said.index("Alma Nowak") < said.index("Bertil Kjær")


def test_what_waits_stands_with_its_date_in_words(overview):
    """The receipt that is a day over stands first, and says so with a shape and a word."""
    place = overview("Mette")
    assert "1 dag over" in words(place)
    assert "Kvittering fra Fjordby Kommune" in words(place)


def test_an_agreement_is_done_with_one_press_and_can_be_undone(overview, qtbot):
    """Gjort takes it off the list; Fortryd puts it back."""
    place = overview("Mette")
    press(qtbot, place, "Gjort: Madkasse klar")
    qtbot.waitUntil(lambda: place.said != [], timeout=5000)
    qtbot.waitUntil(lambda: not any("Madkasse klar" in one for one in words(place)), timeout=5000)
    place.said[0][1]()
    qtbot.waitUntil(lambda: any("Madkasse klar" in one for one in words(place)), timeout=5000)


def test_an_unsaved_observation_is_offered_again(overview, qtbot):
    """What was begun and never saved stands on top, and one press leads back to it."""
    key = new_key("1")

    def begin(session):
        child = next(
            one for one, kept in session.children().items() if kept.record.name == "Alma Nowak"
        )
        content = f'{{"child": "{child}", "record": "", "replaces": [], "values": {{"text": "Alma lo."}}}}'
        drafts.keep(session, key, KIND, content)

    place = overview("Mette", begin)
    assert "Ikke gemt endnu" in words(place)
    press(qtbot, place, "Skriv videre: Du var i gang")
    assert place.went == [("observation", f"draft:{key}")]


def test_a_visiting_colleague_sees_her_day_and_no_quiet_list(overview):
    """Karen has her konsultationer; whose children have gone quiet is the house's own matter."""
    said = words(overview("Karen"))
    assert "Et barn på 3 år" in said
    assert "Længe siden" not in said


def test_nothing_is_cut_and_nothing_is_nameless(overview, dressed, qtbot):
    """At 100, 150 and 200 %."""
    from tests.ui.accessibility import nameless
    from tests.ui.clipping import clipped

    place = overview("Mette")
    for scale in (1.0, 1.5, 2.0):
        dressed.set_scale(scale)
        qtbot.wait(60)
        assert clipped(place) == []
    assert nameless(place) == []


def test_a_decision_opens_where_it_is_looked_at(overview, qtbot):
    """One press from Overblik to the decision itself, with its child."""
    made = []

    def decide(session):
        here = session.children().items()
        child = next(one for one, stored in here if not stored.record.left)
        decision = NotNow(
            child=child,
            day=session.today - timedelta(90),
            because="Vi prøver først.",
            by=(session.my_id,),
            seen_again_on=session.today - timedelta(80),
        )
        made.append((child, recording.save(session, decision).id))

    place = overview("Hanne", decide)
    press(qtbot, place, "Se på det")
    child, decision = made[0]
    assert place.went == [("boern", OpenChild(child, write="set_igen", record=decision))]


def test_what_waits_is_put_off_where_it_stands_and_taken_up_again(qtbot, overview):
    """The clock asks for a day and why; then it stands under *Udskudt*, and *Fortryd* brings it back."""
    place = overview("Mette")
    press(qtbot, place, "Se på det en anden dag: Følg op på bekymringen om Alma")
    row = next(one for one in place.findChildren(PutOff) if "Alma" in one._what)
    row._on_save()
    assert snoozing.NO_REASON in " ".join(words(row))
    row.why.setText("Mor er på barsel.")
    row._on_save()
    qtbot.waitUntil(lambda: bool(place.said))
    place.open()
    qtbot.waitUntil(lambda: "Udskudt" in words(place))
    shown = [one for one in place.body.findChildren(PutOff) if one.isVisible()]
    assert not any("Følg op på bekymringen om Alma" in one._what for one in shown)
    said, undo = place.said[-1]
    assert said.startswith("Udskudt. Det kommer igen")
    undo()
    qtbot.waitUntil(lambda: len(place.said) > 1)
    place.open()
    qtbot.waitUntil(lambda: "Udskudt" not in words(place))


def test_what_does_not_fit_is_a_key_away(overview, qtbot):
    """Twelve things at first; then all of them, and the keyboard goes on at the thirteenth."""
    place = overview("Mette")
    waiting = place._shown.waiting
    assert len(waiting) > 12
    hidden = waiting[12].what
    assert hidden not in words(place)
    (more,) = [b for b in place.findChildren(QPushButton) if b.text() == f"Vis alle {len(waiting)}"]
    more.click()
    assert hidden in words(place)
    assert hidden in place.focusWidget().accessibleName()
