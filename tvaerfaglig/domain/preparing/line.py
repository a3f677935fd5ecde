"""A line that was computed from the log, with where it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """`key` stays the same from day to day, so that what was left out stays left out.

    `text` may hold tokens of children; `words` are the child's own, `asked` what the adult had asked.
    `record` is the observation that the line is.
    """

    key: str
    text: str
    source: str = ""
    when: date | None = None
    record: str = ""
    words: str = ""
    asked: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FromTheLog:
    """Everything the log offers to one sheet, part by part. Nothing of it is written until the meeting begins."""

    known: tuple[Line, ...] = ()
    counts: tuple[Line, ...] = ()
    unknown: tuple[Line, ...] = ()
    strengths: tuple[Line, ...] = ()
    tried: tuple[Line, ...] = ()
    voice: tuple[Line, ...] = ()
    parents: tuple[Line, ...] = ()

    def without(self, left_out: tuple[str, ...]) -> FromTheLog:
        """What is left when somebody has taken lines off."""

        def kept(lines: tuple[Line, ...]) -> tuple[Line, ...]:
            return tuple(one for one in lines if one.key not in left_out)

        return FromTheLog(
            known=kept(self.known),
            counts=kept(self.counts),
            unknown=kept(self.unknown),
            strengths=kept(self.strengths),
            tried=kept(self.tried),
            voice=kept(self.voice),
            parents=kept(self.parents),
        )
