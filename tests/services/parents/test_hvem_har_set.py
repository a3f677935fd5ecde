"""Hvem har set: the leader's log with what for and for whom, and the print that parents get of it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import msgspec
import pytest

from tests.printouts.pdf_reading import text_of
from tvaerfaglig.domain import danish
from tvaerfaglig.domain.observation import Involved, Observation
from tvaerfaglig.domain.protection import Against, Basis
from tvaerfaglig.printouts.composing import hvem_har_set
from tvaerfaglig.services import access_log, library, recording
from tvaerfaglig.services.access_log import Act, Wanted
from tvaerfaglig.services.children import guard as children_guard
from tvaerfaglig.services.children import one_child, protecting, timeline
from tvaerfaglig.services.efforts.papers.which import EffortPaper
from tvaerfaglig.services.errors import NotAllowed
from tvaerfaglig.services.parents import log_paper
from tvaerfaglig.services.printing import noting

TODAY = date(2026, 11, 12)
OURS = "".join(Path(one.__file__).read_text(encoding="utf-8") for one in (log_paper, hvem_har_set))
OF_NO_CHILD = {EffortPaper.EMNER, EffortPaper.RAMMEAFTALE, EffortPaper.TAK}
FRAME = {"side", "udskrevet", "kontrolnr", "termin"}
WORD = re.compile(r"[^\W\d_]{4,}")


@pytest.fixture(scope="module")
def shelf():
    return library.load()


def words(text):
    return {word.casefold() for word in WORD.findall(text)}


def printed(session, child, shelf, **period):
    return text_of(log_paper.look_at(session, child, shelf, **period).pdf)


def test_no_name_of_staff_and_no_word_of_a_note_reaches_the_parents(demo_world, shelf):
    """Every child of the invented world: what is on the paper is the program's words, the child, the house, and purposes."""
    hanne = demo_world.session("Hanne")
    staff = {part for one in hanne.staff().values() for part in one.name.split()}
    houses = " ".join(
        f"{one.name} {one.address} {one.municipality} {one.email} {one.phone}"
        for one in hanne.houses().values()
    )
    ours = " ".join(str(one) for one in msgspec.to_builtins(shelf.parents).values())
    ours += " ".join(access_log.things()) + OURS
    ours += " ".join(one.role.word for one in hanne.staff().values())
    ours += " ".join(basis.word for basis in Basis)
    looked_at = 0
    for child, stored in hanne.children().items():
        guard = children_guard.standing_guard(hanne, child)
        if guard is not None and guard.record.hides_parents:
            continue
        line = timeline.timeline(hanne, child)
        notes = words(" ".join(one.record.words() for one in line.entries))
        purposes = " ".join(
            f"{one.purpose} {one.receiver}" for one in access_log.of_child(hanne, child)
        )
        may = words(" ".join((ours, houses, stored.record.name, purposes, _dates())))
        may |= words(danish.possessive(stored.record.first_name))
        said = printed(hanne, child, shelf)
        for name in staff - set(re.findall(r"\w+", stored.record.name)):
            assert not re.search(rf"\b{re.escape(name)}(s|'|’)?\b", said), (
                stored.record.name,
                name,
            )
        leaked = (words(said) & notes) - may - FRAME
        assert not leaked, (stored.record.name, leaked)
        others = {one.record.first_name for key, one in hanne.children().items() if key != child}
        for name in others - set(re.findall(r"\w+", stored.record.name)):
            assert not re.search(rf"\b{re.escape(name)}s?\b", said), (stored.record.name, name)
        looked_at += 1
    assert looked_at > 10


def _dates():
    from tvaerfaglig.domain.danish import MONTHS, WEEKDAYS

    return " ".join((*MONTHS, *WEEKDAYS, "termin"))


def test_a_purpose_somebody_typed_names_no_colleague_and_no_other_child(world, shelf):
    """Full names, first names, owners and capitals are said by profession; another child is another child."""
    mette, hanne = world.session("mette"), world.session("hanne")
    noting.note_printed(
        mette,
        document="sagsresumé",
        how="har udskrevet",
        child="alma",
        purpose="Møde med Karen Lund og METTE om Emils bamse",
        receiver="Line Toft",
    )
    said = " ".join(printed(hanne, "alma", shelf).split())
    assert "Møde med socialrådgiver og pædagog om et andet barns bamse" in said
    assert "til sundhedsplejerske" in said
    for name in ("Karen", "Lund", "METTE", "Mette", "Emil", "Line", "Toft", "Hanne", "Bjerre"):
        assert name not in said
    line = access_log.of_child(hanne, "alma")[0]
    assert (line.act, line.purpose) == (Act.SET, "")
    papers = access_log.chosen(access_log.of_child(hanne, "alma"), Wanted(act=Act.UD))
    assert [one.receiver for one in papers] == ["Line Toft"]


def test_a_paper_of_an_indsats_is_called_what_it_is(world, shelf):
    """Looked at and handed on: a sheet to the next house is not just a paper, and none is said in the log's words."""
    hanne = world.session("hanne")
    for paper in set(EffortPaper) - OF_NO_CHILD:
        hanne.looked(child="alma", record=paper, what=f"{paper.value}, forhåndsvisning")
        noting.note_printed(
            hanne, document=paper.value, how="har udskrevet", child="alma", purpose="Møde"
        )
    said = " ".join(printed(hanne, "alma", shelf).split())
    assert "et ark til det næste hus" in said
    for vague in ("et papir", "forhåndsvisning", "set almas oplysninger"):
        assert vague not in said.casefold(), vague


def test_it_says_why_in_plain_words(world, shelf):
    """By profession, and for a visitor by what was shared."""
    mette, hanne = world.session("mette"), world.session("hanne")
    protecting.share_child(mette, "alma", "karen", Basis.SAMTYKKE)
    one_child.child_page(world.session("karen"), "alma")
    one_child.child_page(mette, "alma")
    said = " ".join(printed(hanne, "alma", shelf).split())
    assert "Set, fordi …" in said
    assert "arbejder i huset og følger Almas hverdag" in said
    assert "grundlag: samtykke fra forældrene" in said
    assert "Delt med socialrådgiver" in said


def test_a_sharing_closed_the_same_day_was_opened_first(world):
    """Two lines, in that order."""
    mette = world.session("mette")
    shared = protecting.share_child(mette, "alma", "karen", Basis.SAMTYKKE)
    world.clock.forward(minutes=5)
    protecting.withdraw_sharing(mette, shared.id)
    lines = access_log.chosen(
        access_log.of_child(world.session("hanne"), "alma"), Wanted(act=Act.DELT)
    )
    assert [one.did for one in lines] == ["har lukket", "har delt"]


def test_the_period_is_kept(world, shelf):
    """What was done before it is not on the paper."""
    mette, hanne = world.session("mette"), world.session("hanne")
    one_child.child_page(mette, "alma")
    world.clock.set(datetime(2026, 12, 1, 9))
    said = printed(hanne, "alma", shelf, first=date(2026, 11, 20))
    assert "har ingen åbnet eller skrevet noget om Alma" in " ".join(said.split())
    assert "20. november 2026 – 1. december 2026" in said


@pytest.mark.parametrize("against", [Against.FORAELDER, Against.UKENDT])
def test_it_stops_while_the_parents_are_not_to_know(world, shelf, against):
    """With the advice to ask the municipality; against another child it goes on."""
    hanne = world.session("hanne")
    protecting.set_guard(hanne, "alma", against)
    with pytest.raises(NotAllowed, match="spørg kommunen"):
        log_paper.look_at(hanne, "alma", shelf)
    protecting.set_guard(hanne, "bertil", Against.ANDET_BARN)
    assert log_paper.look_at(hanne, "bertil", shelf).pdf


def test_it_is_the_leaders_and_looking_at_it_is_noted(world, shelf):
    """A pædagog is refused; the leader's own look stands in the log."""
    with pytest.raises(NotAllowed):
        log_paper.look_at(world.session("mette"), "alma", shelf)
    hanne = world.session("hanne")
    log_paper.look_at(hanne, "alma", shelf)
    assert access_log.of_child(hanne, "alma")[0].what == "loggen til forældrene"


def test_a_hidden_house_is_not_told(world, shelf):
    """Neither its address nor, beside a colleague, its name."""
    hanne = world.session("hanne")
    with hanne.write() as pen:
        alma = replace(hanne.child("alma").record, protected=True, hide_house=True)
        pen.put(alma, "alma")
    said = printed(hanne, "alma", shelf)
    for street in ("Havnegade", "Engvej"):
        assert street not in said


def test_what_was_erased_still_says_that_it_was_written(world):
    """The words are gone; that somebody wrote, and that somebody erased, is not."""
    mette = world.session("mette")
    seen = Observation(day=TODAY, involved=(Involved(child="alma"),), text="Fortrydes.")
    recording.take_back(mette, recording.save(mette, seen).id)
    lines = access_log.of_child(world.session("hanne"), "alma")
    assert {"har skrevet", "har slettet"} <= {line.did for line in lines if line.who == "mette"}


def test_the_log_is_asked_by_person_kind_and_day(world):
    """Each by itself and together."""
    mette, hanne = world.session("mette"), world.session("hanne")
    one_child.child_page(mette, "alma")
    one_child.child_page(hanne, "alma")
    lines = access_log.of_child(hanne, "alma")
    assert {one.who for one in access_log.chosen(lines, Wanted(who="mette"))} == {"mette"}
    only = access_log.chosen(lines, Wanted(act=Act.SKREVET))
    assert {one.did for one in only} == {"har skrevet"}
    assert access_log.chosen(lines, Wanted(last=date(2026, 11, 11))) == []
    assert access_log.chosen(lines, Wanted(first=TODAY, last=TODAY)) == lines
