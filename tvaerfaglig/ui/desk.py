"""What a page works with: ask a service, hear of changes, go to another page, say a word in the bar.

Pages get the desk by constructor and know nothing of threads, vaults or each other.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from typing import Concatenate, Generic, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal

from tvaerfaglig.domain.errors import ForPeople
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.logs import frames_of
from tvaerfaglig.services.clock import Clock
from tvaerfaglig.services.library import Library
from tvaerfaglig.services.session import Session
from tvaerfaglig.ui.tasks import Tasks

T = TypeVar("T")
P = ParamSpec("P")
log = logging.getLogger(__name__)

_PATIENCE = 5.0
"""Seconds that a lock waits for what runs aside."""


class Asked(Generic[T]):
    """A question on its way to the vault; `then` sends it off."""

    def __init__(
        self, tasks: Tasks, work: Callable[[], T], explain: Callable[[BaseException], None]
    ) -> None:
        self._tasks = tasks
        self._work = work
        self._explain = explain

    def then(
        self,
        answer: Callable[[T], None],
        owner: QObject | None = None,
        *,
        failed: Callable[[BaseException], None] | None = None,
    ) -> None:
        """Call `answer` in the window's thread, unless `owner` is gone by then."""
        self._tasks.run(self._work, then=answer, failed=failed or self._explain, owner=owner)


class Desk(QObject):
    """The one road from a page to the vault and back.

    `turned` tells that another page of the same place, or of the same letter, is in front.
    `changed` carries `(Changes, origin)` after every act that wrote; a page that shows any of it asks
    its reading service again, and skips its own. `going` carries `(place, argument)`: ("boern", child id).
    """

    changed = Signal(object, object)
    going = Signal(str, object)
    said = Signal(str, str, object)
    turned = Signal()
    preview_asked = Signal(object)
    lock_asked = Signal()

    def __init__(
        self,
        session: Session,
        tasks: Tasks,
        clock: Clock,
        library: Library,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._tasks = tasks
        self._aside: Tasks | None = None
        self.clock = clock
        self.library = library
        self.my_id = session.my_id
        self.me = session.actor

    def ask(
        self,
        service: Callable[Concatenate[Session, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Asked[T]:
        """`desk.ask(service, a, b).then(self._show, self)`: the service runs on the vault's thread."""
        return Asked(self._tasks, partial(service, self._session, *args, **kwargs), self.explain)

    def ask_aside(
        self,
        service: Callable[Concatenate[Session, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Asked[T]:
        """As `ask`, on a thread beside the vault's: only for services that open the file by themselves."""
        if self._aside is None:
            self._aside = Tasks(self)
        return Asked(self._aside, partial(service, self._session, *args, **kwargs), self.explain)

    def close(self) -> None:
        """Before a lock or the end: what runs aside, such as a copy of the vault, is done and noted first.

        A drive that has stopped answering holds nobody's lock up: its copy ends with the process, and what
        lies there of it is cleared away the next time.
        """
        if self._aside is not None:
            self._aside.finish(_PATIENCE)

    def announce(self, changes: Changes, origin: QObject | None = None) -> None:
        """Tell every open page what was written."""
        if changes.touched:
            self.changed.emit(changes, origin)

    def go(self, place: str, argument: object = None) -> None:
        self.going.emit(place, argument)

    def say(self, words: str, tone: str = "ok", undo: Callable[[], None] | None = None) -> None:
        """A sentence in the window's message bar; with `undo` it carries *Fortryd*."""
        self.said.emit(words, tone, undo)

    def explain(self, error: BaseException) -> None:
        """Say what went wrong: a refusal in its own words, a fault of ours without personal data."""
        if isinstance(error, ForPeople):
            self.say(str(error), "act")
            return
        log.error("%s", frames_of(error))
        self.say(
            "Noget gik galt hos os. Teksten ligger her endnu. Prøv igen, eller luk og åbn.", "act"
        )
