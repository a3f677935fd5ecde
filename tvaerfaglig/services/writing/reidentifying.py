"""How many children in the house a note without names fits. A number and words; never who, never which card.

All children of the house are counted, also those the asker may not see, for the others at the table know them
too. Words from a card are compared only for children she may see, and no count is made of protected addresses.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, partial

from tvaerfaglig.domain.konsultation import Agreement, Konsultation, KonsultationKind
from tvaerfaglig.domain.people import Child, Role
from tvaerfaglig.domain.reidentify import saying
from tvaerfaglig.domain.reidentify.counting import Fit, Piece, checked, count
from tvaerfaglig.domain.reidentify.house import Profile, profiles_of
from tvaerfaglig.domain.reidentify.pieces import pieces_of
from tvaerfaglig.domain.reidentify.reading import Reading
from tvaerfaglig.domain.reidentify.words import Words
from tvaerfaglig.services import library
from tvaerfaglig.services.errors import Unclear
from tvaerfaglig.services.konsultation import rules as konsultation_rules
from tvaerfaglig.services.session import WHO_SEES, Session
from tvaerfaglig.store import queries


@dataclass(frozen=True, slots=True)
class HowMany:
    """The texts that were read, and how many children of the house they fit; `enough` is the house's own line."""

    pieces: tuple[Piece, ...]
    fit: Fit
    enough: int

    @property
    def asks(self) -> bool:
        return saying.asks(self.fit, self.enough)


@cache
def words() -> Words:
    """Read when somebody first writes without a name."""
    return library.broader_words()


def how_many(
    session: Session,
    konsultation_id: str,
    note: Konsultation,
    agreements: Mapping[str, Agreement] | None = None,
) -> HowMany:
    """What `note` and its agreements fit as they stand on the page, saved or not."""
    stored = konsultation_rules.found(session, konsultation_id)
    if stored.record.kind is not KonsultationKind.ANONYM:
        raise Unclear("Der tælles kun, hvor der skrives uden navn.")
    return _how_many(session, note, agreements or {})


def as_saved(session: Session, konsultation_id: str) -> HowMany | None:
    """The same of the note in the vault; None where it is not anonymous."""
    stored = konsultation_rules.found(session, konsultation_id)
    if stored.record.kind is not KonsultationKind.ANONYM:
        return None
    made = {
        one.id: one.record
        for one in queries.about_nobody(session.vault, Agreement)
        if one.record.konsultation == konsultation_id
    }
    return _how_many(session, stored.record, made)


def look_first(session: Session, konsultation_id: str) -> str:
    """What to think of before the note leaves the room; empty where enough children fit."""
    counted = as_saved(session, konsultation_id)
    if counted is None or not counted.asks:
        return ""
    return f"{saying.headline(counted.fit)} Kan det siges bredere, før andre læser det?"


def _how_many(session: Session, note: Konsultation, agreements: Mapping[str, Agreement]) -> HowMany:
    pieces = pieces_of(note, agreements)
    children, rare = session.while_unchanged(
        f"profiles:{note.dagtilbud}", WHO_SEES, partial(_profiles, session, note.dagtilbud)
    )
    reading, day = _reading(session, note, rare), min(note.day, session.today)
    found = count(pieces, children, reading, day)
    house = session.houses().get(note.dagtilbud)
    return HowMany(
        pieces, checked(found, pieces, children, reading, day), house.alike if house else 5
    )


def _profiles(session: Session, house: str) -> tuple[tuple[Profile, ...], frozenset[str]]:
    every = {one.id: one.record for one in queries.all_of(session.vault, Child)}
    found = profiles_of(every, house, session.today, words().rare_in, session.children())
    return found, frozenset(word for one in found for word in one.words)


def _reading(session: Session, note: Konsultation, rare: frozenset[str]) -> Reading:
    staff = session.staff()
    guests = {one.name.split()[0] for one in note.participants if one.name}
    return Reading(
        words=words(),
        stuer=tuple((s.id, s.name) for one in session.houses().values() for s in one.stuer),
        dagplejere=tuple(
            (one, who.first_name) for one, who in staff.items() if who.role is Role.DAGPLEJER
        ),
        adults=frozenset(guests | {who.first_name for who in staff.values()}),
        card_words=rare,
        day=session.today,
    )
