"""The course that a concern has lived through, read from the child's timeline."""

from __future__ import annotations

from datetime import timedelta

from tvaerfaglig.domain.concern import Position, PositionSet
from tvaerfaglig.domain.konsultation import Agreement, AgreementState
from tvaerfaglig.services import library, recording
from tvaerfaglig.services.children import timeline
from tvaerfaglig.services.courses import reading

SHELF = library.load()


def test_a_closing_looks_back_to_where_the_concern_began(world):
    """Not to a position of last year, and not to what was agreed and ended before it."""
    mette = world.session("mette")
    began = mette.today - timedelta(days=60)
    for days, position in ((300, Position.STAERK), (60, Position.BEKYMRING), (2, Position.TRIVES)):
        day = mette.today - timedelta(days=days)
        recording.save(mette, PositionSet(child="alma", day=day, position=position))
    with mette.write() as pen:
        for what, days in (("Før", 200), ("Under", 30)):
            day = mette.today - timedelta(days=days)
            pen.put(
                Agreement(
                    what=what, child="alma", made_on=day, done_on=day, status=AgreementState.GJORT
                )
            )
    found = reading.since(timeline.timeline(mette, "alma"), SHELF, began)
    assert found.first.record.position is Position.BEKYMRING
    assert found.latest.record.position is Position.TRIVES
    assert [one.what for one in found.efforts] == ["Under"]


def test_each_rater_has_a_line_of_their_own(world):
    """Two people's figures are not one series, and a position is one line whoever set it."""
    mette = world.session("mette")
    for n, by in enumerate(("mette", "yusuf", "mette")):
        day = mette.today - timedelta(days=30 - n)
        recording.save(
            mette,
            PositionSet(child="alma", day=day, position=Position.TRIVES, level=5 + n, set_by=(by,)),
        )
    line = timeline.timeline(mette, "alma")
    stood, figures = reading.course_of(line, SHELF, hides_parents=False).scales
    assert len(stood.shown) == 1
    assert [(one.who, [r.value for r in one.line.ratings]) for one in figures.shown] == [
        ("Mette", [5, 7]),
        ("Yusuf", [6]),
    ]
    assert [(now.value, before and before.value) for now, before in figures.ratings] == [
        (7, 5),
        (6, None),
        (5, None),
    ]
