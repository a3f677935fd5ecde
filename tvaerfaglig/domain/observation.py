"""An observation: what was seen and heard, kept apart from what anyone thinks of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, time
from enum import StrEnum
from typing import ClassVar

from tvaerfaglig.domain.record import Record, moment, text_of

SHORT = "kort"


class Sign(StrEnum):
    """What it shows ("Hvad viser det?"); another thing than the child's position."""

    RESSOURCE = "ressource"
    NEUTRAL = "neutral"
    BEKYMRING = "bekymring"


class Part(StrEnum):
    """The child's part in what happened."""

    HANDLER_OM = "handler_om"
    VAR_MED = "var_med"
    SAA_DET = "saa_det"

    @property
    def word(self) -> str:
        return {"handler_om": "handler om", "var_med": "var med", "saa_det": "så det"}[self.value]


class Source(StrEnum):
    """How the writer knows: first-hand, or told by someone."""

    SET = "set"
    HOERT = "hoert"
    SET_OG_HOERT = "set_og_hoert"
    FORTALT = "fortalt"

    @property
    def word(self) -> str:
        words = {"set": "set", "hoert": "hørt", "set_og_hoert": "set og hørt", "fortalt": "fortalt"}
        return words[self.value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Involved:
    child: str
    part: Part = Part.HANDLER_OM


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation(Record):
    """`text` may hold tokens `{barn:ID}` for known children; `correction` says why this version replaces another."""

    KIND: ClassVar[str] = "observation"

    involved: tuple[Involved, ...] = ()
    day: date
    at: time | None = None
    until: time | None = None
    place: str = ""
    seen_by: tuple[str, ...] = ()
    source: Source = Source.SET
    told_by: str = ""
    text: str = ""
    child_words: str = ""
    asked: str = ""
    words_where: str = ""
    categories: tuple[str, ...] = ()
    sign: Sign = Sign.NEUTRAL
    reflection: str = ""
    complete: bool = True
    correction: str = ""

    def about(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(one.child for one in self.involved))

    def happened(self) -> str:
        return moment(self.day, self.at)

    def state(self) -> str:
        return "skrevet" if self.complete else SHORT

    def words(self) -> str:
        return text_of(self.text, self.child_words, self.asked, self.place, self.told_by)

    def part_of(self, child: str) -> Part:
        return next((one.part for one in self.involved if one.child == child), Part.HANDLER_OM)

    def says_for(self, child: str) -> bool:
        """Whether the quoted words are this child's: where others were the ones it was about, they are not."""
        return self.part_of(child) is Part.HANDLER_OM

    def heard_for(self, child: str) -> Observation:
        """As it is read about this child: another's words are not shown where hers are quoted from."""
        return self if self.says_for(child) else replace(self, child_words="", asked="")
