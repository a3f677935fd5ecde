"""What the forms of a family's page share: whose they are, and that *Fortryd* takes back all one act wrote."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from tvaerfaglig.domain.efforts.goals import Goal
from tvaerfaglig.domain.efforts.records import Phase
from tvaerfaglig.domain.efforts.sheets import Sheet
from tvaerfaglig.domain.quality.language.known import Known
from tvaerfaglig.domain.quality.language.rules import Part
from tvaerfaglig.services.efforts import undoing
from tvaerfaglig.services.efforts.family_view import FamilyView
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.ui.children.form import DraftPage, TakeBack
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.widgets import Prose, boxed, col
from tvaerfaglig.ui.widgets.layout import Item
from tvaerfaglig.ui.writing.light import LightQuestions

_TAKEN_BACK = frozenset({Goal.KIND, Sheet.KIND, Phase.KIND})


class FamilyForm(DraftPage):
    """Its head is the room's: `heading` and `line` are shown there. `TELLS_PARENTS` goes when the guard is set."""

    TAKE_BACK: TakeBack = staticmethod(undoing.take_back)
    TELLS_PARENTS: ClassVar[bool] = True

    def __init__(self, desk: Desk, view: FamilyView, heading: str, line: str, save: str) -> None:
        super().__init__(desk, heading, line, save)
        self.view = view
        self.heading, self.line = heading, line
        assert self.head is not None
        self.head.hide()

    def about(self) -> dict[str, str]:
        return {
            "child": self.view.child.id,
            "enrolment": self.view.enrolment,
            "effort": self.view.effort_id,
        }

    def written(self, saved: Saved) -> tuple[str, ...]:
        """Every goal, sheet and phase of the act."""
        kinds = {one.record: one.kind for one in saved.changes.touched}
        return tuple(one for one, kind in kinds.items() if kind in _TAKEN_BACK)

    def questioned(self, prose: Prose, name: str) -> tuple[Item, ...]:
        """The program's own writing help under a field, for words that nobody could see or hear."""
        asks = LightQuestions(prose, Part.OBSERVATIONER, name)
        asks.begin(self.desk, partial(known_of, self.view))
        return (asks,)


def known_of(view: FamilyView) -> Known:
    """What the questions know of the child."""
    child = view.child.record
    return Known(name=child.name, born=child.born, sex=child.sex, today=view.today)


def stacked(*items: Item) -> Item:
    return boxed(col(*items, gap="tight"))
