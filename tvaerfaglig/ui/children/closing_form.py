"""Close a concern with a reason and what was achieved, looking at where it began; and take it up again."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.concern import Concern
from tvaerfaglig.services.children import timeline as timelines
from tvaerfaglig.services.children.timeline import Timeline
from tvaerfaglig.services.courses import closing
from tvaerfaglig.services.courses.reading import ChildCourse, since
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.ui.children.effort_words import effort_line
from tvaerfaglig.ui.children.fields import Missing
from tvaerfaglig.ui.children.form import EntryForm
from tvaerfaglig.ui.children.small_forms import NEXT_LOOK
from tvaerfaglig.ui.desk import Asked
from tvaerfaglig.ui.widgets import (
    Choice,
    boxed,
    col,
    empty_layout,
    guidance,
    mark,
    prose,
    row,
    small,
    strong,
    text,
    well,
)
from tvaerfaglig.ui.widgets.layout import Item


class CloseConcernForm(EntryForm[Concern]):
    """Always of a concern that stands. What is empty is asked for; an underretning is never in its way."""

    KIND = "luk_bekymring"
    HEADING = "Luk bekymringen"
    CORRECTS = HEADING
    ACT = "Luk bekymringen"

    def build(self) -> list[Item]:
        f, words = self.fields, self.desk.library.closing
        concern = self.stored.record if self.stored else None
        self._course = col(gap="tight")
        self.why = Choice([("", "Vælg"), *((one.id, one.word) for one in words.reasons)])
        self.why.chosen_changed.connect(self._on_reason)
        self.desk.ask(timelines.timeline, self.child_id).then(self._show_course, self)
        return [
            prose(f"»{concern.title}«") if concern else None,
            f.add("reason", words.why, self.why),
            f.add_prose("because", "Med jeres egne ord", " ", lines=2),
            well(boxed(self._course)),
            f.add_prose("achieved", words.achieved, "Skriv også, hvis det ikke er nok.", lines=2),
            f.add_day("on", "Lukket den", self.today()),
            guidance(words.always),
        ]

    def fill(self, record: Concern) -> None:
        """One that is closed already opens with what was said then."""
        if record.closed_on:
            self.fields.put(
                reason=record.closed_for, because=record.closed_because,
                achieved=record.achieved, on=record.closed_on,
            )  # fmt: skip

    def refilled(self) -> None:
        self._on_reason(self.why.chosen())

    def send(self) -> Asked[Saved]:
        assert self.stored is not None
        f = self.fields
        reason = f.must("reason", closing.NO_REASON)
        because = f.must("because", closing.NO_WORDS)
        achieved = f.must("achieved", closing.NOTHING_ACHIEVED)
        on = f.must_day("on", "Hvilken dag blev den lukket?")
        if on > self.today():
            raise Missing("on", "Dagen er ikke kommet endnu. Hvornår besluttede I det?")
        return self.desk.ask(
            closing.close, self.stored.id,
            reason=reason, because=because, achieved=achieved, on=on, draft=self.key,
        )  # fmt: skip

    def said(self) -> str:
        return "Bekymringen er lukket. Den kan tages op igen."

    def _on_reason(self, reason: str) -> None:
        found = self.desk.library.closing.find(reason)
        self.fields.field("because").guide(found.asks if found else "Det, der er anderledes nu.")

    def _show_course(self, line: Timeline) -> None:
        """Where it began and where it stands now, and what came of each thing that was agreed meanwhile."""
        assert self.stored is not None
        found = since(line, self.desk.library, self.stored.record.first_noticed)
        empty_layout(self._course)
        for made in (self._positions(found), *self._efforts(found)):
            self._course.addWidget(made)

    def _positions(self, found: ChildCourse) -> QWidget:
        if found.first is None or found.latest is None:
            return small("Der er ikke sat en position undervejs.")
        parts: list[Item] = []
        for words, stored in (("Først", found.first), ("Nu", found.latest)):
            stand = stored.record
            level = f"{stand.level}" if stand.level is not None else ""
            said = " · ".join(filter(None, (danish.day(stand.day), level)))
            parts += [strong(words), mark(stand.position.value), small(said)]
        return boxed(row(*parts, ...))

    def _efforts(self, found: ChildCourse) -> list[QWidget]:
        if not found.efforts:
            return [small("Der er ingen aftaler undervejs.")]
        return [text(effort_line(one, found.names)) for one in found.efforts]


class TakeUpForm(EntryForm[Concern]):
    """A closed concern opens again, with why and a day; how it was closed stays in its history."""

    KIND = "tag_op"
    HEADING = "Tag bekymringen op igen"
    CORRECTS = HEADING
    ACT = "Tag den op igen"

    def build(self) -> list[Item]:
        f = self.fields
        concern = self.stored.record if self.stored else None
        return [
            prose(f"»{concern.title}«") if concern else None,
            small(f"Lukket {danish.day(concern.closed_on)}: {concern.closed_because}")
            if concern and concern.closed_on else None,
            f.add_prose("because", "Hvorfor nu?", "Hvad har I set eller hørt siden?", lines=2),
            f.add_day("next_on", "Ses igen", self.today() + NEXT_LOOK, ahead=True),
            guidance(self.desk.library.closing.always),
        ]  # fmt: skip

    def fill(self, record: Concern) -> None:
        del record

    def send(self) -> Asked[Saved]:
        assert self.stored is not None
        f = self.fields
        because = f.must("because", closing.NO_WHY)
        on = f.must_day("next_on", closing.NO_DAY)
        if on <= self.today():
            raise Missing("next_on", closing.NO_DAY)
        return self.desk.ask(
            closing.take_up, self.stored.id, because=because, next_on=on, draft=self.key
        )

    def said(self) -> str:
        return f"Taget op igen hos {self.child.child.first_name}."
