"""Overblik: what it is, who has it, what is next, and what is missing, each with the way to where it is mended."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.efforts.records import EffortState, EnrolmentState, Presence
from tvaerfaglig.domain.efforts.sheets import Sheet
from tvaerfaglig.domain.protection import Samtykke
from tvaerfaglig.services import names
from tvaerfaglig.services.efforts.missing import Gap, Lack, missing
from tvaerfaglig.services.efforts.reading import EffortPage
from tvaerfaglig.services.names import Names
from tvaerfaglig.services.session import Session
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.indsatser import CHANGE, CLOSE, CORRECT, FAMILIES, FAMILY, WAITING
from tvaerfaglig.ui.indsatser.acts import begin_now
from tvaerfaglig.ui.indsatser.days import DAY, PLAN, VISIT_PLAN
from tvaerfaglig.ui.indsatser.papers.button import PapersButton
from tvaerfaglig.ui.indsatser.rooms import EffortRoom
from tvaerfaglig.ui.indsatser.wording import when
from tvaerfaglig.ui.konsultationer.width import at_most
from tvaerfaglig.ui.widgets import (
    Button,
    boxed,
    button,
    card,
    col,
    empty_layout,
    prose,
    row,
    scroller,
    small,
    spread,
    text,
)

WIDEST_EM = 60
_MENDED = {
    Lack.SLUT: ("Afslut", CLOSE),
    Lack.ROLLE: ("Find en kollega", CHANGE),
    Lack.SAMTYKKE: ("Skriv det på", CORRECT),
    Lack.STATUS: ("Hold status", FAMILY),
    Lack.FREMMOEDE: ("Åbn dagen", DAY),
    Lack.DAGE: ("Planlæg dagene", PLAN),
    Lack.BESOEG: ("Planlæg besøgene", VISIT_PLAN),
    Lack.PLADS: ("Se ventelisten", WAITING),
}
"""The words of the button, and where it leads."""


@dataclass(frozen=True, slots=True)
class Found:
    """What the room asks for beside the page."""

    named: Names
    gaps: tuple[Gap, ...]


def found(session: Session, effort_id: str) -> Found:
    return Found(names.names(session), missing(session, effort_id))


class OverviewRoom(EffortRoom):
    """Cards, from what is next and missing to what it is."""

    SHOWS = (Samtykke.KIND, Presence.KIND, Sheet.KIND)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(16)
        inner = col(self._cards, ..., margins=(24, 16))
        self._scroll = scroller(col(at_most(WIDEST_EM, inner), ..., gap=0))
        self.take(col(self._scroll, gap=0))
        self._first: Button | None = None
        self._fresh = True
        self.papers = PapersButton(desk, self)
        self.deeds = (self.papers,)

    def open(self, page: EffortPage, which: str) -> None:
        """Another effort begins at its top."""
        self._fresh = self._fresh or self.page is None or page.id != self.page.id
        super().open(page, which)

    def refresh(self) -> None:
        if self.page is not None:
            page = self.page
            self.desk.ask(found, page.id).then(partial(self._show, page), self)
            self.papers.offer_effort(page.id, page.effort.name)

    def print_now(self) -> None:
        self.papers.press()

    def start(self) -> None:
        (self._first or self._scroll).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, page: EffortPage, answer: Found) -> None:
        if self.page is not page:
            return
        typed = self._first is None or self.isAncestorOf(self.focusWidget() or self)
        empty_layout(self._cards)
        self._first = None
        for one in (
            self._ended(page),
            self._next(page),
            self._missing(page, answer.gaps),
            self._families(page),
            self._what(page),
            self._who(page, answer.named),
        ):
            if one is not None:
                self._cards.addWidget(one)
        if (typed or self._fresh) and self.isVisible():
            self.start()
        if self._fresh:
            self._scroll.verticalScrollBar().setValue(0)
            self._fresh = False

    # the cards

    def _ended(self, page: EffortPage) -> QWidget | None:
        made = page.effort
        if made.status is not EffortState.AFSLUTTET:
            return None
        on = f"Afsluttet {danish.day(made.ended_on)}." if made.ended_on else ""
        return card("Det kom der ud af det", prose(made.outcome), small(on), icon="flueben")

    def _next(self, page: EffortPage) -> QWidget | None:
        if not page.effort.is_open:
            return None
        today = self.desk.clock.now().date()
        planned = [one for one in page.sessions if one.record is page.next_day(today)]
        if not planned:
            return None
        day = planned[0].record
        about = " · ".join(filter(None, (day.theme, day.place)))
        opens = self._road("Åbn dagen", "Åbn dagen, den næste", DAY, planned[0].id)
        said = boxed(spread(text(when(day, today)), opens))
        return card("Næste gang", said, small(about) if about else None, icon="kalender")

    def _missing(self, page: EffortPage, gaps: tuple[Gap, ...]) -> QWidget | None:
        if not page.effort.is_open:
            return None
        if not gaps:
            return card("Det mangler", text("Intet lige nu. Alt er på plads."), icon="flueben")
        lines = [self._gap(page, one) for one in gaps]
        return card("Det mangler", *lines, count=str(len(gaps)), icon="spoergsmaal")

    def _gap(self, page: EffortPage, gap: Gap) -> QWidget:
        road = self._mend(gap) if page.runs or gap.what is Lack.SAMTYKKE else None
        return boxed(row((text(gap.words), 1), road)) if road else text(gap.words)

    def _mend(self, gap: Gap) -> Button:
        if gap.what is Lack.BEGYND:
            made = button("Begynd nu", "small")
            made.clicked.connect(partial(begin_now, self.desk, self.effort_id))
            self._first = self._first or made
            return made
        words, where = _MENDED[gap.what]
        return self._road(words, f"{words}: {gap.words}", where, gap.which)

    def _road(self, words: str, name: str, *where: str) -> Button:
        made = button(words, "small", name=name)
        made.clicked.connect(partial(self.go, *where))
        self._first = self._first or made
        return made

    def _families(self, page: EffortPage) -> QWidget | None:
        if not page.effort.subject.has_families:
            return None
        states = [one.record.status for one in page.families]
        here, waits = states.count(EnrolmentState.MED), states.count(EnrolmentState.VENTER)
        been = len(states) - here - waits
        nobody = "Ingen familier er med endnu" if page.effort.is_open and not been else ""
        said = [
            f"{danish.count(here, 'familie', 'familier')} er med" if here else nobody,
            f"{waits} venter" if waits else "",
            f"{danish.count(been, 'familie', 'familier')} har været med" if been else "",
        ]
        opens = self._road("Se familierne", "Se familierne", FAMILIES)
        more = danish.count(page.unseen, "familie", "familier", spelled=True)
        hidden = f"{danish.capital(more)} til, som du ikke har adgang til." if page.unseen else ""
        line = boxed(
            spread(text(f"{', '.join(filter(None, said)) or 'Ingen familier var med'}."), opens)
        )
        return card("Familier", line, small(hidden) if hidden else None, icon="familie")

    def _what(self, page: EffortPage) -> QWidget:
        made, kind = page.effort, page.kind
        facts = [
            f"Aktivitet: {made.activity}" if made.activity else "",
            f"Sted: {made.place}" if made.place else "",
            f"{kind.rhythm.words()}.",
            f"Til {danish.day(made.end)}." if made.end else "",
            f"Projekt: {made.project}" if made.project else "",
        ]
        lines = [small(one) for one in facts if one]
        return card(
            "Det går den ud på", text(kind.line), prose(kind.purpose), *lines, icon="indsats"
        )

    def _who(self, page: EffortPage, named: Names) -> QWidget:
        lines: list[QWidget] = []
        for seat in page.kind.seats:
            here = [named.of_staff(one.staff) for one in page.effort.seated if one.seat == seat.id]
            if here:
                lines.append(
                    boxed(
                        col(
                            text(f"{seat.name}: {danish.join_and(here)}"),
                            small(seat.meaning),
                            gap=0,
                        )
                    )
                )
        change = (
            self._road("Ret", "Ret, hvem der står for indsatsen", CHANGE)
            if page.runs and page.effort.is_open
            else None
        )
        return card(
            "De står for indsatsen",
            *(lines or [text("Ingen endnu.")]),
            icon="person",
            action=change,
        )
