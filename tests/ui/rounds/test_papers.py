"""The papers of a round asked for at the screen, and the leader's overview beside them."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QTableView

from tests.services.rounds.hold import agree, begun, give
from tests.ui.accessibility import nameless
from tests.ui.clipping import clipped
from tvaerfaglig.domain.protection import Against
from tvaerfaglig.services.children import protecting
from tvaerfaglig.services.rounds import planning
from tvaerfaglig.ui.rounds.page import FIGURES


@pytest.fixture
def done(world) -> str:
    """Both rated Alma, and agreed."""
    hanne, mette = world.session("hanne"), world.session("mette")
    key = begun(hanne)
    give(mette, key)
    give(hanne, key)
    agree(mette, key)
    return key


@pytest.fixture
def asked():
    """What was sent to the preview, and pressed as it would be there."""
    return []


def follow(desk, asked):
    desk.desk.preview_asked.connect(asked.append)
    return asked


def pressed(desk, request) -> str:
    made = desk.do(request.make)
    return " ".join(text for section in made.sections for text in section)


def test_ctrl_p_on_a_round_is_the_room_list_and_names_who_is_on_it(desk_of, done, asked):
    """The log of each child is told; the words are the list's."""
    mette = desk_of("mette")
    place = mette.place(done)
    mette.settle()
    follow(mette, asked)
    place.print_now()
    mette.settle()
    (request,) = asked
    assert (request.document, set(request.children)) == ("stueliste", {"alma", "bertil"})
    assert "Alma N." in pressed(mette, request)
    assert "Runden i tal" not in place.round.more.menu_words()


def test_the_sheets_are_had_where_it_was_agreed(desk_of, world, done, asked):
    """Ctrl+P is the staff's; the parents' stands in the menu until the guard hides them."""
    mette = desk_of("mette")
    place = mette.place(done)
    place._to_together(done, "alma")
    mette.settle()
    follow(mette, asked)
    place.print_now()
    place.together.print_for_parents()
    assert [one.document for one in asked] == ["trivselsark", "trivselsark til forældrene"]
    assert all("Hun er stille" in pressed(mette, one) for one in asked)
    place.leave()
    place.open()
    mette.settle()
    assert place.shown is place.together
    assert place.together.child == "alma"
    protecting.set_guard(world.session("mette"), "alma", Against.FORAELDER)
    place._to_together(done, "alma")
    mette.settle()
    assert place.together.papers.menu_words() == ("Trivselsark",)


def test_the_leader_reads_the_round_in_numbers_and_prints_it_when_it_is_closed(
    desk_of, world, done, asked
):
    """While it runs the page says when; nobody is named on it."""
    hanne = desk_of("hanne")
    place = hanne.place(f"{done}/{FIGURES}")
    hanne.settle()
    page = place.overview
    assert place.shown is page
    assert not page.print_button.isVisibleTo(page)
    follow(hanne, asked)
    place.print_now()
    assert asked == []
    planning.close(world.session("hanne"), done, "Bertil er på ferie.")
    place.open(f"{done}/{FIGURES}")
    hanne.settle()
    place.print_now()
    assert "skjult" in pressed(hanne, asked[0])
    assert nameless(page) == []
    assert clipped(page) == []
    assert page.findChildren(QTableView) == []
    page.top.back.click()
    hanne.settle()
    assert place.shown is place.round


def test_somebody_who_does_not_lead_is_told_so_and_stands_in_the_round(desk_of, done):
    """The page is not shown with nothing in it."""
    mette = desk_of("mette")
    place = mette.place(f"{done}/{FIGURES}")
    mette.settle()
    assert place.shown is place.round
