"""Above a section's fields: that somebody proposes another wording there, and the way to it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.ui.underretninger.editor import Work
from tvaerfaglig.ui.widgets import button, col, frame, glyph, row, small, spread


class ProposalNote(QWidget):
    """`asked` leads to the proposals; without an open one to this section it takes no room."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._said = small("")
        self.show_button = button("Vis forslaget", "small")
        self.show_button.clicked.connect(self.asked)
        line = row(glyph("samtale", "accent", 18), (self._said, 1))
        ground = frame("now", col(spread(line, self.show_button), margins=(12, 5, 6, 5)))
        self.setLayout(col(ground, gap=0))
        self.hide()

    def show_section(self, work: Work) -> None:
        page = work.page
        here = [
            one
            for one in page.proposals
            if one.verdict is None and one.record.section == work.section.id and page.is_open
        ]
        self.setVisible(bool(here))
        who = danish.join_and(list(dict.fromkeys(page.names.first(one.record.by) for one in here)))
        many = danish.count(len(here), "forslag", "forslag")
        self._said.say(f"{many} til ordlyden her, fra {who}.")
        self.show_button.say("Vis forslaget" if len(here) == 1 else "Vis forslagene")
