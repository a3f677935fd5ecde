"""Underretninger that were sent, each with its answers."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from tvaerfaglig.domain import people
from tvaerfaglig.domain.figures.facts import Letter
from tvaerfaglig.domain.figures.source.homes import Homes
from tvaerfaglig.domain.figures.source.pieces import Bundle
from tvaerfaglig.domain.underretning import Stage, Step, Underretning


def letters_sent(
    child_id: str, card: people.Child, bundle: Bundle, homes: Homes
) -> tuple[Letter, ...]:
    """From the first day it was sent, by phone or on paper, whatever became of it later."""
    steps: dict[str, list[Step]] = {}
    for one in bundle.all(Step):
        steps.setdefault(one.record.underretning, []).append(one.record)
    found = []
    for stored in bundle.all(Underretning):
        of_it = steps.get(stored.id, [])
        sent = _first(of_it, Stage.AFSENDT)
        if sent is not None:
            found.append(
                Letter(
                    id=stored.id,
                    child=child_id,
                    house=homes.on(sent),
                    day=sent,
                    receipt=_first(of_it, Stage.KVITTERET),
                    outcome=_first(of_it, Stage.ORIENTERET),
                    reasons=tuple(sorted(stored.record.grounds)),
                    municipality=card.municipality,
                )
            )
    return tuple(found)


def _first(steps: Iterable[Step], stage: Stage) -> date | None:
    return min((one.day for one in steps if one.stage is stage), default=None)
