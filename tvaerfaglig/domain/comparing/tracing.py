"""Which version brought a sentence in or took it out: walked backwards from the newest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tvaerfaglig.domain.comparing.pieces import Kind, Piece
from tvaerfaglig.domain.comparing.sentences import sentences


@dataclass(frozen=True, slots=True)
class Written:
    """A version of one text, under the name of whatever wrote it."""

    version: str
    text: str


def trace(piece: Piece, versions: Sequence[Written]) -> str:
    """The version that made this change, of those between the old text and the new, oldest first.

    Where the sentence came and went several times it is the last time that counts.
    """
    wanted = (piece.new or piece.old).strip()
    stands = piece.kind is not Kind.VAEK
    answer = ""
    for one in reversed(versions):
        if (wanted in _bare(one.text)) is not stands:
            break
        answer = one.version
    return answer


def _bare(text: str) -> frozenset[str]:
    return frozenset(one.strip() for one in sentences(text))
