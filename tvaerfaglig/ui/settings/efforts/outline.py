"""A kind of indsats as it will be: what one reads before one begins it, and its sheets as they are filled in."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.efforts.form import EffortForm
from tvaerfaglig.domain.efforts.kind import EffortKind
from tvaerfaglig.domain.efforts.sheets import DRAWN
from tvaerfaglig.services.efforts import changing
from tvaerfaglig.services.own_kinds.acts import Offered
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.ui.children.fields import Fields
from tvaerfaglig.ui.desk import Asked, Desk
from tvaerfaglig.ui.indsatser.family.sheet_fields import SheetFields
from tvaerfaglig.ui.indsatser.kind_words import said_of
from tvaerfaglig.ui.settings.efforts import BACK
from tvaerfaglig.ui.settings.kinds.own_page import OfferedKind
from tvaerfaglig.ui.settings.parts import DeepPage
from tvaerfaglig.ui.widgets import boxed, card, col, section, small, text
from tvaerfaglig.ui.widgets.layout import Item

_DRAWN = "Hentes fra det, der er skrevet andre steder i indsatsen."


def outline(kind: EffortKind, today: date) -> list[QWidget]:
    """Its words, then a card for each sheet."""
    asked = text(f"På invitationen: {kind.invitation}") if kind.invitation else None
    about = card(kind.name, text(kind.line), text(kind.purpose), asked)
    said = [card(one.heading, *(text(line) for line in one.lines)) for one in said_of(kind)]
    return [about, *said, *(_sheet(kind, form, today) for form in kind.forms)]


def _sheet(kind: EffortKind, form: EffortForm, today: date) -> QWidget:
    fields = Fields(lambda: today, _nothing)
    made = SheetFields(fields)
    shown: list[Item] = []
    for one in form.fields:
        if one.type in DRAWN:
            shown.append(boxed(col(section(one.name), small(_DRAWN), gap="tight")))
        else:
            shown.append(made.add(one))
    whole = card(
        f"Ark: {form.name}", small(_about(kind, form)), small(form.guidance) if form.guidance else None,
        *shown,
    )  # fmt: skip
    whole.setEnabled(False)
    return whole


def _about(kind: EffortKind, form: EffortForm) -> str:
    """»Ved start. Skrives af dagplejer, læses af dagplejepædagog.«"""
    whom = "" if form.about_house or not kind.has_families else " En til hver familie."
    written = (
        danish.join_and([one.word for one in form.written_by]) or "alle, der står for indsatsen"
    )
    read = danish.join_and([one.word for one in form.reviewed_by])
    after = f", læses med af {read}" if read else ""
    return f"{danish.capital(form.use.word)}.{whom} Skrives af {written}{after}."


def _nothing() -> None:
    """Nothing is written in what is only looked at."""


class OutlinePage(DeepPage):
    """To look at."""

    def __init__(self, desk: Desk, kind: EffortKind) -> None:
        super().__init__(desk, kind.name, "Sådan bliver den.", BACK)
        self.show_cards(*outline(kind, desk.clock.now().date()))


class OfferedPage(OfferedKind):
    """From a file, as it will be."""

    def __init__(self, desk: Desk, offered: Offered[EffortKind]) -> None:
        super().__init__(desk, offered, outline(offered.kind, desk.clock.now().date()), BACK)

    def send(self) -> Asked[Saved]:
        return self.desk.ask(changing.take_in, self.offered)

    def said(self, name: str) -> str:
        return f"»{name}« kan vælges, når I begynder en indsats."
