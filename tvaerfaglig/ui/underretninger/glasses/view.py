"""Sådan læser de det: the very words they will get, with questions where they may stop. Never a grade."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout

from tvaerfaglig.domain.quality.finding import Finding
from tvaerfaglig.domain.reading_glasses import Glass, Reader, Wonder
from tvaerfaglig.services.letters import glasses as letter_glasses
from tvaerfaglig.services.letters.glasses import Closely, Known, LaidOut, Mark
from tvaerfaglig.services.library import Library
from tvaerfaglig.services.session import Session
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.underretninger.glasses.above import Above
from tvaerfaglig.ui.underretninger.glasses.paper_text import PaperText
from tvaerfaglig.ui.underretninger.glasses.said import (
    help_of,
    said,
    section_names,
    what_it_is,
    why_not_written,
)
from tvaerfaglig.ui.underretninger.glasses.side import GlassSide
from tvaerfaglig.ui.underretninger.wording import stage_words
from tvaerfaglig.ui.widgets import (
    Fold,
    Page,
    Segment,
    Segments,
    SidePanel,
    announce,
    boxed,
    button,
    col,
    empty_layout,
    frame,
    muted,
    page_foot,
    page_head,
    row,
)

MEASURE = 48
PANEL_EM = 24


class GlassesView(Page):
    """`left` goes back to where one came from; `place_asked` sends a mark or a section to be written in."""

    left = Signal()
    place_asked = Signal(object)
    print_asked = Signal()
    away_asked = Signal(object)

    def __init__(self, desk: Desk) -> None:
        self.paper_button = button("Se papiret", icon="udskrift")
        self.side_button = button("Spørgsmål", icon="spoergsmaal")
        self._choice = QVBoxLayout()
        self._choice.setContentsMargins(0, 0, 0, 0)
        self.top = page_head(
            "Sådan læser de det", "…", boxed(self._choice), self.side_button, self.paper_button
        )
        self._foot = muted("")
        super().__init__(self.top, None, page_foot(self._foot))
        self.desk = desk
        self.laid: LaidOut | None = None
        self.closely: Closely | None = None
        self.marks: tuple[Mark, ...] = ()
        self.current = -1
        self._away: tuple[Finding, ...] = ()
        self._hidden: set[Known] = set()
        self._reader: Reader | None = None
        self.glasses_choice: Segments | None = None
        self._build()
        self._connect()
        self._bind_keys()

    def _build(self) -> None:
        self.top.offer_back("Tilbage (Esc)")
        self._above = Above()
        self.paper = PaperText()
        inside = col((self.paper, 1), margins=(28, 20, 12, 12))
        self._sheet_of_paper = frame("card", inside)
        self._sheet_of_paper.setMaximumWidth(look().theme.em(MEASURE))
        reading = boxed(row(..., (self._sheet_of_paper, 8), ..., margins=(24, 12, 24, 16)))
        self.side = GlassSide()
        beside = row((self.side, 1), margins=(14, 14, 14, 14))
        self._panel = SidePanel(beside, self, "Spørgsmål til læsningen", em=PANEL_EM, drawer_em=28)
        above = boxed(row(..., (self._above, 8), ..., margins=(24, 0, 24, 0)))
        middle = boxed(col(above, (reading, 1), gap=0))
        self.set_body(boxed(row((middle, 1), self._panel, gap=0)))
        self.side_button.hide()

    def _connect(self) -> None:
        self.top.back_pressed.connect(self.left)
        self.paper_button.clicked.connect(self.print_asked)
        self.side_button.clicked.connect(self._panel.open_drawer)
        self.paper.entered.connect(self._on_entered)
        self.paper.opened.connect(self._on_opened)
        side = self.side
        side.wondered.connect(self._on_wondered)
        side.written.connect(self.place_asked.emit)
        side.chosen.connect(self.choose)
        side.opened.connect(self._on_opened)
        side.dismissed.connect(self._on_dismissed)
        side.stepped.connect(self._on_stepped)

    def _bind_keys(self) -> None:
        keys: tuple[tuple[str, Callable[[], object]], ...] = (
            ("F8", self.next_mark),
            ("Shift+F8", self.previous_mark),
        )
        for sequence, act in keys:
            shortcut = QShortcut(QKeySequence(sequence), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    # showing

    def read(self, laid: LaidOut, away: tuple[Finding, ...]) -> None:
        """The paper at once; where one may stop as soon as it is read. The same letter again keeps one's place."""
        same = self.laid is not None and self.laid.page.id == laid.page.id
        kept = self.marks[self.current] if same and 0 <= self.current < len(self.marks) else None
        if not same:
            self._hidden = set()
        self.laid, self.closely, self._away = laid, None, away
        if self._reader not in laid.readers:
            self._reader = laid.readers[0]
        self.marks, self.current = (), -1
        self._show_choice(laid)
        self._show_head(laid)
        self.paper.show_marks(())
        self.paper.show_pieces(laid.pieces)
        if not same:
            self.paper.to_top()
        self._show_side()
        asked = self.desk.ask_aside(_closely, laid, self.desk.library, away)
        asked.then(lambda found: self._on_closely(laid, kept, found), self)

    def _on_closely(self, laid: LaidOut, kept: Mark | None, found: Closely) -> None:
        if laid is not self.laid:
            return
        self.closely = found
        self._show_marks()
        again = [nr for nr, one in enumerate(self.marks) if kept and one.known_by == kept.known_by]
        if again:
            self.choose(again[0])

    def _show_head(self, laid: LaidOut) -> None:
        page, glass, shelf = laid.page, self._glass(), self.desk.library.glasses
        title = said(glass.title, page)
        self.top.say(title, f"Underretning om {page.child.record.name} · {stage_words(page)}")
        self.paper.setAccessibleName(title)
        self._above.show_glass(page, glass, letter_glasses.why_withheld(laid, shelf))
        for one in (self._sheet_of_paper, self._above):
            one.setMaximumWidth(look().theme.em(MEASURE))
        self._foot.say(what_it_is(page))

    def _show_choice(self, laid: LaidOut) -> None:
        """The glasses one may put on; one alone needs no choice."""
        empty_layout(self._choice)
        self.glasses_choice = None
        if len(laid.readers) > 1:
            shelf = self.desk.library.glasses
            made = [Segment(one, said(shelf.find(one).name, laid.page)) for one in laid.readers]
            self.glasses_choice = Segments(made, self._reader or "", name="Læs som")
            self.glasses_choice.changed.connect(self._on_glass_chosen)
            self._choice.addWidget(self.glasses_choice)

    def _show_marks(self) -> None:
        found = self.closely.marks if self.closely else ()
        self.marks = tuple(
            one for one in found if self._reader in one.readers and one.known_by not in self._hidden
        )
        self.current = -1
        self.paper.show_marks(self.marks)
        self._show_side()

    def _show_side(self) -> None:
        if self.laid is None:
            return
        glass, page = self._glass(), self.laid.page
        focused = QApplication.focusWidget()
        was_here = focused is not None and self.side.isAncestorOf(focused)
        wonders = [Wonder(said(one.words, page), one.section) for one in glass.wonders]
        self.side.show_glass(
            glass,
            wonders,
            self.marks if self.closely is not None else None,
            self.closely or Closely(),
            section_names(page, self.desk.library),
            writable=self.laid.writable,
        )
        if was_here:
            self.start()
        many = len(self.marks)
        self.side_button.say(f"Spørgsmål ({many})" if many else "Spørgsmål")

    def _glass(self) -> Glass:
        return self.desk.library.glasses.find(self._reader or Reader.CHILD)

    @property
    def help_words(self) -> str:
        return help_of(self.laid, self.closely, self.desk.library)

    # going about

    @Slot(str)
    def _on_glass_chosen(self, reader: str) -> None:
        if self.laid is None or not reader:
            return
        self._reader = Reader(reader)
        glass = self._glass()
        self._show_head(self.laid)
        self._show_marks()
        announce(self, said(glass.title, self.laid.page))

    @Slot()
    def next_mark(self) -> None:
        self._on_stepped(1)

    @Slot()
    def previous_mark(self) -> None:
        self._on_stepped(-1)

    @Slot(int)
    def _on_stepped(self, by: int) -> None:
        if not self.marks:
            self.tell("Ingen ord at standse ved lige nu.", "ok")
            return
        at = (self.current + by) % len(self.marks) if self.current >= 0 else (0 if by > 0 else -1)
        self.choose(at % len(self.marks))
        if self._panel.isVisible():
            self.side.focus_card(self.current)
            self._panel.scroll_to(self.side.cards[self.current])
        announce(self, f"»{self.marks[self.current].quote}«: {self.marks[self.current].question}")

    @Slot(int)
    def choose(self, at: int) -> None:
        self.current = at
        self.paper.choose(at)
        self.side.choose(at)

    @Slot(int)
    def _on_entered(self, at: int) -> None:
        """The caret came to a mark by itself: its card opens, and the text stays where it is."""
        if at != self.current:
            self.current = at
            self.side.choose(at)
            self.paper.show_marks(self.marks, at)

    @Slot(int)
    def _on_opened(self, at: int) -> None:
        if self.laid is None or not 0 <= at < len(self.marks):
            return
        self.current = at
        if self.laid.writable:
            self.place_asked.emit(self.marks[at])
        else:
            self.tell(why_not_written(self.laid.page), "info")

    @Slot(str)
    def _on_wondered(self, section: str) -> None:
        if self.laid is not None:
            headings = (one.heading for one in self.laid.pieces if one.heading)
            under = self.laid.section_under
            found = next((one for one in headings if under(one) == section), "")
            if found:
                self.paper.go_to_heading(found)
                self.paper.setFocus(Qt.FocusReason.OtherFocusReason)
            else:
                self.tell("Det afsnit er ikke skrevet, så det står ikke på papiret.", "info")

    @Slot(int)
    def _on_dismissed(self, at: int) -> None:
        """Away here, and in the letter as well: it stays away at its place."""
        mark = self.marks[at]
        self._hidden.add(mark.known_by)
        self.away_asked.emit(mark)
        self._show_marks()
        if self.marks:
            self.choose(min(at, len(self.marks) - 1))
            self.side.focus_card(self.current)

    def start(self) -> None:
        self.paper.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    # folding

    def on_fold(self, fold: Fold) -> None:
        drawer = fold >= Fold.LIST
        self._panel.stand_beside(not drawer)
        self.side_button.setVisible(drawer)
        self.paper_button.setHidden(drawer)


def _closely(_: Session, laid: LaidOut, library: Library, away: tuple[Finding, ...]) -> Closely:
    """Away from the window, and from the vault: it needs neither."""
    return letter_glasses.read_closely(laid, library.glasses, away)
