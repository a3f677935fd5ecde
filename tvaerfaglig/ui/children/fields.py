"""Named fields on a page, read as words, days and times; what cannot be left out is asked for in place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, time
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tvaerfaglig.ui.children.parts import Kept, Part, part_of
from tvaerfaglig.ui.widgets import ChipGroup, ClockField, DayField, Field, Pick, Prose, field


class Missing(Exception):
    """Something that cannot be left out: at which field, and what to ask there (unless it was `asked`)."""

    def __init__(self, name: str, question: str, *, asked: bool = False) -> None:
        super().__init__(question)
        self.name, self.question, self.asked = name, question, asked


class Fields:
    """The fields of one form by name. `touched` is called when a person writes in one."""

    def __init__(self, today: Callable[[], date], touched: Callable[[], None]) -> None:
        self._today, self._tell = today, touched
        self._parts: dict[str, Part] = {}
        self._made: dict[str, Field] = {}
        self._editors: dict[str, QWidget] = {}
        self._quiet = False

    # making them

    def add(
        self, name: str, label: str, editor: QWidget, guidance: str = "", **extra: Any
    ) -> Field:
        """A field whose words are kept under `name`."""
        made = field(label, editor, guidance, **extra)
        self._made[name] = made
        self.keep(name, editor)
        if isinstance(editor, DayField | ClockField):
            editor.asked.connect(made.ask)
        return made

    def keep(self, name: str, editor: QWidget) -> None:
        """An editor that stands without a label of its own."""
        self._parts[name] = part_of(editor, self._on_touched)
        self._editors[name] = editor

    def add_day(
        self, name: str, label: str, on: date | None = None, *, ahead: bool = False, **extra: Any
    ) -> Field:
        return self.add(name, label, DayField(self._today, on, ahead=ahead), **extra)

    def add_clock(self, name: str, label: str, **extra: Any) -> Field:
        return self.add(name, label, ClockField(), **extra)

    def add_prose(
        self, name: str, label: str, guidance: str = "", *, lines: int = 3, **extra: Any
    ) -> Field:
        return self.add(name, label, Prose(lines=lines), guidance, **extra)

    def add_people(
        self,
        name: str,
        label: str,
        people: Iterable[tuple[str, str]],
        chosen: Iterable[str] = (),
        guidance: str = "",
    ) -> Field:
        """People to choose among: (id, name)."""
        picks = [Pick(one, words) for one, words in people]
        return self.add(name, label, ChipGroup(picks, chosen, name=label), guidance)

    # reading them

    def text(self, name: str) -> str:
        return str(self._parts[name].read()).strip()

    def several(self, name: str) -> tuple[str, ...]:
        kept = self._parts[name].read()
        return tuple(kept) if isinstance(kept, list) else ()

    def ticked(self, name: str) -> bool:
        return bool(self._parts[name].read())

    def must(self, name: str, question: str) -> str:
        words = self.text(name)
        if not words:
            raise Missing(name, question)
        return words

    def day_of(self, name: str) -> date | None:
        """The day in a field; one that cannot be read is asked about, never dropped."""
        editor, words = self._editors[name], self.text(name)
        on = editor.value() if isinstance(editor, DayField) and words else None
        if on is None and words:
            raise Missing(
                name, f"»{words}« kan ikke læses som en dag. Skriv fx 10.11. eller i går."
            )
        return on

    def must_day(self, name: str, question: str = "Hvilken dag?") -> date:
        on = self.day_of(name)
        if on is None:
            raise Missing(name, question)
        return on

    def time_of(self, name: str) -> time | None:
        editor, words = self._editors[name], self.text(name)
        at = editor.value() if isinstance(editor, ClockField) and words else None
        if at is None and words:
            raise Missing(name, "Hvad var klokken? Skriv fx 8.15 eller 815.")
        return at

    # filling them

    def put(self, **values: object) -> None:
        """Put a record's values in; nobody is told."""
        for name, value in values.items():
            self._silently(name, self._parts[name].put, value)

    def values(self) -> dict[str, Kept]:
        """Everything as it stands, for a draft."""
        return {name: part.read() for name, part in self._parts.items()}

    def resume(self, values: Mapping[str, object]) -> None:
        """Put a draft's words back; nobody is told."""
        for name, kept in values.items():
            if name in self._parts:
                self._silently(name, self._parts[name].write, kept)

    def _silently(self, _name: str, put: Callable[[Any], None], value: object) -> None:
        quiet, self._quiet = self._quiet, True
        put(value)
        self._quiet = quiet

    # asking in place

    def ask(self, missing: Missing) -> Field | None:
        """Put the question at its field and the caret there."""
        if missing.asked:
            return None
        made = self._made.get(missing.name)
        if made is not None:
            made.ask(missing.question)
        self._editors[missing.name].setFocus(Qt.FocusReason.OtherFocusReason)
        return made

    def ask_nothing(self) -> None:
        for made in self._made.values():
            made.ask("")

    def field(self, name: str) -> Field:
        return self._made[name]

    def editor(self, name: str) -> QWidget:
        return self._editors[name]

    def first(self) -> QWidget | None:
        """The first that is shown: one that waits for an answer before it is passed over."""
        shown = (one for one in self._editors.values() if one.isVisibleTo(one.window()))
        return next(shown, None)

    def _on_touched(self) -> None:
        if not self._quiet:
            self._tell()
