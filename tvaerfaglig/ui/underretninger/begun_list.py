"""A list of what was begun about children: filtered, opened, and begun anew with a child."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.deadline import Due
from tvaerfaglig.ui.widgets import (
    SHAPES,
    ChipGroup,
    ListRow,
    Page,
    Pick,
    Picker,
    RowList,
    boxed,
    button,
    card,
    col,
    empty,
    muted,
    page_foot,
    page_head,
    row,
)

Keep = Callable[[Any], bool]
Filters = Mapping[str, tuple[str, Keep]]
"""By key: what the chip says, and which rows it lets through. »i_gang« and »alle« are always there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListWords:
    """What the page says of its sort; `help` stands above the field for the child, `always` at the foot."""

    title: str
    line: str
    new: str
    help: str
    icon: str
    nothing: str
    nothing_line: str
    always: str


class Begun(Protocol):
    """One that stands in the list."""

    @property
    def id(self) -> str: ...
    @property
    def child_name(self) -> str: ...
    @property
    def begun(self) -> date: ...
    @property
    def due(self) -> Due | None: ...
    @property
    def mine(self) -> bool: ...


class BegunList(Page):
    """`opened` sends what was chosen; `begin_asked` a child."""

    opened = Signal(str)
    begin_asked = Signal(str)

    def __init__(self, words: ListWords, filters: Filters, *tools: QWidget) -> None:
        self.new = button(words.new, "primary", "plus")
        self.picker = Picker(
            name="Hvem handler det om?", keeps=False, placeholder="Skriv barnets navn"
        )
        self.choose = card("Hvem handler det om?", muted(words.help), self.picker)
        self.choose.hide()
        picks = [Pick(key, said) for key, (said, _) in filters.items()]
        self.filters = ChipGroup(picks, ("i_gang",), name="Vis", several=False)
        self.top = page_head(
            words.title,
            words.line,
            *tools,
            self.new,
            extra=boxed(col(self.filters, self.choose, gap="near")),
        )
        super().__init__(self.top, None, page_foot(muted(words.always)))
        self._lets_through = filters
        self._known = False
        self._build(words)

    def _build(self, words: ListWords) -> None:
        self.list = RowList(name=words.title)
        self.first = button(words.new, icon="plus")
        self.nothing = empty(words.icon, words.nothing, words.nothing_line, self.first)
        self._stack = QStackedWidget()
        self._stack.addWidget(boxed(row((self.list, 1), margins=(20, 8, 20, 8))))
        self._stack.addWidget(self.nothing)
        self.set_body(self._stack)
        self.new.clicked.connect(self.ask_who)
        self.first.clicked.connect(self.ask_who)
        self.picker.picked.connect(self._on_picked)
        self.filters.changed.connect(self._on_filter_changed)
        self.list.opened.connect(self.opened)

    def lines(self, keep: Keep) -> list[ListRow]:
        """The rows of those that are let through."""
        raise NotImplementedError

    def offer(self, children: Sequence[tuple[str, str, str]]) -> None:
        """Children to begin with: id, name, stue."""
        self.picker.offer([ListRow(key, name, aside=place) for key, name, place in children])

    def show_found(self) -> None:
        """What there is was read: whoever waited at the button goes to the list."""
        waiting = not self.list.rows() and self.new.hasFocus()
        self._known = True
        self._draw()
        if waiting:
            self.start()

    @Slot()
    def ask_who(self) -> None:
        """One question, and it stands there."""
        self.choose.show()
        self.picker.setFocus()

    def start(self) -> None:
        (self.list if self.list.rows() else self.new).setFocus()

    def _draw(self) -> None:
        if not self._known:
            return
        chosen = next(iter(self.filters.chosen()), "alle")
        rows = self.lines(self._lets_through[chosen][1])
        self.list.set_rows(rows)
        self._stack.setCurrentIndex(0 if rows else 1)

    @Slot(str)
    def _on_picked(self, child: str) -> None:
        if child:
            self.choose.hide()
            self.begin_asked.emit(child)

    @Slot()
    def _on_filter_changed(self) -> None:
        if not self.filters.chosen():
            self.filters.choose(("alle",))
        self._draw()


def begun_row(one: Begun, under: str, note: str, icon: str, today: date) -> ListRow:
    """One of them: whom it is about, since when, and what it waits for."""
    begun = danish.day_near(one.begun, today).lower()
    return ListRow(
        key=one.id,
        title=one.child_name,
        aside=f"Begyndt {begun}",
        under=under,
        note=danish.capital(note),
        due=SHAPES[one.due.state] if one.due else None,
        icon=icon,
        colour="accent" if one.mine else "muted",
        spoken=f"{one.child_name}, {under}, {note}, begyndt {begun}",
    )
