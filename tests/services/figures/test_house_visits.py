"""A consultant's visits are planned in the house's own calendar, and an effort about it counts them as its own."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.services.efforts.group import TODAY, begun
from tvaerfaglig.domain.efforts.kind import Subject
from tvaerfaglig.domain.efforts.records import Seated
from tvaerfaglig.domain.visiting.visit import Visit, VisitState
from tvaerfaglig.services.efforts.missing import Lack, missing
from tvaerfaglig.services.figures.page import SplitBy, Wanted
from tvaerfaglig.services.figures.reading import figures

_AGO = timedelta(days=60)
_SEATS = (Seated(seat="konsulent", staff="line"), Seated(seat="vaert", staff="hanne"))


@pytest.fixture
def hanne(world):
    return world.session("hanne")


def _begun(session, **more):
    return begun(
        session, "konsulentbesoeg", subject=Subject.HUS, seated=_SEATS, start=TODAY - _AGO, **more
    )


def _visit(session, day: date, staff: str = "line", **more) -> None:
    with session.write() as pen:
        pen.put(Visit(staff=staff, house="maelkeboetten", day=day, **more))


def _told(session):
    page = figures(session, Wanted(split=SplitBy.SAMLET))
    (kind,) = page.figures.fidelity
    return kind.visits[0].counts


def test_the_visits_of_who_sits_in_it_are_counted_while_it_lasts(hanne):
    """Held, moved, called off, not written; not those before it began, nor another colleague's, nor one to come."""
    _begun(hanne)
    before, day = TODAY - _AGO - timedelta(1), TODAY - timedelta(20)
    _visit(hanne, day, status=VisitState.HOLDT)
    _visit(hanne, day, status=VisitState.HOLDT, moved_from=day - timedelta(1))
    _visit(hanne, day, status=VisitState.AFLYST)
    _visit(hanne, day)
    _visit(hanne, before, status=VisitState.HOLDT)
    _visit(hanne, day, staff="karen", status=VisitState.HOLDT)
    _visit(hanne, TODAY + timedelta(9))
    assert _told(hanne) == (1, 1, 1, 1)


def test_a_visit_that_two_efforts_share_is_counted_once(hanne):
    """The new year's was begun before the old one was closed."""
    _begun(hanne)
    _begun(hanne)
    _visit(hanne, TODAY - timedelta(20), status=VisitState.HOLDT)
    assert _told(hanne) == (1, 0, 0, 0)


def test_nothing_lacks_once_the_house_has_planned_them(hanne):
    effort = _begun(hanne)
    assert Lack.BESOEG in {one.what for one in missing(hanne, effort)}
    _visit(hanne, TODAY + timedelta(9))
    assert Lack.BESOEG not in {one.what for one in missing(hanne, effort)}
