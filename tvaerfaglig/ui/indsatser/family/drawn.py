"""Goals, phases and attendance where a sheet only tells them: they stand elsewhere, and are read from there."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.efforts.goals import Goal
from tvaerfaglig.services.efforts.family_view import FamilyView
from tvaerfaglig.ui.indsatser.family.wording import as_it_went, by_rule, change_words, who_has
from tvaerfaglig.ui.widgets import boxed, col, small, text


def came_line(view: FamilyView) -> str:
    """How often somebody of the family came, of the days on which the roll was called."""
    came, called = view.came
    if not called:
        return "Ingen dage er holdt endnu."
    if came == called:
        return f"Kom alle {danish.in_words(called)} gange." if called > 1 else "Kom den ene gang."
    return f"Kom {came} af {danish.count(called, 'gang', 'gange')}."


def last_seen(goal: Goal) -> str:
    """Where they stood when somebody looked the last time."""
    last = goal.latest
    return f"Sidst: trin {last.step}, {danish.day(last.day)}" if last else ""


def goal_lines(goal: Goal) -> Iterator[QWidget]:
    yield boxed(col(text(goal.text, "strong"), small(change_words(goal)), gap=1))


def phase_lines(view: FamilyView) -> Iterator[QWidget]:
    """Each phase with its days by rule, as it went, and who has it."""
    for one in view.phases.phases:
        who = who_has(one.responsible, view.names)
        said = [
            by_rule(one.planned),
            as_it_went(one.went.record) if one.went else "",
            f"Ansvar: {who}",
        ]
        name = text(one.planned.rule.name, "strong")
        yield boxed(col(name, small(" · ".join(filter(None, said))), gap=1))
