"""A cohort that is made to have a certain truth: how much younger children are at first help since, and how many wait.

Ages are laid out evenly around a middle that is chosen, so that mean and median are that middle exactly.
Nothing here is counted with the program's own functions.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta

from tvaerfaglig.domain.figures.facts import Attached, Child, Concern, Effort, Facts

ATTACHED = date(2022, 8, 1)
TODAY = date(2024, 7, 31)
EXAMINED, SUPPORTED = "boernefaglig-undersoegelse", "stoette-fra-kommunen"


def days(count: int) -> timedelta:
    return timedelta(days=count)


@dataclass(frozen=True)
class Told:
    """The truth the cohort was made with, in days."""

    examined_before: int = 1246
    supported_before: int = 1340
    examined_younger: int = 122  # 4 months
    supported_younger: int = 228  # 7½ months
    each: int = 41
    waiting: int = 17
    reopened: int = 9


def cohort(told: Told, seed: int = 1) -> Facts:
    """As many children before as since; since, some wait, and some of those had their concern closed and opened."""
    children: list[Child] = []
    concerns: list[Concern] = []
    efforts: list[Effort] = []
    for since in (False, True):
        for nr in range(told.each):
            spread = (nr - told.each // 2) * 7
            child = f"{'efter' if since else 'foer'}-{nr}"
            begun = (date(2023, 1, 2) if since else date(2021, 1, 4)) + days(nr)
            examined = told.examined_before - since * told.examined_younger + spread
            supported = told.supported_before - since * told.supported_younger + spread
            born = begun - days(examined)
            children.append(Child(id=child, born=born))
            concerns.append(
                Concern(id=f"b-{child}", child=child, house="eng", day=begun - days(40))
            )
            for kind, age in ((EXAMINED, examined), (SUPPORTED, supported)):
                efforts.append(
                    Effort(
                        id=f"{kind}-{child}",
                        kind=kind,
                        child=child,
                        house="eng",
                        day=born + days(age),
                    )
                )
            # A second, later one of the same kind: only the first counts.
            efforts.append(
                Effort(
                    id=f"igen-{child}",
                    kind=SUPPORTED,
                    child=child,
                    house="eng",
                    day=born + days(supported + 30),
                )
            )
    for nr in range(told.waiting + told.reopened + 5):
        child = f"venter-{nr}"
        first = date(2024, 3, 1) + days(nr)
        waits = nr < told.waiting + told.reopened
        again = nr >= told.waiting and waits
        children.append(Child(id=child, born=TODAY - days(1000 + nr)))
        concerns.append(
            Concern(
                id=f"b-{child}",
                child=child,
                house="eng",
                day=first,
                closed=() if waits and not again else (first + days(20),),
                reopened=(first + days(50),) if again else (),
            )
        )
    random.Random(seed).shuffle(children)
    random.Random(seed + 1).shuffle(concerns)
    random.Random(seed + 2).shuffle(efforts)
    return Facts(
        children=tuple(children),
        concerns=tuple(concerns),
        efforts=tuple(efforts),
        attached=(Attached(house="eng", since=ATTACHED),),
    )
