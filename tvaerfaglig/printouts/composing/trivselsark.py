"""One child of a round: what is said together and what we do first, then what it rests on, domain by domain.

Where those who rated saw it differently both views stand, one after the other, without saying whose.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tvaerfaglig.domain.danish import capital
from tvaerfaglig.printouts.composing.commonplaces import facts, quoted, seen_part
from tvaerfaglig.printouts.outline import (
    Block,
    Items,
    Judged,
    JudgedRow,
    Kind,
    Note,
    Outline,
    Part,
    Rows,
    Section,
    Side,
    Strip,
    side,
)
from tvaerfaglig.printouts.papers.parts import GUARDED, Fact
from tvaerfaglig.printouts.papers.rounds import AreaOnSheet, OwnView, RoundSheetPaper

SEEN_NOTE = "Det, vurderingen bygger på, ældst først."
ONE_VIEW = "Den ene"
OTHER_VIEWS = ("Den anden", "Den tredje", "Den fjerde")
NO_VIEW = "En mere"


def compose(paper: RoundSheetPaper) -> Outline:
    return Outline(
        title="Sådan har vi set det" if paper.for_parents else "Trivselsrunde",
        imprint=paper.imprint,
        subject=paper.child.subject,
        subtitle=paper.round,
        head=facts(Fact("Set sammen", paper.day), Fact("Formål", paper.imprint.purpose)),
        secrecy="Strengt fortroligt" if paper.guarded else "Fortroligt",
        banner=GUARDED if paper.guarded else "",
        cited=frozenset(row.number for row in paper.observations),
        sections=tuple(_sections(paper)),
    )


def _sections(paper: RoundSheetPaper) -> Iterator[Section]:
    if paper.strip:
        yield Strip(paper.strip[:4])
    yield Part("Det ser vi sammen", (Judged(tuple(_together(paper))),), Kind.JUDGED)
    yield from side("Det gør vi", Items(tuple(Fact("", one) for one in paper.doing)))
    if paper.areas:
        yield Part("De fire områder", (_areas(paper), *_views(paper)), room=40)
    yield from seen_part(
        "Det har vi set", SEEN_NOTE, paper.observations, paper.child.first_name, room=40
    )
    yield from side("Husk", Note(paper.always), Note(paper.inside))


def _together(paper: RoundSheetPaper) -> Iterator[JudgedRow]:
    yield JudgedRow(capital(paper.now.word), paper.meaning)
    yield JudgedRow("Det bygger vi på", paper.sentence)
    if paper.before:
        yield JudgedRow("Sidst", paper.before)
    if paper.alone:
        yield JudgedRow("Vurderet af én", paper.alone)


def _areas(paper: RoundSheetPaper) -> Rows:
    rows = tuple((one.name, one.now.word, one.before.word, _cited(one.rows)) for one in paper.areas)
    signs = tuple((None, one.now.position, one.before.position, None) for one in paper.areas)
    return Rows(
        ("Område", "Sammen", "Sidst", "Bygger på nr."), rows, (55, 45, 40, 25), bold=0, signs=signs
    )


def _views(paper: RoundSheetPaper) -> Iterator[Side]:
    """What each built on; nothing on the parents' sheet, for there no view is handed in."""
    every = (*paper.areas, *((paper.whole,) if paper.whole else ()))
    for one in every:
        yield from side(one.name, *_view_blocks(one))


def _view_blocks(area: AreaOnSheet) -> Sequence[Block]:
    if not area.views:
        return ()
    if area.differs:
        return (Note("I så det forskelligt."), Items(tuple(_apart(area.views))))
    said = tuple(Fact("", _words(one)) for one in area.views if one.sentence or one.rows)
    return (Items(said),) if said else ()


def _apart(views: tuple[OwnView, ...]) -> Iterator[Fact]:
    names = (ONE_VIEW, *OTHER_VIEWS)
    for at, one in enumerate(views):
        who = names[at] if at < len(names) else NO_VIEW
        step = one.step.lower()
        yield Fact("", _words(one), strong=f"{who}: {step}." if step else f"{who} så ikke på det.")


def _words(view: OwnView) -> str:
    said = quoted(view.sentence) if view.sentence.strip() else ""
    rows = f"[{_cited(view.rows)}]" if view.rows else ""
    return " ".join(filter(None, (said, rows)))


def _cited(rows: tuple[int, ...]) -> str:
    return ", ".join(map(str, rows))
