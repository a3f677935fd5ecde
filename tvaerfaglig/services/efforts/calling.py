"""A roll while it is called: the answers so far are the caller's own draft, until all of hers are given.

So a door that opens, a lock that falls or a morning that is over before the roll is loses none of them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from tvaerfaglig.domain.efforts.records import Presence
from tvaerfaglig.domain.efforts.roll_call import Mark, RollCall
from tvaerfaglig.domain.errors import ForPeople
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.services import drafts
from tvaerfaglig.services.efforts import one_day, roll
from tvaerfaglig.services.efforts.one_day import DayPage
from tvaerfaglig.services.efforts.roll import Called
from tvaerfaglig.services.session import Session


@dataclass(frozen=True, slots=True)
class Calling:
    """The day, and the roll where one left it."""

    page: DayPage
    call: RollCall


def begun(session: Session, session_id: str) -> Calling:
    """The roll of a day as far as one came with it."""
    page = one_day.day_page(session, session_id)
    draft = drafts.one(session, _key(session_id))
    kept = json.loads(draft.content)["marks"] if draft else []
    marks = [Mark(**{**one, "people": tuple(one["people"])}) for one in kept]
    return Calling(page, page.roll.resumed(marks) if page.roll else RollCall(()))


def keep(session: Session, session_id: str, marks: Iterable[Mark]) -> str:
    """Keep the answers so far; the answer is the clock."""
    roll.roll(session, session_id)
    content = json.dumps({"marks": [asdict(one) for one in marks]}, ensure_ascii=False)
    return drafts.keep(session, _key(session_id), Presence.KIND, content)


def hand_in(session: Session, session_id: str, marks: Iterable[Mark]) -> Called:
    """All of hers are given: the roll is kept, and the draft goes in the same act."""
    return roll.call(session, session_id, marks, draft=_key(session_id))


def take_back(session: Session, session_id: str, marks: Iterable[Mark], called: Called) -> Changes:
    """*Fortryd*: the day is open again, and these answers are a draft as before.

    The draft comes first, so that no answer is gone from both if the program stops between the two.
    """
    keep(session, session_id, marks)
    try:
        return roll.take_back(session, session_id, called)
    except ForPeople:
        drafts.drop(session, _key(session_id))
        raise


def half_called(session: Session) -> frozenset[str]:
    """The days whose roll I began and have not given to the end."""
    mine = drafts.mine(session, Presence.KIND)
    return frozenset(one.key.partition(":")[2] for one in mine)


def _key(session_id: str) -> str:
    return f"{Presence.KIND}:{session_id}"
