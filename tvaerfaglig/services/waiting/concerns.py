"""Concerns to follow up, and decisions to wait that are to be seen again."""

from __future__ import annotations

from collections.abc import Iterator

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.concern import NOT_SEEN_AGAIN, OPEN, Concern, NotNow
from tvaerfaglig.services.children.chronicle import first_sentence
from tvaerfaglig.services.waiting.things import WHY, Morning, Waiting, mine_or_late
from tvaerfaglig.store import queries


def decisions(morning: Morning) -> Iterator[Waiting]:
    """A decision not to underrette now, for those who took it and the leader."""
    session, who = morning.session, morning.who
    for one in queries.of_children(session.vault, NotNow, morning.children, NOT_SEEN_AGAIN):
        decision = one.record
        deciders = decision.by or (one.written_by,)
        if session.my_id in {*deciders, one.written_by} or session.actor.role.leads:
            said = danish.join_and([who.first(each) for each in deciders])
            yield Waiting(
                "set_igen",
                f"Se på {morning.short(decision.child)} igen",
                f"{said} besluttede at vente: {first_sentence(who.said(decision.because), WHY)}",
                decision.seen_again_on,
                "boern",
                decision.child,
                decision.child,
                one.id,
            )


def concerns(morning: Morning) -> Iterator[Waiting]:
    """Open concerns: on their day, or without one. Long after it, or without one, the leader is asked too."""
    session = morning.session
    for one in queries.of_children(session.vault, Concern, morning.children, OPEN):
        concern = one.record
        if not mine_or_late(morning, {concern.by, one.written_by}, concern.next_on):
            continue
        child = morning.short(concern.child)
        what = (
            f"Følg op på bekymringen om {child}"
            if concern.next_on
            else f"Hvornår ser I på {child} igen?"
        )
        yield Waiting(
            "bekymring",
            what,
            concern.title,
            concern.next_on,
            "boern",
            concern.child,
            concern.child,
            one.id,
            f"bekymring:{one.id}",
        )
