"""What is done to an agreement can be taken back; moving and repeating lose none and make no two of one."""

from __future__ import annotations

import contextlib
from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tvaerfaglig.domain.figures.held import Kept, kept
from tvaerfaglig.domain.konsultation import Agreement, AgreementState, Verdict
from tvaerfaglig.domain.observation import Involved, Observation
from tvaerfaglig.domain.protection import Against
from tvaerfaglig.services import recording
from tvaerfaglig.services.agreements import acts, on_paper, reading
from tvaerfaglig.services.agreements.reading import Whose
from tvaerfaglig.services.children import protecting
from tvaerfaglig.services.errors import NotFound, Unclear
from tvaerfaglig.services.figures.facts import facts
from tvaerfaglig.store import queries

TODAY = date(2026, 11, 12)
GJORT, OPGIVET, AABEN = AgreementState.GJORT, AgreementState.OPGIVET, AgreementState.AABEN


def agreed(session, **more):
    facts = {"what": "Ringe til mor", "who": ("mette",), "child": "alma", "made_on": TODAY}
    return acts.save(session, Agreement(**(facts | more))).id


def stands(session, key):
    return queries.one(session.vault, Agreement, key).record


def opened(session):
    return queries.in_state(session.vault, Agreement, AABEN)


def test_done_with_what_was_seen(world):
    """How it went and which observations show it; one of another child's is not taken."""
    mette = world.session("mette")
    seen = recording.save(
        mette, Observation(day=TODAY, involved=(Involved(child="alma"),), text="Hun lo.")
    ).id
    other = recording.save(
        mette, Observation(day=TODAY, involved=(Involved(child="bertil"),), text="Han lo.")
    ).id
    key = agreed(mette)
    acts.settle(mette, key, GJORT, "Mor var glad.", (seen, other))
    made = stands(mette, key)
    assert (made.status, made.done_on, made.outcome) == (GJORT, TODAY, "Mor var glad.")
    assert made.evidence == (seen,)
    acts.take_back(mette, key)
    assert (stands(mette, key).status, stands(mette, key).evidence) == (AABEN, ())


def test_moved_it_says_why_and_keeps_the_first_day(world):
    """Moved twice it still knows the day that was agreed."""
    mette = world.session("mette")
    key = agreed(mette, due=TODAY)
    with pytest.raises(Unclear, match="Hvorfor"):
        acts.move(mette, key, TODAY + timedelta(1), " ")
    with pytest.raises(Unclear, match="den dag, den har"):
        acts.move(mette, key, TODAY, "Mor er syg.")
    acts.move(mette, key, TODAY + timedelta(1), "Mor er syg.")
    acts.move(mette, key, TODAY + timedelta(5), "Stadig syg.")
    made = stands(mette, key)
    assert (made.first_due, made.due, made.moved_because) == (
        TODAY, TODAY + timedelta(5), "Stadig syg.",
    )  # fmt: skip
    acts.settle(mette, key, GJORT)
    with pytest.raises(Unclear, match="afsluttet"):
        acts.move(mette, key, TODAY + timedelta(9), "Nej.")


def test_what_comes_again_leaves_its_next_turn(world):
    """Taken back, the next turn goes again; ended for good, none comes."""
    mette = world.session("mette")
    key = agreed(mette, due=TODAY, every=1)
    acts.settle(mette, key, GJORT)
    (coming,) = opened(mette)
    assert (coming.record.due, coming.record.series) == (TODAY + timedelta(7), key)
    acts.take_back(mette, key)
    assert [one.id for one in opened(mette)] == [key]
    acts.settle(mette, key, OPGIVET, "Mor vil ikke.", stops=True)
    assert opened(mette) == []


def test_a_turn_somebody_has_touched_stays(world):
    """Opening an earlier one again takes nobody's work away."""
    mette = world.session("mette")
    key = agreed(mette, due=TODAY, every=1)
    acts.settle(mette, key, GJORT)
    (coming,) = opened(mette)
    acts.move(mette, coming.id, TODAY + timedelta(8), "Lukket dag.")
    acts.settle(mette, key, AABEN)
    assert {one.id for one in opened(mette)} == {key, coming.id}
    acts.settle(mette, key, GJORT)
    assert [one.id for one in opened(mette)] == [coming.id]


def test_adjusted_another_takes_its_place(world):
    """Linked to the first; adjusted again it is still one; taken back the first stands alone."""
    mette = world.session("mette")
    key = agreed(mette, due=TODAY)
    before = stands(mette, key)
    for what in ("Skrive til mor", "Skrive et brev til mor"):
        new = acts.adjust(
            mette, key, Agreement(what=what, made_on=TODAY, who=("mette",)), "Nej."
        ).id
    (one,) = opened(mette)
    assert (one.id, one.record.what, one.record.follows) == (new, "Skrive et brev til mor", key)
    after = stands(mette, key)
    assert (after.status, after.verdict, after.outcome) == (
        AgreementState.JUSTERET, Verdict.JUSTER, "Nej.",
    )  # fmt: skip
    assert reading.open_agreement(mette, key).after.id == new
    assert reading.open_agreement(mette, new).before.id == key
    other = agreed(mette)
    acts.adjust(mette, other, Agreement(what="Andet", made_on=TODAY))
    acts.take_back(mette, other)
    assert stands(mette, other).status is AABEN
    assert before.status is AABEN


def test_only_ones_own_last_act_is_taken_back(world):
    """A colleague's is put right, not undone; nor what was never changed."""
    mette = world.session("mette")
    key = agreed(mette)
    with pytest.raises(NotFound):
        acts.take_back(mette, key)
    acts.settle(mette, key, GJORT)
    with pytest.raises(NotFound):
        acts.take_back(world.session("hanne"), key)


@pytest.mark.parametrize(
    "facts",
    [
        {"start_on": TODAY + timedelta(2), "due": TODAY},
        {"every": 1},
        {"every": 1, "due": TODAY, "until": TODAY - timedelta(1)},
        {"what": " "},
    ],
)
def test_what_cannot_stand_is_asked_about(world, facts):
    """In words, and nothing is written."""
    with pytest.raises(Unclear):
        agreed(world.session("mette"), **facts)


def test_under_the_guard_nothing_is_agreed_with_parents(world):
    """And nobody is offered the parents to choose from."""
    mette = world.session("mette")
    agreed(mette, parents=("alma-mor",), who=())
    protecting.set_guard(mette, "alma", Against.FORAELDER)
    with pytest.raises(Unclear, match="Værnet"):
        agreed(mette, parents=("alma-mor",))
    assert reading.choices(mette, "alma").parents == ()


def test_under_the_guard_no_turn_comes_with_parents(world):
    """What repeats with them ends where it was; the staff's own goes on."""
    mette = world.session("mette")
    theirs = agreed(mette, due=TODAY, every=1, parents=("alma-mor",))
    own = agreed(mette, due=TODAY, every=1)
    protecting.set_guard(mette, "alma", Against.FORAELDER)
    for key in (theirs, own):
        acts.settle(mette, key, GJORT)
    assert [one.record.series for one in opened(mette)] == [own]


def test_the_three_lists(world):
    """Mine is what I do; the house's and a child's hold what I may see; the ended come when asked for."""
    mette, hanne = world.session("mette"), world.session("hanne")
    own, hers = agreed(mette), agreed(mette, who=("hanne",), due=TODAY - timedelta(1))
    emils = agreed(hanne, child="emil", who=("yusuf",))
    done = agreed(mette)
    acts.settle(mette, done, GJORT)

    def ids(session, *asked, **more):
        return {row.id for row in reading.agreements(session, *asked, **more).rows}

    assert ids(mette) == {own}
    assert ids(mette, ended=True) == {own, done}
    assert ids(hanne, Whose.HUSETS) == {own, hers, emils}
    assert ids(mette, Whose.BARNETS, "alma") == {own, hers}
    assert reading.agreements(hanne, Whose.HUSETS).rows[0].id == hers


def test_held_in_time_is_counted(world):
    """By the day first agreed; a day to come does not count yet."""
    mette = world.session("mette")
    yesterday = TODAY - timedelta(1)
    in_time = agreed(mette, due=TODAY)
    late = agreed(mette, due=yesterday)
    acts.settle(mette, in_time, GJORT)
    acts.settle(mette, late, GJORT)
    moved = agreed(mette, due=yesterday)
    acts.move(mette, moved, TODAY + timedelta(3), "Syg.")
    off = agreed(mette, due=TODAY)
    acts.settle(mette, off, OPGIVET)
    to_come = agreed(mette, due=TODAY + timedelta(1))
    found = {one.id: kept(one, TODAY) for one in facts(world.session("hanne")).promises}
    assert found == {
        in_time: Kept.I_TIDE,
        late: Kept.SENERE,
        moved: Kept.ENDNU_IKKE,
        off: Kept.AFLYST,
        to_come: None,
    }


ACTS = st.lists(
    st.tuples(
        st.sampled_from(["gjort", "opgiv", "flyt", "tilbage", "aabn", "justér"]), st.integers(0, 3)
    ),
    max_size=12,
)


@given(plan=ACTS)
@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_nothing_is_lost_and_nothing_becomes_two(world, plan):
    """Whatever is pressed in whatever order: every turn is one, and an open rhythm has a turn that waits."""
    mette = world.open_sessions[0] if world.open_sessions else world.session("mette")
    root = agreed(mette, due=TODAY, every=1)
    for act, which in plan:
        line = _line(mette, root)
        _press(mette, act, line[which % len(line)])
    found = _line(mette, root)
    turns = Counter((one.record.series, one.record.turn) for one in found if one.record.turn)
    followers = Counter(one.record.follows for one in found if one.record.follows)
    assert all(many == 1 for many in turns.values())
    assert all(many == 1 for many in followers.values())
    assert root in {one.id for one in found}
    assert any(one.record.status is AABEN for one in found)


def _line(session, root):
    """The agreement, its turns and what took their place, without what was taken away again."""
    every = [
        one
        for one in queries.of_child(session.vault, Agreement, "alma")
        if one.record.status is not AgreementState.FJERNET
    ]
    return [one for one in every if one.id.startswith(root)]


def _press(session, act, one):
    due = one.record.due
    presses = {
        "gjort": lambda: acts.settle(session, one.id, GJORT),
        "opgiv": lambda: acts.settle(session, one.id, OPGIVET, "Nej."),
        "flyt": lambda: acts.move(session, one.id, due + timedelta(2), "Syg."),
        "tilbage": lambda: acts.take_back(session, one.id),
        "aabn": lambda: acts.settle(session, one.id, AABEN),
        "justér": lambda: acts.adjust(session, one.id, one.record),
    }
    with contextlib.suppress(Unclear, NotFound):
        presses[act]()


def test_the_printed_list_masks_and_says_what_is_over(world):
    """Mine in groups; whom it is about by short name, another child not at all; a child's own list alone."""
    mette = world.session("mette")
    agreed(
        mette,
        what="Lege med {barn:bertil} og {barn:alma}",
        due=TODAY - timedelta(1),
        effect="Hun ler",
    )
    agreed(mette, what="Skrive", child="bertil")
    paper = on_paper.list_paper(mette, reading.agreements(mette).rows, Whose.MINE, "")
    assert [group.heading for group in paper.groups] == ["Skulle være gjort", "Uden en dag"]
    (line,) = paper.groups[0].rows
    assert (line.what, line.about) == ("Lege med et andet barn og Alma", "Alma N.")
    made = on_paper.look_at(mette, Whose.BARNETS, "alma")
    words = " ".join(text for pair in made.sections for text in pair)
    assert "Hun ler" in words
    assert "Bertil" not in words
    assert made.pdf.startswith(b"%PDF")
