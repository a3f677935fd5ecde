"""The packs there are, and what can be done with each."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.services.packs import changing
from tvaerfaglig.services.packs.changing import Offered, Standing
from tvaerfaglig.services.packs.shelf import OnShelf
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.ui.desk import Asked, Desk
from tvaerfaglig.ui.settings.kinds.list_page import KindsPage, apart
from tvaerfaglig.ui.settings.parts import SectionPage
from tvaerfaglig.ui.settings.templates.compare_page import ComparePage
from tvaerfaglig.ui.settings.templates.edit_page import EditPage
from tvaerfaglig.ui.settings.templates.offered_page import OfferedPage
from tvaerfaglig.ui.settings.templates.own_page import OwnPage
from tvaerfaglig.ui.widgets import button, card, chip, message

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


class TemplatesPage(KindsPage):
    """The one that new letters begin with is chosen here; the choice can be taken back."""

    SORT = ("en skabelonpakke", "skabelonen")
    FILES = "Skabelonpakke (*.toml)"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Skabeloner", LINE, changing)
        self.standing: Standing | None = None

    def show_kinds(self, standing: Any) -> None:
        self.standing = standing
        packs: tuple[OnShelf, ...] = standing.packs
        self.rows = {one.ref: self._row(one) for one in packs}
        lines = apart(list(self.rows.values()))
        self.show_cards(
            message(ABOUT, "info"), card("Skabeloner", *lines), message(EDITING, "info")
        )

    def _row(self, one: OnShelf) -> QWidget:
        look = button("Sammenlign", "small", name=f"Sammenlign {one.name}")
        look.clicked.connect(partial(self.compare, one.ref))
        more = self.more(one.name)
        more.add("Lav jeres egen ud fra den", partial(self.make_own, one))
        more.add("Gem som fil", partial(self.ask_where, one))
        if not one.shipped and one.pack is not None:
            more.add("Ret", partial(self.put_right, one))
        if not one.shipped and one.pack is not None and not one.in_use:
            more.add("Læg væk", partial(self.put_away, one))
        tools: list[QWidget] = [look, more]
        if not one.in_use:
            use = button("Tag i brug", "small", name=f"Tag i brug: {one.name}")
            use.clicked.connect(partial(self.choose, one.ref))
            tools.insert(0, use)
        mark = chip("I brug", "flueben") if one.in_use else None
        return self.line_of(
            one.name,
            _about(one),
            _facts(one),
            *tools,
            mark=mark,
            whole=one.pack.source if one.pack else "",
        )

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
        self.desk.ask(changing.choose, ref).then(self.on_back, self)

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

    def said_away(self, one: OnShelf) -> str:
        del one
        return "Den er lagt væk."

    def read_file(self, file: Path) -> Asked[Any]:
        return self.desk.ask(changing.look_at_file, file, self.desk.library.underretning)

    def offered_page(self, offered: Offered) -> SectionPage:
        return OfferedPage(self.desk, offered)

    def file_name(self, one: OnShelf) -> str:
        return f"{one.pack.id if one.pack else 'skabelon'}.toml"


def _about(one: OnShelf) -> str:
    return (one.pack.about if one.pack else OWN_ABOUT) or "Uden beskrivelse."


def _facts(one: OnShelf) -> str:
    if one.pack is None:
        return ""
    whence = "fulgte med programmet" if one.shipped else "jeres egen"
    checked = f"kontrolleret {danish.day(one.pack.checked_on)} af {one.pack.checked_by}"
    parts = (f"Udgave {one.pack.edition}", whence, checked)
    source = f"\nBygger på {_in_short(one.pack.source)}" if one.pack.source else ""
    return " · ".join(parts) + source


def _in_short(source: str) -> str:
    """Whose pages; where on them stands in the file, and when one points at it."""
    return danish.join_and([_host(one.strip()) for one in source.split(" ; ")])


def _host(one: str) -> str:
    return QUrl(one).host().removeprefix("www.") or one
