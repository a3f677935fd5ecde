"""Barnet er født: from the due day to a birthday, with a name and a number when there are some."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Slot

from tvaerfaglig.domain.ages import age_words
from tvaerfaglig.domain.cpr import ask_about, parse_cpr, why_not_cpr
from tvaerfaglig.domain.people import Child, Sex
from tvaerfaglig.services import recording
from tvaerfaglig.services.efforts import birth
from tvaerfaglig.services.efforts.family_view import FamilyView
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.ui.children.fields import Missing
from tvaerfaglig.ui.children.form import TakeBack
from tvaerfaglig.ui.desk import Asked, Desk
from tvaerfaglig.ui.indsatser.family.family_form import FamilyForm
from tvaerfaglig.ui.widgets import Choice, card, guidance, line_edit, row

SEXES = ((Sex.UKENDT.value, "Ikke skrevet"), (Sex.PIGE.value, "Pige"), (Sex.DRENG.value, "Dreng"))


class BirthForm(FamilyForm):
    """From then on the phases are counted from the birthday."""

    KIND = "foedt"
    TELLS_PARENTS: ClassVar[bool] = False
    TAKE_BACK: TakeBack = staticmethod(recording.take_back)

    def __init__(self, desk: Desk, view: FamilyView) -> None:
        child = view.child.record
        line = f"{child.name} · {age_words(child, view.today)}"
        super().__init__(desk, view, "Barnet er født", line, "Gem fødslen")
        f = self.fields
        number = line_edit(most=20)
        number.editingFinished.connect(self._on_number_left)
        self.lay_out(
            guidance("Faserne regnes fra fødselsdagen fra nu af. Terminen bliver stående."),
            card(
                "Barnet",
                row(
                    (f.add_day("born", "Født", self.today()), 2),
                    (f.add("sex", "Køn", Choice(SEXES)), 1),
                    gap="apart",
                ),
                f.add(
                    "name", "Navn", line_edit(most=120),
                    f"Har barnet ikke et navn endnu, hedder det »{child.name}« så længe.",
                    optional=True,
                ),
                f.add(
                    "cpr", "CPR-nummer", number,
                    "Kun når I skal bruge det. Det vises aldrig uden at blive noteret.",
                    optional=True,
                ),
            ),
        )  # fmt: skip
        self.begin()

    @property
    def key(self) -> str:
        return f"{self.KIND}:{self.view.child.id}"

    def written(self, saved: Saved) -> tuple[str, ...]:
        return (saved.id,)

    def send(self) -> Asked[Saved]:
        f = self.fields
        made = birth.Birth(
            on=f.must_day("born", "Hvilken dag er barnet født?"),
            name=f.text("name"), cpr=self._number(), sex=Sex(f.text("sex")),
        )  # fmt: skip
        return self.desk.ask(birth.born, self.view.child.id, made, draft=self.key)

    def said(self) -> str:
        name: Child = self.view.child.record
        return f"{self.fields.text('name') or name.name} er født. Faserne regnes fra dagen."

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
