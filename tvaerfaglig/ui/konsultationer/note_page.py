"""The note of one konsultation: outline, fifteen parts, the tray of observations, and what closes it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.konsultation import Konsultation, KonsultationKind, KonsultationState
from tvaerfaglig.services.konsultation.page import KonsultationPage
from tvaerfaglig.services.konsultation.rules import NamesSomeone
from tvaerfaglig.services.meeting_papers.which import MeetingPaper, papers_of
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.konsultationer import wording
from tvaerfaglig.ui.konsultationer.along import AlongTheNote
from tvaerfaglig.ui.konsultationer.anonymous.beside import Anonymity
from tvaerfaglig.ui.konsultationer.chips import facts
from tvaerfaglig.ui.konsultationer.clock import MeetingClock
from tvaerfaglig.ui.konsultationer.note_acts import NoteActs
from tvaerfaglig.ui.konsultationer.note_body import NoteBody
from tvaerfaglig.ui.konsultationer.observations_beside import ObservationsBeside
from tvaerfaglig.ui.konsultationer.part import Work
from tvaerfaglig.ui.konsultationer.renaming import without_names
from tvaerfaglig.ui.konsultationer.tray import Tray
from tvaerfaglig.ui.konsultationer.writer import NoteWriter
from tvaerfaglig.ui.widgets import (
    Fold,
    Page,
    PageHead,
    SavedLabel,
    boxed,
    button,
    col,
    column,
    empty_layout,
    flow,
    frame,
    menu_button,
    page_foot,
    panel,
    row,
    scroller,
    see_opened,
)

PURPOSE = "At samle, hvad vi ved, og aftale, hvem der gør hvad."
DUTY = "Du kan altid underrette"


class NotePage(Page):
    """`left` goes back to the list, `opened_other` to another note."""

    left = Signal()
    opened_other = Signal(str)
    prepare_asked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.writer = NoteWriter(desk, self.isVisible)
        self._build_head()
        self._build_foot()
        super().__init__(self._head, None, self._foot)
        self.writer.setParent(self)
        self.note = NoteBody()
        self.along = AlongTheNote(self.note)
        self.outline, self.strip = self.along.outline, self.along.strip
        self.tray = Tray(desk.library.categories)
        self.side = panel(self.tray)
        self.side.hide()
        self.anonymity = Anonymity(desk, self.writer, self.note)
        self.fit_area = scroller(self.anonymity.card, ground="surface")
        self.fit_side = panel(self.fit_area, em=20)
        self.fit_side.hide()
        self.left_column = column(self.outline, em=17.2, margins=(6, 8, 6, 8))
        self.above = frame("head", col(self.strip, margins=(24, 6, 24, 6)))
        self.above.hide()
        body = row(self.left_column, (self.note, 1), self.side, self.fit_side, gap=0)
        self.count_line = boxed(col(self.anonymity.line, margins=(24, 6, 24, 0)))
        self.count_line.hide()
        self.set_body(boxed(col(self.above, self.count_line, (boxed(body), 1), gap=0)))
        self._clock = MeetingClock()
        self._clock.setParent(self)
        self.acts = NoteActs(desk, self.writer, self)
        self.sheet = self.acts.sheet
        self.beside = ObservationsBeside(self.writer, self.note, self.tray, self.side, self.acts)
        self._correcting = False
        self._refused: tuple[str, ...] = ()
        self._connect()
        self._bind_keys()

    # the frame

    def _build_head(self) -> None:
        self.print_button = button("Udskriv", icon="udskrift")
        self.prepare_button = button("Forbered", icon="kladde")
        self.more = menu_button("Mere om notatet")
        self._chips = flow(gap=6)
        self._head: PageHead = PageHead(
            "", " ", self.prepare_button, self.print_button, self.more, beside=boxed(self._chips)
        )
        self._head.offer_back("Tilbage til konsultationerne")

    def _build_foot(self) -> None:
        self.saved_label = SavedLabel()
        self.duty = button(DUTY, "quiet", "underretning")
        self.close_button = button("Afslut notatet", "primary")
        self._foot = page_foot(self.saved_label, self.duty, self.close_button)

    def _connect(self) -> None:
        writer, note = self.writer, self.note
        self._head.back_pressed.connect(self.left)
        self.print_button.clicked.connect(self.print_note)
        self.duty.clicked.connect(self.underret)
        self.prepare_button.clicked.connect(self.prepare)
        self.close_button.clicked.connect(self.press_close)
        writer.opened.connect(self._on_opened)
        writer.renewed.connect(self._on_renewed)
        writer.touched.connect(self._show_state)
        writer.kept.connect(self._on_kept)
        writer.saved.connect(self._on_saved)
        writer.refused.connect(self._on_refused)
        writer.failed.connect(self._on_failed)
        note.tray_asked.connect(self.open_tray)
        note.named.connect(self.ask_name)
        note.underret.connect(self.underret)
        note.copy_asked.connect(self._print)
        note.akut_asked.connect(self._on_akut)
        self.acts.changed.connect(self._on_changed_here)
        self.acts.named.connect(self.opened_other)
        self.message.pressed.connect(self._on_message_pressed)
        self.anonymity.shown.connect(self._place_count)
        self.anonymity.left.connect(self._close_count)
        self.anonymity.line.pressed.connect(self._open_count)

    def _bind_keys(self) -> None:
        for keys, act in (
            ("Ctrl+PgDown", self.along.to_next),
            ("Ctrl+PgUp", self.along.to_previous),
            ("Ctrl+B", self.open_tray),
            ("Ctrl+.", self.anonymity.reword_first),
        ):
            shortcut = QShortcut(QKeySequence(keys), self, act)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    # what the place asks

    def open_note(self, note_id: str) -> None:
        self._correcting = False
        self.untell()
        self.writer.open(note_id)

    @property
    def child_at_hand(self) -> str | None:
        page = self.writer.sitting.page if self.writer.is_open else None
        return page.child.id if page and page.child and page.whole_child else None

    def leave(self) -> None:
        """Everything is queued for the vault before anything else can be."""
        if self.writer.is_open:
            self.note.flush()
            self.writer.save()

    def save_now(self) -> None:
        self.leave()

    def start(self) -> None:
        """Where one writes; in a finished note, where one chooses what to read."""
        field = self.note.first_field() if self.writer.is_open and self.is_writable else None
        choose = self.strip.box if self.fold >= Fold.LIST else self.outline.list
        (field or choose).setFocus(Qt.FocusReason.OtherFocusReason)
        if field is not None:
            see_opened(field)

    @Slot()
    def print_note(self) -> None:
        self._print(PURPOSE)

    def on_fold(self, fold: Fold) -> None:
        self.left_column.setHidden(fold >= Fold.LIST)
        self.above.setHidden(fold < Fold.LIST)
        self._place_count()
        if self.writer.is_open:
            self.note.flush()
            self._show_note()

    # showing

    @property
    def page(self) -> KonsultationPage:
        return self.writer.sitting.page

    @property
    def is_writable(self) -> bool:
        return self._correcting or not self.page.is_closed

    def _on_opened(self) -> None:
        self._clock.reset()
        self.beside.close()
        self.sheet.close_sheet()
        self._show_note()
        self.along.to_top()
        if self.page.kept is not None and not self.page.kept.empty:
            self._correcting = self.page.is_closed
            self._show_note()
            at = self.page.kept_at
            self.tell(f"Du var i gang {at}. Det, du skrev, står her.", link="Læg det væk")
        if self.isVisible():
            self.start()

    @Slot(bool)
    def _on_renewed(self, changed: bool) -> None:
        if changed:
            self.note.renew()
        self._show_state()
        self.beside.renew()

    def _show_note(self) -> None:
        work = Work(
            self.desk, self.writer, writable=self.is_writable, fold=self.fold, clock=self._clock
        )
        self.note.show_note(work)
        self._show_state()

    @Slot()
    def _show_state(self) -> None:
        """The words around the note: head, outline, foot."""
        page, note = self.page, self.writer.sitting.note
        self.anonymity.set_writable(writable=self.is_writable)
        self._head.say(
            wording.heading(page, note),
            " · ".join(filter(None, (wording.when(note), wording.who(note)))),
        )
        self.along.show_sections()
        self._show_chips(note)
        self._show_acts()
        self._show_saved()

    def _show_chips(self, note: Konsultation) -> None:
        empty_layout(self._chips)
        for made in facts(self.page, note):
            self._chips.addWidget(made)
            made.show()
        self._chips.invalidate()

    def _show_acts(self) -> None:
        page, more = self.page, self.more
        more.empty()
        if page.whole_child and page.child:
            first = danish.possessive(page.child.record.first_name or "barnet")
            more.add(f"Til {first} side", self._go_to_child, icon="boern")
        if page.note.kind is KonsultationKind.ANONYM:
            more.add("Få navn på …", self.ask_name, icon="samtykke")
        more.add("Tidligere udgaver", self.acts.show_history, icon="ur")
        self._offer_papers()
        if not page.is_closed:
            more.add("Aflys …", self.ask_cancel, icon="luk")
        words = "Afslut notatet"
        if page.note.status is KonsultationState.AFLYST and not self._correcting:
            words = "Tag den op igen"
        elif page.is_closed:
            words = "Gem rettelsen" if self._correcting else "Ret notatet"
        self.close_button.say(words)

    def _offer_papers(self) -> None:
        """What else can be printed of this meeting; preparing it is offered until it is over."""
        page = self.page
        before = page.note.status is KonsultationState.PLANLAGT
        self.prepare_button.setVisible(before)
        if not before and not page.is_closed:
            self.more.add("Forberedelsen", self.prepare, icon="kladde")
        follows_up = bool(page.earlier_agreements)
        for which in papers_of(
            page.note, page.meeting, follows_up=follows_up, hides_parents=page.hides_parents
        ):
            self.more.add(
                f"Udskriv: {which.in_sentence}", partial(self._print_paper, which), icon="udskrift"
            )

    def _show_saved(self) -> None:
        """Where it stands: kept, saved or finished, and what was agreed about next time."""
        page, sitting = self.page, self.writer.sitting
        ahead = wording.next_time(sitting.note, page.names)
        if sitting.dirty and not self.writer.is_pending:
            self.saved_label.say(" · ".join(filter(None, (f"Gemt {self.writer.kept_at}", ahead))))
            return
        if sitting.dirty:
            self.saved_label.say(f"Skriver … · {ahead}" if ahead else "Skriver …", saved=False)
            return
        said = wording.where_it_stands(page, self.desk.my_id)
        if page.note.status is not KonsultationState.AFLYST:
            said = " · ".join(filter(None, (said, ahead)))
        self.saved_label.say(said)

    # writing

    @Slot(str)
    def _on_kept(self, clock: str) -> None:
        if self.writer.is_open and self.writer.sitting.dirty:
            ahead = wording.next_time(self.writer.sitting.note, self.page.names)
            self.saved_label.saved_at(clock, ahead)

    @Slot()
    def _on_saved(self) -> None:
        self._refused = ()
        self.untell()

    @Slot(object)
    def _on_refused(self, error: BaseException) -> None:
        """The words stay where they are, as a draft."""
        self._refused = error.words if isinstance(error, NamesSomeone) else ()
        if not self.isVisible():
            self.desk.say(f"{error} Det, du skrev, ligger som din kladde i notatet.", "watch")
        elif isinstance(error, NamesSomeone):
            anonymous = self.page.note.kind is KonsultationKind.ANONYM
            self.tell(str(error), "info", link="Skriv »barnet«" if anonymous else "")
        else:
            self.desk.explain(error)

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        self.writer.close()
        self.desk.explain(error)
        self.left.emit()

    @Slot()
    def _on_message_pressed(self) -> None:
        """The one link of the bar: lay the draft away, or write »barnet« instead of the name."""
        if self._refused:
            without_names(self.writer, self._refused)
            self._refused = ()
            self._show_note()
            self.untell()
            self.writer.save()
            return
        self.untell()
        self._correcting = False
        self.note.hand_in()
        self.writer.forget()
        self._show_note()

    # beside the note

    @Slot()
    def open_tray(self) -> None:
        """Ctrl+B: the child's observations, where this meeting has a part for them."""
        if self.writer.is_open and self.is_writable:
            self.beside.open(self.fold)

    # how many children it fits

    @Slot()
    def _place_count(self) -> None:
        """Beside the note; where there is no room, one line above it, and only when it asks."""
        there, narrow = self.anonymity.is_there, self.fold >= Fold.LIST
        self.count_line.setVisible(there and narrow and self.anonymity.asks)
        self.fit_side.setVisible(there and not narrow)
        if not narrow and self.fit_area.parentWidget() is not self.fit_side:
            self.sheet.close_sheet()
            self.fit_side.layout().addWidget(self.fit_area)  # type: ignore[union-attr]
            self.fit_area.show()

    @Slot()
    def _open_count(self) -> None:
        self.acts.show_sheet(self.fit_area, "Kan barnet kendes?", em=26)

    @Slot()
    def _close_count(self) -> None:
        if self.sheet.content() is self.fit_area:
            self.sheet.close_sheet()

    # acts

    @Slot()
    def press_close(self) -> None:
        """The filled button: finish, correct, or take up again."""
        if not self.writer.is_open:
            return
        self.note.flush()
        if not self.page.is_closed:
            self.acts.finish()
        elif self._correcting:
            self.writer.save(self._stop_correcting)
        elif self.page.note.status is KonsultationState.AFLYST:
            self.acts.take_up()
        else:
            self._correcting = True
            self._show_note()
            self.start()
            if self.page.only_right:
                self.desk.say(self.page.only_right, "watch")

    def _stop_correcting(self) -> None:
        self._correcting = False
        self._show_note()

    @Slot()
    def _on_changed_here(self) -> None:
        self.open_note(self.page.id)

    @Slot()
    def ask_cancel(self) -> None:
        self.note.flush()
        self.acts.ask_cancel()

    @Slot()
    def ask_name(self) -> None:
        self.note.flush()
        self.acts.ask_name()

    @Slot(str)
    def _print(self, purpose: str) -> None:
        if self.writer.is_open:
            self.note.flush()
            self.acts.print_note(purpose)

    def _print_paper(self, which: MeetingPaper) -> None:
        if self.writer.is_open:
            self.note.flush()
            self.acts.print_paper(which)

    @Slot()
    def prepare(self) -> None:
        """What was written comes along: it is saved before the sheet is read."""
        if self.writer.is_open:
            self.note.flush()
            self.writer.save(partial(self.prepare_asked.emit, self.page.id))

    @Slot()
    def underret(self) -> None:
        """The duty is one's own, whatever the meeting says."""
        from tvaerfaglig.ui.underretninger import NewLetter

        child = self.child_at_hand
        self.desk.go("underretninger", NewLetter(child) if child else None)

    @Slot()
    def _go_to_child(self) -> None:
        self.desk.go("boern", self.child_at_hand)

    @Slot()
    def _on_akut(self) -> None:
        self.desk.go("akut")
