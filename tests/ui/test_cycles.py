"""Which thread frees the parts of a window that nobody holds any more."""

from __future__ import annotations

import gc
import threading
import weakref

from PySide6.QtWidgets import QWidget

from tvaerfaglig import cycles
from tvaerfaglig.app import Program, Surroundings


class Part(QWidget):
    """A part that holds itself, as one with a bound slot does."""

    def __init__(self) -> None:
        super().__init__()
        self.itself = self


def test_a_busy_vault_frees_no_part_of_a_window(world, qapp):
    """However much the vault's thread asks for, what it would have collected waits for the windows' thread."""
    around = Surroundings(world.clock, world.state)
    program = Program(qapp, world.folder, lambda: None, around, leave=lambda _: None)
    freed: list[threading.Thread] = []
    part = Part()
    weakref.finalize(part, lambda: freed.append(threading.current_thread()))
    del part
    program.tasks.now(lambda: [{"n": [n]} for n in range(200_000)])
    assert freed == []
    gc.collect()
    assert freed == [threading.main_thread()]
    program._close()


def test_what_is_due_is_collected():
    """As much as Python itself would have by then."""
    gc.collect()
    kept = [[] for _ in range(gc.get_threshold()[0] * 2)]
    gone = weakref.ref(Ring())
    assert gone() is not None
    cycles.collect_due()
    assert gone() is None
    assert kept


class Ring:
    """Points to itself."""

    def __init__(self) -> None:
        self.itself = self
