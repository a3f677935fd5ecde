"""Lister til regneark: which list, in which form, for what and to whom. The leader's."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.errors import ForPeople
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.services.lists import tables
from tvaerfaglig.services.lists.tables import Form, Taken, Which
from tvaerfaglig.services.saving import NotSaved, save_file
from tvaerfaglig.services.whereabouts import synced
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.widgets import (
    Confirm,
    MessageBar,
    Segment,
    Segments,
    button,
    choice,
    col,
    field,
    glyph,
    line_edit,
    message,
    row,
    section,
    small,
)
from tvaerfaglig.ui.widgets.files import ask_where_to_save

_LISTS = (
    (Which.CHILDREN, "Børnelisten", "Navn, fødselsdag, stue, sprog, indmeldt og forældre. Uden CPR og adresse."),
    (Which.AGREEMENTS, "Åbne aftaler", "Barn, hvad, hvem og senest."),
    (Which.LETTERS, "Underretninger", "Barn, hvor langt, hvem skriver, og hvad den venter på."),
    (Which.PRINTED, "Skrevet ud og gemt", "Hvem, hvad, hvornår og til hvad."),
)  # fmt: skip
_IN_A_CLOUD = "Mappen bliver kopieret til skyen, så listen forlader computeren. Vælg en mappe, der kun ligger her."
_KINDS = {Form.XLSX: "Regneark (*.xlsx)", Form.CSV: "CSV (*.csv)"}


class TablesCard(QFrame):
    """The file is made when its place is chosen; what is missing is asked for there and then."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setAccessibleName("Lister til regneark")
        self._desk = desk
        self.which = choice([(one.value, words) for one, words, _ in _LISTS])
        self.which.chosen_changed.connect(self._on_which)
        self.form = Segments(
            (Segment(Form.XLSX.value, "Excel"), Segment(Form.CSV.value, "CSV")),
            Form.XLSX.value,
            name="Form",
        )
        self.purpose, self.receiver = line_edit(most=160), line_edit(most=160)
        self.bar: MessageBar = message("", "ok", closable=True)
        self.bar.hide()
        self.save = button("Gem regneark", "outlined")
        self.save.clicked.connect(self._on_save)
        self._purpose_field = field("Til hvad?", self.purpose, "Står i husets log.")
        self._which_field = field("Liste", self.which, _LISTS[0][2])
        self.setLayout(
            col(
                row(glyph("tal", "accent"), (section("Lister til regneark"), 1)),
                small("Listen, som den står nu. Det noteres hos hvert barn, der står på den."),
                self._which_field,
                row(self.form, ...),
                self._purpose_field,
                field("Hvem skal have den?", self.receiver, optional=True),
                self.bar,
                row(self.save, ...),
                margins=(16, 12, 16, 14),
            )
        )

    def choose(self, which: Which) -> None:
        """Someone comes from the list itself."""
        self.which.choose(which.value)
        self._on_which(which.value)

    @Slot(str)
    def _on_which(self, key: str) -> None:
        self._which_field.guide(next(what for one, _, what in _LISTS if one == key))

    @Slot()
    def _on_save(self) -> None:
        if not self.purpose.text().strip():
            self._purpose_field.ask("Hvad skal listen bruges til?")
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
            "Gem listen i en mappe, der kopieres til skyen?",
            _IN_A_CLOUD,
            act="Gem alligevel",
            safe="Gem ikke",
        )
        asked.accepted.connect(partial(self._take, path))
        asked.finished.connect(asked.deleteLater)
        asked.open()

    def _take(self, path: Path) -> None:
        which, form = Which(self.which.chosen()), Form(self.form.chosen())
        self._desk.ask(tables.take_out, which, form).then(
            partial(self._write, path), self, failed=self._refused
        )

    def _write(self, path: Path, taken: Taken) -> None:
        try:
            save_file(path, taken.content)
        except NotSaved as error:
            self._refused(error)
            return
        note = self._desk.ask(tables.note_taken, taken, self.purpose.text(), self.receiver.text())
        note.then(partial(self._noted, taken), self, failed=self._refused)

    def _noted(self, taken: Taken, changes: Changes) -> None:
        rows = danish.count(taken.rows, "række", "rækker")
        self.bar.say(f"Gemt: {taken.document}, {rows}.", "ok", closable=True)
        self._desk.announce(changes, self)

    def _refused(self, error: BaseException) -> None:
        if isinstance(error, ForPeople):
            self.bar.say(str(error), "act", closable=True)
        else:
            self._desk.explain(error)
