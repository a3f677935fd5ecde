"""A kind of meeting as its note will stand: steps, parts and what each asks; also one from a file."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain.form import FormPart, KonsultationForm
from tvaerfaglig.domain.meetings.kind import MeetingKind, Parents, as_form
from tvaerfaglig.domain.meetings.own_part import OwnPart, PartType
from tvaerfaglig.services.meetings import changing
from tvaerfaglig.services.own_kinds.acts import Offered
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.ui.desk import Asked, Desk
from tvaerfaglig.ui.settings.kinds.own_page import OfferedKind
from tvaerfaglig.ui.settings.parts import DeepPage
from tvaerfaglig.ui.widgets import boxed, card, col, small, strong, text
from tvaerfaglig.ui.widgets.layout import Item

BACK = "Mødeformer"
TYPES = {
    PartType.PROSE: "tekst",
    PartType.LINES: "linjer",
    PartType.COLUMNS: "spalter",
    PartType.SCALE: "skala for hver deltager",
    PartType.TIME: "runder med ur",
    PartType.VIEWS: "hver parts syn",
}
PARENTS = {
    Parents.ALTID: "Forældrene er med. Den kan ikke vælges, når værnet er sat mod dem.",
    Parents.GERNE: "Gerne med forældrene.",
    Parents.NEJ: "Uden forældrene.",
}


def outline(kind: MeetingKind, form: KonsultationForm) -> list[QWidget]:
    """A card for each step."""
    return [
        card(step.name, *(_part(part) for part in step.parts)) for step in as_form(form, kind).steps
    ]


def _part(part: FormPart) -> QWidget:
    own = part.own
    kind = small(_how(own)) if own is not None else None
    head = strong(f"{part.nr}\u2002{part.name}")
    return boxed(col(head, kind, text(part.guidance), gap=2))


def _how(own: OwnPart) -> str:
    """As »Egen del: spalter (Hjemme, På stuen)«."""
    inside = [*(one.name for one in own.columns), *(one.name for one in own.boxes)]
    more = f" ({', '.join(inside)})" if inside else ""
    source = ", hver med hvem og dag" if own.sourced and own.type is not PartType.SCALE else ""
    return f"Egen del: {TYPES[own.type]}{more}{source}"


def about(kind: MeetingKind) -> QWidget:
    """What holds for it as a whole."""
    anonymous = "Kan holdes uden navn." if kind.may_be_anonymous else ""
    child = "Handler om ét barn med navn." if kind.needs_child else ""
    rules: list[Item] = [
        small(said)
        for said in (PARENTS[kind.parents], anonymous, child, kind.note_type.meaning)
        if said
    ]
    return card("Om den", text(kind.line), text(kind.guidance) if kind.guidance else None, *rules)


class OutlinePage(DeepPage):
    """To look at."""

    def __init__(self, desk: Desk, kind: MeetingKind) -> None:
        super().__init__(desk, kind.name, "Sådan står notatet.", BACK)
        self.show_cards(about(kind), *outline(kind, desk.library.konsultation))


class OfferedPage(OfferedKind):
    """From a file, as its note will stand."""

    def __init__(self, desk: Desk, offered: Offered[MeetingKind]) -> None:
        kind = offered.kind
        cards = [about(kind), *outline(kind, desk.library.konsultation)]
        super().__init__(desk, offered, cards, BACK)

    def send(self) -> Asked[Saved]:
        return self.desk.ask(changing.take_in, self.offered)

    def said(self, name: str) -> str:
        return f"»{name}« kan vælges, når I planlægger et møde."
