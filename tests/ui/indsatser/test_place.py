"""The place Indsatser: the list, an effort's page, and the ways between them."""

from __future__ import annotations

from datetime import timedelta

from tests.services.efforts.group import TODAY, asked, begun, let_in, planned
from tvaerfaglig.domain.efforts.records import EnrolmentState
from tvaerfaglig.services.efforts import enrolling, sessions, starting
from tvaerfaglig.services.efforts.enrolling import Ended
from tvaerfaglig.ui.search import Search
from tvaerfaglig.ui.shell.palette import Palette
from tvaerfaglig.ui.widgets import RowList


def lines(place):
    """The rows of the list, each as it is spoken."""
    return [one.sentence() for one in place.list_page.list.rows()]


def test_empty_says_what_an_indsats_is(hanne):
    """Nothing yet is a page of its own, not a bare list."""
    place = hanne.place()
    assert place.list_page.nothing.isVisible()


def test_the_list_says_what_runs_and_what_is_next(hanne):
    """Families and those who wait, the days held, and the next day; those that are over on asking."""
    group = hanne.do(begun)
    hanne.do(let_in, group, "alma")
    hanne.do(asked, group, "bertil")
    hanne.do(planned, group, 2, TODAY + timedelta(7))
    hanne.do(begun, "raadgivningsforloeb", name="Rådgivning", start=TODAY + timedelta(14))
    place = hanne.place()
    (runs, comes) = lines(place)
    assert "Torsdagsgruppen" in runs
    assert "1 familie · 1 venter" in runs
    assert "0 af 2 gange" in runs
    assert "i gang" in runs
    assert "planlagt" in comes


def test_an_effort_opens_with_its_overview_and_goes_back(hanne):
    """Enter on its line; ‹ leads back to the list."""
    group = hanne.do(begun)
    place = hanne.place()
    place.list_page.list.opened.emit(group)
    hanne.settle()
    assert place.effort.isVisible()
    assert place.effort.top.heading.text() == "Torsdagsgruppen"
    place.effort.top.back.click()
    hanne.settle()
    assert place.list_page.isVisible()


def test_one_that_is_gone_leads_back_to_the_list(hanne):
    place = hanne.place("findes-ikke")
    assert place.list_page.isVisible()
    assert hanne.said == ["Indsatsen findes ikke længere."]


def test_an_indsats_is_found_by_its_name_before_what_was_written_of_it(hanne):
    """Its place and its project are no part of its name."""
    group = hanne.do(begun, name="Morgengruppen", place="Salen", project="Pulje 2026")
    other = hanne.do(begun, name="Onsdagsgruppen")
    (day,) = hanne.do(planned, other)
    hanne.do(sessions.write, day, theme="Det, morgengruppen gjorde", note="")
    window = hanne.place()
    palette = Palette(window)
    search = Search(hanne.desk, palette, window)
    palette.open()
    palette.field.setText("morgengruppen")
    palette.asked.emit("morgengruppen")
    hanne.settle()
    assert search.parent() is window
    first, second = [one for one in palette.findChild(RowList).rows() if one.key]
    assert (first.key, first.title) == (f"indsatser:{group}", "Morgengruppen")
    assert "gjorde" in second.title


def test_one_that_is_over_says_how_many_were_in_it(hanne):
    group = hanne.do(begun)
    place = hanne.do(let_in, group, "alma")
    hanne.do(enrolling.end, place, Ended(EnrolmentState.AFSLUTTET, TODAY))
    hanne.do(starting.close, group, "Der blev mere ro.")
    at = hanne.place()
    at.list_page.filter.choose(["alle"])
    at.list_page.refresh()
    hanne.settle()
    assert "1 familie har været med" in lines(at)[0]
    at.open(f"{group}:familier")
    hanne.settle()
    assert not at.effort.room.room_line.isVisible()
