"""A forgotten password: the code from the recovery sheet, and a new password."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from tvaerfaglig.services.lock.door import PersonAtDoor
from tvaerfaglig.services.staffing import advice_on
from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.widgets import (
    PasswordField,
    button,
    card,
    col,
    field,
    guidance,
    line_edit,
    message,
    muted,
    row,
    scroller,
    text,
    title,
)

_WIDE_EM = 46


class _NewPassword(QWidget):
    """A page in the middle of the window with a new password, typed twice."""

    back = Signal()

    def __init__(self, heading: str, line: str, house: str, person: str) -> None:
        super().__init__()
        self.setObjectName("window")
        self._names = (house, person)
        self.first, self.second = (
            PasswordField(name="Ny adgangskode"),
            PasswordField(name="Ny adgangskode igen"),
        )
        advice = "Mindst 12 tegn, eller fire ord, som kun du ville sætte sammen."
        self.bar = message("", "act")
        self.bar.hide()
        self.ok = button("Gem og lås op", "primary", "laas")
        self.ok.clicked.connect(self._on_ok)
        away = button("Tilbage", "outlined")
        away.clicked.connect(self.back)
        middle = card(
            "",
            title(heading),
            muted(line),
            8,
            *self.before(),
            field("Ny adgangskode", self.first, advice),
            field("Den samme igen", self.second),
            self.bar,
            8,
            row(away, ..., self.ok),
        )
        self._middle = middle
        self._area = scroller(col(..., row(..., (middle, 20), ..., margins=(24, 24)), ...))
        self.setLayout(col(self._area, margins=0))
        look().changed.connect(self._fit)
        self._fit()
        for edit in (self.first.edit, self.second.edit):
            edit.returnPressed.connect(self._on_ok)

    def before(self) -> list[QWidget]:
        """What stands above the passwords."""
        return []

    def say(self, words: str) -> None:
        self.bar.say(words, "act")
        QTimer.singleShot(0, self.bar, lambda: self._area.ensureWidgetVisible(self.bar, 0, 24))

    def set_busy(self, busy: bool) -> None:
        self.ok.block("Låser op" if busy else "")
        self.ok.say("Låser op" if busy else "Gem og lås op")

    @Slot()
    def _fit(self) -> None:
        """As wide as a page of a letter, at every size of text."""
        self._middle.setMaximumWidth(look().theme.em(_WIDE_EM))

    def send(self, password: str) -> None:
        raise TypeError(password)

    @Slot()
    def _on_ok(self) -> None:
        password = self.first.text()
        advice = advice_on(password, *self._names)
        if advice:
            self.say(advice)
        elif password != self.second.text():
            self.say("De to er ikke ens. Skriv den igen i det nederste felt.")
        else:
            self.bar.hide()
            self.send(password)


class ForgottenPage(_NewPassword):
    """`code_given` carries person id, code and new password."""

    code_given = Signal(str, str, str)

    def __init__(self, person: PersonAtDoor, house: str) -> None:
        self.code = line_edit(most=120)
        self._person = person
        super().__init__(
            f"Ny adgangskode til {person.name}",
            "Find gendannelsesarket hos lederen. Store og små bogstaver og mellemrum er lige meget.",
            house,
            person.name,
        )

    def before(self) -> list[QWidget]:
        explain = "Koden står på arket i ni felter med fire tegn."
        return [
            field("Koden fra gendannelsesarket", self.code, explain),
            guidance(
                "Har du en forseglet sag om en ansat, kan du ikke åbne den med den nye adgangskode. Den, "
                "du deler den med, kan forsegle den igen."
            ),
        ]

    def send(self, password: str) -> None:
        self.code_given.emit(self._person.id, self.code.text(), password)


class FirstPasswordPage(_NewPassword):
    """The first time: the leader's password gives way to one's own. `chosen` carries old and new."""

    chosen = Signal(str, str)

    def __init__(self, person: PersonAtDoor, house: str, old: str) -> None:
        self._old = old
        super().__init__(
            f"Velkommen, {person.name.split()[0]}",
            "Vælg din egen adgangskode. Den, du fik, gælder kun denne ene gang.",
            house,
            person.name,
        )

    def before(self) -> list[QWidget]:
        return [text("Ingen andre kender den, heller ikke din leder. Skriv den ikke på skærmen.")]

    def send(self, password: str) -> None:
        self.chosen.emit(self._old, password)
