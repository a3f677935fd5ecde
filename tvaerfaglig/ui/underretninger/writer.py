"""Carries one letter between its page and the services: reads, keeps, saves, asks. Knows no widget."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from tvaerfaglig.domain.citations import renumbered
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.interview.told import Told
from tvaerfaglig.domain.quality.finding import Finding
from tvaerfaglig.domain.underretning import Underretning
from tvaerfaglig.services import underretninger as service
from tvaerfaglig.services.following import carrying
from tvaerfaglig.services.letters import interviewing
from tvaerfaglig.services.letters.kept_under import LEFT_OUT
from tvaerfaglig.services.letters.page import LetterPage
from tvaerfaglig.services.letters.rows import Rewritten
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.underretninger.sitting import Sitting
from tvaerfaglig.ui.underretninger.writing_help import WritingHelp
from tvaerfaglig.ui.writing.switches import QUIET, switches_of

KEEP_MS = 500
Sent = tuple[Mapping[str, str], Underretning | None, tuple[str, ...] | None, Told | None]
SHOWN_KINDS = (
    "underretning", "afsnit", "observation", "vaern", "barn", "faerdig", "skridt", "kommentar",
    "forslag", "forslag_svar", "samtale", "kontakt", "opfoelgning", "rykker", "journaliseret",
)  # fmt: skip


class LetterWriter(QObject):
    """`opened` when another letter stands there, `renewed` when the same was read again.

    `moved` sends texts whose citations followed their rows, `kept` the clock. At `catching_up` whoever
    shows a text says what has been written in it by now.
    """

    opened = Signal()
    renewed = Signal()
    moved = Signal(object)
    kept = Signal(str)
    catching_up = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.sitting: Sitting | None = None
        self.help = WritingHelp(self)
        self._saving = 0
        self._keep_head = QTimer(self)
        self._keep_head.setSingleShot(True)
        self._keep_head.setInterval(KEEP_MS)
        self._keep_head.timeout.connect(self._on_keep_head)
        desk.changed.connect(self._on_changed)
        self._switches = switches_of(desk)
        self._switches.turned.connect(self._on_turned)

    @property
    def letter(self) -> str:
        return self.sitting.page.id if self.sitting else ""

    # reading

    def open(self, letter: str) -> None:
        self._desk.ask(service.open_letter, letter).then(self._on_opened, self)

    def renew(self) -> None:
        """Read it again; what is unsaved here stays."""
        if self.letter:
            self._desk.ask(service.read_letter, self.letter).then(self._on_renewed, self)

    def close(self) -> None:
        self.help.forget()
        self.sitting = None

    def stop(self) -> None:
        """The program closes: let the asking thread go."""
        self.help.stop()

    # writing

    def write(self, section: str, text: str) -> None:
        """Someone paused in a section: keep it within the second."""
        if self.sitting is None or not self.sitting.write(section, text):
            return
        keep = self._desk.ask(service.keep_section, self.letter, section, text)
        keep.then(self.kept.emit, self)
        self.ask(at_once=True)

    def choose(self, **facts: object) -> Underretning | None:
        """A fact of the head changed."""
        if self.sitting is None:
            return None
        before = self.sitting.record
        after = self.sitting.choose(**facts)
        if after != before:
            self._keep_head.start()
            self.ask()
        return after

    def leave_out(self, lines: tuple[str, ...]) -> None:
        if self.sitting is not None:
            self.sitting.left_out = lines
            keep = self._desk.ask(service.keep_section, self.letter, LEFT_OUT, "\n".join(lines))
            keep.then(self.kept.emit, self)

    def tell(self, told: Told) -> None:
        """How far one is with Spørg mig; the answers themselves are texts like any other."""
        if self.sitting is not None:
            self.sitting.told = told
            keep = self._desk.ask(interviewing.keep, self.letter, told)
            keep.then(self.kept.emit, self)

    def save(self, then: Callable[[], None] | None = None) -> None:
        """The sitting's version: everything changed since the last one."""
        sitting = self.sitting
        if sitting is None or not sitting.dirty or not sitting.page.is_open:
            if then is not None:
                then()
            return
        self._keep_head.stop()
        heads = {} if self._saving else sitting.heads()
        self._saving += 1
        texts, head, left_out = dict(sitting.texts), sitting.head, sitting.left_out
        told = sitting.told
        asked = self._desk.ask(
            service.save_sitting, self.letter, texts, heads, head, left_out=left_out, told=told
        )
        asked.then(
            partial(self._on_saved, sitting, (texts, head, left_out, told), then),
            self,
            failed=self._on_save_failed,
        )

    def answer_overgreb(self, answer: str, siblings: tuple[str, ...] = ()) -> None:
        """Set the guard where the answer is yes; the page is read again without the parents."""
        self.save()
        asked = self._desk.ask(service.answer_overgreb, self.letter, answer, "", siblings)
        asked.then(self._on_written, self)

    # rows

    def insert(self, observation: str, then: Callable[[Rewritten], None] | None = None) -> None:
        self._rows(service.insert_observation, observation, then)

    def refresh(self, observation: str) -> None:
        self._rows(service.refresh_row, observation, None)

    def remove(self, observation: str) -> None:
        self._rows(service.remove_row, observation, self._offer_undo)

    def take_in(self, observations: Sequence[str]) -> None:
        """Several, one after the other: the citations of each have moved before the next is put in."""
        if observations:
            first, *rest = observations
            self.insert(first, lambda _done: self.take_in(rest))

    def follow(self, done: Rewritten, typed: Mapping[str, str]) -> None:
        """A service changed texts; `typed` are those in which somebody wrote on meanwhile, as they stand now."""
        self._desk.announce(done.changes, self)
        if self.sitting is not None:
            self.sitting.moved(done.texts)
        self.moved.emit({**done.texts, **typed})
        for section, text in typed.items():
            self.write(section, text)
        self.renew()

    def keep_as_is(self, section: str) -> None:
        """Words of the letter before still hold: they are this letter's own now."""
        self._desk.ask(carrying.keep_as_is, self.letter, section).then(self._on_written, self)

    def let_go_of_carried(self) -> None:
        """Begin with empty sections; what came along can be put back."""
        self.save()
        asked = self._desk.ask(carrying.let_go, self.letter)
        asked.then(partial(self._on_rewritten, self._offer_carried), self)

    def _offer_carried(self, done: Rewritten) -> None:
        words = "Teksten fra den forrige underretning er taget ud, hvor ingen havde rettet i den."
        self._desk.say(words, "ok", partial(self._put_back, self.letter, done))

    def take_back(self, observation: str) -> None:
        """*Fortryd* of `insert`: the row and its citations go, and nothing is offered."""
        self._rows(service.remove_row, observation, None)

    def _rows(
        self,
        act: Callable[..., Rewritten],
        observation: str,
        then: Callable[[Rewritten], None] | None,
    ) -> None:
        self.catching_up.emit()
        if self.sitting is not None:
            sent = dict(self.sitting.texts)
            asked = self._desk.ask(act, self.letter, observation, sent)
            asked.then(partial(self._on_rows_moved, sent, then), self)

    def _offer_undo(self, done: Rewritten) -> None:
        changed = len(done.texts)
        words = "Observationen er taget ud af underretningen."
        if changed:
            words += " Henvisningerne til den er taget ud af teksten."
        self._desk.say(words, "ok", partial(self._put_back, self.letter, done))

    def _put_back(self, letter: str, done: Rewritten) -> None:
        before = {one.section: one.text for one in done.before}
        texts = {section: before[section] for section in done.texts if section in before}
        asked = self._desk.ask(service.put_back, letter, done.before)
        asked.then(partial(self._on_put_back, texts), self)

    # questions

    def ask(self, *, at_once: bool = False) -> None:
        """What may the letter be asked, as it stands now?"""
        sitting = self.sitting
        if sitting is None or not sitting.page.is_open:
            self.help.ask_nothing()
            return
        page, shelf = sitting.snapshot(), self._desk.library
        quiet = self._switches.is_on(QUIET)
        work = partial(
            service.all_questions, page, sitting.template, shelf.questions, quiet_too=quiet
        )
        self.help.ask(work, at_once=at_once)

    def dismiss(self, finding: Finding) -> None:
        """It stays away at this place, at once on the screen and for good in the vault."""
        if self.sitting is None:
            return
        kept = dict.fromkeys((*self.sitting.page.dismissed, finding.anchor))
        self.sitting.page = replace(self.sitting.page, dismissed=tuple(kept))
        self.help.lay_away(finding)
        self.ask()
        self._desk.ask(service.dismiss, self.letter, finding.anchor).then(self._on_written, self)

    def undismiss(self, anchor: str = "") -> None:
        """Ask again: one question, or all that were laid away."""
        self._desk.ask(service.undismiss, self.letter, anchor).then(self._on_asked_again, self)

    # answers

    def _on_opened(self, page: LetterPage) -> None:
        self.sitting = Sitting(page, page.template(self._desk.library.underretning))
        self.help.begin_anew()
        self._saving = 0
        self.opened.emit()
        self.ask(at_once=True)

    def _on_renewed(self, page: LetterPage) -> None:
        if self.sitting is None or page.id != self.letter:
            return
        self.sitting.take(page)
        self.renewed.emit()
        self.ask()

    def _on_saved(
        self,
        sitting: Sitting,
        sent: Sent,
        then: Callable[[], None] | None,
        saved: Saved,
    ) -> None:
        """Only what was sent is saved: words typed meanwhile are still on their way."""
        self._saving -= 1
        texts, head, left_out, told = sent
        for section, text in texts.items():
            if sitting.texts.get(section) == text:
                del sitting.texts[section]
        if sitting.head is head:
            sitting.head = None
        if sitting.left_out == left_out:
            sitting.left_out = None
        if sitting.told is told:
            sitting.told = None
        self._desk.announce(saved.changes, self)
        self.renew()
        if then is not None:
            then()

    def _on_save_failed(self, error: BaseException) -> None:
        self._saving -= 1
        self._desk.explain(error)

    def _on_written(self, saved: Saved) -> None:
        self._desk.announce(saved.changes, self)
        self.renew()

    def _on_rewritten(self, then: Callable[[Rewritten], None] | None, done: Rewritten) -> None:
        self._desk.announce(done.changes, self)
        if self.sitting is not None:
            self.sitting.moved(done.texts)
        self.moved.emit(done.texts)
        if then is not None:
            then(done)
        self.renew()

    def _on_rows_moved(
        self, sent: Mapping[str, str], then: Callable[[Rewritten], None] | None, done: Rewritten
    ) -> None:
        """Citations follow their rows also in what was typed while the answer was on its way."""
        self.catching_up.emit()
        now = self.sitting.texts if self.sitting is not None else {}
        typed = {
            section: renumbered(now[section], done.moves)
            for section in done.texts
            if section in now and now[section] != sent.get(section)
        }
        self.follow(done, typed)
        if then is not None:
            then(done)

    def _on_put_back(self, texts: Mapping[str, str], changes: Changes) -> None:
        self._desk.announce(changes, self)
        self.moved.emit(texts)
        self.renew()

    @Slot()
    def _on_keep_head(self) -> None:
        if self.sitting is not None and self.sitting.head is not None:
            keep = self._desk.ask(service.keep_head, self.letter, self.sitting.head)
            keep.then(self.kept.emit, self)

    def _on_asked_again(self, saved: Saved) -> None:
        """What was brought back is wanted now, not when she pauses."""
        self._desk.announce(saved.changes, self)
        read = self._desk.ask(service.read_letter, self.letter)
        read.then(self._on_brought_back, self)

    def _on_brought_back(self, page: LetterPage) -> None:
        self._on_renewed(page)
        self.ask(at_once=True)

    @Slot(str)
    def _on_turned(self, help_: str) -> None:
        if help_ == QUIET:
            self.ask(at_once=True)

    @Slot(object, object)
    def _on_changed(self, changes: Changes, origin: QObject | None) -> None:
        if origin is self or self.sitting is None:
            return
        if changes.touch(*SHOWN_KINDS, child=self.sitting.page.record.child) or changes.touch(
            "barn"
        ):
            self.renew()
