"""The status note that parents take home: what succeeds first, large type, and no numbers where words will do."""

from __future__ import annotations

from collections.abc import Iterator

from tvaerfaglig.printouts.composing.commonplaces import facts
from tvaerfaglig.printouts.composing.effort_parts import goals_in_words, part
from tvaerfaglig.printouts.composing.foraeldreark import ASK
from tvaerfaglig.printouts.outline import Lines, Note, Outline, Prose, Section, side
from tvaerfaglig.printouts.papers.efforts import StatusNotePaper
from tvaerfaglig.printouts.papers.parts import Fact


def compose(paper: StatusNotePaper) -> Outline:
    return Outline(
        title=paper.title,
        imprint=paper.imprint,
        subject=paper.child.subject,
        subtitle=paper.effort,
        head=facts(
            Fact("Til", strong=paper.to), Fact("Dag", paper.day), Fact("Tolk", paper.interpreter)
        ),
        sections=tuple(_sections(paper)),
    )


def _sections(paper: StatusNotePaper) -> Iterator[Section]:
    for one in paper.parts:
        if one.goals:
            yield from goals_in_words(one.goals)
        else:
            yield from part(one, lead=True)
    yield from side("I har været her", Prose(paper.came, lead=True))
    yield from side("Næste status", Prose(paper.next_time, lead=True))
    yield from side("Spørg", Prose(paper.contact), Note(ASK))
    yield from side("Det vil vi gerne tilføje", Lines(3))
    yield from side("Givet", Note(paper.given))
