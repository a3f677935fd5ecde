"""One parent, or one sister or brother, in the page with a child's facts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tvaerfaglig.domain.people import Custody, Parent, Sibling
from tvaerfaglig.ui.children.fields import Fields, Missing
from tvaerfaglig.ui.widgets import (
    Choice,
    Tick,
    button,
    col,
    frame,
    line_edit,
    row,
    say_whose,
    section,
)

CUSTODY = (
    (Custody.UKENDT.value, "Ved vi ikke"),
    (Custody.FAELLES.value, "Fælles"),
    (Custody.ENE.value, "Har den alene"),
    (Custody.INGEN.value, "Har den ikke"),
)


T = TypeVar("T")


class _Member(QWidget):
    """A frame with fields that can be taken away. `removed` comes when someone does."""

    removed = Signal()
    CHOSEN: frozenset[str] = frozenset()

    def __init__(
        self, heading: str, today: Callable[[], date], touched: Callable[[], None]
    ) -> None:
        super().__init__()
        self.fields = Fields(today, touched)
        self.heading = section(heading)
        self._away = away = button("Fjern", "small", "luk")
        away.clicked.connect(self.removed)
        self.rows = col(row((self.heading, 1), away), gap="near")
        self.rows.setContentsMargins(12, 8, 12, 12)
        place = QVBoxLayout(self)
        place.setContentsMargins(0, 0, 0, 0)
        place.addWidget(frame("well", self.rows))

    def say_whose(self, whose: str) -> None:
        """Which of the family these fields are about, to one who only hears them."""
        say_whose(self, whose)
        self._away.setAccessibleName(f"Fjern {whose}")

    def is_empty(self) -> bool:
        """Nothing was written: it is left out without a word."""
        kept = self.fields.values()
        return not any(words for name, words in kept.items() if name not in self.CHOSEN)

    def name_of(self) -> str:
        """The name; without one, but with other words, it is asked for."""
        return self.fields.must("name", "Hvad hedder vedkommende? Skriv det, I ved.")

    def read(self, record: Callable[[], T]) -> T:
        """A record made of these fields; what is missing is asked for here, not on the page around."""
        try:
            return record()
        except Missing as missing:
            self.fields.ask(missing)
            raise Missing(missing.name, missing.question, asked=True) from missing


class ParentFields(_Member):
    """A parent or another custody holder; the phone number is not offered while the guard is set."""

    CHOSEN = frozenset({"custody"})

    def __init__(
        self, parent: Parent, today: Callable[[], date], touched: Callable[[], None], *, hides: bool
    ) -> None:
        super().__init__(parent.relation.capitalize() or "Forælder", today, touched)
        self._parent = parent
        f = self.fields
        self.rows.addLayout(
            row(
                (f.add("name", "Navn", line_edit()), 3),
                (f.add("relation", "Er barnets", line_edit(most=40), optional=True), 2),
                (f.add("custody", "Forældremyndighed", Choice(CUSTODY)), 2),
                gap="apart",
            )
        )
        self._lives = Tick("Barnet bor her")
        self._protected = Tick("Adressen er beskyttet")
        self._needs = Tick("Har brug for tolk")
        phone = f.add("phone", "Telefon", line_edit(most=40), optional=True)
        self.rows.addLayout(
            row(
                (f.add("address", "Adresse", line_edit(), optional=True), 3),
                (phone, 2),
                (f.add("language", "Sprog", line_edit(most=60), optional=True), 2),
                gap="apart",
            )
        )
        phone.setHidden(hides)
        self.rows.addWidget(
            f.add("contact", "Samvær", line_edit(), "Hvis barnet ikke bor her.", optional=True)
        )
        self.rows.addLayout(row(self._lives, self._protected, self._needs, ..., gap="apart"))
        f.keep("lives_with", self._lives)
        f.keep("protected", self._protected)
        f.keep("interpreter", self._needs)
        f.put(
            name=parent.name, relation=parent.relation, custody=parent.custody.value,
            address=parent.address, phone=parent.phone, language=parent.language,
            contact=parent.contact, lives_with=parent.lives_with, interpreter=parent.interpreter,
            protected=parent.protected,
        )  # fmt: skip

    def parent_record(self) -> Parent:
        return self.read(self._parent_record)

    def _parent_record(self) -> Parent:
        f = self.fields
        return replace(
            self._parent,
            name=self.name_of(), relation=f.text("relation"), custody=Custody(f.text("custody")),
            address=f.text("address"), phone=f.text("phone"), language=f.text("language"),
            contact=f.text("contact"), lives_with=f.ticked("lives_with"),
            interpreter=f.ticked("interpreter"), protected=f.ticked("protected"),
        )  # fmt: skip

    def kept(self) -> dict[str, Any]:
        return {"id": self._parent.id, **self.fields.values()}

    def resume(self, kept: Mapping[str, object]) -> None:
        self.fields.resume(kept)


class SiblingFields(_Member):
    """A sister or brother: known in the house, or only by name."""

    def __init__(
        self,
        sibling: Sibling,
        known: Mapping[str, str],
        today: Callable[[], date],
        touched: Callable[[], None],
    ) -> None:
        super().__init__("Søster eller bror", today, touched)
        f = self.fields
        self._known = dict(known)
        names = sorted(known.items(), key=lambda pair: pair[1])
        self._child = Choice([("", "Ikke her i huset"), *names])
        self._child.chosen_changed.connect(self._on_known_chosen)
        self.rows.addLayout(
            row(
                (f.add("child", "Kendt barn", self._child), 2),
                (f.add("name", "Navn", line_edit()), 2),
                (f.add_day("born", "Født", optional=True), 2),
                gap="apart",
            )
        )
        self.rows.addWidget(f.add("note", "Bemærkning", line_edit(), optional=True))
        f.put(child=sibling.child, name=sibling.name, born=sibling.born, note=sibling.note)

    def sibling_record(self) -> Sibling:
        return self.read(self._sibling_record)

    def _sibling_record(self) -> Sibling:
        f = self.fields
        return Sibling(
            name=self.name_of(), born=f.day_of("born"), child=f.text("child"), note=f.text("note")
        )

    def kept(self) -> dict[str, Any]:
        return dict(self.fields.values())

    def resume(self, kept: Mapping[str, object]) -> None:
        self.fields.resume(kept)

    def _on_known_chosen(self, key: str) -> None:
        if key:
            self.fields.put(name=self._known[key])
