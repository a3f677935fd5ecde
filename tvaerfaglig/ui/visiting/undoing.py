"""*Fortryd* of what was done with visits."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from tvaerfaglig.domain.events import Changes
from tvaerfaglig.services.visiting import acts, year
from tvaerfaglig.services.visiting.acts import Before
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.visiting import PLACE, way


def undo_of(desk: Desk, before: Before) -> Callable[[], None]:
    """Puts every record back as it was, and comes back to the day list of the visit, which stands first."""
    return partial(_undo, desk, before)


def _undo(desk: Desk, before: Before) -> None:
    visit = before[0].record
    desk.ask(acts.put_back, before).then(partial(_put_back, desk, visit), desk)


def _put_back(desk: Desk, visit: str, changes: Changes) -> None:
    desk.go(PLACE, way(visit))
    undone(desk, changes)


def undo_planned(desk: Desk, visits: tuple[str, ...]) -> None:
    """What was planned in one act goes again; its day list, if it stands there, with it."""
    desk.ask(year.take_back, visits).then(partial(_gone, desk), desk)


def _gone(desk: Desk, changes: Changes) -> None:
    desk.go(PLACE, way())
    undone(desk, changes)


def undone(desk: Desk, changes: Changes) -> None:
    desk.announce(changes)
    desk.say("Fortrudt. Det står, som det stod.", "ok")
