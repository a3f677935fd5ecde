"""How the invented world is lived through: every table of its files as moments, in the order of the clock."""

from __future__ import annotations

import itertools
import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, fields, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from tvaerfaglig.domain.follow_up import Contacted
from tvaerfaglig.domain.kinds import KINDS
from tvaerfaglig.domain.observation import Observation
from tvaerfaglig.domain.record import Record
from tvaerfaglig.domain.statusudtalelser.records import Statusudtalelse
from tvaerfaglig.domain.thread import ThreadLink, link_id
from tvaerfaglig.domain.underretning import Comment, Section, Step, Underretning
from tvaerfaglig.domain.underretning import Row as Chosen
from tvaerfaglig.services.clock import SetClock
from tvaerfaglig.services.library import Library
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries

R = TypeVar("R", bound=Record)
Row = dict[str, Any]
World = dict[str, list[Row]]

_META = {"id", "by", "written", "rettelse", "senere", "aftale", "login"}
_LETTER = _META | {"afsnit", "rows", "left_out", "faerdig", "skridt", "kontakt", "kommentar"}
_WRITTEN_APART = {"dagtilbud", "medarbejder", "barn", "underretning", "statusudtalelse"}
_TOKEN = re.compile(r"\{barn:([a-z0-9-]+)\}")
_OBSERVATIONS = "observationer"


def read_world(folder: Path) -> World:
    """Every table of every file in the folder, in the files' order."""
    world: World = {}
    for path in sorted(folder.glob("*.toml")):
        for table, rows in tomllib.loads(path.read_text(encoding="utf-8")).items():
            world.setdefault(table, []).extend(rows)
    return world


class Living:
    """The vault while its past is written: who acts, at which time, and which slug has which id."""

    def __init__(self, session: Session, clock: SetClock, library: Library) -> None:
        self.session = session
        self.clock = clock
        self.library = library
        self.known: dict[str, str] = {}
        self._sessions: dict[str, Session] = {}

    def id_of(self, slug: str) -> str:
        if slug not in self.known:
            self.known[slug] = self.session.vault.log.new_id()
        return self.known[slug]

    def of(self, slug: str) -> Session:
        """The session of the person with this slug, on the same vault."""
        if slug not in self._sessions:
            first = self.session
            self._sessions[slug] = Session(
                first.vault, self.known[slug], first.clock, first.state, first.opened
            )
        return self._sessions[slug]

    def put(self, by: str, record: Record, record_id: str) -> None:
        with self.of(by).write() as pen:
            pen.put(record, record_id)

    def translated(self, value: object) -> object:
        """The same value with every slug that is known, and every token, said by id."""
        if isinstance(value, str):
            replaced = self.known.get(value, value)
            return _TOKEN.sub(lambda m: f"{{barn:{self.known.get(m[1], m[1])}}}", replaced)
        if isinstance(value, list):
            return [self.translated(one) for one in value]
        if isinstance(value, dict):
            return {key: self.translated(one) for key, one in value.items()}
        return value

    def record(self, kind: type[R], row: Row) -> R:
        return msgspec.convert(self.translated(row), kind, strict=False)


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """Something that was done at a time."""

    at: datetime
    order: int
    do: Callable[[Living], None] = field(compare=False)


def slugs(world: World) -> Iterator[str]:
    """Everything in the world that others may point to."""
    for rows in world.values():
        for row in rows:
            yield from (one["id"] for one in (row, *row.get("aftale", ())) if "id" in one)


def moments(world: World) -> list[Moment]:
    """Everything written and done, in the order it was."""
    count = itertools.count()
    found: list[Moment] = []
    for table, rows in world.items():
        for row in rows if table in KINDS and table not in _WRITTEN_APART else ():
            found += _versions(table, row, count)
            found += [_agreement(row, one, next(count)) for one in row.get("aftale", ())]
    for row in world.get("underretning", ()):
        found += _letter(row, count)
    for row in world.get("statusudtalelse", ()):
        found.append(Moment(row["written"], next(count), _status(row)))
    return sorted(found)


def _versions(table: str, row: Row, count: Iterator[int]) -> Iterator[Moment]:
    """A row and its later versions, each holding what the one before held and what it changes."""
    order = next(count)
    slug = row.get("id", f"{table}-{order}")
    facts = _facts(row, table)
    yield Moment(row["written"], order, _putting(table, slug, _writer(row), facts))
    for later in (*row.get("rettelse", ()), *row.get("senere", ())):
        facts = facts | _facts(later)
        yield Moment(later["written"], next(count), _putting(table, slug, _writer(later), facts))


def _putting(table: str, slug: str, by: str, facts: Row) -> Callable[[Living], None]:
    def do(life: Living) -> None:
        made = life.record(KINDS[table], facts)
        joined = link_id(made.concern, made.target) if isinstance(made, ThreadLink) else ""
        life.put(by, made, joined or life.id_of(slug))

    return do


def _writer(row: Row) -> str:
    by = row["by"]
    return str(by[0] if isinstance(by, list) else by)


def _agreement(note: Row, row: Row, order: int) -> Moment:
    base = {"konsultation": note["id"], "child": note.get("child", ""), "made_on": note["day"]}
    facts = base | _facts(row)
    at = note["written"]
    if facts.get("done_on"):
        at = max(at, datetime.combine(facts["done_on"], at.time()))
    return Moment(
        at + timedelta(minutes=1), order, _putting("aftale", row["id"], note["by"], facts)
    )


def _facts(row: Row, table: str = "") -> Row:
    """A row without what is not of the record; `by` stays where the record has such a field."""
    own = {one.name for one in fields(KINDS[table])} if table else set()
    return {key: value for key, value in row.items() if key not in _META - own}


def _letter(row: Row, count: Iterator[int]) -> Iterator[Moment]:
    """A letter: its text in one sitting, then all that happened to it."""

    def write(life: Living) -> None:
        letter, child = life.id_of(row["id"]), life.known[row["child"]]
        head = {key: value for key, value in row.items() if key not in _LETTER}
        life.put(row["by"], life.record(Underretning, head), letter)
        for section, text in row.get("afsnit", {}).items():
            if section != _OBSERVATIONS:
                made = Section(underretning=letter, child=child, section=section, text=text)
                life.put(row["by"], made, f"{letter}/{section}")
        life.put(row["by"], _observations(life, row, letter, child), f"{letter}/{_OBSERVATIONS}")

    yield Moment(row["written"], next(count), write)
    for finished in row.get("faerdig", ()):
        yield Moment(finished["written"], next(count), _finishing(row["id"], finished["by"]))
    for table, kind in (("skridt", Step), ("kontakt", Contacted), ("kommentar", Comment)):
        for number, one in enumerate(row.get(table, ())):
            facts = {key: value for key, value in one.items() if key != "written"}
            facts |= {"underretning": row["id"], "child": row["child"]}
            slug = f"{row['id']}-{table}-{number}"
            yield Moment(one["written"], next(count), _step(kind, slug, one["by"], facts))


def _status(row: Row) -> Callable[[Living], None]:
    """A statusudtalelse as it stands after one sitting."""

    def do(life: Living) -> None:
        facts = {key: value for key, value in row.items() if key not in {*_META, "rows"}}
        made = life.record(Statusudtalelse, facts)
        made = replace(made, rows=_chosen(life, row, made.child))
        life.put(row["by"], made, life.id_of(row["id"]))

    return do


def _chosen(life: Living, row: Row, child: str) -> tuple[Chosen, ...]:
    """The chosen observations, copied as they stood."""
    from tvaerfaglig.services.letters.rows import row_from

    session = life.of(row["by"])
    rows = []
    for number, slug in enumerate(row.get("rows", ()), 1):
        stored = queries.one(session.vault, Observation, life.known[slug])
        if stored is None:
            raise LookupError(f"{row['id']}: {slug} er ikke skrevet før brevet")
        rows.append(replace(row_from(session, stored, child), number=number))
    return tuple(rows)


def _observations(life: Living, row: Row, letter: str, child: str) -> Section:
    return Section(
        underretning=letter,
        child=child,
        section=_OBSERVATIONS,
        text=row.get("afsnit", {}).get(_OBSERVATIONS, ""),
        rows=_chosen(life, row, child),
        left_out=tuple(row.get("left_out", ())),
    )


def _finishing(slug: str, by: str) -> Callable[[Living], None]:
    def do(life: Living) -> None:
        from tvaerfaglig.services.letters.acts import finish

        finish(life.of(by), life.known[slug], life.library)

    return do


def _step(kind: type[Record], slug: str, by: str, facts: Row) -> Callable[[Living], None]:
    def do(life: Living) -> None:
        life.put(by, life.record(kind, facts), life.id_of(slug))

    return do
