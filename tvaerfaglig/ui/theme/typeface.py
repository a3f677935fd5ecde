"""Which type the windows are set in: the system's own, or ours where it has none."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QRawFont
from PySide6.QtWidgets import QApplication

DANISH = "æøåÆØÅé»«–·…"
WEIGHTS = ("Regular", "Semibold")


def screen_family(app: QApplication) -> str:
    """The family that text is drawn with; a system without one that can spell Danish gets ours."""
    family = QFontInfo(app.font()).family()
    return family if _spells_danish(family) else _own_family()


def _spells_danish(family: str) -> bool:
    if not family or not QFontDatabase.families():
        return False
    raw = QRawFont.fromFont(QFont(family))
    return raw.isValid() and all(raw.supportsCharacter(ord(letter)) for letter in DANISH)


def _own_family() -> str:
    import font_source_sans_pro

    folder = Path(font_source_sans_pro.font_directory)
    family = ""
    for weight in WEIGHTS:
        number = QFontDatabase.addApplicationFont(str(folder / f"SourceSansPro-{weight}.ttf"))
        family = family or next(iter(QFontDatabase.applicationFontFamilies(number)), "")
    return family
