"""Log a call in ten seconds: who, what was said, what they promised. When, and which number, stand there already."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.follow_up import Contacted, How
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.kept_words import KeptWords, Words
from tvaerfaglig.ui.widgets import (
    ChipGroup,
    ClockField,
    DayField,
    Field,
    Pick,
    Prose,
    boxed,
    button,
    card,
    col,
    field,
    line_edit,
    row,
    small,
)

KIND = "kontakt_kladde"
_UNREAD = "Hvilken dag? Skriv fx i går eller 10.11."


@dataclass(frozen=True, slots=True)
class Last:
    """Whom one rang last, under which number: most often one rings there again."""

    whom: str = ""
    number: str = ""


class CallForm(QWidget):
    """`saved` sends (Contacted, id of the call that is put right or ""); `left` when it is given up."""

    saved = Signal(object, str)
    left = Signal()

    def __init__(
        self, desk: Desk, letter: str, last: Last, contact: tuple[str, Contacted] | None = None
    ) -> None:
        super().__init__()
        self._now: Callable[[], datetime] = desk.clock.now
        self._letter, self._last, self._contact = letter, last, contact
        self._corrects = contact[0] if contact else ""
        ways = [Pick(one.value, one.word) for one in How]
        self.how = ChipGroup(ways, (How.RINGEDE.value,), name="Hvordan", several=False)
        self.whom = line_edit(last.whom, most=120)
        self.number = line_edit(last.number, most=40)
        self.day = DayField(self._today)
        self.at = ClockField()
        self.said = Prose(lines=2)
        self.promised = line_edit(most=160)
        self.promised_on = DayField(self._today, ahead=True)
        self.keep = button("Ret opkaldet" if contact else "Gem opkaldet", "primary")
        self.stop = button("Fortryd", "quiet")
        self._pause = small("Du må gerne tage en tænkepause og ringe tilbage.")
        self._lay_out()
        self._fresh()
        self._kept = KeptWords(desk, KIND, self._written, self._put, self)
        if contact:
            self._fill(contact[1])
        else:
            self._kept.open(f"{KIND}:{letter}")
        self._connect()
        self._on_how_changed()

    def _lay_out(self) -> None:
        self._day = field("Dag", self.day)
        self._promise: Field = field("Senest", self.promised_on, optional=True)
        heading = "Ret opkaldet" if self._contact else "Opkald til kommunen"
        line = "Den første udgave bliver stående i historikken." if self._contact else ""
        self.setLayout(
            col(
                card(
                    heading,
                    small(line) if line else None,
                    self.how,
                    self._pause,
                    boxed(
                        row(
                            (field("Hvem talte du med?", self.whom), 3),
                            (field("Nummer", self.number, optional=True), 2),
                            gap="apart",
                        )
                    ),
                    field("Hvad blev der sagt?", self.said, optional=True),
                    boxed(
                        row(
                            (field("Hvad lovede de?", self.promised, optional=True), 3),
                            (self._promise, 2),
                            gap="apart",
                        )
                    ),
                    boxed(row((self._day, 2), (field("Klokken", self.at), 1), gap="apart")),
                    row(small("Ctrl+Enter gemmer"), ..., self.stop, self.keep),
                )
            )
        )

    def _connect(self) -> None:
        for edit in (self.whom, self.number, self.promised):
            edit.textEdited.connect(self._kept.touch)
            edit.returnPressed.connect(self._on_return)
        self.said.textChanged.connect(self._kept.touch)
        self.how.changed.connect(self._on_how_changed)
        self.keep.clicked.connect(self._on_keep_clicked)
        self.stop.clicked.connect(self._on_stop_clicked)

    def start(self) -> None:
        self.whom.setFocus()
        self.whom.selectAll()

    def leave(self) -> None:
        """Keep what is being written."""
        if not self._corrects:
            self._kept.keep()

    def take(self) -> None:
        """It is saved."""
        if not self._corrects:
            self._kept.done()

    def contact(self) -> Contacted | None:
        """What is written; None (and a question at the field) where a day cannot be read."""
        day = self.day.value()
        self._day.ask("" if day else _UNREAD)
        promised_on = self.promised_on.value()
        unread = bool(self.promised_on.text().strip()) and promised_on is None
        self._promise.ask("Hvilken dag? Skriv fx fredag eller 3.12." if unread else "")
        if day is None or unread:
            (self.day if day is None else self.promised_on).setFocus()
            return None
        chosen = next(iter(self.how.chosen()), How.RINGEDE.value)
        return Contacted(
            underretning=self._letter,
            child="",
            day=day,
            at=self.at.value(),
            how=How(chosen),
            whom=self.whom.text(),
            number=self.number.text(),
            said=self.said.text(),
            promised=self.promised.text(),
            promised_on=promised_on,
        )

    def _today(self) -> date:
        return self._now().date()

    def _fresh(self) -> None:
        moment = self._now()
        self.day.set_value(moment.date())
        self.at.set_value(time(moment.hour, moment.minute))

    def _fill(self, made: Contacted) -> None:
        self.how.choose((made.how.value,))
        self.whom.setText(made.whom)
        self.number.setText(made.number)
        self.said.set_text(made.said)
        self.promised.setText(made.promised)
        self.promised_on.set_value(made.promised_on)
        self.day.set_value(made.day)
        self.at.set_value(made.at)

    def _written(self) -> Words:
        """Only what somebody wrote is worth keeping; the day and the number stand there by themselves."""
        words = {"said": self.said.text(), "promised": self.promised.text()}
        if not any(one.strip() for one in words.values()):
            return {}
        return {
            **words,
            "whom": self.whom.text(),
            "number": self.number.text(),
            "how": next(iter(self.how.chosen()), ""),
            "day": self.day.text(),
            "at": self.at.text(),
            "promised_on": self.promised_on.text(),
        }

    def _put(self, words: Words) -> None:
        edits: tuple[tuple[str, QLineEdit], ...] = (
            ("promised", self.promised),
            ("promised_on", self.promised_on),
        )
        for name, edit in edits:
            edit.setText(words.get(name, ""))
        self.whom.setText(words.get("whom", self._last.whom))
        self.number.setText(words.get("number", self._last.number))
        self.said.set_text(words.get("said", ""))
        self.how.choose((words.get("how") or How.RINGEDE.value,))
        if words:
            self.day.setText(words.get("day", ""))
            self.at.setText(words.get("at", ""))
        else:
            self._fresh()

    @Slot()
    def _on_how_changed(self) -> None:
        """Whoever is rung up may think first."""
        self._pause.setVisible(How.BLEV_RINGET_OP.value in self.how.chosen())

    @Slot()
    def _on_return(self) -> None:
        """Enter goes on to the next field, so that nothing is saved half said."""
        edit: QObject | None = self.sender()
        following = {self.whom: self.said, self.number: self.said, self.promised: self.promised_on}
        if isinstance(edit, QLineEdit):
            following[edit].setFocus()

    @Slot()
    def _on_keep_clicked(self) -> None:
        made = self.contact()
        if made is not None:
            self.saved.emit(made, self._corrects)

    @Slot()
    def _on_stop_clicked(self) -> None:
        self.leave()
        self.left.emit()


def last_of(contacts: tuple[Contacted, ...]) -> Last:
    """From the newest call that has a number, or else a name."""
    found = [one for one in contacts if one.number or one.whom]
    return Last(found[-1].whom, found[-1].number) if found else Last()


def when_words(day: date, at: time | None) -> str:
    """»tir 10. nov. 2026 kl. 8.15«"""
    return f"{danish.day_table(day)}{f' kl. {danish.clock(at)}' if at else ''}"
