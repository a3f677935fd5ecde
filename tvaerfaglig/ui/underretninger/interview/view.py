"""Spørg mig: one question at a time, answered, passed by or honestly not known, and kept all the while."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.interview.plan import Step
from tvaerfaglig.domain.interview.told import Told
from tvaerfaglig.services.letters import interviewing
from tvaerfaglig.services.letters.rows import Rewritten
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.underretninger.interview.beside_panel import BesidePanel
from tvaerfaglig.ui.underretninger.interview.end_view import EndView
from tvaerfaglig.ui.underretninger.interview.question_view import QuestionView
from tvaerfaglig.ui.underretninger.interview.walking import Walk
from tvaerfaglig.ui.underretninger.wording import child_called
from tvaerfaglig.ui.underretninger.writer import LetterWriter
from tvaerfaglig.ui.widgets import (
    Fold,
    Page,
    SavedLabel,
    SidePanel,
    boxed,
    button,
    col,
    glyph,
    muted,
    page_foot,
    page_head,
    row,
)

PANEL_EM = 22
HELP = (
    "Ctrl+Enter går til næste spørgsmål, Alt+Venstre til det forrige. Ctrl+B går til observationerne, og Enter "
    "sætter en ind i dit svar. Esc går tilbage til teksten; alt er gemt."
)


class InterviewView(Page):
    """`left` sends the section one was at; everything is kept by then."""

    left = Signal(str)

    def __init__(self, desk: Desk, writer: LetterWriter) -> None:
        self.beside_button = button("Det har I skrevet ned", icon="belaeg")
        self.top = page_head("Spørg mig", "…", self.beside_button)
        self.saved = SavedLabel()
        self.question = QuestionView()
        always = boxed(
            row(glyph("info", "accent", 18), (muted(desk.library.underretning.always), 1))
        )
        left = boxed(col(always, self.saved, gap=2))
        super().__init__(self.top, None, page_foot(left, self.question.doing))
        self.desk, self.writer = desk, writer
        self.walk: Walk | None = None
        self.end = EndView()
        self.beside = BesidePanel(desk.library.categories)
        self._build()
        self._connect()
        self._bind_keys()

    def _build(self) -> None:
        self.top.offer_back("Tilbage til teksten (Esc)")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.question)
        self._stack.addWidget(self.end)
        inside = row((self.beside, 1), margins=(14, 14, 14, 14))
        self._panel = SidePanel(inside, self, "Det har I skrevet ned", em=PANEL_EM)
        self.set_body(boxed(row((self._stack, 1), self._panel, gap=0)))
        self.beside_button.hide()

    def _connect(self) -> None:
        self.top.back_pressed.connect(self.leave)
        self.beside_button.clicked.connect(self._panel.open_drawer)
        self.question.answered.connect(self._on_answered)
        self.question.honest.connect(self._on_honest)
        self.question.taken_back.connect(self._on_taken_back)
        self.question.next_asked.connect(self.go_on)
        self.question.back_asked.connect(self.go_back)
        self.beside.inserted.connect(self._on_inserted)
        self.end.again_asked.connect(self._on_again)
        self.end.text_asked.connect(self.leave)
        self.writer.kept.connect(self.saved.saved_at)
        self.writer.renewed.connect(self._on_renewed)
        self.writer.moved.connect(self._on_moved)

    def _bind_keys(self) -> None:
        keys: tuple[tuple[str, Callable[[], object]], ...] = (
            ("Alt+Left", self.go_back),
            ("Ctrl+PgUp", self.go_back),
            ("Ctrl+PgDown", self.go_on),
            ("Ctrl+B", self.to_beside),
        )
        for sequence, act in keys:
            shortcut = QShortcut(QKeySequence(sequence), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    # coming and going

    @property
    def step(self) -> Step | None:
        return self.walk.step if self.walk is not None else None

    def begin(self, told: Told) -> None:
        """Where one was, or at what the letter lacks first."""
        self.walk = Walk(self.writer, self.desk.library, told)
        self.saved.say("")
        self._show()

    def flush(self) -> None:
        """Say the last letter that was typed."""
        if self.walk is not None:
            self.question.flush()

    @Slot()
    def leave(self) -> None:
        self.flush()
        step = self.step
        self.left.emit(step.ask.section if step else "")

    @Slot()
    def close_letter(self) -> None:
        self.walk = None

    def start(self) -> None:
        if self.step is None:
            self.end.start()
        else:
            self.question.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    @property
    def help_words(self) -> str:
        """What F1 says: the keys, and what the question builds on."""
        if self.step is None:
            return HELP
        day = danish.day(self.desk.library.reflections.collected)
        source = f"Spørgsmålet bygger på: {self.step.ask.source}. Gennemgået {day}."
        return f"{HELP}\n\n{source}"

    # from one question to the next

    @Slot()
    def go_on(self) -> None:
        self.flush()
        if self.walk is not None and self.step is not None:
            self.walk.go_on()
            self._show()
            self.start()

    @Slot()
    def go_back(self) -> None:
        self.flush()
        if self.walk is not None and self.walk.go_back():
            self._show()
            self.start()

    @Slot()
    def _on_again(self) -> None:
        if self.walk is not None:
            self.walk.go_again()
            self._show()
            self.start()

    # showing

    def _show(self) -> None:
        walk = self.walk
        if walk is None:
            return
        self.top.say("Spørg mig", f"Underretning om {walk.page.child.record.name}")
        if walk.step is None:
            self._show_end(walk)
        else:
            self._show_question(walk, walk.step)

    def _show_question(self, walk: Walk, step: Step) -> None:
        self._stack.setCurrentWidget(self.question)
        self.question.doing.show()
        name = walk.name(step)
        self.question.show_step(step, walk.section(step), walk.count, name)
        self.question.back.block("" if walk.at else "Det er det første spørgsmål")
        guarded = walk.page.hides_parents
        self.question.show_answer(
            walk.answers.words(step), walk.beside(step), name, guarded=guarded
        )
        self._say_where(walk, step)
        self._show_beside(walk, step, fresh=True)

    def _say_where(self, walk: Walk, step: Step) -> None:
        words, stands = walk.where(step)
        self.question.say_mended(walk.note(step))
        self.question.say_where(words, stands=stands)

    def _show_beside(self, walk: Walk, step: Step, *, fresh: bool) -> None:
        found = interviewing.beside(walk.page, step)
        numbers = {one.id: nr for nr, one in enumerate(walk.sitting.sections(), 1)}
        self.beside.show_beside(walk.page, found, numbers, fresh=fresh)
        self._fold_panel()

    def _show_end(self, walk: Walk) -> None:
        self._stack.setCurrentWidget(self.end)
        self.question.doing.hide()
        self.end.show_end(walk.answered(), walk.passed(), child_called(walk.page.child.record))
        self._fold_panel()

    # folding

    def on_fold(self, fold: Fold) -> None:
        del fold
        self._fold_panel()

    def _fold_panel(self) -> None:
        """The panel goes at the end of the walk, and becomes a drawer where there is little room."""
        drawer, asking = self.fold >= Fold.LIST, self.step is not None
        self._panel.stand_beside(asking and not drawer)
        self.beside_button.setVisible(drawer and asking)

    @Slot()
    def to_beside(self) -> None:
        if self.step is not None:
            self._panel.open_drawer()
            self.beside.take_focus()

    # what was said

    @Slot(str)
    def _on_answered(self, words: str) -> None:
        if self.walk is not None and self.walk.step is not None:
            self.walk.answers.write(self.walk.step, words)
            self._say_where(self.walk, self.walk.step)

    @Slot(str)
    def _on_honest(self, whom: str) -> None:
        self.flush()
        if self.walk is not None and self.walk.step is not None:
            self.walk.answers.write_honest(self.walk.step, whom)
            self.go_on()

    @Slot()
    def _on_taken_back(self) -> None:
        """Out of the letter; Ctrl+Z in the field brings an answer back."""
        field = self.question.field
        field.selectAll()
        field.insert("")
        self.flush()
        if self.walk is not None and self.walk.step is not None:
            self.walk.answers.take_back(self.walk.step)
            self._say_where(self.walk, self.walk.step)
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _on_inserted(self, observation: str) -> None:
        """Into the rows; in prose that may cite also as a number at the caret."""
        self.flush()
        if self.walk is not None and self.walk.step is not None:
            cites = self.walk.cites(self.walk.step)
            self.writer.insert(observation, self._cite if cites else self._tell_inserted)

    def _cite(self, done: Rewritten) -> None:
        if done.number is not None:
            self.question.field.cite(done.number)
            self.flush()
            self.question.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_inserted(self, done: Rewritten) -> None:
        if done.number is not None:
            self.tell(f"Observationen står i underretningen som nr. {done.number}.", "ok")

    # what others did

    @Slot(object)
    def _on_moved(self, _texts: object) -> None:
        """Rows came or went: the numbers in the answer followed them."""
        if self.walk is not None and self.walk.step is not None and self.isVisible():
            words = self.walk.answers.words(self.walk.step)
            if words:
                self.question.field.move_to(words)

    @Slot()
    def _on_renewed(self) -> None:
        """The letter was read again: a question that may no longer be asked is gone at once."""
        walk = self.walk
        if walk is None or not walk.sitting.page.is_open or not self.isVisible():
            return
        if walk.renew():
            self._show()
            self.start()
        elif walk.step is not None:
            self._show_beside(walk, walk.step, fresh=False)
