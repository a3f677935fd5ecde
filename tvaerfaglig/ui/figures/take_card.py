"""The figures as a spreadsheet: which, in which form, for what and to whom.

Anonymous counts, as the page shows them.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.errors import ForPeople
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.services.figures import taking_out
from tvaerfaglig.services.figures.page import Wanted
from tvaerfaglig.services.figures.taking_out import TakenFigures, Which
from tvaerfaglig.services.lists.tables import Form
from tvaerfaglig.services.saving import NotSaved, save_file
from tvaerfaglig.services.whereabouts import synced
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.widgets import (
    Choice,
    Confirm,
    MessageBar,
    Segment,
    Segments,
    button,
    choice,
    col,
    field,
    line_edit,
    message,
    row,
    small,
)
from tvaerfaglig.ui.widgets.files import ask_where_to_save

_WHICH = (
    (Which.TAL, "Tallene på siden", "Som de er valgt nu, med forklaring på hvert tal. Det skjulte er også skjult her."),
    (Which.LANDSSTATISTIK, "Underretninger som i landsstatistikken", "De fem oplysninger, hver for sig."),
)  # fmt: skip
_KINDS = {Form.XLSX: "Regneark (*.xlsx)", Form.CSV: "CSV (*.csv)"}
_IN_A_CLOUD = (
    "Mappen bliver kopieret til skyen, så tallene forlader computeren. Der står ingen navne i dem."
)


class TakeCard(QFrame):
    """`wanted` tells what the page shows when the file is made."""

    def __init__(self, desk: Desk, wanted: Callable[[], Wanted]) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setAccessibleName("Tal som regneark")
        self._desk, self._wanted = desk, wanted
        self.which: Choice = choice([(one.value, words) for one, words, _ in _WHICH])
        self.which.chosen_changed.connect(self._on_which)
        self.form = Segments(
            (Segment(Form.XLSX.value, "Excel"), Segment(Form.CSV.value, "CSV")),
            Form.XLSX.value,
            name="Form",
        )
        self.purpose, self.receiver = line_edit(most=160), line_edit(most=160)
        self.bar: MessageBar = message("", "ok", closable=True)
        self.bar.hide()
        self.save = button("Vælg, hvor det gemmes", "outlined")
        self.save.clicked.connect(self._on_save)
        self._which_field = field("Hvilke tal?", self.which, _WHICH[0][2])
        self._purpose_field = field("Til hvad?", self.purpose, "Står i husets log.")
        self.setLayout(
            col(
                small("Ingen børn og ingen kolleger står i filen."),
                self._which_field,
                row(self.form, ...),
                self._purpose_field,
                field("Hvem skal have det?", self.receiver, optional=True),
                self.bar,
                row(self.save, ...),
                margins=(16, 12, 16, 14),
            )
        )

    @Slot(str)
    def _on_which(self, key: str) -> None:
        self._which_field.guide(next(says for one, _, says in _WHICH if one == key))

    @Slot()
    def _on_save(self) -> None:
        if not self.purpose.text().strip():
            self._purpose_field.ask("Hvad skal tallene bruges til?")
            self.purpose.setFocus()
            return
        self._purpose_field.ask("")
        which, form = Which(self.which.chosen()), Form(self.form.chosen())
        day = self._desk.clock.now().date().isoformat()
        name = f"{which.word} {day}.{form.value}"
        ask_where_to_save(self, "Gem regneark", name, _KINDS[form], self.save_to)

    def save_to(self, path: Path) -> None:
        """Save in a place that the person chose; one that is copied to a cloud is asked about first."""
        form = Form(self.form.chosen())
        if path.suffix.casefold() != f".{form.value}":
            path = path.with_name(f"{path.name}.{form.value}")
        if not synced(path.parent):
            self._take(path)
            return
        asked = Confirm(
            self.window(),
            "Gem tallene i en mappe, der kopieres til skyen?",
            _IN_A_CLOUD,
            act="Gem alligevel",
            safe="Gem ikke",
        )
        asked.accepted.connect(partial(self._take, path))
        asked.finished.connect(asked.deleteLater)
        asked.open()

    def _take(self, path: Path) -> None:
        which, form = Which(self.which.chosen()), Form(self.form.chosen())
        asked = self._desk.ask(taking_out.take_out, self._wanted(), which, form)
        asked.then(partial(self._write, path), self, failed=self._refused)

    def _write(self, path: Path, taken: TakenFigures) -> None:
        try:
            save_file(path, taken.content)
        except NotSaved as error:
            self._refused(error)
            return
        note = self._desk.ask(
            taking_out.note_taken, taken, self.purpose.text(), self.receiver.text()
        )
        note.then(partial(self._noted, taken), self, failed=self._refused)

    def _noted(self, taken: TakenFigures, changes: Changes) -> None:
        rows = danish.count(taken.rows, "række", "rækker")
        self.bar.say(f"Gemt: {taken.document}, {rows}.", "ok", closable=True)
        self._desk.announce(changes, self)

    def _refused(self, error: BaseException) -> None:
        if isinstance(error, ForPeople):
            self.bar.say(str(error), "act", closable=True)
        else:
            self._desk.explain(error)
