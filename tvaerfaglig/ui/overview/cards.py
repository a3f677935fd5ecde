"""The cards of Overblik, each from what the service found."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QFrame, QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.deadline import DueState, due
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.names import Names
from tvaerfaglig.services.waiting import MOST, Overview, Quiet, Waiting
from tvaerfaglig.services.waiting.quiet import THING
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.observations.draft_offers import go_on_words, offer_words
from tvaerfaglig.ui.overview.put_off import CLOCK_PX, PutOff, clock_for
from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.widgets import (
    SHAPES,
    Button,
    boxed,
    button,
    card,
    col,
    due_mark,
    empty,
    frame,
    glyph,
    in_sentences,
    mark,
    one,
    row,
    small,
    strong,
)

_ICONS = {
    "kvittering": "kvittering",
    "underretning": "underretning",
    "statusudtalelse": "statusudtalelse",
    "brev": "underretning",
    "send": "send",
    "kort": "kladde",
    "aftale": "aftale",
    "samtykke": "samtykke",
    "trivselsrunde": "trivselsrunde",
    "bekymring": "bekymring",
    "konsultation": "konsultation",
    "besoeg": "kalender",
    "fremmoede": "indsats",
    "indsats_status": "indsats",
    "indsats_samtale": "samtale",
    "indsats_laes": "indsats",
    "venteliste": "indsats",
    "indsats_rolle": "person",
    "frivillig": "person",
    "set_igen": "ur",
    "orientering": "kvittering",
    "rykker": "send",
    "loefte": "samtale",
    "egen_dag": "ur",
    "forseglet": "laas",
    "noedadgang": "beskyttet",
    "sletning": "ur",
    "tovholder": "person",
    "ny_tovholder": "person",
    "samtale_lovet": "samtale",
    "ikke_holdt": "konsultation",
    "position": "maal",
    "uden_person": "person",
}
_ACTS = {
    "kvittering": "Åbn",
    "underretning": "Skriv videre",
    "statusudtalelse": "Skriv videre",
    "brev": "Skriv nu",
    "send": "Åbn",
    "kort": "Skriv færdig",
    "aftale": "Gjort",
    "samtykke": "Åbn",
    "trivselsrunde": "Vurder",
    "bekymring": "Åbn",
    "konsultation": "Åbn",
    "besoeg": "Svar",
    "fremmoede": "Før fremmøde",
    "indsats_status": "Åbn",
    "indsats_samtale": "Åbn",
    "indsats_laes": "Læs",
    "venteliste": "Se listen",
    "indsats_rolle": "Åbn",
    "frivillig": "Åbn",
    "set_igen": "Se på det",
    "orientering": "Åbn",
    "rykker": "Åbn",
    "loefte": "Åbn",
    "egen_dag": "Åbn",
    "forseglet": "Åbn",
    "noedadgang": "Set",
    "tovholder": "Bekræft",
    "ny_tovholder": "Vælg",
    "sletning": "Se igennem",
    "samtale_lovet": "Skriv den",
    "ikke_holdt": "Åbn",
    "position": "Se på det",
    "uden_person": "Åbn",
}
MOST_WAITING, MORE_WAITING = 12, 48
"""So many lines first, and so many more each time; where they are no more than `MOST` all of them at once."""


def unsaved(overview: Overview, desk: Desk) -> QWidget | None:
    """Observations begun and not saved yet, which only their writer can see."""
    if not overview.drafts:
        return None
    lines = []
    for draft in overview.drafts[:4]:
        doing, start = offer_words(draft, overview.names, desk.clock.now())
        act = go_on_words(draft)
        on = button(act, "small", name=f"{act}: {doing}")
        on.clicked.connect(partial(desk.go, "observation", f"draft:{draft.key}"))
        words = boxed(col(strong(doing), small(start) if start else None, gap=0))
        lines.append(
            frame("row", row(glyph("kladde", "muted", 20), (words, 1), on, gap=12, margins=(0, 4)))
        )
    return card("Ikke gemt endnu", *lines)


def waiting_card(
    overview: Overview,
    desk: Desk,
    act: Callable[[Waiting], None],
    most: int,
    more: Callable[[], None],
) -> QWidget:
    """What waits, the nearest date first, so many until more are asked for; at most one button a row."""
    many, shown = overview.many, overview.waiting[:most]
    if not many:
        return card("", empty("flueben", "Intet venter på dig", "Sådan må det gerne være."))
    rest = None
    if many > most:
        at_once = (
            f"Vis alle {many}" if many <= MOST else f"Vis {min(MORE_WAITING, many - most)} mere"
        )
        rest = button(at_once, "link")
        rest.clicked.connect(more)
    lines = [_waits(one, overview, desk, act) for one in shown]
    return card("Venter på dig", *lines, rest, count=str(many))


def doing(thing: Waiting) -> str:
    """The name of a thing's button."""
    return f"{_ACTS[thing.kind]}: {thing.what}"


def _waits(
    thing: Waiting, overview: Overview, desk: Desk, act: Callable[[Waiting], None]
) -> QFrame:
    said = due(thing.due, overview.today) if thing.due else None
    when: QWidget = due_mark(SHAPES[said.state], said.words) if said else one("", "small")
    when.setMinimumWidth(look().theme.em(7.6))
    do: Button = button(_ACTS[thing.kind], "small", name=doing(thing))
    do.setMinimumWidth(look().theme.em(7.6))
    when_said = said.words if said else ""
    do.setAccessibleDescription(in_sentences(when_said, thing.about))
    do.clicked.connect(partial(act, thing))
    late = said is not None and said.state is DueState.OVER
    words = boxed(
        col(strong(overview.names.said(thing.what)), small(danish.capital(thing.about)), gap=0)
    )
    icon = glyph(_ICONS[thing.kind], "act" if late else "muted", 20)
    line = row(icon, (words, 1), when, do, gap=12, margins=(0, 4))
    if not thing.thing:
        line.addSpacing(look().theme.px(CLOCK_PX) + line.spacing())
        return frame("row", line)
    made = PutOff(desk, frame("row", line), thing.child, thing.thing, thing.what)
    line.addWidget(clock_for(made, thing.what))
    return made


def quiet(overview: Overview, desk: Desk) -> QWidget | None:
    """Children without a new observation for some weeks, the longest first."""
    if not overview.quiet:
        return None
    lines = [_quiet(one, desk) for one in overview.quiet[:6]]
    return card("Længe siden", small("Stille er ikke det samme som godt. Kig til dem."), *lines)


def _quiet(found: Quiet, desk: Desk) -> QWidget:
    name = button(found.child.name, "link", dense=True)
    name.clicked.connect(partial(desk.go, "boern", found.id))
    weeks = f"Intet nyt i {danish.count(found.weeks, 'uge', 'uger')}"
    said = ". ".join(part for part in (weeks, found.usual) if part)
    name.setAccessibleDescription(said)
    sign = mark(found.position.value) if found.position else None
    words = boxed(
        col(row(name, sign, ..., gap=6), boxed(row(small(said), margins=(9, 0, 0, 0))), gap=0)
    )
    write = button("", "icon", "plus", name=f"Skriv en observation om {found.child.name}")
    write.clicked.connect(partial(desk.go, "observation", found.id))
    line = row((words, 1), write, gap=0, margins=(0, 4))
    what = f"{found.child.first_name}: {weeks.lower()}"
    made = PutOff(desk, frame("row", line), found.id, THING, what)
    line.addWidget(clock_for(made, found.child.name))
    return made


def since(overview: Overview, desk: Desk) -> QWidget | None:
    """What colleagues wrote since yesterday morning."""
    if not overview.since:
        return None
    told = {_said(one, overview.names): one for one in reversed(overview.since)}
    lines = [_news(one, words, desk) for words, one in reversed(told.items())]
    return card("Siden i går", *lines)


_NEWS = {
    "observation": ("observation", "skrev om"),
    "samtale": ("samtale", "talte med forældrene til"),
    "konsultation": ("konsultation", "skrev i notatet om"),
    "skridt": ("kvittering", "registrerede svar om"),
    "kontakt": ("samtale", "talte med kommunen om"),
    "fravaer": ("fravaer", "skrev fravær for"),
    "familie": ("familie", "skrev nyt hjemmefra om"),
}


def _said(stored: Stored[Any], who: Names) -> str:
    _, did = _NEWS.get(stored.record.KIND, ("info", "skrev om"))
    child = who.of_child(stored.record.about()[0]).split()[0]
    return f"{who.first(stored.changed_by)} {did} {child}"


def _news(stored: Stored[Any], words: str, desk: Desk) -> QWidget:
    icon, _ = _NEWS.get(stored.record.KIND, ("info", ""))
    child = stored.record.about()[0]
    link = button(words, "link", dense=True)
    link.clicked.connect(partial(desk.go, "boern", child))
    return boxed(row(glyph(icon, "muted", 16), link, ..., gap=8))


def ahead(overview: Overview, desk: Desk) -> QWidget | None:
    """The next days: planned konsultationer and what else has a date."""
    if not overview.ahead:
        return None
    lines = []
    for thing in overview.ahead:
        day = strong(danish.capital(danish.day_short(thing.day)))
        day.setWordWrap(False)
        day.setMinimumWidth(look().theme.em(6.6))
        opened = button(thing.what, "link", dense=True)
        opened.clicked.connect(partial(desk.go, thing.place, thing.argument))
        opened.setAccessibleName(f"{thing.what}, {danish.day_short(thing.day)}")
        lines.append(boxed(row(day, opened, ..., gap=8)))
    return card("De næste dage", *lines)
