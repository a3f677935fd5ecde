"""The goals of one family: those one goes after, and folded beneath those that are laid away."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain.efforts.goals import Goal
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.efforts import goals
from tvaerfaglig.services.efforts.family_view import FamilyView
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.indsatser.family.goal_card import GoalCard
from tvaerfaglig.ui.widgets import Fold, boxed, button, card, col, empty, message, opener, small
from tvaerfaglig.ui.widgets.layout import Item

VISIBLE = "Et mål er noget, man kan se eller høre, når det lykkes."
NONE = "Der blev ikke skrevet mål."


class GoalsCard(QWidget):
    """`new_asked` leads to a new one, `word_asked` to its words, `score_asked` to its steps."""

    new_asked = Signal()
    word_asked = Signal(str)
    score_asked = Signal(str)

    def __init__(self, desk: Desk, view: FamilyView, fold: Fold) -> None:
        super().__init__()
        self.desk, self.view, self._fold = desk, view, fold
        new = button("Nyt mål", "link", "plus")
        new.clicked.connect(self.new_asked)
        alive = view.alive
        items: list[Item] = [self._draft(), *(self._made(one) for one in alive)]
        if not alive:
            items.append(empty("maal", "Ingen mål endnu", VISIBLE) if view.is_in else small(NONE))
        gone = [one for one in view.goals if one.record.dropped_on is not None]
        items += self._laid_away([self._made(one) for one in gone])
        count = str(len(alive)) if alive else ""
        made = card(
            "Mål",
            *items,
            count=count,
            icon="maal",
            action=new if view.may_write and view.is_in else None,
        )
        self.setLayout(col(made, gap=0))

    def _draft(self) -> QWidget | None:
        """A goal one was in the middle of."""
        if f"{Goal.KIND}:{self.view.enrolment}" not in self.view.drafts:
            return None
        bar = message("Du er i gang med et mål.", "info", icon="kladde", link="Skriv videre")
        bar.pressed.connect(self.new_asked)
        return bar

    def _made(self, stored: Stored[Goal]) -> GoalCard:
        made = GoalCard(
            stored,
            may=self.view.may_write,
            fold=self._fold,
            hides_parents=self.view.hides_parents,
        )
        made.asked.connect(self._on_asked)
        made.dropped.connect(self._on_dropped)
        return made

    def _laid_away(self, made: list[GoalCard]) -> list[Item]:
        if not made:
            return []
        inside = boxed(col(*made))
        inside.hide()
        link = opener(f"Lagt væk ({len(made)})", "pil-ned")
        link.toggled.connect(inside.setVisible)
        return [boxed(col(link, inside, gap="tight"))]

    @Slot(str, str)
    def _on_asked(self, what: str, goal: str) -> None:
        if what == "trin":
            self.score_asked.emit(goal)
        elif what == "ret":
            self.word_asked.emit(goal)
        else:
            _take_up(self.desk, goal)

    @Slot(str, str)
    def _on_dropped(self, goal: str, because: str) -> None:
        asked = self.desk.ask(goals.drop, goal, because)
        asked.then(partial(self._on_gone, goal), self)

    def _on_gone(self, goal: str, saved: Saved) -> None:
        self.desk.announce(saved.changes)
        self.desk.say("Målet er lagt væk.", "ok", partial(_take_up, self.desk, goal))


def _take_up(desk: Desk, goal: str) -> None:
    desk.ask(goals.take_up, goal).then(partial(_taken_up, desk), desk)


def _taken_up(desk: Desk, saved: Saved) -> None:
    desk.announce(saved.changes)
    desk.say("Målet er taget op igen.", "ok")
