"""A sheet as its kind asks for it: one field for each of the form's, kept while one writes, saved as a version."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import Signal, Slot

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.efforts.form import EffortForm, FieldType, FormField, FormUse
from tvaerfaglig.domain.efforts.goals import SCORED_AT, Goal, Score
from tvaerfaglig.domain.efforts.sheets import DRAWN, FieldAnswer, Sheet, missing
from tvaerfaglig.domain.stored import Draft, Stored
from tvaerfaglig.services.efforts import sheets
from tvaerfaglig.services.efforts.family_view import FamilyView
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.ui.children.fields import Missing
from tvaerfaglig.ui.children.form import NOT_KEPT
from tvaerfaglig.ui.desk import Asked, Desk
from tvaerfaglig.ui.indsatser.family.drawn import came_line, goal_lines, last_seen, phase_lines
from tvaerfaglig.ui.indsatser.family.family_form import FamilyForm
from tvaerfaglig.ui.indsatser.family.sheet_fields import SheetFields
from tvaerfaglig.ui.indsatser.family.step_field import StepField
from tvaerfaglig.ui.widgets import (
    boxed,
    button,
    card,
    col,
    flow,
    guidance,
    hairline,
    line_edit,
    message,
    row,
    section,
    small,
    text,
)
from tvaerfaglig.ui.widgets.layout import Item

NO_GOALS = "Der er ingen mål endnu. De kan skrives nu eller bagefter."
NO_STEP = "Hvilket trin så I? Går I ikke efter målet mere, så læg det væk."


class SheetForm(FamilyForm):
    """`goal_asked` leads to a new goal and back here; what is written meanwhile waits as a draft."""

    KIND = Sheet.KIND
    goal_asked = Signal()

    def __init__(
        self, desk: Desk, view: FamilyView, form: EffortForm, stored: Stored[Sheet] | None = None
    ) -> None:
        heading = f"Ret: {form.name}" if stored else form.name
        super().__init__(desk, view, heading, view.child.record.name, "Gem arket")
        self.form, self.stored = form, stored
        self._carried: dict[str, object] = {}
        self._asked = [one for one in form.fields if not (one.parents and view.hides_parents)]
        self._scores = form.use in SCORED_AT and any(
            one.type is FieldType.MAAL for one in form.fields
        )
        self._written = SheetFields(self.fields)
        items = [self._made(one) for one in self._asked]
        self.lay_out(*self._before(), card("", boxed(col(self._day(), *items, gap="apart"))))
        if stored is not None:
            self._fill(stored.record)
        self.begin()

    @property
    def key(self) -> str:
        whose = self.stored.id if self.stored else f"{self.view.enrolment}:{self.form.id}"
        return f"{self.KIND}:{whose}"

    def about(self) -> dict[str, str]:
        record = self.stored.id if self.stored else ""
        return {**super().about(), "form": self.form.id, "record": record}

    def content(self) -> str:
        """With the parents' words of a draft that the guard hides now: they are not written over."""
        values = {**self._carried, **self.fields.values()}
        return json.dumps({**self.about(), "values": values}, ensure_ascii=False)

    def resume(self, draft: Draft) -> None:
        kept = json.loads(draft.content).get("values", {})
        hidden = {one.id for one in self.form.fields} - {one.id for one in self._asked}
        self._carried = {key: words for key, words in kept.items() if key in hidden and words}
        super().resume(draft)

    def send(self) -> Asked[Saved]:
        made, scores = self._sheet(), dict(self._scored())
        draft = "" if self._carried else self.key
        if self.stored is not None:
            return self.desk.ask(sheets.save, made, self.stored.id, scores, draft=draft)
        if self._scores:
            self._ask_for_steps(scores)
            return self.desk.ask(sheets.hold_status, made, scores, draft=draft)
        return self.desk.ask(sheets.save, made, draft=draft)

    def said(self) -> str:
        return f"»{self.form.name}« er gemt hos {self.view.first_name}."

    # what stands above

    def _before(self) -> Iterator[Item]:
        if self.form.guidance:
            yield guidance(self.form.guidance)
        shown = self.stored.record.shown_on if self.stored else None
        if shown is not None:
            yield message(
                f"Forældrene så arket {danish.day(shown)}. Retter du det, så vis dem det igen. "
                "Den udgave, de så, bliver stående.",
                "info",
            )

    def _day(self) -> Item:
        """A sheet that goals were scored at keeps its day, for the scores have it too."""
        if self.stored is not None and self._scores:
            return small(f"Holdt {danish.day(self.stored.record.day)}")
        on = self.stored.record.day if self.stored else self.today()
        return row((self.fields.add_day("dag", "Dag", on), 1), (boxed(col(gap=0)), 2))

    # the fields

    def _made(self, one: FormField) -> Item:
        if one.type is FieldType.MAAL:
            return self._goals(one)
        if one.type is FieldType.FASER:
            return boxed(col(section(one.name), *phase_lines(self.view), gap="tight"))
        if one.type is FieldType.FREMMOEDE:
            return boxed(col(section(one.name), text(came_line(self.view)), gap="tight"))
        return self._written.add(one)

    def _goals(self, one: FormField) -> Item:
        new = button("Nyt mål", "small", "plus")
        new.clicked.connect(self._on_goal_asked)
        items: list[Item] = [section(one.name)]
        items += [small(one.guidance)] if one.guidance else []
        if not self.view.alive:
            items.append(text(NO_GOALS))
        for nr, goal in enumerate(self.view.alive):
            items += [hairline()] if nr else []
            items += self._goal(goal)
        return boxed(col(*items, flow(new)))

    def _goal(self, stored: Stored[Goal]) -> list[Item]:
        if not self._scores:
            return [*goal_lines(stored.record)]
        f, seen, goal = self.fields, line_edit(most=300), stored.record
        return [
            f.add(f"trin:{stored.id}", goal.text, StepField(goal), last_seen(goal)),
            f.add(f"set:{stored.id}", "Det så vi", seen, optional=True),
        ]

    @Slot()
    def _on_goal_asked(self) -> None:
        """The sheet waits as a draft, also one in which nothing is written yet."""
        self._dirty, self._kept = True, NOT_KEPT
        self.keep()
        self.goal_asked.emit()

    # filling in

    def _fill(self, sheet: Sheet) -> None:
        for one in self._asked:
            if one.type not in DRAWN:
                self._written.put(one, sheet.answer(one.id))
        for goal in self.view.alive if self._scores else ():
            was = _at(goal.record, sheet.use, sheet.day)
            if was is not None:
                step, seen = f"trin:{goal.id}", f"set:{goal.id}"
                self.fields.put(**{step: str(was.step), seen: was.seen})

    # reading what is written

    def _sheet(self) -> Sheet:
        before = self.stored.record if self.stored else None
        answers = tuple(self._answer(one) for one in self._asked if one.type not in DRAWN)
        made = Sheet(
            effort=self.view.effort_id,
            form=self.form.id,
            name=self.form.name,
            use=self.form.use,
            day=self._held_on(),
            enrolment=self.view.enrolment,
            child=self.view.child.id,
            by=before.by if before else (),
            answers=answers,
        )
        self._ask_for(made)
        return made

    def _answer(self, one: FormField) -> FieldAnswer:
        """A line of the week has no room for a question: it is asked above."""
        try:
            return self._written.read(one)
        except Missing as gone:
            if one.type is FieldType.UGE:
                self.tell(gone.question)
            raise

    def _held_on(self) -> date:
        fixed = self.stored is not None and self._scores
        return self.stored.record.day if fixed and self.stored else self.fields.must_day("dag")

    def _ask_for(self, made: Sheet) -> None:
        """All that is missing is said in words; the caret goes to the first."""
        gone = [one for one in missing(self.form, made.answers) if one in self._asked]
        if not gone:
            self.untell()
            return
        named = danish.join_and([f"»{one.name}«" for one in gone])
        self.tell(f"Før arket kan gemmes, mangler {named}. Kladden er gemt imens.")
        raise Missing(self._written.first_of(gone[0]), "Hvad skal der stå her?")

    def _ask_for_steps(self, scores: dict[str, Score]) -> None:
        for goal in self.view.alive:
            if goal.id not in scores:
                self.tell("Før arket kan gemmes, mangler et trin på hvert mål.")
                raise Missing(f"trin:{goal.id}", NO_STEP)

    def _scored(self) -> Iterator[tuple[str, Score]]:
        for goal in self.view.alive if self._scores else ():
            step = self.fields.text(f"trin:{goal.id}")
            if step:
                seen = self.fields.text(f"set:{goal.id}")
                score = Score(at=self.form.use, day=self._held_on(), step=int(step), seen=seen)
                yield goal.id, score


def _at(goal: Goal, use: FormUse, day: date) -> Score | None:
    return next((one for one in goal.scores if (one.at, one.day) == (use, day)), None)
