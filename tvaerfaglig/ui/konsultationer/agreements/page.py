"""Aftaler: what is agreed and not yet done, the nearest first; a key on a row does what is to be done."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QStackedWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.agreements.standing import Standing
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.konsultation import Agreement, AgreementState
from tvaerfaglig.services.agreements import acts, offered
from tvaerfaglig.services.agreements import reading as agreements
from tvaerfaglig.services.agreements.offered import Offer
from tvaerfaglig.services.agreements.reading import (
    AgreementRow,
    Agreements,
    Choices,
    OpenedAgreement,
    Whose,
)
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.konsultationer.agreements.offer_card import OfferCard
from tvaerfaglig.ui.konsultationer.agreements.offer_sheet import OfferSheet
from tvaerfaglig.ui.konsultationer.agreements.previews import list_request
from tvaerfaglig.ui.konsultationer.agreements.rows import AgreementList, groups
from tvaerfaglig.ui.konsultationer.agreements.sheets import (
    DoneSheet,
    GiveUpSheet,
    MoveSheet,
    WriteSheet,
)
from tvaerfaglig.ui.konsultationer.section import SectionPage
from tvaerfaglig.ui.remembered import remembered_of
from tvaerfaglig.ui.widgets import (
    ListRow,
    Segment,
    Segments,
    SheetHost,
    announce,
    boxed,
    button,
    col,
    empty,
    flow,
    line_edit,
    picker,
    small,
    spread,
    tick,
)

_KEYS = "Mellemrum: gjort · G gjort med ord · F flyt · O opgiv · J justér · Enter åbner"
_WHOSE, _ENDED = "aftaler/whose", "aftaler/ended"
_SHEETS: dict[str, type[DoneSheet | MoveSheet | GiveUpSheet]] = {
    "g": DoneSheet,
    "f": MoveSheet,
    "o": GiveUpSheet,
}


class AgreementsPage(SectionPage):
    """`open_at("barn:ID")` shows one child's, an agreement's id opens it."""

    KEY = "aftaler"
    LINE = "Hvem gør hvad, hvornår, og hvordan vi ser, at det virker."
    SHOWS = (Agreement.KIND, *offered.KINDS, "barn", "medarbejder")

    def __init__(self, desk: Desk) -> None:
        self.new_button = button("Ny aftale", "primary", "plus")
        self.print_button = button("Udskriv", icon="udskrift")
        super().__init__(desk, self.print_button, self.new_button)
        self._read: Agreements | None = None
        self._wanted = ""
        kept = remembered_of(desk)
        whose = kept.kept(_WHOSE)
        self._whose = Whose(whose) if whose in set(Whose) - {Whose.BARNETS} else Whose.MINE
        self._child = ""
        self.whose = Segments(
            [
                Segment(Whose.MINE.value, "Mine"),
                Segment(Whose.HUSETS.value, "Husets" if desk.me.role.leads else "Alle"),
                Segment(Whose.BARNETS.value, "Et barns"),
            ],
            self._whose.value,
            name="Hvis aftaler?",
        )
        self.child = picker(name="Hvilket barn?", placeholder="Skriv et navn")
        self.child.hide()
        self.ended = tick("Også de afsluttede", on=kept.kept(_ENDED) == "ja")
        self.search = line_edit(name="Find i aftalerne")
        self.search.setPlaceholderText("Navn eller ord")
        self.offers = OfferCard()
        self.list = AgreementList(name="Aftaler")
        self.sheet = SheetHost(self)
        self._build()
        self._connect()

    def _build(self) -> None:
        first = button("Skriv en aftale", "outlined", "plus")
        first.clicked.connect(self.write_new)
        self.nothing = empty(
            "aftale",
            "Ingen åbne aftaler.",
            "En linje i et notat, der begynder med en pil (→), bliver tilbudt som aftale.",
            first,
        )
        self.none_fit = empty("filter", "Ingen med de ord", "Prøv med andre ord.")
        self._stack = QStackedWidget()
        for each in (self.list, self.nothing, self.none_fit):
            self._stack.addWidget(each)
        above = boxed(spread(boxed(flow(self.whose, self.child, self.ended)), self.search))
        self.set_body(
            boxed(
                col(
                    above,
                    small(_KEYS),
                    self.offers,
                    (self._stack, 1),
                    gap="near",
                    margins=(22, 12, 22, 0),
                )
            )
        )

    def _connect(self) -> None:
        self.new_button.clicked.connect(self.write_new)
        self.print_button.clicked.connect(self.print_now)
        self.whose.changed.connect(self._on_whose)
        self.child.picked.connect(self._on_child)
        self.ended.toggled.connect(self._on_ended)
        self.search.textChanged.connect(self._draw)
        self.offers.taken.connect(self._on_offer_taken)
        self.offers.refused.connect(self._on_offer_refused)
        self.list.opened.connect(self._open)
        self.list.done.connect(self._tick_off)
        self.list.asked.connect(self._on_letter)

    # what the place asks

    def open_at(self, which: str) -> None:
        kind, _, child = which.partition(":")
        self._wanted = ""
        if kind == "barn":
            self._whose, self._child = Whose.BARNETS, child
            self.whose.choose(Whose.BARNETS.value)
        else:
            self._wanted = which
        super().open_at(which)

    def refresh(self) -> None:
        asked = self.desk.ask(
            agreements.agreements, self._whose, self._child, ended=self.ended.isChecked()
        )
        asked.then(self._show, self)
        self.desk.ask(offered.offers).then(self.offers.show_offers, self)

    def start(self) -> None:
        if self.sheet.is_open():
            return
        target = self.list if self.list.rows() else self.new_button
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def find_here(self) -> None:
        self.search.setFocus()

    # showing

    def _show(self, read: Agreements) -> None:
        had = self.list.hasFocus() or self._read is None
        self._read = read
        self.child.setHidden(self._whose is not Whose.BARNETS)
        self.child.offer([ListRow(one, name, person=name) for one, name in read.children])
        if self._child:
            self.child.choose(self._child)
        self._draw()
        if self._wanted:
            wanted, self._wanted = self._wanted, ""
            self._open(wanted)
        elif had and self.isVisible() and not self.sheet.is_open():
            self.start()

    @Slot()
    def _draw(self) -> None:
        if self._read is None:
            return
        words = danish.fold(self.search.text()).split()
        shown = [row for row in self._read.rows if _holds(row, words)]
        alone = self._whose is Whose.MINE
        self.list.set_groups(groups(shown, self._read.today, alone=alone))
        page = self.list if shown else self.none_fit if self._read.rows else self.nothing
        self._stack.setCurrentWidget(page)
        over = sum(row.standing is Standing.OVER for row in shown)
        told = danish.count(len(shown), "aftale", "aftaler")
        announce(self.list, f"{told}, {over} skulle være gjort" if over else told)

    def row(self, key: str) -> AgreementRow | None:
        rows = self._read.rows if self._read else ()
        return next((row for row in rows if row.id == key), None)

    # filters

    @Slot(str)
    def _on_whose(self, chosen: str) -> None:
        self._whose = Whose(chosen)
        remembered_of(self.desk).keep(_WHOSE, chosen)
        if self._whose is Whose.BARNETS:
            self.child.show()
            if not self._child:
                self.child.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._child = ""
        self.refresh()

    @Slot(str)
    def _on_child(self, child: str) -> None:
        self._child = child
        self.refresh()

    @Slot(bool)
    def _on_ended(self, on: bool) -> None:
        remembered_of(self.desk).keep(_ENDED, "ja" if on else "")
        self.refresh()

    # acts

    @Slot()
    def print_now(self) -> None:
        """The list as it is filtered to whose it is; the ended and what is searched for do not matter on paper."""
        if self._read is None or (self._whose is Whose.BARNETS and not self._child):
            return
        rows = self._read.rows
        self.desk.preview_asked.emit(list_request(self._whose, self._child, rows))

    @Slot()
    def write_new(self) -> None:
        self.desk.ask(agreements.choices, self._child).then(self._write_new, self)

    def _write_new(self, choices: Choices) -> None:
        made = Agreement(
            what="", who=(self.desk.my_id,), child=self._child, made_on=self.desk.clock.now().date()
        )
        self._open_sheet(WriteSheet(self.desk, made, choices), "Ny aftale")

    @Slot(str)
    def _open(self, key: str) -> None:
        self.desk.ask(agreements.open_agreement, key).then(self._on_opened, self)

    @Slot(str, str)
    def _on_letter(self, letter: str, key: str) -> None:
        row = self.row(key)
        if row is None or row.standing is Standing.AFSLUTTET:
            return
        sheets: dict[str, type[DoneSheet | MoveSheet | GiveUpSheet]] = {
            "g": DoneSheet,
            "f": MoveSheet,
            "o": GiveUpSheet,
        }
        then = self._on_adjusting if letter == "j" else partial(self._act, sheets[letter])
        self.desk.ask(agreements.open_agreement, key).then(then, self)

    def _act(
        self, kind: type[DoneSheet | MoveSheet | GiveUpSheet], opened: OpenedAgreement
    ) -> None:
        self._open_sheet(kind(self.desk, opened), opened.row.what)

    def _on_opened(self, opened: OpenedAgreement) -> None:
        row = opened.row
        made = WriteSheet(
            self.desk, row.stored.record, opened.choices, key=row.id, told=_told(opened)
        )
        self._open_sheet(made, row.what)

    def _on_adjusting(self, opened: OpenedAgreement) -> None:
        row = opened.row
        made = WriteSheet(
            self.desk, row.stored.record, opened.choices, key=row.id, adjusts=True, told=row.what
        )
        self._open_sheet(made, row.what)

    def _open_sheet(
        self, made: DoneSheet | MoveSheet | GiveUpSheet | WriteSheet, name: str
    ) -> None:
        before = self.sheet.content()
        made.closed.connect(self.sheet.close_sheet)
        made.done.connect(self._on_done)
        self.sheet.open(made, em=36, name=name)
        made.start()
        if before is not None and before is not made:
            before.deleteLater()

    @Slot(object)
    def _on_offer_taken(self, offer: Offer) -> None:
        asked = self.desk.ask(agreements.choices, offer.child)
        asked.then(partial(self._take_offer, offer), self)

    def _take_offer(self, offer: Offer, choices: Choices) -> None:
        self._open_sheet(OfferSheet(self.desk, offer, choices), "Aftalen")

    @Slot(object)
    def _on_offer_refused(self, offer: Offer) -> None:
        asked = self.desk.ask(offered.refuse, offer.source, offer.id)
        asked.then(self._offer_refused, self)

    def _offer_refused(self, changes: Changes) -> None:
        self.desk.announce(changes)
        self.desk.say("Linjen bliver stående i notatet og tilbydes ikke igen.")
        self.refresh()

    @Slot(str)
    def _tick_off(self, key: str) -> None:
        """Space: done, or open again when it was."""
        row = self.row(key)
        if row is None:
            return
        open_again = row.standing is Standing.AFSLUTTET
        status = AgreementState.AABEN if open_again else AgreementState.GJORT
        words = f"Åben igen: {row.what}" if open_again else f"Gjort: {row.what}"
        self.desk.ask(acts.settle, key, status).then(partial(self._settled, key, words), self)

    def _settled(self, key: str, words: str, changes: Changes) -> None:
        self.desk.announce(changes)
        self._on_done(key, words)

    @Slot(str, str)
    def _on_done(self, key: str, words: str) -> None:
        self.desk.say(words, "ok", partial(self._take_back, key))
        self.refresh()

    def _take_back(self, key: str) -> None:
        self.desk.ask(acts.take_back, key).then(self._taken_back, self)

    def _taken_back(self, changes: Changes) -> None:
        self.desk.announce(changes)
        self.desk.say("Fortrudt. Aftalen står, som den gjorde.")
        self.refresh()


def _holds(row: AgreementRow, words: list[str]) -> bool:
    text = danish.fold(f"{row.what} {row.about} {row.doers} {row.effect} {row.outcome}")
    return all(word in text for word in words)


def _told(opened: OpenedAgreement) -> str:
    """Where it comes from and how it has gone, in one line."""
    made = opened.row.stored.record
    parts = [opened.row.about, f"aftalt {danish.day_of_month(made.made_on)}"]
    if made.first_due:
        parts.append(f"flyttet fra {danish.day_of_month(made.first_due)}: {made.moved_because}")
    if opened.before is not None:
        parts.append(f"afløser »{opened.before.what}«")
    if opened.after is not None:
        parts.append(f"afløst af »{opened.after.what}«")
    if opened.row.outcome:
        parts.append(opened.row.outcome)
    return " · ".join(filter(None, parts))
