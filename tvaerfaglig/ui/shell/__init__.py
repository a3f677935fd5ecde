"""The frame around every page."""

from __future__ import annotations

from tvaerfaglig.ui.shell.palette import Found, Palette
from tvaerfaglig.ui.shell.places import PLACES, SETTINGS, RailPlace, built
from tvaerfaglig.ui.shell.rail import Rail
from tvaerfaglig.ui.shell.shell import Shell

__all__ = ["PLACES", "SETTINGS", "Found", "Palette", "Rail", "RailPlace", "Shell", "built"]
