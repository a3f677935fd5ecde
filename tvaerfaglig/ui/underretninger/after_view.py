"""A letter that is finished, sent or laid aside: its copies, its course, and what is done next."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.cpr import find_cprs, mask
from tvaerfaglig.domain.deadline import due, receipt_due
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.domain.underretning import Finished, Stage, Step
from tvaerfaglig.services.clock import DANISH
from tvaerfaglig.services.letter_page import LetterPage
from tvaerfaglig.services.names import Names
from tvaerfaglig.ui.children.remarks_card import RemarksCard
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.theme import look
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
    col,
    due_mark,
    empty_layout,
    hairline,
    menu_button,
    message,
    muted,
    one,
    page_foot,
    page_head,
    row,
    scroller,
    small,
    spread,
    text,
)

SNIPPET = 90
NEXT: dict[Stage, tuple[str, Stage]] = {
    Stage.FAERDIG: ("Registrér afsendelse", Stage.AFSENDT),
    Stage.AFSENDT: ("Registrér kvittering", Stage.KVITTERET),
    Stage.KVITTERET: ("Registrér orientering", Stage.ORIENTERET),
    Stage.ORIENTERET: ("Luk underretningen", Stage.LUKKET),
}
STEPS = {
    Stage.KLADDE: "Taget op igen",
    Stage.AFSENDT: "Sendt",
    Stage.KVITTERET: "Kvitteret",
    Stage.ORIENTERET: "Orienteret",
    Stage.LUKKET: "Lukket",
    Stage.HENLAGT: "Lagt til side",
}


class AfterView(Page):
    """What is asked for goes out as signals; the place does it."""

    print_asked = Signal(str)
    registered = Signal(object)
    correct_asked = Signal()
    again_asked = Signal()
    take_up_asked = Signal()
    aside_asked = Signal()
    copied = Signal(str)
    back_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        self._chips = row(gap=6)
        self.print_button = button("Vis og udskriv", icon="udskrift")
        self.next_button = button("", "primary")
        self.more = menu_button("Mere om underretningen")
        self.top = page_head(
            "Underretning", "…", boxed(self._chips), self.more, self.print_button, self.next_button
        )
        super().__init__(self.top, None, page_foot(muted(desk.library.underretning.always)))
        self.desk = desk
        self._page: LetterPage | None = None
        self.form: StepForm | None = None
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

    def show_letter(self, page: LetterPage, sections: Sequence[tuple[str, str]]) -> None:
        self._page = page
        child = page.child.record
        cite = danish.capital(self.desk.library.law.ref(DUTY).cite)
        self.top.say(f"Underretning om {child.name}", f"{cite} · til {page.record.receiver}")
        empty_layout(self._chips)
        self._chips.addWidget(chip(stage_words(page), "kvittering"))
        words = NEXT.get(page.stage, ("", Stage.KLADDE))[0]
        self.next_button.say("Tag den op igen" if page.stage is Stage.HENLAGT else words)
        self.next_button.setHidden(not words and page.stage is not Stage.HENLAGT)
        self.print_button.setHidden(page.frozen is None)
        self.top.offer_back("Til teksten" if page.is_open else "Til alle underretninger")
        self._fill_menu(page)
        self._draw(page, sections)

    def _fill_menu(self, page: LetterPage) -> None:
        self.more.empty()
        if page.frozen is not None:
            self.more.add("Ret i en ny version", self.correct_asked.emit)
            words = "Ny underretning ud fra nye observationer"
            self.more.add(words, self.again_asked.emit)
        done = {one.record.stage for one in page.steps}
        for words, stage in NEXT.values():
            if stage not in done:
                self.more.add(words, partial(self.open_form, stage))
        if page.stage is Stage.FAERDIG:
            self.more.add("Læg til side", self.aside_asked.emit)

    def _draw(self, page: LetterPage, sections: Sequence[tuple[str, str]]) -> None:
        for kept in (self.form, self.comments):
            if kept is not None:
                self._left.removeWidget(kept)
        for side in (self._left, self._right):
            empty_layout(side)
        if self.form is not None:
            self._left.addWidget(self.form)
        for made in (self._waiting(page), self._course(page), self._copies(page)):
            if made is not None:
                self._left.addWidget(made)
        remarks = RemarksCard(self.desk)
        remarks.show_record(page.id)
        self._left.addWidget(remarks)
        names = {one.id: one.screen for one in self.desk.library.underretning.sections}
        self.comments.show_page(page, "", names)
        self._left.addWidget(self.comments)
        self._left.addStretch(1)
        if sections:
            self._right.addWidget(self._copying(sections))
        self._right.addStretch(1)

    def _waiting(self, page: LetterPage) -> QWidget | None:
        """The date it waits for; guidance, and it says so."""
        steps = [one.record for one in page.steps]
        sent = next((one for one in reversed(steps) if one.stage is Stage.AFSENDT), None)
        if page.stage is Stage.AFSENDT and sent is not None:
            when = due(receipt_due(sent.day), page.today)
            words = (
                f"Kommunen skal kvittere inden seks hverdage, det er {danish.day_short(when.on)} "
                "(vejledende). Hører I ikke noget, så ring."
            )
            mark = due_mark(SHAPES[when.state], when.words)
            return card("Kvittering", text(words), boxed(row(mark, ...)))
        last = steps[-1] if steps else None
        if page.stage is Stage.HENLAGT and last is not None and last.seen_again_on:
            when = due(last.seen_again_on, page.today)
            mark = due_mark(SHAPES[when.state], when.words)
            return card("Se på den igen", text(last.note), boxed(row(mark, ...)))
        if page.stage is Stage.FAERDIG:
            words = "Send den ad den vej, kommunen bruger, og registrér det her. Så løber fristen."
            return message(words, "info", icon="send")
        return None

    def _course(self, page: LetterPage) -> QWidget | None:
        if not page.steps:
            return None
        lines = [self._step(step, page.names) for step in reversed(page.steps)]
        parts: list[QWidget] = []
        for line in lines:
            parts += [line, hairline()]
        return card("Forløb", *parts[:-1])

    def _step(self, stored: Stored[Step], names: Names) -> QWidget:
        made = stored.record
        at = f" kl. {danish.clock(made.at)}" if made.at else ""
        when = f"{danish.day_table(made.day)}{at}"
        how = " · ".join(
            filter(
                None,
                (
                    made.channel,
                    made.receiver if made.stage is not Stage.HENLAGT else "",
                    made.spoke_with and f"talte med {made.spoke_with}",
                    made.number and f"tlf. {made.number}",
                    made.journal and f"journalnr. {made.journal}",
                    f"noteret af {names.first(made.by)}" if made.by else "",
                ),
            )
        )
        title = (
            "Rettelse begyndt"
            if made.note == "rettelse"
            else STEPS.get(made.stage, made.stage.word)
        )
        note = text(made.note) if made.note and made.note != "rettelse" else None
        head = spread(text(title, "strong"), one(when, "small"), gap=6)
        return boxed(col(head, small(danish.capital(how)) if how else None, note, gap=2))

    def _copies(self, page: LetterPage) -> QWidget | None:
        if not page.finished:
            return None
        return card(
            "Færdige eksemplarer", *(self._copy(copy, page) for copy in reversed(page.finished))
        )

    def _copy(self, stored: Stored[Finished], page: LetterPage) -> QWidget:
        made = stored.record
        at = stored.written_at.astimezone(DANISH)
        show = button("Vis", "small", "vis", name=f"Vis eksemplar nr. {made.number}")
        show.clicked.connect(partial(self.print_asked.emit, stored.id))
        head = f"Nr. {made.number}" + (", rettelse" if made.replaces else "")
        number = " ".join(made.content_sha256[n : n + 4].upper() for n in range(0, 12, 4))
        who = page.names.of_staff(made.by)
        line = (
            f"{danish.day_table(made.day)} {danish.clock(at.time())} af {who} · Kontrolnr. {number}"
        )
        return boxed(row((col(text(head, "strong"), small(line), gap=1), 1), show))

    def _copying(self, sections: Sequence[tuple[str, str]]) -> QWidget:
        """For the municipality's own form: one section at a time."""
        about = small("Til kommunens egen formular. Andre børn er skrevet som »et andet barn«.")
        parts: list[QWidget] = [about]
        for heading, words in sections:
            take = button("Kopiér", "small", name=f"Kopiér {heading}")
            take.clicked.connect(partial(self._copy_section, heading, words))
            shown = _begins(words)
            parts.append(boxed(row((col(text(heading, "strong"), small(shown), gap=1), 1), take)))
        return card("Kopiér afsnit for afsnit", *parts)

    def _copy_section(self, heading: str, words: str) -> None:
        QGuiApplication.clipboard().setText(words)
        self.copied.emit(heading)
        self.tell(f"{heading} er kopieret. Sæt ind i formularen med Ctrl+V.", "ok")

    def open_form(self, stage: Stage) -> None:
        """Ask about one step, on top of the page."""
        page = self._page
        if page is None:
            return
        self.close_form()
        receiver = ", ".join(filter(None, (page.record.receiver, page.record.receiver_unit)))
        self.form = StepForm(stage, self.desk.clock.now, receiver)
        self.form.saved.connect(self._on_registered)
        self.form.left.connect(self.close_form)
        self._left.insertWidget(0, self.form)
        self.form.start()

    @Slot()
    def close_form(self) -> None:
        if self.form is not None:
            self._left.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
            self.form = None

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


def _begins(words: str) -> str:
    """The first words of a section; a CPR number is copied, but not shown in passing."""
    line = " · ".join(" ".join(one.split()) for one in words.splitlines() if one.strip())
    for found in reversed(find_cprs(line)):
        line = line[: found.start] + mask(found.cpr) + line[found.end :]
    return line if len(line) < SNIPPET else line[:SNIPPET].rsplit(" ", 1)[0] + " …"
