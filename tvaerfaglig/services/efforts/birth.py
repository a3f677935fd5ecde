"""The child is born: from then on the course is counted from the birthday, and no longer from the due day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from tvaerfaglig.domain.people import Sex
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.services.children import masked, save_child
from tvaerfaglig.services.errors import Unclear
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class Birth:
    """Without a name the child goes on being called as before it was born, until it has one."""

    on: date
    name: str = ""
    cpr: str = ""
    sex: Sex = Sex.UKENDT


def born(session: Session, child_id: str, birth: Birth, *, draft: str = "") -> Saved:
    """An expected child is born. The due day stays, for what was planned by it."""
    standing = session.child(child_id, Action.EDIT_CHILD)
    if standing.record.born is not None:
        raise Unclear("Fødselsdagen er skrevet. Ret den på barnets side.")
    if birth.on > session.today:
        raise Unclear("Den dag er ikke kommet endnu.")
    card = masked(standing.record)
    made = replace(
        card,
        born=birth.on,
        name=birth.name.strip() or card.name,
        cpr=birth.cpr.strip() or card.cpr,
        sex=birth.sex if birth.sex is not Sex.UKENDT else card.sex,
    )
    heads = standing.heads or (standing.version,)
    return save_child(session, made, child_id, replaces=heads, draft=draft)
