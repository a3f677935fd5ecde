"""Windows in the tests: dressed once, light and at normal size before each test."""

from __future__ import annotations

import os

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def dressed(qapp):
    """Every window test starts from the same look."""
    from tvaerfaglig.ui.theme import Mode, install_look
    from tvaerfaglig.ui.theme.look import Look

    found = qapp.property("look")
    made = found if isinstance(found, Look) else install_look(qapp)
    made.choose(Mode.LIGHT)
    made.set_scale(1.0)
    made.apply()  # a test may have dressed the application by a look of its own
    return made
