"""Going through a child's records before they are handed out: what a person decided, kept as she goes.

The state is her private draft in the vault until the paper is made; it holds no text, only places in
texts. Where a text was changed since, its bars are proposed anew and it is to be seen once more.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

import msgspec

from tvaerfaglig.domain.indsigt import Bar, joined
from tvaerfaglig.domain.third_parties import Watch
from tvaerfaglig.services import drafts
from tvaerfaglig.services.indsigt.dossier import Dossier, Entry, gather
from tvaerfaglig.services.indsigt.telling import Piece
from tvaerfaglig.services.library import Library
from tvaerfaglig.services.session import Session

KIND = "indsigt"
SOURCE = "kilde"
LOOKED = "alt, der er skrevet"


@dataclass(frozen=True, slots=True)
class Marked:
    """The bars that a person left in one text, and the text's fingerprint when she did."""

    print: str
    bars: tuple[Bar, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether an entry is handed out; if not, for which reason (its id)."""

    included: bool
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """Everything that was decided so far. `seen` are fingerprints of whole entries."""

    receiver: str = ""
    basis: str = ""
    first: date | None = None
    last: date | None = None
    marked: Mapping[str, Marked] = field(default_factory=dict)
    verdicts: Mapping[str, Verdict] = field(default_factory=dict)
    seen: Mapping[str, str] = field(default_factory=dict)

    def bars(self, piece: Piece, watch: Watch) -> tuple[Bar, ...]:
        """What stands over this text: what somebody decided, else what is proposed."""
        mine = self.marked.get(piece.key)
        if mine is not None and mine.print == _print(piece.text):
            return mine.bars
        return proposed(piece, watch)

    def with_bars(self, piece: Piece, bars: Iterable[Bar]) -> Review:
        mine = Marked(_print(piece.text), tuple(joined(bars, len(piece.text))))
        return replace(self, marked={**self.marked, piece.key: mine})

    def verdict(self, entry: Entry) -> Verdict | None:
        """A draft or a file waits until somebody says; the rest is handed out unless somebody says not."""
        return self.verdicts.get(
            entry.id, None if entry.draft or entry.file else Verdict(included=True)
        )

    def with_verdict(self, entry_id: str, verdict: Verdict) -> Review:
        return replace(self, verdicts={**self.verdicts, entry_id: verdict})

    def is_seen(self, entry: Entry) -> bool:
        return self.seen.get(entry.id) == _print_of(entry)

    def with_seen(self, entries: Iterable[Entry]) -> Review:
        return replace(self, seen={**self.seen, **{one.id: _print_of(one) for one in entries}})

    def asked(self, entry: Entry) -> bool:
        """Whether it happened in the days that were asked for; facts without a day always did."""
        day = entry.day[:10]
        if not day[:4].isdigit() or day.startswith("9999"):
            return True
        on = date.fromisoformat(day)
        return (self.first or date.min) <= on <= (self.last or date.max)


def proposed(piece: Piece, watch: Watch) -> tuple[Bar, ...]:
    """Where this text names others; of who told it from outside the whole."""
    if piece.source:
        return (Bar(0, len(piece.text), SOURCE),)
    return watch.proposed(piece.text)


def opened(session: Session, child_id: str, library: Library) -> tuple[Dossier, Review]:
    """Everything about her, and where one left off. Opening it is noted.

    What is proposed is found here, on the vault's thread, and remembered for the window.
    """
    found = gather(session, child_id, library)
    for entry in found.entries:
        for piece in entry.pieces:
            proposed(piece, found.watch)
    session.looked(child=child_id, record=f"{child_id}/indsigt", what=LOOKED)
    return found, kept(session, child_id)


def waits(review: Review, dossier: Dossier) -> list[str]:
    """What must still be answered before the paper can be made, in words; empty when all is."""
    asked = [one for one in dossier.entries if review.asked(one)]
    open_ones = [one for one in asked if review.verdict(one) is None]
    unseen = [one for one in asked if _given(review, one) and not review.is_seen(one)]
    said = []
    if not review.receiver.strip():
        said.append("Skriv, hvem der skal have det.")
    if not review.basis:
        said.append("Vælg, hvad I svarer efter.")
    if open_ones:
        said.append(f"{len(open_ones)} skal I afgøre: med eller ikke med.")
    if unseen:
        said.append(f"{len(unseen)} er ikke gennemgået endnu.")
    return said


def counted(review: Review, dossier: Dossier) -> Counter[str]:
    """How many bars there are for each reason, in what is handed out."""
    total: Counter[str] = Counter()
    for entry in handed_out(review, dossier):
        for piece in entry.pieces:
            bars = joined(review.bars(piece, dossier.watch), len(piece.text))
            total.update(bar.reason for bar in bars)
    return total


def handed_out(review: Review, dossier: Dossier) -> list[Entry]:
    return [one for one in dossier.entries if review.asked(one) and _given(review, one)]


def _given(review: Review, entry: Entry) -> bool:
    verdict = review.verdict(entry)
    return verdict is not None and verdict.included


def keep(session: Session, child_id: str, review: Review) -> str:
    """Keep the state; the answer is the clock."""
    return drafts.keep(session, _key(child_id), KIND, msgspec.json.encode(review).decode())


def kept(session: Session, child_id: str) -> Review:
    """Where one left off; a new review where one has not begun."""
    draft = drafts.one(session, _key(child_id))
    return msgspec.json.decode(draft.content, type=Review) if draft else Review()


def drop(session: Session, child_id: str) -> None:
    drafts.drop(session, _key(child_id))


def _key(child_id: str) -> str:
    return f"{KIND}:{child_id}"


def _print(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _print_of(entry: Entry) -> str:
    return _print("\n".join(f"{one.key}\0{one.text}" for one in entry.pieces))
