"""The preview: see every page, say what it is for, then print or save. Either is noted."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.handing_over import HandedOver
from tvaerfaglig.services.consent import leaving
from tvaerfaglig.services.consent.leaving import NoWayOut, Offer, Paper
from tvaerfaglig.services.printing import noting, pressing
from tvaerfaglig.services.printing.caution import LOST
from tvaerfaglig.services.printing.pressing import Pressed
from tvaerfaglig.services.saving import NotSaved, save_file
from tvaerfaglig.services.vault.whereabouts import synced
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.place import Place
from tvaerfaglig.ui.preview_request import PreviewRequest
from tvaerfaglig.ui.printouts.ground_step import GroundStep
from tvaerfaglig.ui.printouts.paper_view import PaperView
from tvaerfaglig.ui.printouts.save_step import SaveStep
from tvaerfaglig.ui.widgets import (
    Confirm,
    Fold,
    Segment,
    Segments,
    boxed,
    button,
    col,
    empty_layout,
    field,
    line_edit,
    message,
    muted,
    page_head,
    panel,
    row,
    scroller,
    section,
    small,
    strong,
    text,
)
from tvaerfaglig.ui.widgets.files import ask_where_to_save

_IN_A_CLOUD = (
    "Mappen bliver kopieret til skyen, så papiret forlader computeren. Vælg en mappe, der kun ligger her, "
    "eller send det som sikker post fra kommunens system."
)
_NO_PRINTER = "Der er ingen printer på denne computer."
_NOTED = "Det noteres, hvem der skriver ud, gemmer eller kopierer, hvornår og til hvad. Ikke hvor det ligger."
_NOTED_QUIETLY = (
    "Det noteres, at en forseglet sag er skrevet ud eller gemt, af hvem og hvornår. Kun du og den, du "
    "deler med, kan se det."
)
_LOST_SIGN = "[?]"
_LOCKED = "Gemt som låst PDF. Send ordene ad en anden vej end filen, fx i telefonen."
_PAPER, _BESIDE = "papir", "ved_siden"


def safe_file_name(document: str, on: date, ending: str = ".pdf") -> str:
    """A name that tells no one whom it is about: "underretning 2026-11-12.pdf"."""
    word = re.sub(r"[^\w -]", "", document.casefold()).strip() or "udskrift"
    return f"{word} {on.isoformat()}{ending}"


def _paper(request: PreviewRequest) -> Paper:
    return Paper(
        document=request.document,
        child=request.child,
        record=request.record,
        children=request.children,
    )


def _left_to_the_paper(_error: BaseException) -> None:
    """Who may not see the child is told so when the paper is made."""


class PreviewPlace(Place):
    """Opened with a `PreviewRequest`. `left` is emitted when the reader goes back."""

    left = Signal()

    def __init__(self, desk: Desk) -> None:
        self.paper = PaperView(copies=True)
        self.print_button = button("Udskriv", "primary", "udskrift")
        self.save_button = button("Gem som PDF", "outlined")
        self.purpose, self.receiver = line_edit(), line_edit()
        self.grounds = GroundStep(desk.library.consent)
        self.receiver.textChanged.connect(self.grounds.say_receiver)
        self.paper.as_text.door = self._through
        self.saving = SaveStep()
        self.saving.changed.connect(self._on_saving_changed)
        self.saving.code_wanted.connect(self._on_code_wanted)
        self.bars = col(gap="near")
        self.turns = Segments(
            (Segment(_PAPER, "Papiret"), Segment(_BESIDE, "Før du skriver ud")), _PAPER, name="Vis"
        )
        self.turns.hide()
        self.turns.changed.connect(self._arrange)
        self._head = page_head("Udskrift", " ", self.save_button, self.print_button)
        self._head.offer_back("Tilbage")
        super().__init__(desk, self._head)
        self._request: PreviewRequest | None = None
        self._pdf = b""
        self._leaves: HandedOver | None = None
        self._warned: tuple[str, ...] = ()
        self._waiting = muted("Gør siderne klar …")
        self.set_body(self._made_body())
        self._head.back_pressed.connect(self.left)
        self.print_button.clicked.connect(self._on_print)
        self.save_button.clicked.connect(self._on_save)
        self.paper.copied.connect(self._on_copied)

    def _made_body(self) -> QWidget:
        self._standing = text("")
        self._stands = boxed(
            col(strong("Formål"), self._standing, small("Står også i husets log."), gap=1)
        )
        self._purpose_field = field(
            "Hvad skal papiret bruges til?",
            self.purpose,
            "Står i husets log, ikke på papiret.",
            optional=True,
        )
        self._receiver_field = field("Hvem skal have det?", self.receiver, optional=True)
        self._noted_words = small(_NOTED)
        self._side = panel(
            scroller(
                col(
                    self.bars,
                    section("Før du skriver ud"),
                    self._stands,
                    self._purpose_field,
                    self._receiver_field,
                    self.grounds,
                    self.saving,
                    self._noted_words,
                    ...,
                    gap="apart",
                    margins=(16, 16),
                )
            )
        )
        waiting = row(..., self._waiting, ..., margins=24)
        self._wait = boxed(col(..., waiting, ...))
        columns = row((self.paper, 1), (self._wait, 1), self._side, gap=0)
        turns = row(self.turns, ..., margins=(20, 8, 20, 0))
        return boxed(col(turns, (boxed(columns), 1), gap=0))

    def open(self, argument: object = None) -> None:
        """Make the paper that was asked for, and show it."""
        if not isinstance(argument, PreviewRequest):
            return
        self._request = argument
        self._pdf, self._leaves = b"", None
        self.untell()
        self._head.say(argument.title, "Gør siderne klar …")
        self._show_purpose(argument)
        self.receiver.setText(argument.receiver)
        self.save_button.setVisible(argument.savable)
        self.saving.setVisible(argument.savable)
        self.saving.begin(word=argument.word is not None)
        self.print_button.setVisible(argument.printable)
        self.turns.choose(_PAPER)
        self._warn(argument.warnings)
        self._be_ready(ready=False)
        self.grounds.begin(Offer(asks=False))
        offer = self.desk.ask(leaving.offer, _paper(argument))
        offer.then(partial(self._offer_grounds, argument), self, failed=_left_to_the_paper)
        self.desk.ask(argument.make).then(
            partial(self._show, argument), self, failed=self._not_made
        )

    def on_fold(self, fold: Fold) -> None:
        """In a narrow window the pages and what stands beside them take turns."""
        self.turns.setHidden(fold < Fold.PANEL)
        self._arrange()

    @Slot()
    def _arrange(self) -> None:
        narrow = not self.turns.isHidden()
        beside = self.turns.chosen() == _BESIDE
        ready = bool(self._pdf)
        self._side.setVisible(not narrow or beside)
        self.paper.setVisible(ready and not (narrow and beside))
        self._wait.setVisible(not ready and not (narrow and beside))

    def start(self) -> None:
        self.paper.start()

    def print_now(self) -> None:
        self._on_print()

    @property
    def pdf(self) -> bytes:
        """The bytes on screen."""
        return self._pdf

    @property
    def warnings(self) -> tuple[str, ...]:
        """What stands beside the pages."""
        return self._warned

    def _show_purpose(self, request: PreviewRequest) -> None:
        self.purpose.setText(request.purpose)
        self.purpose.setCursorPosition(0)
        self._purpose_field.setHidden(request.purpose_stands)
        self._stands.setVisible(request.purpose_stands and not request.quiet)
        self._receiver_field.setHidden(request.quiet)
        self._noted_words.say(_NOTED_QUIETLY if request.quiet else _NOTED)
        self._standing.say(request.purpose)

    def _be_ready(self, *, ready: bool) -> None:
        self._arrange()
        reason = "" if ready else "Siderne er ikke klar endnu."
        self.print_button.block(reason)
        self.save_button.block(reason)

    def _warn(self, warnings: tuple[str, ...], guard: str = "") -> None:
        empty_layout(self.bars)
        self._warned = tuple(dict.fromkeys(filter(None, (guard, *warnings))))
        if guard:
            self.bars.addWidget(message(guard, "act", icon="afdaempet"))
        for words in self._warned[bool(guard) :]:
            self.bars.addWidget(message(words, "watch", icon="info"))

    def _show(self, request: PreviewRequest, made: bytes | Pressed) -> None:
        if request is not self._request:
            return
        pressed = made if isinstance(made, Pressed) else Pressed(made)
        self._pdf, self._leaves = pressed.pdf, pressed.leaves
        self.paper.show_paper(pressed.pdf, pressed.sections)
        self._warn((*request.warnings, *pressed.cautions, *self._lost(pressed)), pressed.guard)
        self._head.say_line(danish.count(self.paper.pages, "side", "sider"))
        if self._warned:
            self.turns.choose(_BESIDE)
        self._be_ready(ready=True)
        self.paper.start()

    def _lost(self, pressed: Pressed) -> tuple[str, ...]:
        """Of a paper that came without its words, the sign for what cannot be drawn is looked for on the pages."""
        if pressed.sections or _LOST_SIGN not in self.paper.as_text.text():
            return ()
        return (LOST,)

    def _not_made(self, error: BaseException) -> None:
        self._head.say_line("")
        self._waiting.say("Papiret kunne ikke gøres klar.")
        self.desk.explain(error)

    def _offer_grounds(self, request: PreviewRequest, offer: Offer) -> None:
        """Asked before the paper is made, so that it is known when the first button can be pressed."""
        if request is self._request:
            self.grounds.begin(offer)
            self.grounds.say_receiver(self.receiver.text())

    # out of the program

    def _through(self, act: Callable[[], None]) -> None:
        """Every way out goes through here: asked about where the paper rests on something, else at once."""
        request = self._request
        if request is None or not (self.grounds.asks() or request.children):
            act()
            return
        self.grounds.ask("")
        ask = self.desk.ask(
            leaving.require, _paper(request), self.grounds.ground(), self.receiver.text()
        )
        ask.then(partial(self._passed, request, act), self, failed=self._stopped)

    def _passed(self, request: PreviewRequest, act: Callable[[], None], _none: None) -> None:
        if request is self._request:
            act()

    def _stopped(self, error: BaseException) -> None:
        if not isinstance(error, NoWayOut) or not self.grounds.asks():
            self.desk.explain(error)
            return
        self.turns.choose(_BESIDE)
        self._arrange()
        self.grounds.ask(str(error))

    @Slot()
    def _on_print(self) -> None:
        self._through(self._ask_printer)

    def _ask_printer(self) -> None:
        request = self._request
        if request is None or not self._pdf or not request.printable:
            return
        if not QPrinterInfo.availablePrinterNames():
            instead = (
                "Gem som PDF i stedet." if request.savable else "Skriv koden ned i hånden i stedet."
            )
            self.tell(f"{_NO_PRINTER} {instead}", "watch")
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(request.document)
        dialog = QPrintDialog(printer, self)
        to_file = QAbstractPrintDialog.PrintDialogOption.PrintToFile
        dialog.setOption(to_file, request.savable)
        if dialog.exec():
            self._print(printer)

    def print_with(self, printer: QPrinter) -> None:
        """Send the pages on screen to a printer that the person chose."""
        self._through(partial(self._print, printer))

    def _print(self, printer: QPrinter) -> None:
        if self.paper.print_on(printer):
            self._note("har udskrevet", "Sendt til printeren.")
        else:
            self.tell("Printeren svarer ikke. Se, om den er tændt, og prøv igen.", "act")

    @Slot()
    def _on_save(self) -> None:
        if self._request is None or not self._pdf or not self._request.savable:
            return
        self._through(self._ask_where)

    def _ask_where(self) -> None:
        if self._request is None:
            return
        day, words = self.desk.clock.now().date(), self.saving.words()
        name = safe_file_name(self._request.document, day, self._ending)
        kind = "Word (*.docx)" if self.saving.is_word() else "PDF (*.pdf)"
        ask_where_to_save(self, words, name, kind, self.save_to)

    @property
    def _ending(self) -> str:
        return ".docx" if self.saving.is_word() else ".pdf"

    def save_to(self, path: Path) -> None:
        """Save in a place that the person chose; one that is copied to a cloud is asked about first."""
        self._through(partial(self._save_to, path))

    def _save_to(self, path: Path) -> None:
        if path.suffix.casefold() != self._ending:
            path = path.with_name(f"{path.name}{self._ending}")
        if not synced(path.parent):
            self._make_file(path)
            return
        asked = Confirm(
            self.window(),
            "Gem papiret i en mappe, der kopieres til skyen?",
            _IN_A_CLOUD,
            act="Gem alligevel",
            safe="Gem ikke",
        )
        asked.accepted.connect(partial(self._make_file, path))
        asked.finished.connect(asked.deleteLater)
        asked.open()

    def _make_file(self, path: Path) -> None:
        """The bytes as they are on screen, as Word, or under lock."""
        request, code = self._request, self.saving.chosen_code()
        if request is None:
            return
        if self.saving.is_word() and request.word is not None:
            self.desk.ask(request.word).then(
                partial(self._write, path, "har gemt som Word", "Gemt som Word."), self
            )
        elif code:
            self.desk.ask(pressing.locked, self._pdf, code).then(
                partial(self._write, path, "har gemt låst", _LOCKED), self
            )
        else:
            self._write(path, "har gemt", "Gemt som PDF.", self._pdf)

    def _write(self, path: Path, how: str, words: str, content: bytes) -> None:
        try:
            save_file(path, content)
        except NotSaved as error:
            self.tell(str(error), "act")
            return
        self._note(how, words)

    @Slot()
    def _on_saving_changed(self) -> None:
        self.save_button.say(self.saving.words())
        if self._pdf:
            waits = self.saving.waits_for_code()
            self.save_button.block("Koden er på vej." if waits else "")

    @Slot()
    def _on_code_wanted(self) -> None:
        self.desk.ask(pressing.suggested_code).then(self.saving.show_code, self)

    @Slot(str)
    def _on_copied(self, heading: str) -> None:
        self._note("har kopieret", f"»{heading}« er kopieret. Sæt det ind, hvor det skal stå.")

    def _note(self, how: str, words: str) -> None:
        request = self._request
        if request is None:
            return
        self.desk.ask(
            noting.note_printed,
            document=request.document,
            how=how,
            child=request.child,
            record=request.record,
            purpose=self.purpose.text(),
            receiver=self.receiver.text(),
            children=request.children,
            ground=self.grounds.ground() if self.grounds.asks() else None,
            leaves=self._leaves,
        ).then(partial(self._noted, words), self)

    def _noted(self, words: str, changes: Changes) -> None:
        self.tell(words, "ok")
        self.desk.announce(changes, self)
