"""Lås og boks: when it locks, where it lies, the sheet in the cupboard, and whether all is as written."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Slot

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.acts import Printed, Settings
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.services import staffing
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.session import Session
from tvaerfaglig.services.vault import caring
from tvaerfaglig.services.vault.caring import Checked, Once, VaultCare
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.progressing import Progressing
from tvaerfaglig.ui.settings.parts import SectionPage, setting
from tvaerfaglig.ui.settings.sheet import recovery_preview
from tvaerfaglig.ui.widgets import (
    Confirm,
    ProgressLine,
    button,
    card,
    choice,
    col,
    message,
    small,
    text,
)

_MINUTES = [(str(n), danish.count(n, "minut", "minutter")) for n in range(1, 16)]
_NEW_SHEET = (
    "Det ark, der ligger i skabet nu, holder op med at virke i samme øjeblik. "
    "Skriv det nye ud med det samme, og riv det gamle over."
)


class VaultPage(SectionPage):
    """The check runs beside the vault, so everyone can write on meanwhile."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            "Lås og boks",
            "Boksen er krypteret. Den åbner kun med jeres adgangskoder og arket.",
        )
        self._settings = Settings()
        self._code = ""
        self.idle = choice(_MINUTES)
        self.idle.chosen_changed.connect(self._on_idle)
        self.where, self._caution = text(""), message("", "watch")
        self.sheet = button("Lav et nyt ark", "outlined", "udskrift")
        self.sheet.clicked.connect(self._on_sheet)
        self.again = button("Vis det nye ark igen", "link")
        self.again.clicked.connect(self._show_sheet)
        self.again.hide()
        self.check = button("Kontrollér nu", "outlined")
        self.check.clicked.connect(self._on_check)
        self.progress, self.check_bar = ProgressLine(), message("", "info")
        self.found = col(gap="tight")
        self._last_sheet = small("")
        self._build()
        for bar in (self._caution, self.check_bar):
            bar.hide()
        desk.changed.connect(self._on_changed)

    def load(self) -> None:
        self.desk.ask(Session.settings).then(self._take_settings, self)
        self.desk.ask(caring.care).then(self._show, self, failed=self.refuse)

    def start(self) -> None:
        self.idle.setFocus()

    def _build(self) -> None:
        self.show_cards(
            card(
                "Lås",
                setting(
                    "Lås efter", "Når ingen har rørt tastatur eller mus. Alt er gemt.", self.idle
                ),
            ),
            card(
                "Gendannelsesarket",
                setting(
                    "Lav et nyt ark",
                    "Åbner boksen, når en adgangskode er glemt. Hører til i et aflåst skab. Kan kun skrives ud.",
                    self.sheet,
                ),
                self._last_sheet,
                self.again,
            ),
            card(
                "Kontrol",
                setting(
                    "Er alt, som det blev skrevet?",
                    "Hver side, hver tekst og hver underskrift bliver læst. Du kan skrive videre imens.",
                    self.check,
                ),
                self.progress,
                self.check_bar,
                self.found,
            ),
            card("Her ligger boksen", self.where, self._caution),
        )

    def _show(self, care: VaultCare) -> None:
        self.where.say(str(care.folder))
        self._caution.setVisible(bool(care.caution))
        if care.caution:
            self._caution.say(care.caution, "watch")
        self._last_sheet.say(
            f"Sidst skrevet ud {_said(care.last_sheet, care)}."
            if care.last_sheet
            else "Arket er ikke skrevet ud her fra programmet."
        )

    def _take_settings(self, settings: Settings) -> None:
        self._settings = settings
        self.idle.choose(str(settings.idle_minutes))

    @Slot(object, object)
    def _on_changed(self, changes: Changes, _origin: object) -> None:
        if self.isVisible() and changes.touch(Printed.KIND):
            self.load()

    # the lock

    @Slot(str)
    def _on_idle(self, minutes: str) -> None:
        wanted = replace(self._settings, idle_minutes=int(minutes))
        self.desk.ask(staffing.save_settings, wanted).then(
            partial(self._idle_saved, wanted), self, failed=self.refuse
        )

    def _idle_saved(self, wanted: Settings, saved: Saved) -> None:
        self._settings = wanted
        minutes = danish.count(wanted.idle_minutes, "minut", "minutter")
        self.tell(f"Programmet låser efter {minutes}.", "ok")
        self.desk.announce(saved.changes, self)

    # the sheet

    @Slot()
    def _on_sheet(self) -> None:
        asked = Confirm(
            self.window(),
            "Lav et nyt gendannelsesark?",
            _NEW_SHEET,
            act="Lav et nyt ark",
            safe="Behold det gamle",
        )
        asked.accepted.connect(self._make_sheet)
        asked.finished.connect(asked.deleteLater)
        asked.open()

    @Slot()
    def _make_sheet(self) -> None:
        self.desk.ask(staffing.new_recovery_code).then(self._made_sheet, self, failed=self.refuse)

    def _made_sheet(self, code: str) -> None:
        self._code = code
        self.again.show()
        self._show_sheet()

    @Slot()
    def _show_sheet(self) -> None:
        self.desk.preview_asked.emit(recovery_preview(self._code))

    # the check

    @Slot()
    def _on_check(self) -> None:
        self.check.block("Kontrollen er i gang.")
        while (item := self.found.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self.check_bar.hide()
        words = "Læser boksen igennem. Du kan skrive videre imens."
        going = Progressing(self).shown_in(self.progress, words)
        self.desk.ask_aside(caring.check, going.tell).then(
            self._checked, self, failed=self._not_checked
        )

    def _checked(self, checked: Checked) -> None:
        self.check.block("")
        self.progress.end()
        events = danish.count(checked.events, "hændelse", "hændelser")
        if checked.sound:
            self.check_bar.say(
                f"Alt er, som det blev skrevet: {events}, hver med sin tekst og underskrift.", "ok"
            )
        else:
            self.check_bar.say(
                "Noget er ikke, som det blev skrevet. Tag ikke en ny kopi oven i de gamle. Sig det til jeres it.",
                "act",
            )
        for part in checked.parts:
            words = (
                "; ".join(part.flaws)
                if part.flaws
                else ("som skrevet" if part.tried else "ikke prøvet")
            )
            self.found.addWidget(small(f"{part.name}: {words}"))

    def _not_checked(self, error: BaseException) -> None:
        self.check.block("")
        self.progress.end()
        self.refuse(error)


def _said(once: Once, care: VaultCare) -> str:
    day = danish.day_near(once.day, care.today)
    return f"{day[:1].lower()}{day[1:]} kl. {once.clock}, af {once.by}"
