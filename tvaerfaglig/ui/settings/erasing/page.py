"""Sletning: what is due, what is held, how long things are kept, and what was erased. Nothing goes by itself."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.services.erasing import acts, standing
from tvaerfaglig.services.erasing.acts import Done
from tvaerfaglig.services.erasing.due import DueList
from tvaerfaglig.services.erasing.due_item import DueItem
from tvaerfaglig.services.erasing.holds import Holding
from tvaerfaglig.services.erasing.receipts import DOCUMENT, Decision, receipt
from tvaerfaglig.services.erasing.standing import Standing
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.preview_request import PreviewRequest
from tvaerfaglig.ui.settings.erasing import wording
from tvaerfaglig.ui.settings.erasing.child_page import EraseChildPage
from tvaerfaglig.ui.settings.erasing.due_card import DueCard
from tvaerfaglig.ui.settings.erasing.forms import HoldPage, LiftPage, PeriodPage
from tvaerfaglig.ui.settings.erasing.proof_page import ProofPage
from tvaerfaglig.ui.settings.erasing.records_page import RecordsPage
from tvaerfaglig.ui.settings.parts import SectionPage, setting
from tvaerfaglig.ui.widgets import (
    Confirm,
    ListRow,
    boxed,
    button,
    card,
    col,
    empty_layout,
    field,
    frame,
    message,
    picker,
    row,
    row_list,
    small,
    spread,
    strong,
)

_MOST_NAMED = 6


class ErasingPage(SectionPage):
    """One thing after the other when several are chosen; one may stop between them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk, "Sletning", "Intet slettes af sig selv. Du ser det igennem og bestemmer."
        )
        self._seen: Standing | None = None
        self._left: list[DueItem] = []
        self._done: list[Done] = []
        self._stops = False
        self.due = DueCard()
        self.due.looked_at.connect(self._on_looked_at)
        self.due.chosen.connect(self._on_chosen)
        self.work = message("", "info")
        self.work.pressed.connect(self._on_stop)
        self.work.hide()
        self.child = picker(name="Barn", placeholder="Skriv et navn")
        self._rest: QVBoxLayout = col(gap="apart")
        self.erased = row_list(name="Slettet")
        self.erased.opened.connect(self._on_receipt)
        self.show_cards(self.work, self.due, self._early(), boxed(self._rest), self._before())
        desk.changed.connect(self._on_changed)

    def load(self) -> None:
        self.desk.ask(standing.standing, self.desk.library.retention).then(
            self._show, self, failed=self.refuse
        )

    def start(self) -> None:
        first = next(iter(self.due.ticks.values()), None)
        (first or self.child).setFocus()

    # what stands on the page

    def _early(self) -> QWidget:
        self.whole = button("Hele sagen", "outlined")
        self.whole.clicked.connect(self._on_whole)
        self.single = button("En enkelt ting", "outlined")
        self.single.clicked.connect(self._on_single)
        self._child_field = field(
            "Barn",
            self.child,
            "Når forældre har fået ret i, at noget skal slettes, eller noget står hos det forkerte barn.",
        )
        return card("Slet før tid", self._child_field, row(self.whole, self.single, ...))

    def _before(self) -> QWidget:
        self._none = small("Der er ikke slettet noget endnu.")
        words = small("Åbn en for at se kvitteringen. Navnet kender programmet ikke længere.")
        return card("Slettet", words, self._none, self.erased)

    def _show(self, seen: Standing) -> None:
        self._seen = seen
        self.due.show_due(seen.due)
        self.child.offer(
            [
                ListRow(key=one, title=name, aside=f"udmeldt {danish.day(left)}" if left else "")
                for one, name, left in seen.children
            ]
        )
        empty_layout(self._rest)
        self._rest.addWidget(self._holds(seen.holds))
        self._rest.addWidget(self._periods(seen.due))
        self._show_erased(seen.decisions)

    def _holds(self, holds: tuple[Holding, ...]) -> QWidget:
        self.hold = button("Sæt en sag i bero", "outlined")
        self.hold.clicked.connect(self._on_hold)
        lines = [self._hold(one) for one in holds]
        words = small(
            "Klage, indsigt eller en sag ved retten: så slettes intet om barnet, før du ophæver det."
        )
        return card("Sat i bero", words, *lines, row(self.hold, ...))

    def _hold(self, one: Holding) -> QWidget:
        lift = button("Ophæv", "small", name=f"Ophæv for {one.name}")
        lift.clicked.connect(partial(self._on_lift, one))
        hold = one.stored.record
        why = f"{danish.capital(hold.why.word)} siden {danish.day(hold.since)}, sat af {one.by}"
        words = boxed(col(strong(one.name), small(why), small(hold.because), gap=0))
        return frame("row", row((spread(words, lift), 1), margins=(0, 6)))

    def _periods(self, due: DueList) -> QWidget:
        rules = self.desk.library.retention
        lines = []
        for kept in due.periods.values():
            change = button("Ret", "small", name=f"Ret: {kept.period.name}")
            change.clicked.connect(partial(self._on_period, kept.period.id))
            follows = kept.period.start.value == "sagen"
            said = f"{danish.capital(kept.words)} · {kept.backing}"
            lines.append(setting(kept.period.name, said, *(() if follows else (change,))))
        day = danish.day(rules.checked_on)
        checked = small(f"Kontrolleret {day} af {rules.checked_by}.")
        return card("Så længe gemmes det", small(rules.caution), *lines, checked)

    def _show_erased(self, decisions: tuple[Decision, ...]) -> None:
        today = self.desk.clock.now().date()
        rows = []
        for one in decisions:
            what, under = wording.decided(one, today)
            rows.append(ListRow(key=one.id, title=what, under=under, icon="luk"))
        self.erased.set_rows(rows)
        self.erased.setFixedHeight(self.erased.whole_height() + 4)
        self.erased.setVisible(bool(rows))
        self._none.setVisible(not rows)

    # going on from here

    @Slot(object)
    def _on_looked_at(self, item: DueItem) -> None:
        if not item.verdict.due:
            self.desk.go("boern", item.child)
        elif item.whole:
            self.deeper.emit(EraseChildPage(self.desk, item.child, due=True))
        elif item.child:
            self.deeper.emit(RecordsPage(self.desk, item.child, item.title, item.records))
        else:
            self._ask((item,))

    @Slot()
    def _on_whole(self) -> None:
        if child := self._chosen_child():
            self.deeper.emit(EraseChildPage(self.desk, child))

    @Slot()
    def _on_single(self) -> None:
        name = self.child.text()
        if child := self._chosen_child():
            self.deeper.emit(RecordsPage(self.desk, child, name))

    def _chosen_child(self) -> str:
        """Whoever comes back begins with nobody: the next erasure is another child's."""
        chosen = self.child.chosen()
        self._child_field.ask("" if chosen else "Hvilket barn?")
        if chosen:
            self.child.choose("")
        else:
            self.child.setFocus()
        return chosen

    @Slot()
    def _on_hold(self) -> None:
        if self._seen is not None:
            self.deeper.emit(HoldPage(self.desk, self._seen.children))

    def _on_lift(self, one: Holding) -> None:
        self.deeper.emit(LiftPage(self.desk, one))

    def _on_period(self, period: str) -> None:
        if self._seen is not None:
            self.deeper.emit(PeriodPage(self.desk, self._seen.due.periods[period]))

    @Slot(str)
    def _on_receipt(self, decision: str) -> None:
        self.desk.preview_asked.emit(
            PreviewRequest(
                title="Kvittering for sletning",
                document=DOCUMENT,
                make=partial(receipt, decision_id=decision),
                purpose="Dokumentation for sletning",
            )
        )

    # erasing what was chosen

    @Slot(object)
    def _on_chosen(self, items: tuple[DueItem, ...]) -> None:
        if items:
            self._ask(items)

    def _ask(self, items: tuple[DueItem, ...]) -> None:
        many = danish.count(len(items), "ting", "ting", spelled=True)
        named = [
            f"{one.title}: {one.what[:1].lower()}{one.what[1:]}" for one in items[:_MOST_NAMED]
        ]
        more = [f"og {len(items) - _MOST_NAMED} mere"] if len(items) > _MOST_NAMED else []
        asked = Confirm(
            self.window(),
            f"Slet {many}?",
            "Det kan ikke fortrydes. I loggen står, at der var noget, hvornår, og at du slettede det. "
            "Det, andre børn var med i, bliver hos dem.",
            *(small(line) for line in (*named, *more)),
            act="Slet",
            safe="Behold",
        )
        asked.accepted.connect(partial(self._begin, items))
        asked.finished.connect(asked.deleteLater)
        asked.open()

    def _begin(self, items: tuple[DueItem, ...]) -> None:
        self.untell()
        self._left, self._done, self._stops = list(items), [], False
        self.due.act.block("Sletningen er i gang.")
        self._next()

    def _next(self) -> None:
        if not self._left or self._stops:
            self._end()
            return
        item = self._left.pop(0)
        at, of = len(self._done) + 1, len(self._done) + 1 + len(self._left)
        words = f"Sletter {at} af {of}." if of > 1 else "Sletter."
        self.work.say(words, "info", link="Stop efter denne" if self._left else "")
        self.desk.ask(acts.erase_due, item.key, self.desk.library.retention).then(
            self._one_done, self, failed=self._failed
        )

    def _one_done(self, done: Done) -> None:
        self._done.append(done)
        self.desk.announce(done.changes, self)
        self._next()

    @Slot()
    def _on_stop(self) -> None:
        self._stops = True
        self.work.say("Stopper, når denne er slettet.", "info")

    def _failed(self, error: BaseException) -> None:
        self.work.hide()
        self.refuse(error)
        self.load()

    def _end(self) -> None:
        self.work.hide()
        if self._done:
            stopped = len(self._left) if self._stops else 0
            self.deeper.emit(ProofPage(self.desk, tuple(self._done), left=stopped))
        self.load()

    @Slot(object, object)
    def _on_changed(self, changes: Changes, origin: object) -> None:
        if (
            origin is not self
            and self.isVisible()
            and changes.touch("slettet", "bero", "opbevaring")
        ):
            self.load()
