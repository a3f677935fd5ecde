"""Register what happened: sent, receipted, told, closed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tvaerfaglig.domain.underretning import Stage, Step
from tvaerfaglig.ui.widgets import (
    ClockField,
    DayField,
    Prose,
    boxed,
    button,
    card,
    choice,
    col,
    field,
    line_edit,
    row,
)

CHANNELS = (
    ("Digital Post", "Digital Post"),
    ("sikker mail", "Sikker mail"),
    ("kommunens formular", "Kommunens formular"),
    ("telefon", "Telefon"),
    ("møde", "På et møde"),
    ("brev", "Brev eller afleveret"),
)


@dataclass(frozen=True)
class StepWords:
    """How one step is asked about."""

    heading: str
    save: str
    receiver: str
    note: str
    channels: bool = False
    journal: bool = False


WORDS: dict[Stage, StepWords] = {
    Stage.AFSENDT: StepWords(
        "Registrér afsendelse", "Registrér som sendt", "Sendt til", "Note", channels=True
    ),
    Stage.KVITTERET: StepWords(
        "Registrér kvittering",
        "Registrér kvittering",
        "Kvitteret af",
        "Hvad skrev de?",
        journal=True,
    ),
    Stage.ORIENTERET: StepWords(
        "Registrér orientering",
        "Registrér orientering",
        "Hvem fortalte det?",
        "Er en undersøgelse eller indsats begyndt? Hvad fik I at vide?",
    ),
    Stage.LUKKET: StepWords("Luk underretningen", "Luk", "", "Hvordan gik det?"),
}


@dataclass(frozen=True)
class StepNote:
    """What was filled in."""

    stage: Stage
    day: date
    at: time | None
    channel: str
    receiver: str
    spoke_with: str
    number: str
    journal: str
    note: str


class StepForm(QWidget):
    """`saved` sends a `StepNote`; `left` when it is given up."""

    saved = Signal(object)
    left = Signal()

    def __init__(
        self,
        stage: Stage,
        now: Callable[[], datetime],
        receiver: str = "",
        before: Step | None = None,
    ) -> None:
        super().__init__()
        self._stage, self._now = stage, now
        words = WORDS[stage]
        moment = now()
        self.day = DayField(self._today, moment.date())
        self.at = ClockField(moment.time().replace(second=0, microsecond=0))
        self.channel = choice(CHANNELS, CHANNELS[0][0])
        self.receiver = line_edit(receiver if stage is Stage.AFSENDT else "")
        self.number = line_edit(most=40)
        self.journal = line_edit(most=60)
        self.note = Prose(lines=2)
        self.keep = button(words.save, "primary")
        self.stop = button("Fortryd", "quiet")
        self.keep.clicked.connect(self._on_keep_clicked)
        self.stop.clicked.connect(self.left)
        self.channel.chosen_changed.connect(self._show)
        self._heading = words.heading
        if before is not None:
            self._fill(before)
        fields = QVBoxLayout()
        fields.setSpacing(10)
        fields.setContentsMargins(0, 0, 0, 0)
        self._channel = field("Hvordan", self.channel)
        self._number = field("Telefonnummer", self.number, optional=True)
        when = row((field("Dag", self.day), 2), (field("Klokken", self.at), 1), gap="apart")
        fields.addWidget(boxed(when))
        if words.channels:
            fields.addWidget(boxed(row((self._channel, 2), (self._number, 1), gap="apart")))
        if words.receiver:
            fields.addWidget(field(words.receiver, self.receiver, optional=True))
        if words.journal:
            fields.addWidget(field("Sagsnummer", self.journal, optional=True))
        fields.addWidget(field(words.note, self.note, optional=True))
        fields.addLayout(row(..., self.stop, self.keep))
        self.setLayout(col(card(self._heading, fields)))
        for unused in (self._channel, self._number, self.receiver, self.journal):
            if unused.parent() is None:
                unused.setParent(self)
                unused.hide()
        self._show()

    def start(self) -> None:
        (self.channel if self._stage is Stage.AFSENDT else self.day).setFocus()

    def _fill(self, before: Step) -> None:
        """A step that is put right; what was there first stays in the log."""
        self._heading = f"Ret: {before.stage.word.lower()}"
        self.keep.say("Gem rettelsen")
        self.day.set_value(before.day)
        self.at.set_value(before.at)
        self.channel.choose(before.channel)
        self.receiver.setText(before.receiver)
        self.number.setText(before.number)
        self.journal.setText(before.journal)
        self.note.set_text(before.note)

    def _today(self) -> date:
        return self._now().date()

    def _show(self, *_: object) -> None:
        self._number.setHidden(self.channel.chosen() != "telefon")

    @Slot()
    def _on_keep_clicked(self) -> None:
        note = StepNote(
            stage=self._stage,
            day=self.day.value() or self._today(),
            at=self.at.value(),
            channel=self.channel.chosen() if WORDS[self._stage].channels else "",
            receiver=self.receiver.text().strip(),
            spoke_with="",
            number=self.number.text().strip(),
            journal=self.journal.text().strip(),
            note=self.note.text().strip(),
        )
        self.saved.emit(note)
