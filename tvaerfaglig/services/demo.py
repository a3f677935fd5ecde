"""The invented world: read from resources/demo and lived through, in the order it was written down.

The clock is set to each moment, so that the log, its times and its signatures are as if the house had
used the program for two years. Nothing is written behind the services' back but the past's own dates.
"""

from __future__ import annotations

import itertools
import re
import shutil
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from tvaerfaglig.domain.kinds import KINDS
from tvaerfaglig.domain.people import Child, Dagtilbud, Role, Staff
from tvaerfaglig.domain.record import Record
from tvaerfaglig.services import entering, staffing
from tvaerfaglig.services.clock import SetClock
from tvaerfaglig.services.library import NUMBERS
from tvaerfaglig.services.session import Session
from tvaerfaglig.store.vault import Pen

R = TypeVar("R", bound=Record)

START = datetime(2026, 11, 12, 8, 0)  # noqa: DTZ001  the demo's own Danish morning (decisions.md no. 35)
_BEGINNING = datetime(2024, 11, 1, 8, 0)  # noqa: DTZ001
LOGINS = "log-ins.txt"
_META = {"id", "by", "written", "rettelse", "senere", "aftale", "login"}
_WRITTEN_APART = {"dagtilbud", "medarbejder", "barn", "underretning"}
_TOKEN = re.compile(r"\{barn:([a-z0-9-]+)\}")


@dataclass(frozen=True, slots=True)
class Login:
    name: str
    role: str
    password: str


@dataclass(frozen=True, slots=True, order=True)
class _Moment:
    """Something written at a moment: who, what, and under which slug."""

    at: datetime
    order: int
    by: str = field(compare=False)
    slug: str = field(compare=False)
    table: str = field(compare=False)
    facts: dict[str, Any] = field(compare=False)


class _Ids:
    """Slugs to the vault's own ids, which carry no name."""

    def __init__(self) -> None:
        self.known: dict[str, str] = {}

    def of(self, session: Session, slug: str) -> str:
        if slug not in self.known:
            self.known[slug] = session.vault.log.new_id()
        return self.known[slug]

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


def read_world(folder: Path) -> dict[str, list[dict[str, Any]]]:
    """Every table of every file in the folder, in the files' order."""
    world: dict[str, list[dict[str, Any]]] = {}
    for path in sorted(folder.glob("*.toml")):
        for table, rows in tomllib.loads(path.read_text(encoding="utf-8")).items():
            world.setdefault(table, []).extend(rows)
    return world


def make(folder: Path, state: Path, source: Path) -> list[Login]:
    """Make the demo's vault in `folder` out of the files in `source`; the answer is the log-ins.

    They are also written beside the vault, in log-ins.txt, one line each: name, role, password.
    """
    world = read_world(source)
    clock = SetClock(_BEGINNING)
    ids = _Ids()
    session = _found(folder, state, clock, world, ids)
    logins = _let_in(session, world, ids)
    _write_children(session, world, ids)
    _live(session, world, ids, clock)
    clock.set(START)
    entering.close(session)
    shutil.copy(source / "beside" / NUMBERS, folder / NUMBERS)
    lines = [f"{one.name} · {one.role} · {one.password}" for one in logins]
    (folder.parent / LOGINS).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return logins


def read_logins(folder: Path) -> list[Login]:
    """The log-ins that lie beside a demo's vault; none beside another."""
    path = folder.parent / LOGINS
    if not path.exists():
        return []
    rows = [line.split(" · ") for line in path.read_text(encoding="utf-8").splitlines()]
    return [Login(*row) for row in rows if len(row) == 3]


def _found(
    folder: Path, state: Path, clock: SetClock, world: dict[str, list[dict[str, Any]]], ids: _Ids
) -> Session:
    leader = next(one for one in world["medarbejder"] if one["role"] == Role.LEDER)
    house = world["dagtilbud"][0]
    founded = entering.found(
        folder,
        state,
        clock,
        house=_record(Dagtilbud, house),
        leader=leader["name"],
        password=leader["login"],
        demo=True,
    )
    session = founded.session
    ids.known[leader["id"]] = session.my_id
    ids.known[house["id"]] = session.actor.houses[0]
    for other in world["dagtilbud"][1:]:
        ids.known[other["id"]] = staffing.save_house(session, _record(Dagtilbud, other)).id
    return session


def _let_in(session: Session, world: dict[str, list[dict[str, Any]]], ids: _Ids) -> list[Login]:
    """Everyone gets a key. The leader's own record gains what the file says of her."""
    logins = []
    for row in world["medarbejder"]:
        ids.of(session, row["id"])
    for row in world["medarbejder"]:
        staff = _record(Staff, ids.translated(_facts(row)))
        if ids.known[row["id"]] == session.my_id:
            staffing.change_person(session, session.my_id, staff)
        else:
            staffing.add_person(session, staff, row["login"], ids.known[row["id"]])
        stuer = {stue.id: stue.name for house in session.houses().values() for stue in house.stuer}
        logins.append(Login(staff.name, staffing.role_word(staff, stuer), row["login"]))
    return logins


def _write_children(session: Session, world: dict[str, list[dict[str, Any]]], ids: _Ids) -> None:
    for row in world["barn"]:
        ids.of(session, row["id"])
    with session.write() as pen:
        for row in world["barn"]:
            pen.put(_record(Child, ids.translated(_facts(row))), ids.known[row["id"]])


def _live(
    session: Session, world: dict[str, list[dict[str, Any]]], ids: _Ids, clock: SetClock
) -> None:
    moments = sorted(_moments(world))
    for one in moments:
        ids.of(session, one.slug)
    with session.vault.write(session.my_id) as pen:
        for one in moments:
            clock.set(max(one.at, _BEGINNING))
            _put(pen.as_actor(ids.known[one.by]), one, ids)


def _put(pen: Pen, one: _Moment, ids: _Ids) -> None:
    pen.put(_record(KINDS[one.table], ids.translated(one.facts)), ids.known[one.slug])


def _moments(world: dict[str, list[dict[str, Any]]]) -> Iterator[_Moment]:
    count = itertools.count()
    for table, rows in world.items():
        if table not in KINDS or table in _WRITTEN_APART:
            continue
        for row in rows:
            yield from _versions(table, row, count)
            for agreement in row.get("aftale", ()):
                yield _agreement(row, agreement, next(count))


def _versions(table: str, row: dict[str, Any], count: Iterator[int]) -> Iterator[_Moment]:
    """A row and its later versions, each holding what the one before held and what it changes."""
    order = next(count)
    slug = row.get("id", f"{table}-{order}")
    facts = _facts(row, table)
    yield _Moment(row["written"], order, _writer(row), slug, table, facts)
    for later in (*row.get("rettelse", ()), *row.get("senere", ())):
        facts = facts | _facts(later)
        yield _Moment(later["written"], next(count), _writer(later), slug, table, facts)


def _writer(row: dict[str, Any]) -> str:
    by = row["by"]
    return str(by[0] if isinstance(by, list) else by)


def _agreement(note: dict[str, Any], row: dict[str, Any], order: int) -> _Moment:
    facts = {
        "konsultation": note["id"],
        "child": note.get("child", ""),
        "made_on": note["day"],
    } | _facts(row)
    at = note["written"]
    if facts.get("done_on"):
        at = max(at, datetime.combine(facts["done_on"], at.time()))
    return _Moment(at + timedelta(minutes=1), order, note["by"], row["id"], "aftale", facts)


def _facts(row: dict[str, Any], table: str = "") -> dict[str, Any]:
    """A row without what is not of the record; `by` stays where the record has such a field."""
    own = {one.name for one in fields(KINDS[table])} if table else set()
    return {key: value for key, value in row.items() if key not in _META - own}


def _record(kind: type[R], fields: object) -> R:
    return msgspec.convert(fields, kind, strict=False)
