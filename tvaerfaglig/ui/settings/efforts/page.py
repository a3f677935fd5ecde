"""The kinds of indsats there are, and what can be done with each."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.efforts.kind import EffortKind
from tvaerfaglig.services.efforts import changing
from tvaerfaglig.services.efforts.shelf import OnShelf
from tvaerfaglig.services.own_kinds.acts import Offered
from tvaerfaglig.ui.desk import Asked, Desk
from tvaerfaglig.ui.settings.efforts.edit_page import EditPage
from tvaerfaglig.ui.settings.efforts.outline import OfferedPage, OutlinePage
from tvaerfaglig.ui.settings.kinds.list_page import KindsPage, apart, own_mark
from tvaerfaglig.ui.settings.parts import SectionPage
from tvaerfaglig.ui.widgets import button, card, message

LINE = "Hvilke indsatser I kan begynde, og hvordan hver af dem forløber."
ABOUT = (
    "Gør I det anderledes, så lav jeres egen ud fra en af dem: hvem den er om, faser, rytme, roller og ark. "
    "Indsatser, der er begyndt, beholder den form, de begyndte med."
)


class EffortKindsPage(KindsPage):
    """The program's own first, then the house's."""

    SORT = ("en indsatsform", "indsatsformen")
    FILES = "Indsatsform (*.toml)"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Indsatsformer", LINE, changing)

    def show_kinds(self, standing: Any) -> None:
        kinds: tuple[OnShelf, ...] = standing
        self.rows = {one.ref: self._row(one) for one in kinds if one.in_use}
        used = apart(list(self.rows.values()))
        away = [
            self.away_line(one, one.kind.name, shipped=one.shipped)
            for one in kinds
            if not one.in_use
        ]
        self.show_cards(
            message(ABOUT, "info"),
            card("I brug", *used) if used else None,
            card("Lagt væk", *away) if away else None,
        )

    def _row(self, one: OnShelf) -> QWidget:
        name = one.kind.name
        look = button("Se", "small", name=f"Se {name}")
        look.clicked.connect(partial(self._on_look, one))
        more = self.more(name)
        if not one.shipped:
            more.add("Ret", partial(self.put_right, one))
        more.add("Lav jeres egen ud fra den", partial(self.make_own, one))
        more.add("Gem som fil", partial(self.ask_where, one))
        more.add("Læg væk", partial(self.put_away, one))
        mark = None if one.shipped else own_mark()
        return self.line_of(name, one.kind.line, facts(one.kind), look, more, mark=mark)

    # acts

    def _on_look(self, one: OnShelf) -> None:
        self.deeper.emit(OutlinePage(self.desk, one.kind))

    def make_own(self, one: OnShelf) -> None:
        self.deeper.emit(EditPage(self.desk, one, fresh=True))

    def put_right(self, one: OnShelf) -> None:
        self.deeper.emit(EditPage(self.desk, one))

    def said_away(self, one: OnShelf) -> str:
        return f"{one.kind.name} er lagt væk. Indsatser, der er begyndt, går videre."

    def read_file(self, file: Path) -> Asked[Any]:
        return self.desk.ask(changing.look_at_file, file)

    def offered_page(self, offered: Offered[EffortKind]) -> SectionPage:
        return OfferedPage(self.desk, offered)

    def file_name(self, one: OnShelf) -> str:
        return f"{one.kind.id}.toml"


def facts(kind: EffortKind) -> str:
    """»Om en familie · hver uge, 12–16 gange · 3 faser · 4 ark«."""
    whom = danish.join_or([one.word for one in kind.about])
    parts = (
        f"Om {whom}",
        kind.rhythm.words().lower(),
        danish.count(len(kind.phases), "fase", "faser") if kind.phases else "",
        danish.count(len(kind.forms), "ark", "ark"),
    )
    return " · ".join(filter(None, parts))
