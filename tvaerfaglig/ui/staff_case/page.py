"""The place: the cases one is a party to, one of them opened, or one of the three forms."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.staff_case import Sealed
from tvaerfaglig.domain.stored import Draft
from tvaerfaglig.services.printing import noting, pressing
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.session import Session
from tvaerfaglig.services.staff_case import cases as sealed_cases
from tvaerfaglig.services.staff_case import paper as sealed_paper
from tvaerfaglig.services.staff_case.cases import NO_IDENTITY, OpenCase, StaffCases
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.place import Place
from tvaerfaglig.ui.preview_request import PreviewRequest
from tvaerfaglig.ui.staff_case.forms import EntryPage, NewCase, SealedForm, StepsPage
from tvaerfaglig.ui.staff_case.reading import CasePage, CasesPage
from tvaerfaglig.ui.widgets import Confirm, Fold, Page

NEW = "ny"


class StaffCasePlace(Place):
    """`open` takes a case's id, "ny", or None. A form left open waits as a sealed draft."""

    help_words = "Kun du og den, du deler med, kan læse det. Esc lukker det, du skriver; det bliver liggende."

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.cases, self.case = CasesPage(), CasePage()
        self.stack = QStackedWidget()
        for page in (self.cases, self.case):
            self.stack.addWidget(page)
        self.set_body(self.stack)
        self._page: StaffCases | None = None
        self._wanted = ""
        self.form: SealedForm | None = None
        self._connect()

    def _connect(self) -> None:
        self.cases.opened.connect(self._go)
        self.cases.new_asked.connect(partial(self.desk.go, "om-en-ansat", NEW))
        self.cases.akut_asked.connect(partial(self.desk.go, "akut"))
        self.case.back.connect(partial(self.desk.go, "om-en-ansat"))
        self.case.more_asked.connect(self._on_more)
        self.case.steps_asked.connect(self._on_steps)
        self.case.correct_asked.connect(self._on_correct)
        self.case.seal_again_asked.connect(self._on_seal_again)
        self.case.print_asked.connect(self.print_now)
        self.case.erase_asked.connect(self._on_erase)
        self.desk.changed.connect(self._on_changed)

    def open(self, argument: object = None) -> None:
        self._close_form()
        self._wanted = argument if isinstance(argument, str) else ""
        if self._wanted and self._wanted != NEW:
            self.desk.ask(_opened, self._wanted).then(self._show, self)
        else:
            self.desk.ask(sealed_cases.cases).then(self._show, self)

    def leave(self) -> None:
        if self.form is not None:
            self.form.keep()

    def save_now(self) -> None:
        self.leave()

    def start(self) -> None:
        if self.form is not None:
            self.form.start()
        elif self.stack.currentWidget() is self.case:
            self.case.more.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.cases.new.setFocus(Qt.FocusReason.OtherFocusReason)

    def print_now(self) -> None:
        opened = self._opened()
        if opened is None or self.form is not None:
            return
        self.desk.preview_asked.emit(
            PreviewRequest(
                title=f"Om {opened.case.concerning}",
                document=noting.SEALED,
                make=partial(_paper, case_id=opened.id),
                record=opened.id,
                purpose_stands=True,
                quiet=True,
                warnings=(
                    "Papiret er ikke forseglet mere. Giv det selv til den, der skal have det.",
                ),
            )
        )

    def on_fold(self, fold: Fold) -> None:
        for page in (self.cases, self.case, self.form):
            if page is not None:
                page.set_fold(fold)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.form is not None:
            self.form.put_away()
        elif event.key() == Qt.Key.Key_Escape and self.stack.currentWidget() is self.case:
            self.desk.go("om-en-ansat")
        else:
            super().keyPressEvent(event)

    def _show(self, page: StaffCases) -> None:
        self._page = page
        opened = self._opened()
        if opened is not None:
            self.case.show_case(page, opened)
        else:
            self.cases.show_cases(page)
        if self.form is None:
            self.stack.setCurrentWidget(self.case if opened else self.cases)
        if self._wanted == NEW:
            self._wanted = ""
            self._write(NewCase(self.desk, page))

    def _opened(self) -> OpenCase | None:
        return self._page.of(self._wanted) if self._page else None

    @Slot(str)
    def _go(self, case_id: str) -> None:
        self.desk.go("om-en-ansat", case_id)

    # writing

    def _write(self, form: SealedForm) -> None:
        if self._page is not None and not self._page.able:
            self.desk.say(NO_IDENTITY, "watch")
            form.deleteLater()
            return
        self._close_form()
        self.form = form
        form.set_fold(self.fold)
        form.finished.connect(self._close_form)
        self._stack(form)
        form.start()
        self.desk.ask(sealed_cases.draft, form.key).then(partial(self._offer, form), self)

    def _stack(self, page: Page) -> None:
        self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)

    def _offer(self, form: SealedForm, draft: Draft | None) -> None:
        if draft is not None and form is self.form and not form.is_touched():
            form.resume(draft)

    @Slot()
    def _close_form(self) -> None:
        if self.form is None:
            return
        old, self.form = self.form, None
        self.stack.removeWidget(old)
        old.hide()
        old.deleteLater()
        here: QWidget = self.case if self._opened() is not None else self.cases
        self.stack.setCurrentWidget(here)
        self.start()

    @Slot()
    def _on_more(self) -> None:
        opened = self._opened()
        if self._page is not None and opened is not None:
            self._write(EntryPage(self.desk, self._page, opened))

    @Slot(str)
    def _on_correct(self, entry: str) -> None:
        opened = self._opened()
        if self._page is not None and opened is not None:
            self._write(EntryPage(self.desk, self._page, opened, opened.case.entry(entry)))

    @Slot()
    def _on_steps(self) -> None:
        opened = self._opened()
        if self._page is not None and opened is not None:
            self._write(StepsPage(self.desk, self._page, opened))

    # the acts

    @Slot()
    def _on_seal_again(self) -> None:
        self.desk.ask(sealed_cases.seal_again, self._wanted).then(self._sealed_again, self)

    def _sealed_again(self, saved: Saved) -> None:
        self.desk.announce(saved.changes)
        self.desk.say("Sagen er forseglet igen. Nu kan I begge åbne den.", "ok")

    @Slot()
    def _on_erase(self) -> None:
        opened = self._opened()
        if opened is None:
            return
        asked = Confirm(
            self.window(),
            f"Slet sagen om {opened.case.concerning}?",
            "Alt, hvad der er skrevet i den, er så væk for jer begge og kan ikke hentes frem. I loggen står, "
            "at en forseglet sag er slettet, af hvem og hvornår.",
            act="Slet sagen",
            safe="Behold",
        )
        asked.accepted.connect(self._erase)
        asked.finished.connect(asked.deleteLater)
        asked.open()

    @Slot()
    def _erase(self) -> None:
        self.desk.ask(sealed_cases.erase, self._wanted).then(self._erased, self)

    def _erased(self, changes: Changes) -> None:
        self.desk.announce(changes, self)
        self.desk.say("Sagen er slettet.", "ok")
        self.desk.go("om-en-ansat")

    @Slot(object, object)
    def _on_changed(self, changes: Changes, _origin: object) -> None:
        if self.isVisible() and changes.touch(Sealed.KIND, "medarbejder"):
            new = [one.record for one in changes.touched if one.kind == Sealed.KIND]
            self._wanted = self._wanted or next(iter(new), "")
            self.desk.ask(sealed_cases.cases).then(self._show, self)


def _opened(session: Session, case_id: str) -> StaffCases:
    """The page with one case on it; that it was opened is noted."""
    sealed_cases.look(session, case_id)
    return sealed_cases.cases(session)


def _paper(session: Session, case_id: str) -> pressing.Pressed:
    return sealed_paper.look_at_paper(session, case_id)
