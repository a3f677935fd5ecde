"""What few may see, lived through by the services: a child opened in need, a parent's own words, a sealed case."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from tvaerfaglig.domain.contact import ParentRemark
from tvaerfaglig.domain.staff_case import Noted
from tvaerfaglig.services import emergencies
from tvaerfaglig.services.demo.living import Living, Moment, World
from tvaerfaglig.services.staff_case import cases

Row = dict[str, Any]
Do = Callable[[Living], None]


def moments(world: World) -> Iterator[Moment]:
    """Each in its time; a sealed case is its leader's own, for nobody else has a key of that kind yet."""
    count = itertools.count()
    for row in world.get("i_noed", ()):
        opened: list[str] = []
        yield Moment(row["written"], next(count), _open_in_need(row, opened))
        yield Moment(row["set"]["written"], next(count), _seen(row, opened))
    for row in world.get("foraeldres_ord", ()):
        yield Moment(row["written"], next(count), _remark(row))
    for row in world.get("om_en_ansat", ()):
        yield Moment(row["written"], next(count), _seal(row))


def _open_in_need(row: Row, opened: list[str]) -> Do:
    def do(life: Living) -> None:
        child = life.id_of(row["child"])
        opened.append(emergencies.open_in_need(life.of(row["by"]), child, row["reason"]).id)

    return do


def _seen(row: Row, opened: list[str]) -> Do:
    def do(life: Living) -> None:
        emergencies.mark_seen(life.of(row["set"]["by"]), opened[0])

    return do


def _remark(row: Row) -> Do:
    def do(life: Living) -> None:
        facts = {key: value for key, value in row.items() if key != "written"}
        made = life.record(ParentRemark, facts | {"day": row["written"].date()})
        life.put(row["taken_by"], made, life.session.vault.log.new_id())

    return do


def _seal(row: Row) -> Do:
    def do(life: Living) -> None:
        writer = life.of(row["by"])
        made = cases.begin(
            writer,
            concerning=row["concerning"],
            leader="",
            children=tuple(life.id_of(one) for one in row["children"]),
            first=msgspec.convert({"id": ""} | row["first"], Noted, strict=False),
        )
        cases.steps(
            writer,
            made.id,
            leader_did=row["leader_did"],
            next_step=row["next_step"],
            next_on=row["next_on"],
            children=(),
            closed_on=None,
        )

    return do
