"""What a name may be taken for, said of those at the table of whom it is true or not known, and only then."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.konsultation import Participant
from tvaerfaglig.domain.people import Authority, Role
from tvaerfaglig.services.konsultation.colleagues import Colleague

RULES = ("indstillinger", "regler")
"""Where *Om reglerne* is."""


def counts_as(table: Iterable[Participant], colleagues: Sequence[Colleague]) -> str:
    """Empty where nobody at the table decides in cases at the municipality, as far as anybody has said."""
    here = {one.staff for one in table}
    people = [one for one in colleagues if one.id in here]
    decide = [one.name.split()[0] for one in people if one.authority is Authority.JA]
    if decide:
        who = danish.join_and(decide)
        return (
            f"{who} er myndighed i kommunen. Det, I siger med navn, kan blive behandlet som en "
            "underretning."
        )
    asked = [one.name.split()[0] for one in people if _may_decide(one)]
    if not asked:
        return ""
    return (
        f"Er {danish.join_and(asked)} myndighed i kommunen, kan det, I siger med navn, blive behandlet som "
        "en underretning. Ved du det ikke, så spørg, før du siger navnet."
    )


def _may_decide(one: Colleague) -> bool:
    return one.role is Role.SOCIALRAADGIVER and one.authority is Authority.UKENDT
