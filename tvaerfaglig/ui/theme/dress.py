"""Put a theme on the whole program: font, palette and the one sheet, always together."""

from __future__ import annotations

from pathlib import Path
from string import Template

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from tvaerfaglig.ui.theme.theme import Theme

ROLES = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "raised",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "on_accent",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.ToolTipBase: "raised",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "raised",
    QPalette.ColorRole.Mid: "hairline",
    QPalette.ColorRole.Dark: "outline",
    QPalette.ColorRole.Shadow: "outline",
}
FADED = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
)
LENGTHS = {
    "line": 20,
    "field": 22,
    "smallline": 18,
    "chipline": 18,
    "small_icon": 16,
    "tile": 68,
    "tick": 18,
}


def dress(app: QApplication, theme: Theme, sheet: Path) -> None:
    """Palette first, then the sheet: with a sheet in force, a new palette alone changes nothing."""
    underdress(app, theme)
    app.setStyleSheet(written_sheet(theme, sheet))


def underdress(app: QApplication, theme: Theme) -> None:
    """Font and palette, which a widget takes when it is made."""
    app.setFont(theme.font())
    app.setPalette(palette(theme))


def palette(theme: Theme) -> QPalette:
    made = QPalette()
    for role, token in ROLES.items():
        made.setColor(role, theme.colour(token))
    for role in FADED:
        made.setColor(QPalette.ColorGroup.Disabled, role, theme.colour("muted"))
    return made


def written_sheet(theme: Theme, sheet: Path) -> str:
    """The sheet with every name filled in; a name it does not know is an error at once."""
    tokens = theme.tokens
    names = {name: theme.name(name) for name in tokens.colours[theme.mode]}
    points = {f"{kind}_pt": theme.pt(kind) for kind in tokens.points}
    lengths = {f"{name}_px": theme.px(length) for name, length in LENGTHS.items()}
    corners = {
        "control_r": tokens.radii["control"],
        "ring_r": tokens.radii["control"] + round(tokens.sizes["focus"]),
        "card_r": tokens.radii["card"],
        "chip_r": (lengths["chipline_px"] + 8) // 2,
        "dot_r": (lengths["tick_px"] + 2)
        // 2,  # to the middle of its rim: anything less is no circle
        "ring": round(tokens.sizes["focus"]),
    }
    text = sheet.read_text(encoding="utf-8")
    return Template(text).substitute(**names, **points, **lengths, **corners)
