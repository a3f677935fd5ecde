"""The preview: see every page, say what it is for, then print or save. Either is noted."""

from __future__ import annotations

import re
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QFileDialog, QWidget

from tvaerfaglig.domain.events import Changes
from tvaerfaglig.services import printing
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.services.whereabouts import synced
from tvaerfaglig.ui.place import Place
from tvaerfaglig.ui.preview_request import PreviewRequest
from tvaerfaglig.ui.printouts.paper_view import PaperView
from tvaerfaglig.ui.widgets import (
    boxed,
    button,
    col,
    field,
    line_edit,
    message,
    page_head,
    panel,
    row,
    scroller,
    text,
)

_NOT_SAVED_HERE = "Mappen bliver kopieret til skyen. Vælg en, der kun ligger på denne computer, eller brug sikker post."


def safe_file_name(document: str, on: date) -> str:
    """A name that tells no one whom it is about: "underretning 2026-11-12.pdf"."""
    word = re.sub(r"[^\w -]", "", document.casefold()).strip() or "udskrift"
    return f"{word} {on.isoformat()}.pdf"


class PreviewPlace(Place):
    """Opened with a `PreviewRequest`. `left` is emitted when the reader goes back."""

    left = Signal()

    def __init__(self, desk: Desk) -> None:
        self.paper = PaperView()
        self.print_button = button("Udskriv", "primary", "udskrift")
        self.save_button = button("Gem som PDF", "outlined")
        self.purpose, self.receiver = line_edit(), line_edit()
        self.bars = col(gap="near")
        head = page_head("Udskrift", "Gør siderne klar …", self.save_button, self.print_button)
        head.offer_back("Tilbage")
        super().__init__(desk, head, self._body(), None)
        self._head = head
        self._request: PreviewRequest | None = None
        self._pdf = b""
        head.back_pressed.connect(self.left)
        self.print_button.clicked.connect(self._on_print)
        self.save_button.clicked.connect(self._on_save)

    def _body(self) -> QWidget:
        larger = button("", "icon", "plus", name="Større")
        smaller = button("", "icon", "pil-ned", name="Mindre")
        larger.clicked.connect(partial(self.paper.zoom, 1.2))
        smaller.clicked.connect(partial(self.paper.zoom, 1 / 1.2))
        fit = button("Hele bredden", "link")
        fit.clicked.connect(partial(self.paper.zoom, 0))
        side = panel(
            scroller(
                col(
                    self.bars,
                    field(
                        "Hvad skal papiret bruges til?",
                        self.purpose,
                        "Står i husets log, ikke på papiret.",
                        optional=True,
                    ),
                    field("Hvem skal have det?", self.receiver, optional=True),
                    text(
                        "Det noteres, at papiret er skrevet ud eller gemt, hvornår og af hvem. "
                        "Ikke hvor det ligger."
                    ),
                    row(smaller, larger, fit, ...),
                    ...,
                    gap="apart",
                    margins=(16, 16),
                )
            )
        )
        return boxed(row((self.paper, 1), side, gap=0))

    def open(self, argument: object = None) -> None:
        """Make the paper that was asked for, and show it."""
        if not isinstance(argument, PreviewRequest):
            return
        self._request = argument
        self._head.say(argument.title, "Gør siderne klar …")
        self.purpose.setText(argument.purpose)
        self.receiver.clear()
        self.save_button.setVisible(argument.savable)
        self.print_button.setVisible(argument.printable)
        self._warn(argument.warnings)
        self.desk.ask(argument.make).then(self._show, self)

    def _warn(self, warnings: tuple[str, ...]) -> None:
        while (item := self.bars.takeAt(0)) is not None:
            if widget := item.widget():
                widget.deleteLater()
        for words in warnings:
            self.bars.addWidget(message(words, "watch"))

    def _show(self, pdf: bytes) -> None:
        self._pdf = pdf
        self.paper.show_paper(pdf)
        pages = self.paper.pages
        self._head.say_line("1 side" if pages == 1 else f"{pages} sider")

    @property
    def pdf(self) -> bytes:
        """The bytes on screen."""
        return self._pdf

    def start(self) -> None:
        self.paper.setFocus()

    def print_now(self) -> None:
        self._on_print()

    @Slot()
    def _on_print(self) -> None:
        if not QPrinterInfo.availablePrinterNames():
            self.tell("Der er ingen printer på denne computer. Gem som PDF i stedet.", "watch")
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self._request.document if self._request else "Udskrift")
        if QPrintDialog(printer, self).exec():
            self.paper.print_on(printer)
            self._note("har udskrevet", "Sendt til printeren.")

    @Slot()
    def _on_save(self) -> None:
        if self._request is None or not self._pdf:
            return
        name = safe_file_name(self._request.document, self.desk.clock.now().date())
        chosen, _ = QFileDialog.getSaveFileName(
            self, "Gem som PDF", str(Path.home() / name), "PDF (*.pdf)"
        )
        if chosen:
            self.save_to(Path(chosen))

    def save_to(self, path: Path) -> None:
        """Write the bytes on screen to a file that the person chose."""
        if path.suffix.casefold() != ".pdf":
            path = path.with_name(f"{path.name}.pdf")
        try:
            path.write_bytes(self._pdf)
        except OSError:
            self.tell("Der kan ikke skrives i den mappe. Vælg en anden.", "act")
            return
        self._note("har gemt", "Gemt som PDF.")
        if synced(path.parent):
            self.tell(_NOT_SAVED_HERE, "watch")

    def _note(self, how: str, words: str) -> None:
        request = self._request
        if request is None:
            return
        self.desk.ask(
            printing.note_printed,
            document=request.document,
            how=how,
            child=request.child,
            record=request.record,
            purpose=self.purpose.text(),
            receiver=self.receiver.text(),
        ).then(partial(self._noted, words), self)

    def _noted(self, words: str, changes: Changes) -> None:
        self.tell(words, "ok")
        self.desk.announce(changes, self)
