"""How a statusudtalelse is said on the screen."""

from __future__ import annotations

from datetime import date

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.statusudtalelser.records import StatusStage
from tvaerfaglig.services.names import Names
from tvaerfaglig.services.statusudtalelser.reading import StatusPage, StatusRow
from tvaerfaglig.ui.underretninger.wording import moment

REQUEST = "bestilling"
ICONS = {
    StatusStage.KLADDE: "kladde",
    StatusStage.FAERDIG: "flueben",
    StatusStage.SENDT: "send",
}


def stage_words(page: StatusPage) -> str:
    """The chip in the head."""
    if page.is_open and page.finished:
        return "Rettelse, kladde"
    return page.stage.word


def head_line(page: StatusPage) -> str:
    """Bedt om af Fjordby Kommune 2. november · svar senest 20. november."""
    request = page.record.request
    asked = f"bedt om af {request.authority}" if request.authority else ""
    if asked and request.on:
        asked = f"{asked} {danish.day_of_month(request.on)}"
    due = f"svar senest {danish.day_short(request.due)}" if request.due else ""
    hidden = "beskyttet adresse" if page.child.record.protected else ""
    return danish.capital(" · ".join(filter(None, (asked, due, hidden))))


def row_words(row: StatusRow, names: Names, today: date) -> tuple[str, str]:
    """What stands beneath its title in the list, and at its right."""
    who = danish.join_and([names.first(one) for one in row.writers])
    under = " · ".join(filter(None, (row.stage.word, row.authority, who)))
    if row.due is not None:
        return under, f"svar {row.due.words}"
    return under, f"skrevet {moment(row.changed_at, today).lower()}"
