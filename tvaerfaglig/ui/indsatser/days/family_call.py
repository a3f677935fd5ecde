"""One family as it is called: everybody, some of them, or nobody with a reason; each with its key on the button."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLayout, QWidget

from tvaerfaglig.domain.efforts.roll_call import Mark
from tvaerfaglig.domain.efforts.roll_keys import ALL, NOBODY, UNKNOWN, person_keys, reason_keys
from tvaerfaglig.services.efforts.roll import OnRoll
from tvaerfaglig.ui.indsatser.days.wording import called
from tvaerfaglig.ui.widgets import (
    Button,
    boxed,
    button,
    col,
    field,
    figure,
    flow,
    frame,
    hairline,
    line_edit,
    muted,
    row,
    small,
)


class FamilyCall(QWidget):
    """`answered` sends the mark. `press` is a key from wherever one stands on the page."""

    answered = Signal(object)

    def __init__(self, family: OnRoll, reasons: tuple[str, ...], place: str) -> None:
        super().__init__()
        self._family = family
        self._reasons = reason_keys(reasons)
        keys = person_keys(family.people)
        self._people = {
            one.person: _keyed(keys.get(one.person, ""), called(one, family.first_name), on=False)
            for one in family.people
        }
        self._keys = {key: self._people[one] for one, key in keys.items()}
        self.all_button = _keyed(ALL, "Alle kom" if len(self._people) > 1 else "Kom", "primary")
        self.some_button = _keyed("Enter", "Videre med dem, der er valgt")
        self.nobody_button = _keyed(NOBODY, "Grunden kendes ikke")
        self._why = [_keyed(key, words) for key, words in self._reasons.items()]
        self.other = line_edit("", most=120)
        self.setAccessibleName(family.first_name)
        self.setLayout(self._laid_out(place))
        self._connect()
        self._on_toggled()

    def _laid_out(self, place: str) -> QLayout:
        several = flow(*self._people.values(), gap=8) if len(self._people) > 1 else None
        ground = col(
            muted(place) if place else None,
            figure(self._family.first_name),
            row(self.all_button, ..., gap=0),
            small("Eller kun nogle af dem:") if several else None,
            boxed(several) if several else None,
            row(self.some_button, ..., gap=0) if several else None,
            hairline(),
            small("Kom ikke:"),
            boxed(flow(*self._why, self.nobody_button, gap=8)),
            field("En anden grund", self.other, optional=True),
            gap=12,
            margins=(20, 16, 20, 18),
        )
        return col(frame("card", ground), gap=0)

    def _connect(self) -> None:
        self.all_button.clicked.connect(self._everybody)
        self.some_button.clicked.connect(self._some)
        self.nobody_button.clicked.connect(self._nobody)
        self.other.returnPressed.connect(self._another_reason)
        for each in self._people.values():
            each.toggled.connect(self._on_toggled)
        for made, reason in zip(self._why, self._reasons.values(), strict=True):
            made.clicked.connect(lambda _on=False, why=reason: self._away(why))

    def start(self) -> None:
        self.all_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def press(self, key: str) -> bool:
        """Whether the key meant something here."""
        if key == ALL:
            self._everybody()
        elif key == NOBODY:
            self._nobody()
        elif key == "return" and self._chosen():
            self._some()
        elif key in self._reasons:
            self._away(self._reasons[key])
        elif key in self._keys and len(self._people) > 1:
            self._keys[key].toggle()
        else:
            return False
        return True

    def _chosen(self) -> tuple[str, ...]:
        return tuple(one for one, made in self._people.items() if made.isChecked())

    def _give(self, people: tuple[str, ...] = (), reason: str = "") -> None:
        self.answered.emit(Mark(enrolment=self._family.enrolment, people=people, reason=reason))

    @Slot()
    def _everybody(self) -> None:
        self._give(tuple(self._people))

    @Slot()
    def _some(self) -> None:
        if self._chosen():
            self._give(self._chosen())

    @Slot()
    def _nobody(self) -> None:
        self._away(UNKNOWN)

    @Slot()
    def _another_reason(self) -> None:
        if words := self.other.text().strip():
            self._away(words)

    def _away(self, reason: str) -> None:
        self._give(reason=reason)

    @Slot()
    def _on_toggled(self) -> None:
        for made in self._people.values():
            made.show_icon("flueben" if made.isChecked() else "plus")
        chosen = self._chosen()
        self.some_button.block("" if chosen else "Vælg først, hvem der er her.")
        if self.isVisible():  # Enter is then for those that were chosen
            (self.some_button if chosen else self.all_button).setFocus()


def _keyed(key: str, words: str, kind: str = "outlined", *, on: bool | None = None) -> Button:
    """»A · Alle kom«; a screen reader hears the words first and then the key."""
    shown = key if len(key) > 1 else key.upper()
    name = f"{words}, tast {shown}" if key else words
    made = button(f"{shown} · {words}" if key else words, kind, name=name, checked=on)  # type: ignore[arg-type]
    made.setProperty("pick", str(on is not None).lower())
    return made
