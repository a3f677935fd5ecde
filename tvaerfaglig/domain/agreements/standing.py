"""Where an agreement stands today: over, today, this week, later, without a day, or ended."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from tvaerfaglig.domain.konsultation import Agreement, AgreementState


class Standing(StrEnum):
    """In the order in which one looks at them."""

    OVER = "over"
    I_DAG = "i_dag"
    DENNE_UGE = "denne_uge"
    SENERE = "senere"
    UDEN_DAG = "uden_dag"
    AFSLUTTET = "afsluttet"

    @property
    def word(self) -> str:
        return _WORDS[self]


_WORDS = {
    Standing.OVER: "Skulle være gjort",
    Standing.I_DAG: "I dag",
    Standing.DENNE_UGE: "Denne uge",
    Standing.SENERE: "Senere",
    Standing.UDEN_DAG: "Uden en dag",
    Standing.AFSLUTTET: "Afsluttet",
}


def standing(made: Agreement, today: date) -> Standing:
    """By its day. What is not to begin yet waits among the later ones."""
    if made.status is not AgreementState.AABEN:
        return Standing.AFSLUTTET
    if made.due is None:
        return Standing.UDEN_DAG
    if made.due < today:
        return Standing.OVER
    if made.due == today:
        return Standing.I_DAG
    begun = made.start_on is None or made.start_on <= today
    sunday = today + timedelta(6 - today.weekday())
    return Standing.DENNE_UGE if begun and made.due <= sunday else Standing.SENERE


def asks_now(made: Agreement, today: date) -> bool:
    """Whether somebody is to be reminded: it is open, and its start has come."""
    return made.status is AgreementState.AABEN and (made.start_on is None or made.start_on <= today)


def parents_may_read(made: Agreement) -> bool:
    """Whether it stands in the parents' copy: about their child, not only the staff's own, and still agreed."""
    stands = made.status in {AgreementState.AABEN, AgreementState.GJORT}
    return bool(made.child) and not made.internal and stands
