"""A concern closes with a reason and what was achieved, and can be taken up again; nothing is lost on the way."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tvaerfaglig.domain.concern import Concern
from tvaerfaglig.domain.errors import ForPeople
from tvaerfaglig.domain.protection import Against
from tvaerfaglig.services import recording, underretninger
from tvaerfaglig.services.children import protecting, timeline
from tvaerfaglig.services.courses import closing
from tvaerfaglig.store import queries


@pytest.fixture
def mette(world):
    return world.session("mette")


@pytest.fixture
def concern(mette):
    made = Concern(
        child="alma", title="Sulten om morgenen", by="mette",
        first_noticed=mette.today - timedelta(days=40), next_on=mette.today,
    )  # fmt: skip
    return recording.save(mette, made).id


def closed(session, concern, **more):
    said = {"reason": "bedre", "because": "Spiser hjemme.", "achieved": "Madkasse hver dag."}
    return closing.close(session, concern, **({"on": session.today} | said | more))


@pytest.mark.parametrize("left_out", ["reason", "because", "achieved"])
def test_it_asks_in_words_for_what_is_missing(mette, concern, left_out):
    """Reason, own words and what was achieved: each is asked for, and the concern stays open."""
    with pytest.raises(ForPeople, match=r"Vælg|Skriv"):
        closed(mette, concern, **{left_out: "  " if left_out != "reason" else ""})
    assert queries.one(mette.vault, Concern, concern).record.closed_on is None


def test_a_day_that_has_not_come_is_asked_about(mette, concern):
    """One closes when one has decided to; and not before one began."""
    with pytest.raises(ForPeople, match="ikke kommet"):
        closed(mette, concern, on=mette.today + timedelta(days=1))
    with pytest.raises(ForPeople, match="før den dag"):
        closed(mette, concern, on=mette.today - timedelta(days=41))


def test_taken_up_again_it_is_a_new_version_and_the_closing_is_kept(mette, concern):
    """Open with a reason and a day; how it was closed stands in its history, word for word."""
    closed(mette, concern)
    on = mette.today + timedelta(days=14)
    closing.take_up(mette, concern, because="Sulten igen.", next_on=on)
    now = queries.one(mette.vault, Concern, concern).record
    assert (now.closed_on, now.achieved, now.next_on) == (None, "", on)
    assert now.taken_up_because == "Sulten igen."
    before = timeline.history(mette, concern).versions[-2].record
    assert (before.closed_for, before.achieved) == ("bedre", "Madkasse hver dag.")


def test_it_is_not_taken_up_without_a_reason_and_a_day_to_come(mette, concern):
    """Nothing is watched without a date."""
    closed(mette, concern)
    with pytest.raises(ForPeople, match="hvorfor"):
        closing.take_up(mette, concern, because=" ", next_on=mette.today + timedelta(days=1))
    for on in (None, mette.today):
        with pytest.raises(ForPeople, match="en dag, der kommer"):
            closing.take_up(mette, concern, because="Sulten igen.", next_on=on)


def test_an_open_one_is_not_taken_up(mette, concern):
    """Twice is said, not done."""
    with pytest.raises(ForPeople, match="allerede åben"):
        closing.take_up(mette, concern, because="x", next_on=mette.today + timedelta(days=9))


def test_closing_keeps_nobody_from_an_underretning(mette, concern):
    """Closed, guarded or neither: the letter can be begun."""
    protecting.set_guard(mette, "alma", Against.FORAELDER)
    closed(mette, concern)
    assert underretninger.begin(mette, "alma").id


def test_whoever_is_not_let_in_can_neither_close_nor_take_up(world, mette, concern):
    """Jonas of another house does not learn what it is about either."""
    jonas = world.session("jonas")
    for act in (
        lambda: closed(jonas, concern),
        lambda: closing.take_up(jonas, concern, because="x", next_on=jonas.today),
    ):
        with pytest.raises(ForPeople) as refused:
            act()
        assert "Sulten" not in str(refused.value)
