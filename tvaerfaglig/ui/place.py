"""A place in the program: what the shell may ask of a page, whichever it is."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.widgets import Page


class Place(Page):
    """One place in the rail, or a page reached from one. Made once, opened many times.

    Folding comes from `Page`: override `on_fold`.
    """

    def __init__(
        self,
        desk: Desk,
        head: QWidget | None = None,
        body: QWidget | None = None,
        foot: QWidget | None = None,
    ) -> None:
        super().__init__(head, body, foot)
        self.desk = desk

    def open(self, argument: object = None) -> None:
        """Someone came here; `argument` is what the way here carried, such as a child's id."""

    def is_past(self, argument: object) -> bool:
        """Whether Esc passes it by: what was asked for there has been made, and now stands elsewhere."""
        del argument
        return False

    def leave(self) -> None:
        """Someone goes elsewhere, locks or closes: keep the text, write the sitting's version."""

    def save_now(self) -> None:
        """Ctrl+S: a version now."""

    def print_now(self) -> None:
        """Ctrl+P: the preview of what stands here."""

    def find_here(self) -> None:
        """Ctrl+F: find on this page."""

    def start(self) -> None:
        """Put the focus where one writes, or on the row last open."""
        self.setFocus()
