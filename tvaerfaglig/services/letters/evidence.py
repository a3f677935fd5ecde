"""What a letter rests on, as its page shows it: sentences and observations, what is left, and what is open.

Pure work on a page that has been read, quick enough to do while somebody presses a key.
"""

from __future__ import annotations

from collections.abc import Iterable

from tvaerfaglig.domain.citations import cited, renumbered
from tvaerfaglig.domain.quality.evidence import sentences as said
from tvaerfaglig.domain.quality.evidence.asking import letters_time
from tvaerfaglig.domain.quality.evidence.balance import Balance, balance
from tvaerfaglig.domain.quality.evidence.sentences import JUDGED, Sentence
from tvaerfaglig.domain.quality.language.asking import prose_of
from tvaerfaglig.domain.quality.language.known import Known
from tvaerfaglig.domain.quality.language.prose import Prose
from tvaerfaglig.services.letters.known import known_to
from tvaerfaglig.services.letters.page import Evidence, LetterPage
from tvaerfaglig.services.writing.text_check import evidence_words, language

Change = tuple[int, int, str]
"""From, to, and the words that come between them."""


def sentence_number(text: str, at: int) -> int:
    """Which sentence a place in the text stands in; it keeps its number while citations move."""
    found = said.sentence_at(_plain(text), at)
    every = list(said.sentences("", _plain(text)))
    return every.index(found) if found in every else 0


def sentence_span(text: str, at: int) -> tuple[int, int]:
    """From where to where that sentence goes; nowhere in an empty text."""
    found = said.sentence_at(_plain(text), at)
    return (found.start, found.end) if found else (at, at)


def cite(text: str, sentence: int, number: int) -> Change:
    """Where to write what, so that this sentence rests on the row."""
    every = list(said.sentences("", _plain(text)))
    if not every:
        return len(text), len(text), f"[{number}]"
    return said.place_for(every[min(sentence, len(every) - 1)], number)


def uncite(text: str, sentence: int, number: int) -> Change | None:
    """The sentence without the row, or None where it does not cite it."""
    every = list(said.sentences("", _plain(text)))
    if sentence >= len(every) or number not in every[sentence].numbers:
        return None
    one = every[sentence]
    kept: dict[int, int | None] = {each: each for each in cited(one.text)}
    return one.start, one.end, renumbered(one.text, {**kept, number: None})


def resting_on(page: LetterPage, observation: str) -> tuple[Sentence, ...]:
    """The sentences that cite this observation, section by section."""
    number = next((row.number for row in page.rows if row.observation == observation), None)
    if number is None:
        return ()
    texts = {one.id: one.text for one in page.sections.values()}
    return said.resting_on(number, texts, language().lexicon)


def open_claims(page: LetterPage) -> tuple[Sentence, ...]:
    """What the assessment claims without an observation to show it."""
    prose = prose_of(page.text(JUDGED), known_to(page), language().lexicon)
    return said.without_evidence(JUDGED, prose, evidence_words()) if page.rows else ()


def balance_of(page: LetterPage) -> Balance:
    """Of the letter's own time: what older observations say is not weighed."""
    return balance((one.stored.record.sign, one.used) for one in page.evidence if of_now(page, one))


def of_now(page: LetterPage, one: Evidence) -> bool:
    """Whether an observation is used, or of the time that the letter is about."""
    return one.used or one.stored.record.day in letters_time(page.rows, page.today)


def in_order(page: LetterPage) -> tuple[Evidence, ...]:
    """Unused of the letter's time first, ressourcer foremost; then what is used, then what is older."""
    return tuple(sorted(page.evidence, key=lambda one: (not of_now(page, one), one.used)))


def observations(page: LetterPage, numbers: Iterable[int]) -> tuple[str, ...]:
    """Which observations these numbers point to."""
    by_number = {row.number: row.observation for row in page.rows}
    return tuple(by_number[one] for one in numbers if one in by_number)


def _plain(text: str) -> Prose:
    """A text of which only the sentences matter, whoever is named in it."""
    return prose_of(text, Known(), language().lexicon)
