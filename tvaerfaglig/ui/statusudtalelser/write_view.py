"""Writing a statusudtalelse: the headings · the prose of one · its observations and questions."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.quality.engine import by_section
from tvaerfaglig.domain.quality.finding import Finding
from tvaerfaglig.domain.statusudtalelser.form import Heading
from tvaerfaglig.domain.statusudtalelser.sorting import Beside
from tvaerfaglig.services.clock import DANISH
from tvaerfaglig.services.statusudtalelser.paper import named
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.statusudtalelser.beside_panel import BesidePanel
from tvaerfaglig.ui.statusudtalelser.heading_editor import KEYS, HeadingEditor
from tvaerfaglig.ui.statusudtalelser.request_editor import RequestEditor
from tvaerfaglig.ui.statusudtalelser.wording import REQUEST, head_line, stage_words
from tvaerfaglig.ui.statusudtalelser.writer import StatusWriter
from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.underretninger.questions_panel import QuestionsPanel
from tvaerfaglig.ui.underretninger.walk import next_question
from tvaerfaglig.ui.widgets import (
    Fold,
    Outline,
    Page,
    PageHead,
    SavedLabel,
    Section,
    SheetHost,
    boxed,
    button,
    chip,
    col,
    column,
    empty_layout,
    glyph,
    menu_button,
    message,
    muted,
    page_foot,
    panel,
    row,
    scroller,
    section,
    spread,
)

MEASURE, PANEL_EM, OUTLINE_EM = 54, 22, 16
GUARDED = (
    "Afsnittet om forældrenes syn er taget ud, fordi værnet er sat. Papiret får bjælken om, at det ikke må "
    "vises til dem. Aftal med kommunen, hvem der taler med dem, og hvornår."
)


class WriteView(Page):
    """What is asked for goes out as signals; the place does it."""

    print_asked = Signal()
    finish_asked = Signal()
    course_asked = Signal()
    take_back_asked = Signal()
    back_asked = Signal()

    def __init__(self, desk: Desk, writer: StatusWriter) -> None:
        self._chips = row(gap=6)
        self.print_button = button("Vis", icon="vis", name="Vis, som den bliver på papir")
        self.finish_button = button("Afslut", "primary")
        self.more = menu_button("Mere om statusudtalelsen")
        self.narrow_outline = Outline(name="Overskrifter")
        self.narrow_outline.set_folded(True)
        self.panel_button = button("Observationer og spørgsmål", icon="belaeg")
        self._narrow = row((self.narrow_outline, 1), self.panel_button)
        self._narrow_place = boxed(self._narrow)
        self._narrow_place.hide()
        self.top = PageHead(
            "Statusudtalelse",
            "…",
            self.more,
            self.print_button,
            self.finish_button,
            beside=boxed(self._chips),
            extra=self._narrow_place,
        )
        self.saved = SavedLabel()
        always = muted(desk.library.statusudtalelse.always)
        honest = boxed(row(glyph("info", "accent", 18), (always, 1)))
        super().__init__(self.top, None, page_foot(honest, self.saved))
        self.desk, self.writer = desk, writer
        self.key = ""
        self.editor: HeadingEditor | RequestEditor | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        self.guard_bar = message(GUARDED, "act", icon="afdaempet")
        self._guard_place = boxed(col(self.guard_bar, margins=(24, 8, 24, 8)))
        self._guard_place.hide()
        self.outline = Outline(name="Overskrifter")
        self._outline_column = column(self.outline, em=OUTLINE_EM, margins=(4, 10, 4, 8))
        self.heading = section("")
        self.previous, self.next = button("Forrige"), button("Næste")
        self._fields = QVBoxLayout()
        self._fields.setContentsMargins(24, 0, 24, 16)
        inner = boxed(self._fields)
        inner.setMaximumWidth(look().theme.em(MEASURE))
        self._inner = inner
        self.area = scroller(boxed(row((inner, 1), gap=0)))
        self._over = boxed(spread(self.heading, self.previous, self.next))
        self._over.setContentsMargins(24, 10, 24, 0)
        middle = boxed(col(self._over, (self.area, 1), gap=4))
        self.beside = BesidePanel(self.desk.library.categories)
        self.questions = QuestionsPanel()
        inside = col(self.questions, self.beside, ..., gap="apart", margins=(14, 12, 12, 14))
        self._panel_inside = scroller(inside)
        self._panel = panel(self._panel_inside, em=PANEL_EM)
        columns = boxed(row(self._outline_column, (middle, 1), self._panel, gap=0))
        self.set_body(boxed(col(self._guard_place, (columns, 1), gap=0)))
        self._sheet = SheetHost(self)

    def _connect(self) -> None:
        self.top.offer_back("Til alle statusudtalelser")
        self.top.back_pressed.connect(self.back_asked)
        self.print_button.clicked.connect(self.print_asked)
        self.finish_button.clicked.connect(self.finish_asked)
        self.panel_button.clicked.connect(self._open_drawer)
        for outline in (self.outline, self.narrow_outline):
            outline.chosen.connect(self._on_chosen)
        self.previous.clicked.connect(self.go_back)
        self.next.clicked.connect(self.go_on)
        self.beside.chosen.connect(self._on_observation_chosen)
        self.beside.left_out.connect(self._on_left_out)
        self.beside.renewed.connect(self.writer.take_newer)
        self.questions.jumped.connect(self._on_jumped)
        self.questions.dismissed.connect(self.writer.dismiss)
        self.questions.asked_again.connect(self.writer.undismiss)
        self.message.pressed.connect(self.take_back_asked)
        self.writer.found.connect(self._on_found)
        self.writer.moved.connect(self._on_moved)
        self.writer.kept.connect(self._on_kept)
        keys: tuple[tuple[str, Callable[[], object]], ...] = (
            ("F8", self.next_question),
            ("Shift+F8", self.previous_question),
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

    def show_status(self) -> None:
        """Another one: at the request where it is new, else at the first heading without an answer."""
        self._show_head()
        self.key = ""
        self.go_to(self._first_open())
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
        if self.key != REQUEST and self._heading() is None:
            self.go_to(REQUEST)
            return
        if isinstance(self.editor, HeadingEditor):
            self.editor.renew()
        self._show_outline()
        self._show_panel()

    def _headings(self) -> tuple[Heading, ...]:
        hidden = self.writer.snapshot().hides_parents
        return self.writer.form.open_headings(parents_hidden=hidden)

    def _heading(self) -> Heading | None:
        return next((one for one in self._headings() if one.id == self.key), None)

    def _keys(self) -> list[str]:
        return [REQUEST, *(one.id for one in self._headings())]

    def _beside(self) -> Beside:
        page = self.writer.snapshot()
        found = page.beside(self.writer.form, self.desk.library.categories)
        return found.get(self.key, Beside(()))

    def _show_head(self) -> None:
        page = self.writer.snapshot()
        self.top.say(f"Statusudtalelse om {page.child.record.name}", head_line(page))
        empty_layout(self._chips)
        self._chips.addWidget(chip(stage_words(page), "kladde"))
        self.more.empty()
        if page.finished or page.steps:
            self.more.add("Færdige eksemplarer og forløb", self.course_asked.emit)
        self.more.setHidden(not page.finished and not page.steps)
        self._guard_place.setHidden(not page.hides_parents)

    def _show_outline(self) -> None:
        page = self.writer.snapshot()
        asks = by_section(self.writer.shown)
        found = page.beside(self.writer.form, self.desk.library.categories)
        due = page.record.request.due
        state = f"svar senest {danish.day_of_month(due)}" if due else ""
        lines = [Section(REQUEST, "1", "Kommunens bestilling", state, done=bool(due))]
        for nr, one in enumerate(self._headings(), 2):
            answer = page.record.answer(one.id)
            lines.append(
                Section(
                    key=one.id,
                    number=str(nr),
                    name=named(one.name, page.child.record),
                    state=_state(
                        asks.get(one.id, 0),
                        written=bool(answer and answer.text.strip()),
                        honest=bool(answer and answer.nothing_known),
                        beside=found.get(one.id),
                    ),
                    done=answer is not None,
                    asks=bool(asks.get(one.id, 0)),
                    kind="voice" if one.check == "barnets_udsagn" else "",
                    step=one.group or "Barnets og forældrenes syn, og svarene",
                )
            )
        for outline in (self.outline, self.narrow_outline):
            outline.set_sections(lines)
            outline.choose(self.key)

    def _show_panel(self) -> None:
        beside = self._beside()
        page = self.writer.snapshot()
        self.beside.show_heading(page, self._heading(), beside.observations, beside.gap)
        away = len(page.record.dismissed)
        self.questions.show_findings(self.writer.shown, self.key, away)
        self._hide_questions()

    def go_to(self, key: str) -> None:
        """Show a heading; what is written under the one before is kept."""
        if key == self.key and self.editor is not None:
            return
        focused = QApplication.focusWidget()
        was_here = focused is not None and self.area.isAncestorOf(focused)
        self._close_editor()
        self.key = key
        heading = self._heading()
        keys = self._keys()
        if heading is None:
            self.editor = RequestEditor(self.desk, self.writer)
            name = "Kommunens bestilling"
        else:
            self.editor = HeadingEditor(heading, self.writer, self._beside().gap)
            self.editor.dropped.connect(self._on_dropped)
            name = named(heading.name, self.writer.snapshot().child.record)
        self.heading.say(f"{keys.index(key) + 1}  {name}")
        self._fields.addWidget(self.editor)
        self.area.verticalScrollBar().setValue(0)
        self.previous.block("" if keys.index(key) else "Det er det første")
        self.next.block("" if keys[-1] != key else "Det er det sidste")
        self._show_outline()
        self._show_panel()
        self._mark()
        if was_here:
            self.editor.start()

    def _close_editor(self) -> None:
        if self.editor is not None:
            self.editor.flush()
            self._fields.removeWidget(self.editor)
            self.editor.hide()
            self.editor.deleteLater()
            self.editor = None

    def close_status(self) -> None:
        """Nothing is written any more: let the fields go."""
        self._close_editor()
        self.key = ""

    def flush(self) -> None:
        if self.editor is not None:
            self.editor.flush()

    def start(self) -> None:
        if self.editor is not None:
            self.editor.start()

    # going about

    def _step(self, by: int) -> None:
        keys = self._keys()
        at = keys.index(self.key) + by
        if 0 <= at < len(keys):
            self.go_to(keys[at])
            self.start()

    @Slot()
    def go_on(self) -> None:
        self._step(1)

    @Slot()
    def go_back(self) -> None:
        self._step(-1)

    @Slot()
    def say_nothing_known(self) -> None:
        """The honest answer with one key; where something is written it stays."""
        if isinstance(self.editor, HeadingEditor) and not self.editor.heading.parents:
            self.editor.flush()
            self.editor.say_nothing_known()
            self._show_outline()

    @Slot()
    def to_observations(self) -> None:
        if self.fold >= Fold.PANEL:
            self._open_drawer()
        self.beside.take_focus()

    @Slot()
    def next_question(self) -> None:
        self._to_question(1)

    @Slot()
    def previous_question(self) -> None:
        self._to_question(-1)

    def _to_question(self, by: int) -> None:
        keys = self._keys()
        found = next_question(
            self.writer.shown,
            lambda one: keys.index(one) if one in keys else 0,
            current=self.questions.current,
            section=self.key,
            by=by,
        )
        if found is None:
            self.tell("Ingen spørgsmål lige nu.", "ok")
        else:
            self._jump(found)

    def _jump(self, finding: Finding) -> None:
        self.go_to(finding.section)
        self.questions.choose(finding.place)
        self._mark()
        if isinstance(self.editor, HeadingEditor):
            self.editor.go_to(finding)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.questions.current:
            self.writer.dismiss(self.questions.current)
            return
        super().keyPressEvent(event)

    # folding

    def on_fold(self, fold: Fold) -> None:
        listed, drawer = fold >= Fold.LIST, fold >= Fold.PANEL
        self._outline_column.setHidden(listed)
        self._narrow_place.setHidden(not listed)
        self.panel_button.setHidden(not drawer)
        way = self._narrow.Direction
        self._narrow.setDirection(way.TopToBottom if drawer else way.LeftToRight)
        self.previous.setHidden(listed)
        self.next.setHidden(listed)
        self._inner.setMaximumWidth(look().theme.em(MEASURE))
        if drawer != self._panel.isHidden():
            self._move_panel(drawer=drawer)

    def _move_panel(self, *, drawer: bool) -> None:
        layout = self._panel.layout()
        if drawer:
            self._panel.hide()
        elif layout is not None:
            self._sheet.close_sheet()
            layout.addWidget(self._panel_inside)
            self._panel_inside.show()
            self._panel.show()

    @Slot()
    def _open_drawer(self) -> None:
        self._sheet.open(self._panel_inside, em=26, name="Observationer og spørgsmål")

    # what others say

    @Slot(str)
    def _on_chosen(self, key: str) -> None:
        if self.writer.page is not None:
            self.go_to(key)

    @Slot(str)
    def _on_observation_chosen(self, observation: str) -> None:
        """Into the rows, and its number where one writes."""
        self.flush()
        self.writer.choose(observation, self._cite)

    @Slot(str, int)
    def _on_dropped(self, observation: str, at: int) -> None:
        if isinstance(self.editor, HeadingEditor):
            self.editor.flush()
            cursor = self.editor.prose.textCursor()
            cursor.setPosition(at)
            self.editor.prose.setTextCursor(cursor)
            self.writer.choose(observation, self._cite)

    def _cite(self, number: int | None) -> None:
        if isinstance(self.editor, HeadingEditor) and number is not None:
            self.editor.cite(number)
            self._show_outline()

    @Slot(str)
    def _on_left_out(self, observation: str) -> None:
        self.flush()
        self.writer.leave_out(observation)

    @Slot()
    def _on_moved(self) -> None:
        if isinstance(self.editor, HeadingEditor):
            self.editor.renew()
        self._show_panel()

    @Slot(object)
    def _on_found(self, _found: Sequence[Finding]) -> None:
        if self.writer.page is None or not self.key:
            return
        self._show_outline()
        away = len(self.writer.snapshot().record.dismissed)
        self.questions.show_findings(self.writer.shown, self.key, away)
        self._hide_questions()
        self._mark()

    def _hide_questions(self) -> None:
        """No room is taken by a panel that has nothing to ask."""
        asks = bool(self.writer.shown or self.writer.snapshot().record.dismissed)
        self.questions.setHidden(self.key == REQUEST or not asks)

    def _mark(self) -> None:
        if isinstance(self.editor, HeadingEditor):
            here = [one for one in self.writer.shown if one.section == self.key]
            self.editor.show_findings(here, self.questions.current)

    @Slot(str)
    def _on_jumped(self, place: str) -> None:
        found = next((one for one in self.writer.shown if one.place == place), None)
        if found is not None:
            self._jump(found)

    @Slot(str)
    def _on_kept(self, clock: str) -> None:
        self.untell()
        self.saved.saved_at(clock)

    def say_saved(self) -> None:
        now = self.desk.clock.now().astimezone(DANISH)
        self.saved.saved_at(danish.clock(now.time()))


def _state(asks: int, *, written: bool, honest: bool, beside: Beside | None) -> str:
    """3 spørgsmål, skrevet, det ved vi ikke, 4 observationer, ingen observationer: never a number of percent."""
    if asks and written:
        return danish.count(asks, "spørgsmål", "spørgsmål")
    if written:
        return "skrevet"
    if honest:
        return "det ved vi ikke"
    if beside is None:
        return "ikke begyndt"
    many = len(beside.observations)
    return danish.count(many, "observation", "observationer") if many else "ingen observationer"
