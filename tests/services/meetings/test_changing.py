"""A house's own kinds of meeting: made, used, put right and put away, and a note keeps the one it has."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.services.konsultation.test_konsultationer import anonymous, named
from tests.services.meetings.test_notes import KINDS, begin, own_of, write
from tvaerfaglig.domain.konsultation import KonsultationState
from tvaerfaglig.domain.meetings.answers import OwnAnswer
from tvaerfaglig.domain.meetings.kind import KindPart
from tvaerfaglig.domain.meetings.own_part import OwnPart, PartType
from tvaerfaglig.domain.protection import Against
from tvaerfaglig.domain.resource import ResourceError
from tvaerfaglig.services import waiting
from tvaerfaglig.services.children import protecting
from tvaerfaglig.services.errors import NotAllowed, Unclear
from tvaerfaglig.services.konsultation import acts as konsultationer
from tvaerfaglig.services.konsultation import listing
from tvaerfaglig.services.konsultation import page as konsultation_page
from tvaerfaglig.services.meetings import changing, shelf
from tvaerfaglig.services.own_kinds.acts import NameTaken

OURS = replace(
    KINDS["sparring"],
    name="Fællesfagligt møde",
    parts=(
        *KINDS["sparring"].parts,
        KindPart(id="eget-1", name="Det lokale team", own=OwnPart(type=PartType.PROSE)),
    ),
)


def offered(session):
    return [one.ref for one in shelf.choices(session).kinds]


def test_a_house_makes_its_own_and_plans_by_it(world):
    """It is offered to everyone, and a note of it has the part of its own."""
    hanne, mette = world.session("hanne"), world.session("mette")
    ref = changing.keep_own(hanne, OURS).id
    assert ref.startswith("faellesfagligt-moede@")
    assert ref in offered(mette)
    one = konsultationer.plan(mette, anonymous(form=ref)).id
    write(mette, one, OwnAnswer(part="eget-1", text="Vi går videre"))
    assert own_of(mette, one)[0].heading == "Det lokale team"


def test_a_note_keeps_the_kind_as_it_was(world):
    """Put right, the new one is offered in the place of the old; the note that is written has its own still."""
    hanne = world.session("hanne")
    ref = changing.keep_own(hanne, OURS).id
    one = konsultationer.plan(hanne, anonymous(form=ref)).id
    after = changing.keep_own(hanne, replace(OURS, name="Vores møde"), ref).id
    assert after != ref
    assert after in offered(hanne)
    assert ref not in offered(hanne)
    assert konsultation_page.open_konsultation(hanne, one).meeting.name == "Fællesfagligt møde"
    changing.put_away(hanne, after)
    assert after not in offered(hanne)
    write(hanne, one, OwnAnswer(part="eget-1", text="Stadig"))
    assert own_of(hanne, one)[0].text == "Stadig"


def test_one_of_the_programs_own_is_put_away_and_comes_back(world):
    """But never the konsultation, which everything else falls back on."""
    hanne = world.session("hanne")
    one = begin(hanne, "lp")
    changing.put_away(hanne, "lp")
    assert "lp" not in offered(hanne)
    assert konsultation_page.open_konsultation(hanne, one).meeting.id == "lp"
    changing.bring_back(hanne, "lp")
    assert "lp" in offered(hanne)
    with pytest.raises(Unclear):
        changing.put_away(hanne, "konsultation")


def test_the_programs_own_is_not_put_right(world):
    """One makes one's own out of it."""
    with pytest.raises(Unclear, match="Lav jeres egen"):
        changing.keep_own(world.session("hanne"), KINDS["lp"], "lp")


@pytest.mark.parametrize("who", ["mette", "karen", "line"])
def test_only_who_leads_changes_them(world, who, tmp_path):
    """Everyone else is told so; nothing is written."""
    session = world.session(who)
    for act in (
        lambda: changing.keep_own(session, OURS),
        lambda: changing.put_away(session, "lp"),
        lambda: changing.bring_back(session, "lp"),
        lambda: changing.look_at_file(session, tmp_path / "x.toml"),
        lambda: changing.give_on(session, "lp", tmp_path / "x.toml"),
    ):
        with pytest.raises(NotAllowed):
            act()
    assert all(one.shipped and one.in_use for one in shelf.shelf(session))


def test_it_goes_out_as_a_file_and_comes_in_as_the_same(world, tmp_path):
    """Looked at first; kept only when somebody says yes."""
    hanne = world.session("hanne")
    changing.give_on(hanne, "signs-of-safety", tmp_path / "sos.toml")
    found = changing.look_at_file(hanne, tmp_path / "sos.toml")
    assert found.kind == KINDS["signs-of-safety"]
    assert len(shelf.shelf(hanne)) == len(KINDS)
    changing.put_away(hanne, "signs-of-safety")
    ref = changing.take_in(hanne, found).id
    assert ref in offered(hanne)
    assert changing.look_at_file(hanne, tmp_path / "sos.toml").known


def test_no_two_in_use_bear_one_name(world, tmp_path):
    """New, put right, brought in or taken into use again: the refusal names the other and says what to do."""
    hanne = world.session("hanne")
    first = changing.keep_own(hanne, OURS).id
    with pytest.raises(NameTaken, match=r"»Fællesfagligt møde« i brug.*andet navn") as taken:
        changing.keep_own(hanne, replace(OURS, name=" fællesfagligt  MØDE"))
    assert taken.value.free == "fællesfagligt  MØDE 2"
    with pytest.raises(NameTaken):
        changing.keep_own(hanne, replace(OURS, name=KINDS["lp"].name))
    other = changing.keep_own(hanne, replace(OURS, name="Vores møde")).id
    with pytest.raises(NameTaken):
        changing.keep_own(hanne, OURS, other)
    assert changing.keep_own(hanne, replace(OURS, guidance="Hvad nu?"), first).id != first
    (first,) = [one.ref for one in shelf.shelf(hanne) if one.in_use and one.kind.name == OURS.name]
    changing.give_on(hanne, first, tmp_path / "vores.toml")
    changing.put_away(hanne, first)
    again = changing.keep_own(hanne, replace(OURS, parts=OURS.parts[:-1])).id
    found = changing.look_at_file(hanne, tmp_path / "vores.toml")
    assert "Læg den væk først" in found.taken
    with pytest.raises(NameTaken, match="ret navnet i filen"):
        changing.take_in(hanne, found)
    with pytest.raises(NameTaken):
        changing.bring_back(hanne, first)
    changing.put_away(hanne, again)
    assert changing.bring_back(hanne, first).id == first


def test_a_file_that_is_none_is_refused_in_words(world, tmp_path):
    """With the file's name, and what to put right."""
    hanne = world.session("hanne")
    (tmp_path / "brev.toml").write_text("hej = 1", encoding="utf-8")
    with pytest.raises(ResourceError, match=r"brev\.toml"):
        changing.look_at_file(hanne, tmp_path / "brev.toml")
    with pytest.raises(Unclear, match="kan ikke læses"):
        changing.look_at_file(hanne, tmp_path / "er-her-ikke.toml")


def test_its_own_kind_cannot_do_away_with_the_guard(world):
    """A kind made out of one with parents is gone under the guard as that is."""
    hanne = world.session("hanne")
    ours = replace(KINDS["foraeldresamtale"], name="Hverdagssamtale")
    ref = changing.keep_own(hanne, ours).id
    protecting.set_guard(hanne, "alma", Against.FORAELDER)
    assert ref not in [one.ref for one in shelf.choices(hanne, "alma").kinds]
    with pytest.raises(Unclear, match="Værnet"):
        konsultationer.plan(hanne, named(form=ref))


def test_the_list_and_the_timeline_say_what_it_was_called(world):
    """By the name that the house's own kind had when the note was written."""
    hanne = world.session("hanne")
    ref = changing.keep_own(hanne, OURS).id
    konsultationer.plan(hanne, named(form=ref))
    changing.keep_own(hanne, replace(OURS, name="Noget andet"), ref)
    (row,) = listing.rows(hanne)
    assert row.heading == "Alma Nowak · Fællesfagligt møde"
    assert shelf.meeting_name(row.stored.record) == "Fællesfagligt møde"


def test_nobodys_view_waits_where_the_meeting_asks_for_none(world):
    """A reflekterende team has no professions' views to write; a konsultation has."""
    karen = world.session("karen")
    for form in ("reflekterende-team", ""):
        konsultationer.plan(karen, anonymous(form=form, status=KonsultationState.I_GANG))
    assert sorted(one.asks_views for one in listing.rows(karen)) == [False, True]
    told = [one.what for one in waiting.overview(karen).waiting]
    assert sum(one.startswith("Skriv dit syn") for one in told) == 1
