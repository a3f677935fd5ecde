"""One question, full width: how far one is, what is asked and why, and a large field to answer in."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QFrame

from tvaerfaglig.domain.interview.plan import Step
from tvaerfaglig.domain.template import Frame, TemplateSection
from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.underretninger.interview.unknown_row import UnknownRow
from tvaerfaglig.ui.underretninger.letter_prose import LetterProse
from tvaerfaglig.ui.widgets import (
    announce,
    boxed,
    button,
    col,
    frame,
    glyph,
    message,
    muted,
    prose,
    row,
    scroller,
    small,
    spread,
    title,
)

MEASURE = 50
LINES_SHOWN = 3


class QuestionView(QFrame):
    """`answered` when one has paused in the field; `doing` is for the foot, where it stays in sight."""

    answered = Signal(str)
    honest = Signal(str)
    taken_back = Signal()
    next_asked = Signal()
    back_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "page")
        self.setProperty("stop", True)
        self._step: Step | None = None
        self._guarded = False
        self._answered = False
        self.count = muted("")
        self.question = title("")
        self.why = small("")
        self.mended = message("", "info")
        self._stands = prose("")
        self._stands_about = small("")
        self.standing = frame(
            "well", col(self._stands_about, self._stands, gap=2, margins=(12, 8, 12, 8))
        )
        self.field = LetterProse(lines=6)
        self.field.textEdited.connect(self.answered)
        self.field.textChanged.connect(self._say_next)
        self.where = small("")
        self.take_back = button("Tag svaret ud igen", "link", "fortryd")
        self.take_back.clicked.connect(self.taken_back)
        self.unknown = UnknownRow()
        self.unknown.written.connect(self.honest)
        self.unknown.left.connect(self._on_unknown_left)
        self.unknown.hide()
        self._build_buttons()
        self._build()

    def _build_buttons(self) -> None:
        self.back = button("Tilbage", icon="pil-venstre")
        self.back.setToolTip("Forrige spørgsmål (Alt+Venstre)")
        self.dont_know = button("Det ved jeg ikke")
        self.next = button("Næste", "primary")
        self.back.clicked.connect(self.back_asked)
        self.next.clicked.connect(self.next_asked)
        self.doing = boxed(row(self.back, self.dont_know, self.next, gap="near"))
        self.dont_know.clicked.connect(self._on_unknown_clicked)

    def _build(self) -> None:
        asks = row(glyph("spoergsmaal", "accent", 24), (self.question, 1), gap=10)
        foot = spread(boxed(row((self.where, 1), gap=0)), self.take_back)
        body = col(
            self.count,
            boxed(asks),
            self.why,
            self.mended,
            self.standing,
            self.field,
            foot,
            self.unknown,
            ...,
            gap="near",
            margins=(24, 20, 24, 20),
        )
        inner = boxed(body)
        inner.setMaximumWidth(look().theme.em(MEASURE))
        self._inner = inner
        self.area = scroller(boxed(row((inner, 1), gap=0)))
        self.setLayout(col(self.area, gap=0))

    def show_step(self, step: Step, section: TemplateSection, count: str, name: str) -> None:
        """Another question; `name` is what its section is called here."""
        self._step = step
        self._inner.setMaximumWidth(look().theme.em(MEASURE))
        self.count.say(f"{count} · {name}")
        self.question.say(step.question)
        self.why.say(step.why)
        self.field.setProperty("kind", _kind(section))
        self.field.style().polish(self.field)
        self.field.setAccessibleName(step.question)
        self.field.setAccessibleDescription(step.why)
        self.unknown.hide()
        self.dont_know.setVisible(bool(step.unknown))
        self.area.verticalScrollBar().setValue(0)
        announce(self, f"{count}. {step.question}")

    def show_answer(self, words: str, standing: str, name: str, *, guarded: bool) -> None:
        """What is answered already, and what else stands in the section."""
        self._guarded = guarded
        self.field.set_text(words)
        lines = [line for line in standing.splitlines() if line.strip()]
        shown = lines[-LINES_SHOWN:]
        more = " til sidst" if len(lines) > len(shown) else ""
        self._stands_about.say(f"Det står der allerede{more} i »{name}«")
        self._stands.say("\n".join(shown))
        self.standing.setVisible(bool(shown))

    def say_where(self, words: str, *, stands: bool) -> None:
        """Where the answer is, or will be."""
        self.where.say(words)
        self.take_back.setVisible(stands)
        self._answered = stands
        self._say_next()

    def say_mended(self, words: str) -> None:
        if words:
            self.mended.say(words, "info")
        self.mended.setVisible(bool(words))

    def start(self) -> None:
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.moveCursor(QTextCursor.MoveOperation.End)

    def flush(self) -> None:
        self.field.flush()

    @Slot()
    def _say_next(self) -> None:
        written = bool(self.field.toPlainText().strip()) or self._answered
        self.next.say("Næste" if written else "Spring over")

    @Slot()
    def _on_unknown_clicked(self) -> None:
        if self._step is not None:
            self.unknown.ask(self._step.unknown, self._step.whom, guarded=self._guarded)
            self.area.ensureWidgetVisible(self.unknown)

    @Slot()
    def _on_unknown_left(self) -> None:
        self.unknown.hide()
        self.start()


def _kind(section: TemplateSection) -> str:
    """The child's words and our own thoughts wear their frames here too."""
    return {Frame.THOUGHT: "thought", Frame.VOICE: "voice"}.get(section.frame, "plain")
