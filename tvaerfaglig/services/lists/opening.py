"""Open a list that the leader chose, and see which column holds what. Nothing is written."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tvaerfaglig.domain.acts import ColumnsChosen
from tvaerfaglig.domain.cpr import mask, parse_cpr
from tvaerfaglig.domain.danish import fold
from tvaerfaglig.domain.lists.cells import words_of
from tvaerfaglig.domain.lists.headings import Field, find_headings, guess_all, spread_names
from tvaerfaglig.exchange import reading
from tvaerfaglig.exchange.errors import CannotRead
from tvaerfaglig.exchange.listed import Listed, Row, Step
from tvaerfaglig.services.errors import NotAllowed
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries

__all__ = ["CHILDREN", "Listed", "Opened", "open_children", "read_file"]

CHILDREN = "børneliste"
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Opened:
    """A list with its headings. `columns` is the guess, or what was chosen for these headings before."""

    listed: Listed
    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    columns: Mapping[int, Field]
    examples: tuple[tuple[str, ...], ...]
    houses: tuple[tuple[str, str], ...]
    remembered: bool = False


def leads(session: Session, house: str = "") -> None:
    """Raises NotAllowed for anyone but the leader of the house."""
    if not session.actor.role.leads or (house and house not in session.actor.houses):
        raise NotAllowed("Lederen henter lister. Bed lederen om det.")


def read_file(session: Session, path: Path, *, sheet: str = "", step: Step) -> Listed:
    """Read the file. Touches nothing of the vault, so it may run beside it."""
    leads(session)
    return reading.read(path, sheet=sheet, step=step)


def open_children(session: Session, listed: Listed) -> Opened:
    """The headings of a list of children and what stands under them."""
    leads(session)
    at = find_headings([cells for _, cells in listed.rows])
    rows = listed.rows[at + 1 :]
    if not rows:
        raise CannotRead("Der er kun én række i listen. Den første række skal være overskrifter.")
    wide = max(len(cells) for _, cells in listed.rows)
    top = [words_of(cell) for cell in listed.rows[at][1]]
    headings = spread_names([*top, *[""] * (wide - len(top))])
    known = queries.one(session.vault, ColumnsChosen, mark_of(CHILDREN, headings))
    columns = guess_all([*top, *[""] * (wide - len(top))])
    if known:
        by_heading = {heading: at for at, heading in enumerate(headings)}
        columns = {
            by_heading[heading]: Field(field)
            for heading, field in known.record.columns
            if heading in by_heading and field in set(Field)
        }
    houses = session.houses()
    mine = tuple((one, houses[one].name) for one in session.actor.houses if one in houses)
    return Opened(
        listed, headings, rows, columns, _examples(rows, wide), mine, remembered=known is not None
    )


def _examples(rows: tuple[Row, ...], wide: int) -> tuple[tuple[str, ...], ...]:
    """For each column the first few things that stand in it; numbers masked."""
    found: list[list[str]] = [[] for _ in range(wide)]
    for _, cells in rows[:50]:
        for at, cell in enumerate(cells):
            words = _shown(words_of(cell))
            if words and len(found[at]) < _SHOWN and words not in found[at]:
                found[at].append(words[:60])
    return tuple(tuple(one) for one in found)


def _shown(words: str) -> str:
    number = parse_cpr(words)
    return mask(number) if number else words


def mark_of(what: str, headings: tuple[str, ...]) -> str:
    """The id under which the columns of a list with these headings are remembered."""
    plain = json.dumps([fold(one) for one in headings])
    return f"kolonner:{what}:{hashlib.sha256(plain.encode()).hexdigest()[:32]}"


def chosen_columns(
    what: str, headings: tuple[str, ...], columns: Mapping[int, Field]
) -> ColumnsChosen:
    return ColumnsChosen(
        what=what, columns=tuple((headings[at], field.value) for at, field in columns.items())
    )
