"""What stands on the letters that follow an underretning, said as plain text.

Whoever fills one in has already asked for permission, masked other children and left out protected addresses.
"""

from __future__ import annotations

from dataclasses import dataclass

from tvaerfaglig.printouts.papers.parts import ChildFacts, Fact, Imprint, Signer


@dataclass(frozen=True, slots=True)
class Happened:
    """One line of the course: the day (empty where none was written), and what it was."""

    day: str
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderPaper:
    """A reminder, the letter to the municipality's leader, or the text for Ankestyrelsen.

    `guarded` is the overgreb variant: the banner, and "Strengt fortroligt". `rules` are heading and text of
    what law says, read at a source.
    """

    imprint: Imprint
    child: ChildFacts
    title: str
    receiver: str = ""
    date: str = ""
    concerning: str = ""
    guarded: bool = False
    opening: str = ""
    course: tuple[Happened, ...] = ()
    course_note: str = ""
    asks: str = ""
    closing: str = ""
    rules: tuple[Fact, ...] = ()
    signers: tuple[Signer, ...] = ()
