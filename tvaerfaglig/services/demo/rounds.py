"""The demo's trivselsrunder, lived through by the services themselves: planned, begun, rated, talked about.

What was said of each child stands in the file; what is like for like (a step with nothing particular said of
it) takes its sentence from the file's own store of them, in turn.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any

from tvaerfaglig.domain.concern import Position
from tvaerfaglig.domain.konsultation import Agreement, AgreementState
from tvaerfaglig.domain.rounds.records import Assigned, Doing, Joint, Mark, Rating, Round
from tvaerfaglig.services.agreements import acts as agreements
from tvaerfaglig.services.demo.living import Living, Moment, World
from tvaerfaglig.services.rounds import planning, rating, rules, together
from tvaerfaglig.store import queries

Row = dict[str, Any]
Do = Callable[[Living], None]


def moments(world: World) -> Iterator[Moment]:
    """Each round's plan and start, each rating, each joint rating, and its end."""
    count = itertools.count()
    sentences = {
        (one["omraade"], one["trin"]): tuple(one["ord"]) for one in world.get("runde_ord", ())
    }
    for row in world.get("runde", ()):
        ids: dict[str, str] = {}
        yield Moment(row["written"], next(count), _plan(row, ids))
        for at, child in enumerate(row["barn"]):
            for by, when in row["vurderet"].items():
                if by not in child.get("mangler", ()):
                    made = _rate(row, child, by, ids, sentences, at)
                    yield Moment(_minutes(when, at), next(count), made)
            if "sammen" in child:
                yield Moment(_minutes(row["talt"], at), next(count), _agree(row, child, ids))
        if "lukket" in row:
            yield Moment(row["lukket"], next(count), _close(row, ids))


def _minutes(when: datetime, at: int) -> datetime:
    """One child after the other, three minutes each."""
    return when.replace(
        hour=when.hour + (when.minute + at * 3) // 60, minute=(when.minute + at * 3) % 60
    )


def _plan(row: Row, ids: dict[str, str]) -> Do:
    def do(life: Living) -> None:
        raters = tuple(life.id_of(one) for one in row["vurderer"])
        assigned = [
            Assigned(
                child=life.id_of(one["id"]),
                raters=() if one.get("ikke") else raters,
                left_out=one.get("ikke", ""),
            )
            for one in row["barn"]
        ]
        leader = life.of(row["by"])
        made = Round(
            dagtilbud=life.known[row["hus"]],
            first=row["fra"],
            last=row["til"],
            stuer=tuple(row["stuer"]),
            assigned=tuple(assigned),
            next_on=row["naeste"],
        )
        ids["runde"] = planning.save(leader, made).id
        planning.start(leader, ids["runde"])

    return do


def _rate(
    row: Row,
    child: Row,
    by: str,
    ids: dict[str, str],
    sentences: dict[tuple[str, str], tuple[str, ...]],
    at: int,
) -> Do:
    def do(life: Living) -> None:
        session = life.of(by)
        own = child.get(by, {})
        overall = own.get("helhed", child.get("trin", "trives"))
        evidence = [life.known[one] for one in own.get("belaeg", ())]
        turn = itertools.count(at + row["vurderer"].index(by))
        marks = []
        for domain in life.library.trivselsrunde.domains:
            step = own.get(domain.id, child.get(domain.id, "trives"))
            stock = sentences[domain.id, step]
            said = own.get(f"{domain.id}_ord") or stock[next(turn) % len(stock)]
            rests = tuple(evidence) if domain.id == own.get("belaeg_til") else ()
            marks.append(Mark(domain=domain.id, step=step, evidence=rests, sentence=said))
        made = Rating(
            round=ids["runde"], child=life.known[child["id"]], by=session.my_id, day=session.today,
            marks=tuple(marks), overall=overall, sentence=own.get("egne_ord", ""),
        )  # fmt: skip
        rating.give(session, life.library, made)

    return do


def _agree(row: Row, child: Row, ids: dict[str, str]) -> Do:
    def do(life: Living) -> None:
        session = life.of(row["vurderer"][0])
        said = child["sammen"]
        page = together.together(session, life.library, ids["runde"], life.known[child["id"]])
        joint: Joint = replace(
            page.begun,
            overall=child.get("trin", "trives"),
            position=Position.TRIVES,
            sentence=said,
            doing=tuple(Doing(one) for one in child.get("goer", ("hold_fast",))),
            change=child.get("aendrer", ""),
            talk_on=child.get("samtale"),
            next_look=child.get("igen"),
        )
        together.save(session, life.library, joint)

    return do


def _close(row: Row, ids: dict[str, str]) -> Do:
    """The round's end; what was agreed in it has been done by then."""

    def do(life: Living) -> None:
        session = life.of(row["vurderer"][0])
        for child in row["barn"]:
            for doing in child.get("goer", ()):
                joint = rules.joint_id(ids["runde"], life.known[child["id"]])
                agreed = together.agreement_id(joint, Doing(doing))
                if queries.one(session.vault, Agreement, agreed):
                    agreements.settle(session, agreed, AgreementState.GJORT, row["gjort"])
        planning.close(life.of(row["by"]), ids["runde"])

    return do
