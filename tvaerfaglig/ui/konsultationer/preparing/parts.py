"""The parts of the sheet: under each heading what the log offers, and room for one's own lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tvaerfaglig.domain.preparing.line import FromTheLog, Line
from tvaerfaglig.services.konsultation.page import KonsultationPage
from tvaerfaglig.ui.konsultationer.part import add_shown
from tvaerfaglig.ui.konsultationer.preparing.offered import Offered
from tvaerfaglig.ui.konsultationer.prose import new_prose
from tvaerfaglig.ui.widgets import (
    ListRow,
    Prose,
    boxed,
    col,
    empty_layout,
    field,
    frame,
    picker,
    section,
    small,
)
from tvaerfaglig.ui.widgets.picking import Picker
from tvaerfaglig.ui.widgets.prose_edit import ProseKind

Lines = Callable[[FromTheLog], tuple[Line, ...]]


@dataclass(frozen=True)
class Own:
    """A text of one's own: `fact` is where it lies, in the note or (with a dot before) in its preparation."""

    fact: str
    label: str
    help: str = ""
    kind: ProseKind = "plain"


@dataclass(frozen=True)
class Asked:
    """One part: heading, a line of guidance, what of the log stands there, and the texts."""

    key: str
    heading: str
    guidance: str
    lines: Lines
    own: tuple[Own, ...]
    quotes: bool = False
    parents: bool = False
    finds: bool = False


LAID = "lagt"
FIND = "Find flere observationer"
_LONGEST = 90


def _nothing(_log: FromTheLog) -> tuple[Line, ...]:
    return ()


PARTS: tuple[Asked, ...] = (
    Asked(
        "spoergsmaal",
        "Spørgsmålet",
        "Én sætning, der ender med et spørgsmålstegn, hjælper alle.",
        _nothing,
        (
            Own("question", "Hvad vil I have hjælp til?"),
            Own("why_now", "Hvorfor nu?"),
            Own(".wanted", "Hvad vil I have ud af mødet?"),
        ),
    ),
    Asked(
        "ved",
        "Det ved vi",
        "Det nyeste, og det, der fortæller mest om hvert emne. Vælg fra med mellemrum.",
        lambda log: (*log.known, *log.counts),
        (Own("observed", "Andet, vi ved"),),
        finds=True,
    ),
    Asked(
        "ved_ikke",
        "Det ved vi ikke",
        "Fundet i loggen. Det kan være mødets bedste spørgsmål.",
        lambda log: log.unknown,
        (Own(".unknown", "Andet, vi ikke ved", "En linje til hver."),),
    ),
    Asked(
        "godt",
        "Det går godt",
        "Styrker hos barnet, hos forældrene og hos jer.",
        lambda log: log.strengths,
        (Own("going_well", "Andet, der går godt"),),
    ),
    Asked(
        "proevet",
        "Prøvet, og hvad der kom ud af det",
        "Fra aftaler, samtaler og underretninger. Også det, der ikke virkede.",
        lambda log: log.tried,
        (Own("tried", "Andet, I har prøvet"),),
    ),
    Asked(
        "ord",
        "Barnets egne ord",
        "Som de blev sagt. Gæt ikke, hvad barnet mente.",
        lambda log: log.voice,
        (Own("child_view", "Andet, barnet siger eller viser", kind="voice"),),
        quotes=True,
    ),
    Asked(
        "foraeldre",
        "Forældrene",
        "Hvad beder I dem tænke over, og hvad har de selv sagt?",
        lambda log: log.parents,
        (
            Own(".parents_part", "Det beder vi dem tænke over før mødet"),
            Own("parents_view", "Med deres egne ord", kind="voice"),
        ),
        parents=True,
    ),
    Asked(
        "tanker",
        "Egne tanker",
        "Det kunne være, at … Bliver på arket og føres ikke over i notatet.",
        _nothing,
        (Own(".hypotheses", "Det kunne være", kind="thought"),),
    ),
)


class PrepPart(QWidget):
    """One part on the page. `left` sends a line's key and whether it is to come, `written` a fact and its text.

    `laid` sends an observation that was found by its words and is to lie on the table.
    """

    left = Signal(str, bool)
    laid = Signal(str)
    written = Signal(str, str)

    def __init__(self, asked: Asked, page: KonsultationPage, value: Callable[[str], str]) -> None:
        super().__init__()
        self.asked, self._page = asked, page
        self.setAccessibleName(asked.heading)
        self.proses: dict[str, Prose] = {}
        self._lines = QVBoxLayout()
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(6)
        self.more: Picker | None = None
        if asked.finds:
            self.more = picker(name="Find flere observationer", keeps=False, placeholder=FIND)
            self.more.picked.connect(self._on_found)
            self.more.hide()
        fields = [self._field(own, value(own.fact)) for own in asked.own]
        inner = col(
            section(asked.heading), small(asked.guidance), self._lines, self.more, *fields, gap="near",
            margins=(16, 12, 16, 14),
        )  # fmt: skip
        self.setLayout(col(frame("card", inner), gap=0))

    def show_log(
        self, log: FromTheLog, left_out: tuple[str, ...], laid: tuple[Line, ...] = ()
    ) -> None:
        """What the log says of this part now, and what was laid there by hand; the texts stay as they are."""
        empty_layout(self._lines)
        by_hand = laid if self.more is not None else ()
        for line in (*by_hand, *self.asked.lines(log)):
            quotes = self.asked.quotes
            made = Offered(line, self._page.names, on=line.key not in left_out, quotes=quotes)
            made.kept.connect(self.left)
            add_shown(self._lines, made)

    def offer_more(self, lines: Sequence[Line]) -> None:
        """The observations that are not there yet, to be found by their words."""
        if self.more is None:
            return
        said = self._page.names.said
        self.more.offer(
            [
                ListRow(key=one.record, title=_beginning(said(one.text)), aside=one.source)
                for one in lines
            ]
        )
        self.more.setVisible(bool(lines))

    def renew(self, value: Callable[[str], str]) -> None:
        """Texts that somebody else changed; not the one that is being written in."""
        for fact, made in self.proses.items():
            if not made.hasFocus() and made.text() != value(fact):
                made.set_text(value(fact))

    def offered(self) -> list[Offered]:
        return self.findChildren(Offered)

    def flush(self) -> None:
        for made in self.proses.values():
            made.flush()

    @Slot(str)
    def _on_found(self, observation: str) -> None:
        if observation:
            self.laid.emit(observation)

    def _field(self, own: Own, words: str) -> QWidget:
        made = new_prose(self._page, words, own.kind, lines=2)
        made.textEdited.connect(lambda text, fact=own.fact: self.written.emit(fact, text))
        self.proses[own.fact] = made
        return boxed(col(field(own.label, made, own.help), gap=0))


def _beginning(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rsplit(' ', 1)[0]} …"
