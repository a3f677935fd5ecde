"""The room of one family: its page, a sheet to read, or a form to write in."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QStackedWidget

from tvaerfaglig.domain.ages import age_words
from tvaerfaglig.domain.contact import ParentRemark
from tvaerfaglig.domain.efforts.goals import Goal
from tvaerfaglig.domain.efforts.logs import VisitLog
from tvaerfaglig.domain.efforts.records import Phase, Presence
from tvaerfaglig.domain.efforts.sheets import Sheet
from tvaerfaglig.domain.people import Child
from tvaerfaglig.domain.protection import Guard
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.efforts import family_view
from tvaerfaglig.services.efforts.family_view import FamilyView
from tvaerfaglig.services.efforts.papers.sheets import document_of
from tvaerfaglig.services.efforts.papers.which import EffortPaper
from tvaerfaglig.services.efforts.reading import EffortPage
from tvaerfaglig.ui.children.birth_form import BirthForm
from tvaerfaglig.ui.children.form import DraftPage
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.indsatser import FAMILIES, FAMILY
from tvaerfaglig.ui.indsatser.family import BORN, GOAL, READ, SCORE, WRITE, way_to
from tvaerfaglig.ui.indsatser.family.cards import FamilyCards, next_form
from tvaerfaglig.ui.indsatser.family.family_form import FamilyForm
from tvaerfaglig.ui.indsatser.family.goal_form import GoalForm
from tvaerfaglig.ui.indsatser.family.score_form import ScoreForm
from tvaerfaglig.ui.indsatser.family.sheet_form import SheetForm
from tvaerfaglig.ui.indsatser.family.sheet_reading import SheetReading
from tvaerfaglig.ui.indsatser.family.wording import GUARDED, place_line
from tvaerfaglig.ui.indsatser.papers import previews
from tvaerfaglig.ui.indsatser.papers.button import PapersButton
from tvaerfaglig.ui.indsatser.rooms import EffortRoom
from tvaerfaglig.ui.widgets import Fold, button, col

Aside = FamilyForm | BirthForm | SheetReading


class FamilyRoom(EffortRoom):
    """`which` is "ENROLMENT", or "ENROLMENT:WORD:..." for one of its pages (see the package)."""

    SHOWS: ClassVar[tuple[str, ...]] = (
        Goal.KIND, Sheet.KIND, Phase.KIND, Presence.KIND, VisitLog.KIND, Child.KIND, Guard.KIND,
        ParentRemark.KIND,
    )  # fmt: skip

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.view: FamilyView | None = None
        self.aside: Aside | None = None
        self._parts: tuple[str, ...] = ()
        self._seen = ""
        self.next_act = button("Skriv", "primary", "kladde")
        self.next_act.clicked.connect(self._on_next)
        self._next_form = ""
        self.papers = PapersButton(desk, self)
        self.deeds = (self.papers, self.next_act)
        self.cards = FamilyCards(desk)
        self.cards.asked.connect(self._on_asked)
        self.cards.led.connect(self._on_led)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.cards)
        self.take(col(self._stack, gap=0))

    # what the effort's page asks

    def open(self, page: EffortPage, which: str) -> None:
        self._close_aside()
        self.page, self.which = page, which
        self._parts = tuple(which.split(":"))
        enrolment = self._parts[0]
        service = family_view.read_family if enrolment == self._seen else family_view.open_family
        if enrolment != self._seen:
            self.cards.to_top()
        self._seen = enrolment
        asked = self.desk.ask(service, enrolment)
        asked.then(partial(self._show, which), self, failed=self._on_refused)

    def refresh(self) -> None:
        """Somebody wrote elsewhere: read again; what is being written here stays."""
        if self._seen:
            asked = self.desk.ask(family_view.read_family, self._seen)
            asked.then(self._renew, self, failed=self._on_refused)

    def start(self) -> None:
        if self.aside is not None:
            self.aside.start()
        elif self.next_act.isVisible():
            self.next_act.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.cards.start()

    def leave(self) -> None:
        if isinstance(self.aside, DraftPage):
            self.aside.keep()
        elif self.aside is not None:
            self.aside.leave()
        self.cards.keep()

    def save_now(self) -> None:
        self.leave()

    def print_now(self) -> None:
        """The sheet that is read; else what papers there are."""
        if isinstance(self.aside, SheetReading):
            self.aside.show_paper()
        else:
            self.papers.press()

    @property
    def child_at_hand(self) -> str | None:
        return self.view.child.id if self.view is not None else None

    def on_fold(self, fold: Fold) -> None:
        super().on_fold(fold)
        if self.aside is not None:
            self.aside.set_fold(fold)
        if self.view is not None:
            self.cards.show_family(self.view, fold)

    # showing

    def _show(self, which: str, view: FamilyView) -> None:
        if which != self.which:
            return
        self.view = view
        self.cards.show_family(view, self.fold)
        self._open_aside(view)
        self._head(view)
        self.start()

    def _renew(self, view: FamilyView) -> None:
        if view.enrolment != self._seen:
            return
        guarded = view.hides_parents and self.view is not None and not self.view.hides_parents
        self.view = view
        self.cards.show_family(view, self.fold)
        if isinstance(self.aside, SheetReading):
            self._open_aside(view)
        if guarded:
            self.cards.to_top()
        if guarded and isinstance(self.aside, FamilyForm) and self.aside.TELLS_PARENTS:
            self.aside.keep()
            self._back_to_page()
            self.desk.say(GUARDED, "act")
        self._head(view)

    def _head(self, view: FamilyView) -> None:
        if self.aside is not None:
            self.heading, self.line = self.aside.heading, self.aside.line
            self.back = f"Tilbage til {view.first_name}"
            self.back_to = f"{FAMILY}:{view.enrolment}"
        else:
            age = age_words(view.child.record, view.today)
            parts = (view.effort.name, age, place_line(view.place.record))
            self.heading, self.line = view.child.record.name, " · ".join(filter(None, parts))
            self.back, self.back_to = "Tilbage til familierne", FAMILIES
        self._offer_next(view)
        self._offer_papers(view)
        self.headed.emit()

    def _offer_next(self, view: FamilyView) -> None:
        """The one filled button: the sheet that is next."""
        form = next_form(view) if self.aside is None else None
        self._next_form = form or ""
        made = view.kind.form(form) if form else None
        self.next_act.say(f"Skriv {made.name[:1].lower()}{made.name[1:]}" if made else "")
        self.next_act.setVisible(made is not None)

    def _offer_papers(self, view: FamilyView) -> None:
        """On the family's page; a sheet that is read has its own way to the paper."""
        if self.aside is None:
            name = view.child.record.name
            self.papers.offer_family(view.enrolment, view.child.id, name)
        else:
            self.papers.withdraw()

    # the pages beside it

    def _open_aside(self, view: FamilyView) -> None:
        self._close_aside()
        made = self._made(view)
        if made is None:
            return
        self.aside = made
        if isinstance(made, DraftPage):
            draft = view.drafts.get(made.key)
            if draft is not None:
                made.resume(draft)
            made.finished.connect(self._back_to_page)
        made.set_fold(self.fold)
        self._stack.addWidget(made)
        self._stack.setCurrentWidget(made)

    def _made(self, view: FamilyView) -> Aside | None:
        word, rest = (*self._parts, "", "")[1], self._parts[2:]
        first = rest[0] if rest else ""
        if word == BORN:
            return self._birth(view)
        if word == GOAL:
            stored = next((one for one in view.goals if one.id == first), None)
            return GoalForm(self.desk, view, stored)
        if word == SCORE:
            goal = next((one for one in view.alive if one.id == first), None)
            return ScoreForm(self.desk, view, goal) if goal else None
        return self._sheet(view, word, *rest)

    def _birth(self, view: FamilyView) -> BirthForm:
        """The child's own form, under the head of this page."""
        made = BirthForm(self.desk, view.child)
        assert made.head is not None
        made.head.hide()
        return made

    def _sheet(self, view: FamilyView, word: str, first: str = "", sheet: str = "") -> Aside | None:
        """One to be written (its form, and the sheet to put right), or one to be read."""
        if word == READ:
            stored = next((one for one in view.sheets if one.id == first), None)
            return self._reading(view, stored) if stored else None
        form = view.kind.form(first) if word == WRITE else None
        if form is None or not view.may_fill(form):
            return None
        stored = next((one for one in view.sheets if one.id == sheet), None)
        made = SheetForm(self.desk, view, form, stored)
        made.goal_asked.connect(partial(self._to, GOAL, "ny", form.id))
        return made

    def _reading(self, view: FamilyView, stored: Stored[Sheet]) -> SheetReading:
        made = SheetReading(self.desk, view, stored)
        made.put_right_asked.connect(partial(self._to, WRITE, stored.record.form, stored.id))
        made.paper_asked.connect(partial(self._show_paper, view, stored))
        return made

    def _show_paper(self, view: FamilyView, stored: Stored[Sheet], to_parents: bool) -> None:
        name, child = view.child.record.name, view.child.id
        if to_parents:
            request = previews.of_status(EffortPaper.STATUS, stored.id, name, child)
        else:
            request = previews.of_sheet(document_of(stored.record), stored.id, name, child=child)
        self.desk.preview_asked.emit(request)

    def _close_aside(self) -> None:
        if self.aside is None:
            return
        old, self.aside = self.aside, None
        if isinstance(old, SheetReading):
            old.leave()
        self._stack.removeWidget(old)
        old.hide()
        old.deleteLater()

    # going

    @Slot(tuple)
    def _on_asked(self, parts: tuple[str, ...]) -> None:
        self._to(*parts)

    @Slot(tuple)
    def _on_led(self, parts: tuple[str, ...]) -> None:
        self.go(*parts)

    def _to(self, *parts: str) -> None:
        if self.view is not None:
            self.go(*way_to(self.view.enrolment, *parts))

    @Slot()
    def _on_next(self) -> None:
        self._to(WRITE, self._next_form)

    @Slot()
    def _back_to_page(self) -> None:
        """To the page; from a goal that a sheet asked for, to the sheet."""
        asked_from = self._parts[3] if self._parts[1:2] == (GOAL,) and len(self._parts) > 3 else ""
        if asked_from:
            self._to(WRITE, asked_from)
        else:
            self._to()

    def _on_refused(self, error: BaseException) -> None:
        self._seen = ""
        self.desk.explain(error)
        self.go(FAMILIES)
