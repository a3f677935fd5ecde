"""After the last question: where the answers stand, and what was passed by."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from tvaerfaglig.domain import danish
from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.widgets import announce, boxed, button, col, flow, glyph, row, text, title

MEASURE = 46
NOTHING = "Lige nu er der ikke mere, jeg vil spørge om."


class EndView(QFrame):
    """`again_asked` goes back to the first that was passed by; `text_asked` to the letter."""

    again_asked = Signal()
    text_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "page")
        self.setProperty("stop", True)
        self.heading = title("")
        self.where = text("")
        self.passed = text("")
        self.again = button("Se dem, du sprang over")
        self.to_text = button("Læs det i teksten", "primary")
        self.again.clicked.connect(self.again_asked)
        self.to_text.clicked.connect(self.text_asked)
        body = col(
            boxed(row(glyph("flueben", "ok", 28), (self.heading, 1), gap=10)),
            self.where,
            self.passed,
            boxed(flow(self.to_text, self.again, gap=8)),
            ...,
            gap="apart",
            margins=(24, 32, 24, 24),
        )
        inner = boxed(body)
        inner.setMaximumWidth(look().theme.em(MEASURE))
        self.setLayout(col(boxed(row((inner, 1), gap=0)), gap=0))

    def show_end(self, sections: list[str], passed: int, child: str) -> None:
        """`sections` by the names they go by, `passed` how many are still open."""
        self.heading.say("Det var det, jeg ville spørge om." if sections or passed else NOTHING)
        answered = f"Dine svar står i {danish.join_and([f'»{one}«' for one in sections])}."
        self.where.say(answered if sections else "Teksten er, som den var.")
        many = danish.count(passed, "spørgsmål", "spørgsmål", spelled=True, neuter=True)
        words = (
            f"Du sprang {many} over. Det forhindrer ikke noget; du kan altid underrette om {child}."
        )
        self.passed.say(words if passed else "")
        self.passed.setVisible(bool(passed))
        self.again.setVisible(bool(passed))
        announce(self, self.heading.text())

    def start(self) -> None:
        self.to_text.setFocus(Qt.FocusReason.OtherFocusReason)
