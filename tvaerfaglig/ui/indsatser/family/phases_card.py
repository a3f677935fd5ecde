"""The phases of a course: the strip, the one it is in, and going on to the next."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.ages import age_words
from tvaerfaglig.domain.efforts.records import Phase
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.services.efforts import phases, undoing
from tvaerfaglig.services.efforts.family_view import FamilyView
from tvaerfaglig.services.efforts.phases import InPhase
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.indsatser.family.phase_form import PhaseForm
from tvaerfaglig.ui.indsatser.family.phase_strip import PhaseStrip
from tvaerfaglig.ui.indsatser.family.wording import who_has
from tvaerfaglig.ui.kept_words import KeptWords
from tvaerfaglig.ui.widgets import (
    Prose,
    boxed,
    button,
    card,
    col,
    field,
    flow,
    hairline,
    message,
    small,
    text,
)
from tvaerfaglig.ui.widgets.layout import Item


class PhasesCard(QWidget):
    """`born_asked` leads to the page where an expected child is born."""

    born_asked = Signal()

    def __init__(self, desk: Desk, view: FamilyView) -> None:
        super().__init__()
        self.desk, self.view = desk, view
        self._now, self._next = now_and_next(view)
        self._form: QFrame | PhaseForm | None = None
        self._forms = col(gap=0)
        self._forms_box = boxed(self._forms)
        self._forms_box.hide()
        now = self._now.planned.rule.id if self._now else ""
        items = (
            PhaseStrip(view, now), *self._about_now(), *self._late(), *self._acts(), self._forms_box,
        )  # fmt: skip
        self.setLayout(col(card("Faser", *items, icon="kalender"), gap=0))

    def keep(self) -> None:
        """What is being written of the phase."""
        for words in self.findChildren(KeptWords):
            words.keep()

    # the one it is in

    def _about_now(self) -> Iterator[Item]:
        if self._now is None or self._now.went is None:
            yield text("Ingen fase er begyndt endnu.")
            return
        rule, went = self._now.planned.rule, self._now.went.record
        yield hairline()
        who = who_has(went.responsible, self.view.names)
        yield text(
            f"Nu: {rule.name}, siden {danish.day(went.first)}. {who} har ansvaret.", "strong"
        )
        if rule.guidance:
            yield small(rule.guidance)
        if self.view.runs and self.view.may_write:
            yield self._note(went)
        elif went.note:
            yield text(went.note)

    def _note(self, went: Phase) -> QWidget:
        """Kept while one writes, saved with the button."""
        self.note = Prose(went.note, lines=2)
        self._noted = went.note
        self.kept = KeptWords(self.desk, Phase.KIND, self._said, self._put, self)
        self.kept.open(f"{Phase.KIND}:{self.view.enrolment}:{went.phase}")
        self.note.textEdited.connect(self.kept.touch)
        save = button("Gem noten", "small")
        save.clicked.connect(partial(self._save_note, went.phase))
        made = field("Det, den næste fase skal vide", self.note, optional=True)
        return boxed(col(made, flow(save)))

    def _said(self) -> dict[str, str]:
        words = self.note.text().strip()
        changed = words != self._noted.strip()
        return {"text": words, "child": self.view.child.id} if changed else {}

    def _put(self, kept: object) -> None:
        if isinstance(kept, dict) and kept:
            self.note.set_text(kept["text"])

    def _save_note(self, phase: str) -> None:
        asked = self.desk.ask(phases.note, self.view.enrolment, phase, self.note.text())
        asked.then(self._on_noted, self)

    def _on_noted(self, saved: Saved) -> None:
        self._noted = self.note.text()
        self.kept.keep()
        self._on_written("Noten er gemt.", saved)

    def _late(self) -> Iterator[Item]:
        """What the plan has reached and nobody has written yet: asked, never in the way."""
        child, today = self.view.child.record, self.view.today
        if child.is_expected and child.due is not None and child.due < today:
            yield message(f"{danish.capital(age_words(child, today))}. Er barnet født?", "watch")
            return
        ahead = self._next.planned if self._next and self.view.is_in else None
        if ahead and ahead.first and not ahead.guessed and ahead.first <= today:
            begins = f"Efter planen begynder »{ahead.rule.name}« {danish.day(ahead.first)}."
            yield message(begins, "watch", icon="kalender")

    # going on

    def _acts(self) -> Iterator[Item]:
        view, made = self.view, []
        if view.child.record.born is None and view.may_edit_child:
            birth = button("Barnet er født", "outlined", "boern")
            birth.clicked.connect(self.born_asked)
            made.append(birth)
        if not (view.runs and view.may_write and view.is_in):
            yield boxed(flow(*made)) if made else None
            return
        if self._next is not None:
            name = self._next.planned.rule.name
            self.go_on = button(f"Begynd »{name}«", "outlined", "pil-hoejre")
            self.go_on.clicked.connect(partial(self._open, self._next))
            made.append(self.go_on)
        if self._now is not None:
            change = button("Ret dag og ansvar", "quiet", "kladde")
            change.clicked.connect(partial(self._open, self._now))
            made.append(change)
        self._acts_box = boxed(flow(*made))
        yield self._acts_box

    def _open(self, one: InPhase) -> None:
        self._close()
        made = PhaseForm(self.view, one)
        made.chosen.connect(partial(self._enter, one.planned.rule.id))
        made.left.connect(self._close)
        self._forms.addWidget(made)
        self._forms_box.show()
        self._acts_box.hide()
        self._form = made
        made.start()

    @Slot()
    def _close(self) -> None:
        if self._form is not None:
            self._forms.removeWidget(self._form)
            self._forms_box.hide()
            self._acts_box.show()
            self._form.hide()
            self._form.deleteLater()
            self._form = None

    def _enter(self, phase: str, chosen: object) -> None:
        assert isinstance(chosen, tuple)
        asked = self.desk.ask(phases.enter, self.view.enrolment, phase, *chosen)
        rule = self.view.kind.phase(phase)
        name = rule.name if rule else phase
        asked.then(partial(self._on_written, f"»{name}« er skrevet."), self)

    def _on_written(self, words: str, saved: Saved) -> None:
        records = tuple({one.record for one in saved.changes.touched if one.kind == Phase.KIND})
        self.desk.announce(saved.changes)
        self.desk.say(words, "ok", partial(_undo, self.desk, records))


def now_and_next(view: FamilyView) -> tuple[InPhase | None, InPhase | None]:
    """The last that has begun, and the one after it; the first is next where none has."""
    every = view.phases.phases
    begun = [nr for nr, one in enumerate(every) if one.went is not None]
    if not begun:
        return None, next(iter(every), None)
    return every[begun[-1]], next(iter(every[begun[-1] + 1 :]), None)


def _undo(desk: Desk, records: tuple[str, ...]) -> None:
    desk.ask(undoing.take_back, *records).then(partial(_undone, desk), desk)


def _undone(desk: Desk, changes: Changes) -> None:
    desk.announce(changes)
    desk.say("Fortrudt. Det står, som det stod.", "ok")
