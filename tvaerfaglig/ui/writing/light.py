"""One quiet line under a text: a question about what was just written, when she has paused, and never before.

It says nothing until somebody types, takes no focus, and has no part in saving.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain.quality.finding import Finding
from tvaerfaglig.domain.quality.language.known import Known
from tvaerfaglig.domain.quality.language.rules import Part
from tvaerfaglig.services.writing.light_questions import light_questions
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.widgets import Prose, announce, boxed, button, col, glyph, row, small, text
from tvaerfaglig.ui.widgets.name_prose import NameProse
from tvaerfaglig.ui.writing.asker import Asker, asking_thread
from tvaerfaglig.ui.writing.spoken import Spoken
from tvaerfaglig.ui.writing.switches import QUESTIONS, switches_of

PAUSE_MS = 1200
AT_A_TIME = 2
"""Dotted in the text; the line tells one of them."""


class LightThread(QObject):
    """The one thread that all the small fields of a desk ask on."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.worker: ThreadPoolExecutor = asking_thread()


class LightQuestions(QWidget):
    """Stands under a field. `laid` when something was laid away or taken back: it belongs to the draft."""

    laid = Signal()

    def __init__(self, prose: Prose, part: Part, name: str) -> None:
        super().__init__()
        self._prose, self._part, self._name = prose, part, name
        self._known: Callable[[], Known] = Known
        self._asker: Asker | None = None
        self._desk: Desk | None = None
        self._away: tuple[str, ...] = ()
        self.shown: tuple[Finding, ...] = ()
        self._more = 0
        self._at = -1
        self._last = ""
        self._words, self._why = text(""), small("")
        self.next_button = button("", "link", dense=True)
        self.away_button = button("", "icon", "luk", name="Læg spørgsmålet væk (Esc)", dense=True)
        self.undo_button = button("Fortryd", "link", dense=True)
        self.next_button.clicked.connect(self.next)
        self.away_button.clicked.connect(self.lay_away)
        self.undo_button.clicked.connect(self.take_back)
        self._lay_out()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self._spoken = Spoken(self)
        prose.typed.connect(self._on_typed)
        prose.questionEntered.connect(self._on_entered)
        prose.installEventFilter(self)
        for keys, act in (("F8", self.next), ("Shift+F8", self.previous)):
            shortcut = QShortcut(QKeySequence(keys), prose)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(act)

    def _lay_out(self) -> None:
        words = boxed(col(self._words, self._why, gap=0))
        line = row(
            glyph("spoergsmaal", "accent", 16),
            (words, 1),
            self.next_button,
            self.undo_button,
            self.away_button,
            gap=6,
        )
        self.setLayout(col(boxed(line), margins=(4, 2, 0, 0)))
        self.setAccessibleName("Spørgsmål til teksten")
        self.hide()

    def begin(self, desk: Desk, known: Callable[[], Known]) -> None:
        """From now on questions may come; `known` tells what is known of the child when one is asked."""
        self._desk, self._known = desk, known
        thread = desk.findChild(LightThread)
        shared = thread if isinstance(thread, LightThread) else LightThread(desk)
        self._asker = Asker(self, shared.worker)
        self._asker.answered.connect(self._on_answered)
        switches_of(desk).turned.connect(self._on_turned)

    @property
    def laid_away(self) -> tuple[str, ...]:
        """What is kept with the draft."""
        return self._away

    def stops(self) -> tuple[QWidget, ...]:
        """What Tab comes to, from the left."""
        return (self.next_button, self.undo_button, self.away_button)

    def put_away(self, kept: tuple[str, ...]) -> None:
        """What was laid away before; another text stands there now, and nothing is asked of it yet."""
        self._away = kept
        self._forget()

    # asking

    @property
    def _is_on(self) -> bool:
        return self._desk is not None and switches_of(self._desk).is_on(QUESTIONS)

    @Slot()
    def _on_typed(self) -> None:
        if self._asker is None or not self._is_on:
            return
        self._asker.forget()
        self._spoken.hush()
        self._pause.start(PAUSE_MS)
        if self._last:
            self._last = ""  # she writes on: what went is gone
            self._tell()

    @Slot()
    def _ask(self) -> None:
        if self._asker is None or not self._is_on:
            return
        words, away = self._prose.said(), frozenset(self._away)
        self._asker.ask(
            partial(light_questions, words, self._part, self._known(), away, self._name),
            at_once=True,
        )

    @Slot(object)
    def _on_answered(self, asked: object) -> None:
        found: tuple[Finding, ...] = getattr(asked, "open", ())
        kept = self.shown[self._at].place if 0 <= self._at < len(self.shown) else ""
        self.shown, self._more = found[:AT_A_TIME], len(found[AT_A_TIME:])
        places = [one.place for one in self.shown]
        self._at = places.index(kept) if kept in places else (0 if places else -1)
        self._spoken.hear({one.place: f"{one.quote}: {one.question}" for one in self.shown}, "")
        self._draw()

    def _forget(self) -> None:
        """No question stands here any more."""
        self._pause.stop()
        if self._asker is not None:
            self._asker.forget()
        self.shown, self._at, self._more, self._last = (), -1, 0, ""
        self._draw()

    def _draw(self) -> None:
        spans = [(one.start or 0, one.end or 0) for one in self.shown]
        self._prose.show_questions(spans, self._prose.question_at_caret())
        self._tell()

    def _tell(self) -> None:
        told = 0 <= self._at < len(self.shown)
        if told:
            one = self.shown[self._at]
            self._words.say(f"»{one.quote}«  {one.question}")
            self._why.say(one.why)
            self.setToolTip(f"{one.why}\nKilde: {one.source}")
        elif self._last:
            self._words.say("Lagt væk.")
        others = len(self.shown) - 1 + self._more
        self.next_button.say(f"{others} til  F8")
        self.next_button.setVisible(told and len(self.shown) > 1)
        self._why.setVisible(told)
        self.away_button.setVisible(told)
        self.undo_button.setVisible(bool(self._last) and not told)
        self.setVisible(told or bool(self._last))

    # walking

    @Slot()
    def next(self) -> None:
        self._step(1)

    @Slot()
    def previous(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        """The caret to the words of the next question; the first time to those the line tells."""
        if not self.shown:
            announce(self._prose, "Ingen spørgsmål lige nu.")
            return
        inside = self._prose.question_at_caret()
        self._at = (inside + by) % len(self.shown) if inside >= 0 else max(self._at, 0)
        self._prose.go_to_question(self._at)
        self._tell()
        one = self.shown[self._at]
        announce(self._prose, f"»{one.quote}«: {one.question}")

    @Slot(int)
    def _on_entered(self, at: int) -> None:
        self._prose.choose_question(at)
        if at >= 0:
            self._at = at
            self._tell()

    # away

    @Slot()
    def lay_away(self) -> None:
        """It stays away at its place as long as this text is a draft."""
        if not 0 <= self._at < len(self.shown):
            return
        gone = self.shown[self._at]
        self._last = gone.anchor
        self._away = (*self._away, gone.anchor)
        self.shown = tuple(one for one in self.shown if one is not gone)
        self._at = 0 if self.shown else -1
        self._draw()
        announce(self._prose, f"»{gone.quote}« er lagt væk.")
        self.laid.emit()
        self._ask()

    @Slot()
    def take_back(self) -> None:
        """*Fortryd*."""
        self._away = tuple(one for one in self._away if one != self._last)
        self._last = ""
        self._tell()
        self.laid.emit()
        self._ask()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc lays the question away whose words the caret stands in; else it is not for us."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Escape
            and not (isinstance(self._prose, NameProse) and self._prose.is_naming())
            and 0 <= self._prose.question_at_caret() == self._at
        ):
            self.lay_away()
            return True
        return super().eventFilter(watched, event)

    @Slot(str)
    def _on_turned(self, help_: str) -> None:
        if help_ == QUESTIONS and not self._is_on:
            self._forget()
