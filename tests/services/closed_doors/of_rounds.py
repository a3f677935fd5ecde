"""Doors to a trivselsrunde: planning it, rating in it, what was said together, and what is counted of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from tests.services.closed_doors.shelf import TODAY, Act
from tvaerfaglig.domain.concern import Position
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.domain.rounds.records import Assigned, Joint, Rating, Rhythm, Round
from tvaerfaglig.services.printing import noting
from tvaerfaglig.services.rounds import (
    overview,
    papers,
    parents_letter,
    planning,
    rating,
    reading,
    rules,
    sheet,
    together,
)

HOUSE = "maelkeboetten"


def _round() -> Round:
    alma = Assigned(child="alma", raters=("mette", "hanne"))
    return Round(dagtilbud=HOUSE, first=TODAY, last=TODAY + timedelta(days=9), assigned=(alma,))


def _rating(round_id: str) -> Rating:
    return Rating(round=round_id, child="alma", by="x", day=TODAY, overall="trives")


def _joint(round_id: str) -> Joint:
    return Joint(
        round=round_id, child="alma", day=TODAY, overall="trives",
        position=Position.TRIVES, sentence="Mit.",
    )  # fmt: skip


CLOSED: dict[str, Act] = {
    "rounds.rules.found": lambda s, x: rules.found(s, x.round),
    "rounds.rules.child_in": lambda s, x: rules.child_in(s, x.round, "alma", Action.SEE),
    "rounds.rules.require_lead": lambda s, _: rules.require_lead(s, HOUSE),
    "rounds.planning.proposed": lambda s, _: planning.proposed(s, HOUSE, ("solsikken",)),
    "rounds.planning.save": lambda s, _: planning.save(s, _round()),
    "rounds.planning.save of one that is there": lambda s, x: planning.save(
        s, replace(_round(), next_on=TODAY + timedelta(days=200)), x.round
    ),
    "rounds.planning.start": lambda s, x: planning.start(s, x.round),
    "rounds.planning.take_back_start": lambda s, x: planning.take_back_start(s, x.round),
    "rounds.planning.remove": lambda s, x: planning.remove(s, x.round),
    "rounds.planning.put_back": lambda s, x: planning.put_back(s, x.laid_away),
    "rounds.planning.assign": lambda s, x: planning.assign(s, x.round, _round().assigned[0]),
    "rounds.planning.take_in": lambda s, x: planning.take_in(s, x.round),
    "rounds.planning.close": lambda s, x: planning.close(s, x.round, "Nu."),
    "rounds.planning.reopen": lambda s, x: planning.reopen(s, x.round),
    "rounds.planning.set_rhythm": lambda s, _: planning.set_rhythm(s, Rhythm(dagtilbud=HOUSE)),
    "rounds.rating.rating_page": lambda s, x: rating.rating_page(s, x.library, x.round, "alma"),
    "rounds.rating.give": lambda s, x: rating.give(s, x.library, _rating(x.round)),
    "rounds.rating.take_back": lambda s, x: rating.take_back(s, x.round, "alma"),
    "rounds.rating.correct": lambda s, x: rating.correct(s, x.library, _rating(x.round), "Nu."),
    "rounds.reading.round_page": lambda s, x: reading.round_page(s, x.library, x.round),
    "rounds.together.together": lambda s, x: together.together(s, x.library, x.round, "alma"),
    "rounds.together.save": lambda s, x: together.save(s, x.library, _joint(x.round)),
    "rounds.together.take_back": lambda s, x: together.take_back(s, x.round, "alma"),
    "rounds.papers.look_at_room_list": lambda s, x: papers.look_at_room_list(s, x.library, x.round),
    "rounds.papers.look_at_overview": lambda s, x: papers.look_at_overview(s, x.library, x.round),
    "rounds.parents_letter.look_at_letter": lambda s, x: parents_letter.look_at_letter(
        s, x.library, x.round
    ),
    "rounds.parents_letter.letter": lambda s, x: parents_letter.letter(s, x.library, x.round),
    "rounds.sheet.look_at_sheet": lambda s, x: sheet.look_at_sheet(s, x.library, x.round, "alma"),
    "rounds.sheet.look_at_parents_sheet": lambda s, x: sheet.look_at_parents_sheet(
        s, x.library, x.round, "alma"
    ),
    "rounds.sheet.sheet": lambda s, x: sheet.sheet(s, x.library, x.round, "alma"),
    "printing.noting.note_printed of a round": lambda s, x: noting.note_printed(
        s, document="stueliste", how="har udskrevet", record=x.round
    ),
    "rounds.overview.overview": lambda s, x: overview.overview(s, x.library, x.round),
}
