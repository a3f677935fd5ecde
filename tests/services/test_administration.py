"""The leader's services: who may ask, what is refused in words, and what is never shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.conftest import PASSWORD
from tvaerfaglig import paths
from tvaerfaglig.domain.acts import BackedUp
from tvaerfaglig.domain.konsultation import Konsultation, KonsultationKind, KonsultationState
from tvaerfaglig.domain.observation import Involved, Observation
from tvaerfaglig.domain.people import Role, Staff
from tvaerfaglig.services import administration, recording, staffing
from tvaerfaglig.services.errors import NotAllowed, Unclear
from tvaerfaglig.services.printing import noting, pressing, printable
from tvaerfaglig.services.summarising.paper import Wanted
from tvaerfaglig.services.vault import caring
from tvaerfaglig.store import queries

TODAY = date(2026, 11, 12)


@pytest.mark.parametrize(
    "service",
    [
        administration.administration,
        caring.care,
        caring.check,
        lambda session: caring.copy(session, Path("her")),
        lambda session: administration.save_local_numbers(
            session, administration.local_numbers(session)
        ),
        staffing.new_recovery_code,
        lambda session: staffing.remove_person(session, "yusuf"),
        lambda session: staffing.reset_password(session, "yusuf", "tre gule regnfrakker i skuret"),
    ],
)
def test_only_the_leader_administers(world, service):
    """A pædagog is told who does, and nothing happens."""
    with pytest.raises(NotAllowed, match="Lederen"):
        service(world.session("mette"))


def test_it_says_who_has_a_key_and_where_she_works(world):
    """By name, with house and stue; a dagplejepædagog with those she follows."""
    hanne = world.session("hanne")
    new = Staff(
        name="Pernille Vang",
        role=Role.DAGPLEJEPAEDAGOG,
        houses=("dagplejen",),
        oversees=("jonas",),
    )
    staffing.add_person(hanne, new, "tre gule regnfrakker i skuret")
    staffing.remove_person(hanne, "yusuf")
    seen = administration.administration(hanne)
    rows = {row.staff.first_name: row for row in seen.people}
    assert rows["Mette"].places == ("Solsikken",)
    assert rows["Mette"].houses == ("Børnehuset Mælkebøtten",)
    assert rows["Pernille"].places == ("Jonas",)
    assert rows["Pernille"].must_change
    assert not rows["Yusuf"].has_key
    assert seen.children == {"solsikken": 2, "kloeveren": 1}
    assert [row.staff.first_name for row in seen.dagplejere] == ["Jonas"]


def test_four_words_of_our_own_list_and_never_a_name_from_the_door(world):
    """Different each time, all four different, and good enough for the keys."""
    hanne = world.session("hanne")
    listed = set((paths.resources() / "first-words.txt").read_text(encoding="utf-8").split())
    made = {administration.first_password(hanne, "Freja Holm") for _ in range(20)}
    assert len(made) == 20
    for password in made:
        words = password.split(" ")
        assert len(set(words)) == 4
        assert set(words) <= listed
        assert staffing.advice_on(password, "Freja Holm") == ""


def test_the_list_of_words_is_long_and_each_stands_once():
    """Four of them are then harder to guess than the keys allow to be tried."""
    words = (paths.resources() / "first-words.txt").read_text(encoding="utf-8").split()
    assert len(words) == len(set(words)) >= 600
    assert all(3 <= len(word) <= 11 and word.isalpha() and word.islower() for word in words)


@pytest.mark.parametrize(
    ("staff", "says"),
    [
        (Staff(name=" ", role=Role.PAEDAGOG, houses=("maelkeboetten",)), "Hvad hedder"),
        (Staff(name="Freja Holm", role=Role.PAEDAGOG), "mindst ét hus"),
    ],
)
def test_half_a_colleague_is_asked_about(world, staff, says):
    """Before any key is made."""
    hanne = world.session("hanne")
    with pytest.raises(Unclear, match=says):
        staffing.add_person(hanne, staff, "tre gule regnfrakker i skuret")
    assert len(administration.administration(hanne).people) == 6


def test_the_house_keeps_a_leader(world):
    """The last one cannot become a pædagog."""
    hanne = world.session("hanne")
    with pytest.raises(Unclear, match="skal have en leder"):
        staffing.change_person(hanne, "hanne", replace(hanne.actor, role=Role.PAEDAGOG))


def test_only_what_one_may_print_is_listed(world):
    """Mette has her house's notes but no case summary; Jonas has neither note nor letter of the house."""
    hanne = world.session("hanne")
    with hanne.write() as pen:
        for child, day in (("alma", TODAY), ("alma", TODAY + timedelta(days=7))):
            pen.put(
                Konsultation(
                    day=day,
                    kind=KonsultationKind.NAVNGIVET,
                    child=child,
                    dagtilbud="maelkeboetten",
                    status=KonsultationState.PLANLAGT,
                    basis="samtykke",
                )
            )
        pen.put(
            Konsultation(
                day=TODAY,
                kind=KonsultationKind.NAVNGIVET,
                child="alma",
                dagtilbud="maelkeboetten",
                status=KonsultationState.AFLYST,
                basis="samtykke",
            )
        )
    found = printable.what_can_be_printed(hanne)
    assert {one.id for one in found.children} == {"alma", "bertil", "emil", "villads"}
    assert [note.day for note in found.konsultationer] == [TODAY, TODAY + timedelta(days=7)]
    mette = printable.what_can_be_printed(world.session("mette"))
    assert mette.children == ()
    assert len(mette.konsultationer) == 2
    assert printable.what_can_be_printed(world.session("jonas")).konsultationer == ()


def test_without_a_concern_the_period_begins_with_what_was_written(world):
    """The first observation, at most half a year back."""
    hanne = world.session("hanne")
    assert printable.summary_start(hanne, "alma").first == TODAY
    for days in (400, 90):
        day = TODAY - timedelta(days=days)
        recording.save(hanne, Observation(day=day, involved=(Involved(child="alma"),), text="Leg."))
    start = printable.summary_start(hanne, "alma")
    assert start.first == TODAY - timedelta(days=182)
    assert start.last == TODAY


def test_a_sisters_name_is_no_strangers(world):
    """A family's own children may stand on one another's papers; another child's name is pointed out."""
    hanne = world.session("hanne")
    alma = hanne.children()["alma"].record
    with hanne.write() as pen:
        sister = replace(alma.siblings[0], name="Emil Friis", child="emil")
        pen.put(replace(alma, siblings=(sister,)), "alma")
    for text in ("Holdt Emil i hånden.", "Ville sidde ved Bertil."):
        recording.save(hanne, Observation(day=TODAY, involved=(Involved(child="alma"),), text=text))
    wanted = Wanted("Møde", TODAY, TODAY)
    (caution,) = pressing.look_at_sagsresume(hanne, "alma", wanted).cautions
    assert "»Bertil«" in caution
    assert "Emil" not in caution


def test_the_log_of_papers_leaves_out_children_the_leader_may_not_see(world):
    """A souschef of the house does not read about the dagpleje's children."""
    hanne = world.session("hanne")
    noting.note_printed(hanne, document="underretning", how="har gemt", child="villads")
    noting.note_printed(hanne, document="underretning", how="har gemt", child="alma")
    mette = replace(hanne.staff()["mette"], role=Role.SOUSCHEF)
    staffing.change_person(hanne, "mette", mette)
    assert [line.child for line in printable.printed_log(world.session("mette"))] == ["Alma Nowak"]
    assert len(printable.printed_log(hanne)) == 2


def test_a_good_copy_is_remembered_without_its_place(world, tmp_path):
    """When and by whom; the folder stands nowhere in the log."""
    hanne = world.session("hanne")
    copied = caring.copy(hanne, tmp_path / "gemmested")
    caring.note_copy(hanne, copied)
    (noted,) = queries.all_of(hanne.vault, BackedUp)
    assert (noted.record.at[:16], noted.record.place) == ("2026-11-12T08:00", "valgt")
    assert noted.written_by == "hanne"
    bodies = hanne.vault.db.conn.execute("SELECT data FROM body").fetchall()
    assert not any("gemmested" in data for (data,) in bodies)
    assert queries.kind_of(hanne.vault, "indstillinger") == ""


def test_a_leader_of_one_house_changes_nobody_of_another(world):
    """Nor by first saying that the colleague belongs to hers."""
    hanne = world.session("hanne")
    stranger = replace(hanne.staff()["mette"], name="Ina Dahl", houses=("et-andet-hus",))
    with hanne.write() as pen:
        pen.put(stranger, "ina")
    with pytest.raises(NotAllowed):
        staffing.change_person(hanne, "ina", replace(stranger, houses=("maelkeboetten",)))
    with pytest.raises(NotAllowed):
        staffing.reset_password(hanne, "ina", PASSWORD)
    assert hanne.staff()["ina"].houses == ("et-andet-hus",)


def test_two_at_the_door_can_be_told_apart(world):
    """A name somebody here bears is asked about, new or changed; one who left bears hers no longer."""
    hanne = world.session("hanne")
    second = Staff(name="yusuf demir", role=Role.MEDHJAELPER, houses=("maelkeboetten",))
    with pytest.raises(Unclear, match="findes allerede"):
        staffing.add_person(hanne, second, "tre gule regnfrakker i skuret")
    line = hanne.staff()["line"]
    with pytest.raises(Unclear, match="findes allerede"):
        staffing.change_person(hanne, "line", replace(line, name="Yusuf Demir"))
    staffing.change_person(hanne, "line", replace(line, phone="12 34 56 78"))
    staffing.remove_person(hanne, "yusuf")
    staffing.add_person(hanne, second, "tre gule regnfrakker i skuret")
    with pytest.raises(Unclear, match="findes allerede"):
        staffing.add_person(
            hanne, hanne.staff()["yusuf"], "fire blå støvler i gangen", staff_id="yusuf"
        )
