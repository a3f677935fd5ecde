"""Lister: choose a file to bring in, and see what came in before, each with its way back."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.acts import ListBroughtIn
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.services.lists import attendance, brought, opening
from tvaerfaglig.services.lists.attendance import OpenedAttendance
from tvaerfaglig.services.lists.brought import BroughtLine
from tvaerfaglig.services.lists.opening import Listed, Opened
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.settings.lists.attendance_page import AttendancePage
from tvaerfaglig.ui.settings.lists.import_page import ImportPage
from tvaerfaglig.ui.settings.lists.stoppable import Stoppable
from tvaerfaglig.ui.settings.lists.undoing import UNDOING, UNDONE
from tvaerfaglig.ui.settings.parts import SectionPage, setting
from tvaerfaglig.ui.widgets import boxed, button, card, col, empty_layout, row, small, strong
from tvaerfaglig.ui.widgets.files import ask_for_file

FILES = "Regneark og CSV (*.xlsx *.xlsm *.csv *.txt);;Alle filer (*)"
_NONE = "Der er ikke hentet noget ind endnu."


class ListsPage(SectionPage):
    """The file is read beside the vault; the pages that follow open on top."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk, "Lister", "Du ser hver række, før noget bliver skrevet, og kan fortryde det hele."
        )
        self.choose_children = button("Vælg en fil", "primary", name="Vælg en fil: børneliste")
        self.choose_children.clicked.connect(self._on_children)
        self.choose_days = button("Vælg en fil", "outlined", name="Vælg en fil: fremmødeliste")
        self.choose_days.clicked.connect(self._on_days)
        self.work = Stoppable(self)
        self._lines = col(gap="near")
        self._path = Path()
        self.show_cards(
            self.work.bar,
            card(
                "Børneliste",
                setting(
                    "Hent en børneliste",
                    "Regneark (.xlsx) eller CSV, med én række for hvert barn. Filen bliver ikke gemt i boksen.",
                    self.choose_children,
                ),
            ),
            card(
                "Fremmøde",
                setting(
                    "Hent en fremmødeliste",
                    "En række for hvert barn med en dato over hver kolonne, eller en række for hver dag.",
                    self.choose_days,
                ),
            ),
            card("Hentet ind", self._lines),
        )
        desk.changed.connect(self._on_changed)

    def load(self) -> None:
        self.desk.ask(brought.lines).then(self._show, self, failed=self.refuse)

    def start(self) -> None:
        self.choose_children.setFocus()

    # what came in before

    def _show(self, lines: tuple[BroughtLine, ...]) -> None:
        empty_layout(self._lines)
        for line in lines:
            self._lines.addWidget(self._line(line))
        if not lines:
            self._lines.addWidget(small(_NONE))

    def _line(self, line: BroughtLine) -> QWidget:
        when = f"{self._day(line.at.date())} kl. {danish.clock(line.at.time())}"
        head = strong(f"{danish.capital(line.what)}, {when}")
        under = small(f"{line.house}. {_counts(line)}. Af {line.who}.")
        if line.undone is not None:
            state = f"Fortrudt {self._day(line.undone.date())}."
            return boxed(col(head, under, small(state), gap=1))
        undo = button("Fortryd", "link", "fortryd", name=f"Fortryd {line.what}, {when}")
        undo.clicked.connect(partial(self.take_back, line.id))
        why = small(line.stays)
        (undo if line.stays else why).hide()
        return boxed(row((boxed(col(head, under, why, gap=1)), 1), undo))

    def _day(self, day: date) -> str:
        words = danish.day_near(day, self.desk.clock.now().date())
        return f"{words[:1].lower()}{words[1:]}"

    def take_back(self, brought_id: str) -> None:
        self.tell(UNDOING, "info")
        self.desk.ask(brought.take_back, brought_id).then(
            self._taken_back, self, failed=self.refuse
        )

    def _taken_back(self, changes: Changes) -> None:
        self.tell(UNDONE, "ok")
        self.desk.announce(changes, self)
        self.load()

    @Slot(object, object)
    def _on_changed(self, changes: Changes, origin: object) -> None:
        if origin is not self and changes.touch(ListBroughtIn.KIND) and self.isVisible():
            self.load()

    # a new one

    @Slot()
    def _on_children(self) -> None:
        ask_for_file(self, "Hent en børneliste", FILES, self.open_file)

    def open_file(self, path: Path, sheet: str = "") -> None:
        """Read the file that was chosen, and go on to its columns."""
        self._path = path
        self.untell()
        self.choose_children.block("Filen bliver læst.")
        self.work.start("Læser listen …")
        ask = self.desk.ask_aside(opening.read_file, path, sheet=sheet, step=self.work.step)
        ask.then(self._read, self, failed=self._not_read)

    @Slot()
    def _on_days(self) -> None:
        ask_for_file(self, "Hent en fremmødeliste", FILES, self.open_days)

    def open_days(self, path: Path) -> None:
        """Read an attendance list, and go on to its children."""
        self.untell()
        self.choose_days.block("Filen bliver læst.")
        self.work.start("Læser listen …")
        ask = self.desk.ask_aside(opening.read_file, path, step=self.work.step)
        ask.then(self._days_read, self, failed=self._not_read)

    def _days_read(self, listed: Listed) -> None:
        self.desk.ask(attendance.open_attendance, listed).then(
            self._days_opened, self, failed=self._not_read
        )

    def _days_opened(self, opened: OpenedAttendance) -> None:
        self._ready()
        self.deeper.emit(AttendancePage(self.desk, opened))

    def _read(self, listed: Listed) -> None:
        self.desk.ask(opening.open_children, listed).then(self._opened, self, failed=self._not_read)

    def _opened(self, opened: Opened) -> None:
        self._ready()
        page = ImportPage(self.desk, opened)
        page.sheet_wanted.connect(self._on_sheet_wanted)
        self.deeper.emit(page)

    @Slot(str)
    def _on_sheet_wanted(self, sheet: str) -> None:
        self.open_file(self._path, sheet)

    def _not_read(self, error: BaseException) -> None:
        self._ready()
        self.refuse(error)
        self.choose_children.setFocus()

    def _ready(self) -> None:
        self.work.end()
        self.choose_children.block("")
        self.choose_days.block("")


def _counts(line: BroughtLine) -> str:
    if line.what != opening.CHILDREN:
        return danish.capital(
            danish.count(line.children, "barn", "børn", spelled=True, neuter=True)
        )
    new = danish.count(line.new, "nyt barn", "nye børn", spelled=True, neuter=True)
    parts = [new] if line.new else []
    parts += (
        [danish.count(line.changed, "rettet", "rettede", spelled=True, neuter=True)]
        if line.changed
        else []
    )
    return danish.capital(danish.join_and(parts)) if parts else "Intet var nyt"
