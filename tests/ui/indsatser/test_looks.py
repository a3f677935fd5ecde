"""Every page of Indsatser at each text size: nothing cut, nothing without a name."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.services.efforts.group import TODAY, asked, begun, let_in, planned, ref_of
from tests.ui.accessibility import nameless
from tests.ui.clipping import clipped
from tvaerfaglig.domain.efforts.kind import Subject
from tvaerfaglig.domain.efforts.records import EnrolmentState
from tvaerfaglig.services.efforts import enrolling
from tvaerfaglig.services.efforts.enrolling import Ended
from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.widgets import fold_at

SIZES = ((1180, 800, 1.0), (1180, 800, 1.5), (700, 700, 1.0), (1024, 700, 2.0))


@pytest.fixture
def ways(hanne):
    """A group with somebody in it, on the list and gone, and the sundhedsplejerske's year."""
    group = hanne.do(begun, project="Pulje 2026", seated=())
    alma = hanne.do(let_in, group, "alma")
    gone = hanne.do(let_in, group, "emil")
    how = Ended(EnrolmentState.FALDET_FRA, TODAY, "Flyttede", "Mere ro", "PPR")
    hanne.do(enrolling.end, gone, how)
    waits = hanne.do(
        asked, group, "bertil", samtykke="", priority="bekymring", priority_because="Sover ikke"
    )
    hanne.do(planned, group, 2, TODAY + timedelta(7))
    year = hanne.do(begun, "konsulentbesoeg", subject=Subject.HUS, name="Sundhedsplejersken")
    return (
        None, "ny", "ny:alma", f"begynd:{hanne.do(ref_of, 'familiegruppe')}", group, f"{group}:familier",
        f"{group}:venteliste", f"{group}:ret", f"{group}:afslut", f"{group}:skriv-paa",
        f"{group}:skriv-paa:bertil", f"{group}:ret-plads:{waits}", f"{group}:giv-plads:{waits}",
        f"{group}:slut:{alma}", f"{group}:tag-af:{waits}", f"{year}:ark", f"{year}:skriv-ark:emner",
    )  # fmt: skip


@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut_and_everything_has_a_name(hanne, ways, size):
    """On a wide page, a folded one and a small one, with text up to twice as large."""
    width, height, scale = size
    place = hanne.place()
    look().set_scale(scale)
    place.resize(width, height)
    place.set_fold(fold_at(width))
    for way in ways:
        hanne.desk.go("indsatser", way)
        hanne.settle()
        assert (way, clipped(place), nameless(place)) == (way, [], [])
