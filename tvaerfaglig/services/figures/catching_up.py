"""What figures are counted from, brought up to the log: all at once, or a little at a time behind other work.

The first time every child is gone through, and that is long in a large vault; later only those whom something
was written or erased about. So a page asks `behind`, shows how far it has come, and goes on slice by slice on
the vault's own thread, where whoever writes comes in between. It may stop at any time: what is made is kept.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, fields, is_dataclass, replace

import msgspec

from tvaerfaglig import __version__
from tvaerfaglig.domain.figures.source.pieces import NOTHING, Piece
from tvaerfaglig.services.figures import gathering, rules
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import counted

SHAPE = f"{__version__}/5"
"""Another where pieces are told or worked out in another way: then all are made anew."""
SLICE_S = 0.05
_TOGETHER = 24


@dataclass(frozen=True, slots=True)
class Behind:
    """How much is left. `units` are children, and the house's own kinds of record."""

    units: tuple[str, ...]
    upto: int
    all: int

    @property
    def done(self) -> int:
        return self.all - len(self.units)


def behind(session: Session) -> Behind:
    """What must be gone through before figures can be counted. For whoever may see them."""
    rules.houses_led(session)
    return _behind(session)


def go_on(session: Session, left: Behind, seconds: float = SLICE_S) -> Behind:
    """Go through some of it, at least a few; nothing is left when the answer has no units."""
    rules.houses_led(session)
    return _go_on(session, left, seconds)


def pieces(session: Session) -> list[bytes]:
    """Everything, brought up to the log first; where nothing can be written the rest is made and not kept.

    Given to who asks about figures herself: the caller has asked who may.
    """
    left = _behind(session)
    if session.only_reads:
        return _made_beside(session, left)
    while left.units:
        left = _go_on(session, left, float("inf"))
    return [row.encode() for row in counted.rows(session.vault).values()]


def _behind(session: Session) -> Behind:
    found = counted.behind(
        session.vault, SHAPE, gathering.WORDS_OF_CHILDREN, gathering.WORDS_OF_HOUSE
    )
    return Behind(found.units, found.upto, len(found.units))


def _go_on(session: Session, left: Behind, seconds: float) -> Behind:
    until = time.perf_counter() + seconds
    counted.begin(session.vault, SHAPE)
    while left.units:
        some, rest = left.units[:_TOGETHER], left.units[_TOGETHER:]
        counted.keep(session.vault, _rows(session, some))
        left = replace(left, units=rest)
        if time.perf_counter() > until:
            break
    if not left.units:
        counted.finish(session.vault, SHAPE, left.upto)
    return left


def _made_beside(session: Session, left: Behind) -> list[bytes]:
    kept = counted.rows(session.vault) if counted.is_of(session.vault, SHAPE) else {}
    made = {**kept, **_rows(session, left.units)}
    return [row.encode() for row in made.values() if row]


def _rows(session: Session, units: tuple[str, ...]) -> dict[str, str | None]:
    children = [one for one in units if not counted.kind_of(one)]
    found: dict[str, str | None] = {
        child: _told(piece) for child, piece in gathering.of_children(session, children)
    }
    for unit in units:
        if kind := counted.kind_of(unit):
            found[unit] = _told(gathering.of_kind(session, kind))
    return found


def _told(piece: Piece | None) -> str | None:
    """Nothing of what is empty; None of who is gone, whose id is not kept either."""
    if piece is None:
        return None
    return "" if piece == NOTHING else msgspec.json.encode(_lean(piece)).decode()


def _lean(told: object) -> object:
    """Only what is said: what is as it would be anyway is not kept, and need not be read."""
    if isinstance(told, tuple):
        return [_lean(one) for one in told]
    if not is_dataclass(told):
        return told
    said = ((one, getattr(told, one.name)) for one in fields(told))
    return {one.name: _lean(value) for one, value in said if value != one.default}
