"""The day in a line of agreement: »senest fredag«, »om 14 dage«, »i uge 48«, »hver torsdag til 18. december«."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from tvaerfaglig.domain.danish import MONTHS, WEEKDAYS, parse_date

_WEEKDAY = "|".join(WEEKDAYS)
_MONTH = "|".join(name if len(name) < 4 else f"{name[:3]}(?:{name[3:]})?" for name in MONTHS)
_DAY = (
    rf"(?:(?:på |næste )?(?:{_WEEKDAY})(?:,? (?:d\.|den))? \d{{1,2}}[./ ]+(?:\d{{1,2}}|{_MONTH})\.?"
    r"|i dag|i morgen|i overmorgen"
    rf"|(?:d\. ?|den )?\d{{1,2}}\. ?(?:{_MONTH})\b\.?(?: \d{{4}})?"
    r"|(?:d\. ?|den )?\d{1,2}[./]\d{1,2}(?:[./-]\d{2,4})?\.?"
    r"|\d{4}-\d{2}-\d{2}"
    rf"|(?:på |næste )?(?:{_WEEKDAY})"
    r"|om (?:en|et|to|tre|fire|fem|seks|\d{1,2}) (?:dag|dage|uge|uger|måned|måneder)"
    r"|(?:i )?(?:denne|næste) uge|i uge \d{1,2}|uge \d{1,2}|inden weekenden)"
)
_LEAD = r"(?:(?:senest|inden|til|fra|før)\s+)?"
_WHEN = re.compile(rf"(?:^|(?<=[\s,(–-])){_LEAD}(?P<day>{_DAY})(?=$|[\s,.;:)])", re.IGNORECASE)
_EVERY = re.compile(
    rf"\bhver (?P<nth>anden |andet |tredje |fjerde |\d+\. )?(?P<what>{_WEEKDAY}|uge|14\. dag|måned)\b"
    rf"(?:\s*,?\s*(?:frem )?(?:indtil|til(?: og med)?)\s+(?P<until>{_DAY}))?",
    re.IGNORECASE,
)
_NUMBERS = {"en": 1, "et": 1, "to": 2, "tre": 3, "fire": 4, "fem": 5, "seks": 6}
_NTH = {"anden": 2, "andet": 2, "tredje": 3, "fjerde": 4}
_FRIDAY = 4


@dataclass(frozen=True, slots=True)
class Read:
    """What a line says of time; `every` counts weeks."""

    due: date | None = None
    every: int = 0
    until: date | None = None


def read_day(line: str, today: date) -> tuple[str, Read]:
    """The line without the day that ends it, and the day. A day inside the line stays in its words."""
    again = _EVERY.search(line)
    if again is not None:
        return _cut(line, again.start(), again.end()), _rhythm(again, today)
    said = list(_WHEN.finditer(line))
    last = said[-1] if said else None
    due = _day(last["day"], today) if last else None
    if last is None or due is None:
        return line, Read()
    return _cut(line, last.start(), last.end()), Read(due=due)


def _cut(line: str, start: int, end: int) -> str:
    """Taken out where nothing but a full stop follows; else the sentence would lose its sense."""
    after = line[end:].strip(" .,;)")
    return line if after else line[:start].rstrip(" ,;–-(")


def _rhythm(found: re.Match[str], today: date) -> Read:
    what = found["what"].lower()
    nth = (found["nth"] or "").strip().lower()
    every = _NTH.get(nth) or (int(nth.rstrip(".")) if nth.rstrip(".").isdigit() else 1)
    if what == "14. dag":
        every = 2
    if what == "måned":
        every *= 4
    due = parse_date(what, today, ahead=True) if what in WEEKDAYS else today + timedelta(7)
    until = _day(found["until"], today) if found["until"] else None
    return Read(due=due, every=every, until=until)


def _day(words: str, today: date) -> date | None:
    plain = " ".join(words.lower().split())
    friday = today + timedelta(_FRIDAY - today.weekday())
    if plain in {"inden weekenden", "denne uge", "i denne uge"}:
        return max(friday, today)
    if plain in {"næste uge", "i næste uge"}:
        return friday + timedelta(7)
    week = re.fullmatch(r"(?:i )?uge (\d{1,2})", plain)
    if week:
        return _friday_of(int(week[1]), today)
    apart = re.fullmatch(r"om (\w+) (dag|uge|måned)\w*", plain)
    if apart:
        many = _NUMBERS.get(apart[1]) or int(apart[1])
        return today + timedelta(many * {"dag": 1, "uge": 7, "måned": 30}[apart[2]])
    if plain.startswith("på ") and plain.removeprefix("på ") not in WEEKDAYS:
        plain = plain.removeprefix("på ")
    return parse_date(plain.removeprefix("d. ").removeprefix("d."), today, ahead=True)


def _friday_of(week: int, today: date) -> date | None:
    for year in (today.year, today.year + 1):
        try:
            found = date.fromisocalendar(year, week, _FRIDAY + 1)
        except ValueError:
            continue
        if found >= today:
            return found
    return None
