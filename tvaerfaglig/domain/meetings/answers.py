"""What stands in a meeting's own parts: text, or lines with who said it and when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tvaerfaglig.domain.record import text_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line. `column` is the column, the house or the time box it stands in, `under` its name as it was
    then; `number` a step of a scale or the minutes that were used; `who` an id of the staff, or a name.
    """

    text: str = ""
    column: str = ""
    under: str = ""
    who: str = ""
    day: date | None = None
    number: int | None = None

    @property
    def is_empty(self) -> bool:
        return not self.text.strip() and self.number is None


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnAnswer:
    """What was written in one part. `heading` is its name as it was then, so that it can be read for ever,
    also where the form that asked for it is not known.
    """

    part: str
    heading: str = ""
    text: str = ""
    lines: tuple[Line, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not self.text.strip() and all(one.is_empty for one in self.lines)

    def words(self) -> str:
        return text_of(self.text, *(one.text for one in self.lines))


def answer_in(own: Iterable[OwnAnswer], part: str) -> OwnAnswer:
    """What stands in the part; an empty answer where nothing does."""
    return next((one for one in own if one.part == part), OwnAnswer(part=part))


def laid_over(own: Iterable[OwnAnswer], written: Iterable[OwnAnswer]) -> tuple[OwnAnswer, ...]:
    """Each part as it was last written, in the place it had; new ones last. Nothing else is touched."""
    new = {one.part: one for one in written}
    standing = tuple(new.pop(one.part, one) for one in own)
    return (*standing, *new.values())
