"""Every word of Udskrifter and the preview has its room, and every control its name, at any size."""

from __future__ import annotations

from datetime import date

import pytest

from tests.ui.accessibility import nameless
from tests.ui.clipping import clipped
from tvaerfaglig.domain.observation import Involved, Observation
from tvaerfaglig.domain.protection import Against
from tvaerfaglig.services import recording
from tvaerfaglig.services.children import protecting
from tvaerfaglig.services.printing.noting import note_printed
from tvaerfaglig.ui.theme import Mode


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.CONTRAST])
def test_nothing_is_cut_and_nothing_is_nameless(hanne, dressed, scale, mode):
    """The cards, the log, the pages, and the same as text, with cautions beside them."""
    seen = Observation(
        day=date(2026, 11, 10), involved=(Involved(child="alma"),), text="Tog en bolle fra Bertil."
    )
    hanne.do(recording.save, seen)
    hanne.do(protecting.set_guard, "alma", Against.UKENDT)
    hanne.do(
        note_printed,
        document="underretning",
        how="har udskrevet",
        child="alma",
        purpose="til kommunen",
    )
    dressed.choose(mode)
    dressed.set_scale(scale)
    shell = hanne.house.shell
    found = []
    place = hanne.go("udskrifter")
    place.summary.child.choose("alma")
    place.summary.child.picked.emit("alma")
    place.summary.purpose.setText("Netværksmøde")
    hanne.settle()
    found += [*clipped(shell), *nameless(shell)]
    place.tabs.setCurrentIndex(1)
    hanne.settle()
    found += [*clipped(shell), *nameless(shell)]
    place.tabs.setCurrentIndex(0)
    hanne.press("Vis sagsresuméet")
    found += [*clipped(shell), *nameless(shell)]
    if hanne.place.turns.isVisible():
        hanne.press("Papiret")
    hanne.press("Tekst", hanne.place)
    found += [*clipped(shell), *nameless(shell)]
    assert found == []
