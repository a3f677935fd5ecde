"""What one who is a party sees: her cases, and one of them opened, seen and thought kept apart."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.staff_case import Noted
from tvaerfaglig.services.staff_case.cases import OpenCase, StaffCases
from tvaerfaglig.ui.staff_case.forms import children_named, shared_with
from tvaerfaglig.ui.staff_case.wording import (
    EMPTY,
    FIRST,
    HEADING,
    LINE,
    ROADS,
    SEALED,
    TAMPERED,
    lost_words,
    stamp,
)
from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.widgets import (
    Page,
    boxed,
    button,
    card,
    col,
    empty,
    frame,
    glyph,
    hairline,
    message,
    muted,
    page_head,
    row,
    scroller,
    small,
    strong,
    text,
    thought,
)
from tvaerfaglig.ui.widgets.layout import Item

_WIDEST_EM = 58


class _ReadingPage(Page):
    def lay_out(self, *items: Item) -> None:
        inner = boxed(col(*items, ..., gap="apart", margins=(24, 16, 24, 24)))
        inner.setMaximumWidth(look().theme.em(_WIDEST_EM))
        self.set_body(scroller(boxed(row((inner, 1000), ..., gap=0))))


class CasesPage(_ReadingPage):
    """The same for everyone; whoever is a party finds her cases on it."""

    opened = Signal(str)
    new_asked = Signal()
    akut_asked = Signal()

    def __init__(self) -> None:
        self.new = button("Skriv om en ansat", "primary", "laas")
        super().__init__(page_head(HEADING, LINE, self.new))
        self.new.clicked.connect(self.new_asked)
        self.cards: list[QWidget] = []

    def show_cases(self, page: StaffCases) -> None:
        akut = message(FIRST, "act", icon="akut", link="Åbn Akut")
        akut.pressed.connect(self.akut_asked)
        told = [message(lost_words(at), "watch", icon="laas") for at in page.lost]
        told += [message(TAMPERED, "act", icon="laas")] if page.tampered else []
        roads = [boxed(col(strong(head), text(words), gap=0)) for head, words in ROADS]
        self.lay_out(
            akut,
            *told,
            self._mine(page),
            card("Sådan gør I", *roads),
            card("Hvem kan læse det", text(SEALED), icon="laas"),
        )

    def _mine(self, page: StaffCases) -> QWidget:
        if not page.cases:
            return card("", empty("laas", *EMPTY))
        lines: list[Item] = []
        for n, one in enumerate(page.cases):
            lines += [hairline()] if n else []
            lines.append(self._line(page, one))
        return card("Dine forseglede sager", *lines)

    def _line(self, page: StaffCases, one: OpenCase) -> QWidget:
        case = one.case
        go = button("Åbn", "small", name=f"Åbn sagen om {case.concerning}")
        go.clicked.connect(partial(self.opened.emit, one.id))
        until = f"næste skridt senest {danish.day_of_month(case.next_on)}" if case.next_on else ""
        state = f"lukket {danish.day_of_month(case.closed_on)}" if case.closed_on else until
        said = " · ".join(
            filter(None, (shared_with(page, one), f"ændret {stamp(one.changed_at)}", state))
        )
        words = boxed(col(strong(f"Om {case.concerning}"), small(danish.capital(said)), gap=0))
        return frame("row", row(glyph("laas", "muted", 20), (words, 1), go, gap=12, margins=(0, 4)))


class CasePage(_ReadingPage):
    """One case. The signals ask the place for what it says."""

    back = Signal()
    more_asked = Signal()
    steps_asked = Signal()
    correct_asked = Signal(str)
    seal_again_asked = Signal()
    print_asked = Signal()
    erase_asked = Signal()

    def __init__(self) -> None:
        self.more = button("Skriv mere", "primary", "plus")
        self.prints = button("Udskriv", "outlined", "udskrift")
        self._head = page_head(HEADING, LINE, self.prints, self.more)
        self._head.offer_back("Tilbage til Om en ansat")
        super().__init__(self._head)
        self._head.back_pressed.connect(self.back)
        self.more.clicked.connect(self.more_asked)
        self.prints.clicked.connect(self.print_asked)

    def show_case(self, page: StaffCases, opened: OpenCase) -> None:
        case = opened.case
        self._head.say(f"Om {case.concerning}", danish.capital(shared_with(page, opened)))
        self.lay_out(
            *self._closed_to(page, opened),
            self._entries(page, opened),
            self._steps(page, opened),
            self._about(page, opened),
            self._versions(page, opened),
        )

    def _closed_to(self, page: StaffCases, opened: OpenCase) -> list[Item]:
        if not opened.closed_to:
            return []
        who = danish.join_and([page.staff.get(one, "den anden") for one in opened.closed_to])
        if not opened.can_seal_again:
            words = (
                f"{who} kan ikke åbne sagen nu. Når {who.split()[0]} har valgt sin egen adgangskode, kan du "
                "forsegle den igen."
            )
            return [message(words, "watch", icon="laas")]
        words = f"{who} har fået en ny nøgle og kan ikke åbne sagen, før du forsegler den igen."
        made = message(words, "watch", icon="laas", link=f"Forsegl igen til {who.split()[0]}")
        made.pressed.connect(self.seal_again_asked)
        return [made]

    def _entries(self, page: StaffCases, opened: OpenCase) -> QWidget:
        items: list[Item] = []
        for n, one in enumerate(opened.case.in_order):
            items += [hairline()] if n else []
            items.append(self._entry(page, one))
        return card("Set og hørt", *items)

    def _entry(self, page: StaffCases, one: Noted) -> QWidget:
        at = f" kl. {danish.clock(one.at)}" if one.at else ""
        when = strong(danish.capital(f"{danish.day_long(one.day)}{at}"))
        own = one.by == page.me
        correct = button("Ret", "small", name=f"Ret det fra {danish.day_of_month(one.day)}")
        correct.clicked.connect(partial(self.correct_asked.emit, one.id))
        by = page.staff.get(one.by, "")
        eyes = one.whose_eyes(by)
        seen_by = f"set eller fortalt af {eyes}" if eyes else ""
        source = " · ".join(filter(None, (one.place, seen_by, f"skrevet af {by}")))
        own_thought = thought(small(f"{by} tænker"), text(one.thought)) if one.thought else None
        return boxed(
            col(
                row((when, 1), correct if own else None),
                text(one.seen),
                small(danish.capital(source)),
                own_thought,
                gap="tight",
            )
        )

    def _steps(self, page: StaffCases, opened: OpenCase) -> QWidget:
        del page
        case = opened.case
        write = button("Skriv", "small", "kladde", name="Skriv, hvad der er gjort")
        write.clicked.connect(self.steps_asked)
        until = f"Senest {danish.day(case.next_on)}" if case.next_on else ""
        closed = f"Lukket {danish.day(case.closed_on)}" if case.closed_on else ""
        return card(
            "Det, der er gjort",
            small("Det har lederen gjort"),
            text(case.leader_did) if case.leader_did else muted("Ikke skrevet endnu."),
            small("Næste skridt"),
            text(case.next_step) if case.next_step else muted("Ikke skrevet endnu."),
            small(until) if until else None,
            strong(closed) if closed else None,
            small("Lederen taler med kommunen. Du kan altid selv underrette."),
            action=write,
        )

    def _about(self, page: StaffCases, opened: OpenCase) -> QWidget | None:
        named = children_named(page, opened)
        return card("Børn, det handler om", text(named)) if named else None

    def _versions(self, page: StaffCases, opened: OpenCase) -> QWidget:
        last = opened.versions[-3:]
        said = [
            small(f"{danish.capital(stamp(at))} af {page.staff.get(by, '')}")
            for at, by in reversed(last)
        ]
        many = danish.count(len(opened.versions), "gang", "gange", spelled=True)
        away: QWidget | None = None
        if opened.case.closed_on is not None:
            away = button("Slet sagen", "danger")
            away.clicked.connect(self.erase_asked)
        return card(
            "Forseglet",
            small(f"Forseglet {many}. Senest:"),
            *said,
            row(away, ...) if away else None,
            icon="laas",
        )
