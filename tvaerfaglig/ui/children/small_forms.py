"""Fravær, nyt fra familien, and a concern from its first day on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from tvaerfaglig.domain.concern import Concern
from tvaerfaglig.domain.contact import Absence, FamilyEvent
from tvaerfaglig.ui.children.fields import Missing
from tvaerfaglig.ui.children.form import EntryForm
from tvaerfaglig.ui.widgets import ChipGroup, Pick, guidance, line_edit, row, tick
from tvaerfaglig.ui.widgets.layout import Item

NEXT_LOOK = timedelta(days=28)
NO_DATE = "Hvilken dag ser I på det igen? At holde øje uden en dag bliver let til at glemme."


class AbsenceForm(EntryForm[Absence]):
    KIND = "fravaer"
    HEADING = "Fravær"

    def build(self) -> list[Item]:
        f = self.fields
        return [
            row(
                (f.add_day("first", "Første dag", self.today()), 1),
                (f.add_day("last", "Sidste dag, hvis flere"), 1),
                gap="apart",
            ),
            f.add("reason", "Hvorfor", line_edit(), "Sådan som I fik det at vide."),
            f.add("told_by", "Hvem sagde det?", line_edit(), optional=True),
            self._reported(),
        ]  # fmt: skip

    def fill(self, record: Absence) -> None:
        self.fields.put(
            first=record.first, last=record.last, reason=record.reason, told_by=record.told_by,
            reported=record.reported,
        )  # fmt: skip

    def record(self) -> Absence:
        f = self.fields
        first = f.must_day("first", "Hvilken dag var den første?")
        last = f.day_of("last") or first
        if last < first:
            raise Missing("last", "Den sidste dag ligger før den første. Hvilken er rigtig?")
        return Absence(
            child=self.child_id, first=first, last=last, reason=f.text("reason"),
            told_by=f.text("told_by"), reported=f.ticked("reported"),
        )  # fmt: skip

    def _reported(self) -> Item:
        box = tick("Fraværet blev meldt til os", on=True)
        self.fields.keep("reported", box)
        return box


class FamilyForm(EntryForm[FamilyEvent]):
    KIND = "familie"
    HEADING = "Nyt fra familien"
    LINE = "noget, der er sket hjemme"

    def build(self) -> list[Item]:
        f = self.fields
        return [
            f.add_prose("text", "Hvad er sket?", "En flytning, et nyt job, en sygdom, en ny lillebror.", lines=2),
            f.add_day("day", "Hvornår skete det?", self.today()),
            row(
                (f.add("told_by", "Hvem fortalte det?", line_edit(), optional=True), 1),
                (f.add_day("told_on", "Hvornår fik I det at vide?", optional=True), 1),
                gap="apart",
            ),
        ]  # fmt: skip

    def fill(self, record: FamilyEvent) -> None:
        self.fields.put(
            text=record.text, day=record.day, told_by=record.told_by, told_on=record.told_on
        )

    def record(self) -> FamilyEvent:
        f = self.fields
        return FamilyEvent(
            child=self.child_id,
            text=f.must("text", "Hvad er sket? Én linje er nok."),
            day=f.must_day("day", "Hvornår skete det? Cirka er fint."),
            told_by=f.text("told_by"),
            told_on=f.day_of("told_on"),
        )


class ConcernForm(EntryForm[Concern]):
    KIND = "bekymring"
    HEADING = "Bekymring"

    def build(self) -> list[Item]:
        f = self.fields
        categories = self.desk.library.categories
        often = [Pick(one.id, one.name) for one in categories.often()]
        there = {one.key for one in often}
        before = self.stored.record.categories if self.stored else ()
        often += [Pick(one, categories.name(one)) for one in before if one not in there]
        about = ChipGroup(often, name="Hvad handler den om?")
        return [
            f.add("title", "Bekymringen kort", line_edit(), "Som I ville sige den til en kollega."),
            f.add_prose("text", "Hvad bygger den på?", "Det, I har set og hørt. Observationerne står på tidslinjen."),
            f.add("categories", "Hvad handler den om?", about, optional=True),
            row(
                (f.add_day("first_noticed", "Først lagt mærke til", self.today()), 1),
                (f.add_day("next_on", "Ses igen", self.today() + NEXT_LOOK, ahead=True), 1),
                gap="apart",
            ),
            guidance("Du kan altid underrette, også mens I ser tiden an."),
        ]  # fmt: skip

    def fill(self, record: Concern) -> None:
        self.fields.put(
            title=record.title, text=record.text, categories=record.categories,
            first_noticed=record.first_noticed, next_on=record.next_on,
        )  # fmt: skip

    def record(self) -> Concern:
        f = self.fields
        title = f.must("title", "Hvad er bekymringen? Få ord er nok.")
        first = f.must_day("first_noticed", "Hvornår lagde I først mærke til det? Cirka er fint.")
        again = self._again()
        if self.stored is not None:
            before = self.stored.record
            return replace(
                before, title=title, first_noticed=first, text=f.text("text"),
                categories=f.several("categories"), next_on=again,
            )  # fmt: skip
        return Concern(
            child=self.child_id, title=title, first_noticed=first, by=self.desk.my_id,
            text=f.text("text"), categories=f.several("categories"), next_on=again,
        )  # fmt: skip

    def _again(self) -> date | None:
        """Nothing is watched without a date; only one that is closed has none."""
        if self.stored is not None and self.stored.record.closed_on:
            return self.fields.day_of("next_on")
        return self.fields.must_day("next_on", NO_DATE)
