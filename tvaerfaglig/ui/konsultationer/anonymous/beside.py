"""The card and the note together: what is asked, answered with one key, laid away, and put back."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from tvaerfaglig.domain.reidentify import saying
from tvaerfaglig.domain.reidentify.counting import Lead
from tvaerfaglig.services.writing.reidentifying import HowMany
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.konsultationer.anonymous import rewording
from tvaerfaglig.ui.konsultationer.anonymous.card import FitCard
from tvaerfaglig.ui.konsultationer.anonymous.watch import FitWatch
from tvaerfaglig.ui.konsultationer.note_body import NoteBody
from tvaerfaglig.ui.konsultationer.writer import NoteWriter
from tvaerfaglig.ui.widgets import message

AWAY = "anonymt"


class Anonymity(QObject):
    """`shown` when there is a count to show, or none any more; `left` when one goes from it to the text.

    `line` is for a window without room beside.
    """

    shown = Signal()
    left = Signal()

    def __init__(self, desk: Desk, writer: NoteWriter, body: NoteBody) -> None:
        super().__init__(body)
        self._desk, self._writer, self._body = desk, writer, body
        self.card = FitCard()
        self.line = message("", "info", icon="spoergsmaal", link="Se ordene")
        self.watch = FitWatch(desk, writer, self)
        self._answer: HowMany | None = None
        self._writable = True
        self._last: tuple[rewording.Change, ...] = ()
        self.watch.counted.connect(self._on_counted)
        self.card.replaced.connect(self.reword)
        self.card.jumped.connect(self._jump)
        self.card.dismissed.connect(self._lay_away)
        self.card.asked_again.connect(self._ask_again)
        self.card.undone.connect(self.undo)

    @property
    def is_there(self) -> bool:
        return self._answer is not None

    @property
    def asks(self) -> bool:
        """Whether anything is asked about, not laid away."""
        return self._answer is not None and self._answer.asks and bool(self.card.leads())

    def set_writable(self, *, writable: bool) -> None:
        if writable != self._writable:
            self._writable = writable
            self._draw()

    @Slot()
    def reword_first(self) -> None:
        """Ctrl+."""
        key = self.card.first()
        if key:
            self.reword(key)

    @Slot(str)
    def reword(self, key: str) -> None:
        """Write the broader words wherever the narrow ones stand."""
        lead = self.card.lead(key)
        if lead is None or self._answer is None or not lead.instead:
            return
        done = rewording.reword(self._writer, self._body, self._answer.pieces, lead)
        if not done:
            self._desk.say("Ordene står i det, en anden har skrevet. Tal sammen om det.", "info")
            return
        self._last = done
        self._body.renew()
        self._desk.say(f"»{lead.words}« blev til »{lead.instead}«.", "ok", self.undo)

    @Slot()
    def undo(self) -> None:
        """The last rewording, in every field where it was made."""
        done, self._last = self._last, ()
        if done and self._writer.is_open:
            rewording.put_back(self._writer, self._body, done)
            self._body.renew()

    @Slot(object)
    def _on_counted(self, answer: HowMany | None) -> None:
        if answer is None:
            self._last = ()
        self._answer = answer
        self._draw()

    def _draw(self) -> None:
        self.card.show_answer(self._answer, self._laid(), writable=self._writable)
        if self._answer is not None:
            self.line.follow(saying.headline(self._answer.fit))
        self.shown.emit()

    def _laid(self) -> frozenset[str]:
        kept = self._writer.sitting.away_in(AWAY) if self._writer.is_open else ()
        return frozenset(one.removeprefix(_anchor("")) for one in kept)

    @Slot(str)
    def _lay_away(self, key: str) -> None:
        self._keep(self._laid() | {key})

    @Slot()
    def _ask_again(self) -> None:
        self._keep(frozenset())

    def _keep(self, away: frozenset[str]) -> None:
        self._writer.lay_away(AWAY, tuple(_anchor(key) for key in sorted(away)))
        self._draw()

    @Slot(str)
    def _jump(self, key: str) -> None:
        lead: Lead | None = self.card.lead(key)
        if lead is None or self._answer is None:
            return
        self.left.emit()
        field = rewording.show(self._body, self._answer.pieces, lead)
        part = PARTS.get(field.partition(":")[0])
        if part:
            self._body.jump(part, focus=True)


def _anchor(key: str) -> str:
    return f"|{AWAY}|{key}"


PARTS = {
    "age_band": "barn", "title": "moede", "place": "moede", "why_now": "spoergsmaal",
    "question": "spoergsmaal", "observed": "iagttagelser", "going_well": "gaar_godt",
    "child_view": "barnets_perspektiv", "parents_view": "foraeldrenes_syn",
    "parents_asked": "foraeldrenes_syn", "tried": "proevet", "syn": "faglighed",
    "shared_understanding": "faelles_forstaaelse", "goals": "maal", "aftale": "aftaler",
    "decision_because": "beslutning", "discussed_because": "beslutning", "shared_with": "delt_med",
}  # fmt: skip
"""The part of the note in which a text stands, where no field of it is open."""
