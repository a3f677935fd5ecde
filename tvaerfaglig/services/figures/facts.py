"""Facts to count, out of the vault: what every child's records and the house's own say, put together."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

import msgspec

from tvaerfaglig.domain.efforts.kind import KeptEffortKind
from tvaerfaglig.domain.figures.facts import Facts
from tvaerfaglig.domain.figures.source.pieces import Piece
from tvaerfaglig.domain.figures.source.together import Beside, put_together
from tvaerfaglig.domain.meetings.kind import KeptMeetingKind
from tvaerfaglig.domain.people import Child, Dagtilbud, Staff
from tvaerfaglig.domain.record import Record
from tvaerfaglig.services import library
from tvaerfaglig.services.efforts.shelf import every_kind
from tvaerfaglig.services.figures import catching_up
from tvaerfaglig.services.figures.gathering import OF_CHILDREN, OF_HOUSE
from tvaerfaglig.services.meetings.shelf import shelf as meetings
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import counted

RESTS_ON: tuple[type[Record], ...] = (
    Child, *OF_CHILDREN, *OF_HOUSE, Staff, Dagtilbud, KeptEffortKind, KeptMeetingKind,
)  # fmt: skip


def facts(session: Session) -> Facts:
    """Everything that is counted, of all houses: who may see which is asked by the caller.

    Kept while nothing is written that it rests on, so that another period or house is only counted anew.
    """
    return session.while_unchanged("tal", RESTS_ON, partial(_read_anew, session))


def _read_anew(session: Session) -> Facts:
    """A row that cannot be read is only a note of what the log says: then all of them are made again, once."""
    known = beside(session)
    try:
        return read(catching_up.pieces(session), known)
    except msgspec.DecodeError:
        counted.begin_anew(session.vault)
        return read(catching_up.pieces(session), known)


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
