"""The head of a child's page: who she is, what one must know, and the two things one comes to do."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.ages import age_words
from tvaerfaglig.domain.consent.standing import Standing, first_of, standing, whom
from tvaerfaglig.domain.people import Child, Custody
from tvaerfaglig.domain.protection import Guard
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.services.children.one_child import ChildPage
from tvaerfaglig.ui.widgets import (
    Chip,
    Flow,
    Segment,
    Segments,
    Tabs,
    avatar,
    boxed,
    button,
    chip,
    col,
    empty_layout,
    flow,
    mark,
    menu_button,
    message,
    one,
    row,
    spread,
    tabs,
    text,
)

TABS = (
    ("tidslinje", "Tidslinje"),
    ("forloeb", "Forløb"),
    ("netvaerk", "Netværk"),
    ("samtykker", "Deling og samtykke"),
    ("dokumenter", "Dokumenter"),
    ("log", "Hvem har set"),
)
AROUND = 48
ZOOMS = (Segment("dage", "Dage"), Segment("maaneder", "Måneder"), Segment("aar", "År"))


def facts_line(page: ChildPage) -> tuple[str, str]:
    """»4 år 2 mdr. · Solsikken« and, after the position, »siden 10. nov.«."""
    words = " · ".join(part for part in (age_words(page.child, page.today), page.place) if part)
    since = page.position_since
    return words, f"siden {danish.day_of_month(since)}" if since and page.position else ""


def chips_of(page: ChildPage) -> Iterable[Chip]:
    """What one must know before one speaks or writes."""
    child = page.child
    yield from consent_chips(page)
    interpreters = [one for one in child.parents if one.interpreter]
    if child.interpreter or interpreters:
        said = [f"{one.language} ({one.relation})".strip() for one in interpreters]
        yield chip(f"Tolk: {child.interpreter or danish.join_and(said)}", "tolk")
    if child.protected:
        yield chip("Beskyttet adresse", "beskyttet", "watch")
    if custody := custody_words(child):
        yield chip(custody, "foraeldremyndighed")
    shared = [one.record.staff for one in page.sharings if one.record.holds_on(page.today)]
    if shared:
        people = danish.join_and([page.names.first(one) for one in dict.fromkeys(shared)])
        yield chip(f"Delt med {people}", "person", "accent")
    yield from tovholder_chip(page)
    if child.left:
        yield chip(f"Udmeldt {danish.day_of_month(child.left)} {child.left.year}", "sted")


def tovholder_chip(page: ChildPage) -> Iterable[Chip]:
    """Who holds on to the course; to be noticed when she has not said yes, or is not here any more."""
    made = page.tovholder.record if page.tovholder else None
    if made is None or not made.who:
        return
    here = {one for one, _ in page.colleagues} | {one for one, _ in page.visitors}
    if made.who not in here:
        yield chip(
            f"Tovholder: {page.names.first(made.who)} er her ikke længere", "person", "watch"
        )
    elif made.taken_on is None:
        yield chip(f"Tovholder: {page.names.first(made.who)}, ikke bekræftet", "person", "watch")
    else:
        yield chip(f"Tovholder: {page.names.first(made.who)}", "person", "accent")


def consent_chips(page: ChildPage) -> Iterable[Chip]:
    """What may be told today, what runs out soon, and that one was withdrawn and nothing stands instead."""
    if page.hides_parents:
        return
    stands = {one.id: standing(one.record, page.today) for one in page.samtykker}
    holding = [one.record for one in page.samtykker if stands[one.id].holds]
    if holding:
        words = first_of(holding[0]) or whom(holding[0], page.names.staff)
        more = f" + {len(holding) - 1}" if len(holding) > 1 else ""
        yield chip(f"Samtykke: {words}{more}" if words else f"Samtykke{more}", "samtykke", "ok")
    elif Standing.TRUKKET in stands.values():
        yield chip("Samtykke trukket tilbage", "samtykke", "watch")
    elif Standing.UDLOEBET in stands.values():
        yield chip("Samtykke udløbet", "samtykke", "watch")
    ending = [one.until for one in holding if standing(one, page.today) is Standing.UDLOEBER]
    first = min((one for one in ending if one is not None), default=None)
    if first is not None:
        yield chip(f"Samtykke udløber {danish.day_of_month(first)}", "ur", "watch")


def custody_words(child: Child) -> str:
    """Who decides together, in a few words; empty where nobody has written it down."""
    alone = [one for one in child.parents if one.custody is Custody.ENE]
    if alone:
        return f"{danish.capital(alone[0].relation or alone[0].name)} har forældremyndigheden"
    shared = [one for one in child.parents if one.custody is Custody.FAELLES]
    return "Fælles forældremyndighed" if shared else ""


def guard_words(guard: Guard, by: str) -> str:
    """What the red bar says: against whom, what is gone, since when and by whom."""
    since = f"Sat {danish.day_of_month(guard.since)} af {by}."
    if guard.hides_parents:
        return (
            f"Værn: mistanke mod {guard.against.word}. Ring først, og sig ikke noget til forældrene. "
            f"Alt, der ville sige noget til dem, er væk fra siden. {since}"
        )
    return f"Værn: mistanke mod {guard.against.word}. Ring først. {since}"


class ChildHead(QFrame):
    """White; avatar, name, position, chips, tabs. What is pressed here the page answers."""

    back_pressed = Signal()
    observe = Signal()
    underret = Signal()
    akut = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "head")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.back = button("", "icon", "pil-venstre", name="Tilbage til listen")
        self.back.hide()
        self.more = menu_button("Mere, du kan skrive og gøre", words="Mere")
        self.letter = button("Underretning", "outlined", "underretning")
        self.observation = button("Observation", "primary", "plus")
        self.tabs: Tabs = tabs(TABS, name="Barnets side")
        self.zoom = Segments(ZOOMS, "dage", name="Hvor langt fra vil du se?")
        self.bar = message("", "act", icon="akut", link="Åbn Akut")
        self.bar.hide()
        self._face = avatar("", 48)
        self._name = text("", "title")
        self._line = flow(gap=5)
        self._chips = flow()
        self._chip_box = boxed(self._chips)
        acts = (self.more, self.letter, self.observation)
        words = col(spread(self._name, *acts, gap=4), boxed(self._line), gap=0)
        who = row(self.back, self._face, (words, 1), gap=12)
        body = col(who, self._chip_box, self.bar, self.tabs, gap=9)
        body.setContentsMargins(24, 14, 22, 0)
        self.setLayout(body)
        self.back.clicked.connect(self.back_pressed)
        self.letter.clicked.connect(self.underret)
        self.observation.clicked.connect(self.observe)
        self.bar.pressed.connect(self.akut)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The tabs keep their room before any of them is hidden."""
        super().resizeEvent(event)
        self.tabs.setMinimumWidth(min(self.tabs.sizeHint().width(), self.width() - AROUND))

    def show_child(self, page: ChildPage) -> None:
        """Other facts; the tab and the zoom stay."""
        name = page.child.name
        self._face.show_name(name)
        self._name.say(name)
        self._name.setAccessibleName(name)
        self._show_line(page)
        chips = list(chips_of(page))
        _refill(self._chips, chips)
        self._chip_box.setVisible(bool(chips))
        self._show_guard(page)
        self._say_sharing(page)
        self.observation.setVisible(Action.WRITE in page.may)
        self.letter.setVisible(Action.UNDERRET in page.may)
        self.show_tabs({"log"} if Action.SEE_LOG not in page.may else set())

    def _say_sharing(self, page: ChildPage) -> None:
        """While the parents are asked nothing, nothing on the page speaks of consent."""
        self.tabs.say("samtykker", "Deling" if page.hides_parents else "Deling og samtykke")

    def show_tabs(self, hidden: set[str]) -> None:
        for at, (key, _) in enumerate(TABS):
            self.tabs.setTabVisible(at, key not in hidden)

    def _show_line(self, page: ChildPage) -> None:
        words, since = facts_line(page)
        pieces: list[QWidget] = [one(f"{words} ·" if page.position else words, "muted")]
        if page.position:
            pieces += [mark(page.position.record.position.value), one(since, "muted")]
        _refill(self._line, pieces)

    def _show_guard(self, page: ChildPage) -> None:
        self.bar.setVisible(page.guard is not None)
        if page.guard is not None:
            guard = page.guard.record
            words = guard_words(guard, page.names.of_staff(guard.by))
            if self.bar.words() != words:
                self.bar.say(words, "act", icon="akut", link="Åbn Akut")


def _refill(layout: Flow, widgets: Iterable[QWidget]) -> None:
    empty_layout(layout)
    for widget in widgets:
        layout.addWidget(widget)
    layout.invalidate()
