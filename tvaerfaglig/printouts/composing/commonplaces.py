"""Sections that several papers share, and the Danish they are said in."""

from __future__ import annotations

import re

from tvaerfaglig.printouts.outline import (
    Block,
    Kind,
    Note,
    Observations,
    Part,
    Prose,
    Quotes,
    Rows,
    Side,
    Voices,
    prose_lines,
    side,
)
from tvaerfaglig.printouts.papers.parts import (
    PROTECTED,
    AgreementRow,
    ChildFacts,
    Deed,
    Fact,
    ObservationRow,
    ParentsView,
    Quotation,
    Voice,
)

_OPENING = re.compile(r"^[»«\"”“„](?P<words>[^»«\"”“„]+)[»«\"”“](?P<source>[^»«\"”“„]{0,200})$")

_PAIRS = {'""', "””", "“”", "„“", "»«", "«»"}


def facts(*given: Fact) -> tuple[Fact, ...]:
    """Those that say anything."""
    return tuple(fact for fact in given if fact.value.strip() or fact.strong.strip())


def child_lines(child: ChildFacts) -> tuple[Fact, ...]:
    """Who the child is, as a paper to the municipality says it."""
    born = f"{child.born} ({child.age})" if child.born and child.age else child.born or child.age
    return facts(
        Fact("Navn", strong=child.name),
        Fact("Termin" if child.unborn else "Født", born),
        Fact("CPR-nr.", child.cpr),
        Fact("Sprog", child.language),
        Fact("Bopæl", PROTECTED if child.protected_address else child.address),
        Fact("Stue", child.stue),
        *child.more,
    )


def genitive(name: str) -> str:
    """Malthes, Villads’, Max’."""
    return f"{name}’" if name.endswith(("s", "x", "z")) else f"{name}s"


def joined(*words: tuple[str, bool]) -> str:
    """A heading of the words that hold: "Mål og aftaler", or only "Aftaler"."""
    heading = " og ".join(word for word, holds in words if holds)
    return heading[:1].upper() + heading[1:]


def quoted(words: str) -> str:
    """In the Danish guillemets; one outer pair that the writer typed is not doubled."""
    bare = words.strip()
    if len(bare) > 1 and bare[0] + bare[-1] in _PAIRS:
        bare = bare[1:-1]
    return f"»{bare}«"


def seen_part(
    heading: str,
    note: str,
    rows: tuple[ObservationRow, ...],
    child: str,
    *,
    text: str = "",
    room: float = 0,
) -> tuple[Part, ...]:
    """What was seen and heard, under the mark that says so; none, if nothing is written."""
    blocks: list[Block] = []
    if note.strip():
        blocks.append(Note(note, wide=True))
    if rows:
        blocks.append(Observations(rows, child))
    if text.strip():
        blocks.append(Prose(text))
    return (Part(heading, tuple(blocks), Kind.SEEN, room=room),) if rows or text.strip() else ()


def own_words(heading: str, quotes: tuple[Quotation, ...], text: str) -> tuple[Side, ...]:
    """A child's words. A typed line that is a quotation is set as one, with what follows it below."""
    blocks: list[Block] = [Quotes(quotes)] if quotes else []
    running: list[str] = []
    for item, line in prose_lines(text):
        found = None if item else _OPENING.match(line)
        if found is None:
            running.append(f"- {line}" if item else line)
            continue
        if running:
            blocks.append(Prose("\n".join(running)))
            running = []
        blocks.append(Quotes((Quotation(found["words"], found["source"].lstrip(" ,.;–")),)))
    if running:
        blocks.append(Prose("\n".join(running)))
    return side(heading, *blocks)


def parents_view(view: ParentsView, heading: str = "Forældrenes syn") -> tuple[Side, ...]:
    return side(heading, Note(view.asked), Voices(view.voices), Prose(view.text))


def remarks(said: tuple[Voice, ...], *, guarded: bool) -> tuple[Side, ...]:
    """Parents' remarks in their own words; none on a guarded paper, whatever was handed in."""
    return () if guarded else side("Forældrenes bemærkning", Voices(said))


def deeds(done: tuple[Deed, ...]) -> Rows:
    """What was tried, when, and what came of it."""
    return Rows(
        ("Dato", "Hvad", "Virkning"),
        tuple((deed.date, deed.what, deed.effect) for deed in done),
        (24, 51, 48),
        narrow=True,
    )


def agreements(rows: tuple[AgreementRow, ...], last: str = "Udført") -> Rows:
    """Who does what by when, with a box to tick where the outcome is not yet known."""
    return Rows(
        ("Nr.", "Hvad", "Hvem", "Senest", "Sådan ser vi virkningen", last),
        tuple(
            (
                str(row.number),
                row.what,
                row.who,
                row.due,
                row.effect,
                row.outcome or ("☑" if row.done else "☐"),
            )
            for row in rows
        ),
        (9, 40, 25, 25, 30, 36) if any(row.outcome for row in rows) else (9, 46, 27, 25, 36, 22),
        bold=0,
        names=2,
    )
