"""The underretning, in the order in which a caseworker must judge it.

Page 1 answers how urgent, violence or not, do the parents know, interpreter; then who the child is.
Then only what was seen and heard, numbered; last what we make of it, citing those numbers.
"""

from __future__ import annotations

from dataclasses import astuple

from tvaerfaglig.printouts.composing.commonplaces import (
    child_lines,
    deeds,
    facts,
    genitive,
    joined,
    own_words,
    parents_view,
    quoted,
    remarks,
    seen_part,
)
from tvaerfaglig.printouts.composing.evidence_annex import annex, annex_titles
from tvaerfaglig.printouts.outline import (
    Facts,
    Items,
    Judged,
    JudgedRow,
    Kind,
    Note,
    Outline,
    Part,
    People,
    Prose,
    Rows,
    Section,
    Side,
    Signatures,
    Strip,
    side,
)
from tvaerfaglig.printouts.papers.parts import GUARDED, PROTECTED, ChildFacts, Fact
from tvaerfaglig.printouts.papers.underretning import (
    ASSESSED,
    InformedRow,
    ParentFacts,
    UnderretningPaper,
    Writer,
)

Named = tuple[str, tuple[Section, ...]]
DUTY = "Pligten til at underrette er personlig. Lederens underskrift er ikke en betingelse."


def compose(paper: UnderretningPaper) -> Outline:
    """The letter taken apart: what stands where, and what is left out."""
    return Outline(
        title=paper.title,
        imprint=paper.imprint,
        subject=paper.child.subject,
        subtitle=paper.law,
        head=facts(
            Fact("Til", paper.receiver_unit, paper.receiver),
            Fact("Dato", paper.date),
            Fact("Rettelse til", paper.replaces),
            Fact("Formål", paper.imprint.purpose),
        ),
        secrecy="Strengt fortroligt" if paper.guarded else "Fortroligt",
        banner=GUARDED if paper.guarded else "",
        cited=frozenset(row.number for row in paper.observations),
        sections=(*_first(paper), *_ordered(paper), *_judged(paper), *annex(paper)),
    )


def _first(paper: UnderretningPaper) -> tuple[Section, ...]:
    """What a judgement within a day asks first stands first, whatever a municipality's order is."""
    strip: tuple[Section, ...] = (Strip(paper.strip[:4]),) if paper.strip else ()
    return (*strip, *_phoned(paper))


def _ordered(paper: UnderretningPaper) -> tuple[Section, ...]:
    """The sections that a municipality has put in order come as it wants them, the others after them as usual."""
    at = {one: n for n, one in enumerate(paper.order)}
    parts = sorted((*_front(paper), *_told(paper)), key=lambda part: at.get(part[0], len(at)))
    return tuple(section for _, sections in parts for section in sections)


def _front(paper: UnderretningPaper) -> tuple[Named, ...]:
    child = paper.child
    return (
        (
            "resume",
            side(
                paper.heading("resume", "Kort fortalt"),
                Prose(paper.news),
                Prose(paper.summary, lead=True),
            ),
        ),
        (
            "barnet",
            (
                *side("Barnet", Facts(child_lines(child), columns=2, label=18)),
                *side(
                    "Forældre og husstand",
                    People(
                        tuple(_parent(one, child, guarded=paper.guarded) for one in paper.parents)
                    ),
                    Facts(facts(*paper.household)),
                ),
            ),
        ),
        (
            "orientering",
            side("Hvem ved besked", _informed(paper.informed, guarded=paper.guarded)),
        ),
        (
            "afsender",
            side("Hvem skriver", *(Facts(_writer(one, child)) for one in paper.writers)),
        ),
        ("", side("I gang og tidligere", Facts(facts(*paper.under_way)))),
    )


def _phoned(paper: UnderretningPaper) -> tuple[Side, ...]:
    call = paper.phoned
    if call is None:
        return ()
    told = facts(Fact("Hvornår", call.when), Fact("Til", call.to), Fact("Aftalt", call.agreed))
    return side("Ringet først", Facts(told, label=24))


def _parent(one: ParentFacts, child: ChildFacts, *, guarded: bool) -> tuple[Fact, ...]:
    """A parent's column. On a guarded paper only who she is: nobody is to ring her from it.

    A parent at the child's own address shares its protection, marked or not.
    """
    shared = (
        child.protected_address
        and bool(one.address.strip())
        and one.address.split() == child.address.split()
    )
    address = PROTECTED if one.protected_address or shared else one.address
    reached = () if guarded else (Fact("Adresse", address), Fact("Telefon", one.phone), *one.more)
    return facts(
        Fact(one.role or "Navn", strong=one.name),
        *reached,
        Fact("Sprog", one.language),
        Fact("Myndighed", one.custody),
    )


def _informed(rows: tuple[InformedRow, ...], *, guarded: bool) -> Rows:
    """Who has been told. What they said to it stays out of a guarded paper."""

    def how_told(row: InformedRow) -> str:
        how = ", ".join(filter(None, (row.when, row.by and f"af {row.by}")))
        told = False if row.told is None and row.why_not.strip() else row.told
        return how or {True: "Ja", False: "Nej", None: "Ikke oplyst"}[told]

    def answer(row: InformedRow) -> str:
        said = "" if guarded or not row.reaction.strip() else quoted(row.reaction)
        return "\n".join(filter(None, (row.why_not, said)))

    heading = "Hvorfor ikke" if guarded else "I egne ord, eller hvorfor ikke"
    return Rows(
        ("Hvem", "Orienteret", heading),
        tuple((row.who, how_told(row), answer(row)) for row in rows),
        (28, 41, 54),
        narrow=True,
        bold=0,
        names=0,
    )


def _writer(one: Writer, child: ChildFacts) -> tuple[Fact, ...]:
    return facts(
        Fact("Navn", one.title, one.name),
        Fact("Sted", one.place),
        Fact(f"Kender {child.first_name}", one.knows),
    )


def _told(paper: UnderretningPaper) -> tuple[Named, ...]:
    name, said = paper.child.first_name, paper.heading
    parents = (
        side("Forældrene", Prose(paper.parents_view.text))
        if paper.guarded
        else parents_view(paper.parents_view, said("foraeldre", "Forældrenes syn"))
    )
    return (
        (
            "observationer",
            seen_part(
                said("observationer", "Observationer"),
                paper.observations_note,
                paper.observations,
                name,
                room=60,
            ),
        ),
        (
            "barnets_ord",
            own_words(
                said("barnets_ord", f"{genitive(name)} egne ord"),
                paper.own_words,
                paper.own_words_text,
            ),
        ),
        ("over_tid", side(said("over_tid", "Over tid"), Prose(paper.over_time))),
        ("ressourcer", side(said("ressourcer", "Ressourcer"), Prose(paper.resources))),
        ("foraeldre", (*parents, *remarks(paper.remarks, guarded=paper.guarded))),
        (
            "indsats",
            side(said("indsats", "Det har vi gjort"), deeds(paper.deeds), Prose(paper.deeds_text)),
        ),
    )


def _judged(paper: UnderretningPaper) -> tuple[Section, ...]:
    rows = tuple(
        JudgedRow(_heading(heading, text), text)
        for (_, heading), text in zip(ASSESSED, astuple(paper.assessment), strict=True)
        if text.strip()
    )
    assessment = (
        (Part(paper.heading("vurdering", "Faglig vurdering"), (Judged(rows),), Kind.JUDGED),)
        if rows
        else ()
    )
    bilag = _bilag(paper)
    if not paper.signers and not bilag:
        return assessment
    signed = (Signatures(paper.signers), Note(DUTY, wide=True)) if paper.signers else ()
    heading = joined(("Underskrift", bool(signed)), ("bilag", bool(bilag)))
    return (*assessment, Part(heading, (*signed, *bilag), together=True))


def _heading(heading: str, text: str) -> str:
    """The heading that runs on into the text, or a neutral one where the text itself begins so."""
    other = {"Vi vurderer": "Vurdering", "Hvis intet ændres": "Følger", "Det ved vi ikke": "Uvist"}
    return other[heading] if text.strip().casefold().startswith(heading.casefold()) else heading


def _bilag(paper: UnderretningPaper) -> tuple[Side, ...]:
    items = tuple(
        Fact("", title, f"Bilag {nr}.") for nr, title in enumerate(annex_titles(paper), 1)
    )
    return side("Bilag", Items(items))
