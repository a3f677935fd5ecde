"""A round from the first plan to the next one: who leads it, what it leaves with the child, how it is counted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from tests.services.rounds.hold import (
    HOUSE,
    LAST,
    LIBRARY,
    TODAY,
    agree,
    begun,
    give,
    joint,
    planned,
    rated,
    seen,
)
from tvaerfaglig.domain.concern import Position, PositionSet
from tvaerfaglig.domain.konsultation import Agreement, AgreementState
from tvaerfaglig.domain.observation import Sign
from tvaerfaglig.domain.people import Child, Sex
from tvaerfaglig.domain.protection import Against
from tvaerfaglig.domain.rounds.course import Stand
from tvaerfaglig.domain.rounds.records import (
    Assigned,
    Doing,
    Joint,
    Rating,
    Rhythm,
    Round,
    RoundState,
)
from tvaerfaglig.services import access_log
from tvaerfaglig.services.agreements import acts as agreements
from tvaerfaglig.services.children import protecting, timeline
from tvaerfaglig.services.erasing import acts as erasing
from tvaerfaglig.services.erasing import due
from tvaerfaglig.services.errors import NotAllowed, NotFound, Unclear
from tvaerfaglig.services.indsigt import dossier
from tvaerfaglig.services.rounds import (
    overview,
    planning,
    rating,
    reading,
    rules,
    together,
)
from tvaerfaglig.services.summarising import paper as summary
from tvaerfaglig.store import everything, past, queries


@pytest.fixture
def mette(world):
    return world.session("mette")


@pytest.fixture
def hanne(world):
    return world.session("hanne")


@pytest.fixture
def both(mette, hanne) -> str:
    """Alma, rated by both."""
    key = begun(hanne)
    give(mette, key)
    give(hanne, key, step="bekymring")
    return key


def test_two_are_proposed_for_each_child_and_her_contact_person_first(hanne):
    """From the stue and the contact person; where the stue has one, the leader is the other."""
    found = {one.child: one.raters for one in planning.proposed(hanne, HOUSE, ("solsikken",))}
    assert found == {"alma": ("mette", "hanne"), "bertil": ("mette", "hanne")}


def test_the_rhythm_of_the_house_proposes_the_next_round(hanne, both):
    """Twice a year until the leader says otherwise; the day agreed at closing goes before it."""
    planning.set_rhythm(hanne, Rhythm(dagtilbud=HOUSE, times=4))
    planning.close(hanne, both, "Bertil er på ferie.")
    assert rules.found(hanne, both).record.next_on == date(2027, 2, 12)
    house = next(one for one in planning.to_plan(hanne).houses if one.id == HOUSE)
    assert (house.first, house.since) == (date(2027, 2, 12), TODAY)


@pytest.mark.parametrize("who", ["mette", "yusuf", "karen", "jonas"])
def test_the_leader_plans_and_nobody_else(world, who):
    """A pædagog rates; a visitor and another house do not even see that there is a round."""
    session = world.session(who)
    assert planning.to_plan(session).houses == ()
    with pytest.raises(NotAllowed):
        planned(session)


def test_a_round_does_not_begin_with_one_who_rates(hanne):
    """Two, or one with a reason; a child may be left out with a reason too."""
    key = planned(hanne, assigned=(Assigned(child="alma", raters=("mette",)),))
    with pytest.raises(Unclear, match="Alma mangler en"):
        planning.start(hanne, key)
    planning.assign(hanne, key, Assigned(child="alma", left_out="Begyndte i går."))
    planning.start(hanne, key)
    assert rules.found(hanne, key).record.status is RoundState.I_GANG


def test_what_was_begun_by_mistake_is_taken_back_until_somebody_has_rated(hanne, mette):
    """Started, not started, laid away and back again."""
    key = begun(hanne)
    planning.take_back_start(hanne, key)
    planning.remove(hanne, key)
    with pytest.raises(NotFound):
        rules.found(hanne, key)
    planning.put_back(hanne, key)
    planning.start(hanne, key)
    give(mette, key)
    with pytest.raises(Unclear, match="allerede vurderet"):
        planning.take_back_start(hanne, key)


def test_a_paedagog_closes_where_the_leader_lets_her(hanne, mette, both):
    """The setting is the house's; a reason is asked for while children are left."""
    with pytest.raises(NotAllowed):
        planning.close(mette, both, "Nu.")
    planning.set_rhythm(hanne, Rhythm(dagtilbud=HOUSE, staff_close=True))
    with pytest.raises(Unclear, match="hvorfor I lukker nu"):
        planning.close(mette, both)
    planning.close(mette, both, "Bertil er på ferie.")
    with pytest.raises(Unclear, match="Runden er lukket"):
        give(mette, both, "bertil")
    planning.reopen(mette, both)
    give(mette, both, "bertil")


def test_her_own_rating_is_hers_to_change_until_the_other_is_in(hanne, mette):
    """Taken back it is a draft again, and she is waited for; afterwards a change has a reason and the first stays."""
    key = begun(hanne)
    give(mette, key, said="Først.")
    rating.take_back(mette, key, "alma")
    page = rating.rating_page(mette, LIBRARY, key, "alma")
    assert page.own is None
    assert page.kept.sentence == "Først."
    assert reading.round_page(hanne, LIBRARY, key).children[0].waits == ("mette", "hanne")
    give(mette, key, said="Så.")
    give(hanne, key)
    with pytest.raises(Unclear, match="åbne"):
        give(mette, key, said="Igen.")
    with pytest.raises(Unclear, match="hvorfor du retter"):
        rating.correct(mette, LIBRARY, rated(key), " ")
    rating.correct(mette, LIBRARY, rated(key, said="Rettet."), "Jeg tog fejl af dagen.")
    first = together.together(hanne, LIBRARY, key, "alma").ratings[0]
    assert (first.record.sentence, first.record.changed_because) == (
        "Rettet.",
        "Jeg tog fejl af dagen.",
    )
    texts = [one.record.sentence for one in past.versions(mette.vault, Rating, first.id)]
    assert texts.index("Så.") < texts.index("Rettet.")


def test_evidence_is_the_childs_own_strengths_first(hanne, mette):
    """What is about another child is not taken along, whoever sends it."""
    worry = seen(mette, "alma", "Græd længe.", Sign.BEKYMRING)
    strong = seen(mette, "alma", "Hjalp Bo op.", Sign.RESSOURCE)
    other = seen(mette, "bertil", "Bertils.")
    key = begun(hanne)
    page = rating.rating_page(mette, LIBRARY, key, "alma")
    assert [one.id for one in page.observations] == [strong, worry]
    made = rated(key)
    marks = tuple(replace(one, evidence=(strong, other)) for one in made.marks)
    rating.give(mette, LIBRARY, replace(made, marks=marks))
    assert rules.mine(mette, key, "alma").record.marks[0].evidence == (strong,)


def test_the_joint_rating_needs_a_sentence_and_what_we_do_now(mette, both):
    """And what is changed, and a day for the parents, when that is what we do."""
    for more, asked in (
        ({"overall": ""}, "som helhed"),
        ({"sentence": " "}, "én sætning"),
        ({"doing": ()}, "hvad I gør nu"),
        ({"change": ""}, "Hvad ændrer I"),
        ({"doing": (Doing.FORAELDRE,)}, "Sæt en dag"),
    ):
        with pytest.raises(Unclear, match=asked):
            agree(mette, both, **more)


def test_it_sets_the_position_and_makes_what_was_agreed(mette, both):
    """One position and one agreement for each thing we do, with the days that were set."""
    doing = (Doing.HVERDAG, Doing.FORAELDRE, Doing.KONSULTATION)
    talk, look = TODAY + timedelta(days=7), TODAY + timedelta(days=28)
    key = agree(mette, both, doing=doing, talk_on=talk, next_look=look)
    position = queries.latest_of_children(mette.vault, PositionSet, ["alma"])["alma"].record
    assert (position.position, position.origin, position.set_by) == (
        Position.BEKYMRING, key, ("mette", "hanne"),
    )  # fmt: skip
    made = {
        one.record.what: one.record.due for one in queries.of_child(mette.vault, Agreement, "alma")
    }
    assert made == {
        "Mette tager imod hver morgen.": look,
        "Tal med Almas forældre": talk,
        "Tag Alma med til konsultation": look,
    }


def test_a_correction_is_the_next_version_with_a_reason(mette, hanne, both):
    """One position, moved; an agreement that somebody has acted on stays as it is."""
    key = agree(mette, both)
    agreed = together.agreement_id(key, Doing.HVERDAG)
    agreements.settle(mette, agreed, AgreementState.GJORT)
    with pytest.raises(Unclear, match="hvorfor I retter"):
        agree(hanne, both, overall="staerk")
    together.save(hanne, LIBRARY, joint(both, overall="staerk", change="Noget andet."), "Ny viden.")
    (position,) = queries.of_child(mette.vault, PositionSet, "alma")
    assert position.record.position is Position.STAERK
    assert (
        queries.one(mette.vault, Agreement, agreed).record.what == "Mette tager imod hver morgen."
    )


def test_it_is_taken_back_the_same_day_with_all_it_made(mette, hanne, both):
    """*Fortryd*: the draft is there again, and neither position nor agreement is left."""
    agree(mette, both)
    with pytest.raises(Unclear, match="Ret det i stedet"):
        together.take_back(hanne, both, "alma")
    together.take_back(mette, both, "alma")
    page = together.together(mette, LIBRARY, both, "alma")
    assert page.joint is None
    assert page.kept.sentence
    assert queries.of_child(mette.vault, PositionSet, "alma") == []
    assert queries.of_child(mette.vault, Agreement, "alma") == []
    assert agree(mette, both)


def test_only_who_rated_and_the_leader_write_it_together(world, both):
    """A colleague of the house reads what is opened, and does not write it."""
    yusuf = world.session("yusuf")
    assert not together.together(yusuf, LIBRARY, both, "alma").may_write
    with pytest.raises(NotAllowed):
        agree(yusuf, both)


def test_while_the_guard_hides_the_parents_their_part_is_gone(mette, hanne, both):
    """No talk is asked for; what was agreed before is not shown, and stands again when the guard is lifted."""
    talk = TODAY + timedelta(days=7)
    agree(mette, both, doing=(Doing.FORAELDRE,), talk_on=talk)
    protecting.set_guard(mette, "alma", Against.FORAELDER)
    page = together.together(mette, LIBRARY, both, "alma")
    assert page.hides_parents
    assert (page.joint.record.talk_on, page.joint.record.doing, page.agreements) == (None, (), ())
    rows = reading.round_page(hanne, LIBRARY, both).children
    assert [one.joint.record.talk_on for one in rows if one.id == "alma"] == [None]
    together.save(mette, LIBRARY, joint(both), "Vi ved mere.")
    protecting.lift_guard(mette, "alma", "Det var en misforståelse.")
    again = together.together(mette, LIBRARY, both, "alma").joint.record
    assert again.talk_on == talk
    assert Doing.FORAELDRE in again.doing
    protecting.set_guard(mette, "bertil", Against.FORAELDER)
    give(mette, both, "bertil")
    give(hanne, both, "bertil")
    with pytest.raises(Unclear, match="Værnet er sat"):
        agree(mette, both, "bertil", doing=(Doing.FORAELDRE,), talk_on=talk)


def test_the_previous_joint_step_comes_along(world, mette, hanne, both):
    """Of the round before, not of this one."""
    agree(mette, both)
    assert together.together(mette, LIBRARY, both, "alma").before is None
    planning.close(hanne, both, "Bertil er på ferie.")
    world.clock.set(datetime(2027, 5, 12, 8, 0))
    day = date(2027, 5, 12)
    key = begun(hanne, first=day, last=day + timedelta(days=30))
    assert rating.rating_page(mette, LIBRARY, key, "alma").before.record.overall == "bekymring"


def test_those_nobody_has_written_about_come_first(mette, hanne):
    """The quiet ones: before the ones who fill the log, and old notes do not count."""
    seen(mette, "alma", "Sang højt.")
    seen(mette, "bertil", "For længe siden.", day=date(2026, 1, 5))
    page = reading.round_page(hanne, LIBRARY, begun(hanne))
    assert [one.id for one in page.children] == ["bertil", "alma"]
    assert [one.id for one in page.unwritten] == ["bertil"]


def test_the_page_of_a_round_tells_who_has_rated(world, mette, hanne):
    """And each sees only the children whom she may see, and what is asked of her."""
    key = begun(hanne)
    give(mette, key)
    page = reading.round_page(hanne, LIBRARY, key)
    alma = next(one for one in page.children if one.id == "alma")
    assert (alma.rated, alma.waits, alma.stand) == (("mette",), ("hanne",), Stand.NOGLE)
    assert page.to_rate == ("alma", "bertil")
    (row,) = reading.rows(mette)
    assert (row.children, row.both, row.mine_left) == (2, 0, 1)
    assert reading.rows(world.session("jonas")) == []
    assert reading.rows(world.session("karen")) == []


def test_the_list_counts_how_far_a_round_has_come(mette, hanne, both):
    """What is taken back counts no longer; of a round that is over only what was said together is told."""
    (row,) = reading.rows(hanne)
    assert (row.together, row.both) == (0, 1)
    agree(mette, both)
    (row,) = reading.rows(hanne)
    assert (row.together, row.both) == (1, 1)
    together.take_back(mette, both, "alma")
    (row,) = reading.rows(hanne)
    assert (row.together, row.both) == (0, 1)
    agree(mette, both)
    planning.close(hanne, both, "Bertil er på ferie.")
    (row,) = reading.rows(hanne)
    assert (row.children, row.together, row.both, row.mine_left) == (2, 1, 1, 0)


def test_who_came_since_is_taken_in_with_two_adults(hanne):
    """The round is the stue's: a child who came later is offered, and left to the leader."""
    key = begun(hanne, assigned=(Assigned(child="alma", raters=("mette", "hanne")),))
    assert reading.round_page(hanne, LIBRARY, key).newcomers == (("bertil", "Bertil"),)
    planning.take_in(hanne, key)
    assert rules.found(hanne, key).record.of("bertil").raters == ("mette", "hanne")
    with pytest.raises(Unclear, match="allerede med"):
        planning.take_in(hanne, key)


def test_a_round_keeps_its_raters_when_its_days_are_changed(hanne):
    """Once it runs the last day may move, and nothing that people rate by."""
    key = begun(hanne)
    standing = rules.found(hanne, key).record
    later = replace(standing, last=LAST + timedelta(days=7), scale="nul_til_ti", assigned=())
    planning.save(hanne, later, key)
    now = rules.found(hanne, key).record
    assert (now.last, now.scale) == (LAST + timedelta(days=7), "positioner")
    assert now.assigned == standing.assigned
    assert now.status is RoundState.I_GANG


def test_the_positions_of_a_round_stay_in_the_house_unless_chosen(mette, hanne, both):
    """A sagsresumé says that they are left out; chosen, they come along."""
    agree(mette, both)
    plain = summary.Wanted("Møde", date(2026, 1, 1), TODAY)
    without = summary.paper(hanne, "alma", plain)
    assert "Trivselsrunderne er til husets eget arbejde" in without.left_out
    assert "Position" not in "".join(row.what for row in without.chronology)
    chosen = summary.paper(hanne, "alma", replace(plain, rounds=True))
    assert "Position: bekymring." in [row.what for row in chosen.chronology]
    assert "Trivselsrunderne" not in chosen.left_out


def test_what_a_round_left_is_due_when_the_child_has_left(world, mette, hanne, both):
    """Three months after: the ratings and the joint one, not the position."""
    agree(mette, both, overall="trives", doing=(Doing.HOLD_FAST,))
    with hanne.write() as pen:
        pen.put(replace(hanne.child("alma").record, left=TODAY), "alma")
    assert [one.period for one in due.due_list(hanne, LIBRARY.retention).items] == []
    world.clock.set(datetime(2027, 2, 13, 8, 0))
    found = [one for one in due.due_list(hanne, LIBRARY.retention).items if one.period == "runde"]
    assert [(one.child, len(one.records)) for one in found] == [("alma", 3)]
    erasing.erase_due(hanne, "runde:alma", LIBRARY.retention)
    assert queries.of_child(hanne.vault, Rating, "alma") == []
    assert queries.of_child(hanne.vault, PositionSet, "alma") != []


def test_a_number_scale_sets_the_level_too(mette, hanne):
    """0–10 stands with the position; a step of another scale is not taken."""
    key = begun(hanne, scale="nul_til_ti")
    with pytest.raises(Unclear, match="skala"):
        give(mette, key, step="trives")
    give(mette, key, step="7")
    give(hanne, key, step="3")
    agree(mette, key, overall="4")
    position = queries.of_child(mette.vault, PositionSet, "alma")[0].record
    assert (position.level, position.position) == (4, Position.BEKYMRING)


def test_the_child_takes_what_is_hers_along_and_only_the_joint_stands_on_her_line(
    mette, hanne, both
):
    """Insight has both ratings and the joint one; the timeline the joint one alone."""
    agree(mette, both)
    assert [type(one.record) for one in timeline.timeline(mette, "alma").entries].count(Joint) == 1
    assert not timeline.timeline(mette, "alma").of(Rating)
    entries = dossier.gather(hanne, "alma", LIBRARY).entries
    told = "\n".join(piece.text for one in entries for piece in one.pieces)
    assert told.count("Krop og sanser") >= 2
    assert "Hun er stille, når hun afleveres." in told


def test_erasing_a_child_takes_a_closed_rating_too(mette, hanne):
    """Nothing of her is left in the round or in anybody's draft; Bertil's stays."""
    key = begun(hanne)
    rating.keep(hanne, rated(key))
    give(mette, key, said="Kun Almas.")
    give(mette, key, "bertil", said="Kun Bertils.")
    erasing.erase_child(hanne, "alma", "anmodning", LIBRARY.retention)
    bodies = [one.data for one in everything.bodies(mette.vault) if one.kind != "slettet"]
    assert not any("Kun Almas." in one or '"alma"' in one for one in bodies)
    assert any("Kun Bertils." in one for one in bodies)
    assert [one.child for one in queries.one(mette.vault, Round, key).record.assigned] == ["bertil"]
    assert not [one for _, one in everything.all_drafts(mette.vault) if "alma" in one.key]


def _many(hanne, count: int) -> tuple[str, ...]:
    """A house of so many, every third a boy."""
    with hanne.write() as pen:
        for number in range(count):
            pen.put(
                Child(
                    name=f"Barn{number} Nul",
                    born=date(2022, 5, 1),
                    sex=Sex.DRENG if number % 3 == 0 else Sex.PIGE,
                    dagtilbud=HOUSE,
                    stue="solsikken",
                ),
                f"barn{number}",
            )
    return tuple(f"barn{number}" for number in range(count))


def test_a_round_is_counted_with_small_numbers_hidden(mette, hanne):
    """Fourteen children, three of them in concern: how many is not told, by age, by sex or by what was done."""
    children = _many(hanne, 14)
    raters = ("mette", "hanne")
    key = begun(hanne, assigned=tuple(Assigned(child=one, raters=raters) for one in children))
    for number, one in enumerate(children):
        give(mette, key, one)
        give(hanne, key, one)
        step = "bekymring" if number < 3 else "trives"
        agree(mette, key, one, overall=step, doing=(Doing.HOLD_FAST,))
    found = overview.overview(hanne, LIBRARY, key)
    assert (found.asked, found.on_time) == (14, (14, 14))
    assert (found.counted.rated, found.counted.with_action) == (14, None)
    assert found.counted.by_sex is not None
    assert found.counted.by_sex.shown.total == 14
    numbers = [one for table in found.counted.tables for row in table.shown.cells for one in row]
    assert all(one is None or one >= 5 for one in numbers)
    assert found.counted.positions[1] is None


def test_a_visitor_reads_what_is_shared_and_no_figures(world, mette, both):
    """Shared by an act she sees the child of the round, not the house."""
    agree(mette, both)
    protecting.share_child(mette, "alma", "karen", protecting.Basis.TIDLIGT_SAMARBEJDE)
    karen = world.session("karen")
    assert [one.id for one in reading.round_page(karen, LIBRARY, both).children] == ["alma"]
    assert together.together(karen, LIBRARY, both, "alma").joint
    with pytest.raises(NotAllowed):
        overview.overview(karen, LIBRARY, both)


def test_why_another_child_stands_alone_is_not_told_with_the_one_that_is_shared(
    world, mette, hanne
):
    """The round as a visitor reads it holds the child she may see, and no id or reason of the others."""
    alone = Assigned(child="bertil", raters=("mette",), alone="Kvabbelfjer")
    key = begun(hanne, assigned=(Assigned(child="alma", raters=("mette", "hanne")), alone))
    protecting.share_child(mette, "alma", "karen", protecting.Basis.TIDLIGT_SAMARBEJDE)
    give(mette, key)
    give(hanne, key)
    karen = world.session("karen")
    told = (
        reading.rows(karen),
        reading.round_page(karen, LIBRARY, key),
        together.together(karen, LIBRARY, key, "alma"),
    )
    assert not any(one in repr(told) for one in ("Kvabbelfjer", "bertil"))
    assert "Kvabbelfjer" in repr(reading.round_page(hanne, LIBRARY, key))


def test_the_log_says_who_wrote_and_that_the_last_one_opened_the_others(mette, hanne):
    """Hanne's hand put the moment on Mette's rating; she wrote only her own."""
    key = begun(hanne)
    give(mette, key)
    give(hanne, key)
    lines = access_log.of_child(hanne, "alma")
    told = {(one.who, one.did) for one in lines if one.kind == Rating.KIND}
    assert told == {("mette", "har skrevet"), ("hanne", "har skrevet"), ("hanne", "har åbnet")}
