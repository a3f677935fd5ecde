"""One day: who came, what it was about, who held it; from here it is called, moved, cancelled and put back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.efforts.records import EffortSession, Presence, SessionState
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.services.efforts import one_day, sessions
from tvaerfaglig.services.efforts.one_day import DayPage
from tvaerfaglig.services.efforts.reading import EffortPage
from tvaerfaglig.services.efforts.roll import OnRoll
from tvaerfaglig.services.session import Session
from tvaerfaglig.services.stepping import Stepped
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.indsatser import way
from tvaerfaglig.ui.indsatser.days import DAY, DAYS, ROLL, wording
from tvaerfaglig.ui.indsatser.forms import say_done
from tvaerfaglig.ui.indsatser.rooms import EffortRoom
from tvaerfaglig.ui.konsultationer.width import at_most
from tvaerfaglig.ui.widgets import (
    boxed,
    button,
    card,
    col,
    empty_layout,
    frame,
    glyph,
    muted,
    row,
    scroller,
    small,
    strong,
    text,
)

WIDEST_EM = 56


class DayRoom(EffortRoom):
    """The filled button is what the day needs next: the roll, that it was held, or its note."""

    SHOWS = (EffortSession.KIND, Presence.KIND)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.back, self.back_to = "Tilbage til dagene", DAYS
        self.move_button = button("Flyt dagen", "outlined", "kalender")
        self.cancel_button = button("Aflys dagen", "outlined", "minus")
        self.back_button = button("Sæt dagen tilbage", "outlined", "fortryd")
        self.roll_button = button("O · Opråb", "primary", "flueben", name="Opråb, tast O")
        said = "Notér som holdt, tast H"
        self.hold_button = button("H · Notér som holdt", "primary", "flueben", name=said)
        self.note_button = button("Skriv tema og note", "outlined", "kladde")
        self.deeds = (
            self.move_button, self.cancel_button, self.back_button, self.note_button,
            self.roll_button, self.hold_button,
        )  # fmt: skip
        self.move_button.clicked.connect(partial(self._to, "flytdag"))
        self.cancel_button.clicked.connect(partial(self._to, "aflysdag"))
        self.back_button.clicked.connect(self._put_back)
        self.roll_button.clicked.connect(partial(self._to, ROLL))
        self.hold_button.clicked.connect(self.hold)
        self.note_button.clicked.connect(partial(self._to, "dagsnote"))
        self._cards = QVBoxLayout()
        self._cards.setSpacing(16)
        inner = col(self._cards, ..., margins=(24, 16))
        self._scroll = scroller(col(at_most(WIDEST_EM, inner), ..., gap=0))
        self.take(col(self._scroll, gap=0))
        self._found: DayPage | None = None

    def open(self, page: EffortPage, which: str) -> None:
        self._found = None
        super().open(page, which)

    def refresh(self) -> None:
        self.desk.ask(one_day.day_page, self.which).then(self._show, self, failed=self._on_gone)

    def start(self) -> None:
        deeds = (self.roll_button, self.hold_button, self.note_button, self.back_button)
        shown = next((one for one in deeds if one.isVisible()), self._scroll)
        shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.take_key(event):
            super().keyPressEvent(event)

    def take_key(self, event: QKeyEvent) -> bool:
        deeds = {Qt.Key.Key_O: self.roll_button, Qt.Key.Key_H: self.hold_button}
        deed = deeds.get(Qt.Key(event.key()))
        if deed is None or not deed.isVisible() or event.modifiers():
            return False
        deed.click()
        return True

    def _on_gone(self, error: BaseException) -> None:
        self.desk.explain(error)
        self.go(DAYS)

    # showing

    def _show(self, found: DayPage) -> None:
        if found.id != self.which:
            return
        self._found = found
        made = found.day
        self.heading = made.theme or danish.capital(danish.day_long(made.day))
        self.line = f"{found.title} · {wording.day_and_hours(made, found.today)}"
        self._dress_deeds(found)
        empty_layout(self._cards)
        for each in self._made(found):
            self._cards.addWidget(each)
        self.headed.emit()
        if self.isVisible():
            self.start()

    def _dress_deeds(self, found: DayPage) -> None:
        made = found.day
        open_ = found.runs and made.status is SessionState.PLANLAGT
        cancelled = made.status is SessionState.AFLYST
        callable_ = found.runs and not cancelled and not found.not_begun
        waits = found.roll is not None and not found.roll.to_call().is_whole
        called = callable_ and found.has_families and (waits or open_)
        self.roll_button.setVisible(called)
        self.hold_button.setVisible(callable_ and open_ and not found.has_families)
        self.note_button.setVisible(found.runs and not cancelled)
        said = made.theme or made.note
        self.note_button.say("Ret tema og note" if said else "Skriv tema og note")
        self.move_button.setVisible(open_)
        self.cancel_button.setVisible(open_)
        self.back_button.setVisible(found.runs and cancelled)

    def _made(self, found: DayPage) -> Iterator[QWidget]:
        made = found.day
        if made.status is SessionState.AFLYST:
            yield card("Aflyst", text(made.cancelled_because))
        if made.moved_from is not None:
            because = made.moved_because or "Der står ikke hvorfor."
            yield card(
                f"Flyttet fra {danish.day_near(made.moved_from, found.today)}", text(because)
            )
        if found.has_families and made.status is not SessionState.AFLYST:
            yield _who_came(found, self)
        yield _about(found)

    # doing

    def _to(self, where: str, *_: object) -> None:
        self.go(where, self.which)

    @Slot()
    def hold(self) -> None:
        self._do(sessions.hold_without_families, "Dagen er holdt.")

    @Slot()
    def _put_back(self) -> None:
        self._do(sessions.put_back, "Dagen er sat tilbage.")

    def _do(self, service: Callable[[Session, str], Stepped], said: str) -> None:
        if self._found is not None:
            self.desk.ask(service, self.which).then(partial(self._on_done, said), self)

    def _on_done(self, said: str, saved: Stepped) -> None:
        self._announce(saved.changes)
        back = partial(one_day.as_it_was, step=saved.step)
        say_done(self.desk, said, back, way(self.effort_id, DAY, self.which))

    def _announce(self, changes: Changes) -> None:
        self.desk.announce(changes, self)
        self.refresh()


def _who_came(found: DayPage, room: DayRoom) -> QWidget:
    """One line a family that one may see, with the way to put it right."""
    called = found.roll
    if called is None:
        return card("Fremmøde", muted("Det føres af dem, der står for indsatsen."))
    answered = [one for one in called.families if one.said]
    lines = [_family(one, found, room) for one in answered]
    left = len(called.families) - len(answered)
    waits = danish.count(left, "familie mangler svar.", "familier mangler svar.", spelled=True)
    came = sum(1 for one in answered if one.said and one.said.came)
    nobody = not called.families and not called.unseen
    return card(
        "Fremmøde",
        *lines,
        muted("Ingen familier er med den dag.") if nobody else None,
        muted(_not_yet(found, danish.capital(waits))) if left else None,
        small(wording.unseen(called.unseen)) if called.unseen else None,
        count=f"{came} af {len(answered)} kom" if answered else "",
    )


def _not_yet(found: DayPage, waits: str) -> str:
    return wording.roll_from(found.day) if found.not_begun else waits


def _family(one: OnRoll, found: DayPage, room: DayRoom) -> QWidget:
    assert one.said is not None
    words = wording.answer(one.said, one.first_name)
    icon = glyph("flueben" if one.said.came else "minus", "ok" if one.said.came else "muted", 18)
    put_right = button("Ret", "small", name=f"Ret svaret for {one.first_name}")
    put_right.clicked.connect(partial(room.go, ROLL, found.id, one.enrolment))
    note = small(one.said.note) if one.said.note else None
    company = small(words) if words != one.first_name else None
    beside = boxed(col(strong(one.first_name), company, note, gap=0))
    return frame("row", row(icon, (beside, 1), put_right, gap=10, margins=(0, 4)))


def _about(found: DayPage) -> QWidget:
    made, names = found.day, dict(found.colleagues)
    held_by = danish.join_and([names[one] for one in made.held_by if one in names])
    used = wording.time_used(made) if made.status is SessionState.HOLDT else ""
    said = (("Tema", made.theme), ("Note til alle familier", made.note), ("Sted", made.place),
            ("Holdt af", held_by), ("Tid brugt", used))  # fmt: skip
    lines = [boxed(col(small(label), text(words), gap=0)) for label, words in said if words]
    return card("Tema og note", *(lines or [muted("Der er ikke skrevet noget endnu.")]))
