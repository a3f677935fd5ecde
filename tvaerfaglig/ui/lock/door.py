"""Lås op: pick your name, type your password. Akut is here too, for whoever stands at the screen."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from tvaerfaglig.services.entering import Door, PersonAtDoor
from tvaerfaglig.ui.lock.people import People
from tvaerfaglig.ui.lock.shore import Shore
from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.widgets import (
    PasswordField,
    boxed,
    button,
    col,
    glyph,
    hairline,
    message,
    muted,
    one,
    row,
    scroller,
    small,
    strong,
    title,
)

_FOLDS_AT_EM = 62
_MORNING, _FORENOON, _EVENING = 5, 10, 18


def greeting(now: datetime) -> str:
    """What one says at this hour."""
    if _MORNING <= now.hour < _FORENOON:
        return "Godmorgen"
    if now.hour >= _EVENING or now.hour < _MORNING:
        return "Godaften"
    return "Goddag"


class DoorPage(QWidget):
    """`unlock_asked` carries person id and password. The page keeps neither."""

    unlock_asked = Signal(str, str)
    forgotten = Signal(str)
    akut_asked = Signal()
    demo_asked = Signal()

    def __init__(
        self,
        door: Door,
        now: datetime,
        *,
        last_person: str = "",
        word: str = "",
        logins: dict[str, str] | None = None,
    ) -> None:
        super().__init__()
        self.setObjectName("window")
        self._logins = logins or {}
        self._wrong = 0
        self._open_at = ""
        self.shore = Shore()
        self.people = People(door.people)
        self.go = button("Lås op", "primary", "laas")
        self.password = PasswordField()
        self.caption = strong("Adgangskode")
        self.caption.setBuddy(self.password.edit)
        self.bar = message("", "act")
        self.bar.hide()
        self.hint = message("", "info", icon="laas")
        self.hint.hide()
        self._build(door, now, word)
        self.people.chosen.connect(self._on_chosen)
        self.people.settled.connect(self.start)
        self.go.clicked.connect(self._on_go)
        self.password.edit.returnPressed.connect(self._on_go)
        self.people.choose(last_person)

    def _build(self, door: Door, now: datetime, word: str) -> None:
        house = door.house.removeprefix("Børnehuset ")
        self.akut = button("Akut", "akut", "akut", name="Akut (Ctrl+Shift+A)", checked=False)
        self.akut.clicked.connect(self.akut_asked)
        forgot = button("Glemt adgangskoden?", "link")
        forgot.clicked.connect(self._on_forgotten)
        self.demo = button("Prøv med opdigtede børn", "link")
        self.demo.clicked.connect(self.demo_asked)
        self.demo.setVisible(not door.demo)
        top = row(glyph("tvaerfaglig", "accent", 28), one("Tværfaglig", "section"), ..., self.akut)
        words = [title(f"{greeting(now)} i {house}"), muted(word or "Hvem er du?")]
        tiles = scroller(col(self.people, margins=(0, 2)))
        safe = "Alt, der skrives, ligger krypteret på denne computer. Intet sendes, uden at du gør det."
        form = col(
            top,
            24,
            *words,
            4,
            (tiles, 1),
            2,
            self.caption,
            row((self.password, 1), self.go, gap="tight"),
            self.hint,
            self.bar,
            row(forgot, ..., self.demo),
            hairline(),
            row(glyph("laas", "muted", 16), (small(safe), 1)),
            gap=8,
            margins=(56, 28, 56, 20),
        )
        column = boxed(form)
        self.setLayout(row((self.shore, 42), (column, 83), gap=0))

    def start(self) -> None:
        """The password first: most mornings the name is the same as yesterday."""
        self.password.edit.setFocus()

    def say_wrong(self, words: str) -> None:
        """It did not open. Each try waits a little longer; what was typed is gone, the name stands."""
        self._wrong += 1
        self.password.clear()
        self.bar.say(words, "act")
        wait = min(2 ** (self._wrong - 1), 30)
        self.go.block(f"Vent {wait} sekunder")
        QTimer.singleShot(wait * 1000 if self._wrong > 1 else 0, self, self._open_again)
        self.start()

    def say(self, words: str) -> None:
        self.bar.say(words, "act")

    def say_open(self, words: str) -> None:
        """Another program has the vault: the sentence stands until it has let go, and nothing opens here."""
        if words == self._open_at:
            return
        self._open_at = words
        if words:
            self.bar.say(words, "watch")
            self.go.block("Boksen er åben et andet sted")
        else:
            self.bar.hide()
            self.go.block("")

    def set_busy(self, busy: bool) -> None:
        self.go.block("Låser op" if busy else "")
        self.go.say("Låser op" if busy else "Lås op")

    @Slot()
    def _open_again(self) -> None:
        self.go.block("")
        self.go.say("Lås op")

    @Slot(object)
    def _on_chosen(self, person: PersonAtDoor) -> None:
        self.caption.say(f"Adgangskode til {person.name}")
        self.password.edit.setAccessibleName(f"Adgangskode til {person.name}")
        login = self._logins.get(person.name, "")
        self.hint.setVisible(bool(login))
        if login:
            self.hint.say(f"Demo. Adgangskoden er: {login}")

    @Slot()
    def _on_go(self) -> None:
        person = self.people.person()
        if person and self.password.text() and self.go.isEnabled():
            self.bar.hide()
            self.unlock_asked.emit(person.id, self.password.text())

    @Slot()
    def _on_forgotten(self) -> None:
        person = self.people.person()
        if person:
            self.forgotten.emit(person.id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.shore.setVisible(self.width() >= look().theme.em(_FOLDS_AT_EM))
