"""A list of children on its way in: what the columns hold, then every row, then all of it at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.lists.plan import Fate
from tvaerfaglig.services.lists import child_lists
from tvaerfaglig.services.lists.child_lists import Brought, Look, Wanted
from tvaerfaglig.services.lists.opening import Opened
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.settings.lists.columns_view import ColumnsView
from tvaerfaglig.ui.settings.lists.rows_view import RowsView
from tvaerfaglig.ui.settings.lists.stoppable import Stoppable
from tvaerfaglig.ui.settings.lists.undoing import take_back
from tvaerfaglig.ui.settings.parts import DeepPage
from tvaerfaglig.ui.widgets import Fold, boxed, button, col, page_foot

_COLUMNS = "Hvad står der i kolonnerne?"
_ROWS = "Se listen igennem"


class ImportPage(DeepPage):
    """Nothing is written until »Hent ind«. `sheet_wanted` asks for another sheet of the same file."""

    sheet_wanted = Signal(str)

    def __init__(self, desk: Desk, opened: Opened) -> None:
        super().__init__(desk, _COLUMNS, " ", "Lister")
        self.opened = opened
        self.seen: Look | None = None
        self.wanted = Wanted(opened.houses[0][0] if opened.houses else "", opened.columns)
        self.columns, self.rows = ColumnsView(opened), RowsView()
        self.work = Stoppable(self)
        self.steps = QStackedWidget()
        self.steps.addWidget(self.columns)
        self.steps.addWidget(self.rows)
        self.go_on = button("Se listen igennem", "primary")
        self.set_body(
            boxed(col(boxed(col(self.work.bar, margins=(24, 8, 24, 0))), (self.steps, 1), gap=0))
        )
        foot = page_foot(None, self.go_on)
        self.sum = foot.saved
        self.add_foot(foot)
        self.go_on.clicked.connect(self._on_go_on)
        self.columns.sheet_chosen.connect(self.sheet_wanted)
        self.rows.answered.connect(self._on_answered)
        self.rows.stue_chosen.connect(self._on_stue_chosen)
        self._show_step()

    def start(self) -> None:
        (self.rows if self._at_rows else self.columns).setFocus()

    def on_fold(self, fold: Fold) -> None:
        self.rows.set_folded(folded=fold >= Fold.LIST)

    @property
    def _at_rows(self) -> bool:
        return self.steps.currentWidget() is self.rows

    @Slot()
    def go_back(self) -> None:
        if self._at_rows:
            self.steps.setCurrentWidget(self.columns)
            self._show_step()
            self.start()
        else:
            super().go_back()

    def _show_step(self) -> None:
        self.untell()
        if self._at_rows and self.seen is not None:
            self.title.say(_ROWS, f"{self.seen.house}. Intet er skrevet endnu.")
            self.title.offer_back("Tilbage til kolonnerne")
            self._say_sum(self.seen)
            return
        found = danish.count(len(self.opened.rows), "række", "rækker")
        known = " Kolonnerne er valgt som sidst." if self.opened.remembered else ""
        self.title.say(_COLUMNS, f"Der er {found} under overskrifterne.{known}")
        self.title.offer_back("Tilbage til Lister")
        self.go_on.say("Se listen igennem")
        self.go_on.block("")
        self.sum.say("")

    @Slot()
    def _on_go_on(self) -> None:
        if self._at_rows:
            self._bring_in()
            return
        columns, house = self.columns.chosen(), self.columns.house()
        if (columns, house) != (self.wanted.columns, self.wanted.house):
            self.wanted = Wanted(house, columns)
            self.seen = None
        self._look()

    # seeing it

    def _look(self) -> None:
        self.untell()
        self.go_on.block("Listen bliver læst.")
        self.work.start("Læser", len(self.opened.rows))
        read = self.seen.read if self.seen else ()
        ask = self.desk.ask(child_lists.look, self.opened, self.wanted, read, step=self.work.step)
        ask.then(self._show_look, self, failed=self._failed)

    def _show_look(self, seen: Look) -> None:
        self._ready()
        self.seen = seen
        self.rows.show_look(seen, self.wanted)
        if not self._at_rows:
            self.steps.setCurrentWidget(self.rows)
            self.start()
        self._show_step()

    def _say_sum(self, seen: Look) -> None:
        words = {
            Fate.NEW: ("ny", "nye"), Fate.CHANGED: ("rettes", "rettes"),
            Fate.SAME: ("uændret", "uændrede"), Fate.ASKED: ("venter på dit svar", "venter på dit svar"),
            Fate.SKIPPED: ("springes over", "springes over"), Fate.UNREADABLE: ("kan ikke læses", "kan ikke læses"),
        }  # fmt: skip
        parts = [
            danish.count(seen.count(fate), *said)
            for fate, said in words.items()
            if seen.count(fate)
        ]
        if seen.noted:
            parts.append(f"{danish.count(seen.noted, 'række', 'rækker')} med noget at se på")
        self.sum.say(" · ".join(parts), saved=False)
        many = danish.count(seen.to_write, "barn", "børn", spelled=True, neuter=True)
        self.go_on.say(f"Hent {many} ind" if seen.to_write else "Hent ind")
        self.go_on.block("" if seen.to_write else "Der er ikke noget at hente ind.")

    @Slot(int, str)
    def _on_answered(self, number: int, answer: str) -> None:
        answers = {**self.wanted.answers, number: answer}
        if not answer:
            answers.pop(number)
        self.wanted = replace(self.wanted, answers=answers)
        self._look()

    @Slot(str, str)
    def _on_stue_chosen(self, name: str, stue: str) -> None:
        stuer: Mapping[str, str] = {**self.wanted.stuer, name: stue}
        self.wanted = replace(self.wanted, stuer=stuer)
        self._look()

    # bringing it in

    def _bring_in(self) -> None:
        if self.seen is None:
            return
        self.untell()
        self.go_on.block("Listen er på vej ind.")
        self.work.start("Henter ind:", self.seen.to_write)
        ask = self.desk.ask(
            child_lists.bring_in, self.opened, self.wanted, self.seen, step=self.work.step
        )
        ask.then(self._brought, self, failed=self._failed)

    def _brought(self, done: Brought) -> None:
        self._ready()
        left_out = self.seen.left_out if self.seen else 0
        self.desk.say(_brought_words(done, left_out), "ok", partial(take_back, self.desk, done.id))
        self.desk.announce(done.changes, self)
        self.done.emit()

    def _failed(self, error: BaseException) -> None:
        self._ready()
        if self._at_rows and self.seen is not None:
            self._say_sum(self.seen)
        self.refuse(error)

    def _ready(self) -> None:
        self.work.end()
        self.go_on.block("")


def _brought_words(done: Brought, left_out: int) -> str:
    """»fem nye og to rettede børn«, »ét nyt og to rettede børn«; and how many rows stayed outside."""
    kinds = ((done.new, "nyt", "nye"), (done.changed, "rettet", "rettede"))
    parts = [danish.count(many, *said, spelled=True, neuter=True) for many, *said in kinds if many]
    last = done.changed or done.new
    words = f"Listen er hentet ind: {danish.join_and(parts)} {'barn' if last == 1 else 'børn'}."
    if left_out:
        rows = danish.count(left_out, "række", "rækker", spelled=True)
        words += f" {danish.capital(rows)} er ikke taget med."
    return words
