"""Tal without a mouse: there by Alt+7, a question opened, its definition read, a paper on its way, and out again."""

from __future__ import annotations

import pytest

from tests.services.figures.many import fill
from tests.ui.keyboard import Doors
from tvaerfaglig.app import Surroundings


@pytest.fixture
def keyboard(qapp, world):
    """At the door of a house with figures."""
    fill(world.session("hanne"))
    world.close()
    doors = Doors(qapp, world.folder, Surroundings(world.clock, world.state))
    yield doors
    doors.close()


def test_a_leader_reads_her_figures_and_prints_her_year(keyboard):
    """Tab leads to every question in the order of the page; F2 tells how it is counted; Ctrl+P the papers."""
    keys = keyboard()
    keys.unlock("Hanne")
    keys.keys("Alt+7")
    keys.sees("24,8")
    keys.tab_to("Hvor længe går der, fra bekymringen begynder, til noget sker?")
    keys.keys("Return")
    keys.keys("F2")
    keys.sees("En bekymring, der åbnes igen, er den samme, og dens første dag bliver stående.")
    keys.keys("Down")
    assert keys.at.startswith("Har vi talt med forældrene")
    keys.keys("Ctrl+P")
    keys.press("Vis papiret")
    keys.sees("Årsopgørelse 2026/27")
    keys.keys("Escape")
    keys.sees("Alder ved første hjælp")
    keys.lock()
