"""Mennesker: who has a key to the vault, in which role and where."""

from __future__ import annotations

from PySide6.QtCore import Slot

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.people import Staff
from tvaerfaglig.services import administration
from tvaerfaglig.services.administration import Administration, StaffRow
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.settings.parts import SectionPage
from tvaerfaglig.ui.settings.person import PersonPage
from tvaerfaglig.ui.widgets import ListRow, RowList, button, card, row_list, small

_KEYLESS = "Det, de har skrevet, står her stadig under deres navn."


class PeoplePage(SectionPage):
    """Two lists: with a key, and without. Enter or a press opens one."""

    def __init__(self, desk: Desk) -> None:
        self.new = button("Ny kollega", "primary", "plus")
        super().__init__(desk, "Mennesker", "", self.new)
        self.new.clicked.connect(self._on_new)
        self.with_key = self._list("Har en nøgle")
        self.without = self._list("Har ingen nøgle")
        self._keys = card("Har en nøgle", self.with_key)
        self._keyless = card("Har ingen nøgle", small(_KEYLESS), self.without)
        self._keyless.hide()
        self.show_cards(self._keys, self._keyless)
        self._seen: Administration | None = None
        desk.changed.connect(self._on_changed)

    def load(self) -> None:
        self.desk.ask(administration.administration).then(self._show, self, failed=self.refuse)

    def start(self) -> None:
        self.with_key.setFocus()

    def _list(self, name: str) -> RowList:
        made = row_list(name=name)
        made.opened.connect(self._on_opened)
        return made

    def _show(self, seen: Administration) -> None:
        self._seen = seen
        keyed = [row for row in seen.people if row.has_key]
        keyless = [row for row in seen.people if not row.has_key]
        count = danish.count(len(keyed), "har", "har")
        self.title.say_line(f"{count} en nøgle til boksen. Hver har sin egen adgangskode.")
        _fill(self.with_key, keyed)
        _fill(self.without, keyless)
        self._keyless.setVisible(bool(keyless))

    @Slot(str)
    def _on_opened(self, person: str) -> None:
        found = self._seen.of(person) if self._seen else None
        if found is not None and self._seen is not None:
            self.deeper.emit(PersonPage(self.desk, self._seen, found))

    @Slot()
    def _on_new(self) -> None:
        if self._seen is not None:
            self.deeper.emit(PersonPage(self.desk, self._seen, None))

    @Slot(object, object)
    def _on_changed(self, changes: Changes, origin: object) -> None:
        if origin is not self and changes.touch(Staff.KIND) and self.isVisible():
            self.load()


def _fill(shown: RowList, rows: list[StaffRow]) -> None:
    shown.set_rows([_line(row) for row in rows])
    shown.setFixedHeight(shown.whole_height() + 4)


def _line(row: StaffRow) -> ListRow:
    where = danish.join_and(row.places)
    under = f"{row.staff.role.word} · {where}" if where else row.staff.role.word
    note = "vælger adgangskode næste gang" if row.must_change else ""
    return ListRow(
        key=row.id,
        title=row.staff.name + (" (dig)" if row.mine else ""),
        aside=danish.join_and(row.houses),
        under=under,
        note=note,
        person=row.staff.name,
    )
