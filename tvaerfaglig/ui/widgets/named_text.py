"""The document behind `NameProse`: runs of text, of which some name a child and hold together.

A token that someone types by hand is text like any other: a word joiner, which neither screen nor paper
shows, keeps it from being taken for a child.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextFormat
from PySide6.QtWidgets import QTextEdit

from tvaerfaglig.domain.masking import ANOTHER, token
from tvaerfaglig.domain.typed_names import NamesToLookFor

_USER = int(QTextFormat.Property.UserProperty.value)
CHILD, NTH, SAID = _USER + 1, _USER + 2, _USER + 3
_TOKEN = re.compile(r"\{barn:([^{}\s]+)\}")
_TYPED, _KEPT_APART = "{barn:", "{\u2060barn:"
_BLANK = "\ufffc"
_TAILS = ("s", "'s", "’s", "'", "’")


@dataclass(frozen=True)
class Guess:
    """A known name typed without a mark: where, as it stands, whom it may mean, and the s of an owner."""

    start: int
    end: int
    words: str
    children: tuple[str, ...]
    tail: str


@dataclass(frozen=True)
class Piece:
    """A run of text with one format; a marked one carries the child it names."""

    start: int
    words: str
    child: str = ""
    nth: int = 0
    said: str = ""

    @property
    def end(self) -> int:
        return self.start + _units(self.words)


class NamedText:
    """Reads and writes one editor's document; positions are Qt's.

    The document is asked for each time: PySide6 forgets a wrapper of it that is held on to.
    """

    def __init__(self, editor: QTextEdit, names: Mapping[str, str]) -> None:
        self._editor = editor
        self._names = dict(names)
        self._count = 0

    def know(self, names: Mapping[str, str]) -> None:
        self._names = dict(names)

    def pieces(self) -> Iterator[Piece]:
        """All of it, line ends too, in order."""
        document = self._editor.document()
        block = document.begin()
        while block.isValid():
            at = block.begin()
            while not at.atEnd():
                run = at.fragment()
                form = run.charFormat()
                yield Piece(
                    run.position(),
                    run.text(),
                    str(form.property(CHILD) or ""),
                    int(form.property(NTH) or 0),
                    str(form.property(SAID) or ""),
                )
                at += 1
            if block.next().isValid():
                yield Piece(block.position() + block.length() - 1, "\n")
            block = block.next()

    def marked(self) -> list[Piece]:
        return [piece for piece in self.pieces() if piece.child]

    def stored(self, first: int = 0, last: int = 1 << 30) -> str:
        """What stands between two places as it is kept: NFC, a token for each marked name."""
        kept = []
        for piece in self.pieces():
            if piece.child and first <= piece.start and piece.end <= last:
                kept.append(token(piece.child))
            elif piece.start < last and piece.end > first:
                words = _cut(piece.words, first - piece.start, last - piece.start)
                kept.append(words.replace(_TYPED, _KEPT_APART))
        return unicodedata.normalize("NFC", "".join(kept))

    def write(self, cursor: QTextCursor, words: str) -> None:
        """Put kept text in at a cursor."""
        at = 0
        for found in _TOKEN.finditer(words):
            cursor.insertText(_together(words[at : found.start()]), QTextCharFormat())
            self.insert(cursor, found[1])
            at = found.end()
        cursor.insertText(_together(words[at:]), QTextCharFormat())

    def insert(self, cursor: QTextCursor, child: str) -> None:
        """Name a child at a cursor, in place of what it has selected."""
        name = self._names.get(child, ANOTHER)
        self._count += 1
        form = QTextCharFormat()
        form.setProperty(CHILD, child)
        form.setProperty(NTH, self._count)
        form.setProperty(SAID, name)
        cursor.insertText(name, form)

    def guesses(self, others: NamesToLookFor) -> list[Guess]:
        """Names of `others` that are typed in clear, each with all it may mean."""
        blank = "".join(_BLANK * _units(p.words) if p.child else p.words for p in self.pieces())
        return [
            Guess(
                _units(blank[: found.start]),
                _units(blank[: found.end]),
                found.name,
                tuple(child for child, full in others.others if _means(found.name, full)),
                "" if found.name in _forms(others.full_name(found.child)) else "s",
            )
            for found in others.typed_in(blank)
        ]

    def mark(self, words: str, child: str, full: str) -> None:
        """Make a word that was typed name this child, wherever it stands; one step to undo."""
        cursor = QTextCursor(self._editor.document())
        cursor.beginEditBlock()
        for one in reversed(self.guesses(NamesToLookFor([(child, full)]))):
            if one.words == words:
                select(cursor, one.start, one.end)
                self.insert(cursor, child)
                cursor.insertText(one.tail, QTextCharFormat())
        cursor.endEditBlock()

    def mend(self) -> None:
        """A name that lost a letter goes whole; one that was written into is text again."""
        marked = self.marked()
        often = Counter(piece.nth for piece in marked)
        broken = [p for p in marked if p.words != p.said or often[p.nth] > 1]
        if not broken:
            return
        cursor = QTextCursor(self._editor.document())
        cursor.joinPreviousEditBlock()
        for piece in reversed(broken):
            _mend_one(cursor, piece, split=often[piece.nth] > 1)
        cursor.endEditBlock()


def holds_token(words: str) -> bool:
    return bool(_TOKEN.search(words))


def select(cursor: QTextCursor, first: int, last: int) -> None:
    cursor.setPosition(first)
    cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)


def _mend_one(cursor: QTextCursor, piece: Piece, *, split: bool) -> None:
    at = piece.words.find(piece.said)
    if split or (at < 0 and len(piece.words) >= len(piece.said)):
        _unmark(cursor, piece.start, piece.end)
    elif at < 0:
        select(cursor, piece.start, piece.end)
        cursor.removeSelectedText()
    else:
        begins = piece.start + _units(piece.words[:at])
        _unmark(cursor, begins + _units(piece.said), piece.end)
        _unmark(cursor, piece.start, begins)


def _unmark(cursor: QTextCursor, first: int, last: int) -> None:
    if first < last:
        select(cursor, first, last)
        cursor.setCharFormat(QTextCharFormat())


def _units(words: str) -> int:
    """How many positions Qt counts: an emoji is two."""
    return len(words.encode("utf-16-le", "surrogatepass")) // 2


def _cut(words: str, first: int, last: int) -> str:
    raw = words.encode("utf-16-le", "surrogatepass")
    cut = raw[max(0, first) * 2 : max(0, last) * 2].decode("utf-16-le", "replace")
    return cut.replace("\u2028", "\n").replace("\u2029", "\n").replace("\u00a0", " ")


def _together(words: str) -> str:
    return words.replace(_KEPT_APART, _TYPED)


def _forms(full: str) -> tuple[str, ...]:
    return (full, full.split(maxsplit=1)[0]) if full.split() else ()


def _means(words: str, full: str) -> bool:
    return any(words == form + tail for form in _forms(full) for tail in ("", *_TAILS))
