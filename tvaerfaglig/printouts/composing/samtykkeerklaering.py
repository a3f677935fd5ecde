"""The consent form: each tick with its own purpose, how to take it back, and lines to sign on."""

from __future__ import annotations

from tvaerfaglig.printouts.composing.commonplaces import facts
from tvaerfaglig.printouts.outline import (
    Lines,
    Note,
    Outline,
    Part,
    Prose,
    Rows,
    Side,
    Signatures,
    side,
)
from tvaerfaglig.printouts.papers.consent import Asked, ConsentPaper

_OPEN, _YES = "☐", "✓"


def compose(paper: ConsentPaper) -> Outline:
    """From the question, over what it is asked about, to the signatures."""
    return Outline(
        title=paper.title,
        imprint=paper.imprint,
        subject=paper.child.subject,
        subtitle=paper.subtitle,
        head=facts(*paper.facts),
        sections=(
            *side("Kære forældre", Prose(paper.intro, lead=True)),
            *_answer(paper.receivers, 3),
            *_ticks(paper),
            *_answer(paper.own, 3),
            *_answer(paper.withhold, 3),
            *(one for heading, words in paper.rights for one in side(heading, Prose(words))),
            *_answer(paper.interpreter, 1),
            Part(paper.signature, (Signatures(paper.signers),), together=True),
        ),
    )


def _ticks(paper: ConsentPaper) -> tuple[Part, ...]:
    """A box to tick on an empty form; on one that was given what was agreed to, if anything was ticked."""
    if not paper.ticks:
        return ()
    rows = tuple((_YES if one.on else _OPEN, one.what, one.purpose) for one in paper.ticks)
    table = Rows(("Ja", "Vi må fortælle om", "Hvorfor"), rows, (14, 62, 89), bold=1)
    return (Part(paper.ticks_heading, (table,), together=True),)


def _answer(asked: Asked, lines: int) -> tuple[Side, ...]:
    """Words where there are some, lines where it is filled in by hand; nothing where neither is wanted."""
    if not asked.heading:
        return ()
    if asked.answer:
        return side(asked.heading, Prose(asked.answer))
    return side(asked.heading, Lines(lines), Note(asked.hint))
