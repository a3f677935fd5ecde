"""The place: its sections, one note, or a new one; which of them stands there, and what the shell asks of it."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget

from tvaerfaglig.domain.events import Changes
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.konsultationer import NEW
from tvaerfaglig.ui.konsultationer.list_page import ListPage
from tvaerfaglig.ui.konsultationer.note_page import NotePage
from tvaerfaglig.ui.konsultationer.plan_page import PlanPage
from tvaerfaglig.ui.konsultationer.preparing import PREPARE
from tvaerfaglig.ui.konsultationer.preparing.page import PreparePage
from tvaerfaglig.ui.konsultationer.section import Section, SectionPage
from tvaerfaglig.ui.place import Place
from tvaerfaglig.ui.remembered import remembered_of
from tvaerfaglig.ui.visiting import SECTION as VISITS
from tvaerfaglig.ui.widgets import Fold

SECTIONS = (
    Section(ListPage.KEY, "Møder", "konsultationer.list_page", "ListPage"),
    Section(VISITS, "Besøg", "visiting.page", "VisitsPage"),
    Section("aftaler", "Aftaler", "konsultationer.agreements.page", "AgreementsPage"),
)
_SECTION = "konsultationer/section"


class KonsultationerPlace(Place):
    """`open(None)` the section last chosen, "KEY" or "KEY:WHICH" another, an id its note, "ny[:CHILD]" a new one,
    "forbered:ID" the preparation of one.

    The page of a section is made when somebody first goes there.
    """

    help_words = (
        "Anonymt er det almindelige. Et navn kræver et grundlag. I en tekst bliver en linje, der "
        "begynder med en pil (→ eller ->), tilbudt som aftale. Ctrl+B henter observationer, Ctrl+PgDn "
        "og Ctrl+PgUp går fra del til del. I dagslisten for et besøg åbner Enter, H noterer det som holdt, og "
        "N lægger en konsultation til."
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.list_page = ListPage(desk)
        self.note_page = NotePage(desk)
        self.plan_page = PlanPage(desk)
        self.prepare_page = PreparePage(desk)
        self.stack = QStackedWidget()
        for page in (self.note_page, self.plan_page, self.prepare_page):
            self.stack.addWidget(page)
        self.set_body(self.stack)
        self._sections: dict[str, SectionPage] = {}
        self._take_in(self.list_page)
        self._came_from = ""
        self._planned = False
        self.list_page.opened.connect(self._go)
        self.list_page.new_asked.connect(self._go_new)
        self.note_page.left.connect(self._go_back)
        self.note_page.opened_other.connect(self._go)
        self.plan_page.planned.connect(self._on_planned)
        self.plan_page.left.connect(self._go_back)
        self.note_page.prepare_asked.connect(self._go_prepare)
        self.prepare_page.left.connect(self._go)
        self.prepare_page.begun.connect(self._go)
        desk.changed.connect(self._on_changed)

    def open(self, argument: object = None) -> None:
        asked = argument if isinstance(argument, str) else ""
        first, _, rest = asked.partition(":")
        if not asked:
            self._open_section(remembered_of(self.desk).kept(_SECTION), "")
        elif first in {one.key for one in SECTIONS}:
            self._open_section(first, rest)
        elif first == NEW:
            self._planned = False
            self.stack.setCurrentWidget(self.plan_page)
            self.plan_page.open_plan(rest)
        elif first == PREPARE:
            self.stack.setCurrentWidget(self.prepare_page)
            self.prepare_page.open_sheet(rest)
        else:
            self.stack.setCurrentWidget(self.note_page)
            self.note_page.open_note(asked)

    def section(self, key: str) -> SectionPage:
        """The section's page, made when somebody first goes there; the first one for an unknown key."""
        kind = next((one for one in SECTIONS if key == one.key), SECTIONS[0])
        return self._sections.get(kind.key) or self._take_in(kind.make(self.desk))

    def is_past(self, argument: object) -> bool:
        """From a note just begun one comes back to where one was before it was planned."""
        return self._planned and isinstance(argument, str) and argument.partition(":")[0] == NEW

    def leave(self) -> None:
        here = self.stack.currentWidget()
        if isinstance(here, NotePage | PlanPage | PreparePage | SectionPage):
            here.leave()

    def save_now(self) -> None:
        here = self.stack.currentWidget()
        if isinstance(here, NotePage | PreparePage):
            here.save_now()

    def print_now(self) -> None:
        here = self.stack.currentWidget()
        if here is self.note_page:
            self.note_page.print_note()
        elif here is self.prepare_page:
            self.prepare_page.print_sheet()
        elif isinstance(here, SectionPage):
            here.print_now()

    def find_here(self) -> None:
        here = self.stack.currentWidget()
        if isinstance(here, SectionPage):
            here.find_here()

    def start(self) -> None:
        here = self.stack.currentWidget()
        if isinstance(here, NotePage | PlanPage | PreparePage | SectionPage):
            here.start()

    @property
    def child_at_hand(self) -> str | None:
        """The child that Ctrl+N writes about."""
        here = self.stack.currentWidget()
        return here.child_at_hand if isinstance(here, NotePage | PreparePage) else None

    def on_fold(self, fold: Fold) -> None:
        for page in (*self._sections.values(), self.note_page, self.plan_page, self.prepare_page):
            page.set_fold(fold)

    def _take_in(self, made: SectionPage) -> SectionPage:
        self._sections[made.KEY] = made
        made.offer(SECTIONS)
        made.set_fold(self.fold)
        made.section_asked.connect(self._go)
        self.stack.addWidget(made)
        return made

    def _open_section(self, key: str, which: str) -> None:
        page = self.section(key)
        remembered_of(self.desk).keep(_SECTION, page.KEY)
        self._came_from = f"{page.KEY}:{which}" if which else page.KEY
        self.stack.setCurrentWidget(page)
        page.open_at(which)

    @Slot(str)
    def _go(self, where: str) -> None:
        self.desk.go("konsultationer", where)

    @Slot(str)
    def _on_planned(self, konsultation: str) -> None:
        self._planned = True
        self._go(konsultation)

    @Slot(str)
    def _go_prepare(self, konsultation: str) -> None:
        self.desk.go("konsultationer", f"{PREPARE}:{konsultation}")

    @Slot()
    def _go_new(self) -> None:
        self.desk.go("konsultationer", NEW)

    @Slot()
    def _go_back(self) -> None:
        """To where the note was opened from."""
        self.desk.go("konsultationer", self._came_from or None)

    @Slot(object, object)
    def _on_changed(self, changes: Changes, _origin: object) -> None:
        here = self.stack.currentWidget()
        if isinstance(here, SectionPage) and here.isVisible() and changes.touch(*here.SHOWS):
            here.refresh()
