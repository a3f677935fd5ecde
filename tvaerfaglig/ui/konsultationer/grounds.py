"""What a talk about a named child rests on: a standing samtykke, or another basis in plain words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.people import Child
from tvaerfaglig.domain.protection import Basis, Samtykke
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.ui.konsultationer.wording import BASES, samtykke_words
from tvaerfaglig.ui.widgets import (
    Field,
    OneOf,
    Prose,
    boxed,
    button,
    col,
    empty_layout,
    field,
    glyph,
    guidance,
    row,
    small,
)


class Grounds(QWidget):
    """`changed` when another basis, or other words for it, stand there.

    `counts` is what it may be taken for, where that is true of those at the table; `rules_asked` its link.
    """

    changed = Signal()
    rules_asked = Signal()

    def __init__(
        self, chosen: str = "", words: str = "", samtykke: str = "", *, counts: str = ""
    ) -> None:
        super().__init__()
        self._samtykke = samtykke
        self._reach: dict[str, str] = {}
        self._early = small("")
        self._group = QButtonGroup(self)
        self._boxes: dict[Basis, OneOf] = {}
        self._lines: dict[Basis, QWidget] = {}
        self._offers = QVBoxLayout()
        self._offers.setContentsMargins(26, 0, 0, 0)
        self._offers.setSpacing(0)
        lines: list[QWidget | QVBoxLayout] = []
        for one in BASES:
            lines.append(self._line(one, on=one.value == chosen))
            if one is Basis.SAMTYKKE:
                lines.append(self._offers)
            if one is Basis.TIDLIGT_SAMARBEJDE:
                lines.append(boxed(col(self._early, margins=(26, 0, 0, 2))))
        self.words = Prose(words, lines=1)
        self.words.textEdited.connect(self._on_words_edited)
        self.field: Field = field("Hvem, hvornår og til hvad?", self.words)
        self.setLayout(col(*lines, 4, self.field, self._told(counts), gap=3))
        self._group.buttonToggled.connect(self._on_toggled)
        self._guide()

    def _told(self, counts: str) -> QWidget | None:
        if not counts:
            return None
        rules = button("Om reglerne", "link")
        rules.clicked.connect(self.rules_asked)
        return guidance(counts, rules)

    def basis(self) -> str:
        return next((one.value for one, box in self._boxes.items() if box.isChecked()), "")

    def text(self) -> str:
        return self.words.text().strip()

    def samtykke(self) -> str:
        """The consent it rests on, where it is one of those that stand on the child's page."""
        return self._samtykke if self.basis() == Basis.SAMTYKKE else ""

    def box(self, basis: Basis) -> OneOf:
        return self._boxes[basis]

    def first_box(self) -> OneOf:
        """Where one begins to choose."""
        shown = (box for one, box in self._boxes.items() if not self._lines[one].isHidden())
        return next(shown)

    def ask(self, question: str) -> None:
        """What is missing, where it is to be written."""
        self.field.ask(question)

    def put(self, basis: str, words: str, samtykke: str = "") -> None:
        """Set from outside; nothing is announced."""
        blocked = self.blockSignals(True)
        self._samtykke = samtykke
        self._choose(basis)
        self.words.set_text(words)
        self.blockSignals(blocked)
        self._guide()

    def offer(
        self,
        child: Child,
        samtykker: Sequence[Stored[Samtykke]],
        *,
        hides_parents: bool,
        early: str = "",
        reach: Mapping[str, str] | None = None,
    ) -> None:
        """The samtykker that stand today; while the parents are hidden none is asked for.

        `early` says which meeting on the early cooperation it is; `reach` whom at the table each samtykke
        does not name.
        """
        empty_layout(self._offers)
        self._early.say(early)
        self._reach = dict(reach or {})
        self._lines[Basis.SAMTYKKE].setHidden(hides_parents)
        for one in samtykker:
            said = samtykke_words(one.record, child)
            take = button("Brug det", "link", "samtykke", name=f"Brug samtykket: {said}")
            take.clicked.connect(partial(self._use, one.id, said))
            outside = self._reach.get(one.id, "")
            words = col(small(said), small(outside) if outside else None, gap=0)
            self._offers.addLayout(row(glyph("flueben", "ok", 16), (words, 1), take))
        if not samtykker and not hides_parents:
            first = danish.possessive(child.first_name or "barnet")
            none = small(f"Der står intet samtykke på {first} side, som gælder i dag.")
            self._offers.addWidget(none)

    def _line(self, one: Basis, *, on: bool) -> QWidget:
        box = OneOf(danish.capital(one.word), on=on)
        box.setAccessibleDescription(BASES[one])
        self._group.addButton(box)
        self._boxes[one] = box
        means = boxed(col(small(BASES[one]), margins=(26, 0, 0, 2)))
        self._lines[one] = boxed(col(box, means, gap=0))
        return self._lines[one]

    def _choose(self, basis: str) -> None:
        self._group.setExclusive(False)
        for one, box in self._boxes.items():
            box.setChecked(one.value == basis)
        self._group.setExclusive(True)

    def _use(self, samtykke: str, said: str) -> None:
        self._samtykke = samtykke
        self._choose(Basis.SAMTYKKE.value)
        self.words.set_text(said)
        self._guide()
        self.changed.emit()

    def _guide(self) -> None:
        self.field.ask("")
        asks = {
            Basis.SAMTYKKE.value: "Fx: Mor, skriftligt 6. november. Morgener, mad og søvn må drøftes med Karen.",
            Basis.ANDET.value: "Hvilket grundlag er det?",
        }
        self.field.guide(asks.get(self.basis(), "Kort, hvis der er noget at sige om det."))
        on_early = self.basis() == Basis.TIDLIGT_SAMARBEJDE
        self._early.setVisible(on_early and bool(self._early.text()))

    @Slot()
    def _on_toggled(self) -> None:
        if self._group.exclusive():
            self._guide()
            self.changed.emit()

    @Slot(str)
    def _on_words_edited(self, _words: str) -> None:
        self.field.ask("")
        self.changed.emit()
