"""Of a new meeting: whom or what it is about, and what a name there rests on. Anonymous until a basis is chosen."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain.form import KonsultationForm
from tvaerfaglig.domain.konsultation import Konsultation, KonsultationKind
from tvaerfaglig.domain.meetings.kind import MeetingKind
from tvaerfaglig.services.konsultation import rules as konsultation_rules
from tvaerfaglig.services.konsultation.planning import Grounds as Offered
from tvaerfaglig.services.konsultation.planning import Planning
from tvaerfaglig.ui.konsultationer.authority import counts_as
from tvaerfaglig.ui.konsultationer.grounds import Grounds
from tvaerfaglig.ui.konsultationer.reach import reach
from tvaerfaglig.ui.widgets import (
    Field,
    ListRow,
    Segment,
    Segments,
    card,
    col,
    field,
    line_edit,
    message,
    picker,
)
from tvaerfaglig.ui.widgets.words import small


class Missing(NamedTuple):
    """What is still to be answered: the question, the field it stands at, and where one answers."""

    field: Field
    question: str
    box: QWidget


def kinds_of(meeting: MeetingKind | None) -> tuple[KonsultationKind, ...]:
    """What a meeting of that kind may be about."""
    return meeting.kinds if meeting is not None else tuple(KonsultationKind)


class About(QWidget):
    """`changed` sends what is another in the note now; `child_chosen` asks what a talk about her may rest on."""

    changed = Signal(object)
    child_chosen = Signal(str)
    rules_asked = Signal()

    def __init__(
        self,
        note: Konsultation,
        planning: Planning,
        form: KonsultationForm,
        meeting: MeetingKind | None,
    ) -> None:
        super().__init__()
        self._planning, self._form = planning, form
        self._needs_basis = meeting is None or meeting.needs_basis
        kinds = [one for one in form.kinds if one.kind in kinds_of(meeting)]
        self.kind = Segments(
            [Segment(one.kind.value, one.word) for one in kinds], note.kind.value, name="Hvilken slags?"
        )  # fmt: skip
        if len(kinds) < 2:
            self.kind.hide()
        self._says = small("")
        self.counts = message("", "info", link="Om reglerne")
        self.counts.hide()
        self.age, self.title = line_edit(note.age_band, most=40), line_edit(note.title, most=120)
        self.child = picker(_children(planning), placeholder="Skriv et navn")
        self.child.choose(note.child)
        self.grounds = Grounds(note.basis, note.basis_text, note.samtykke)
        self._ages = field("Hvor gammelt er barnet?", self.age, "Et spænd er nok: 3–4 år.")
        self._titles = field("Tema", self.title)
        self._whom = field("Hvilket barn?", self.child)
        self._basis: Field = field("Hvad er grundlaget?", self.grounds)
        self.setLayout(col(self._card(), gap=0))
        self._listen()

    def _card(self) -> QWidget:
        return card(
            "Hvem eller hvad handler det om?",
            self.kind, self._says, self.counts, self._ages, self._titles, self._whom, self._basis,
        )  # fmt: skip

    def _listen(self) -> None:
        self.kind.changed.connect(self._on_kind)
        self.counts.pressed.connect(self.rules_asked)
        self.age.textEdited.connect(self._on_age)
        self.title.textEdited.connect(self._on_title)
        self.child.picked.connect(self._on_child)
        self.grounds.changed.connect(self._on_grounds)

    def show_for(self, note: Konsultation) -> None:
        """Only what this kind asks for; the explanation follows the choice."""
        choice = self._form.kind(note.kind)
        named = note.kind is KonsultationKind.NAVNGIVET
        self._says.say(choice.guidance if choice else "")
        self._ages.setVisible(note.kind is KonsultationKind.ANONYM)
        self._titles.setVisible(note.kind is KonsultationKind.TEMA)
        self._whom.setVisible(named)
        self._basis.setVisible(named and bool(note.child) and self._needs_basis)
        self.show_counts(note)
        if named and note.child:
            self.child_chosen.emit(note.child)

    def show_counts(self, note: Konsultation) -> None:
        """Once, where a name is chosen: what it may be taken for with these people at the table."""
        named = note.kind is KonsultationKind.NAVNGIVET and self._needs_basis
        said = counts_as(note.participants, self._planning.colleagues) if named else ""
        if said and said != self.counts.words():
            self.counts.say(said, "info", link="Om reglerne")
        self.counts.setVisible(bool(said))

    def offer(self, offered: Offered, note: Konsultation) -> None:
        """What a talk about the child can rest on, with those who are at the table."""
        child, given = offered.child.record, offered.samtykker
        here = reach(given, note, child, self._planning.colleagues)
        self.grounds.offer(
            child, given, hides_parents=offered.hides_parents, early=offered.early, reach=here
        )

    def missing(self, note: Konsultation) -> Missing | None:
        """What cannot be left out where a child is named."""
        if note.kind is not KonsultationKind.NAVNGIVET:
            return None
        if not note.child:
            return Missing(self._whom, "Hvilket barn handler det om?", self.child)
        if not self._needs_basis:
            return None
        if not note.basis:
            question = (
                "Hvad er grundlaget for at tale om barnet med navn? Vælg det, eller gør den anonym."
            )
            return Missing(self._basis, question, self.grounds.first_box())
        words = konsultation_rules.words_missing(note)
        return Missing(self.grounds.field, words, self.grounds.words) if words else None

    @Slot(str)
    def _on_kind(self, key: str) -> None:
        self.changed.emit({"kind": KonsultationKind(key)})

    @Slot(str)
    def _on_child(self, child: str) -> None:
        self._whom.ask("")
        self.changed.emit({"child": child})

    @Slot(str)
    def _on_age(self, words: str) -> None:
        self.changed.emit({"age_band": words.strip()})

    @Slot(str)
    def _on_title(self, words: str) -> None:
        self.changed.emit({"title": words.strip()})

    @Slot()
    def _on_grounds(self) -> None:
        self._basis.ask("")
        ground = self.grounds
        self.changed.emit(
            {"basis": ground.basis(), "basis_text": ground.text(), "samtykke": ground.samtykke()}
        )


def _children(planning: Planning) -> list[ListRow]:
    return [ListRow(one, name, stue, person=name) for one, name, stue in planning.children]
