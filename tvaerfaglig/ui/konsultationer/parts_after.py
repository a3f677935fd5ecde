"""Det, vi gør: where it goes from here, who holds on to it until when, and who has got the note."""

from __future__ import annotations

from datetime import date, time, timedelta
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.deadline import is_hverdag
from tvaerfaglig.domain.form import Decision
from tvaerfaglig.ui.konsultationer.part import Part, reveal
from tvaerfaglig.ui.konsultationer.wording import next_time
from tvaerfaglig.ui.widgets import (
    ChipGroup,
    Choice,
    ClockField,
    DayField,
    Fold,
    Pick,
    Segment,
    Segments,
    boxed,
    button,
    col,
    field,
    flow,
    guidance,
    prose,
    row,
    small,
    strong,
    text,
)
from tvaerfaglig.ui.widgets.layout import Item

AHEAD = (("Om 2 uger", 14), ("Om 4 uger", 28), ("Om 8 uger", 56))
SAID = {"ja": "Ja", "nej": "Nej"}


class DecisionPart(Part):
    """13: the level, and always whether an underretning was talked about. A level never takes the duty away."""

    underret = Signal()

    def is_written(self) -> bool:
        note = self.work.note
        return bool(
            note.decision or note.decision_because or note.discussed or note.discussed_because
        )

    def build(self) -> list[Item]:
        note = self.work.note
        picks = [Pick(one.word, one.word) for one in self._open()]
        if note.decision and note.decision not in {one.key for one in picks}:
            picks.append(Pick(note.decision, note.decision))
        levels = ChipGroup(picks, [note.decision], name="Hvor går det hen herfra?", several=False)
        levels.changed.connect(self._on_level)
        self._meaning = small("")
        self._define()
        because = self.add_prose(note.decision_because, self._on_because, name="Hvorfor?")
        return [
            levels,
            self._meaning,
            col(strong("Hvorfor?"), because, gap=4, margins=(2, 4, 0, 0)),
            *self._discussed(),
            self._always(),
        ]

    def read(self) -> list[Item]:
        note, names = self.work.note, self.work.page.names
        talked = (
            f"Har I talt om at underrette? {SAID[note.discussed]}."
            if note.discussed in SAID
            else ""
        )
        return [
            strong(note.decision) if note.decision else None,
            prose(names.said(note.decision_because)) if note.decision_because else None,
            small(talked) if talked else None,
            prose(names.said(note.discussed_because)) if note.discussed_because else None,
            self._always(),
        ]

    def _open(self) -> tuple[Decision, ...]:
        return self.work.form.open_decisions(parents_hidden=self.work.page.hides_parents)

    def _discussed(self) -> list[Item]:
        note, asked = self.work.note, self.work.form.discussed
        segments = Segments(
            [Segment(key, words) for key, words in SAID.items()],
            note.discussed,
            name=asked.question,
        )
        segments.changed.connect(self._on_discussed)
        question = strong(asked.question)
        question.setWordWrap(False)
        self._why = small("")
        why = self.add_prose(
            note.discussed_because, self._on_discussed_because, name=self._why_words()
        )
        self._why.say(self._why_words())
        return [
            boxed(flow(question, segments, gap=14)),
            col(self._why, why, gap=2, margins=(2, 0, 0, 0)),
        ]

    def _why_words(self) -> str:
        """An underretning that was thought of and not sent says why not."""
        note = self.work.note
        chosen = next((one for one in self._open() if one.word == note.decision), None)
        if note.discussed == "ja" and not (chosen and chosen.underretning):
            return "Hvad kom I frem til? Underretter I ikke nu: hvorfor ikke, og hvornår ser I på det igen?"
        return self.work.form.discussed.help

    def _always(self) -> QWidget:
        write = button("Skriv underretning", "link", "underretning")
        write.clicked.connect(self.underret)
        return guidance(self.work.form.always, write)

    def _define(self) -> None:
        chosen = next((one for one in self._open() if one.word == self.work.note.decision), None)
        self._meaning.say(chosen.meaning if chosen else "")
        reveal(self._meaning, shown=chosen is not None)

    @Slot(tuple)
    def _on_level(self, chosen: tuple[str, ...]) -> None:
        self.work.writer.change(decision=chosen[0] if chosen else "")
        self._define()
        self._why.say(self._why_words())

    @Slot(str)
    def _on_because(self, words: str) -> None:
        self.work.writer.change(decision_because=words)

    @Slot(str)
    def _on_discussed(self, said: str) -> None:
        self.work.writer.change(discussed=said)
        self._why.say(self._why_words())

    @Slot(str)
    def _on_discussed_because(self, words: str) -> None:
        self.work.writer.change(discussed_because=words)


class HolderPart(Part):
    """14: one name and one day."""

    def is_written(self) -> bool:
        return bool(self.work.note.tovholder or self.work.note.follow_up_on)

    def read(self) -> list[Item]:
        return [text(danish.capital(next_time(self.work.note, self.work.page.names)))]

    def build(self) -> list[Item]:
        note = self.work.note
        holder = Choice([("", "Vælg"), *self._who()], note.tovholder)
        holder.chosen_changed.connect(self._on_holder)
        self._day = DayField(self._today, note.follow_up_on, ahead=True)
        self._day.changed.connect(self._on_day)
        at = ClockField(note.follow_up_at)
        at.changed.connect(self._on_at)
        who, day = field("Tovholder", holder), field("Næste gang", self._day)
        clock = field("Klokken", at, optional=True)
        quick = [button(words, "filter", "kalender") for words, _ in AHEAD]
        for made, (_, days) in zip(quick, AHEAD, strict=True):
            made.clicked.connect(partial(self._ahead, days))
        beside = (who, 4), (day, 4), (clock, 2)
        fields = col(who, day, clock) if self.work.fold >= Fold.LIST else row(*beside, gap="apart")
        return [self._now(), fields, boxed(flow(*quick, gap=2))]

    def _now(self) -> QWidget | None:
        """Who has it today: another one takes over when the note is finished."""
        page = self.work.page
        if not page.tovholder:
            return None
        name = page.names.of_staff(page.tovholder)
        return small(
            f"{name} er tovholder nu. Vælger I en anden, gives det videre, når notatet afsluttes."
        )

    def _who(self) -> list[tuple[str, str]]:
        here = [one.staff for one in self.work.note.participants if one.staff]
        rank = {one: n for n, one in enumerate(here)}
        people = sorted(self.work.page.colleagues, key=lambda one: rank.get(one.id, len(rank)))
        return [(one.id, one.name) for one in people]

    def _today(self) -> date:
        return self.work.page.today

    def _ahead(self, days: int) -> None:
        """So long after the meeting; a day when the house is closed gives way to the next."""
        on = self.work.note.day + timedelta(days)
        while not is_hverdag(on):
            on += timedelta(1)
        self._day.set_value(on)
        self._on_day(on)

    @Slot(str)
    def _on_holder(self, staff: str) -> None:
        self.work.writer.change(tovholder=staff)

    @Slot(object)
    def _on_day(self, on: date | None) -> None:
        self.work.writer.change(follow_up_on=on)

    @Slot(object)
    def _on_at(self, at: time | None) -> None:
        self.work.writer.change(follow_up_at=at)


class SharedWithPart(Part):
    """15: who has got the note, and when. The parents are not offered while the guard hides them."""

    copy_asked = Signal(str)

    def is_written(self) -> bool:
        return bool(self.work.note.shared_with.strip())

    def build(self) -> list[Item]:
        note = self.work.note
        self._prose = self.add_prose(note.shared_with, self._on_edited)
        chips = []
        for name in self._receivers():
            made = button(name, "filter", "plus", name=f"Delt med {name}")
            made.clicked.connect(partial(self._add, name))
            chips.append(made)
        copy = button("Udskriv en kopi", "link", "udskrift")
        copy.clicked.connect(self._on_copy_clicked)
        return [self._prose, boxed(flow(*chips, copy, gap=2))]

    def read(self) -> list[Item]:
        return [self.said(self.work.note.shared_with)]

    def _receivers(self) -> list[str]:
        child = self.work.page.child
        parents = []
        if child and not self.work.page.hides_parents:
            holders = child.record.custody_holders
            parents = [
                f"{one.name} ({one.relation})" if one.relation else one.name for one in holders
            ]
        return [*parents, *(one.name for one in self.work.note.participants)]

    def _add(self, name: str) -> None:
        """A line with the name and the day, as it would have been typed."""
        before = self.work.note.shared_with.rstrip()
        line = f"{name}, {danish.day_of_month(self.work.page.today)}"
        self.work.writer.change(shared_with=f"{before}\n{line}" if before else line)
        self.draw()
        self.start()

    @Slot(str)
    def _on_edited(self, words: str) -> None:
        self.work.writer.change(shared_with=words)

    @Slot()
    def _on_copy_clicked(self) -> None:
        self.copy_asked.emit("En kopi til dem, notatet deles med.")
