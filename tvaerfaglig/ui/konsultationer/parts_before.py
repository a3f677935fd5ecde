"""Før mødet: when and with whom, about whom and on which basis, and the question."""

from __future__ import annotations

from datetime import date, time
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.ages import age_words
from tvaerfaglig.domain.form import FormPart
from tvaerfaglig.domain.konsultation import Konsultation, KonsultationKind, Participant
from tvaerfaglig.domain.meetings.kind import KONSULTATION, NoteType
from tvaerfaglig.domain.protection import Basis
from tvaerfaglig.ui.konsultationer import people
from tvaerfaglig.ui.konsultationer.authority import RULES, counts_as
from tvaerfaglig.ui.konsultationer.grounds import Grounds
from tvaerfaglig.ui.konsultationer.part import Part, Work
from tvaerfaglig.ui.konsultationer.reach import reach
from tvaerfaglig.ui.konsultationer.wording import NEW_BASIS, basis, note_type, when_long
from tvaerfaglig.ui.widgets import (
    Choice,
    ClockField,
    DayField,
    Fold,
    boxed,
    button,
    col,
    field,
    flow,
    line_edit,
    message,
    prose,
    row,
    small,
    strong,
    text,
)
from tvaerfaglig.ui.widgets.layout import Item


class Settled(Part):
    """A part that is seldom changed once it stands: read, until someone presses *Ret*."""

    def __init__(self, work: Work, form_part: FormPart) -> None:
        self._editing = False
        super().__init__(work, form_part)

    def edit(self) -> list[Item]:
        """The fields."""
        raise NotImplementedError

    def build(self) -> list[Item]:
        return self.edit() if self._editing else self.read()

    def guides(self) -> bool:
        return self._editing

    def aside(self) -> list[QWidget]:
        if not self.work.writable:
            return []
        words = "Færdig" if self._editing else "Ret"
        change = button(words, "link", name=f"{words}: {self.form_part.name}")
        change.clicked.connect(self._on_change_clicked)
        return [change]

    @Slot()
    def begin(self) -> None:
        self._editing = True
        super().begin()

    @Slot()
    def _on_change_clicked(self) -> None:
        self._editing = not self._editing
        self.flush()
        self.draw()
        self.start()


class MeetingPart(Settled):
    """1: day, time, place and the people."""

    def is_written(self) -> bool:
        return bool(self.work.note.participants)

    def read(self) -> list[Item]:
        note = self.work.note
        return [text(when_long(note)), people.shown(note.participants, self.work.page.meeting)]

    def edit(self) -> list[Item]:
        note = self.work.note
        day = DayField(self._today, note.day, ahead=True)
        at, until = ClockField(note.at), ClockField(note.until)
        place = line_edit(note.place, most=80)
        page = self.work.page
        child = page.child.record if page.child and not page.hides_parents else None
        family = [(one.name, one.relation) for one in child.parents] if child else []
        table = people.Table(note.participants, page.colleagues, page.meeting, family)
        day.changed.connect(self._on_day)
        at.changed.connect(self._on_at)
        until.changed.connect(self._on_until)
        place.textEdited.connect(self._on_place)
        table.changed.connect(self._on_people)
        days = (field("Dag", day), 3), (field("Fra", at), 2), (field("Til", until), 2)
        where = field("Sted", place)
        if self.work.fold >= Fold.LIST:
            return [*self._theme(), row(*days), where, self._type(), table]
        return [*self._theme(), row(*days, (where, 4)), self._type(), table]

    def _type(self) -> Item:
        """What kind of note it is to be; a konsultation's has always been minutes."""
        if self.work.page.meeting.id == KONSULTATION:
            return None
        chosen = note_type(self.work.page, self.work.note)
        box = Choice([(one.value, danish.capital(one.word)) for one in NoteType], chosen.value)
        box.chosen_changed.connect(self._on_type)
        self._kind_of_note = field("Hvad bliver notatet?", box, chosen.meaning)
        return self._kind_of_note

    @Slot(str)
    def _on_type(self, key: str) -> None:
        self._kind_of_note.guide(NoteType(key).meaning)
        self.work.writer.change(note_type=key)

    def _theme(self) -> list[Item]:
        """A talk about no child has a heading of its own."""
        note = self.work.note
        if note.kind is not KonsultationKind.TEMA:
            return []
        title = line_edit(note.title, most=120)
        title.textEdited.connect(self._on_title)
        return [field("Tema", title)]

    @Slot(str)
    def _on_title(self, words: str) -> None:
        self.work.writer.change(title=words.strip())

    def _today(self) -> date:
        return self.work.page.today

    @Slot(object)
    def _on_day(self, on: date | None) -> None:
        if on is not None:
            self.work.writer.change(day=on)

    @Slot(object)
    def _on_at(self, at: time | None) -> None:
        self.work.writer.change(at=at)

    @Slot(object)
    def _on_until(self, at: time | None) -> None:
        self.work.writer.change(until=at)

    @Slot(str)
    def _on_place(self, words: str) -> None:
        self.work.writer.change(place=words.strip())

    @Slot(tuple)
    def _on_people(self, here: tuple[Participant, ...]) -> None:
        self.work.writer.change(participants=tuple(here))


class BasisPart(Settled):
    """2: without a name how old, with a name on which basis."""

    named = Signal()

    def is_written(self) -> bool:
        return True

    def read(self) -> list[Item]:
        note = self.work.note
        if not self.work.named:
            kind = self.work.form.kind(KonsultationKind.ANONYM)
            about = f"Et barn på {note.age_band}." if note.age_band else "Alder er ikke skrevet."
            return [
                text(f"Uden navn. {about}"),
                small(kind.guidance) if kind else None,
                self._name(),
            ]
        child = self.work.page.child
        who = child.record.name if child else "Et barn"
        age = age_words(child.record, note.day) if child else ""
        counts = counts_as(note.participants, self.work.page.colleagues)
        rests = ". ".join(filter(None, (basis(note), note.basis_text))).removesuffix(".")
        return [
            row(strong(who), (small(age), 1), gap="near"),
            prose(f"{rests}." if rests else self._no_basis()),
            *self._of_samtykke(),
            small(counts) if counts and self.work.writable and self._asks else None,
        ]

    @property
    def _asks(self) -> bool:
        return self.work.page.meeting.needs_basis

    def _no_basis(self) -> str:
        return "Intet grundlag endnu." if self._asks else "Forældrene er selv med i samtalen."

    def aside(self) -> list[QWidget]:
        return super().aside() if self._asks or not self.work.named else []

    def edit(self) -> list[Item]:
        note, page = self.work.note, self.work.page
        if not self.work.named:
            age = line_edit(note.age_band, most=40)
            age.textEdited.connect(self._on_age)
            return [field("Hvor gammelt er barnet?", age, "Et spænd er nok: 3–4 år.")]
        counts = counts_as(note.participants, page.colleagues)
        grounds = Grounds(note.basis, note.basis_text, note.samtykke, counts=counts)
        grounds.rules_asked.connect(partial(self.work.desk.go, *RULES))
        if page.child:
            holding = [one for one in page.samtykker if one.record.holds_on(page.today)]
            grounds.offer(
                page.child.record, holding, hides_parents=page.hides_parents, early=page.early,
                reach=reach(holding, note, page.child.record, page.colleagues),
            )  # fmt: skip
        self._grounds = grounds
        grounds.changed.connect(self._on_grounds)
        return [grounds]

    def _of_samtykke(self) -> list[Item]:
        """That it holds no longer and what to do; whom here it does not name; what is not to be told."""
        note, page = self.work.note, self.work.page
        if note.basis == Basis.TIDLIGT_SAMARBEJDE:
            return [small(page.early)] if page.early else []
        if note.basis != Basis.SAMTYKKE:
            return []
        if page.hides_parents:
            return [message(NEW_BASIS, "watch")] if page.stops else []
        if page.stops and _same_ground(note, page.note):
            return [message(f"{page.stops} {NEW_BASIS}", "watch", icon="samtykke")]
        given = [one for one in page.samtykker if one.id == note.samtykke]
        if not given or page.child is None:
            return []
        told = reach(given, note, page.child.record, page.colleagues)[note.samtykke]
        withheld = given[0].record.withhold.rstrip(".")
        kept_back = (
            f"Familien har bedt om, at dette ikke fortælles: {withheld}." if withheld else ""
        )
        return [small(line) for line in (told, kept_back) if line]

    def _name(self) -> QWidget | None:
        if not self.work.writable:
            return None
        name = button("Få navn på …", "link", "samtykke")
        name.clicked.connect(self.named)
        return boxed(flow(name))

    @Slot(str)
    def _on_age(self, words: str) -> None:
        self.work.writer.change(age_band=words.strip())

    @Slot()
    def _on_grounds(self) -> None:
        self.work.writer.change(
            basis=self._grounds.basis(),
            basis_text=self._grounds.text(),
            samtykke=self._grounds.samtykke(),
        )


def _same_ground(note: Konsultation, before: Konsultation) -> bool:
    return (note.basis, note.samtykke) == (before.basis, before.samtykke)


class QuestionPart(Part):
    """3: who brings it, why now, and what one wants help with."""

    OPEN_WHEN_EMPTY = True

    def is_written(self) -> bool:
        return bool(self.work.note.question.strip() or self.work.note.why_now.strip())

    def read(self) -> list[Item]:
        note, names = self.work.note, self.work.page.names
        by = f"{names.of_staff(note.raised_by)} spørger:" if note.raised_by else ""
        return [
            small(by) if by else None,
            prose(names.said(note.question)) if note.question else None,
            col(small("Hvorfor nu"), prose(names.said(note.why_now)), gap=0)
            if note.why_now
            else None,
        ]

    def build(self) -> list[Item]:
        note = self.work.note
        asks = self.add_prose(note.question, self._on_question, name="Spørgsmålet")
        why = self.add_prose(note.why_now, self._on_why, name="Hvorfor nu?")
        raised = Choice([("", "Vælg"), *self._who()], note.raised_by)
        raised.chosen_changed.connect(self._on_raised)
        by = field("Hvem spørger?", raised)
        beside = col if self.work.fold >= Fold.LIST else row
        return [
            col(asks, gap=0),
            beside((by, 2), (col(strong("Hvorfor nu?"), why, ..., gap=4, margins=(2, 0, 0, 0)), 5), gap="apart"),
        ]  # fmt: skip

    def _who(self) -> list[tuple[str, str]]:
        """Those at the table first, then the rest of the house."""
        here = [one.staff for one in self.work.note.participants if one.staff]
        rank = {one: n for n, one in enumerate(here)}
        people = sorted(self.work.page.colleagues, key=lambda one: rank.get(one.id, len(rank)))
        return [(one.id, one.name) for one in people]

    @Slot(str)
    def _on_question(self, words: str) -> None:
        self.work.writer.change(question=words)

    @Slot(str)
    def _on_why(self, words: str) -> None:
        self.work.writer.change(why_now=words)

    @Slot(str)
    def _on_raised(self, staff: str) -> None:
        self.work.writer.change(raised_by=staff)
