"""Indsatser: all of them, one with its rooms, and the forms over them.

`desk.go("indsatser", argument)`: None for the list, "ny[:CHILD]" for the shelf of kinds,
"begynd:KIND:HOUSE:CHILD" for a new one, "ID" for an effort, "ID:ROOM[:WHICH]" for one of its rooms
(`rooms.ROOMS`: "ID:venteliste", "ID:dage:SESSION", "ID:familie:ENROLMENT"), "ID:FORM[:WHICH]" for a form
about it (`page.FORMS`).
"""

from __future__ import annotations

PLACE = "indsatser"
NEW, BEGIN = "ny", "begynd"
OVERVIEW, FAMILIES, WAITING, FAMILY = "overblik", "familier", "venteliste", "familie"
SHEETS, SHEET = "ark", "skriv-ark"
CHANGE, CLOSE = "ret", "afslut"
JOIN, CORRECT, ADMIT, END, OFF = "skriv-paa", "ret-plads", "giv-plads", "slut", "tag-af"


def way(*parts: str) -> str:
    """The argument that leads to one of these pages."""
    return ":".join(filter(None, parts))
