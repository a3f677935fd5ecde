"""Carries one statusudtalelse between its page and the services: reads, keeps, saves, asks. Knows no widget."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.quality.finding import Finding
from tvaerfaglig.domain.statusudtalelser.form import Heading
from tvaerfaglig.domain.statusudtalelser.records import (
    Answer,
    Request,
    Statusudtalelse,
    renewed_row,
    with_row,
    without_row,
)
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.statusudtalelser import asking, reading, writing
from tvaerfaglig.services.statusudtalelser.paper import named
from tvaerfaglig.services.statusudtalelser.reading import StatusPage
from tvaerfaglig.services.statusudtalelser.writing import Chosen
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.underretninger.writing_help import WritingHelp

KEEP_MS = 500
SHOWN_KINDS = (
    "statusudtalelse", "statusudtalelse_faerdig", "statusudtalelse_skridt", "observation", "vaern",
    "bemaerkning",
)  # fmt: skip


class StatusWriter(QObject):
    """`opened` when another stands there, `renewed` when the same was read again.

    `moved` when the prose changed from outside (numbers followed their rows), `kept` sends the clock.
    """

    opened = Signal()
    renewed = Signal()
    moved = Signal()
    kept = Signal(str)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.form = desk.library.statusudtalelse
        self.page: StatusPage | None = None
        self.record: Statusudtalelse | None = None
        self.resumed = False
        self.help = WritingHelp(self)
        self._keep = QTimer(self)
        self._keep.setSingleShot(True)
        self._keep.setInterval(KEEP_MS)
        self._keep.timeout.connect(self._on_keep)
        desk.changed.connect(self._on_changed)

    @property
    def status(self) -> str:
        return self.page.id if self.page else ""

    @property
    def dirty(self) -> bool:
        return self.page is not None and self.record != self.page.record

    @property
    def untouched(self) -> bool:
        """Just begun by whoever sits here: one version, and nothing in it."""
        page = self.page
        return page is not None and page.fresh and not self.dirty

    def snapshot(self) -> StatusPage:
        """The page as it would be if it were saved now."""
        if self.page is None or self.record is None:
            raise LookupError("no statusudtalelse is open")
        return self.page.holding(self.record)

    # reading

    def open(self, status: str) -> None:
        self._desk.ask(reading.open_status, status).then(self._on_opened, self)

    def renew(self) -> None:
        """Read it again; what is unsaved here stays."""
        if self.status:
            self._desk.ask(reading.read_status, self.status).then(self._on_renewed, self)

    def close(self) -> None:
        self.help.forget()
        self._keep.stop()
        self.page = self.record = None

    def stop(self) -> None:
        """The program closes: let the asking thread go."""
        self.help.stop()

    # writing

    def write(self, heading: Heading, text: str) -> None:
        """Someone paused under a heading: what she wrote is the answer, and kept within the second."""
        if self.record is None or self.record.text(heading.id) == text:
            return
        self._take(self.record.answering(self._answer(heading, text=text)))

    def say_nothing_known(self, heading: Heading, *, on: bool = True) -> None:
        """One key for the honest answer; taken back, nothing stands there."""
        if self.record is not None and not self.record.text(heading.id).strip():
            self._take(self.record.answering(self._answer(heading, nothing_known=on)))

    def _answer(self, heading: Heading, **said: object) -> Answer:
        child = self.snapshot().child.record
        answer = Answer(heading=heading.id, title=named(heading.name, child))
        return replace(answer, **said)  # type: ignore[arg-type]

    def ask_for(self, **facts: object) -> None:
        """Something of the municipality's request."""
        if self.record is not None:
            request: Request = replace(self.record.request, **facts)  # type: ignore[arg-type]
            self._take(replace(self.record, request=request))

    def set(self, **facts: object) -> None:
        """The period, or how the writer knows the child."""
        if self.record is not None:
            self._take(replace(self.record, **facts))  # type: ignore[arg-type]

    def _take(self, record: Statusudtalelse) -> None:
        if record != self.record:
            self.record = record
            self._keep.start()
            self.ask(at_once=True)

    def save(self, then: Callable[[], None] | None = None) -> None:
        """A version of what stands here, if anything is new."""
        self._keep.stop()
        page, record = self.page, self.record
        if page is None or record is None or not self.dirty or not page.is_open:
            if then is not None:
                then()
            return
        asked = self._desk.ask(writing.save, page.id, record, page.stored.heads)
        asked.then(partial(self._on_saved, record, then), self)

    # observations

    def choose(self, observation: str, then: Callable[[int | None], None] | None = None) -> None:
        self._turn(writing.choose, observation, then)

    def take_newer(self, observation: str) -> None:
        self._turn(writing.renew, observation, None)

    def leave_out(self, observation: str) -> None:
        """With *Fortryd*: the text as it stood comes back, citations and all."""
        self._turn(writing.leave_out, observation, None)

    def _turn(
        self,
        act: Callable[..., Chosen],
        observation: str,
        then: Callable[[int | None], None] | None,
    ) -> None:
        if self.page is not None:
            asked = self._desk.ask(act, self.page.id, observation, self.record)
            asked.then(partial(self._on_turned, act, observation, then), self)

    # questions

    def ask(self, *, at_once: bool = False) -> None:
        """What may be asked of it, as it stands now?"""
        if self.page is None or not self.page.is_open:
            self.help.ask_nothing()
            return
        work = partial(asking.questions, self.snapshot(), self.form)
        self.help.ask(work, at_once=at_once)

    def dismiss(self, finding: Finding) -> None:
        """It stays away at this place, at once on the screen and for good in the vault."""
        if self.page is None or self.record is None:
            return
        kept = tuple(dict.fromkeys((*self.record.dismissed, finding.anchor)))
        self.page = self.page.holding(replace(self.page.record, dismissed=kept))
        self.record = replace(self.record, dismissed=kept)
        self.help.lay_away(finding)
        self._desk.ask(writing.dismiss, self.status, finding.anchor).then(self._on_written, self)

    def undismiss(self, anchor: str = "") -> None:
        """Ask again: one question, or all that were laid away."""
        asked = self._desk.ask(writing.undismiss, self.status, anchor)
        asked.then(self._on_asked_again, self)

    # answers

    def _on_opened(self, page: StatusPage) -> None:
        self.page = page
        kept = page.kept if page.is_open else None
        self.resumed = kept is not None and _said(kept) != _said(page.record)
        self.record = _with_dismissed(kept, page) if kept is not None else page.record
        self.help.begin_anew()
        self.opened.emit()
        self.ask(at_once=True)

    def _on_renewed(self, page: StatusPage) -> None:
        """Somebody else's version is taken where nothing is unsaved here."""
        if page.id != self.status or self.record is None:
            return
        if self.dirty and page.is_open:
            self.record = _with_dismissed(self.record, page)
        else:
            self.record = page.record
        self.page = page
        self.renewed.emit()
        self.ask()

    def _on_saved(
        self, record: Statusudtalelse, then: Callable[[], None] | None, saved: Saved
    ) -> None:
        if self.page is not None and self.page.id == saved.id:
            self.page = self.page.holding(record)
        self._desk.announce(saved.changes, self)
        self.renew()
        if then is not None:
            then()

    def _on_written(self, saved: Saved) -> None:
        self._desk.announce(saved.changes, self)
        self.renew()

    def _on_turned(
        self,
        act: Callable[..., Chosen],
        observation: str,
        then: Callable[[int | None], None] | None,
        done: Chosen,
    ) -> None:
        """The same change is made to what stands here now: words typed meanwhile stay."""
        self._desk.announce(done.changes, self)
        if self.page is None or self.record is None:
            return
        self.page = self.page.holding(done.record)
        row = next((one for one in done.record.rows if one.observation == observation), None)
        if act is writing.leave_out:
            self.record = without_row(self.record, observation)
            words = "Observationen er taget ud. Henvisningerne til den er taget ud af teksten."
            self._desk.say(words, "ok", partial(self._put_back, done.before))
        elif row is not None and act is writing.renew:
            self.record = renewed_row(self.record, row)
        elif row is not None:
            self.record = with_row(self.record, row)
        self.moved.emit()
        if then is not None:
            then(self.record.number(observation))
        self.renew()

    def _put_back(self, before: Statusudtalelse) -> None:
        """What was written since is a version of its own first."""
        self.save()
        self._desk.ask(writing.put_back, self.status, before).then(self._on_put_back, self)

    def _on_put_back(self, saved: Saved) -> None:
        self._desk.announce(saved.changes, self)
        self._desk.ask(reading.read_status, saved.id).then(self._on_restored, self)

    def _on_restored(self, page: StatusPage) -> None:
        if page.id == self.status:
            self.page, self.record = page, page.record
            self.moved.emit()
            self.renewed.emit()

    @Slot()
    def _on_keep(self) -> None:
        if self.page is not None and self.record is not None and self.dirty:
            asked = self._desk.ask(writing.keep, self.page.id, self.record)
            asked.then(self.kept.emit, self)

    def _on_asked_again(self, saved: Saved) -> None:
        """What was brought back is wanted now, not when she pauses."""
        self._desk.announce(saved.changes, self)
        self._desk.ask(reading.read_status, self.status).then(self._on_brought_back, self)

    def _on_brought_back(self, page: StatusPage) -> None:
        self._on_renewed(page)
        self.ask(at_once=True)

    @Slot(object, object)
    def _on_changed(self, changes: Changes, origin: QObject | None) -> None:
        if origin is self or self.page is None:
            return
        if changes.touch(*SHOWN_KINDS, child=self.page.record.child) or changes.touch("barn"):
            self.renew()


def _with_dismissed(record: Statusudtalelse, page: StatusPage) -> Statusudtalelse:
    """What was laid away is the vault's to say, whatever a draft remembers."""
    return replace(record, dismissed=page.record.dismissed)


def _said(record: Statusudtalelse) -> Statusudtalelse:
    return replace(record, dismissed=())
