"""All konsultationer one may see: this week, the coming, and the earlier ones."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QStackedWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.konsultation import (
    Agreement,
    Konsultation,
    KonsultationKind,
    KonsultationState,
)
from tvaerfaglig.services.konsultation import listing
from tvaerfaglig.services.konsultation.listing import KonsultationRow
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.konsultationer.meeting_list import MeetingList, MeetingRow
from tvaerfaglig.ui.konsultationer.section import SectionPage
from tvaerfaglig.ui.konsultationer.wording import state
from tvaerfaglig.ui.widgets import (
    ChipGroup,
    Pick,
    announce,
    boxed,
    button,
    col,
    empty,
    line_edit,
    spread,
)

_ENDED = {KonsultationState.AFSLUTTET, KonsultationState.AFLYST}
FILTERS: dict[str, tuple[str, Callable[[KonsultationRow], bool]]] = {
    "alle": ("Alle", lambda _: True),
    "mine": ("Mine", lambda row: row.mine),
    "aabne": ("Ikke afsluttet", lambda row: row.stored.record.status not in _ENDED),
    "anonyme": ("Anonyme", lambda row: row.stored.record.kind is KonsultationKind.ANONYM),
}
KINDS = {KonsultationKind.ANONYM: "anonym drøftelse", KonsultationKind.TEMA: "tema"}


class ListPage(SectionPage):
    """`opened` sends a konsultation's id, `new_asked` when one is to be planned."""

    opened = Signal(str)
    new_asked = Signal()
    KEY = "moeder"
    LINE = "Anonymt, til I har et grundlag for et navn."
    SHOWS = (Konsultation.KIND, Agreement.KIND)

    def __init__(self, desk: Desk) -> None:
        self.new_button = button("Ny konsultation", "primary", "plus")
        super().__init__(desk, self.new_button)
        self.new_button.clicked.connect(self.new_asked)
        self.filter = ChipGroup(
            [Pick(key, words) for key, (words, _) in FILTERS.items()],
            ["alle"],
            name="Vis",
            several=False,
        )
        self.filter.changed.connect(self._on_filter)
        self.search = line_edit(name="Find i listen")
        self.search.setPlaceholderText("Navn eller ord")
        self.search.textChanged.connect(self._on_search)
        self.list = MeetingList(name="Konsultationer")
        self.list.opened.connect(self.opened)
        first = button("Planlæg den første", "outlined", "plus")
        first.clicked.connect(self.new_asked)
        self.nothing = empty(
            "konsultation",
            "Her kommer de møder, hvor I tænker sammen.",
            "Begynd anonymt. Ét spørgsmål er nok, og ingen navne skal på bordet.",
            first,
        )
        self.none_fit = empty("filter", "Ingen her lige nu", "Vælg »Alle« for at se resten.")
        self._stack = QStackedWidget()
        for each in (self.list, self.nothing, self.none_fit):
            self._stack.addWidget(each)
        self._rows: list[KonsultationRow] = []
        above = boxed(spread(self.filter, self.search))
        self.set_body(boxed(col(above, (self._stack, 1), gap="near", margins=(22, 12, 22, 0))))

    def refresh(self) -> None:
        self.desk.ask(listing.rows).then(self._show, self)

    def start(self) -> None:
        target = self.list if self.list.rows() else self.new_button
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def find_here(self) -> None:
        self.search.setFocus()

    def _show(self, rows: list[KonsultationRow]) -> None:
        had = self.list.hasFocus() or not self._rows
        self._rows = rows
        self._draw()
        if had and self.isVisible():
            self.start()

    def _draw(self) -> None:
        chosen = (self.filter.chosen() or ("alle",))[0]
        words = danish.fold(self.search.text()).split()
        fits = FILTERS[chosen][1]
        shown = [row for row in self._rows if fits(row) and _holds(row, words)]
        today = self.desk.clock.now().date()
        self.list.set_groups(_groups(shown, today))
        page = self.list if shown else self.none_fit if self._rows else self.nothing
        self._stack.setCurrentWidget(page)
        if self._rows:
            announce(self.list, danish.count(len(shown), "konsultation", "konsultationer"))

    @Slot(tuple)
    def _on_filter(self, chosen: tuple[str, ...]) -> None:
        if not chosen:
            self.filter.choose(["alle"])
        self._draw()

    @Slot(str)
    def _on_search(self, _words: str) -> None:
        self._draw()


def _holds(row: KonsultationRow, words: list[str]) -> bool:
    note = row.stored.record
    people = " ".join(one.name for one in note.participants)
    text = danish.fold(f"{row.heading} {row.question} {note.title} {people}")
    return all(word in text for word in words)


def _groups(rows: list[KonsultationRow], today: date) -> list[tuple[str, list[MeetingRow]]]:
    """This week as a week goes, then what comes, the nearest first, then what was, the newest first."""
    monday = today - timedelta(today.weekday())
    sunday = monday + timedelta(6)
    ordered = sorted(rows, key=lambda row: row.stored.record.happened())
    week = [row for row in ordered if monday <= row.stored.record.day <= sunday]
    coming = [row for row in ordered if row.stored.record.day > sunday]
    earlier = [row for row in reversed(ordered) if row.stored.record.day < monday]
    groups = (("Denne uge", week), ("Kommende", coming), ("Tidligere", earlier))
    return [(heading, [_row(row, today) for row in own]) for heading, own in groups]


def _row(row: KonsultationRow, today: date) -> MeetingRow:
    note = row.stored.record
    icon, colour, words = state(note, today)
    many = danish.count(row.agreements_open, "åben aftale", "åbne aftaler")
    title = (
        note.title if note.kind is KonsultationKind.ANONYM and note.title not in row.heading else ""
    )
    return MeetingRow(
        key=row.stored.id,
        day=danish.capital(danish.day_near(note.day, today)),
        hours=danish.span(note.at, note.until) if note.at else "",
        heading=row.heading,
        aside=KINDS.get(note.kind, ""),
        question=row.question or title,
        icon=icon,
        colour=colour,
        state=words,
        open_words=many if row.agreements_open else "",
    )
