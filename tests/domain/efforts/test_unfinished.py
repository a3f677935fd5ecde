"""A kind made in the form: every hole is asked about in words, and one left half-made is kept with every word."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tvaerfaglig.domain.efforts.form import EffortForm, FieldType, FormField, FormUse
from tvaerfaglig.domain.efforts.kind import SeatRule, Subject
from tvaerfaglig.domain.efforts.reading import parse_kind
from tvaerfaglig.domain.efforts.rhythm import Anchor, Every, PhaseRule, Point, Rhythm
from tvaerfaglig.domain.efforts.unfinished import as_it_is_about, filled, unfinished
from tvaerfaglig.domain.efforts.writing import kind_toml
from tvaerfaglig.services import library

KINDS = {one.id: one for one in library.efforts()}
GROUP, READERS = KINDS["familiegruppe"], KINDS["frivillige"]
FORM = GROUP.forms[0]


def form(**more):
    return replace(GROUP, forms=(replace(FORM, **more), *GROUP.forms[1:]))


HOLES = {
    "whom": (replace(GROUP, about=()), "Hvem handler"),
    "no seat": (replace(GROUP, seats=(), phases=()), "mindst én rolle"),
    "no sheet": (replace(GROUP, forms=()), "mindst ét ark"),
    "seat without name": (
        replace(GROUP, seats=(*GROUP.seats, SeatRule(id="ny", name=" "))),
        "En rolle har intet navn",
    ),
    "phase of nobody": (
        replace(
            GROUP,
            phases=(PhaseRule(id="f", name="Start", responsible="x", begins=Point(Anchor.START)),),
        ),
        "hvem har ansvaret",
    ),
    "first phase after another": (
        replace(
            GROUP,
            phases=(
                PhaseRule(
                    id="f",
                    name="Start",
                    responsible=GROUP.seats[0].id,
                    begins=Point(Anchor.FORRIGE),
                ),
            ),
        ),
        "den første",
    ),
    "families in an activity": (replace(GROUP, about=(Subject.HUS,)), "kun til en indsats om"),
    "no sheet of the family": (
        replace(
            GROUP,
            forms=(
                EffortForm(
                    id="a",
                    name="A",
                    use=FormUse.START,
                    about_house=True,
                    fields=(FormField(id="f", name="F"),),
                ),
            ),
        ),
        "om familien",
    ),
    "sheet without fields": (form(fields=()), "ingen felter"),
    "field without name": (form(fields=(FormField(id="f", name=""),)), "intet navn"),
    "nothing to choose": (
        form(fields=(FormField(id="f", name="Hvor", type=FieldType.VALG),)),
        "vælge imellem",
    ),
    "goals of the house": (
        form(about_house=True, fields=(FormField(id="f", name="Mål", type=FieldType.MAAL),)),
        "hører til en familie",
    ),
    "more than most": (replace(GROUP, rhythm=Rhythm(least=5, most=2)), "»højst«"),
    "too often": (replace(GROUP, rhythm=Rhythm(every=Every.AAR, number=20)), "12 gange"),
    "only what is not the task": (replace(READERS, may=()), "opgave"),
}


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_the_programs_own_lack_nothing(kind):
    assert unfinished(kind) == ""
    assert filled(kind, kind) == kind


@pytest.mark.parametrize("hole", HOLES)
def test_a_hole_is_asked_about_and_can_be_filled(hole):
    """In the words of the form; and whoever goes elsewhere has it kept as a file that is read again."""
    kind, asked = HOLES[hole]
    assert asked in unfinished(kind)
    whole = filled(kind, GROUP if kind.id == GROUP.id else READERS)
    assert unfinished(whole) == ""
    assert parse_kind(kind_toml(whole)) == whole


def test_without_a_family_a_new_sheet_is_of_the_indsats_itself():
    """One need not say so; a sheet that asks for a family's goals stays hers, and is asked about."""
    visits = KINDS["konsulentbesoeg"]
    book = EffortForm(
        id="bog", name="Bog", use=FormUse.START, fields=(FormField(id="f", name="Så vi?"),)
    )
    goals = replace(book, fields=(FormField(id="f", name="Mål", type=FieldType.MAAL),))
    assert as_it_is_about(replace(visits, forms=(book,))).forms[0].about_house
    assert not as_it_is_about(replace(visits, forms=(goals,))).forms[0].about_house
    assert as_it_is_about(replace(GROUP, forms=(book,))).forms == (book,)
