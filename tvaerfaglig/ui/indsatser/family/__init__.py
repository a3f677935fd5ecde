"""One family's own page in an indsats: its goals, its sheets, its phases, and the forms they are written in.

`room.go("familie", ENROLMENT)` opens it; with `way_to` one of its pages: a sheet to read, a form to write in.
"""

from __future__ import annotations

from tvaerfaglig.ui.indsatser import FAMILY

READ, WRITE, GOAL, SCORE, BORN = "ark", "skriv", "maal", "trin", "foedt"


def way_to(enrolment: str, *parts: str) -> tuple[str, ...]:
    """What follows the effort's id."""
    return (FAMILY, enrolment, *parts)
