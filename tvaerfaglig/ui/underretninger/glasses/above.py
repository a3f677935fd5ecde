"""Over the paper: whose reading it is, why the parents' is not offered where it is not, who needs an interpreter."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tvaerfaglig.domain.reading_glasses import Glass
from tvaerfaglig.services.letters.page import LetterPage
from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.underretninger.glasses.said import interpreted, said
from tvaerfaglig.ui.widgets import empty_layout, message, small


class Above(QWidget):
    """As wide as the paper itself."""

    def __init__(self) -> None:
        super().__init__()
        self._place = QVBoxLayout()
        self._place.setContentsMargins(0, 12, 0, 0)
        self._place.setSpacing(look().theme.gap("near"))
        self.setLayout(self._place)

    def show_glass(self, page: LetterPage, glass: Glass, withheld: str) -> None:
        empty_layout(self._place)
        if withheld:
            self._place.addWidget(message(said(withheld, page), "act", icon="afdaempet"))
        self._place.addWidget(small(said(glass.intro, page)))
        for words in interpreted(page, glass):
            self._place.addWidget(message(words, "info", icon="tolk"))
