"""One text from outside, without a vault: which sections it has, and every question it would be asked."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.people import Sex
from tvaerfaglig.domain.quality.engine import worded
from tvaerfaglig.domain.quality.finding import Finding, Hit, Questions, Tier
from tvaerfaglig.domain.quality.headings import Piece, pieces
from tvaerfaglig.domain.quality.language.asking import prose_of
from tvaerfaglig.domain.quality.language.dated import day_hits
from tvaerfaglig.domain.quality.language.days import days_in
from tvaerfaglig.domain.quality.language.in_letter import line_hits, text_hits
from tvaerfaglig.domain.quality.language.introduced import with_introduced
from tvaerfaglig.domain.quality.language.known import Known
from tvaerfaglig.domain.quality.language.name_forms import bare
from tvaerfaglig.domain.quality.language.rules import Language, Part
from tvaerfaglig.domain.quality.language.shape import heavy_hits
from tvaerfaglig.domain.quality.reading import Reading, reading_of

WHOLE = "hele"
MOST_WORDS = 1500
"""About three pages of an ordinary letter."""
_OLD = timedelta(weeks=4)
_HEAD = 400  # characters in which a letter says what it is
_DATED = re.compile(
    r"^[ \t]*(?:dato|sendt|skrevet)[ \t]*:?[ \t]*(?:den )?(?=\d)|^[ \t]*[A-ZÆØÅ][\wæøå ]{2,25},? (?:den"
    r"|d\.) (?=\d{1,2}[./]? ?[\w/.]+(?: ?\d{2,4})?\.?[ \t]*$)",
    re.IGNORECASE | re.MULTILINE,
)


def check_text(text: str, section: str, known: Known, language: Language) -> tuple[Finding, ...]:
    """Every finding in the order of the text, offsets in its characters. Low-tier lists stay off."""
    reading = reading_of(text)
    known = _informed(reading.text, section, known, language)
    questions = Questions(language.questions)
    name = known.name.split()[0] if known.name.strip() else "barnet"
    found = []
    for hit in _all_hits(reading.text, section, known, language):
        question = questions.find(hit.rule)
        if question is not None and question.tier is not Tier.QUIET:
            found.append(worded(_placed(hit, reading, text), question, name))
    return tuple(sorted(found, key=lambda one: (one.start or 0, one.end or 0, one.rule)))


def _informed(text: str, section: str, known: Known, language: Language) -> Known:
    """With what the text itself says: whom it introduces, when it was written, and who it is about."""
    if not known.name.strip():
        known = replace(known, name=_guessed(text, language))
    elif known.sex is Sex.UKENDT:
        known = replace(known, sex=language.lexicon.sex_of(known.first_name))
    if section == WHOLE:
        known = replace(known, today=_written_on(text, known.today))
    return with_introduced(known, text, language.lexicon)


def _written_on(text: str, today: date | None) -> date | None:
    """The letter's own date, where it stands by itself; what it tells of lies before that."""
    for found in _DATED.finditer(text):
        day = next(iter(days_in(text[found.end() : found.end() + 30], today)), None)
        if day is not None and day.start <= 1 and day.on is not None:
            return min(day.on, today) if today is not None else day.on
    return today


def _guessed(text: str, language: Language) -> str:
    """The child nobody told us of: a child's name, that is no one's who works there; the most named, and the first."""
    lexicon = language.lexicon
    staff = with_introduced(Known(), text, lexicon).ours
    said = [bare(word, lexicon) for word in re.findall(r"\b[A-ZÆØÅ][a-zæøåé]+\b", text)]
    names = [one for one in said if one.lower() in lexicon.boernenavne and one.lower() not in staff]
    childs = [one for one in names if one.lower() not in lexicon.voksennavne] or names
    counted = Counter([*childs, *childs[:1]])
    return max(counted, key=lambda name: counted[name], default="")


def _all_hits(text: str, section: str, known: Known, language: Language) -> Iterator[Hit]:
    if section != WHOLE:
        yield from _hits(Piece(0, text, Part(section)), known, language)
        return
    cut = pieces(text)
    for piece in cut:
        for hit in _hits(piece, known, language):
            yield _moved(hit, piece.start)
    yield from _of_the_whole(text, cut, known)


def _hits(piece: Piece, known: Known, language: Language) -> Iterator[Hit]:
    prose = prose_of(piece.text, known, language.lexicon)
    if piece.part is None:
        yield from line_hits(prose, Part.OBSERVATIONER, known)
        return
    yield from text_hits(prose, piece.part, piece.part, known, language, proposals=True)
    yield from heavy_hits(prose, piece.part)
    yield from day_hits(prose, piece.part, piece.part, known)


def _of_the_whole(text: str, cut: tuple[Piece, ...], known: Known) -> Iterator[Hit]:
    """What can only be seen of a whole letter: what it calls itself, how long it is, how old its news are."""
    first = re.search(r"\S[^\n]*", text)
    if first is None:
        return
    title = (first.start(), first.start() + len(first[0].rstrip()))
    words = len(text.split())
    if words > 60 and "underret" not in text[:_HEAD].lower():
        yield _at("titel_tekst", text, title)
    if words > MOST_WORDS:
        yield _at("lang_tekst", text, title, hvad=str(words))
    yield from _old_news(text, cut, known)


def _old_news(text: str, cut: tuple[Piece, ...], known: Known) -> Iterator[Hit]:
    if known.today is None:
        return
    seen = [
        (day.on, piece.start + day.start, piece.start + day.end)
        for piece in cut
        if piece.part in {Part.OBSERVATIONER, Part.BARNETS_UDSAGN, Part.EGEN_INDSATS}
        for day in days_in(piece.text, known.today)
        if day.on is not None and day.on <= known.today
    ]
    if seen:
        on, start, end = max(seen)
        if known.today - on > _OLD:
            end = start + len(text[start:end].rstrip())
            yield _at("nyeste_tekst", text, (start, end), dag=danish.day(on))


def _at(rule: str, text: str, span: tuple[int, int], **fills: str) -> Hit:
    start, end = span
    return Hit(
        rule=rule,
        section=Part.OBSERVATIONER,
        start=start,
        end=end,
        quote=text[start:end],
        fills=fills,
    )


def _moved(hit: Hit, by: int) -> Hit:
    assert hit.start is not None
    assert hit.end is not None
    return replace(hit, start=hit.start + by, end=hit.end + by)


def _placed(hit: Hit, reading: Reading, given: str) -> Hit:
    """In the characters of the text as it was given."""
    assert hit.start is not None
    assert hit.end is not None
    start, end = reading.span(hit.start, hit.end)
    return replace(hit, start=start, end=end, quote=given[start:end])
