"""One effort: its head, the strip of its rooms, and the room in front."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from tvaerfaglig.domain.efforts.records import Effort, EffortSession, Enrolment
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.services.efforts import reading
from tvaerfaglig.services.efforts.reading import EffortPage
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.indsatser import OVERVIEW, PLACE, way
from tvaerfaglig.ui.indsatser.acts import offer
from tvaerfaglig.ui.indsatser.rooms import EffortRoom, Room, room_of, strip_of
from tvaerfaglig.ui.indsatser.wording import STATES, lasts
from tvaerfaglig.ui.widgets import Fold, Page, PageHead, boxed, col, menu_button, row
from tvaerfaglig.ui.widgets.segments import Segment, Segments

_OWN = (Effort.KIND, Enrolment.KIND, EffortSession.KIND)


class EffortView(Page):
    """`left` goes back to the list. A room is made when somebody first goes there, and kept for the next effort."""

    left = Signal()

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.more = menu_button("Mere om indsatsen")
        self._actions = QHBoxLayout()
        self._actions.setContentsMargins(0, 0, 0, 0)
        self._actions.setSpacing(8)
        self._strip_place = boxed(col(gap=0))
        self.top = PageHead(
            "Indsats", " ", self.more, boxed(self._actions), extra=self._strip_place
        )
        super().__init__(self.top)
        self.strip: Segments | None = None
        self._page: EffortPage | None = None
        self._at: Room | None = None
        self._rooms: dict[str, EffortRoom] = {}
        self._asked = ("", "", "")
        self._stack = QStackedWidget()
        self.set_body(self._stack)
        self.top.back_pressed.connect(self.go_back)
        for sequence, step in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            shortcut = QShortcut(QKeySequence(sequence), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self._along, step))

    # what the place asks

    @property
    def room(self) -> EffortRoom | None:
        """The room in front."""
        return self._rooms.get(self._at.key) if self._at is not None else None

    @property
    def page(self) -> EffortPage | None:
        return self._page

    def open_effort(self, effort_id: str, key: str = "", which: str = "") -> None:
        self._asked = (effort_id, key or OVERVIEW, which)
        asked = self.desk.ask(reading.effort_page, effort_id)
        asked.then(partial(self._show, self._asked), self, failed=self._on_gone)

    def on_changed(self, changes: Changes, origin: QObject | None) -> None:
        """The head is always as it is now; a room that wrote it itself has shown it already."""
        room = self.room
        if self._page is None or room is None or not changes.touch(*_OWN, *room.SHOWS):
            return
        asked = self.desk.ask(reading.effort_page, self._page.id)
        asked.then(partial(self._renew, origin is room), self, failed=self._on_gone)

    def start(self) -> None:
        if self.room is not None:
            self.room.start()

    def leave(self) -> None:
        if self.room is not None:
            self.room.leave()

    def on_fold(self, fold: Fold) -> None:
        for each in self._rooms.values():
            each.on_fold(fold)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads out of a day or a family to the room it stands under, and from there to the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.go_back()
        elif self.room is None or not self.room.take_key(event):
            super().keyPressEvent(event)

    @Slot()
    def go_back(self) -> None:
        room = self.room
        if room is not None and room.back:
            room.go(room.back_to)
        else:
            self.left.emit()

    # showing

    def _on_gone(self, error: BaseException) -> None:
        self.desk.explain(error)
        self._page = None
        self.left.emit()

    def _show(self, asked: tuple[str, str, str], page: EffortPage) -> None:
        if asked != self._asked:
            return
        _, key, which = asked
        kind = room_of(key, page)
        self._page = page
        if self._at is not None and self._at.key != kind.key:
            self._rooms[self._at.key].leave()
        self._at = kind
        room = self._rooms.get(kind.key) or self._take_in(kind)
        self._stack.setCurrentWidget(room)
        room.open(page, which or (key if key in kind.also else ""))
        self._dress()
        if self.isVisible():
            room.start()

    def _renew(self, own: bool, page: EffortPage) -> None:
        if self._page is None or page.id != self._page.id or self.room is None:
            return
        self._page = page
        if not own:
            self.room.renew(page)
        self._dress()

    def _take_in(self, kind: Room) -> EffortRoom:
        made = kind.make(self.desk)
        self._rooms[kind.key] = made
        made.headed.connect(self._dress)
        made.on_fold(self.fold)
        self._stack.addWidget(made)
        for each in made.deeds:
            self._actions.addWidget(each)
        return made

    @Slot()
    def _dress(self) -> None:
        """Head and strip as the effort and the room in front want them."""
        page, room = self._page, self.room
        if page is None or room is None or self._at is None:
            return
        self.top.say(room.heading or page.effort.name, room.line or self._line(page))
        self.top.offer_back(room.back or "Tilbage til indsatserne")
        for each in self._rooms.values():
            for action in each.deeds:
                if each is not room:
                    action.hide()
        offer(self.more, self.desk, page)
        if room.back:  # what is done with the effort belongs on its own page
            self.more.hide()
        self._offer_strip(page, room)

    def _line(self, page: EffortPage) -> str:
        today = self.desk.clock.now().date()
        made = page.effort
        parts = (page.kind.name, page.house, STATES[made.status], lasts(made, today))
        return " · ".join(filter(None, parts))

    def _offer_strip(self, page: EffortPage, room: EffortRoom) -> None:
        assert self._at is not None
        rooms = strip_of(page)
        keys = [one.key for one in rooms]
        if self.strip is None or self.strip.property("keys") != keys:
            self._make_strip(rooms)
        assert self.strip is not None
        self.strip.choose(self._at.under or self._at.key)
        self._strip_place.setVisible(len(rooms) > 1 and not room.back)

    def _make_strip(self, rooms: tuple[Room, ...]) -> None:
        layout = self._strip_place.layout()
        assert layout is not None
        if (old := layout.takeAt(0)) is not None and isinstance(gone := old.widget(), QWidget):
            gone.hide()
            gone.deleteLater()
        self.strip = Segments([Segment(one.key, one.words) for one in rooms], name="Del")
        self.strip.setProperty("keys", [one.key for one in rooms])
        self.strip.changed.connect(self._on_chosen)
        layout.addWidget(boxed(row(self.strip, ..., gap=0)))

    @Slot(str)
    def _on_chosen(self, key: str) -> None:
        if self._page is not None:
            self.desk.go(PLACE, way(self._page.id, key))

    def _along(self, step: int) -> None:
        """The next room of the strip."""
        if self._page is None or self._at is None or (self.room and self.room.back):
            return
        keys = [one.key for one in strip_of(self._page)]
        at = keys.index(self._at.under or self._at.key)
        self._on_chosen(keys[(at + step) % len(keys)])
