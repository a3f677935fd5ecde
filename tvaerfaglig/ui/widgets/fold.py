"""How much room there is, in em: large text on a small screen folds like a small window."""

from __future__ import annotations

from enum import IntEnum

from tvaerfaglig.ui.theme import look


class Fold(IntEnum):
    """Compare them: `fold >= Fold.LIST` means that lists have become pages of their own."""

    NONE = 0
    RAIL = 1
    LIST = 2
    PANEL = 3


def fold_at(width: int) -> Fold:
    """What a window `width` pixels wide folds."""
    look_now = look()
    ems = width / look_now.theme.em()
    points = look_now.tokens.breakpoints
    if ems < points["panel_folds"]:
        return Fold.PANEL
    if ems < points["list_folds"]:
        return Fold.LIST
    return Fold.RAIL if ems < points["rail_icons"] else Fold.NONE
