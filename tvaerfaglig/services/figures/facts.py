"""Facts to count, out of the vault: what every child's records and the house's own say, put together."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from tvaerfaglig.domain.figures.facts import Facts
from tvaerfaglig.domain.figures.source.pieces import Piece
from tvaerfaglig.domain.figures.source.together import Beside, put_together
from tvaerfaglig.services import library
from tvaerfaglig.services.efforts.shelf import every_kind
from tvaerfaglig.services.figures import catching_up
from tvaerfaglig.services.meetings.shelf import shelf as meetings
from tvaerfaglig.services.session import Session


def facts(session: Session) -> Facts:
    """Everything that is counted, of all houses: who may see which is asked by the caller."""
    return read(catching_up.pieces(session), beside(session))


def read(rows: Iterable[bytes], known: Beside) -> Facts:
    """Pure work on what the vault gave: it may be done on any thread."""
    told = msgspec.json.Decoder(Piece)
    return put_together(map(told.decode, rows), known)


def beside(session: Session) -> Beside:
    return Beside(
        staff=session.staff(),
        kinds=every_kind(session),
        talks=frozenset(one.ref for one in meetings(session) if one.kind.is_talk),
        houses=session.houses(),
        topics=library.topics(),
    )
