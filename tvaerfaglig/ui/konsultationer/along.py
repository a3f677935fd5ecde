"""Beside a note: its parts in an outline, or as one line above where there is no room, in step with the text."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from tvaerfaglig.ui.konsultationer.note_body import EARLIER, NoteBody
from tvaerfaglig.ui.widgets import Outline


class AlongTheNote(QObject):
    """`outline` and `strip` are the same list in two shapes; choosing in either goes to the part."""

    def __init__(self, note: NoteBody) -> None:
        super().__init__(note)
        self._note = note
        self.outline, self.strip = Outline(name="Del"), Outline(name="Del")
        self.strip.set_folded(True)
        self.outline.chosen.connect(self._on_chosen)
        self.strip.chosen.connect(self._on_chosen)
        self.outline.list.activated.connect(self._on_activated)
        note.reached.connect(self._on_reached)

    def show_sections(self) -> None:
        """What stands in the note by now, and which of it is written."""
        sections = self._note.sections()
        self.outline.set_sections(sections)
        self.strip.set_sections([one for one in sections if one.key != EARLIER])

    def to_top(self) -> None:
        """Another note: from its first part."""
        self._note.to_top()
        self._choose(next(iter(self._note.keys()), ""))

    @Slot()
    def to_next(self) -> None:
        self._step(1)

    @Slot()
    def to_previous(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        keys = self._note.keys()
        here = self.outline.current()
        at = keys.index(here) if here in keys else 0
        to = keys[min(max(at + by, 0), len(keys) - 1)]
        self._choose(to)
        self._note.jump(to, focus=True)

    def _choose(self, key: str) -> None:
        self.outline.choose(key)
        self.strip.choose(key)

    @Slot(str)
    def _on_chosen(self, key: str) -> None:
        self._choose(key)
        self._note.jump(key)

    @Slot()
    def _on_activated(self) -> None:
        self._note.jump(self.outline.current(), focus=True)

    @Slot(str)
    def _on_reached(self, key: str) -> None:
        if key != self.outline.current():
            self._choose(key)
