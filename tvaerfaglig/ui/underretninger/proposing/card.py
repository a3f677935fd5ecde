"""One proposal: by whom, about which words, why, what was said to it, and what can be done with it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.comparing import Kind, Word, words_between
from tvaerfaglig.domain.letter_beside import Proposal, ProposalAnswer, Verdict
from tvaerfaglig.domain.masking import shown
from tvaerfaglig.services.letters.page import LetterPage
from tvaerfaglig.services.names import Names
from tvaerfaglig.services.proposing.beside import Proposed
from tvaerfaglig.ui.underretninger.compare.marked import Marked, told
from tvaerfaglig.ui.widgets import (
    Button,
    boxed,
    button,
    chip,
    col,
    flow,
    frame,
    glyph,
    row,
    small,
    spread,
    text,
)

NEAR = 24
_CHIPS = {
    Verdict.TAGET: ("Taget ind", "flueben", "ok"),
    Verdict.AFVIST: ("Nej tak", "info", ""),
    Verdict.TRUKKET: ("Trukket tilbage", "fortryd", ""),
}
CHANGED = "Ordene er ændret siden. Læs forslaget, og ret selv i teksten, hvis det stadig er godt."


class ProposalCard(QWidget):
    """Each signal is one of its buttons."""

    accepted = Signal()
    rejected = Signal()
    answered = Signal()
    withdrawn = Signal()
    undone = Signal()
    jumped = Signal()

    def __init__(self, found: Proposed, page: LetterPage, where: str) -> None:
        super().__init__()
        made, who = found.record, page.names.of_staff(found.record.by)
        self._who = who
        self.place = found.place(_on_screen(page, made.section))
        when = danish.day_near(made.day, page.today)
        words = _in_place(made)
        settled = _CHIPS.get(found.verdict) if found.verdict else None
        state = chip(settled[0], settled[1], settled[2]) if settled else None  # type: ignore[arg-type]
        why = f"Hvorfor: {made.why}" if made.why else ""
        self.buttons = dict(self._buttons(found, page))
        self.setLayout(
            col(
                frame(
                    "card",
                    col(
                        spread(text(who, "strong"), state, gap=6),
                        small(" · ".join(filter(None, ("Forslag", when, where)))),
                        Marked(words),
                        text(why) if why else None,
                        self._moved(found),
                        *(small(_said(one.record, page.names)) for one in found.answers),
                        boxed(flow(*self.buttons.values())) if self.buttons else None,
                        gap=4,
                        margins=(14, 10, 12, 10),
                    ),
                ),
                gap=0,
            )
        )
        state_words = settled[0] if settled else "åbent"
        said = (f"Forslag fra {who}", where, told(words), why, state_words)
        self.setAccessibleName(". ".join(part.rstrip(".") for part in said if part))

    def _moved(self, found: Proposed) -> QWidget | None:
        if found.verdict is not None or self.place is not None:
            return None
        return boxed(row(glyph("info", "accent", 16), (small(CHANGED), 1), gap=6))

    def _buttons(self, found: Proposed, page: LetterPage) -> Iterator[tuple[str, Button]]:
        """What this person can do with it now."""
        if not page.is_open:
            return
        mine = found.record.by == page.names.me
        settles = found.may_be_settled_by(page.names.me, page.record.writers)
        if found.verdict is None and settles:
            if self.place is not None:
                yield self._button("Tag ind", "flueben", self.accepted)
            yield self._button("Nej tak", "", self.rejected)
        if found.verdict is Verdict.TAGET and self.place is not None and settles:
            yield self._button("Fortryd", "fortryd", self.undone)
        yield self._button("Svar", "", self.answered)
        if found.verdict is None and mine:
            yield self._button("Træk tilbage", "", self.withdrawn)
        if self.place is not None and found.verdict is None:
            yield self._button("Til stedet", "", self.jumped, kind="link")

    def _button(
        self, words: str, icon: str, signal: object, *, kind: str = "small"
    ) -> tuple[str, Button]:
        made = button(words, kind, icon, name=f"{words}: forslag fra {self._who}")  # type: ignore[arg-type]
        made.clicked.connect(signal)
        return words, made


def _on_screen(page: LetterPage, section: str) -> str:
    """The words as they are read and proposed about: this child by name, others masked."""
    return shown(page.text(section), {page.child.id: page.child.record.first_name})


def _in_place(made: Proposal) -> tuple[Word, ...]:
    """The change with a few of the words around it, so that it can be read without looking for it."""
    before, after = made.before[-NEAR:], made.after[:NEAR]
    before = before if len(before) < NEAR else f"… {before.partition(' ')[2]}"
    after = after if len(after) < NEAR else f"{after.rpartition(' ')[0]} …"
    around = (Word(Kind.UAENDRET, before), Word(Kind.UAENDRET, after))
    return around[0], *words_between(made.passage, made.wording), around[1]


def _said(answer: ProposalAnswer, names: Names) -> str:
    who = names.of_staff(answer.by)
    if answer.verdict is Verdict.SVAR:
        return f"{who}: {answer.text}"
    said = f"{who} {answer.verdict.word}"
    return f"{said}: {answer.text}" if answer.text else f"{said}."
