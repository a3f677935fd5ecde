"""What a letter may say of a child's indsatser under »Det, vi har gjort«: each as one action, until it is written."""

from __future__ import annotations

from collections.abc import Iterable

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.efforts.tried import Tried
from tvaerfaglig.domain.underretning import Action


def offered(tried: Iterable[Tried], written: Iterable[Action]) -> tuple[Tried, ...]:
    """Those whose name stands in none of the actions yet, the first begun first."""
    said = "\n".join(one.what for one in written)
    return tuple(one for one in tried if one.name not in said)


def action_of(one: Tried) -> Action:
    """From when until when and how often they came; as its effect what the goals and the ending say."""
    until = f" til {danish.day(one.last)}" if one.last else ""
    effect = one.effect() or ("Vi har ikke gjort status endnu." if one.last is None else "")
    return Action(
        day=one.first,
        what=" ".join(filter(None, (f"{one.name}{until}: {one.stands}.", one.attendance()))),
        effect=effect,
    )
