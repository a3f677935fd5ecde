"""Real processes to kill: each does its deed in a process of its own and says aloud what it promised."""

from __future__ import annotations

import multiprocessing
import signal
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any

import pytest

_WAY = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
_CONTEXT: Any = multiprocessing.get_context(_WAY)
if _WAY == "forkserver":
    _CONTEXT.set_forkserver_preload(["tests.faults.deeds"])  # imported once, not for every victim

Say = Callable[[object], None]
kills = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no kill -9 on this platform")
READY = "ready"


class Victim:
    """A process at its deed. `heard` is what it said before it was killed or was done."""

    def __init__(self, deed: Callable[..., None], *arguments: object) -> None:
        self._ear, mouth = _CONTEXT.Pipe(duplex=False)
        self._process = _CONTEXT.Process(target=_act, args=(mouth, deed, arguments), daemon=True)
        self._process.start()
        mouth.close()
        assert self._ear.recv() == READY
        self.heard: list[Any] = []

    def kill_after(self, seconds: float) -> list[Any]:
        """Kill -9; the answer is everything it had said by then."""
        time.sleep(seconds)
        self._process.kill()
        return self._listen()

    def kill_when_said(self, many: int, seconds: float = 0) -> list[Any]:
        """Kill -9 some time after it said the n-th thing."""
        while len(self.heard) < many and self._hears():
            pass
        return self.kill_after(seconds)

    def finish(self) -> list[Any]:
        """Wait until it is done; it must have ended well."""
        self._listen()
        assert self._process.exitcode == 0
        return self.heard

    @property
    def died(self) -> bool:
        return bool(self._process.exitcode == -signal.SIGKILL)

    def _hears(self) -> bool:
        try:
            self.heard.append(self._ear.recv())
        except EOFError:
            return False
        return True

    def _listen(self) -> list[Any]:
        while self._hears():
            pass
        self._process.join()
        self._ear.close()
        return self.heard


def _act(mouth: Connection, deed: Callable[..., None], arguments: tuple[object, ...]) -> None:
    mouth.send(READY)
    deed(mouth.send, *arguments)


def took(deed: Callable[..., None], *arguments: object) -> float:
    """How long the deed takes when nobody kills it."""
    victim = Victim(deed, *arguments)
    began = time.perf_counter()
    victim.finish()
    return time.perf_counter() - began


def kill_at_each_moment(many: int, seconds: float, start: Callable[[int], Victim]) -> list[int]:
    """Start `many` victims and kill each at another moment of its deed; the answer is which truly died.

    How long the deed takes shifts with whatever else the machine does: who was done before the kill came
    brings the moments closer, who was not moves them apart.
    """
    died = []
    for number in range(many):
        victim = start(number)
        victim.kill_after(seconds * (number * 7 % many) / many)
        if victim.died:
            died.append(number)
        seconds *= 1.03 if victim.died else 0.85
    assert len(died) > many // 3, f"only {len(died)} of {many} were killed at their deed"
    return died
