"""A vault in which every child has one of everything that is counted, so that what is told of a child is told once."""

from __future__ import annotations

import random
from datetime import date, timedelta

from tvaerfaglig.domain.concern import Position
from tvaerfaglig.domain.efforts.kind import Indicator
from tvaerfaglig.domain.efforts.logs import HoursFor
from tvaerfaglig.domain.figures import facts as f
from tvaerfaglig.domain.people import Sex

START, TODAY = date(2024, 8, 1), date(2026, 11, 12)
HOUSES, KINDS, TAG = ("eng", "skov"), ("familiegruppe", "raadgivning"), "pulje"
ITEMS = ("eksempler", "ressourcer")


def one_of_each(children: int, seed: int) -> f.Facts:
    """Days, houses and answers by chance; a third of the efforts are in the project."""
    chance = random.Random(seed)
    rows: dict[str, list] = {}
    for nr in range(children):
        for name, one in _of_a_child(chance, f"barn-{nr:03}"):
            rows.setdefault(name, []).append(one)
    for nr in range(children // 4):
        for name, one in _of_an_effort(chance, nr, children):
            rows.setdefault(name, []).append(one)
    return f.Facts(
        **{name: tuple(each) for name, each in rows.items()},
        kinds=tuple(f.Kind(id=one, name=one, indicators=frozenset(Indicator)) for one in KINDS),
        attached=(f.Attached(house="eng", since=date(2025, 9, 10)),),
    )


def _day(chance: random.Random, after: date = START) -> date:
    return after + timedelta(days=chance.randrange(max(1, (TODAY - after).days)))


def _maybe(chance: random.Random, day: date, often: float) -> date | None:
    return day if chance.random() < often and day <= TODAY else None


def _of_a_child(chance, child):
    house, kind = chance.choice(HOUSES), chance.choice(KINDS)
    tags = (TAG,) if chance.random() < 0.4 else ()
    noticed, begun = _day(chance), _day(chance)
    born = noticed - timedelta(days=chance.randrange(200, 1900))
    mine = {"child": child, "house": house}
    yield "children", f.Child(child, born, chance.choice((Sex.PIGE, Sex.DRENG)), "Nordmark")
    yield "concerns", f.Concern(
        id=child, day=noticed, closed=tuple(filter(None, [_maybe(chance, _day(chance, noticed), 0.4)])), **mine
    )  # fmt: skip
    for step in (f.Step.SAMTALE, f.Step.KONSULTATION, f.Step.HANDLING):
        if chance.random() < 0.6:
            yield "happened", f.Happened(step, child, house, _day(chance, noticed), outside=True)
    if chance.random() < 0.6:
        direction = chance.choice(list(f.Direction))
        yield (
            "efforts",
            f.Effort(id=child, kind=kind, day=begun, direction=direction, tags=tags, **mine),
        )
    if chance.random() < 0.6:
        yield "letters", _letter(chance, mine)
    yield from _promised(chance, mine)
    yield from _stood(chance, mine)
    yield "stays", f.Stay(child, house, _day(chance), None)
    yield "talks", f.Talk(house, _day(chance), f.Spoken.NAVNGIVET, child)
    yield from _placed(chance, mine, kind, tags)


def _promised(chance, mine):
    for promised in f.Promised:
        due = _day(chance)
        done = _maybe(chance, due + timedelta(days=chance.randrange(-3, 20)), 0.6)
        of = mine["child"] if promised is not f.Promised.BESOEG else ""
        id_ = f"{mine['child']}-{promised}"
        yield "promises", f.Promise(id_, promised, mine["house"], due, done, child=of)


def _stood(chance, mine):
    child, house = mine["child"], mine["house"]
    first = _day(chance)
    for order in (1, 2):
        day, now = first + timedelta(days=130 * (order - 1)), chance.choice(list(Position))
        if day > TODAY:
            break
        yield "standings", f.Standing(child, house, day, order, now)
        if order == 1 or chance.random() < 0.6:
            yield "levels", f.Level(child, house, "mor", day, chance.randrange(11))


def _placed(chance, mine, kind, tags):
    child, wished = mine["child"], _day(chance)
    start = _maybe(chance, wished + timedelta(days=chance.randrange(90)), 0.8)
    end = start and _maybe(chance, _day(chance, start), 0.7)
    held = chance.randrange(2, 9)
    yield "places", f.Place(
        id=child, kind=kind, tags=tags, wished=wished, start=start, end=end, held=held,
        present=held - 1, stopped=chance.random() < 0.5, onward=chance.random() < 0.5,
        withdrawn=None if start else _maybe(chance, wished, 0.5),
        together=start and _maybe(chance, _day(chance, start), 0.5), **mine,
    )  # fmt: skip
    change = chance.choice((None, -1, 0, 1))
    yield (
        "goals",
        f.GoalScored(id=child, kind=kind, tags=tags, day=_day(chance), change=change, **mine),
    )
    begun = _day(chance)
    left = _maybe(chance, _day(chance, begun), 0.6)
    yield "matches", f.Match(id=child, kind=kind, tags=tags, start=begun, end=left, **mine)


def _letter(chance, mine):
    sent = _day(chance)
    return f.Letter(
        id=mine["child"], day=sent, receipt=_maybe(chance, _day(chance, sent), 0.7),
        outcome=_maybe(chance, _day(chance, sent), 0.5), met=tuple(chance.sample(ITEMS, 1)),
        relation=chance.choice(("dagtilbud", "dagpleje")), asked=ITEMS,
        reasons=tuple(chance.sample(("omsorg", "helbred"), chance.randrange(1, 3))), **mine,
    )  # fmt: skip


def _of_an_effort(chance, nr, children):
    """A day of a group, and its hours: of two to eight children who have a place in it."""
    of = tuple(f"barn-{one:03}" for one in chance.sample(range(children), chance.randrange(2, 9)))
    house, kind = chance.choice(HOUSES), chance.choice(KINDS)
    tags = (TAG,) if chance.random() < 0.4 else ()
    due = _day(chance)
    shared = {"kind": kind, "house": house, "children": of, "tags": tags}
    for visit in (False, True):
        yield (
            "planned",
            f.Planned(
                id=f"{nr}-{visit}",
                effort=f"{nr}",
                due=due,
                visit=visit,
                done=_maybe(chance, due, 0.7),
                **shared,
            ),
        )
    use = chance.choice(list(HoursFor))
    yield "used", f.Used(day=due, minutes=60, went_to=use, **shared)
