"""Where the family stands with one goal: on which occasion, which step, and what was seen."""

from __future__ import annotations

from tvaerfaglig.domain.efforts.form import FormUse
from tvaerfaglig.domain.efforts.goals import SCORED_AT, Goal, Score
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.efforts import goals
from tvaerfaglig.services.efforts.family_view import FamilyView
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.ui.children.fields import Missing
from tvaerfaglig.ui.desk import Asked, Desk
from tvaerfaglig.ui.indsatser.family.family_form import FamilyForm, stacked
from tvaerfaglig.ui.indsatser.family.step_field import StepField
from tvaerfaglig.ui.indsatser.family.wording import OCCASIONS
from tvaerfaglig.ui.widgets import Prose, Segment, Segments, card, text


class ScoreForm(FamilyForm):
    """A second on the same occasion and day puts the first right."""

    KIND = Goal.KIND
    TELLS_PARENTS = False

    def __init__(self, desk: Desk, view: FamilyView, stored: Stored[Goal]) -> None:
        super().__init__(desk, view, "Sæt trin", view.child.record.name, "Gem trinet")
        self._goal, goal = stored.id, stored.record
        f = self.fields
        occasion = Segments(
            [Segment(one.value, OCCASIONS[one]) for one in SCORED_AT],
            _next(goal).value,
            name="Hvornår er det?",
        )
        seen = Prose(lines=3)
        self.lay_out(
            card(
                "",
                text(goal.text, "strong"),
                f.add("at", "Hvornår i forløbet?", occasion),
                f.add_day("day", "Dag", self.today()),
                f.add("step", "Hvilket trin er I på?", StepField(goal), "Tast tallet, eller vælg."),
                stacked(
                    f.add("seen", "Det så vi", seen, optional=True), *self.questioned(seen, "set")
                ),
            )
        )
        self.begin()

    def start(self) -> None:
        self.fields.editor("step").setFocus()

    @property
    def key(self) -> str:
        return f"trin:{self._goal}"

    def send(self) -> Asked[Saved]:
        f = self.fields
        day = f.must_day("day")
        if not f.text("step"):
            raise Missing("step", "Hvilket trin så I?")
        score = Score(
            at=FormUse(f.text("at")), day=day, step=int(f.text("step")), seen=f.text("seen")
        )
        return self.desk.ask(goals.score, self._goal, score, draft=self.key)

    def said(self) -> str:
        return "Trinet er gemt."


def _next(goal: Goal) -> FormUse:
    """The start first, then status."""
    return FormUse.STATUS if goal.scored(FormUse.START) else FormUse.START
