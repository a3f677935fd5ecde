"""A municipality's ten years, invented by chance: for speed, and for what must not depend on the order."""

from __future__ import annotations

import random
from datetime import date, timedelta

from tvaerfaglig.domain.concern import Position
from tvaerfaglig.domain.figures import facts as f
from tvaerfaglig.domain.people import Sex

START = date(2016, 8, 1)
TODAY = date(2026, 7, 31)
ITEMS = ("eksempler", "citater", "foraeldre", "egen_indsats")


def _later(chance: random.Random, day: date, most: int) -> date:
    return day + timedelta(days=chance.randrange(most))


def ten_years(children: int, seed: int = 1, houses: int = 40, before: str = "") -> f.Facts:
    """About ten records for each child. `before` stands before every id, where they are to be as long as real ones."""
    chance = random.Random(seed)
    lists: dict[str, list] = {
        name: [] for name in ("children", "concerns", "happened", "efforts", "letters", "promises")
    } | {"standings": [], "levels": [], "places": []}

    for nr in range(children):
        child, house = f"{before}barn-{nr}", f"{before}hus-{nr % houses}"
        begins = _later(chance, START, 3600)
        born = begins - timedelta(days=chance.randrange(200, 2000))
        lists["children"].append(f.Child(id=child, born=born, sex=chance.choice(list(Sex))))
        closed = (_later(chance, begins, 500),) if chance.random() < 0.6 else ()
        reopened = (_later(chance, closed[0], 200),) if closed and chance.random() < 0.2 else ()
        lists["concerns"].append(
            f.Concern(
                id=child, child=child, house=house, day=begins, closed=closed, reopened=reopened
            )
        )
        for step in (f.Step.SAMTALE, f.Step.KONSULTATION, f.Step.HANDLING):
            if chance.random() < 0.8:
                lists["happened"].append(
                    f.Happened(
                        step=step,
                        child=child,
                        house=house,
                        day=_later(chance, begins, 200),
                        outside=chance.random() < 0.5,
                    )
                )
        _sometimes(lists, chance, child, house, begins)
        _always(lists, chance, child, house, begins)
    attached = [
        f.Attached(house=f"{before}hus-{nr}", since=_later(chance, START, 2000))
        for nr in range(0, houses, 2)
    ]
    return f.Facts(**{name: tuple(rows) for name, rows in lists.items()}, attached=tuple(attached))


def _sometimes(lists, chance, child, house, begins):
    """An effort, a letter, a place in a group."""
    if chance.random() < 0.5:
        lists["efforts"].append(
            f.Effort(
                id=child,
                kind=chance.choice(("familiegruppe", "raadgivning")),
                child=child,
                house=house,
                day=_later(chance, begins, 300),
                direction=chance.choice(list(f.Direction)),
                tags=("pulje",) if chance.random() < 0.3 else (),
            )
        )
    if chance.random() < 0.3:
        sent = _later(chance, begins, 300)
        lists["letters"].append(
            f.Letter(
                id=child,
                child=child,
                house=house,
                day=sent,
                receipt=_later(chance, sent, 20) if chance.random() < 0.7 else None,
                outcome=_later(chance, sent, 90) if chance.random() < 0.4 else None,
                relation="dagtilbud",
                reasons=tuple(chance.sample(("skole", "omsorg", "helbred"), 2)),
                municipality="Nordmark",
                met=tuple(chance.sample(ITEMS, 2)),
                asked=ITEMS,
                dated_sentences=chance.randrange(9),
                quotes=chance.randrange(4),
            )
        )
    if chance.random() < 0.2:
        start = _later(chance, begins, 100)
        lists["places"].append(
            f.Place(
                id=child,
                kind="familiegruppe",
                child=child,
                house=house,
                wished=begins,
                start=start,
                planned_end=start + timedelta(days=98),
                end=_later(chance, start, 150),
                held=14,
                present=chance.randrange(15),
            )
        )


def _always(lists, chance, child, house, begins):
    """Promises, and two rounds."""
    for kind in f.Promised:
        due = _later(chance, begins, 200)
        lists["promises"].append(
            f.Promise(
                id=f"{child}-{kind}",
                kind=kind,
                house=house,
                child=child,
                due=due,
                done=_later(chance, due, 30) if chance.random() < 0.7 else None,
            )
        )
    for order in (1, 2):
        day = begins + timedelta(days=180 * order)
        lists["standings"].append(
            f.Standing(
                child=child,
                house=house,
                day=day,
                order=order,
                position=chance.choice(list(Position)),
            )
        )
        lists["levels"].append(
            f.Level(child=child, house=house, who="mor", day=day, level=chance.randrange(0, 11))
        )
