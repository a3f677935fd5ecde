"""Forældrenes bemærkning from the menu to its place beside the observation; and what the guard closes."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtTest import QTest

from tvaerfaglig.domain.contact import ParentRemark
from tvaerfaglig.domain.observation import Involved, Observation
from tvaerfaglig.domain.protection import Against
from tvaerfaglig.services import recording
from tvaerfaglig.services.children import protecting, timeline
from tvaerfaglig.ui.children.remarks_card import RemarksCard


@pytest.fixture
def mette(house_of):
    return house_of("mette")


@pytest.fixture
def seen(mette) -> str:
    made = Observation(
        day=date(2026, 11, 11), involved=(Involved(child="alma"),), text="Kom uden morgenmad."
    )
    return mette.do(recording.save, made).id


def test_written_and_shown_beside_it(mette, seen):
    """Chosen from what was written about her; undone with *Fortryd*."""
    place = mette.go("boern", "alma")
    place.write("bemaerkning", "")
    mette.settle()
    form = place._aside
    QTest.keyClicks(form.fields.editor("text"), "Hun ville ikke have den.")
    form.fields.editor("by").choose("alma-mor")
    form.fields.editor("to").choose(seen)
    mette.press("Gem hos Alma")
    assert place._aside is None
    page = mette.go("observation", seen)
    [card] = page.findChildren(RemarksCard)
    assert card.isVisibleTo(page)
    found = mette.do(timeline.timeline, "alma")
    assert [one.record.to for one in found.of(ParentRemark)] == [seen]


def test_a_draft_keeps_what_it_is_about(mette, seen):
    """Also when the list of what it can be about comes later than the draft."""
    place = mette.go("boern", "alma")
    place.write("bemaerkning", "")
    mette.settle()
    form = place._aside
    QTest.keyClicks(form.fields.editor("text"), "Hun")
    form.fields.editor("to").choose(seen)
    form.touch()
    form.put_away()
    mette.settle()
    place.write("bemaerkning", "")
    mette.settle()
    assert place._aside.fields.text("text") == "Hun"
    assert place._aside.fields.text("to") == seen


def test_the_guard_closes_what_stands_open(mette, seen):
    """Set elsewhere: the remark's form and the page with facts go, and their drafts wait."""
    del seen
    place = mette.go("boern", "alma")
    for kind in ("bemaerkning", "oplysninger"):
        place.write(kind, "")
        mette.settle()
        assert place._aside is not None
        mette.desk.announce(mette.do(protecting.set_guard, "alma", Against.FORAELDER))
        mette.settle()
        assert place._aside is None, kind
        mette.desk.announce(mette.do(protecting.lift_guard, "alma", "Aftalt med kommunen."))
        mette.settle()
