"""The volunteers of the house: who comes, who is on the way in and what is missing, who has stopped."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QStackedWidget

from tvaerfaglig.domain.efforts.logs import Hours
from tvaerfaglig.domain.efforts.volunteers import Volunteer, VolunteerPlace
from tvaerfaglig.services.efforts import volunteer_page
from tvaerfaglig.services.efforts.volunteer_page import VolunteerList
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.indsatser.rooms import EffortRoom
from tvaerfaglig.ui.indsatser.volunteers import NEW, ONE, wording
from tvaerfaglig.ui.indsatser.volunteers.drawer import FormDrawer
from tvaerfaglig.ui.indsatser.volunteers.forms import FactsForm
from tvaerfaglig.ui.konsultationer.meeting_list import MeetingList
from tvaerfaglig.ui.widgets import boxed, button, col, empty, guidance

WELCOME = (
    "En frivillig har ingen nøgle og ser intet i programmet. Her står, hvad der er aftalt, hvor og hvornår. "
    "Aldrig noget om et barn."
)


class VolunteersRoom(EffortRoom):
    """Enter opens one. »ny« in the way opens the form of a new one."""

    SHOWS = (Volunteer.KIND, VolunteerPlace.KIND, Hours.KIND)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.add_button = button("Ny frivillig", "primary", "plus")
        self.add_button.clicked.connect(self._on_add)
        self.deeds = (self.add_button,)
        self.list = MeetingList(name="Frivillige")
        self.list.opened.connect(self._on_opened)
        self.first = button("Ny frivillig", "outlined", "plus")
        self.first.clicked.connect(self._on_add)
        self.nothing = empty("familie", "Her kommer husets frivillige.", WELCOME, self.first)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.nothing)
        self._hint = guidance(WELCOME)
        inner = boxed(col(self._hint, (self._stack, 1), gap="near", margins=(22, 12, 22, 0)))
        self.take(col(inner, gap=0))
        self.drawer = FormDrawer(self)
        self.drawer.saved.connect(self._on_saved)
        self._listed: VolunteerList | None = None

    def refresh(self) -> None:
        self.desk.ask(volunteer_page.volunteer_list, self.effort_id).then(self._show, self)

    def start(self) -> None:
        if self.drawer.is_open():
            return
        target = self.list if self.list.rows() else self.first
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        self.drawer.keep()

    def save_now(self) -> None:
        self.drawer.keep()

    def _show(self, listed: VolunteerList) -> None:
        had = self.list.hasFocus()
        self._listed = listed
        self.list.set_groups(wording.groups(listed.rows, listed.today))
        self._stack.setCurrentWidget(self.list if listed.rows else self.nothing)
        self._hint.setVisible(bool(listed.rows))
        for each in (self.add_button, self.first):
            each.setVisible(listed.leads)
        self.headed.emit()
        if had or self.isVisible():
            self.start()
        if self.which == NEW:
            self.which = ""
            self._on_add()

    @Slot(str)
    def _on_opened(self, volunteer: str) -> None:
        self.go(ONE, volunteer)

    @Slot()
    def _on_add(self) -> None:
        if self._listed is not None:
            self.drawer.open_form(FactsForm(self.desk, self._listed))

    @Slot(str)
    def _on_saved(self, volunteer: str) -> None:
        self.go(ONE, volunteer)
