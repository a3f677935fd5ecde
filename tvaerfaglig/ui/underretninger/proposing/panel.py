"""Forslag beside the text: the open ones first, those to this section before the others."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from tvaerfaglig.services.letters.page import LetterPage
from tvaerfaglig.services.proposing.beside import Proposed
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.underretninger.proposing.card import ProposalCard
from tvaerfaglig.ui.underretninger.proposing.forms import ProposeForm, ReplyForm
from tvaerfaglig.ui.widgets import button, col, empty_layout, muted, row, section


class ProposalsPanel(QWidget):
    """Acts go out as signals with the proposal's id; `asked` wants the words that are chosen in the text."""

    asked = Signal()
    accepted = Signal(str)
    withdrawn = Signal(str)
    undone = Signal(str)
    jumped = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setAccessibleName("Forslag")
        self.cards: dict[str, ProposalCard] = {}
        self._count = muted("")
        self.propose = button("Foreslå", "small", "plus", name="Foreslå en anden ordlyd")
        self.propose.setToolTip("Ctrl+Skift+O")
        self.propose.clicked.connect(self.asked)
        self.form, self.reply = ProposeForm(desk), ReplyForm(desk)
        self._place = QVBoxLayout()
        self._place.setContentsMargins(0, 0, 0, 0)
        self._place.setSpacing(6)
        layout = col(row(section("Forslag"), (self._count, 1), self.propose), gap="near")
        layout.addWidget(self.form)
        layout.addWidget(self.reply)
        layout.addLayout(self._place)
        self.setLayout(layout)

    def show_page(self, page: LetterPage, section_id: str, names: dict[str, str]) -> None:
        self.form.kept.open(f"forslag:{page.id}")
        self.reply.kept.open(f"forslag-svar:{page.id}")
        self.propose.setVisible(page.is_open)
        self.setVisible(page.is_open or bool(page.proposals))
        focused = self._focused()
        empty_layout(self._place)
        self.cards = {}
        order = sorted(
            page.proposals,
            key=lambda one: (one.verdict is not None, one.record.section != section_id),
        )
        for found in order:
            self._add(found, page, names.get(found.record.section, ""))
        still = sum(one.verdict is None for one in page.proposals)
        self._count.say(str(still) if still else "")
        if focused in self.cards and self.cards[focused].buttons:
            next(iter(self.cards[focused].buttons.values())).setFocus()

    def _focused(self) -> str:
        """The card one stood at, so that one stands there still when it was built anew."""
        at = QApplication.focusWidget()
        return next((key for key, one in self.cards.items() if at and one.isAncestorOf(at)), "")

    def _add(self, found: Proposed, page: LetterPage, where: str) -> None:
        card = ProposalCard(found, page, where)
        who = page.names.first(found.record.by)
        card.accepted.connect(partial(self.accepted.emit, found.id))
        card.withdrawn.connect(partial(self.withdrawn.emit, found.id))
        card.undone.connect(partial(self.undone.emit, found.id))
        card.jumped.connect(partial(self.jumped.emit, found.id))
        card.answered.connect(partial(self.reply.open_for, found, who, no=False))
        card.rejected.connect(partial(self.reply.open_for, found, who, no=True))
        self.cards[found.id] = card
        self._place.addWidget(card)

    def leave(self) -> None:
        """Keep what is being written."""
        self.form.kept.keep()
        self.reply.kept.keep()
