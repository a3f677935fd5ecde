"""Forberedelse: what one brings to a konsultation, on a page or two."""

from __future__ import annotations

from collections.abc import Iterable

from tvaerfaglig.printouts.composing.commonplaces import facts, genitive, own_words, seen_part
from tvaerfaglig.printouts.outline import (
    Attendance,
    Block,
    Items,
    Judged,
    JudgedRow,
    Kind,
    Lines,
    Note,
    Outline,
    Part,
    Prose,
    Section,
    Strip,
    Voices,
    side,
)
from tvaerfaglig.printouts.papers.parts import GUARDED, Fact, Voice
from tvaerfaglig.printouts.papers.plans import PreparationPaper, Sourced

OWN = "Egne tanker, til mødet. De føres ikke over i notatet."


def compose(paper: PreparationPaper) -> Outline:
    """The question first; what is known and what is not side by side; at the end room to write."""
    return Outline(
        title="Forberedelse",
        imprint=paper.imprint,
        subject=paper.child.subject if paper.child else "",
        subtitle=f"til {paper.meeting}",
        head=facts(
            Fact("Drejer sig om", paper.about if paper.child is None else ""),
            Fact("Tid og sted", paper.when),
        )
        + ((Attendance("Med til mødet", paper.present),) if paper.present else ())
        + facts(Fact("Grundlag", paper.basis)),
        secrecy="Strengt fortroligt" if paper.guarded else "Fortroligt",
        banner=GUARDED if paper.guarded else "",
        cited=frozenset(row.number for row in paper.observations),
        sections=(*_asked(paper), *_known(paper), *_done(paper), *_voices(paper), *_thought(paper)),
    )


def _asked(paper: PreparationPaper) -> tuple[Section, ...]:
    asked = (Voice(paper.raised_by, paper.question),) if paper.question.strip() else ()
    strip: tuple[Section, ...] = (Strip(paper.strip[:4]),) if paper.strip else ()
    return (
        *strip,
        *side("Spørgsmålet", Voices(asked, lead=True)),
        *side("Hvorfor nu", Prose(paper.why_now)),
        *side("Det vil vi have ud af mødet", Prose(paper.wanted)),
    )


def _known(paper: PreparationPaper) -> tuple[Section, ...]:
    child = paper.child.first_name if paper.child else "Barnet"
    return (
        *seen_part("Det ved vi", "", paper.observations, child, text=paper.known),
        *side("Optalt i loggen", _items(paper.counts)),
        *side("Det går godt", _items(paper.strengths)),
        *side("Det ved vi ikke", _items(paper.unknown)),
    )


def _done(paper: PreparationPaper) -> tuple[Section, ...]:
    return side("Prøvet, og hvad der kom ud af det", _items(paper.tried))


def _voices(paper: PreparationPaper) -> tuple[Section, ...]:
    child = paper.child.first_name if paper.child else "Barnet"
    told = own_words(f"{genitive(child)} egne ord", paper.child_words, paper.child_view)
    if paper.guarded:
        return told
    return (
        *told,
        *side(
            "Forældrene",
            _items(paper.parents_said),
            Prose(paper.parents_part, strong="Vi har bedt dem tænke over:")
            if paper.parents_part.strip()
            else None,
        ),
    )


def _thought(paper: PreparationPaper) -> tuple[Section, ...]:
    own = (JudgedRow("Det kunne være", paper.hypotheses),) if paper.hypotheses.strip() else ()
    thought: tuple[Section, ...] = (
        (Part("Egne tanker", (Note(OWN, wide=True), Judged(own)), Kind.JUDGED),) if own else ()
    )
    return (*thought, *side("Noter fra mødet", Lines(4)))


def _items(lines: Iterable[Sourced]) -> Block:
    return Items(
        tuple(
            Fact("", f"{one.text}{f' ({one.source})' if one.source else ''}")
            for one in lines
            if one.text.strip()
        )
    )
