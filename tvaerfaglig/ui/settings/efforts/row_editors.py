"""What an open row is reworded in: a seat, a phase, a sheet and its fields."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.efforts.form import EffortForm, FieldType, FormField, FormUse
from tvaerfaglig.domain.efforts.kind import SeatRule
from tvaerfaglig.domain.efforts.rhythm import Anchor, PhaseRule, Point
from tvaerfaglig.domain.people import Role
from tvaerfaglig.ui.indsatser.kind_words import point_words
from tvaerfaglig.ui.settings.kinds.ordered_rows import OrderedRows, RowEditor, Sort
from tvaerfaglig.ui.widgets import (
    ChipGroup,
    Pick,
    Prose,
    choice,
    col,
    field,
    line_edit,
    tick,
)
from tvaerfaglig.ui.widgets.fields_row import FieldsRow

ROLES = [Pick(one.value, danish.capital(one.word)) for one in Role]
TYPES = {
    FieldType.TEKST: "Tekst",
    FieldType.LINJER: "Linjer, en til hver ting",
    FieldType.VALG: "Valg mellem flere",
    FieldType.DAG: "En dag",
    FieldType.UGE: "En uge med tider",
    FieldType.MAAL: "Familiens mål (hentes)",
    FieldType.FASER: "Faserne (hentes)",
    FieldType.FREMMOEDE: "Fremmødet (hentes)",
}
USES = [(one.value, danish.capital(one.word)) for one in FormUse]
ANCHORS = [(one.value, one.word) for one in Anchor]
EACH = "En på hver linje."


def number_of(edit: QLineEdit, least: int, most: int) -> int:
    """What is typed, kept within its bounds; nothing is the least."""
    typed = edit.text().strip()
    return min(most, max(least, int(typed))) if typed.isdecimal() else least


def lines_of(prose: Prose) -> tuple[str, ...]:
    lines = (" ".join(one.split())[:120] for one in prose.text().splitlines())
    return tuple(one for one in lines if one)


def beside(*fields: QWidget) -> QWidget:
    """Next to each other while there is room."""
    return FieldsRow([(one, 1) for one in fields], em=34, gap=16)


def _words(edit: QLineEdit) -> str:
    return " ".join(edit.text().split())


class SeatEditor(RowEditor):
    """Who has a part in it. Without professions it is for somebody without a key, as a volunteer."""

    def __init__(self, seat: SeatRule) -> None:
        super().__init__()
        self._seat = seat
        self.name = line_edit(seat.name, most=80)
        self.number = line_edit(str(seat.number), most=2)
        self.roles = ChipGroup(ROLES, [one.value for one in seat.roles], name="For hvem")
        self.meaning = Prose(seat.meaning, lines=2)
        no_key = "Ingen valgt: for en uden nøgle til programmet."
        self.setLayout(
            col(
                beside(field("Navn", self.name), field("Hvor mange", self.number)),
                field("For hvem", self.roles, no_key),
                field("Hvad gør de?", self.meaning, optional=True),
            )
        )

    def thing(self) -> SeatRule:
        return replace(
            self._seat,
            name=_words(self.name),
            number=number_of(self.number, 1, 20),
            roles=tuple(Role(one) for one in self.roles.chosen()),
            meaning=" ".join(self.meaning.text().split()),
        )


class PhaseEditor(RowEditor):
    """A phase: who answers for it, and the day it is counted from."""

    def __init__(self, phase: PhaseRule, seats: Callable[[], tuple[SeatRule, ...]]) -> None:
        super().__init__()
        self._phase = phase
        self.name = line_edit(phase.name, most=80)
        here = [("", "Vælg"), *((one.id, one.name) for one in seats())]
        self.responsible = choice(here, phase.responsible)
        self.anchor = choice(ANCHORS, phase.begins.anchor.value)
        self.months = line_edit(str(phase.begins.months), most=2)
        self.weeks = line_edit(str(phase.begins.weeks), most=3)
        self.guidance = Prose(phase.guidance, lines=2)
        self.setLayout(
            col(
                beside(field("Navn", self.name), field("Hvem har ansvaret?", self.responsible)),
                FieldsRow(
                    [
                        (field("Begynder efter", self.anchor), 2),
                        (field("Måneder", self.months), 1),
                        (field("Uger", self.weeks), 1),
                    ],
                    em=34,
                    gap=16,
                ),
                field("Vejledning", self.guidance, optional=True),
            )
        )

    def thing(self) -> PhaseRule:
        begins = Point(
            Anchor(self.anchor.chosen()),
            number_of(self.months, 0, 96),
            number_of(self.weeks, 0, 104),
        )
        return replace(
            self._phase,
            name=_words(self.name),
            responsible=self.responsible.chosen(),
            begins=begins,
            guidance=" ".join(self.guidance.text().split()),
        )


class FieldEditor(RowEditor):
    """One field of a sheet. What can be chosen is asked for where it is a choice."""

    def __init__(self, made: FormField) -> None:
        super().__init__()
        self._made = made
        self.name = line_edit(made.name, most=100)
        self.type = choice([(one.value, words) for one, words in TYPES.items()], made.type.value)
        self.guidance = line_edit(made.guidance, most=300)
        self.choices = Prose("\n".join(made.choices), lines=3)
        self._choices = field("Hvad kan man vælge?", self.choices, EACH)
        self.must = tick("Skal udfyldes", on=made.must)
        self.parents = tick("Forældrenes egne ord", on=made.parents)
        self.type.chosen_changed.connect(self._follow)
        self.setLayout(
            col(
                beside(field("Hvad spørger feltet om?", self.name), field("Svar", self.type)),
                self._choices,
                field("Hjælp under feltet", self.guidance, optional=True),
                self.must,
                self.parents,
            )
        )
        if made.type is not FieldType.VALG:
            self._choices.hide()

    def thing(self) -> FormField:
        kind = FieldType(self.type.chosen())
        return replace(
            self._made,
            name=_words(self.name),
            type=kind,
            guidance=_words(self.guidance),
            choices=lines_of(self.choices) if kind is FieldType.VALG else (),
            must=self.must.isChecked(),
            parents=self.parents.isChecked(),
        )

    @Slot()
    def _follow(self) -> None:
        self._choices.setVisible(self.type.chosen() == FieldType.VALG.value)


class FormEditor(RowEditor):
    """A sheet: when it is used, who writes it and reads it after, and its fields in their order."""

    def __init__(self, form: EffortForm) -> None:
        super().__init__()
        self._form = form
        self.name = line_edit(form.name, most=80)
        self.use = choice(USES, form.use.value)
        self.guidance = Prose(form.guidance, lines=2)
        self.written = ChipGroup(ROLES, [one.value for one in form.written_by], name="Skrives af")
        self.read = ChipGroup(ROLES, [one.value for one in form.reviewed_by], name="Læses med af")
        self.house = tick("Arket er om indsatsen selv, ikke om en familie", on=form.about_house)
        self.fields = OrderedRows(form.fields, FIELDS)
        self.setLayout(
            col(
                beside(field("Navn", self.name), field("Hvornår", self.use)),
                field("Vejledning", self.guidance, optional=True),
                field("Skrives af", self.written, "Ingen valgt: af alle, der står for indsatsen."),
                field("Læses med af", self.read, optional=True),
                self.house,
                field("Felter", self.fields),
            )
        )

    def thing(self) -> EffortForm:
        return replace(
            self._form,
            name=_words(self.name),
            use=FormUse(self.use.chosen()),
            guidance=" ".join(self.guidance.text().split()),
            written_by=tuple(Role(one) for one in self.written.chosen()),
            reviewed_by=tuple(Role(one) for one in self.read.chosen()),
            about_house=self.house.isChecked(),
            fields=self.fields.things(),
        )


def _seat_aside(seat: SeatRule) -> str:
    who = danish.join_or([one.word for one in seat.roles]) or "uden nøgle"
    return f"{seat.number}, {who}" if seat.number > 1 else who


def _form_aside(form: EffortForm) -> str:
    return f"{form.use.word} · {danish.count(len(form.fields), 'felt', 'felter')}"


FIELDS = Sort(
    add="Tilføj et felt",
    none="Ingen felter endnu.",
    aside=lambda one: TYPES[one.type].lower(),
    open=FieldEditor,
    fresh=lambda key: FormField(id=key, name=""),
    prefix="felt",
)
SEATS = Sort(
    add="Tilføj en rolle",
    none="Ingen roller endnu.",
    aside=_seat_aside,
    open=SeatEditor,
    fresh=lambda key: SeatRule(id=key, name=""),
    prefix="rolle",
)
FORMS = Sort(
    add="Tilføj et ark",
    none="Ingen ark endnu.",
    aside=_form_aside,
    open=FormEditor,
    fresh=lambda key: EffortForm(id=key, name="", use=FormUse.UNDERVEJS),
    prefix="ark",
)


def phases_of(seats: Callable[[], tuple[SeatRule, ...]]) -> Sort:
    """Phases choose among the seats as they stand."""
    return Sort(
        add="Tilføj en fase",
        none="Ingen faser. Indsatsen er den samme hele vejen.",
        aside=lambda one: f"fra {point_words(one.begins)}",
        open=lambda one: PhaseEditor(one, seats),
        fresh=lambda key: PhaseRule(id=key, name="", responsible="", begins=Point(Anchor.START)),
        prefix="fase",
    )
