"""Spørg mig by keyboard, through the real windows, on a real vault."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.services.letters.a_letter import begun, observe, three
from tests.ui.underretninger.by_hand import CTRL, key, typed
from tvaerfaglig.domain.interview.told import Told, Way
from tvaerfaglig.domain.observation import Sign
from tvaerfaglig.domain.protection import Against
from tvaerfaglig.domain.underretning import Section
from tvaerfaglig.services import underretninger as u
from tvaerfaglig.services.children import protecting
from tvaerfaglig.services.letters import interviewing
from tvaerfaglig.store import past

ALT = Qt.KeyboardModifier.AltModifier
SHIFT_CTRL = Qt.KeyboardModifier.ShiftModifier | CTRL


def opened(desk, letter):
    place = desk.place()
    place.activateWindow()
    place.open(letter)
    desk.settle()
    key(place.letter, Qt.Key.Key_M, SHIFT_CTRL)
    desk.settle()
    return place


@pytest.fixture
def asked(mette):
    """Mette at the first question of Alma's letter, which has four observations in it."""
    seen, letter = mette.do(three), mette.do(begun)
    seen["sult"] = mette.do(observe, date(2026, 11, 11), "Spurgte om mad.", sign=Sign.BEKYMRING)
    for one in seen.values():
        mette.do(u.insert_observation, letter, one)
    mette.seen, mette.letter = seen, letter
    mette.page = opened(mette, letter)
    return mette


def stand_at(view, ask):
    """Go on until this question is asked."""
    for _ in range(60):
        if view.step is not None and view.step.ask.id == ask:
            return
        view.go_on()
    raise AssertionError(f"{ask} is never asked")


def answer(desk, view, words):
    typed(view.question.field, words)
    view.flush()
    desk.settle()


def test_it_begins_with_what_the_letter_lacks(asked):
    """What was seen stands there; so it asks how it was before, and says how far one is."""
    view = asked.page.beside.interview
    assert asked.page.shown is view
    assert view.step.ask.id == "begyndelse"
    assert view.question.count.text().startswith("1 af ")
    assert "Før og nu" in view.question.count.text()
    assert view.question.field.hasFocus()
    assert view.question.next.text() == "Spring over"


def test_an_answer_lands_in_its_section_and_is_kept_at_once(asked):
    """Behind what stood there, with its lead; kept before one leaves, a version when one does."""
    asked.do(u.save_section, asked.letter, "over_tid", "Det var roligt i juni.")
    asked.page.writer.renew()
    asked.settle()
    view = asked.page.beside.interview
    stand_at(view, "foer")
    answer(asked, view, "Hun sov efter frokost")
    page = asked.do(u.open_letter, asked.letter)
    assert page.text("over_tid") == "Det var roligt i juni."
    assert page.kept["over_tid"].text == "Det var roligt i juni.\nFør: Hun sov efter frokost"
    key(view.question.field, Qt.Key.Key_Escape)
    asked.settle()
    assert asked.page.shown is asked.page.letter
    assert asked.page.letter.section == "over_tid"
    assert "Før: Hun sov efter frokost" in asked.page.letter.middle.editor.prose.text()
    page = asked.do(u.open_letter, asked.letter)
    assert page.text("over_tid") == "Det var roligt i juni.\nFør: Hun sov efter frokost"
    assert not page.kept


def test_one_goes_back_and_mends(asked):
    """Alt+Left: the answer stands in its field; what is written instead takes its place."""
    view = asked.page.beside.interview
    answer(asked, view, "august")
    view.go_on()
    key(view.question.field, Qt.Key.Key_Left, ALT)
    assert view.question.field.text() == "august"
    typed(view.question.field, " 2026")
    view.flush()
    assert view.walk.sitting.text("over_tid") == "Siden: august 2026"
    view.question.field.selectAll()
    key(view.question.field, Qt.Key.Key_Delete)
    view.flush()
    assert view.walk.sitting.text("over_tid") == ""


def test_an_answer_is_taken_out_and_comes_back_with_undo(asked):
    """»Tag svaret ud igen«, then Ctrl+Z in the field."""
    view = asked.page.beside.interview
    answer(asked, view, "august")
    assert view.question.take_back.isVisible()
    view.question.take_back.click()
    asked.settle()
    assert view.walk.sitting.text("over_tid") == ""
    key(view.question.field, Qt.Key.Key_Z, CTRL)
    view.flush()
    assert view.walk.sitting.text("over_tid") == "Siden: august"


def test_not_knowing_becomes_an_honest_sentence(asked):
    """With who could be asked, among what the house does not know; and on to the next."""
    view = asked.page.beside.interview
    stand_at(view, "begyndelse")
    QTest.mouseClick(view.question.dont_know, Qt.MouseButton.LeftButton)
    whom = view.question.unknown.whom
    assert whom.hasFocus()
    QTest.keyClicks(whom, "mormor")
    key(whom, Qt.Key.Key_Return)
    asked.settle()
    assert view.step.ask.id != "begyndelse"
    text = view.walk.sitting.text("vurdering")
    assert text == "Vi ved ikke, hvornår det begyndte. Mormor kan spørges."
    view.go_back()
    assert "Mormor kan spørges" in view.question.mended.words()


def test_what_is_judged_stays_before_what_is_not_known(asked):
    """On paper the last lines follow the first words of their paragraph."""
    view = asked.page.beside.interview
    view.walk.answers.write_honest(view.step, "")
    stand_at(view, "vurdering")
    answer(asked, view, "Alma har brug for ro")
    stand_at(view, "hvis_intet")
    answer(asked, view, "mister hun sin ven")
    assert view.walk.sitting.text("vurdering").splitlines() == [
        "Alma har brug for ro",
        "Hvis intet ændres: mister hun sin ven",
        "Vi ved ikke, hvornår det begyndte.",
    ]


def test_what_was_tried_becomes_entries(asked):
    """A line each with its day; then each is asked what came of it."""
    view = asked.page.beside.interview
    stand_at(view, "proevet")
    answer(asked, view, "31. august: Hviler kl. 10.30\nTalt med mor")
    record = view.walk.sitting.record
    assert [(one.day and one.day.isoformat(), one.what) for one in record.actions] == [
        ("2026-08-31", "Hviler kl. 10.30"),
        (None, "Talt med mor"),
    ]
    stand_at(view, "virkning")
    assert "Hviler kl. 10.30" in view.question.question.text()
    answer(asked, view, "Hun sover en halv time")
    assert view.walk.sitting.record.actions[0].effect == "Hun sover en halv time"
    view.go_on()
    assert "Talt med mor" in view.question.question.text()
    key(view.question.field, Qt.Key.Key_Escape)
    asked.settle()
    saved = asked.do(u.open_letter, asked.letter).record.actions
    assert saved == view.walk.sitting.record.actions
    assert saved[0].effect == "Hun sover en halv time"


def test_each_parent_is_asked_after(asked):
    """Mor and far, each by themselves, each in a line of their own."""
    view = asked.page.beside.interview
    stand_at(view, "foraelder_siger")
    who = view.step.lead
    answer(asked, view, "»Hun sover dårligt«")
    assert view.walk.sitting.text("foraeldre") == f"{who}»Hun sover dårligt«"


def test_one_stops_and_goes_on_another_day(asked, desk_of):
    """Close the program: next time it begins where one was, and the answer can still be mended."""
    view = asked.page.beside.interview
    answer(asked, view, "august")
    view.go_on()
    view.go_on()
    at = view.step.key
    asked.page.leave()
    asked.settle()
    letter = asked.letter
    mette = desk_of("mette")
    view = opened(mette, letter).beside.interview
    assert view.step.key == at
    told = mette.do(interviewing.how_far, letter)
    assert [one.way for one in told.handled] == [Way.ANSWERED, Way.PASSED]
    assert view.walk.steps[0].key == "begyndelse"
    while view.walk.at:
        view.go_back()
    assert view.question.field.text() == "august"


def test_a_crash_loses_nothing(asked, desk_of):
    """Kept and never saved: answer and place are there again."""
    view = asked.page.beside.interview
    answer(asked, view, "august")
    letter, told = asked.letter, view.walk.answers.told
    asked.do(interviewing.keep, letter, told)
    asked.page.writer.sitting.saved()
    asked.page.beside.interview.close_letter()
    mette = desk_of("mette")
    place = opened(mette, letter)
    assert place.writer.sitting.text("over_tid") == "Siden: august"
    assert place.beside.interview.walk.answers.told.find("begyndelse").way is Way.ANSWERED


def test_a_sitting_is_one_version(asked):
    """Three answers, one version of each section, one of how far one is."""
    view = asked.page.beside.interview
    for ask in ("begyndelse", "foer", "lyser_op"):
        stand_at(view, ask)
        answer(asked, view, "Noget, der skete")
    view.leave()
    asked.settle()

    def versions(session, kind, record):
        return len(past.versions(session.vault, kind, record))

    assert asked.do(versions, Section, f"{asked.letter}/over_tid") == 1
    assert asked.do(versions, Section, f"{asked.letter}/ressourcer") == 1
    assert asked.do(versions, Told, f"{asked.letter}/spoerg_mig") == 1


def test_looking_in_writes_nothing(asked):
    """Opened and closed again: no version, no draft."""
    asked.page.beside.interview.leave()
    asked.settle()
    told = asked.do(interviewing.how_far, asked.letter)
    assert not told.handled
    assert not asked.page.writer.sitting.dirty


def test_observations_lie_beside_and_are_cited(asked):
    """Ctrl+B, Enter: the number stands at the caret; an answer before it stays whole."""
    view = asked.page.beside.interview
    stand_at(view, "lyser_op")
    assert list(view.beside.cards) == [asked.seen["hule"]]
    typed(view.question.field, "Hun byggede hule")
    key(view.question.field, Qt.Key.Key_B, CTRL)
    card = QApplication.focusWidget()
    key(card, Qt.Key.Key_Return)
    asked.settle()
    assert view.question.field.text() == "Hun byggede hule [2]"
    assert view.walk.sitting.text("ressourcer") == "Hun byggede hule [2]"


def test_numbers_follow_in_an_answer_that_is_not_saved(mette):
    """A row put in while one answers renumbers what stands in the field, and nothing is lost."""
    seen, letter = mette.do(three), mette.do(begun)
    mette.do(u.insert_observation, letter, seen["hule"])
    view = opened(mette, letter).beside.interview
    stand_at(view, "lyser_op")
    answer(mette, view, "Hun byggede hule [1]")
    view.go_on()
    stand_at(view, "god_dag")
    answer(mette, view, "En dag med hule [1]")
    view.writer.insert(seen["groed"], view._cite)
    mette.settle()
    assert view.walk.sitting.text("ressourcer").splitlines() == [
        "Hun byggede hule [2]",
        "En dag med hule [2] [1]",
    ]
    assert view.question.field.text() == "En dag med hule [2] [1]"


def test_the_parents_are_not_asked_after_under_the_guard(asked):
    """Set while one is at the question: it is gone, and nobody who could tell them is suggested."""
    view = asked.page.beside.interview
    stand_at(view, "foraelder_siger")
    changes = asked.do(protecting.set_guard, "alma", Against.FORAELDER, "")
    asked.desk.announce(changes)
    asked.settle()
    assert view.step.ask.id != "foraelder_siger"
    assert not any(one.ask.parents for one in view.walk.steps)
    assert not any(one.whom for one in view.walk.planned())


def test_an_answer_that_was_written_in_is_left_alone(asked):
    """Mended in the text: the question says so, and what is written now comes beside it."""
    view = asked.page.beside.interview
    answer(asked, view, "august")
    view.leave()
    asked.settle()
    asked.page.writer.write("over_tid", "Siden: august, da hun skiftede stue")
    view.left.emit("over_tid")
    asked.settle()
    asked.page.letter.interview_asked.emit()
    asked.settle()
    while view.walk.at:
        view.go_back()
    assert "rettet" in view.question.mended.words()
    answer(asked, view, "måske juli")
    assert view.walk.sitting.text("over_tid").splitlines() == [
        "Siden: august, da hun skiftede stue",
        "Siden: måske juli",
    ]


def test_at_the_end_it_says_where_the_answers_are(asked):
    """And those passed by can be seen again, one key away."""
    view = asked.page.beside.interview
    answer(asked, view, "august")
    while view.step is not None:
        view.go_on()
    assert "»Før og nu«" in view.end.where.text()
    assert view.end.again.isVisible()
    view.end.again.click()
    assert view.step is not None
    assert view.step.ask.id == "foer"
    assert "begyndelse" not in {one.key for one in view.walk.steps}


def test_a_small_child_is_asked_after_in_its_own_way(mette):
    """Too young for words: body, look and sound."""
    found = mette.do(lambda session: session.child("alma"))

    def younger(session):
        with session.write() as pen:
            pen.put(replace(found.record, born=date(2026, 1, 5)), "alma")

    mette.do(younger)
    letter = mette.do(begun)
    view = opened(mette, letter).beside.interview
    asks = {one.ask.id for one in view.walk.steps}
    assert "barnets_udtryk" in asks
    assert "barnets_ord" not in asks
