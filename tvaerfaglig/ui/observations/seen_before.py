"""The panel beside the form: what was seen before, how often, and the way to Akut."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.observation import Observation
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.domain.vocabulary import Categories
from tvaerfaglig.services.names import Names
from tvaerfaglig.services.observations.reading import SeenBefore
from tvaerfaglig.ui.observations.wording import brief, lower, often_words, since_words
from tvaerfaglig.ui.widgets import (
    boxed,
    button,
    col,
    empty_layout,
    glyph,
    hairline,
    one,
    row,
    section,
    small,
    strong,
    text,
)

MOST = 4
OTHERS = 3


class SeenBeforePanel(QWidget):
    """Counts and tells, and never concludes. `line_asked` and `akut_asked` are its two ways on."""

    line_asked = Signal()
    akut_asked = Signal()

    def __init__(self, categories: Categories) -> None:
        super().__init__()
        self._categories = categories
        self._place = col(gap=10, margins=(16, 16, 16, 16))
        self.setLayout(self._place)
        self.show_nobody()

    def show_nobody(self) -> None:
        """Before a child is chosen."""
        empty_layout(self._place)
        self._add(section("Set før"), small("Vælg et barn. Så står her, hvad der er set før."))
        self._add_akut("barnet")

    def show_seen(
        self, seen: SeenBefore, today: date, chosen: Sequence[str], skip: str = ""
    ) -> None:
        """One child; what is chosen in the form comes to the front. `skip` is the one being corrected."""
        empty_layout(self._place)
        first, since = seen.child.first_name, since_words(seen.since, today)
        entries = [entry for entry in seen.entries if entry.id != skip]
        counts = Counter(one for entry in entries for one in entry.record.categories)
        subject = _subject(counts, chosen)
        self._add(section(f"Set før hos {first}"))
        if not entries:
            self._add(text(f"Ingen har skrevet om {first} siden {since}."))
        elif subject:
            name = self._categories.name(subject)
            self._add(text(often_words(counts[subject], name, since)))
            self._add_others(counts, subject)
            entries = [entry for entry in entries if subject in entry.record.categories]
        self._add(*(_entry(entry, seen.names) for entry in entries[:MOST]))
        line = button("Se dem på tidslinjen" if entries else "Se tidslinjen", "link", "pil-hoejre")
        line.clicked.connect(self.line_asked)
        self._add(boxed(row(line, ...)))
        self._add_akut(first)

    def _add(self, *widgets: QWidget) -> None:
        for widget in widgets:
            self._place.addWidget(widget)

    def _add_others(self, counts: Counter[str], subject: str) -> None:
        others = [(key, n) for key, n in counts.most_common(OTHERS + 1) if key != subject][:OTHERS]
        said = [f"{lower(self._categories.name(key))} {n}" for key, n in others]
        if said:
            self._add(small(f"Også {danish.join_and(said)}."))

    def _add_akut(self, name: str) -> None:
        opens = button("Åbn Akut", "small")
        opens.clicked.connect(self.akut_asked)
        asks = strong(f"Har {name} fortalt om vold eller overgreb?")
        asks.setWordWrap(True)
        self._add(
            hairline(),
            boxed(row(glyph("akut", "act", 18), (asks, 1), gap=10)),
            small(
                "Skriv bare færdig her. Men ring først, og sig ikke noget til forældrene om "
                "mistanken."
            ),
            boxed(row(opens, ..., one("Ctrl+Skift+A", "small"))),
        )
        self._place.addStretch(1)


def _subject(counts: Counter[str], chosen: Sequence[str]) -> str:
    """The chosen one written about most; else the one written about most of all, if more than once."""
    mine = [one for one in chosen if counts[one]]
    if mine:
        return max(mine, key=lambda one: counts[one])
    top = counts.most_common(1)
    return top[0][0] if top and top[0][1] > 1 else ""


def _entry(entry: Stored[Observation], names: Names) -> QWidget:
    seen = entry.record
    words = brief(names.said(seen.text)) or f"»{brief(names.said(seen.child_words))}«"
    day = small(danish.capital(danish.day_short(seen.day)))
    return boxed(col(day, text(words, "plainsmall"), gap=1, margins=(9, 0, 0, 0)))
