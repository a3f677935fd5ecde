"""What is done to one agreement: written, told of as done, moved, given up or adjusted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.konsultation import Agreement, AgreementState, Participant
from tvaerfaglig.services.agreements import acts
from tvaerfaglig.services.agreements import reading as agreements
from tvaerfaglig.services.agreements.reading import Choices, OpenedAgreement
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.konsultationer.act_sheet import ActSheet
from tvaerfaglig.ui.konsultationer.agreement_form import AgreementForm
from tvaerfaglig.ui.konsultationer.agreements.seen_view import SeenView
from tvaerfaglig.ui.widgets import (
    DayField,
    ListRow,
    boxed,
    col,
    field,
    line_edit,
    picker,
    tick,
)
from tvaerfaglig.ui.widgets.layout import Item


class _Said(ActSheet):
    """`done` sends the agreement's id and what to say of it; Enter in a line does it."""

    done = Signal(str, str)

    def start(self) -> None:
        """The caret where one writes."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.do()
        else:
            super().keyPressEvent(event)

    def _finish(self, key: str, words: str, saved: Saved | Changes) -> None:
        self.desk.announce(saved.changes if isinstance(saved, Saved) else saved)
        self.closed.emit()
        self.done.emit(key, words)


class DoneSheet(_Said):
    """Gjort: how it went, with what was seen since to cite."""

    def __init__(self, desk: Desk, opened: OpenedAgreement) -> None:
        self._opened = opened
        self.outcome = line_edit(opened.row.stored.record.outcome, most=300)
        self.seen = SeenView(
            opened.seen, desk.library.categories, opened.row.stored.record.evidence
        )
        super().__init__(desk, "Gjort", opened.row.what, "Gjort")

    def start(self) -> None:
        self.outcome.setFocus(Qt.FocusReason.OtherFocusReason)

    def build(self) -> list[Item]:
        effect = self._opened.row.effect
        asked = f"I ville se det på: {effect}" if effect else "Hvad så I? Få ord er nok."
        return [field("Hvordan gik det?", self.outcome, asked, optional=True), self.seen]

    @Slot()
    def do(self) -> None:
        key = self._opened.row.id
        asked = self.desk.ask(
            acts.settle, key, AgreementState.GJORT, self.outcome.text(), self.seen.cited()
        )
        said = f"Gjort: {self._opened.row.what}"
        asked.then(partial(self._finish, key, said), self, failed=self.ask)


class GiveUpSheet(_Said):
    """Opgiv: why. What comes again may be given up this once, or for good."""

    def __init__(self, desk: Desk, opened: OpenedAgreement) -> None:
        self._opened = opened
        self.because = line_edit(most=300)
        self.stops = tick("Stop også de næste gange", on=True)
        self.stops.setHidden(not opened.row.stored.record.every)
        super().__init__(desk, "Opgiv aftalen", opened.row.what, "Opgiv aftalen")

    def start(self) -> None:
        self.because.setFocus(Qt.FocusReason.OtherFocusReason)

    def build(self) -> list[Item]:
        return [
            field("Hvorfor?", self.because, "Det står ved aftalen, når I følger op."),
            self.stops,
        ]

    @Slot()
    def do(self) -> None:
        if not self.because.text().strip():
            self.asks.say("Hvorfor opgives den? Få ord er nok.", "info", icon="spoergsmaal")
            self.because.setFocus()
            return
        key = self._opened.row.id
        stops = bool(self._opened.row.stored.record.every) and self.stops.isChecked()
        asked = self.desk.ask(
            acts.settle, key, AgreementState.OPGIVET, self.because.text(), stops=stops
        )
        asked.then(
            partial(self._finish, key, f"Opgivet: {self._opened.row.what}"), self, failed=self.ask
        )


class MoveSheet(_Said):
    """Flyt: to which day, and why."""

    def __init__(self, desk: Desk, opened: OpenedAgreement) -> None:
        self._opened = opened
        self.due = DayField(lambda: opened.today, None, ahead=True)
        self.because = line_edit(most=200)
        super().__init__(desk, "Flyt aftalen", opened.row.what, "Flyt aftalen")

    def start(self) -> None:
        self.due.setFocus(Qt.FocusReason.OtherFocusReason)

    def build(self) -> list[Item]:
        made = self._opened.row.stored.record
        now = (
            f"Den står til {danish.day_long(made.due)}." if made.due else "Den har ingen dag endnu."
        )
        return [
            field("Ny dag", self.due, now),
            field("Hvorfor flyttes den?", self.because, "Få ord er nok."),
        ]

    @Slot()
    def do(self) -> None:
        on = self.due.value()
        if on is None:
            self.asks.say(
                "Til hvilken dag? Skriv fx fredag eller 20.11.", "info", icon="spoergsmaal"
            )
            self.due.setFocus()
            return
        key = self._opened.row.id
        asked = self.desk.ask(acts.move, key, on, self.because.text())
        said = f"Flyttet til {danish.day_short(on)}: {self._opened.row.what}"
        asked.then(partial(self._finish, key, said), self, failed=self.ask)


class WriteSheet(_Said):
    """An agreement written, put right or adjusted: the form, and the child it is about when it is a new one."""

    def __init__(
        self,
        desk: Desk,
        made: Agreement,
        choices: Choices,
        *,
        key: str = "",
        adjusts: bool = False,
        told: str = "",
    ) -> None:
        self._key, self._adjusts, self._choices, self._made = key, adjusts, choices, made
        self.child = picker(
            [ListRow(one, name, person=name) for one, name in choices.children],
            placeholder="Skriv et navn",
        )
        self.child.choose(made.child)
        self.outcome = line_edit(made.outcome if adjusts else "", most=300)
        self._clock, self._me = desk.clock, desk.my_id
        self.form = self._new_form(made, choices)
        self._place = col(self.form, gap=0)
        heading = "Justér aftalen" if adjusts else "Aftalen" if key else "Ny aftale"
        super().__init__(desk, heading, told, "Gem aftalen")
        self.child.picked.connect(self._on_child)

    def start(self) -> None:
        self.form.start()

    def build(self) -> list[Item]:
        whom = field("Om hvilket barn?", self.child, optional=True)
        fixed = bool(self._key or self._made.konsultation or self._made.source)
        whom.setHidden(fixed)
        went = field("Hvordan gik det hidtil?", self.outcome, optional=True)
        went.setHidden(not self._adjusts)
        return [whom, went, boxed(self._place)]

    def made(self) -> Agreement:
        return self.form.agreement()

    @Slot()
    def do(self) -> None:
        made = self.made()
        if not (made.who or made.parents or made.who_else):
            made = replace(made, who=(self.desk.my_id,))
        if self._adjusts:
            asked = self.desk.ask(acts.adjust, self._key, made, self.outcome.text())
        else:
            asked = self.desk.ask(acts.save, made, self._key or None)
        asked.then(self._on_saved, self, failed=self.ask)

    def _new_form(self, made: Agreement, choices: Choices) -> AgreementForm:
        """I am the first that is offered; the others are chosen by name."""
        here = [
            Participant(name=one.name, role=one.role.word, staff=one.id)
            for one in choices.colleagues
            if one.id == self._me
        ]
        return AgreementForm(
            made, here, choices.colleagues, self._today_now,
            parents=choices.parents, concerns=choices.concerns, removable=False, closes=False,
        )  # fmt: skip

    def _today_now(self) -> date:
        return self._clock.now().date()

    @Slot(str)
    def _on_child(self, child: str) -> None:
        self.desk.ask(agreements.choices, child).then(partial(self._on_choices, child), self)

    def _on_choices(self, child: str, choices: Choices) -> None:
        """Other parents and other concerns: the words and the people that are written stay."""
        made = replace(self.made(), child=child, parents=(), concern="")
        before, self.form = self.form, self._new_form(made, choices)
        self._place.replaceWidget(before, self.form)
        before.hide()
        before.deleteLater()
        self.form.show()

    def _on_saved(self, saved: Saved) -> None:
        words = "Aftalen er justeret." if self._adjusts else "Aftalen er gemt."
        self._finish(self._key if self._adjusts else saved.id, words, saved)
