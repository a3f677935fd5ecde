"""A house's own kinds of meeting, for the leader: see `own_kinds`. A note keeps the kind it was written by."""

from __future__ import annotations

from pathlib import Path

from tvaerfaglig.domain.meetings.kind import (
    KONSULTATION,
    KeptMeetingKind,
    MeetingKind,
    MeetingKindsPutAway,
)
from tvaerfaglig.domain.meetings.reading import parse_kind, parse_kind_bytes, reference
from tvaerfaglig.domain.meetings.writing import kind_toml
from tvaerfaglig.services.errors import Unclear
from tvaerfaglig.services.meetings.shelf import PUT_AWAY, OnShelf, shelf
from tvaerfaglig.services.own_kinds import acts as own_kinds
from tvaerfaglig.services.own_kinds.acts import Offered, Sort
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.session import Session

_MEETINGS = Sort(
    kept=KeptMeetingKind,
    away=MeetingKindsPutAway,
    away_id=PUT_AWAY,
    shelf=shelf,
    parse=parse_kind,
    parse_bytes=parse_kind_bytes,
    toml=kind_toml,
    reference=reference,
    unnamed="Hvad skal mødeformen hedde?",
    unknown="Mødeformen er her ikke længere. Åbn siden igen.",
    not_yours="Lederen vælger mødeformer. Bed lederen om det.",
    nameless_id="vores-eget",
)


def standing(session: Session) -> tuple[OnShelf, ...]:
    """Every kind there is, also those that are put away."""
    return shelf(session)


def keep_own(session: Session, kind: MeetingKind, ref: str = "") -> Saved:
    """The house's own kind, new or put right (`ref`)."""
    return own_kinds.keep_own(session, _MEETINGS, kind, ref)


def put_away(session: Session, ref: str) -> Saved:
    """It is not offered when a meeting is planned; a konsultation always is."""
    _MEETINGS.require_leader(session)
    if ref == KONSULTATION:
        raise Unclear("Konsultation bruges, når intet andet er valgt. Den kan ikke lægges væk.")
    return own_kinds.put_away(session, _MEETINGS, ref)


def bring_back(session: Session, ref: str) -> Saved:
    """It is offered again."""
    return own_kinds.bring_back(session, _MEETINGS, ref)


def look_at_file(session: Session, file: Path) -> Offered[MeetingKind]:
    """What a file holds; nothing is kept yet."""
    return own_kinds.look_at_file(session, _MEETINGS, file)


def take_in(session: Session, offered: Offered[MeetingKind]) -> Saved:
    """Keep a kind that was looked at."""
    return own_kinds.take_in(session, _MEETINGS, offered)


def give_on(session: Session, ref: str, file: Path) -> None:
    """The kind as a file."""
    own_kinds.give_on(session, _MEETINGS, ref, file)
