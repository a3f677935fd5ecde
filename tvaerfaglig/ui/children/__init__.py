"""Børn: the list of children and one child's page.

`desk.go("boern", argument)` takes a child's id, an `OpenChild`, a `NewChild`, or None for the list.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OpenChild:
    """A child's page at a tab ("tidslinje", "forloeb", "netvaerk", "samtykker", "dokumenter", "log") or an entry.

    `write` opens a form: "samtale", "fravaer", "familie", "bekymring", "position", "ikke_nu",
    "vaern", "samtykke", "deling" or "oplysninger"; `record` is the entry to open, or to correct there.
    """

    child: str
    tab: str = "tidslinje"
    write: str = ""
    record: str = ""


@dataclass(frozen=True, slots=True)
class NewChild:
    """An empty page with facts, for a child that comes to the house."""
