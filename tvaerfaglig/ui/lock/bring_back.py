"""A copy brought back at the door: which one, what was erased since, who one is, and where the vault shall lie."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.errors import ForPeople
from tvaerfaglig.services.clock import Clock
from tvaerfaglig.services.copying import bringing_back
from tvaerfaglig.services.copying.bringing_back import Erasures, FoundCopy, Way
from tvaerfaglig.services.vault import whereabouts
from tvaerfaglig.services.vault.keeping import Restored
from tvaerfaglig.ui.copy_words import events, when
from tvaerfaglig.ui.lock.shore import Shore
from tvaerfaglig.ui.progressing import Progressing
from tvaerfaglig.ui.tasks import Tasks
from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.widgets import (
    PasswordField,
    ProgressLine,
    button,
    card,
    choice,
    col,
    field,
    line_edit,
    message,
    muted,
    row,
    scroller,
    small,
    text,
    title,
)
from tvaerfaglig.ui.widgets.files import ask_for_folder

T = TypeVar("T")
_NEWER = (
    "Det, der er slettet, siden kopien blev taget, skal ikke komme igen. Den nyeste kopi, I har, ved, "
    "hvad det er, også selv om det er en ældre, I henter frem. Se i skabet og på drevet."
)
_BROKE = "Noget gik galt hos os. Kopien er urørt. Prøv igen, eller luk og åbn."


class BringBackPage(QWidget):
    """`brought` carries a `Restored`: the vault is there, and its door can be opened. `back` changes nothing."""

    brought = Signal(object)
    back = Signal()

    def __init__(self, folder: Path, clock: Clock, state: Path, tasks: Tasks) -> None:
        super().__init__()
        self.setObjectName("window")
        self._clock, self._state, self._tasks = clock, state, tasks
        self._folder = bringing_back.free_place(folder)
        self._found: tuple[FoundCopy, ...] = ()
        self._newer: Path | None = None
        self._going: Progressing | None = None
        self._with_code = False
        self._make_controls()
        self._build()
        self._show_folder()

    def _make_controls(self) -> None:
        self.choose = button("Vælg mappen med kopien", "outlined")
        self.copies = choice((), name="Hvilken af dem")
        self.facts = text("")
        self.newer = button("Vælg en nyere kopi", "outlined")
        self.since = message("", "info")
        self.who = choice((), name="Hvem er du?")
        self.password = PasswordField(name="Adgangskode")
        self.code = line_edit(most=120)
        self.other_way = button("Brug koden fra gendannelsesarket", "link")
        self.where = small("")
        self.move_to = button("Vælg en anden mappe", "link")
        self.progress, self.bar = ProgressLine(), message("", "act")
        self.ok = button("Hent kopien frem", "primary")
        self.away = button("Tilbage", "outlined")
        self.choose.clicked.connect(self._on_choose)
        self.copies.chosen_changed.connect(self._on_copy)
        self.newer.clicked.connect(self._on_newer)
        self.other_way.clicked.connect(self._on_other_way)
        self.move_to.clicked.connect(self._on_move)
        self.ok.clicked.connect(self._on_ok)
        self.away.clicked.connect(self.back)
        self.password.edit.returnPressed.connect(self._on_ok)
        self.code.returnPressed.connect(self._on_ok)
        self.bar.hide()

    def _build(self) -> None:
        self._several = field("Hvilken af dem?", self.copies, "Den nyeste står først.")
        self._name = field(
            "Dit navn", self.who, "Som det stod på låseskærmen, da kopien blev taget."
        )
        self._secret = field("Adgangskode", self.password, "Den, du havde dengang.")
        self._coded = field(
            "Koden fra gendannelsesarket",
            self.code,
            "Ni felter med fire tegn. Du vælger en ny adgangskode bagefter.",
        )
        which = card("Hvilken kopi?", row(self.choose, ...), self._several, self.facts)
        self._rest = (
            card(
                "Findes der en nyere et sted?",
                small(_NEWER),
                row(self.newer, ...),
                self.since,
            ),
            card("Hvem er du?", self._name, self._secret, self._coded, row(self.other_way, ...)),
            card("Her kommer boksen til at ligge", self.where, row(self.move_to, ...)),
        )
        form = col(
            title("Hent en sikkerhedskopi frem"),
            muted(
                "Boksen kommer til at stå, som den gjorde, da kopien blev taget. Kopien bliver, hvor den er."
            ),
            8,
            which,
            *self._rest,
            self.progress,
            self.bar,
            row(self.away, ..., self.ok),
            ...,
            gap=10,
            margins=(56, 28, 56, 28),
        )
        for hidden in (self._several, self.facts, self._coded, self.since, *self._rest):
            hidden.hide()
        self.ok.block("Vælg en kopi først.")
        self.shore = Shore()
        self._area = scroller(form)
        self.setLayout(row((self.shore, 30), (self._area, 83), gap=0))

    def start(self) -> None:
        self.choose.setFocus()

    def say(self, words: str) -> None:
        self.bar.say(words, "act")
        self._area.ensureWidgetVisible(self.bar, 0, 24)

    def _ask(self, work: Callable[[], T], then: Callable[[T], None]) -> None:
        self.bar.hide()
        self._tasks.run(work, then=then, failed=self._refused, owner=self)

    def _refused(self, error: BaseException) -> None:
        self._end()
        self.say(str(error) if isinstance(error, ForPeople) else _BROKE)

    # which copy

    @Slot()
    def _on_choose(self) -> None:
        ask_for_folder(self, "Hvor ligger kopien?", Path.home(), self.look_in)

    def look_in(self, folder: Path) -> None:
        """The copies in a folder, at a drive, or the copy itself."""
        self.choose.block("Ser efter kopier.")
        self._ask(partial(bringing_back.find_copies, folder), self._take_found)

    def _take_found(self, found: tuple[FoundCopy, ...]) -> None:
        self.choose.block("")
        self._found, self._newer = found, None
        today = self._clock.now().date()
        lines = [(str(n), danish.capital(when(one.at, today))) for n, one in enumerate(found)]
        self.copies.offer(lines)
        self._several.setVisible(len(found) > 1)
        for shown in (self.facts, *self._rest):
            shown.show()
        self.ok.block("")
        self._show_copy()
        (self.copies if len(found) > 1 else self.newer).setFocus()

    @Slot(str)
    def _on_copy(self, _key: str) -> None:
        self._show_copy()

    def copy(self) -> FoundCopy | None:
        """The one that is chosen."""
        return self._found[int(self.copies.chosen())] if self._found else None

    def _show_copy(self) -> None:
        one = self.copy()
        if one is None:
            return
        taken = when(one.at, self._clock.now().date())
        whole = (
            "" if one.whole else " En fil i den mangler eller er for kort, så tag hellere en anden."
        )
        self.facts.say(f"{one.house}, taget {taken}. {events(one.events)}.{whole}")
        before = self.who.chosen()
        self.who.offer(((each.id, f"{each.name}, {each.role_word}") for each in one.people), before)
        self.other_way.setVisible(one.has_recovery)
        self._count()

    # what was erased since

    @Slot()
    def _on_newer(self) -> None:
        ask_for_folder(self, "Hvor ligger den nyeste kopi?", Path.home(), self.use_newer)

    def use_newer(self, folder: Path) -> None:
        one = self.copy()
        if one is not None:
            self._ask(partial(bringing_back.newer_in, folder, one.folder), self._take_newer)

    def _take_newer(self, newer: Path) -> None:
        self._newer = newer
        self._count()

    def _count(self) -> None:
        one = self.copy()
        if one is not None:
            work = partial(bringing_back.erasures, one.folder, self._state, self._newer)
            self._ask(work, self._show_since)

    def _show_since(self, known: Erasures) -> None:
        count = danish.count(known.since, "tekst", "tekster", spelled=True)
        again = "Den bliver slettet igen." if known.since == 1 else "De bliver slettet igen."
        upto = when(known.newest, self._clock.now().date())
        if known.since:
            self.since.say(f"Siden kopien er {count} slettet. {again}", "watch")
        else:
            words = "Intet er slettet siden kopien, så vidt vi ved. Den nyeste, vi har set, er fra"
            self.since.say(f"{words} {upto}.", "info")

    # who, and where

    @Slot()
    def _on_other_way(self) -> None:
        self._with_code = not self._with_code
        for shown in (self._name, self._secret):
            shown.setVisible(not self._with_code)
        self._coded.setVisible(self._with_code)
        self.other_way.say(
            "Brug min adgangskode" if self._with_code else "Brug koden fra gendannelsesarket"
        )
        (self.code if self._with_code else self.password.edit).setFocus()

    def _way(self) -> Way:
        if self._with_code:
            return Way(code=self.code.text().strip())
        return Way(person=self.who.chosen(), password=self.password.text())

    @Slot()
    def _on_move(self) -> None:
        ask_for_folder(self, "Hvor skal boksen ligge?", self._folder.parent, self.put_in)

    def put_in(self, folder: Path) -> None:
        self._folder = bringing_back.free_place(folder / "boks")
        self._show_folder()

    def _show_folder(self) -> None:
        self.where.say(
            "\n".join(filter(None, (str(self._folder), whereabouts.caution(self._folder))))
        )

    # the act

    @Slot()
    def _on_ok(self) -> None:
        one, way = self.copy(), self._way()
        if one is None or not self.ok.isEnabled():
            return
        if not (way.code or way.password):
            self.say("Skriv koden fra arket." if self._with_code else "Skriv din adgangskode.")
            (self.code if self._with_code else self.password.edit).setFocus()
            return
        self._going = Progressing(self).shown_in(self.progress, "Åbner kopien")
        self._block("Kopien er ved at blive hentet frem.")
        self._ask(
            partial(
                bringing_back.bring_back,
                one.folder,
                self._folder,
                way,
                self._clock,
                self._state,
                newer=self._newer,
                tell=self._going.tell,
            ),
            self._brought,
        )

    def _block(self, why: str) -> None:
        for one in (self.ok, self.choose, self.newer, self.away, self.move_to, self.other_way):
            one.block(why)

    def _end(self) -> None:
        self.progress.end()
        self._block("" if self._found else "Vælg en kopi først.")
        self.choose.block("")
        self.away.block("")
        if self._going is not None:
            self._going.over()
        self._going = None

    def _brought(self, restored: Restored) -> None:
        self._end()
        self.password.clear()
        self.code.clear()
        self.brought.emit(restored)

    def resizeEvent(self, event: object) -> None:
        self.shore.setVisible(self.width() >= look().theme.em(70))
        super().resizeEvent(event)  # type: ignore[arg-type]
