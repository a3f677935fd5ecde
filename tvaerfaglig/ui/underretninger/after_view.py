"""A letter that is finished, sent or laid aside: its clock, its log, what is written next, and the journal."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.deadline import due
from tvaerfaglig.domain.underretning import Stage
from tvaerfaglig.services.after_sending.course import After
from tvaerfaglig.services.letters.page import LetterPage
from tvaerfaglig.ui.children.remarks_card import RemarksCard
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.lent_clipboard import LentClipboard
from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.underretninger.after import clock_card
from tvaerfaglig.ui.underretninger.after.acts import AfterActs, Form
from tvaerfaglig.ui.underretninger.after.call_form import CallForm
from tvaerfaglig.ui.underretninger.after.clock_card import ClockCard
from tvaerfaglig.ui.underretninger.after.copies_card import CopiesCard, SectionsCard
from tvaerfaglig.ui.underretninger.after.course_card import CourseCard
from tvaerfaglig.ui.underretninger.after.journal_card import JournalCard
from tvaerfaglig.ui.underretninger.after.ladder_card import LadderCard
from tvaerfaglig.ui.underretninger.after.pack_card import pack_card
from tvaerfaglig.ui.underretninger.comments import CommentsPanel
from tvaerfaglig.ui.underretninger.letter_head import DUTY
from tvaerfaglig.ui.underretninger.step_form import StepForm, StepNote
from tvaerfaglig.ui.underretninger.wording import stage_words
from tvaerfaglig.ui.widgets import (
    SHAPES,
    Fold,
    Page,
    boxed,
    button,
    card,
    chip,
    due_mark,
    empty_layout,
    flow,
    menu_button,
    message,
    muted,
    page_foot,
    page_head,
    row,
    scroller,
    small,
    text,
)

NEXT: dict[Stage, tuple[str, Stage]] = {
    Stage.FAERDIG: ("Registrér afsendelse", Stage.AFSENDT),
    Stage.AFSENDT: ("Registrér kvittering", Stage.KVITTERET),
    Stage.KVITTERET: ("Registrér orientering", Stage.ORIENTERET),
    Stage.ORIENTERET: ("Luk underretningen", Stage.LUKKET),
}


class AfterView(Page):
    """What is asked for goes out as signals; the place does it."""

    print_asked = Signal(str)
    registered = Signal(object)
    correct_asked = Signal()
    again_asked = Signal()
    take_up_asked = Signal()
    aside_asked = Signal()
    compare_asked = Signal()
    copied = Signal(str)
    reminder_asked = Signal(str)
    back_asked = Signal()
    glasses_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        self._chips = row(gap=6)
        self.print_button = button("Vis og udskriv", icon="udskrift")
        self.next_button = button("", "primary")
        self.call_button = button("Notér et opkald", icon="samtale")
        self.more = menu_button("Mere om underretningen")
        self.top = page_head(
            "Underretning",
            "…",
            boxed(self._chips),
            self.more,
            self.print_button,
            self.call_button,
            self.next_button,
        )
        super().__init__(self.top, None, page_foot(muted(desk.library.underretning.always)))
        self.desk = desk
        self._page: LetterPage | None = None
        self._next = False
        self.after: After | None = None
        self.form: Form | None = None
        self.journal: JournalCard | None = None
        self.lent = LentClipboard(self)
        self.acts = AfterActs(desk, self)
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        for side in (self._left, self._right):
            side.setContentsMargins(0, 0, 0, 0)
            side.setSpacing(look().theme.gap("apart"))
        self.comments = CommentsPanel(desk)
        self._columns = row(
            (boxed(self._left), 1), (boxed(self._right), 1), gap="apart", margins=(24, 16, 24, 24)
        )
        self.set_body(scroller(boxed(self._columns)))
        self.top.offer_back("Til alle underretninger")
        self.top.back_pressed.connect(self.back_asked)
        self.print_button.clicked.connect(self._on_print_clicked)
        self.next_button.clicked.connect(self._on_next_clicked)
        self.call_button.clicked.connect(self.acts.log_call)

    def show_letter(
        self, page: LetterPage, after: After, sections: Sequence[tuple[str, str]]
    ) -> None:
        if self._page is not None and self._page.id != page.id:
            self.leave()
            self.close_form()  # what was asked about the other letter is not about this one
        self._page, self.after = page, after
        child = page.child.record
        cite = danish.capital(self.desk.library.law.ref(DUTY).cite)
        self.top.say(f"Underretning om {child.name}", f"{cite} · til {page.record.receiver}")
        empty_layout(self._chips)
        self._chips.addWidget(chip(stage_words(page), "kvittering"))
        words = NEXT.get(page.stage, ("", Stage.KLADDE))[0]
        self.next_button.say("Tag den op igen" if page.stage is Stage.HENLAGT else words)
        self._next = bool(words) or page.stage is Stage.HENLAGT
        self.next_button.setHidden(not self._next or self.form is not None)
        self.call_button.setHidden(not clock_card.is_running(after))
        self.print_button.setHidden(page.frozen is None)
        self.top.offer_back("Til teksten" if page.is_open else "Til alle underretninger")
        self._fill_menu(page)
        self._draw(page, sections)

    def _fill_menu(self, page: LetterPage) -> None:
        self.more.empty()
        self.more.add("Sådan læser de det", self.glasses_asked.emit)
        if page.frozen is not None:
            self.more.add("Ret i en ny version", self.correct_asked.emit)
            words = "Ny underretning ud fra nye observationer"
            self.more.add(words, self.again_asked.emit)
        self.more.add("Sammenlign versioner", self.compare_asked.emit)
        done = {one.record.stage for one in page.steps}
        for words, stage in NEXT.values():
            if stage not in done:
                self.more.add(words, partial(self.open_form, stage))
        if page.stage is Stage.FAERDIG:
            self.more.add("Læg til side", self.aside_asked.emit)
        if page.stage is Stage.ORIENTERET or page.stage is Stage.LUKKET:
            self.more.add("Notér et opkald", self.acts.log_call)

    def _draw(self, page: LetterPage, sections: Sequence[tuple[str, str]]) -> None:
        for kept in (self.form, self.comments):
            if kept is not None:
                self._left.removeWidget(kept)
        for side in (self._left, self._right):
            empty_layout(side)
        if self.form is not None:
            self._left.addWidget(self.form)
        remarks = RemarksCard(self.desk)
        remarks.show_record(page.id)
        names = {
            one.id: one.screen for one in page.template(self.desk.library.underretning).sections
        }
        self.comments.show_page(page, "", names)
        left = (self._waiting(page), self._clock(), self._course(page), self._copies(page))
        _stand_in(self._left, *left, pack_card(page), remarks, self.comments)
        _stand_in(self._right, self._ladder(), self._journal(page), self._sections(sections))

    def _waiting(self, page: LetterPage) -> QWidget | None:
        """Of one that is not on its way: what to do with it."""
        last = page.steps[-1].record if page.steps else None
        if page.stage is Stage.HENLAGT and last is not None and last.seen_again_on:
            when = due(last.seen_again_on, page.today)
            mark = due_mark(SHAPES[when.state], when.words)
            move = button("Flyt dagen", "small", "ur")
            move.clicked.connect(self.acts.move_aside)
            see = button("Se barnets side", "small", "vis")
            see.clicked.connect(partial(self.desk.go, "boern", page.child.id))
            return card(
                "Se på den igen",
                text(last.note),
                boxed(row(mark, ...)),
                flow(see, move),
                small("Du kan tage den op, når du vil. Teksten er der endnu."),
            )
        if page.stage is Stage.FAERDIG:
            words = "Send den ad den vej, kommunen bruger, og registrér det her. Så løber fristen."
            return message(words, "info", icon="send")
        return None

    def _clock(self) -> QWidget | None:
        if self.after is None or not clock_card.is_running(self.after):
            return None
        made = ClockCard(self.after, self.desk.library.law, self.desk.library.ladder)
        made.asked.connect(self.acts.own_day)
        return made

    def _course(self, page: LetterPage) -> QWidget | None:
        if self.after is None or not (page.steps or self.after.contacts):
            return None
        made = CourseCard(page, self.after)
        made.correct_asked.connect(self._on_correct_asked)
        return made

    @Slot(str)
    def _on_correct_asked(self, record: str) -> None:
        steps = {one.id: one.record for one in self._page.steps} if self._page else {}
        if record in steps:
            self.acts.correct_step(record, steps[record])
        else:
            self.acts.correct_call(record)

    def _copies(self, page: LetterPage) -> QWidget | None:
        if not page.finished:
            return None
        made = CopiesCard(page)
        made.show_asked.connect(self.print_asked)
        return made

    def _sections(self, sections: Sequence[tuple[str, str]]) -> QWidget | None:
        """For the municipality's own form: one section at a time."""
        if not sections:
            return None
        made = SectionsCard(sections)
        made.copied.connect(self._copy_section)
        return made

    def _ladder(self) -> QWidget | None:
        if self.after is None or self.after.sent is None:
            return None
        if not clock_card.is_running(self.after) and not self.after.reminders:
            return None
        made = LadderCard(self.after)
        made.write_asked.connect(self.reminder_asked)
        made.show_asked.connect(self.acts.show_reminder)
        made.sent_asked.connect(self.acts.reminder_sent)
        return made

    def _journal(self, page: LetterPage) -> QWidget | None:
        self.journal = None
        if self.after is None or page.frozen is None:
            return None
        made = self.journal = JournalCard(page, self.after)
        made.copy_asked.connect(self.acts.copy_for_journal)
        made.mark_asked.connect(self.acts.mark_journalled)
        made.undo_asked.connect(self.acts.unmark_journalled)
        made.words_asked.connect(self._copy_short)
        return made

    @Slot(str, str)
    def _copy_section(self, heading: str, words: str) -> None:
        self.lent.lend(words)
        self.copied.emit(heading)
        self.tell(f"{heading} er kopieret. Sæt ind med Ctrl+V inden et minut.", "ok")

    @Slot(str, str)
    def _copy_short(self, what: str, words: str) -> None:
        self.lent.lend(words)
        self.tell(f"{what} er kopieret. Sæt ind med Ctrl+V inden et minut.", "ok")

    def open_form(self, stage: Stage) -> None:
        """Ask about one step, on top of the page."""
        page = self._page
        if page is None:
            return
        receiver = ", ".join(filter(None, (page.record.receiver, page.record.receiver_unit)))
        made = StepForm(stage, self.desk.clock.now, receiver)
        made.saved.connect(self._on_registered)
        self.put_form(made)

    def put_form(self, made: Form) -> None:
        """One question at a time, on top of the page; its filled button is then the page's."""
        self.close_form()
        self.form = made
        made.left.connect(self.close_form)
        self.next_button.hide()
        self._left.insertWidget(0, made)
        made.start()

    @Slot()
    def close_form(self) -> None:
        if self.form is not None:
            was_here = self.form.isAncestorOf(self.window().focusWidget())
            self._left.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
            self.form = None
            self.next_button.setHidden(not self._next)
            if was_here:
                self.start()

    def leave(self) -> None:
        """Keep what is being written in a form."""
        self.comments.leave()
        if isinstance(self.form, CallForm):
            self.form.leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the form, keeping what a call's said so far; without one it goes back as the arrow does."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.form is None:
            self.back_asked.emit()
        else:
            self.leave()
            self.close_form()

    def on_fold(self, fold: Fold) -> None:
        """Two columns become one."""
        way = row().Direction
        narrow = fold >= Fold.LIST
        self._columns.setDirection(way.TopToBottom if narrow else way.LeftToRight)

    def start(self) -> None:
        (self.next_button if not self.next_button.isHidden() else self.print_button).setFocus()

    @Slot(object)
    def _on_registered(self, note: StepNote) -> None:
        self.close_form()
        self.registered.emit(note)

    @Slot()
    def _on_print_clicked(self) -> None:
        self.print_asked.emit("")

    @Slot()
    def _on_next_clicked(self) -> None:
        page = self._page
        if page is None:
            return
        if page.stage is Stage.HENLAGT:
            self.take_up_asked.emit()
        elif page.stage in NEXT:
            self.open_form(NEXT[page.stage][1])


def _stand_in(side: QVBoxLayout, *made: QWidget | None) -> None:
    for one in made:
        if one is not None:
            side.addWidget(one)
    side.addStretch(1)
