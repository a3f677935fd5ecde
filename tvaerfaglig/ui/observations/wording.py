"""Sentences of the page: when and by whom, what was seen before, what a correction changed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.observation import Observation, Part, Source
from tvaerfaglig.domain.vocabulary import Categories
from tvaerfaglig.services.clock import DANISH
from tvaerfaglig.services.names import Names
from tvaerfaglig.ui.widgets import SIGNS

_BRIEF = 64
_SENTENCE_ENDS = re.compile(r"(?<!\bkl)(?<!\bca)(?<!\bnr)\.\s+(?=[A-ZÆØÅ»{])|[?!]\s+(?=[A-ZÆØÅ»{])")


@dataclass(frozen=True, slots=True)
class Changed:
    """One field that a correction changed."""

    label: str
    before: str
    after: str


def save_words(names: Sequence[str]) -> str:
    """Gem hos Alma; with several, Gem hos Alma og Bertil."""
    if not names:
        return "Gem"
    return f"Gem hos {several(names)}"


def several(names: Sequence[str]) -> str:
    if len(names) > 3:
        return f"{names[0]} og {danish.in_words(len(names) - 1)} andre"
    return danish.join_and(names)


def first_names(children: Sequence[str], names: Names) -> list[str]:
    return [
        danish.first_name(names.children[one]) if one in names.children else "et andet barn"
        for one in children
    ]


def people_in_short(names: Sequence[str]) -> str:
    """What a narrow box holds: two by name, more as a number."""
    if len(names) <= 2:
        return danish.join_and(names)
    return f"{names[0]} og {danish.in_words(len(names) - 1)} andre"


def clock_near(at: datetime, now: datetime) -> str:
    """»kl. 9.02« today, »i går kl. 9.02«, »tir 10. nov. kl. 9.02«."""
    here = at.astimezone(DANISH)
    time = f"kl. {danish.clock(here.time())}"
    if here.date() == now.date():
        return time
    near = danish.day_near(here.date(), now.date())
    return f"{near[:1].lower() + near[1:]} {time}"


def moment(at: datetime) -> str:
    """12. november 2026 kl. 9.02."""
    here = at.astimezone(DANISH)
    return f"{danish.day(here.date())} kl. {danish.clock(here.time())}"


def happened(seen: Observation) -> str:
    """Tirsdag den 10. november 2026 kl. 8.15."""
    day = danish.capital(danish.day_long(seen.day))
    return f"{day} kl. {danish.span(seen.at, seen.until)}" if seen.at else day


def seen_by(seen: Observation, names: Names, writer: str) -> str:
    """»Set af Mette Sørensen«, »Fortalt af mor til Mette Sørensen«."""
    people = danish.join_and([names.of_staff(one) for one in seen.seen_by or (writer,)])
    if seen.source is Source.FORTALT:
        return f"Fortalt af {seen.told_by or 'en, der ikke er skrevet'} til {people}"
    return f"{danish.capital(seen.source.word)} af {people}"


def part_words(name: str, part: str) -> str:
    return f"{name} · {Part(part).word}"


def brief(text: str, most: int = _BRIEF) -> str:
    """The first sentence, cut at a word where it is long."""
    line = danish.unbroken(" ".join(text.split()))
    sentence = _SENTENCE_ENDS.split(line, maxsplit=1)[0].removesuffix(".")
    if len(sentence) <= most:
        return sentence
    return sentence[:most].rsplit(" ", 1)[0].rstrip(",;:") + " …"


def since_words(since: date, today: date) -> str:
    words = f"{since.day}. {danish.MONTHS[since.month - 1]}"
    return words if since.year == today.year else f"{words} {since.year}"


def often_words(count: int, subject: str, since: str) -> str:
    """Fire gange siden 1. oktober er der skrevet om mad og drikke."""
    times = "Én gang" if count == 1 else f"{danish.capital(danish.in_words(count))} gange"
    return f"{times} siden {since} er der skrevet om {lower(subject)}."


def lower(words: str) -> str:
    return words[:1].lower() + words[1:]


def changes_between(
    before: Observation, after: Observation, names: Names, categories: Categories
) -> list[Changed]:
    """Field by field, as they are read on the page."""
    old, new = _said(before, names, categories), _said(after, names, categories)
    return [Changed(label, old[label], new[label]) for label in new if old[label] != new[label]]


def _said(seen: Observation, names: Names, categories: Categories) -> dict[str, str]:
    return {
        "Barn": danish.join_and(
            [part_words(names.of_child(one.child), one.part) for one in seen.involved]
        ),
        "Hvad så og hørte du?": names.said(seen.text),
        "Barnets egne ord": names.said(seen.child_words),
        "Hvad spurgte den voksne om?": names.said(seen.asked),
        "Hvor blev det sagt?": names.said(seen.words_where),
        "Skete": happened(seen),
        "Hvor": seen.place,
        "Hvem så det": danish.join_and([names.of_staff(one) for one in seen.seen_by]),
        "Set eller hørt": seen.source.word,
        "Hvem fortalte det": seen.told_by,
        "Hvad viser det?": SIGNS[seen.sign.value].word,
        "Hvad handler det om?": danish.join_and([categories.name(c) for c in seen.categories]),
        "Min egen tanke": names.said(seen.reflection),
        "Skrevet færdig": "ja" if seen.complete else "ikke endnu",
    }
