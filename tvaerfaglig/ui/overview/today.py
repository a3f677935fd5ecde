"""Who comes today, and with which konsultationer: a card for each visit, and one for meetings without one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.konsultation import Konsultation, KonsultationKind
from tvaerfaglig.domain.protection import Basis
from tvaerfaglig.domain.visiting.visit import VisitState
from tvaerfaglig.services.konsultation.listing import KonsultationRow
from tvaerfaglig.services.visiting.listing import VisitRow, belongs
from tvaerfaglig.services.waiting import Overview
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.widgets import (
    boxed,
    button,
    card,
    col,
    frame,
    in_sentences,
    muted,
    row,
    small,
    strong,
)

PLACE = "konsultationer"


def cards(overview: Overview, desk: Desk) -> Iterator[QWidget]:
    """Each visit with its own; what belongs to none stands by itself. Only one button is filled."""
    left = list(overview.visits)
    for nr, one in enumerate(overview.comes):
        own = [each for each in left if belongs(each.stored.record, one.stored)]
        left = [each for each in left if each not in own]
        yield _visit(one, own, desk, first=nr == 0)
    if left:
        yield _meetings(left, desk, first=not overview.comes)


def _visit(one: VisitRow, own: list[KonsultationRow], desk: Desk, *, first: bool) -> QWidget:
    visit = one.stored.record
    when = danish.span(visit.at, visit.to) if visit.at else ""
    aside = muted(" · ".join(filter(None, (when, visit.place or one.house))))
    go = button(
        "Åbn dagens liste", "primary" if first else "outlined", name=f"Åbn dagens liste: {one.who}"
    )
    go.clicked.connect(partial(desk.go, PLACE, f"besoeg:{one.stored.id}"))
    heading = f"Dit besøg hos {one.house}" if one.mine else f"{one.who} kommer i dag"
    held = visit.status is VisitState.HOLDT
    asked = danish.count(one.questions, "spørgsmål", "spørgsmål") + " venter"
    said = "Besøget er holdt." if held else asked if one.questions else ""
    lines = [_meeting(each, desk) for each in own]
    nothing = None if lines or said else small("Ingen konsultationer endnu.")
    waits = small(said) if said else None
    foot = row(go, waits, ..., gap=12)
    return card(heading, *lines, nothing, foot, icon="kalender", action=_fixed(aside))


def _meetings(rows: list[KonsultationRow], desk: Desk, *, first: bool) -> QWidget:
    """Of the day, in its order, with whoever comes for them."""
    who = _visitor(rows[0].stored.record)
    notes = [one.stored.record for one in rows]
    timed = [note for note in notes if note.at]
    when = danish.span(timed[0].at, timed[-1].until) if timed and timed[0].at else ""
    place = timed[0].place if timed else ""
    go = button("Åbn dagens liste", "primary" if first else "outlined")
    go.clicked.connect(partial(desk.go, PLACE, "moeder"))
    heading = f"{who} kommer i dag" if who else "Konsultationer i dag"
    if who == desk.me.name:
        heading = "Dine konsultationer i dag"
    aside = muted(" · ".join(filter(None, (when, place))))
    lines = [_meeting(one, desk) for one in rows]
    return card(heading, *lines, row(go, ...), icon="konsultation", action=_fixed(aside))


def _fixed(label: QWidget) -> QWidget:
    if hasattr(label, "setWordWrap"):
        label.setWordWrap(False)
    return label


def _visitor(note: Konsultation) -> str:
    for person in note.participants:
        if person.role in {"socialrådgiver", "sundhedsplejerske", "psykolog"}:
            return person.name
    return ""


def _meeting(made: KonsultationRow, desk: Desk) -> QWidget:
    note = made.stored.record
    clock = danish.clock(note.at) if note.at else ""
    at = strong(clock)
    at.setWordWrap(False)
    at.setMinimumWidth(look().theme.em(3.2))
    basis = {
        KonsultationKind.ANONYM: "Anonym drøftelse",
        KonsultationKind.TEMA: "Generelt tema",
    }.get(note.kind, "")
    if not basis and note.basis in set(Basis):
        basis = danish.capital(Basis(note.basis).word)
    opened = button("Åbn", "small", name=f"Åbn konsultationen: {made.heading}")
    opened.clicked.connect(partial(desk.go, "konsultationer", made.stored.id))
    opened.setAccessibleDescription(in_sentences(clock, note.question, basis))
    words = boxed(col(strong(made.heading), small(note.question), gap=0))
    return frame("row", row(at, (words, 3), (small(basis), 2), opened, gap=12, margins=(0, 4)))
