"""A kind of meeting of one's own: its name and line, and its parts in their order, with how the note will stand."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Slot

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.meetings.kind import MeetingKind, NoteType
from tvaerfaglig.services.meetings import changing
from tvaerfaglig.services.meetings.shelf import OnShelf
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.settings.meetings.outline import BACK, OutlinePage
from tvaerfaglig.ui.settings.meetings.part_list import PartList
from tvaerfaglig.ui.settings.parts import DeepPage
from tvaerfaglig.ui.widgets import (
    Prose,
    SheetHost,
    button,
    card,
    choice,
    field,
    line_edit,
    page_foot,
    small,
)

RULES = (
    "Hvem mødet kan handle om, og om forældrene er med, følger den form, den er lavet ud fra. "
    "Gem den som fil, hvis I vil ændre det."
)


class EditPage(DeepPage):
    """Kept by *Gem*, and when one goes elsewhere; a kind put right leaves the notes that are written as they are."""

    def __init__(self, desk: Desk, one: OnShelf, *, fresh: bool = False) -> None:
        line = f"Ud fra »{one.kind.name}«." if fresh else "Ret jeres egen mødeform."
        super().__init__(desk, "Jeres egen mødeform" if fresh else one.kind.name, line, BACK)
        self._sheet: SheetHost | None = None
        self._kind, self._ref = one.kind, "" if fresh else one.ref
        self.name = line_edit("" if fresh else one.kind.name, most=60)
        self._name = field("Hvad skal den hedde?", self.name)
        self.line = line_edit(one.kind.line, most=120)
        self.guidance = Prose(one.kind.guidance, lines=2)
        types = [(each.value, danish.capital(each.word)) for each in NoteType]
        self.note_type = choice(types, one.kind.note_type.value)
        self.parts = PartList(one.kind.parts, desk.library.konsultation)
        self.preview = button("Se notatet")
        self.keep = button("Gem", "primary")
        self.preview.clicked.connect(self._on_preview)
        self.keep.clicked.connect(self._on_keep)
        self.show_cards(
            card(
                "Mødet",
                self._name,
                field("Én linje om den", self.line),
                field("Vejledning", self.guidance, optional=True),
                field("Hvad bliver notatet?", self.note_type),
                small(RULES),
            ),
            card("Dele, i den rækkefølge de står", self.parts),
        )
        self.add_foot(page_foot(None, self.preview, self.keep))
        self._kept = self.made()

    def start(self) -> None:
        self.name.setFocus()

    def leave(self) -> None:
        """Who goes elsewhere keeps what was written; without a name it gets one, and may be put away."""
        made = self.made()
        if made == self._kept:
            return
        self._kept = made
        named = made if made.name else replace(made, name=f"{self._kind.name}, jeres egen")
        ask = self.desk.ask(changing.keep_own, named, self._ref)
        ask.then(partial(self._on_left, named.name), self.desk, failed=self.desk.explain)

    def _on_left(self, name: str, saved: Saved) -> None:
        self._ref = saved.id
        _tell(self.desk, name, saved)

    def made(self) -> MeetingKind:
        """What stands here now."""
        return replace(
            self._kind,
            name=" ".join(self.name.text().split()),
            line=" ".join(self.line.text().split()) or self._kind.line,
            guidance=" ".join(self.guidance.text().split()),
            note_type=NoteType(self.note_type.chosen()),
            parts=self.parts.parts(),
        )

    @Slot()
    def _on_preview(self) -> None:
        """In a drawer over the page, so that what is written here stands."""
        made = self.made()
        page = OutlinePage(self.desk, replace(made, name=made.name or self._kind.name))
        page.done.connect(self._sheet_of().close_sheet)
        self._sheet_of().open(page, em=44, name="Sådan står notatet")

    def _sheet_of(self) -> SheetHost:
        if self._sheet is None:
            self._sheet = SheetHost(self)
        return self._sheet

    @Slot()
    def _on_keep(self) -> None:
        made = self.made()
        self._name.ask("")
        if not made.name:
            self._name.ask("Skriv fx »Fællesfagligt møde«.")
            self.name.setFocus()
            return
        ask = self.desk.ask(changing.keep_own, made, self._ref)
        ask.then(self._on_kept, self, failed=self.refuse)

    def _on_kept(self, saved: Saved) -> None:
        self._kept = self.made()
        _tell(self.desk, self.made().name, saved)
        self.done.emit()


def _tell(desk: Desk, name: str, saved: Saved) -> None:
    desk.announce(saved.changes)
    desk.say(f"»{name}« er gemt og kan vælges, når I planlægger et møde.")
