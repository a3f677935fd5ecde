"""The words of a text that a proposal is about: what is chosen, else the sentence where the caret stands."""

from __future__ import annotations

from dataclasses import dataclass

from tvaerfaglig.domain.comparing import sentence_at
from tvaerfaglig.domain.letter_beside import surroundings
from tvaerfaglig.ui.widgets import Prose


@dataclass(frozen=True, slots=True)
class Passage:
    """Where it stands, and what stands around it."""

    section: str
    words: str
    before: str
    after: str


def passage_in(prose: Prose, section: str) -> Passage | None:
    """None where there is no text to say it of."""
    text = prose.text()
    cursor = prose.textCursor()
    begin, end = (_place(text, at) for at in (cursor.selectionStart(), cursor.selectionEnd()))
    if begin == end:
        begin, end = sentence_at(text, begin)
    words = text[begin:end]
    return Passage(section, words, *surroundings(text, begin, end)) if words.strip() else None


def _place(text: str, utf16: int) -> int:
    """Qt counts in UTF-16: a smiley is two to it and one to us."""
    before = text.encode("utf-16-le", "surrogatepass")[: 2 * utf16]
    return len(before.decode("utf-16-le", "ignore"))
