"""The kinds of indsats there are: the program's own and the house's; and the one that an effort began by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from tvaerfaglig.domain.efforts.kind import EffortKind, EffortKindsPutAway, KeptEffortKind
from tvaerfaglig.domain.efforts.reading import kept_kind, reference
from tvaerfaglig.domain.efforts.records import Effort
from tvaerfaglig.domain.efforts.writing import kind_toml
from tvaerfaglig.domain.resource import ResourceError
from tvaerfaglig.services import library
from tvaerfaglig.services.errors import NotFound
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries

PUT_AWAY = "indsatsformer-fra"
"""The id of the one record that says which of the program's own are not in use."""


@dataclass(frozen=True, slots=True)
class OnShelf:
    """One kind. `ref` is what an effort keeps of it, `text` its file."""

    ref: str
    kind: EffortKind
    shipped: bool
    in_use: bool
    text: str


def shelf(session: Session) -> tuple[OnShelf, ...]:
    """All of them, also those that are put away: the program's own first, in their order."""
    away = _put_away(session)
    own = [
        OnShelf(one.id, kept_kind(one.record.text), False, not one.record.gone, one.record.text)
        for one in queries.all_of(session.vault, KeptEffortKind)
        if not one.record.shipped and _readable(one.record.text)
    ]
    return (*_shipped(away), *sorted(own, key=lambda one: one.kind.name))


def offered(session: Session) -> tuple[OnShelf, ...]:
    """Those in use."""
    return tuple(one for one in shelf(session) if one.in_use)


def kind_of(session: Session, effort: Effort) -> EffortKind:
    """The kind that it began by, word for word as it was then."""
    found = every_kind(session).get(effort.kind)
    if found is None:
        raise NotFound("Indsatsens form er her ikke længere. Hent den ind under Indstillinger.")
    return found


def every_kind(session: Session) -> Mapping[str, EffortKind]:
    """All that any effort began by, by their references."""
    read = partial(_kept, session)
    return session.while_unchanged("indsatsformer", (KeptEffortKind,), read, daily=False)


def _kept(session: Session) -> Mapping[str, EffortKind]:
    return {
        one.id: kept_kind(one.record.text)
        for one in queries.all_of(session.vault, KeptEffortKind)
        if _readable(one.record.text)
    }


def _shipped(away: frozenset[str]) -> list[OnShelf]:
    made = []
    for kind in library.efforts():
        text = kind_toml(kind)
        made.append(OnShelf(reference(kind, text), kind, True, kind.id not in away, text))
    return made


def _readable(text: str) -> bool:
    try:
        kept_kind(text)
    except ResourceError:
        return False
    return True


def _put_away(session: Session) -> frozenset[str]:
    found = queries.one(session.vault, EffortKindsPutAway, PUT_AWAY)
    return frozenset(found.record.ids) if found else frozenset()
