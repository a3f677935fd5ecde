"""One of the effort's own sheets: a field for each of the form's, new or put right."""

from __future__ import annotations

from tvaerfaglig.domain.efforts.form import FieldType
from tvaerfaglig.domain.efforts.sheets import DRAWN, FieldAnswer, Sheet, missing
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.efforts import sheets, undoing
from tvaerfaglig.services.efforts.own_sheets import OwnForm, OwnSheets
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.ui.children.fields import Missing
from tvaerfaglig.ui.desk import Asked, Desk
from tvaerfaglig.ui.indsatser import SHEETS, way
from tvaerfaglig.ui.indsatser.family.sheet_fields import SheetFields
from tvaerfaglig.ui.indsatser.forms import IndsatsForm, Undo
from tvaerfaglig.ui.widgets import card, guidance

NAMELESS = "Alle, der kan se indsatsen, kan læse det. Skriv uden navne på børn og familier."


class OwnSheetForm(IndsatsForm):
    """Whatever must be there is asked for in place; the rest can wait."""

    KIND = "indsats_eget_ark"

    def __init__(
        self, desk: Desk, own: OwnForm, found: OwnSheets, name: str, sheet: str = ""
    ) -> None:
        self._own, self._effort = own, found.effort
        self.stored: Stored[Sheet] | None = next(
            (one for one in own.written if one.id == sheet), None
        )
        form = own.form
        heading = f"Ret: {form.name}" if self.stored else form.name
        super().__init__(desk, heading, name, "Gem arket", sheet or f"{found.effort}:{form.id}")
        self._written = SheetFields(self.fields)
        self._asked = [one for one in form.fields if one.type not in DRAWN]
        on = self.stored.record.day if self.stored else self.today()
        self.lay_out(
            guidance(f"{form.guidance} {NAMELESS}".strip()),
            card("", self.fields.add_day("dag", "Dag", on), *(self._written.add(one) for one in self._asked)),
        )  # fmt: skip
        if self.stored is not None:
            for one in self._asked:
                self._written.put(one, self.stored.record.answer(one.id))
        self.ready()

    def send(self) -> Asked[Saved]:
        made = Sheet(
            effort=self._effort, form=self._own.form.id, name=self._own.form.name,
            use=self._own.form.use, day=self.fields.must_day("dag"),
            by=self.stored.record.by if self.stored else (),
            answers=tuple(self._answer(one.id) for one in self._asked),
        )  # fmt: skip
        gone = missing(self._own.form, made.answers)
        if gone:
            raise Missing(self._written.first_of(gone[0]), "Hvad skal der stå her?")
        return self.desk.ask(sheets.save, made, self.stored.id if self.stored else None)

    def _answer(self, field_id: str) -> FieldAnswer:
        """A line of the week has no room for a question: it is asked above."""
        one = next(each for each in self._asked if each.id == field_id)
        try:
            return self._written.read(one)
        except Missing as gone:
            if one.type is FieldType.UGE:
                self.tell(gone.question)
            raise

    def said(self) -> str:
        return f"»{self._own.form.name}« er gemt."

    def undo(self, saved: Saved) -> Undo:
        return lambda session: undoing.take_back(session, saved.id)

    def keeps_words(self) -> bool:
        return self.stored is None

    def where(self, saved: Saved) -> str:
        del saved
        return self.beneath()

    def beneath(self) -> str:
        return way(self._effort, SHEETS)
