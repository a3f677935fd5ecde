"""What stands beside the form: seen before in its column (or, where there is no room, in a sheet), all subjects."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain.danish import months_between
from tvaerfaglig.services.observations import reading as observations
from tvaerfaglig.services.observations.reading import SeenBefore
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.observations.content import Content
from tvaerfaglig.ui.observations.form import ObservationForm
from tvaerfaglig.ui.observations.seen_before import SeenBeforePanel
from tvaerfaglig.ui.observations.subjects import LABEL, SubjectTree
from tvaerfaglig.ui.widgets import SheetHost, panel, scroller

_SHEET_EM = 24
_SUBJECTS_EM = 62
_COLUMN_EM = 18.6


class Aside(QObject):
    """`subjects_chosen` sends the ids chosen in the whole tree."""

    subjects_chosen = Signal(tuple)

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._child = ""
        self._chosen: Sequence[str] = ()
        self._skip = ""
        self._seen: SeenBefore | None = None
        self.panel = SeenBeforePanel(desk.library.categories)
        self._area = scroller(self.panel)
        self.column = panel(self._area, em=_COLUMN_EM)
        self.sheet = SheetHost(page)
        self.panel.line_asked.connect(self._on_line_asked)
        self.panel.akut_asked.connect(self._on_akut_asked)

    def follow(self, content: Content, form: ObservationForm, record: str) -> None:
        """Ask about another child, or bring another subject to the front."""
        known = [one for one in content.main_children if form.child(one)]
        child = next(iter(known), "")
        self._chosen, self._skip = content.categories, record
        if child == self._child:
            self._show()
            return
        self._child, self._seen = child, None
        if child:
            self._desk.ask(observations.seen_before, child).then(self._on_seen, self)
        self._show()

    def ask_again(self) -> None:
        """Something was written about the child meanwhile."""
        if self._child:
            self._desk.ask(observations.seen_before, self._child).then(self._on_seen, self)

    @property
    def child(self) -> str:
        return self._child

    def set_folded(self, *, folded: bool) -> None:
        """The column, or only the way to the sheet."""
        self.sheet.close_sheet()
        self.column.setVisible(not folded)
        if not folded:
            self._home()

    def open_sheet(self) -> None:
        self.sheet.open(self._area, em=_SHEET_EM, name="Set før")
        self._area.show()

    def close_sheet(self) -> None:
        self.sheet.close_sheet()

    def open_subjects(self, form: ObservationForm) -> None:
        """The whole tree, with the signs for the age of the child it is about."""
        content = form.content()
        known = [form.child(one) for one in content.main_children]
        born = next((one.born for one in known if one and one.born), None)
        day = form.times().day or self._today()
        months = months_between(born, day) if born and born <= day else None
        library = self._desk.library
        tree = SubjectTree(library.categories, library.signs, months, content.categories)
        tree.changed.connect(self.subjects_chosen)
        tree.closed.connect(self.sheet.close_sheet)
        self.sheet.open(tree, em=_SUBJECTS_EM, name=LABEL)

    def _home(self) -> None:
        """Back in the column, after it was in the sheet."""
        place = self.column.layout()
        if place is not None and place.indexOf(self._area) < 0:
            place.addWidget(self._area)
        self._area.show()

    def _today(self) -> date:
        return self._desk.clock.now().date()

    def _on_seen(self, seen: SeenBefore) -> None:
        self._seen = seen
        self._show()

    def _show(self) -> None:
        if self._seen is None:
            self.panel.show_nobody()
        else:
            self.panel.show_seen(self._seen, self._today(), self._chosen, self._skip)

    @Slot()
    def _on_line_asked(self) -> None:
        self._desk.go("boern", self._child)

    @Slot()
    def _on_akut_asked(self) -> None:
        self.sheet.close_sheet()
        self._desk.go("akut")
