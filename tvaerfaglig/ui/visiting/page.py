"""The section Besøg: which of its pages stands there, and how one comes from one to the other."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from tvaerfaglig.domain.stored import Draft
from tvaerfaglig.domain.visiting.attachment import Attachment, HouseClosed
from tvaerfaglig.domain.visiting.contribution import Contribution
from tvaerfaglig.domain.visiting.question import VisitQuestion
from tvaerfaglig.domain.visiting.visit import Visit
from tvaerfaglig.services import drafts
from tvaerfaglig.services.konsultation.colleagues import colleagues
from tvaerfaglig.services.session import Session
from tvaerfaglig.services.visiting import acts, attachments, contributions, questions
from tvaerfaglig.services.visiting.day_list import day_list
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.konsultationer.section import SectionPage
from tvaerfaglig.ui.visiting import PLACE, SECTION, way
from tvaerfaglig.ui.visiting.ask_form import AskForm
from tvaerfaglig.ui.visiting.day_view import DayView
from tvaerfaglig.ui.visiting.forms import VisitForm
from tvaerfaglig.ui.visiting.given_form import GivenForm
from tvaerfaglig.ui.visiting.plan_view import PlanView
from tvaerfaglig.ui.visiting.rhythm_form import RhythmForm
from tvaerfaglig.ui.visiting.rhythms_view import RhythmsView
from tvaerfaglig.ui.visiting.view import View
from tvaerfaglig.ui.visiting.visit_forms import (
    CancelForm,
    HeldForm,
    MoveForm,
    NewDayForm,
    OneVisitForm,
)
from tvaerfaglig.ui.visiting.year_view import YearView
from tvaerfaglig.ui.widgets import Fold, boxed

YEAR, DAY = "", "dag"
VIEWS: dict[str, type[View]] = {
    YEAR: YearView,
    DAY: DayView,
    "aar": PlanView,
    "rytmer": RhythmsView,
}


def _rhythm(session: Session, which: str) -> tuple[Any, ...]:
    return attachments.attachments(session), which


def _one(session: Session, _which: str) -> tuple[Any, ...]:
    return (attachments.attachments(session),)


def _day(session: Session, which: str) -> tuple[Any, ...]:
    return (day_list(session, which),)


def _new_day(session: Session, which: str) -> tuple[Any, ...]:
    return day_list(session, which), acts.suggest(session, which)


def _held(session: Session, which: str) -> tuple[Any, ...]:
    return day_list(session, which), colleagues(session)


def _asking(session: Session, which: str) -> tuple[Any, ...]:
    return questions.asking(session, which), which


def _given(session: Session, which: str) -> tuple[Any, ...]:
    visit, _, one = which.partition(":")
    found = contributions.open_contribution(session, one) if one else None
    return day_list(session, visit), contributions.about_whom(session, visit), found


FORMS: dict[str, tuple[Callable[[Session, str], tuple[Any, ...]], type[VisitForm]]] = {
    "rytme": (_rhythm, RhythmForm),
    "et": (_one, OneVisitForm),
    "flyt": (_day, MoveForm),
    "aflys": (_day, CancelForm),
    "nydag": (_new_day, NewDayForm),
    "holdt": (_held, HeldForm),
    "spoerg": (_asking, AskForm),
    "bidrag": (_given, GivenForm),
}
"""A word of the way: what the form is made from, and the form."""


class VisitsPage(SectionPage):
    """A form has a head of its own, so the section's goes while it stands there."""

    KEY = SECTION
    LINE = "Hvem kommer hvornår, og hvad venter på dem."
    SHOWS = (
        Visit.KIND,
        Attachment.KIND,
        HouseClosed.KIND,
        VisitQuestion.KIND,
        Contribution.KIND,
        "konsultation",
        "aftale",
    )

    def __init__(self, desk: Desk) -> None:
        self._actions = QHBoxLayout()
        self._actions.setContentsMargins(0, 0, 0, 0)
        self._actions.setSpacing(8)
        super().__init__(desk, boxed(self._actions))
        self._stack = QStackedWidget()
        self.set_body(self._stack)
        self._views: dict[str, View] = {}
        self._at = YEAR
        self._form: VisitForm | None = None
        self.page_head.back_pressed.connect(self._go_back)

    @property
    def view(self) -> View:
        """The page in front, or the one beneath a form."""
        return self._views[self._at]

    @property
    def form(self) -> VisitForm | None:
        return self._form

    def open_at(self, which: str) -> None:
        word, _, rest = which.partition(":")
        if self.strip is not None:
            self.strip.choose(self.KEY)
        self._drop_form()
        if word in FORMS:
            self._ask_for(word, rest)
            return
        key = word if word in VIEWS else DAY
        self._show(key, rest if word in VIEWS else word)

    def refresh(self) -> None:
        if self._form is None:
            self.view.refresh()

    def leave(self) -> None:
        if self._form is not None:
            self._form.keep()

    def start(self) -> None:
        (self._form or self.view).start()

    def find_here(self) -> None:
        if self._form is None:
            self.view.find_here()

    def print_now(self) -> None:
        if self._form is None:
            self.view.print_now()

    def on_fold(self, fold: Fold) -> None:
        for each in self._views.values():
            each.on_fold(fold)
        if self._form is not None:
            self._form.set_fold(fold)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts a form away, and leads back from a visit to the year."""
        if event.key() == Qt.Key.Key_Escape and self._form is not None:
            self._form.put_away()
            return
        if event.key() == Qt.Key.Key_Escape and self._at != YEAR:
            self._go_back()
            return
        super().keyPressEvent(event)

    # a page

    def _show(self, key: str, which: str) -> None:
        if key not in self._views:
            made = VIEWS[key](self.desk)
            made.headed.connect(self._dress)
            made.on_fold(self.fold)
            self._views[key] = made
            self._stack.addWidget(made)
            for each in made.deeds:
                self._actions.addWidget(each)
        self._at = key
        self._stack.setCurrentWidget(self.view)
        self._dress()
        self.view.open(which)

    @Slot()
    def _dress(self) -> None:
        """Head and strip as the page in front wants them."""
        view = self.view
        self.page_head.setVisible(self._form is None)
        self.page_head.say(view.heading, view.line)
        self.page_head.offer_back("" if self._at == YEAR else "Tilbage til besøgene")
        self.show_strip(shown=self._at == YEAR)
        for key, each in self._views.items():
            for action in each.deeds:
                if key != self._at:
                    action.hide()
        if self._at in {"aar", "rytmer"}:
            for action in view.deeds:
                action.setVisible(True)

    @Slot()
    def _go_back(self) -> None:
        self.desk.go(PLACE, way())

    # a form

    def _ask_for(self, word: str, which: str) -> None:
        make, kind = FORMS[word]
        if self._at not in self._views:
            self._show(YEAR, "")
        asked = self.desk.ask(make, which)
        asked.then(partial(self._open_form, kind, which), self, failed=self._on_refused)

    def _on_refused(self, error: BaseException) -> None:
        self.desk.explain(error)
        self._go_back()

    def _open_form(self, kind: type[VisitForm], which: str, facts: tuple[Any, ...]) -> None:
        self._drop_form()
        form = kind(self.desk, *facts)
        self._form = form
        form.finished.connect(partial(self._go_from_form, _beneath(kind, which)))
        form.leads.connect(self._go_from_form)
        form.set_fold(self.fold)
        self._stack.addWidget(form)
        self._stack.setCurrentWidget(form)
        self.page_head.hide()
        if self.isVisible():
            form.start()
        self.desk.ask(drafts.one, form.key).then(partial(self._offer_draft, form), self)

    def _offer_draft(self, form: VisitForm, draft: Draft | None) -> None:
        """Whoever opens the form anew finds what she had begun."""
        if draft is not None and form is self._form and not form.is_touched():
            form.resume(draft)

    def _drop_form(self) -> None:
        old, self._form = self._form, None
        if old is not None:
            old.keep()
            self._stack.removeWidget(old)
            old.hide()
            old.deleteLater()
            self.page_head.show()

    @Slot(str)
    def _go_from_form(self, where: str) -> None:
        word, _, child = where.partition(":")
        if word == "barn":
            self.desk.go("boern", child)
        else:
            self.desk.go(PLACE, way(where))


def _beneath(kind: type[VisitForm], which: str) -> str:
    """Where one comes when a form is put away: the visit it is about, else the year or the child."""
    if kind is AskForm:
        return f"barn:{which}" if which else ""
    if kind is RhythmForm:
        return "rytmer" if which else ""
    return which.partition(":")[0]
