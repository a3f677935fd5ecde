"""Lokale numre: what stands on Akut, and when somebody last rang to see that it is right."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QBoxLayout, QFrame, QLineEdit, QVBoxLayout

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.local_numbers import LocalNumber, LocalNumbers
from tvaerfaglig.services import administration
from tvaerfaglig.ui.akut.numbers import NumbersView
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.settings.parts import SectionPage
from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.widgets import (
    DayField,
    Fold,
    button,
    card,
    col,
    empty_layout,
    field,
    frame,
    line_edit,
    page_foot,
    row,
    say_whose,
    small,
)


class NumbersPage(SectionPage):
    """As they are typed they stand beneath as Akut shows them. Kept when one goes elsewhere."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Lokale numre", "De står på Akut, også før nogen har låst op.")
        self._base: LocalNumbers | None = None
        self.lines: list[_Line] = []
        self._numbers_place: QVBoxLayout = col(gap="near")
        self.more = button("Nyt nummer", "link", "plus")
        self.more.clicked.connect(self._on_more)
        self.checked_on = DayField(lambda: desk.clock.now().date())
        self.checked_by = line_edit(most=60)
        self.today = button("Jeg har kontrolleret dem i dag", "outlined")
        self.today.clicked.connect(self._on_today)
        self._view = frame("well", col(margins=12))
        self.save = button("Gem numrene", "primary")
        self.save.clicked.connect(self._on_save)
        foot = page_foot(None, self.save)
        self.saved = foot.saved
        self.saved.say("Bliver også gemt, når du går videre", saved=False)
        self._build()
        self.add_foot(foot)

    def load(self) -> None:
        self.desk.ask(administration.local_numbers).then(self._show, self, failed=self.refuse)

    def leave(self) -> None:
        if self._base is not None and self.numbers() != self._base:
            self._on_save()

    def on_fold(self, fold: Fold) -> None:
        for line in self.lines:
            line.set_folded(fold >= Fold.LIST)
        self._numbers_place.setSpacing(look().theme.gap("away" if fold >= Fold.LIST else "near"))

    def start(self) -> None:
        if self.lines:
            self.lines[0].number.setFocus()

    def _build(self) -> None:
        self.show_cards(
            card("Numrene", self._numbers_place, row(self.more, ...)),
            card(
                "Kontrolleret",
                row(
                    (
                        field(
                            "Den", self.checked_on, "Ring op en gang om året og hør, om de passer."
                        ),
                        1,
                    ),
                    (field("Af", self.checked_by, " "), 1),
                    gap="apart",
                ),
                row(self.today, ...),
            ),
            card("Sådan står de på Akut", self._view),
            small(
                "Numrene ligger i klar tekst ved siden af boksen, så de kan læses uden adgangskode."
            ),
        )

    def _show(self, numbers: LocalNumbers) -> None:
        self._base = numbers
        empty_layout(self._numbers_place)
        self.lines.clear()
        for one in numbers.numbers:
            self._add(one)
        self.checked_on.set_value(numbers.checked_on)
        self.checked_by.setText(numbers.checked_by)
        self._show_view()

    def _add(self, number: LocalNumber) -> _Line:
        line = _Line(number, first=not self.lines)
        line.set_folded(self.fold >= Fold.LIST)
        for edit in (line.name, line.help, line.number):
            edit.textEdited.connect(self._show_view)
        self._numbers_place.addWidget(line)
        self.lines.append(line)
        say_whose(line, number.name or f"linje {len(self.lines)}")
        return line

    def numbers(self) -> LocalNumbers:
        """What the fields say now; a line without name and number is none."""
        assert self._base is not None
        said = [line.value() for line in self.lines]
        return replace(
            self._base,
            numbers=tuple(one for one in said if one.name or one.number),
            checked_on=self.checked_on.value() or self._base.checked_on,
            checked_by=self.checked_by.text().strip() or self._base.checked_by,
        )

    @Slot()
    def _show_view(self) -> None:
        layout = self._view.layout()
        assert layout is not None
        empty_layout(layout)
        layout.addWidget(NumbersView(self.numbers()))

    @Slot()
    def _on_more(self) -> None:
        taken = {line.key for line in self.lines}
        key = next(f"nummer_{n}" for n in range(1, 99) if f"nummer_{n}" not in taken)
        self._add(LocalNumber(id=key, name="")).name.setFocus()

    @Slot()
    def _on_today(self) -> None:
        self.checked_on.set_value(self.desk.clock.now().date())
        self.checked_by.setText(self.desk.me.name)

    @Slot()
    def _on_save(self) -> None:
        before, self._base = self._base, self.numbers()
        self.desk.ask(administration.save_local_numbers, self._base).then(
            self._saved, self, failed=lambda error: self._refused(before, error)
        )

    def _refused(self, before: LocalNumbers | None, error: BaseException) -> None:
        self._base = before
        self.refuse(error)

    def _saved(self, changes: Changes) -> None:
        self.untell()
        self.saved.saved_at(danish.clock(self.desk.clock.now().time()), "står på Akut nu")
        self.desk.announce(changes, self)


class _Line(QFrame):
    """One number: who answers, when, and the digits. Side by side where there is room; the first line has the heads."""

    def __init__(self, number: LocalNumber, *, first: bool) -> None:
        super().__init__()
        self.setProperty("kind", "row")
        self.key, self._alarm, self._first = number.id, number.alarm, first
        self.name: QLineEdit = line_edit(number.name, most=80)
        self.help: QLineEdit = line_edit(number.help, most=160)
        self.number: QLineEdit = line_edit(number.number, most=30)
        for edit in (self.name, self.help):
            edit.setCursorPosition(0)
        self._fields = (
            field("Hvem", self.name),
            field("Hvornår, og hvad de kan", self.help),
            field("Nummer", self.number),
        )
        self._pieces = row(*zip(self._fields, (5, 7, 3), strict=True))
        self.setLayout(self._pieces)

    def set_folded(self, folded: bool) -> None:
        """One under the other, each with its label."""
        ways = QBoxLayout.Direction
        self._pieces.setDirection(ways.TopToBottom if folded else ways.LeftToRight)
        for one in self._fields:
            one.caption.setVisible(folded or self._first)

    def value(self) -> LocalNumber:
        return LocalNumber(
            id=self.key,
            name=self.name.text().strip(),
            help=self.help.text().strip(),
            number=self.number.text().strip(),
            alarm=self._alarm,
        )
