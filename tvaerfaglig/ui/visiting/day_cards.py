"""The cards beside the day: what was promised by now, what happened since, and what was given."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.deadline import due
from tvaerfaglig.domain.visiting.visit import VisitState
from tvaerfaglig.services.agreements.reading import AgreementRow
from tvaerfaglig.services.visiting.contributions import Given
from tvaerfaglig.services.visiting.day_list import DayList, Since
from tvaerfaglig.services.visiting.papers import others_words, since_words
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.visiting import PLACE, way
from tvaerfaglig.ui.widgets import (
    SHAPES,
    boxed,
    button,
    card,
    col,
    due_mark,
    frame,
    row,
    small,
    strong,
    text,
)


def cards(found: DayList, desk: Desk) -> Iterator[QWidget]:
    """Only those that hold something; of a visit to come there is always one."""
    made = [_used(found), _due(found, desk), _since(found, desk), _given(found, desk)]
    held = [one for one in made if one is not None]
    yield from held
    if not held:
        words = "Ingen aftaler venter, og der er ikke skrevet noget siden sidst."
        yield card("Før besøget", small(words))


def _used(found: DayList) -> QWidget | None:
    """What the visit was used for, when it was held; why not, when it was cancelled."""
    visit = found.visit
    if visit.status is VisitState.PLANLAGT:
        return None
    if visit.status is VisitState.AFLYST:
        return card("Aflyst", text(visit.cancelled_because))
    about = danish.capital(danish.join_and([one.word for one in visit.was_about]))
    people = danish.join_and([one.name for one in visit.present])
    lines = [
        _said("Handlede om", about),
        _said("Tema", visit.theme),
        _said("Til stede", people),
        _said("Vi talte om", visit.told),
    ]
    return card("Holdt", *lines)


def _said(label: str, words: str) -> QWidget | None:
    return boxed(col(small(label), text(words), gap=0)) if words else None


def _due(found: DayList, desk: Desk) -> QWidget | None:
    if not found.due:
        return None
    lines = [_agreed(one, found, desk) for one in found.due]
    return card("Aftaler, der venter", *lines, count=str(len(lines)))


def _agreed(one: AgreementRow, found: DayList, desk: Desk) -> QWidget:
    opened = button("Åbn", "small", name=f"Åbn aftalen: {one.what}")
    opened.clicked.connect(partial(desk.go, PLACE, f"aftaler:{one.id}"))
    said = due(one.due, found.today) if one.due else None
    when = due_mark(SHAPES[said.state], said.words) if said else None
    who = small(" · ".join(filter(None, (one.about, one.doers))))
    words = boxed(col(strong(one.what), who, when, gap=2))
    return frame("row", row((words, 1), opened, gap=12, margins=(0, 4)))


def _since(found: DayList, desk: Desk) -> QWidget | None:
    others = others_words(found.others)
    if not found.since and not others:
        return None
    assert found.before is not None
    lines = [_child(one, desk) for one in found.since]
    day = danish.day_of_month(found.before)
    return card(f"Siden sidst, {day}", *lines, small(others) if others else None)


def _child(one: Since, desk: Desk) -> QWidget:
    name = button(one.name, "link", dense=True)
    name.clicked.connect(partial(desk.go, "boern", one.child))
    place = boxed(row(name, ..., gap=0))
    place.setMinimumWidth(look().theme.em(9))
    return frame("row", row(place, (small(since_words(one)), 1), gap=8))


def _given(found: DayList, desk: Desk) -> QWidget | None:
    if not found.given and not found.may_give:
        return None
    lines = [_contribution(one, found, desk) for one in found.given]
    write = None
    if found.may_give and found.visit.status is not VisitState.AFLYST:
        write = button("Skriv et bidrag", "small", "plus")
        write.clicked.connect(partial(desk.go, PLACE, way("bidrag", found.id)))
    nothing = small("Intet bidrag endnu. Om et barn med samtykke, ellers uden navn.")
    return card("Bidrag", *(lines or [nothing]), row(write, ...) if write else None)


def _contribution(one: Given, found: DayList, desk: Desk) -> QWidget:
    record = one.stored.record
    outcome = record.outcome.word if record.outcome else ""
    words = small(" · ".join(filter(None, (record.question, outcome))) or record.advice)
    opened = None
    if one.mine and found.may_give:
        opened = button("Ret", "small", name=f"Ret bidraget: {one.heading}")
        opened.clicked.connect(partial(desk.go, PLACE, way("bidrag", found.id, one.stored.id)))
    elif record.child:
        opened = button("Åbn", "small", name=f"Åbn barnets side: {one.heading}")
        opened.clicked.connect(partial(desk.go, "boern", record.child))
    return frame("row", row((boxed(col(strong(one.heading), words, gap=0)), 1), opened, gap=12))
