"""The day of a decision has come: look again, move the day with a reason, or begin the letter with what was there."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.concern import NotNow
from tvaerfaglig.services.after_sending import decisions
from tvaerfaglig.services.after_sending.decisions import Returned
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.ui.children.fields import Missing
from tvaerfaglig.ui.children.form import EntryForm
from tvaerfaglig.ui.children.position_form import ALWAYS
from tvaerfaglig.ui.desk import Asked
from tvaerfaglig.ui.widgets import (
    Choice,
    boxed,
    button,
    empty_layout,
    guidance,
    prose,
    small,
)
from tvaerfaglig.ui.widgets.layout import Item

SEEN, MOVE = "set", "flyt"


class SeenAgainForm(EntryForm[NotNow]):
    """The letter may be begun by whoever may write one; the day belongs to those who decided."""

    KIND = "set_igen"
    HEADING = "Se på beslutningen igen"
    CORRECTS = HEADING
    ACT = "Gem"

    def build(self) -> list[Item]:
        f = self.fields
        before = self.stored.record if self.stored else None
        self._about = QVBoxLayout()
        self._about.setContentsMargins(0, 0, 0, 0)
        self.write = button("Begynd underretningen", "outlined", "underretning")
        self.write.clicked.connect(self._on_notify)
        self.what = Choice(
            [(SEEN, "Vi har set på det nu"), (MOVE, "Vi ser på det en anden dag")], SEEN
        )
        chosen = f.add("what", "Hvad gør I?", self.what)
        self._outcome = f.add_prose("outcome", "Hvad ser I nu?", "Og hvad gør I så?")
        self._on = f.add_day("on", "Ny dag", ahead=True)
        self._why = f.add_prose(
            "moved", "Hvorfor flyttes den?", "Den første dag bliver stående i historikken.", lines=2
        )
        self.what.chosen_changed.connect(self._show_chosen)
        if self.stored is not None:
            self.desk.ask(decisions.returned, self.stored.id).then(self._show_about, self)
        return [
            guidance(ALWAYS, self.write),
            prose(f"Dengang skrev I: »{before.because}«") if before else None,
            boxed(self._about),
            chosen,
            self._outcome,
            self._on,
            self._why,
        ]  # fmt: skip

    def fill(self, record: NotNow) -> None:
        """One that is seen to opens with what was seen; the day and the reason are new."""
        if record.seen_again:
            self.fields.put(outcome=record.outcome)

    def refilled(self) -> None:
        self._show_chosen(self.what.chosen())

    def send(self) -> Asked[Saved]:
        assert self.stored is not None
        f, decision = self.fields, self.stored.id
        if self.what.chosen() == SEEN:
            outcome = f.must("outcome", "Hvad ser I nu? Én linje er nok.")
            return self.desk.ask(decisions.look_again, decision, outcome, draft=self.key)
        on = f.must_day("on", "Hvilken dag ser I på det igen?")
        if on <= self.today():
            raise Missing("on", "Vælg en dag, der kommer. Er det i dag, så se på det nu.")
        because = f.must("moved", "Skriv kort, hvorfor dagen flyttes.")
        return self.desk.ask(decisions.move, decision, on, because, draft=self.key)

    def said(self) -> str:
        if self.what.chosen() == SEEN:
            return f"Set på. Det står hos {self.child.child.first_name}."
        return "Dagen er flyttet. Beslutningen kommer igen."

    def _show_about(self, page: Returned) -> None:
        """Whose it is, how often its day was moved, and what was written since."""
        empty_layout(self._about)
        made, names = page.stored.record, page.names
        people = [names.of_staff(one) for one in made.by or (page.stored.written_by,)]
        lines = [
            f"Besluttet {danish.day(made.day)} af {danish.join_and(people)}.",
            f"Ses igen {danish.day(made.seen_again_on)}.",
            *(
                f"Dagen blev flyttet til {danish.day(one.record.seen_again_on)}: {one.record.moved_because}"
                for one in page.moved
                if one.record
            ),
            page.since.words,
        ]
        if not page.mine:
            lines.append("Det er dem og lederen, der kan flytte dagen. Underrette kan du altid.")
        for words in lines:
            self._about.addWidget(small(words))

    @Slot(str)
    def _show_chosen(self, what: str) -> None:
        seen = what != MOVE
        self._outcome.setVisible(seen)
        hidden: tuple[QWidget, ...] = (self._on, self._why)
        for one in hidden:
            one.setHidden(seen)

    @Slot()
    def _on_notify(self) -> None:
        if self.stored is not None:
            self.keep()
            self.desk.ask(decisions.notify, self.stored.id).then(self._on_notified, self)

    def _on_notified(self, saved: Saved) -> None:
        self.desk.announce(saved.changes, self)
        self.finished.emit()
        self.desk.go("underretninger", saved.id)
