"""The first start: the house, its leader, where it lies, and the recovery sheet; or try with invented children."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain.people import Controller, Dagtilbud, DagtilbudKind, Stue
from tvaerfaglig.services.staffing import advice_on
from tvaerfaglig.services.vault.whereabouts import caution
from tvaerfaglig.ui.lock.shore import Shore
from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.widgets import (
    PasswordField,
    button,
    card,
    choice,
    col,
    field,
    glyph,
    line_edit,
    message,
    muted,
    one,
    row,
    scroller,
    small,
    text,
    title,
)
from tvaerfaglig.ui.widgets.files import ask_for_folder

_CONTROLLERS = (
    (Controller.KOMMUNAL.value, "kommunalt"),
    (Controller.SELVEJENDE.value, "selvejende"),
    (Controller.PRIVAT.value, "privat"),
)
_KINDS = ((DagtilbudKind.BOERNEHUS.value, "Børnehus"), (DagtilbudKind.DAGPLEJE.value, "Dagpleje"))


@dataclass(frozen=True, slots=True)
class NewHouse:
    """What the first start gives: a house, its leader and her password, and the folder of the vault."""

    house: Dagtilbud
    leader: str
    password: str
    folder: Path


class FirstRunPage(QWidget):
    """`founded` carries a `NewHouse`."""

    founded = Signal(object)
    demo_asked = Signal()
    bring_back_asked = Signal()
    akut_asked = Signal()

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.setObjectName("window")
        self._folder = folder
        self.kind = choice(_KINDS, name="Slags")
        self.house = line_edit()
        self.address = line_edit()
        self.phone = line_edit()
        self.municipality = line_edit()
        self.stuer = line_edit()
        self.controller = choice(_CONTROLLERS, name="Hvem ejer huset?")
        self.leader = line_edit()
        self.first, self.second = (
            PasswordField(name="Adgangskode"),
            PasswordField(name="Adgangskode igen"),
        )
        self.where = small("")
        self.doubt = message("", "watch")
        self.bar = message("", "act")
        self.bar.hide()
        self.ok = button("Opret huset", "primary")
        self.ok.clicked.connect(self._on_ok)
        self._build()
        self._show_folder()

    def _build(self) -> None:
        akut = button("Akut", "akut", "akut", name="Akut (Ctrl+Shift+A)")
        akut.clicked.connect(self.akut_asked)
        form = col(
            row(glyph("tvaerfaglig", "accent", 28), one("Tværfaglig", "section"), ..., akut),
            16,
            title("Velkommen"),
            muted("Fem minutter, så kan I skrive den første observation."),
            8,
            *self._other_ways(),
            8,
            self._house_fields(),
            self._leader_fields(),
            self._folder_card(),
            self.bar,
            row(..., self.ok),
            ...,
            gap=10,
            margins=(56, 28, 56, 28),
        )
        self.shore = Shore()
        self.setLayout(row((self.shore, 30), (scroller(form), 83), gap=0))

    def _other_ways(self) -> tuple[QWidget, QWidget]:
        """In without a house of one's own: the invented one, or a copy of what there was."""
        demo = button("Prøv med opdigtede børn", "outlined")
        demo.clicked.connect(self.demo_asked)
        trial = card(
            "Vil du se det først?",
            text(
                "Prøv med et opdigtet hus. Intet i det er rigtigt, og du kan ikke komme til at ødelægge noget."
            ),
            row(demo, ...),
        )
        back = button("Hent en sikkerhedskopi frem", "outlined")
        back.clicked.connect(self.bring_back_asked)
        again = card(
            "Har I haft Tværfaglig før?",
            text("Er computeren ny, eller gik den gamle i stykker, kommer alt igen fra en kopi."),
            row(back, ...),
        )
        return trial, again

    def _leader_fields(self) -> QWidget:
        return card(
            "Lederen",
            field(
                "Dit navn",
                self.leader,
                "Den, der opretter huset, er leder her og giver de andre adgang.",
            ),
            field(
                "Adgangskode",
                self.first,
                "Mindst 12 tegn, eller fire ord, som kun du ville sætte sammen.",
            ),
            field("Den samme igen", self.second),
        )

    def _folder_card(self) -> QWidget:
        move = button("Vælg en anden mappe", "link")
        move.clicked.connect(self._on_move)
        return card("Her kommer det til at ligge", self.where, self.doubt, row(move, ...))

    def _house_fields(self) -> QWidget:
        return card(
            "Huset",
            row(
                (field("Husets navn", self.house), 3),
                (field("Slags", self.kind), 2),
                gap="apart",
            ),
            row(
                (
                    field("Adresse", self.address, "Står på brevene. Aldrig en privat adresse."),
                    3,
                ),
                (field("Telefon", self.phone, "Til kommunen, når den ringer tilbage."), 2),
                gap="apart",
            ),
            row(
                (field("Kommune", self.municipality, "Den, I underretter."), 3),
                (field("Hvem ejer huset?", self.controller, "Afgør reglerne for CPR."), 2),
                gap="apart",
            ),
            field("Stuer", self.stuer, "Med komma imellem. Kan ændres senere.", optional=True),
        )

    def start(self) -> None:
        self.house.setFocus()

    def say(self, words: str) -> None:
        self.bar.say(words, "act")

    def set_busy(self, busy: bool) -> None:
        self.ok.block("Opretter huset" if busy else "")
        self.ok.say("Opretter …" if busy else "Opret huset")

    def _show_folder(self) -> None:
        self.where.say(str(self._folder))
        words = caution(self._folder)
        self.doubt.setVisible(bool(words))
        if words:
            self.doubt.say(words, "watch")

    @Slot()
    def _on_move(self) -> None:
        ask_for_folder(self, "Hvor skal boksen ligge?", self._folder.parent, self._move_to)

    def _move_to(self, folder: Path) -> None:
        self._folder = folder / "boks"
        self._show_folder()

    @Slot()
    def _on_ok(self) -> None:
        wanting = self._wanting()
        if wanting:
            words, where = wanting
            self.say(words)
            where.setFocus()
            return
        self.bar.hide()
        self.founded.emit(
            NewHouse(self._house(), self.leader.text().strip(), self.first.text(), self._folder)
        )

    def _wanting(self) -> tuple[str, QWidget] | None:
        advice = advice_on(self.first.text(), self.house.text(), self.leader.text())
        if not self.house.text().strip():
            return "Hvad hedder huset?", self.house
        if not self.leader.text().strip():
            return "Hvad hedder du?", self.leader
        if advice:
            return advice, self.first
        if self.first.text() != self.second.text():
            return (
                "De to adgangskoder er ikke ens. Skriv den igen i det nederste felt.",
                self.second,
            )
        return None

    def _house(self) -> Dagtilbud:
        names = [name.strip() for name in self.stuer.text().split(",") if name.strip()]
        return Dagtilbud(
            name=self.house.text().strip(),
            kind=DagtilbudKind(self.kind.chosen()),
            address=self.address.text().strip(),
            phone=self.phone.text().strip(),
            municipality=self.municipality.text().strip(),
            controller=Controller(self.controller.chosen()),
            stuer=tuple(Stue(id=f"stue-{n}", name=name) for n, name in enumerate(names, 1)),
        )

    def resizeEvent(self, event: object) -> None:
        self.shore.setVisible(self.width() >= look().theme.em(70))
        super().resizeEvent(event)  # type: ignore[arg-type]
