"""A house's own kinds of indsats, for the leader: see `own_kinds`. An effort that runs keeps the kind it began by."""

from __future__ import annotations

from pathlib import Path

from tvaerfaglig.domain.efforts.kind import EffortKind, EffortKindsPutAway, KeptEffortKind
from tvaerfaglig.domain.efforts.reading import parse_kind, parse_kind_bytes, reference
from tvaerfaglig.domain.efforts.unfinished import unfinished
from tvaerfaglig.domain.efforts.writing import kind_toml
from tvaerfaglig.services.efforts.shelf import PUT_AWAY, OnShelf, shelf
from tvaerfaglig.services.errors import Unclear
from tvaerfaglig.services.own_kinds import acts as own_kinds
from tvaerfaglig.services.own_kinds.acts import Offered, Sort
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.session import Session

_EFFORTS = Sort(
    kept=KeptEffortKind,
    away=EffortKindsPutAway,
    away_id=PUT_AWAY,
    shelf=shelf,
    parse=parse_kind,
    parse_bytes=parse_kind_bytes,
    toml=kind_toml,
    reference=reference,
    unnamed="Hvad skal indsatsen hedde?",
    unknown="Indsatsen er her ikke længere. Åbn siden igen.",
    not_yours="Lederen vælger indsatser. Bed lederen om det.",
    nameless_id="vores-egen",
)


def standing(session: Session) -> tuple[OnShelf, ...]:
    """Every kind there is, also those that are put away."""
    return shelf(session)


def keep_own(session: Session, kind: EffortKind, ref: str = "") -> Saved:
    """The house's own kind, new or put right (`ref`); what is left to say of it is asked in words."""
    _EFFORTS.require_leader(session)
    if kind.name.strip() and (asked := unfinished(kind)):
        raise Unclear(asked)
    return own_kinds.keep_own(session, _EFFORTS, kind, ref)


def put_away(session: Session, ref: str) -> Saved:
    """It is not offered when an indsats is begun."""
    return own_kinds.put_away(session, _EFFORTS, ref)


def bring_back(session: Session, ref: str) -> Saved:
    """It is offered again."""
    return own_kinds.bring_back(session, _EFFORTS, ref)


def look_at_file(session: Session, file: Path) -> Offered[EffortKind]:
    """What a file holds; nothing is kept yet."""
    return own_kinds.look_at_file(session, _EFFORTS, file)


def take_in(session: Session, offered: Offered[EffortKind]) -> Saved:
    """Keep a kind that was looked at."""
    return own_kinds.take_in(session, _EFFORTS, offered)


def give_on(session: Session, ref: str, file: Path) -> None:
    """The kind as a file."""
    own_kinds.give_on(session, _EFFORTS, ref, file)
