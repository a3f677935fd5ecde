"""Which kind of meeting: in groups, each with one line; under the chosen one, how it is held."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget

from tvaerfaglig.domain.meetings.kind import KONSULTATION, MeetingKind
from tvaerfaglig.services.meetings.shelf import Choices, OnShelf
from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.widgets import OneOf, boxed, card, col, row, small, text, well
from tvaerfaglig.ui.widgets.layout import Item

MOST_BESIDE = 3


class WhichMeeting(QWidget):
    """`changed` sends the reference of the kind; arrows go from one to the next."""

    changed = Signal(str)

    def __init__(self, choices: Choices, chosen: str, *, narrow: bool) -> None:
        super().__init__()
        self._kinds = {one.ref: one.kind for one in choices.kinds}
        self._group = QButtonGroup(self)
        self._boxes: dict[str, OneOf] = {}
        self._how = text("", "small")
        self._who = small("")
        groups = [
            self._column(name, list(kinds))
            for name, kinds in groupby(
                sorted(choices.kinds, key=_place), key=lambda one: one.kind.group
            )
        ]
        gone = [small(said) for said in choices.gone]
        beside = boxed(col(*groups, gap=12)) if narrow else _beside(groups)
        held = well(self._how, self._who)
        self.setLayout(col(card("Hvilket møde?", beside, held, *gone), gap=0))
        self.choose(chosen)
        self._group.buttonClicked.connect(self._on_clicked)

    def chosen(self) -> str:
        return next((ref for ref, box in self._boxes.items() if box.isChecked()), "")

    @property
    def kind(self) -> MeetingKind | None:
        return self._kinds.get(self.chosen())

    def choose(self, ref: str) -> None:
        """Set from outside; one that is not offered (any longer) leaves the konsultation chosen."""
        found = self._boxes.get(ref or KONSULTATION) or next(iter(self._boxes.values()), None)
        if found is not None:
            found.setChecked(True)
        self._say()

    def first_box(self) -> QWidget:
        """The chosen one, for the keyboard."""
        return self._boxes.get(self.chosen(), self)

    def _column(self, name: str, kinds: list[OnShelf]) -> QWidget:
        lines: list[Item] = [small(name)]
        for each in kinds:
            box = OneOf(each.kind.name)
            box.setAccessibleDescription(f"{name}. {each.kind.line}")
            self._group.addButton(box)
            self._boxes[each.ref] = box
            under = row(look().theme.em(2.2), (small(each.kind.line), 1), gap=0)
            lines.append(boxed(col(box, under, gap=0)))
        return boxed(col(*lines, ..., gap=6))

    def _say(self) -> None:
        kind = self.kind
        if kind is None:
            return
        self._how.say(kind.guidance)
        roles = (
            f"Indkaldes af: {kind.convenes}" if kind.convenes else "",
            f"{kind.chairs_word}: {kind.chairs}" if kind.chairs else "",
            f"{kind.writes_word}: {kind.writes}" if kind.writes else "",
            f"Omkring {kind.minutes} minutter",
            f"Notatet er et {kind.note_type.word}",
        )
        self._who.say(" · ".join(filter(None, roles)))

    @Slot(QAbstractButton)
    def _on_clicked(self, _button: QAbstractButton) -> None:
        self._say()
        self.changed.emit(self.chosen())


def _place(one: OnShelf) -> tuple[int, int, str]:
    """Groups in the order of practice; what a house named a group itself comes last."""
    groups = ("Fagligt", "Med familien", "Om gruppen")
    at = groups.index(one.kind.group) if one.kind.group in groups else len(groups)
    return at, one.kind.nr, one.kind.name


def _beside(groups: list[QWidget]) -> QWidget:
    lines = [groups[n : n + MOST_BESIDE] for n in range(0, len(groups), MOST_BESIDE)]
    return boxed(col(*(boxed(row(*((one, 1) for one in line), gap=16)) for line in lines), gap=12))
