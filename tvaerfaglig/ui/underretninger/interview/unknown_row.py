"""»Det ved jeg ikke«: an honest sentence, and who could be asked instead."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame

from tvaerfaglig.domain.interview.landing import honest
from tvaerfaglig.ui.widgets import button, col, field, line_edit, row, small, text

GUARDED = "Skriv ikke en, som mistanken kan være mod."


class UnknownRow(QFrame):
    """`written` sends whom to ask, which may be nobody; `left` when it was not meant."""

    written = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "well")
        self._unknown = ""
        self.whom = line_edit(name="Hvem kan spørges?")
        self.whom.textChanged.connect(self._say)
        self.whom.returnPressed.connect(self._on_write_clicked)
        self._field = field("Hvem kan spørges?", self.whom, optional=True)
        self.sentence = text("")
        self._careful = small(GUARDED)
        self.write = button("Skriv det", "small")
        self.write.clicked.connect(self._on_write_clicked)
        self.leave = button("Nej, jeg svarer selv", "link")
        self.leave.clicked.connect(self.left)
        about = small("Det kommer til at stå i vurderingen, under »Det ved vi ikke«:")
        self.setLayout(
            col(
                self._field,
                self._careful,
                about,
                self.sentence,
                row(self.write, self.leave, ...),
                gap="near",
                margins=(14, 10, 14, 10),
            )
        )

    def ask(self, unknown: str, whom: str, *, guarded: bool) -> None:
        """Open with the question's own sentence and a suggestion, marked so that typing replaces it."""
        self._unknown = unknown
        self.whom.setText(whom)
        self._careful.setVisible(guarded)
        self._say()
        self.show()
        self.whom.selectAll()
        self.whom.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _say(self) -> None:
        self.sentence.say(f"»{honest(self._unknown, self.whom.text())}«")

    @Slot()
    def _on_write_clicked(self) -> None:
        self.written.emit(self.whom.text())
