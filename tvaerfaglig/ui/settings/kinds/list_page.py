"""A list of kinds of one sort: put away and back with *Fortryd*, given on as a file, and brought in from one."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any, ClassVar, Protocol

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.session import Session
from tvaerfaglig.ui.desk import Asked, Desk
from tvaerfaglig.ui.settings.parts import SectionPage
from tvaerfaglig.ui.widgets import (
    MenuButton,
    boxed,
    button,
    chip,
    col,
    hairline,
    menu_button,
    row,
    small,
    spread,
    strong,
    text,
)
from tvaerfaglig.ui.widgets.files import ask_for_file, ask_where_to_save


class Changing(Protocol):
    """A service that keeps kinds of one sort."""

    def standing(self, session: Session, /) -> Any: ...

    def put_away(self, session: Session, ref: str, /) -> Saved: ...

    def bring_back(self, session: Session, ref: str, /) -> Saved: ...

    def give_on(self, session: Session, ref: str, file: Path, /) -> None: ...


class KindsPage(SectionPage):
    """For the leader. Every act says what it did and can be taken back; a file is looked at before it is kept.

    `SORT` is the sort with and without its ending, as (»en mødeform«, »mødeformen«).
    """

    SORT: ClassVar[tuple[str, str]] = ("", "")
    FILES: ClassVar[str] = ""

    def __init__(self, desk: Desk, heading: str, line: str, changing: Changing) -> None:
        self.bring = button("Hent fra fil", icon="plus")
        super().__init__(desk, heading, line, self.bring)
        self.changing = changing
        self.rows: dict[str, QWidget] = {}
        self.bring.clicked.connect(self._on_bring)

    # what each page says for itself

    def show_kinds(self, standing: Any) -> None:
        """Cards of what there is."""
        raise NotImplementedError

    def read_file(self, file: Path) -> Asked[Any]:
        """See what a file holds; nothing is kept by looking."""
        raise NotImplementedError

    def offered_page(self, offered: Any) -> SectionPage:
        raise NotImplementedError

    def file_name(self, one: Any) -> str:
        raise NotImplementedError

    def said_away(self, one: Any) -> str:
        """The word in the bar when it is put away."""
        raise NotImplementedError

    # the page

    def load(self) -> None:
        self.desk.ask(self.changing.standing).then(self.show_kinds, self)

    def start(self) -> None:
        self.bring.setFocus()

    def more(self, name: str) -> MenuButton:
        return menu_button(f"Mere om {name}", dense=True)

    def line_of(
        self,
        name: str,
        about: str,
        facts: str,
        *tools: QWidget,
        mark: QWidget | None = None,
        whole: str = "",
    ) -> QWidget:
        """One kind: its name with a mark, what it is, what is worth knowing, and what can be done.

        `whole` is said where one points at what is worth knowing.
        """
        heading: QWidget = strong(name)
        if mark is not None:
            heading = boxed(row(heading, mark, ..., gap="near"))
        known = small(facts)
        known.setToolTip(whole)
        return boxed(spread(boxed(col(heading, text(about), known, gap=2)), *tools))

    def away_line(self, one: Any, name: str, *, shipped: bool) -> QWidget:
        """One that is put away, and the way back."""
        back = button("Tag i brug", "small", name=f"Tag i brug: {name}")
        back.clicked.connect(partial(self.bring_back, one.ref))
        whose = "fulgte med programmet" if shipped else "jeres egen"
        return boxed(spread(boxed(col(strong(name), small(whose), gap=0)), back))

    # put away and back

    def put_away(self, one: Any) -> None:
        asked = self.desk.ask(self.changing.put_away, one.ref)
        asked.then(partial(self._on_put_away, one), self, failed=self.refuse)

    def _on_put_away(self, one: Any, saved: Saved) -> None:
        self.desk.announce(saved.changes, self)
        self.desk.say(self.said_away(one), "ok", partial(self.bring_back, one.ref))
        self.load()

    def bring_back(self, ref: str) -> None:
        asked = self.desk.ask(self.changing.bring_back, ref)
        asked.then(self.on_back, self, failed=self.refuse)

    def on_back(self, saved: Saved) -> None:
        self.desk.announce(saved.changes, self)
        self.load()

    # files

    @Slot()
    def _on_bring(self) -> None:
        ask_for_file(self, f"Hent {self.SORT[0]}", self.FILES, self.look_at)

    def look_at(self, file: Path) -> None:
        """A bad one is refused in words above the cards, and the page stands as it stood."""
        self.read_file(file).then(self._on_offered, self, failed=self.refuse)

    def _on_offered(self, offered: Any) -> None:
        self.untell()
        self.deeper.emit(self.offered_page(offered))

    def ask_where(self, one: Any) -> None:
        save = partial(self.save_as, one)
        ask_where_to_save(self, f"Gem {self.SORT[1]}", self.file_name(one), self.FILES, save)

    def save_as(self, one: Any, file: Path) -> None:
        asked = self.desk.ask(self.changing.give_on, one.ref, file)
        asked.then(partial(self._on_saved, file), self, failed=self.refuse)

    def _on_saved(self, file: Path, _done: None) -> None:
        self.desk.say(f"Gemt som »{file.name}«.")


def apart(lines: list[QWidget]) -> list[QWidget]:
    """With a hairline between."""
    return [each for line in lines for each in (line, hairline())][:-1]


def own_mark() -> QWidget:
    return chip("Jeres egen")
