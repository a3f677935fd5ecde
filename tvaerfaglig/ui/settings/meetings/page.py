"""The kinds of meeting there are, in groups, and what can be done with each."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.meetings.kind import KONSULTATION, MeetingKind
from tvaerfaglig.services.meetings import changing
from tvaerfaglig.services.meetings.shelf import OnShelf
from tvaerfaglig.services.own_kinds import Offered
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.settings.meetings.edit_page import EditPage
from tvaerfaglig.ui.settings.meetings.outline import OfferedPage, OutlinePage
from tvaerfaglig.ui.settings.parts import SectionPage
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

FILES = "Mødeform (*.toml)"
LINE = "Hvilke møder I holder, og hvad notatet spørger om."
ABOUT = (
    "Vil kommunen have det anderledes, så lav jeres egen ud fra en af dem: andre ord, anden rækkefølge, egne dele. "
    "Notater, der er skrevet, beholder den mødeform, de er skrevet efter."
)


class MeetingsPage(SectionPage):
    """For the leader. Every act says what it did and can be taken back."""

    def __init__(self, desk: Desk) -> None:
        self.bring = button("Hent fra fil", icon="plus")
        super().__init__(desk, "Mødeformer", LINE, self.bring)
        self.rows: dict[str, QWidget] = {}
        self.bring.clicked.connect(self._on_bring)

    def load(self) -> None:
        self.desk.ask(changing.standing).then(self._show, self)

    def start(self) -> None:
        self.bring.setFocus()

    def _show(self, kinds: tuple[OnShelf, ...]) -> None:
        self.rows = {one.ref: self._row(one) for one in kinds if one.in_use}
        away = [one for one in kinds if not one.in_use]
        shown: list[QWidget] = []
        for group in dict.fromkeys(one.kind.group for one in kinds if one.in_use):
            here = [one for one in kinds if one.in_use and one.kind.group == group]
            shown.append(self._group(group, here))
        gone = [self._away(one) for one in away]
        self.show_cards(message(ABOUT, "info"), *shown, card("Lagt væk", *gone) if gone else None)

    def _group(self, name: str, kinds: list[OnShelf]) -> QWidget:
        lines: list[QWidget] = []
        for one in kinds:
            lines += [self.rows[one.ref], hairline()]
        return card(name, *lines[:-1])

    def _row(self, one: OnShelf) -> QWidget:
        name = one.kind.name
        look = button("Se", "small", name=f"Se {name}")
        look.clicked.connect(partial(self._on_look, one))
        more = menu_button(f"Mere om {name}", dense=True)
        if not one.shipped:
            more.add("Ret", partial(self.put_right, one))
        more.add("Lav jeres egen ud fra den", partial(self.make_own, one))
        more.add("Gem som fil", partial(self._on_save, one))
        if one.ref != KONSULTATION:
            more.add("Læg væk", partial(self.put_away, one))
        heading: QWidget = strong(name)
        if not one.shipped:
            heading = boxed(row(heading, chip("Jeres egen"), ..., gap="near"))
        words = col(heading, text(one.kind.line), small(_facts(one)), gap=2)
        return boxed(spread(boxed(words), look, more))

    def _away(self, one: OnShelf) -> QWidget:
        back = button("Tag i brug", "small", name=f"Tag {one.kind.name} i brug")
        back.clicked.connect(partial(self.bring_back, one.ref))
        whose = "fulgte med programmet" if one.shipped else "jeres egen"
        return boxed(spread(boxed(col(strong(one.kind.name), small(whose), gap=0)), back))

    # acts

    def _on_look(self, one: OnShelf) -> None:
        self.deeper.emit(OutlinePage(self.desk, one.kind))

    def make_own(self, one: OnShelf) -> None:
        self.deeper.emit(EditPage(self.desk, one, fresh=True))

    def put_right(self, one: OnShelf) -> None:
        self.deeper.emit(EditPage(self.desk, one))

    def put_away(self, one: OnShelf) -> None:
        self.desk.ask(changing.put_away, one.ref).then(
            partial(self._on_put_away, one), self, failed=self.refuse
        )

    def _on_put_away(self, one: OnShelf, saved: Saved) -> None:
        self.desk.announce(saved.changes, self)
        said = f"{one.kind.name} er lagt væk. Notater, der er skrevet, står der endnu."
        self.desk.say(said, "ok", partial(self.bring_back, one.ref))
        self.load()

    def bring_back(self, ref: str) -> None:
        self.desk.ask(changing.bring_back, ref).then(self._on_back, self, failed=self.refuse)

    def _on_back(self, saved: Saved) -> None:
        self.desk.announce(saved.changes, self)
        self.load()

    # files

    @Slot()
    def _on_bring(self) -> None:
        ask_for_file(self, "Hent en mødeform", FILES, self.look_at)

    def look_at(self, file: Path) -> None:
        """See what a file holds; nothing is kept by looking."""
        ask = self.desk.ask(changing.look_at_file, file)
        ask.then(self._on_offered, self, failed=self.refuse)

    def _on_offered(self, offered: Offered[MeetingKind]) -> None:
        self.untell()
        self.deeper.emit(OfferedPage(self.desk, offered))

    def _on_save(self, one: OnShelf) -> None:
        name = f"{one.kind.id}.toml"
        ask_where_to_save(self, "Gem mødeformen", name, FILES, partial(self.save_as, one))

    def save_as(self, one: OnShelf, file: Path) -> None:
        ask = self.desk.ask(changing.give_on, one.ref, file)
        ask.then(partial(self._on_saved, file), self, failed=self.refuse)

    def _on_saved(self, file: Path, _done: None) -> None:
        self.desk.say(f"Gemt som »{file.name}«.")


def _facts(one: OnShelf) -> str:
    kind = one.kind
    who = danish.join_and([role.word for role in kind.held_by]) or "alle"
    parts = danish.count(len(kind.parts), "del", "dele")
    return (
        f"{parts} · {kind.note_type.word} · omkring {kind.minutes} min. · kan planlægges af {who}"
    )
