"""What a round says when it is counted, for whoever leads it: nobody is named, and every small number is hidden.

No number here is about a rater, and none is a ranking, of children, of staff or of stuer.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tvaerfaglig.domain.concern import Position
from tvaerfaglig.domain.contact import ParentContact
from tvaerfaglig.domain.people import Child, Dagtilbud, Sex
from tvaerfaglig.domain.rounds import counting
from tvaerfaglig.domain.rounds.counting import Counted, Overview, age_band
from tvaerfaglig.domain.rounds.course import all_in
from tvaerfaglig.domain.rounds.form import months_old
from tvaerfaglig.domain.rounds.records import Doing, Round, RoundState
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.library import Library
from tvaerfaglig.services.rounds import rules
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries

_SEXES = {Sex.PIGE: "piger", Sex.DRENG: "drenge"}
_NO_SEX, _NO_STUE = "køn ikke skrevet", "uden stue"


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundOverview:
    """One round counted. `asked` are its children, `on_time` (done, asked) those rated by all in time."""

    stored: Stored[Round]
    house: str
    stuer: str
    asked: int
    on_time: tuple[int, int] | None
    counted: Overview
    words: dict[Position, str]
    since: date | None
    today: date

    @property
    def closed(self) -> bool:
        return self.stored.record.status is RoundState.LUKKET

    @property
    def id(self) -> str:
        return self.stored.id


def overview(session: Session, library: Library, round_id: str) -> RoundOverview:
    """One round counted. For whoever leads the house's rounds, of that house only."""
    stored = rules.found(session, round_id)
    rules.require_lead(session, stored.record.dagtilbud)
    house = session.houses()[stored.record.dagtilbud]
    children = {one: found.record for one, found in session.children().items()}
    earlier = _earlier(session, stored)
    least = library.trivselsrunde.least
    asked = [one for one in stored.record.assigned if one.rated and one.child in children]
    return RoundOverview(
        stored=stored,
        house=house.name,
        stuer=", ".join(filter(None, map(house.stue_name, stored.record.stuer))),
        asked=len(asked),
        on_time=_on_time(session, stored, children, least),
        counted=counting.overview(_counted(session, stored, earlier, children, house), least),
        words={one.position: one.word for one in library.positions.steps},
        since=earlier.record.first if earlier else None,
        today=session.today,
    )


def _counted(
    session: Session,
    stored: Stored[Round],
    earlier: Stored[Round] | None,
    children: dict[str, Child],
    house: Dagtilbud,
) -> Iterator[Counted]:
    """Every child of this round or the one before."""
    now = rules.joints(session, stored)
    before = rules.joints(session, earlier) if earlier else {}
    talked = queries.last_day(session.vault, ParentContact, now)
    for one in sorted({*now, *before} & set(children)):
        child, joint = children[one], now[one].record if one in now else None
        yield Counted(
            stue=house.stue_name(child.stue) or _NO_STUE,
            age=age_band(months_old(child.born, stored.record.last)),
            sex=_SEXES.get(child.sex, _NO_SEX),
            now=joint.position if joint else None,
            before=before[one].record.position if one in before else None,
            acted=joint is not None and bool(set(joint.doing) - {Doing.HOLD_FAST}),
            talked=joint is not None and talked.get(one, "") >= joint.day.isoformat(),
        )


def _earlier(session: Session, stored: Stored[Round]) -> Stored[Round] | None:
    """The newest round that was closed before this one and had some of the same children."""
    here = {one.child for one in stored.record.assigned}
    held = [
        one
        for one in queries.all_of(session.vault, Round)
        if one.record.dagtilbud == stored.record.dagtilbud
        and one.record.status is RoundState.LUKKET
        and one.record.first < stored.record.first
        and here & {each.child for each in one.record.assigned}
    ]
    return max(held, key=lambda one: one.record.first, default=None)


def _on_time(
    session: Session, stored: Stored[Round], children: dict[str, Child], least: int
) -> tuple[int, int] | None:
    """Children whom all had rated by the last day. It tells of the house's work, so only a small whole is hidden."""
    made, on = stored.record, rules.given_on(session, stored)
    asked = [one for one in made.assigned if one.rated and one.child in children]
    done = sum(
        all_in(one, (by for by, day in on.get(one.child, {}).items() if day <= made.last))
        for one in asked
    )
    return (done, len(asked)) if len(asked) >= least else None
