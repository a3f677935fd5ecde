"""A part that one kind of meeting has of its own: how it is answered, and its columns, boxes or scale."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class PartType(StrEnum):
    """How a part is answered. The frame (seen, thought, said) is said by the part beside it."""

    PROSE = "prosa"
    LINES = "linjer"
    COLUMNS = "spalter"
    SCALE = "skala"
    TIME = "tid"
    VIEWS = "syn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One of the columns that stand side by side, with the question that opens it."""

    id: str
    name: str
    question: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeBox:
    id: str
    name: str
    minutes: int
    guidance: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """A scale that everyone at the table answers alone; `lift` asks what would raise it by one."""

    lowest: int
    highest: int
    lowest_means: str
    highest_means: str
    lift: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPart:
    """`sourced` lines say who and when; without it nobody can be told by a line, on screen or paper."""

    type: PartType
    sourced: bool = False
    columns: tuple[Column, ...] = ()
    boxes: tuple[TimeBox, ...] = ()
    steps: Steps | None = None

    def column(self, column_id: str) -> Column | None:
        return next((one for one in self.columns if one.id == column_id), None)
