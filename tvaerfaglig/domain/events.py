"""The log's own words: what an event holds, what it commits to, and the clock that orders it.

An event carries no free text and no name, so that it can stand for ever; the words lie in its body,
which lawful erasure can take away while the chain still verifies (the commitment is salted).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, replace

GENESIS = bytes(32)
READS = "laest"  # the stream of reads; it is never exchanged
_CANONICAL = json.JSONEncoder(separators=(",", ":"), ensure_ascii=False).encode
_MOST = 99_999  # of a stamp's counter, which is written with five digits


@dataclass(frozen=True, slots=True)
class Body:
    """The words of an event: salt and canonical JSON."""

    salt: bytes
    data: str

    def commitment(self) -> bytes:
        return hashlib.sha256(self.salt + self.data.encode()).digest()


@dataclass(frozen=True, slots=True)
class Event:
    """One thing written or done. `parents` are the versions of the record that it replaces."""

    id: str
    device: str
    case_id: str
    seq: int
    hlc: str
    actor: str
    kind: str
    record: str
    parents: tuple[str, ...]
    commitment: bytes
    prev: bytes
    hash: bytes = b""
    sig: bytes = b""

    def header(self) -> bytes:
        """What is hashed and signed: everything but the hash and the signature themselves."""
        return _CANONICAL(
            [
                self.id,
                self.device,
                self.case_id,
                self.seq,
                self.hlc,
                self.actor,
                self.kind,
                self.record,
                list(self.parents),
                self.commitment.hex(),
                self.prev.hex(),
            ]
        ).encode()

    def digest(self) -> bytes:
        return hashlib.sha256(self.header()).digest()

    def sealed(self) -> Event:
        return replace(self, hash=self.digest())

    def signed(self, sign: Callable[[bytes], bytes]) -> Event:
        """Sealed, and the hash signed by the device's hand."""
        digest = self.digest()
        return replace(self, hash=digest, sig=sign(digest))

    @property
    def ms(self) -> int:
        """Milliseconds since 1970 by the writer's clock."""
        return int(self.hlc[:13])


@dataclass(frozen=True, slots=True)
class Stamp:
    """A hybrid logical clock: wall time, then a counter, so that order survives a clock set back."""

    ms: int
    counter: int
    device: str

    def __str__(self) -> str:
        return f"{self.ms:013d}.{self.counter:05d}.{self.device}"

    @classmethod
    def parse(cls, text: str) -> Stamp:
        ms, counter, device = text.split(".")
        return cls(int(ms), int(counter), device)

    def next(self, now_ms: int, device: str) -> Stamp:
        """The stamp after this one: later in time, or the same time and one more.

        A full counter carries into the milliseconds: a sixth digit would sort before the fifth.
        """
        if now_ms > self.ms:
            return Stamp(now_ms, 0, device)
        if self.counter == _MOST:
            return Stamp(self.ms + 1, 0, device)
        return Stamp(self.ms, self.counter + 1, device)


@dataclass(frozen=True, slots=True)
class Touched:
    """One record that an action wrote: its kind, its id, and the children it is about."""

    kind: str
    record: str
    children: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Changes:
    """What an action changed, so that every open page knows whether to ask again."""

    touched: tuple[Touched, ...] = ()

    def touch(self, *kinds: str, child: str | None = None) -> bool:
        """Whether a record of one of these kinds changed (of this child, when one is named)."""
        return any(
            (not kinds or one.kind in kinds) and (child is None or child in one.children)
            for one in self.touched
        )

    def __add__(self, other: Changes) -> Changes:
        return Changes(self.touched + other.touched)


def head_of(streams: list[tuple[str, str, int, bytes]]) -> str:
    """The vault's head: SHA-256 over the sorted (device, case, seq, hash) of all streams, in hex."""
    digest = hashlib.sha256()
    for device, case_id, seq, last in sorted(streams):
        digest.update(f"{device}\0{case_id}\0{seq}\0".encode() + last)
    return digest.hexdigest()
