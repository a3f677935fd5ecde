"""The child is born: from then on all is counted from the birthday. One road, whichever page one comes from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.people import Child, Sex
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.services.children.card import masked, save_child
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


def already(child: Child) -> str:
    """The word to who comes to write a birth that is written; empty while the child is expected."""
    if child.born is None:
        return ""
    return (
        f"Fødslen er allerede skrevet: {child.first_name} er født {danish.day(child.born)}. "
        "Er dagen en anden, så ret den under »Ret oplysninger« på barnets side."
    )


def born(session: Session, child_id: str, birth: Birth, *, draft: str = "") -> Saved:
    """An expected child is born. The due day stays, for what was planned by it."""
    standing = session.child(child_id, Action.EDIT_CHILD)
    if said := already(standing.record):
        raise Unclear(said)
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
