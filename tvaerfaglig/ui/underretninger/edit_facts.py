"""Modtager og grund, and Barnet og familien: facts that are filled in, and what only the letter holds."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.people import Parent
from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.underretninger.editor import Editor
from tvaerfaglig.ui.widgets import (
    boxed,
    button,
    card,
    col,
    field,
    line_edit,
    small,
    strong,
    text,
    tick,
)

_CUSTODY = {"faelles": "fælles", "ene": "alene", "ingen": "har ikke del i den", "ukendt": "ukendt"}
PROTECTED = "Beskyttet. Oplyses til kommunen pr. telefon."


def facts_table(facts: list[tuple[str, str]]) -> QWidget:
    """Labels and values that are looked at, not written here."""
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(5)
    grid.setColumnStretch(1, 1)
    grid.setColumnMinimumWidth(0, look().theme.em(8))
    shown = [(label, value) for label, value in facts if value.strip()]
    for nr, (label, value) in enumerate(shown):
        grid.addWidget(small(label), nr, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(text(value), nr, 1)
    made = boxed(grid)
    made.setAccessibleName("; ".join(f"{label}: {value}" for label, value in shown))
    return made


class ReceiverEditor(Editor):
    """Who it goes to, and on which ground."""

    def build(self) -> None:
        work, head = self.work, self.work.sitting.record
        self.receiver = line_edit(head.receiver)
        self.unit = line_edit(head.receiver_unit)
        for one in (self.receiver, self.unit):
            one.textEdited.connect(self._on_receiver_edited)
        self.add(field("Kommune", self.receiver, work.help("modtager")))
        self.add(field("Afdeling", self.unit, optional=True))
        self.target(self.receiver, "modtager", "overskrift")
        self.grounds, cites = {}, []
        for ground in work.sitting.template.grounds:
            cite = ground.cite or work.desk.library.law.ref(ground.law).cite
            made = tick(ground.word, on=ground.law in head.grounds)
            made.setToolTip(cite)
            made.toggled.connect(self._on_ground_toggled)
            self.grounds[ground.law] = made
            cites.append(col(made, small(f"      {cite}"), gap=0))
        heading = col(strong(work.label("grund")), small(work.help("grund")), gap="tight")
        self.add(boxed(col(heading, *cites)))
        self.target(next(iter(self.grounds.values())), "grund")

    @Slot()
    def _on_receiver_edited(self) -> None:
        self.work.writer.choose(
            receiver=self.receiver.text().strip(), receiver_unit=self.unit.text().strip()
        )

    @Slot()
    def _on_ground_toggled(self) -> None:
        chosen = tuple(law for law, made in self.grounds.items() if made.isChecked())
        self.work.writer.choose(grounds=chosen)


class ChildEditor(Editor):
    """The child's facts stand on the child's page; here is what belongs to the letter alone."""

    def build(self) -> None:
        self._build_facts()
        work, head = self.work, self.work.sitting.record
        self.interpreter = line_edit(head.interpreter)
        self.interpreter.textEdited.connect(self._on_edited)
        self.add(field(work.label("tolk"), self.interpreter, work.help("tolk")))
        self.target(self.interpreter, "tolk")
        self.siblings = line_edit(head.siblings_considered, most=600)
        self.siblings.textEdited.connect(self._on_edited)
        about = "Har I tænkt på dem? Navne kun, hvis de er nødvendige."
        self.add(field("Søskende", self.siblings, about, optional=True))
        self.target(self.siblings, "husstand")
        made = self.add_prose(lines=5, name=work.label("familieforhold"))
        self.add(field(work.label("familieforhold"), made, work.help("familieforhold")))
        self.target(made, "familieforhold")

    def _build_facts(self) -> None:
        self.link = button("Ret på barnets side", "link", "pil-hoejre")
        self.link.clicked.connect(self._on_link_clicked)
        child = self.work.page.child.record
        self.facts = card(
            child.name,
            facts_table(list(self._child())),
            *(facts_table(list(self._parent(one))) for one in child.parents),
            action=self.link,
        )
        self.add(self.facts)
        for one in (
            "barn_navn", "barn_cpr", "barn_adresse", "foraeldre_navne", "foraeldre_kontakt",
            "foraeldremyndighed",
        ):  # fmt: skip
            self.target(self.link, one)

    def _child(self) -> Iterator[tuple[str, str]]:
        page = self.work.page
        child = page.child.record
        born = child.born
        if born:
            yield "Født", f"{danish.day(born)} ({danish.age(born, page.today)})"
        elif child.due:
            yield "Termin", danish.day(child.due)
        cpr = f"{child.cpr} (hele nummeret kommer på det færdige brev)" if child.cpr else ""
        yield "CPR-nr.", cpr
        yield "Bopæl", PROTECTED if child.protected else child.address
        yield "Er nu hos", "" if child.protected else child.stays_at
        yield "Sprog", child.language
        yield "Stue", page.place
        siblings = [
            ", ".join(
                filter(None, (one.name, danish.age(one.born, page.today) if one.born else ""))
            )
            for one in child.siblings
        ]
        yield "Søskende", "; ".join(siblings)
        yield "Også i hjemmet", child.household

    def _parent(self, one: Parent) -> Iterator[tuple[str, str]]:
        page = self.work.page
        child = page.child.record
        yield danish.capital(one.relation) or "Forælder", one.name
        yield "Forældremyndighed", _CUSTODY[one.custody.value]
        yield "Barnet bor her", "ja" if one.lives_with else ""
        yield "Samvær", one.contact
        language = f"{one.language}, med tolk" if one.interpreter else one.language
        yield "Sprog", language
        if page.hides_parents:
            return
        hidden = one.protected or (child.protected and one.lives_with)
        yield "Adresse", PROTECTED if hidden else one.address
        yield "Telefon", one.phone

    @Slot()
    def _on_link_clicked(self) -> None:
        page = self.work.page
        self.work.desk.go("boern", page.child.id)

    @Slot()
    def _on_edited(self) -> None:
        self.work.writer.choose(
            interpreter=self.interpreter.text().strip(),
            siblings_considered=self.siblings.text().strip(),
        )
