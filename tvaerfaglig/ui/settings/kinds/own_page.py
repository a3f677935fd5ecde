"""A kind of one's own, made or put right, and one from a file before anybody has said yes."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any, ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from tvaerfaglig.services.own_kinds.acts import NameTaken
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.ui.desk import Asked, Desk
from tvaerfaglig.ui.settings.parts import DeepPage
from tvaerfaglig.ui.widgets import SheetHost, button, field, line_edit, message, page_foot

KNOWN = "Den findes her allerede, ord for ord."


class OwnKindPage(DeepPage):
    """Kept by *Gem*, and when one goes elsewhere; one put right leaves what was begun by it as it is.

    `kind` is where it begins; without `ref` a new one is made out of it.
    """

    EXAMPLE: ClassVar[str] = ""

    def __init__(
        self, desk: Desk, kind: Any, ref: str, *, new: str, line: str, back_to: str
    ) -> None:
        made_of = f"Ud fra »{kind.name}«."
        super().__init__(desk, kind.name if ref else new, line if ref else made_of, back_to)
        self.kind, self._ref = kind, ref
        self._sheet: SheetHost | None = None
        self.name = line_edit(kind.name if ref else "", most=60)
        self.name_field = field("Hvad skal den hedde?", self.name)
        self.preview = button("Se den, som den bliver")
        self.keep = button("Gem", "primary")
        self.preview.clicked.connect(self._on_preview)
        self.keep.clicked.connect(self._on_keep)
        self.add_foot(page_foot(None, self.preview, self.keep))
        self._kept: Any = None

    # what each sort says for itself

    def made(self) -> Any:
        """What stands here now."""
        raise NotImplementedError

    def send(self, made: Any, ref: str) -> Asked[Saved]:
        raise NotImplementedError

    def outline_page(self, made: Any) -> DeepPage:
        """How it will stand."""
        raise NotImplementedError

    def said(self, name: str) -> str:
        raise NotImplementedError

    def whole(self, made: Any) -> Any:
        """One that was left half-made, so that it can be kept with every word of it."""
        return made

    # keeping

    def ready(self) -> None:
        """The fields stand as they begin."""
        self._kept = self.made()

    def start(self) -> None:
        self.name.setFocus()

    def leave(self) -> None:
        """Who goes elsewhere keeps what was written; without a name it gets one, and may be put away."""
        made = self.made()
        if made == self._kept:
            return
        self._kept = made
        named = made if made.name else replace(made, name=f"{self.kind.name}, jeres egen")
        self._leave_with(self.whole(named))

    def _leave_with(self, whole: Any) -> None:
        asked = self.send(whole, self._ref)
        failed = partial(self._on_not_left, whole)
        asked.then(partial(self._on_left, whole.name), self.desk, failed=failed)

    def _on_not_left(self, whole: Any, error: BaseException) -> None:
        """A name that is taken loses no words: it is kept by one like it, which the bar says."""
        if isinstance(error, NameTaken):
            self._leave_with(replace(whole, name=error.free))
        else:
            self.desk.explain(error)

    def _on_left(self, name: str, saved: Saved) -> None:
        self._ref = saved.id
        self._tell_kept(name, saved)

    @Slot()
    def _on_preview(self) -> None:
        """In a drawer over the page, so that what is written here stands."""
        made = self.made()
        page = self.outline_page(replace(made, name=made.name or self.kind.name))
        page.done.connect(self._drawer().close_sheet)
        self._drawer().open(page, em=44, name="Sådan bliver den")

    def _drawer(self) -> SheetHost:
        if self._sheet is None:
            self._sheet = SheetHost(self)
        return self._sheet

    @Slot()
    def _on_keep(self) -> None:
        made = self.made()
        self.name_field.ask("")
        if not made.name:
            self.name_field.ask(self.EXAMPLE)
            self.name.setFocus()
            return
        self.send(made, self._ref).then(self._on_kept, self, failed=self.refuse)

    def _on_kept(self, saved: Saved) -> None:
        self._kept = self.made()
        self._tell_kept(self.made().name, saved)
        self.done.emit()

    def _tell_kept(self, name: str, saved: Saved) -> None:
        self.desk.announce(saved.changes)
        self.desk.say(self.said(name))


class OfferedKind(DeepPage):
    """From a file: only the button in the foot keeps it; ‹ leaves everything as it was."""

    def __init__(self, desk: Desk, offered: Any, cards: list[QWidget], back_to: str) -> None:
        super().__init__(desk, offered.kind.name, "Se den igennem, før du siger ja.", back_to)
        self.offered = offered
        self.keep = button("Tag den i brug", "primary")
        self.keep.clicked.connect(self._on_keep)
        said = KNOWN if offered.known else offered.taken
        self.show_cards(message(said, "info") if said else None, *cards)
        self.add_foot(page_foot(None, self.keep))

    def send(self) -> Asked[Saved]:
        raise NotImplementedError

    def said(self, name: str) -> str:
        raise NotImplementedError

    def start(self) -> None:
        self.keep.setFocus()

    @Slot()
    def _on_keep(self) -> None:
        self.send().then(self._on_kept, self, failed=self.refuse)

    def _on_kept(self, saved: Saved) -> None:
        self.desk.announce(saved.changes, self)
        self.desk.say(self.said(self.offered.kind.name))
        self.done.emit()
