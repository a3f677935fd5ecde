"""One family's own part of an indsats of the demo: asked for, let in, its goals, sheets, phases, visits and end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from typing import Any

import msgspec

from tvaerfaglig.domain.efforts.form import FormUse
from tvaerfaglig.domain.efforts.goals import Goal, Score
from tvaerfaglig.domain.efforts.logs import VisitLog
from tvaerfaglig.domain.efforts.records import Enrolment, EnrolmentState
from tvaerfaglig.domain.efforts.sheets import FieldAnswer, Sheet
from tvaerfaglig.services.demo.living import Living, Moment
from tvaerfaglig.services.efforts import enrolling, goals, phases, sheets, visits
from tvaerfaglig.services.efforts.enrolling import Ended

Row = dict[str, Any]
Do = Callable[[Living], None]
Then = tuple[date, time, Do]

_ASKED, _ADMITTED, _GOALS, _SHEET = time(16, 12), time(8, 10), time(14, 20), time(14, 30)
_SHOWN, _VISIT, _PHASE, _ENDED = time(16, 0), time(15, 45), time(8, 20), time(16, 50)


def moments(row: Row, family: Row, count: Iterator[int]) -> Iterator[Moment]:
    """In the order of the days; the roll is called by the effort."""
    for day, clock, do in (*_place(row, family), *_course(family), *_sheets(row, family)):
        yield Moment(datetime.combine(day, clock), next(count), do)


def _place(row: Row, family: Row) -> Iterator[Then]:
    yield family["asked_on"], family.get("asked_at", _ASKED), _ask(row, family)
    if "from_day" in family:
        yield family["from_day"], _ADMITTED, _admit(row, family)
    for one in family.get("besoeg", ()):
        yield one.get("written_on", one["day"]), _VISIT, _visit(row, one, family)
    if "ended" in family:
        yield family["ended"]["on"], _ENDED, _end(row, family)


def _course(family: Row) -> Iterator[Then]:
    for nr, goal in enumerate(family.get("maal", ())):
        yield goal["day"], _GOALS, _goal(family, goal, nr)
    for phase in family.get("fase", ()):
        yield phase.get("on", phase["first"]), _PHASE, _phase(family, phase)


def _sheets(row: Row, family: Row) -> Iterator[Then]:
    for one in family.get("ark", ()):
        yield one["day"], one.get("at", _SHEET), sheet(row, one, family)
        if "reviewed" in one:
            yield one["reviewed"]["on"], _SHEET, _review(family, one)
        if "shown_on" in one:
            yield one["shown_on"], _SHOWN, _shown(family, one)


def _ask(row: Row, family: Row) -> Do:
    def do(life: Living) -> None:
        own = {one: family[one] for one in Enrolment.__dataclass_fields__ if one in family}
        own.pop("from_day", None)
        made = life.record(Enrolment, own | {"effort": life.known[row["id"]]})
        life.known[family["id"]] = enrolling.ask(life.of(_by(row, family)), made).id

    return do


def _by(row: Row, family: Row) -> str:
    return str(family.get("by", row["by"]))


def _admit(row: Row, family: Row) -> Do:
    def do(life: Living) -> None:
        enrolling.admit(life.of(row["by"]), life.known[family["id"]], family["from_day"])

    return do


def _end(row: Row, family: Row) -> Do:
    def do(life: Living) -> None:
        said = family["ended"]
        how = Ended(
            EnrolmentState(said["state"]), said["on"], said.get("because", ""),
            said.get("outcome", ""), said.get("to", ""),
        )  # fmt: skip
        enrolling.end(life.of(row["by"]), life.known[family["id"]], how)

    return do


def _goal(family: Row, goal: Row, nr: int) -> Do:
    def do(life: Living) -> None:
        made = Goal(
            effort="", enrolment=life.known[family["id"]], child="", day=goal["day"],
            text=goal["text"], steps=tuple(goal["steps"]),
            in_words_of=goal.get("in_words_of", ""),
        )  # fmt: skip
        saved = goals.save(life.of(goal["by"]), made)
        life.known[f"{family['id']}/maal/{nr}"] = saved.id

    return do


def _phase(family: Row, phase: Row) -> Do:
    def do(life: Living) -> None:
        session, place = life.of(phase["by"]), life.known[family["id"]]
        who = tuple(life.known[one] for one in phase["responsible"])
        phases.enter(session, place, phase["phase"], phase["first"], who)
        if "note" in phase:
            phases.note(session, place, phase["phase"], phase["note"])

    return do


def sheet(row: Row, one: Row, family: Row | None = None) -> Do:
    """A sheet; with `steps` it is a start, a status or a closing, and every goal gets its step."""

    def do(life: Living) -> None:
        session = life.of(one["by"])
        place = life.known[family["id"]] if family else ""
        made = Sheet(
            effort=life.known[row["id"]], form=one["form"], name="", use=FormUse.START,
            day=one["day"], enrolment=place,
            by=tuple(life.known[who] for who in one.get("with", ())),
            answers=tuple(
                _answer(field, said) for field, said in one.get("answers", {}).items()
            ),
        )  # fmt: skip
        given = _scores(life, one, family) if family else {}
        saved = sheets.hold_status(session, made, given) if given else sheets.save(session, made)
        life.known[_sheet_of(family or row, one)] = saved.id

    return do


def _sheet_of(owner: Row, one: Row) -> str:
    return f"{owner['id']}/{one['form']}/{one['day']}"


def _scores(life: Living, one: Row, family: Row) -> dict[str, Score]:
    return {
        life.known[f"{family['id']}/maal/{nr}"]: Score(
            at=FormUse.START, day=one["day"], step=step, seen=seen
        )
        for nr, (step, seen) in enumerate(one.get("steps", ()))
    }


def _answer(field: str, said: object) -> FieldAnswer:
    """By what it is: a day, the rows of a week, lines, or a text."""
    if isinstance(said, date):
        return FieldAnswer(field=field, day=said)
    if isinstance(said, list) and all(isinstance(one, dict) for one in said):
        return msgspec.convert({"field": field, "week": said}, FieldAnswer, strict=False)
    if isinstance(said, list):
        return FieldAnswer(field=field, lines=tuple(said))
    return FieldAnswer(field=field, text=str(said))


def _review(family: Row, one: Row) -> Do:
    def do(life: Living) -> None:
        said = one["reviewed"]
        sheets.review(life.of(said["by"]), life.known[_sheet_of(family, one)], said.get("text", ""))

    return do


def _shown(family: Row, one: Row) -> Do:
    def do(life: Living) -> None:
        shown = life.known[_sheet_of(family, one)]
        sheets.shown_to_parents(life.of(one["by"]), shown, one["shown_on"])

    return do


def _visit(row: Row, one: Row, family: Row) -> Do:
    """As it stands after it was held, cancelled or, where it lies ahead, planned."""

    def do(life: Living) -> None:
        own = {each: one[each] for each in VisitLog.__dataclass_fields__ if each in one}
        own |= {"effort": life.known[row["id"]], "enrolment": life.known[family["id"]]}
        by = one.get("writer", one["by"][0])
        visits.save(
            life.of(by), life.record(VisitLog, own | {"status": one.get("status", "holdt")})
        )

    return do
