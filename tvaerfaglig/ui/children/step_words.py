"""What a step says of itself: at a glance beneath its name, and as one sentence for whoever listens."""

from __future__ import annotations

from datetime import date

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.course.steps import Taken
from tvaerfaglig.domain.course.way import StepId, WayStep
from tvaerfaglig.services.names import Names
from tvaerfaglig.ui.children.told import dotted


def beneath(taken: Taken, step: WayStep, names: Names, today: date) -> str:
    """»Karen · 26. nov.«: what comes next where something does, else what was last."""
    if taken.next_on:
        day = danish.day_near(taken.next_on, today)
        return dotted(_people(taken.next_by, names), _lower(day))
    if taken.last:
        return dotted(_people(taken.by, names), _day(taken.last, today))
    if taken.begun:
        return dotted("kladde", _people(taken.by, names))
    return "sprunget over" if taken.passed_over else step.begin


def sentence(taken: Taken, step: WayStep, names: Names, today: date) -> str:
    """»Sparring: 2 gange, sidst 27. okt. af Karen. Næste gang 26. nov.«"""
    parts = []
    if taken.last:
        times = danish.count(taken.times, "gang", "gange", spelled=True)
        by = _people(taken.by, names)
        parts.append(f"{times}, sidst {_day(taken.last, today)}{f' af {by}' if by else ''}")
    elif taken.begun:
        parts.append(f"kladde begyndt af {_people(taken.by, names)}")
    elif taken.passed_over:
        parts.append("sprunget over")
    if taken.next_on:
        late = " (dagen er gået)" if taken.next_on < today else ""
        who = _people(taken.next_by, names)
        parts.append(f"næste gang {danish.day(taken.next_on)}{late}{f', {who}' if who else ''}")
    said = ". ".join(danish.capital(part) for part in parts)
    return f"{step.name}: {said}." if said else f"{step.name}: ikke taget. {step.begin}."


def in_short(steps: tuple[Taken, ...], words: dict[StepId, WayStep], today: date) -> str:
    """The whole strip in one line, for when it is folded."""
    been = [words[one.step].name for one in steps if one.times]
    coming = sorted((one.next_on, words[one.step].name) for one in steps if one.next_on)
    said = danish.join_and(been) if been else "Ingen trin er taget endnu"
    if not coming:
        return said
    day, name = coming[0]
    return dotted(said, f"næste: {name.lower()} {_lower(danish.day_near(day, today))}")


def _people(by: tuple[str, ...], names: Names) -> str:
    """Two by name, more by number: there is one line."""
    firsts = [names.first(one) for one in by if one]
    if len(firsts) > 2:
        return f"{firsts[0]} og {len(firsts) - 1} andre"
    return danish.join_and(firsts)


def _day(day: date, today: date) -> str:
    words = danish.day_of_month(day)
    return words if day.year == today.year else f"{words} {day.year}"


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]
