"""What it is about: the subjects one writes most about, and the whole tree with signs to look up beside."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain.signs import SignHelp, Signs
from tvaerfaglig.domain.vocabulary import Categories, Category
from tvaerfaglig.ui.widgets import (
    ChipGroup,
    Pick,
    boxed,
    button,
    col,
    glyph,
    hairline,
    muted,
    one,
    row,
    scroller,
    small,
    strong,
    text,
    title,
)
from tvaerfaglig.ui.widgets.fields_row import FieldsRow

OFFERED = 5
LABEL = "Hvad handler det om?"


class Subjects(QWidget):
    """`changed` sends the ids chosen; `all_asked` wishes for the whole tree."""

    changed = Signal(tuple)
    all_asked = Signal()

    def __init__(self, categories: Categories) -> None:
        super().__init__()
        self._categories = categories
        self._often: tuple[str, ...] = ()
        self._chosen: tuple[str, ...] = ()
        self.whole = button(f"Alle {len(categories.tree)}", "link", "pil-hoejre")
        self.whole.setAccessibleName(f"Alle {len(categories.tree)} emner")
        self.whole.clicked.connect(self.all_asked)
        self.group = ChipGroup((), name=LABEL)
        self.group.changed.connect(self._on_changed)
        more = one("vælg gerne flere", "small")
        head = row(one(LABEL, "strong"), more, ..., self.whole, margins=(2, 0, 0, 0))
        self.setLayout(col(head, self.group, ..., gap=0))

    def offer(self, used: Sequence[str]) -> None:
        """The subjects this person writes most about, filled up with those the house does."""
        often = [one.id for one in self._categories.often()]
        known = [one for one in (*used, *often) if self._categories.find(one)]
        calm = [one for one in known if not self._categories.is_overgreb((one,))]
        self._often = tuple(dict.fromkeys(calm))[:OFFERED]
        self.choose(self._chosen)

    def chosen(self) -> tuple[str, ...]:
        return self._chosen

    def choose(self, chosen: Iterable[str]) -> None:
        """Set from outside; nothing is announced. What is chosen but not offered comes first."""
        self._chosen = tuple(dict.fromkeys(chosen))
        extra = [one for one in self._chosen if one not in self._often]
        offered = (*extra, *self._often)
        picks = [Pick(one, self._categories.name(one).replace("&", "&&")) for one in offered]
        self.group.offer(picks, self._chosen)
        self.group.updateGeometry()

    @Slot(tuple)
    def _on_changed(self, chosen: tuple[str, ...]) -> None:
        self._chosen = chosen
        self.changed.emit(chosen)


class SubjectTree(QWidget):
    """Every subject; beside each branch what one may look for at the child's age. Nobody counts it."""

    changed = Signal(tuple)
    closed = Signal()

    def __init__(
        self, categories: Categories, signs: Signs, months: int | None, chosen: Sequence[str]
    ) -> None:
        super().__init__()
        self._categories = categories
        self._groups: list[ChipGroup] = []
        period = signs.period(months) if months is not None else None
        found = signs.look_up(months) if months is not None else ()
        self._ids = {one.id for one in categories.all()}
        self._unknown = tuple(one for one in chosen if one not in self._ids)
        rows = [
            piece
            for branch in categories.tree
            for piece in (hairline(), self._branch(branch, _of(branch, found), chosen))
        ]
        done = button("Færdig")
        done.clicked.connect(self.closed)
        age = f"Til højre: tegn at slå op, {period.name.lower()}. {signs.advice}" if period else ""
        head = col(
            row((title(LABEL), 1), done),
            muted("Vælg gerne flere. Navnene er neutrale; om det er en bekymring, siger du selv."),
            small(age) if age else None,
            gap=4,
            margins=(24, 16, 16, 10),
        )
        inner = boxed(col(*rows, ..., gap=8, margins=(24, 0, 24, 16)))
        self.setLayout(col(head, (scroller(inner, ground="surface"), 1), gap=0))

    def chosen(self) -> tuple[str, ...]:
        return (*(key for group in self._groups for key in group.chosen()), *self._unknown)

    def _branch(
        self, branch: Category, signs: Sequence[SignHelp], chosen: Sequence[str]
    ) -> QWidget:
        leaves = branch.below or (branch,)
        picks = [Pick(one.id, one.name.replace("&", "&&")) for one in leaves]
        group = ChipGroup(picks, list(chosen), name=branch.name)
        group.changed.connect(self._on_changed)
        self._groups.append(group)
        for made, leaf in zip(group.buttons(), leaves, strict=True):
            if leaf.help:
                group.tell(made, leaf.help)
        icon = glyph("akut", "act", 16) if branch.overgreb else None
        name = strong(f"{branch.nr}  {branch.name}")
        helped = small(branch.help) if branch.help and branch.below else None
        left = boxed(col(row(icon, (name, 1), gap=6), helped, group, gap=2))
        right = boxed(col(*(_sign(one) for one in signs), ..., gap=2, margins=(0, 2, 0, 0)))
        return FieldsRow([(left, 3), (right, 2)], em=44, gap=20)

    @Slot()
    def _on_changed(self) -> None:
        self.changed.emit(self.chosen())


def _of(branch: Category, signs: Sequence[SignHelp]) -> list[SignHelp]:
    ids = {branch.id, *(leaf.id for leaf in branch.below)}
    return [sign for sign in signs if sign.category in ids]


def _sign(sign: SignHelp) -> QWidget:
    source = f" ({sign.source.name})" if sign.source else ""
    made = text(f"{sign.text}{source}", "small")
    dot = one("–", "small")
    return boxed(row(boxed(col(dot, ..., gap=0)), (made, 1), gap=6))
