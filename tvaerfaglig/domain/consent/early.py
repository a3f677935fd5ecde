"""Meetings that rest on the early cooperation: counted and said, never stopped.

The rule gives one meeting about a child, in special cases one more to follow up.
"""

from __future__ import annotations

from collections.abc import Iterable

from tvaerfaglig.domain.konsultation import Konsultation, KonsultationState
from tvaerfaglig.domain.protection import Basis
from tvaerfaglig.domain.stored import Stored

RULE = (
    "Så vidt vi ved, rækker grundlaget til ét møde om barnet og i særlige tilfælde ét opfølgende."
)


def meetings(talks: Iterable[Stored[Konsultation]]) -> list[Stored[Konsultation]]:
    """Those of a child's talks that rest on it and were not cancelled, the first first."""
    found = [
        one
        for one in talks
        if one.record.basis == Basis.TIDLIGT_SAMARBEJDE
        and one.record.status is not KonsultationState.AFLYST
    ]
    return sorted(found, key=lambda one: (one.record.happened(), one.id))


def said(number: int) -> str:
    """What one is told of the meeting with this number; 1 is the first."""
    if number <= 1:
        return f"Det er det første møde på dette grundlag. {RULE}"
    if number == 2:
        return f"Det er møde nr. 2 på dette grundlag. {RULE} Er det et opfølgende møde?"
    return (
        f"Det er møde nr. {number} på dette grundlag. {RULE} "
        "Kunne I spørge familien om samtykke, eller tale om det uden navn?"
    )
