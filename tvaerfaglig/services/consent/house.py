"""How long a new consent holds in this house: the house's own choice, else the program's "lokal praksis"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from tvaerfaglig.domain.consent.form import LONGEST_MONTHS, ConsentForm
from tvaerfaglig.domain.consent.standing import valid_until
from tvaerfaglig.services import staffing
from tvaerfaglig.services.errors import Unclear
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.session import Session


@dataclass(frozen=True, slots=True)
class Validity:
    """`own` when the house has chosen it."""

    months: int
    own: bool

    def until(self, given_on: date) -> date:
        return valid_until(given_on, self.months)


def validity(session: Session, form: ConsentForm) -> Validity:
    own = session.settings().consent_months
    return Validity(own or form.months, bool(own))


def set_validity(session: Session, months: int) -> Saved:
    """For consents that are given from now on; those that stand keep their day. For the leader."""
    if not 1 <= months <= LONGEST_MONTHS:
        raise Unclear(f"Vælg mellem 1 og {LONGEST_MONTHS} måneder.")
    return staffing.save_settings(session, replace(session.settings(), consent_months=months))
