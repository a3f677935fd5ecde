"""One record gone through: whether it is handed out, its texts with their bars, and the list of the bars."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain.indsigt import Bar, IndsigtTexts
from tvaerfaglig.services.indsigt.dossier import Dossier, Entry
from tvaerfaglig.services.indsigt.review import Review, Verdict
from tvaerfaglig.services.indsigt.telling import Piece
from tvaerfaglig.ui.indsigt.reader import Reader, Shown
from tvaerfaglig.ui.widgets import (
    Fold,
    ListRow,
    Segment,
    Segments,
    boxed,
    button,
    choice,
    col,
    flow,
    muted,
    panel,
    row,
    row_list,
    section,
    small,
    spread,
)

WITH, WITHOUT = "med", "uden"
FILE = "Bilag gives som billeder af siderne. Der kan ikke streges over i dem: viser det andre, så lad det blive ude."
DRAFT = "Det er en kladde eller noget planlagt. Skal den med, er jeres afgørelse."
MARK_FIRST = "Marker først det, der skal væk."


class RecordView(QWidget):
    """`changed` sends the review after each act; `seen` asks for the next record."""

    changed = Signal(object)
    seen = Signal()
    asked = Signal(str)

    def __init__(self, texts: IndsigtTexts) -> None:
        super().__init__()
        self._texts = texts
        self._review, self._entry = Review(), Entry("", "", "", "", ())
        self._dossier: Dossier | None = None
        self._title, self._line = section(""), muted("")
        self.verdict = Segments(
            (Segment(WITH, "Med"), Segment(WITHOUT, "Ikke med")), name="Skal det med?"
        )
        self.why = choice(((one.id, one.word) for one in texts.omissions), name="Hvorfor ikke?")
        self._hint_words = small("")
        self.reader = Reader()
        self.reason = choice(
            ((one.id, one.word) for one in texts.reasons), name="Hvorfor streges der over?"
        )
        self.bar = button("Streg over", "outlined", "minus")
        self.unbar = button("Fjern stregen", "quiet")
        self.next = button("Gennemgået, næste", "primary", "flueben")
        self.bars = row_list(name="Streger her")
        self._none = small("Ingen streger her.")
        self._rows: dict[str, tuple[Piece, Bar]] = {}
        self._build()
        self._connect()

    def _build(self) -> None:
        head = spread(boxed(col(self._title, self._line, gap=2)), self.verdict, self.why)
        acts = flow(self.reason, self.bar, self.unbar, self.next, gap=8)
        self._middle = boxed(
            col(
                boxed(head),
                self._hint_words,
                (self.reader, 1),
                boxed(acts),
                gap="near",
                margins=(20, 14, 20, 12),
            )
        )
        self._side = panel(
            section("Streger her"),
            self._none,
            (self.bars, 1),
            em=19,
            margins=(16, 14),
        )
        self.setLayout(row((self._middle, 1), self._side, gap=0))

    def _connect(self) -> None:
        self.reader.bar_asked.connect(self.bar_marked)
        self.reader.unbar_asked.connect(self.unbar_here)
        self.bar.clicked.connect(self.bar_marked)
        self.unbar.clicked.connect(self.unbar_here)
        self.next.clicked.connect(self._on_next)
        self.verdict.changed.connect(self._on_verdict)
        self.why.chosen_changed.connect(self._on_verdict)
        self.reason.chosen_changed.connect(self._on_reason)
        self.bars.moved.connect(self._on_bar)
        self.bars.opened.connect(self._on_bar)

    def set_fold(self, fold: Fold) -> None:
        self._side.setVisible(fold < Fold.LIST)

    def show_entry(self, dossier: Dossier, entry: Entry, review: Review) -> None:
        """Another record, or the same after something was decided."""
        anew = entry.id != self._entry.id or entry.pieces != self._entry.pieces
        self._dossier, self._entry, self._review = dossier, entry, review
        self._title.say(entry.title)
        self._line.say(entry.line)
        self._show_verdict()
        self._show_bars(anew=anew)

    def start(self) -> None:
        self.reader.setFocus()

    # what is shown

    def _show_verdict(self) -> None:
        verdict = self._review.verdict(self._entry)
        self.verdict.choose("" if verdict is None else WITH if verdict.included else WITHOUT)
        self.why.setVisible(verdict is not None and not verdict.included)
        if verdict is not None and verdict.why:
            self.why.choose(verdict.why)
        hint = FILE if self._entry.file else DRAFT if self._entry.draft else ""
        self._hint_words.say(hint)
        self._hint_words.setVisible(bool(hint))

    def _show_bars(self, *, anew: bool) -> None:
        if self._dossier is None:
            return
        watch = self._dossier.watch
        shown = [Shown(one, self._review.bars(one, watch)) for one in self._entry.pieces]
        self.reader.show_pieces(shown, anew=anew)
        self._rows = {
            f"{one.piece.key}:{bar.start}:{bar.end}": (one.piece, bar)
            for one in shown
            for bar in one.bars
        }
        self.bars.set_rows(
            [
                ListRow(
                    key,
                    " ".join(piece.text[bar.start : bar.end].split()),
                    under=self._texts.ground(bar.reason).word,
                    note=piece.label,
                )
                for key, (piece, bar) in self._rows.items()
            ]
        )
        self.bars.setVisible(bool(self._rows))
        self._none.setVisible(not self._rows)

    # what is done

    @Slot()
    def bar_marked(self) -> None:
        """A bar over what is marked, for the reason chosen at the side."""
        marked = self.reader.marked()
        if not marked:
            self.asked.emit(MARK_FIRST)
            return
        review = self._review
        for piece, start, end in marked:
            mine = [
                one for one in self._bars(review, piece) if one.end <= start or one.start >= end
            ]
            review = review.with_bars(piece, [*mine, Bar(start, end, self.reason.chosen())])
        self._take(review)

    @Slot()
    def unbar_here(self) -> None:
        """Take away the bar at the caret, or the one chosen in the list."""
        found = (
            self._rows.get(self.bars.current()) if self.bars.hasFocus() else self.reader.at_caret()
        )
        found = found or self._rows.get(self.bars.current())
        if found is None:
            self.asked.emit("Stil markøren i den streg, der skal væk, eller vælg den i listen.")
            return
        piece, bar = found
        left = [one for one in self._bars(self._review, piece) if one != bar]
        self._take(self._review.with_bars(piece, left))

    @Slot(str)
    def _on_reason(self, reason: str) -> None:
        """The one chosen in the list gets this reason; new ones will have it too."""
        found = self._rows.get(self.bars.current())
        if found is None:
            return
        piece, bar = found
        others = [one for one in self._bars(self._review, piece) if one != bar]
        self._take(self._review.with_bars(piece, [*others, replace(bar, reason=reason)]))

    def _bars(self, review: Review, piece: Piece) -> tuple[Bar, ...]:
        return review.bars(piece, self._dossier.watch) if self._dossier else ()

    def _take(self, review: Review) -> None:
        self._review = review
        self._show_bars(anew=False)
        self.changed.emit(review)

    @Slot()
    def _on_verdict(self, *_: object) -> None:
        included = self.verdict.chosen() == WITH
        verdict = Verdict(included=included, why="" if included else self.why.chosen())
        self._review = self._review.with_verdict(self._entry.id, verdict)
        self._show_verdict()
        self.changed.emit(self._review)

    @Slot()
    def _on_next(self) -> None:
        self._review = self._review.with_seen([self._entry])
        self.changed.emit(self._review)
        self.seen.emit()

    @Slot(str)
    def _on_bar(self, key: str) -> None:
        if key in self._rows:
            piece, bar = self._rows[key]
            self.reason.choose(bar.reason)
            self.reader.go_to(piece.key, bar)
