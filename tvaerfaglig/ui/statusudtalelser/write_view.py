"""Writing a statusudtalelse: the headings · the prose of one · its questions and observations."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.quality.engine import by_section
from tvaerfaglig.domain.statusudtalelser.form import Heading
from tvaerfaglig.domain.statusudtalelser.sorting import Beside
from tvaerfaglig.services.clock import DANISH
from tvaerfaglig.services.statusudtalelser.paper import named
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.statusudtalelser.beside_panel import BesidePanel
from tvaerfaglig.ui.statusudtalelser.head import StatusHead
from tvaerfaglig.ui.statusudtalelser.heading_editor import KEYS, HeadingEditor
from tvaerfaglig.ui.statusudtalelser.middle import Middle
from tvaerfaglig.ui.statusudtalelser.request_editor import RequestEditor
from tvaerfaglig.ui.statusudtalelser.wording import REQUEST
from tvaerfaglig.ui.statusudtalelser.writer import StatusWriter
from tvaerfaglig.ui.underretninger.questions_panel import QuestionsPanel
from tvaerfaglig.ui.underretninger.walk import QuestionWalk
from tvaerfaglig.ui.widgets import (
    Fold,
    Outline,
    Page,
    SavedLabel,
    Section,
    SidePanel,
    boxed,
    col,
    column,
    glyph,
    message,
    muted,
    page_foot,
    row,
)

OUTLINE_EM = 16
ASKED = "Kommunens anmodning"
GUARDED = (
    "Afsnittet om forældrenes syn er taget ud, fordi værnet er sat. Papiret får bjælken om, at det ikke må "
    "vises til dem. Aftal med kommunen, hvem der taler med dem, og hvornår."
)


class WriteView(Page):
    """What is asked for goes out as signals; the place does it."""

    print_asked = Signal()
    finish_asked = Signal()
    course_asked = Signal()
    back_asked = Signal()
    take_back_asked = Signal()

    def __init__(self, desk: Desk, writer: StatusWriter) -> None:
        self.top = StatusHead()
        self.saved = SavedLabel()
        always = muted(desk.library.statusudtalelse.always)
        honest = boxed(row(glyph("info", "accent", 18), (always, 1)))
        super().__init__(self.top, None, page_foot(honest, self.saved))
        self.desk, self.writer = desk, writer
        self.section = ""
        self._build()
        self._connect()
        self._bind_keys()

    def _build(self) -> None:
        self.guard_bar = message(GUARDED, "act", icon="afdaempet")
        self._guard_place = boxed(col(self.guard_bar, margins=(24, 8, 24, 8)))
        self._guard_place.hide()
        self.outline = Outline(name="Overskrifter")
        self._outline_column = column(self.outline, em=OUTLINE_EM, margins=(4, 10, 4, 8))
        self.middle = Middle()
        self.questions = QuestionsPanel()
        self.beside = BesidePanel(self.desk.library.categories)
        inside = col(self.questions, self.beside, ..., gap="apart", margins=(14, 12, 12, 14))
        self.panel = SidePanel(inside, self, "Observationer og spørgsmål")
        columns = boxed(row(self._outline_column, (self.middle, 1), self.panel, gap=0))
        self.set_body(boxed(col(self._guard_place, (columns, 1), gap=0)))
        self.walk = QuestionWalk(self)

    def _connect(self) -> None:
        top, writer = self.top, self.writer
        top.back_pressed.connect(self.back_asked)
        top.print_button.clicked.connect(self.print_asked)
        top.finish_button.clicked.connect(self.finish_asked)
        top.panel_button.clicked.connect(self.panel.open_drawer)
        for outline in (self.outline, top.outline):
            outline.chosen.connect(self._on_chosen)
        self.middle.stepped.connect(self.step)
        self.middle.dropped.connect(self._on_dropped)
        self.beside.chosen.connect(self._on_observation_chosen)
        self.beside.left_out.connect(self._on_left_out)
        self.beside.renewed.connect(writer.take_newer)
        self.message.pressed.connect(self.take_back_asked)
        writer.moved.connect(self._on_moved)
        writer.kept.connect(self._on_kept)

    def _bind_keys(self) -> None:
        keys: tuple[tuple[str, Callable[[], object]], ...] = (
            ("F8", self.walk.next),
            ("Shift+F8", self.walk.previous),
            ("Ctrl+.", self.walk.put_instead),
            ("Ctrl+B", self.to_observations),
            ("Ctrl+PgDown", self.go_on),
            ("Ctrl+PgUp", self.go_back),
            (KEYS, self.say_nothing_known),
        )
        for sequence, act in keys:
            shortcut = QShortcut(QKeySequence(sequence), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    # showing

    @property
    def is_open(self) -> bool:
        """Whether one writes somewhere."""
        return self.writer.page is not None and bool(self.section)

    def show_status(self) -> None:
        """Another one: at the request where it is new, else at the first heading without an answer."""
        self._show_head()
        self.section = ""
        self.go_to_section(self._first_open())
        self.saved.say("")
        if self.writer.resumed:
            self.tell("Du var i gang. Teksten fra sidst står, hvor du slap.", "info")
        elif self.writer.untouched:
            self.tell("Statusudtalelsen er begyndt.", "ok", link="Fortryd")
        else:
            self.untell()

    def _first_open(self) -> str:
        page = self.writer.snapshot()
        if not page.record.answers and not page.record.request.by:
            return REQUEST
        todo = (one.id for one in self._headings() if page.record.answer(one.id) is None)
        return next(todo, REQUEST)

    def show_again(self) -> None:
        """The same one was read again."""
        self._show_head()
        if self.section != REQUEST and self._heading() is None:
            self.go_to_section(REQUEST)
            return
        if self.middle.editor is not None:
            self.middle.editor.renew()
        self.show_outline()
        self._show_panel()

    def close_status(self) -> None:
        """Nothing is written any more: let the fields go."""
        self.middle.close_editor()
        self.section = ""

    def _headings(self) -> tuple[Heading, ...]:
        hidden = self.writer.snapshot().hides_parents
        return self.writer.form.open_headings(parents_hidden=hidden)

    def _heading(self) -> Heading | None:
        return next((one for one in self._headings() if one.id == self.section), None)

    def _keys(self) -> list[str]:
        return [REQUEST, *(one.id for one in self._headings())]

    def number(self, section: str) -> int:
        """The number a heading stands under."""
        keys = self._keys()
        return keys.index(section) + 1 if section in keys else 0

    def _beside(self) -> Beside:
        page = self.writer.snapshot()
        found = page.beside(self.writer.form, self.desk.library.categories)
        return found.get(self.section, Beside(()))

    def _show_head(self) -> None:
        page = self.writer.snapshot()
        self.top.show_page(page, self.course_asked.emit)
        self._guard_place.setHidden(not page.hides_parents)

    def show_outline(self) -> None:
        page = self.writer.snapshot()
        asks = by_section(self.writer.help.shown)
        found = page.beside(self.writer.form, self.desk.library.categories)
        due = page.record.request.due
        state = f"svar senest {danish.day_of_month(due)}" if due else ""
        lines = [Section(REQUEST, "1", ASKED, state, done=bool(due))]
        for nr, one in enumerate(self._headings(), 2):
            answer = page.record.answer(one.id)
            written = bool(answer and answer.text.strip())
            many = asks.get(one.id, 0)
            lines.append(
                Section(
                    key=one.id,
                    number=str(nr),
                    name=named(one.name, page.child.record),
                    state=_state(many, written=written, answered=answer is not None)
                    or _waiting(found.get(one.id)),
                    done=answer is not None,
                    asks=bool(many) and written,
                    kind="voice" if one.check == "barnets_udsagn" else "",
                    step=one.group or "Syn og svar",
                )
            )
        for outline in (self.outline, self.top.outline):
            outline.set_sections(lines)
            outline.choose(self.section)

    def _show_panel(self) -> None:
        beside, page = self._beside(), self.writer.snapshot()
        self.beside.show_heading(page, self._heading(), beside.observations, beside.gap)
        for one in (self.questions, self.beside):
            one.setHidden(self.section == REQUEST)
        self.walk.show()

    def go_to_section(self, key: str) -> None:
        """Show a heading; what is written under the one before is kept."""
        if key == self.section:
            return
        self.middle.flush()
        self.section = key
        heading = self._heading()
        name = ASKED
        made: HeadingEditor | RequestEditor
        if heading is None:
            made = RequestEditor(self.desk, self.writer)
        else:
            made = HeadingEditor(heading, self.writer, self._beside().gap)
            name = named(heading.name, self.writer.snapshot().child.record)
        self.middle.show_editor(made, name, self.number(key), len(self._keys()))
        self.show_outline()
        self._show_panel()
        self.walk.mark()

    def flush(self) -> None:
        self.middle.flush()

    def start(self) -> None:
        self.middle.focus_first()

    # going about

    @Slot(int)
    def step(self, by: int) -> None:
        keys = self._keys()
        at = keys.index(self.section) + by
        if 0 <= at < len(keys):
            self.go_to_section(keys[at])
            self.start()

    @Slot()
    def go_on(self) -> None:
        self.step(1)

    @Slot()
    def go_back(self) -> None:
        self.step(-1)

    @Slot()
    def say_nothing_known(self) -> None:
        """The honest answer with one key; where something is written it stays."""
        editor = self.middle.editor
        if editor is not None and not editor.heading.parents:
            editor.flush()
            editor.say_nothing_known()
            self.show_outline()

    @Slot()
    def to_observations(self) -> None:
        self.panel.open_drawer()
        self.beside.take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.walk.lay_away():
            return
        super().keyPressEvent(event)

    # folding

    def on_fold(self, fold: Fold) -> None:
        listed, drawer = fold >= Fold.LIST, fold >= Fold.PANEL
        self._outline_column.setHidden(listed)
        self.top.set_folded(listed=listed, drawer=drawer)
        self.middle.set_folded(listed)
        self.panel.stand_beside(not drawer)

    # what others say

    @Slot(str)
    def _on_chosen(self, key: str) -> None:
        if self.writer.page is not None:
            self.go_to_section(key)

    @Slot(str)
    def _on_observation_chosen(self, observation: str) -> None:
        """Into the rows, and its number where one writes."""
        self.flush()
        self.writer.choose(observation, self._cite)

    @Slot(str, int)
    def _on_dropped(self, observation: str, at: int) -> None:
        editor = self.middle.editor
        if editor is not None:
            editor.flush()
            cursor = editor.prose.textCursor()
            cursor.setPosition(at)
            editor.prose.setTextCursor(cursor)
            self.writer.choose(observation, self._cite)

    def _cite(self, number: int | None) -> None:
        if self.middle.editor is not None and number is not None:
            self.middle.editor.cite(number)
            self.show_outline()

    @Slot(str)
    def _on_left_out(self, observation: str) -> None:
        self.flush()
        self.writer.leave_out(observation)

    @Slot()
    def _on_moved(self) -> None:
        if self.middle.editor is not None:
            self.middle.editor.renew()
        if self.is_open:
            self._show_panel()

    @Slot(str)
    def _on_kept(self, clock: str) -> None:
        self.untell()
        self.saved.saved_at(clock)

    def say_saved(self) -> None:
        now = self.desk.clock.now().astimezone(DANISH)
        self.saved.saved_at(danish.clock(now.time()))


def _state(asks: int, *, written: bool, answered: bool) -> str:
    """3 spørgsmål, skrevet, det ved vi ikke: never a number of percent."""
    if asks and written:
        return danish.count(asks, "spørgsmål", "spørgsmål")
    if written:
        return "skrevet"
    return "det ved vi ikke" if answered else ""


def _waiting(beside: Beside | None) -> str:
    """What lies ready for a heading that nobody has answered."""
    if beside is None:
        return "ikke begyndt"
    many = len(beside.observations)
    return danish.count(many, "observation", "observationer") if many else "ingen observationer"
