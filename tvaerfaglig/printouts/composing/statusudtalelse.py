"""The statusudtalelse: who asked for what, the child under the ten headings, and what it all rests on.

The observations stand last, numbered as the prose cites them: the caseworker reads the answer first, and
looks up what she doubts.
"""

from __future__ import annotations

from itertools import groupby

from tvaerfaglig.printouts.composing.commonplaces import (
    child_lines,
    facts,
    genitive,
    own_words,
    parents_view,
    remarks,
    seen_part,
)
from tvaerfaglig.printouts.outline import (
    Facts,
    Outline,
    Part,
    Prose,
    Section,
    Side,
    Signatures,
    Voices,
    side,
)
from tvaerfaglig.printouts.papers.parts import GUARDED, Fact, ParentsView, Voice
from tvaerfaglig.printouts.papers.statusudtalelse import StatusPaper


def compose(paper: StatusPaper) -> Outline:
    """The paper taken apart: what stands where, and what is left out."""
    return Outline(
        title="Statusudtalelse",
        imprint=paper.imprint,
        subject=paper.child.subject,
        subtitle=paper.asked,
        head=facts(
            Fact("Til", paper.receiver_unit, paper.receiver),
            Fact("Dato", paper.date),
            Fact("Rettelse til", paper.replaces),
            Fact("Sagsnr.", paper.journal),
            Fact("Frist", paper.due),
            Fact("Perioden", paper.period),
            Fact("Formål", paper.imprint.purpose),
        ),
        secrecy="Strengt fortroligt" if paper.guarded else "Fortroligt",
        banner=GUARDED if paper.guarded else "",
        cited=frozenset(row.number for row in paper.observations),
        sections=(*_front(paper), *_told(paper), *_views(paper), *_last(paper)),
    )


def _front(paper: StatusPaper) -> tuple[Section, ...]:
    child = paper.child
    knows = f"Kender {child.first_name}"
    asked = (Voice("", paper.questions),) if paper.questions.strip() and not paper.answers else ()
    return (
        *side("Barnet", Facts(child_lines(child), columns=2, label=18)),
        *side(
            "Hvem skriver",
            *(
                Facts(
                    facts(
                        Fact("Navn", one.title, one.name),
                        Fact("Sted", one.place),
                        Fact(knows, one.knows),
                    )
                )
                for one in paper.writers
            ),
        ),
        *side("Kommunen spørger", Voices(asked)),
    )


def _told(paper: StatusPaper) -> tuple[Section, ...]:
    """The headings under the three sides of the triangle; one that stands alone stands for itself."""
    found: list[Section] = []
    for group, headings in groupby(paper.told, key=lambda one: one.group):
        sides: tuple[Side, ...] = tuple(
            one for told in headings for one in side(told.heading, Prose(told.text))
        )
        found += [Part(group, sides)] if group and sides else sides
    return tuple(found)


def _views(paper: StatusPaper) -> tuple[Section, ...]:
    name = paper.child.first_name
    parents = (
        side("Forældrene", Prose(paper.parents_view))
        if paper.guarded
        else parents_view(ParentsView(text=paper.parents_view))
    )
    voices = (
        *own_words(f"{genitive(name)} syn", (), paper.own_words),
        *parents,
        *remarks(paper.remarks, guarded=paper.guarded),
    )
    return (Part("Barnet og forældrene", voices),) if voices else ()


def _last(paper: StatusPaper) -> tuple[Section, ...]:
    asked = (Voice("", paper.questions),) if paper.questions.strip() else ()
    answered = (*side("Spørgsmål", Voices(asked)), *side("Svar", Prose(paper.answers)))
    signed = (Signatures(paper.signers),) if paper.signers else ()
    return (
        *((Part("Svar på kommunens spørgsmål", answered),) if paper.answers.strip() else ()),
        *((Part("Underskrift", signed, together=True),) if signed else ()),
        *seen_part(
            "Observationer, der ligger til grund",
            paper.observations_note,
            paper.observations,
            paper.child.first_name,
            room=60,
        ),
    )
