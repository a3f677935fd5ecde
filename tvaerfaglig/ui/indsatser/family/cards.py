"""A family's page itself: phases on top, goals and sheets at the left, and beside them what is next and who came."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tvaerfaglig.domain.efforts.form import FormUse
from tvaerfaglig.services.efforts.family_view import FamilyView
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.indsatser import END
from tvaerfaglig.ui.indsatser.days import VISITS
from tvaerfaglig.ui.indsatser.family import BORN, GOAL, READ, SCORE, WRITE
from tvaerfaglig.ui.indsatser.family.beside import Beside
from tvaerfaglig.ui.indsatser.family.goals_card import GoalsCard
from tvaerfaglig.ui.indsatser.family.phases_card import PhasesCard
from tvaerfaglig.ui.indsatser.family.sheets_card import SheetsCard
from tvaerfaglig.ui.indsatser.family.wording import GUARDED
from tvaerfaglig.ui.widgets import Fold, boxed, col, empty_layout, message, row, scroller, tab_stops

ENDING = "Afslutningen er skrevet. Pladsen afsluttes, når familien ikke er med mere."


class FamilyCards(QWidget):
    """`asked` sends where to on the family's page, `led` where to in the effort: each the parts of a way."""

    asked = Signal(tuple)
    led = Signal(tuple)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._cards = QVBoxLayout()
        self._cards.setSpacing(16)
        self._scroll = scroller(col(self._cards, ..., margins=(24, 16, 24, 24)))
        self.setLayout(col(self._scroll, gap=0))

    def start(self) -> None:
        self._scroll.setFocus(Qt.FocusReason.OtherFocusReason)

    def to_top(self) -> None:
        self._scroll.verticalScrollBar().setValue(0)

    def keep(self) -> None:
        """What is being written on it."""
        for one in self.findChildren(PhasesCard):
            one.keep()

    def show_family(self, view: FamilyView, fold: Fold) -> None:
        """Laid out anew; the keyboard stands where it stood."""
        self.keep()
        at = self._standing()
        empty_layout(self._cards)
        if view.hides_parents:
            self._cards.addWidget(message(GUARDED, "act", icon="afdaempet"))
        if view.is_in and view.runs and view.is_closed:
            self._cards.addWidget(self._ending(view))
        if view.phases.phases:
            self._cards.addWidget(self._phases(view))
        goals = self._goals(view, fold) if view.has_goals else None
        left = col(goals, self._sheets(view), ..., gap="apart")
        right = col(self._beside(view), ..., gap="apart")
        laid = col if fold >= Fold.LIST else row
        self._cards.addWidget(boxed(laid((left, 3), (right, 2), gap="apart")))
        self._stand_at(at)

    # the cards

    def _ending(self, view: FamilyView) -> QWidget:
        """The closing is written: the place is still to be ended."""
        bar = message(ENDING, "info", icon="flueben", link="Afslut pladsen")
        bar.pressed.connect(partial(self.led.emit, (END, view.enrolment)))
        return bar

    def _phases(self, view: FamilyView) -> QWidget:
        made = PhasesCard(self.desk, view)
        made.born_asked.connect(partial(self._ask, BORN))
        return made

    def _goals(self, view: FamilyView, fold: Fold) -> QWidget:
        made = GoalsCard(self.desk, view, fold)
        made.new_asked.connect(partial(self._ask, GOAL))
        made.word_asked.connect(partial(self._ask, GOAL))
        made.score_asked.connect(partial(self._ask, SCORE))
        return made

    def _sheets(self, view: FamilyView) -> QWidget:
        made = SheetsCard(view)
        made.write_asked.connect(partial(self._ask, WRITE))
        made.read_asked.connect(partial(self._ask, READ))
        return made

    def _beside(self, view: FamilyView) -> QWidget:
        made = Beside(view)
        made.talk_asked.connect(partial(self._ask, WRITE))
        made.visit_asked.connect(self._lead_to_visit)
        made.child_asked.connect(partial(self.desk.go, "boern", view.child.id))
        return made

    def _ask(self, *parts: str) -> None:
        self.asked.emit(parts)

    def _lead_to_visit(self, visit: str) -> None:
        self.led.emit((VISITS, visit))

    # the keyboard

    def _standing(self) -> str:
        """What the keyboard stands on, by the name it is known by."""
        at = self.window().focusWidget()
        return _called(at) if at is not None and self.isAncestorOf(at) else ""

    def _stand_at(self, name: str) -> None:
        """On what bears the same name now."""
        if not name:
            return
        for one in tab_stops(self):
            if _called(one) == name:
                one.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.start()


def _called(widget: QWidget) -> str:
    return widget.accessibleName() or str(getattr(widget, "text", str)())


def next_form(view: FamilyView) -> str:
    """The form that is next to be written: the first of the start, then a status whose day has come."""
    if not view.is_in:
        return ""
    come = view.next_status is not None and view.next_status <= view.today
    for form in view.forms:
        starts = form.use is FormUse.START and not view.of_form(form.id)
        if view.may_fill(form) and (starts or (come and form.use is FormUse.STATUS)):
            return form.id
    return ""
