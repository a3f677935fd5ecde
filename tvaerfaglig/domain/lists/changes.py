"""A row on a child who is here: what the list says anew. An empty cell takes nothing away."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.cpr import mask, parse_cpr
from tvaerfaglig.domain.danish import fold
from tvaerfaglig.domain.lists.child_rows import ReadParent, ReadRow
from tvaerfaglig.domain.people import Child, Custody, Parent, Sex

NEW_STUE = "ny:"
"""Before the name of a stue that is made when the list comes in."""


@dataclass(frozen=True, slots=True)
class Change:
    """»Adresse: Engvej 4 bliver til Åvej 2«; a number is masked."""

    what: str
    before: str
    after: str

    @property
    def words(self) -> str:
        if not self.before:
            return f"{self.what}: {self.after}"
        return f"{self.what}: {self.before} bliver til {self.after}"


@dataclass(frozen=True, slots=True)
class Places:
    """The house that the list is of. `stuer` and `dagplejere` are ids by the folded name in the list."""

    house: str
    keeps_cpr: bool = True
    stuer: Mapping[str, str] = field(default_factory=dict)
    dagplejere: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    municipality: str = ""

    def stue(self, name: str) -> str:
        return self.stuer.get(fold(name), "") if name else ""

    def dagplejer(self, name: str) -> str:
        return self.dagplejere.get(fold(name), "") if name else ""

    def named(self, one: str) -> str:
        return one.removeprefix(NEW_STUE) if one.startswith(NEW_STUE) else self.names.get(one, "")


def new_child(row: ReadRow, places: Places) -> tuple[Child, tuple[str, ...]]:
    """The child as the list has her, and what is left out."""
    child = Child(
        name=row.name,
        born=row.born,
        due=row.due,
        sex=row.sex,
        cpr=row.cpr if places.keeps_cpr else "",
        address=row.address,
        municipality=row.municipality or places.municipality,
        language=row.language,
        dagtilbud=places.house,
        stue=places.stue(row.stue),
        dagplejer=places.dagplejer(row.dagplejer),
        enrolled=row.enrolled,
        left=row.left,
        parents=tuple(map(_parent, row.parents)),
    )
    return child, tuple(_left_out(row, places, child))


def _parent(read: ReadParent) -> Parent:
    """Without an id: it gets one when the list comes in."""
    return Parent(
        id="", name=read.name, phone=read.phone, relation=read.relation, custody=Custody.UKENDT
    )


def _left_out(row: ReadRow, places: Places, child: Child) -> list[str]:
    notes = []
    if row.stue and not child.stue and not places.dagplejere:
        notes.append(f"Stuen »{row.stue}« findes ikke i huset. Barnet kommer med uden stue.")
    if row.dagplejer and not child.dagplejer:
        notes.append(f"»{row.dagplejer}« er ikke dagplejer i programmet. Vælg dagplejer bagefter.")
    if row.born is None and row.due is None and not any("ødselsdag" in n for n in row.notes):
        notes.append("Der er ingen fødselsdag. Skriv den på barnets side, når du kender den.")
    return notes


def changed(
    before: Child, row: ReadRow, places: Places
) -> tuple[Child, tuple[Change, ...], tuple[str, ...]]:
    """The child as the list would have her, what that changes, and what is left as it is."""
    said: dict[str, Any] = {
        "born": row.born,
        "due": None if before.born else row.due,
        "sex": row.sex,
        "cpr": row.cpr if places.keeps_cpr else "",
        "address": "" if before.protected else row.address,
        "language": row.language,
        "municipality": row.municipality,
        "stue": places.stue(row.stue),
        "dagplejer": places.dagplejer(row.dagplejer),
        "enrolled": row.enrolled,
        "left": row.left,
        "name": row.name if fold(row.name) != fold(before.name) else "",
    }
    taken = {key: value for key, value in said.items() if value and value != getattr(before, key)}
    parents, people, notes = _parents(before, row)
    if row.address and before.protected:
        notes.append("Adressen er beskyttet og bliver ikke rettet herfra.")
    if row.stue and not places.stue(row.stue):
        notes.append(f"Stuen »{row.stue}« findes ikke i huset. Stuen bliver, som den er.")
    if before.dagtilbud != places.house:
        taken["dagtilbud"] = places.house
    changes = [
        Change(_LABELS[key], _shown(key, getattr(before, key), places), _shown(key, value, places))
        for key, value in taken.items()
    ]
    after = replace(before, **taken, parents=parents)
    if before.left and not row.left and row.enrolled and row.enrolled > before.left:
        after = replace(after, left=None)
        changes.append(Change("Udmeldt den", danish.day(before.left), "indmeldt igen"))
    return after, (*changes, *people), tuple(notes)


_LABELS = {
    "name": "Navn",
    "born": "Fødselsdag",
    "due": "Termin",
    "sex": "Køn",
    "cpr": "CPR-nummer",
    "address": "Adresse",
    "language": "Sprog",
    "municipality": "Kommune",
    "stue": "Stue",
    "dagplejer": "Dagplejer",
    "enrolled": "Indmeldt den",
    "left": "Udmeldt den",
    "dagtilbud": "Hus",
}


def _shown(key: str, value: object, places: Places) -> str:
    if isinstance(value, date):
        return danish.day(value)
    if key == "cpr" and (number := parse_cpr(str(value))):
        return mask(number)
    if key in {"stue", "dagplejer", "dagtilbud"}:
        return places.named(str(value)) if value else ""
    return str(value.value if isinstance(value, Sex) else value or "")


def _parents(before: Child, row: ReadRow) -> tuple[tuple[Parent, ...], list[Change], list[str]]:
    """Phones are taken over, unknown people added; who stands as mother is not changed by a list."""
    parents, changes, notes = list(before.parents), [], []
    for read in row.parents:
        found = next((n for n, one in enumerate(parents) if _is(one, read)), None)
        if found is None:
            other = next(
                (p for p in parents if read.relation and p.relation == read.relation), None
            )
            if other is not None:
                notes.append(
                    f"{danish.capital(read.relation)} hedder {other.name} her og {read.name} i listen. "
                    "Her bliver det stående."
                )
                continue
            parents.append(_parent(read))
            changes.append(Change(danish.capital(read.relation) or "Forælder", "", read.name))
        elif read.phone and _digits(read.phone) != _digits(parents[found].phone):
            old = parents[found]
            parents[found] = replace(old, phone=read.phone)
            changes.append(Change(f"Telefon, {old.name}", old.phone, read.phone))
    return tuple(parents), changes, notes


def _is(parent: Parent, read: ReadParent) -> bool:
    these, those = set(fold(parent.name).split()), set(fold(read.name).split())
    return bool(these) and (these <= those or those <= these)


def _digits(phone: str) -> str:
    return "".join(filter(str.isdecimal, phone)).removeprefix("0045")[-8:]
