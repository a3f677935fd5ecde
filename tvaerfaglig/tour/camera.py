"""Numbered pictures of the window, light and dark; a sign that no font can draw ends the tour."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtGui import QTextLayout
from PySide6.QtWidgets import QLabel

from tvaerfaglig.tour.hands import Hands, LostTheWay
from tvaerfaglig.ui.theme import Mode, look

_MODES = ((Mode.LIGHT, ""), (Mode.DARK, "-moerk"))


class Camera:
    """Writes 01-laas-op.png, 01-laas-op-moerk.png and so on beside one another."""

    def __init__(self, folder: Path, hands: Hands) -> None:
        self._folder = folder
        self._hands = hands

    def take(self, name: str, words: str) -> None:
        """Both pictures of what stands there now, and a line of what is seen."""
        number = self._next()
        chosen = look().mode
        for mode, ending in _MODES:
            look().choose(mode)
            self._hands.settle()
            self._hands.window.grab().save(str(self._folder / f"{number:02d}-{name}{ending}.png"))
        look().choose(chosen)
        self._hands.settle()
        self._all_drawn()
        print(f"  {number:02d}  {words}", flush=True)

    def _next(self) -> int:
        numbers = [
            int(m[1]) for p in self._folder.glob("*.png") if (m := re.match(r"(\d+)-", p.name))
        ]
        return max(numbers, default=0) + 1

    def _all_drawn(self) -> None:
        for label in self._hands.window.findChildren(QLabel):
            if label.isVisible() and (missing := _missing(label)):
                raise LostTheWay(f"Skriften kan ikke vise »{missing}«.")


def _missing(label: QLabel) -> str:
    """The first sign of a label that the fonts of this machine cannot draw."""
    for sign in sorted(set(label.text())):
        if sign.isspace() or ord(sign) < 128:
            continue
        layout = QTextLayout(sign, label.font())
        layout.beginLayout()
        layout.createLine()
        layout.endLayout()
        if any(0 in run.glyphIndexes() for run in layout.glyphRuns()):
            return sign
    return ""
