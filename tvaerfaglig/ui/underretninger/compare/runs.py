"""What is shown of a compared line: changes that belong together as one, and how much stands between them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from tvaerfaglig.domain.comparing import Kind, Piece, Word
from tvaerfaglig.services.versions import Change, Line


@dataclass(frozen=True, slots=True)
class Run:
    """One change as a reader meets it, perhaps of several sentences; or (`UAENDRET`) what stands as it was."""

    kind: Kind
    words: tuple[Word, ...]
    by: str = ""
    at: datetime | None = None
    why: str = ""
    moved: bool = False
    sentences: int = 1

    @property
    def is_change(self) -> bool:
        return self.kind is not Kind.UAENDRET

    @property
    def title(self) -> str:
        if self.moved:
            return "Flyttet hertil" if self.kind is Kind.NY else "Flyttet herfra"
        titles = {Kind.NY: "Sat ind", Kind.VAEK: "Taget ud", Kind.AENDRET: "Ændret"}
        return titles.get(self.kind, "")


def runs(line: Line) -> tuple[Run, ...]:
    """The line in the order of the new text; sentences that came or went together are one."""
    found: list[Run] = []
    for one in _runs(line):
        last = found[-1] if found else None
        if last is not None and _belong_together(last, one):
            words = (Word(one.kind, "".join(w.text for w in (*last.words, *one.words))),)
            found[-1] = replace(last, words=words, sentences=last.sentences + one.sentences)
        else:
            found.append(one)
    return tuple(found)


def _runs(line: Line) -> Iterator[Run]:
    for piece in line.comparison.pieces:
        if not piece.is_change:
            yield Run(Kind.UAENDRET, (Word(Kind.UAENDRET, piece.new),))
        elif _text(piece).strip():
            yield _run(line.change(piece))


def _run(change: Change) -> Run:
    piece = change.piece
    words = piece.words or (Word(piece.kind, _text(piece)),)
    return Run(piece.kind, words, change.by, change.at, change.why, piece.moved)


def _text(piece: Piece) -> str:
    return piece.new or piece.old


def _belong_together(one: Run, other: Run) -> bool:
    if one.kind is Kind.AENDRET:
        return False
    return replace(one, words=(), sentences=1) == replace(other, words=(), sentences=1)
