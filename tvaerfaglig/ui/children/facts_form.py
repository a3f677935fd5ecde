"""Who a child is: names and days, addresses, parents, sisters and brothers, and her place in the house.

Correcting it makes a new version; the earlier ones stay. Nothing but a name and a day is required.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.cpr import ask_about, parse_cpr, why_not_cpr
from tvaerfaglig.domain.people import Child, DagtilbudKind, Parent, Sex, Sibling
from tvaerfaglig.domain.stored import Draft
from tvaerfaglig.services.children import card as children_card
from tvaerfaglig.services.children.facts import Facts
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.ui.children.cpr_line import CprLine
from tvaerfaglig.ui.children.family_fields import ParentFields, SiblingFields
from tvaerfaglig.ui.children.fields import Missing
from tvaerfaglig.ui.children.form import DraftPage
from tvaerfaglig.ui.desk import Asked, Desk
from tvaerfaglig.ui.widgets import (
    ChipGroup,
    Choice,
    Pick,
    Segment,
    Segments,
    Tick,
    boxed,
    button,
    card,
    col,
    line_edit,
    row,
    small,
)
from tvaerfaglig.ui.widgets.keeping_place import keep_place
from tvaerfaglig.ui.widgets.layout import Item

BORN, EXPECTED = "foedt", "paa_vej"
STANDS = (Segment(BORN, "Er født"), Segment(EXPECTED, "Er på vej"))
_UNTIL_BORN = "Som mor ønsker det. Står her intet, bliver det »Barnet« og mors efternavn."
SEXES = ((Sex.UKENDT.value, "Ikke skrevet"), (Sex.PIGE.value, "Pige"), (Sex.DRENG.value, "Dreng"))
NAMELESS = Child(name="")


class FactsForm(DraftPage):
    """A child's facts, or those of a new one; `enrolled` sends the id of a new child.

    That one who was expected is born is written in a form of its own: `birth_asked`.
    """

    enrolled = Signal(str)
    birth_asked = Signal()
    KIND = "oplysninger"

    def __init__(self, desk: Desk, facts: Facts) -> None:
        self.facts = facts
        self.stored = facts.stored
        before = facts.stored.record if facts.stored else NAMELESS
        self._before = before
        self._waits = facts.stored is not None and before.is_expected
        heading = "Ret oplysninger" if facts.stored else "Nyt barn"
        words = f"Gem hos {before.first_name}" if facts.stored else "Indmeld barnet"
        line = before.name or "Et navn og en fødselsdag er nok, eller en termin."
        super().__init__(desk, heading, line, words)
        self._parents: list[ParentFields] = []
        self._siblings: list[SiblingFields] = []
        self._parent_place, self._sibling_place = _stack(), _stack()
        self.lay_out(
            self._child_card(), self._number_card(), self._address_card(), self._parents_card(),
            self._siblings_card(), self._house_card(),
        )  # fmt: skip
        self._fill(before)
        self.refilled()
        self.begin()

    @property
    def key(self) -> str:
        return f"{self.KIND}:{self.stored.id if self.stored else 'ny'}"

    def about(self) -> dict[str, str]:
        child = self.stored.id if self.stored else ""
        return {"child": child, "record": child}

    def content(self) -> str:
        kept = {
            **self.about(),
            "values": self.fields.values(),
            "parents": [one.kept() for one in self._parents],
            "siblings": [one.kept() for one in self._siblings],
        }
        return json.dumps(kept, ensure_ascii=False)

    def resume(self, draft: Draft) -> None:
        kept = json.loads(draft.content)
        self._resume_family(kept)
        super().resume(draft)

    def refilled(self) -> None:
        self._follow_house()
        self._follow_birth()
        self._on_protected_toggled()

    def send(self) -> Asked[Saved]:
        stored = self.stored
        return self.desk.ask(
            children_card.save_child,
            self.child_record(),
            stored.id if stored else None,
            replaces=(stored.heads or (stored.version,)) if stored else None,
            draft=self.key,
        )

    def said(self) -> str:
        name = danish.first_name(self.fields.text("name")) or "Barnet"
        return f"Oplysningerne om {name} er gemt." if self.stored else f"{name} er indmeldt."

    def child_record(self) -> Child:
        """The facts as they stand; raises Missing where a day or a number cannot be read."""
        f = self.fields
        expected = self._is_expected()
        name = f.text("name") if expected else f.must("name", "Hvad hedder barnet?")
        born, due = None if expected else f.day_of("born"), f.day_of("due")
        if expected and due is None:
            raise Missing("due", "Hvornår er der termin?")
        if born is None and due is None:
            raise Missing("born", "Hvilken dag er barnet født? Er det på vej, så vælg det ovenfor.")
        return replace(
            self._before,
            name=name, born=born, due=due, sex=Sex(f.text("sex")), cpr=self._number(),
            protected=f.ticked("protected"),
            hide_house=f.ticked("protected") and f.ticked("hide_house"),
            parents=tuple(one.parent_record() for one in self._parents if not one.is_empty()),
            siblings=tuple(one.sibling_record() for one in self._siblings if not one.is_empty()),
            enrolled=f.day_of("enrolled"), left=f.day_of("left"),
            address=f.text("address"), stays_at=f.text("stays_at"),
            municipality=f.text("municipality"), residence=f.text("residence"),
            household=f.text("household"), language=f.text("language"),
            interpreter=f.text("interpreter"), dagtilbud=f.text("dagtilbud"),
            stue=f.text("stue"), dagplejer=f.text("dagplejer"),
            contact_person=f.text("contact_person"), guests_with=f.several("guests_with"),
        )  # fmt: skip

    # the cards

    def _child_card(self) -> QWidget:
        f = self.fields
        self._stands = Segments(STANDS, BORN, name="Født eller på vej")
        self._stands.changed.connect(self._follow_birth)
        name = f.add("name", "Navn", line_edit(most=120))
        return card(
            "Barnet",
            f.add("stands", "Født eller på vej", self._stands),
            self._birth_door(),
            name,
            row(
                (f.add_day("born", "Født"), 2),
                (f.add_day("due", "Termin", ahead=True), 2),
                (f.add("sex", "Køn", Choice(SEXES)), 1),
                gap="apart",
            ),
            row(
                (f.add("language", "Barnets sprog", line_edit(), optional=True), 1),
                (f.add("interpreter", "Tolk til hvem", line_edit(), optional=True), 1),
                gap="apart",
            ),
        )  # fmt: skip

    def _birth_door(self) -> QWidget | None:
        """For one who is expected, where the choice would stand."""
        if not self._waits:
            return None
        self.fields.field("stands").hide()
        door = button("Barnet er født", "outlined", "boern")
        door.clicked.connect(self._on_birth_asked)
        return boxed(row(door, ..., gap=0))

    @Slot()
    def _on_birth_asked(self) -> None:
        self.keep()
        self.birth_asked.emit()

    def _number_card(self) -> QWidget:
        edit = line_edit(most=20)
        made = self.fields.add(
            "cpr", "CPR-nummer", edit, "Kun når I skal bruge det. Det vises aldrig uden at blive noteret.",
            optional=True,
        )  # fmt: skip
        edit.editingFinished.connect(self._on_number_left)
        stored = self.stored
        shows = (
            CprLine(self.desk, stored.id, stored.record.cpr, quiet=True)
            if stored and stored.record.cpr
            else None
        )
        self._number_place = card("", made, shows)
        return self._number_place

    def _address_card(self) -> QWidget:
        f = self.fields
        self._protected = Tick("Adressen er beskyttet")
        self._hides_house = Tick("Udelad også dagtilbuddets adresse på papir")
        f.keep("protected", self._protected)
        f.keep("hide_house", self._hides_house)
        self._protected.toggled.connect(self._on_protected_toggled)
        return card(
            "Hvor barnet bor",
            row(
                (f.add("address", "Adresse", line_edit(), optional=True), 2),
                (f.add("residence", "Bopæl", line_edit(), optional=True), 1),
                gap="apart",
            ),
            row(self._protected, self._hides_house, ..., gap="apart"),
            small("En beskyttet adresse kommer aldrig på papir. Den oplyses til kommunen pr. telefon."),
            row(
                (f.add("stays_at", "Opholder sig et andet sted", line_edit(), optional=True), 2),
                (f.add("municipality", "Bopælskommune", line_edit(), optional=True), 1),
                gap="apart",
            ),
            f.add("household", "Hvem bor der ellers?", line_edit(), optional=True),
        )  # fmt: skip

    def _parents_card(self) -> QWidget:
        add = button("Tilføj forælder", "small", "plus")
        add.clicked.connect(self._on_add_parent)
        return card("Forældre og forældremyndighed", boxed(self._parent_place), row(add, ...))

    def _siblings_card(self) -> QWidget:
        add = button("Tilføj søskende", "small", "plus")
        add.clicked.connect(self._on_add_sibling)
        return card("Søskende", boxed(self._sibling_place), row(add, ...))

    def _house_card(self) -> QWidget:
        f = self.fields
        houses = [(one, house.name) for one, house in self.facts.houses.items()]
        self._house = Choice(houses)
        self._house.chosen_changed.connect(self._follow_house)
        self._stue, self._dagplejer, self._contact = Choice(), Choice(), Choice()
        self._guests = ChipGroup([], name="Gæstebarn hos")
        items: list[Item] = [
            f.add("dagtilbud", "Dagtilbud", self._house),
            row(
                (f.add("stue", "Stue", self._stue), 1),
                (f.add("dagplejer", "Dagplejer", self._dagplejer), 1),
                (f.add("contact_person", "Kontaktperson", self._contact, optional=True), 1),
                gap="apart",
            ),
            f.add("guests_with", "Gæstebarn hos", self._guests, optional=True),
            row(
                (f.add_day("enrolled", "Indmeldt", optional=True), 1),
                (f.add_day("left", "Udmeldt", optional=True), 1),
                gap="apart",
            ),
        ]
        return card("I dagtilbuddet", *items)

    # filling in

    def _fill(self, child: Child) -> None:
        house = child.dagtilbud or next(iter(self.facts.houses), "")
        stands = EXPECTED if child.is_expected else BORN
        self.fields.put(dagtilbud=house, stands=stands)
        self._follow_house()
        self.fields.put(
            name=child.name, born=child.born, due=child.due, sex=child.sex.value, cpr=child.cpr,
            language=child.language, interpreter=child.interpreter, address=child.address,
            residence=child.residence, stays_at=child.stays_at, municipality=child.municipality,
            household=child.household, protected=child.protected, hide_house=child.hide_house,
            stue=child.stue, dagplejer=child.dagplejer, contact_person=child.contact_person,
            guests_with=child.guests_with,
            enrolled=child.enrolled or (None if self.stored else self.today()), left=child.left,
        )  # fmt: skip
        for parent in child.parents:
            self._add_parent(parent)
        for sibling in child.siblings:
            self._add_sibling(sibling)

    def _resume_family(self, kept: Mapping[str, Any]) -> None:
        family: list[ParentFields | SiblingFields] = [*self._parents, *self._siblings]
        for old in family:
            self._remove(old)
        known = {one.id: one for one in self._before.parents}
        for words in kept.get("parents", ()):
            key = str(words.get("id", ""))
            self._add_parent(known.get(key, Parent(id=key, name=""))).resume(words)
        for words in kept.get("siblings", ()):
            self._add_sibling(Sibling(name="")).resume(words)

    def _add_parent(self, parent: Parent) -> ParentFields:
        made = ParentFields(parent, self.today, self.touch, hides=self.facts.hides_parents)
        made.removed.connect(partial(self._on_removed, made))
        self._parents.append(made)
        self._parent_place.addWidget(made)
        self._say_whose()
        return made

    def _add_sibling(self, sibling: Sibling) -> SiblingFields:
        made = SiblingFields(sibling, self.facts.children, self.today, self.touch)
        made.removed.connect(partial(self._on_removed, made))
        self._siblings.append(made)
        self._sibling_place.addWidget(made)
        self._say_whose()
        return made

    def _remove(self, made: ParentFields | SiblingFields) -> None:
        if isinstance(made, ParentFields):
            self._parents.remove(made)
        else:
            self._siblings.remove(made)
        keep_place(self, made)
        made.hide()
        made.deleteLater()
        self._say_whose()

    def _say_whose(self) -> None:
        """Mor, far; where two are called the same they are counted."""
        family: list[ParentFields | SiblingFields] = [*self._parents, *self._siblings]
        said = [one.heading.text().lower() for one in family]
        for n, (one, words) in enumerate(zip(family, said, strict=True)):
            nr = said[: n + 1].count(words)
            one.say_whose(f"{words} {nr}" if said.count(words) > 1 else words)

    def _on_removed(self, made: ParentFields | SiblingFields) -> None:
        self._remove(made)
        self.touch()

    @Slot()
    def _on_add_parent(self) -> None:
        made = self._add_parent(Parent(id=secrets.token_hex(6), name=""))
        made.fields.editor("name").setFocus()
        self.touch()

    @Slot()
    def _on_add_sibling(self) -> None:
        made = self._add_sibling(Sibling(name=""))
        made.fields.editor("child").setFocus()
        self.touch()

    # what follows from what

    @Slot()
    def _follow_house(self) -> None:
        """Stuer, dagplejere and colleagues are those of the house chosen."""
        key = self._house.chosen()
        house = self.facts.houses.get(key)
        stuer = [(one.id, one.name) for one in house.stuer] if house else []
        self._stue.offer([("", "Ingen"), *stuer], self._stue.chosen())
        self._dagplejer.offer(
            [("", "Ingen"), *self.facts.dagplejere(key)], self._dagplejer.chosen()
        )
        self._contact.offer([("", "Ingen"), *self.facts.contacts(key)], self._contact.chosen())
        guests = [Pick(*one) for one in self.facts.dagplejere(key)]
        self._guests.offer(guests, self._guests.chosen())
        dagpleje = house is not None and house.kind is DagtilbudKind.DAGPLEJE
        self.fields.field("stue").setHidden(dagpleje or not stuer)
        self.fields.field("dagplejer").setVisible(dagpleje)
        self.fields.field("guests_with").setVisible(dagpleje)
        self._follow_birth()

    @Slot()
    def _follow_birth(self) -> None:
        """One on the way has a due day; one who is born a birthday, and a number where the house keeps them."""
        expected = self._is_expected()
        f = self.fields
        f.field("born").setHidden(expected)
        f.field("due").setVisible(expected)
        f.field("name").guide(_UNTIL_BORN if expected else "")
        keeps = self.facts.keeps_cpr(self._house.chosen())
        self._number_place.setVisible(keeps and not expected)

    def _is_expected(self) -> bool:
        return self._waits or self._stands.chosen() == EXPECTED

    @Slot()
    def _on_protected_toggled(self) -> None:
        self._hides_house.setVisible(self._protected.isChecked())

    def _number(self) -> str:
        words = "" if self._is_expected() else self.fields.text("cpr")
        if words in {"", self._before.cpr}:
            return words
        number = parse_cpr(words)
        if number is None:
            raise Missing("cpr", why_not_cpr(words))
        return str(number)

    @Slot()
    def _on_number_left(self) -> None:
        """An odd number is asked about, and kept all the same."""
        words = self.fields.text("cpr")
        if words == self._before.cpr:
            self.fields.field("cpr").ask("")
            return
        number = parse_cpr(words)
        try:
            born = self.fields.day_of("born")
        except Missing:
            born = None
        self.fields.field("cpr").ask(ask_about(number, born) if number else why_not_cpr(words))

    def _on_saved(self, saved: Saved) -> None:
        super()._on_saved(saved)
        if self.stored is None:
            self.enrolled.emit(saved.id)


def _stack() -> QVBoxLayout:
    return col()
