"""The middle column: one section with its guidance, an example, and the fields to write in."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QFrame, QTextEdit, QVBoxLayout, QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.template import Frame
from tvaerfaglig.services.clock import DANISH
from tvaerfaglig.services.letters.page import SectionPage
from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.underretninger.editor import Editor, Work
from tvaerfaglig.ui.underretninger.editors import editor_for
from tvaerfaglig.ui.underretninger.following.carried_note import CarriedNote
from tvaerfaglig.ui.underretninger.proposing.note import ProposalNote
from tvaerfaglig.ui.underretninger.wording import named
from tvaerfaglig.ui.widgets import (
    boxed,
    button,
    card,
    col,
    empty_layout,
    frame,
    glyph,
    message,
    opener,
    row,
    scroller,
    section,
    small,
    spread,
    text,
)

MEASURE = 54
_ICONS = {Frame.VOICE: ("barnets-ord", "voice"), Frame.THOUGHT: ("egen-tanke", "muted")}


class SectionView(QFrame):
    """`stepped` asks for the next (1) or previous (-1) section; `dropped` is evidence on the text.

    `entered` sends the question whose words the caret came to; empty for none.
    """

    stepped = Signal(int)
    dropped = Signal(str, int)
    entered = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "page")
        self.setProperty("stop", True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.editor: Editor | None = None
        self._folded = False
        self.guarded = False
        self.heading = section("")
        self.previous = button("Forrige")
        self.next = button("Næste")
        self.hint = opener("Hvad hører til her?", "info", "outlined")
        self.previous.clicked.connect(self._on_previous_clicked)
        self.next.clicked.connect(self._on_next_clicked)
        self.hint.toggled.connect(self._show_guidance)
        self._icon_place = row(gap=0)
        self._icon_box = boxed(self._icon_place)
        head = row(self._icon_box, (self.heading, 1), gap=6)
        self._build_guidance()
        self._apart = QVBoxLayout()
        self._apart.setContentsMargins(0, 0, 0, 0)
        self._carried = CarriedNote()
        self.proposal_note = ProposalNote()
        self._place = QVBoxLayout()
        self._place.setContentsMargins(0, 0, 0, 0)
        body = col(gap="near", margins=(24, 0, 24, 16))
        body.addWidget(self._guidance)
        body.addLayout(self._apart)
        body.addWidget(self.proposal_note)
        body.addWidget(self._carried)
        body.addLayout(self._place, 1)
        inner = boxed(body)
        inner.setMaximumWidth(look().theme.em(MEASURE))
        self._inner = inner
        centred = boxed(row((inner, 1), gap=0))
        self.area = scroller(centred)
        top = boxed(spread(boxed(head), self.hint, self.previous, self.next))
        top.setContentsMargins(24, 10, 24, 0)
        self.setLayout(col(top, (self.area, 1), gap=4))

    def _build_guidance(self) -> None:
        self._words = small("")
        self.example_button = opener("Se et eksempel")
        self.example_button.toggled.connect(self._on_example_toggled)
        self._example = small("")
        self._example_box = boxed(col(small("Sådan kan det se ud:"), self._example, gap=2))
        self._example_box.hide()
        said = row(glyph("info", size=18), (self._words, 1), self.example_button, gap="near")
        self._guidance = frame(
            "well", col(said, self._example_box, gap="near", margins=(12, 6, 8, 8))
        )

    def show_section(self, work: Work, number: int, many: int) -> None:
        """Build the section's fields anew; if one was writing here, one goes on writing here."""
        focused = QApplication.focusWidget()
        was_here = focused is not None and self.isAncestorOf(focused)
        if was_here:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.close_editor()
        self.guarded = work.page.hides_parents
        child = work.page.child.record
        name = named(work.section.screen, child)
        self.heading.say(f"{number}  {name}")
        self.setAccessibleName(name)
        self.previous.block("" if number > 1 else "Det er det første afsnit")
        self.next.block("" if number < many else "Det er det sidste afsnit")
        empty_layout(self._icon_place)
        self._icon_box.setVisible(work.section.frame in _ICONS)
        if work.section.frame in _ICONS:
            self._icon_place.addWidget(glyph(*_ICONS[work.section.frame], 20))
        self._words.say(work.guidance)
        self._example.say(work.example)
        self.example_button.setVisible(bool(work.example))
        self.example_button.setChecked(False)
        self.hint.setChecked(False)
        self._show_guidance()
        self.show_apart(work.page.sections.get(work.section.id), work)
        self.editor = editor_for(work)
        self.editor.dropped.connect(self.dropped)
        self.editor.entered.connect(self.entered)
        self._place.addWidget(self.editor)
        self.show_notes(work)
        self.area.verticalScrollBar().setValue(0)
        if was_here:
            self.editor.start()

    def close_editor(self) -> None:
        """Say what is written, and let the fields go."""
        if self.editor is not None:
            self.editor.flush()
            self._place.removeWidget(self.editor)
            self.editor.hide()
            self.editor.deleteLater()
            self.editor = None

    def show_apart(self, standing: SectionPage | None, work: Work) -> None:
        """What someone else wrote in the same section at the same time: both are kept."""
        empty_layout(self._apart)
        for one in standing.apart if standing else ():
            who, at = work.page.names.of_staff(one.by), one.at.astimezone(DANISH)
            words = (
                f"{who} skrev også her kl. {danish.clock(at.time())}. Begge tekster er gemt. "
                "Tag det med, der skal bruges; så er det din tekst, der gælder."
            )
            self._apart.addWidget(message(words, "watch", icon="person"))
            self._apart.addWidget(card("", text(one.text)))

    def show_notes(self, work: Work) -> None:
        """That somebody proposes something here; that the words came from the letter before, until they are touched."""
        self.proposal_note.show_section(work)
        self._carried.show_section(work, self.editor)

    def set_folded(self, folded: bool) -> None:
        """Guidance becomes a button where there is little room; the outline's arrows suffice."""
        self._folded = folded
        self.previous.setHidden(folded)
        self.next.setHidden(folded)
        self._show_guidance()

    def see(self, widget: QWidget) -> None:
        """Scroll to a field; in a long text to where the caret stands."""
        room = look().theme.em(3)
        inner = self.area.widget()
        if isinstance(widget, QTextEdit) and inner is not None:
            spot = widget.viewport().mapTo(inner, widget.cursorRect().center())
            self.area.ensureVisible(spot.x(), spot.y(), 0, room)
        else:
            self.area.ensureWidgetVisible(widget, 0, room)

    def _show_guidance(self) -> None:
        self.hint.setHidden(not self._folded)
        self._guidance.setHidden(self._folded and not self.hint.isChecked())
        self._inner.setMaximumWidth(look().theme.em(MEASURE))

    @Slot(bool)
    def _on_example_toggled(self, on: bool) -> None:
        self._example_box.setVisible(on)
        self.example_button.say("Skjul eksemplet" if on else "Se et eksempel")

    @Slot()
    def _on_previous_clicked(self) -> None:
        self.stepped.emit(-1)

    @Slot()
    def _on_next_clicked(self) -> None:
        self.stepped.emit(1)

    def focus_first(self) -> None:
        if self.editor is not None:
            self.editor.start()
        else:
            self.next.setFocus(Qt.FocusReason.OtherFocusReason)
