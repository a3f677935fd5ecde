"""Sikkerhedskopier: the last good one, the second place, and every copy we keep, looked at one by one."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.acts import BackedUp, CopiesGone
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.services.copying import second_place, shelves
from tvaerfaglig.services.copying.daily import Done
from tvaerfaglig.services.copying.second_place import SecondPlace
from tvaerfaglig.services.copying.shelves import CopyRow, Looked, Shelves, ThrownAway
from tvaerfaglig.services.vault import caring
from tvaerfaglig.services.vault.caring import Copied
from tvaerfaglig.ui.copy_keeper import keeper_of
from tvaerfaglig.ui.copy_words import events, how_it_went, lies, when
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.progressing import Progressing
from tvaerfaglig.ui.settings.parts import SectionPage, setting
from tvaerfaglig.ui.settings.second_place import SecondPlaceChoice
from tvaerfaglig.ui.settings.trial import TrialPage
from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.widgets import (
    Confirm,
    ListRow,
    ProgressLine,
    button,
    card,
    flow,
    message,
    row_list,
    small,
    strong,
    text,
)
from tvaerfaglig.ui.widgets.files import ask_for_folder

_KEPT = "Den sidste fra hver af de seneste syv dage og fire uger bliver. De andre går af sig selv."
_MEANWHILE = "Kopierer boksen. Du kan skrive videre imens."
_WHY_SECOND = (
    "Går computeren i stykker, eller bliver den stjålet, er det den kopi, I har. "
    "Et drev, der ligger i skabet, eller kommunens netværksdrev."
)


class CopiesPage(SectionPage):
    """Everything that touches a disk runs beside the vault, so everyone can write on meanwhile."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            "Sikkerhedskopier",
            "Programmet tager selv en hver dag, læser den igennem og rydder op efter sig.",
        )
        self._keeper = keeper_of(desk)
        self._choice = SecondPlaceChoice(desk, self)
        self._seen: Shelves | None = None
        self._second: SecondPlace | None = None
        self.last, self._where = strong("Ser efter …"), small("")
        self.take = button("Tag en kopi nu", "outlined")
        self.elsewhere = button("Læg en ekstra kopi et sted", "link")
        self.progress, self.bar = ProgressLine(), message("", "info")
        self.choose = button("Vælg et sted", "outlined")
        self.leave_place = button("Brug det ikke mere", "link")
        self._lies_in, self.place_bar = text(""), message("", "info")
        self.list = row_list(name="Sikkerhedskopierne")
        self.check = button("Læs den igennem", "outlined")
        self.trial = button("Prøv den af", "outlined")
        self.away = button("Smid den ud", "danger")
        self.reading, self.list_bar = ProgressLine(), message("", "info")
        self._extra: Progressing | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        for bar in (self.bar, self.place_bar, self.list_bar):
            bar.hide()
        self._cards = (self._last_card(), self._second_card(), self._list_card())
        self.show_cards(*self._cards)

    def _last_card(self) -> QFrame:
        return card(
            "Sidste gode kopi",
            self.last,
            self._where,
            flow(self.take, self.elsewhere, gap=8),
            self.progress,
            self.bar,
        )

    def _second_card(self) -> QFrame:
        return card(
            "Et andet sted",
            setting("Hvor kopierne også skal ligge", _WHY_SECOND, self.choose, self.leave_place),
            self._lies_in,
            self.place_bar,
        )

    def _list_card(self) -> QFrame:
        return card(
            "Kopierne",
            small(_KEPT),
            self.list,
            flow(self.check, self.trial, self.away, gap=8),
            self.reading,
            self.list_bar,
        )

    def _connect(self) -> None:
        self.take.clicked.connect(self._keeper.take)
        self.elsewhere.clicked.connect(self._on_elsewhere)
        self.choose.clicked.connect(self._choice.ask)
        self._choice.looking.connect(self._on_looking)
        self._choice.chosen.connect(self._on_chosen)
        self._choice.refused.connect(self._on_not_chosen)
        self.leave_place.clicked.connect(self._on_leave_place)
        self.list.moved.connect(self._on_moved)
        self.check.clicked.connect(self._on_check)
        self.trial.clicked.connect(self._on_trial)
        self.away.clicked.connect(self._on_away)
        self.progress.stop_pressed.connect(self._keeper.stop)
        self._keeper.began.connect(self._on_began)
        self._keeper.moved.connect(self._on_going)
        self._keeper.ended.connect(self._on_ended)
        self.desk.changed.connect(self._on_changed)
        look().changed.connect(self._fit)

    def load(self) -> None:
        if self._keeper.busy:
            self._on_began()
        self.desk.ask(second_place.second_place).then(self._take_second, self, failed=self.refuse)

    def start(self) -> None:
        self.take.setFocus()

    def _take_second(self, second: SecondPlace | None) -> None:
        self._second = second
        self._show_place(second)
        self._look(second)

    def _look(self, second: SecondPlace | None) -> None:
        self.desk.ask_aside(shelves.shelves, second).then(self._show, self, failed=self.refuse)

    @Slot(object, object)
    def _on_changed(self, changes: Changes, _origin: object) -> None:
        if self.isVisible() and changes.touch(BackedUp.KIND, CopiesGone.KIND):
            self.load()

    # what is seen

    def _show(self, seen: Shelves) -> None:
        self._seen = seen
        best = next((one for one in seen.copies if one.newest), None)
        today = seen.now.date()
        self.last.say(
            f"{danish.capital(when(best.at, today))} · {events(best.events)}"
            if best
            else "Der er ikke taget nogen kopi endnu"
        )
        self._where.say(
            lies(best, seen.second) if best else "Den første tager programmet af sig selv om lidt."
        )
        self.list.set_rows([_line(one, seen) for one in seen.copies])
        self._fit()
        self._cards[2].setVisible(bool(seen.copies))
        if seen.copies and not self.list.current():
            self.list.choose(seen.copies[0].name)
        self._on_moved(self.list.current())
        if seen.second and not seen.reached:
            self._lies_in.say(
                f"{seen.second.called} kan ikke nås lige nu. Sæt drevet i, så kommer kopierne derover."
            )

    @Slot()
    def _fit(self) -> None:
        """Every copy without scrolling, also when the text grows."""
        self.list.setFixedHeight(self.list.whole_height() + 4)

    def _show_place(self, second: SecondPlace | None) -> None:
        self.choose.say("Vælg et andet" if second else "Vælg et sted")
        self.leave_place.setVisible(second is not None)
        if second is None:
            self._lies_in.say("Kopierne ligger kun på denne computer.")
            return
        self._lies_in.say(f"{second.called} · {second.shelf}")
        if second.trouble:
            self.place_bar.say(f"Den sidste kopi kom ikke over. {second.trouble}", "watch")

    @Slot(str)
    def _on_moved(self, name: str) -> None:
        one = self._row(name)
        self.away.setEnabled(one is not None and not one.newest)
        self.away.setToolTip("Den nyeste gode kopi bliver." if one and one.newest else "")
        self.list_bar.hide()

    def _row(self, name: str = "") -> CopyRow | None:
        wanted = name or self.list.current()
        copies = self._seen.copies if self._seen else ()
        return next((one for one in copies if one.name == wanted), None)

    # a copy now

    @Slot()
    def _on_began(self) -> None:
        self.take.block("En kopi er i gang.")
        self.bar.hide()
        self.progress.begin(_MEANWHILE)

    @Slot(float, str)
    def _on_going(self, part: float, doing: str) -> None:
        if self._extra is None:
            self.progress.move(part, doing)

    @Slot(object)
    def _on_ended(self, how: object) -> None:
        was_shown = self.progress.isVisible()
        if self._extra is None:
            self.progress.end()
            self.take.block("")
        if isinstance(how, Done) and (how.made or how.trouble):
            words, tone = how_it_went(how, self._second.called if self._second else "")
            self._say(words, tone)
        elif isinstance(how, str) and how and was_shown:
            self._say(how, "info")
        if self.isVisible():
            self.load()

    def _say(self, words: str, tone: str) -> None:
        self.bar.say(words, "ok" if tone == "ok" else "watch" if tone == "watch" else "info")

    @Slot()
    def _on_elsewhere(self) -> None:
        ask_for_folder(self, "Hvor skal kopien ligge?", Path.home(), self.copy_to)

    def copy_to(self, folder: Path) -> None:
        """A copy in a folder chosen this once: it is never taken away again by the program."""
        for one in (self.elsewhere, self.take):
            one.block("Kopien er i gang.")
        self.bar.hide()
        self._extra = Progressing(self).shown_in(self.progress, _MEANWHILE)
        self.desk.ask_aside(caring.copy, folder, self._extra.tell).then(
            self._copied, self, failed=self._not_copied
        )

    def _extra_over(self) -> None:
        for one in (self.elsewhere, self.take):
            one.block("")
        self.progress.end()
        if self._extra is not None:
            self._extra.over()
        self._extra = None

    def _copied(self, copied: Copied) -> None:
        self._extra_over()
        self.bar.say(
            f"Kopien er taget og læst igennem: {events(copied.events)}. "
            f"Den hedder {copied.folder.name}. Dér rydder programmet ikke op.",
            "ok",
        )
        self.desk.ask(caring.note_copy, copied).then(self.desk.announce, self)

    def _not_copied(self, error: BaseException) -> None:
        self._extra_over()
        self.refuse(error)

    # the second place

    def use(self, folder: Path) -> None:
        """Lay the copies in this folder too, from now on and at once."""
        self._choice.use(folder)

    @Slot()
    def _on_looking(self) -> None:
        self.choose.block("Ser på stedet.")

    @Slot(object)
    def _on_not_chosen(self, error: BaseException) -> None:
        self.choose.block("")
        self.refuse(error)

    @Slot(str, str)
    def _on_chosen(self, _name: str, caution: str) -> None:
        self.choose.block("")
        self.untell()
        self.place_bar.setVisible(bool(caution))
        if caution:
            self.place_bar.say(caution, "watch")
        self.load()

    @Slot()
    def _on_leave_place(self) -> None:
        self.desk.ask(second_place.leave).then(self._left_place, self, failed=self.refuse)

    def _left_place(self, _: None) -> None:
        self.place_bar.say(
            "Der kommer ikke flere kopier derover. De, der ligger der, bliver.", "info"
        )
        self.load()

    # one copy

    @Slot()
    def _on_check(self) -> None:
        one = self._row()
        if one is None:
            return
        self.check.block("Kopien bliver læst.")
        self.list_bar.hide()
        going = Progressing(self).shown_in(self.reading, "Læser kopien igennem")
        self.desk.ask_aside(shelves.look_through, one, going.tell).then(
            partial(self._looked, one), self, failed=self._not_looked
        )

    def _looked(self, one: CopyRow, looked: Looked) -> None:
        self.check.block("")
        self.reading.end()
        assert self._seen is not None
        taken = f"Kopien fra {when(one.at, self._seen.now.date())}"
        if not looked.sound:
            words = f"{taken} er ikke, som den blev skrevet. Regn ikke med den, og tag en ny."
            self.list_bar.say(words, "act")
        elif looked.opened:
            self.list_bar.say(f"{taken} er, som den blev skrevet: {events(looked.events)}.", "ok")
        else:
            self.list_bar.say(
                f"{taken} er, som den blev skrevet. Den er fra før, boksen fik en ny nøgle, "
                "så den åbner med adgangskoderne fra dengang.",
                "ok",
            )

    def _not_looked(self, error: BaseException) -> None:
        self.check.block("")
        self.reading.end()
        self.refuse(error)

    @Slot()
    def _on_trial(self) -> None:
        one = self._row()
        if one is not None and self._seen is not None:
            self.deeper.emit(TrialPage(self.desk, one, self._seen.now.date()))

    @Slot()
    def _on_away(self) -> None:
        one = self._row()
        if one is None or self._seen is None:
            return
        taken = when(one.at, self._seen.now.date())
        asked = Confirm(
            self.window(),
            f"Smid kopien fra {taken} ud?",
            f"{lies(one, self._seen.second)} Den kan ikke hentes tilbage. De andre kopier bliver.",
            act="Smid den ud",
            safe="Behold den",
        )
        asked.accepted.connect(partial(self._throw_out, one))
        asked.finished.connect(asked.deleteLater)
        asked.open()

    def _throw_out(self, one: CopyRow) -> None:
        self.desk.ask_aside(shelves.throw_out, self._second, frozenset({one.name})).then(
            self._thrown_out, self, failed=self.refuse
        )

    def _thrown_out(self, gone: ThrownAway) -> None:
        words = "Kopien er væk." if not gone.left else "Kopien kunne ikke fjernes helt. Prøv igen."
        self.list_bar.say(words, "watch" if gone.left else "ok")
        self.desk.ask(shelves.note_gone, gone).then(self.desk.announce, self)


def _line(one: CopyRow, seen: Shelves) -> ListRow:
    state = (
        "en fil mangler" if not one.whole else "" if one.fits else "åbner med nøglerne fra dengang"
    )
    return ListRow(
        key=one.name,
        title=danish.capital(when(one.at, seen.now.date())),
        aside=events(one.events),
        under=lies(one, seen.second).rstrip("."),
        note=state or ("den nyeste" if one.newest else ""),
        icon="flueben" if one.whole else "bekymring",
        colour="ok" if one.whole else "act",
    )
