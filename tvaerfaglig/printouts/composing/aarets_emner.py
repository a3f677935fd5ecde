"""The year's topics for the notice board: when somebody comes, and what it is about. It names no child."""

from __future__ import annotations

from tvaerfaglig.printouts.composing.commonplaces import facts
from tvaerfaglig.printouts.composing.effort_parts import items
from tvaerfaglig.printouts.outline import Attendance, Note, Outline, Part, Prose, Rows, side
from tvaerfaglig.printouts.papers.efforts import TopicCalendarPaper
from tvaerfaglig.printouts.papers.parts import Fact

NO_DAYS = "Dagene er ikke lagt endnu."
ASK = (
    "Har du et spørgsmål om et enkelt barn, så spørg din leder først. "
    "Det taler vi om på besøget uden navn, eller når forældrene har sagt ja."
)


def compose(paper: TopicCalendarPaper) -> Outline:
    rows = tuple((one.when, one.topic, one.who) for one in paper.rows)
    table = Rows(("Hvornår", "Emne", "Hvem kommer"), rows, (48, 72, 45), bold=0, pen=True)
    return Outline(
        title="Årets emner",
        imprint=paper.imprint,
        subtitle=paper.effort,
        head=(
            *facts(Fact("Periode", paper.period)),
            *((Attendance("Hvem kommer", paper.who),) if paper.who else ()),
        ),
        secrecy="",
        sections=(
            Part("Besøgene", (table,) if rows else (Prose(NO_DAYS),), room=60),
            *side("Det vil vi også tale om", items(paper.wishes)),
            *side("Årets dialogmøde", Prose(paper.meeting)),
            *side("Spørgsmål", Prose(paper.contact), Note(ASK)),
        ),
    )
