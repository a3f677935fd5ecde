"""Nyt siden sidst, on top of the letter: what was seen, ready to be taken in; what was agreed and answered."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.observation import Sign
from tvaerfaglig.domain.since_last import counted, day_of, sent_words
from tvaerfaglig.services.following.news import News
from tvaerfaglig.services.letters.page import Evidence, LetterPage
from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.underretninger.following.new_row import NewRow
from tvaerfaglig.ui.widgets import (
    Fold,
    announce,
    boxed,
    button,
    col,
    empty_layout,
    flow,
    frame,
    glyph,
    opener,
    row,
    scroller,
    small,
    spread,
    text,
)

HIGHEST_EM = 16
NOTHING = (
    "Der er ikke skrevet nye observationer siden {}. Du kan altid underrette: "
    "skriv selv, hvad der er sket."
)
_GROUPS = (
    ("Bekymringer", (Sign.BEKYMRING,)),
    ("Ressourcer", (Sign.RESSOURCE,)),
    ("Andet", (Sign.NEUTRAL,)),
)


class NewsBar(QWidget):
    """`taken` sends the observations to take in; the others are its buttons."""

    taken = Signal(tuple)
    emptied = Signal()
    alone_asked = Signal()
    observe_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._opened: dict[str, bool] = {}
        self._page: LetterPage | None = None
        self._left = 0
        self.rows: dict[str, NewRow] = {}
        self._heading = text("", "strong")
        self._line = small("")
        self.fold = opener("Vis", "pil-ned", "small")
        self.fold.toggled.connect(self._on_toggled)
        self.take_all = button("Tag alle ind", "small", "plus")
        self.take_all.clicked.connect(self._on_take_all)
        self.alone = button("Skriv selv", "small", "kladde")
        self.alone.clicked.connect(self.alone_asked)
        self.observe = button("Ny observation først", "small", "observation")
        self.observe.clicked.connect(self.observe_asked)
        self.empty = button("Begynd med tomme afsnit", "link")
        self.empty.clicked.connect(self.emptied)
        self._inside = QVBoxLayout()
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(6)
        foot = boxed(flow(self.alone, self.observe, self.empty))
        self._content = col(margins=(0, 0, 8, 0), gap=6)
        self._content.addLayout(self._inside)
        self._content.addWidget(foot)
        self.area = scroller(boxed(self._content), ground="surface")
        said = boxed(row(glyph("ur", "accent", 20), (col(self._heading, self._line, gap=0), 1)))
        head = spread(said, self.take_all, self.fold)
        ground = frame("card", col(head, self.area, gap=6, margins=(14, 8, 10, 8)))
        ground.setProperty("stop", True)
        self.setLayout(col(ground, margins=(24, 8, 24, 8)))
        self.setAccessibleName("Nyt siden sidst")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    def show_page(self, page: LetterPage) -> None:
        """Of a letter that comes after another; of any other it takes no room."""
        fresh = self._page is None or self._page.id != page.id
        self._page = page
        news = page.news
        self.setVisible(news is not None)
        if news is None:
            return
        since = day_of(news.since, page.today)
        self._heading.say(f"Nyt siden {since}")
        self._line.say(_line(news))
        self._fill(page, news)
        many = sum(not one.used for one in self._new(page))
        done, self._left = not fresh and self._left > 0 and not many, many
        self.take_all.setHidden(many < 2)
        for one in (self.alone, self.observe):
            one.setHidden(bool(news.observations))
        self.empty.setHidden(not any(one.carried for one in page.sections.values()))
        if fresh:
            self._open(opened=self._opened.get(page.id, _just_begun(page)))
        elif done:
            self._opened[page.id] = False
            self._open(opened=False)

    def open_news(self) -> None:
        """For a key: what is new stands open, and the focus is in it."""
        self._open(opened=True)
        first = next((one.take for one in self.rows.values() if one.take.isVisible()), self.fold)
        first.setFocus()

    def _open(self, *, opened: bool) -> None:
        blocked = self.fold.blockSignals(True)
        self.fold.setChecked(opened)
        self.fold.blockSignals(blocked)
        self._show_opened(opened=opened)

    def _show_opened(self, *, opened: bool) -> None:
        self.area.setVisible(opened)
        self.fold.say("Skjul" if opened else "Vis")
        self.fold.setAccessibleName("Skjul det nye" if opened else "Vis det nye")
        self.fold.show_icon("pil-op" if opened else "pil-ned")
        self._fit()

    @Slot()
    def _fit(self) -> None:
        """As high as what is in it, and never so high that the text has no room."""
        width = self.area.viewport().width()
        wants = self._content.sizeHint().height()
        if self._content.hasHeightForWidth() and width > 0:
            wants = self._content.heightForWidth(width)
        high = min(wants, look().theme.em(HIGHEST_EM), self.window().height() * 3 // 10)
        self.area.setFixedHeight(max(high, look().theme.em(4)))

    def _fill(self, page: LetterPage, news: News) -> None:
        focused = next((key for key, one in self.rows.items() if one.take.hasFocus()), "")
        empty_layout(self._inside)
        self.rows = {}
        numbers = {row.observation: row.number for row in page.rows}
        for words in filter(None, (sent_words(news.earlier), _talks(news))):
            self._inside.addWidget(small(danish.capital(words) + "."))
        for made in reversed(news.agreements):
            when = day_of(made.record.made_on, page.today)
            self._inside.addWidget(small(f"Aftalt {when}: {page.names.said(made.record.what)}"))
        if not news.observations:
            self._inside.addWidget(text(NOTHING.format(day_of(news.since, page.today))))
        for heading, signs in _GROUPS:
            found = [one for one in self._new(page) if one.stored.record.sign in signs]
            if found:
                self._inside.addWidget(text(f"{heading} ({len(found)})", "smallstrong"))
            for one in found:
                made_row = NewRow(one, page, numbers.get(one.id))
                made_row.take.clicked.connect(partial(self._on_take, one.id))
                self.rows[one.id] = made_row
                self._inside.addWidget(made_row)
        QTimer.singleShot(0, self, self._fit)
        self._refocus(focused)

    def _refocus(self, taken: str) -> None:
        """After one was taken in by key, on to the next that is not."""
        if taken:
            rest = (one.take for one in self.rows.values() if not one.used)
            next(rest, self.fold).setFocus()

    @staticmethod
    def _new(page: LetterPage) -> list[Evidence]:
        """The oldest first, as they will stand in the letter."""
        found = [one for one in page.evidence if page.news and page.news.is_new(one.id)]
        return sorted(found, key=lambda one: (one.stored.record.day, one.id))

    @Slot(bool)
    def _on_toggled(self, on: bool) -> None:
        if self._page is not None:
            self._opened[self._page.id] = on
        self._show_opened(opened=on)

    def _on_take(self, observation: str) -> None:
        self.taken.emit((observation,))

    @Slot()
    def _on_take_all(self) -> None:
        left = tuple(key for key, one in self.rows.items() if not one.used)
        self.taken.emit(left)
        announce(self, f"{counted_words(len(left))} tages ind.")

    def set_fold(self, fold: Fold) -> None:
        """Where there is little room the line beneath the heading goes."""
        self._line.setHidden(fold >= Fold.PANEL)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


def counted_words(many: int) -> str:
    return danish.count(many, "observation", "observationer")


def _just_begun(page: LetterPage) -> bool:
    """Nobody has taken anything new in yet: it stands open."""
    new: Iterable[Evidence] = (
        one for one in page.evidence if page.news and page.news.is_new(one.id)
    )
    return page.is_open and not any(one.used for one in new)


def _line(news: News) -> str:
    """4 nye observationer: 3 bekymringer og 1 ressource · 1 aftale."""
    agreed = danish.count(len(news.agreements), "aftale", "aftaler") if news.agreements else ""
    seen = counted(one.record.sign for one in news.observations)
    return " · ".join(filter(None, (danish.capital(seen), agreed)))


def _talks(news: News) -> str:
    if not news.talks:
        return ""
    return danish.count(news.talks, "samtale med forældrene", "samtaler med forældrene")
