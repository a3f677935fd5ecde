"""What every fault is asked: was it said in plain words."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

from tests.faults.plain_words import plain


@pytest.fixture
def said_plainly(request: pytest.FixtureRequest) -> Callable[[BaseException | str], str]:
    """Holds a refusal to plain Danish, and puts the sentence in the run's report."""

    def say(refusal: BaseException | str) -> str:
        words = plain(refusal)
        request.node.user_properties.append(("sentence", words))
        return words

    return say


@pytest.fixture
def dressed(qapp: QApplication) -> None:
    """For a widget that stands alone: the theme, as the program puts it on."""
    from tvaerfaglig.ui.theme import install_look
    from tvaerfaglig.ui.theme.look import PROPERTY

    if qapp.property(PROPERTY) is None:
        install_look(qapp)
