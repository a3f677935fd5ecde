"""The packs there are, and what can be done with each."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.services.packs import changing
from tvaerfaglig.services.packs.changing import Offered, Standing
from tvaerfaglig.services.packs.shelf import OnShelf
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.settings.parts import SectionPage
from tvaerfaglig.ui.settings.templates.compare_page import ComparePage
from tvaerfaglig.ui.settings.templates.edit_page import EditPage
from tvaerfaglig.ui.settings.templates.offered_page import OfferedPage
from tvaerfaglig.ui.settings.templates.own_page import OwnPage
from tvaerfaglig.ui.widgets import (
    boxed,
    button,
    card,
    chip,
    col,
    hairline,
    menu_button,
    message,
    row,
    small,
    spread,
    strong,
    text,
)
from tvaerfaglig.ui.widgets.files import ask_for_file, ask_where_to_save

KINDS = "Skabelonpakke (*.toml)"
LINE = "Hvad jeres kommune vil have i en underretning, og i hvilken rækkefølge."
ABOUT = (
    "Nye underretninger begynder med den skabelon, der er i brug. De, der er begyndt, beholder deres. "
    "En skabelon kan ikke gøre noget til et krav: en underretning kan altid afsluttes og sendes."
)
EDITING = (
    "Vil I have jeres egen, så lav en kopi og ret den her: numre, frister, forslag og det, kommunen beder om. "
    "Alt andet retter I i filen. Programmet viser, hvad der ændrer sig, før den tages i brug."
)
OWN_ABOUT = "Skabelonen, som programmet kommer med. Den har alle afsnit og felter med."


class TemplatesPage(SectionPage):
    """For the leader. Every act says what it did, and the choice can be taken back."""

    def __init__(self, desk: Desk) -> None:
        self.bring = button("Hent fra fil", icon="plus")
        super().__init__(desk, "Skabeloner", LINE, self.bring)
        self.standing: Standing | None = None
        self.rows: dict[str, QWidget] = {}
        self.bring.clicked.connect(self._on_bring)

    def load(self) -> None:
        self.desk.ask(changing.standing).then(self._show, self)

    def start(self) -> None:
        self.bring.setFocus()

    def _show(self, standing: Standing) -> None:
        self.standing = standing
        self.rows = {one.ref: self._row(one) for one in standing.packs}
        lines: list[QWidget] = []
        for made in self.rows.values():
            lines += [made, hairline()]
        self.show_cards(
            message(ABOUT, "info"), card("Skabeloner", *lines[:-1]), message(EDITING, "info")
        )

    def _row(self, one: OnShelf) -> QWidget:
        use = button("Tag i brug", "small", name=f"Tag {one.name} i brug")
        use.clicked.connect(partial(self.choose, one.ref))
        use.setHidden(one.in_use)
        look = button("Sammenlign", "small", name=f"Sammenlign {one.name}")
        look.clicked.connect(partial(self.compare, one.ref))
        more = menu_button(f"Mere om {one.name}", dense=True)
        more.add("Lav jeres egen ud fra den", partial(self.make_own, one))
        more.add("Gem som fil", partial(self._on_save, one))
        if not one.shipped and one.pack is not None:
            more.add("Ret", partial(self.put_right, one))
        if not one.shipped and one.pack is not None and not one.in_use:
            more.add("Læg væk", partial(self.put_away, one))
        heading: QWidget = strong(one.name)
        if one.in_use:
            heading = boxed(row(heading, chip("I brug", "flueben"), ..., gap="near"))
        words = col(heading, text(_about(one)), small(_facts(one)), gap=2)
        if use.isHidden():
            return boxed(spread(boxed(words), look, more))
        return boxed(spread(boxed(words), use, look, more))

    # acts

    def choose(self, ref: str) -> None:
        before = self.standing.used.ref if self.standing else ""
        self.desk.ask(changing.choose, ref).then(partial(self._on_chosen, before), self)

    def _on_chosen(self, before: str, saved: Saved) -> None:
        self.desk.announce(saved.changes, self)
        self.desk.say(
            "Nye underretninger begynder med den.", "ok", partial(self._choose_back, before)
        )
        self.load()

    def _choose_back(self, ref: str) -> None:
        self.desk.ask(changing.choose, ref).then(self._on_back, self)

    def _on_back(self, saved: Saved) -> None:
        self.desk.announce(saved.changes, self)
        self.load()

    def compare(self, ref: str) -> None:
        """Beside the one in use; where that is the same, beside the program's own."""
        if self.standing is not None:
            used = self.standing.used.ref
            first = used if used != ref else self.standing.packs[0].ref
            self.deeper.emit(ComparePage(self.desk, self.standing, first, ref))

    def make_own(self, one: OnShelf) -> None:
        self.deeper.emit(OwnPage(self.desk, one))

    def put_right(self, one: OnShelf) -> None:
        if one.pack is not None:
            self.deeper.emit(EditPage(self.desk, one, one.pack))

    def put_away(self, one: OnShelf) -> None:
        self.desk.ask(changing.put_away, one.ref).then(self._on_put_away, self)

    def _on_put_away(self, saved: Saved) -> None:
        self.desk.announce(saved.changes, self)
        self.desk.say("Den er lagt væk.", "ok", partial(self._bring_back, saved.id))
        self.load()

    def _bring_back(self, ref: str) -> None:
        self.desk.ask(changing.bring_back, ref).then(self._on_back, self)

    # files

    @Slot()
    def _on_bring(self) -> None:
        ask_for_file(self, "Hent en skabelonpakke", KINDS, self.look_at)

    def look_at(self, file: Path) -> None:
        """See what a file would change; nothing is kept by looking."""
        ask = self.desk.ask(changing.look_at_file, file, self.desk.library.underretning)
        ask.then(self._on_offered, self, failed=self.refuse)

    def _on_offered(self, offered: Offered) -> None:
        self.untell()
        self.deeper.emit(OfferedPage(self.desk, offered))

    def _on_save(self, one: OnShelf) -> None:
        name = f"{one.pack.id if one.pack else 'skabelon'}.toml"
        ask_where_to_save(self, "Gem skabelonen", name, KINDS, partial(self.save_as, one))

    def save_as(self, one: OnShelf, file: Path) -> None:
        ask = self.desk.ask(changing.give_on, one.ref, file)
        ask.then(partial(self._on_saved, file), self, failed=self.refuse)

    def _on_saved(self, file: Path, _done: None) -> None:
        self.desk.say(f"Gemt som »{file.name}«.")


def _about(one: OnShelf) -> str:
    return (one.pack.about if one.pack else OWN_ABOUT) or "Uden beskrivelse."


def _facts(one: OnShelf) -> str:
    if one.pack is None:
        return ""
    whence = "fulgte med programmet" if one.shipped else "jeres egen"
    checked = f"kontrolleret {danish.day(one.pack.checked_on)} af {one.pack.checked_by}"
    parts = (f"Udgave {one.pack.edition}", whence, checked)
    source = f"\nBygger på {one.pack.source.replace(' ; ', ' og ')}" if one.pack.source else ""
    return " · ".join(parts) + source
