"""Whom one may set at the table."""

from __future__ import annotations

from dataclasses import dataclass

from tvaerfaglig.domain.people import Authority, Role
from tvaerfaglig.services.session import Session


@dataclass(frozen=True, slots=True)
class Colleague:
    """Someone of the staff, for the table: her id, her name and her role, and whether she is an authority."""

    id: str
    name: str
    role: Role
    authority: Authority = Authority.UKENDT


def colleagues(session: Session) -> tuple[Colleague, ...]:
    """Everyone active, by name."""
    found = [
        Colleague(one, who.name, who.role, who.authority)
        for one, who in session.staff().items()
        if who.active
    ]
    return tuple(sorted(found, key=lambda one: one.name))
