"""Samtykke: who agrees, to which types of data, to whom, for what, until when, and what is not to be told."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.consent.holders import OTHER_HOLDER
from tvaerfaglig.domain.consent.standing import valid_until
from tvaerfaglig.domain.parents_texts import said
from tvaerfaglig.domain.protection import Covered, Receiver, Samtykke
from tvaerfaglig.services.consent import acts
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.ui.children.fields import Missing
from tvaerfaglig.ui.children.form import EntryForm
from tvaerfaglig.ui.desk import Asked
from tvaerfaglig.ui.widgets import (
    ChipGroup,
    Choice,
    DayField,
    Pick,
    boxed,
    col,
    guidance,
    line_edit,
    row,
    section,
    small,
    tick,
)
from tvaerfaglig.ui.widgets.layout import Item

ANOTHER, BOTH = "-", "med"
_BACK = "Forældrene kan trække det tilbage når som helst. Så lukkes det, der er delt på det, med det samme."
_MARK = "{maaneder} måneder er {maerke}; loven sætter ingen grænse."


class SamtykkeForm(EntryForm[Samtykke]):
    """Never needed for an underretning; gone while the guard hides the parents."""

    KIND = "samtykke"
    HEADING = "Nyt samtykke"
    LINE = "et samtykke kræves aldrig for at underrette"

    def build(self) -> list[Item]:
        return [
            *self._who(),
            *self._what(),
            *self._whom(),
            *self._when(),
            guidance(_BACK),
        ]

    # who

    def _who(self) -> list[Item]:
        f, child = self.fields, self.child.child
        givers = child.custody_holders or child.parents
        people = [
            (one.id, f"{one.name} ({one.relation})" if one.relation else one.name) for one in givers
        ]
        before = self.stored.record.given_by if self.stored else ""
        if before in {one.id for one in child.parents} - {one for one, _ in people}:
            people += [(one.id, one.name) for one in child.parents if one.id == before]
        giver = Choice([("", "Vælg"), *people, (ANOTHER, "En anden …")])
        giver.chosen_changed.connect(self._arrange)
        other = Choice(
            [("", "Ikke skrevet ned"), (BOTH, "Siger ja til det samme"), *OTHER_HOLDER.items()]
        )
        self._another = boxed(
            row(
                (f.add("giver_name", "Hvem?", line_edit()), 1),
                (f.add("because", "Hvorfor hun eller han?", line_edit(), "Fx plejemor med fuldmagt."), 1),
                gap="apart",
            )
        )  # fmt: skip
        self._other = f.add(
            "other_holder", "Hvad med den anden, der har forældremyndighed?", other,
            "I behøver ikke vente på svaret. Det står bare, hvordan det er.",
        )  # fmt: skip
        return [f.add("given_by", "Hvem giver samtykke?", giver), self._another, self._other]

    def _arrange(self, chosen: str) -> None:
        self._another.setVisible(chosen == ANOTHER)
        shared = len(self.child.child.custody_holders) > 1
        self._other.setVisible(shared and chosen not in {"", ANOTHER})

    def refilled(self) -> None:
        self._arrange(self.fields.text("given_by"))

    # what

    def _what(self) -> list[Item]:
        f, name = self.fields, self.child.child.first_name
        ticks: list[QWidget] = []
        for one in self.desk.library.consent.types:
            made = tick(one.name)
            made.setAccessibleDescription(self._purpose(one.purpose))
            f.keep(f"type:{one.id}", made)
            under = boxed(col(small(self._purpose(one.purpose)), margins=(26, 0, 0, 4)))
            ticks.append(boxed(col(made, under, gap=0)))
        return [
            section("Hvad må vi fortælle om?"),
            boxed(col(*ticks, gap=0)),
            f.add(
                "scope", "Andet, eller mere præcist", line_edit(),
                f"Fx: kun morgenerne og {danish.possessive(name)} mad.",
            ),
            f.add(
                "purpose", "Hvad skal det bruges til?", line_edit(),
                "Fx: en konsultation i november.", optional=True,
            ),
            f.add_prose(
                "withhold", "Det må vi ikke fortælle",
                "Det, familien har bedt os holde for os selv.", lines=1, optional=True,
            ),
            f.add("withhold_because", "Hvorfor ikke?", line_edit(), optional=True),
        ]  # fmt: skip

    def _purpose(self, words: str) -> str:
        name = self.child.child.first_name
        return said(words, barn=name, barnets=danish.possessive(name))

    # to whom

    def _whom(self) -> list[Item]:
        f = self.fields
        kept = [one.staff for one in self.stored.record.named if one.staff] if self.stored else []
        picks = [Pick(one, f"{who.name}, {who.role.word}") for one, who in self.child.visitors]
        known = {one.key for one in picks}
        names = self.child.names
        picks += [Pick(one, names.of_staff(one)) for one in kept if one not in known]
        people = ChipGroup(picks, name="Hvem må få det at vide?")
        if not picks:
            f.keep("people", people)
            people.setParent(self)
            people.hide()
        return [
            f.add("people", "Hvem må få det at vide?", people) if picks else None,
            f.add_prose(
                "others", "Andre" if picks else "Hvem må få det at vide?",
                "Navn, fag, myndighed. Én på hver linje, fx: Pia Holm, talepædagog, PPR.", lines=1, optional=True,
            ),
        ]  # fmt: skip

    # how and when

    def _when(self) -> list[Item]:
        f, form = self.fields, self.desk.library.consent
        months = self.child.consent_months or form.months
        given = f.add_day("given_on", "Givet den", self.today())
        given.guide("Den dag, de sagde ja.")
        until = f.add_day("until", "Gælder til", valid_until(self.today(), months), ahead=True)
        until.guide(said(_MARK, maaneder=str(months), maerke=form.mark))
        day = self.fields.editor("given_on")
        if isinstance(day, DayField):
            day.textChanged.connect(self._follow)
        how = [(key, words) for key, words in form.forms]
        before = self.stored.record.form if self.stored else ""
        if before and before not in dict(how):
            how.append((before, danish.capital(before)))
        taken = self.people(
            [self.stored.record.taken_by] if self.stored and self.stored.record.taken_by else ()
        )
        return [
            section("Hvordan og hvor længe?"),
            row((given, 1), (until, 1), gap="apart"),
            row(
                (f.add("form", "Hvordan", Choice(how, form.forms[0][0])), 1),
                (f.add("taken_by", "Hvem talte med familien?", Choice(taken, self.desk.my_id)), 1),
                gap="apart",
            ),
            f.add("interpreter", "Tolk", line_edit(), "Navn og sprog, hvis der var en tolk med.", optional=True),
        ]  # fmt: skip

    def _follow(self) -> None:
        """Another first day moves the last, until somebody writes one herself."""
        given, until = self.fields.editor("given_on"), self.fields.editor("until")
        if not (isinstance(given, DayField) and isinstance(until, DayField)) or self.stored:
            return
        on = given.value()
        months = self.child.consent_months or self.desk.library.consent.months
        if on is not None and not until.isModified():
            until.set_value(valid_until(on, months))

    # in and out

    def fill(self, record: Samtykke) -> None:
        parents = {one.id for one in self.child.child.parents}
        known = record.given_by in parents
        self.fields.put(
            given_by=record.given_by if known else ANOTHER,
            giver_name="" if known else record.given_by,
            because=record.because, other_holder=BOTH if record.also_by else record.other_holder,
            scope=record.scope, purpose=record.purpose, withhold=record.withhold,
            withhold_because=record.withhold_because,
            people=[one.staff for one in record.named if one.staff],
            others="\n".join(filter(None, (*(_line(one) for one in record.named if not one.staff), record.receivers))),
            given_on=record.given_on, until=record.until, form=record.form, taken_by=record.taken_by,
            interpreter=record.interpreter,
            **{f"type:{one.key}": True for one in record.covers if self.desk.library.consent.type(one.key)},
        )  # fmt: skip

    def record(self) -> Samtykke:
        f = self.fields
        given_by, also_by = self._givers()
        covers, scope = self._covers(), f.text("scope")
        if not covers and not scope:
            raise Missing("scope", "Hvad sagde de ja til? Sæt et kryds, eller skriv det her.")
        given, until = f.must_day("given_on"), f.day_of("until")
        if until is not None and until < given:
            raise Missing("until", "Det er før, det blev givet. Hvilken dag?")
        named, receivers = self._named()
        before = self.stored.record if self.stored else None
        return Samtykke(
            child=self.child_id, given_by=given_by, also_by=also_by,
            because=f.text("because") if f.text("given_by") == ANOTHER else "",
            other_holder="" if f.text("other_holder") == BOTH else f.text("other_holder"),
            given_on=given, covers=covers, scope=scope, named=named, receivers=receivers,
            purpose=f.text("purpose"), form=f.text("form"), until=until, withhold=f.text("withhold"),
            withhold_because=f.text("withhold_because"), interpreter=f.text("interpreter"),
            taken_by=f.text("taken_by"), again=before.again if before else "",
            withdrawn_on=before.withdrawn_on if before else None,
            withdrawn_by=before.withdrawn_by if before else "",
        )  # fmt: skip

    def _givers(self) -> tuple[str, tuple[str, ...]]:
        f = self.fields
        given_by = f.must("given_by", "Hvem gav samtykket?")
        if given_by == ANOTHER:
            return f.must("giver_name", "Hvem gav samtykket?"), ()
        if f.text("other_holder") != BOTH:
            return given_by, ()
        others = [one.id for one in self.child.child.custody_holders if one.id != given_by]
        return given_by, tuple(others)

    def _covers(self) -> tuple[Covered, ...]:
        """In the words of today for a new tick; a tick that stood keeps the words it was given to."""
        kept = {one.key: one for one in (self.stored.record.covers if self.stored else ())}
        types = self.desk.library.consent.types
        found = [
            kept.get(one.id) or Covered(key=one.id, what=one.name, purpose=self._purpose(one.purpose))
            for one in types
            if self.fields.ticked(f"type:{one.id}")
        ]  # fmt: skip
        unknown = [one for key, one in kept.items() if key not in {each.id for each in types}]
        return (*found, *unknown)

    def _named(self) -> tuple[tuple[Receiver, ...], str]:
        """Who is chosen by name, and who is written by line; an older consent's own words stay words."""
        roles = {one: who.role.word for one, who in self.child.visitors}
        names = self.child.names
        before = {one.staff: one for one in (self.stored.record.named if self.stored else ())}
        chosen = [
            before.get(one) or Receiver(name=names.of_staff(one), role=roles.get(one, ""), staff=one)
            for one in self.fields.several("people")
        ]  # fmt: skip
        old = self.stored.record.receivers if self.stored else ""
        lines = [line.strip() for line in self.fields.text("others").splitlines() if line.strip()]
        own = [line for line in lines if line != old]
        return (*chosen, *map(_receiver, own)), old if old in lines else ""

    def send(self) -> Asked[Saved]:
        samtykke_id = self.stored.id if self.stored else None
        return self.desk.ask(acts.save, self.record(), samtykke_id, draft=self.key)


def _receiver(line: str) -> Receiver:
    name, role, authority = ([part.strip() for part in line.split(",", 2)] + ["", ""])[:3]
    return Receiver(name=name, role=role, authority=authority)


def _line(receiver: Receiver) -> str:
    return ", ".join(filter(None, (receiver.name, receiver.role, receiver.authority)))
