"""The roll: one family at a time, called as one would call names aloud, with one key for each answer.

What is answered is kept as a draft at once, so that a door that opens or a lock that falls loses none of it.
The day is held with the last answer; one Fortryd opens it again.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.efforts.records import Presence, SessionState
from tvaerfaglig.domain.efforts.roll_call import Mark, RollCall
from tvaerfaglig.domain.efforts.roll_keys import BACK
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.services.efforts import calling, roll
from tvaerfaglig.services.efforts.calling import Calling
from tvaerfaglig.services.efforts.one_day import DayPage
from tvaerfaglig.services.efforts.reading import EffortPage
from tvaerfaglig.services.efforts.roll import Called, OnRoll
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.indsatser import way
from tvaerfaglig.ui.indsatser.days import DAY, ROLL, wording
from tvaerfaglig.ui.indsatser.days.family_call import FamilyCall
from tvaerfaglig.ui.indsatser.days.roll_list import RollList
from tvaerfaglig.ui.indsatser.forms import say_done
from tvaerfaglig.ui.indsatser.rooms import EffortRoom
from tvaerfaglig.ui.konsultationer.width import at_most
from tvaerfaglig.ui.widgets import (
    Button,
    Fold,
    SavedLabel,
    announce,
    boxed,
    button,
    card,
    col,
    empty,
    empty_layout,
    page_foot,
    row,
    scroller,
    text,
)

WIDEST_EM = 40
PRIVATE = "ingen andre ser det, før alle har et svar"


class RollRoom(EffortRoom):
    """`which` is the day, or "DAY:ENROLMENT" where one family's answer is put right."""

    SHOWS = (Presence.KIND,)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.back, self.back_to = "Tilbage til dagen", DAY
        self.saved = SavedLabel()
        self.back_button = button(f"{BACK.upper()} · Tilbage til den forrige", "outlined")
        self.back_button.clicked.connect(self.step_back)
        self.keep_button: Button | None = None
        self.call = RollCall(())
        self._found: DayPage | None = None
        self._only = ""
        self._handed = False
        self.family: FamilyCall | None = None
        self._middle = QVBoxLayout()
        self._middle.setSpacing(16)
        self.list = RollList()
        left = scroller(
            col(at_most(WIDEST_EM, col(self._middle, ..., margins=(24, 16))), ..., gap=0)
        )
        self._columns = row(
            (left, 6), (scroller(col(self.list, ..., margins=(8, 16, 24, 16))), 4), gap=0
        )
        self._foot = page_foot(self.saved, self.back_button)
        self.take(col((boxed(self._columns), 1), self._foot, gap=0))

    # what the page asks

    def open(self, page: EffortPage, which: str) -> None:
        """Another day's keys answer nothing until it stands here."""
        self._found, self.call = None, RollCall(())
        self._draw()
        super().open(page, which)

    def refresh(self) -> None:
        session_id, _, self._only = self.which.partition(":")
        self.back_to = f"{DAY}:{session_id}"
        self.desk.ask(calling.begun, session_id).then(self._show, self)

    def renew(self, page: EffortPage) -> None:
        """A colleague answered meanwhile: what one has called oneself stays."""
        self.page = page
        if not self._handed:
            self.refresh()

    def start(self) -> None:
        if self.family is not None:
            self.family.start()
        elif self.keep_button is not None:
            self.keep_button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.setFocus()

    def on_fold(self, fold: Fold) -> None:
        super().on_fold(fold)
        way = self._columns.Direction
        below = fold >= Fold.PANEL
        self._columns.setDirection(way.TopToBottom if below else way.LeftToRight)
        self._columns.setStretch(0, 7 if below else 6)
        self._columns.setStretch(1, 2 if below else 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The letters of the family that is called, wherever on the page one stands."""
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        key = "Return" if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) else event.text()
        if plain and (event.key() == Qt.Key.Key_Backspace or key.casefold() == BACK):
            self.step_back()
        elif not (plain and key and self.family is not None and self.family.press(key.casefold())):
            super().keyPressEvent(event)

    # showing

    def _show(self, begun: Calling) -> None:
        found = begun.page
        self._found, self._handed = found, False
        self.heading = "Ret svaret" if self._only else "Opråb"
        self.line = f"{found.title} · {wording.day_and_hours(found.day, found.today)}"
        self.call = self._to_call(begun)
        was = "Du var i gang. Dine svar står, som du gav dem."
        said = was if self.call.marks else "Svarene gemmes, mens du kalder op."
        self.saved.say("" if self._only else said, saved=bool(self.call.marks))
        self._draw()
        self.headed.emit()

    def _to_call(self, begun: Calling) -> RollCall:
        if _why_not(begun.page):
            return RollCall(())
        return RollCall((self._only,)) if self._only else begun.call

    def _families(self) -> dict[str, OnRoll]:
        found = self._found
        return {one.enrolment: one for one in found.roll.families} if found and found.roll else {}

    def _draw(self) -> None:
        empty_layout(self._middle)
        self.family = self.keep_button = None
        families = self._families()
        coming = families.get(self.call.next)
        self.back_button.setVisible(bool(self.call.marks) and not self._only)
        called = self._found.roll if self._found else None
        self.list.show_roll(families, self.call, called.unseen if called else 0)
        if self._found is None:
            return
        if coming is None or called is None:
            self._middle.addWidget(self._nothing_left())
        else:
            self.family = FamilyCall(coming, called.reasons, self._place())
            self.family.answered.connect(self._on_answered)
            self._middle.addWidget(self.family)
        if self.isVisible():
            self.start()

    def _place(self) -> str:
        at, of = len(self.call.marks) + 1, len(self.call.families)
        return "" if self._only else f"{at} af {of}"

    def _nothing_left(self) -> QWidget:
        """All have an answer, or there is nobody to call."""
        found = self._found
        if self.call.marks:
            self.keep_button = button("Gem fremmødet", "primary", "flueben")
            self.keep_button.clicked.connect(self.hand_in)
            words = "Alle har et svar. Gem det, så er dagen holdt."
            return card("Klar", text(words), row(self.keep_button, ...))
        if found is not None and (why := _why_not(found)):
            return empty("kalender", *why)
        unseen = wording.unseen(found.roll.unseen) if found and found.roll else ""
        heading = "Alle, du kan se, har et svar." if unseen else "Alle har et svar."
        return empty("flueben", heading, unseen or "Der er ikke flere at kalde op den dag.")

    # answering

    @Slot(object)
    def _on_answered(self, given: Mark) -> None:
        self.call = self.call.answer(given.people, given.reason, given.note)
        if self._only:
            self._put_right()
        elif self.call.is_whole:
            self.hand_in()
        else:
            self._keep()
            self._draw()
            self._tell_next()

    @Slot()
    def step_back(self) -> None:
        """The last answer is asked for again."""
        if self.call.marks and not self._only and not self._handed:
            self.call = self.call.back()
            self._keep()
            self._draw()
            self._tell_next()

    def _tell_next(self) -> None:
        coming = self._families().get(self.call.next)
        if coming is not None:
            announce(self, f"{coming.first_name}, {self._place()}")

    def _keep(self) -> None:
        asked = self.desk.ask(calling.keep, self._session, self.call.marks)
        asked.then(self._on_kept, self)

    def _on_kept(self, clock: str) -> None:
        self.saved.saved_at(clock, PRIVATE)

    @property
    def _session(self) -> str:
        return self.which.partition(":")[0]

    @Slot()
    def hand_in(self) -> None:
        """The roll is whole: kept, and the day is held where nobody else's families wait."""
        if self._handed:
            return
        self._handed = True
        asked = self.desk.ask(calling.hand_in, self._session, self.call.marks)
        asked.then(self._on_handed_in, self, failed=self._on_refused)

    def _on_refused(self, error: BaseException) -> None:
        """What was answered stays; the families are asked for as they are now."""
        self.desk.explain(error)
        self._keep()
        self.refresh()

    def _on_handed_in(self, called: Called) -> None:
        self.desk.announce(called.changes, self)
        marks = self.call.marks
        came = sum(bool(one.people) for one in marks)
        said = f"{came} af {len(marks)} kom. Dagen er holdt."
        if called.left:
            waits = danish.count(called.left, "familie venter", "familier venter", spelled=True)
            said = f"Dine svar er gemt. {danish.capital(waits)} på en kollega, før dagen er holdt."
        again = way(self.effort_id, ROLL, self._session)
        back = partial(calling.take_back, session_id=self._session, marks=marks[:-1], called=called)
        self.go(DAY, self._session)
        say_done(self.desk, said, back, again)

    def _put_right(self) -> None:
        asked = self.desk.ask(roll.answer_again, self._session, self.call.marks[0])
        asked.then(self._on_put_right, self, failed=self._on_not_right)

    def _on_not_right(self, error: BaseException) -> None:
        self.desk.explain(error)
        self.refresh()

    def _on_put_right(self, changes: Changes) -> None:
        self.desk.announce(changes, self)
        self.go(DAY, self._session)
        self.desk.say("Svaret er rettet.", "ok")


def _why_not(found: DayPage) -> tuple[str, str] | None:
    """What stands in the way of calling that day, and what to do."""
    if not found.has_families:
        return "Der er ingen familier at kalde op.", "Notér dagen som holdt i stedet."
    if found.roll is None:
        return "Opråbet føres af dem, der står for indsatsen.", "Tal med dem, hvis noget mangler."
    if found.day.status is SessionState.AFLYST:
        return "Dagen er aflyst.", "Sæt den tilbage, hvis den blev holdt alligevel."
    if found.not_begun:
        return found.not_begun, wording.roll_from(found.day)
    return None
