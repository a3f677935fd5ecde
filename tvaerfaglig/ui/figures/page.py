"""The place itself: the filters, the headline, and the questions that open."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, partial

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain.errors import ForPeople
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.services.errors import Unclear
from tvaerfaglig.services.figures import catching_up
from tvaerfaglig.services.figures.catching_up import Behind
from tvaerfaglig.services.figures.showing.reading import ShownFigures, shown_figures
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.figures.drawer import Drawer
from tvaerfaglig.ui.figures.filters import VIEW, Filters
from tvaerfaglig.ui.figures.headline import HeadlineCard
from tvaerfaglig.ui.figures.papers_card import PapersCard
from tvaerfaglig.ui.figures.question_row import Inside, QuestionRow, Room
from tvaerfaglig.ui.figures.take_card import TakeCard
from tvaerfaglig.ui.konsultationer.width import at_most
from tvaerfaglig.ui.place import Place
from tvaerfaglig.ui.remembered import remembered_of
from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.widgets import (
    Fold,
    PageHead,
    ProgressLine,
    boxed,
    button,
    card,
    col,
    empty,
    hairline,
    scroller,
    see_opened,
    small,
)

GROUPS = (
    ("Kommer vi tidligt?", ("fra_bekymring", "foraeldre_tidligt", "retning", "faelles_start")),
    (
        "Gør vi det, vi aftaler?",
        ("aftaler_holdt", "opfoelgning_holdt", "besoeg_holdt", "som_planlagt", "timer"),
    ),
    (
        "Bliver det bedre for børnene?",
        ("bekymringsniveau", "positioner", "fulgt_op", "maal", "videre"),
    ),
    ("Familierne og de frivillige", ("pladser", "kontakt_ved_to", "varighed")),
    ("Underretningerne", ("svar", "fuldstaendighed", "laeringskurve", "landsstatistik")),
    ("Huset", ("huset",)),
)
HEADLINE, PAPER = "foerste_hjaelp", "papir"
WIDEST_EM, AROUND_EM, IN_ROW_EM, TWO_ABREAST_EM = 74, 4, 5, 50
SLOW_MS = 400
_OPEN, _WAY = "tal/aabne", "tal/foerste_hjaelp"
_NOTHING = (
    "Når I skriver bekymringer, samtaler, konsultationer og indsatser med dato, tæller programmet dem her. "
    "Der skal fem børn til, før der står et tal."
)
_STOPPED = "Stoppet. Tallene her er dem fra før."
_CATCHING_UP = "Tæller det sammen, der er skrevet, siden nogen sidst så på tallene"


class FiguresPlace(Place):
    """Asks once for every filter; what is opened is drawn when it is opened."""

    help_words = (
        "Tallene er husets egne og er til jer selv. Et spørgsmål åbnes med Enter. Piletasterne op og ned går fra "
        "spørgsmål til spørgsmål. F2 viser, hvordan tallet er talt."
    )

    def __init__(self, desk: Desk) -> None:
        self.filters = Filters(desk)
        self.print_button = button("Udskriv", "outlined", "udskrift")
        self.save_button = button("Gem som regneark", "outlined", "tal")
        self.filter_button = button("Filtre", "outlined", "filter")
        self.filter_button.hide()
        view = self.filters.choices[VIEW]
        actions = (self.filter_button, view, self.save_button, self.print_button)
        self._home = boxed(col(self.filters, gap=0))
        self.top = PageHead("Tal", " ", *actions, extra=self._home)
        super().__init__(desk, self.top)
        self.shown: ShownFigures | None = None
        self.headline: HeadlineCard | None = None
        self.rows: list[QuestionRow] = []
        self._memory = remembered_of(desk)
        self._asked = 0
        self._stale = False
        self.progress = ProgressLine()
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(SLOW_MS)
        self._slow.timeout.connect(self._say_slow)
        self._room = col(gap=0)
        self._body = boxed(
            col(boxed(col(self.progress, margins=(24, 8, 24, 0))), (boxed(self._room), 1), gap=0)
        )
        self.set_body(self._body)
        self._away = boxed(col(gap=0))
        self.filter_drawer = Drawer(self, self._away, "Hvad skal tælles?")
        self._connect()

    def _connect(self) -> None:
        self.filter_button.clicked.connect(self.filter_drawer.open)
        self.save_button.clicked.connect(self._open_take)
        self.filters.changed.connect(self.ask)
        self.filters.view_changed.connect(self._on_view)
        self.progress.stop_pressed.connect(self._on_stop)
        self.print_button.clicked.connect(self.print_now)
        self.desk.changed.connect(self._on_changed)
        look().changed.connect(self._on_look)

    # drawers, made when somebody opens them: the figures are waited for

    @cached_property
    def papers(self) -> PapersCard:
        made = PapersCard(self.desk)
        made.ready.connect(self._open_papers)
        made.asked.connect(self._close_papers)
        return made

    @cached_property
    def paper_drawer(self) -> Drawer:
        return Drawer(self, self.papers, "Udskriv tal")

    def _papers_in_drawer(self) -> PapersCard:
        """The card, once its drawer stands around it."""
        assert self.paper_drawer is not None
        return self.papers

    @cached_property
    def take(self) -> TakeCard:
        return TakeCard(self.desk, self.filters.wanted)

    @cached_property
    def take_drawer(self) -> Drawer:
        return Drawer(self, self.take, "Gem tal som regneark")

    @Slot()
    def _open_papers(self) -> None:
        self.paper_drawer.open()

    @Slot()
    def _close_papers(self) -> None:
        self.paper_drawer.close()

    @Slot()
    def _open_take(self) -> None:
        self.take_drawer.open()

    # what the house asks

    def open(self, argument: object = None) -> None:
        """`desk.go("tal", "papir")` comes for a paper."""
        if self.shown is None or self._stale:
            self.ask()
        if argument == PAPER:
            self.print_now()

    def start(self) -> None:
        boxes = [one for one in self.filters.boxes() if one.isVisible()]
        if boxes:
            boxes[0].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.setFocus()

    def on_fold(self, fold: Fold) -> None:
        self._keep_filters(in_drawer=fold >= Fold.LIST)
        if self.shown is not None:
            self._lay()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F2:
            self.explain()
        else:
            super().keyPressEvent(event)

    @Slot()
    def print_now(self) -> None:
        """Which paper, of which house and year: chosen in a drawer, then seen through in the preview."""
        wanted = self.filters.wanted()
        house = next(iter(wanted.houses)) if len(wanted.houses) == 1 else ""
        papers = self._papers_in_drawer()
        papers.prefer(house, wanted.period.name)
        papers.load()

    # asking

    @Slot()
    def ask(self) -> None:
        """What is wanted now; an answer to what was wanted before is dropped."""
        self._asked += 1
        self._slow.start()
        mine = self._asked
        asked = self.desk.ask(catching_up.behind)
        asked.then(partial(self._go_on, mine), self, failed=partial(self._refused, mine))

    def _go_on(self, asked: int, left: Behind) -> None:
        """What was written since is gone through slice by slice, so that whoever saves comes in between."""
        if asked != self._asked:
            return
        failed = partial(self._refused, asked)
        if left.units:
            self.progress.move(left.done / left.all, _CATCHING_UP)
            further = self.desk.ask(catching_up.go_on, left)
            further.then(partial(self._go_on, asked), self, failed=failed)
            return
        figures = self.desk.ask(shown_figures, self.desk.library, self.filters.wanted())
        figures.then(partial(self._show, asked), self, failed=failed)

    @Slot()
    def _say_slow(self) -> None:
        self.progress.begin(_CATCHING_UP)

    def _done(self) -> None:
        self._slow.stop()
        self.progress.end()

    @Slot()
    def _on_stop(self) -> None:
        self._asked += 1
        self._done()
        if self.shown is not None:
            self.filters.offer(self.shown.page)
            self.tell(_STOPPED)
        else:
            again = button("Tæl sammen", "primary")
            again.clicked.connect(self.ask)
            self._put(empty("tal", "Stoppet", "Intet er gået tabt.", again))

    def _refused(self, asked: int, error: BaseException) -> None:
        """A choice that is gone is forgotten, and all is shown; else the page says why there is nothing."""
        if asked != self._asked:
            return
        self._done()
        if isinstance(error, Unclear) and self.filters.any_kept():
            self.filters.forget()
            self.ask()
            return
        self.filters.hide()
        view = self.filters.choices[VIEW]
        for act in (self.filter_button, view, self.save_button, self.print_button):
            act.hide()
        if isinstance(error, ForPeople):
            self._put(empty("tal", "Tallene er for lederen", str(error)))
        else:
            self.desk.explain(error)

    @Slot(object, object)
    def _on_changed(self, changes: Changes, _origin: QObject | None) -> None:
        """Somebody wrote something: counted anew when one comes back, never while one reads."""
        del changes
        self._stale = True

    # showing

    def _show(self, asked: int, shown: ShownFigures) -> None:
        if asked != self._asked:
            return
        self._done()
        self.untell()
        self.shown, self._stale = shown, False
        self.filters.show()
        self.filter_button.setVisible(self.fold >= Fold.LIST)
        self.filters.offer(shown.page)
        self.top.say_line(shown.page.counted)
        self._lay()

    def _put(self, content: QWidget) -> None:
        while (item := self._room.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self._room.addWidget(content)

    def _lay(self) -> None:
        """The cards are made once; after that only what stands in them changes, and nothing moves."""
        shown = self.shown
        assert shown is not None
        for act in (self.save_button, self.print_button):
            act.setVisible(not shown.page.empty)
        if shown.page.empty:
            self.rows, self.headline = [], None
            self._put(empty("tal", "Her kommer jeres tal", _NOTHING))
        elif self.headline is None:
            self._make(shown)
        else:
            room = self._space()
            self.headline.renew(shown.of(HEADLINE), room)
            for one in self.rows:
                one.renew(shown.of(one.question.id), room)

    def _make(self, shown: ShownFigures) -> None:
        words = shown.page.definitions
        cards = col(
            small(words.intro),
            *self._cards(shown),
            small(f"{shown.page.seen_by} {words.no_ranking}"),
            gap="apart",
            margins=(24, 14, 24, 24),
        )
        self._put(scroller(col(at_most(WIDEST_EM, cards), ..., gap=0)))

    def _cards(self, shown: ShownFigures) -> Iterator[QWidget]:
        make = partial(Inside, self.desk, shown.page.definitions)
        room = self._space()
        self.headline = HeadlineCard(shown.of(HEADLINE), self._memory.kept(_WAY), make(), room)
        self.headline.counted.connect(partial(self._memory.keep, _WAY))
        yield self.headline
        kept = set(self._memory.kept(_OPEN).split(","))
        for heading, figures in GROUPS:
            lines: list[QWidget] = []
            for figure in figures:
                made = QuestionRow(shown.of(figure), make, room)
                made.set_open(figure in kept)
                self._follow(made)
                lines += [hairline(), made] if lines else [made]
            yield card(heading, *lines)

    def _follow(self, made: QuestionRow) -> None:
        made.opened.connect(self._on_opened)
        made.folded.connect(self._keep_open)
        made.stepped.connect(self._step)
        self.rows.append(made)

    def _space(self) -> Room:
        """What there is for a question, measured in letters."""
        wide = min(self.width() / look().theme.em() - AROUND_EM, WIDEST_EM) - IN_ROW_EM
        return Room(wide, 1 if wide < TWO_ABREAST_EM else 2, self.filters.view())

    @Slot()
    def _on_view(self) -> None:
        if self.shown is not None:
            self._lay()

    @Slot()
    def _on_look(self) -> None:
        self.filters.fit()
        if self.shown is not None and self.isVisible():
            self._lay()

    def _keep_filters(self, *, in_drawer: bool) -> None:
        """Five boxes beneath one another would leave no room for the figures."""
        home = self._away if in_drawer else self._home
        layout = home.layout()
        if layout is not None and self.filters.parentWidget() is not home:
            if self.filter_drawer.sheet.is_open():
                self.filter_drawer.close()
            layout.addWidget(self.filters)
        self._home.setVisible(not in_drawer)
        self.filter_button.setVisible(in_drawer and self.shown is not None)

    # the questions

    @Slot(str)
    def _on_opened(self, figure: str) -> None:
        self._keep_open(figure)
        row = next(one for one in self.rows if one.question.id == figure)
        see_opened(row)

    @Slot(str)
    def _keep_open(self, _figure: str) -> None:
        self._memory.keep(_OPEN, ",".join(one.question.id for one in self.rows if one.is_open))

    def explain(self) -> None:
        """How the figure at hand is counted; the headline where none is."""
        at = self._at()
        if at is not None:
            self.rows[at].explain()
        elif self.headline is not None and self.headline.inside.explain is not None:
            self.headline.inside.explain.toggle()

    def _at(self) -> int | None:
        """The question that holds the focus."""
        held = self.focusWidget()
        found = (
            nr for nr, one in enumerate(self.rows) if held is not None and one.isAncestorOf(held)
        )
        return next(found, None)

    @Slot(int)
    def _step(self, by: int) -> None:
        at = self._at()
        if at is not None:
            made = self.rows[max(0, min(at + by, len(self.rows) - 1))]
            made.arrow.setFocus(Qt.FocusReason.TabFocusReason)
            see_opened(made.arrow)
