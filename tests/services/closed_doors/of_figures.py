"""Doors to figures: they name nobody, and still are only for who leads the house."""

from __future__ import annotations

from tests.services.closed_doors.shelf import Act
from tvaerfaglig.services.figures import reading
from tvaerfaglig.services.figures.page import Wanted

WANTED = Wanted(houses=frozenset({"maelkeboetten"}))

CLOSED: dict[str, Act] = {
    "figures.reading.figures": lambda s, _: reading.figures(s, WANTED),
}
