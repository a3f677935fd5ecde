"""Carries the comparison between its page and the services. Knows which letter, and which two versions."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.people import Child
from tvaerfaglig.services import versions
from tvaerfaglig.services.names import Names, names
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.session import Session
from tvaerfaglig.services.versions import Compared, Point, What
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.underretninger.compare.view import CompareView

KINDS = ("afsnit", "underretning", "faerdig", "hvorfor", "forslag_svar")


class Comparing(QObject):
    """`ready` when the page can be shown."""

    ready = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.view = CompareView(desk)
        self.letter = ""
        self._child: Child | None = None
        self._chosen = ("", "")
        self.view.chosen.connect(self._on_chosen)
        self.view.said_why.connect(self._on_said_why)
        desk.changed.connect(self._on_changed)

    def open(self, letter: str, child: Child) -> None:
        """Compare this letter's newest version with the one before it."""
        self.letter, self._child, self._chosen = letter, child, ("", "")
        self._ask_points()

    def leave(self) -> None:
        self.view.leave()

    def _ask_points(self) -> None:
        self._desk.ask(_points, self.letter).then(partial(self._on_points, self.letter), self)

    def _on_points(self, letter: str, found: tuple[tuple[Point, ...], Names]) -> None:
        points, known = found
        if letter != self.letter or self._child is None:
            return
        if len(points) < 2:
            self.view.offer(points, "", "", known)
            self.view.show_alone(self._child)
            self.ready.emit()
            return
        ids = {one.id for one in points}
        if not set(self._chosen) <= ids:
            self._chosen = (_against(points), points[0].id)
        self.view.offer(points, *self._chosen, known)
        self._compare()

    def _compare(self) -> None:
        old, new = self._chosen
        asked = self._desk.ask(versions.compare, self.letter, old, new, self._desk.library)
        asked.then(partial(self._on_compared, self.letter), self)

    def _on_compared(self, letter: str, found: Compared) -> None:
        if letter == self.letter and self._child is not None:
            self.view.show_compared(found, self._child)
            self.ready.emit()

    @Slot(str, str)
    def _on_chosen(self, old: str, new: str) -> None:
        self._chosen = (old, new)
        self._compare()

    @Slot(str, str)
    def _on_said_why(self, point: str, words: str) -> None:
        self._desk.ask(versions.say_why, self.letter, point, words).then(self._on_kept, self)

    def _on_kept(self, saved: Saved) -> None:
        self.view.reason.take()
        self._desk.announce(saved.changes, self)
        self._ask_points()

    @Slot(object, object)
    def _on_changed(self, changes: Changes, origin: QObject | None) -> None:
        if origin is not self and self.view.isVisible() and changes.touch(*KINDS):
            self._ask_points()


def _points(session: Session, letter: str) -> tuple[tuple[Point, ...], Names]:
    return versions.points(session, letter), names(session)


def _against(points: tuple[Point, ...]) -> str:
    """What the newest is held against: the last finished copy, else the letter before, else the last sitting."""
    older = points[1:]
    wanted = (What.FAERDIG, What.FORRIGE)
    found = (one.id for what in wanted for one in older if one.what is what)
    return next(found, older[0].id)
