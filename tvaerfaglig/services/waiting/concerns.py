"""Concerns to follow up, and decisions to wait that are to be seen again."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.concern import Concern, NotNow
from tvaerfaglig.domain.stored import Brief
from tvaerfaglig.services.children.chronicle import first_sentence
from tvaerfaglig.services.waiting.things import WHY, Later, Morning, Waiting, mine_or_late


def decisions(morning: Morning) -> Iterator[Later]:
    """A decision not to underrette now, for those who took it and the leader."""
    session = morning.session
    for one in morning.not_now:
        decision = one.record
        if session.actor.role.leads or session.my_id in {*_deciders(one), one.written_by}:
            words = partial(_decision, morning, one)
            yield Later(decision.seen_again_on, decision.child, "", words)


def _deciders(one: Brief[NotNow]) -> tuple[str, ...]:
    return one.record.by or (one.written_by,)


def _decision(morning: Morning, one: Brief[NotNow]) -> Waiting:
    who, decision = morning.who, one.record
    said = danish.join_and([who.first(each) for each in _deciders(one)])
    return Waiting(
        "set_igen",
        f"Se på {morning.short(decision.child)} igen",
        f"{said} besluttede at vente: {first_sentence(who.said(decision.because), WHY)}",
        decision.seen_again_on,
        "boern",
        decision.child,
        decision.child,
        one.id,
    )


def concerns(morning: Morning) -> Iterator[Later]:
    """Open concerns: on their day, or without one. Long after it, or without one, the leader is asked too."""
    for one in morning.concerns:
        concern = one.record
        if mine_or_late(morning, {concern.by, one.written_by}, concern.next_on):
            words = partial(_concern, morning, one)
            yield Later(concern.next_on, concern.child, _thing(one), words)


def _thing(one: Brief[Concern]) -> str:
    return f"bekymring:{one.id}"


def _concern(morning: Morning, one: Brief[Concern]) -> Waiting:
    concern = one.record
    child = morning.short(concern.child)
    what = (
        f"Følg op på bekymringen om {child}"
        if concern.next_on
        else f"Hvornår ser I på {child} igen?"
    )
    return Waiting(
        "bekymring",
        what,
        concern.title,
        concern.next_on,
        "boern",
        concern.child,
        concern.child,
        one.id,
        _thing(one),
    )
