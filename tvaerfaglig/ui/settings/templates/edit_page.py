"""One's own skabelon put right here: what most municipalities change; the rest is changed in its file."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Slot

from tvaerfaglig.domain.errors import ForPeople
from tvaerfaglig.domain.packs import lines
from tvaerfaglig.domain.packs.pack import Pack
from tvaerfaglig.services.packs import changing
from tvaerfaglig.services.packs.shelf import OnShelf
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.settings.parts import DeepPage
from tvaerfaglig.ui.widgets import (
    Prose,
    boxed,
    button,
    card,
    choice,
    col,
    field,
    line_edit,
    page_foot,
    small,
    tick,
)

OUT, IN, ASK = "ud", "med", "spoerg"
PROPOSALS = (
    (OUT, "Feltet er ikke med"),
    (IN, "Feltet er med"),
    (ASK, "Kommunen vil ikke have forslag: spørg, når der står et"),
)
REST = "Overskrifter, rækkefølge, egne felter og grunde retter I i filen."


class EditPage(DeepPage):
    """Saved as a new edition: letters that are begun keep the one they were begun with."""

    def __init__(self, desk: Desk, one: OnShelf, pack: Pack) -> None:
        super().__init__(desk, pack.name, "Ret jeres egen skabelon.", "Skabeloner")
        self._ref, self._pack, self._kept = one.ref, pack, False
        self.heading = line_edit(pack.title, most=80)
        chosen = ASK if pack.asks_proposals else IN if pack.proposals else OUT
        self.proposals = choice(PROPOSALS, chosen)
        self.signed = tick("Linje til forældrenes underskrift, aldrig en betingelse")
        self.signed.setChecked(pack.seen_by_parents)
        template = desk.library.underretning
        self.wanted = {
            each.id: tick(each.screen.replace("{barns}", "Barnets"), on=each.id in pack.wanted)
            for each in template.sections
            if each.id not in pack.left_out
        }
        self.numbers = Prose(lines.numbers_as_lines(pack.numbers), lines=3)
        self.deadlines = Prose(lines.deadlines_as_lines(pack.deadlines), lines=3)
        self._numbers = field(
            "Telefonnumre", self.numbers, f"Ét på hver linje: {lines.NUMBER_EXAMPLE}"
        )
        self._deadlines = field(
            "Frister", self.deadlines, f"Én på hver linje: {lines.DEADLINE_EXAMPLE}"
        )
        self.keep = button("Gem", "primary")
        self.keep.clicked.connect(self._on_keep)
        self.show_cards(
            card(
                "Brevet",
                field("Overskrift på papir", self.heading, optional=True),
                field("Forslag", self.proposals),
                self.signed,
            ),
            card(
                "Det beder kommunen om",
                small("Står der intet, siger programmet det. Det forhindrer ikke noget."),
                boxed(col(*self.wanted.values(), gap="tight")),
            ),
            card("Numre og frister", self._numbers, self._deadlines),
            small(REST),
        )
        self.add_foot(page_foot(None, self.keep))

    def start(self) -> None:
        self.heading.setFocus()

    def leave(self) -> None:
        """Who goes elsewhere keeps what was put right, as far as it can be read."""
        made = None if self._kept else self._read()
        if made is not None and made != self._pack:
            self._kept = True
            ask = self.desk.ask(changing.put_right, self._ref, made)
            ask.then(partial(_tell, self.desk, self._pack.name), self.desk)

    @Slot()
    def _on_keep(self) -> None:
        made = self._read()
        if made is not None:
            ask = self.desk.ask(changing.put_right, self._ref, made)
            ask.then(self._on_kept, self, failed=self.refuse)

    def _read(self) -> Pack | None:
        """What stands here; where a line is unclear it is asked about beneath its field."""
        for each in (self._numbers, self._deadlines):
            each.ask("")
        at = self._numbers
        try:
            numbers = lines.numbers_from(self.numbers.text())
            at = self._deadlines
            deadlines = lines.deadlines_from(self.deadlines.text())
        except ForPeople as unclear:
            at.ask(str(unclear))
            at.editor.setFocus()
            return None
        return replace(
            self._pack,
            title=self.heading.text().strip(),
            proposals=self.proposals.chosen() == IN,
            asks_proposals=self.proposals.chosen() == ASK,
            seen_by_parents=self.signed.isChecked(),
            wanted=tuple(key for key, box in self.wanted.items() if box.isChecked()),
            numbers=numbers,
            deadlines=deadlines,
        )

    def _on_kept(self, saved: Saved) -> None:
        self._kept = True
        _tell(self.desk, self._pack.name, saved)
        self.done.emit()


def _tell(desk: Desk, name: str, saved: Saved) -> None:
    desk.announce(saved.changes)
    desk.say(f"»{name}« er rettet. Underretninger, der er begyndt, beholder deres.")
