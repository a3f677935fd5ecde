"""What the forms of Besøg share: a draft while one writes, and *Fortryd* of what was done."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal

from tvaerfaglig.services import drafts
from tvaerfaglig.services.visiting.acts import Done
from tvaerfaglig.ui.children.form import DraftPage
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.visiting.undoing import undo_of


class VisitForm(DraftPage):
    """A form about one visit, or about none yet. `leads` sends where to go when it is saved."""

    leads = Signal(str)

    def __init__(self, desk: Desk, heading: str, line: str, save: str, which: str = "") -> None:
        super().__init__(desk, heading, line, save)
        self.which = which

    @property
    def key(self) -> str:
        return f"{self.KIND}:{self.which}"

    def ready(self) -> None:
        """The fields stand as they begin."""
        self.refilled()
        self.begin()

    def undo(self, _answer: Any) -> Callable[[], None] | None:
        """What takes it back, when it is not a change of records that were there."""
        return None

    def where(self, _answer: Any) -> str:
        """Where one comes when it is saved."""
        return self.which

    def _on_saved(self, saved: Any) -> None:
        self._dirty = False
        self.desk.ask(drafts.drop, self.key).then(_nothing, self.desk)
        self.desk.announce(saved.changes, self)
        back = undo_of(self.desk, saved.before) if isinstance(saved, Done) else self.undo(saved)
        self.leads.emit(self.where(saved))
        self.desk.say(self.said(), "ok", back)


def _nothing(_answer: object) -> None:
    """The answer changes nothing on the page."""
