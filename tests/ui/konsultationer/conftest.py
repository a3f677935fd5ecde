"""Somebody at a desk on a real vault, with Konsultationer in front and the ways of the house between its pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from tvaerfaglig.services import library
from tvaerfaglig.services.session import Session
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.konsultationer.page import KonsultationerPlace
from tvaerfaglig.ui.tasks import Tasks


class Strangers(QObject):
    """Hears of windows that flash up: a widget shown before it stands anywhere is one."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []
        QApplication.instance().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        shown = event.type() == QEvent.Type.Show and isinstance(watched, QWidget)
        if (
            shown
            and watched.isWindow()
            and not isinstance(watched, KonsultationerPlace | QMenu | QDialog)
        ):
            self.seen.append(repr(watched))
        return False


@dataclass
class AtDesk:
    """One person at the open vault; `do` runs a service as the program would, and waits."""

    desk: Desk
    tasks: Tasks
    session: Session
    qtbot: Any
    went: list[tuple[str, object]] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    undo: list[Callable[[], None] | None] = field(default_factory=list)
    previews: list[Any] = field(default_factory=list)
    places: list[KonsultationerPlace] = field(default_factory=list)
    strangers: Strangers = field(default_factory=Strangers)

    def do(self, service: Callable[..., Any], *args: object, **kwargs: object) -> Any:
        return self.tasks.now(lambda: service(self.session, *args, **kwargs))

    def settle(self) -> None:
        """Until nothing is asked for any more."""
        for _ in range(4):
            self.tasks.now(lambda: None)
            QApplication.processEvents()
            QApplication.processEvents()
            while self.tasks.busy:
                QApplication.processEvents()

    def place(
        self, argument: object = None, size: tuple[int, int] = (1180, 800)
    ) -> KonsultationerPlace:
        """Konsultationer in front; a way to another of its pages is walked as the house walks it."""
        made = KonsultationerPlace(self.desk)
        self.places.append(made)
        made.resize(*size)
        with self.qtbot.waitActive(made, timeout=3000):
            made.show()
            made.activateWindow()
        self.desk.going.connect(self._walk)
        made.open(argument)
        self.settle()
        made.start()
        QApplication.processEvents()
        return made

    def _walk(self, place: str, argument: object) -> None:
        self.went.append((place, argument))
        if place == "konsultationer":
            self.places[-1].leave()
            self.places[-1].open(argument)

    def close(self) -> None:
        QApplication.instance().removeEventFilter(self.strangers)
        for one in self.places:
            one.leave()
            self.settle()
            one.close()
            one.deleteLater()
        self.places.clear()
        QApplication.processEvents()
        self.tasks.now(self.session.vault.close)
        self.tasks.close()
        assert self.strangers.seen == []


@pytest.fixture(scope="session")
def shelf():
    return library.load()


@pytest.fixture
def desk_of(world, shelf, qtbot) -> Iterator[Callable[[str], AtDesk]]:
    """Sit down as somebody; whoever sat there before has left and the vault was closed."""
    seated: list[AtDesk] = []

    def sit(person: str) -> AtDesk:
        while seated:
            seated.pop().close()
        tasks = Tasks()
        session = tasks.now(lambda: world.session(person))
        world.open_sessions.remove(session)
        desk = Desk(session, tasks, world.clock, shelf)
        made = AtDesk(desk, tasks, session, qtbot)
        desk.said.connect(
            lambda words, _tone, undo: (made.said.append(words), made.undo.append(undo))
        )
        desk.preview_asked.connect(made.previews.append)
        seated.append(made)
        return made

    yield sit
    while seated:
        seated.pop().close()


@pytest.fixture
def mette(desk_of) -> AtDesk:
    return desk_of("mette")
