"""A decision on its day, at the child's page: looked at, moved with a reason, or the letter begun."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QTextEdit

from tests.ui.accessibility import nameless
from tvaerfaglig.domain.concern import NotNow
from tvaerfaglig.services import recording, underretninger
from tvaerfaglig.services.after_sending import decisions
from tvaerfaglig.ui.children import OpenChild
from tvaerfaglig.ui.children.seen_again_form import SeenAgainForm


@pytest.fixture
def decided(desk_of):
    """Mette and Yusuf decided to wait; it is to be seen again today."""
    mette = desk_of("mette")
    made = NotNow(
        child="alma",
        day=date(2026, 10, 29),
        because="Mor har bedt om hjælp.",
        by=("mette", "yusuf"),
        seen_again_on=date(2026, 11, 12),
    )
    mette.decision = mette.do(recording.save, made).id
    mette.page = mette.place(OpenChild("alma", write="set_igen", record=mette.decision))
    mette.settle()
    mette.form = next(iter(mette.page.findChildren(SeenAgainForm)))
    return mette


def standing(desk):
    return desk.do(decisions.returned, desk.decision).stored.record


def test_it_says_why_whose_and_what_came_since(decided):
    """Nothing needs to be remembered; everything has a name."""
    labels = decided.form.findChildren(QLabel)
    words = " ".join(one.text() for one in labels)
    reading = " ".join(one.toPlainText() for one in decided.form.findChildren(QTextEdit))
    assert "Mor har bedt om hjælp." in words + reading
    assert "Mette Sørensen og Yusuf Demir" in words
    assert "siden da" in words
    assert nameless(decided.form) == []


def test_it_is_looked_at(decided):
    """A line is enough."""
    decided.form.save_button.click()
    decided.settle()
    assert standing(decided).seen_again is None
    decided.form.fields.editor("outcome").set_text("Det går bedre.")
    decided.form.save_button.click()
    decided.settle()
    assert standing(decided).outcome == "Det går bedre."
    assert standing(decided).seen_again == date(2026, 11, 12)


def test_its_day_is_moved_with_a_reason(decided):
    """Chosen, the fields change; without a reason it asks."""
    form = decided.form
    form.what.choose("flyt")
    form.what.chosen_changed.emit("flyt")
    assert form.fields.editor("outcome").isHidden() or not form.fields.editor("outcome").isVisible()
    form.fields.editor("on").setText("26.11.2026")
    form.save_button.click()
    decided.settle()
    assert standing(decided).seen_again_on == date(2026, 11, 12)
    QTest.keyClicks(form.fields.editor("moved"), "Mor er syg")
    form.save_button.click()
    decided.settle()
    assert standing(decided).seen_again_on == date(2026, 11, 26)
    assert standing(decided).moved_because == "Mor er syg"


def test_the_letter_is_begun_with_what_was_there(decided):
    """One press; the letter opens, and the decision is seen to."""
    decided.form.write.click()
    decided.settle()
    place, letter = decided.went[-1]
    assert place == "underretninger"
    assert "Mor har bedt om hjælp." in decided.do(underretninger.open_letter, letter).record.earlier
    assert standing(decided).outcome == decisions.BEGUN
