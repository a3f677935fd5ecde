"""Besøg: the visits of all one's houses, the day list of one, and the forms beside them.

`desk.go("konsultationer", "besoeg")` is the year, "besoeg:ID" the day list of a visit, and "besoeg:WORD[:ID]"
a form: see `page.FORMS`.
"""

from __future__ import annotations

PLACE = "konsultationer"
SECTION = "besoeg"


def way(*parts: str) -> str:
    """The argument that leads to one of these pages."""
    return ":".join((SECTION, *filter(None, parts)))
