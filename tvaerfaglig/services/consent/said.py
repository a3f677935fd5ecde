"""What both papers about consent say alike: which consent, who is who, and the words put into their texts."""

from __future__ import annotations

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.masking import shown
from tvaerfaglig.domain.people import Child, Dagtilbud
from tvaerfaglig.domain.protection import Samtykke
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.errors import NotFound
from tvaerfaglig.services.printing import paper_facts
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries


def found(session: Session, samtykke_id: str) -> Stored[Samtykke]:
    """The consent, for whoever may ask the child's family for one."""
    stored = queries.one(session.vault, Samtykke, samtykke_id)
    if stored is None:
        raise NotFound("Samtykket findes ikke længere.")
    session.child(stored.record.child, Action.SHARE)
    return stored


def names(child: Child, house: Dagtilbud | None) -> dict[str, str]:
    """What stands for {barn}, {barnets} and {hus}."""
    return {
        "barn": child.first_name if child.born else "det barn, I venter",
        "barnets": danish.possessive(child.first_name) if child.born else "barnets",
        "hus": paper_facts.house_name(house, child) or "dagtilbuddet",
    }


def staff(session: Session) -> dict[str, str]:
    return {one: who.name for one, who in session.staff().items()}


def givers(given: Samtykke, child: Child) -> str:
    """By their names, as a letter is addressed."""
    known = {one.id: one.name for one in child.parents}
    return danish.join_and([known.get(one, one) for one in given.givers])


def masked(text: str, child_id: str, child: Child) -> str:
    """What somebody typed, with any other child as "et andet barn"."""
    return shown(text, {child_id: child.first_name})
