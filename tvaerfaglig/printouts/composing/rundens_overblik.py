"""The leader's overview of a round: counts without names, what was done, and how to read what is not shown."""

from __future__ import annotations

from tvaerfaglig.printouts.composing.commonplaces import facts
from tvaerfaglig.printouts.outline import Facts, Note, Outline, Part, Rows, Section, Strip, side
from tvaerfaglig.printouts.papers.parts import Fact
from tvaerfaglig.printouts.papers.rounds import CountTable, OverviewPaper

_FULL, _FIRST = 165, 45


def compose(paper: OverviewPaper) -> Outline:
    return Outline(
        title="Trivselsrunden i tal",
        imprint=paper.imprint,
        subtitle=paper.round,
        head=facts(Fact("Runden", paper.period), Fact("Formål", paper.imprint.purpose)),
        secrecy="Til intern brug",
        sections=(
            *((Strip(paper.strip[:4]),) if paper.strip else ()),
            *map(_table, paper.tables),
            *side("Det blev der gjort", Facts(paper.facts, label=70)),
            *side("Sådan læses det", Note(paper.untold), Note(paper.how)),
        ),
    )


def _table(table: CountTable) -> Section:
    wide = (_FULL - _FIRST) / len(table.columns)
    rows = Rows(
        (table.first, *(one.word for one in table.columns)),
        tuple((name.word, *cells) for name, cells in table.lines),
        (_FIRST, *(wide for _ in table.columns)),
        bold=0,
        head_signs=(None, *(one.position for one in table.columns)),
        signs=tuple((name.position, *(None for _ in cells)) for name, cells in table.lines),
    )
    note = (Note(table.note, wide=True),) if table.note else ()
    return Part(table.heading, (rows, *note), room=30)
