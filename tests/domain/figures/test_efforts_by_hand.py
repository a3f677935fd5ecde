"""What efforts came to, small cases worked out by hand: goals, what led on, a start together, hours, fidelity, the house."""

from __future__ import annotations

from datetime import date, timedelta

from tvaerfaglig.domain.efforts.kind import Indicator
from tvaerfaglig.domain.efforts.logs import HoursFor
from tvaerfaglig.domain.figures import facts as f
from tvaerfaglig.domain.figures.cut import ByPeriod, Cut, Whole
from tvaerfaglig.domain.figures.fidelity import Done, became, fidelity
from tvaerfaglig.domain.figures.goals import goals_moved
from tvaerfaglig.domain.figures.hours import hours_used
from tvaerfaglig.domain.figures.house import in_house
from tvaerfaglig.domain.figures.lasting import lasting
from tvaerfaglig.domain.figures.onward import (
    contact_at_two,
    gone_onward,
    second_birthday,
    started_together,
)
from tvaerfaglig.domain.figures.period import school_years

TODAY, DAY = date(2026, 11, 12), date(2026, 9, 1)
CUT, WHOLE = Cut(today=TODAY), Whole()
YOUNG = f.Kind(
    id="praktik",
    name="Praktik",
    indicators=frozenset({Indicator.FAELLES_START, Indicator.KONTAKT_VED_TO}),
)
GROUP = f.Kind(id="gruppe", name="Gruppe", indicators=frozenset({Indicator.VIDERE}), least=12)


def after(days, day=DAY):
    return day + timedelta(days=days)


def _place(nr, **more):
    known = {"kind": "gruppe", "house": "eng", "wished": DAY, "start": DAY}
    return f.Place(id=f"p{nr}", child=f"c{nr}", **(known | more))


def test_goals_are_counted_by_which_way_they_went():
    """Six forward, five where they stood, five back, five scored once; their steps are not added up."""
    changes = [2] * 6 + [0] * 5 + [-1] * 5 + [None] * 5
    goals = tuple(
        f.GoalScored(id=f"m{nr}", kind="gruppe", child=f"c{nr}", house="eng", day=DAY, change=one)
        for nr, one in enumerate(changes)
    )
    (told,) = goals_moved(f.Facts(goals=goals), CUT, WHOLE)
    assert (told.counts, told.whole) == ((6, 5, 5, 5), 21)


def test_led_on_is_asked_of_the_kinds_it_is_asked_of():
    """Five of eleven places led on; one that runs is in neither, and neither is the praktik that led to a vuggestue."""
    places = [_place(nr, end=TODAY, onward=nr < 5) for nr in range(11)]
    places += [_place(20), _place(21, kind="praktik", end=TODAY, onward=True)]
    facts = f.Facts(places=tuple(places), kinds=(GROUP, YOUNG))
    (told,) = gone_onward(facts, CUT, WHOLE)
    assert (told.counts, told.whole) == ((5, 6), 11)


def test_a_start_together():
    """Five began at 100–104 days; five have not yet; one who left before has ended, which is too few to tell."""
    born = date(2026, 5, 1)
    children = tuple(f.Child(id=f"c{nr}", born=born) for nr in range(11))
    places = [
        _place(nr, kind="praktik", together=after(100 + nr, born) if nr < 5 else None)
        for nr in range(10)
    ]
    (told,) = started_together(
        f.Facts(children=children[:10], places=tuple(places), kinds=(YOUNG,)), CUT, WHOLE
    )
    assert (told.n, told.open, told.reached.median) == (5, 5, 102)
    left = _place(10, kind="praktik", end=after(10))
    (told,) = started_together(
        f.Facts(children=children, places=(*places, left), kinds=(YOUNG,)), CUT, WHOLE
    )
    assert told.ended is None


def test_contact_until_the_child_is_two():
    """Five still had their place on the second birthday, five had left, five are not two yet."""
    old, young = date(2024, 2, 29), date(2026, 1, 1)
    children = [f.Child(id=f"c{nr}", born=old if nr < 10 else young) for nr in range(15)]
    ends = [None] * 4 + [date(2026, 3, 1)] + [date(2026, 2, 28)] * 5 + [None] * 5
    places = [
        _place(nr, kind="praktik", start=date(2025, 1, 1), end=end) for nr, end in enumerate(ends)
    ]
    facts = f.Facts(children=tuple(children), places=tuple(places), kinds=(YOUNG,))
    (told,) = contact_at_two(facts, CUT, WHOLE)
    assert second_birthday(old) == date(2026, 3, 1)
    assert (told.counts, told.whole) == ((5, 5, 5), 15)


def _used(minutes, went_to, *children, day=DAY):
    return f.Used(
        kind="gruppe", house="eng", day=day, minutes=minutes, went_to=went_to, children=children
    )


def test_hours_of_a_few_families_are_hidden():
    """A reading corner is of no child; a group of five may be told of; one mother's praktik may not."""
    used = (
        _used(90, HoursFor.FRIVILLIG),
        _used(60, HoursFor.FRIVILLIG),
        _used(180, HoursFor.VIKAR, *"abcde"),
        _used(240, HoursFor.PRAKTIK, "a"),
    )
    (told,) = hours_used(f.Facts(used=used), CUT, WHOLE)
    assert [told.of(one) for one in HoursFor] == [180, 150, None, 0]


def test_hours_hidden_in_one_year_are_hidden_in_another():
    """Else all years together less the others would tell them."""
    used = (
        _used(240, HoursFor.VIKAR, "a"),
        _used(300, HoursFor.VIKAR, *"abcdef", day=date(2025, 9, 1)),
        _used(600, HoursFor.VIKAR, *"abcdefgh", day=date(2024, 9, 1)),
    )
    split = ByPeriod(school_years(date(2024, 9, 1), TODAY))
    told = hours_used(f.Facts(used=used), CUT, split)
    assert [one.of(HoursFor.VIKAR) for one in told] == [600, None, None]


def test_volunteers_who_stay():
    """Over half a year is 184 days or more; who came lately is not there yet."""
    ends = [after(184), after(183), None]
    first = date(2026, 1, 1)
    matches = [
        f.Match(
            id=f"f{nr}-{at}", kind="frivillige", house="eng", child=f"c{nr}{at}",
            start=TODAY if end is None else first,
            end=end and first + (end - DAY),
        )
        for at, end in enumerate(ends)
        for nr in range(5)
    ]  # fmt: skip
    (told,) = lasting(f.Facts(matches=tuple(matches)), CUT, WHOLE)
    assert (told.counts, told.whole) == ((5, 5, 5), 15)


def _day(nr, **more):
    known = {"effort": "e", "kind": "gruppe", "house": "eng", "due": DAY}
    return f.Planned(id=f"d{nr}", **(known | more))


def test_what_became_of_a_planned_day():
    """Held on it or on another, called off, or gone by without a word; one to come is nothing yet."""
    assert became(_day(1, done=DAY), TODAY) is Done.HOLDT
    assert became(_day(1, done=after(1)), TODAY) is Done.FLYTTET
    assert became(_day(1, cancelled=after(-1)), TODAY) is Done.AFLYST
    assert became(_day(1), TODAY) is Done.IKKE_SAGT
    assert became(_day(1, due=TODAY), TODAY) is None
    assert became(_day(1, due=after(1, TODAY), done=None), TODAY) is None


def test_fidelity_is_of_a_kind_and_of_no_single_family():
    """Twelve days of a group: nine held, one moved, one called off, one unsaid. A visit to one child is not told."""
    days = [_day(nr, done=DAY, children=tuple("abcde")) for nr in range(9)]
    days += [
        _day(9, done=after(7), children=tuple("abcde")),
        _day(10, cancelled=DAY, children=tuple("abcde")),
        _day(11, children=tuple("abcde")),
        _day(12, visit=True, done=DAY, children=("a",)),
    ]
    (told,) = fidelity(f.Facts(planned=tuple(days), kinds=(GROUP,)), CUT, WHOLE)
    assert (told.kind, told.name, told.least) == ("gruppe", "Gruppe", 12)
    assert (told.sessions[0].counts, told.sessions[0].planned) == ((9, 1, 1, 1), 12)
    assert told.sessions[0].held == 10
    assert (told.visits[0].counts, told.visits[0].held) == ((None,) * 4, None)


def test_kinds_stand_by_their_names():
    """However well each was held."""
    days = tuple(_day(nr, kind=kind, done=DAY) for nr, kind in enumerate("bca"))
    kinds = tuple(f.Kind(id=one, name=name) for one, name in zip("abc", "ØAM", strict=True))
    told = fidelity(f.Facts(planned=days, kinds=kinds), CUT, WHOLE)
    assert [one.name for one in told] == ["A", "M", "Ø"]


def test_the_house_itself():
    """Six children live there on the last day; talks without a name are counted however few they are."""
    stays = [f.Stay(child=f"c{nr}", house="eng", since=DAY) for nr in range(6)]
    stays.append(f.Stay(child="c9", house="eng", since=DAY, until=after(-1, TODAY)))
    stays.append(f.Stay(child="c8", house="mark", since=DAY))
    talks = [f.Talk(house="eng", day=DAY, sort=f.Spoken.ANONYM)] * 2
    talks.append(f.Talk(house="eng", day=DAY, sort=f.Spoken.NAVNGIVET, child="c1"))
    letters = [f.Letter(id=f"u{nr}", child=f"c{nr % 5}", house="eng", day=DAY) for nr in range(7)]
    efforts = [
        f.Effort(id=f"e{nr}", kind="gruppe", house="eng", day=DAY, child=f"c{nr % 5}")
        for nr in range(9)
    ]
    (told,) = in_house(
        f.Facts(
            stays=tuple(stays), talks=tuple(talks), letters=tuple(letters), efforts=tuple(efforts)
        ),
        Cut(today=TODAY, houses=frozenset({"eng"})),
        WHOLE,
        [7],
    )
    assert (told.children, told.helped, told.letters) == (6, 5, 7)
    assert told.spoken(f.Spoken.ANONYM) == 2
    assert told.spoken(f.Spoken.NAVNGIVET) is None
