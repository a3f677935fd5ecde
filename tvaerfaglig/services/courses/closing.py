"""Close a concern with a reason and what was achieved, and take it up again: each a version, none a lock."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tvaerfaglig.domain.concern import Concern
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.errors import NotFound, Unclear
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries

NO_REASON = "Vælg, hvorfor bekymringen kan lukkes."
NO_WORDS = "Skriv med jeres egne ord, hvorfor den kan lukkes. Én linje er nok."
NOTHING_ACHIEVED = "Skriv, hvad der er opnået for barnet. Er det ikke nok, så skriv det."
NO_WHY = "Skriv kort, hvorfor I tager den op igen."
NO_DAY = "Hvilken dag ser I på det næste gang? Vælg en dag, der kommer."


def close(
    session: Session,
    concern_id: str,
    *,
    reason: str,
    because: str,
    achieved: str,
    on: date,
    draft: str = "",
) -> Saved:
    """Closed for one of the house's reasons, said in own words. It never keeps anybody from an underretning.

    Whoever may write about the child may close it, and may say it better later: the earlier words stay in its history.
    """
    before = _found(session, concern_id)
    if not reason:
        raise Unclear(NO_REASON)
    if not because.strip():
        raise Unclear(NO_WORDS)
    if not achieved.strip():
        raise Unclear(NOTHING_ACHIEVED)
    if on > session.today:
        raise Unclear("Dagen er ikke kommet endnu. Skriv den dag, I besluttede det.")
    if on < before.record.first_noticed:
        raise Unclear("Det er før den dag, I først lagde mærke til det. Hvilken dag er rigtig?")
    closed = replace(
        before.record,
        closed_for=reason,
        closed_because=because.strip(),
        achieved=achieved.strip(),
        closed_on=on,
        next_on=None,
    )
    return _put(session, before, closed, draft)


def take_up(
    session: Session, concern_id: str, *, because: str, next_on: date | None, draft: str = ""
) -> Saved:
    """Open again as a new version, with the reason and a day; how it was closed stands in the version before."""
    before = _found(session, concern_id)
    if before.record.closed_on is None:
        raise Unclear("Bekymringen er allerede åben.")
    if not because.strip():
        raise Unclear(NO_WHY)
    if next_on is None or next_on <= session.today:
        raise Unclear(NO_DAY)
    opened = replace(
        before.record,
        closed_for="",
        closed_because="",
        achieved="",
        closed_on=None,
        next_on=next_on,
        taken_up_on=session.today,
        taken_up_because=because.strip(),
    )
    return _put(session, before, opened, draft)


def _found(session: Session, concern_id: str) -> Stored[Concern]:
    found = queries.one(session.vault, Concern, concern_id)
    if found is None:
        raise NotFound("Bekymringen findes ikke længere.")
    session.child(found.record.child, Action.WRITE)
    return found


def _put(session: Session, before: Stored[Concern], made: Concern, draft: str) -> Saved:
    with session.write() as pen:
        if draft:
            pen.drop_draft(draft)
        return Saved(pen.put(made, before.id, replaces=before.heads), pen.changes)
