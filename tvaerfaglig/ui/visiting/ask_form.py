"""A question for the next visit: without a name, from anywhere one stands with it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Slot

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.anonymity import without
from tvaerfaglig.domain.visiting.question import VisitQuestion
from tvaerfaglig.services.konsultation.rules import NamesSomeone
from tvaerfaglig.services.visiting import questions
from tvaerfaglig.services.visiting.questions import Asking
from tvaerfaglig.ui.desk import Asked, Desk
from tvaerfaglig.ui.visiting import PLACE
from tvaerfaglig.ui.visiting.forms import VisitForm
from tvaerfaglig.ui.visiting.undoing import undone
from tvaerfaglig.ui.widgets import Choice, button, guidance, line_edit

WORDS = "Uden navn. Barnet står ikke på spørgsmålet, kun alderen. Med navn planlægger du en konsultation."


class AskForm(VisitForm):
    """Whom it is for, how old the child is, and the question."""

    KIND = VisitQuestion.KIND

    def __init__(self, desk: Desk, asking: Asking, child: str = "") -> None:
        super().__init__(
            desk, "Spørg ved næste besøg", "Spørgsmålet venter på den, der kommer.", "Gem spørgsmålet", child
        )  # fmt: skip
        self._asking, self._child = asking, child
        self._named: tuple[str, ...] = ()
        coming = [
            (str(n), f"{one.who}, {danish.day_short(one.day)} · {one.where}")
            for n, one in enumerate(asking.coming)
        ]
        self.lay_out(*self._items(coming))
        self.fields.put(age=asking.age_band)
        self.ready()

    def _items(self, coming: list[tuple[str, str]]) -> list[Any]:
        f = self.fields
        named = button("Planlæg med navn", "link")
        named.clicked.connect(self._with_name)
        anyone = ("", "Den første, der kommer")
        return [
            guidance(WORDS, named),
            f.add("whom", "Til hvem?", Choice([*coming, anyone], coming[0][0] if coming else "")),
            f.add("age", "Hvor gammelt er barnet?", line_edit(most=40), "Et spænd er nok: 3–4 år.", optional=True),
            f.add_prose("text", "Hvad vil du spørge om?", "Ét spørgsmål er nok."),
        ]  # fmt: skip

    def start(self) -> None:
        """Where one writes; whom it is for is seldom another."""
        self.fields.editor("text").setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _with_name(self) -> None:
        self.keep()
        self.desk.go(PLACE, f"ny:{self._child}" if self._child else "ny")

    def send(self) -> Asked[Any]:
        f = self.fields
        whom = f.text("whom")
        coming = self._asking.coming[int(whom)] if whom else None
        made = VisitQuestion(
            house=coming.house if coming else self._asking.house,
            staff=coming.staff if coming else "",
            day=self.today(),
            by=self.desk.my_id,
            age_band=f.text("age"),
            text=f.must("text", "Hvad vil du spørge om? Én linje er nok."),
        )
        return self.desk.ask(questions.ask, made)

    def said(self) -> str:
        return "Spørgsmålet venter på næste besøg."

    def where(self, _answer: Any) -> str:
        return f"barn:{self._child}" if self._child else ""

    def undo(self, answer: Any) -> Callable[[], None] | None:
        return partial(_withdraw, self.desk, answer.id)

    def _on_refused(self, error: BaseException) -> None:
        if not isinstance(error, NamesSomeone):
            super()._on_refused(error)
            return
        self.save_button.setEnabled(True)
        self.keep()
        self._named = error.words
        self.tell(str(error), "info", link="Skriv »barnet«")

    @Slot()
    def begin_again(self) -> None:
        """The bar's link: »barnet« instead of the name, or without the draft."""
        if not self._named:
            super().begin_again()
            return
        words, self._named = self._named, ()
        self.untell()
        f = self.fields
        f.put(text=without(f.text("text"), words), age=without(f.text("age"), words))
        self.save()


def _withdraw(desk: Desk, question: str) -> None:
    desk.ask(questions.withdraw, question).then(partial(undone, desk), desk)
