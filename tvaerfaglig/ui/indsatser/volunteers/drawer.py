"""A form in a drawer over the room: what one writes is kept as a draft, however the drawer is closed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain.stored import Draft
from tvaerfaglig.services import drafts
from tvaerfaglig.ui.indsatser.volunteers.forms import VolunteerForm
from tvaerfaglig.ui.widgets import SheetHost

WIDE_EM = 40


class FormDrawer(SheetHost):
    """`saved` sends the id of what was written."""

    saved = Signal(str)

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.form: VolunteerForm | None = None
        self.closed.connect(self._on_closed)

    def open_form(self, form: VolunteerForm) -> None:
        """Whoever opens the form anew finds what she had begun."""
        self._drop()
        self.form = form
        form.finished.connect(self.close_sheet)
        form.kept_as.connect(self._on_saved)
        self.open(form, em=WIDE_EM, name=form.heading)
        form.start()
        form.desk.ask(drafts.one, form.key).then(partial(self._offer, form), form)

    def keep(self) -> None:
        if self.form is not None:
            self.form.keep()

    def _offer(self, form: VolunteerForm, draft: Draft | None) -> None:
        if draft is not None and form is self.form and not form.is_touched():
            form.resume(draft)

    @Slot(str)
    def _on_saved(self, which: str) -> None:
        self.close_sheet()
        self.saved.emit(which)

    @Slot()
    def _on_closed(self) -> None:
        self.keep()
        self._drop()

    def _drop(self) -> None:
        old, self.form = self.form, None
        if old is not None:
            old.keep()
            self.let_go()
