"""One letter on the ladder, made from the log and put right by a person before it is frozen."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain.ladder import Rung
from tvaerfaglig.services.after_sending import reminders
from tvaerfaglig.services.after_sending.reminders import Writing
from tvaerfaglig.services.after_sending.wording import Wording
from tvaerfaglig.services.printing.freezing import Frozen
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.preview_request import PreviewRequest
from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.widgets import (
    Confirm,
    Page,
    Prose,
    SavedLabel,
    boxed,
    button,
    col,
    field,
    guidance,
    line_edit,
    message,
    page_foot,
    page_head,
    row,
    scroller,
    small,
    strong,
    text,
    well,
)

QUIET_MS = 500
WIDEST_EM = 56
PRIVATE = "ingen andre ser det, før du afslutter"
_GUARDED = "Må ikke udleveres til eller gennemgås med forældrene."


class ReminderPage(Page):
    """`finished` when it is frozen; `left` back to the letter. What is typed is kept as the writer's draft."""

    finished = Signal(object)
    left = Signal()

    def __init__(self, desk: Desk) -> None:
        self.look_button = button("Se papiret", icon="udskrift")
        self.finish_button = button("Afslut brevet", "primary")
        self.top = page_head("Brev", "…", self.look_button, self.finish_button)
        self.saved = SavedLabel()
        super().__init__(self.top, None, page_foot(self.saved))
        self.desk = desk
        self.writing: Writing | None = None
        self.window_on_top: Confirm | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(QUIET_MS)
        self._pause.timeout.connect(self.keep)
        self._kept = Wording()
        self.top.offer_back("Tilbage til underretningen")
        self.top.back_pressed.connect(self._on_back)
        self.look_button.clicked.connect(self.print_now)
        self.finish_button.clicked.connect(self._on_finish_clicked)

    def open(self, letter: str, rung: str) -> None:
        asked = self.desk.ask(reminders.begin, letter, rung, self.desk.library)
        asked.then(self.show_writing, self)

    def show_writing(self, writing: Writing) -> None:
        self.writing, self._kept = writing, writing.wording
        self.top.say(writing.rung.name, f"Underretning om {writing.child_name}")
        self.set_body(self._made_body(writing))
        said = "Din kladde fra sidst står her" if writing.kept else ""
        self.saved.say(said or "Lavet ud fra forløbet. Ret det, der skal rettes.", saved=bool(said))
        self.start()

    def _made_body(self, writing: Writing) -> QWidget:
        words = writing.wording
        self.receiver = line_edit(words.receiver)
        self.opening = Prose(words.opening, lines=3)
        self.course = Prose(words.course, lines=6, most=30)
        self.asks = Prose(words.asks, lines=2)
        self.closing = Prose(words.closing, lines=2)
        self.receiver.textEdited.connect(self._on_typed)
        for one in (self.opening, self.course, self.asks, self.closing):
            one.textEdited.connect(self._on_typed)
        self.again = button("Hent fra forløbet igen", "link", "fortryd")
        self.again.clicked.connect(self._on_again_clicked)
        items = [
            message(_GUARDED, "act", icon="afdaempet") if writing.guarded else None,
            guidance(writing.rung.about),
            field("Til", self.receiver),
            field("Det skriver I om", self.opening),
            field(
                "Det er sket",
                self.course,
                "Én linje for hver ting. Dagen før kolon står for sig selv på papiret.",
                action=self.again,
            ),
            field("Det beder I om", self.asks),
            field("Til sidst", self.closing),
            self._rules(writing.rung),
        ]
        inner = boxed(col(*items, ..., gap="apart", margins=(24, 16, 24, 24)))
        inner.setMaximumWidth(look().theme.em(WIDEST_EM))
        return scroller(boxed(row((inner, 1000), ..., gap=0)))

    def _rules(self, rung: Rung) -> QWidget:
        """What stands under »Reglerne« on the paper: only what was read at a source."""
        law = self.desk.library.law
        refs = [law.ref(one) for one in rung.law]
        lines = [
            boxed(col(strong(one.heading), text(one.in_letter), gap=0))
            for one in refs
            if one.verified
        ]
        return well(small("Det her står også på papiret, under »Reglerne«."), *lines)

    def wording(self) -> Wording:
        """The words as they stand on the screen."""
        return Wording(
            receiver=self.receiver.text(),
            opening=self.opening.text(),
            course=self.course.text(),
            asks=self.asks.text(),
            closing=self.closing.text(),
        )

    def start(self) -> None:
        if self.writing is not None:
            self.course.setFocus()

    def leave(self) -> None:
        """Keep what is being written."""
        self.keep()

    @Slot()
    def keep(self) -> None:
        self._pause.stop()
        writing = self.writing
        if writing is None or self.wording() == self._kept:
            return
        self._kept = self.wording()
        asked = self.desk.ask(reminders.keep, writing.letter, writing.rung.id, self._kept)
        asked.then(self._on_kept, self)

    def _on_kept(self, clock: str) -> None:
        self.saved.say(f"Gemt {clock} · {PRIVATE}")

    @Slot()
    def _on_typed(self) -> None:
        self._pause.start()

    @Slot()
    def _on_again_clicked(self) -> None:
        """The list anew from the log; Ctrl+Z in the field brings the typed one back."""
        if self.writing is not None:
            cursor = self.course.textCursor()
            cursor.select(cursor.SelectionType.Document)
            cursor.insertText(self.writing.from_log.course)
            self._on_typed()

    @Slot()
    def _on_back(self) -> None:
        self.keep()
        self.left.emit()

    @Slot()
    def print_now(self) -> None:
        """The preview of the draft, marked as one."""
        writing = self.writing
        if writing is None:
            return
        self.keep()
        letter, rung, words = writing.letter, writing.rung.id, self.wording()
        library = self.desk.library
        request = PreviewRequest(
            title=writing.rung.title,
            document="rykker",
            make=lambda session: reminders.look_at(session, letter, rung, words, library),
            word=lambda session: reminders.draft_word(session, letter, rung, words, library),
            child=writing.child,
            record=writing.letter,
            purpose="Kladde til gennemlæsning",
            receiver=self.receiver.text().strip(),
            warnings=("Det er en kladde. Kontrolnummeret kommer, når du afslutter.",),
        )
        self.desk.preview_asked.emit(request)

    @Slot()
    def _on_finish_clicked(self) -> None:
        writing = self.writing
        if writing is None:
            return
        said = "Teksten bliver låst, som den er nu, og kan udskrives og gemmes. Du kan altid skrive et nyt."
        made = Confirm(
            self.window(),
            f"Afslut brevet om {writing.child_name or 'barnet'}?",
            said,
            small(f"Til: {self.receiver.text()}") if self.receiver.text().strip() else None,
            small("Papiret får bjælken om, at det ikke må vises til forældrene.")
            if writing.guarded
            else None,
            act="Afslut",
            safe="Skriv videre",
            kind="outlined",
        )
        made.accepted.connect(self._finish)
        made.finished.connect(made.deleteLater)
        self.window_on_top = made
        made.open()

    @Slot()
    def _finish(self) -> None:
        writing = self.writing
        if writing is None:
            return
        self._pause.stop()
        words = self.wording()
        asked = self.desk.ask(
            reminders.finish, writing.letter, writing.rung.id, words, self.desk.library
        )
        asked.then(self._on_finished, self)

    def _on_finished(self, frozen: Frozen) -> None:
        self.writing = None
        self.finished.emit(frozen)
