"""What a meeting's own parts say on paper: every word already masked, every person said by name.

The konsultationsnotat prints them all in the note's order; a landscape sheet of its own (the three
columns, the three houses, the scale) takes the one section it is about: `KonsultationPaper.own_section`.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidLine:
    """One line. `by` is who said or saw it, as "Mette Sørensen"; `when` the day, as "12. nov."."""

    text: str
    by: str = ""
    when: str = ""

    @property
    def source(self) -> str:
        return ", ".join(filter(None, (self.by, self.when)))


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnColumn:
    """A column, a house, a party or a time box, with its question and its lines."""

    id: str
    heading: str
    question: str = ""
    lines: tuple[SaidLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleRow:
    """One person on the scale; `before` is the number last time, `lift` what would raise it by one."""

    who: str
    now: int | None
    before: int | None = None
    before_when: str = ""
    lift: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnSection:
    """One own part. `type` and `frame` are words of the form: prosa, linjer, spalter, skala, tid, syn;
    set, taenkt, ord. `low` and `high` say what the ends of the scale mean.
    """

    part: str
    heading: str
    type: str = "prosa"
    frame: str = ""
    text: str = ""
    columns: tuple[OwnColumn, ...] = ()
    scale: tuple[ScaleRow, ...] = ()
    low: str = ""
    high: str = ""
    lift: str = ""

    @property
    def holds(self) -> bool:
        """Whether anything was written there."""
        return bool(
            self.text.strip()
            or any(one.lines for one in self.columns)
            or any(one.now is not None or one.lift for one in self.scale)
        )
