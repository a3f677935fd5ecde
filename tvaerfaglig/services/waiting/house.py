"""What the leader is told: a child opened in need, and files that have been kept long enough."""

from __future__ import annotations

from collections.abc import Iterator

from tvaerfaglig.domain import danish
from tvaerfaglig.services import emergencies
from tvaerfaglig.services.erasing.due import files_due
from tvaerfaglig.services.waiting.things import Morning, Waiting


def in_need(morning: Morning) -> Iterator[Waiting]:
    """A child somebody opened in need: who, whom, why and when, until the leader has seen it."""
    for told in emergencies.not_seen_yet(morning.session):
        at = f"{danish.day_short(told.at.date())} kl. {danish.clock(told.at.time())}"
        what = f"{told.who} åbnede {told.child_name} i nødadgang"
        about = f"{at}: {told.reason}"
        yield Waiting(
            "noedadgang", what, about, told.at.date(), "boern", told.child, told.child, told.id
        )


def to_erase(morning: Morning) -> Iterator[Waiting]:
    """Files that have been kept long enough. Only that; what else is due stands in Sletning."""
    many = files_due(morning.session, morning.retention) if morning.retention else 0
    if many:
        what = "Ét barns sag kan slettes" if many == 1 else f"{many} børns sager kan slettes"
        about = "Fristen er nået. Du ser det igennem og bestemmer"
        yield Waiting("sletning", what, about, None, "indstillinger", "sletning")
