"""The hard branch: vold eller overgreb is chosen, so the numbers, the silence and the guard stand here at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.local_numbers import LocalNumbers
from tvaerfaglig.domain.protection import Against
from tvaerfaglig.domain.texts import Akut
from tvaerfaglig.services.observations.page import Guarding
from tvaerfaglig.ui.widgets import (
    ChipGroup,
    Field,
    Pick,
    Tick,
    boxed,
    button,
    card,
    col,
    empty_layout,
    field,
    flow,
    frame,
    glyph,
    hairline,
    mark_as,
    one,
    row,
    small,
    strong,
    text,
    tick,
)

_AGAINST = (
    (Against.FORAELDER, "En forælder eller nær relation"),
    (Against.ANDET_BARN, "Et andet barn"),
    (Against.ANSAT, "En ansat"),
    (Against.UKENDT, "Ved det ikke"),
)


_NAMES_NOBODY = (
    "Alle, der kan se barnet, kan se værnet. Hvem det er, hører til i det forseglede nedenfor."
)


class OvergrebPanel(QWidget):
    """`akut_asked` opens Akut; `guard_asked` sends a `GuardForm` that knows what was chosen.

    `staff_asked` leads to what is written sealed about a colleague.
    """

    akut_asked = Signal()
    guard_asked = Signal(object)
    staff_asked = Signal()

    def __init__(self, texts: Akut) -> None:
        super().__init__()
        self._texts = texts
        self._forms: list[GuardForm] = []
        self._numbers = col(gap=2)
        self._guards = col(gap="near")
        self.opens = button("Åbn Akut", "akut", "akut")
        self.opens.clicked.connect(self.akut_asked)
        self.staff = button("Er det en ansat: skriv det forseglet", "link", "laas")
        self.staff.clicked.connect(self.staff_asked)
        heading = boxed(row((strong(texts.title), 1), self.opens, margins=0))
        inner = col(
            heading,
            small(texts.subtitle),
            self._silence(),
            boxed(self._numbers),
            hairline(),
            boxed(self._guards),
            row(self.staff, ...),
            gap="near",
        )
        made = card("", boxed(inner))
        made.setAccessibleName(texts.title)
        self.setLayout(col(made, gap=0))

    def show_numbers(self, numbers: LocalNumbers) -> None:
        empty_layout(self._numbers)
        for each in numbers.numbers:
            name = text(each.name, "strong" if each.alarm else "body")
            digits = one(each.number, "strong", "act" if each.alarm else "")
            missing = None if each.number else small(numbers.shown(each))
            said = boxed(col(name, missing, gap=0))
            drawing = glyph("akut", "act" if each.alarm else "muted", 16)
            line = boxed(row(drawing, (said, 1), digits if each.number else None))
            line.setAccessibleName(f"{each.name} {numbers.shown(each)}")
            self._numbers.addWidget(line)

    def show_children(self, children: Sequence[Guarding]) -> None:
        """Whom the guard can be set on; where it stands that is said instead."""
        empty_layout(self._guards)
        self._forms = [GuardForm(child) for child in children]
        for form in self._forms:
            form.asked.connect(self.guard_asked)
            self._guards.addWidget(form)
        self.updateGeometry()

    def forms(self) -> tuple[GuardForm, ...]:
        """One for each child."""
        return tuple(self._forms)

    def stops(self) -> tuple[QWidget, ...]:
        """What Tab comes to, in order."""
        return (self.opens, *(stop for form in self._forms for stop in form.stops()), self.staff)

    def _silence(self) -> QFrame:
        words = text(f"{self._texts.silence_bold} {self._texts.silence}")
        made = frame(
            "bar", row(glyph("afdaempet", "act", 20), (words, 1), gap=12, margins=(12, 6, 12, 6))
        )
        mark_as(made, tone="act")
        return made


class GuardForm(QWidget):
    """Against whom, which siblings too, and one button. `asked` sends the form itself."""

    asked = Signal(object)

    def __init__(self, child: Guarding) -> None:
        super().__init__()
        self.child = child
        first = danish.first_name(child.name)
        self._ticks: dict[str, Tick] = {
            one_id: tick(f"Også {name}".replace("&", "&&"), on=True)
            for one_id, name in child.siblings
        }
        self.against = ChipGroup(
            (Pick(key.value, words) for key, words in _AGAINST),
            name=f"Mistanken er mod ({first})",
            several=False,
        )
        self.sets = button(f"Sæt værn på {first}".replace("&", "&&"), "danger", "beskyttet")
        self.sets.clicked.connect(self._on_sets_clicked)
        self._field: Field = field("Hvem er mistanken mod?", self.against)
        self.against.changed.connect(self._on_against_changed)
        if child.guard is not None:
            said = f"Værnet på {first} er sat siden {danish.day(child.guard.since)}."
            self.setLayout(col(row(glyph("beskyttet", "act", 18), (text(said), 1)), gap=0))
            return
        why = (
            f"Et værn på {first}: Er mistanken mod hjemmet eller ukendt, forsvinder alt, der kunne "
            "fortælle forældrene det."
        )
        self.setLayout(
            col(
                row(glyph("beskyttet", "act", 18), (text(why), 1)),
                self._field,
                boxed(flow(*self._ticks.values())) if self._ticks else None,
                boxed(row(self.sets, ...)),
                gap="tight",
            )
        )

    def stops(self) -> tuple[QWidget, ...]:
        if self.child.guard is not None:
            return ()
        return (*self.against.buttons(), *self._ticks.values(), self.sets)

    def chosen(self) -> Against:
        """Whom it is against; unknown where nobody said."""
        found = self.against.chosen()
        return Against(found[0]) if found else Against.UKENDT

    def siblings(self) -> tuple[str, ...]:
        return tuple(one_id for one_id, made in self._ticks.items() if made.isChecked())

    @Slot()
    def _on_against_changed(self) -> None:
        """Whoever sees the child sees the guard, also the colleague it may be about."""
        staff = Against.ANSAT.value in self.against.chosen()
        self._field.guide(_NAMES_NOBODY if staff else "")

    @Slot()
    def _on_sets_clicked(self) -> None:
        if not self.against.chosen():
            self._field.ask("Mod hvem? »Ved det ikke« er også et svar.")
            self.against.buttons()[0].setFocus()
            return
        self.asked.emit(self)
