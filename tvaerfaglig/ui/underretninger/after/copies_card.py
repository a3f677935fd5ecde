"""Finished copies of a letter or statusudtalelse, and its sections, copied one by one into the municipality's form."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.cpr import find_cprs, mask
from tvaerfaglig.domain.statusudtalelser.records import StatusFinished
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.domain.underretning import Finished
from tvaerfaglig.services.clock import DANISH
from tvaerfaglig.services.letters.page import LetterPage
from tvaerfaglig.services.statusudtalelser.reading import StatusPage
from tvaerfaglig.ui.widgets import boxed, button, card, col, row, small, text

SNIPPET = 90


class CopiesCard(QWidget):
    """`show_asked` sends the id of a copy."""

    show_asked = Signal(str)

    def __init__(self, page: LetterPage | StatusPage) -> None:
        super().__init__()
        copies: Sequence[Stored[Finished] | Stored[StatusFinished]] = page.finished
        rows = (self._copy(copy, page) for copy in reversed(copies))
        self.setLayout(col(card("Færdige eksemplarer", *rows), gap=0))

    def _copy(
        self, stored: Stored[Finished] | Stored[StatusFinished], page: LetterPage | StatusPage
    ) -> QWidget:
        made = stored.record
        at = stored.written_at.astimezone(DANISH)
        show = button("Vis", "small", "vis", name=f"Vis eksemplar nr. {made.number}")
        show.clicked.connect(partial(self.show_asked.emit, stored.id))
        head = f"Nr. {made.number}" + (", rettelse" if made.replaces else "")
        number = " ".join(made.content_sha256[n : n + 4].upper() for n in range(0, 12, 4))
        who = page.names.of_staff(made.by)
        line = (
            f"{danish.day_table(made.day)} {danish.clock(at.time())} af {who} · Kontrolnr. {number}"
        )
        return boxed(row((col(text(head, "strong"), small(line), gap=1), 1), show))


class SectionsCard(QWidget):
    """`copied` sends heading and words."""

    copied = Signal(str, str)

    def __init__(self, sections: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        about = small("Til kommunens egen formular. Andre børn er skrevet som »et andet barn«.")
        parts: list[QWidget] = [about]
        for heading, words in sections:
            take = button("Kopiér", "small", name=f"Kopiér {heading}")
            take.clicked.connect(partial(self.copied.emit, heading, words))
            shown = _begins(words)
            parts.append(boxed(row((col(text(heading, "strong"), small(shown), gap=1), 1), take)))
        self.setLayout(col(card("Kopiér afsnit for afsnit", *parts), gap=0))


def _begins(words: str) -> str:
    """The first words of a section; a CPR number is copied, but not shown in passing."""
    line = " · ".join(" ".join(one.split()) for one in words.splitlines() if one.strip())
    for found in reversed(find_cprs(line)):
        line = line[: found.start] + mask(found.cpr) + line[found.end :]
    return line if len(line) < SNIPPET else line[:SNIPPET].rsplit(" ", 1)[0] + " …"
