"""Small cases, each sum done by hand beside it."""

from __future__ import annotations

import statistics
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tvaerfaglig.domain.concern import Position
from tvaerfaglig.domain.figures import facts as f
from tvaerfaglig.domain.figures.course import courses, funnel
from tvaerfaglig.domain.figures.cut import ByPeriod, Cut, Whole
from tvaerfaglig.domain.figures.early import directions, parents_early
from tvaerfaglig.domain.figures.first_help import first_help
from tvaerfaglig.domain.figures.held import Kept, held, kept
from tvaerfaglig.domain.figures.learning import learning_curve
from tvaerfaglig.domain.figures.letters import answers, completeness
from tvaerfaglig.domain.figures.levels import levels
from tvaerfaglig.domain.figures.national import national_counts, national_rows
from tvaerfaglig.domain.figures.period import quarter, quarters, school_year, school_years
from tvaerfaglig.domain.figures.places import Course, course, places
from tvaerfaglig.domain.figures.positions import followed, moves
from tvaerfaglig.domain.figures.spread import half_by, spread
from tvaerfaglig.domain.people import Sex

TODAY = date(2026, 11, 12)
CUT = Cut(today=TODAY)
WHOLE = Whole()
DAY = date(2026, 3, 2)


def after(count: int, start: date = DAY) -> date:
    return start + timedelta(days=count)


def test_quartiles_lie_between_the_nearest_two():
    """1, 2, 3, 10: a quarter of the way from 1 to 2 … as a spreadsheet has it."""
    told = spread([10, 1, 3, 2])
    assert (told.n, told.mean, told.lower, told.median, told.upper) == (4, 4.0, 1.75, 2.5, 4.75)


@given(st.lists(st.integers(0, 4000), min_size=2))
def test_quartiles_are_those_of_the_standard_library(values):
    """Another hand's sums."""
    told = spread(values)
    quartiles = statistics.quantiles(values, n=4, method="inclusive")
    assert [told.lower, told.median, told.upper] == pytest.approx(quartiles)
    assert told.mean == pytest.approx(statistics.fmean(values))


def test_half_is_reckoned_with_those_who_wait():
    """Reached at 10, 20, 30; waiting since 5, 25, 40, 50.

    Of six who are left at 10 one got there: 5/6. Of five at 20: 4/6. Of three at 30 (25 has gone): 4/9, so half.
    """
    assert half_by([10, 20, 30], [5, 25, 40, 50]) == 30
    assert half_by([10, 20, 30], [25, 40, 50, 60]) is None
    assert half_by([10, 20, 30], []) == 20
    assert half_by([], [10]) is None


def test_periods_are_whole():
    """A school year begins on 1 August; the last quarter ends with the year."""
    assert (school_year(date(2026, 7, 31)).name, school_year(date(2026, 8, 1)).name) == (
        "2025/26",
        "2026/27",
    )
    assert (quarter(TODAY).first, quarter(TODAY).last) == (date(2026, 10, 1), date(2026, 12, 31))
    assert [one.name for one in school_years(date(2024, 9, 1), date(2026, 9, 1))] == [
        "2024/25",
        "2025/26",
        "2026/27",
    ]


def _funnel(facts):
    return funnel(CUT, WHOLE, courses(facts, CUT))


def _curve(facts, row):
    return learning_curve(facts, CUT, row, courses(facts, CUT))


def _concern(nr, **more):
    return f.Concern(id=f"b{nr}", child=f"c{nr}", house="eng", day=DAY, **more)


def test_a_funnel_of_ten_concerns():
    """All talked of within 2–11 days, six taken to a konsultation, five helped, none notified of; in one house."""
    happened = [
        f.Happened(step=f.Step.SAMTALE, child=f"c{nr}", house="eng", day=after(nr + 2))
        for nr in range(10)
    ]
    happened += [
        f.Happened(step=f.Step.KONSULTATION, child=f"c{nr}", house="eng", day=after(14))
        for nr in range(5)
    ]
    # Before the first day, and in another year: neither is what the concern led to.
    happened.append(f.Happened(step=f.Step.HANDLING, child="c1", house="eng", day=after(-1)))
    happened.append(f.Happened(step=f.Step.HANDLING, child="c2", house="eng", day=after(1, TODAY)))
    efforts = [
        f.Effort(id=f"e{nr}", kind="gruppe", child=f"c{nr}", house="eng", day=after(30 + nr))
        for nr in range(5)
    ]
    told = _funnel(
        f.Facts(
            concerns=tuple(_concern(nr) for nr in range(10)),
            happened=tuple(happened),
            efforts=tuple(efforts),
        )
    )
    (talk,), (konsultation,), (action,), (letter,) = (told.of(step) for step in f.Step)

    assert (talk.n, talk.reached.median, talk.reached.mean) == (10, 6.5, 6.5)
    assert (konsultation.n, konsultation.reached.median) == (5, 14)
    assert (action.n, action.reached.median) == (5, 32)
    # All were talked of: the number of all would tell that nobody waits, so it is told nowhere.
    assert [one.total for one in (talk, konsultation, action, letter)] == [None] * 4
    assert [one.open for one in (talk, konsultation, action)] == [None] * 3


def test_a_funnel_tells_who_waits_where_it_gives_nobody_away():
    """Twelve concerns, six talked of on the third day, six open for 255 days."""
    told = _funnel(
        f.Facts(
            concerns=tuple(_concern(nr) for nr in range(12)),
            happened=tuple(
                f.Happened(step=f.Step.SAMTALE, child=f"c{nr}", house="eng", day=after(3))
                for nr in range(6)
            ),
        )
    )
    (talk,) = told.of(f.Step.SAMTALE)
    assert (talk.total, talk.n, talk.open, talk.ended) == (12, 6, 6, 0)
    assert (talk.open_so_far.median, talk.half) == ((TODAY - DAY).days, 3)


def test_a_concern_opened_again_is_open():
    """Closed, opened, closed: ended. Opened once more, on that very day: open."""
    shut = _concern(1, closed=(after(10), after(30)), reopened=(after(20),))
    assert (shut.ended(after(9)), shut.ended(after(10))) == (None, after(10))
    assert (shut.ended(after(25)), shut.ended(after(30))) == (None, after(30))
    again = _concern(1, closed=(after(10), after(30)), reopened=(after(20), after(30)))
    assert again.ended(TODAY) is None


def test_first_help_elsewhere_is_not_the_first_again_here():
    """Helped in one house at two years, in the next at three: the next has no first help of hers."""
    children = tuple(f.Child(id=f"c{nr}", born=date(2020, 1, 1)) for nr in range(6))
    efforts = [
        f.Effort(id=f"{house}{nr}", kind="gruppe", child=f"c{nr}", house=house, day=day)
        for nr in range(6)
        for house, day in (("eng", date(2022, 1, 1)), ("bakke", date(2023, 1, 1)))
    ]
    facts = f.Facts(children=children, efforts=tuple(efforts))
    told = {
        house: first_help(facts, Cut(today=TODAY, houses=frozenset({house})), WHOLE)[0]
        for house in ("eng", "bakke")
    }
    assert (told["eng"].n, told["eng"].reached.mean) == (6, 731)
    assert told["bakke"].n == 0


def test_parents_were_early_when_they_knew_before_others():
    """Six talked with on the same day or before, five after or never; an inside konsultation is not others."""
    happened = []
    for nr in range(11):
        child = f"c{nr}"
        happened.append(
            f.Happened(
                step=f.Step.KONSULTATION, child=child, house="eng", day=after(10), outside=True
            )
        )
        happened.append(
            f.Happened(step=f.Step.KONSULTATION, child=child, house="eng", day=after(1))
        )
        if nr < 9:
            day = after(10 if nr < 6 else 11)
            happened.append(f.Happened(step=f.Step.SAMTALE, child=child, house="eng", day=day))
    (told,) = parents_early(f.Facts(happened=tuple(happened)), CUT, WHOLE)
    assert (told.counts, told.whole) == ((6, 5), 11)
    assert told.percent(0) == pytest.approx(54.545, abs=0.001)


def test_efforts_turn_three_ways_and_one_project_can_be_asked_for():
    """Five to parents, seven to families, six broadly; the project has only those to families."""
    rows = [(f.Direction.FORAELDRE, 5), (f.Direction.FAMILIE, 7), (f.Direction.BREDT, 6)]
    efforts = tuple(
        f.Effort(
            id=f"{direction}{nr}",
            kind="gruppe",
            house="eng",
            day=DAY,
            child="" if direction is f.Direction.BREDT else f"{direction}{nr}",
            direction=direction,
            tags=("pulje",) if direction is f.Direction.FAMILIE else (),
        )
        for direction, many in rows
        for nr in range(many)
    )
    facts = f.Facts(efforts=efforts)
    (told,) = directions(facts, CUT, WHOLE)
    assert (told.counts, told.whole) == ((5, 7, 6, 0), 18)
    (project,) = directions(facts, Cut(today=TODAY, tag="pulje"), WHOLE)
    assert project.counts == (0, 7, 0, 0)


@pytest.mark.parametrize(
    ("done", "cancelled", "visit", "agreement"),
    [
        (None, None, Kept.ENDNU_IKKE, Kept.ENDNU_IKKE),
        (DAY, None, Kept.I_TIDE, Kept.I_TIDE),
        (after(7), None, Kept.I_TIDE, Kept.SENERE),
        (after(8), None, Kept.SENERE, Kept.SENERE),
        (None, after(-1), Kept.AFLYST, Kept.AFLYST),
    ],
)
def test_a_visit_may_be_moved_within_its_week(done, cancelled, visit, agreement):
    """An agreement has its day; what is not done is outstanding only when its day has gone."""
    for kind, expected in ((f.Promised.BESOEG, visit), (f.Promised.AFTALE, agreement)):
        one = f.Promise(id="1", kind=kind, house="eng", due=DAY, done=done, cancelled=cancelled)
        assert kept(one, TODAY) is expected
        assert kept(one, after(-2)) is None


def test_agreements_held_and_not():
    """Six in time, five outstanding, none late: that none is late is told."""
    rows = [
        f.Promise(
            id=str(nr), kind=f.Promised.AFTALE, house="eng", due=DAY, done=DAY if nr < 6 else None
        )
        for nr in range(11)
    ]
    (told,) = held(f.Facts(promises=tuple(rows)), CUT, WHOLE)[f.Promised.AFTALE]
    assert (told.counts, told.whole) == ((6, 0, 5, 0), 11)


def _letters(count, **more):
    return tuple(
        f.Letter(
            id=str(nr),
            child=f"c{nr}",
            house="eng",
            day=DAY,
            receipt=after(2 + nr) if nr < 8 else None,
            outcome=after(60) if nr < 5 else None,
            relation="dagtilbud",
            reasons=("omsorg",) if nr % 2 else ("omsorg", "skole"),
            municipality="Nordmark",
            asked=("citater", "eksempler"),
            met=("eksempler",) if nr < 6 else ("citater", "eksempler"),
            dated_sentences=nr,
            quotes=1,
        )
        for nr in range(count)
    )


def test_answers_to_fourteen_letters():
    """Eight receipts after 2–9 days and six not yet; five outcomes on the sixtieth and nine not yet."""
    told = answers(f.Facts(letters=_letters(14)), CUT, WHOLE)
    receipt, outcome = told.receipt[0], told.outcome[0]
    assert (receipt.total, receipt.n, receipt.open, receipt.reached.median) == (14, 8, 6, 5.5)
    assert (outcome.n, outcome.open, outcome.reached.mean) == (5, 9, 60)


def test_letters_item_by_item():
    """All fourteen had examples, eight had the child's words."""
    told = dict(completeness(f.Facts(letters=_letters(14)), CUT, WHOLE))
    assert told["eksempler"][0].counts == (14, 0)
    assert told["citater"][0].counts == (8, 6)


def test_the_learning_curve_is_by_quarter_and_of_enough_children():
    """Six letters half met in one quarter; four in the next are not told, nor the six they could be found by."""
    first = _letters(6)
    later = tuple(
        f.Letter(id=f"n{nr}", child=f"n{nr}", house="eng", day=after(100)) for nr in range(4)
    )
    row = ByPeriod(quarters(DAY, after(100)))
    (one,) = _curve(f.Facts(letters=first), row)[:1]
    assert (one.coverage.median, one.dated.median, one.quotes.mean) == (50, 2.5, 1)
    both = _curve(f.Facts(letters=(*first, *later)), row)
    assert [each.dated for each in both] == [None, None]


def test_each_is_compared_with_herself():
    """Five mothers go from 8 to 5; a pædagog who spoke once is waiting for her second."""
    rows = []
    for nr in range(5):
        rows += [
            f.Level(child=f"c{nr}", house="eng", who="mor", day=after(day), level=level)
            for day, level in ((0, 8), (30, 9), (60, 5))
        ]
        rows.append(f.Level(child=f"c{nr}", house="eng", who="paed", day=DAY, level=7))
    (told,) = levels(f.Facts(levels=tuple(rows)), CUT, WHOLE)
    assert (told.first.median, told.latest.median, told.change.mean, told.once) == (8, 5, -3, 5)


def test_positions_move_from_one_round_to_the_next():
    """Five to seven children have made each of the nine moves; who missed a round has not moved."""
    made = [(before, now) for before in Position for now in Position]
    rows, many = [], [5 + at % 3 for at in range(9)]
    for at, (steps, count) in enumerate(zip(made, many, strict=True)):
        rows += [
            f.Standing(
                child=f"c{at}-{nr}",
                house="eng",
                day=after(order * 90),
                order=order,
                position=position,
            )
            for nr in range(count)
            for order, position in enumerate(steps, 1)
        ]
    missed = [
        f.Standing(child="x", house="eng", day=after(order), order=order, position=Position.TRIVES)
        for order in (1, 3)
    ]
    (told,) = moves(f.Facts(standings=(*rows, *missed)), CUT, WHOLE)
    assert told.cells == ((5, 6, 7), (5, 6, 7), (5, 6, 7))
    assert told.total == 54

    # In concern stood 36 before and 39 now, and nothing has followed for any of them.
    waits = followed(f.Facts(standings=tuple(rows)), CUT, WHOLE)
    assert (waits.talk[0].n, waits.talk[0].open) == (0, 36 + 39)


def _place(nr, **more):
    return f.Place(
        id=str(nr), kind="familiegruppe", child=f"c{nr}", house="eng", wished=DAY, **more
    )


def test_places_waited_for_attended_and_left():
    """Ten begun after 20 days, five of them stopped early; five wait still, five gave up after 40."""
    begun = [
        _place(
            nr,
            start=after(20),
            planned_end=after(118),
            end=after(118) if nr < 5 else after(60),
            held=10,
            present=9 if nr < 5 else 4,
        )
        for nr in range(10)
    ]
    waiting = [_place(nr) for nr in range(10, 15)]
    gone = [_place(nr, withdrawn=after(40)) for nr in range(15, 20)]
    told = places(f.Facts(places=(*begun, *waiting, *gone)), CUT, WHOLE)

    (wait,) = told.waiting
    assert (wait.n, wait.reached.median, wait.open, wait.ended, wait.total) == (10, 20, 5, 5, 20)
    (came,) = told.came
    assert (came.present, came.held, came.each.median) == (65, 100, 65)
    assert told.ended[0].counts == (5, 5, 0)
    assert course(waiting[0], TODAY) is Course.I_GANG


def test_the_five_things_of_the_national_statistics():
    """Date, age and sex, relation, reasons, municipality; a reason may be one of several."""
    children = tuple(
        f.Child(id=f"c{nr}", born=date(2023, 3, 3), sex=Sex.PIGE if nr < 6 else Sex.DRENG)
        for nr in range(12)
    )
    facts = f.Facts(children=children, letters=_letters(12))
    told = {one.name: dict(one.counts) for one in national_counts(facts, CUT)}

    assert told["Køn"] == {"dreng": 6, "pige": 6}
    assert told["Alder"] == {"2 år": 12}
    assert told["Årsager"] == {"omsorg": 12, "skole": 6}
    assert told["Kommune"] == {"Nordmark": 12}
    row = national_rows(facts, CUT)[0]
    assert (row.day, row.age, row.relation) == (DAY, "2 år", "dagtilbud")


def test_an_answer_that_is_hidden_is_not_named_either():
    """»Vold« beside »skjult« would say that there was one."""
    children = tuple(f.Child(id=f"c{nr}", born=date(2023, 3, 3)) for nr in range(12))
    letters = [replace(one, reasons=("omsorg",)) for one in _letters(12)]
    letters[0] = replace(letters[0], reasons=("omsorg", "vold"))
    facts = f.Facts(children=children, letters=tuple(letters))
    told = {one.name: one.counts for one in national_counts(facts, CUT)}
    assert told["Årsager"] == (("omsorg", 12), ("andre svar", None))


def test_a_project_is_asked_for_by_its_children():
    """Of fifteen concerns five are of children with a place in the project; nobody else waits for help in it."""
    concerns = tuple(_concern(nr) for nr in range(15))
    children = tuple(f.Child(id=f"c{nr}", born=date(2022, 1, 1)) for nr in range(15))
    in_project = tuple(_place(nr, start=after(20), tags=("pulje",)) for nr in range(5))
    talks = tuple(
        f.Happened(step=f.Step.SAMTALE, child=f"c{nr}", house="eng", day=after(nr))
        for nr in range(15)
    )
    facts = f.Facts(children=children, concerns=concerns, places=in_project, happened=talks)
    cut = Cut(today=TODAY, tag="pulje", kinds=frozenset({"familiegruppe"}))
    (talk,) = funnel(cut, WHOLE, courses(facts, cut)).of(f.Step.SAMTALE)
    assert (talk.n, talk.reached.median) == (5, 2)
    (help_,) = first_help(facts, cut, WHOLE)
    assert (help_.n, help_.open) == (0, 0)
    assert first_help(facts, CUT, WHOLE)[0].open == 15


def test_a_period_holds_what_began_in_it():
    """Six concerns in the first quarter, seven in the second: each quarter has its own, and no other."""
    rows = [
        f.Concern(id=f"b{nr}", child=f"c{nr}", house="eng", day=DAY if nr < 6 else after(60))
        for nr in range(13)
    ]
    talks = [
        f.Happened(step=f.Step.SAMTALE, child=one.child, house="eng", day=after(2, one.day))
        for one in rows
    ]
    facts = f.Facts(concerns=tuple(rows), happened=tuple(talks))
    for day, count in ((DAY, 6), (after(60), 7), (after(200), 0)):
        cut = Cut(today=TODAY, period=quarter(day))
        (talk,) = funnel(cut, WHOLE, courses(facts, cut)).of(f.Step.SAMTALE)
        assert talk.n == count
    split = ByPeriod(quarters(DAY, after(200)))
    row = funnel(CUT, split, courses(facts, CUT)).of(f.Step.SAMTALE)
    assert [one.n for one in row] == [6, 7, 0]
    elsewhere = Cut(today=TODAY, houses=frozenset({"bakke"}))
    assert courses(facts, elsewhere) == ()
