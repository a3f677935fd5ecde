"""Lås op: pick your name, type your password. Akut is here too, for whoever stands at the screen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QSize, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.services.lock.door import Door, PersonAtDoor
from tvaerfaglig.ui.lock.people import People
from tvaerfaglig.ui.lock.shore import Shore
from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.widgets import (
    PasswordField,
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
_TWO_TILES_EM = 11
_COUNTS_MS = 250
_ELSEWHERE = "Boksen er åben et andet sted"
_MORNING, _FORENOON, _EVENING = 5, 10, 18


def greeting(now: datetime) -> str:
    """What one says at this hour."""
    if _MORNING <= now.hour < _FORENOON:
        return "Godmorgen"
    if now.hour >= _EVENING or now.hour < _MORNING:
        return "Godaften"
    return "Goddag"


class _Least(QWidget):
    """The tiles take what room there is, and ask for no more than two rows of it."""

    def __init__(self, tiles: QWidget) -> None:
        super().__init__()
        self.setLayout(col(tiles, gap=0))

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), look().theme.em(_TWO_TILES_EM))

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), look().theme.em(_TWO_TILES_EM))


class DoorPage(QWidget):
    """`unlock_asked` carries person id and password. The page keeps neither."""

    unlock_asked = Signal(str, str)
    forgotten = Signal(str)
    note_asked = Signal(str)
    akut_asked = Signal()
    demo_asked = Signal()
    bring_back_asked = Signal()

    def __init__(
        self,
        door: Door,
        now: datetime,
        waits: Callable[[str], int] = lambda _: 0,
        *,
        last_person: str = "",
        word: str = "",
        logins: dict[str, str] | None = None,
    ) -> None:
        super().__init__()
        self.setObjectName("window")
        self._logins = logins or {}
        self._waits = waits
        self._renewed = ""
        self._busy = False
        self._second = QTimer(self)
        self._second.setInterval(_COUNTS_MS)
        self._second.timeout.connect(self._count_down)
        self._open_at = ""
        self.shore = Shore()
        self.people = People(door.people)
        self.go = button("Lås op", "primary", "laas")
        self.password = PasswordField()
        self.caption = strong("Adgangskode")
        self.caption.setBuddy(self.password.edit)
        self.bar = message("", "act")
        self.bar.pressed.connect(self.bring_back_asked)
        self.bar.hide()
        self.where = message("", "watch")
        self.where.closed.connect(self.where.hide)
        self.where.hide()
        self.wait = muted("")
        self.wait.hide()
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
        self.akut = button("Akut", "akut", "akut", name="Akut (Ctrl+Shift+A)")
        self.akut.clicked.connect(self.akut_asked)
        forgot = button("Glemt adgangskoden?", "link")
        forgot.clicked.connect(self._on_forgotten)
        self.note = button("Hurtig note", "link", name="Hurtig note (Ctrl+N)")
        self.note.clicked.connect(self.ask_for_note)
        if not door.people:
            self.note.hide()
        self.demo = button("Prøv med opdigtede børn", "link")
        self.demo.clicked.connect(self.demo_asked)
        if door.demo:
            self.demo.hide()
        top = row(glyph("tvaerfaglig", "accent", 28), one("Tværfaglig", "section"), ..., self.akut)
        words = [title(f"{greeting(now)} i {house}"), muted(word or "Hvem er du?")]
        tiles = _Least(scroller(col(self.people, margins=(0, 2))))
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
            self.wait,
            self.where,
            row(forgot, self.note, ..., self.demo),
            hairline(),
            row(glyph("laas", "muted", 16), (small(safe), 1)),
            gap=8,
            margins=(56, 28, 56, 20),
        )
        self._area = scroller(form)  # on a small screen, or with large text, all of it is reached
        self.setLayout(row((self.shore, 42), (self._area, 83), gap=0))

    def start(self) -> None:
        """The password first: most mornings the name is the same as yesterday."""
        self.password.edit.setFocus()

    def say_wrong(self, words: str) -> None:
        """It did not open. Each try waits a little longer; what was typed is gone, the name stands."""
        self.password.clear()
        self.say(words)
        self._count_down()
        self.start()

    def say(self, words: str) -> None:
        self.bar.say(words, "act")
        self._in_sight()

    def say_done(self, words: str) -> None:
        self.bar.say(words, "ok")
        self._in_sight()

    def say_where(self, words: str) -> None:
        """About the place the vault lies in: above the password, and no hindrance."""
        self.where.say(words, "watch", closable=True)

    def say_damaged(self, words: str) -> None:
        """The vault does not open as it is: a copy can be brought back from here."""
        self.bar.say(words, "act", link="Hent en sikkerhedskopi frem")
        self._in_sight()

    def say_open(self, words: str) -> None:
        """Another program has the vault: the sentence stands until it has let go, and nothing opens here."""
        if words == self._open_at:
            return
        self._open_at = words
        if words:
            self.bar.say(words, "watch")
            self._in_sight()
        else:
            self.bar.hide()
        self._settle()

    def set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.go.say("Låser op" if busy else "Lås op")
        self._settle()

    def say_renewed(self, hundredth: int) -> None:
        """How far a vault of an earlier version has come on its way to this one; said in tenths."""
        words = f"Programmet er nyt siden sidst, og boksen gøres klar til det: {hundredth // 10}0 %"
        if words != self._renewed:
            self._renewed = words
            self.bar.say(words.replace(" 00 %", " 0 %"), "info")
            self._in_sight()

    def _settle(self) -> None:
        """Whether one may try now, and why not."""
        waits = bool(self._second.isActive())
        reasons = ("Låser op", self._busy), ("Vent lidt", waits), (_ELSEWHERE, self._open_at)
        self.go.block(next((words for words, holds in reasons if holds), ""))

    @Slot()
    def _count_down(self) -> None:
        """Said in words beneath the field, and gone when one may try again."""
        person = self.people.person()
        left = self._waits(person.id) if person else 0
        self.wait.setVisible(bool(left))
        if left:
            seconds = danish.count(left, "sekund", "sekunder")
            self.wait.say(f"Du kan prøve igen om {seconds}.")
            self._second.start()
        else:
            self._second.stop()
        self._settle()

    def _in_sight(self) -> None:
        QTimer.singleShot(0, self.bar, lambda: self._area.ensureWidgetVisible(self.bar, 0, 24))

    @Slot(object)
    def _on_chosen(self, person: PersonAtDoor) -> None:
        self.caption.say(f"Adgangskode til {person.name}")
        self.password.edit.setAccessibleName(f"Adgangskode til {person.name}")
        login = self._logins.get(person.name, "")
        self._count_down()
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
    def ask_for_note(self) -> None:
        person = self.people.person()
        if person:
            self.note_asked.emit(person.id)

    @Slot()
    def _on_forgotten(self) -> None:
        person = self.people.person()
        if person:
            self.forgotten.emit(person.id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.shore.setVisible(self.width() >= look().theme.em(_FOLDS_AT_EM))
