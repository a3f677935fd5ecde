"""Children whom I rate in a round that runs; for whoever leads it, that the last day is over and some are missing."""

from __future__ import annotations

from collections.abc import Iterator

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.rounds.course import is_late
from tvaerfaglig.domain.rounds.records import Round, RoundState
from tvaerfaglig.services.rounds import rules
from tvaerfaglig.services.waiting.things import Morning, Waiting
from tvaerfaglig.store import queries


def rounds(morning: Morning) -> Iterator[Waiting]:
    """One line for each round that runs: how many wait, never whom or how they are."""
    session = morning.session
    for stored in queries.in_state(session.vault, Round, RoundState.I_GANG):
        made = stored.record
        if made.dagtilbud not in session.actor.houses:
            continue
        given = rules.given(session, stored)
        left = [
            set(one.raters) - given.get(one.child, frozenset())
            for one in made.assigned
            if one.rated and one.child in morning.children
        ]
        mine = sum(session.my_id in waits for waits in left)
        others = sum(bool(waits - {session.my_id}) for waits in left)
        late = is_late(made, session.today) and rules.leads(session, made.dagtilbud)
        if mine:
            what = f"Vurder {danish.count(mine, 'barn', 'børn')} i trivselsrunden"
        elif late and others:
            what = f"Trivselsrunden mangler vurderinger af {danish.count(others, 'barn', 'børn')}"
        else:
            continue
        yield Waiting(
            kind=Round.KIND,
            what=what,
            about="Trivselsrunde",
            due=made.last,
            place="trivselsrunder",
            argument=stored.id,
        )
