"""One round: its children with who has rated them, and what may be done with the round and with the chosen child."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.rounds.course import Stand
from tvaerfaglig.domain.rounds.records import RoundState
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.rounds import papers, planning, reading
from tvaerfaglig.services.rounds.papers import called
from tvaerfaglig.services.rounds.reading import ChildInRound, RoundPage
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.rounds import previews
from tvaerfaglig.ui.rounds.child_side import ChildSide
from tvaerfaglig.ui.rounds.wording import period, who_has, written
from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.widgets import (
    Fold,
    ListRow,
    Page,
    RowList,
    boxed,
    button,
    col,
    empty,
    field,
    flow,
    line_edit,
    menu_button,
    message,
    muted,
    page_foot,
    page_head,
    panel,
    row,
    scroller,
)

PANEL_EM = 22
_ICONS = {
    Stand.INGEN: ("person", "muted"),
    Stand.NOGLE: ("ur", "muted"),
    Stand.ALLE: ("samtale", "accent"),
    Stand.FAELLES: ("flueben", "ok"),
    Stand.UDELADT: ("minus", "muted"),
}


class RoundView(Page):
    """`rate_asked` and `together_asked` send (round, child), `change_asked` the round; `left` goes back."""

    rate_asked = Signal(str, str)
    together_asked = Signal(str, str)
    change_asked = Signal(str)
    overview_asked = Signal(str)
    left = Signal()

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.begin = button("Begynd runden", "primary")
        self.mine = button("Vurder", "primary", "kladde")
        self.more = menu_button("Mere om runden")
        self.top = page_head("Trivselsrunde", " ", self.more, self.begin, self.mine)
        self.top.offer_back("Tilbage til runderne")
        form = desk.library.trivselsrunde
        super().__init__(self.top, None, page_foot(muted(f"{form.inside} {form.always}")))
        self._page: RoundPage | None = None
        self._child = ""
        self.list = RowList(name="Børnene i runden")
        self.list.moved.connect(self._on_moved)
        self.list.opened.connect(self._on_opened)
        self.unwritten = message("", "info", icon="stille")
        self.newcomers = message("", "info", icon="plus", link="Tag med")
        self.newcomers.pressed.connect(self.take_in)
        self.because = line_edit("", most=200)
        self._close = button("Luk runden", "outlined")
        self._close.clicked.connect(self.close_round)
        self._closing = col(
            field(
                "Hvorfor lukker I nu?", self.because, "Nogle børn er ikke vurderet sammen endnu."
            ),
            flow(self._close),
        )
        self._closing_box = boxed(self._closing)
        self._closing_box.hide()
        self._beside = self._side()
        self._left_side = boxed(
            col(
                self.newcomers,
                self.unwritten,
                self._closing_box,
                (self.list, 1),
                margins=(20, 8, 20, 8),
            )
        )
        self.set_body(boxed(row((self._left_side, 1), self._beside, gap=0)))
        self.begin.clicked.connect(self.begin_round)
        self.mine.clicked.connect(self.rate_mine)
        self.top.back_pressed.connect(self.left)

    # what the place asks

    def open_round(self, round_id: str, child: str = "") -> None:
        if self._page is None or self._page.id != round_id:
            self._child = child
            self._closing_box.hide()
        self._child = child or self._child
        self.desk.ask(reading.round_page, self.desk.library, round_id).then(self._show, self)

    def refresh(self) -> None:
        if self._page is not None:
            self.open_round(self._page.id)

    def start(self) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def on_fold(self, fold: Fold) -> None:
        self._left_side.setParent(self)
        self._beside = self._side()
        laid = col if fold >= Fold.LIST else row
        self.set_body(boxed(laid((self._left_side, 1), self._beside, gap=0)))
        if self._page is not None:
            self._draw_child()

    # showing

    def _show(self, page: RoundPage) -> None:
        self._page = page
        made, today = page.round, page.today
        stuer = ", ".join(name for _, name in page.stuer)
        done = page.counted(Stand.FAELLES)
        asked = len(page.children) - page.counted(Stand.UDELADT)
        self.top.say(
            called(made, stuer),
            f"{period(made, today)} · {done} af {asked} vurderet sammen · {page.house}",
        )
        running = made.status is RoundState.I_GANG
        self.begin.setVisible(page.leads and made.status is RoundState.PLANLAGT)
        self.mine.setVisible(running and bool(page.to_rate))
        self.mine.say(f"Vurder {danish.count(len(page.to_rate), 'barn', 'børn')}")
        self._menu(page)
        quiet = page.unwritten
        names = danish.join_and([one.child.first_name for one in quiet[:6]])
        self.unwritten.say(f"{page.form.not_written} {names} · begynd der.", "info")
        self.unwritten.setVisible(bool(quiet) and made.status is not RoundState.LUKKET)
        new = danish.join_and([name for _, name in page.newcomers])
        self.newcomers.say(f"{new} er kommet til siden.", "info", icon="plus", link="Tag med")
        self.newcomers.setVisible(bool(new))
        self.list.set_rows([self._row(one, page) for one in page.children])
        if self._child not in {one.id for one in page.children}:
            self._child = page.children[0].id if page.children else ""
        self.list.choose(self._child)
        self._draw_child()
        if self.isVisible() and not self._beside.isAncestorOf(self.focusWidget()):
            self.start()

    def _menu(self, page: RoundPage) -> None:
        status = page.round.status
        self.more.empty()
        acts: list[tuple[str, Callable[[], None]]] = []
        if page.leads and status is not RoundState.LUKKET:
            acts.append(("Ret dage og skala", self.ask_change))
        if status is RoundState.I_GANG and page.may_close:
            acts.append(("Luk runden", self.close_round))
        if status is RoundState.LUKKET and page.may_close:
            acts.append(("Åbn runden igen", self.reopen))
        if (
            page.leads
            and status is RoundState.I_GANG
            and not any(one.rated for one in page.children)
        ):
            acts.append(("Sæt runden tilbage til planlagt", self.take_back_start))
        if page.leads and status is RoundState.PLANLAGT:
            acts.append(("Læg runden væk", self.remove))
        for words, act in acts:
            self.more.add(words, act)
        self._offer_papers(page, below=bool(acts))

    def _offer_papers(self, page: RoundPage, *, below: bool) -> None:
        if below:
            self.more.divide()
        if page.leads:
            self.more.add("Runden i tal", self.ask_overview, icon="tal")
            self.more.add("Brev til forældrene", self.print_letter, icon="udskrift")
        self.more.add("Stueliste", self.print_now, icon="udskrift")

    def _row(self, one: ChildInRound, page: RoundPage) -> ListRow:
        icon, colour = _ICONS[one.stand]
        joint = one.joint.record if one.joint else None
        begun = page.round.status is not RoundState.PLANLAGT
        return ListRow(
            key=one.id,
            title=one.child.name,
            aside="" if page.round.status is RoundState.LUKKET else written(one),
            mark=joint.position.value if joint else "",
            under="" if joint else who_has(one, page.names, begun=begun),
            note="din tur" if one.asked and page.round.status is RoundState.I_GANG else "",
            due="later" if one.asked and page.round.status is RoundState.I_GANG else None,
            icon=icon,
            colour=colour,
        )

    def _draw_child(self) -> None:
        """The chosen child at the right: how it stands, and what may be done."""
        page = self._page
        one = (
            next((each for each in page.children if each.id == self._child), None) if page else None
        )
        made = self._side(self._inside(one, page) if one and page else None)
        place = self._beside.parentWidget()
        layout_around = place.layout() if place is not None else None
        if layout_around is not None:
            layout_around.replaceWidget(self._beside, made)
        self._beside.hide()
        self._beside.deleteLater()
        self._beside = made

    def _inside(self, one: ChildInRound, page: RoundPage) -> QWidget:
        made = ChildSide(one, page)
        made.together_asked.connect(self._on_together)
        made.rate_asked.connect(self._on_rate)
        made.child_asked.connect(self._on_child)
        made.assigned.connect(self._on_assigned)
        return made

    def _side(self, child: QWidget | None = None) -> QWidget:
        """At the right, or beneath and low where there is no room beside."""
        nobody = empty("boern", "Ingen børn her", "Runden har ingen børn, du kan se.")
        inside = scroller(col(child or nobody, ..., gap=0))
        if self.fold < Fold.LIST:
            return panel(inside, em=PANEL_EM, margins=(14, 12, 6, 14))
        made = boxed(col(inside, margins=(24, 8, 24, 8)))
        made.setFixedHeight(look().theme.em(13))
        return made

    # papers

    def ask_overview(self) -> None:
        if self._page is not None:
            self.overview_asked.emit(self._page.id)

    def print_letter(self) -> None:
        if self._page is not None:
            self.desk.preview_asked.emit(previews.letter(self.desk.library, self._page.id))

    def print_now(self) -> None:
        """The room list, with the log told of each child on it."""
        if self._page is not None:
            self.desk.ask(papers.children_on, self._page).then(self._print_list, self)

    def _print_list(self, children: tuple[str, ...]) -> None:
        if self._page is not None:
            made = previews.room_list(self.desk.library, self._page.id, children)
            self.desk.preview_asked.emit(made)

    # acts

    @Slot(str)
    def _on_moved(self, child: str) -> None:
        if child and child != self._child:
            self._child = child
            self._draw_child()

    @Slot(str)
    def _on_opened(self, child: str) -> None:
        """Enter: what is next for this child, when something is."""
        page = self._page
        one = next((each for each in page.children if each.id == child), None) if page else None
        if page is None or one is None:
            return
        self._on_moved(child)
        if one.stand in {Stand.ALLE, Stand.FAELLES}:
            self.together_asked.emit(page.id, child)
        elif one.mine and page.round.status is RoundState.I_GANG:
            self.rate_asked.emit(page.id, child)

    @Slot()
    def _on_together(self) -> None:
        if self._page is not None:
            self.together_asked.emit(self._page.id, self._child)

    @Slot()
    def _on_rate(self) -> None:
        if self._page is not None:
            self.rate_asked.emit(self._page.id, self._child)

    @Slot()
    def _on_child(self) -> None:
        self.desk.go("boern", self._child)

    @Slot()
    def rate_mine(self) -> None:
        """From the first child that waits for me; those nobody has written about come first."""
        if self._page is not None and self._page.to_rate:
            self.rate_asked.emit(self._page.id, self._page.to_rate[0])

    @Slot(object)
    def _on_assigned(self, wanted: object) -> None:
        if self._page is not None:
            asked = self.desk.ask(planning.assign, self._page.id, wanted)  # type: ignore[arg-type]
            asked.then(self._on_acted, self)

    @Slot()
    def begin_round(self) -> None:
        self._act(
            planning.start,
            "Runden er begyndt. De, der vurderer, ser den hos sig.",
            planning.take_back_start,
        )

    @Slot()
    def take_in(self) -> None:
        """Those who came to the stue after the round was planned."""
        self._act(planning.take_in, "De nye er med i runden nu.")

    def ask_change(self) -> None:
        if self._page is not None:
            self.change_asked.emit(self._page.id)

    def take_back_start(self) -> None:
        self._act(planning.take_back_start, "Runden er planlagt igen.", planning.start)

    def remove(self) -> None:
        page = self._page
        self._act(planning.remove, "Runden er lagt væk.", planning.put_back)
        if page is not None:
            self._page = None
            self.left.emit()

    def reopen(self) -> None:
        self._act(planning.reopen, "Runden er åben igen.")

    @Slot()
    def close_round(self) -> None:
        """With children left it asks why, in a field above the list."""
        page = self._page
        if page is None:
            return
        left = any(one.stand not in {Stand.FAELLES, Stand.UDELADT} for one in page.children)
        if left and not self.because.text().strip():
            self._closing_box.show()
            self.because.setFocus()
            return
        self._closing_box.hide()
        because = self.because.text()
        self.because.clear()
        asked = self.desk.ask(planning.close, page.id, because)
        asked.then(self._then("Runden er lukket.", planning.reopen), self)

    def _act(
        self, service: Callable[..., Saved], words: str, undo: Callable[..., Saved] | None = None
    ) -> None:
        if self._page is not None:
            self.desk.ask(service, self._page.id).then(self._then(words, undo), self)

    def _then(self, words: str, undo: Callable[..., Saved] | None) -> Callable[[Saved], None]:
        def answer(saved: Saved) -> None:
            self._on_acted(saved)
            back = (lambda: self._undo(undo, saved.id)) if undo else None
            self.desk.say(words, "ok", back)

        return answer

    def _undo(self, service: Callable[..., Saved], round_id: str) -> None:
        def answer(saved: Saved) -> None:
            self.desk.announce(saved.changes)

        self.desk.ask(service, round_id).then(answer, self)

    def _on_acted(self, saved: Saved) -> None:
        changes: Changes = saved.changes
        self.desk.announce(changes, self)
        self.refresh()
