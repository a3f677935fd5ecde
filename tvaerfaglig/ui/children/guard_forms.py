"""Værn: set the overgreb guard, with the siblings asked about; and lift it, with a reason."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.protection import Against, Guard
from tvaerfaglig.services.children import protecting
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.session import Session
from tvaerfaglig.ui.children.form import EntryForm
from tvaerfaglig.ui.desk import Asked
from tvaerfaglig.ui.widgets import ChipGroup, Choice, Pick, guidance, message
from tvaerfaglig.ui.widgets.layout import Item

MEANS = (
    "Ring først. Når mistanken er mod en forælder, en nær relation eller en ukendt, forsvinder alt, "
    "der ville sige noget til forældrene: samtaler, samtykker, telefonnumre og breve."
)


UNKNOWN = "Ved du det ikke, så vælg ukendt."
NAMES_NOBODY = (
    "Alle, der kan se barnet, kan se værnet. Skriv ikke, hvem det er: det hører til under »Om en ansat«, "
    "som er forseglet."
)


class GuardForm(EntryForm[Guard]):
    """Also to change whom the suspicion is against: one guard stands on a child at a time."""

    KIND = "vaern"
    HEADING = "Sæt værn ved mistanke om overgreb"
    CORRECTS = "Ret værnet"
    ACT = "Sæt værnet"
    UNDOES = False

    def build(self) -> list[Item]:
        f, siblings = self.fields, self.child.siblings
        akut = message(MEANS, "act", icon="akut", link="Åbn Akut")
        akut.pressed.connect(self._on_akut)
        picks = [Pick(one, name) for one, name in siblings.items()]
        known = ChipGroup(picks, siblings, name="Gælder det også søskende?")
        against = [("", "Vælg"), *((one.value, danish.capital(one.word)) for one in Against)]
        return [
            akut,
            f.add("against", "Hvem er mistanken mod?", self._against(against), UNKNOWN),
            self._siblings(known),
            f.add_prose("note", "Kort hvorfor", "Barnets ord hører til i en observation.", lines=2, optional=True),
        ]  # fmt: skip

    def _against(self, offered: list[tuple[str, str]]) -> Choice:
        made = Choice(offered)
        made.chosen_changed.connect(self._explain)
        return made

    def refilled(self) -> None:
        self._explain(self.fields.text("against"))

    def _explain(self, against: str) -> None:
        """Whoever sees the child sees the guard, also the colleague it may be about."""
        words = NAMES_NOBODY if against == Against.ANSAT.value else UNKNOWN
        self.fields.field("against").guide(words)

    def fill(self, record: Guard) -> None:
        self.fields.put(
            against=record.against.value, note=record.note, siblings=record.siblings_too
        )

    def record(self) -> Guard:
        return Guard(
            child=self.child_id,
            since=self.today(),
            by=self.desk.my_id,
            against=Against(self.fields.must("against", "Hvem er mistanken mod? Vælg ukendt, hvis du ikke ved det.")),
            note=self.fields.text("note"),
            siblings_too=self.fields.several("siblings"),
        )  # fmt: skip

    def send(self) -> Asked[Saved]:
        return self.desk.ask(_set, self.record(), self.key)

    def said(self) -> str:
        return f"Værnet er sat hos {self.child.child.first_name}. Ring først, og skriv bagefter."

    def _siblings(self, known: ChipGroup) -> QWidget:
        self.fields.keep("siblings", known)
        if self.child.siblings:
            words = "Værnet sættes også hos dem, du vælger."
            return self.fields.add("siblings", "Gælder det også søskende?", known, words)
        known.setParent(self)
        known.hide()
        unknown = [one.name for one in self.child.child.siblings]
        if unknown:
            return guidance(f"Tænk også på {danish.join_and(unknown)}. De har ingen side her.")
        return guidance("Er der søskende? Nævn dem, når du ringer.")

    def _on_akut(self) -> None:
        self.keep()
        self.desk.go("akut")


class LiftGuardForm(EntryForm[Guard]):
    KIND = "loeft_vaern"
    HEADING = "Løft værnet"
    ACT = "Løft værnet"
    UNDOES = False

    def build(self) -> list[Item]:
        f = self.fields
        return [
            guidance("Spørg kommunen først. Når værnet løftes, kommer alt om forældrene frem igen."),
            f.add_prose("because", "Hvorfor løftes det?", "Og hvem det er aftalt med: navn og dag.", lines=2),
        ]  # fmt: skip

    def fill(self, record: Guard) -> None:
        """A standing guard fills nothing in: the reason is new."""

    def send(self) -> Asked[Saved]:
        because = self.fields.must("because", "Hvorfor løftes det, og hvem er det aftalt med?")
        return self.desk.ask(_lift, self.child_id, because, self.key)

    def said(self) -> str:
        return f"Værnet er løftet hos {self.child.child.first_name}."


def _set(session: Session, guard: Guard, draft: str) -> Saved:
    changes = protecting.set_guard(
        session, guard.child, guard.against, guard.note, guard.siblings_too, draft=draft
    )
    return Saved(guard.child, changes)


def _lift(session: Session, child: str, because: str, draft: str) -> Saved:
    return Saved(child, protecting.lift_guard(session, child, because, draft=draft))
