"""Familier: those in it, the waiting list in its order, and those who have been; and what may be done with each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.efforts.records import Enrolment, EnrolmentState, Presence
from tvaerfaglig.domain.protection import Samtykke
from tvaerfaglig.services.efforts import enrolling
from tvaerfaglig.services.efforts.families import Families, FamilyLine, families
from tvaerfaglig.services.efforts.reading import EffortPage
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.indsatser import (
    ADMIT,
    CORRECT,
    END,
    FAMILY,
    JOIN,
    OFF,
    WAITING,
    family_words,
)
from tvaerfaglig.ui.indsatser.forms import say_done
from tvaerfaglig.ui.indsatser.papers.button import PapersButton, invitation_button
from tvaerfaglig.ui.indsatser.rooms import EffortRoom
from tvaerfaglig.ui.konsultationer.meeting_list import MeetingList
from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.widgets import (
    Fold,
    boxed,
    button,
    col,
    empty,
    empty_layout,
    flow,
    message,
    muted,
    panel,
    row,
    scroller,
    section,
    small,
    text,
)
from tvaerfaglig.ui.widgets.drawn import Index

PANEL_EM = 22


class FamilyList(MeetingList):
    """`moved` comes as one goes along the rows."""

    moved = Signal(str)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if not self.signalsBlocked():
            self.moved.emit(self.current())


class FamiliesRoom(EffortRoom):
    """Enter opens a family's page, or gives the place to the one that waits. The unseen are only counted."""

    SHOWS = (Enrolment.KIND, Presence.KIND, Samtykke.KIND)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.join = button("Skriv en familie på", "primary", "plus")
        self.papers = PapersButton(desk, self)
        self.deeds = (self.papers, self.join)
        self.room_line = muted("")
        self.unseen = message("", "info", icon="beskyttet")
        self.list = FamilyList(name="Familier")
        first = button("Skriv den første på", "outlined", "plus")
        self.nothing = empty(
            "familie",
            "Her kommer de familier, I inviterer.",
            "De begynder på ventelisten, så alle kan se, hvem der er næste og hvorfor.",
            first,
        )
        self._first = first
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.nothing)
        self._left = boxed(
            col(self.room_line, self.unseen, (self._stack, 1), margins=(22, 12, 14, 8))
        )
        self._inside = col(gap="near")
        self._beside = self._side()
        self._around = boxed(row((self._left, 1), self._beside, gap=0))
        self.take(col(self._around, gap=0))
        self._found: Families | None = None
        self.join.clicked.connect(self._on_join)
        first.clicked.connect(self._on_join)
        self.list.moved.connect(self._on_moved)
        self.list.opened.connect(self._on_opened)

    # showing

    def open(self, page: EffortPage, which: str) -> None:
        if self.page is None or page.id != self.page.id:
            self._found = None
        super().open(page, which)

    def refresh(self) -> None:
        asked = self.desk.ask(families, self.effort_id)
        asked.then(partial(self._show, self.effort_id), self)
        if self.page is not None:
            self.papers.offer_effort(self.page.id, self.page.effort.name)

    def print_now(self) -> None:
        self.papers.press()

    def start(self) -> None:
        target = self.list if self.list.rows() else self._first
        (target if target.isVisibleTo(self) else self).setFocus(Qt.FocusReason.OtherFocusReason)

    def on_fold(self, fold: Fold) -> None:
        """The panel stands beneath where there is no room beside."""
        super().on_fold(fold)
        layout = self.layout()
        if layout is None:
            return
        self._left.setParent(self)
        self._beside = self._side()
        laid = col if fold >= Fold.LIST else row
        fresh = boxed(laid((self._left, 1), self._beside, gap=0))
        layout.replaceWidget(self._around, fresh)
        self._around.deleteLater()
        self._around = fresh
        self._tell_of(self.list.current())

    def _side(self) -> QWidget:
        self._inside = col(gap="near")
        inside = scroller(self._inside)
        if self.fold < Fold.LIST:
            return panel(inside, em=PANEL_EM, margins=(14, 12, 14, 14))
        made = boxed(col(inside, margins=(24, 8, 24, 8)))
        made.setFixedHeight(look().theme.em(15))
        return made

    def _show(self, effort: str, found: Families) -> None:
        if effort != self.effort_id:
            return
        fresh, self._found = self._found is None, found
        self.join.setVisible(found.is_open)
        self._first.setVisible(found.is_open)
        self.room_line.say(family_words.room(found))
        self.room_line.setVisible(found.is_open)  # nobody takes a place in what is over
        if found.unseen_here or found.unseen_waiting:
            self.unseen.say(family_words.unseen(found), "info", icon="beskyttet")
        else:
            self.unseen.hide()
        today = found.today
        groups = (
            ("Med nu", [family_words.member(one, today) for one in found.here]),
            ("Venteliste", [family_words.waits(one, found) for one in found.waiting]),
            ("Har været med", [family_words.has_been(one, today) for one in found.over]),
        )
        self.list.set_groups(groups)
        self._stack.setCurrentIndex(0 if self.list.rows() else 1)
        wanted = self._wanted(found)
        if wanted:
            self.list.choose(wanted)
            self.which = ""
        self._tell_of(self.list.current())
        if fresh and self.isVisible():
            self.start()

    def _wanted(self, found: Families) -> str:
        """The family one came for; from the way to the list the one that is next."""
        if self.which == WAITING:
            return found.waiting[0].enrolment if found.waiting else ""
        return self.which

    def _lines(self) -> Iterable[FamilyLine]:
        found = self._found
        return (*found.here, *found.waiting, *found.over) if found else ()

    def _line(self, enrolment: str) -> FamilyLine | None:
        return next((one for one in self._lines() if one.enrolment == enrolment), None)

    @property
    def child_at_hand(self) -> str | None:
        one = self._line(self.list.current())
        return one.child if one else None

    # the chosen one

    def _tell_of(self, enrolment: str) -> None:
        empty_layout(self._inside)
        one = self._line(enrolment)
        self._beside.setVisible(one is not None)
        if one is None or self._found is None:
            return
        parts: list[QWidget] = [text(words) for words in family_words.told(one, self._found.today)]
        if one.lacks:
            parts.append(message(f"{one.lacks}.", "watch", icon="samtykke"))
        if self._found.is_open and not one.may_write:
            parts.append(small("Du kan se familiens plads, men ikke ændre den."))
        acts = boxed(flow(*self._acts(one)))
        low = (
            self.fold >= Fold.LIST
        )  # beneath the list there is little room: what one may do comes first
        for each in (section(one.name), *((acts, *parts) if low else (*parts, acts))):
            self._inside.addWidget(each)
        self._inside.addStretch(1)

    def _acts(self, one: FamilyLine) -> list[QWidget]:
        """What may be done: the effort is open, and she may write about the child."""
        found, name = self._found, one.name.split()[0]
        assert found is not None
        made: list[QWidget] = []
        if one.place.status is not EnrolmentState.VENTER:
            made.append(
                self._act("Åbn familiens side", name, FAMILY, one.enrolment, icon="familie")
            )
        if found.is_open and one.may_write:
            made += self._changes(one, name, runs=found.runs)
        to_child = button("Barnets side", "link", name=f"Barnets side: {name}")
        to_child.clicked.connect(partial(self.desk.go, "boern", one.child))
        return [*made, to_child]

    def _changes(self, one: FamilyLine, name: str, *, runs: bool) -> Iterator[QWidget]:
        """A place is given, ended and given back by who runs the effort; the rest by who may write about the child."""
        status, key = one.place.status, one.enrolment
        if status is EnrolmentState.VENTER:
            if runs:
                yield self._act("Giv plads", name, ADMIT, key, icon="flueben")
            yield invitation_button(self.desk, key, one.child, one.name)
            yield self._act("Tag af listen", name, OFF, key)
        elif status is EnrolmentState.MED and runs:
            yield self._act("Afslut pladsen", name, END, key)
        if status in {EnrolmentState.VENTER, EnrolmentState.MED}:
            yield self._act("Ret", name, CORRECT, key)
        elif runs or status is EnrolmentState.TAGET_AF:
            words = "Tilbage på listen" if status is EnrolmentState.TAGET_AF else "Er med igen"
            back = button(words, "small", "fortryd", name=f"{words}: {name}")
            back.clicked.connect(partial(self._bring_back, one.place, key, name))
            yield back

    def _act(self, words: str, whose: str, *where: str, icon: str = "") -> QWidget:
        made = button(words, "outlined" if icon else "small", icon, name=f"{words}: {whose}")
        made.clicked.connect(partial(self.go, *where))
        return made

    # doing

    def _bring_back(self, before: Enrolment, enrolment: str, name: str) -> None:
        done = partial(self._brought_back, before, name)
        self.desk.ask(enrolling.undo, enrolment).then(done, self)

    def _brought_back(self, before: Enrolment, name: str, saved: Saved) -> None:
        self.desk.announce(saved.changes)
        self.which = saved.id
        off = before.status is EnrolmentState.TAGET_AF
        where = "står på ventelisten igen" if off else "er med igen"
        words = f"{danish.possessive(name)} familie {where}."
        say_done(
            self.desk, words, partial(enrolling.end_again, enrolment_id=saved.id, before=before)
        )

    @Slot()
    def _on_join(self) -> None:
        self.go(JOIN)

    @Slot(str)
    def _on_moved(self, enrolment: str) -> None:
        self._tell_of(enrolment)

    @Slot(str)
    def _on_opened(self, enrolment: str) -> None:
        one = self._line(enrolment)
        if one is None or self._found is None:
            return
        if one.place.status is not EnrolmentState.VENTER:
            self.go(FAMILY, enrolment)
        elif self._found.runs and self._found.is_open and one.may_write:
            self.go(ADMIT, enrolment)
