"""One tovholder at a time: to whom it goes, and what she should know. She says yes to it on her Overblik."""

from __future__ import annotations

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.tovholder import Tovholder
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.tovholder import holding
from tvaerfaglig.services.tovholder.holding import Holding
from tvaerfaglig.ui.children.fields import Missing
from tvaerfaglig.ui.children.form import EntryForm
from tvaerfaglig.ui.desk import Asked
from tvaerfaglig.ui.widgets import Choice, small
from tvaerfaglig.ui.widgets.layout import Item

NOBODY = "-"
_SEES = "Kun de, der kan se barnet, kan vælges. Er det en anden, så del barnet først."


class TovholderForm(EntryForm[Tovholder]):
    """Everyone who may see the child can be chosen; what was before stays in the course."""

    KIND = "tovholder"
    HEADING = "Tovholder for {first}"
    LINE = "ét navn at gå til, for forældre og kolleger"
    ACT = "Giv videre"

    def build(self) -> list[Item]:
        f = self.fields
        self.who = Choice([("", "Vælg")], "")
        self._now = small("")
        self.desk.ask(holding.holding, self.child_id).then(self._offer, self)
        return [
            self._now,
            f.add("who", "Hvem er tovholder nu?", self.who, _SEES),
            f.add_prose("note", "Hvad skal den nye vide?", "Hvad er i gang, hvad venter, og hvad har virket."),
            f.add_day("day", "Fra den", self.today()),
        ]  # fmt: skip

    def fill(self, record: Tovholder) -> None:
        self.fields.put(note=record.note, day=record.day)

    def record(self) -> Tovholder:
        who = self.who.chosen()
        if not who:
            raise Missing("who", "Hvem skal det være?")
        return Tovholder(
            child=self.child_id,
            who="" if who == NOBODY else who,
            day=self.fields.must_day("day"),
            note=self.fields.text("note"),
        )

    def send(self) -> Asked[Saved]:
        return self.desk.ask(holding.hand_over, self.record(), draft=self.key)

    def said(self) -> str:
        who = self.who.chosen()
        first = self.child.child.first_name
        if who == NOBODY:
            return f"{first} har ingen tovholder nu."
        name = self.child.names.first(who)
        mine = who == self.desk.my_id
        return f"Du er tovholder for {first}." if mine else f"{name} ser det på sit Overblik."

    def _offer(self, found: Holding) -> None:
        """Everyone but the one who has it; what a draft had chosen stays chosen."""
        now = found.now.record if found.now else None
        chosen = self.who.chosen()
        people = [(one, name) for one, name in found.people if now is None or one != now.who]
        nobody = [(NOBODY, "Ingen længere")] if now and now.who else []
        self.who.offer([("", "Vælg"), *people, *nobody], chosen)
        if now and now.who:
            since = danish.day_near(now.day, self.today()).lower()
            self._now.say(f"{found.names.of_staff(now.who)} har været det siden {since}.")
        else:
            self._now.say("Der er ingen tovholder endnu.")
