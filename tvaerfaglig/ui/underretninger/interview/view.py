"""Spørg mig: one question at a time, answered, passed by or honestly not known, and kept all the while."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget

from tvaerfaglig.domain.interview.plan import Step, begins_at, goes_on
from tvaerfaglig.domain.interview.questions import Target
from tvaerfaglig.domain.interview.told import Told, Way
from tvaerfaglig.domain.template import TemplateSection
from tvaerfaglig.services import interviewing
from tvaerfaglig.services.letter_rows import Rewritten
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.underretninger.interview.answers import Answers
from tvaerfaglig.ui.underretninger.interview.beside_panel import BesidePanel
from tvaerfaglig.ui.underretninger.interview.end_view import EndView
from tvaerfaglig.ui.underretninger.interview.question_view import QuestionView
from tvaerfaglig.ui.underretninger.sitting import Sitting
from tvaerfaglig.ui.underretninger.wording import child_called, named
from tvaerfaglig.ui.underretninger.writer import LetterWriter
from tvaerfaglig.ui.widgets import (
    Fold,
    Page,
    SavedLabel,
    SheetHost,
    boxed,
    button,
    col,
    glyph,
    muted,
    page_foot,
    page_head,
    panel,
    row,
    scroller,
)

CITES_NOT = {"barnets_ord", "observationer"}
PANEL_EM = 22


class InterviewView(Page):
    """`left` sends the section one was at; everything is kept by then."""

    left = Signal(str)

    def __init__(self, desk: Desk, writer: LetterWriter) -> None:
        self.beside_button = button("Det står i loggen", icon="belaeg")
        self.top = page_head("Spørg mig", "…", self.beside_button)
        self.saved = SavedLabel()
        self.question = QuestionView()
        always = boxed(
            row(glyph("info", "accent", 18), (muted(desk.library.underretning.always), 1))
        )
        left = boxed(col(always, self.saved, gap=2))
        super().__init__(self.top, None, page_foot(left, self.question.doing))
        self.desk, self.writer = desk, writer
        self.answers: Answers | None = None
        self.walk: tuple[Step, ...] = ()
        self.at = 0
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
        self._inside = scroller(boxed(row((self.beside, 1), margins=(14, 14, 14, 14))))
        self._panel = panel(self._inside, em=PANEL_EM)
        self.set_body(boxed(row((self._stack, 1), self._panel, gap=0)))
        self._sheet = SheetHost(self)
        self.beside_button.hide()

    def _connect(self) -> None:
        self.top.back_pressed.connect(self.leave)
        self.beside_button.clicked.connect(self._open_drawer)
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
    def sitting(self) -> Sitting:
        if self.writer.sitting is None:
            raise LookupError("no letter is open")
        return self.writer.sitting

    @property
    def step(self) -> Step | None:
        return self.walk[self.at] if self.at < len(self.walk) else None

    def begin(self, told: Told) -> None:
        """Where one was, or at what the letter lacks first."""
        self.answers = Answers(self.writer, self.sitting.told or told)
        self.walk = self._planned()
        self.at = begins_at(self.walk, self.answers.told)
        self.saved.say("")
        self._show()

    def flush(self) -> None:
        """Say the last letter that was typed."""
        if self.answers is not None:
            self.question.flush()

    @Slot()
    def leave(self) -> None:
        self.flush()
        step = self.step
        self.left.emit(step.ask.section if step else "")

    def close_letter(self) -> None:
        self.answers, self.walk, self.at = None, (), 0

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

    # from one question to the next

    @Slot()
    def go_on(self) -> None:
        step = self.step
        if step is None or self.answers is None:
            return
        self.flush()
        self.answers.pass_by(step)
        self.walk = goes_on(self.walk, self.at, self._planned())
        self._stand(self.at + 1)

    @Slot()
    def go_back(self) -> None:
        self.flush()
        if self.at > 0 and self.answers is not None:
            self._stand(self.at - 1)

    def _stand(self, at: int) -> None:
        self.at = at
        if self.answers is not None:
            self.answers.stand_at(self.step.key if self.step else "")
        self._show()
        self.start()

    @Slot()
    def _on_again(self) -> None:
        """Those that were passed by, and nothing else."""
        if self.answers is None:
            return
        passed = {one.key for one in self.answers.told.handled if one.way is Way.PASSED}
        self.walk = tuple(one for one in self._planned() if one.key in passed)
        self._stand(0)

    def _planned(self) -> tuple[Step, ...]:
        if self.answers is None:
            return ()
        shelf = self.desk.library
        return interviewing.steps(
            self.sitting.snapshot(),
            self.sitting.template,
            shelf.questions,
            shelf.reflections,
            self.answers.told,
        )

    # showing

    def _show(self) -> None:
        child = self.sitting.page.child.record
        self.top.say("Spørg mig", f"Underretning om {child.name}")
        step = self.step
        if step is None:
            self._show_end()
        else:
            self._show_question(step)

    def _show_question(self, step: Step) -> None:
        section = self._section(step)
        name = named(section.screen, self.sitting.page.child.record)
        self._stack.setCurrentWidget(self.question)
        self.question.doing.show()
        self.question.show_step(step, section, f"{self.at + 1} af {len(self.walk)}", name)
        self.question.back.block("" if self.at else "Det er det første spørgsmål")
        self._show_answer(step)
        self._show_beside(step, fresh=True)

    def _show_answer(self, step: Step) -> None:
        if self.answers is None:
            return
        name = named(self._section(step).screen, self.sitting.page.child.record)
        words, honest = self.answers.words(step), self.answers.honest(step)
        guarded = self.sitting.snapshot().hides_parents
        self.question.show_answer(words, self._standing(step, words), name, guarded=guarded)
        mended = self.answers.was_mended(step)
        said = f"Du har svaret før, og svaret er rettet i »{name}« siden. Skriver du her, kommer det til."
        self.question.say_mended(said if mended else f"Du har skrevet: {honest}" if honest else "")
        self._say_where(step)

    def _say_where(self, step: Step) -> None:
        if self.answers is None:
            return
        name = named(self._section(step).screen, self.sitting.page.child.record)
        words, honest = self.answers.words(step), self.answers.honest(step)
        stands = f"Svaret står i »{name}«."
        if honest:
            stands = "Det står i vurderingen, under »Det ved vi ikke«."
        said = bool(words or honest)
        will = (
            f"Svaret kommer til at stå i »{name}«. Det, der står der i forvejen, bliver ikke rørt."
        )
        self.question.say_where(stands if said else will, stands=said)

    def _standing(self, step: Step, words: str) -> str:
        """What else stands in the section, so that one does not write it twice."""
        if step.ask.target is not Target.PROSE:
            return ""
        text = self.sitting.text(step.ask.section)
        return text.replace(words, "", 1) if words else text

    def _show_beside(self, step: Step, *, fresh: bool) -> None:
        page = self.sitting.snapshot()
        found = interviewing.beside(page, step)
        numbers = {one.id: nr for nr, one in enumerate(self.sitting.sections(), 1)}
        self.beside.show_beside(page, found, numbers, fresh=fresh)
        self._fold_panel()

    def _show_end(self) -> None:
        if self.answers is None:
            return
        told = self.answers.told
        done = {one.key for one in told.handled if one.way is not Way.PASSED}
        planned = self._planned()
        here = {one.ask.section for one in planned if one.key in done}
        child = self.sitting.page.child.record
        names = [named(one.screen, child) for one in self.sitting.sections() if one.id in here]
        passed = sum(one.key not in done for one in planned)
        self._stack.setCurrentWidget(self.end)
        self.question.doing.hide()
        self.end.show_end(names, passed, child_called(child))
        self._fold_panel()

    def _section(self, step: Step) -> TemplateSection:
        found = self.sitting.template.section(step.ask.section)
        if found is None:
            raise LookupError(step.ask.section)
        return found

    # folding

    def on_fold(self, fold: Fold) -> None:
        del fold
        self._fold_panel()

    def _fold_panel(self) -> None:
        """The panel goes at the end of the walk, and becomes a drawer where there is little room."""
        drawer, asking = self.fold >= Fold.LIST, self.step is not None
        layout = self._panel.layout()
        if drawer or not asking:
            self._panel.hide()
        else:
            self._sheet.close_sheet()
            if layout is not None:
                layout.addWidget(self._inside)
            self._inside.show()
            self._panel.show()
        self.beside_button.setVisible(drawer and asking)

    @Slot()
    def _open_drawer(self) -> None:
        self._sheet.open(self._inside, em=26, name="Det står i loggen")

    @Slot()
    def to_beside(self) -> None:
        if self.step is not None:
            if self.fold >= Fold.LIST:
                self._open_drawer()
            self.beside.take_focus()

    # what was said

    @Slot(str)
    def _on_answered(self, words: str) -> None:
        if self.step is not None and self.answers is not None:
            self.answers.write(self.step, words)
            self._say_where(self.step)

    @Slot(str)
    def _on_honest(self, whom: str) -> None:
        if self.step is not None and self.answers is not None:
            self.flush()
            self.answers.write_honest(self.step, whom)
            self.go_on()

    @Slot()
    def _on_taken_back(self) -> None:
        """Out of the letter; Ctrl+Z in the field brings an answer back."""
        step = self.step
        if step is None or self.answers is None:
            return
        field = self.question.field
        field.selectAll()
        field.insert("")
        self.flush()
        self.answers.take_back(step)
        self.question.say_mended("")
        self._say_where(step)
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _on_inserted(self, observation: str) -> None:
        """Into the rows; in prose that may cite also as a number at the caret."""
        self.flush()
        step = self.step
        if step is not None:
            cites = step.ask.target is Target.PROSE and step.ask.section not in CITES_NOT
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
        if self.step is not None and self.answers is not None and self.isVisible():
            words = self.answers.words(self.step)
            if words:
                self.question.field.move_to(words)

    @Slot()
    def _on_renewed(self) -> None:
        """The letter was read again: a question that may no longer be asked is gone at once."""
        if self.answers is None or not self.sitting.page.is_open or not self.isVisible():
            return
        allowed = {one.key for one in self._planned()}
        step = self.step
        self.walk = tuple(one for one in self.walk if one.key in allowed or one is step)
        if step is not None and step.ask.parents and self.sitting.snapshot().hides_parents:
            self.walk = tuple(one for one in self.walk if one is not step)
            self.at = min(self.at, len(self.walk))
            self._show()
            self.start()
        elif step is not None:
            self.at = self.walk.index(step)
            self._show_beside(step, fresh=False)
