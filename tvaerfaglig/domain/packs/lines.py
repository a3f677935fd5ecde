"""Numbers and deadlines as lines that a leader types: one to a line, and refused in words where one is unclear."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tvaerfaglig.domain.errors import ForPeople
from tvaerfaglig.domain.packs.pack import Counting, Deadline, Number

_NUMBER = re.compile(
    r"(?P<name>[^:]{1,80}):\s*(?P<number>[0-9 +()/-]{2,40}?)\s*(?:\((?P<when>[^()]{1,80})\))?"
)
_DEADLINE = re.compile(
    r"(?P<name>[^:]{1,80}):\s*(?P<days>\d{1,3})\s+(?P<counting>hverdage?|dage?)", re.IGNORECASE
)
NUMBER_EXAMPLE = "Familieafdelingen: 12 34 50 20 (hverdage 8–15)"
DEADLINE_EXAMPLE = "Møde med forældrene: 14 dage"
_MOST = 60


class Unclear(ForPeople):
    """A line that cannot be read as what it should be; the text shows how."""


def numbers_from(text: str) -> tuple[Number, ...]:
    """»Familieafdelingen: 12 34 50 20 (hverdage 8–15)«, one to a line."""
    found = []
    for line in _lines(text):
        read = _NUMBER.fullmatch(line)
        if read is None:
            raise Unclear(f"»{line}« ligner ikke et nummer. Skriv det sådan: {NUMBER_EXAMPLE}")
        found.append(
            Number(
                name=read["name"].strip(),
                number=read["number"].strip(),
                when=(read["when"] or "").strip(),
            )
        )
    _once(one.name for one in found)
    return tuple(found)


def deadlines_from(text: str) -> tuple[Deadline, ...]:
    """»Møde med forældrene: 14 dage«, one to a line; dage count every day, hverdage do not."""
    found = []
    for line in _lines(text):
        read = _DEADLINE.fullmatch(line)
        if read is None or not 1 <= int(read["days"]) <= 365:
            raise Unclear(f"»{line}« ligner ikke en frist. Skriv den sådan: {DEADLINE_EXAMPLE}")
        hverdage = read["counting"].lower().startswith("hverdag")
        counting = Counting.HVERDAGE if hverdage else Counting.DAYS
        found.append(Deadline(name=read["name"].strip(), days=int(read["days"]), counting=counting))
    _once(one.name for one in found)
    return tuple(found)


def numbers_as_lines(numbers: tuple[Number, ...]) -> str:
    return "\n".join(
        f"{one.name}: {one.number}{f' ({one.when})' if one.when else ''}" for one in numbers
    )


def deadlines_as_lines(deadlines: tuple[Deadline, ...]) -> str:
    return "\n".join(f"{one.name}: {one.days} {one.counting.value}" for one in deadlines)


def _lines(text: str) -> Iterator[str]:
    found = [line for one in text.splitlines() if (line := " ".join(one.split()))]
    if len(found) > _MOST:
        raise Unclear(f"Der er plads til {_MOST} linjer.")
    yield from found


def _once(names: Iterator[str]) -> None:
    seen: set[str] = set()
    for one in names:
        if one in seen:
            raise Unclear(f"»{one}« står der to gange. Giv den ene et andet navn.")
        seen.add(one)
