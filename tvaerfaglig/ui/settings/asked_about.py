"""Det, programmet spørger om: by criterion, folded until somebody wants it, found by any word in it."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.texts import AskedTexts
from tvaerfaglig.services.writing.asked_about import AskedAbout, Criterion, finding
from tvaerfaglig.ui.widgets import (
    announce,
    boxed,
    chip,
    col,
    empty_layout,
    flow,
    hairline,
    muted,
    opener,
    prose,
    row,
    small,
    strong,
    text,
    well,
)
from tvaerfaglig.ui.widgets.find_field import FindField

_OPEN_AT_ONCE = 6
"""So few criteria are unfolded when they are found; more would be a wall."""


class AskedAboutList(QWidget):
    """What stands in it is made by what is typed: few answers lie open, many are folded."""

    def __init__(self, criteria: tuple[Criterion, ...], words: AskedTexts) -> None:
        super().__init__()
        self._criteria, self._words = criteria, words
        self.typed = FindField(words.find, words.find)
        self.count = muted("")
        self.nothing = text(words.nothing)
        self.folds: tuple[CriterionFold, ...] = ()
        self._list = col(gap=0)
        self.setLayout(
            col(prose(words.text), self.typed, self.count, self.nothing, self._list, gap="near")
        )
        self.typed.textChanged.connect(self._on_typed)
        self._show(criteria, unfold=False)

    @Slot(str)
    def _on_typed(self, typed: str) -> None:
        found = finding(self._criteria, typed)
        self._show(found, unfold=bool(typed.strip()) and len(found) <= _OPEN_AT_ONCE)
        announce(self.count, self.count.text() if found else self._words.nothing)

    def _show(self, criteria: tuple[Criterion, ...], *, unfold: bool) -> None:
        empty_layout(self._list)
        self.folds = tuple(CriterionFold(one, self._words.resting) for one in criteria)
        for fold in self.folds:
            self._list.addWidget(fold)
            fold.head.setChecked(unfold)
        many = sum(len(one.questions) for one in criteria)
        self.count.setText(danish.count(many, "spørgsmål", "spørgsmål"))
        self.count.setVisible(bool(criteria))
        self.nothing.setVisible(not criteria)


class CriterionFold(QWidget):
    """One criterion; its questions are made when it is first unfolded."""

    def __init__(self, criterion: Criterion, resting: str) -> None:
        super().__init__()
        self._criterion, self._resting = criterion, resting
        many = danish.count(len(criterion.questions), "spørgsmål", "spørgsmål")
        self.head = opener(criterion.name, "pil-hoejre")
        self.head.setAccessibleName(f"{criterion.name}, kriterium {criterion.number}, {many}")
        self.head.toggled.connect(self._on_toggled)
        self.lines = boxed(col(gap="near", margins=(26, 0, 0, 8)))
        self.lines.hide()
        self.setLayout(
            col(row(self.head, ..., muted(str(len(criterion.questions)))), self.lines, gap=0)
        )

    @Slot(bool)
    def _on_toggled(self, on: bool) -> None:
        layout = self.lines.layout()
        assert layout is not None
        if on and not layout.count():
            for nr, one in enumerate(self._criterion.questions):
                if nr:
                    layout.addWidget(hairline())
                layout.addWidget(_question(one, self._criterion.number, self._resting))
        self.lines.setVisible(on)
        self.head.show_icon("pil-ned" if on else "pil-hoejre")


def _question(one: AskedAbout, criterion: int, resting: str) -> QWidget:
    """The question, why, examples, and last where it comes from."""
    examples = [f"Spørger ved: {each}" for each in one.asked] + [
        f"Tier ved: {each}" for each in one.quiet
    ]
    made = boxed(
        col(
            strong(one.question),
            text(one.why),
            well(*(small(each) for each in examples)) if examples else None,
            flow(chip(resting, "stille")) if one.rests else None,
            small(f"Kilde: {one.source}. Kriterium {criterion}."),
            gap="tight",
        )
    )
    made.setAccessibleName(one.question)
    return made
