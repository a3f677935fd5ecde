"""The parts of a kind of meeting in their order: moved, reworded, taken out, and new ones put in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tvaerfaglig.domain.form import KonsultationForm
from tvaerfaglig.domain.meetings.kind import STANDARD, KindPart
from tvaerfaglig.ui.settings.meetings.own_types import OWN_TYPES, fresh_part
from tvaerfaglig.ui.settings.meetings.part_words import PartWords
from tvaerfaglig.ui.widgets import (
    Button,
    boxed,
    button,
    choice,
    col,
    empty_layout,
    field,
    frame,
    one,
    row,
    small,
    spread,
)

ALWAYS = ("moede", "barn")
"""Who is there, and whom it is about: a note has no meaning without."""


class PartList(QWidget):
    """Every change is only here until the page is saved."""

    def __init__(self, parts: Iterable[KindPart], form: KonsultationForm) -> None:
        super().__init__()
        self._form = form
        self._parts = list(parts)
        self._open = ""
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(4)
        self.more = choice((), name="Tilføj en del")
        self.more.chosen_changed.connect(self._on_more)
        self.setLayout(col(self._rows, field("Tilføj en del", self.more), gap=10))
        self._draw()

    def parts(self) -> tuple[KindPart, ...]:
        """As they stand; the first always begins a step."""
        for words in self.findChildren(PartWords):
            words.flush()
        first, *rest = self._parts
        return (replace(first, step=first.step or "Mødet"), *rest)

    def _name(self, part: KindPart) -> str:
        standard = self._form.part(part.id)
        return part.name or (standard.name if standard else part.id)

    def _draw(self, focus: str = "") -> None:
        empty_layout(self._rows)
        for n, part in enumerate(self._parts):
            made = self._row(n, part)
            self._rows.addWidget(made)
            if self.isVisible():
                made.show()
        here = {part.id for part in self._parts}
        standard = [self._form.part(one) for one in STANDARD if one not in here]
        self.more.offer(
            [
                ("", "Vælg"),
                *((f"{key}", f"Egen: {word}") for key, word in OWN_TYPES.items()),
                *((one.id, one.name) for one in standard if one is not None),
            ]
        )
        again = self.findChild(Button, focus) if focus else None
        if again is not None:
            again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, n: int, part: KindPart) -> QWidget:
        name = self._name(part)
        up = self._tool("pil-op", f"Flyt {name} op", f"op-{part.id}", partial(self._move, n, -1))
        down = self._tool(
            "pil-ned", f"Flyt {name} ned", f"ned-{part.id}", partial(self._move, n, 1)
        )
        up.setEnabled(n > 0)
        down.setEnabled(n < len(self._parts) - 1)
        edit = button("Ret", "link", name=f"Ret {name}")
        edit.setObjectName(f"ret-{part.id}")
        edit.clicked.connect(partial(self._toggle, part.id))
        away = self._tool("luk", f"Tag {name} ud", f"ud-{part.id}", partial(self._remove, n))
        away.setEnabled(part.id not in ALWAYS)
        step = small(part.step) if part.step else None
        words = row(one(f"{n + 1}\u2002{name}", "strong"), (small(self._how(part)), 1), gap=10)
        line = spread(boxed(words), edit, up, down, away)
        inner = self._words(n, part) if part.id == self._open else None
        return boxed(
            col(step, frame("well", col(boxed(line), inner, gap=8, margins=(12, 2, 6, 4))), gap=4)
        )

    def _tool(self, icon: str, name: str, key: str, do: partial[None]) -> Button:
        made = button("", "icon", icon, name=name, dense=True)
        made.setObjectName(key)
        made.clicked.connect(do)
        return made

    def _how(self, part: KindPart) -> str:
        return f"egen del: {OWN_TYPES.get(_key(part), part.own.type.value)}" if part.own else ""

    def _words(self, n: int, part: KindPart) -> QWidget:
        made = PartWords(part, self._form.part(part.id))
        made.changed.connect(partial(self._on_words, n))
        return made

    def _on_words(self, n: int, part: KindPart) -> None:
        self._parts[n] = part

    def _toggle(self, part_id: str) -> None:
        for words in self.findChildren(PartWords):
            words.flush()
        self._open = "" if self._open == part_id else part_id
        self._draw(f"ret-{part_id}")

    def _move(self, n: int, by: int) -> None:
        """A part takes its heading along only by itself: the step stays where it begins."""
        to = n + by
        self._parts[n], self._parts[to] = self._parts[to], self._parts[n]
        a, b = self._parts[n], self._parts[to]
        self._parts[n], self._parts[to] = replace(a, step=b.step), replace(b, step=a.step)
        self._draw(f"{'op' if by < 0 else 'ned'}-{b.id}")

    def _remove(self, n: int) -> None:
        gone = self._parts.pop(n)
        if gone.step and n < len(self._parts) and not self._parts[n].step:
            self._parts[n] = replace(self._parts[n], step=gone.step)
        self._draw(f"ret-{self._parts[min(n, len(self._parts) - 1)].id}")

    @Slot(str)
    def _on_more(self, key: str) -> None:
        if not key:
            return
        here = {part.id for part in self._parts}
        made = fresh_part(key, here) if key in OWN_TYPES else KindPart(id=key)
        self._parts.append(made)
        self._open = made.id
        self._draw(f"ret-{made.id}")


def _key(part: KindPart) -> str:
    if part.own is None:
        return ""
    key = f"{part.own.type.value}/{part.frame.value}"
    return key if key in OWN_TYPES else f"{part.own.type.value}/"
