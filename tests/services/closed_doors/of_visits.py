"""Doors to what a sundhedsplejerske gave about a child at a visit."""

from __future__ import annotations

from typing import Any

from tests.services.closed_doors.shelf import TODAY, Act, Shelf
from tvaerfaglig.domain.visiting.contribution import Contribution
from tvaerfaglig.services.printing import noting
from tvaerfaglig.services.visiting import contributions, questions


def _again(session: Any, shelf: Shelf) -> Any:
    given = Contribution(
        visit=shelf.visit,
        house="maelkeboetten",
        day=TODAY,
        by="line",
        child="alma",
        samtykke=shelf.samtykke,
        advice="Mit.",
    )
    return contributions.save_contribution(session, given)


CLOSED: dict[str, Act] = {
    "visiting.contributions.save_contribution": _again,
    "visiting.contributions.open_contribution": lambda s, x: contributions.open_contribution(
        s, x.contribution
    ),
    "visiting.contributions.take_back": lambda s, x: contributions.take_back(s, x.contribution),
    "visiting.questions.asking": lambda s, _: questions.asking(s, "alma"),
    "printing.noting.note_printed of several": lambda s, x: noting.note_printed(
        s, document="dagsliste", how="har udskrevet", record=x.visit, children=("alma",)
    ),
}
