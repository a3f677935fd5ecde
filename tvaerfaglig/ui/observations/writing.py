"""Writing: the form, what was seen before beside it, and a foot that says what is kept.

From the first word a private draft is kept within a second; nobody else sees it before *Gem*.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain.observation import Observation, Part
from tvaerfaglig.domain.stored import Draft
from tvaerfaglig.services import drafts
from tvaerfaglig.services.lock.quick_notes import mark_of
from tvaerfaglig.services.observations import page as observation_page
from tvaerfaglig.services.observations.page import ObservationPage
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.observations import content as contents
from tvaerfaglig.ui.observations.aside import Aside
from tvaerfaglig.ui.observations.content import Content, Question
from tvaerfaglig.ui.observations.draft_offers import DraftOffers, quick_words
from tvaerfaglig.ui.observations.form import ObservationForm
from tvaerfaglig.ui.observations.hard_branch import HardBranch
from tvaerfaglig.ui.observations.wording import save_words, several
from tvaerfaglig.ui.widgets import (
    Button,
    Fold,
    Page,
    SavedLabel,
    boxed,
    button,
    col,
    one,
    page_foot,
    page_head,
    row,
    scroller,
)
from tvaerfaglig.ui.widgets.narrow import Narrow

QUIET_MS = 500
WIDEST_EM = 62
PRIVATE = "ingen andre ser den, før du gemmer"
CONFIRM = "Passer den? Vælg barnet, og gem."
LINE = "Ét barn og én linje er nok. Resten kan du skrive senere."


@dataclass(frozen=True, slots=True)
class Written:
    """What was saved, and all it takes to take it back."""

    saved: Saved
    key: str
    kept: str
    whom: str
    content: Content


class WritingPage(Page):
    """`written` after *Gem*, `closed` when the writer goes; both leave nothing behind that is not kept."""

    written = Signal(object)
    closed = Signal()
    resume_asked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        self.saved_label = SavedLabel()
        self.later = button("Skriv færdig senere")
        self.save_button = button("Gem", "primary")
        self.before_button = button("Set før", icon="ur")
        self._close = close = button("", "icon", "luk", name="Luk (Esc)")
        hint = one("Ctrl+Enter gemmer", "small")
        head = page_head("Ny observation", LINE, hint, self.before_button, close)
        super().__init__(head, None, page_foot(self.saved_label, self.later, self.save_button))
        self.desk = desk
        self.form = ObservationForm(desk.library, self._today)
        self.form.help_writing(desk)
        self.offers = DraftOffers()
        self.hard = HardBranch(desk)
        self.beside = Aside(desk, self)
        self._lay_out()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(QUIET_MS)
        self._pause.timeout.connect(self.keep)
        self._connect(close)
        self.begin()

    def _lay_out(self) -> None:
        inner = boxed(col(self.offers, self.hard, self.form, ..., gap=12, margins=(24, 14, 24, 20)))
        self._area = scroller(Narrow(inner, WIDEST_EM))
        self.set_body(boxed(row((self._area, 1), self.beside.column, gap=0)))
        self.before_button.hide()

    def _order_tabs(self) -> None:
        """Tab goes as the eye does, also where fields have come since."""
        stops = (*self.offers.stops(), *self.hard.stops(), *self.form.stops())
        for first, second in pairwise((self._close, *stops, self.later, self.save_button)):
            QWidget.setTabOrder(first, second)

    def _connect(self, close: Button) -> None:
        close.clicked.connect(self.closed)
        self.later.clicked.connect(self._on_later_clicked)
        self.save_button.clicked.connect(self._on_save_clicked)
        self.before_button.clicked.connect(self.beside.open_sheet)
        self.form.touched.connect(self._on_touched)
        self.form.children_changed.connect(self._on_children_changed)
        self.form.children_field.added.connect(self._on_child_added)
        self.form.subjects_changed.connect(self._on_subjects_changed)
        self.form.stops_changed.connect(self._order_tabs)
        self.offers.stops_changed.connect(self._order_tabs)
        self.hard.shown.connect(self._order_tabs)
        self.form.all_subjects_asked.connect(self._on_all_subjects_asked)
        self.beside.subjects_chosen.connect(self.form.choose_subjects)
        self.offers.resumed.connect(self._on_resumed)
        self.offers.laid_away.connect(self._on_laid_away)
        self.hard.shown.connect(self._on_hard_shown)

    # beginning

    def begin(self, key: str = "") -> None:
        """An empty form for a new one, at once: whoever types before the children have come loses nothing."""
        self.key = key or observation_page.new_key(uuid.uuid4().hex)
        self._replaces: tuple[str, ...] = ()
        self._corrects = self._kept = self._dirty = self._saving = False
        self._asked: set[Question] = set()
        day = self._today().isoformat()
        self.form.set_content(Content(day=day, seen_by=(self.desk.my_id,)))
        self.form.ask_for_reason(needed=False)
        self.offers.withdraw()
        self.hard.withdraw()
        self.untell()
        self.saved_label.say("")
        self.head_words("Ny observation", LINE)
        self._follow()

    def take(self, page: ObservationPage) -> None:
        """The answer to how one came here: a child, a draft, or one's own short note to complete."""
        self.page = page
        self.form.know(page, self.desk.my_id)
        if page.draft is not None:
            self._go_on(page, page.draft)
        elif page.reading is not None:
            self.correct(page)
        elif page.child and not self.form.content().involved:
            now = self.form.content()
            self._put(replace(now, involved=((page.child, Part.HANDLER_OM.value),)))
        if page.draft is None and page.reading is None:
            self.offers.offer(page.waiting, page.names, self.desk.clock.now())
        self._follow()

    def correct(self, page: ObservationPage, content: Content | None = None) -> None:
        """Fill in (or, with `content`, merge) an observation that stands."""
        assert page.reading is not None
        self.page = page
        stored = page.reading.stored
        self.form.know(page, self.desk.my_id)
        self.key = observation_page.key_of(stored.id)
        self._replaces = stored.heads or (stored.version,)
        self._corrects = stored.record.complete
        self._put(content or contents.of_observation(stored.record))
        self._say_what_is_written()
        self._follow()

    def _go_on(self, page: ObservationPage, draft: Draft) -> None:
        kept = contents.from_json(draft.content)
        self.key, self._kept = draft.key, True
        if page.reading is not None and kept.replaces:
            self._replaces = kept.replaces
            self._corrects = page.reading.stored.record.complete
        self._put(kept.content)
        self._say_what_is_written()
        mark = mark_of(draft)
        if mark is not None:
            self.head_words("Hurtig note", f"{quick_words(mark, self.desk.clock.now())} {CONFIRM}")
        self.saved_label.say(f"Din kladde · {PRIVATE}")

    def _put(self, content: Content) -> None:
        """Into the form; what was typed before the answer came stays in front of it."""
        early = self.form.content().text if self._dirty else ""
        if early and early not in content.text:
            content = replace(content, text=f"{early}{content.text}")
        self.form.set_content(content)

    def _say_what_is_written(self) -> None:
        whom = several(self._first_names())
        self.form.ask_for_reason(needed=self._corrects)
        if self._corrects:
            self.head_words(f"Ret observationen om {whom}", "Begge tekster bliver stående.")
        elif self._replaces:
            self.head_words(f"Skriv færdig om {whom}", "Skriv det, du husker. Resten kan stå tomt.")

    def head_words(self, heading: str, line: str) -> None:
        assert self.head is not None
        self.head.say(heading, line)  # type: ignore[attr-defined]

    # keeping

    @property
    def kept(self) -> str:
        """The form as its draft."""
        record = observation_page.record_of(self.key)
        return contents.to_json(self.form.content(), record, self._replaces)

    @Slot()
    def keep(self) -> None:
        """Keep the draft now; an emptied form takes its draft away."""
        self._pause.stop()
        if not self._dirty or self._saving:
            return
        if self.form.content().is_blank:
            if self._kept:
                self.desk.ask(drafts.drop, self.key).then(_nothing, self)
                self.saved_label.say("")
            self._kept = False
            return
        ask = self.desk.ask(drafts.keep, self.key, observation_page.KIND, self.kept)
        self._kept = True
        ask.then(self._on_kept, self, failed=self._on_not_kept)

    def _on_kept(self, clock: str) -> None:
        if not self._saving and self._kept:
            self.saved_label.say(f"Gemt {clock} · {PRIVATE}")

    def _on_not_kept(self, error: BaseException) -> None:
        self.saved_label.say("Teksten ligger her, men kunne ikke gemmes endnu.", saved=False)
        self.desk.explain(error)
        self._pause.start(10 * QUIET_MS)

    # saving

    @Slot()
    def _on_save_clicked(self) -> None:
        self.save(complete=True)

    @Slot()
    def _on_later_clicked(self) -> None:
        """A line is enough to save; without a child or a word the draft waits, and nobody is asked."""
        content = self.form.content()
        if content.involved and not content.is_blank and self.form.times().day:
            self.save(complete=False)
            return
        self.keep()
        if not content.is_blank:
            self.desk.say("Kladden ligger klar hos dig.", "ok")
        self.closed.emit()

    def save(self, *, complete: bool) -> None:
        """Gem. What cannot be left out is asked for in place; what looks odd is asked once."""
        if self._saving:
            return
        self._pause.stop()
        self.form.ask_nothing()
        question = self._question()
        if question is not None:
            self._area.ensureWidgetVisible(self.form.ask(question))
            return
        content = self.form.content()
        observation = contents.to_observation(content, self.form.times(), complete=complete)
        self._set_saving(saving=True)
        self._send(observation, content)

    def _question(self) -> Question | None:
        content, times = self.form.content(), self.form.times()
        firm = contents.firm_questions(content, times, reason_needed=self._corrects)
        if firm:
            return firm[0]
        soft = contents.soft_questions(content, times, self.desk.clock.now(), self.form.born())
        new = [one for one in soft if one not in self._asked]
        self._asked.update(new[:1])
        return new[0] if new else None

    def _send(self, observation: Observation, content: Content) -> None:
        done = (self.key, self.kept, several(self._first_names()), content)
        ask = self.desk.ask(
            observation_page.save,
            observation,
            self.key,
            replaces=self._replaces,
            reason=content.reason,
        )
        ask.then(lambda saved: self._on_saved(Written(saved, *done)), self, failed=self._on_refused)

    def _on_saved(self, written: Written) -> None:
        self._set_saving(saving=False)
        self._dirty = self._kept = False
        self.written.emit(written)

    def _on_refused(self, error: BaseException) -> None:
        self._set_saving(saving=False)
        self._dirty = True
        self.keep()
        self.desk.explain(error)

    def _set_saving(self, *, saving: bool) -> None:
        self._saving = saving
        for made in (self.save_button, self.later):
            made.setEnabled(not saving)

    # following

    def start(self) -> None:
        """Where one writes: the text when the child is known, else the child."""
        if self.form.content().involved:
            self.form.text.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.form.children_field.focus_here()

    def on_fold(self, fold: Fold) -> None:
        self.before_button.setVisible(fold >= Fold.LIST)
        self.beside.set_folded(folded=fold >= Fold.LIST)

    def _today(self) -> date:
        return self.desk.clock.now().date()

    def _first_names(self) -> list[str]:
        return [self.form.first_name_of(one) for one in self.form.content().children]

    def _follow(self) -> None:
        """The filled button says the name; the panel follows the child and the subjects."""
        content = self.form.content()
        names = self._first_names() if content.involved else []
        words = save_words(names)
        if self._corrects:
            words = words.replace("Gem", "Gem rettelsen", 1)
        self.save_button.say(words.replace("&", "&&"))
        self.later.setVisible(not self._corrects)
        self.beside.follow(content, self.form, observation_page.record_of(self.key))
        self.hard.follow(content)
        self._order_tabs()

    @Slot()
    def _on_touched(self) -> None:
        self._dirty = True
        self._pause.start()

    @Slot()
    def _on_children_changed(self) -> None:
        self._follow()

    @Slot(str)
    def _on_child_added(self, child: str) -> None:
        """The first child: on to the text. The next: her part can be chosen at once."""
        chip = self.form.children_field.chip_of(child)
        if len(self.form.children_field.value()) > 1 and chip is not None:
            chip.role.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.form.text.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_subjects_changed(self) -> None:
        self._follow()

    @Slot()
    def _on_all_subjects_asked(self) -> None:
        self.beside.open_subjects(self.form)

    @Slot()
    def _on_hard_shown(self) -> None:
        self.beside.close_sheet()
        QTimer.singleShot(0, self, lambda: self._area.ensureWidgetVisible(self.hard, 0, 24))

    @Slot(object)
    def _on_resumed(self, draft: Draft) -> None:
        self.keep()
        self.resume_asked.emit(draft.key)

    @Slot(object)
    def _on_laid_away(self, draft: Draft) -> None:
        self.offers.withdraw(draft.key)
        self.desk.ask(drafts.drop, draft.key).then(_nothing, self)
        self.desk.say("Kladden er lagt væk.", "ok", lambda: self._bring_back(draft))

    def _bring_back(self, draft: Draft) -> None:
        ask = self.desk.ask(drafts.keep, draft.key, draft.kind, draft.content)
        ask.then(_nothing, self.desk)
        self.offers.offer((draft, *self.offers.offered()), self.page.names, self.desk.clock.now())


def _nothing(_answer: object) -> None:
    """The answer changes nothing on the page."""
