"""What was tried, and what came of it: agreements, what parents and we agreed, earlier notes and letters."""

from __future__ import annotations

from collections.abc import Iterable

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.contact import ParentContact
from tvaerfaglig.domain.efforts.tried import Tried
from tvaerfaglig.domain.konsultation import Agreement, AgreementState, Verdict
from tvaerfaglig.domain.preparing.line import Line
from tvaerfaglig.domain.stored import Stored

MOST = 5
_VERDICTS = {
    Verdict.FORTSAET: "fortsætter",
    Verdict.JUSTER: "justeret",
    Verdict.GJORT: "gjort",
    Verdict.STOP: "stoppet",
}
_STATES = {
    AgreementState.AABEN: "ikke afsluttet",
    AgreementState.GJORT: "gjort",
    AgreementState.OPGIVET: "stoppet",
    AgreementState.JUSTERET: "justeret",
}


def of_agreements(agreements: Iterable[Stored[Agreement]]) -> tuple[Line, ...]:
    """The newest that were not taken off the list again, with what came of each, the oldest first."""
    stood = [one for one in agreements if one.record.status is not AgreementState.FJERNET]
    stood.sort(key=lambda one: (one.record.made_on, one.id))
    return tuple(
        Line(
            key=f"aftale:{one.id}",
            text=_said(one.record),
            source=f"Aftale, {danish.day_of_month(one.record.made_on)}",
            when=one.record.made_on,
        )
        for one in stood[-MOST:]
    )


def _said(made: Agreement) -> str:
    how = _VERDICTS[made.verdict] if made.verdict else _STATES.get(made.status, "")
    day = f" {danish.day_and_month(made.done_on)}" if made.done_on else ""
    effect = made.outcome.strip().rstrip(".") or "ikke skrevet"
    return f"{made.what.strip().rstrip('.')}: {how}{day}. Virkning: {effect}."


def of_efforts(places: Iterable[Tried]) -> tuple[Line, ...]:
    """Each indsats that the family was or is in, with how often they came and what came of it."""
    return tuple(
        Line(
            key=f"indsats:{one.enrolment}",
            text=" ".join(
                filter(
                    None,
                    (
                        f"{one.name}: {one.stands}.",
                        one.attendance(),
                        f"Virkning: {one.effect() or 'ikke set endnu.'}",
                    ),
                )
            ),
            source=f"Indsats, fra {danish.day_of_month(one.first)}",
            when=one.first,
        )
        for one in places
    )


def of_talks(talks: Iterable[Stored[ParentContact]]) -> tuple[Line, ...]:
    """What parents and we agreed on."""
    agreed = [one for one in talks if one.record.agreed.strip()]
    agreed.sort(key=lambda one: (one.record.day, one.id))
    return tuple(
        Line(
            key=f"samtale:{one.id}",
            text=one.record.agreed.strip(),
            source=f"Samtale med forældrene, {danish.day_of_month(one.record.day)}",
            when=one.record.day,
        )
        for one in agreed[-2:]
    )
