"""One domain of one rating: where the child stands, and what that rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.observation import Observation
from tvaerfaglig.domain.rounds.form import Domain, Guidance
from tvaerfaglig.domain.rounds.records import Mark
from tvaerfaglig.domain.rounds.scale import RoundScale
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.children.chronicle import first_sentence
from tvaerfaglig.services.names import Names
from tvaerfaglig.ui.rounds.step_chooser import StepChooser
from tvaerfaglig.ui.widgets import (
    boxed,
    button,
    col,
    field,
    frame,
    glyph,
    line_edit,
    muted,
    one,
    row,
    section,
    small,
    text,
)
from tvaerfaglig.ui.widgets.layout import empty_layout

Seen = Mapping[str, Stored[Observation]]


def line_of(stored: Stored[Observation], names: Names) -> str:
    """One observation on one line: its day, with the year for the old ones, and its first sentence."""
    seen = stored.record
    return f"{danish.day_table(seen.day)}: {first_sentence(names.said(seen.text), 110)}"


class DomainCard(QFrame):
    """`changed` sends the mark, `entered` that one works here now, `finished` that Enter goes on."""

    changed = Signal(object)
    entered = Signal(str)
    finished = Signal(str)

    def __init__(
        self, domain: Domain, guidance: Guidance, scale: RoundScale, mark: Mark, before: str
    ) -> None:
        super().__init__()
        self.domain = domain.id
        self._name = domain.name
        self._mark, self._before = mark, before
        self.setProperty("kind", "card")
        self.setAccessibleName(domain.name)
        self.chooser = StepChooser(scale, guidance.said, mark.step, name=f"{domain.name}: trin")
        self.chooser.chosen.connect(self._on_step)
        self.chooser.entered.connect(self._on_enter)
        self._earlier = one("", "small")
        self.sentence = line_edit(mark.sentence, most=200)
        self.sentence.textEdited.connect(self._on_sentence)
        self.sentence.returnPressed.connect(self._on_return)
        self._rests = col(gap="tight")
        self._asks = small("")
        self._asks.hide()
        head = row(glyph(domain.icon, "accent", 20), section(domain.name), ..., self._earlier)
        self.setLayout(
            col(
                head,
                muted(domain.question),
                self.chooser,
                boxed(self._rests),
                field("Eller én sætning", self.sentence, optional=True),
                self._asks,
                margins=(16, 12, 16, 14),
            )
        )
        self._say_earlier()

    def mark(self) -> Mark:
        return self._mark

    def focus(self) -> None:
        self.chooser.focus()
        self.entered.emit(self.domain)

    def ask(self, question: str) -> None:
        """What is still missing here, in words."""
        self._asks.say(question)
        self._asks.setVisible(bool(question))

    def toggle(self, observation: str) -> None:
        """Rest on this observation, or no longer."""
        kept = self._mark.evidence
        evidence = (
            tuple(one for one in kept if one != observation)
            if observation in kept
            else (*kept, observation)
        )
        self._change(replace(self._mark, evidence=evidence))

    def show_evidence(self, seen: Seen, names: Names) -> None:
        """The observations it rests on, each with a way to leave it out."""
        empty_layout(self._rests)
        for key in self._mark.evidence:
            if key not in seen:
                continue
            words = line_of(seen[key], names)
            away = button("", "icon", "luk", name=f"Tag ud: {words}", dense=True)
            away.clicked.connect(lambda _checked=False, key=key: self.toggle(key))
            line = row(glyph("belaeg", "muted", 16), (text(words, "small"), 1), away)
            self._rests.addWidget(frame("well", line))

    @Slot(str)
    def _on_step(self, step: str) -> None:
        self.entered.emit(self.domain)
        self._change(replace(self._mark, step=step))
        self._say_earlier()

    @Slot(str)
    def _on_sentence(self, words: str) -> None:
        self._change(replace(self._mark, sentence=words))

    @Slot()
    def _on_enter(self) -> None:
        """Enter on a step: on to what it rests on, or to the next domain when it rests on something."""
        if self._mark.given:
            self.finished.emit(self.domain)
        else:
            self.sentence.setFocus()

    @Slot()
    def _on_return(self) -> None:
        self.finished.emit(self.domain)

    def _change(self, mark: Mark) -> None:
        self._mark = mark
        if mark.given:
            self.ask("")
        self.changed.emit(mark)

    def _say_earlier(self) -> None:
        """The joint step of the round before, once one has chosen oneself (see `services.rounds.rating`)."""
        shown = self._before if self._mark.step else ""
        self._earlier.say(shown)
        self._earlier.setVisible(bool(shown))
