"""What a form reads from its editors and puts back into them: words that a draft can keep."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol, runtime_checkable

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QLineEdit, QWidget

from tvaerfaglig.ui.widgets import (
    ChipGroup,
    Choice,
    ClockField,
    DayField,
    Picker,
    Prose,
    Tick,
)
from tvaerfaglig.ui.widgets.several import Several

Kept = str | bool | list[str]


@dataclass(frozen=True)
class Part:
    """One editor of a form. `write` puts kept words back as they were typed, `put` a record's value."""

    read: Callable[[], Kept]
    write: Callable[[Any], None]
    put: Callable[[Any], None]


@runtime_checkable
class OneChosen(Protocol):
    """Segments, the steps of a position: one key of few, or none."""

    changed: SignalInstance

    def chosen(self) -> str: ...

    def choose(self, key: str) -> None: ...


def part_of(editor: QWidget, touched: Callable[[], None]) -> Part:
    """The part that an editor is; `touched` is called whenever someone writes or chooses in it."""
    if isinstance(editor, DayField | ClockField):
        editor.textChanged.connect(touched)
        return Part(editor.text, editor.setText, editor.set_value)
    if isinstance(editor, Picker):
        editor.picked.connect(touched)
        return Part(editor.chosen, editor.choose, editor.choose)
    if isinstance(editor, QLineEdit):
        editor.textChanged.connect(touched)
        return Part(editor.text, editor.setText, editor.setText)
    if isinstance(editor, Prose):
        editor.textChanged.connect(touched)
        return Part(editor.text, editor.set_text, editor.set_text)
    if isinstance(editor, Tick):
        editor.toggled.connect(touched)
        return Part(editor.isChecked, editor.setChecked, editor.setChecked)
    return _choosing(editor, touched)


def _choosing(editor: QWidget, touched: Callable[[], None]) -> Part:
    if isinstance(editor, Several):
        editor.changed.connect(touched)
        return Part(lambda: list(editor.all_chosen()), editor.choose_several, editor.choose_several)
    if isinstance(editor, Choice):
        editor.chosen_changed.connect(touched)
        return Part(editor.chosen, editor.choose, editor.choose)
    if isinstance(editor, ChipGroup):
        editor.changed.connect(touched)
        return Part(lambda: list(editor.chosen()), editor.choose, editor.choose)
    if isinstance(editor, OneChosen):
        editor.changed.connect(touched)
        return Part(editor.chosen, editor.choose, editor.choose)
    raise TypeError(type(editor).__name__)
