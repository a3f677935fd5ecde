"""A section of the place, reached by the strip under its head: the meetings, the visits, the agreements.

A new one is a `SectionPage` named in `page.SECTIONS`; the strip shows as soon as there are two.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.widgets import Page, PageHead, boxed, col, row
from tvaerfaglig.ui.widgets.segments import Segment, Segments


@dataclass(frozen=True, slots=True)
class Section:
    """A section: its words in the strip, and where its class lies (imported when somebody first goes there)."""

    key: str
    words: str
    module: str
    name: str

    def make(self, desk: Desk) -> SectionPage:
        made = getattr(import_module(f"tvaerfaglig.ui.{self.module}"), self.name)(desk)
        assert isinstance(made, SectionPage)
        return made


class SectionPage(Page):
    """`section_asked` sends the key of the section that somebody chose in the strip.

    `KEY` is how one comes to it, as its `Section` has it (`desk.go("konsultationer", KEY)`, or "KEY:WHICH"
    for one of what it holds), `SHOWS` the kinds of record that make it ask again.
    """

    section_asked = Signal(str)
    KEY: ClassVar[str]
    LINE: ClassVar[str] = ""
    SHOWS: ClassVar[tuple[str, ...]] = ()

    def __init__(self, desk: Desk, *actions: QWidget) -> None:
        self.desk = desk
        self._strip_place = boxed(col(gap=0))
        self._strip_place.hide()
        self.page_head = PageHead("Konsultationer", self.LINE, *actions, extra=self._strip_place)
        super().__init__(self.page_head)
        self.strip: Segments | None = None

    def offer(self, sections: Sequence[Section]) -> None:
        """The strip of all sections, this one chosen; Ctrl+PgUp and Ctrl+PgDn go along it."""
        if len(sections) < 2:
            return
        keys = [one.key for one in sections]
        self.strip = Segments(
            [Segment(one.key, one.words) for one in sections], self.KEY, name="Del"
        )
        self.strip.changed.connect(self.section_asked)
        layout = self._strip_place.layout()
        assert layout is not None
        layout.addWidget(boxed(row(self.strip, ..., gap=0)))
        self._strip_place.show()
        for sequence, step in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            target = keys[(keys.index(self.KEY) + step) % len(keys)]
            shortcut = QShortcut(QKeySequence(sequence), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self.section_asked.emit, target))

    def show_strip(self, *, shown: bool) -> None:
        """Hidden while one stands deeper in the section than its first page."""
        self._strip_place.setVisible(shown and self.strip is not None)

    def open_at(self, which: str) -> None:
        """Somebody came here, to one of what it holds when `which` is not empty."""
        if self.strip is not None:
            self.strip.choose(self.KEY)
        self.refresh()
        del which

    def refresh(self) -> None:
        """Ask again for what it shows."""

    def leave(self) -> None:
        """Somebody goes elsewhere."""

    def start(self) -> None:
        """The keyboard stands where one begins."""
        self.setFocus()

    def find_here(self) -> None:
        """Ctrl+F."""

    def print_now(self) -> None:
        """Ctrl+P."""
