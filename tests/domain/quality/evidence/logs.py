"""An invented log: a child who is fetched late, and the days she was there."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time, timedelta

from tvaerfaglig.domain.attendance import AbsentDay, Attendance
from tvaerfaglig.domain.deadline import is_hverdag
from tvaerfaglig.domain.observation import Involved, Observation, Part, Sign, Source
from tvaerfaglig.domain.quality.evidence.log import Log, Seen
from tvaerfaglig.domain.quality.language.known import Known
from tvaerfaglig.domain.quality.language.prose import Prose
from tvaerfaglig.services import library

CHILD = "vigga"
TODAY = date(2026, 11, 12)
WORDS = library.evidence_words()
LANGUAGE = library.language()
LEXICON = LANGUAGE.lexicon
KNOWN = Known(name="Vigga Holst", today=TODAY)


def topic(name: str):
    return next(one for one in WORDS.topics if one.id == name)


def prose(text: str) -> Prose:
    return Prose(text, LEXICON, KNOWN.child_names, KNOWN.parent_names, KNOWN.other_names)


def seen(
    day: date,
    text: str = "Vigga blev hentet kl. 17.20, efter lukketid.",
    kinds: tuple[str, ...] = ("aftaler.tider",),
    sign: Sign = Sign.BEKYMRING,
    source: Source = Source.SET,
    part: Part = Part.HANDLER_OM,
    key: str = "",
    at: time | None = None,
) -> Seen:
    record = Observation(
        involved=(Involved(child=CHILD, part=part),),
        day=day,
        at=at,
        text=text,
        categories=kinds,
        sign=sign,
        source=source,
    )
    return Seen(key or f"o-{day}", record)


def log(*observations: Seen, lists: Iterable[Attendance] = (), absences: tuple = ()) -> Log:
    return Log(child=CHILD, seen=observations, attendance=tuple(lists), absences=absences)


def listed(first: date, last: date, away: Iterable[date] = (), reason: str = "syg"):
    """Attendance lists that know every hverdag from the first day to the last."""
    gone = set(away)
    months: dict[str, tuple[list[int], list[AbsentDay]]] = {}
    day = first
    while day <= last:
        if is_hverdag(day):
            there, absent = months.setdefault(f"{day:%Y-%m}", ([], []))
            if day in gone:
                absent.append(AbsentDay(day=day.day, reason=reason))
            else:
                there.append(day.day)
        day += timedelta(1)
    return [
        Attendance(child=CHILD, month=month, present=tuple(there), absent=tuple(absent))
        for month, (there, absent) in months.items()
    ]
