"""The timeline: what is planned on top, home beside, filters, three distances, and many entries at once."""

from __future__ import annotations

import time
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.children.conftest import saw
from tests.ui.showing import press
from tvaerfaglig.domain.observation import Sign
from tvaerfaglig.services.children import timeline
from tvaerfaglig.ui.children.in_sentence import in_sentence
from tvaerfaglig.ui.children.timeline.entries import ALL, entries, groups, rows
from tvaerfaglig.ui.children.timeline.months import condensed
from tvaerfaglig.ui.children.timeline.telling import Telling

TODAY = date(2026, 11, 12)


def telling(at) -> Telling:
    child = at.tasks.now(lambda: at.session.child("alma").record)
    return Telling(child, at.do(timeline.timeline, "alma"), at.desk.library.categories)


def shown(at, **how):
    return entries(rows(telling(at)), TODAY, **{"lane": True, **how})


def test_what_is_planned_stands_on_top_with_the_nearest_first(autumn):
    """Today's konsultation, tomorrow's agreement, then the days to look again; then the newest that happened."""
    found = shown(autumn)
    planned = [(one.day, one.kind) for one in found if one.planned]
    assert planned == [
        ("I dag", "Konsultation"),
        ("I morgen", "Aftale"),
        ("18. nov.", "Beslutning"),
        ("20. nov.", "Bekymring"),
    ]
    happened = [one.day for one in found if not one.planned and one.kind]
    assert happened == [
        "I går",
        "10. nov.",
        "10. nov.",
        "10. nov.",
        "6. nov.",
        "3. nov.",
        "28.–30. okt.",
        "22. okt.",
        "1. sep.",
    ]


def test_home_stands_beside_the_nearest_thing_seen(autumn):
    """The morning shift of 5 November beside the talk of the 6th; a move with nothing near it on its own row."""
    found = shown(autumn)
    talk = next(one for one in found if one.kind.startswith("Samtale"))
    assert talk.family.words == "Mor begyndte på morgenhold."
    assert talk.family.source == "5. nov. · Oplyst af mor"
    alone = [one.family.words for one in found if not one.kind]
    assert alone == ["Mor og Alma flyttede."]


def test_without_a_lane_home_stands_among_the_rest(autumn):
    """Folded, a family event is an entry like any other."""
    found = shown(autumn, lane=False)
    assert [one.day for one in found if one.kind == "Familien"] == ["5. nov.", "20. sep."]
    assert all(one.family is None for one in found)


def test_another_childs_name_is_said_to_whom_may_see_her(autumn, desk_of):
    """A token is said by name for Mette."""
    hut = next(one for one in shown(autumn) if "hule" in one.words)
    assert hut.words == "Byggede hule med Bertil i 40 minutter."
    assert hut.title == "Leg"
    assert hut.source == "Set og hørt af Mette · skrevet 12. nov. 8.00"


def test_a_held_konsultation_says_what_was_agreed(autumn):
    """Its agreements are its words."""
    held = next(one for one in shown(autumn) if one.day == "22. okt.")
    assert (held.title, held.words) == ("1 aftale", "Aftalt: madkasse klar ved aflevering.")
    assert held.under == "tor 13.00"


def test_absence_counts_the_days_the_house_was_open(autumn):
    """28–30 October are three."""
    away = next(one for one in shown(autumn) if one.kind == "Fravær")
    assert (away.day, away.under, away.title) == ("28.–30. okt.", "3 hverdage", "Meldt syg")


def test_the_filters_count_what_they_hold(autumn):
    """Alt is the sum of the others, and a filter shows only its own; home stays beside."""
    made = rows(telling(autumn))
    counted = {group.key: number for group, number in groups(made, lane=True)}
    assert counted == {
        "observation": 2,
        "samtale": 1,
        "konsultation": 3,
        "bekymring": 6,
        "fravaer": 1,
    }
    place = autumn.place("alma")
    tab = place.view.timeline
    assert tab.filters.buttons()[0].text() == "Alt 13"
    tab.filters.buttons()[1].click()
    assert {one.kind for one in tab.line.entries() if one.kind} == {"Observation"}
    assert any(one.family for one in tab.line.entries())


def test_the_filters_keep_to_one_line(autumn):
    """What finds no room stands behind *Flere*; chosen there it stands among the others."""
    tab = autumn.place("alma").view.timeline
    wide = tab.filter_line.height()
    tab.filter_line.setFixedWidth(420)
    autumn.settle()
    assert tab.filter_line.height() == wide
    behind = tab.filter_line.more.menu_words()
    shown = [one.text() for one in tab.filters.buttons() if one.isVisible()]
    assert behind
    assert [*shown, *behind] == [one.text() for one in tab.filters.buttons()]
    tab.filter_line.more.acts().actions()[-1].trigger()
    autumn.settle()
    chosen = next(one for one in tab.filters.buttons() if one.isChecked())
    assert chosen.text() == behind[-1]
    assert chosen.isVisible()


def test_a_name_keeps_its_capital_within_a_sentence(autumn):
    """Of a colleague, of family, in the genitive; any other word begins small."""
    told = telling(autumn)
    said = [
        in_sentence(words, told.names, told.child)
        for words in ("Hun spiser selv", "Karen har linjerne", "Mettes liste", "PPR ringer")
    ]
    assert said == ["hun spiser selv", "Karen har linjerne", "Mettes liste", "PPR ringer"]


def test_months_count_by_kind_and_say_where_she_stood(autumn):
    """November: what happened by kind and sign; the position of the month at the right."""
    found = condensed(rows(telling(autumn)), "maaneder", lane=True)
    assert [(one.day, one.under) for one in found] == [
        ("November", "2026"),
        ("Oktober", "2026"),
        ("September", "2026"),
    ]
    november = found[0]
    assert november.counts == (
        ("observation", "2 observationer"),
        ("samtale", "1 samtale"),
        ("bekymring", "3 om bekymring"),
    )
    assert november.marks == (("ressource", "1"), ("bekymring", "1"))
    assert november.sign == "bekymring"
    assert "ressource 1" in november.sentence()


def test_a_year_says_how_the_position_moved(autumn):
    """One row, with the course in words."""
    (year,) = condensed(rows(telling(autumn)), "aar", lane=True)
    assert year.words == "Position: trives, så bekymring"
    assert year.kind == "9 i alt"


def test_from_a_year_one_comes_nearer_to_the_day(autumn, qtbot):
    """Enter on the year opens its months, Enter on the month its days, at the newest of it."""
    place = autumn.place("alma")
    tab, zoom = place.view.timeline, place.view.child_head.zoom
    zoom.buttons()[2].click()
    tab.line._made[0].main.setFocus()
    press(qtbot, Qt.Key.Key_Return)
    assert zoom.chosen() == "maaneder"
    tab.line.go_to("2026-10")
    press(qtbot, Qt.Key.Key_Return)
    assert zoom.chosen() == "dage"
    assert "28.–30. okt." in QApplication.focusWidget().accessibleName()


def test_arrows_go_through_time_and_to_the_familys_lane(autumn, qtbot):
    """Down goes back in time; right from the talk is what happened at home; Enter unfolds it there."""
    place = autumn.place("alma")
    line = place.view.timeline.line
    talk = next(one for one in line.entries() if one.kind.startswith("Samtale"))
    line.go_to(talk.key)
    press(qtbot, Qt.Key.Key_Right)
    assert "morgenhold" in QApplication.focusWidget().accessibleName()
    press(qtbot, Qt.Key.Key_Return)
    autumn.settle()
    assert line.is_unfolded(talk.family.key)
    press(qtbot, Qt.Key.Key_Left)
    press(qtbot, Qt.Key.Key_Down)
    assert "hule" in QApplication.focusWidget().accessibleName()


def test_a_press_opens_each_thing_where_it_lives(autumn, qtbot):
    """Observation, konsultation and agreement go to their places; a talk unfolds here, and folds up again."""
    place = autumn.place("alma")
    line = place.view.timeline.line
    seen = next(row for row in place.view.timeline._rows if row.group == "observation")
    held = next(
        row for row in place.view.timeline._rows if row.group == "konsultation" and not row.planned
    )
    agreed = next(row for row in place.view.timeline._rows if row.told.kind == "Aftale")
    for row in (seen, held, agreed):
        line.go_to(row.key)
        qtbot.mouseClick(line._stop(row.key), Qt.MouseButton.LeftButton)
    assert autumn.went == [
        ("observation", seen.stored.id),
        ("konsultationer", held.stored.id),
        ("konsultationer", held.stored.id),
    ]
    talk = next(row for row in place.view.timeline._rows if row.group == "samtale")
    line.go_to(talk.key)
    press(qtbot, Qt.Key.Key_Return)
    autumn.settle()
    assert line.is_unfolded(talk.key)
    press(qtbot, Qt.Key.Key_Return)
    assert not line.is_unfolded(talk.key)


def test_a_child_nobody_wrote_about_offers_the_first_step(mette, qtbot):
    """Empty is said with what belongs there, and the button leads to a new observation."""
    place = mette.place("emil")
    tab = place.view.timeline
    assert tab._nothing.isVisible()
    tab._first.click()
    assert mette.went == [("observation", "emil")]


def test_five_hundred_entries_open_at_once_and_scroll(mette):
    """The page stands in well under a second, and the oldest can still be reached."""
    first = date(2025, 1, 1)

    def many(session):
        with session.write() as pen:
            for n in range(500):
                day = first + timedelta(days=n)
                pen.put(saw(day, None, f"Legede i dag nummer {n}.", list(Sign)[n % 3]))

    mette.do(many)
    place = mette.place()
    began = time.perf_counter()
    place.open("alma")
    mette.settle()
    assert time.perf_counter() - began < 2.5
    line = place.view.timeline.line
    assert len(line.entries()) == 500
    assert line.built() < 100
    oldest = line.entries()[-1]
    line.go_to(oldest.key)
    assert "nummer 0." in QApplication.focusWidget().accessibleName()


def test_what_somebody_else_writes_appears_without_asking(autumn):
    """An act elsewhere in the program about Alma is shown at once; one about Bertil is not asked for."""
    from tvaerfaglig.domain.contact import Absence
    from tvaerfaglig.services import recording

    place = autumn.place("alma")
    before = len(place.view.timeline._rows)
    saved = autumn.do(recording.save, Absence(child="alma", first=TODAY, last=TODAY))
    autumn.desk.announce(saved.changes)
    autumn.settle()
    assert len(place.view.timeline._rows) == before + 1
    assert groups(place.view.timeline._rows, lane=True)
    assert place.view.timeline._chosen() == ALL
