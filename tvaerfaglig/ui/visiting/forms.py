"""What the forms of Besøg share: a draft while one writes, and *Fortryd* of what was done."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal

from tvaerfaglig.services.visiting.acts import Done
from tvaerfaglig.ui.children.form_of_one import FormOfOne
from tvaerfaglig.ui.visiting.undoing import undo_of


class VisitForm(FormOfOne):
    """A form about one visit, or about none yet. `leads` sends where to go when it is saved."""

    leads = Signal(str)

    def undo(self, _answer: Any) -> Callable[[], None] | None:
        """What takes it back, when it is not a change of records that were there."""
        return None

    def where(self, _answer: Any) -> str:
        """Where one comes when it is saved."""
        return self.which

    def _on_saved(self, saved: Any) -> None:
        self.let_go_of_draft()
        self.desk.announce(saved.changes, self)
        back = undo_of(self.desk, saved.before) if isinstance(saved, Done) else self.undo(saved)
        self.leads.emit(self.where(saved))
        self.desk.say(self.said(), "ok", back)
