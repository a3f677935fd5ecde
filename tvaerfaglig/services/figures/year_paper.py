"""The yearly statement of one house: its school year beside the one before, and first help over five."""

from __future__ import annotations

from dataclasses import replace

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.figures.facts import Promised
from tvaerfaglig.domain.figures.house import InHouse
from tvaerfaglig.domain.figures.period_name import named
from tvaerfaglig.domain.people import Dagtilbud
from tvaerfaglig.printouts.papers.figures import FigurePart, YearPaper
from tvaerfaglig.printouts.papers.parts import Imprint, StripFact
from tvaerfaglig.services.errors import Unclear
from tvaerfaglig.services.figures.on_paper import Gathered, gathered, kept_promises, untold
from tvaerfaglig.services.figures.page import FiguresPage, SplitBy, Wanted
from tvaerfaglig.services.figures.reading import figures
from tvaerfaglig.services.figures.showing import reading
from tvaerfaglig.services.figures.showing.of_houses import TALKS, said
from tvaerfaglig.services.figures.showing.questions import KEPT, questions
from tvaerfaglig.services.figures.showing.shown import HIDDEN
from tvaerfaglig.services.figures.showing.some_groups import some_groups
from tvaerfaglig.services.library import Library
from tvaerfaglig.services.printing import paper_facts, pressing
from tvaerfaglig.services.printing.pressing import Pressed
from tvaerfaglig.services.session import Session

DOCUMENT = "årsopgørelse"
PURPOSE = "At se, om hjælpen kommer tidligere, og om vi holder det, vi aftaler."
_BACK = 5
_FIRST = ("fra_bekymring",)
_TOLD = (
    "foraeldre_tidligt", "retning", "fulgt_op", "svar", "som_planlagt", "pladser", "maal", "videre",
    "faelles_start", "kontakt_ved_to", "varighed", "timer",
)  # fmt: skip
_PROMISES = {
    Promised.AFTALE: "Aftaler",
    Promised.OPFOELGNING: "Opfølgninger",
    Promised.BESOEG: "Planlagte besøg",
}
_KEPT = "Det, vi aftalte"
_KEPT_WHAT = (
    "Holdt af planlagt. Det tæller med, når dagen er gået, eller når det er gjort eller aflyst. Et besøg, der er "
    "flyttet højst en uge, er holdt til tiden."
)


def look_at_year(session: Session, library: Library, house: str, year: str) -> Pressed:
    """As paper, for whoever leads the house."""
    paper = year_paper(session, library, house, year)
    return Pressed(pressing.press(paper), pressing.sections(paper))


def year_paper(session: Session, library: Library, house: str, year: str) -> YearPaper:
    """Raises NotAllowed or Unclear, in words. A year that is under way is told until today."""
    wanted = Wanted(houses=frozenset({house}), split=SplitBy.SKOLEAAR)
    page = figures(session, wanted)
    period = named(year)
    if period is None or year not in page.figures.groups:
        raise Unclear("Der er ikke noget at tælle i det år. Vælg et andet.")
    at = page.figures.groups.index(year)
    both = _of(page, range(max(0, at - 1), at + 1))
    found = _parts(library, page, both, at)
    under_way = period.last > page.today
    days = f"{danish.day(period.first)} – {danish.day(min(period.last, page.today))}"
    words = page.definitions
    return YearPaper(
        imprint=house_imprint(session, session.houses()[house]),
        year=year,
        period=f"{days}{', hvor året er i gang' if under_way else ''}",
        strip=_strip(both.figures.house),
        parts=found.parts,
        untold=untold(found),
        how=(words.no_cause, words.middle, words.no_ranking),
    )


def _parts(library: Library, page: FiguresPage, both: FiguresPage, at: int) -> Gathered:
    """First help with the years before it; everything else beside the year before alone."""
    words, definitions = reading.words(library), page.definitions
    years = _of(page, range(max(0, at + 1 - _BACK), at + 1))
    first = questions(years, words, tuple(reading.marks(years)))[0]
    by_id = {one.id: one for one in questions(both, words, beside=True)}
    head = gathered((first, *(by_id[each] for each in _FIRST)), definitions)
    rest = gathered((by_id[each] for each in _TOLD), definitions)
    return head + _promised(both) + rest


def _promised(both: FiguresPage) -> Gathered:
    rows = {word: both.figures.held[kind] for kind, word in _PROMISES.items()}
    piece = kept_promises(rows, KEPT, "Skoleår")
    if piece is None:
        return Gathered(())
    hidden = any(None in one.counts for parts in rows.values() for one in parts)
    notes = (both.definitions.hidden,) if hidden else ()
    if piece.chart is None:
        return Gathered((), hidden=(_KEPT,))
    made = FigurePart(heading=_KEPT, what=_KEPT_WHAT, pieces=(piece,), notes=notes)
    return Gathered((made,))


def _of(page: FiguresPage, at: range) -> FiguresPage:
    return replace(page, figures=some_groups(page.figures, at))


def _strip(years: tuple[InHouse, ...]) -> tuple[StripFact, ...]:
    now, before = years[-1], years[0] if len(years) > 1 else None
    return tuple(
        StripFact(label, value(now), f"året før {value(before)}" if before else "")
        for label, value in (
            ("Børn i huset", lambda one: said(one.children)),
            ("Konsultationer", _talks),
            ("Børn med ny indsats", lambda one: said(one.helped)),
            ("Underretninger", lambda one: said(one.letters)),
        )
    )


def _talks(one: InHouse) -> str:
    numbers = [one.spoken(sort) for sort in TALKS]
    return HIDDEN if None in numbers else str(sum(each or 0 for each in numbers))


def house_imprint(session: Session, house: Dagtilbud, purpose: str = PURPOSE) -> Imprint:
    made = paper_facts.imprint(session, None, purpose=purpose)
    return replace(made, house=house.name, address=paper_facts.house_line(house, None))
