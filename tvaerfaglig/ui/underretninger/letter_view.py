"""Writing an underretning: sections · the text with its guidance · questions and evidence."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.quality.engine import by_section
from tvaerfaglig.domain.template import Frame
from tvaerfaglig.services.clock import DANISH
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.underretninger.comments import CommentsPanel
from tvaerfaglig.ui.underretninger.editor import Work
from tvaerfaglig.ui.underretninger.evidence_panel import EvidencePanel
from tvaerfaglig.ui.underretninger.following.news_bar import NewsBar
from tvaerfaglig.ui.underretninger.following.road import NewsRoad
from tvaerfaglig.ui.underretninger.letter_head import LetterHead
from tvaerfaglig.ui.underretninger.placing import EvidencePlacing
from tvaerfaglig.ui.underretninger.proposing.road import ProposalRoad
from tvaerfaglig.ui.underretninger.questions_panel import QuestionsPanel
from tvaerfaglig.ui.underretninger.section_view import SectionView
from tvaerfaglig.ui.underretninger.sitting import Sitting
from tvaerfaglig.ui.underretninger.walk import QuestionWalk
from tvaerfaglig.ui.underretninger.wording import named
from tvaerfaglig.ui.underretninger.writer import LetterWriter
from tvaerfaglig.ui.widgets import (
    Fold,
    Outline,
    Page,
    SavedLabel,
    Section,
    SidePanel,
    boxed,
    button,
    col,
    column,
    glyph,
    message,
    muted,
    page_foot,
    row,
)

FRAMES = {Frame.VOICE: "voice", Frame.THOUGHT: "thought"}
OUTLINE_EM = 15.5


class LetterView(Page):
    """What is asked for goes out as signals; the place does it."""

    interview_asked = Signal()
    glasses_asked = Signal()
    read_asked = Signal()
    print_asked = Signal()
    finish_asked = Signal()
    aside_asked = Signal()
    course_asked = Signal()
    compare_asked = Signal()
    back_asked = Signal()

    def __init__(self, desk: Desk, writer: LetterWriter) -> None:
        self.top = LetterHead()
        self.saved = SavedLabel()
        always = muted(desk.library.underretning.always)
        self.always = boxed(row(glyph("info", "accent", 18), (always, 1)))
        super().__init__(self.top, None, page_foot(self.always, self.saved))
        self.desk, self.writer = desk, writer
        self.section = ""
        self._build_columns()
        self._connect_head()
        self.walk = QuestionWalk(self)
        self.placing = EvidencePlacing(self)
        self._bind_keys()
        writer.moved.connect(self._on_moved)
        writer.catching_up.connect(self.flush)
        writer.kept.connect(self._on_kept)

    def _connect_head(self) -> None:
        top = self.top
        top.back_pressed.connect(self.back_asked)
        top.read_button.clicked.connect(self.read_asked)
        top.print_button.clicked.connect(self.print_asked)
        top.finish_button.clicked.connect(self.finish_asked)
        top.more_button.add("Spørg mig", self.interview_asked.emit)
        top.more_button.add("Sådan læser de det", self.glasses_asked.emit)
        top.more_button.add("Udskriv", self.print_asked.emit)
        top.more_button.add("Sammenlign versioner", self.compare_asked.emit)
        top.more_button.add("Sendt, kvitteret, besvaret", self.course_asked.emit)
        top.more_button.add("Læg til side", self.aside_asked.emit)
        top.outline.chosen.connect(self._on_section_chosen)
        top.panel_button.clicked.connect(self.panel.open_drawer)

    def _build_columns(self) -> None:
        self.guard_bar = message("", "act", icon="afdaempet")
        self._guard_place = boxed(col(self.guard_bar, margins=(24, 8, 24, 8)))
        self._guard_place.hide()
        self.outline = Outline(name="Afsnit")
        self.outline.chosen.connect(self._on_section_chosen)
        self._outline_column = column(self.outline, em=OUTLINE_EM, margins=(4, 10, 4, 8))
        self.middle = SectionView()
        self.middle.stepped.connect(self.step)
        self.questions = QuestionsPanel()
        self.questions.shown.connect(self._on_show_evidence)
        self.evidence = EvidencePanel(self.desk.library.categories)
        self.comments = CommentsPanel(self.desk)
        self.ask_button = button("Spørg mig, ét ad gangen", icon="spoergsmaal")
        self.ask_button.setToolTip("Ctrl+Skift+M")
        self.ask_button.clicked.connect(self.interview_asked)
        inside = col(
            self.ask_button,
            self.questions,
            self.evidence,
            self.comments,
            ...,
            gap="apart",
            margins=(14, 12, 12, 14),
        )
        self.panel = SidePanel(inside, self, "Spørgsmål og belæg")
        columns = boxed(row(self._outline_column, (self.middle, 1), self.panel, gap=0))
        self.news = NewsBar()
        self._follow = NewsRoad(self)
        self.proposing = ProposalRoad(self)
        self.set_body(boxed(col(self._guard_place, self.news, (columns, 1), gap=0)))

    def _bind_keys(self) -> None:
        keys: tuple[tuple[str, Callable[[], object]], ...] = (
            ("F8", self.walk.next),
            ("Shift+F8", self.walk.previous),
            ("Ctrl+.", self.walk.put_instead),
            ("Ctrl+Shift+M", self.interview_asked.emit),
            ("Ctrl+Shift+F", self.glasses_asked.emit),
            ("Ctrl+B", self.placing.to_evidence),
            ("Ctrl+Shift+Y", self.news.open_news),
            ("Ctrl+Shift+O", self.proposing.propose),
            ("Ctrl+Shift+B", self.placing.next_open),
            ("Ctrl+PgDown", self.next_section),
            ("Ctrl+PgUp", self.previous_section),
        )
        for sequence, act in keys:
            shortcut = QShortcut(QKeySequence(sequence), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    # showing

    @property
    def is_open(self) -> bool:
        """Whether one writes somewhere."""
        return self.writer.sitting is not None and bool(self.section)

    def number(self, section: str) -> int:
        """The number a section stands under."""
        return self.sitting.number(section)

    @property
    def sitting(self) -> Sitting:
        if self.writer.sitting is None:
            raise LookupError("no letter is open")
        return self.writer.sitting

    def show_letter(self) -> None:
        """Another letter: where one writes first, or where one left."""
        self.section = ""
        self._show_head()
        keys = [one.id for one in self.sitting.sections()]
        self.show_outline()
        self.go_to_section(self._first_open(keys))
        kept = self.sitting.resumed
        self.saved.say("")
        if kept:
            words = "Du var i gang. Teksten fra sidst står, hvor du slap."
            self.tell(words, "info")
        else:
            self.untell()

    def _first_open(self, keys: list[str]) -> str:
        """A letter just begun opens at the hard question; one that is under way at what is not begun."""
        written = set(self.sitting.written())
        todo = [key for key in keys if key not in written]
        return next(iter(todo), keys[0]) if "hast_og_overgreb" in written else keys[0]

    def show_again(self) -> None:
        """The same letter was read again."""
        self._show_head()
        self.show_outline()
        keys = [one.id for one in self.sitting.sections()]
        if self.section not in keys:
            self.go_to_section(keys[0])
            return
        if self.middle.guarded != self.sitting.snapshot().hides_parents:
            self._build_middle()
        elif self.section == "hast_og_overgreb" and self._urgency_is_stale():
            self._build_middle()
            self.middle.focus_first()
        editor = self.middle.editor
        if editor is not None:
            editor.renew()
        self.middle.show_apart(self.sitting.page.sections.get(self.section), self._work())
        self.middle.show_notes(self._work())
        self._show_panel()

    def _urgency_is_stale(self) -> bool:
        editor = self.middle.editor
        chosen = getattr(editor, "answered", None)
        return chosen is not None and chosen != self.sitting.page.record.overgreb

    def _build_middle(self) -> None:
        keys = [one.id for one in self.sitting.sections()]
        self.middle.show_section(self._work(), keys.index(self.section) + 1, len(keys))
        self.placing.attend()

    def _show_head(self) -> None:
        page = self.sitting.snapshot()
        self.top.show_page(page, self.desk.library.law)
        if page.hides_parents and self._guard_place.isHidden():
            self.guard_bar.say(self.sitting.template.guard.screen, "act", icon="afdaempet")
        self._guard_place.setHidden(not page.hides_parents)
        self.news.show_page(page)

    def show_outline(self) -> None:
        asks = by_section(self.writer.help.shown)
        written = set(self.sitting.written())
        carried = self.sitting.carried()
        child = self.sitting.page.child.record
        lines = [
            Section(
                key=one.id,
                number=str(nr),
                name=named(one.screen, child),
                state=self._wanted(one.id, one.id in written)
                or _state(
                    asks.get(one.id, 0),
                    one.id in written,
                    last=one.last,
                    carried=one.id in carried,
                ),
                done=one.id in written and one.id not in carried,
                asks=bool(asks.get(one.id, 0)) and one.id in written and one.id not in carried,
                kind=FRAMES.get(one.frame, ""),
            )
            for nr, one in enumerate(self.sitting.sections(), 1)
        ]
        for outline in (self.outline, self.top.outline):
            outline.set_sections(lines)
            outline.choose(self.section)

    def _wanted(self, section: str, written: bool) -> str:
        """What the municipality's pack asks for, while nothing stands there; never a condition."""
        pack = self.sitting.template.pack
        return "kommunen beder om det" if pack and section in pack.wanted and not written else ""

    def _show_panel(self) -> None:
        page = self.sitting.snapshot()
        child = page.child.record
        numbers = {one.id: nr for nr, one in enumerate(self.sitting.sections(), 1)}
        names = {one.id: named(one.screen, child) for one in self.sitting.sections()}
        self.walk.show()
        self.evidence.show_page(page, numbers, beside_text=self.placing.beside_text)
        self.comments.show_page(page, self.section, names)

    def _work(self) -> Work:
        found = self.sitting.template.section(self.section)
        if found is None:
            raise LookupError(self.section)
        return Work(found, self.sitting, self.writer, self.desk)

    def go_to_section(self, key: str) -> None:
        """Show a section; what is written in the one before is kept."""
        if key == self.section and self.middle.editor is not None:
            return
        self.desk.turned.emit()
        self.section = key
        self._build_middle()
        for outline in (self.outline, self.top.outline):
            outline.choose(key)
        self._show_panel()
        self.walk.mark()

    def come_back(self, section: str) -> None:
        """From a page beside it that may have written: the section is built anew from what stands now."""
        known = {one.id for one in self.sitting.sections()}
        self.section = ""
        self.go_to_section(section if section in known else self._first_open(sorted(known)))
        self.show_again()

    def flush(self) -> None:
        """Say what is written to the last letter."""
        if self.middle.editor is not None:
            self.middle.editor.flush()

    # going about

    @Slot(int)
    def step(self, by: int) -> None:
        before = self.section
        self.outline.step(by)
        if self.section != before:
            self.middle.focus_first()

    @Slot()
    def next_section(self) -> None:
        self.step(1)

    @Slot()
    def previous_section(self) -> None:
        self.step(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc lays the current question away, where nothing else wanted it."""
        if event.key() != Qt.Key.Key_Escape or not self.walk.lay_away():
            super().keyPressEvent(event)

    # folding

    def on_fold(self, fold: Fold) -> None:
        listed, drawer = fold >= Fold.LIST, fold >= Fold.PANEL
        self._outline_column.setHidden(listed)
        self.top.set_folded(listed=listed, drawer=drawer)
        self.middle.set_folded(listed)
        self.news.set_fold(fold)
        self.panel.stand_beside(not drawer)

    # what others say

    @Slot(str)
    def _on_section_chosen(self, key: str) -> None:
        if self.writer.sitting is not None:
            self.go_to_section(key)

    @Slot(str)
    def _on_show_evidence(self, what: str) -> None:
        self.evidence.choose(what)
        self.evidence.take_focus()

    @Slot(object)
    def _on_moved(self, texts: Mapping[str, str]) -> None:
        editor = self.middle.editor
        if editor is not None and self.section in texts:
            editor.moved(texts[self.section])

    @Slot(str)
    def _on_kept(self, clock: str) -> None:
        self.saved.saved_at(clock)

    def say_saved(self) -> None:
        now = self.desk.clock.now().astimezone(DANISH)
        self.saved.saved_at(danish.clock(now.time()))


def _state(asks: int, written: bool, *, last: bool, carried: bool) -> str:
    """3 spørgsmål, skrevet, fra sidst, skriv til sidst, ikke begyndt: never a number of percent."""
    if carried:
        return "fra sidst"
    if asks and written:
        return danish.count(asks, "spørgsmål", "spørgsmål")
    if written:
        return "skrevet"
    return "skriv til sidst" if last else "ikke begyndt"
