"""The sheet for the parents, written in plain words before it is printed, and noted when they were given it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.konsultation import Konsultation
from tvaerfaglig.domain.preparing.preparation import ForParents
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.konsultationer.act_sheet import ActSheet
from tvaerfaglig.ui.konsultationer.writer import NoteWriter
from tvaerfaglig.ui.widgets import DayField, Prose, button, card, field, line_edit, row, small, tick
from tvaerfaglig.ui.widgets.layout import Item

LINE = (
    "Korte sætninger, som du ville sige det. Aftalerne kommer med af sig selv, undtagen dem, I har "
    "mærket »Kun for personalet«."
)
VIEWS = "Tag de andres syn og den fælles forståelse med, ord for ord"
ALONE = "Ellers står det kun i notatet."
DOCUMENT = "Ark til forældrene"


class ForParentsSheet(ActSheet):
    """`wanted` when it is to be shown on paper, `given` when it was noted that they have it."""

    wanted = Signal()
    given = Signal()

    def __init__(self, desk: Desk, writer: NoteWriter) -> None:
        self._writer, self._clock = writer, desk.clock
        own, note = self._own, self._note
        self.talked = Prose(own.talked or note.question, lines=3)
        self.well = Prose(own.well or note.going_well, lines=2)
        self.you_do, self.we_do = Prose(own.you_do, lines=2), Prose(own.we_do, lines=2)
        self.contact = line_edit(own.contact, most=120)
        self.views = tick(VIEWS, on=own.views_too)
        self.to = line_edit(own.given_to or self._custody(), most=120)
        self.day = DayField(self._today, own.given_on or self._today())
        self.note_it = button("Notér, at de har fået det", "outlined", "flueben")
        self.note_it.clicked.connect(self.note_given)
        super().__init__(desk, "Ark til forældrene", LINE, "Vis arket")

    def build(self) -> list[Item]:
        already = self._own.given_on
        said = f"Noteret: givet {danish.day(already)}." if already else ""
        return [
            field("Det talte vi om", self.talked),
            field("Det går godt", self.well),
            field("Det gør I, ud over aftalerne", self.you_do, "En linje til hver.", optional=True),
            field("Det gør vi, ud over aftalerne", self.we_do, "En linje til hver.", optional=True),
            field("Hvem kan de ringe til?", self.contact, optional=True),
            self.views,
            small(ALONE),
            card(
                "Når de har fået det",
                row((field("Hvem fik det?", self.to), 3), (field("Dag", self.day), 2), gap="apart"),
                small(said) if said else None,
                row(self.note_it, ...),
            ),
        ]

    @property
    def _note(self) -> Konsultation:
        return self._writer.sitting.note

    @property
    def _own(self) -> ForParents:
        return self._note.for_parents

    def _today(self) -> date:
        return self._clock.now().date()

    def _custody(self) -> str:
        child = self._writer.sitting.page.child
        return danish.join_and([one.name for one in child.record.custody_holders]) if child else ""

    @Slot()
    def do(self) -> None:
        self._write()
        self.wanted.emit()

    def _write(self) -> None:
        """What was not changed from the note's own words follows the note."""
        note = self._note
        talked, well = self.talked.text().strip(), self.well.text().strip()
        after = replace(
            self._own,
            talked="" if talked == note.question.strip() else talked,
            well="" if well == note.going_well.strip() else well,
            you_do=self.you_do.text().strip(),
            we_do=self.we_do.text().strip(),
            contact=self.contact.text().strip(),
            views_too=self.views.isChecked(),
        )
        self._writer.change(for_parents=after)

    @Slot()
    def note_given(self) -> None:
        """It stands on the sheet itself, and with whom the note is shared."""
        day, to = self.day.value(), self.to.text().strip()
        if day is None or not to:
            self.asks.say("Hvem fik det, og hvilken dag?", "info", icon="spoergsmaal")
            self.asks.show()
            self.to.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._write()
        line = f"{DOCUMENT} til {to}, {danish.day(day)}"
        before = self._note.shared_with.rstrip()
        shared = before if line in before else "\n".join(filter(None, (before, line)))
        self._writer.change(
            for_parents=replace(self._own, given_on=day, given_to=to), shared_with=shared
        )
        self.given.emit()
