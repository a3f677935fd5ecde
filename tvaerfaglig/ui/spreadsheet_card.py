"""Something as a spreadsheet: which, in which form, for what and to whom; made when its place is chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.errors import ForPeople
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.services.lists.tables import Form
from tvaerfaglig.services.saving import NotSaved, save_file
from tvaerfaglig.services.session import Session
from tvaerfaglig.services.vault.whereabouts import synced
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
)
from tvaerfaglig.ui.widgets.files import ask_where_to_save

_KINDS = {Form.XLSX: "Regneark (*.xlsx)", Form.CSV: "CSV (*.csv)"}


class Taken(Protocol):
    """A table as the bytes of a file, and what the log calls it."""

    @property
    def document(self) -> str: ...
    @property
    def content(self) -> bytes: ...
    @property
    def rows(self) -> int: ...


class Sort(NamedTuple):
    """One that may be chosen: its key, its words, what it holds, and what its file is called."""

    key: str
    words: str
    says: str
    file: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What may be taken, and the two services: `take` is asked for its work where the person stands."""

    name: str
    sorts: tuple[Sort, ...]
    take: Callable[[str, Form], Callable[[Session], Any]]
    note: Callable[[Session, Any, str, str], Changes]
    which: str
    for_what: str
    to_whom: str
    save: str
    in_a_cloud: tuple[str, str]


class SpreadsheetCard(QFrame):
    """What is missing is asked for there and then; a folder that is copied to a cloud is asked about first."""

    def __init__(self, desk: Desk, source: Source, head: Sequence[QWidget]) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setAccessibleName(source.name)
        self._desk, self._source = desk, source
        self.which: Choice = choice([(one.key, one.words) for one in source.sorts])
        self.which.chosen_changed.connect(self._on_which)
        self.form = Segments(
            (Segment(Form.XLSX.value, "Excel"), Segment(Form.CSV.value, "CSV")),
            Form.XLSX.value,
            name="Form",
        )
        self.purpose, self.receiver = line_edit(most=160), line_edit(most=160)
        self.bar: MessageBar = message("", "ok", closable=True)
        self.bar.hide()
        self.save = button(source.save, "outlined")
        self.save.clicked.connect(self._on_save)
        self._which_field = field(source.which, self.which, source.sorts[0].says)
        self._purpose_field = field("Til hvad?", self.purpose, "Står i husets log.")
        self.setLayout(
            col(
                *head,
                self._which_field,
                row(self.form, ...),
                self._purpose_field,
                field(source.to_whom, self.receiver, optional=True),
                self.bar,
                row(self.save, ...),
                margins=(16, 12, 16, 14),
            )
        )

    def choose(self, key: str) -> None:
        """Someone comes from the thing itself."""
        self.which.choose(key)
        self._on_which(key)

    def _sort(self) -> Sort:
        return next(one for one in self._source.sorts if one.key == self.which.chosen())

    @Slot(str)
    def _on_which(self, _key: str) -> None:
        self._which_field.guide(self._sort().says)

    @Slot()
    def _on_save(self) -> None:
        if not self.purpose.text().strip():
            self._purpose_field.ask(self._source.for_what)
            self.purpose.setFocus()
            return
        self._purpose_field.ask("")
        form = Form(self.form.chosen())
        day = self._desk.clock.now().date().isoformat()
        name = f"{self._sort().file} {day}.{form.value}"
        ask_where_to_save(self, "Gem regneark", name, _KINDS[form], self.save_to)

    def save_to(self, path: Path) -> None:
        """Save in a place that the person chose."""
        form = Form(self.form.chosen())
        if path.suffix.casefold() != f".{form.value}":
            path = path.with_name(f"{path.name}.{form.value}")
        if not synced(path.parent):
            self._take(path)
            return
        asks, why = self._source.in_a_cloud
        asked = Confirm(self.window(), asks, why, act="Gem alligevel", safe="Gem ikke")
        asked.accepted.connect(partial(self._take, path))
        asked.finished.connect(asked.deleteLater)
        asked.open()

    def _take(self, path: Path) -> None:
        work = self._source.take(self._sort().key, Form(self.form.chosen()))
        self._desk.ask(work).then(partial(self._write, path), self, failed=self._refused)

    def _write(self, path: Path, taken: Taken) -> None:
        try:
            save_file(path, taken.content)
        except NotSaved as error:
            self._refused(error)
            return
        words = self.purpose.text(), self.receiver.text()
        note = self._desk.ask(self._source.note, taken, *words)
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
