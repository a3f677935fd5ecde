"""A forgetful binding must not end the program."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtWidgets import QWidget


@pytest.mark.skipif(
    sys.version_info >= (3, 12), reason="from 3.12 on they are immortal by themselves"
)
def test_none_outlives_very_many_calls(qtbot):
    """Ten thousand calls that return None leave more references than a day of work can lose."""
    widget = QWidget()
    qtbot.addWidget(widget)
    for _ in range(10_000):
        widget.adjustSize()
    assert sys.getrefcount(None) > 1 << 39
    assert sys.getrefcount(True) > 1 << 39
