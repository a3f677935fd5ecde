"""Every figure of the page as a question: its drawings and tables, in the words of tal.toml."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from tvaerfaglig.domain.concern import Position
from tvaerfaglig.domain.figures.all_figures import FIGURES
from tvaerfaglig.domain.figures.facts import Promised, Step
from tvaerfaglig.domain.figures.shares import Parts
from tvaerfaglig.services.figures.page import FiguresPage
from tvaerfaglig.services.figures.showing import answers, curves, of_efforts, of_houses, others
from tvaerfaglig.services.figures.showing.laying import ALL, Laying
from tvaerfaglig.services.figures.showing.measures import DAYS, MONTHS, Row
from tvaerfaglig.services.figures.showing.needs import needed
from tvaerfaglig.services.figures.showing.parted import bars, parts_table
from tvaerfaglig.services.figures.showing.shown import Piece, Question, Variant

STEPS = {
    Step.SAMTALE: "Samtale med forældrene",
    Step.KONSULTATION: "Konsultation",
    Step.HANDLING: "Handling",
    Step.UNDERRETNING: "Underretning",
}
KEPT = ("Til tiden", "Senere", "Endnu ikke", "Aflyst")
DIRECTIONS = ("Rettet mod forældrene", "Om barnet og familien", "Bredt i huset", "Ikke valgt")
EARLY = ("Før de andre, eller samme dag", "Senere, eller ikke endnu")
MET = ("Havde det med", "Havde det ikke med")


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The house's words for what the figures only know by key."""

    positions: Mapping[Position, str]


def questions(
    page: FiguresPage,
    words: Words,
    marks: Sequence[tuple[float, str]] = (),
    *,
    beside: bool = False,
) -> tuple[Question, ...]:
    """In the order of the page, the headline first. `marks` are what began between two periods.

    `beside` lays periods beneath one another, as the papers do where there are only two.
    """
    laid = Laying(page.wanted.split, page.figures.groups, tuple(marks), beside)
    made = _Maker(page, words, laid)
    return tuple(made.question(id_) for id_ in FIGURES)


class _Maker:
    """One page's questions."""

    def __init__(self, page: FiguresPage, words: Words, laid: Laying) -> None:
        self.figures, self.definitions, self.words = page.figures, page.definitions, words
        self.laid = laid

    def question(self, figure: str) -> Question:
        variants = tuple(self._made()[figure]())
        nothing = all(piece.table.empty for one in variants for piece in one.pieces)
        return Question(
            definition=self.definitions.of(figure),
            variants=variants,
            compares=self.laid.compares,
            empty=needed(figure) if nothing else "",
        )

    def _made(self) -> Mapping[str, Callable[[], Iterable[Variant]]]:
        found, laid = self.figures, self.laid
        group = laid.group
        return {
            "foerste_hjaelp": self._first_help,
            "fra_bekymring": self._funnel,
            "foraeldre_tidligt": lambda: laid.parted(found.parents_early, EARLY, "tidligt"),
            "retning": lambda: laid.parted(found.directions, DIRECTIONS, "rettet mod forældrene"),
            "aftaler_holdt": lambda: self._held(Promised.AFTALE),
            "opfoelgning_holdt": lambda: self._held(Promised.OPFOELGNING),
            "besoeg_holdt": lambda: self._held(Promised.BESOEG),
            "svar": self._answers,
            "fuldstaendighed": self._completeness,
            "bekymringsniveau": lambda: others.levels(found.levels, group),
            "positioner": lambda: others.moves(found.moves, self.words.positions, group),
            "fulgt_op": self._followed,
            "pladser": lambda: of_efforts.places(found.places, laid),
            "maal": lambda: laid.parted(found.goals, of_efforts.MOVED, "rykket frem"),
            "videre": lambda: laid.parted(found.onward, of_efforts.ONWARD, "videre"),
            "faelles_start": lambda: of_efforts.together(found.together, laid),
            "kontakt_ved_to": lambda: laid.parted(found.contact, of_efforts.CONTACT, "med kontakt"),
            "timer": lambda: of_efforts.hours(found.hours, laid),
            "varighed": lambda: laid.parted(found.lasting, of_efforts.LASTED, "over et halvt år"),
            "som_planlagt": lambda: of_efforts.as_planned(found.fidelity, laid),
            "huset": lambda: of_houses.in_house(found.house, laid),
            "laeringskurve": lambda: curves.learning(
                found.learning, letters=any(one.letters != 0 for one in found.house)
            ),
            "landsstatistik": lambda: others.national(found.national),
        }

    def _first_help(self) -> Iterable[Variant]:
        for one in self.definitions.help:
            times, in_time = self.figures.first_help[one.id], self.laid.in_time
            yield Variant(
                id=one.id,
                name=one.name,
                answer=answers.of_times(times, MONTHS, in_time=in_time),
                headline=answers.headline(times, MONTHS, in_time=in_time),
                pieces=self.laid.measured([Row(ALL, times)], MONTHS, "Børn"),
            )

    def _funnel(self) -> Iterable[Variant]:
        rows = [Row(STEPS[step], times) for step, times in self.figures.funnel.steps]
        return self._waits(rows, "Trin", ended="Lukket uden")

    def _answers(self) -> Iterable[Variant]:
        found = self.figures.answers
        rows = [Row("Kvittering", found.receipt), Row("Svar på, hvad det førte til", found.outcome)]
        return self._waits(rows, "Svar")

    def _followed(self) -> Iterable[Variant]:
        found = self.figures.followed
        rows = [Row(STEPS[Step.SAMTALE], found.talk), Row(STEPS[Step.HANDLING], found.action)]
        return self._waits(rows, "Trin")

    def _waits(self, rows: Sequence[Row], first: str, *, ended: str = "") -> Iterable[Variant]:
        answer = answers.of_rows(rows, DAYS, in_time=self.laid.in_time)
        yield Variant(answer=answer, pieces=self.laid.measured(rows, DAYS, first, ended=ended))

    def _held(self, kind: Promised) -> Iterable[Variant]:
        return self.laid.parted(self.figures.held[kind], KEPT, "til tiden")

    def _completeness(self) -> Iterable[Variant]:
        """An item for each line: never one number of them all, which would be a grade."""
        found = self.figures.completeness
        rows = [(self.definitions.point(id_), groups) for id_, groups in found]
        if not rows:
            nobody = tuple(Parts(group=one, counts=(0, 0), whole=0) for one in self.figures.groups)
            rows = [(ALL, nobody)]
        table = parts_table(MET, rows, "Punkt", self.laid.group)
        answer = f"{len(found)} punkter, hvert for sig" if found else "Ingen endnu."
        yield Variant(answer=answer, pieces=(Piece(chart=bars(MET, rows), table=table),))
