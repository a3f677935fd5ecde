"""For the municipality's journal: each finished paper copied whole, with its title and file name, and the mark."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.services.after_sending.course import After
from tvaerfaglig.services.after_sending.journal import JournalCopy
from tvaerfaglig.services.letters.page import LetterPage
from tvaerfaglig.ui.lent_clipboard import OUTSIDE
from tvaerfaglig.ui.widgets import (
    boxed,
    button,
    card,
    chip,
    col,
    empty_layout,
    flow,
    hairline,
    row,
    small,
    strong,
    text,
    well,
)


@dataclass(frozen=True, slots=True)
class Paper:
    """A finished paper that may lie in the journal."""

    id: str
    name: str


class JournalCard(QWidget):
    """`copy_asked`, `mark_asked`, `undo_asked` send the id of a paper; `words_asked` what to copy, and the words."""

    copy_asked = Signal(str)
    mark_asked = Signal(str)
    undo_asked = Signal(str)
    words_asked = Signal(str, str)

    def __init__(self, page: LetterPage, after: After) -> None:
        super().__init__()
        self._after = after
        self._copied: dict[str, QVBoxLayout] = {}
        parts: list[QWidget] = []
        for paper in papers(page, after):
            parts += [self._paper(paper), hairline()]
        about = small(f"Programmet er ikke journalen. {OUTSIDE}")
        self.setLayout(col(card("Til kommunens journal", about, *parts[:-1]), gap=0))

    def _paper(self, paper: Paper) -> QWidget:
        mark = self._after.mark(paper.id)
        take = button("Kopiér til journalen", "small", name=f"Kopiér til journalen: {paper.name}")
        take.clicked.connect(partial(self.copy_asked.emit, paper.id))
        place = QVBoxLayout()
        place.setContentsMargins(0, 0, 0, 0)
        self._copied[paper.id] = place
        if mark is None:
            state = chip("Ikke journaliseret", "kladde")
            line = None
            act = button(
                "Markér som journaliseret", "small", name=f"Markér som journaliseret: {paper.name}"
            )
            act.clicked.connect(partial(self.mark_asked.emit, paper.id))
        else:
            state = chip("Journaliseret", "flueben", "ok")
            number = f" · sagsnr. {mark.number}" if mark.number else ""
            by = self._after.names.of_staff(mark.by)
            line = small(f"{danish.day_table(mark.day)} af {by}{number}")
            act = button("Fortryd mærket", "link", "fortryd", name=f"Fortryd mærket: {paper.name}")
            act.clicked.connect(partial(self.undo_asked.emit, paper.id))
        head = row((strong(paper.name), 1), state)
        return boxed(col(head, line, flow(take, act), place, gap="tight"))

    def show_copy(self, copy: JournalCopy) -> None:
        """What was copied, and the two short things that the system asks for by themselves."""
        place = self._copied.get(copy.paper)
        if place is None:
            return
        empty_layout(place)
        rows = [
            self._short("Titel", copy.title),
            self._short("Filnavn", copy.file_name),
        ]
        place.addWidget(
            well(small("Hele teksten er kopieret. CPR-nummeret er skjult i den."), *rows)
        )

    def _short(self, what: str, words: str) -> QWidget:
        take = button("Kopiér", "small", name=f"Kopiér {what.lower()}")
        take.clicked.connect(partial(self.words_asked.emit, what, words))
        return boxed(row((col(small(what), text(words), gap=0), 1), take))


def papers(page: LetterPage, after: After) -> tuple[Paper, ...]:
    """The newest finished copy first, older ones and the letters that followed after it."""
    return tuple(_papers(page, after))


def _papers(page: LetterPage, after: After) -> Iterator[Paper]:
    for copy in reversed(page.finished):
        made = copy.record
        yield Paper(copy.id, f"Underretning nr. {made.number}, {danish.day_of_month(made.day)}")
    for stored in reversed(after.reminders):
        day = danish.day_of_month(stored.record.day)
        yield Paper(stored.id, f"{after.name_of(stored.record)}, {day}")
