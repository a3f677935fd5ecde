"""All families of the day beside the one that is called: who is answered for, and who comes next."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.efforts.records import CHILD
from tvaerfaglig.domain.efforts.roll_call import Mark, RollCall
from tvaerfaglig.services.efforts.roll import OnRoll
from tvaerfaglig.ui.indsatser.days import wording
from tvaerfaglig.ui.widgets import (
    boxed,
    card,
    col,
    empty_layout,
    frame,
    glyph,
    mark_as,
    row,
    small,
    strong,
)


class RollList(QWidget):
    """Read along, not worked in: the keys are at the left."""

    def __init__(self) -> None:
        super().__init__()
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(2)
        self._unseen = small("")
        self.setLayout(col(card("Familierne", boxed(self._rows), self._unseen), gap=0))

    def show_roll(self, families: Mapping[str, OnRoll], call: RollCall, unseen: int) -> None:
        """Those who were answered for before first, then as the roll goes."""
        empty_layout(self._rows)
        marks = {one.enrolment: one for one in call.marks}
        before = [one for one in families if families[one].said and one not in call.families]
        for one in (*before, *call.families):
            if one in families:
                self._rows.addWidget(_line(families[one], marks.get(one), now=one == call.next))
        said = wording.unseen(unseen)
        self._unseen.say(said)
        self._unseen.setVisible(bool(said))


def _line(family: OnRoll, mark: Mark | None, *, now: bool) -> QWidget:
    icon, colour, words = _said(family, mark, now=now)
    beside = boxed(col(strong(family.first_name), small(words), gap=0))
    made = frame("row", row(glyph(icon, colour, 18), (beside, 1), gap=10, margins=(8, 4)))
    made.setAccessibleName(f"{family.first_name}: {words}")
    mark_as(made, current=str(now).lower())
    return made


def _said(family: OnRoll, mark: Mark | None, *, now: bool) -> tuple[str, str, str]:
    if mark is not None:
        return _answered(family, mark)
    if now:
        return "pil-hoejre", "accent", "Kaldes nu"
    if family.said is not None:
        came = family.said.came
        return (
            "flueben" if came else "minus",
            "ok" if came else "muted",
            wording.answer(family.said, family.first_name),
        )
    return "ur", "muted", "Venter"


def _answered(family: OnRoll, mark: Mark) -> tuple[str, str, str]:
    if not mark.people:
        return "minus", "muted", f"Kom ikke: {mark.reason.lower()}"
    there = [
        family.first_name if one.person == CHILD else danish.first_name(one.called)
        for one in family.people
        if one.person in mark.people
    ]
    return "flueben", "ok", danish.join_and(there)
