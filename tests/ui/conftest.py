"""Windows in the tests: dressed once, light and at normal size before each test."""

from __future__ import annotations

import os

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.ui.in_the_house import InTheHouse
from tvaerfaglig.services import library

_PLAIN = "sheet of a plain light window"


@pytest.fixture(scope="session")
def shelf() -> library.Library:
    """What a municipality may change: templates, questions, words, law."""
    return library.load()


@pytest.fixture
def house_of(world, shelf, qtbot):
    """Come into the whole house as somebody; whoever was there before has left."""
    there: list[InTheHouse] = []

    def come_in(person: str) -> InTheHouse:
        while there:
            there.pop().close()
        there.append(InTheHouse(world, person, shelf))
        return there[-1]

    yield come_in
    while there:
        there.pop().close()


@pytest.fixture
def hanne(house_of) -> InTheHouse:
    """The leader, in the house."""
    return house_of("hanne")


@pytest.fixture(autouse=True)
def dressed(qapp):
    """Every window test starts from the same look, and leaves no window to be dressed with the next one's."""
    from tvaerfaglig.ui.theme import Mode, install_look
    from tvaerfaglig.ui.theme.look import Look

    found = qapp.property("look")
    made = found if isinstance(found, Look) else install_look(qapp)
    made.choose(Mode.LIGHT)
    made.set_scale(1.0)
    if not qapp.styleSheet() or qapp.styleSheet() != qapp.property(_PLAIN):
        made.apply()  # a test may have dressed the application by a look of its own
        qapp.setProperty(_PLAIN, qapp.styleSheet())
    yield made
    for window in qapp.topLevelWidgets():
        if window.parent() is None:
            window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
