"""What indsatser leave that is about nobody: volunteers who came to an end, and efforts that were over long ago.

An effort's own record, its days and its sheets name nobody, and stand as long as some family's place points to
them: they go when the families' files have. One that was laid away before anybody was in it goes by the day
it was laid away.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.efforts.logs import Hours, VisitLog
from tvaerfaglig.domain.efforts.records import Effort, EffortSession, EffortState, Enrolment
from tvaerfaglig.domain.efforts.sheets import Sheet
from tvaerfaglig.domain.efforts.volunteers import Volunteer, VolunteerPlace
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.clock import DANISH
from tvaerfaglig.services.erasing.visits import Left, Reached
from tvaerfaglig.store import queries
from tvaerfaglig.store.vault import Vault

VOLUNTEERS, EFFORTS = "frivillig", "indsats"


def left_by_efforts(vault: Vault, houses: Collection[str], reached: Reached) -> Iterator[Left]:
    """House by house; `reached` says whether a period is over for what ended on a day."""
    gone = [
        one
        for one in queries.in_state(vault, Volunteer, "holdt_op")
        if one.record.ended_on and reached(VOLUNTEERS, one.record.ended_on)
    ]
    ended = queries.in_state(vault, Effort, EffortState.AFSLUTTET, EffortState.FJERNET)
    over = [one for one in ended if reached(EFFORTS, _over_since(one))]
    if over:
        kept = {one.record.effort for one in queries.all_of(vault, Enrolment)}
        over = [one for one in over if one.id not in kept]
    for house in sorted(houses):
        yield from _volunteers(vault, house, [one for one in gone if one.record.house == house])
        yield from _efforts(vault, house, [one for one in over if one.record.house == house])


def _volunteers(vault: Vault, house: str, gone: list[Stored[Volunteer]]) -> Iterator[Left]:
    if not gone:
        return
    ids, days = {one.id for one in gone}, [one.record.ended_on or date.max for one in gone]
    places = queries.about_nobody(vault, VolunteerPlace)
    own = [one.id for one in places if one.record.volunteer in ids]
    what = danish.count(len(gone), "frivillig, der er holdt op", "frivillige, der er holdt op")
    records = (*(one.id for one in gone), *own)
    yield Left(VOLUNTEERS, house, what, min(days), max(days), records, "Frivillige")


def _over_since(effort: Stored[Effort]) -> date:
    return effort.record.ended_on or effort.changed_at.astimezone(DANISH).date()


def _efforts(vault: Vault, house: str, over: list[Stored[Effort]]) -> Iterator[Left]:
    if not over:
        return
    ids, days = {one.id for one in over}, [_over_since(one) for one in over]
    inside = [
        *_of(queries.all_of(vault, EffortSession), ids),
        *_of(queries.about_nobody(vault, Sheet), ids),
        *_of(queries.about_nobody(vault, VisitLog), ids),
        *_of(queries.all_of(vault, Hours), ids),
    ]
    what = f"{danish.count(len(over), 'indsats', 'indsatser')} med sine dage og ark uden navne"
    records = (*(one.id for one in over), *inside)
    yield Left(EFFORTS, house, what, min(days), max(days), records, "Indsatser")


def _of(
    records: Iterable[Stored[EffortSession] | Stored[Sheet] | Stored[VisitLog] | Stored[Hours]],
    efforts: set[str],
) -> Iterator[str]:
    return (one.id for one in records if one.record.effort in efforts)
