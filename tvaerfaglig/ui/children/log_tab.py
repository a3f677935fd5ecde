"""Hvem har set: every look, print and change at this child, for the leader. Never a word of a note."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.services import access_log
from tvaerfaglig.services.access_log import Access, Act, Wanted
from tvaerfaglig.services.children.one_child import ChildPage
from tvaerfaglig.ui.children.log_list import LogList
from tvaerfaglig.ui.children.parents_papers import blocked, log_request
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.widgets import (
    DayField,
    boxed,
    button,
    choice,
    col,
    empty,
    field,
    flow,
    guidance,
    message,
    muted,
    row,
    scroller,
)

SAYS = "Her står, hvem der har set, skrevet og udskrevet, og hvornår. Teksten selv står her ikke."
_LEAST_LIST_EM = 14
NOTHING = "Ingen linjer passer til det, du har valgt."


class LogTab(QWidget):
    """Asks for the log only when it is looked at; what was chosen stays chosen from child to child."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._page: ChildPage | None = None
        self._lines: list[Access] = []
        self.list = LogList()
        self.who = choice((("", "Alle"),))
        self.act = choice((("", "Alt"), *((one.value, one.word) for one in Act)))
        today = lambda: desk.clock.now().date()  # noqa: E731  asked each time: the demo owns its clock
        self.first, self.last = DayField(today), DayField(today)
        self.all = button("Vis alt", "link")
        self.to_parents = button("Udskrift til forældrene", "outlined", "udskrift")
        self._count, self._guard = muted(""), message("", "act", icon="afdaempet")
        self._none = empty("soeg", "Intet her", NOTHING)
        self._none.hide()
        self._guard.hide()
        self._build()
        for box in (self.who, self.act):
            box.chosen_changed.connect(self._on_wanted)
        for day in (self.first, self.last):
            day.changed.connect(self._on_wanted)
        self.all.clicked.connect(self._on_all)
        self.to_parents.clicked.connect(self._on_to_parents)

    def _build(self) -> None:
        filters = boxed(
            flow(
                field("Hvem", self.who),
                field("Hvad", self.act),
                boxed(row(field("Fra", self.first), field("Til", self.last), gap=12)),
                gap=12,
            )
        )
        top = row(self._count, self.all, ..., self.to_parents)
        body = col(
            guidance(SAYS), self._guard, filters, top, (self.list, 1), self._none, gap="near"
        )
        place = QVBoxLayout(self)
        place.setContentsMargins(0, 0, 0, 0)
        body.setContentsMargins(24, 16, 24, 16)
        place.addWidget(
            scroller(body)
        )  # in a low window the fields scroll away, and the list is there whole
        self._keep_some_lines()
        look().changed.connect(self._keep_some_lines)

    @Slot()
    def _keep_some_lines(self) -> None:
        self.list.setMinimumHeight(look().theme.em(_LEAST_LIST_EM))

    def show_child(self, page: ChildPage) -> None:
        if Action.SEE_LOG not in page.may:
            return
        self._page = page
        why_not = blocked(page)
        self._guard.setVisible(bool(why_not))
        if why_not:
            self._guard.say(why_not, "act", icon="afdaempet")
        self.to_parents.block(why_not)
        ask = self.desk.ask(access_log.of_child, page.stored.id)
        ask.then(partial(self._show, page), self)

    def wanted(self) -> Wanted:
        """What is asked for in the fields now."""
        act = self.act.chosen()
        return Wanted(
            who=self.who.chosen(),
            act=Act(act) if act else None,
            first=self.first.value(),
            last=self.last.value(),
        )

    def _show(self, page: ChildPage, lines: list[Access]) -> None:
        if page is not self._page:
            return
        self._lines = lines
        people = {line.who: page.names.of_staff(line.who) for line in lines}
        by_name = sorted(people.items(), key=lambda pair: pair[1])
        self.who.offer((("", "Alle"), *by_name), self.who.chosen())
        self.who.updateGeometry()
        self._on_wanted()

    @Slot()
    def _on_wanted(self, *_: object) -> None:
        if self._page is None:
            return
        wanted = self.wanted()
        found = access_log.chosen(self._lines, wanted)
        self.list.show_lines(found, self._page.names, self._page.today)
        self.list.setVisible(bool(found))
        self._none.setVisible(not found)
        self.all.setVisible(wanted != Wanted())
        whole = danish.count(len(self._lines), "linje", "linjer")
        same = len(found) == len(self._lines)
        self._count.say(whole if same else f"{len(found)} af {whole}")

    @Slot()
    def _on_all(self) -> None:
        self.who.choose("")
        self.act.choose("")
        self.first.set_value(None)
        self.last.set_value(None)
        self._on_wanted()
        self.who.setFocus()

    @Slot()
    def _on_to_parents(self) -> None:
        if self._page is not None:
            request = log_request(
                self._page, self.desk.library, self.first.value(), self.last.value()
            )
            self.desk.preview_asked.emit(request)
