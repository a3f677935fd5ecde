"""The first thin line through the services."""

from __future__ import annotations

from datetime import date

import pytest

from tvaerfaglig.domain.errors import ForPeople
from tvaerfaglig.domain.observation import Involved, Observation
from tvaerfaglig.services import recording, staffing
from tvaerfaglig.services.children import one_child, timeline
from tvaerfaglig.services.errors import NotAllowed


def test_an_observation_is_found_again_after_locking(world):
    """What Mette writes today stands on the child's timeline when Hanne unlocks tomorrow."""
    mette = world.session("mette")
    seen = Observation(
        day=date(2026, 11, 12),
        involved=(Involved(child="alma"),),
        text="Spiste tre portioner grød.",
    )
    recording.save(mette, seen)
    world.close()
    hanne = world.session("hanne")
    entries = timeline.timeline(hanne, "alma").entries
    assert [entry.record for entry in entries] == [seen]
    assert one_child.child_page(hanne, "alma").counts["observation"] == 1


def test_a_dagplejer_sees_only_her_own(world):
    """Jonas sees Villads and is told in words who can open Alma."""
    jonas = world.session("jonas")
    assert list(jonas.children()) == ["villads"]
    with pytest.raises(NotAllowed, match="Du har ikke adgang til det barn"):
        one_child.child_page(jonas, "alma")


def test_a_removed_person_cannot_open_the_vault_and_the_others_can(world):
    """Removing is a new key for the whole vault, and what she wrote stays."""
    hanne = world.session("hanne")
    staffing.remove_person(hanne, "yusuf")
    world.close()
    with pytest.raises(ForPeople, match="ingen nøgle"):
        world.session("yusuf")
    assert "alma" in world.session("mette").children()
