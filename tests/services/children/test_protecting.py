"""Sharing opens and closes, consent carries what rests on it, and the guard hides what must not be told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tvaerfaglig.domain.observation import Involved, Observation
from tvaerfaglig.domain.protection import Against, Basis, Guard, Samtykke
from tvaerfaglig.services import drafts, recording
from tvaerfaglig.services.children import guard, one_child, protecting, timeline
from tvaerfaglig.services.consent import acts
from tvaerfaglig.services.errors import NotAllowed, NotFound, Unclear
from tvaerfaglig.store import queries

TODAY = date(2026, 11, 12)
CONSENT = Samtykke(child="alma", given_by="alma-mor", given_on=TODAY, receivers="Karen Lund")


def test_sharing_opens_the_child_at_once_and_withdrawing_closes_it_at_once(world):
    """With an open session on both sides: no new log-in is needed, and none helps."""
    mette, karen = world.session("mette"), world.session("karen")
    seen = Observation(day=TODAY, involved=(Involved(child="alma"),), text="Sang.")
    recording.save(mette, seen)
    with pytest.raises(NotAllowed):
        timeline.timeline(karen, "alma")
    shared = protecting.share_child(mette, "alma", "karen", Basis.SAMTYKKE)
    assert len(timeline.timeline(karen, "alma").of(Observation)) == 1
    assert list(karen.children()) == ["alma"]
    recording.save(karen, replace(seen, text="Karen så det også."))
    protecting.withdraw_sharing(mette, shared.id)
    with pytest.raises(NotAllowed):
        timeline.timeline(karen, "alma")
    assert karen.children() == {}


def test_a_sharing_lasts_from_its_first_day_to_its_last(world):
    """Not before and not after."""
    mette, karen = world.session("mette"), world.session("karen")
    protecting.share_child(
        mette,
        "alma",
        "karen",
        Basis.SAMTYKKE,
        from_day=date(2026, 11, 13),
        until=date(2026, 11, 14),
    )
    days = []
    for _ in range(4):
        days.append(bool(karen.children()))
        world.clock.forward(days=1)
    assert days == [False, True, True, False]


def test_what_a_sharing_needs(world):
    """Somebody to share with, a basis in words where it is another, days in their order."""
    mette = world.session("mette")
    drafts.keep(mette, "deling", "deling", "{}")
    for wrong, said in (
        ({"staff": "ingen"}, "hvem barnet deles med"),
        ({"basis": Basis.ANDET, "basis_text": "  "}, "hvilket grundlag"),
        ({"until": date(2026, 11, 1)}, "ligger før den første"),
    ):
        facts = {"staff": "karen", "basis": Basis.SAMTYKKE, **wrong}
        with pytest.raises((Unclear, NotFound), match=said):
            protecting.share_child(mette, "alma", draft="deling", **facts)
    assert len(drafts.mine(mette)) == 1
    protecting.share_child(
        mette, "alma", "karen", Basis.ANDET, basis_text=" Aftalt ", draft="deling"
    )
    assert drafts.mine(mette) == []
    assert [
        name for _, name in [(i, s.name) for i, s in protecting.colleagues_to_share_with(mette)]
    ] == [
        "Karen Lund",
        "Line Toft",
    ]


def test_whom_a_child_is_shared_with_cannot_share_her_on(world):
    """Nor withdraw, nor take a consent: that is the house's."""
    mette, karen = world.session("mette"), world.session("karen")
    shared = protecting.share_child(mette, "alma", "karen", Basis.UNDERRETNINGSPLIGT)
    for act in (
        lambda: protecting.share_child(karen, "alma", "line", Basis.SAMTYKKE),
        lambda: protecting.withdraw_sharing(karen, shared.id),
        lambda: acts.save(karen, CONSENT),
    ):
        with pytest.raises(NotAllowed, match="at dele Alma"):
            act()


@pytest.mark.parametrize(
    ("against", "hidden"),
    [
        (Against.FORAELDER, True),
        (Against.UKENDT, True),
        (Against.ANDET_BARN, False),
        (Against.ANSAT, False),
    ],
)
def test_the_guard_hides_the_parents_parts_when_they_may_be_the_ones(world, against, hidden):
    """Against a parent or unknown no consent is asked for; one that stands can still be put right."""
    mette = world.session("mette")
    before = acts.save(mette, CONSENT).id
    changes = protecting.set_guard(mette, "alma", against)
    assert changes.touch("vaern", child="alma")
    assert one_child.child_page(mette, "alma").hides_parents is hidden
    if hidden:
        with pytest.raises(Unclear, match="kræver ikke samtykke"):
            acts.save(mette, CONSENT)
    else:
        acts.save(mette, CONSENT)
    acts.save(mette, replace(CONSENT, purpose="Rettet"), before)


def test_the_guard_keeps_nobody_from_writing_or_seeing(world):
    """It hides what would be told to parents, and nothing from those who help."""
    mette, yusuf = world.session("mette"), world.session("yusuf")
    protecting.set_guard(mette, "alma", Against.FORAELDER)
    seen = Observation(day=TODAY, involved=(Involved(child="alma"),), text="Sagde noget.")
    assert recording.save(yusuf, seen).id
    assert one_child.child_page(yusuf, "alma").guard.record.by == "mette"


def test_the_guard_is_set_for_siblings_too_and_keeps_its_first_day(world):
    """Setting it again changes against whom, not since when; each has one."""
    mette = world.session("mette")
    protecting.set_guard(mette, "alma", Against.UKENDT, " Sagde noget ", ("bertil", "alma"))
    world.clock.forward(days=3)
    drafts.keep(mette, "v", "vaern", "{}")
    protecting.set_guard(mette, "alma", Against.FORAELDER, draft="v")
    guards = queries.all_of(mette.vault, Guard)
    assert sorted(one.record.child for one in guards) == ["alma", "bertil"]
    standing = guard.standing_guard(mette, "alma").record
    assert (standing.since, standing.against) == (TODAY, Against.FORAELDER)
    assert guard.standing_guard(mette, "bertil").record.note == "Sagde noget"
    assert drafts.mine(mette) == []


def test_the_guard_is_set_only_on_children_one_may_see(world):
    """One sibling too many and none is set."""
    jonas = world.session("jonas")
    with pytest.raises(NotAllowed):
        protecting.set_guard(jonas, "villads", Against.UKENDT, siblings=("alma",))
    assert guard.standing_guard(jonas, "villads") is None


def test_the_guard_is_lifted_with_a_reason_and_stays_in_the_history(world):
    """That it stood, and why it was lifted, is never lost; it can be set anew."""
    mette = world.session("mette")
    with pytest.raises(NotFound, match="ikke sat et værn"):
        protecting.lift_guard(mette, "alma", "Ingen grund")
    protecting.set_guard(mette, "alma", Against.FORAELDER)
    with pytest.raises(Unclear, match="hvorfor værnet løftes"):
        protecting.lift_guard(mette, "alma", " ")
    drafts.keep(mette, "l", "vaern", "{}")
    protecting.lift_guard(mette, "alma", " Aftalt med kommunen ", draft="l")
    assert drafts.mine(mette) == []
    page = one_child.child_page(mette, "alma")
    assert (page.guard, page.hides_parents) == (None, False)
    lifted = queries.of_child(mette.vault, Guard, "alma")[0].record
    assert (lifted.lifted_on, lifted.lifted_because) == (TODAY, "Aftalt med kommunen")
    protecting.set_guard(mette, "alma", Against.UKENDT)
    assert len(queries.of_child(mette.vault, Guard, "alma")) == 2


def test_what_is_gone_is_said_to_be_gone(world):
    """A sharing that is not there cannot be withdrawn."""
    with pytest.raises(NotFound, match="findes ikke længere"):
        protecting.withdraw_sharing(world.session("mette"), "ingen")
