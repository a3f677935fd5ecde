"""The steps above the timeline and the course behind its tab, by keyboard, on a child with an autumn written down."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from tests.ui.accessibility import nameless
from tests.ui.children.conftest import write_a_year
from tvaerfaglig.domain.concern import Concern, Position, PositionSet
from tvaerfaglig.domain.course.way import StepId
from tvaerfaglig.domain.protection import Against
from tvaerfaglig.services import recording
from tvaerfaglig.services.children import protecting
from tvaerfaglig.services.courses import picture
from tvaerfaglig.ui.children import OpenChild
from tvaerfaglig.ui.children.closing_form import CloseConcernForm, TakeUpForm
from tvaerfaglig.ui.children.course_picture import CoursePicture
from tvaerfaglig.ui.children.small_forms import ConcernForm

LEVELS = (4, 5, 4, 5, 4, 5, 6, 7, 6, 7, 6, 7)


@pytest.fixture
def autumn(mette):
    write_a_year(mette)
    return mette


def cell(place, step):
    return next(one for one in place.view.steps.cells if one.taken.step is step)


def labels(widget):
    return " ".join(one.text() for one in widget.findChildren(QLabel))


def drawing(desk, place):
    """The chart, once it has got its width and was drawn."""
    found = place.view.course.findChild(CoursePicture)
    found._ask()
    desk.settle()
    return found


def test_each_step_is_said_in_a_sentence_and_reached_by_keys(autumn):
    """Arrows go from step to step; what is heard names who and when."""
    place = autumn.place("alma")
    cells = place.view.steps.cells
    assert [one.taken.step for one in cells] == list(StepId)
    assert all(one.accessibleName() for one in cells)
    assert "af Mette" in cell(place, StepId.OBSERVATION).accessibleName()
    cells[0].setFocus()
    QTest.keyClick(cells[0], Qt.Key.Key_Right)
    assert place.view.steps.cells[1].hasFocus()
    assert nameless(place.view.steps) == []
    assert "Du kan altid underrette" in labels(place.view.steps)


def test_enter_begins_a_step_that_nobody_has_taken(mette):
    """With a child nobody wonders about, the first step opens the form for it."""
    place = mette.place("bertil")
    first = cell(place, StepId.UNDRING)
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Return)
    mette.settle()
    assert place.findChild(ConcernForm) is not None


def test_under_the_guard_the_parents_step_is_gone(autumn):
    """Gone, and the sentence about notifying stays."""
    autumn.do(protecting.set_guard, "alma", Against.FORAELDER)
    place = autumn.place("alma")
    assert StepId.FORAELDRESAMTALE not in [one.taken.step for one in place.view.steps.cells]
    assert "Du kan altid underrette" in labels(place.view.steps)


def test_folded_it_says_what_comes_next_and_stays_folded(autumn):
    """One line, with the sentence about notifying in it; remembered from child to child."""
    place = autumn.place("alma")
    place.view.steps.fold.click()
    assert not cell(place, StepId.UNDRING).isVisible()
    assert "næste:" in labels(place.view.steps)
    assert "Du kan altid underrette" in labels(place.view.steps)
    place.open("bertil")
    autumn.settle()
    assert not place.view.steps.cells[0].isVisible()


def test_in_a_low_window_the_steps_fold_and_unfolded_none_lies_upon_another(autumn, dressed):
    """Large text on a small screen leaves the room to the timeline; whoever unfolds them can read them all."""
    dressed.set_scale(1.5)
    place = autumn.place("alma", size=(950, 660))
    steps = place.view.steps
    assert not steps.cells[0].isVisible()
    assert "næste:" in labels(steps)
    steps.fold.click()
    autumn.settle()
    cells = [one.geometry() for one in steps.cells]
    assert len({one.top() for one in cells}) > 1
    assert not any(a.intersects(b) for n, a in enumerate(cells) for b in cells[n + 1 :])


def test_the_course_is_drawn_said_and_stands_in_a_table(mette):
    """The drawing's name tells the whole of it, the words say what is seen, and the table holds every figure."""
    for n, level in enumerate(LEVELS):
        made = PositionSet(
            child="alma", day=date(2026, 3, 2) + timedelta(days=14 * n), position=Position.TRIVES,
            level=level, set_by=("mette",), because=f"Nummer {n}",
        )  # fmt: skip
        mette.do(recording.save, made)
    place = mette.place(OpenChild("alma", tab="forloeb"))
    tab = place.view.course
    tab._on_scale("nul_til_ti")
    shown = drawing(mette, place)
    assert shown.renderer.isValid()
    assert "4 (2. mar.)" in shown.accessibleName()
    assert "De sidste seks målinger ligger alle over midten af de tidligere" in labels(tab)
    rows = tab._course.scales[1].ratings
    assert [(now.value, before.value if before else None) for now, before in rows[-2:]] == [
        (5, 4),
        (4, None),
    ]
    assert nameless(tab) == []


@pytest.mark.parametrize("width", [400, 260])
def test_the_drawing_is_made_for_the_width_it_gets(mette, width):
    """Whole, in the colours asked for, and without a clip that Qt would paint."""
    mette.do(
        recording.save,
        PositionSet(
            child="alma", day=date(2026, 11, 2), position=Position.STAERK, set_by=("mette",)
        ),
    )
    place = mette.place(OpenChild("alma", tab="forloeb"))
    chart = place.view.course.findChild(CoursePicture).chart
    colours = picture.Colours(
        ink="#20516E", text="#20242A", soft="#575C62", line="#DDD6CA", grey="#867D70",
        bar="#DCE8EF", ground="#FFFFFF", family="Sans", sample=20.0,
    )  # fmt: skip
    drawn = mette.do(picture.drawn, chart, width, colours)
    assert f'width="{width}'.encode() in drawn.svg
    assert b"clip" not in drawn.svg
    assert drawn.words.startswith("Position: stærk bekymring")


def test_a_concern_closes_and_opens_again_from_its_course(autumn):
    """What was achieved stands in the list; taken up again it asks why and for a day."""
    place = autumn.place(OpenChild("alma", tab="forloeb"))

    def press(words):
        next(b for b in place.findChildren(QPushButton) if b.text() == words).click()
        autumn.settle()

    press("Luk")
    form = place.findChild(CloseConcernForm)
    form.save_button.click()
    autumn.settle()
    assert place.findChild(CloseConcernForm) is not None
    form.fields.put(reason="bedre", because="Hun spiser.", achieved="Madkasse hver dag.")
    form.save_button.click()
    autumn.settle()
    assert "Opnået: Madkasse hver dag." in labels(place.view.course)
    press("Tag op igen")
    again = place.findChild(TakeUpForm)
    again.fields.put(because="Sulten igen.")
    again.save_button.click()
    autumn.settle()
    assert any(one.record.taken_up_on for one in place.view._line.of(Concern))


def test_a_concern_is_not_written_without_a_day(mette):
    """To keep an eye on something needs a date; the form asks, and keeps what was written."""
    place = mette.place(OpenChild("alma", write="bekymring"))
    form = place.findChild(ConcernForm)
    form.fields.put(title="Sulten", next_on=None)
    form.save_button.click()
    mette.settle()
    assert place.findChild(ConcernForm) is form
    assert "Hvilken dag ser I på det igen?" in labels(form)
