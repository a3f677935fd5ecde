"""The list of agreements: what is over first, with a box to tick."""

from __future__ import annotations

from tvaerfaglig.printouts.composing.commonplaces import facts
from tvaerfaglig.printouts.outline import Note, Outline, Part, Prose, Rows, Section, side
from tvaerfaglig.printouts.papers.agreements import AgreedGroup, AgreedLine, AgreementListPaper
from tvaerfaglig.printouts.papers.parts import GUARDED, Fact

NOTHING = "Ingen åbne aftaler."
BIN = "Listen nævner flere børn. Den bliver hos dig og makuleres, når du har brugt den."


def compose(paper: AgreementListPaper) -> Outline:
    groups = tuple(_group(one) for one in paper.groups)
    return Outline(
        title="Aftaler",
        imprint=paper.imprint,
        subtitle=paper.as_of,
        head=facts(Fact("Hvis aftaler", strong=paper.whose), Fact("Formål", paper.imprint.purpose)),
        secrecy="Strengt fortroligt" if paper.guarded else "Fortroligt",
        banner=GUARDED if paper.guarded else "",
        sections=(
            *(groups or (Part("Aftaler", (Prose(NOTHING),)),)),
            *(side("Husk", Note(BIN)) if paper.several else ()),
        ),
    )


def _group(group: AgreedGroup) -> Section:
    rows = tuple((one.due, _what(one), one.about, one.who, "☐") for one in group.rows)
    table = Rows(("Senest", "Hvad", "Om", "Hvem", "Gjort"), rows, (28, 64, 26, 34, 13))
    return Part(group.heading, (table,), room=40)


def _what(one: AgreedLine) -> str:
    """What is agreed, and beneath it how one will see that it works."""
    return f"{one.what}\nVi ser det på: {one.effect}" if one.effect else one.what
