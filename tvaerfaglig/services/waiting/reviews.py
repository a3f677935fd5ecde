"""Sheets that wait to be gone through: a dagplejer writes alone, and somebody reads it with her."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Protocol

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.efforts.form import EffortForm
from tvaerfaglig.domain.efforts.kind import EffortKind
from tvaerfaglig.domain.efforts.records import Effort, Enrolment
from tvaerfaglig.domain.efforts.sheets import Sheet
from tvaerfaglig.domain.stored import Brief
from tvaerfaglig.services.waiting.things import Later, Morning, Waiting, mine_or_late
from tvaerfaglig.store import queries

PLACE = "indsatser"


class Running(Protocol):
    """An indsats that goes on, in which the looker may do something; `places` are those she may see."""

    @property
    def id(self) -> str: ...
    @property
    def effort(self) -> Effort: ...
    @property
    def kind(self) -> EffortKind: ...
    @property
    def places(self) -> tuple[Brief[Enrolment], ...]: ...
    @property
    def whose(self) -> set[str]: ...

    def way(self, *parts: str) -> str: ...


def reviews(morning: Morning, running: Iterable[Running]) -> Iterator[Later]:
    """A sheet that its writer has left to another to go through, for those whose part that is; never one's own."""
    read = {one.id: one for one in running if any(_mine_to_read(morning, one))}
    if not read:
        return
    vault = morning.session.vault
    children = {each.record.child for one in read.values() for each in one.places}
    found = queries.brief_of_children(vault, Sheet, children) if children else []
    if any(form.about_house for one in read.values() for form in _mine_to_read(morning, one)):
        found += [
            Brief(one.id, one.record, one.written_by) for one in queries.about_nobody(vault, Sheet)
        ]
    for sheet in found:
        made, effort = sheet.record, read.get(sheet.record.effort)
        if effort is not None and _waits_for_me(morning, effort, made):
            yield Later(None, made.child, "", partial(_review, morning, effort, sheet))


def _mine_to_read(morning: Morning, one: Running) -> Iterator[EffortForm]:
    role = morning.session.actor.role
    return (form for form in one.kind.forms if role in form.reviewed_by)


def _waits_for_me(morning: Morning, one: Running, made: Sheet) -> bool:
    """The leader is asked where nobody who reads it has a seat, or it has waited long."""
    session = morning.session
    form = next((each for each in _mine_to_read(morning, one) if each.id == made.form), None)
    if form is None or made.reviewed_on is not None or session.my_id in made.by:
        return False
    staff = session.staff()
    readers = {who for who in one.whose if who in staff and staff[who].role in form.reviewed_by}
    return not session.actor.role.leads or mine_or_late(morning, readers, made.day)


def _review(morning: Morning, one: Running, sheet: Brief[Sheet]) -> Waiting:
    made = sheet.record
    where = ("familie", made.enrolment, "ark", sheet.id) if made.child else ("ark", sheet.id)
    about = f" om {morning.short(made.child)}" if made.child else ""
    written = f"{one.effort.name}, skrevet {danish.day_short(made.day)}"
    return Waiting(
        "indsats_laes", f"Gå »{made.name}« igennem{about}", written, None, PLACE,
        one.way(*where), made.child, sheet.id,
    )  # fmt: skip
