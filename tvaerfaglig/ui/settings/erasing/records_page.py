"""What there is about one child, thing by thing: one may be erased alone, on a ground."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot

from tvaerfaglig.domain import danish
from tvaerfaglig.services.erasing import acts, standing
from tvaerfaglig.services.erasing.acts import Done
from tvaerfaglig.services.erasing.receipts import counted
from tvaerfaglig.services.erasing.standing import OneRecord
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.settings.erasing import wording
from tvaerfaglig.ui.settings.erasing.proof_page import ProofPage
from tvaerfaglig.ui.settings.parts import DeepPage
from tvaerfaglig.ui.widgets import (
    Confirm,
    ListRow,
    card,
    choice,
    empty,
    field,
    message,
    row_list,
    small,
)

_WHOLE = "Hører hele sagen til, så brug »Hele sagen« i stedet."
_ALL = " Det var andre børn også med i, og det forsvinder også hos dem."


class RecordsPage(DeepPage):
    """Enter or a press asks. `only` are the things that came from the list of what is due."""

    def __init__(self, desk: Desk, child: str, name: str, only: tuple[str, ...] = ()) -> None:
        super().__init__(
            desk, f"En enkelt ting om {name}", "Vælg det, der skal slettes.", "Sletning"
        )
        self._child, self._only = child, only
        self._found: dict[str, OneRecord] = {}
        self.rows = row_list(name="Det, der står om barnet")
        self.rows.opened.connect(self._on_opened)
        self.bar = message("", "info")
        self.bar.hide()
        self._list = card("", small(_WHOLE), self.rows)
        self._none = card(
            "", empty("flueben", "Her står ikke noget", "Alt, hvad der kan slettes, er væk.")
        )
        self._none.hide()
        self.show_cards(self.bar, self._list, self._none)

    def load(self) -> None:
        self.desk.ask(standing.records_of, self._child).then(self._show, self, failed=self.refuse)

    def start(self) -> None:
        self.rows.setFocus()

    def _show(self, found: tuple[OneRecord, ...]) -> None:
        shown = [one for one in found if not self._only or one.id in self._only]
        self._found = {one.id: one for one in shown}
        self.rows.set_rows([_line(one) for one in shown])
        self.rows.setFixedHeight(self.rows.whole_height() + 4)
        self._list.setVisible(bool(shown))
        self._none.setVisible(not shown)

    @Slot(str)
    def _on_opened(self, record: str) -> None:
        one = self._found.get(record)
        if one is None:
            return
        rules = self.desk.library.retention
        ground = choice(wording.grounds(rules, due=False), name="Grund")
        asked = Confirm(
            self.window(),
            f"Slet {_named(one)}?",
            "Den forsvinder med alle sine udgaver. Det kan ikke fortrydes. I loggen står, at der var noget, "
            f"og at du slettede det.{_ALL if one.shared else ''}",
            field("Grund", ground, "Står i loggen og på kvitteringen."),
            act="Slet",
            safe="Behold",
        )
        asked.accepted.connect(lambda: self._erase(record, ground.chosen()))
        asked.finished.connect(asked.deleteLater)
        asked.open()

    def _erase(self, record: str, ground: str) -> None:
        self.untell()
        ask = self.desk.ask(acts.erase_record, record, ground, self.desk.library.retention)
        ask.then(partial(self._erased), self, failed=self.refuse)

    def _erased(self, done: Done) -> None:
        self.desk.announce(done.changes, self)
        self.deeper.emit(ProofPage(self.desk, (done,)))


def _named(one: OneRecord) -> str:
    what = counted(one.kind, 1).removeprefix("1 ")
    return f"{what} fra {danish.day(one.day)}" if one.day else what


def _line(one: OneRecord) -> ListRow:
    what = danish.capital(counted(one.kind, 1).removeprefix("1 "))
    day = danish.day(one.day) if one.day else ""
    also = "andre børn er med" if one.shared else ""
    return ListRow(key=one.id, title=what, aside=day, under=one.beginning, note=also)
