"""A little longer wait after each wrong password, for this vault, this person and this computer.

Kept outside the vault, so that closing the program does not end it. It slows whoever guesses at the screen;
whoever took the files is slowed by Argon2 alone.
"""

from __future__ import annotations

import contextlib
import json
import math
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar

from tvaerfaglig.domain import danish
from tvaerfaglig.services.clock import Clock
from tvaerfaglig.services.errors import ServiceError
from tvaerfaglig.store.files import write_atomically
from tvaerfaglig.store.key_errors import WrongPassword

_LONGEST = 30
_MOST_PEOPLE = 200

T = TypeVar("T")
_Kept = dict[str, tuple[int, str]]


class NotYet(ServiceError):
    """The wait after a wrong password is not over."""


class Patience:
    """The waits of one vault on this computer, by person."""

    def __init__(self, state: Path, vault_id: str, clock: Clock) -> None:
        self._path = state / f"{vault_id}.waits"
        self._clock = clock

    def left(self, person: str) -> int:
        """How many whole seconds this person has to wait; none as a rule.

        A clock that was set back makes nobody wait longer than the wait itself.
        """
        wrong, until = self._kept().get(person, (0, ""))
        if not wrong:
            return 0
        with contextlib.suppress(ValueError, TypeError):
            seconds = (datetime.fromisoformat(until) - self._clock.now()).total_seconds()
            return max(0, min(math.ceil(seconds), seconds_after(wrong)))
        return 0

    def tried(self, person: str, enter: Callable[[], T]) -> T:
        """Let the person try: a wrong password lengthens the next wait, a right one ends them."""
        wait = self.left(person)
        if wait:
            raise NotYet(f"Vent {danish.count(wait, 'sekund', 'sekunder')}, før du prøver igen.")
        try:
            entered = enter()
        except WrongPassword:
            self._note(person)
            raise
        self.end(person)
        return entered

    def end(self, person: str) -> None:
        kept = self._kept()
        if kept.pop(person, None) is not None:
            self._keep(kept)

    def _note(self, person: str) -> None:
        kept = self._kept()
        wrong = kept.get(person, (0, ""))[0] + 1
        until = self._clock.now() + timedelta(seconds=seconds_after(wrong))
        kept[person] = wrong, until.isoformat()
        self._keep(dict(list(kept.items())[-_MOST_PEOPLE:]))

    def _kept(self) -> _Kept:
        try:
            kept = json.loads(self._path.read_bytes())
            return {str(one): (int(wrong), str(until)) for one, (wrong, until) in kept.items()}
        except (OSError, ValueError, TypeError, AttributeError, RecursionError):
            return {}

    def _keep(self, kept: _Kept) -> None:
        with contextlib.suppress(OSError):  # a full disk locks nobody out
            write_atomically(self._path, json.dumps(kept).encode(), private=True)


def seconds_after(wrong: int) -> int:
    """1, 2, 4, 8, 16 and then 30 seconds."""
    return min(2 ** min(wrong - 1, 10), _LONGEST) if wrong > 0 else 0
