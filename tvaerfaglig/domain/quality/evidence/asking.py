"""The questions that a letter's evidence brings. Each rule says when it asks and when it is quiet; both are tests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.observation import Sign
from tvaerfaglig.domain.quality.evidence.counting import Tally
from tvaerfaglig.domain.quality.evidence.log import Period, Seen, is_first_hand
from tvaerfaglig.domain.quality.evidence.offers import Offer, offers
from tvaerfaglig.domain.quality.evidence.sentences import (
    JUDGED,
    Sentence,
    all_second_hand,
    sentences,
    without_evidence,
)
from tvaerfaglig.domain.quality.evidence.topics import EvidenceWords
from tvaerfaglig.domain.quality.finding import Hit
from tvaerfaglig.domain.quality.language.asking import prose_of
from tvaerfaglig.domain.quality.language.known import Known
from tvaerfaglig.domain.quality.language.lexicon import Lexicon
from tvaerfaglig.domain.quality.language.prose import Prose
from tvaerfaglig.domain.quality.letter import Letter
from tvaerfaglig.domain.underretning import Row

COUNTS_IN = ("resume", "over_tid", "ressourcer", "indsats", "vurdering", "observationer")
"""Not in the parents' view, nor in the child's words: those are theirs."""
_SEEN = "observationer"
_BEFORE = timedelta(weeks=13)
_DAYS_NAMED = 8
_A_CHOICE = 2
"""One or two left out need no asking."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A letter with what is needed to read it: the lists, and who is known."""

    letter: Letter
    words: EvidenceWords
    known: Known
    lexicon: Lexicon

    def prose(self, section: str) -> Prose:
        return prose_of(self.letter.text(section), self.known, self.lexicon)


def evidence_hits(reading: Reading) -> Iterator[Hit]:
    yield from counted(reading)
    yield from resting_on_nothing(reading)
    yield from resting_on_hearsay(reading)
    yield from resources_left(reading)
    yield from worries_left(reading)


def counted(reading: Reading) -> Iterator[Hit]:
    """Asked: »hentes ofte sent«, and the log has six days of it. Quiet: 6 af 14, or one day, or a quotation."""
    letter = reading.letter
    rows = [row.day for row in letter.rows]
    tally = Tally(letter.log, reading.lexicon)
    for section in COUNTS_IN:
        if letter.is_written(section):
            prose = reading.prose(section)
            for one in offers(prose, reading.words, tally, rows, letter.today):
                yield _offered(section, one, prose)


def _offered(section: str, one: Offer, prose: Prose) -> Hit:
    return Hit(
        rule="kan_taelles",
        section=section,
        key=one.topic,
        start=one.start,
        end=one.end,
        quote=prose.text[one.start : one.end],
        fills={"hvad": one.count.words, "dag": _named(one.count.days)},
        replacement=one.words,
    )


def _named(days: tuple[date, ...]) -> str:
    """3/3, 5/3 …: the newest few, so that each can be looked up, and how many came before them."""
    shown = [f"{day.day}/{day.month}" for day in days[-_DAYS_NAMED:]]
    left = len(days) - len(shown)
    return danish.join_and([*shown, f"{left} før dem"] if left else shown)


def resting_on_nothing(reading: Reading) -> Iterator[Hit]:
    """Asked: »Mor orker ikke mere.« among sentences with numbers. Quiet: [3], or »Det …« right after it."""
    letter = reading.letter
    if not letter.rows or not letter.is_written(JUDGED):
        return
    prose = reading.prose(JUDGED)
    if any(one.numbers for one in sentences(JUDGED, prose)):
        for one in without_evidence(JUDGED, prose, reading.words):
            yield _at_end("saetning_uden_belaeg", one, prose)


def resting_on_hearsay(reading: Reading) -> Iterator[Hit]:
    """Asked: a judgement on row 2 alone, which mor told. Quiet: with a row that was seen beside it."""
    letter = reading.letter
    told = [row.number for row in letter.rows if not is_first_hand(row.source)]
    if not told or not letter.is_written(JUDGED):
        return
    prose = reading.prose(JUDGED)
    for one in sentences(JUDGED, prose):
        if all_second_hand(one, told):
            yield _at_end("kun_fortalt", one, prose)


def _at_end(rule: str, one: Sentence, prose: Prose) -> Hit:
    """About the whole sentence; marked at its last word, where the number belongs."""
    last = [word for word in prose.words if one.start <= word.start < one.end][-1]
    return Hit(rule=rule, section=JUDGED, start=last.start, end=last.end, quote=one.opening)


def resources_left(reading: Reading) -> Iterator[Hit]:
    """Asked: no resource among the rows, two in the log. Quiet: one is in, or nothing is written of them yet."""
    letter = reading.letter
    if not letter.rows or not letter.is_written("ressourcer"):
        return
    if not any(row.sign is Sign.RESSOURCE for row in letter.rows):
        left = [one for one in unused(letter) if one.is_resource]
        if left:
            yield _left("ressourcer_ubrugt", "ressourcer", left)


def worries_left(reading: Reading) -> Iterator[Hit]:
    """Asked: three of the period are not used. Quiet: two, or a line about what was left out and why."""
    if reading.letter.left_out or not reading.letter.rows:
        return
    left = [one for one in unused(reading.letter) if not one.is_resource]
    if len(left) > _A_CHOICE:
        yield _left("observationer_ubrugt", _SEEN, left)


def _left(rule: str, section: str, left: list[Seen]) -> Hit:
    many = danish.count(len(left), "observation", "observationer", spelled=True)
    newest = max(one.day for one in left)
    fills = {"hvad": danish.capital(many), "dag": danish.day_and_month(newest)}
    return Hit(rule=rule, section=section, field=section, fills=fills)


def unused(letter: Letter) -> tuple[Seen, ...]:
    """What the log holds of the letter's own time and the letter does not use; resources first, then the newest."""
    rows = {row.observation for row in letter.rows}
    period = letters_time(letter.rows, letter.today)
    found = [one for one in letter.log.about_her() if one.day in period and one.id not in rows]
    return tuple(sorted(found, key=lambda one: (not one.is_resource, -one.day.toordinal())))


def letters_time(rows: Iterable[Row], today: date) -> Period:
    """The last quarter of a year, and further back where the letter itself goes further."""
    return Period(min((today - _BEFORE, *(row.day for row in rows))), today)
