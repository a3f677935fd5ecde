"""The underretning, in the order in which a caseworker must judge it.

Page 1 answers how urgent, violence or not, do the parents know, interpreter; then who the child is.
Then only what was seen and heard, numbered; last what we make of it, citing those numbers.
"""

from __future__ import annotations

from dataclasses import astuple

from tvaerfaglig.printouts.commonplaces import (
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
from tvaerfaglig.printouts.outline import (
    Annex,
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
    citations,
    side,
)
from tvaerfaglig.printouts.papers import (
    ASSESSED,
    GUARDED,
    PROTECTED,
    ChildFacts,
    Evidence,
    Fact,
    InformedRow,
    ParentFacts,
    UnderretningPaper,
    Writer,
)

DUTY = "Pligten til at underrette er personlig. Lederens underskrift er ikke en betingelse."


def compose(paper: UnderretningPaper) -> Outline:
    """The letter taken apart: what stands where, and what is left out."""
    return Outline(
        title="Underretning",
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
        sections=(*_front(paper), *_told(paper), *_judged(paper), *_annex(paper)),
    )


def _front(paper: UnderretningPaper) -> tuple[Section, ...]:
    child = paper.child
    strip: tuple[Section, ...] = (Strip(paper.strip[:4]),) if paper.strip else ()
    return (
        *strip,
        *_phoned(paper),
        *side("Kort fortalt", Prose(paper.summary, lead=True)),
        *side("Barnet", Facts(_child(child), columns=2, label=18)),
        *side(
            "Forældre og husstand",
            People(tuple(_parent(one, child, guarded=paper.guarded) for one in paper.parents)),
            Facts(facts(*paper.household)),
        ),
        *side("Hvem ved besked", _informed(paper.informed, guarded=paper.guarded)),
        *side("Hvem skriver", *(Facts(_writer(one, child)) for one in paper.writers)),
        *side("I gang og tidligere", Facts(facts(*paper.under_way))),
    )


def _phoned(paper: UnderretningPaper) -> tuple[Side, ...]:
    call = paper.phoned
    if call is None:
        return ()
    told = facts(Fact("Hvornår", call.when), Fact("Til", call.to), Fact("Aftalt", call.agreed))
    return side("Ringet først", Facts(told, label=24))


def _child(child: ChildFacts) -> tuple[Fact, ...]:
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


def _told(paper: UnderretningPaper) -> tuple[Section, ...]:
    name = paper.child.first_name
    parents = (
        side("Forældrene", Prose(paper.parents_view.text))
        if paper.guarded
        else parents_view(paper.parents_view)
    )
    return (
        *seen_part("Observationer", paper.observations_note, paper.observations, name, room=60),
        *own_words(f"{genitive(name)} egne ord", paper.own_words, paper.own_words_text),
        *side("Over tid", Prose(paper.over_time)),
        *side("Ressourcer", Prose(paper.resources)),
        *parents,
        *remarks(paper.remarks, guarded=paper.guarded),
        *side("Det har vi gjort", deeds(paper.deeds), Prose(paper.deeds_text)),
    )


def _judged(paper: UnderretningPaper) -> tuple[Section, ...]:
    rows = tuple(
        JudgedRow(_heading(heading, text), text)
        for (_, heading), text in zip(ASSESSED, astuple(paper.assessment), strict=True)
        if text.strip()
    )
    assessment = (Part("Faglig vurdering", (Judged(rows),), Kind.JUDGED),) if rows else ()
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
    titles = list(paper.attachments)
    if paper.evidence is not None:
        count = len(paper.evidence.rows)
        what = "den registrering" if count == 1 else f"de {_number(count)} registreringer"
        titles.insert(0, f"Belæg: {what}, som teksten bygger på.")
    items = tuple(Fact("", title, f"Bilag {nr}.") for nr, title in enumerate(titles, 1))
    return side("Bilag", Items(items))


def _number(count: int) -> str:
    words = ["to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv"]
    return words[count - 2] if 2 <= count <= len(words) + 1 else str(count)


def _annex(paper: UnderretningPaper) -> tuple[Section, ...]:
    evidence = paper.evidence
    if evidence is None:
        return ()
    note = (
        f"Registreringerne bag underretningen om {paper.child.subject}. Ordlyden er den, der blev "
        "skrevet; rettelser kan ses."
    )
    return (
        Annex(
            "Bilag 1. Belæg",
            (
                Note(note, wide=True),
                _evidence(evidence, cited_in(paper)),
                *side("Sådan er det fundet", Prose(evidence.found)),
                *side("Ikke brugt", Prose(evidence.left_out)),
            ),
        ),
    )


def _evidence(evidence: Evidence, used: dict[int, str]) -> Rows:
    return Rows(
        ("Nr.", "Skete", "Skrevet", "Af", "Rettet", "Bruges i"),
        tuple(
            (
                str(row.number),
                row.happened,
                row.written,
                row.by,
                row.corrected or "–",
                row.used_in or used.get(row.number, "–"),
            )
            for row in evidence.rows
        ),
        (9, 36, 28, 24, 34, 34),
        bold=0,
        names=3,
    )


def cited_in(paper: UnderretningPaper) -> dict[int, str]:
    """For each observation the sections that cite it, in the order of the paper."""
    quotes = (text for quote in paper.own_words for text in (quote.words, quote.source))
    sections = (
        ("Kort fortalt", paper.summary),
        ("Egne ord", "\n".join((*quotes, paper.own_words_text))),
        ("Over tid", paper.over_time),
        ("Ressourcer", paper.resources),
        ("Forældrenes syn", paper.parents_view.text),
        ("Det har vi gjort", paper.deeds_text),
        (
            "Vurdering",
            "\n".join(astuple(paper.assessment)),
        ),
    )
    known = frozenset(row.number for row in paper.observations)
    used: dict[int, list[str]] = {}
    for heading, text in sections:
        cited = {n for piece in citations(text, known) if isinstance(piece, tuple) for n in piece}
        for number in sorted(cited):
            used.setdefault(number, []).append(heading)
    return {number: ", ".join(headings) for number, headings in used.items()}
