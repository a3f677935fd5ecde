"""What came, what went, what was changed: the pieces of a comparison, in the order of the new text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum

from tvaerfaglig.domain.comparing.sentences import sentences

_WORDS = re.compile(r"\w+(?:[-’']\w+)*|\s+|.", re.DOTALL)
_ALIKE = 0.5
_TOO_MANY = 2500


class Kind(StrEnum):
    """`LUFT` is a sentence of the same words with other line breaks behind it."""

    UAENDRET = "uaendret"
    LUFT = "luft"
    NY = "ny"
    VAEK = "vaek"
    AENDRET = "aendret"


@dataclass(frozen=True, slots=True)
class Word:
    """A run of words that is in both, only in the old or only in the new."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence: as it was, as it is, and (where it was changed) its words. `moved` stands elsewhere too."""

    kind: Kind
    old: str = ""
    new: str = ""
    words: tuple[Word, ...] = ()
    moved: bool = False

    @property
    def is_change(self) -> bool:
        return self.kind in {Kind.NY, Kind.VAEK, Kind.AENDRET}


@dataclass(frozen=True, slots=True)
class Comparison:
    pieces: tuple[Piece, ...]

    @property
    def old(self) -> str:
        return "".join(piece.old for piece in self.pieces)

    @property
    def new(self) -> str:
        return "".join(piece.new for piece in self.pieces)

    @property
    def changes(self) -> tuple[Piece, ...]:
        return tuple(piece for piece in self.pieces if piece.is_change)

    def count(self, kind: Kind) -> int:
        return sum(piece.kind is kind for piece in self.pieces)


def compare(old: str, new: str) -> Comparison:
    """Hold two texts against each other. `Comparison.old` and `.new` are these two, to the letter."""
    before, after = sentences(old), sentences(new)
    bare = SequenceMatcher(None, _bare(before), _bare(after), autojunk=False)
    found: list[Piece] = []
    for tag, i, j, m, n in bare.get_opcodes():
        if tag == "equal":
            found += map(_same, before[i:j], after[m:n])
        else:
            found += _paired(before[i:j], after[m:n])
    return Comparison(_moved(found))


def words_between(old: str, new: str) -> tuple[Word, ...]:
    """One sentence against another, word by word; what stands between two changed words goes with them."""
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    found: list[Word] = []
    for tag, i, j, m, n in matcher.get_opcodes():
        if tag == "equal":
            found.append(Word(Kind.UAENDRET, "".join(before[i:j])))
            continue
        found.append(Word(Kind.VAEK, "".join(before[i:j])))
        found.append(Word(Kind.NY, "".join(after[m:n])))
    return _without_crumbs([one for one in found if one.text])


def _bare(parts: Sequence[str]) -> list[str]:
    return [part.rstrip() for part in parts]


def _same(old: str, new: str) -> Piece:
    return Piece(Kind.UAENDRET if old == new else Kind.LUFT, old, new)


def _paired(before: Sequence[str], after: Sequence[str]) -> Iterator[Piece]:
    """Of sentences that were replaced by others: which became which, and which only went or came."""
    i = n = 0
    for at, to in (*_pairs(before, after), (len(before), len(after))):
        yield from (Piece(Kind.VAEK, old=one) for one in before[i:at])
        yield from (Piece(Kind.NY, new=one) for one in after[n:to])
        if at < len(before):
            old, new = before[at], after[to]
            yield Piece(Kind.AENDRET, old, new, words_between(old, new))
        i, n = at + 1, to + 1


def _pairs(before: Sequence[str], after: Sequence[str]) -> list[tuple[int, int]]:
    """The pairs of sentences that are most alike, in the order of both texts.

    Of a text written all anew no pairs are sought: they would mean nothing, and take their time.
    """
    rows, columns = len(before), len(after)
    if rows * columns > _TOO_MANY:
        return []
    counts = [_counted(one) for one in after]
    alike = [[_alike(old, new) for new in counts] for old in map(_counted, before)]
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        for j in range(columns - 1, -1, -1):
            paired = best[i + 1][j + 1] + alike[i][j]
            best[i][j] = max(best[i + 1][j], best[i][j + 1], paired)
    found, i, j = [], 0, 0
    while i < rows and j < columns:
        if alike[i][j] and best[i][j] == best[i + 1][j + 1] + alike[i][j]:
            found.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return found


def _alike(before: Counter[str], after: Counter[str]) -> float:
    """How many of their words two sentences share, 0 where it is too few to call one the other."""
    most = before.total() + after.total()
    share = 2 * (before & after).total() / most if most else 0.0
    return share if share >= _ALIKE else 0.0


def _counted(sentence: str) -> Counter[str]:
    return Counter(one.lower() for one in _WORDS.findall(sentence) if one[0].isalnum())


def _moved(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """A sentence that went here and came there was only moved; an empty line never was."""
    went = {one.old.strip() for one in pieces if one.kind is Kind.VAEK}
    came = {one.new.strip() for one in pieces if one.kind is Kind.NY}
    both = (went & came) - {""}
    return tuple(
        replace(one, moved=True)
        if one.kind in {Kind.VAEK, Kind.NY} and (one.old or one.new).strip() in both
        else one
        for one in pieces
    )


def _without_crumbs(words: Sequence[Word]) -> tuple[Word, ...]:
    """Two changed words with only air or a sign between them are read as one change."""
    found: list[Word] = []
    i = 0
    while i < len(words):
        run = i
        while run < len(words) and (words[run].kind is not Kind.UAENDRET or _is_crumb(words, run)):
            run += 1
        if run == i:
            found.append(words[i])
            i += 1
            continue
        old = "".join(one.text for one in words[i:run] if one.kind is not Kind.NY)
        new = "".join(one.text for one in words[i:run] if one.kind is not Kind.VAEK)
        found += [one for one in (Word(Kind.VAEK, old), Word(Kind.NY, new)) if one.text]
        i = run
    return tuple(found)


def _is_crumb(words: Sequence[Word], at: int) -> bool:
    between = 0 < at < len(words) - 1
    return between and not any(sign.isalnum() for sign in words[at].text)
