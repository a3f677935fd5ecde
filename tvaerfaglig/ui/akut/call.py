"""The note of the call: which child, when, with whom, and against whom the suspicion is."""

from __future__ import annotations

from datetime import time

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame

from tvaerfaglig.domain.errors import ForPeople
from tvaerfaglig.domain.local_numbers import LocalNumbers
from tvaerfaglig.domain.protection import Against
from tvaerfaglig.domain.texts import Akut
from tvaerfaglig.services.letters import phoning
from tvaerfaglig.services.letters.phoning import KIND
from tvaerfaglig.services.observations import reading as observations
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.kept_words import KeptWords, Words
from tvaerfaglig.ui.widgets import (
    ClockField,
    ListRow,
    Picker,
    boxed,
    button,
    choice,
    col,
    field,
    line_edit,
    message,
    row,
    small,
    spread,
    strong,
)

_AGAINST = (
    ("", "Ikke vold eller overgreb"),
    *(
        (one.value, f"Mod {one.word}" if one is not Against.UKENDT else "Ved ikke mod hvem")
        for one in Against
    ),
)


class CallForm(QFrame):
    """Keeps the call; the letter is then begun and waits as a task. `done` carries the letter's id."""

    done = Signal()

    def __init__(self, desk: Desk, texts: Akut, numbers: LocalNumbers) -> None:
        super().__init__()
        self.setProperty("kind", "well")
        self._desk = desk
        self._number = ""
        self.take_numbers(numbers)
        self.who = Picker(name="Barn", placeholder="Skriv et navn")
        self.at = ClockField(desk.clock.now().time().replace(second=0, microsecond=0))
        self.spoke_with = line_edit()
        self.against = choice(_AGAINST, name="Mistanke om vold eller overgreb")
        self.bar = message("", "watch")
        self.bar.hide()
        self.keep = button("Gem opkaldet", "small")
        self.keep.clicked.connect(self._on_keep)
        self.begin = button("Skriv opkaldet ned", "small", "kladde")
        self.begin.clicked.connect(self._on_begin)
        words = boxed(row(strong(texts.afterwards), (small(texts.afterwards_help), 1)))
        self.fields = boxed(
            col(
                row(
                    (field("Barn", self.who), 5),
                    (field("Klokken", self.at), 2),
                    (field("Mistanke", self.against), 5),
                    gap="near",
                ),
                field("Talte med, og hvad I aftalte", self.spoke_with),
                gap=6,
            )
        )
        self.fields.hide()
        self.keep.hide()
        self.setLayout(
            col(
                spread(words, self.begin, self.keep),
                self.fields,
                self.bar,
                gap=6,
                margins=(14, 8, 14, 8),
            )
        )
        self._draft = KeptWords(desk, KIND, self._written, self._put, self)
        self.spoke_with.textChanged.connect(self._draft.touch)
        self.who.picked.connect(self._draft.touch)
        self.against.chosen_changed.connect(self._draft.touch)
        self.at.changed.connect(self._draft.touch)
        desk.ask(observations.who_to_choose).then(self._offer, self)

    def leave(self) -> None:
        """Keep what is being written."""
        self._draft.keep()

    def _written(self) -> Words:
        at = self.at.value()
        told = {
            "child": self.who.chosen(),
            "words": self.spoke_with.text(),
            "against": self.against.chosen(),
        }
        clock = {"at": at.isoformat("minutes")} if at else {}
        return {**told, **clock} if any(told.values()) else {}

    def _put(self, words: Words) -> None:
        """A call that was begun stands there with its own hour; without one the fields fold away."""
        self.who.choose(words.get("child", ""))
        self.spoke_with.setText(words.get("words", ""))
        self.against.choose(words.get("against", ""))
        if words:
            self._on_begin()
            self.at.set_value(time.fromisoformat(words["at"]) if "at" in words else None)
            self.bar.say("Du var i gang. Det, du skrev om opkaldet, står her.", "info")
        self.fields.setVisible(bool(words))
        self.keep.setVisible(bool(words))
        self.begin.setHidden(bool(words))
        self.bar.setVisible(bool(words))

    def take_numbers(self, numbers: LocalNumbers) -> None:
        """The one that is noted with the call."""
        self._number = next((one.number for one in numbers.numbers if one.id == "kommunen"), "")

    def child(self) -> str:
        """The child chosen, or nothing."""
        return self.who.chosen()

    def _offer(self, choosable: observations.WhoToChoose) -> None:
        self.who.offer(
            [ListRow(key=one, title=name, aside=place) for one, name, place in choosable.children]
        )
        self._draft.open(KIND)

    @Slot()
    def _on_keep(self) -> None:
        against = Against(self.against.chosen()) if self.against.chosen() else None
        self._desk.ask(
            phoning.phoned,
            self.who.chosen(),
            at=self.at.value(),
            spoke_with=self.spoke_with.text(),
            number=self._number,
            against=against,
        ).then(self._kept, self, failed=self._refused)

    @Slot()
    def _on_begin(self) -> None:
        """Fold the fields out; the numbers and the steps stood first."""
        self.fields.show()
        self.keep.show()
        self.begin.hide()
        self.at.set_value(self._desk.clock.now().time().replace(second=0, microsecond=0))
        self.who.setFocus()

    def _refused(self, error: BaseException) -> None:
        if isinstance(error, ForPeople):
            self.bar.say(str(error), "watch")
        else:
            self._desk.explain(error)

    def _kept(self, saved: Saved) -> None:
        self._desk.announce(saved.changes, self)
        self._desk.say("Opkaldet er gemt. Brevet venter på dig under Underretninger.", "ok")
        self._draft.done()
        self.done.emit()
