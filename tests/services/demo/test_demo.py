"""The invented world, once it has been lived through the log."""

from __future__ import annotations

from tvaerfaglig.domain.contact import ParentRemark
from tvaerfaglig.domain.konsultation import Konsultation
from tvaerfaglig.domain.observation import Observation
from tvaerfaglig.domain.people import Child
from tvaerfaglig.domain.statusudtalelser.records import StatusStage
from tvaerfaglig.domain.underretning import Finished, Stage, Step, Underretning, stage_of
from tvaerfaglig.services import emergencies, waiting
from tvaerfaglig.services.children import remarks
from tvaerfaglig.services.staff_case.cases import cases
from tvaerfaglig.services.statusudtalelser.reading import read_status, statuses
from tvaerfaglig.services.vault import keeping
from tvaerfaglig.store import queries


def test_the_vault_is_as_it_was_written(demo_world):
    """Chain, signatures, commitments, pages and projections of two years hold."""
    session = demo_world.session("Hanne")
    opened = session.opened
    demo_world.close()
    report = keeping.verify(demo_world.vault, opened, demo_world.folder / "state")
    assert report.sound


def test_it_holds_what_the_issue_names(demo_world):
    """150 observations or more, 29 konsultationer, 9 letters, 64 children who are here."""
    vault = demo_world.session("Hanne").vault
    assert len(queries.all_of(vault, Observation)) >= 150
    assert len(queries.all_of(vault, Konsultation)) == 29
    assert len(queries.all_of(vault, Underretning)) == 9
    here = [
        one for one in queries.all_of(vault, Child) if one.record.enrolled and not one.record.left
    ]
    assert len(here) == 64


def test_the_letters_are_in_every_state(demo_world):
    """From a draft to one closed long ago, as acts and not as a field."""
    vault = demo_world.session("Hanne").vault
    stages = set()
    for letter in queries.all_of(vault, Underretning):
        finished = [
            f.record for f in queries.all_of(vault, Finished) if f.record.underretning == letter.id
        ]
        steps = [
            s.record for s in queries.all_of(vault, Step) if s.record.underretning == letter.id
        ]
        steps.sort(key=lambda step: step.happened())
        stages.add(stage_of(tuple(finished), tuple(steps)))
    assert stages == set(Stage)


def test_every_thing_is_written_at_its_own_time(demo_world):
    """The times of the log are the demo's past, and rise."""
    log = demo_world.session("Hanne").vault.log
    stamps = [event.hlc for event, _ in log.events()]
    assert stamps == sorted(stamps)
    years = {event.ms // (365 * 24 * 3600 * 1000) + 1970 for event, _ in log.events()}
    assert {2024, 2025, 2026} <= years


def test_mette_finds_her_morning_as_the_board_shows_it(demo_world):
    """Karen comes today; a receipt is a day over; Alma's letter waits; Dicte has gone quiet."""
    overview = waiting.overview(demo_world.session("Mette"))
    assert [row.heading for row in overview.visits][:1] == ["Alma Nowak"]
    kinds = {thing.kind for thing in overview.waiting}
    assert {"kvittering", "underretning", "aftale", "samtykke", "kort"} <= kinds
    assert overview.quiet[0].child.name == "Dicte Skov"
    assert overview.children == 19


def test_a_statusudtalelse_is_under_way(demo_world):
    """The municipality that was told of Frida has asked: half of it is written, on six observations, and it waits."""
    signe = demo_world.session("Signe")
    (row,) = statuses(signe).rows
    page = read_status(signe, row.id)
    assert (row.stage, page.child.record.first_name) == (StatusStage.KLADDE, "Frida")
    assert [one.number for one in page.record.rows] == [1, 2, 3, 4, 5, 6]
    assert page.record.text("venskaber")
    assert not page.record.text("foraeldre")
    assert row.due is not None


def test_what_few_may_see_can_be_looked_at(demo_world):
    """A child opened in need, a mother's own words to an observation, and a case that only the leader's key opens."""
    hanne = demo_world.session("Hanne")
    children = {one.record.first_name: one.id for one in hanne.children().values()}
    (opened,) = emergencies.of_child(hanne, children["Maja"])
    assert opened.who == "Birthe Kamp"
    (remark,) = queries.of_child(hanne.vault, ParentRemark, children["Nivi"])
    assert [said for _, said in remarks.of_record(hanne, remark.record.to)] == ["mor"]
    assert [one.case.concerning for one in cases(hanne).cases] == ["Rune Dam, vikar"]
    assert cases(demo_world.session("Torben")).cases == ()
