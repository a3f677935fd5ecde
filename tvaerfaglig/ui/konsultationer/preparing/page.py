"""The sheet on screen: autosaved, saved with its konsultation, printed, and carried into the note at the start."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLayout, QWidget

from tvaerfaglig.domain.konsultation import KonsultationKind
from tvaerfaglig.domain.preparing.line import FromTheLog, Line
from tvaerfaglig.domain.preparing.preparation import Preparation
from tvaerfaglig.services.konsultation.page import KonsultationPage
from tvaerfaglig.services.konsultation.rules import NamesSomeone
from tvaerfaglig.services.meeting_papers.which import MeetingPaper
from tvaerfaglig.services.preparing import beginning, gathering
from tvaerfaglig.services.preparing.gathering import Prepared
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.konsultationer import wording
from tvaerfaglig.ui.konsultationer.papers import request_of
from tvaerfaglig.ui.konsultationer.preparing.parts import LAID, PARTS, PrepPart
from tvaerfaglig.ui.konsultationer.width import at_most
from tvaerfaglig.ui.konsultationer.writer import NoteWriter
from tvaerfaglig.ui.widgets import (
    Fold,
    Page,
    PageHead,
    SavedLabel,
    button,
    col,
    guidance,
    message,
    page_foot,
    row,
    scroller,
)

WIDEST_EM = 84
_LEFT = frozenset({"spoergsmaal", "ved", "proevet", "tanker"})
NO_LINK = "Uden navn er der intet at hente i loggen. Skriv selv det, I vil have med."
STRANGER = "Du kan ikke åbne barnets side, så her står kun det, I selv skriver."
BEGUN = "Mødet er begyndt. Det, der stod her, er ført over i notatet."


class PreparePage(Page):
    """`left` goes back to the note, `begun` sends the konsultation whose meeting has started."""

    left = Signal(str)
    begun = Signal(str)

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.writer = NoteWriter(desk, self.isVisible)
        self.print_button = button("Udskriv", icon="udskrift")
        self.start_button = button("Start mødet", "primary", "konsultation")
        self.saved_label = SavedLabel()
        self._head: PageHead = PageHead("Forberedelse", " ", self.print_button)
        self._head.offer_back("Tilbage til notatet")
        super().__init__(self._head, None, page_foot(self.saved_label, self.start_button))
        self.writer.setParent(self)
        self.parts: dict[str, PrepPart] = {}
        self.log = FromTheLog()
        self.every: tuple[Line, ...] = ()
        self._head.back_pressed.connect(self._on_back)
        self.print_button.clicked.connect(self.print_sheet)
        self.start_button.clicked.connect(self.begin)
        self.writer.opened.connect(self._on_opened)
        self.writer.renewed.connect(self._on_renewed)
        self.writer.touched.connect(self._say_saved)
        self.writer.kept.connect(self._on_kept)
        self.writer.saved.connect(self._on_saved)
        self.writer.refused.connect(self._on_refused)

    # what the place asks

    def open_sheet(self, konsultation: str) -> None:
        self.untell()
        self.writer.open(konsultation)

    @property
    def child_at_hand(self) -> str | None:
        page = self.writer.sitting.page if self.writer.is_open else None
        return page.child.id if page and page.child and page.whole_child else None

    def leave(self) -> None:
        if self.writer.is_open:
            self._flush()
            self.writer.save()

    def save_now(self) -> None:
        self.leave()

    def start(self) -> None:
        first = self.parts.get(PARTS[0].key)
        if first is not None:
            next(iter(first.proses.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def on_fold(self, fold: Fold) -> None:
        del fold
        if self.writer.is_open:
            self._flush()
            self._lay_out()

    # showing

    @property
    def page(self) -> KonsultationPage:
        return self.writer.sitting.page

    @property
    def _own(self) -> Preparation:
        return self.writer.sitting.note.preparation

    @Slot()
    def _on_opened(self) -> None:
        self.log, self.every = FromTheLog(), ()
        self._lay_out()
        if self.page.kept is not None and not self.page.kept.empty:
            self.tell(f"Du var i gang {self.page.kept_at}. Det, du skrev, står her.")
        self._ask_log()
        if self.isVisible():
            self.start()

    @Slot(bool)
    def _on_renewed(self, changed: bool) -> None:
        if changed:
            for part in self.parts.values():
                part.renew(self._value)
            self._ask_log()
        self._say_saved()

    def _ask_log(self) -> None:
        asked = self.desk.ask(gathering.prepare, self.writer.note_id, self.desk.library.categories)
        asked.then(self._on_log, self)

    def _on_log(self, prepared: Prepared) -> None:
        if not self.writer.is_open or prepared.page.id != self.writer.note_id:
            return
        before, self.log, self.every = (self.log, self.every), prepared.log, prepared.every
        if before != (self.log, self.every):
            self._show_log()

    def _show_log(self) -> None:
        chosen = self.writer.sitting.note.observations
        offered = {one.record for one in self.log.known}
        laid = tuple(
            one for one in self.every if one.record in chosen and one.record not in offered
        )
        for part in self.parts.values():
            part.show_log(self.log, self._own.left_out, laid)
        more = [one for one in self.every if one.record not in offered.union(chosen)]
        self.parts["ved"].offer_more(more)

    def _lay_out(self) -> None:
        page = self.page
        self._head.say(
            f"Forberedelse · {wording.called(page).capitalize()}", wording.when(page.note)
        )
        self.parts = {}
        for asked in PARTS:
            if asked.parents and page.hides_parents:
                continue
            made = PrepPart(asked, page, self._value)
            made.left.connect(self._on_left_line)
            made.written.connect(self._on_written)
            made.laid.connect(self._on_laid)
            self.parts[asked.key] = made
        self.set_body(scroller(col(at_most(WIDEST_EM, self._columns()), ..., gap=0)))
        self._show_log()
        self._say_saved()
        self.start_button.say(
            "Til notatet" if self._own.begun_at or page.is_closed else "Start mødet"
        )

    def _columns(self) -> QLayout:
        held, note = list(self.parts.values()), self._notes()
        if self.fold >= Fold.LIST:
            return col(*note, *held, ..., gap="apart", margins=(24, 16, 24, 32))
        left = [one for one in held if one.asked.key in _LEFT]
        right = [one for one in held if one.asked.key not in _LEFT]
        both = row(
            (col(*left, ..., gap="apart"), 1), (col(*right, ..., gap="apart"), 1), gap="apart"
        )
        return col(*note, both, ..., gap="apart", margins=(24, 16, 24, 32))

    def _notes(self) -> list[QWidget]:
        page = self.page
        said: list[QWidget] = []
        if page.hides_parents:
            said.append(message(wording.GUARDED, "act", icon="beskyttet"))
        if self._own.begun_at:
            said.append(message(BEGUN, "info"))
        if page.note.kind is not KonsultationKind.NAVNGIVET:
            said.append(guidance(NO_LINK))
        elif not page.whole_child:
            said.append(guidance(STRANGER))
        return said

    def _say_saved(self) -> None:
        sitting = self.writer.sitting
        if sitting.dirty and self.writer.is_pending:
            self.saved_label.say("Skriver …", saved=False)
        elif sitting.dirty:
            self.saved_label.say(f"Gemt {self.writer.kept_at}")
        else:
            self.saved_label.say(wording.where_it_stands(self.page, self.desk.my_id))

    # writing

    def _value(self, fact: str) -> str:
        note = self.writer.sitting.note
        held = note.preparation if fact.startswith(".") else note
        return str(getattr(held, fact.lstrip(".")))

    @Slot(str, str)
    def _on_written(self, fact: str, words: str) -> None:
        if fact.startswith("."):
            after = replace(self._own, **{fact.lstrip("."): words})  # type: ignore[arg-type]
            self.writer.change(preparation=after)
        else:
            self.writer.change(**{fact: words})

    @Slot(str)
    def _on_laid(self, observation: str) -> None:
        chosen = self.writer.sitting.note.observations
        self.writer.change(observations=(*chosen, observation))
        self._show_log()

    @Slot(str, bool)
    def _on_left_line(self, key: str, comes: bool) -> None:
        kind, _, record = key.partition(":")
        if kind == LAID:
            kept = tuple(one for one in self.writer.sitting.note.observations if one != record)
            self.writer.change(observations=(*kept, record) if comes else kept)
            return
        left = tuple(one for one in self._own.left_out if one != key)
        after = left if comes else (*left, key)
        self.writer.change(preparation=replace(self._own, left_out=after))

    def _flush(self) -> None:
        for part in self.parts.values():
            part.flush()

    @Slot(str)
    def _on_kept(self, clock: str) -> None:
        if self.writer.is_open and self.writer.sitting.dirty:
            self.saved_label.saved_at(clock)

    @Slot()
    def _on_saved(self) -> None:
        self.untell()

    @Slot(object)
    def _on_refused(self, error: BaseException) -> None:
        if not self.isVisible():
            self.desk.say(f"{error} Det, du skrev, ligger som din kladde på arket.", "watch")
        elif isinstance(error, NamesSomeone):
            self.tell(str(error), "info")
        else:
            self.desk.explain(error)

    # acts

    @Slot()
    def _on_back(self) -> None:
        if self.writer.is_open:
            self.left.emit(self.writer.note_id)

    @Slot()
    def begin(self) -> None:
        """Save the sheet, carry it over, and go to the note."""
        if not self.writer.is_open:
            return
        self._flush()
        if self._own.begun_at or self.page.is_closed:
            self.begun.emit(self.writer.note_id)
            return
        self.writer.save(self._begin)

    def _begin(self) -> None:
        asked = self.desk.ask(beginning.begin, self.writer.note_id, self.desk.library.categories)
        asked.then(self._on_begun, self, failed=self._on_refused)

    def _on_begun(self, saved: Saved) -> None:
        self.desk.announce(saved.changes, self)
        self.desk.say("Mødet er begyndt. Forberedelsen står i notatet.", "ok")
        self.begun.emit(saved.id)

    @Slot()
    def print_sheet(self) -> None:
        if self.writer.is_open:
            self._flush()
            self.writer.save(self._preview)

    def _preview(self) -> None:
        self.desk.preview_asked.emit(request_of(self.desk, MeetingPaper.FORBEREDELSE, self.page))
