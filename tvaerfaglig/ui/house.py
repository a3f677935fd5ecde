"""The house once the door is open: the shell, its places, and the ways between them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from importlib import import_module

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from tvaerfaglig import logs
from tvaerfaglig.domain import danish
from tvaerfaglig.ui.copy_keeper import keeper_of
from tvaerfaglig.ui.curtain import Curtain
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.konsultationer.agreements.arrow_offers import ArrowOffers
from tvaerfaglig.ui.place import Place
from tvaerfaglig.ui.preview_request import PreviewRequest
from tvaerfaglig.ui.remembered import remembered_of
from tvaerfaglig.ui.search import Search
from tvaerfaglig.ui.shell import Shell
from tvaerfaglig.ui.shell.places import SETTINGS, built
from tvaerfaglig.ui.theme import Settings
from tvaerfaglig.ui.widgets.message import BarTone
from tvaerfaglig.ui.writing.switches import switches_of
from tvaerfaglig.ui.writing.wherever import SpellsWherever

PREVIEW = "forhaandsvisning"
ONLY_READS = "Kun til læsning: intet bliver gemt her, og det noteres ikke, hvem der ser hvad"
_JUST_SAID_MS = 2_000


@dataclass(frozen=True, slots=True)
class Room:
    """Where a place's class lies (imported when someone first goes there), and its place in the rail."""

    module: str
    name: str
    rail: str = ""

    def make(self, desk: Desk) -> Place:
        made = getattr(import_module(f"tvaerfaglig.ui.{self.module}"), self.name)(desk)
        assert isinstance(made, Place)
        return made


ROOMS = {
    "overblik": Room("overview.page", "OverviewPlace"),
    "boern": Room("children.page", "ChildrenPlace"),
    "observation": Room("observations.page", "ObservationPlace", "boern"),
    "konsultationer": Room("konsultationer.page", "KonsultationerPlace"),
    "underretninger": Room("underretninger.page", "UnderretningerPlace"),
    "statusudtalelser": Room("statusudtalelser.page", "StatusPlace", "underretninger"),
    "indsatser": Room("indsatser.page", "IndsatserPlace"),
    "trivselsrunder": Room("rounds.page", "RoundsPlace"),
    "tal": Room("figures.page", "FiguresPlace"),
    "udskrifter": Room("printouts.page", "PrintoutsPlace"),
    "om-en-ansat": Room("staff_case.page", "StaffCasePlace", "indstillinger"),
    "noedadgang": Room("need.page", "NeedPlace", "boern"),
    "indsigt": Room("indsigt.page", "IndsigtPlace", "boern"),
    PREVIEW: Room("printouts.preview", "PreviewPlace", "udskrifter"),
    SETTINGS.key: Room("settings.page", "SettingsPlace"),
}


class House(QObject):
    """Makes the shell and walks between its places. It knows every place; no place knows another."""

    def __init__(
        self,
        desk: Desk,
        akut: QWidget | None = None,
        *,
        line: str,
        settings: Settings | None = None,
        demo: bool = False,
        only_reads: bool = False,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.desk = desk
        self._trail: list[tuple[str, object]] = []
        self._said_at = QElapsedTimer()
        self._said_at.start()
        self.shell = Shell(built(*ROOMS), name=desk.me.name, line=line, settings=settings)
        self._akut: QWidget | None = None
        if akut is not None:
            self.set_akut(akut)
        self.curtain = Curtain(self.shell)
        self.search = Search(desk, self.shell.palette_view, self)
        self._spelling = SpellsWherever(desk, self.shell)
        self.arrows = ArrowOffers(desk, self.shell)
        if settings is not None:
            switches_of(desk).remember_in(settings)
            remembered_of(desk).keep_in(settings)
        self._connect()
        if only_reads:
            self.shell.say_demo(ONLY_READS)
        elif demo:
            self._demo_clock()

    def _connect(self) -> None:
        shell, desk = self.shell, self.desk
        desk.going.connect(self.go)
        desk.said.connect(self._say)
        desk.turned.connect(self._forget_message)
        desk.preview_asked.connect(self._preview)
        desk.lock_asked.connect(shell.lock_asked)
        shell.place_chosen.connect(self._on_place_chosen)
        shell.new_observation.connect(self._on_new_observation)
        shell.save_asked.connect(self._on_save)
        shell.print_asked.connect(self._on_print)
        shell.find_here_asked.connect(self._on_find_here)
        shell.back_asked.connect(self.back)

    def set_akut(self, akut: QWidget) -> None:
        """What Akut shows; it may come after the first page, on which somebody waits."""
        self.shell.set_akut(akut)
        self._akut = akut

    def has_akut(self) -> bool:
        return self._akut is not None

    def open(self) -> None:
        """The first page of the day."""
        self.go("overblik")
        self.shell.show()
        self.shell.activateWindow()
        keeper_of(self.desk).start()

    @Slot(str, object)
    def go(self, place: str, argument: object = None) -> None:
        """Leave where one is, and come to another place."""
        if place == "akut":
            self.shell.toggle_akut()
            return
        if place == "skjul":
            self.curtain.draw()
            return
        self._leave()
        self._forget_message()
        self._arrive(place, argument)
        self._trail.append((place, argument))
        del self._trail[:-30]

    def back(self) -> None:
        """Where one came from; Overblik when one came from nowhere."""
        if self._trail:
            self._trail.pop()
        while self._trail and self._is_past(*self._trail[-1]):
            self._trail.pop()
        place, argument = self._trail.pop() if self._trail else ("overblik", None)
        self.go(place, argument)

    def _is_past(self, place: str, argument: object) -> bool:
        page = self.shell.page(place)
        return isinstance(page, Place) and page.is_past(argument)

    def place(self) -> Place | None:
        page = self.shell.current_page()
        return page if isinstance(page, Place) else None

    def leave(self) -> None:
        """Before a lock or the end: every page keeps its text, and the day or hour just typed is read.

        A page that breaks over it keeps neither the others from it nor the screen from locking.
        """
        typing = self.shell.focusWidget()
        if isinstance(typing, QLineEdit):
            typing.editingFinished.emit()
        pages = [self.shell.page(key) for key in ROOMS]
        for page in (*pages, self._akut):
            leave = getattr(page, "leave", None)
            try:
                if leave is not None:
                    leave()
            except Exception as broke:  # noqa: BLE001 - whatever it is, the screen locks
                logs.note(broke)

    @Slot(str, str, object)
    def _say(self, words: str, tone: BarTone, undo: Callable[[], None] | None) -> None:
        self._said_at.restart()
        self.shell.tell(words, tone, undo)

    @Slot()
    def _forget_message(self) -> None:
        """What was said about the page one leaves goes with it; what was said on the way stays to be read."""
        if self._said_at.hasExpired(_JUST_SAID_MS):
            self.shell.untell()
            self.arrows.forget()

    def _leave(self) -> None:
        here = self.place()
        if here is not None:
            here.leave()

    def _arrive(self, place: str, argument: object) -> None:
        room = ROOMS[place]
        page = self.shell.page(place)
        if page is None:
            page = room.make(self.desk)
            self.shell.add_page(place, page)
            left = getattr(page, "left", None)
            if left is not None:
                left.connect(self.back)
        self.shell.show_page(place, place=room.rail)
        assert isinstance(page, Place)
        page.open(argument)
        QTimer.singleShot(0, page, partial(_begin, page))

    @Slot(str)
    def _on_place_chosen(self, place: str) -> None:
        self.go(place)

    @Slot()
    def _on_new_observation(self) -> None:
        here = self.place()
        self.go("observation", getattr(here, "child_at_hand", None))

    @Slot()
    def _on_save(self) -> None:
        here = self.place()
        if here is not None:
            here.save_now()

    @Slot()
    def _on_print(self) -> None:
        here = self.place()
        if here is not None:
            here.print_now()

    @Slot()
    def _on_find_here(self) -> None:
        here = self.place()
        if here is not None:
            here.find_here()

    @Slot(object)
    def _preview(self, request: PreviewRequest) -> None:
        self.go(PREVIEW, request)

    def _demo_clock(self) -> None:
        timer = QTimer(self)
        timer.timeout.connect(self._show_demo_time)
        timer.start(10_000)
        self._show_demo_time()

    @Slot()
    def _show_demo_time(self) -> None:
        now = self.desk.clock.now()
        day = danish.day_long(now.date())
        self.shell.say_demo(f"Demo med opdigtede børn · {day}, {danish.clock(now.time())}")


def _begin(page: Place) -> None:
    """The keyboard goes to the page; one that has nothing to put it on yet is heard by its heading."""
    page.start()
    if page.window().focusWidget() is None:
        page.setFocus()
