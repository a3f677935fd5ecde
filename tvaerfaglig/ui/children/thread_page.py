"""The thread of one concern: from the first worry to what helped, and what may belong to it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.services.children import threads
from tvaerfaglig.services.children.threads import Thread, ThreadStep
from tvaerfaglig.ui.children.told import dotted
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.widgets import (
    Page,
    boxed,
    button,
    col,
    empty_layout,
    frame,
    glyph,
    muted,
    page_head,
    row,
    scroller,
    section,
    small,
    strong,
)
from tvaerfaglig.ui.widgets.overlay import tab_stops

WIDEST_EM, DAY_EM = 56, 6.2
_ICONS = {
    "samtale": "samtale",
    "konsultation": "konsultation",
    "aftale": "aftale",
    "position": "maal",
    "observation": "observation",
}
_EMPTY = (
    "Intet hører til tråden endnu. Vælg nedenfor, eller skriv bekymringen på en aftale. "
    "Så kan I se, hvad der førte til hvad."
)


class ThreadPage(Page):
    """`closed` leads back to the child, `opened` sends the kind and the id of a step to go to."""

    closed = Signal()
    opened = Signal(str, str)

    def __init__(self, desk: Desk, concern: str) -> None:
        self.desk, self._concern = desk, concern
        self._said: Callable[[str], str] = str
        self._head = page_head("Tråden", " ")
        self._head.offer_back("Tilbage til barnet")
        self._steps = col(gap=2)
        self._near = col(gap=2)
        inner = boxed(col(self._steps, self._near, ..., gap="apart", margins=(24, 16, 24, 24)))
        inner.setMaximumWidth(look().theme.em(WIDEST_EM))
        super().__init__(self._head, scroller(boxed(row((inner, 1000), ..., gap=0))))
        self._head.back_pressed.connect(self.closed)
        desk.changed.connect(self._on_changed)
        self.refresh()

    def refresh(self) -> None:
        self.desk.ask(threads.thread, self._concern).then(self._show, self)

    def start(self) -> None:
        stops = tab_stops(self._body())
        (stops[0] if stops else self._head.back).setFocus(Qt.FocusReason.OtherFocusReason)

    def _body(self) -> QWidget:
        assert self.body is not None
        return self.body

    def _show(self, thread: Thread) -> None:
        concern, self._said = thread.concern.record, thread.names.said
        closed = f"lukket {danish.day(concern.closed_on)}" if concern.closed_on else "åben"
        self._head.say(
            f"Tråden: {self._said(thread.title)}",
            dotted(f"fra {danish.day(concern.first_noticed)}", closed),
        )
        focused = self.window().focusWidget()
        had = focused is not None and self.isAncestorOf(focused)
        empty_layout(self._steps)
        empty_layout(self._near)
        for one in thread.steps:
            self._steps.addWidget(self._step(one, thread))
        if not thread.steps:
            self._steps.addWidget(muted(_EMPTY))
        if concern.closed_on:
            ended = dotted(concern.closed_because, concern.achieved)
            self._steps.addWidget(
                self._line("flueben", danish.day_of_month(concern.closed_on), "Lukket", ended)
            )
        if thread.proposed and thread.may_link:
            self._near.addWidget(section("Hører det med?"))
            self._near.addWidget(small("Intet kommer med af sig selv."))
            for one in thread.proposed:
                self._near.addWidget(self._proposed(one))
        if had or focused is None:
            self.start()

    def _step(self, one: ThreadStep, thread: Thread) -> QWidget:
        acts = [self._go_button(one)]
        if thread.may_link:
            away = button("Hører ikke til", "link", name=f"Hører ikke til: {self._said(one.what)}")
            away.clicked.connect(partial(self._link, one.id, belongs=False))
            acts.append(away)
        day = danish.day_near(one.day, thread.today)
        return self._line(_ICONS[one.kind], day, one.what, dotted(one.who, one.effect), *acts)

    def _proposed(self, one: ThreadStep) -> QWidget:
        yes = button("Hører til", "small", "plus", name=f"Hører til: {self._said(one.what)}")
        yes.clicked.connect(partial(self._link, one.id, belongs=True))
        no = button("Nej", "link", name=f"Hører ikke til: {self._said(one.what)}")
        no.clicked.connect(partial(self._link, one.id, belongs=False))
        day = danish.day_of_month(one.day)
        return self._line(_ICONS[one.kind], day, one.what, one.why, yes, no)

    def _go_button(self, one: ThreadStep) -> QWidget:
        go = button("Åbn", "link", "pil-hoejre", name=f"Åbn: {self._said(one.what)}")
        go.clicked.connect(partial(self.opened.emit, one.kind, one.id))
        return go

    def _line(self, icon: str, day: str, what: str, more: str, *acts: QWidget) -> QWidget:
        when = small(day)
        when.setWordWrap(False)
        when.setMinimumWidth(look().theme.em(DAY_EM))
        words = boxed(
            col(strong(self._said(what)), small(self._said(more)) if more else None, gap=0)
        )
        return frame(
            "row", row(when, glyph(icon, "accent", 20), (words, 1), *acts, gap=10, margins=(0, 4))
        )

    def _link(self, target: str, *, belongs: bool) -> None:
        asked = self.desk.ask(threads.link, self._concern, target, belongs=belongs)
        asked.then(partial(self._linked, target, belongs=belongs), self)

    def _linked(self, target: str, changes: Changes, *, belongs: bool) -> None:
        self.desk.announce(changes, self)
        words = "Det hører til tråden." if belongs else "Det er taget ud af tråden."
        self.desk.say(words, "ok", partial(self._link, target, belongs=not belongs))
        self.refresh()

    def _on_changed(self, _changes: Changes, origin: object) -> None:
        if origin is not self and self.isVisible():
            self.refresh()
