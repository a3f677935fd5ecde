"""Samtale med forældrene: what was told, and their view in their own words."""

from __future__ import annotations

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.contact import ParentContact, TalkForm
from tvaerfaglig.ui.children.fields import Missing
from tvaerfaglig.ui.children.form import EntryForm
from tvaerfaglig.ui.widgets import ChipGroup, Choice, Pick, Prose, line_edit, row
from tvaerfaglig.ui.widgets.layout import Item


class ParentTalkForm(EntryForm[ParentContact]):
    """Gone while the overgreb guard hides the parents: the page does not offer it."""

    KIND = "samtale"
    HEADING = "Samtale med forældrene"

    def build(self) -> list[Item]:
        f, child = self.fields, self.child.child
        before = self.stored.record if self.stored else None
        parents = [Pick(one.id, _called(one.relation, one.name)) for one in child.parents]
        known = {one.id for one in child.parents}
        parents += [
            Pick(one, one) for one in (before.parents if before else ()) if one not in known
        ]
        forms = [(one.value, danish.capital(one.word)) for one in TalkForm]
        who = f.add("parents", "Hvem talte I med?", ChipGroup(parents, name="Hvem talte I med?"))
        told = Prose(lines=2)
        staff = self.people(before.staff if before else ())
        return [
            who if parents else None,
            row(
                (f.add_day("day", "Dag", self.today()), 2),
                (f.add_clock("at", "Klokken", optional=True), 1),
                (f.add("minutes", "Minutter", line_edit(most=3), optional=True), 1),
                gap="apart",
            ),
            f.add("form", "Hvordan", Choice(forms)),
            f.add("interpreter", "Tolk", line_edit(), self._interpreter(), optional=True),
            f.add_people("staff", "Hvem var med herfra?", staff, (self.desk.my_id,)),
            f.add("topic", "Hvad handlede det om?", line_edit(), "Få ord, så I kan finde den igen."),
            f.add("told", "Det fortalte vi", told, "Det, I har set og hørt, som I sagde det."),
            f.add_prose("view", "Forældrenes syn", "Med deres egne ord, også når I er uenige."),
            f.add(
                "disagree", "Det ser vi anderledes på", Prose(kind="thought", lines=2),
                "Uenighed må gerne stå her.", optional=True, icon="egen-tanke",
            ),
            f.add_prose("agreed", "Det aftalte vi", "Hvem gør hvad, og hvornår taler I igen?", lines=2),
            f.add_day(
                "shown_on", "Forældrene har læst det", optional=True,
                guidance="Den dag, de fik det at se.",
            ),
        ]  # fmt: skip

    def fill(self, record: ParentContact) -> None:
        self.fields.put(
            parents=record.parents, day=record.day, at=record.at,
            minutes=str(record.minutes or ""), form=record.form.value,
            interpreter=record.interpreter, staff=record.staff, topic=record.topic,
            told=record.told, view=record.view, disagree=record.disagree, agreed=record.agreed,
            shown_on=record.shown_on,
        )  # fmt: skip

    def record(self) -> ParentContact:
        f = self.fields
        if not any(f.text(name) for name in ("told", "view", "agreed", "topic")):
            raise Missing("view", "Hvad sagde de? Én linje er nok.")
        return ParentContact(
            child=self.child_id,
            day=f.must_day("day", "Hvilken dag talte I sammen?"),
            at=f.time_of("at"),
            minutes=self._minutes(),
            form=TalkForm(f.text("form")),
            parents=f.several("parents"),
            staff=f.several("staff"),
            interpreter=f.text("interpreter"),
            topic=f.text("topic"),
            told=f.text("told"),
            view=f.text("view"),
            disagree=f.text("disagree"),
            agreed=f.text("agreed"),
            shown_on=f.day_of("shown_on"),
        )

    def _minutes(self) -> int | None:
        words = self.fields.text("minutes")
        if words and not words.isdecimal():
            raise Missing("minutes", "Hvor mange minutter? Skriv et tal.")
        return int(words) if words else None

    def _interpreter(self) -> str:
        need = [one for one in self.child.child.parents if one.interpreter]
        words = [f"{one.relation or one.name}: {one.language}" for one in need]
        return f"Der er brug for tolk ({', '.join(words)})." if need else "Navn eller firma."


def _called(relation: str, name: str) -> str:
    first = name.split(maxsplit=1)[0] if name else ""
    return f"{danish.capital(relation)} ({first})" if relation else name
