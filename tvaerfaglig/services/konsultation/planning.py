"""What one chooses from when a konsultation is planned, and what a named one could rest on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from tvaerfaglig.domain.consent import early
from tvaerfaglig.domain.konsultation import (
    Konsultation,
)
from tvaerfaglig.domain.people import Child
from tvaerfaglig.domain.protection import Samtykke
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.children.card import masked
from tvaerfaglig.services.children.guard import hides_parents
from tvaerfaglig.services.konsultation import sitting as konsultation_sitting
from tvaerfaglig.services.konsultation.colleagues import Colleague, colleagues
from tvaerfaglig.services.meetings import shelf
from tvaerfaglig.services.meetings.shelf import Choices
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries


@dataclass(frozen=True, slots=True)
class Planning:
    """What one may choose from when a konsultation is planned: children as (id, name, stue).

    `kept` is what was begun and never saved, `meetings` the kinds that the asker may plan.
    """

    colleagues: tuple[Colleague, ...]
    children: tuple[tuple[str, str, str], ...]
    places: tuple[str, ...]
    me: str
    today: date
    meetings: Choices
    kept: Konsultation | None = None


@dataclass(frozen=True, slots=True)
class Grounds:
    """What a named talk about this child could rest on today; no samtykke is offered while parents are hidden.

    `early` says which meeting on the early cooperation this one would be.
    """

    child: Stored[Child]
    samtykker: tuple[Stored[Samtykke], ...]
    hides_parents: bool
    meetings: Choices
    early: str = ""


def to_plan(session: Session, child_id: str = "", kept_as: str = "") -> Planning:
    """Who and what one may choose when one plans a konsultation (about this child).

    `kept_as` is where what was begun lies, when it is not with the child.
    """
    houses = session.houses()
    children = [
        (one, stored.record.name, houses[stored.record.dagtilbud].stue_name(stored.record.stue))
        for one, stored in session.children().items()
        if not stored.record.left and stored.record.dagtilbud in houses
    ]
    used = (one.record.place for one in queries.all_of(session.vault, Konsultation))
    return Planning(
        colleagues(session),
        tuple(sorted(children, key=lambda one: one[1])),
        tuple(dict.fromkeys(place for place in used if place)),
        session.my_id,
        session.today,
        shelf.choices(session, child_id),
        konsultation_sitting.kept_plan(session, kept_as or child_id),
    )


def grounds(session: Session, child_id: str) -> Grounds:
    """The standing samtykker of a child that one wishes to talk about by name."""
    child = session.child(child_id, Action.WRITE)
    hides = hides_parents(session, child_id)
    given = queries.of_child(session.vault, Samtykke, child_id)
    holding = tuple(one for one in given if one.record.holds_on(session.today) and not hides)
    before = early.meetings(queries.of_child(session.vault, Konsultation, child_id))
    return Grounds(
        replace(child, record=masked(child.record)),
        holding,
        hides,
        shelf.choices(session, child_id),
        early.said(len(before) + 1),
    )
