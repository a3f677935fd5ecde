"""What the versions are called, and how the changes between two of them are counted."""

from __future__ import annotations

from datetime import date

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.comparing import Kind
from tvaerfaglig.services.names import Names
from tvaerfaglig.services.versions import Compared, Point, What
from tvaerfaglig.ui.underretninger.wording import moment


def point_words(point: Point, names: Names, today: date, *, newest: bool = False) -> str:
    """Kladde, i går 9.10, Mette; the newest is called what it is: how the letter stands now."""
    when, who = moment(point.at, today), names.first(point.by)
    if point.what is What.FORRIGE:
        sent = f"sendt {danish.day(point.sent)}" if point.sent else when
        return f"Den forrige underretning, {sent}"
    if point.what is What.FAERDIG:
        name = "Færdig" if point.number == 1 else "Rettelse, færdig"
        return f"{name}, nr. {point.number}, {_lower(when)}, {who}"
    name = "Som den er nu" if newest else ("Rettelse" if point.what is What.RETTELSE else "Kladde")
    return f"{name}, {_lower(when)}, {who}"


def summary(found: Compared) -> str:
    """3 sætninger er sat ind, 1 er ændret; or that nothing is."""
    counts = dict.fromkeys((Kind.NY, Kind.VAEK, Kind.AENDRET), 0)
    moved = 0
    for section in found.sections:
        for line in section.lines:
            for one in line.changes:
                if one.piece.moved:
                    moved += one.piece.kind is Kind.NY
                elif (one.piece.new or one.piece.old).strip():
                    counts[one.piece.kind] += 1
    words = {Kind.NY: "sat ind", Kind.VAEK: "taget ud", Kind.AENDRET: "ændret"}
    told = [(n, words[kind]) for kind, n in counts.items() if n]
    told += [(moved, "flyttet")] if moved else []
    if not told:
        return "Ordene er de samme i de to versioner."
    first, *rest = told
    said = [f"{danish.count(first[0], 'sætning', 'sætninger')} er {first[1]}"]
    return danish.join_and([*said, *(f"{n} er {word}" for n, word in rest)]) + "."


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]
