"""A finished statusudtalelse: its copies, when it was sent, and how to open it for a correction."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.deadline import due
from tvaerfaglig.domain.statusudtalelser.records import (
    StatusStage,
    StatusStep,
)
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.domain.underretning import Stage
from tvaerfaglig.services.statusudtalelser.reading import StatusPage
from tvaerfaglig.ui.children.remarks_card import RemarksCard
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.lent_clipboard import LentClipboard
from tvaerfaglig.ui.statusudtalelser.wording import head_line, stage_words
from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.underretninger.after.copies_card import CopiesCard, SectionsCard
from tvaerfaglig.ui.underretninger.step_form import StepForm
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


class AfterView(Page):
    """What is asked for goes out as signals; the place does it."""

    print_asked = Signal(str)
    registered = Signal(object)
    correct_asked = Signal()
    copied = Signal(str)
    back_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        self._chips = row(gap=6)
        self.print_button = button("Vis og udskriv", icon="udskrift")
        self.send_button = button("Registrér afsendelse", "primary")
        self.more = menu_button("Mere om statusudtalelsen")
        self.top = page_head(
            "Statusudtalelse",
            "…",
            boxed(self._chips),
            self.more,
            self.print_button,
            self.send_button,
        )
        super().__init__(self.top, None, page_foot(muted(desk.library.statusudtalelse.always)))
        self.desk = desk
        self._page: StatusPage | None = None
        self.lent = LentClipboard(self)
        self.form: StepForm | None = None
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        for side in (self._left, self._right):
            side.setContentsMargins(0, 0, 0, 0)
            side.setSpacing(look().theme.gap("apart"))
        self._columns = row(
            (boxed(self._left), 1), (boxed(self._right), 1), gap="apart", margins=(24, 16, 24, 24)
        )
        self.set_body(scroller(boxed(self._columns)))
        self.top.back_pressed.connect(self.back_asked)
        self.print_button.clicked.connect(self._on_print_clicked)
        self.send_button.clicked.connect(self.open_form)

    def show_status(self, page: StatusPage, sections: Sequence[tuple[str, str]]) -> None:
        self._page = page
        self.top.say(f"Statusudtalelse om {page.child.record.name}", head_line(page))
        self.top.offer_back("Til teksten" if page.is_open else "Til alle statusudtalelser")
        empty_layout(self._chips)
        self._chips.addWidget(chip(stage_words(page), "kvittering"))
        self.send_button.setHidden(page.stage is not StatusStage.FAERDIG)
        self.more.empty()
        if not page.is_open:
            self.more.add("Ret i en ny version", self.correct_asked.emit)
        self.more.setHidden(page.is_open)
        self._draw(page, sections)

    def _draw(self, page: StatusPage, sections: Sequence[tuple[str, str]]) -> None:
        if self.form is not None:
            self._left.removeWidget(self.form)
        for side in (self._left, self._right):
            empty_layout(side)
        if self.form is not None:
            self._left.addWidget(self.form)
        remarks = RemarksCard(self.desk)
        remarks.show_record(page.id)
        for made in (self._waiting(page), self._course(page), self._copies(page), remarks):
            if made is not None:
                self._left.addWidget(made)
        self._left.addStretch(1)
        if sections:
            self._right.addWidget(self._copying(sections))
        self._right.addStretch(1)

    def _waiting(self, page: StatusPage) -> QWidget | None:
        if page.stage is not StatusStage.FAERDIG:
            return None
        words = "Send den ad den vej, kommunen bruger, og registrér det her."
        wanted = page.record.request.due
        if wanted is None:
            return message(words, "info", icon="send")
        when = due(wanted, page.today)
        mark = due_mark(SHAPES[when.state], f"Svar {when.words}")
        return card("Send den", text(words), boxed(row(mark, ...)))

    def _course(self, page: StatusPage) -> QWidget | None:
        if not page.steps:
            return None
        return card("Forløb", *(self._step(page, step) for step in reversed(page.steps)))

    def _step(self, page: StatusPage, stored: Stored[StatusStep]) -> QWidget:
        made = stored.record
        at = f" kl. {danish.clock(made.at)}" if made.at else ""
        how = (
            made.channel,
            made.receiver,
            made.journal and f"sagsnr. {made.journal}",
            made.by and f"noteret af {page.names.first(made.by)}",
        )
        sent = made.stage is StatusStage.SENDT
        title = "Sendt" if sent else "Rettelse begyndt"
        head = spread(text(title, "strong"), one(f"{danish.day_table(made.day)}{at}", "small"))
        said = danish.capital(" · ".join(filter(None, how)))
        note = text(made.note) if sent and made.note else None
        return boxed(col(head, small(said) if said else None, note, gap=2))

    def _copies(self, page: StatusPage) -> QWidget | None:
        if not page.finished:
            return None
        made = CopiesCard(page)
        made.show_asked.connect(self.print_asked)
        return made

    def _copying(self, sections: Sequence[tuple[str, str]]) -> QWidget:
        """For the municipality's own form: one section at a time."""
        made = SectionsCard(sections)
        made.copied.connect(self._copy_section)
        return made

    @Slot(str, str)
    def _copy_section(self, heading: str, words: str) -> None:
        self.lent.lend(words)
        self.copied.emit(heading)
        self.tell(f"{heading} er kopieret. Sæt ind med Ctrl+V inden et minut.", "ok")

    @Slot()
    def open_form(self) -> None:
        """When, how and to whom it was sent."""
        if self._page is None:
            return
        self.close_form()
        request = self._page.record.request
        receiver = ", ".join(filter(None, (request.authority, request.unit, request.by)))
        self.form = StepForm(Stage.AFSENDT, self.desk.clock.now, receiver)
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
        (self.print_button if self.send_button.isHidden() else self.send_button).setFocus()

    @Slot(object)
    def _on_registered(self, note: object) -> None:
        self.close_form()
        self.registered.emit(note)

    @Slot()
    def _on_print_clicked(self) -> None:
        self.print_asked.emit("")
