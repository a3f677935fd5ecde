"""What a konsultation is prepared with, beside what the note has parts for, and what its parents are given."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tvaerfaglig.domain.record import text_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Preparation:
    """`left_out` are computed lines that somebody took off, by key; `begun_at` when the meeting took it over.

    The question, what is known, tried and said lie in the note's own parts from the first word: what is
    prepared there is never typed twice.
    """

    unknown: str = ""
    hypotheses: str = ""
    wanted: str = ""
    parents_part: str = ""
    left_out: tuple[str, ...] = ()
    begun_at: str = ""

    def words(self) -> str:
        return text_of(self.unknown, self.hypotheses, self.wanted, self.parents_part)


@dataclass(frozen=True, slots=True, kw_only=True)
class ForParents:
    """The sheet in plain Danish: what they are told, whose views they may read, and when they were given it."""

    talked: str = ""
    well: str = ""
    you_do: str = ""
    we_do: str = ""
    contact: str = ""
    views_too: bool = False
    given_on: date | None = None
    given_to: str = ""

    def words(self) -> str:
        return text_of(self.talked, self.well, self.you_do, self.we_do, self.contact)


NOTHING_PREPARED = Preparation()
NOTHING_FOR_PARENTS = ForParents()
