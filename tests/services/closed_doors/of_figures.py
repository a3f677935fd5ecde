"""Doors to figures: they name nobody, and still are only for who leads the house."""

from __future__ import annotations

from tests.services.closed_doors.shelf import Act
from tvaerfaglig.services.figures import reading, taking_out
from tvaerfaglig.services.figures.page import Wanted
from tvaerfaglig.services.lists.tables import Form

WANTED = Wanted(houses=frozenset({"maelkeboetten"}))

CLOSED: dict[str, Act] = {
    "figures.taking_out.take_out": lambda s, _: taking_out.take_out(
        s, WANTED, taking_out.Which.TAL, Form.CSV
    ),
    "figures.reading.figures": lambda s, _: reading.figures(s, WANTED),
}
