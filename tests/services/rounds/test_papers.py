"""The papers of a round, read back from the PDF: what stands there, for whom, and what never does."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.printouts.pdf_reading import read_aloud, text_of
from tests.services.rounds.hold import HOUSE, LIBRARY, agree, begun, give, rated, seen
from tvaerfaglig.domain.acts import Printed
from tvaerfaglig.domain.concern import Position
from tvaerfaglig.domain.masking import token
from tvaerfaglig.domain.people import Child, Controller, Sex
from tvaerfaglig.domain.protection import Against, Basis
from tvaerfaglig.domain.rounds.counting import Counted
from tvaerfaglig.domain.rounds.counting import overview as counted_of
from tvaerfaglig.domain.rounds.records import Assigned, Doing, Joint, Mark, RoundState
from tvaerfaglig.printouts import printing as press
from tvaerfaglig.services.children import protecting
from tvaerfaglig.services.errors import NotAllowed, NotFound, Unclear
from tvaerfaglig.services.printing import noting
from tvaerfaglig.services.rounds import (
    papers,
    parents_letter,
    planning,
    rating,
    reading,
    rules,
    sheet,
)
from tvaerfaglig.services.rounds.overview import RoundOverview, overview
from tvaerfaglig.store import queries


@pytest.fixture
def mette(world):
    return world.session("mette")


@pytest.fixture
def hanne(world):
    return world.session("hanne")


@pytest.fixture
def agreed(mette, hanne) -> str:
    """Alma, seen differently: Mette rests on what she saw with Bertil, and they agree on a talk."""
    key = begun(hanne)
    shown = seen(mette, "alma", f"Hun stod ved lågen, til {token('bertil')} kom.")
    own = rated(key, step="bekymring", said="Hun leder efter en voksen.")
    marks = tuple(replace(one, evidence=(shown,)) for one in own.marks[:1])
    rating.give(mette, LIBRARY, replace(own, marks=(*marks, *own.marks[1:])))
    give(hanne, key, said="Hun leger ved vinduet.")
    marks = tuple(Mark(domain=one.domain, step="bekymring") for one in own.marks)
    agree(
        mette, key, marks=marks, doing=(Doing.HVERDAG, Doing.FORAELDRE),
        talk_on=date(2026, 11, 20), next_look=date(2026, 12, 3),
    )  # fmt: skip
    return key


def text(pressed) -> str:
    return " ".join(text_of(pressed.pdf).split())


def test_the_room_list_has_shapes_and_words_and_no_text(mette, agreed):
    """Each child by short name, now and the time before, and when next; nothing of why."""
    said = text(papers.look_at_room_list(mette, LIBRARY, agreed))
    assert "Alma N. Bekymring Ny i runden 3. dec." in said
    assert "Bertil K. Ikke set sammen endnu" in said
    assert "Set sammen 1 af 2" in said
    assert "stille" not in said
    assert "Nowak" not in said


def test_the_room_list_hides_whoever_must_not_be_found_here(mette, hanne, agreed):
    """She is counted, not named: her name and the house's would stand on one sheet."""
    with hanne.write() as pen:
        pen.put(replace(hanne.child("alma").record, hide_house=True), "alma")
    mette.refresh()
    said = text(papers.look_at_room_list(mette, LIBRARY, agreed))
    assert "Alma" not in said
    assert "Ét barn står ikke på listen" in said
    page = reading.round_page(mette, LIBRARY, agreed)
    assert papers.children_on(mette, page) == ("bertil",)


def test_the_sheet_shows_both_views_without_saying_whose(mette, agreed):
    """The joint sentence, what is done, each domain with the dated observation, and both views where they differ."""
    pressed = sheet.look_at_sheet(mette, LIBRARY, agreed, "alma")
    said = text(pressed)
    assert "Hun er stille, når hun afleveres." in said
    assert "Vi ændrer noget i hverdagen: Mette tager imod hver morgen." in said
    assert "Vi taler med forældrene 20. november 2026" in said
    assert "Den ene: bekymring. »Hun leder efter en voksen.« [1]" in said
    assert "Den anden: trives. »Hun leger ved vinduet.«" in said
    assert LIBRARY.positions.of(Position.BEKYMRING).meaning.split(".")[0] in said
    assert "Du kan altid underrette" in said
    assert "Hanne" not in said.replace("af Hanne", "")
    assert "Krop og sanser" in read_aloud(pressed.pdf)


def test_no_other_childs_name_is_on_the_sheet(mette, agreed):
    """Bertil, chosen while it was written, is another child here; on neither sheet is he named."""
    for made in (sheet.look_at_sheet, sheet.look_at_parents_sheet):
        said = text(made(mette, LIBRARY, agreed, "alma"))
        assert "til et andet barn kom" in said
        assert "Bertil" not in said


def test_the_parents_sheet_has_no_single_rating_and_names_no_witness(mette, agreed):
    """What was said together and what was seen; who saw it and who thought what is not there."""
    pressed = sheet.look_at_parents_sheet(mette, LIBRARY, agreed, "alma")
    said = text(pressed)
    assert "Sådan har vi set det" in said
    assert "Hun er stille, når hun afleveres." in said
    assert "Vi gør det, vi selv kan" in said
    assert "vores eget arbejde" in said
    assert "jeres eget arbejde" not in said
    for word in ("Den ene", "Den anden", "leder efter", "ved vinduet", "forskelligt"):
        assert word not in said
    assert "Mette Sørensen (set)" not in said
    assert any("Læs det, I har set" in one for one in pressed.cautions)


def test_the_guard_leaves_the_parents_out_and_stops_their_sheet(mette, agreed):
    """The banner on the staff's, no word of the talk, and none for the parents at all."""
    protecting.set_guard(mette, "alma", Against.FORAELDER)
    pressed = sheet.look_at_sheet(mette, LIBRARY, agreed, "alma")
    said = text(pressed)
    assert "Må ikke udleveres til eller gennemgås med forældrene" in said
    assert "taler med forældrene" not in said
    assert "20. nov" not in said
    assert "Papiret må ikke nå forældrene" in pressed.guard
    with pytest.raises(NotAllowed, match="Værnet"):
        sheet.look_at_parents_sheet(mette, LIBRARY, agreed, "alma")


def test_there_is_no_sheet_before_anything_is_said_together(mette, hanne):
    """Not while one is out, and not before the sentence is there."""
    key = begun(hanne)
    give(mette, key)
    with pytest.raises(Unclear, match="åbnet"):
        sheet.look_at_sheet(hanne, LIBRARY, key, "alma")
    give(hanne, key)
    with pytest.raises(Unclear, match="sammen først"):
        sheet.look_at_sheet(mette, LIBRARY, key, "alma")


@pytest.mark.parametrize(
    ("who", "opened"),
    [
        ("hanne", {"list", "sheet", "parents", "overview", "letter"}),
        ("mette", {"list", "sheet", "parents"}),
        ("karen", {"list", "sheet", "parents"}),
        ("line", set()),
        ("jonas", set()),
    ],
)
def test_who_gets_which_paper(world, hanne, mette, agreed, who, opened):
    """The leader all, those who see the child hers; numbers and letter are the leader's; others nothing."""
    protecting.share_child(mette, "alma", "karen", Basis.TIDLIGT_SAMARBEJDE)
    planning.close(hanne, agreed, "Bertil er på ferie.")
    asked = {
        "list": lambda s: papers.look_at_room_list(s, LIBRARY, agreed),
        "sheet": lambda s: sheet.look_at_sheet(s, LIBRARY, agreed, "alma"),
        "parents": lambda s: sheet.look_at_parents_sheet(s, LIBRARY, agreed, "alma"),
        "overview": lambda s: papers.look_at_overview(s, LIBRARY, agreed),
        "letter": lambda s: parents_letter.look_at_letter(s, LIBRARY, agreed),
    }
    got = set()
    for name, ask in asked.items():
        try:
            ask(world.session(who))
            got.add(name)
        except (NotAllowed, NotFound) as refused:
            assert "Alma" not in str(refused)
    assert got == opened


def test_a_printed_list_stands_in_the_log_of_each_child_on_it(mette, hanne, agreed):
    """By the round; somebody who may not open it cannot note it either."""
    page = reading.round_page(mette, LIBRARY, agreed)
    noting.note_printed(
        mette, document=papers.ROOM_LIST, how="har udskrevet", record=agreed,
        children=papers.children_on(mette, page),
    )  # fmt: skip
    (noted,) = (one.record for one in queries.all_of(mette.vault, Printed))
    assert (noted.document, set(noted.children)) == ("stueliste", {"alma", "bertil"})


def test_numbers_are_printed_of_a_closed_round_only(hanne, agreed):
    """Two papers of a running one, laid beside each other, would tell of one child."""
    with pytest.raises(Unclear, match="lukket"):
        papers.look_at_overview(hanne, LIBRARY, agreed)
    planning.close(hanne, agreed, "Bertil er på ferie.")
    said = text(papers.look_at_overview(hanne, LIBRARY, agreed))
    assert "Alle skjult skjult skjult skjult" in said
    assert "Tal under 5 er skjult" in said
    assert "Alma" not in said


def test_a_whole_round_in_numbers(mette, hanne):
    """Twelve girls and twelve boys: what is large enough stands, what could give a small number away does not."""
    children = [f"barn{number}" for number in range(24)]
    with hanne.write() as pen:
        for number, one in enumerate(children):
            sex = Sex.DRENG if number % 2 else Sex.PIGE
            facts = Child(
                name=f"Barn{number} Nul",
                born=date(2022, 5, 1),
                sex=sex,
                dagtilbud=HOUSE,
                stue="solsikken",
            )
            pen.put(facts, one)
    key = begun(
        hanne, assigned=tuple(Assigned(child=one, raters=("mette", "hanne")) for one in children)
    )
    for number, one in enumerate(children):
        step = "bekymring" if number < 12 else "trives"
        with hanne.write() as pen:
            made = Joint(
                round=key, child=one, day=date(2026, 11, 12), overall=step, position=Position(step),
                sentence="Kun hendes.", doing=(Doing.HVERDAG,) if number < 6 else (Doing.HOLD_FAST,),
            )  # fmt: skip
            pen.put(made, rules.joint_id(key, one))
    planning.close(hanne, key, "Slut.")
    pressed = papers.look_at_overview(hanne, LIBRARY, key)
    said = text(pressed)
    assert "Alle skjult 12 skjult 24" in said or "Alle 12 skjult skjult 24" in said
    assert "Kun hendes" not in said
    assert "Barn1" not in said
    assert rules.found(hanne, key).record.status is RoundState.LUKKET


CHILD = st.builds(
    Counted,
    stue=st.sampled_from(("Solsikken", "Ræven")),
    age=st.sampled_from(("under 3 år", "3–4 år")),
    sex=st.sampled_from(("piger", "drenge")),
    now=st.none() | st.sampled_from(Position),
    before=st.none() | st.sampled_from(Position),
    acted=st.booleans(),
    talked=st.booleans(),
)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(CHILD, max_size=60))
def test_no_cell_of_the_paper_is_small(hanne, agreed, children):
    """Whatever the house, read from the paper's own words: every number in a table is five or more, or hidden."""
    found = overview(hanne, LIBRARY, agreed)
    closed = replace(found.stored, record=replace(found.stored.record, status=RoundState.LUKKET))
    counted: RoundOverview = replace(
        found, stored=closed, counted=counted_of(children, 5), since=date(2026, 5, 4)
    )
    paper = papers.overview_paper(hanne, counted)
    cells = [cell for table in paper.tables for _, row in table.lines for cell in row]
    assert all(one == papers.HIDDEN or int(one) >= 5 for one in cells)
    for table in paper.tables:
        for _, row in table.lines:
            if table.columns[-1].word == "I alt" and row[-1] != papers.HIDDEN:
                seen = [int(one) for one in row[:-1] if one != papers.HIDDEN]
                rest = int(row[-1]) - sum(seen)
                assert rest >= 5 if papers.HIDDEN in row[:-1] else rest == 0, table
    shares = [one.value for one in paper.facts if one.value != papers.HIDDEN]
    for part, whole in (map(int, one.split(" af ")) for one in shares):
        assert min(part, whole - part) >= 5
    told = " ".join(body for heading, body in press.plain_sections(paper) if heading == "Køn")
    assert all(int(one) >= 5 for one in re.findall(r": (\d+)", told))


@pytest.mark.parametrize(
    ("controller", "says"),
    [
        (Controller.KOMMUNAL, "Fjordby Kommune har ansvaret for oplysningerne"),
        (Controller.SELVEJENDE, "Børnehuset Mælkebøtten er selvejende og har selv ansvaret"),
        (Controller.PRIVAT, "Børnehuset Mælkebøtten er et privat dagtilbud"),
    ],
)
def test_the_letter_tells_parents_what_a_round_is(hanne, agreed, controller, says):
    """What, why, who, what for, how long, and that it stays; no child is named, and law is the file's."""
    with hanne.write() as pen:
        house = replace(hanne.houses()[HOUSE], controller=controller, dpo="dpo@fjordby.example")
        pen.put(house, HOUSE)
    pressed = parents_letter.look_at_letter(hanne, LIBRARY, agreed)
    said = text(pressed)
    assert says in said
    assert "holder vi trivselsrunde i Solsikken" in said
    assert "Det følger ikke med til næste dagtilbud" in said
    assert "har været stoppet hos os i 3 måneder" in said
    assert "trives, bekymring eller stærk bekymring" in said
    assert "Hanne Bjerre, leder" in said
    assert ("databeskyttelsesloven § 11" in said) is (controller is Controller.KOMMUNAL)
    assert not re.search(r"[{}]", said)
    assert "Alma" not in said
    assert bool(pressed.cautions) is (controller is not Controller.KOMMUNAL)
