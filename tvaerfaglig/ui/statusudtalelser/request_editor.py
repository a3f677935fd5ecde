"""The municipality's request: who asks for what, by when, about which months; and who answers."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.statusudtalelser.records import Statusudtalelse
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.statusudtalelser.writer import StatusWriter
from tvaerfaglig.ui.widgets import DayField, Prose, col, field, guidance, line_edit
from tvaerfaglig.ui.widgets.fields_row import FieldsRow

ABOUT = (
    "Skriv det af, som kommunen har bedt om det. Perioden bestemmer, hvilke observationer der ligger "
    "ved overskrifterne; du kan altid hente de ældre frem."
)


class RequestEditor(QWidget):
    """Every field is sent on as it is left; what is typed in the two texts within half a second."""

    def __init__(self, desk: Desk, writer: StatusWriter) -> None:
        super().__init__()
        self._desk, self._writer = desk, writer
        record = writer.snapshot().record
        asked = record.request
        self.authority = line_edit(asked.authority)
        self.unit = line_edit(asked.unit)
        self.by = line_edit(asked.by)
        self.journal = line_edit(asked.journal, most=60)
        self.on = DayField(self._today, asked.on)
        self.due = DayField(self._today, asked.due, ahead=True)
        self.first = DayField(self._today, record.first)
        self.last = DayField(self._today, record.last)
        self.purpose = Prose(asked.purpose, lines=2)
        self.questions = Prose(asked.questions, lines=5)
        self.relation = line_edit(record.relation)
        self.known_since = line_edit(record.known_since)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        writers = danish.join_and(
            [self._writer.snapshot().names.of_staff(one) for one in self._record.writers]
        )
        body = col(
            guidance(ABOUT),
            _pair(field("Kommune", self.authority), field("Afdeling", self.unit, optional=True)),
            _pair(
                field("Hvem har bedt om den?", self.by, "Sagsbehandlerens navn", optional=True),
                field("Sagsnummer", self.journal, optional=True),
            ),
            _pair(field("Bedt om den", self.on), field("Svar senest", self.due, optional=True)),
            field("Hvad skal den bruges til?", self.purpose, "Fx en børnefaglig undersøgelse"),
            field(
                "Hvad spørger kommunen om?",
                self.questions,
                "Deres spørgsmål, ordret. Du svarer på dem til sidst.",
                optional=True,
            ),
            _pair(field("Perioden fra", self.first), field("til", self.last)),
            _pair(
                field(f"{writers} kender barnet som", self.relation),
                field("Siden", self.known_since, optional=True),
            ),
            gap="apart",
        )
        body.addStretch(1)
        self.setLayout(body)

    @property
    def _record(self) -> Statusudtalelse:
        return self._writer.snapshot().record

    def _connect(self) -> None:
        for one in (self.authority, self.unit, self.by, self.journal):
            one.editingFinished.connect(self._on_request_changed)
        for other in (self.relation, self.known_since):
            other.editingFinished.connect(self._on_own_changed)
        for day in (self.on, self.due):
            day.changed.connect(self._on_request_changed)
        for end in (self.first, self.last):
            end.changed.connect(self._on_own_changed)
        for prose in (self.purpose, self.questions):
            prose.textEdited.connect(self._on_request_changed)

    def _today(self) -> date:
        return self._desk.clock.now().date()

    @Slot()
    def _on_request_changed(self, *_: object) -> None:
        self._writer.ask_for(
            authority=self.authority.text().strip(),
            unit=self.unit.text().strip(),
            by=self.by.text().strip(),
            journal=self.journal.text().strip(),
            on=self.on.value(),
            due=self.due.value(),
            purpose=self.purpose.text().strip(),
            questions=self.questions.text().strip(),
        )

    @Slot()
    def _on_own_changed(self, *_: object) -> None:
        self._writer.set(
            first=self.first.value(),
            last=self.last.value(),
            relation=self.relation.text().strip(),
            known_since=self.known_since.text().strip(),
        )

    def flush(self) -> None:
        """What is in the fields now, left or not."""
        for prose in (self.purpose, self.questions):
            prose.flush()
        self._on_request_changed()
        self._on_own_changed()

    def start(self) -> None:
        empty = (one for one in (self.by, self.due) if not _text(one))
        next(empty, self.by).setFocus(Qt.FocusReason.OtherFocusReason)


def _pair(left: QWidget, right: QWidget) -> QWidget:
    return FieldsRow(((left, 1), (right, 1)), em=30, gap=16)


def _text(one: QLineEdit) -> str:
    return one.text().strip()
