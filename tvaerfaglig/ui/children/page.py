"""Børn: the list at the left, and at the right one child, a form about her, or a file of hers."""

from __future__ import annotations

import json
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.people import Staff
from tvaerfaglig.domain.stored import Draft
from tvaerfaglig.services import drafts
from tvaerfaglig.services.children import facts as child_facts
from tvaerfaglig.services.children import protecting, register
from tvaerfaglig.services.children import timeline as timelines
from tvaerfaglig.services.children.attachments import Content
from tvaerfaglig.services.children.facts import Facts
from tvaerfaglig.services.children.register import ChildRow
from tvaerfaglig.services.children.timeline import History
from tvaerfaglig.services.lists.tables import Which
from tvaerfaglig.ui.children import NewChild, OpenChild
from tvaerfaglig.ui.children.birth_form import BirthForm
from tvaerfaglig.ui.children.child_list import ChildList
from tvaerfaglig.ui.children.child_view import ChildView
from tvaerfaglig.ui.children.facts_form import FactsForm
from tvaerfaglig.ui.children.form import DraftPage, EntryForm
from tvaerfaglig.ui.children.forms import FACTS, SHARING, TELLS_PARENTS, THREAD, made_form
from tvaerfaglig.ui.children.position_form import NotNowForm
from tvaerfaglig.ui.children.sharing_forms import SharingForm
from tvaerfaglig.ui.children.thread_page import ThreadPage
from tvaerfaglig.ui.children.viewer import Viewer
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.place import Place
from tvaerfaglig.ui.widgets import Fold, Page, boxed, empty, row

FACTS_GONE = "Værnet er sat, så siden med oplysninger er lukket. Din kladde ligger her, når du åbner den igen."
GONE = "Det er væk, så længe værnet er sat. Din kladde ligger her endnu."


class ChildrenPlace(Place):
    """`open` takes a child's id, an `OpenChild`, a `NewChild`, or None. A form left open waits as a draft."""

    form_opened = Signal()
    help_words = (
        "Skriv et navn for at finde et barn, pil ned til listen, Enter åbner. På tidslinjen går pilene "
        "fra ting til ting, og Enter folder ud."
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.list = ChildList(self._today)
        self.view = ChildView(desk)
        self._nobody = empty(
            "boern", "Vælg et barn", "At åbne et barns side bliver skrevet i loggen."
        )
        self._aside: Page | None = None
        self._left_too = False
        self._pending = OpenChild("")
        self.right = QStackedWidget()
        for widget in (self._nobody, self.view):
            self.right.addWidget(widget)
        self.set_body(boxed(row(self.list, (self.right, 1), gap=0)))
        self._connect()

    def _connect(self) -> None:
        self.list.opened.connect(self._on_child_chosen)
        self.list.new_child.connect(self._on_new_child)
        self.list.left_wanted.connect(self._on_left_wanted)
        self.list.list_wanted.connect(self._on_list_wanted)
        self.list.table_wanted.connect(self._on_table_wanted)
        if self.desk.me.role.leads:
            self.list.offer_lists()
        self.list.need_asked.connect(partial(self.desk.go, "noedadgang"))
        self.view.write.connect(self.write)
        self.view.resume.connect(self.resume)
        self.view.viewing.connect(self._on_viewing)
        self.view.loaded.connect(self._on_loaded)
        self.view.refused.connect(self._on_refused)
        self.view.back_pressed.connect(self._back_to_list)
        self.desk.changed.connect(self._on_changed)

    # the way here and away

    @property
    def child_at_hand(self) -> str | None:
        """For Ctrl+N from here."""
        return self.view.child_id or None

    def open(self, argument: object = None) -> None:
        self._load_rows()
        self._close_aside()
        if isinstance(argument, NewChild):
            self._on_new_child()
        elif isinstance(argument, OpenChild):
            self._pending = argument
            self._open_child(argument.child)
        elif isinstance(argument, str) and argument:
            self._open_child(argument)
        elif self.fold >= Fold.LIST:
            self._show(self._nobody)

    def leave(self) -> None:
        if isinstance(self._aside, DraftPage):
            self._aside.keep()

    def save_now(self) -> None:
        self.leave()

    def find_here(self) -> None:
        self._show_list(shown=True)
        self.list.typed.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.list.typed.selectAll()

    def start(self) -> None:
        if isinstance(self._aside, DraftPage | Viewer | ThreadPage):
            self._aside.start()
        elif self.list.isVisible():
            at: QWidget = self.list.list if self.list.list.current() else self.list.typed
            at.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.view.start()

    def on_fold(self, fold: Fold) -> None:
        self.view.set_fold(fold)
        self.list.set_bound(fold < Fold.LIST)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes what lies over the child's page, then leads back to a folded list."""
        if event.key() == Qt.Key.Key_Escape and self._step_back():
            return
        super().keyPressEvent(event)

    def _step_back(self) -> bool:
        if isinstance(self._aside, DraftPage):
            self._aside.put_away()
        elif self._aside is not None:
            self._close_aside()
        elif self.fold >= Fold.LIST and not self.list.isVisible():
            self._back_to_list()
        else:
            return False
        return True

    # the list

    def _load_rows(self) -> None:
        self.desk.ask(register.child_rows, left_too=self._left_too).then(self._show_rows, self)
        self.desk.ask(child_facts.may_enrol).then(self.list.new.setVisible, self)

    def _show_rows(self, rows: list[ChildRow]) -> None:
        self.list.show_rows(rows)
        if self.view.child_id:
            self.list.choose(self.view.child_id)
            if self.list.typed.hasFocus() and not self.list.typed.text():
                self.list.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _on_child_chosen(self, child: str) -> None:
        self.leave()
        self._close_aside()
        self._open_child(child)
        if not self.list.isVisible():
            self.view.start()

    @Slot(bool)
    def _on_left_wanted(self, wanted: bool) -> None:
        self._left_too = wanted
        self._load_rows()

    @Slot()
    def _on_table_wanted(self) -> None:
        self.desk.go("udskrifter", Which.CHILDREN)

    @Slot()
    def _on_list_wanted(self) -> None:
        self.desk.go("indstillinger", "lister")

    def _open_child(self, child: str) -> None:
        self.view.show_child(child)
        self.list.choose(child)
        if self._pending.child == child:
            self.view.show_tab(self._pending.tab)
        self._show(self.view)

    @Slot()
    def _on_loaded(self) -> None:
        self._close_what_tells_parents()
        wanted, self._pending = self._pending, OpenChild("")
        if wanted.child != self.view.child_id:
            return
        if wanted.write:
            self.write(wanted.write, wanted.record)
        elif wanted.record:
            self.view.go_to(wanted.record)

    def _close_what_tells_parents(self) -> None:
        """The guard was set while such a form stood open: it goes, and its draft waits."""
        page, form = self.view.page, self._aside
        hides = page is not None and page.hides_parents
        if hides and isinstance(form, EntryForm) and form.KIND in TELLS_PARENTS:
            form.keep()
            self._close_aside()
            self.desk.say(GONE, "act")
        elif hides and isinstance(form, FactsForm) and not form.facts.hides_parents:
            form.keep()
            self._close_aside()
            self.desk.say(FACTS_GONE, "act")

    @Slot()
    def _on_refused(self) -> None:
        self._close_aside()
        self._show(self._nobody)
        self._load_rows()

    # forms and files beside the page

    @Slot(str, str)
    def write(self, kind: str, record: str = "") -> None:
        """Open the form of a kind, with a record to correct or without."""
        child = self.view.child_id
        if kind == THREAD:
            self._open_thread(record)
        elif kind == FACTS:
            self.desk.ask(child_facts.facts, child).then(partial(self._open_facts, None), self)
        elif kind == SHARING:
            ask = self.desk.ask(protecting.colleagues_to_share_with)
            ask.then(partial(self._open_sharing, None), self)
        elif record:
            history = self.desk.ask(timelines.history, record)
            history.then(partial(self._open_form, kind, None), self)
        else:
            self._open_form(kind, None, None)

    @Slot(object)
    def resume(self, draft: Draft) -> None:
        """Go on with a draft: the same form, with what was written."""
        record = str(json.loads(draft.content).get("record", ""))
        if draft.kind == FACTS:
            ask = self.desk.ask(child_facts.facts, record)
            ask.then(partial(self._open_facts, draft), self)
        elif draft.kind == SHARING:
            people = self.desk.ask(protecting.colleagues_to_share_with)
            people.then(partial(self._open_sharing, draft), self)
        elif record:
            history = self.desk.ask(timelines.history, record)
            history.then(partial(self._open_form, draft.kind, draft), self)
        else:
            self._open_form(draft.kind, draft, None)

    def _open_form(self, kind: str, draft: Draft | None, history: History | None) -> None:
        page = self.view.page
        if page is None:
            return
        form = made_form(self.desk, page, kind, history.stored if history else None)
        if form is None:
            self.desk.say(GONE, "act")
            return
        if isinstance(form, NotNowForm):
            form.underret.connect(self.view.underret)
        self._open_draft_page(form, draft)

    def _open_sharing(self, draft: Draft | None, people: list[tuple[str, Staff]]) -> None:
        if self.view.page is not None:
            self._open_draft_page(SharingForm(self.desk, self.view.page, people), draft)

    def _open_facts(self, draft: Draft | None, facts: Facts) -> None:
        form = FactsForm(self.desk, facts)
        form.enrolled.connect(self._open_child)
        form.birth_asked.connect(partial(self.write, BirthForm.KIND))
        self._open_draft_page(form, draft)

    def _open_draft_page(self, form: DraftPage, draft: Draft | None) -> None:
        self._close_aside()
        if draft is not None:
            form.resume(draft)
        form.finished.connect(self._close_aside)
        self._put_aside(form)
        form.start()
        if draft is None:
            self.desk.ask(drafts.one, form.key).then(partial(self._offer_draft, form), self)
        self.form_opened.emit()

    def _offer_draft(self, form: DraftPage, draft: Draft | None) -> None:
        """One who opens the form anew finds what she had begun."""
        if draft is not None and form is self._aside and not form.is_touched():
            form.resume(draft)

    @Slot()
    def _on_new_child(self) -> None:
        self.desk.ask(child_facts.facts).then(partial(self._open_facts, None), self)

    @Slot(object)
    def _on_viewing(self, content: Content) -> None:
        page = self.view.page
        viewer = Viewer(content, page.child.name if page else "")
        viewer.closed.connect(self._close_aside)
        self._close_aside()
        self._put_aside(viewer)
        viewer.start()

    def _open_thread(self, concern: str) -> None:
        made = ThreadPage(self.desk, concern)
        made.closed.connect(self._close_aside)
        made.opened.connect(self._on_step_opened)
        self._close_aside()
        self._put_aside(made)
        made.start()

    @Slot(str, str)
    def _on_step_opened(self, kind: str, record: str) -> None:
        """A konsultation and an agreement have pages of their own; the rest stands on the timeline."""
        if kind in {"konsultation", "aftale"}:
            self.desk.go(
                "konsultationer", record if kind == "konsultation" else f"aftaler:{record}"
            )
            return
        self._close_aside()
        self.view.show_tab("tidslinje")
        self.view.go_to(record)

    def _put_aside(self, page: Page) -> None:
        self._aside = page
        page.set_fold(self.fold)
        self.right.addWidget(page)
        self._show(page)

    @Slot()
    def _close_aside(self) -> None:
        if self._aside is None:
            return
        old, self._aside = self._aside, None
        self.right.removeWidget(old)
        old.hide()
        old.deleteLater()
        self._show(self.view if self.view.child_id else self._nobody)
        self.view.start()

    # what stands where

    def _show(self, page: QWidget) -> None:
        self.right.setCurrentWidget(page)
        self._arrange()

    def _arrange(self) -> None:
        """Folded, either the list or what is chosen; else both."""
        folded = self.fold >= Fold.LIST
        chosen = self.right.currentWidget() is not self._nobody
        self.view.child_head.back.setVisible(folded)
        self._show_list(shown=not folded or not chosen)

    def _show_list(self, *, shown: bool) -> None:
        folded = self.fold >= Fold.LIST
        self.list.setVisible(shown)
        self.right.setVisible(not (folded and shown))

    @Slot()
    def _back_to_list(self) -> None:
        self._show_list(shown=True)
        self.list.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_changed(self, changes: Changes, _origin: object) -> None:
        del changes
        self._load_rows()

    def _today(self) -> date:
        return self.desk.clock.now().date()
