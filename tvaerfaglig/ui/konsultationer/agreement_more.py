"""What few agreements need: a day to begin, a rhythm, the concern it belongs to, and whether parents read it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.konsultation import Agreement
from tvaerfaglig.ui.widgets import (
    DayField,
    boxed,
    button,
    choice,
    col,
    field,
    flow,
    small,
    tick,
)

RHYTHMS = (
    ("0", "Én gang"),
    ("1", "Hver uge"),
    ("2", "Hver 2. uge"),
    ("4", "Hver 4. uge"),
    ("8", "Hver 8. uge"),
)
_WORDS = {int(key): words for key, words in RHYTHMS}


def rhythm(made: Agreement) -> str:
    """Hver uge til 18. dec.; empty for what is done once."""
    if not made.every:
        return ""
    words = _WORDS.get(made.every, f"Hver {made.every}. uge")
    return f"{words} til {danish.day_of_month(made.until)}" if made.until else words


@dataclass(frozen=True, slots=True)
class More:
    """The rarer half of an agreement."""

    start_on: date | None = None
    every: int = 0
    until: date | None = None
    concern: str = ""
    internal: bool = False

    def over(self, made: Agreement) -> Agreement:
        return replace(
            made,
            start_on=self.start_on,
            every=self.every,
            until=self.until if self.every else None,
            concern=self.concern,
            internal=self.internal,
        )


class MoreOfAgreement(QWidget):
    """Folded away until it is asked for, or something stands there. `changed` sends `More`."""

    changed = Signal(object)

    def __init__(
        self, made: Agreement, today: Callable[[], date], concerns: Sequence[tuple[str, str]]
    ) -> None:
        super().__init__()
        self._more = More(made.start_on, made.every, made.until, made.concern, made.internal)
        self.open_button = button(
            "Gentages, begynder senere eller kun for personalet", "link", "plus"
        )
        self.open_button.clicked.connect(self.open)
        self.start_on = DayField(today, made.start_on, ahead=True)
        self.every = choice(_with(RHYTHMS, made.every), str(made.every))
        self.until = DayField(today, made.until, ahead=True)
        self.concern = choice([("", "Ingen bestemt"), *concerns], made.concern)
        self.internal = tick("Kun for personalet. Står ikke i forældrenes udgave", on=made.internal)
        self._until = field("Til og med", self.until, optional=True)
        concern = field("Hører til bekymringen", self.concern)
        concern.setVisible(bool(concerns))
        beside = flow(
            field("Begynder", self.start_on, optional=True),
            field("Hvor tit?", self.every),
            self._until,
            gap=14,
        )
        closed = small("Falder den på en lukkedag, springes den gang over.")
        self._closed = closed
        self._fields = boxed(col(boxed(beside), closed, concern, self.internal, gap=8))
        self.setLayout(col(self.open_button, self._fields, gap=0))
        self._show(open_=self._more != More())
        self.start_on.changed.connect(self._on_start)
        self.every.chosen_changed.connect(self._on_every)
        self.until.changed.connect(self._on_until)
        self.concern.chosen_changed.connect(self._on_concern)
        self.internal.toggled.connect(self._on_internal)

    @Slot()
    def open(self) -> None:
        self._show(open_=True)
        self.start_on.setFocus()

    def _show(self, *, open_: bool) -> None:
        self.open_button.setHidden(open_)
        self._fields.setHidden(not open_)
        self._until.setHidden(not self._more.every)
        self._closed.setHidden(not self._more.every)

    def _put(self, more: More) -> None:
        self._more = more
        self._show(open_=True)
        self.changed.emit(more)

    @Slot(object)
    def _on_start(self, on: date | None) -> None:
        self._put(replace(self._more, start_on=on))

    @Slot(str)
    def _on_every(self, weeks: str) -> None:
        self._put(replace(self._more, every=int(weeks)))

    @Slot(object)
    def _on_until(self, on: date | None) -> None:
        self._put(replace(self._more, until=on))

    @Slot(str)
    def _on_concern(self, concern: str) -> None:
        self._put(replace(self._more, concern=concern))

    @Slot(bool)
    def _on_internal(self, on: bool) -> None:
        self._put(replace(self._more, internal=on))


def _with(rhythms: Sequence[tuple[str, str]], every: int) -> list[tuple[str, str]]:
    """The rhythms, with one that a line asked for and that is not among them."""
    known = {key for key, _ in rhythms}
    own = [] if str(every) in known else [(str(every), f"Hver {every}. uge")]
    return [*rhythms, *own]
