"""Udskrifter: what can be printed now, and for the leader what was."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from tvaerfaglig.domain.acts import Printed
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.services import underretninger
from tvaerfaglig.services.lists.tables import Which
from tvaerfaglig.services.printing import pressing, printable
from tvaerfaglig.services.printing.printable import Printable, PrintableRecord
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.figures.papers_card import PapersCard
from tvaerfaglig.ui.place import Place
from tvaerfaglig.ui.preview_request import PreviewRequest
from tvaerfaglig.ui.printouts.agreements_card import AgreementsCard
from tvaerfaglig.ui.printouts.chooser import RecordCard
from tvaerfaglig.ui.printouts.efforts_card import EffortsCard
from tvaerfaglig.ui.printouts.handover_card import HandoverCard
from tvaerfaglig.ui.printouts.it_card import ItCard
from tvaerfaglig.ui.printouts.log import LogView
from tvaerfaglig.ui.printouts.meeting_card import MeetingCard
from tvaerfaglig.ui.printouts.parents_card import ParentsCard
from tvaerfaglig.ui.printouts.rounds_card import RoundsCard
from tvaerfaglig.ui.printouts.summary_card import SummaryCard
from tvaerfaglig.ui.printouts.tables_card import TablesCard
from tvaerfaglig.ui.printouts.visits_card import VisitsCard
from tvaerfaglig.ui.widgets import Fold, boxed, col, page_head, row, scroller, tabs

PAPERS, LOG = "papirer", "log"
HANDOVER = "overgang"


class PrintoutsPlace(Place):
    """Every paper is seen on screen first; nothing here prints by itself."""

    help_words = "Vælg et papir, og se det igennem. Udskriv og gem står i forhåndsvisningen."

    def __init__(self, desk: Desk) -> None:
        self.tabs = tabs(((PAPERS, "Skriv ud"), (LOG, "Skrevet ud og gemt")), name="Udskrifter")
        self._head = page_head(
            "Udskrifter",
            "Du ser papiret igennem her i programmet, før det bliver skrevet ud.",
            extra=self.tabs,
        )
        super().__init__(desk, self._head)
        self.summary = SummaryCard(desk)
        self._table_wanted = self._handover_wanted = False
        self.tables = TablesCard(desk)
        if not desk.me.role.leads:
            self.tables.hide()
        self.it = ItCard(desk) if desk.me.role.leads else None
        self.agreements = AgreementsCard(desk)
        self.parents = ParentsCard(desk)
        self.notes = RecordCard(
            "Konsultationsnotat", "konsultation", "Et notat, eller dagens kladde."
        )
        self.meetings = MeetingCard(desk)
        self.letters = RecordCard(
            "Underretning", "underretning", "Den afsluttede, eller kladden, som den står nu."
        )
        self.visits = VisitsCard(desk)
        self.rounds = RoundsCard(desk)
        self.efforts = EffortsCard(desk)
        self.handover = HandoverCard(desk)
        self.figures = PapersCard(desk)
        self.log = LogView(desk)
        self.stack = QStackedWidget()
        self.stack.addWidget(self._papers())
        self.stack.addWidget(self.log)
        self.set_body(self.stack)
        self.notes.chosen.connect(self._on_note)
        self.letters.chosen.connect(self._on_letter)
        self.tabs.changed.connect(self._on_tab)
        self.tabs.setVisible(desk.me.role.leads)
        desk.changed.connect(self._on_changed)

    def open(self, argument: object = None) -> None:
        if argument == LOG:
            self.tabs.choose(LOG)
            self._on_tab(LOG)
        elif isinstance(argument, Which):
            self.tabs.choose(PAPERS)
            self._on_tab(PAPERS)
            self.tables.choose(argument)
        self._table_wanted = isinstance(argument, Which)
        self._handover_wanted = isinstance(argument, str) and argument.startswith(f"{HANDOVER}:")
        if self._handover_wanted:
            self.tabs.choose(PAPERS)
            self._on_tab(PAPERS)
            self.handover.choose(str(argument).partition(":")[2])
        self._ask()

    def start(self) -> None:
        if self.tabs.chosen() == LOG:
            self.log.setFocus()
        elif self._handover_wanted:
            self._scroller.ensureWidgetVisible(self.handover)
            self.handover.to.setFocus()
        elif self._table_wanted:
            self._scroller.ensureWidgetVisible(self.tables)
            self.tables.purpose.setFocus()
        elif self.summary.isVisible():
            self.summary.child.setFocus()
        else:
            self.notes.rows.setFocus()

    def on_fold(self, fold: Fold) -> None:
        folded = fold >= Fold.LIST
        self.log.set_folded(folded)
        self._columns.setDirection(
            self._columns.Direction.TopToBottom if folded else self._columns.Direction.LeftToRight
        )

    def _papers(self) -> QWidget:
        papers = (
            self.notes, self.meetings, self.visits, self.letters, self.agreements, self.handover,
            self.it,
        )  # fmt: skip
        right = boxed(col(*papers, ..., gap="apart"))
        house = (self.efforts, self.rounds, self.figures, self.tables)
        left = boxed(col(self.summary, self.parents, *house, ..., gap="apart"))
        self._left = left
        self._columns = row((left, 1), (right, 1), gap="apart", margins=(24, 16, 24, 24))
        self._scroller = scroller(self._columns)
        return self._scroller

    def _ask(self) -> None:
        self.desk.ask(printable.what_can_be_printed).then(self._show, self)
        self.rounds.load()
        self.efforts.load()
        self.figures.load()
        self.visits.load()
        if self.desk.me.role.leads:
            self.log.load()

    def _show(self, found: Printable) -> None:
        self.summary.setVisible(bool(found.children))
        self._left.setVisible(bool(found.children) or self.desk.me.role.leads)
        self.summary.offer(found.children)
        self.parents.offer(found.children)
        self.handover.offer(found.handed_on)
        self.parents.setVisible(found.sees_log)
        self.notes.offer(found.konsultationer, found.today)
        self.meetings.offer(found.konsultationer, found.today)
        self.letters.offer(found.letters, found.today)

    @Slot(object)
    def _on_note(self, note: PrintableRecord) -> None:
        make = partial(
            pressing.look_at_konsultationsnotat, konsultation_id=note.id, child_id=note.child
        )
        self.desk.preview_asked.emit(
            PreviewRequest(
                title=f"Konsultationsnotat · {note.title}",
                document="konsultationsnotat",
                make=make,
                child=note.child,
                record=note.id,
            )
        )

    @Slot(object)
    def _on_letter(self, letter: PrintableRecord) -> None:
        make = partial(
            pressing.look_at_underretning,
            letter_id=letter.id,
            child_id=letter.child,
            library=self.desk.library,
        )
        self.desk.preview_asked.emit(
            PreviewRequest(
                title=f"Underretning om {letter.title}",
                document="underretning",
                make=make,
                word=partial(underretninger.word, letter_id=letter.id, library=self.desk.library),
                child=letter.child,
                record=letter.id,
            )
        )

    @Slot(str)
    def _on_tab(self, tab: str) -> None:
        self.stack.setCurrentIndex(1 if tab == LOG else 0)

    @Slot(object, object)
    def _on_changed(self, changes: Changes, _origin: object) -> None:
        if changes.touch(Printed.KIND) and self.isVisible():
            self.log.load()
