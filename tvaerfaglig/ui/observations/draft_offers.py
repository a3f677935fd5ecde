"""Du var i gang: one's own drafts, each to go on with or to lay away."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QWidget

from tvaerfaglig.domain.stored import Draft
from tvaerfaglig.services.lock.quick_notes import Marked, mark_of
from tvaerfaglig.services.names import Names
from tvaerfaglig.services.observations.page import record_of
from tvaerfaglig.ui.observations.content import from_json
from tvaerfaglig.ui.observations.wording import brief, clock_near, first_names, several
from tvaerfaglig.ui.widgets import (
    Button,
    boxed,
    button,
    col,
    empty_layout,
    frame,
    glyph,
    row,
    small,
    spread,
    text,
)

MOST = 2


class DraftOffers(QWidget):
    """`resumed` and `laid_away` send the draft."""

    resumed = Signal(object)
    laid_away = Signal(object)
    stops_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._drafts: tuple[Draft, ...] = ()
        self._all = False
        self._buttons: list[Button] = []
        self._place = col(gap="tight")
        self.setLayout(self._place)
        self.hide()

    def offer(self, drafts: Sequence[Draft], names: Names, now: datetime) -> None:
        """The newest first; two are shown until someone asks for the rest."""
        self._drafts, self._names, self._now = tuple(drafts), names, now
        self._all = False
        self._draw()

    def stops(self) -> tuple[Button, ...]:
        return tuple(self._buttons)

    def offered(self) -> tuple[Draft, ...]:
        return self._drafts

    def withdraw(self, key: str = "") -> None:
        """Take one (or all) of the offers away."""
        self._drafts = tuple(one for one in self._drafts if key and one.key != key)
        self._draw()

    def _draw(self) -> None:
        empty_layout(self._place)
        self._buttons.clear()
        shown = self._drafts if self._all else self._drafts[:MOST]
        for draft in shown:
            self._place.addWidget(self._line(draft))
        hidden = len(self._drafts) - len(shown)
        if hidden:
            more = button(f"Vis {hidden} mere" if hidden == 1 else f"Vis {hidden} flere", "link")
            more.clicked.connect(self._on_more_clicked)
            self._buttons.append(more)
            self._place.addWidget(boxed(row(more, ...)))
        self.setVisible(bool(self._drafts))
        self.updateGeometry()
        self.stops_changed.emit()

    def _line(self, draft: Draft) -> QFrame:
        words, quote = offer_words(draft, self._names, self._now)
        doing = go_on_words(draft)
        go_on = button(doing, "small", name=f"{doing}. {words}")
        away = button("Læg væk", "link", name=f"Læg væk. {words}")
        go_on.clicked.connect(partial(self.resumed.emit, draft))
        away.clicked.connect(partial(self.laid_away.emit, draft))
        self._buttons += [go_on, away]
        said = boxed(col(text(words), small(quote) if quote else None, gap=0))
        inner = boxed(row(glyph("kladde", "accent"), (said, 1), gap=10))
        made = frame("bar", row((boxed(spread(inner, go_on, away, gap=4)), 1)))
        made.layout().setContentsMargins(11, 5, 8, 5)  # type: ignore[union-attr]
        made.setAccessibleName(words)
        return made

    @Slot()
    def _on_more_clicked(self) -> None:
        self._all = True
        self._draw()


def quick_words(mark: Marked, now: datetime) -> str:
    """»Hurtig note fra mandag kl. 8.12, ikke bekræftet.«"""
    to = f" til {mark.meant_for}" if mark.meant_for else ""
    return f"Hurtig note{to} fra {clock_near(mark.at, now)}, ikke bekræftet."


def go_on_words(draft: Draft) -> str:
    """What one does with it: a note from the door is looked through first."""
    return "Se og gem" if mark_of(draft) else "Skriv videre"


def offer_words(draft: Draft, names: Names, now: datetime) -> tuple[str, str]:
    """»Du var i gang med at skrive om Alma kl. 9.02.«, and how it begins."""
    mark = mark_of(draft)
    if mark is not None:
        return quick_words(mark, now), f"»{brief(from_json(draft.content).content.text)}«"
    try:
        content = from_json(draft.content).content
    except (json.JSONDecodeError, TypeError, AttributeError):
        return f"Du var i gang med at skrive {clock_near(draft.at, now)}.", ""
    doing = "at rette" if record_of(draft.key) else "at skrive"
    whom = several(first_names(content.main_children, names))
    about = f" om {whom}" if whom else ""
    start = brief(names.said(content.text or content.child_words or content.reflection))
    return (
        f"Du var i gang med {doing}{about} {clock_near(draft.at, now)}.",
        f"»{start}«" if start else "",
    )
