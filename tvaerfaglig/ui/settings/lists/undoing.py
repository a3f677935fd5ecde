"""*Fortryd* in the window's bar for a list that came in, also after its page is gone."""

from __future__ import annotations

from functools import partial

from tvaerfaglig.domain.events import Changes
from tvaerfaglig.services.lists import brought
from tvaerfaglig.ui.desk import Desk

UNDOING = "Fortryder listen …"
UNDONE = "Listen er fortrudt. Alt står, som før den kom."


def take_back(desk: Desk, brought_id: str) -> None:
    desk.say(UNDOING, "info")
    desk.ask(brought.take_back, brought_id).then(partial(_taken_back, desk))


def _taken_back(desk: Desk, changes: Changes) -> None:
    desk.announce(changes)
    desk.say(UNDONE)
