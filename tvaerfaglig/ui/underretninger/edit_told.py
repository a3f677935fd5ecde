"""Sections about who said what: the child's words, the parents' view, and who has been told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.contact import ParentContact
from tvaerfaglig.domain.people import Parent
from tvaerfaglig.domain.quality.finding import Finding
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.domain.underretning import Informed
from tvaerfaglig.services.letters.page import LetterPage
from tvaerfaglig.ui.underretninger.editor import Editor
from tvaerfaglig.ui.underretninger.entries import Today
from tvaerfaglig.ui.widgets import (
    DayField,
    Prose,
    Segment,
    Segments,
    boxed,
    button,
    card,
    choice,
    col,
    empty_layout,
    field,
    flow,
    message,
    row,
    small,
    text,
    voice,
)

TALKS = 4


def holders(page: LetterPage) -> tuple[Parent, ...]:
    child = page.child.record
    return child.custody_holders or child.parents


def called(parent: Parent) -> str:
    return danish.capital(parent.relation) or parent.name


class WordsEditor(Editor):
    """The child's own words: those of the rows stand here as they were said; more can be written."""

    cites = False

    def build(self) -> None:
        self._about = small("Fra observationerne. Kommer med på papiret, som de er skrevet.")
        self.said = QVBoxLayout()
        self.said.setContentsMargins(0, 0, 0, 0)
        self.said.setSpacing(6)
        self.add(self._about)
        self.add(boxed(self.said))
        self.add(self.add_prose(lines=8))
        self.renew()

    def renew(self) -> None:
        """Rows come and go while one is here; their words follow."""
        empty_layout(self.said)
        said = [one for one in self.work.page.rows if one.child_words.strip()]
        self._about.setHidden(not said)
        for one in said:
            asked = f"Den voksne spurgte: »{one.asked.strip('»«')}«" if one.asked else ""
            when = f"{danish.day_short(one.day)}, til {one.seen_by}" if one.seen_by else ""
            told = " · ".join(filter(None, (f"[{one.number}]", when, asked)))
            self.said.addWidget(voice(one.child_words.strip("»«"), told))


class ParentsEditor(Editor):
    """The parents' view in their words, each by themselves."""

    def build(self) -> None:
        page = self.work.page
        self.speakers = {one.id: button(called(one), "filter", "plus") for one in holders(page)}
        for one in holders(page):
            made = self.speakers[one.id]
            made.setAccessibleName(f"Begynd et citat fra {one.relation or one.name}")
            made.clicked.connect(partial(self._quote, called(one)))
        if self.speakers:
            self.add(boxed(flow(*self.speakers.values())))
        self.add(self.add_prose(lines=8), "foraeldrenes_syn")
        talks = [one for one in page.talks if one.record.view.strip()][:TALKS]
        for talk in talks:
            self.add(self._talk(talk))

    def _talk(self, stored: Stored[ParentContact]) -> QWidget:
        talk = stored.record
        people = {one.id: one.relation or one.name for one in self.work.page.child.record.parents}
        who = danish.join_and([people.get(one, one) for one in talk.parents])
        take = button(
            "Sæt ind", "link", "plus", name=f"Sæt ind fra {danish.day_of_month(talk.day)}"
        )
        words = f"{danish.capital(who) or 'Forældrene'}: »{talk.view.strip().strip('»«')}«"
        take.clicked.connect(partial(self._insert, words))
        heading = f"Samtalen {danish.day_near(talk.day, self.work.page.today).lower()}"
        return card(heading, text(talk.view), action=take)

    def _quote(self, who: str) -> None:
        self._insert(f"{who}: »«", back=1)

    def _insert(self, words: str, back: int = 0) -> None:
        prose = self.prose
        if prose is None:
            return
        cursor = prose.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        lead = "\n" if prose.toPlainText().strip() else ""
        cursor.insertText(lead + words)
        for _ in range(back):
            cursor.movePosition(cursor.MoveOperation.Left)
        prose.setTextCursor(cursor)
        prose.setFocus(Qt.FocusReason.OtherFocusReason)


class InformedForm(QFrame):
    """One custody holder: told when and by whom and what she said, or why not."""

    changed = Signal()

    def __init__(
        self, who: str, informed: Informed, staff: Iterable[tuple[str, str]], today: Today
    ) -> None:
        super().__init__()
        self._informed = informed
        self.setProperty("kind", "card")
        self.setAccessibleName(who)
        told = "" if informed.told is None else "ja" if informed.told else "nej"
        choices = (Segment("ja", "Har fået besked"), Segment("nej", "Har ikke fået besked"))
        self.told = Segments(choices, told, name=f"{who}: ved besked?")
        self.day = DayField(today, informed.day)
        people = [("", "Vælg"), *staff]
        if informed.by and informed.by not in {key for key, _ in people}:
            people.append((informed.by, informed.by))
        self.by = choice(people, informed.by)
        self.reaction = Prose(informed.reaction, lines=3)
        self.why_not = Prose(informed.why_not, lines=2)
        when = row((field("Dag", self.day), 1), (field("Af hvem", self.by), 1), gap="apart")
        whom = who.partition(" · ")[0].lower()
        said = field(f"Hvad sagde {whom}?", self.reaction, "Med egne ord, i »…«.")
        self._yes = boxed(col(boxed(when), said))
        self._no = field("Hvorfor ikke?", self.why_not, "Et ærligt svar er nok.")
        self.setLayout(
            col(
                text(who, "strong"),
                row(self.told, ...),
                self._yes,
                self._no,
                margins=(14, 10, 14, 12),
            )
        )
        self.told.changed.connect(self._on_told_changed)
        self.day.changed.connect(self._on_changed)
        self.by.chosen_changed.connect(self._on_changed)
        self.reaction.textEdited.connect(self._on_changed)
        self.why_not.textEdited.connect(self._on_changed)
        self._show()

    def value(self) -> Informed:
        answer = self.told.chosen()
        return replace(
            self._informed,
            told=None if not answer else answer == "ja",
            day=self.day.value(),
            by=self.by.chosen(),
            reaction=self.reaction.text().strip(),
            why_not=self.why_not.text().strip(),
        )

    def flush(self) -> None:
        self.reaction.flush()
        self.why_not.flush()

    def _show(self) -> None:
        answer = self.told.chosen()
        self._yes.setHidden(answer != "ja")
        self._no.setHidden(answer != "nej")

    @Slot()
    def _on_told_changed(self) -> None:
        self._show()
        self.changed.emit()

    @Slot()
    def _on_changed(self, *_: object) -> None:
        self.changed.emit()


class ToldEditor(Editor):
    """A form for each custody holder, and the child. Under the guard the parents' part is gone."""

    def build(self) -> None:
        self.forms: dict[str, InformedForm] = {}
        work, page = self.work, self.work.page
        if work.offers("foraeldre_orienteret"):
            self._build_parents(page)
        else:
            words = f"Forældrene: {work.sitting.template.guard.informed}."
            self.add(message(words, "act", icon="afdaempet"))
        self.child = Prose(work.sitting.record.child_informed, lines=3)
        self.child.textEdited.connect(self._on_child_edited)
        name = page.child.record.first_name or work.label("barnet_orienteret")
        self.add(field(name, self.child, work.help("barnet_orienteret")))
        self.target(self.child, "barnet_orienteret")
        if work.sitting.text(work.section.id):
            self.add(self.add_prose(lines=4))

    def _build_parents(self, page: LetterPage) -> None:
        noted = {one.parent: one for one in self.work.sitting.record.informed}
        staff = sorted(
            ((key, one.name) for key, one in page.staff.items() if one.active),
            key=lambda pair: pair[1],
        )
        for parent in holders(page):
            informed = noted.get(parent.id, Informed(parent=parent.id))
            who = f"{called(parent)} · {parent.name}" if parent.relation else parent.name
            made = InformedForm(who, informed, staff, self._today)
            made.changed.connect(self._on_informed_changed)
            self.forms[parent.id] = made
            self.add(made)
        first = next(iter(self.forms.values()), None)
        if first is not None:
            self.target(first.told.buttons()[0], "foraeldre_orienteret")

    def flush(self) -> None:
        super().flush()
        self.child.flush()
        for one in self.forms.values():
            one.flush()

    def go_to(self, finding: Finding) -> None:
        form = self.forms.get(finding.item)
        if form is not None:
            form.told.buttons()[0].setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().go_to(finding)

    def _today(self) -> date:
        return self.work.desk.clock.now().date()

    @Slot()
    def _on_informed_changed(self) -> None:
        others = tuple(
            one for one in self.work.sitting.record.informed if one.parent not in self.forms
        )
        told = tuple(form.value() for form in self.forms.values())
        self.work.writer.choose(informed=(*told, *others))

    @Slot(str)
    def _on_child_edited(self, words: str) -> None:
        self.work.writer.choose(child_informed=words.strip())
