"""The kinds of meeting there are, in groups, and what can be done with each."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.meetings.kind import KONSULTATION, MeetingKind
from tvaerfaglig.services.meetings import changing
from tvaerfaglig.services.meetings.shelf import OnShelf
from tvaerfaglig.services.own_kinds.acts import Offered
from tvaerfaglig.ui.desk import Asked, Desk
from tvaerfaglig.ui.settings.kinds.list_page import KindsPage, apart, own_mark
from tvaerfaglig.ui.settings.meetings.edit_page import EditPage
from tvaerfaglig.ui.settings.meetings.outline import OfferedPage, OutlinePage
from tvaerfaglig.ui.settings.parts import SectionPage
from tvaerfaglig.ui.widgets import button, card, message

LINE = "Hvilke møder I holder, og hvad notatet spørger om."
ABOUT = (
    "Vil kommunen have det anderledes, så lav jeres egen ud fra en af dem: andre ord, anden rækkefølge, egne dele. "
    "Notater, der er skrevet, beholder den mødeform, de er skrevet efter."
)


class MeetingsPage(KindsPage):
    """One card for each group."""

    SORT = ("en mødeform", "mødeformen")
    FILES = "Mødeform (*.toml)"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Mødeformer", LINE, changing)

    def show_kinds(self, standing: Any) -> None:
        kinds: tuple[OnShelf, ...] = standing
        self.rows = {one.ref: self._row(one) for one in kinds if one.in_use}
        groups = dict.fromkeys(one.kind.group for one in kinds if one.in_use)
        shown = [
            card(
                group,
                *apart(
                    [self.rows[one.ref] for one in kinds if one.in_use and one.kind.group == group]
                ),
            )
            for group in groups
        ]
        away = [
            self.away_line(one, one.kind.name, shipped=one.shipped)
            for one in kinds
            if not one.in_use
        ]
        self.show_cards(message(ABOUT, "info"), *shown, card("Lagt væk", *away) if away else None)

    def _row(self, one: OnShelf) -> QWidget:
        name = one.kind.name
        look = button("Se", "small", name=f"Se {name}")
        look.clicked.connect(partial(self._on_look, one))
        more = self.more(name)
        if not one.shipped:
            more.add("Ret", partial(self.put_right, one))
        more.add("Lav jeres egen ud fra den", partial(self.make_own, one))
        more.add("Gem som fil", partial(self.ask_where, one))
        if one.ref != KONSULTATION:
            more.add("Læg væk", partial(self.put_away, one))
        mark = None if one.shipped else own_mark()
        return self.line_of(name, one.kind.line, _facts(one), look, more, mark=mark)

    # acts

    def _on_look(self, one: OnShelf) -> None:
        self.deeper.emit(OutlinePage(self.desk, one.kind))

    def make_own(self, one: OnShelf) -> None:
        self.deeper.emit(EditPage(self.desk, one, fresh=True))

    def put_right(self, one: OnShelf) -> None:
        self.deeper.emit(EditPage(self.desk, one))

    def said_away(self, one: OnShelf) -> str:
        return f"{one.kind.name} er lagt væk. Notater, der er skrevet, står der endnu."

    def read_file(self, file: Path) -> Asked[Any]:
        return self.desk.ask(changing.look_at_file, file)

    def offered_page(self, offered: Offered[MeetingKind]) -> SectionPage:
        return OfferedPage(self.desk, offered)

    def file_name(self, one: OnShelf) -> str:
        return f"{one.kind.id}.toml"


def _facts(one: OnShelf) -> str:
    kind = one.kind
    who = danish.join_and([role.word for role in kind.held_by]) or "alle"
    parts = danish.count(len(kind.parts), "del", "dele")
    return (
        f"{parts} · {kind.note_type.word} · omkring {kind.minutes} min. · kan planlægges af {who}"
    )
