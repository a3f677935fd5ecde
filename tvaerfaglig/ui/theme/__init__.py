"""Colour, size, type and icons, from one file of tokens; widgets ask `look()`."""

from __future__ import annotations

from tvaerfaglig.ui.theme.icons import Icons
from tvaerfaglig.ui.theme.look import Look, Mode, Settings, install_look, look
from tvaerfaglig.ui.theme.theme import Theme
from tvaerfaglig.ui.theme.tokens import Tokens

__all__ = ["Icons", "Look", "Mode", "Settings", "Theme", "Tokens", "install_look", "look"]
