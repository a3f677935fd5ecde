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


def ten_years(children: int, seed: int = 1, houses: int = 40) -> f.Facts:
    """About ten records for each child."""
    chance = random.Random(seed)
    lists: dict[str, list] = {
        name: [] for name in ("children", "concerns", "happened", "efforts", "letters", "promises")
    } | {"standings": [], "levels": [], "places": []}

    def later(day, most):
        return day + timedelta(days=chance.randrange(most))

    for nr in range(children):
        child, house = f"barn-{nr}", f"hus-{nr % houses}"
        begins = later(START, 3600)
        born = begins - timedelta(days=chance.randrange(200, 2000))
        lists["children"].append(f.Child(id=child, born=born, sex=chance.choice(list(Sex))))
        closed = (later(begins, 500),) if chance.random() < 0.6 else ()
        reopened = (later(closed[0], 200),) if closed and chance.random() < 0.2 else ()
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
                        day=later(begins, 200),
                        outside=chance.random() < 0.5,
                    )
                )
        if chance.random() < 0.5:
            lists["efforts"].append(
                f.Effort(
                    id=child,
                    kind=chance.choice(("familiegruppe", "raadgivning")),
                    child=child,
                    house=house,
                    day=later(begins, 300),
                    direction=chance.choice(list(f.Direction)),
                    tags=("pulje",) if chance.random() < 0.3 else (),
                )
            )
        if chance.random() < 0.3:
            sent = later(begins, 300)
            lists["letters"].append(
                f.Letter(
                    id=child,
                    child=child,
                    house=house,
                    day=sent,
                    receipt=later(sent, 20) if chance.random() < 0.7 else None,
                    outcome=later(sent, 90) if chance.random() < 0.4 else None,
                    relation="dagtilbud",
                    reasons=tuple(chance.sample(("skole", "omsorg", "helbred"), 2)),
                    municipality="Nordmark",
                    met=tuple(chance.sample(ITEMS, 2)),
                    asked=ITEMS,
                    dated_sentences=chance.randrange(9),
                    quotes=chance.randrange(4),
                )
            )
        for kind in f.Promised:
            due = later(begins, 200)
            lists["promises"].append(
                f.Promise(
                    id=f"{child}-{kind}",
                    kind=kind,
                    house=house,
                    child=child,
                    due=due,
                    done=later(due, 30) if chance.random() < 0.7 else None,
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
        if chance.random() < 0.2:
            start = later(begins, 100)
            lists["places"].append(
                f.Place(
                    id=child,
                    kind="familiegruppe",
                    child=child,
                    house=house,
                    wished=begins,
                    start=start,
                    planned_end=start + timedelta(days=98),
                    end=later(start, 150),
                    held=14,
                    present=chance.randrange(15),
                )
            )
    attached = [
        f.Attached(house=f"hus-{nr}", since=later(START, 2000)) for nr in range(0, houses, 2)
    ]
    return f.Facts(**{name: tuple(rows) for name, rows in lists.items()}, attached=tuple(attached))
