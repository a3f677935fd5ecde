"""Haster det?: the hard question first, then the urgency, and the calls."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QWidget

from tvaerfaglig.domain.people import Sibling
from tvaerfaglig.domain.quality.finding import Finding
from tvaerfaglig.domain.underretning import PhoneCall, Stage, Urgency
from tvaerfaglig.services import underretninger as service
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.ui.underretninger.editor import Editor
from tvaerfaglig.ui.underretninger.entries import CallForm, Entries
from tvaerfaglig.ui.underretninger.wording import child_called
from tvaerfaglig.ui.widgets import (
    OneOf,
    Segment,
    Segments,
    boxed,
    button,
    col,
    message,
    row,
    small,
    strong,
    text,
    tick,
)


class OneOfMany(QWidget):
    """Answers beneath each other; `chosen` sends the key. It may start with none chosen."""

    chosen = Signal(str)

    def __init__(self, answers: Iterable[tuple[str, str]], key: str, *, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._made: dict[str, OneOf] = {}
        for own, words in answers:
            made = OneOf(words, on=own == key)
            self._group.addButton(made)
            self._made[own] = made
        self.setLayout(col(*self._made.values(), gap=0))
        self._group.buttonClicked.connect(self._on_clicked)
        first = self._made.get(key) or next(iter(self._made.values()), None)
        if first is not None:
            self.setFocusProxy(first)

    def key(self) -> str:
        return next((key for key, made in self._made.items() if made.isChecked()), "")

    def answers(self) -> dict[str, OneOf]:
        return dict(self._made)

    @Slot()
    def _on_clicked(self) -> None:
        self.chosen.emit(self.key())


class UrgencyEditor(Editor):
    """Everything else depends on these two answers."""

    answered: str
    """The answer that the fields were built for; the sibling part depends on it."""

    def build(self) -> None:
        self.answered = self.work.sitting.record.overgreb
        self._build_overgreb()
        self._build_urgency()
        self._build_calls()

    def _build_overgreb(self) -> None:
        work, head = self.work, self.work.sitting.record
        answers = [(one.id, one.word) for one in work.sitting.template.suspicions]
        label = work.label("overgreb")
        self.overgreb = OneOfMany(answers, head.overgreb, name=label)
        self.overgreb.chosen.connect(self._on_overgreb_chosen)
        whole = col(strong(label), small(work.help("overgreb")), self.overgreb, gap="tight")
        self.add(boxed(whole))
        self.target(self.overgreb, "overgreb")
        self.siblings: dict[str, QWidget] = {}
        if head.suspects is not None:
            self._build_siblings()
        self._build_standing()

    def _build_siblings(self) -> None:
        """Asked for brothers and sisters too (decisions.md no. 3)."""
        page = self.work.page
        known = [one for one in page.child.record.siblings if one.child]
        if not known:
            return
        guarded = set(page.guard.record.siblings_too) if page.guard else set()
        for one in known:
            made = tick(f"Gælder også {_name(one)}", on=one.child in guarded)
            made.toggled.connect(self._on_sibling_toggled)
            self.siblings[one.child] = made
        self.add(boxed(col(strong("Søskende"), *self.siblings.values(), gap="tight")))

    def _build_standing(self) -> None:
        page = self.work.page
        if page.guard is None or self.work.sitting.record.overgreb != "nej":
            return
        words = (
            f"Værnet står stadig på {child_called(page.child.record)}. "
            "Er det aftalt, at det kan løftes, så gør det på barnets side."
        )
        standing = message(words, "watch", icon="laas", link="Barnets side")
        standing.pressed.connect(self._on_child_pressed)
        self.add(standing)

    def _build_urgency(self) -> None:
        work = self.work
        template, head = work.sitting.template, work.sitting.record
        label = work.label("hastegrad")
        choices = [Segment(one.urgency.value, one.word) for one in template.urgencies]
        self.urgency = Segments(choices, head.urgency.value, name=label)
        self.urgency.changed.connect(self._on_urgency_changed)
        self.meaning = text("", "muted")
        self.phone_first = message(
            "Ring først. En underretning i telefonen gælder med det samme; brevet skrives bagefter.",
            "act",
            icon="akut",
            link="Vis numrene",
        )
        self.phone_first.pressed.connect(self._on_numbers_pressed)
        parts = col(
            strong(label), row(self.urgency, ...), self.meaning, self.phone_first, gap="tight"
        )
        self.add(boxed(parts))
        self.target(self.urgency.buttons()[0], "hastegrad")
        self._say_meaning()

    def _build_calls(self) -> None:
        work = self.work
        self.calls: Entries[PhoneCall] = Entries(
            work.sitting.record.calls,
            lambda call: CallForm(call, self._today),
            self._blank_call,
            add="Skriv et opkald ned",
        )
        self.calls.changed.connect(self._on_calls_changed)
        heading = col(strong(work.label("opkald")), small(work.help("opkald")), gap="tight")
        self.add(boxed(col(heading, self.calls)))
        self.target(self.calls, "opkald")
        self.given = button("Underretningen er givet i telefonen", icon="akut")
        self.given.clicked.connect(self._on_given_clicked)
        self.given_words = text("", "muted")
        self.add(boxed(col(row(self.given, ...), self.given_words, gap="tight")))
        self._show_given()

    def renew(self) -> None:
        self._show_given()

    def focus_target(self, target: QWidget, finding: Finding) -> None:
        if target is self.calls:
            self.calls.focus_entry(int(finding.item) if finding.item.isdigit() else 0)
        else:
            super().focus_target(target, finding)

    def _today(self) -> date:
        return self.work.desk.clock.now().date()

    def _blank_call(self) -> PhoneCall:
        now = self.work.desk.clock.now()
        return PhoneCall(
            day=now.date(), at=now.time().replace(second=0, microsecond=0), by=self.work.desk.my_id
        )

    def _show_given(self) -> None:
        page = self.work.page
        sent = any(one.record.stage is Stage.AFSENDT for one in page.steps)
        self.given.setHidden(sent or not self.calls.values())
        if sent and page.needs_writing:
            self.given_words.say("Underretningen er givet i telefonen. Nu er brevet en opgave.")
        self.given_words.setHidden(not (sent and page.needs_writing))

    def _say_meaning(self) -> None:
        chosen = self.urgency.chosen()
        found = [o for o in self.work.sitting.template.urgencies if o.urgency.value == chosen]
        self.meaning.say(found[0].meaning if found else "")
        self.meaning.setHidden(not found)
        self.phone_first.setHidden(not (found and found[0].phone_first))

    @Slot(str)
    def _on_overgreb_chosen(self, answer: str) -> None:
        self.work.writer.answer_overgreb(answer)

    @Slot()
    def _on_sibling_toggled(self) -> None:
        chosen = tuple(
            child
            for child, made in self.siblings.items()
            if made.isChecked()  # type: ignore[attr-defined]
        )
        self.work.writer.answer_overgreb(self.overgreb.key(), chosen)

    @Slot(str)
    def _on_urgency_changed(self, urgency: str) -> None:
        self.work.writer.choose(urgency=Urgency(urgency))
        self._say_meaning()

    @Slot(object)
    def _on_calls_changed(self, calls: object) -> None:
        self.work.writer.choose(calls=calls)
        self._show_given()

    @Slot()
    def _on_given_clicked(self) -> None:
        """Valid at once, written or not: the clock runs from the call."""
        self.work.writer.save(self._register_call)

    def _register_call(self) -> None:
        work = self.work
        call = self.calls.values()[-1]
        asked = work.desk.ask(
            service.register_step,
            work.writer.letter,
            Stage.AFSENDT,
            call.day,
            call.at,
            channel="telefon",
            spoke_with=call.spoke_with,
            number=call.number,
            note=call.agreed,
        )
        asked.then(self._on_given, self)

    def _on_given(self, saved: Saved) -> None:
        self.work.desk.announce(saved.changes, self)
        self.work.desk.say("Underretningen er givet. Fristen for kvittering løber fra nu af.", "ok")

    @Slot()
    def _on_numbers_pressed(self) -> None:
        self.work.desk.go("akut")

    @Slot()
    def _on_child_pressed(self) -> None:
        self.work.desk.go("boern", self.work.page.child.id)


def _name(sibling: Sibling) -> str:
    return sibling.name.split()[0] if sibling.name else "søskende"
