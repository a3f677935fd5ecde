"""A round of Solsikken, made and rated in a line or two."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from tvaerfaglig.domain.concern import Position
from tvaerfaglig.domain.observation import Involved, Observation, Sign
from tvaerfaglig.domain.rounds.records import Assigned, Doing, Joint, Mark, Rating, Round
from tvaerfaglig.services import library, recording
from tvaerfaglig.services.rounds import planning, rating, together

TODAY = date(2026, 11, 12)
LAST = date(2026, 11, 30)
LIBRARY = library.load()
DOMAINS = tuple(one.id for one in LIBRARY.trivselsrunde.domains)
HOUSE = "maelkeboetten"


def planned(hanne: Any, **more: Any) -> str:
    """Alma and Bertil, rated by Mette and the leader."""
    raters = ("mette", "hanne")
    made = Round(
        dagtilbud=HOUSE,
        first=TODAY,
        last=LAST,
        stuer=("solsikken",),
        assigned=(Assigned(child="alma", raters=raters), Assigned(child="bertil", raters=raters)),
    )
    return planning.save(hanne, replace(made, **more)).id


def begun(hanne: Any, **more: Any) -> str:
    key = planned(hanne, **more)
    planning.start(hanne, key)
    return key


def rated(
    round_id: str, child: str = "alma", step: str = "trives", said: str = "Set ved vinduet."
) -> Rating:
    """A whole rating, the same step everywhere."""
    marks = tuple(Mark(domain=one, step=step, sentence=said) for one in DOMAINS)
    return Rating(
        round=round_id, child=child, by="", day=TODAY, marks=marks, overall=step, sentence=said
    )


def give(
    session: Any,
    round_id: str,
    child: str = "alma",
    step: str = "trives",
    said: str = "Set ved vinduet.",
) -> None:
    rating.give(session, LIBRARY, rated(round_id, child, step, said))


def joint(round_id: str, child: str = "alma", **more: Any) -> Joint:
    made = Joint(
        round=round_id, child=child, day=TODAY, overall="bekymring", position=Position.TRIVES,
        sentence="Hun er stille, når hun afleveres.", doing=(Doing.HVERDAG,), change="Mette tager imod hver morgen.",
    )  # fmt: skip
    return replace(made, **more)


def agree(session: Any, round_id: str, child: str = "alma", **more: Any) -> str:
    return together.save(session, LIBRARY, joint(round_id, child, **more)).id


def seen(session: Any, child: str, text: str, sign: Sign = Sign.NEUTRAL, day: date = TODAY) -> str:
    made = Observation(day=day, involved=(Involved(child=child),), text=text, sign=sign)
    return recording.save(session, made).id
