"""Sammenlign versioner: which two, how much changed, and the changes one after the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.people import Child
from tvaerfaglig.services.names import Names
from tvaerfaglig.services.versions import Compared, Point
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.underretninger.compare.cards import ChangeCard, changes_in, quiet, section_card
from tvaerfaglig.ui.underretninger.compare.reason import ReasonBox
from tvaerfaglig.ui.underretninger.compare.wording import point_words, summary
from tvaerfaglig.ui.underretninger.wording import child_called, named
from tvaerfaglig.ui.widgets import (
    Choice,
    Fold,
    Page,
    announce,
    boxed,
    button,
    col,
    empty,
    empty_layout,
    message,
    muted,
    one,
    page_foot,
    page_head,
    row,
    scroller,
)

MEASURE = 58
_ERASED = "Nogle ord imellem er slettet efter reglerne og kan ikke vises."


class CompareView(Page):
    """`chosen` sends the two versions, `said_why` the sitting and the reason."""

    chosen = Signal(str, str)
    said_why = Signal(str, str)
    back_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        self.previous = button("Forrige ændring")
        self.next = button("Næste ændring", "primary")
        self.old = Choice(name="Fra hvilken version")
        self.new = Choice(name="Til hvilken version")
        self._which = row(self._choice("Fra", self.old), self._choice("til", self.new), ...)
        self.top = page_head(
            "Sammenlign versioner", "…", self.previous, self.next, extra=self._which
        )
        self.count = muted("")
        super().__init__(self.top, None, page_foot(self.count))
        self.desk = desk
        self.reason = ReasonBox(desk)
        self.reason.said.connect(self.said_why)
        self.cards: list[ChangeCard] = []
        self._sheet = QVBoxLayout()
        self._sheet.setContentsMargins(24, 16, 24, 24)
        self._sheet.setSpacing(look().theme.gap("near"))
        inner = boxed(self._sheet)
        inner.setMaximumWidth(look().theme.em(MEASURE))
        self._inner = inner
        self.area = scroller(boxed(row(..., (inner, 12), ..., gap=0)))
        self.set_body(
            boxed(col(boxed(col(self.reason, margins=(24, 8, 24, 0))), (self.area, 1), gap=0))
        )
        self._connect()

    @staticmethod
    def _choice(words: str, choice: Choice) -> QWidget:
        return boxed(row(one(words, "muted"), (choice, 1)))

    def _connect(self) -> None:
        self.top.offer_back("Tilbage til teksten")
        self.top.back_pressed.connect(self.back_asked)
        self.old.chosen_changed.connect(self._on_chosen)
        self.new.chosen_changed.connect(self._on_chosen)
        self.previous.clicked.connect(self.previous_change)
        self.next.clicked.connect(self.next_change)
        keys: tuple[tuple[str, Callable[[], object]], ...] = (
            ("F8", self.next_change),
            ("Shift+F8", self.previous_change),
        )
        for sequence, act in keys:
            shortcut = QShortcut(QKeySequence(sequence), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes where the arrow in the head goes: back to the text."""
        if event.key() == Qt.Key.Key_Escape:
            self.back_asked.emit()
        else:
            super().keyPressEvent(event)

    def offer(self, points: Sequence[Point], old: str, new: str, names: Names) -> None:
        """The versions there are, the newest first, and the two that are compared."""
        today = self.desk.clock.now().date()
        choices = [
            (point.id, point_words(point, names, today, newest=not n))
            for n, point in enumerate(points)
        ]
        self.old.offer(choices, old)
        self.new.offer(choices, new)
        for one_of_them in (self.old, self.new):
            one_of_them.updateGeometry()

    def show_compared(self, found: Compared, child: Child) -> None:
        """Section by section, named as in the letter; what did not change at the end, in one line."""
        today = self.desk.clock.now().date()
        names = {one.id: named(one.screen, child) for one in found.template.sections}
        empty_layout(self._sheet)
        if found.lost:
            self._sheet.addWidget(message(_ERASED, "info"))
        still = []
        for section in found.sections:
            if section.many:
                made = section_card(names[section.id], section, found.names, today)
                self._sheet.addWidget(made)
            else:
                still.append(names[section.id])
        if still:
            self._sheet.addWidget(quiet(f"Uændret: {danish.join_and(still)}."))
        self._sheet.addStretch(1)
        self.cards = changes_in(self._inner)
        said = summary(found)
        self.top.say(
            "Sammenlign versioner", f"Underretning om {child.name or child_called(child)} · {said}"
        )
        self.reason.show_point(found.new, found.names, today)
        self._count()
        announce(self, said)

    def show_alone(self, child: Child) -> None:
        """There is only one version yet."""
        empty_layout(self._sheet)
        self.cards = []
        self.top.say("Sammenlign versioner", f"Underretning om {child.name or child_called(child)}")
        words = "Der er kun én version endnu."
        courage = "Når nogen har siddet med den igen, kan du se, hvad der blev ændret, af hvem og hvorfor."
        self._sheet.addWidget(empty("kladde", words, courage))
        self._sheet.addStretch(1)
        self.reason.hide()
        self._count()

    def _count(self) -> None:
        many = len(self.cards)
        why = "" if many else "Der er ingen ændringer at gå til"
        self.next.block(why)
        self.previous.block(why)
        self.count.say("F8 går til næste ændring, Skift+F8 til den forrige." if many else "")

    def on_fold(self, fold: Fold) -> None:
        narrow = fold >= Fold.LIST
        self.previous.setHidden(narrow)
        way = self._which.Direction
        self._which.setDirection(way.TopToBottom if narrow else way.LeftToRight)

    def start(self) -> None:
        (self.next if self.cards else self.old).setFocus()

    def leave(self) -> None:
        """Keep the reason that is being written."""
        self.reason.leave()

    @Slot()
    def next_change(self) -> None:
        self._step(1)

    @Slot()
    def previous_change(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        if not self.cards:
            announce(self, "Der er ingen ændringer.")
            return
        focused = QApplication.focusWidget()
        at = next((n for n, one in enumerate(self.cards) if one is focused), None)
        to = (0 if by > 0 else -1) if at is None else (at + by) % len(self.cards)
        card = self.cards[to]
        card.setFocus(Qt.FocusReason.TabFocusReason)
        self.area.ensureWidgetVisible(card, 0, look().theme.em(4))
        self.count.say(f"Ændring {self.cards.index(card) + 1} af {len(self.cards)}.")

    @Slot(str)
    def _on_chosen(self, _key: str) -> None:
        self.chosen.emit(self.old.chosen(), self.new.chosen())
