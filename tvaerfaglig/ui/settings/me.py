"""Mig: my password, how the program looks, and the lock."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot

from tvaerfaglig.domain import danish
from tvaerfaglig.services import administration, staffing
from tvaerfaglig.services.administration import MyPart
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.settings.parts import SectionPage, setting
from tvaerfaglig.ui.settings.writing import WritingHelp
from tvaerfaglig.ui.theme import Mode, look
from tvaerfaglig.ui.theme.look import SCALES
from tvaerfaglig.ui.widgets import (
    Fold,
    PasswordField,
    Segment,
    Segments,
    button,
    card,
    choice,
    field,
    one,
    row,
    small,
)

_MODES = (
    (Mode.SYSTEM, "Som computeren"),
    (Mode.LIGHT, "Lyst"),
    (Mode.DARK, "Mørkt"),
    (Mode.CONTRAST, "Høj kontrast"),
)
_ADVICE = "Mindst 12 tegn, eller fire ord, som kun du ville sætte sammen."


class MePage(SectionPage):
    """Everyone's own; nothing here needs the leader."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, desk.me.name, "Det her er dit eget.")
        self.old = PasswordField()
        self.new, self.again = PasswordField(), PasswordField()
        self.change = button("Skift adgangskode", "primary")
        self.change.clicked.connect(self._on_change)
        for edit in (self.old.edit, self.new.edit, self.again.edit):
            edit.returnPressed.connect(self._on_change)
        self.mode = Segments((Segment(m.value, w) for m, w in _MODES), name="Lyst eller mørkt")
        self.mode.changed.connect(self._on_mode)
        self.mode_box = choice(((m.value, w) for m, w in _MODES), name="Lyst eller mørkt")
        self.mode_box.chosen_changed.connect(self._on_mode)
        self.mode_box.hide()
        self.smaller = button("Mindre", "outlined", name="Mindre tekst")
        self.larger = button("Større", "outlined", name="Større tekst")
        self.scale = one("")
        self.smaller.clicked.connect(look().smaller)
        self.larger.clicked.connect(look().larger)
        self.lock = button("Lås nu", "outlined", "laas")
        self.lock.clicked.connect(desk.lock_asked)
        self.staff_case = button("Åbn", "outlined", "laas")
        self.staff_case.clicked.connect(partial(desk.go, "om-en-ansat", None))
        self._idle = small("")
        self.writing = WritingHelp(desk)
        self._build()
        look().changed.connect(self._show_look)
        self._show_look()

    def load(self) -> None:
        self.desk.ask(administration.my_part).then(self._show, self)
        self.writing.load()

    def leave(self) -> None:
        """A password half typed is not kept anywhere."""
        for typed in (self.old, self.new, self.again):
            typed.clear()

    def start(self) -> None:
        self.old.setFocus()

    def on_fold(self, fold: Fold) -> None:
        self.mode.setVisible(fold < Fold.LIST)
        self.mode_box.setVisible(fold >= Fold.LIST)

    def _build(self) -> None:
        self._new_field = field("Ny adgangskode", self.new)
        self.show_cards(
            card(
                "Adgangskode",
                small(_ADVICE),
                field("Den, du har nu", self.old),
                row((self._new_field, 1), (field("Den nye igen", self.again), 1), gap="apart"),
                row(self.change, ...),
            ),
            card(
                "Udseende",
                setting("Lyst eller mørkt", "Huskes på denne computer.", self.mode, self.mode_box),
                setting(
                    "Tekst",
                    "Ctrl++ og Ctrl+- gør det samme. Ctrl+0 er almindelig størrelse.",
                    self.smaller,
                    self.scale,
                    self.larger,
                ),
            ),
            self.writing,
            card(
                "Om en ansat",
                setting(
                    "Mistanke mod en kollega",
                    "Det, du skriver, forsegles til dig og den leder, du vælger.",
                    self.staff_case,
                ),
            ),
            card(
                "Lås",
                setting("Lås programmet", "Alt er gemt. Ctrl+L gør det samme.", self.lock),
                self._idle,
            ),
        )

    def _show(self, part: MyPart) -> None:
        role = part.staff.role.word
        where = danish.join_and(part.places or part.houses)
        asks = "" if part.staff.role.leads or not part.leader else f" {part.leader} kan rette det."
        self.title.say(
            part.staff.name, f"{danish.capital(role)}, {where}.{asks}" if where else role
        )
        minutes = danish.count(part.idle_minutes, "minut", "minutter")
        self._idle.say(f"Programmet låser selv, når ingen har rørt det i {minutes}.")

    @Slot()
    def _show_look(self) -> None:
        self.mode.choose(look().mode.value)
        self.mode_box.choose(look().mode.value)
        self.scale.say(f"{round(look().scale * 100)} %")
        self.smaller.block("Mindre bliver den ikke." if look().scale <= SCALES[0] else "")
        self.larger.block("Større bliver den ikke." if look().scale >= SCALES[-1] else "")

    @Slot(str)
    def _on_mode(self, chosen: str) -> None:
        look().choose(Mode(chosen))

    @Slot()
    def _on_change(self) -> None:
        new = self.new.text()
        advice = staffing.advice_on(new, self.desk.me.name)
        if not self.old.text():
            self.tell("Skriv først den adgangskode, du har nu.", "act")
            self.old.setFocus()
        elif advice:
            self._new_field.ask(advice)
            self.new.setFocus()
        elif new != self.again.text():
            self.tell("De to nye er ikke ens. Skriv den igen i det sidste felt.", "act")
            self.again.setFocus()
        else:
            self._new_field.ask("")
            self.change.block("Skifter …")
            self.desk.ask(staffing.change_my_password, self.old.text(), new).then(
                self._changed, self, failed=self._refused
            )

    def _changed(self, _: None) -> None:
        self.change.block("")
        self.leave()
        self.tell("Din nye adgangskode gælder fra nu.", "ok")

    def _refused(self, error: BaseException) -> None:
        self.change.block("")
        self.refuse(error)
        self.old.setFocus()
