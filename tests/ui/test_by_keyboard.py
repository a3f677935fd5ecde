"""The whole journey without a mouse: every key goes to what has the keyboard, and Tab must lead there."""

from __future__ import annotations

import pytest

from tests.ui.keyboard import Doors, Keyboard
from tvaerfaglig.app import Surroundings
from tvaerfaglig.domain.acts import Printed
from tvaerfaglig.domain.konsultation import Konsultation, KonsultationState
from tvaerfaglig.domain.observation import Observation
from tvaerfaglig.domain.underretning import Finished
from tvaerfaglig.store import queries


@pytest.fixture
def keyboard(qapp, world):
    """At the door of the little house; locked, it is the next one's."""
    doors = Doors(qapp, world.folder, Surroundings(world.clock, world.state))
    yield doors
    doors.close()


def test_from_a_wonder_to_a_printed_letter_by_keyboard_alone(keyboard, world):
    """Observation, konsultation, underretning and its preview; locked, and all of it in the vault."""
    keys = keyboard()
    keys.unlock("Mette")
    observe(keys)
    consult(keys)
    underret(keys)
    keys.lock()
    session = world.session("hanne")
    seen = [one.record.text for one in queries.all_of(session.vault, Observation)]
    assert "Alma spiste tre portioner." in seen
    (meeting,) = queries.all_of(session.vault, Konsultation)
    assert meeting.record.status is KonsultationState.AFSLUTTET
    (letter,) = queries.all_of(session.vault, Finished)
    (copied,) = queries.all_of(session.vault, Printed)
    assert copied.record.record == letter.record.underretning


def observe(keys: Keyboard) -> None:
    keys.keys("Ctrl+N")
    keys.type("al")
    keys.keys("Return")
    keys.type("Alma spiste tre portioner.")
    keys.keys("Ctrl+Return")
    keys.sees("Gemt hos Alma")


def consult(keys: Keyboard) -> None:
    keys.keys("Alt+3")
    keys.press("Ny konsultation")
    keys.tab_to("Anonym drøftelse")
    keys.keys("Right")
    keys.write("Hvilket barn?", "alma")
    keys.keys("Return")
    keys.write("Hvad vil I have hjælp til?", "Hvordan får Alma en rolig morgen?")
    keys.tab_to("Samtykke fra forældrene")
    keys.keys("Down")
    assert keys.at.startswith("Det tidlige")
    keys.keys("Space")
    keys.keys("Ctrl+Return")
    keys.press("Skriv: 5 Det, der går godt")
    keys.type("Hun deler.")
    keys.press("Afslut notatet")
    keys.press("Afslut notatet")
    keys.sees("Afsluttet")


def underret(keys: Keyboard) -> None:
    keys.keys("Alt+4")
    keys.press("Ny underretning")
    keys.write("Hvem handler det om?", "alma")
    keys.keys("Return")
    keys.press("Nej")
    keys.tab_to("Akut")
    keys.keys("Right")
    keys.tab_to("Afsnit")
    for _ in range(4):
        keys.keys("Down")
    keys.press("Sæt ind: 12. nov.")
    keys.press("Forrige")
    keys.write("Kort fortalt", "Alma kom sulten.")
    keys.press("Afslut")
    keys.press("Afslut")
    keys.sees("Afsluttet")
    keys.press("Vis og udskriv")
    keys.sees("sider")
    for tool in ("Næste side", "Større", "Hele bredden", "Sider", "Gem som PDF", "Udskriv"):
        keys.tab_to(tool)
    keys.tab_to("Sider")
    keys.keys("Right")
    keys.sees("Kopiér afsnittet")
    keys.press("Kopiér afsnittet")
    keys.sees("kopieret")
