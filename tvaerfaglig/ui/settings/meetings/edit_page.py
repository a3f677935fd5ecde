"""A kind of meeting of one's own: its name and line, and its parts in their order, with how the note will stand."""

from __future__ import annotations

from dataclasses import replace

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.meetings.kind import MeetingKind, NoteType
from tvaerfaglig.services.meetings import changing
from tvaerfaglig.services.meetings.shelf import OnShelf
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.ui.desk import Asked, Desk
from tvaerfaglig.ui.settings.kinds.own_page import OwnKindPage
from tvaerfaglig.ui.settings.meetings.outline import BACK, OutlinePage
from tvaerfaglig.ui.settings.meetings.part_list import PartList
from tvaerfaglig.ui.settings.parts import DeepPage
from tvaerfaglig.ui.widgets import Prose, card, choice, field, line_edit, small

RULES = (
    "Hvem mødet kan handle om, og om forældrene er med, følger den form, den er lavet ud fra. "
    "Gem den som fil, hvis I vil ændre det."
)


class EditPage(OwnKindPage):
    """The notes that are written by it stay as they are."""

    EXAMPLE = "Skriv fx »Fællesfagligt møde«."

    def __init__(self, desk: Desk, one: OnShelf, *, fresh: bool = False) -> None:
        super().__init__(
            desk, one.kind, "" if fresh else one.ref, new="Jeres egen mødeform",
            line="Ret jeres egen mødeform.", back_to=BACK,
        )  # fmt: skip
        self.line = line_edit(one.kind.line, most=120)
        self.guidance = Prose(one.kind.guidance, lines=2)
        types = [(each.value, danish.capital(each.word)) for each in NoteType]
        self.note_type = choice(types, one.kind.note_type.value)
        self.parts = PartList(one.kind.parts, desk.library.konsultation)
        self.show_cards(
            card(
                "Mødet",
                self.name_field,
                field("Én linje om den", self.line),
                field("Vejledning", self.guidance, optional=True),
                field("Hvad bliver notatet?", self.note_type),
                small(RULES),
            ),
            card("Dele, i den rækkefølge de står", self.parts),
        )
        self.ready()

    def made(self) -> MeetingKind:
        kind: MeetingKind = self.kind
        return replace(
            kind,
            name=" ".join(self.name.text().split()),
            line=" ".join(self.line.text().split()) or kind.line,
            guidance=" ".join(self.guidance.text().split()),
            note_type=NoteType(self.note_type.chosen()),
            parts=self.parts.parts(),
        )

    def send(self, made: MeetingKind, ref: str) -> Asked[Saved]:
        return self.desk.ask(changing.keep_own, made, ref)

    def outline_page(self, made: MeetingKind) -> DeepPage:
        return OutlinePage(self.desk, made)

    def said(self, name: str) -> str:
        return f"»{name}« er gemt og kan vælges, når I planlægger et møde."
