"""Sådan læser de det: the letter in the words they will get, and where a reader may stop.

Two steps. `laid_out` reads the vault; `read_closely` is pure work on what was read, for it may take as long
as reading takes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from tvaerfaglig.domain.masking import ANOTHER, mentioned
from tvaerfaglig.domain.people import Child
from tvaerfaglig.domain.quality.finding import Finding, Tier
from tvaerfaglig.domain.reading_glasses import Glass, Glasses, HardWord, Reader
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.printouts.papers.underretning import UnderretningPaper
from tvaerfaglig.printouts.reading import Look, Piece
from tvaerfaglig.services.letters.acts import paper_now
from tvaerfaglig.services.letters.kept_under import OBSERVATIONS
from tvaerfaglig.services.letters.known import known_to
from tvaerfaglig.services.letters.opening import read_letter
from tvaerfaglig.services.letters.page import LetterPage
from tvaerfaglig.services.letters.questions import names_in, texts_of
from tvaerfaglig.services.library import Library
from tvaerfaglig.services.printing import paper_facts
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries

__all__ = [
    "Closely", "LaidOut", "Look", "Mark", "OtherName", "Piece", "laid_out", "read_closely", "section_of",
    "why_withheld",
]  # fmt: skip

SECTIONS = {
    "Ringet først": "hast_og_overgreb",
    "Kort fortalt": "resume",
    "Barnet": "barnet",
    "Forældre og husstand": "barnet",
    "Hvem ved besked": "orientering",
    "Hvem skriver": "afsender",
    "I gang og tidligere": "indsats",
    "Observationer": OBSERVATIONS,
    "Over tid": "over_tid",
    "Ressourcer": "ressourcer",
    "Forældrenes syn": "foraeldre",
    "Forældrene": "foraeldre",
    "Forældrenes bemærkning": "foraeldre",
    "Det har vi gjort": "indsats",
    "Faglig vurdering": "vurdering",
    "Underskrift": "afsender",
    "Underskrift og bilag": "afsender",
    "Bilag": "afsender",
}
"""The paper's headings, and the section in which what stands under them is written."""
ANNEX = "Bilag"
Known = tuple[str, str, str, str, int]
EVIDENCE = re.compile(r"Bilag \d+\. ")
"""The annex of observations, whatever number the writer's own have left it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LaidOut:
    """The letter as they get it: piece by piece, other children masked, the CPR number out."""

    page: LetterPage
    pieces: tuple[Piece, ...]
    others: tuple[tuple[str, str], ...]
    headings: Mapping[str, str] = field(default_factory=dict)
    """What the municipality calls its sections on paper, and which they are."""

    def section(self, piece: Piece) -> str:
        return self.section_under(piece.heading)

    def section_under(self, heading: str) -> str:
        return self.headings.get(heading) or section_of(heading)

    @property
    def writable(self) -> bool:
        """Whether the reader may also write in it now."""
        return self.page.is_open and Action.UNDERRET in self.page.may

    @property
    def readers(self) -> tuple[Reader, ...]:
        """While the guard hides the parents the letter is not read with their eyes."""
        return (Reader.CHILD,) if self.page.hides_parents else (Reader.PARENTS, Reader.CHILD)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Words at which a reader may stop: where on the paper, and where in the letter they are written."""

    piece: int
    start: int
    end: int
    quote: str
    rule: str
    readers: frozenset[Reader]
    question: str
    why: str
    ways: tuple[str, ...]
    section: str
    item: str = ""
    nth: int = 0

    @property
    def place(self) -> str:
        """As it is kept when it is laid away and the letter itself asks nothing about the words."""
        return f"laeses|{self.rule}|{self.section}|{self.item}|{self.quote.casefold()}"

    @property
    def known_by(self) -> Known:
        return (self.rule, self.section, self.item, self.quote.casefold(), self.nth)


@dataclass(frozen=True, slots=True)
class OtherName:
    """Another child in the letter. `clear` when the name itself stands there, else as »et andet barn«."""

    name: str
    section: str
    times: int
    clear: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Closely:
    """What a close reading found."""

    marks: tuple[Mark, ...] = ()
    names: tuple[OtherName, ...] = ()
    hard: tuple[HardWord, ...] = ()
    lix: tuple[tuple[str, int | None], ...] = ()


def section_of(heading: str) -> str:
    if EVIDENCE.match(heading):
        return OBSERVATIONS
    return "barnets_ord" if heading.endswith("egne ord") else SECTIONS.get(heading, "")


def laid_out(session: Session, letter_id: str, library: Library) -> LaidOut:
    """For whoever may see the letter. Reading it so is reading it, and is noted."""
    from tvaerfaglig.printouts.printing import read_pieces

    page = read_letter(session, letter_id)
    session.looked(child=page.child.id, record=letter_id, what="underretning")
    paper = paper_now(session, page, library)
    return LaidOut(
        page=page,
        pieces=read_pieces(_as_handed_out(page, paper)),
        others=tuple((one.id, one.record.name) for one in queries.all_of(session.vault, Child)),
        headings={words: section for section, words in paper.headings},
    )


def _as_handed_out(page: LetterPage, paper: UnderretningPaper) -> UnderretningPaper:
    """As in the indsigt: masked once more from end to end, without the CPR number."""
    masked = paper_facts.masked_through(paper, page.child.id, page.child.record)
    return replace(masked, child=replace(masked.child, cpr=""))


def read_closely(laid: LaidOut, glasses: Glasses, laid_away: Iterable[Finding] = ()) -> Closely:
    """Where a reader may stop. A question laid away in the letter is not asked here either."""
    away = {_known_by(one, laid.page) for one in laid_away}
    kept = set(laid.page.dismissed)
    marks = (one for one in _marks(laid, glasses) if one.place not in kept)
    texts = [(laid.section(one), one.text) for one in laid.pieces]
    return Closely(
        marks=tuple(one for one in marks if one.known_by not in away),
        names=(*_clear_names(laid, texts), *_masked_names(laid.page)),
        hard=glasses.hard_words(texts),
        lix=tuple(_lix(laid)),
    )


def why_withheld(laid: LaidOut, glasses: Glasses) -> str:
    """Why the parents' reading is not offered; empty where it is."""
    glass: Glass = glasses.find(Reader.PARENTS)
    return "" if Reader.PARENTS in laid.readers else glass.withheld


def _known_by(found: Finding, page: LetterPage) -> Known:
    """The letter's own question by what it has in common with a mark."""
    before = "" if found.item else page.text(found.section)[: found.start or 0]
    nth = before.count(found.quote) if found.quote else 0
    return (found.rule, found.section, found.item, found.quote.casefold(), nth)


def _marks(laid: LaidOut, glasses: Glasses) -> Iterator[Mark]:
    for nr, piece in enumerate(laid.pieces):
        section = laid.section(piece)
        for found in _findings(piece, section, laid.page):
            stops = glasses.stop(found.rule)
            if stops is None:
                continue
            start, end = found.start or 0, found.end or 0
            yield Mark(
                piece=nr,
                start=start,
                end=end,
                quote=found.quote,
                rule=found.rule,
                readers=stops.readers,
                question=stops.question.replace("{hvad}", found.quote),
                why=found.why,
                ways=_ways(found, glasses),
                section=section,
                item=_item(piece, section, found.quote, laid.page),
                nth=_before(laid, nr, found.quote) + piece.text[:start].count(found.quote),
            )


def _item(piece: Piece, section: str, quote: str, page: LetterPage) -> str:
    """The row or the deed that the words stand in; nothing in prose."""
    if piece.number:
        return _row(piece, page)
    if section == "indsats" and piece.look is Look.ROW:
        told = enumerate(page.record.actions)
        return next((str(nr) for nr, one in told if quote in f"{one.what} {one.effect}"), "")
    return ""


def _row(piece: Piece, page: LetterPage) -> str:
    """The observation a piece tells; nothing for what was written outside the log and comes after the rows."""
    return next((row.observation for row in page.rows if row.number == piece.number), "")


def _before(laid: LaidOut, nr: int, quote: str) -> int:
    """How often the same words stood in the section's prose already, for the way to the right ones."""
    section = laid.section(laid.pieces[nr])
    prose = (one for one in laid.pieces[:nr] if one.look is Look.PROSE and not _row(one, laid.page))
    return sum(one.text.count(quote) for one in prose if laid.section(one) == section)


def _ways(found: Finding, glasses: Glasses) -> tuple[str, ...]:
    """What the finding itself offers comes first."""
    own = (f"»{found.replacement}«",) if found.replacement else ()
    return (*own, *glasses.ways(found.rule, found.quote))


def _findings(piece: Piece, section: str, page: LetterPage) -> tuple[Finding, ...]:
    """Only the house's own words are asked about; a quotation is never judged."""
    from tvaerfaglig.domain.quality.engine import parted
    from tvaerfaglig.domain.quality.language.asking import prose_of
    from tvaerfaglig.domain.quality.language.in_letter import PARTS, text_hits
    from tvaerfaglig.services.writing.text_check import language

    if piece.look not in {Look.PROSE, Look.ROW} or section not in PARTS or _in_annex(piece):
        return ()
    lists, known, part = language(), known_to(page), PARTS[section]
    prose = prose_of(piece.text, known, lists.lexicon)
    asked = {one.rule: one for one in lists.questions if one.tier is not Tier.QUIET}
    hits = text_hits(prose, part, section, known, lists, proposals=False)
    pairs = [(hit, asked[hit.rule]) for hit in hits if hit.rule in asked]
    pairs.sort(key=lambda pair: (pair[1].tier, pair[0].start or 0))
    found = parted(
        pairs, {section: piece.text}, frozenset(), page.child.record.first_name or "barnet"
    ).open
    return tuple(sorted(found, key=lambda one: one.start or 0))


def _in_annex(piece: Piece) -> bool:
    """The annex is made by the program from the log."""
    return piece.heading.startswith(ANNEX)


def _clear_names(laid: LaidOut, texts: list[tuple[str, str]]) -> Iterator[OtherName]:
    for one in names_in(laid.page, texts, laid.others):
        yield OtherName(one.name, one.section, one.times, clear=True)


def _masked_names(page: LetterPage) -> Iterator[OtherName]:
    """Children chosen by name while writing: each by the name that the reader of this page may see."""
    if not page.is_open and page.frozen is not None:
        return
    seen: Counter[tuple[str, str]] = Counter()
    for section, text in texts_of(page):
        for child in mentioned(text):
            if child != page.child.id:
                seen[section, page.names.children.get(child, ANOTHER)] += 1
    for (section, name), times in seen.items():
        yield OtherName(name, section, times, clear=False)


def _lix(laid: LaidOut) -> Iterator[tuple[str, int | None]]:
    """Section by section, the house's own words only; None for one too short to have a figure."""
    from tvaerfaglig.services.writing.text_check import reading_figure

    texts: dict[str, list[str]] = {}
    for piece in laid.pieces:
        section = laid.section(piece)
        if piece.look is Look.PROSE and section and not _in_annex(piece):
            texts.setdefault(section, []).append(piece.text)
    for section, own in texts.items():
        yield section, reading_figure("\n".join(own))
