"""Indsigt in a child: what was handed out, which bars stood in it, and the texts it is made with.

A bar is a place in a text and a reason. What it covers is never given to the paper: `barred` puts one
sign in its place, the same for a letter and for a page.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from tvaerfaglig.domain.law import Law
from tvaerfaglig.domain.record import Record, moment
from tvaerfaglig.domain.resource import Table, once_each, read_toml

_BAR = 0xE100
_MOST = 64
BARS = range(_BAR, _BAR + _MOST)


@dataclass(frozen=True, slots=True)
class Bar:
    """From `start` until `end` of one text, for one reason (its id)."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A reason, or something left out, as it stands on the front page: how often, or what."""

    reason: str
    times: int = 0
    what: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Indsigt(Record):
    """What was handed out: the PDF's bytes as a blob, to whom, on what basis, with which bars."""

    KIND: ClassVar[str] = "indsigt"

    child: str
    day: date
    by: str
    receiver: str
    basis: str
    first: date | None = None
    last: date | None = None
    records: int = 0
    bars: tuple[Counted, ...] = ()
    left_out: tuple[Counted, ...] = ()
    pages: int = 0
    pdf: str = ""
    sha256: str = ""

    def about(self) -> tuple[str, ...]:
        return (self.child,)

    def happened(self) -> str:
        return moment(self.day)

    @property
    def bar_count(self) -> int:
        return sum(one.times for one in self.bars)


def bar_sign(number: int) -> str:
    """The sign that stands for a bar with the reason of this number (1 is the first)."""
    return chr(_BAR + number)


def bar_number(sign: str) -> int:
    """The number of the reason; 0 where the sign is no bar."""
    return ord(sign) - _BAR if ord(sign) in BARS else 0


def barred(text: str, bars: Iterable[Bar], numbers: Sequence[str]) -> str:
    """The text without what is covered: one sign for each stretch of bars, whatever its length.

    Bars that touch or overlap are one; a sign that somebody typed and that looks like ours is taken out.
    """
    pieces: list[str] = []
    at = 0
    for one in joined(bars, len(text)):
        pieces += [_plain(text[at : one.start]), bar_sign(numbers.index(one.reason) + 1)]
        at = one.end
    return "".join([*pieces, _plain(text[at:])])


def joined(bars: Iterable[Bar], length: int) -> list[Bar]:
    """In order and apart: those that overlap become one, under the reason of the first."""
    kept: list[Bar] = []
    for one in sorted(bars, key=lambda bar: (bar.start, -bar.end)):
        start, end = max(0, one.start), min(length, one.end)
        if start >= end:
            continue
        if kept and start <= kept[-1].end:
            kept[-1] = Bar(kept[-1].start, max(kept[-1].end, end), kept[-1].reason)
        else:
            kept.append(Bar(start, end, one.reason))
    return kept


def _plain(text: str) -> str:
    return "".join("\ufffd" if ord(sign) in BARS else sign for sign in text)


@dataclass(frozen=True, slots=True)
class Ground:
    """A reason for a bar, for leaving out, or a basis to answer on; `help` says when it is the one."""

    id: str
    word: str
    law: tuple[str, ...]
    help: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndsigtTexts:
    title: str
    intro: str
    bars: str
    masked: str
    not_here: str
    rights: str
    complain: str
    internal: str
    bases: tuple[Ground, ...]
    reasons: tuple[Ground, ...]
    omissions: tuple[Ground, ...]

    def ground(self, ground_id: str) -> Ground:
        """One of all three by id; one that a municipality has taken away since is said by its id."""
        every = (*self.bases, *self.reasons, *self.omissions)
        found = next((one for one in every if one.id == ground_id), None)
        return found or Ground(ground_id, ground_id, ())


def parse_indsigt(text: str) -> IndsigtTexts:
    top = read_toml(text, "indsigt.toml")
    texts = IndsigtTexts(
        title=top.text("titel"),
        intro=top.prose("indledning"),
        bars=top.prose("streger"),
        masked=top.prose("maskeret"),
        not_here=top.prose("ikke_med"),
        rights=top.prose("rettigheder"),
        complain=top.prose("klage"),
        internal=top.prose("intern"),
        bases=tuple(_ground(one) for one in top.tables("grundlag")),
        reasons=tuple(_ground(one) for one in top.tables("grund")),
        omissions=tuple(_ground(one) for one in top.tables("udeladt")),
    )
    top.done()
    every = (*texts.bases, *texts.reasons, *texts.omissions)
    once_each((one.id for one in every), "indsigt.toml")
    if len(texts.reasons) >= _MOST:
        raise top.wrong("der er for mange grunde. Behold dem, I bruger.")
    return texts


def unknown_law(texts: IndsigtTexts, law: Law) -> tuple[str, ...]:
    """Ids that law.toml does not know."""
    every = (*texts.bases, *texts.reasons, *texts.omissions)
    return tuple(name for one in every for name in one.law if law.find(name) is None)


def _ground(table: Table) -> Ground:
    ground = Ground(
        table.text("id"), table.text("ord"), table.texts("love", ()), table.text("hjaelp", "")
    )
    table.done()
    return ground
