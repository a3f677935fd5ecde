"""A goal in words one can see or hear, and its steps from how it is now to when it has succeeded."""

from __future__ import annotations

from PySide6.QtCore import Slot

from tvaerfaglig.domain.efforts.form import FieldType
from tvaerfaglig.domain.efforts.goals import FEWEST_STEPS, MOST_STEPS, Goal
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.efforts import goals
from tvaerfaglig.services.efforts.family_view import FamilyView
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.ui.children.fields import Missing
from tvaerfaglig.ui.desk import Asked, Desk
from tvaerfaglig.ui.indsatser.family.family_form import FamilyForm, stacked
from tvaerfaglig.ui.widgets import (
    Choice,
    Prose,
    button,
    card,
    flow,
    guidance,
    line_edit,
    small,
    text,
)
from tvaerfaglig.ui.widgets.layout import Item

SHOWN_FIRST = 3
OBSERVABLE = "Skriv noget, man kan se eller høre: hvem gør hvad, hvornår og hvor længe."
STANDS = "Der er sat trin på målet, så trinene bliver stående. Passer de ikke mere, så læg målet væk, og skriv et nyt."


class GoalForm(FamilyForm):
    """A new goal, or one to be worded anew."""

    KIND = Goal.KIND

    def __init__(self, desk: Desk, view: FamilyView, stored: Stored[Goal] | None = None) -> None:
        heading = "Ret målet" if stored else "Nyt mål"
        super().__init__(desk, view, heading, view.child.record.name, "Gem målet")
        self.stored = stored
        self._scored = bool(stored and stored.record.scores)
        self._shown = SHOWN_FIRST
        self.lay_out(self._words(), self._steps())
        if stored is not None:
            self._fill(stored.record)
        self.refilled()
        self.begin()

    @property
    def key(self) -> str:
        return f"{self.KIND}:{self.stored.id if self.stored else self.view.enrolment}"

    def send(self) -> Asked[Saved]:
        before = self.stored.record if self.stored else None
        words = self.fields.must("text", "Hvad skal lykkes?")
        made = Goal(
            effort=self.view.effort_id,
            enrolment=self.view.enrolment,
            child=self.view.child.id,
            day=before.day if before else self.today(),
            text=words,
            steps=before.steps if before and self._scored else self._written_steps(),
            in_words_of=self._whose(before),
        )
        return self.desk.ask(
            goals.save, made, self.stored.id if self.stored else None, draft=self.key
        )

    def said(self) -> str:
        return "Målet er gemt."

    def refilled(self) -> None:
        """As many steps as are written, and no fewer than at first."""
        if self._scored:
            return
        filled = [nr for nr in range(1, MOST_STEPS + 1) if self.fields.text(f"trin{nr}")]
        self._show_steps(max(self._shown, *filled, SHOWN_FIRST))

    # the fields

    def _words(self) -> Item:
        editor = Prose(lines=2)
        guided = next(
            (
                one.guidance
                for form in self.view.forms
                for one in form.fields
                if one.type is FieldType.MAAL and one.guidance
            ),
            OBSERVABLE,
        )
        items: list[Item] = [
            self.fields.add("text", "Hvad skal lykkes?", editor, guided),
            *self.questioned(editor, "maal"),
        ]
        if not self.view.hides_parents:
            items.append(self._whose_field())
        return card("Målet", stacked(*items), icon="maal")

    def _whose_field(self) -> Item:
        family = dict.fromkeys(
            one.relation or one.called for one in self.view.place.record.adults if one.called
        )
        family |= dict.fromkeys(one.relation for one in self.view.child.record.parents)
        before = self.stored.record.in_words_of if self.stored else ""
        family |= dict.fromkeys([before])
        choices = [("", "Vores egne"), *((one, one.capitalize()) for one in family if one)]
        return self.fields.add("whose", "Hvis ord er det?", Choice(choices), optional=True)

    def _steps(self) -> Item:
        if self._scored:
            assert self.stored is not None
            said = [text(f"{n}. {one}") for n, one in enumerate(self.stored.record.steps, 1)]
            return card("Trinene", small(STANDS), *said)
        fields = [
            self.fields.add(f"trin{nr}", f"Trin {nr}", line_edit(most=160))
            for nr in range(1, MOST_STEPS + 1)
        ]
        self.more = button("Endnu et trin", "small", "plus")
        self.more.clicked.connect(self._on_more)
        return card(
            "Trinene",
            guidance("Det første er, som det er nu. Det sidste er, når det er lykkedes."),
            *fields,
            flow(self.more),
        )

    def _show_steps(self, many: int) -> None:
        self._shown = min(many, MOST_STEPS)
        for nr in range(1, MOST_STEPS + 1):
            self.fields.field(f"trin{nr}").setVisible(nr <= self._shown)
        self.more.setVisible(self._shown < MOST_STEPS)

    @Slot()
    def _on_more(self) -> None:
        self._show_steps(self._shown + 1)
        self.fields.editor(f"trin{self._shown}").setFocus()

    def _fill(self, goal: Goal) -> None:
        self.fields.put(text=goal.text)
        if not self.view.hides_parents:
            self.fields.put(whose=goal.in_words_of)
        if not self._scored:
            for nr, words in enumerate(goal.steps, 1):
                self.fields.put(**{f"trin{nr}": words})

    def _written_steps(self) -> tuple[str, ...]:
        said = [self.fields.text(f"trin{nr}") for nr in range(1, MOST_STEPS + 1)]
        steps = tuple(one for one in said if one)
        if len(steps) < FEWEST_STEPS:
            first_empty = said.index("") + 1
            asks = "Hvordan er det nu?" if not steps else "Og når det er lykkedes?"
            raise Missing(f"trin{first_empty}", asks)
        return steps

    def _whose(self, before: Goal | None) -> str:
        """Under the guard nobody is asked, and what stood stands."""
        if self.view.hides_parents:
            return before.in_words_of if before else ""
        return self.fields.text("whose")
