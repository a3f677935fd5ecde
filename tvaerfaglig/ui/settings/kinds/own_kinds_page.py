"""A list of kinds that a house makes its own out of: of meeting, or of indsats."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtWidgets import QWidget

from tvaerfaglig.services.session import Session
from tvaerfaglig.ui.desk import Asked, Desk
from tvaerfaglig.ui.settings.kinds.list_page import Changing, KindsPage, own_mark
from tvaerfaglig.ui.settings.parts import SectionPage
from tvaerfaglig.ui.widgets import button, card


class ChangingOwn(Changing, Protocol):
    """A service that also reads a file without asking what it is to fit into."""

    def look_at_file(self, session: Session, file: Path, /) -> Any: ...


class OwnKindsPage(KindsPage):
    """Each kind can be looked at, made one's own, and given on; the house's own can be put right."""

    def __init__(self, desk: Desk, heading: str, line: str, changing: ChangingOwn) -> None:
        super().__init__(desk, heading, line, changing)
        self._own = changing

    # what each page says for itself

    def facts(self, one: Any) -> str:
        """What is worth knowing of it, in small type."""
        raise NotImplementedError

    def outline_page(self, one: Any) -> SectionPage:
        """One kind as it is."""
        raise NotImplementedError

    def edit_page(self, one: Any, *, fresh: bool) -> SectionPage:
        """One kind to be put right, or a `fresh` one made out of it."""
        raise NotImplementedError

    def may_go(self, _one: Any) -> bool:
        """Whether it can be put away."""
        return True

    # the page

    def kind_line(self, one: Any) -> QWidget:
        name = one.kind.name
        look = button("Se", "small", name=f"Se {name}")
        look.clicked.connect(partial(self._on_look, one))
        more = self.more(name)
        if not one.shipped:
            more.add("Ret", partial(self.put_right, one))
        more.add("Lav jeres egen ud fra den", partial(self.make_own, one))
        more.add("Gem som fil", partial(self.ask_where, one))
        if self.may_go(one):
            more.add("Læg væk", partial(self.put_away, one))
        mark = None if one.shipped else own_mark()
        return self.line_of(name, one.kind.line, self.facts(one), look, more, mark=mark)

    def away_card(self, kinds: Iterable[Any]) -> QWidget | None:
        """Those that are put away, each with the way back."""
        away = [
            self.away_line(one, one.kind.name, shipped=one.shipped)
            for one in kinds
            if not one.in_use
        ]
        return card("Lagt væk", *away) if away else None

    # acts

    def _on_look(self, one: Any) -> None:
        self.deeper.emit(self.outline_page(one))

    def make_own(self, one: Any) -> None:
        self.deeper.emit(self.edit_page(one, fresh=True))

    def put_right(self, one: Any) -> None:
        self.deeper.emit(self.edit_page(one, fresh=False))

    def read_file(self, file: Path) -> Asked[Any]:
        return self.desk.ask(self._own.look_at_file, file)

    def file_name(self, one: Any) -> str:
        return f"{one.kind.id}.toml"
