"""Indsigt: the records at the left, the one that is gone through in the middle, its bars at the right."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.indsigt import joined
from tvaerfaglig.domain.progress import Stopped
from tvaerfaglig.services.indsigt import finishing, review
from tvaerfaglig.services.indsigt.dossier import Dossier, Entry
from tvaerfaglig.services.indsigt.finishing import Made, Ready
from tvaerfaglig.services.indsigt.review import Review
from tvaerfaglig.ui.children.parents_papers import given_request
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.indsigt.about import About
from tvaerfaglig.ui.indsigt.record_view import RecordView
from tvaerfaglig.ui.place import Place
from tvaerfaglig.ui.progressing import Progressing
from tvaerfaglig.ui.widgets import (
    Fold,
    ListRow,
    ProgressLine,
    boxed,
    button,
    choice,
    col,
    column,
    frame,
    page_foot,
    page_head,
    row,
    row_list,
)

ABOUT = "om"
_LEFT_OUT = "ikke med"


class IndsigtPlace(Place):
    """Opened with a child's id. Everything decided is kept at once and stands here after a lock."""

    left = Signal()
    help_words = "Skift og piletaster markerer, Enter streger over, Delete fjerner. Ctrl+Enter: gennemgået, næste."

    def __init__(self, desk: Desk) -> None:
        self.make = button("Lav papiret", "primary", "udskrift")
        self._head = page_head("Indsigt", " ", self.make)
        self._head.offer_back("Tilbage")
        self.rest = button("Resten uden streger er gennemgået", "outlined")
        foot = page_foot(None, self.rest)
        self.saved = foot.saved
        super().__init__(desk, self._head, None, foot)
        self._child = ""
        self._dossier: Dossier | None = None
        self._review = Review()
        self._going: Progressing | None = None
        today = lambda: desk.clock.now().date()  # noqa: E731  asked each time: the demo owns its clock
        self.list = row_list(name="Det, der er skrevet")
        self.box = choice((), name="Det, der er skrevet")
        self.about = About(desk.library.indsigt, today)
        self.record = RecordView(desk.library.indsigt)
        self.progress = ProgressLine()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.about)
        self.stack.addWidget(self.record)
        self._column = column((self.list, 1), em=19)
        self._narrow = frame("head", col(self.box, margins=(24, 8, 24, 8)))
        self._narrow.hide()
        bar = boxed(col(self._narrow, col(self.progress, margins=(24, 8, 24, 0)), gap=0))
        self.set_body(boxed(row(self._column, (boxed(col(bar, (self.stack, 1), gap=0)), 1), gap=0)))
        self._connect()

    def _connect(self) -> None:
        self._head.back_pressed.connect(self.left)
        self.list.moved.connect(self._show)
        self.box.chosen_changed.connect(self._go)
        self.list.opened.connect(self._enter)
        self.about.changed.connect(self._take)
        self.record.changed.connect(self._take)
        self.record.seen.connect(self._next)
        self.record.asked.connect(self.tell)
        self.make.clicked.connect(self._on_make)
        self.rest.clicked.connect(self._on_rest)

    # the way here and away

    @property
    def child_at_hand(self) -> str | None:
        """For Ctrl+N from here."""
        return self._child or None

    def open(self, argument: object = None) -> None:
        if isinstance(argument, str) and argument:
            self._child = argument
            self._dossier = None
            self.untell()
            self.list.set_rows(())
            self._head.say("Indsigt", "Henter det, der er skrevet …")
            ask = self.desk.ask(review.opened, argument, self.desk.library)
            ask.then(partial(self._loaded, argument), self, failed=self._refused)

    def leave(self) -> None:
        if self._going is not None:
            self._going.stop()

    def start(self) -> None:
        (self.list if self._narrow.isHidden() else self.box).setFocus()

    def print_now(self) -> None:
        self._on_make()

    def on_fold(self, fold: Fold) -> None:
        """In a narrow window the list is a drop-down above what one reads."""
        self._column.setVisible(fold < Fold.LIST)
        self._narrow.setVisible(fold >= Fold.LIST)
        self.record.set_fold(fold)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.record.next.click()
            return
        super().keyPressEvent(event)

    # what is shown

    def _loaded(self, child: str, found: tuple[Dossier, Review]) -> None:
        if child != self._child:
            return
        self._dossier, self._review = found
        name = self._dossier.child.record.name
        self._head.say(f"Indsigt i {danish.possessive(name)} oplysninger", " ")
        self._show_rows()
        self.list.choose(ABOUT)
        self._show(ABOUT)

    def _refused(self, error: BaseException) -> None:
        self._child = ""
        self.desk.explain(error)
        self.left.emit()

    def _show_rows(self) -> None:
        made = self._dossier
        if made is None:
            return
        about = ListRow(
            ABOUT, "Hvem og hvad", under=self._review.receiver or "udfyldes", icon="person"
        )
        rows = [about, *(self._row(one) for one in made.entries if self._review.asked(one))]
        self.list.set_rows(rows)
        self.box.offer(((one.key, _in_one_line(one)) for one in rows), self.list.current())
        self._say_line(made)

    def _row(self, entry: Entry) -> ListRow:
        title, _, when = entry.title.partition(", ")
        state, icon, colour = self._state(entry)
        bars = self._bars(entry)
        note = danish.count(bars, "streg", "streger") if bars and state != _LEFT_OUT else ""
        under = " · ".join(filter(None, (when, state)))
        return ListRow(entry.id, title, under=under, note=note, icon=icon, colour=colour)

    def _state(self, entry: Entry) -> tuple[str, str, str]:
        """In words, and with the icon that says the same."""
        verdict = self._review.verdict(entry)
        if verdict is None:
            return "afgør: med eller ikke med", "spoergsmaal", "watch"
        if not verdict.included:
            return _LEFT_OUT, "luk", "muted"
        if self._review.is_seen(entry):
            return "gennemgået", "flueben", "ok"
        return "", "belaeg", "muted"

    def _bars(self, entry: Entry) -> int:
        watch = self._dossier.watch if self._dossier else None
        if watch is None:
            return 0
        return sum(
            len(joined(self._review.bars(one, watch), len(one.text))) for one in entry.pieces
        )

    def _say_line(self, made: Dossier) -> None:
        asked = [one for one in made.entries if self._review.asked(one)]
        seen = sum(self._review.is_seen(one) for one in asked)
        bars = review.counted(self._review, made).total()
        waiting = review.waits(self._review, made)
        so_far = f"{seen} af {len(asked)} gennemgået · {danish.count(bars, 'streg', 'streger')}"
        self._head.say_line(f"{so_far} · {waiting[0]}" if waiting else so_far)
        self.make.block(" ".join(waiting))

    @Slot(str)
    def _show(self, key: str) -> None:
        made = self._dossier
        if made is None or not key:
            return
        self.box.choose(key)
        if key == ABOUT:
            self.about.show_review(self._review, made.child.record)
            self.stack.setCurrentWidget(self.about)
        else:
            self.record.show_entry(made, made.entry(key), self._review)
            self.stack.setCurrentWidget(self.record)

    @Slot(str)
    def _go(self, key: str) -> None:
        self.list.choose(key)
        self._show(key)

    @Slot(str)
    def _enter(self, key: str) -> None:
        self._show(key)
        if key == ABOUT:
            self.about.receiver.setFocus()
        else:
            self.record.start()

    # what is decided

    @Slot(object)
    def _take(self, decided: Review) -> None:
        """Kept before anything else is done with it."""
        self._review = decided
        self.untell()
        self._show_rows()
        self.desk.ask(review.keep, self._child, decided).then(self.saved.saved_at, self)

    @Slot()
    def _next(self) -> None:
        made = self._dossier
        if made is None:
            return
        keys = [one.key for one in self.list.rows() if one.key != ABOUT]
        at = keys.index(self.list.current()) + 1 if self.list.current() in keys else 0
        open_ones = [
            key for key in (*keys[at:], *keys[:at]) if not self._review.is_seen(made.entry(key))
        ]
        if open_ones:
            self.list.choose(open_ones[0])
            self.list.scrollTo(self.list.currentIndex())
            self._show(open_ones[0])
        else:
            waiting = review.waits(self._review, made)
            self.tell(
                " ".join(waiting) if waiting else "Alt er gennemgået. Papiret kan laves.", "ok"
            )

    @Slot()
    def _on_rest(self) -> None:
        """What nothing was found in; what has bars or must be decided is still gone through by itself."""
        made = self._dossier
        if made is None:
            return
        plain = [
            one for one in made.entries if not one.draft and not one.file and not self._bars(one)
        ]
        self._take(self._review.with_seen(plain))

    # the paper

    @Slot()
    def _on_make(self) -> None:
        if self._dossier is None or self._going is not None or not self.make.isEnabled():
            return
        self._going = Progressing(self)
        self._going.moved.connect(self.progress.move)
        self.progress.stop_pressed.connect(self._going.stop)
        self.progress.begin("Samler det, der skal med")
        self.make.block("Papiret bliver lavet.")
        ask = self.desk.ask(finishing.ready, self._child, self._review, self.desk.library)
        ask.then(self._press, self, failed=self._not_made)

    def _press(self, ready: Ready) -> None:
        if self._going is not None:
            ask = self.desk.ask_aside(finishing.make_aside, ready, self._going.tell)
            ask.then(self._keep, self, failed=self._not_made)

    def _keep(self, made: Made) -> None:
        self.progress.move(1.0, "Gemmer papiret hos barnet")
        keep = self.desk.ask(finishing.keep, made)
        keep.then(partial(self._kept, made), self, failed=self._not_made)

    def _kept(self, made: Made, kept: tuple[str, Changes]) -> None:
        self._end()
        indsigt, changes = kept
        self.desk.announce(changes, self)
        self.desk.preview_asked.emit(
            given_request(indsigt, made.record.child, made.record.receiver)
        )

    def _not_made(self, error: BaseException) -> None:
        self._end()
        if self._dossier is not None:
            self._say_line(self._dossier)
        if isinstance(error, finishing.NotClean | Stopped):
            self.tell(str(error), "act" if isinstance(error, finishing.NotClean) else "info")
        else:
            self.desk.explain(error)

    def _end(self) -> None:
        self._going = None
        self.progress.end()
        self.make.block("")


def _in_one_line(row: ListRow) -> str:
    return " · ".join(filter(None, (row.title, row.under, row.note)))
