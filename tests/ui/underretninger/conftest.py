"""A desk on a real vault, on a thread of its own as in the program, and the place at it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from tests.services.letters.a_letter import begun, three
from tvaerfaglig.services import library
from tvaerfaglig.services.session import Session
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.tasks import Tasks
from tvaerfaglig.ui.underretninger.page import UnderretningerPlace


@dataclass
class AtDesk:
    """One person at the open vault: `do` runs a service as the program would, and waits."""

    desk: Desk
    tasks: Tasks
    session: Session
    went: list[tuple[str, object]] = field(default_factory=list)
    previews: list[Any] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    undo: list[Callable[[], None]] = field(default_factory=list)
    places: list[UnderretningerPlace] = field(default_factory=list)

    def do(self, service: Callable[..., Any], *args: object, **kwargs: object) -> Any:
        return self.tasks.now(lambda: service(self.session, *args, **kwargs))

    def settle(self) -> None:
        """Until nothing is asked for any more, neither of the vault nor of the writing help."""
        for _ in range(3):
            self.tasks.now(lambda: None)
            QApplication.processEvents()
            QApplication.processEvents()
            while self.tasks.busy:
                QApplication.processEvents()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def place(self, size: tuple[int, int] = (1280, 800)) -> UnderretningerPlace:
        made = UnderretningerPlace(self.desk)
        made.resize(*size)
        made.show()
        made.open(None)
        self.places.append(made)
        self.settle()
        return made

    def close(self) -> None:
        for one in self.places:
            one.leave()
            self.settle()
            one.writer.stop()
            one.close()
            one.deleteLater()
        self.places.clear()
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.desk.close()
        self.tasks.now(self.session.vault.close)
        self.tasks.close()


@pytest.fixture(scope="session")
def shelf():
    return library.load()


@pytest.fixture
def desk_of(world, shelf, qtbot) -> Iterator[Callable[[str], AtDesk]]:
    """Sit down as somebody; whoever sat there before has left."""
    seated: list[AtDesk] = []

    def sit(person: str) -> AtDesk:
        while seated:
            seated.pop().close()
        tasks = Tasks()
        session = tasks.now(lambda: world.session(person))
        world.open_sessions.remove(session)
        desk = Desk(session, tasks, world.clock, shelf)
        made = AtDesk(desk, tasks, session)
        desk.going.connect(lambda place, argument: made.went.append((place, argument)))
        desk.preview_asked.connect(made.previews.append)
        desk.said.connect(
            lambda words, tone, undo: (made.said.append(words), made.undo.append(undo))
        )
        seated.append(made)
        return made

    yield sit
    while seated:
        seated.pop().close()


@pytest.fixture
def mette(desk_of) -> AtDesk:
    return desk_of("mette")


@pytest.fixture
def at_letter(mette: AtDesk, qtbot: object) -> AtDesk:
    """Mette with three observations and a letter just opened."""
    seen, letter = mette.do(three), mette.do(begun)
    place = mette.place()
    place.activateWindow()
    place.open(letter)
    mette.settle()
    mette.seen, mette.letter = seen, letter
    mette.page = place
    return mette
