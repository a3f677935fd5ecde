"""Agreements that are mine to do."""

from __future__ import annotations

from collections.abc import Iterator

from tvaerfaglig.domain.agreements.standing import asks_now
from tvaerfaglig.domain.konsultation import Agreement
from tvaerfaglig.services.agreements.rules import without_hidden
from tvaerfaglig.services.names import Names
from tvaerfaglig.services.waiting.things import Morning, Waiting


def agreements(morning: Morning) -> Iterator[Waiting]:
    """Open agreements with my name on them, once their start has come; with parents not while the guard hides them."""
    session = morning.session
    mine = [one for one in morning.agreements if session.my_id in one.record.who]
    for one in without_hidden(session, mine):
        agreement = one.record
        if asks_now(agreement, session.today):
            yield Waiting(
                kind="aftale",
                what=morning.who.said(agreement.what),
                about=_about(agreement, morning.who),
                due=agreement.due,
                place="konsultationer",
                argument=f"aftaler:{one.id}",
                child=agreement.child,
                record=one.id,
            )


def _about(agreement: Agreement, who: Names) -> str:
    """Whom an agreement is about, for whoever may see her; else where it was made."""
    if agreement.child in who.children:
        return f"Aftale om {who.children[agreement.child].split()[0]}"
    return "Aftale fra en konsultation" if agreement.konsultation else "Aftale"
