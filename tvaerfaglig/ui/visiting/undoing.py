"""*Fortryd* of what was done with visits."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from tvaerfaglig.domain.events import Changes
from tvaerfaglig.services.visiting import acts
from tvaerfaglig.services.visiting.acts import Before
from tvaerfaglig.ui.desk import Desk


def undo_of(desk: Desk, before: Before) -> Callable[[], None]:
    """Puts every record back as it was."""
    return partial(_undo, desk, before)


def _undo(desk: Desk, before: Before) -> None:
    desk.ask(acts.put_back, before).then(partial(undone, desk), desk)


def undone(desk: Desk, changes: Changes) -> None:
    desk.announce(changes)
    desk.say("Fortrudt. Det står, som det stod.", "ok")
