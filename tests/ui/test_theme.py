"""The theme: legible in every mode, one sheet, and everything follows a switch."""

from __future__ import annotations

import ast
import itertools
from pathlib import Path

import pytest
from PySide6.QtGui import QColor

import tvaerfaglig
from tvaerfaglig.paths import resources
from tvaerfaglig.ui.theme import Mode, look
from tvaerfaglig.ui.theme.dress import written_sheet
from tvaerfaglig.ui.theme.look import Look
from tvaerfaglig.ui.theme.system import System
from tvaerfaglig.ui.theme.tokens import read_tokens
from tvaerfaglig.ui.widgets import Prose, avatar, button, glyph, one

TOKENS = read_tokens(resources() / "theme" / "tokens.json")
PACKAGE = Path(tvaerfaglig.__file__).parent


def luminance(colour: QColor) -> float:
    def part(value: float) -> float:
        return value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4

    return (
        0.2126 * part(colour.redF())
        + 0.7152 * part(colour.greenF())
        + 0.0722 * part(colour.blueF())
    )


@pytest.mark.parametrize(("mode", "pair"), list(itertools.product(TOKENS.colours, TOKENS.pairs)))
def test_every_pair_can_be_read(mode, pair):
    """Each text and its ground keep the distance that tokens.json asks for."""
    ink, ground, least = pair
    dark, light = sorted(luminance(QColor(TOKENS.colours[mode][name])) for name in (ink, ground))
    assert (light + 0.05) / (dark + 0.05) >= least, f"{ink} on {ground} in {mode}"


def test_the_package_sets_one_sheet():
    """Only one place in the package calls setStyleSheet."""
    calls = [
        f"{path.name}:{node.lineno}"
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr == "setStyleSheet"
    ]
    assert len(calls) == 1, calls


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK, Mode.CONTRAST])
def test_the_sheet_knows_all_its_names(dressed, mode, scale):
    """The sheet can be written in every mode and size, and has no name left unfilled."""
    dressed.choose(mode)
    dressed.set_scale(scale)
    sheet = written_sheet(look().theme, resources() / "theme" / "tvaerfaglig.qss")
    assert "$" not in sheet


def test_every_size_follows_the_text(qtbot, dressed):
    """Words, icons, faces, buttons and prose are twice as high at 200 %."""
    made = [
        one("Alma"),
        glyph("plus"),
        avatar("Alma Nowak"),
        Prose("", lines=2),
        button("Gem", "small"),
    ]
    for widget in made:
        qtbot.addWidget(widget)
        widget.show()
    before = [widget.sizeHint().height() for widget in made]
    dressed.set_scale(2.0)
    after = [widget.sizeHint().height() for widget in made]
    for low, high in zip(before, after, strict=True):
        assert high >= 1.5 * low


def test_steps_of_text_size_end_at_both_ends(dressed):
    """Ctrl++ ends at 200 %, Ctrl+- at 100 %, Ctrl+0 returns."""
    for _ in range(12):
        dressed.larger()
    assert dressed.scale == 2.0
    dressed.smaller()
    assert dressed.scale == 1.75
    dressed.normal_size()
    dressed.smaller()
    assert dressed.scale == 1.0


def colours_of(widget) -> set[str]:
    image = widget.grab().toImage()
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


def test_icons_follow_a_switch(qtbot, dressed):
    """A button's icon and a lone icon change colour with the theme, by themselves."""
    pressed, alone = button("", "icon", "plus", name="Tilføj"), glyph("maerke-trives", "ok")
    for widget in (pressed, alone):
        qtbot.addWidget(widget)
        widget.show()
    light, dark = TOKENS.colours["light"], TOKENS.colours["dark"]
    assert light["muted"].lower() in colours_of(pressed)
    dressed.choose(Mode.DARK)
    assert dark["muted"].lower() in colours_of(pressed)
    assert dark["ok"].lower() in colours_of(alone)


class Desktop(System):
    """A desktop whose wishes a test decides."""

    dark = contrast = False

    def wants_dark(self) -> bool:
        return self.dark

    def wants_contrast(self) -> bool:
        return self.contrast


def test_follows_the_system_while_it_runs(qapp):
    """With "as the system", what is switched there is switched here; contrast goes before dark."""
    desktop = Desktop(qapp)
    own = Look(qapp, system=desktop)
    seen = [own.theme.mode]
    for desktop.dark, desktop.contrast in ((True, False), (True, True), (False, False)):
        desktop.changed.emit()
        seen.append(own.theme.mode)
    assert seen == ["light", "dark", "contrast", "light"]


def test_a_choice_of_ones_own_stands(qapp):
    """Who chose light keeps it when the desktop turns dark in the evening."""
    desktop = Desktop(qapp)
    own = Look(qapp, system=desktop)
    own.choose(Mode.LIGHT)
    desktop.dark = True
    desktop.changed.emit()
    assert own.theme.mode == "light"


class Drawer:
    """Settings that last as long as a test."""

    def __init__(self, **kept):
        self.kept = dict(kept)

    def value(self, key, default=None):
        return self.kept.get(key, default)

    def setValue(self, key, value):
        self.kept[key] = value


def test_the_choice_is_remembered(qapp):
    """Mode and size come back the next day."""
    drawer = Drawer()
    first = Look(qapp, drawer)
    first.choose(Mode.CONTRAST)
    first.set_scale(1.5)
    second = Look(qapp, drawer)
    assert (second.mode, second.scale, second.theme.mode) == (Mode.CONTRAST, 1.5, "contrast")


@pytest.mark.parametrize("nonsense", ["", "lilla", None])
def test_odd_settings_are_forgiven(qapp, nonsense):
    """A settings file someone has edited does not keep the window from opening."""
    odd = Look(qapp, Drawer(**{"look/mode": nonsense, "look/scale": nonsense}))
    assert (odd.mode, odd.scale) == (Mode.SYSTEM, 1.0)


def test_qt_itself_speaks_danish(qapp):
    """Buttons of Qt's own dialogs and menus in fields are in Danish."""
    assert qapp.translate("QPlatformTheme", "Cancel") == "Annuller"
    assert qapp.translate("QLineEdit", "&Undo") == "&Fortryd"
