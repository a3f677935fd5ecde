"""The annex of the underretning: each observation that lies beneath it, whose eyes, and what rests on it.

The words are taken from the letter's own rows, so that the two can never differ.
"""

from __future__ import annotations

from dataclasses import astuple

from tvaerfaglig.printouts.composing.commonplaces import quoted
from tvaerfaglig.printouts.outline import Annex, Note, Prose, Rows, Section, Side, citations, side
from tvaerfaglig.printouts.papers.parts import ObservationRow
from tvaerfaglig.printouts.papers.underretning import Evidence, EvidenceRow, UnderretningPaper

_BEFORE = "Bilag 1. Belæg"
"""What it was called, and where it stood, on papers frozen before it had a title of its own."""


def annex_titles(paper: UnderretningPaper) -> tuple[str, ...]:
    """The annexes in the order of their numbers: the writer's own keep those she gave them in her text."""
    evidence = paper.evidence
    if evidence is None:
        return paper.attachments
    if evidence.title:
        return (*paper.attachments, evidence.title)
    count = len(evidence.rows)
    what = "den registrering" if count == 1 else f"de {_number(count)} registreringer"
    return (f"Belæg: {what}, som teksten bygger på.", *paper.attachments)


def _number(count: int) -> str:
    words = ["to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv"]
    return words[count - 2] if 2 <= count <= len(words) + 1 else str(count)


def annex(paper: UnderretningPaper) -> tuple[Section, ...]:
    evidence = paper.evidence
    if evidence is None:
        return ()
    if not evidence.title:
        return (_before(paper, evidence),)
    note = (
        f"Det, vi har set, hørt eller fået fortalt om {paper.child.subject}. Ord og numre er dem, der står i "
        "brevet."
    )
    heading = f"Bilag {len(annex_titles(paper))}. {evidence.title}"
    return (Annex(heading, (Note(note, wide=True), _table(evidence, paper), *_found(evidence))),)


def _found(evidence: Evidence) -> tuple[Side, ...]:
    return (
        *side("Sådan er det fundet", Prose(evidence.found)),
        *side("Ikke brugt", Prose(evidence.left_out)),
    )


def _table(evidence: Evidence, paper: UnderretningPaper) -> Rows:
    told = {row.number: row for row in paper.observations}
    used = cited_in(paper)
    return Rows(
        ("Nr.", "Hvornår og hvor", "Hvem så det", "Det, der står i brevet", "Bruges i"),
        tuple(
            (
                str(row.number),
                _when(row, told.get(row.number)),
                _who(row, told.get(row.number)),
                _words(row, told.get(row.number)),
                row.used_in.replace(", ", "\n") or "\n".join(used.get(row.number, ("–",))),
            )
            for row in evidence.rows
        ),
        (9, 31, 39, 60, 26),
        bold=0,
    )


def _when(row: EvidenceRow, told: ObservationRow | None) -> str:
    if told is None:
        return row.happened
    return _lines(told.date, told.time, told.place)


def _who(row: EvidenceRow, told: ObservationRow | None) -> str:
    """Who, how and by which hand; then when it was written down, and by whom where that was another."""
    witness, how = (told.witness, told.how) if told else ("", "")
    by = f" af {row.by}" if row.by and row.by != witness else ""
    written = f"Skrevet {row.written}{by}" if row.written else ""
    return _lines(witness, ", ".join(filter(None, (how, row.hand))), written)


def _words(row: EvidenceRow, told: ObservationRow | None) -> str:
    what, words, asked = (told.what, told.words, told.asked) if told else ("", "", "")
    return _lines(
        what,
        quoted(words) if words.strip() else "",
        f"Den voksne spurgte: {quoted(asked)}" if asked.strip() else "",
        f"Rettet {row.corrected}" if row.corrected else "",
    )


def _lines(*parts: str) -> str:
    return "\n".join(part for part in parts if part.strip())


def _before(paper: UnderretningPaper, evidence: Evidence) -> Annex:
    """The annex as it was on papers that are frozen: they never change."""
    used = cited_in(paper)
    note = (
        f"Registreringerne bag underretningen om {paper.child.subject}. Ordlyden er den, der blev "
        "skrevet; rettelser kan ses."
    )
    rows = Rows(
        ("Nr.", "Skete", "Skrevet", "Af", "Rettet", "Bruges i"),
        tuple(
            (
                str(row.number),
                row.happened,
                row.written,
                row.by,
                row.corrected or "–",
                row.used_in or ", ".join(used.get(row.number, ("–",))),
            )
            for row in evidence.rows
        ),
        (9, 36, 28, 24, 34, 34),
        bold=0,
        names=3,
    )
    return Annex(_BEFORE, (Note(note, wide=True), rows, *_found(evidence)))


def cited_in(paper: UnderretningPaper) -> dict[int, tuple[str, ...]]:
    """For each observation the sections that cite it, as the paper calls them and in its usual order."""
    quotes = (text for quote in paper.own_words for text in (quote.words, quote.source))
    called = paper.heading
    sections = (
        (called("resume", "Kort fortalt"), paper.summary),
        (called("barnets_ord", "Egne ord"), "\n".join((*quotes, paper.own_words_text))),
        (called("over_tid", "Over tid"), paper.over_time),
        (called("ressourcer", "Ressourcer"), paper.resources),
        (called("foraeldre", "Forældrenes syn"), paper.parents_view.text),
        (called("indsats", "Det har vi gjort"), paper.deeds_text),
        (called("vurdering", "Vurdering"), "\n".join(astuple(paper.assessment))),
    )
    known = frozenset(row.number for row in paper.observations)
    used: dict[int, list[str]] = {}
    for heading, text in sections:
        cited = {n for piece in citations(text, known) if isinstance(piece, tuple) for n in piece}
        for number in sorted(cited):
            used.setdefault(number, []).append(heading)
    return {number: tuple(headings) for number, headings in used.items()}
