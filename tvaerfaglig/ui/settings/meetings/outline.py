"""A kind of meeting as its note will stand: steps, parts and what each asks; also one from a file."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain.form import FormPart, KonsultationForm
from tvaerfaglig.domain.meetings.kind import MeetingKind, Parents, as_form
from tvaerfaglig.domain.meetings.own_part import OwnPart, PartType
from tvaerfaglig.services.meetings import changing
from tvaerfaglig.services.own_kinds import Offered
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.settings.parts import DeepPage
from tvaerfaglig.ui.widgets import boxed, button, card, col, message, page_foot, small, strong, text
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
KNOWN = "Den findes her allerede, ord for ord."


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


class OfferedPage(DeepPage):
    """From a file, before anybody has said yes: only the button in the foot keeps it."""

    def __init__(self, desk: Desk, offered: Offered[MeetingKind]) -> None:
        kind = offered.kind
        super().__init__(desk, kind.name, "Se den igennem, før du siger ja.", BACK)
        self._offered = offered
        self.keep = button("Tag den i brug", "primary")
        self.keep.clicked.connect(self._on_keep)
        self.show_cards(
            message(KNOWN, "info") if offered.known else None,
            about(kind),
            *outline(kind, desk.library.konsultation),
        )
        self.add_foot(page_foot(None, self.keep))

    def start(self) -> None:
        self.keep.setFocus()

    @Slot()
    def _on_keep(self) -> None:
        ask = self.desk.ask(changing.take_in, self._offered)
        ask.then(self._on_kept, self, failed=self.refuse)

    def _on_kept(self, saved: Saved) -> None:
        self.desk.announce(saved.changes, self)
        self.desk.say(f"»{self._offered.kind.name}« kan vælges, når I planlægger et møde.")
        self.done.emit()
