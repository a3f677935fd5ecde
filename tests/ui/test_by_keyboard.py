"""The whole journey without a mouse: every key goes to what has the keyboard, and Tab must lead there."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from tests.conftest import PASSWORD
from tvaerfaglig.app import LOCKED, Program, Surroundings
from tvaerfaglig.domain.acts import Printed
from tvaerfaglig.domain.konsultation import Konsultation, KonsultationState
from tvaerfaglig.domain.observation import Observation
from tvaerfaglig.domain.underretning import Finished
from tvaerfaglig.store import queries
from tvaerfaglig.tour.hands import Hands
from tvaerfaglig.ui.widgets import Tile

_ONCE_ROUND = 90


def name_of(widget: QWidget | None) -> str:
    """What a screen reader says first."""
    words = getattr(widget, "text", None)
    return (widget.accessibleName() if widget else "") or (words() if callable(words) else "")


class Keyboard:
    """Ten fingers on a keyboard: it looks no widget up, it tabs until it is there."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.hands = Hands(program)
        self.type, self.keys, self.sees = self.hands.type, self.hands.keys, self.hands.look_for

    @property
    def at(self) -> str:
        return name_of(QApplication.focusWidget())

    def tab_to(self, name: str) -> None:
        passed = []
        for _ in range(_ONCE_ROUND):
            if self.at.startswith(name):
                return
            passed.append(self.at)
            self.keys("Tab")
        raise AssertionError(f"Tab never came to »{name}«, only to {passed}")

    def press(self, name: str) -> None:
        self.tab_to(name)
        self.keys("Space")

    def write(self, name: str, words: str) -> None:
        self.tab_to(name)
        self.type(words)

    def unlock(self, first_name: str) -> None:
        """Tab to the tiles, the first letter until the name, Enter, the password, Enter."""
        self.hands.settle()
        while not isinstance(QApplication.focusWidget(), Tile):
            self.keys("Tab")
        while not self.at.startswith(first_name):
            self.keys(first_name[0])
        self.keys("Return")
        assert self.at.startswith(f"Adgangskode til {first_name}")
        self.type(PASSWORD)
        self.keys("Return")
        self.hands.wait_for(lambda: self.program.house, "the house did not open")


@pytest.fixture
def keyboard(qapp, world):
    """At the door of the little house; locked, it is the next one's."""
    opened = []

    def at_the_door() -> Keyboard:
        around = Surroundings(world.clock, world.state)
        ended: list[int] = []
        program = Program(qapp, world.folder, lambda: None, around, ended.append)
        program.ended = ended
        program.open()
        opened.append(program)
        return Keyboard(program)

    yield at_the_door
    for program in opened:
        if not program.ended:
            program._close()
        if program.house is not None:
            program.house.shell.deleteLater()
        program.doorway.deleteLater()
        program.deleteLater()


def lock(keys: Keyboard) -> None:
    keys.keys("Ctrl+L")
    assert keys.program.ended == [LOCKED]


def test_from_a_wonder_to_a_printed_letter_by_keyboard_alone(keyboard, world):
    """Observation, konsultation, underretning and its preview; locked, and all of it in the vault."""
    keys = keyboard()
    keys.unlock("Mette")
    observe(keys)
    consult(keys)
    underret(keys)
    lock(keys)
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
