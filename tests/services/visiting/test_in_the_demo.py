"""The round of the invented world: today's visit, a year behind and a year ahead, and what Line gave."""

from __future__ import annotations

from datetime import date
from itertools import product

from tvaerfaglig.domain.deadline import is_hverdag
from tvaerfaglig.domain.visiting.visit import VisitState
from tvaerfaglig.services import library, waiting
from tvaerfaglig.services.visiting import listing, papers
from tvaerfaglig.services.visiting.day_list import day_list, todays

TODAY = date(2026, 11, 12)


def test_karen_comes_today(demo_world):
    """Three konsultationer and two questions; her Overblik leads there."""
    karen = demo_world.session("Karen")
    (row,) = todays(karen)
    assert (row.meetings, row.questions) == (3, 2)
    found = day_list(karen, row.stored.id)
    assert [one.meeting is not None for one in found.todo] == [True, True, True, False, False]
    assert found.before == date(2026, 11, 5)
    overview = waiting.overview(karen)
    assert [one.stored.id for one in overview.comes] == [row.stored.id]


def test_the_year_is_whole(demo_world):
    """Two houses, held and cancelled ones behind, planned ones ahead, none on a day nobody is there."""
    karen = demo_world.session("Karen")
    rows = [row for row in listing.visits(karen, date(2025, 12, 1)) if row.mine]
    visits = [row.stored.record for row in rows]
    assert all(is_hverdag(one.day) for one in visits)
    behind = [one for one in visits if one.day < TODAY]
    assert {one.status for one in behind} == {VisitState.HOLDT, VisitState.AFLYST}
    assert {one.status for one in visits if one.day >= TODAY} == {VisitState.PLANLAGT}
    this_year = {
        (row.house, row.stored.record.status)
        for row in rows
        if date(2026, 1, 1) <= row.stored.record.day < TODAY
    }
    houses = ("Børnehuset Mælkebøtten", "Fjordby Dagpleje")
    assert this_year == set(product(houses, (VisitState.HOLDT, VisitState.AFLYST)))


def test_lines_report_names_nobody(demo_world):
    """What she saw without a name is in it; Noor, who has a samtykke, is only said to have a page."""
    line = demo_world.session("Line")
    rows = listing.visits(line, date(2026, 9, 8))
    (held,) = (row for row in rows if row.mine and row.stored.record.status is VisitState.HOLDT)
    text = str(papers.look_at_report(line, held.stored.id, library.load().areas).sections)
    assert "Vågnede to gange" in text
    assert "Noor" not in text
    assert [one.heading for one in day_list(line, held.stored.id).given] == [
        "Et barn, 1–2 år",
        "Noor Haddad",
    ]
