"""Prøv kopien af: brought back to a place beside the vault and read through, so that one knows that it can be."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Slot

from tvaerfaglig.services.copying import bringing_back
from tvaerfaglig.services.copying.bringing_back import Tried
from tvaerfaglig.services.copying.shelves import CopyRow
from tvaerfaglig.ui.copy_words import erased_again, events, when
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.progressing import Progressing
from tvaerfaglig.ui.settings.parts import DeepPage, setting
from tvaerfaglig.ui.widgets import (
    PasswordField,
    ProgressLine,
    button,
    card,
    field,
    message,
    row,
    small,
    text,
)
from tvaerfaglig.ui.widgets.files import ask_for_folder

_HOW = (
    "Kopien bliver hentet frem i en tom mappe og læst igennem, til den sidste underskrift. "
    "Boksen, I arbejder i, bliver ikke rørt. Fjern prøven bagefter: det er de samme børn."
)
NAME = "tvaerfaglig-proeve"


class TrialPage(DeepPage):
    """The password is asked for only where the copy is from before the vault got a new key."""

    def __init__(self, desk: Desk, copy: CopyRow, today: date) -> None:
        taken = when(copy.at, today)
        super().__init__(desk, "Prøv kopien af", f"Kopien fra {taken}.", "Sikkerhedskopier")
        self._copy = copy
        self._tried: Tried | None = None
        self._folder: Path | None = None
        self._going: Progressing | None = None
        self._where = text("Ingen mappe valgt endnu.")
        self.choose = button("Vælg en mappe", "outlined")
        self.choose.clicked.connect(self._on_choose)
        self.password = PasswordField(name="Din adgangskode fra dengang")
        self.go = button("Prøv den af", "primary")
        self.go.clicked.connect(self._on_go)
        self.go.setEnabled(False)
        self.progress, self.bar = ProgressLine(), message("", "info")
        self.bar.hide()
        self.away = button("Fjern prøven igen", "primary")
        self.away.clicked.connect(self._on_away)
        self.away.hide()
        self._build()

    def _build(self) -> None:
        asked = field(
            "Din adgangskode fra dengang",
            self.password,
            "Kopien er fra før, boksen fik en ny nøgle.",
        )
        asked.setVisible(not self._copy.fits)
        self.show_cards(
            card(
                "Hvor skal prøven ligge?",
                setting(
                    "En tom mappe", "Der kommer en mappe i den, der hedder " + NAME, self.choose
                ),
                self._where,
                asked,
                small(_HOW),
                row(self.go, ...),
                self.progress,
                self.bar,
                row(self.away, ...),
            )
        )

    def start(self) -> None:
        self.choose.setFocus()

    def leave(self) -> None:
        if self._going is not None:
            self._going.stop()

    @Slot()
    def _on_choose(self) -> None:
        ask_for_folder(self, "Hvor skal prøven ligge?", Path.home(), self.use)

    def use(self, folder: Path) -> None:
        """The trial gets a folder of its own in this one."""
        self._folder = folder / NAME
        self._where.say(str(self._folder))
        self.go.setEnabled(True)
        self.go.setFocus()

    @Slot()
    def _on_go(self) -> None:
        if self._folder is None:
            return
        self._going = Progressing(self).shown_in(self.progress, "Henter kopien frem")
        self.bar.hide()
        self.untell()
        self.go.block("Prøven er i gang.")
        self.desk.ask_aside(
            bringing_back.try_out,
            self._copy.folder,
            self._folder,
            self.password.text(),
            self._going.tell,
        ).then(self._done, self, failed=self._not_done)

    def _end(self) -> None:
        self.progress.end()
        self.go.block("")
        if self._going is not None:
            self._going.over()
        self._going = None

    def _done(self, tried: Tried) -> None:
        self._end()
        self._tried = tried
        words = f"Kopien kan hentes frem: {events(tried.restored.events)}, hver med tekst og underskrift."
        words += erased_again(tried.restored)
        if tried.sound:
            self.bar.say(words, "ok")
        else:
            self.bar.say(
                f"Kopien er ikke, som den blev skrevet: {'; '.join(tried.flaws)}. Tag en ny.", "act"
            )
        self.go.hide()
        self.choose.hide()
        self.away.show()
        self.away.setFocus()

    def _not_done(self, error: BaseException) -> None:
        self._end()
        self.refuse(error)

    @Slot()
    def _on_away(self) -> None:
        if self._tried is not None:
            self.away.block("Fjerner prøven.")
            self.desk.ask_aside(bringing_back.remove_trial, self._tried).then(
                self._gone, self, failed=self._not_gone
            )

    def _gone(self, _: None) -> None:
        self.desk.say("Prøven er fjernet igen. Kopien ligger, hvor den lå.", "ok")
        self.done.emit()

    def _not_gone(self, error: BaseException) -> None:
        self.away.block("")
        self.refuse(error)
