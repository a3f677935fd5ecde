"""The report of a project: planned beside held, who came, and before beside after."""

from __future__ import annotations

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.figures.all_figures import Figures
from tvaerfaglig.domain.figures.fidelity import Fidelity
from tvaerfaglig.domain.figures.period import ALWAYS, Period
from tvaerfaglig.printouts.papers.figures import ProjectPaper
from tvaerfaglig.printouts.papers.parts import Fact, StripFact
from tvaerfaglig.services.errors import Unclear
from tvaerfaglig.services.figures.on_paper import Gathered, gathered, untold
from tvaerfaglig.services.figures.page import FiguresPage, SplitBy, Wanted
from tvaerfaglig.services.figures.reading import figures
from tvaerfaglig.services.figures.showing import reading
from tvaerfaglig.services.figures.showing.questions import questions
from tvaerfaglig.services.figures.showing.shown import HIDDEN, NONE
from tvaerfaglig.services.figures.year_paper import house_imprint
from tvaerfaglig.services.library import Library
from tvaerfaglig.services.printing import pressing
from tvaerfaglig.services.printing.pressing import Pressed
from tvaerfaglig.services.session import Session

DOCUMENT = "projektrapport"
PURPOSE = "At se, om projektet blev gjort som planlagt, og hvad der kom ud af det."
_DONE = (
    "som_planlagt", "pladser", "maal", "videre", "faelles_start", "kontakt_ved_to", "varighed", "timer", "retning",
)  # fmt: skip
_BESIDE = ("foerste_hjaelp", "fra_bekymring")


def look_at_project(
    session: Session, library: Library, tag: str, houses: frozenset[str], period: Period
) -> Pressed:
    """As paper, for whoever leads the houses. No houses: all that she leads."""
    paper = project_paper(session, library, tag, houses, period)
    return Pressed(pressing.press(paper), pressing.sections(paper))


def project_paper(
    session: Session, library: Library, tag: str, houses: frozenset[str], period: Period
) -> ProjectPaper:
    """Raises NotAllowed or Unclear, in words."""
    if not tag:
        raise Unclear(
            "Hvilket projekt? Skriv projektets navn på indsatserne, så kan det vælges her."
        )
    wanted = Wanted(houses=houses, period=period, split=SplitBy.SAMLET, tag=tag)
    page = figures(session, wanted)
    found = _parts(session, library, page)
    names = [one.name for one in page.choices.houses if one.id in page.wanted.houses]
    words = page.definitions
    first = next(one.id for one in page.choices.houses if one.id in page.wanted.houses)
    return ProjectPaper(
        imprint=house_imprint(session, session.houses()[first], PURPOSE),
        project=tag,
        period=_days(page.wanted.period, page),
        about=(
            Fact("Projekt", tag),
            Fact("Huse", danish.join_and(names)),
            Fact("Indsatser", ", ".join(one.name for one in page.figures.fidelity)),
        ),
        strip=tuple(_strip(page.figures)),
        parts=found.parts,
        untold=untold(found),
        how=(words.no_cause, words.middle, words.no_ranking),
    )


def _parts(session: Session, library: Library, page: FiguresPage) -> Gathered:
    """What was done; and before beside after, where the houses have a day to be before."""
    words = reading.words(library)
    by_id = {one.id: one for one in questions(page, words)}
    done = gathered((by_id[each] for each in _DONE), page.definitions)
    if SplitBy.FOER_EFTER not in page.choices.splits:
        return done + gathered((by_id[each] for each in _BESIDE), page.definitions)
    wanted = page.wanted
    split = Wanted(
        houses=wanted.houses, period=wanted.period, split=SplitBy.FOER_EFTER, tag=wanted.tag
    )
    compared = figures(session, split)
    both = {one.id: one for one in questions(compared, words)}
    return done + gathered((both[each] for each in _BESIDE), page.definitions)


def _days(period: Period, page: FiguresPage) -> str:
    if period == ALWAYS:
        return f"alle år, til {danish.day(page.today)}"
    return f"{danish.day(period.first)} – {danish.day(min(period.last, page.today))}"


def _strip(found: Figures) -> list[StripFact]:
    """Planned beside held, how many families began, and how many of the days they came."""
    planned, held = _sums(found.fidelity)
    came, ended = found.places.came[0], found.places.ended[0]
    attended = HIDDEN if came.present is None else f"{came.present} af {came.held}"
    nobody = ended.whole == 0
    return [
        StripFact("Planlagt", planned, "gange og besøg, til i dag"),
        StripFact("Holdt", held, "på dagen eller en anden dag"),
        StripFact("Pladser begyndt", HIDDEN if ended.whole is None else str(ended.whole)),
        StripFact("Fremmøde", NONE if nobody else attended, "af de gange, familierne var ventet"),
    ]


def _sums(kinds: tuple[Fidelity, ...]) -> tuple[str, str]:
    """Nothing is added up where a part of it is hidden."""
    each = [one for kind in kinds for held in (kind.sessions, kind.visits) for one in held]
    planned, held = [one.planned for one in each], [one.held for one in each]
    if None in planned or None in held:
        return HIDDEN, HIDDEN
    return str(sum(one or 0 for one in planned)), str(sum(one or 0 for one in held))
