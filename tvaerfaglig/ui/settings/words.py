"""The four words a colleague unlocks with the first time, and what each role sees."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame

from tvaerfaglig.domain.people import Role
from tvaerfaglig.services import administration
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.widgets import button, col, figure, row, section, small

ROLE_SEES = {
    Role.PAEDAGOG: "Ser og skriver om børnene i sit hus, eller kun på sin stue, hvis huset har valgt det.",
    Role.MEDHJAELPER: "Ser og skriver om børnene i sit hus, eller kun på sin stue, hvis huset har valgt det.",
    Role.DAGPLEJER: "Ser og skriver om sine egne børn og sine gæstebørn.",
    Role.DAGPLEJEPAEDAGOG: "Ser og skriver om børnene hos de dagplejere, der er valgt herunder.",
    Role.LEDER: "Ser alle børn i sine huse, giver andre adgang og laver sagsresuméer.",
    Role.SOUSCHEF: "Som lederen.",
    Role.SOCIALRAADGIVER: "Ser konsultationer og de børn, der bliver delt med hende.",
    Role.SUNDHEDSPLEJERSKE: "Ser konsultationer og de børn, der bliver delt med hende.",
    Role.PSYKOLOG: "Ser konsultationer og de børn, der bliver delt med hende.",
}


class FourWords(QFrame):
    """Suggested, looked at, handed over; they are kept nowhere once the page is left."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._desk = desk
        self._names: tuple[str, ...] = ()
        self.words = ""
        self._shown = figure("")
        self._shown.setWordWrap(True)
        self._why = small(
            "Giv dem videre, når I er alene. De gælder kun, til din kollega har valgt sin egen."
        )
        self.other = button("Foreslå fire andre", "link", "fortryd")
        self.other.clicked.connect(self._again)
        self.setLayout(
            col(
                section("Den første adgangskode"),
                self._shown,
                self._why,
                row(self.other, ...),
                margins=(16, 12, 16, 14),
            )
        )

    def suggest(self, *names: str) -> None:
        """Four other words; none of them a name that stands on the lock screen."""
        self._names = names
        self._desk.ask(administration.first_password, *names).then(self._show, self)

    def hand_over(self, name: str) -> None:
        """They are in force: now they stay as they are."""
        self.other.hide()
        self._why.say(
            f"Skriv dem ned til {name}. De vises kun nu, og de gælder, til {name} har valgt sin egen."
        )

    def _show(self, words: str) -> None:
        self.words = words
        self._shown.say(words)
        self._shown.setAccessibleName(f"Den første adgangskode: {words}")

    @Slot()
    def _again(self) -> None:
        self.suggest(*self._names)
