"""Kom godt i gang: the sheet on paper, the code tried, a second place for copies, the colleagues, the first child."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.errors import ForPeople
from tvaerfaglig.domain.texts import Step
from tvaerfaglig.services.copying import second_place
from tvaerfaglig.services.vault import caring
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.settings.parts import SectionPage
from tvaerfaglig.ui.settings.second_place import SecondPlaceChoice
from tvaerfaglig.ui.settings.sheet import recovery_preview
from tvaerfaglig.ui.widgets import (
    button,
    card,
    field,
    flow,
    line_edit,
    message,
    row,
    small,
    text,
)


class FoundedPage(SectionPage):
    """Shown to whoever founded the vault, once. `chosen` is a section to go to; `finished` ends it."""

    chosen = Signal(str)
    finished = Signal()

    def __init__(self, desk: Desk, code: str) -> None:
        first = desk.library.first_run
        sheet, trial, ready = first.step("arket"), first.step("arket_proeve"), first.step("faerdig")
        super().__init__(
            desk,
            "Boksen er klar",
            "Fire ting, før de andre kommer ind. Du kan gøre dem i den rækkefølge, du vil.",
        )
        self._code = code
        self.print = button(sheet.buttons[0], "primary", "udskrift")
        self.print.clicked.connect(self._on_print)
        self.by_hand = button(sheet.buttons[1], "outlined")
        self.by_hand.clicked.connect(self._on_by_hand)
        self._shown_code = text("", "section")
        self._shown_code.hide()
        self.typed = line_edit(most=120)
        self.typed.returnPressed.connect(self._on_try)
        self.trial = button("Prøv koden", "outlined")
        self.trial.clicked.connect(self._on_try)
        self.bar = message("", "ok")
        self.bar.hide()
        self.show_cards(
            card(
                f"1. {sheet.title}",
                text(sheet.text),
                flow(self.print, self.by_hand, gap=8),
                self._shown_code,
            ),
            card(
                f"2. {trial.title}",
                text(trial.text),
                field("Koden fra arket", self.typed, "Ni felter med fire tegn."),
                row(self.trial, ...),
                self.bar,
            ),
            self._second_place(first.step("kopier")),
            self._ready(ready.title, ready.text, ready.buttons[0]),
        )

    def start(self) -> None:
        self.print.setFocus()

    def _second_place(self, step: Step) -> QFrame:
        self.choice = SecondPlaceChoice(self.desk, self)
        self.place = button(step.buttons[0], "outlined")
        self.later = button(step.buttons[1], "link")
        self.place_bar = message("", "ok")
        self.place_bar.hide()
        self.place.clicked.connect(self.choice.ask)
        self.later.clicked.connect(self._on_later)
        self.choice.looking.connect(self._on_looking)
        self.choice.chosen.connect(self._on_chosen)
        self.choice.refused.connect(self._on_not_chosen)
        return card(
            f"3. {step.title}",
            text(step.text),
            flow(self.place, self.later, gap=8),
            self.place_bar,
        )

    @Slot()
    def _on_looking(self) -> None:
        self.place.block("Ser på stedet.")

    @Slot(str, str)
    def _on_chosen(self, name: str, caution: str) -> None:
        self.place.block("")
        self.later.hide()
        words = f"Kopierne kommer også til at ligge på {name}. Den første er på vej."
        self.place_bar.say(f"{words} {caution}".strip(), "watch" if caution else "ok")

    @Slot(object)
    def _on_not_chosen(self, error: BaseException) -> None:
        self.place.block("")
        if isinstance(error, ForPeople):
            self.place_bar.say(str(error), "watch")
        else:
            self.desk.explain(error)

    @Slot()
    def _on_later(self) -> None:
        self.desk.ask(second_place.put_off).then(self._put_off, self)

    def _put_off(self, day: date) -> None:
        words = f"Overblik spørger igen {danish.day_and_month(day)}. Indtil da ligger de kun her."
        self.place_bar.say(words, "info")

    def _ready(self, heading: str, words: str, home: str) -> QFrame:
        self.colleague = button("Tilføj en kollega", "outlined", "plus")
        self.numbers = button("Skriv kommunens nummer", "outlined", "akut")
        self.child = button("Indmeld det første barn", "outlined", "boern")
        self.lists = button("Hent en børneliste", "outlined", "pil-ned")
        self.home = button(home, "link", "pil-hoejre")
        self.colleague.clicked.connect(self._on_colleague)
        self.numbers.clicked.connect(self._on_numbers)
        self.child.clicked.connect(self._on_child)
        self.lists.clicked.connect(self._on_lists)
        self.home.clicked.connect(self.finished)
        return card(
            f"4. {heading}",
            text(words),
            flow(self.colleague, self.numbers, self.child, self.lists, gap=8),
            row(self.home, ...),
            small(
                "Siden bliver stående i Indstillinger, til du går til Overblik herfra. Koden vises ikke igen bagefter."
            ),
        )

    @Slot()
    def _on_print(self) -> None:
        self.desk.preview_asked.emit(recovery_preview(self._code))

    @Slot()
    def _on_by_hand(self) -> None:
        self._shown_code.say("   ".join(self._code.split("-")))
        self._shown_code.show()

    @Slot()
    def _on_try(self) -> None:
        self.trial.block("Prøver koden …")
        self.desk.ask(caring.try_code, self.typed.text()).then(
            self._fits, self, failed=self._fits_not
        )

    def _fits(self, _: None) -> None:
        self.trial.block("")
        self.bar.say("Koden kan læses og åbner boksen. Læg arket i skabet.", "ok")
        self.typed.clear()
        self._shown_code.hide()

    def _fits_not(self, error: BaseException) -> None:
        self.trial.block("")
        self.bar.say(str(error), "info", icon="spoergsmaal")

    @Slot()
    def _on_colleague(self) -> None:
        self.chosen.emit("mennesker")

    @Slot()
    def _on_lists(self) -> None:
        self.chosen.emit("lister")

    @Slot()
    def _on_numbers(self) -> None:
        self.chosen.emit("numre")

    @Slot()
    def _on_child(self) -> None:
        self.desk.go("boern", "ny")
