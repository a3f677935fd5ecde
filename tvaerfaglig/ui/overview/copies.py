"""What Overblik says of the copies: one line when all is well, one bar when something is not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.copies import Worry
from tvaerfaglig.services.clock import DANISH
from tvaerfaglig.services.copying import second_place
from tvaerfaglig.services.copying.standing import CopyStanding
from tvaerfaglig.ui.copy_words import when
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.widgets import boxed, button, glyph, message, row, small
from tvaerfaglig.ui.widgets.message import BarTone

SECTION = "kopier"


@dataclass(frozen=True, slots=True)
class Bar:
    """A sentence in its tone; `link` is what can be done about it, `later` puts it off."""

    words: str
    tone: BarTone
    link: str = ""
    later: bool = False


def line(standing: CopyStanding, desk: Desk) -> QWidget | None:
    """For the leader, when there is a good copy."""
    if not standing.leads or standing.newest is None:
        return None
    words = f"Sidste gode kopi: {when(standing.newest, standing.today)}"
    if standing.second and standing.also_there:
        words += f", også på {standing.second.called}"
    good = standing.worry is Worry.NONE
    icon = glyph("flueben" if good else "ur", "ok" if good else "muted", 16)
    see = button("Se kopierne", "link", dense=True)
    see.clicked.connect(partial(desk.go, "indstillinger", SECTION))
    return boxed(row(icon, (small(words), 1), see, gap=8))


def bar(standing: CopyStanding, desk: Desk, *, coming: bool) -> QWidget | None:
    """The one thing most worth a word. `coming`: a copy is about to be taken, so its age is none yet."""
    said = what(standing, coming=coming)
    if said is None:
        return None
    shown = message(said.words, said.tone, link=said.link, closable=said.later)
    shown.pressed.connect(partial(desk.go, "indstillinger", SECTION))
    if said.later:
        shown.closed.connect(partial(_put_off, desk))
    return shown


def what(standing: CopyStanding, *, coming: bool) -> Bar | None:
    if standing.worry is not Worry.NONE and not (coming and not standing.trouble):
        worried = _worried(standing)
        if worried:
            return worried
    if not standing.leads:
        return None
    if standing.trouble:
        words = f"Den sidste sikkerhedskopi blev ikke til noget. {standing.trouble}"
        return Bar(words, "watch", "Se kopierne")
    return _second(standing)


def _worried(standing: CopyStanding) -> Bar | None:
    serious = standing.worry is Worry.ACT
    if not standing.leads:
        words = f"{_age(standing)} Sig det til {standing.leader}."
        return Bar(words, "watch") if serious else None
    words = " ".join(filter(None, (_age(standing), standing.trouble)))
    return Bar(words, "act" if serious else "watch", "Se kopierne")


def _age(standing: CopyStanding) -> str:
    if standing.newest is None:
        return "Der er ikke taget nogen sikkerhedskopi af boksen."
    days = (standing.today - standing.newest.astimezone(DANISH).date()).days
    return f"Der er ikke taget en god sikkerhedskopi i {danish.count(days, 'dag', 'dage')}."


def _second(standing: CopyStanding) -> Bar | None:
    second = standing.second
    if second is None:
        words = (
            "Sikkerhedskopierne ligger kun på denne computer. "
            "Vælg et drev eller en mappe et andet sted, hvor de også skal ligge."
        )
        return Bar(words, "info", "Vælg et sted", later=True) if standing.ask_second else None
    if standing.missing:
        since = danish.day_and_month(standing.missing.astimezone(DANISH).date())
        words = (
            f"{second.called} har ikke været til at få fat i siden {since}. "
            "Sæt drevet i, så kommer kopierne derover af sig selv."
        )
        return Bar(words, "watch", "Se kopierne")
    if second.trouble:
        return Bar(
            f"Den sidste kopi kom ikke over på {second.called}. {second.trouble}",
            "watch",
            "Se kopierne",
        )
    return None


def _put_off(desk: Desk) -> None:
    def told(day: date) -> None:
        desk.say(f"Vi spørger igen {danish.day_and_month(day)}.", "info")

    desk.ask(second_place.put_off).then(told)
