"""Barnet er født: from the due day to a birthday, with a name and a number when there are some."""

from __future__ import annotations

from PySide6.QtCore import Slot

from tvaerfaglig.domain.ages import age_words
from tvaerfaglig.domain.cpr import ask_about, parse_cpr, why_not_cpr
from tvaerfaglig.domain.people import Child, Sex
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.children import birth
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.ui.children.fields import Missing
from tvaerfaglig.ui.children.form import DraftPage
from tvaerfaglig.ui.desk import Asked, Desk
from tvaerfaglig.ui.widgets import Choice, card, guidance, line_edit, row

SEXES = ((Sex.UKENDT.value, "Ikke skrevet"), (Sex.PIGE.value, "Pige"), (Sex.DRENG.value, "Dreng"))


class BirthForm(DraftPage):
    """Opened from the child's page and from that of an indsats: one form with one draft, whoever sends it."""

    KIND = "foedt"

    def __init__(self, desk: Desk, child: Stored[Child]) -> None:
        made = child.record
        self.child = child
        self.heading = "Barnet er født"
        self.line = f"{made.name} · {age_words(made, desk.clock.now().date())}"
        super().__init__(desk, self.heading, self.line, "Gem fødslen")
        self._build()
        if said := birth.already(made):
            self.tell(said, "info")
            self.save_button.hide()
            if self.body is not None:
                self.body.hide()
        self.begin()

    def _build(self) -> None:
        f = self.fields
        number = line_edit(most=20)
        number.editingFinished.connect(self._on_number_left)
        self.lay_out(
            guidance("Alder og faser regnes fra fødselsdagen fra nu af. Terminen bliver stående."),
            card(
                "Barnet",
                row(
                    (f.add_day("born", "Født", self.today()), 2),
                    (f.add("sex", "Køn", Choice(SEXES)), 1),
                    gap="apart",
                ),
                f.add(
                    "name", "Navn", line_edit(most=120),
                    f"Har barnet ikke et navn endnu, hedder det »{self.child.record.name}« så længe.",
                    optional=True,
                ),
                f.add(
                    "cpr", "CPR-nummer", number,
                    "Kun når I skal bruge det. Det vises aldrig uden at blive noteret.",
                    optional=True,
                ),
            ),
        )  # fmt: skip

    @property
    def key(self) -> str:
        return f"{self.KIND}:{self.child.id}"

    def about(self) -> dict[str, str]:
        return {"child": self.child.id}

    def send(self) -> Asked[Saved]:
        f = self.fields
        made = birth.Birth(
            on=f.must_day("born", "Hvilken dag er barnet født?"),
            name=f.text("name"), cpr=self._number(), sex=Sex(f.text("sex")),
        )  # fmt: skip
        return self.desk.ask(birth.born, self.child.id, made, draft=self.key)

    def said(self) -> str:
        name = self.fields.text("name") or self.child.record.name
        return f"{name} er født. Alder og faser regnes fra dagen."

    def _number(self) -> str:
        words = self.fields.text("cpr")
        if not words:
            return ""
        number = parse_cpr(words)
        if number is None:
            raise Missing("cpr", why_not_cpr(words))
        return str(number)

    @Slot()
    def _on_number_left(self) -> None:
        """An odd number is asked about, and kept all the same."""
        words = self.fields.text("cpr")
        number = parse_cpr(words) if words else None
        try:
            born = self.fields.day_of("born")
        except Missing:
            born = None
        asks = ask_about(number, born) if number else why_not_cpr(words) if words else ""
        self.fields.field("cpr").ask(asks)
