"""A CPR number: parse, judge, mask.

Nothing is refused but what has not ten digits. Modulus 11 is not used: numbers given out since 2007
may fail it. An odd date is asked about, for an erstatnings-CPR adds 60 to the day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tvaerfaglig.domain import danish

_SHAPE = re.compile(r"(\d{6})\s*[-–]?\s*(\d{4})")
_IN_TEXT = re.compile(r"(?<![\d-])(\d{6})(?:(\s?[-–]\s?)|\s)?(\d{4})(?![\d-])")
_SUBSTITUTE = 60


@dataclass(frozen=True, slots=True)
class Cpr:
    """Ten digits in the right shape; whether they can be true is for `ask_about` to wonder."""

    digits: str

    def __str__(self) -> str:
        return f"{self.digits[:6]}-{self.digits[6:]}"

    @property
    def is_substitute(self) -> bool:
        """An erstatnings-CPR: the day is 60 higher than the birthday."""
        return _SUBSTITUTE < int(self.digits[:2]) <= _SUBSTITUTE + 31

    @property
    def born_on(self) -> date | None:
        """The date in the number, century included; None where there is no such day."""
        from stdnum.dk import cpr  # 15 ms, and most starts never meet a number
        from stdnum.exceptions import InvalidComponent

        day = int(self.digits[:2]) - (_SUBSTITUTE if self.is_substitute else 0)
        try:
            found: date = cpr.get_birth_date(f"{day:02}{self.digits[2:]}")
        except InvalidComponent:
            return None
        return found


@dataclass(frozen=True, slots=True)
class CprInText:
    """Where a number stands in a text."""

    start: int
    end: int
    cpr: Cpr


def parse_cpr(text: str) -> Cpr | None:
    """The number in what was typed, with or without hyphen and spaces."""
    found = _SHAPE.fullmatch(text.strip())
    return Cpr(found[1] + found[2]) if found else None


def why_not_cpr(text: str) -> str:
    """What to ask where `parse_cpr` finds no number; empty where it does or nothing was typed."""
    if not text.strip() or parse_cpr(text) is not None:
        return ""
    strange = re.sub(r"[\d\s–-]", "", text)
    if strange:
        return f"Et CPR-nummer er kun tal. Hvad er »{strange}«?"
    here = sum(each.isdigit() for each in text)
    if here == 10:
        return "Skriv nummeret som seks tal, bindestreg og fire tal."
    return f"Et CPR-nummer har ti tal. Her står {danish.in_words(here)}."


def ask_about(cpr: Cpr, born: date | None = None) -> str:
    """One question where the number is odd or says another birthday; empty where it is neither."""
    in_number = cpr.born_on
    if in_number is None:
        return (
            f"Der er ingen dag, der skrives {cpr.digits[:2]}.{cpr.digits[2:4]}."
            f"{cpr.digits[4:6]}. Står nummeret rigtigt?"
        )
    if born is not None and born != in_number:
        return (
            f"CPR-nummeret siger {danish.day(in_number)}, fødselsdatoen siger {danish.day(born)}. "
            "Hvilken er rigtig?"
        )
    if cpr.is_substitute:
        return f"Nummeret begynder med {cpr.digits[:2]}. Er det et erstatnings-CPR-nummer?"
    return ""


def mask(cpr: Cpr) -> str:
    """140322-••••, as it stands until someone asks to see it."""
    return f"{cpr.digits[:6]}-••••"


def find_cprs(text: str) -> tuple[CprInText, ...]:
    """Numbers in running text: any with a hyphen, without one only where the date is possible."""
    return tuple(_found_in(text))


def _found_in(text: str) -> Iterator[CprInText]:
    for found in _IN_TEXT.finditer(text):
        cpr = Cpr(found[1] + found[3])
        if found[2] or cpr.born_on is not None:
            yield CprInText(found.start(), found.end(), cpr)
