"""Doors to a konsultation and what was agreed there."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tests.services.closed_doors.shelf import TODAY, Act, Shelf, named_note, stored
from tvaerfaglig.domain.konsultation import Agreement, AgreementState, Konsultation
from tvaerfaglig.services import (
    konsultation_paper,
    konsultation_saving,
    konsultationer,
)
from tvaerfaglig.services.agreements import acts as agreed
from tvaerfaglig.services.konsultation_sitting import Sitting
from tvaerfaglig.services.meetings import shelf as shelf_of_kinds


def _sat(session: Any, shelf: Shelf) -> Sitting:
    note = stored(session, Konsultation, shelf.konsultation).record
    return Sitting(note=replace(note, goals="Mit."), changed=("goals",))


CLOSED: dict[str, Act] = {
    "konsultation_paper.before_print": lambda s, x: konsultation_paper.before_print(
        s, x.konsultation
    ),
    "konsultation_paper.paper": lambda s, x: konsultation_paper.paper(s, x.konsultation),
    "konsultation_saving.save_sitting": lambda s, x: konsultation_saving.save_sitting(
        s, x.konsultation, _sat(s, x)
    ),
    "konsultation_saving.finish": lambda s, x: konsultation_saving.finish(s, x.konsultation),
    "konsultationer.open_konsultation": lambda s, x: konsultationer.open_konsultation(
        s, x.konsultation
    ),
    "meetings.shelf.choices": lambda s, _: shelf_of_kinds.choices(s, "alma"),
    "konsultationer.grounds": lambda s, _: konsultationer.grounds(s, "alma"),
    "konsultationer.plan": lambda s, _: konsultationer.plan(s, named_note()),
    "konsultationer.save": lambda s, x: konsultationer.save(
        s, named_note(goals="Mit."), x.konsultation
    ),
    "konsultationer.cancel": lambda s, x: konsultationer.cancel(s, x.konsultation, "Nej."),
    "konsultationer.take_up": lambda s, x: konsultationer.take_up(s, x.konsultation),
    "konsultationer.name_the_child": lambda s, x: konsultationer.name_the_child(
        s, x.konsultation, "alma", "andet", "Aftalt."
    ),
    "agreements.acts.save": lambda s, x: agreed.save(
        s, Agreement(what="Min egen.", made_on=TODAY), x.agreement
    ),
    "agreements.acts.settle": lambda s, x: agreed.settle(s, x.loose, AgreementState.GJORT),
    "konsultationer.history": lambda s, x: konsultationer.history(s, x.konsultation),
    "konsultation_rules.found": lambda s, x: konsultationer.rules.found(s, x.konsultation),
}
