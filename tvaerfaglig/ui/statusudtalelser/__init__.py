"""Statusudtalelser: the list, the one being written, and what follows when it is finished.

`desk.go("statusudtalelser", argument)`: None for the list (or the one that one is at), an id to open it, a
`NewStatus` to begin one about a child.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NewStatus:
    """Begin a statusudtalelse about this child."""

    child: str
