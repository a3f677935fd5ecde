"""Hvem har set: what parents read of the log, the newest day first."""

from __future__ import annotations

from tvaerfaglig.printouts.composing.commonplaces import facts
from tvaerfaglig.printouts.outline import (
    Items,
    Note,
    Outline,
    Part,
    Prose,
    Rows,
    Section,
    Strip,
    side,
)
from tvaerfaglig.printouts.papers.parents import AccessPaper
from tvaerfaglig.printouts.papers.parts import Fact


def compose(paper: AccessPaper) -> Outline:
    """The print taken apart: first who and why, then day by day."""
    strip: tuple[Section, ...] = (Strip(paper.strip),) if paper.strip else ()
    return Outline(
        title=paper.title,
        imprint=paper.imprint,
        subject=paper.child.subject,
        subtitle=paper.subtitle,
        head=facts(Fact("Periode", paper.period)),
        secrecy="Fortroligt",
        sections=(
            *side("Kort fortalt", Prose(paper.intro, lead=True)),
            *strip,
            *side("Set, fordi …", Items(paper.people)),
            *_days(paper),
            *side("Det står ikke her", Prose(paper.not_here)),
            *side("Spørg os", Prose(paper.ask), Note(paper.law)),
        ),
    )


def _days(paper: AccessPaper) -> tuple[Section, ...]:
    if not paper.days:
        return side("Dag for dag", Prose(paper.nothing))
    rows = tuple(
        (day.day if at == 0 else "", row.when, row.who, row.what, row.why)
        for day in paper.days
        for at, row in enumerate(day.rows)
    )
    table = Rows(("Dato", "Kl.", "Hvem", "Hvad", "Hvorfor"), rows, (30, 20, 30, 41, 44), bold=0)
    return (Part("Dag for dag", (table,), room=60),)
