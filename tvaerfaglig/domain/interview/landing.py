"""An answer among the lines of a section: put in, found again, mended, taken out, and all else left alone."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from tvaerfaglig.domain.assessment import Share, shares

_CITED = re.compile(r"\s*\[\d[\d\s,–-]*\]")


@dataclass(frozen=True, slots=True)
class Block:
    """Consecutive lines of a text: from `first`, `count` of them."""

    first: int
    count: int

    @property
    def end(self) -> int:
        return self.first + self.count


def new_block(text: str, share: Share | None = None) -> Block:
    """Where a new answer goes: last, or in an assessment after the last line of its own share."""
    lines = _lines(text)
    if share is None:
        return Block(len(lines), 0)
    own = [nr for nr, (found, line) in enumerate(shares(text)) if found is share and line.strip()]
    if own:
        return Block(own[-1] + 1, 0)
    before = list(Share)[: list(Share).index(share)]
    earlier = [nr for nr, (found, _) in enumerate(shares(text)) if found in before]
    return Block(earlier[-1] + 1 if earlier else 0, 0)


def put(text: str, block: Block, words: str) -> tuple[str, Block]:
    """The text with these words in the block's place, and the block they now are. No words take it out."""
    lines = _lines(text)
    new = words.rstrip().split("\n") if words.strip() else []
    return "\n".join((*lines[: block.first], *new, *lines[block.end :])), Block(
        block.first, len(new)
    )


def take(text: str, block: Block) -> str:
    return "\n".join(_lines(text)[block.first : block.end])


def find(text: str, count: int, fingerprint: str) -> Block | None:
    """The block that was written, if it still stands word for word; its citations may have moved."""
    lines = _lines(text)
    for first in range(len(lines) - count + 1):
        if count and print_of("\n".join(lines[first : first + count])) == fingerprint:
            return Block(first, count)
    return None


def print_of(words: str) -> str:
    """A fingerprint that does not mind how citations are numbered."""
    bare = " ".join(_CITED.sub("", words).split())
    return hashlib.sha256(bare.encode()).hexdigest()[:32] if bare else ""


def with_lead(lead: str, words: str) -> str:
    """The answer as it stands in its section; a lead that was typed is not doubled."""
    said = words.strip()
    if not lead or not said or said.lower().startswith(lead.strip().lower()):
        return said
    return f"{lead}{said}"


def without_lead(lead: str, words: str) -> str:
    """The answer as it stands in its own field."""
    if lead and words.startswith(lead):
        return words[len(lead) :]
    return words


def honest(unknown: str, whom: str) -> str:
    """»Vi ved ikke, hvornår det begyndte. Mormor kan spørges.«"""
    asked = " ".join(whom.split()).rstrip(".")
    if not asked:
        return unknown
    return f"{unknown} {asked[:1].upper()}{asked[1:]} kan spørges."


def _lines(text: str) -> list[str]:
    kept = text.rstrip("\n")
    return kept.split("\n") if kept else []
