"""Somebody at a desk on a real vault, with one place in front: what each place's tests begin with."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, ClassVar, TypeVar

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from tests.conftest import World
from tvaerfaglig.services.library import Library
from tvaerfaglig.services.session import Session
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.place import Place
from tvaerfaglig.ui.tasks import Tasks


class Strangers(QObject):
    """Hears of windows that flash up: a widget shown before it stands anywhere is one."""

    def __init__(self, expected: Callable[[QWidget], bool]) -> None:
        super().__init__()
        self._expected = expected
        self.seen: list[str] = []
        QApplication.instance().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        shows = event.type() == QEvent.Type.Show and isinstance(watched, QWidget)
        if shows and watched.isWindow() and not self._expected(watched):
            self.seen.append(repr(watched))
        return False

    def go(self) -> None:
        QApplication.instance().removeEventFilter(self)
        assert self.seen == []


@dataclass
class AtDesk:
    """One person at the open vault; `do` runs a service as the program would, and waits."""

    PLACE: ClassVar[type[Any]] = Place
    WINDOWS: ClassVar[tuple[type[QWidget], ...]] = (QMenu,)

    desk: Desk
    tasks: Tasks
    session: Session
    qtbot: Any
    went: list[tuple[str, object]] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    undo: list[Callable[[], None] | None] = field(default_factory=list)
    previews: list[Any] = field(default_factory=list)
    places: list[Any] = field(default_factory=list)

    def __post_init__(self) -> None:
        windows = (self.PLACE, *self.WINDOWS)
        self.strangers = Strangers(lambda one: isinstance(one, windows))
        self.desk.going.connect(self.walk)
        self.desk.said.connect(self._hear)
        self.desk.preview_asked.connect(self.previews.append)

    def _hear(self, words: str, _tone: str, undo: Callable[[], None] | None) -> None:
        self.said.append(words)
        self.undo.append(undo)

    def walk(self, place: str, argument: object) -> None:
        """Where a page asked to go."""
        self.went.append((place, argument))

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
                time.sleep(0.001)  # the vault's thread has the floor

    def place(self, argument: object = None, size: tuple[int, int] = (1180, 800)) -> Any:
        """The place in front, opened as someone coming there would."""
        made = self.PLACE(self.desk)
        self.places.append(made)
        made.resize(*size)
        with self.qtbot.waitActive(made, timeout=3000):
            made.show()
            made.activateWindow()
        made.open(argument)
        self.settle()
        made.start()
        QApplication.processEvents()
        return made

    def close(self) -> None:
        for one in self.places:
            one.leave()
            self.settle()
            one.close()
            one.deleteLater()
        self.places.clear()
        QApplication.processEvents()
        self.tasks.now(self.session.vault.close)
        self.tasks.close()
        self.strangers.go()


D = TypeVar("D", bound=AtDesk)


def seats(kind: type[D], world: World, shelf: Library, qtbot: Any) -> Iterator[Callable[[str], D]]:
    """Sit down as somebody; whoever sat there before has left and the vault was closed."""
    seated: list[D] = []

    def sit(person: str) -> D:
        while seated:
            seated.pop().close()
        tasks = Tasks()
        session = tasks.now(lambda: world.session(person))
        world.open_sessions.remove(session)
        seated.append(kind(Desk(session, tasks, world.clock, shelf), tasks, session, qtbot))
        return seated[-1]

    yield sit
    while seated:
        seated.pop().close()
