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
    """Puts every record back as it was."""
    return partial(_undo, desk, before)


def _undo(desk: Desk, before: Before) -> None:
    desk.ask(acts.put_back, before).then(partial(undone, desk), desk)


def undo_planned(desk: Desk, visits: tuple[str, ...]) -> None:
    """What was planned in one act goes again; its day list, if it stands there, with it."""
    desk.ask(year.take_back, visits).then(partial(_gone, desk), desk)


def _gone(desk: Desk, changes: Changes) -> None:
    undone(desk, changes)
    desk.go(PLACE, way())


def undone(desk: Desk, changes: Changes) -> None:
    desk.announce(changes)
    desk.say("Fortrudt. Det står, som det stod.", "ok")
