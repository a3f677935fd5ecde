"""What is left to say of a kind of indsats that a house makes in the form: one question at a time, in its words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar

from tvaerfaglig.domain.efforts.form import EffortForm, FieldType, FormField
from tvaerfaglig.domain.efforts.kind import EffortKind, SeatRule, Subject
from tvaerfaglig.domain.efforts.rhythm import Anchor, Every, PhaseRule, Rhythm

T = TypeVar("T", EffortForm, FormField, PhaseRule, SeatRule)
NAMELESS = "Uden navn endnu"

_FAMILYS_OWN = frozenset({FieldType.MAAL, FieldType.FASER})
MOST_A_YEAR = 12


def unfinished(kind: EffortKind) -> str:
    """The first thing to put right; empty when it can be kept."""
    return next(_asked(kind), "")


def _asked(kind: EffortKind) -> Iterator[str]:
    if not kind.about:
        yield "Hvem handler den om? Vælg mindst én."
    if not kind.seats:
        yield "Hvem står for den? Tilføj mindst én rolle."
    if not kind.forms:
        yield "Hvad skriver I? Tilføj mindst ét ark."
    yield from _nameless(kind)
    yield from _without_families(kind)
    yield from _phases(kind)
    for form in kind.forms:
        yield from _form(form)
    if kind.rhythm.least > kind.rhythm.most:
        yield "Rytmen: »højst« skal være lige så mange gange som »mindst« eller flere."
    if kind.rhythm.every is Every.AAR and kind.rhythm.number > MOST_A_YEAR:
        yield f"Rytmen: vælg højst {MOST_A_YEAR} gange om året."
    if kind.may_not and not kind.may:
        yield "Skriv også, hvad den frivilliges opgave er."


def _nameless(kind: EffortKind) -> Iterator[str]:
    sorts = (("En rolle", kind.seats), ("En fase", kind.phases), ("Et ark", kind.forms))
    for words, things in sorts:
        if any(not one.name.strip() for one in things):
            yield f"{words} har intet navn. Skriv et, eller tag den ud."


def _without_families(kind: EffortKind) -> Iterator[str]:
    if kind.has_families or not kind.about:
        if kind.has_families and kind.forms and all(one.about_house for one in kind.forms):
            yield "Mindst ét ark skal være om familien."
        return
    if kind.phases or kind.priorities or kind.max_families:
        yield (
            "Faser, venteliste og antal familier er kun til en indsats om et barn eller en familie. "
            "Tag dem ud, eller vælg en familie."
        )
    if not all(one.about_house for one in kind.forms):
        yield "Indsatsen er ikke om nogen familie. Sæt »Arket er om indsatsen selv« på hvert ark."


def _phases(kind: EffortKind) -> Iterator[str]:
    for nr, phase in enumerate(kind.phases):
        if kind.seat(phase.responsible) is None:
            yield f"Fasen »{phase.name}«: hvem har ansvaret?"
        if nr == 0 and phase.begins.anchor is Anchor.FORRIGE:
            yield f"Fasen »{phase.name}« er den første og kan ikke begynde efter en anden."


def _form(form: EffortForm) -> Iterator[str]:
    if not form.fields:
        yield f"Arket »{form.name}« har ingen felter endnu."
    for one in form.fields:
        if not one.name.strip():
            yield f"Et felt på arket »{form.name}« har intet navn."
        if one.type is FieldType.VALG and not one.choices:
            yield f"»{one.name}«: skriv, hvad man kan vælge imellem."
        if form.about_house and (one.parents or one.type in _FAMILYS_OWN):
            yield (
                f"»{one.name}« hører til en familie, og arket »{form.name}« er om indsatsen selv. "
                "Tag feltet ud, eller lad arket være om familien."
            )


def filled(kind: EffortKind, before: EffortKind) -> EffortKind:
    """As it was left half-made, with every word of it and the least that lets it be kept."""
    seats = tuple(_named(one) for one in kind.seats) or before.seats
    made = replace(
        kind,
        about=kind.about or before.about,
        seats=seats,
        phases=tuple(_phase(nr, one, seats) for nr, one in enumerate(kind.phases)),
        forms=tuple(_filled_form(one) for one in kind.forms) or before.forms,
        rhythm=_filled_rhythm(kind.rhythm),
        may=kind.may or (("Aftales ved første besøg",) if kind.may_not else ()),
    )
    return _with_a_family(made)


def as_it_is_about(kind: EffortKind) -> EffortKind:
    """Where no family is in it, every sheet that asks nothing of one is of the indsats itself."""
    if kind.has_families:
        return kind
    forms = tuple(
        one if _asks_a_family(one) else replace(one, about_house=True) for one in kind.forms
    )
    return replace(kind, forms=forms)


def _asks_a_family(form: EffortForm) -> bool:
    return any(one.parents or one.type in _FAMILYS_OWN for one in form.fields)


def _named(one: T) -> T:
    return one if one.name.strip() else replace(one, name=NAMELESS)


def _phase(nr: int, phase: PhaseRule, seats: tuple[SeatRule, ...]) -> PhaseRule:
    known = any(one.id == phase.responsible for one in seats)
    first = nr == 0 and phase.begins.anchor is Anchor.FORRIGE
    return replace(
        _named(phase),
        responsible=phase.responsible if known else seats[0].id,
        begins=replace(phase.begins, anchor=Anchor.START) if first else phase.begins,
    )


def _filled_form(form: EffortForm) -> EffortForm:
    fields = tuple(
        replace(one, type=FieldType.TEKST)
        if one.type is FieldType.VALG and not one.choices
        else one
        for one in map(_named, form.fields)
    )
    return replace(
        _named(form),
        fields=fields or (FormField(id="felt-1", name="Notat"),),
        about_house=form.about_house and not _asks_a_family(form),
    )


def _filled_rhythm(rhythm: Rhythm) -> Rhythm:
    number = min(rhythm.number, MOST_A_YEAR) if rhythm.every is Every.AAR else rhythm.number
    return replace(rhythm, number=number, most=max(rhythm.least, rhythm.most))


def _with_a_family(kind: EffortKind) -> EffortKind:
    """What only a family has makes it about a family too; and then one sheet is hers."""
    if not kind.has_families and any(_without_families(kind)):
        kind = replace(kind, about=(*kind.about, Subject.FAMILIE))
    if kind.has_families and all(one.about_house for one in kind.forms):
        first, *rest = kind.forms
        kind = replace(kind, forms=(replace(first, about_house=False), *rest))
    return kind
