"""Figures as plain rows: one number a row, with what it is of. What is hidden is said to be, and nothing is worked out.

Only what `Figures` tells is read, so whatever is hidden there is hidden here, and cannot be found by subtraction.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tvaerfaglig.domain.concern import Position
from tvaerfaglig.domain.figures.all_figures import Figures
from tvaerfaglig.domain.figures.definitions import Definitions
from tvaerfaglig.domain.figures.facts import Promised, Spoken, Step
from tvaerfaglig.domain.figures.fidelity import Held
from tvaerfaglig.domain.figures.shares import Parts
from tvaerfaglig.domain.figures.spread import MONTH, Spread
from tvaerfaglig.domain.figures.times import Times

HIDDEN = "skjult"
Value = int | float | str


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A number, or the word for one that is hidden. `figure` is its id, `what` the part of it."""

    figure: str
    what: str
    group: str
    measure: str
    value: Value
    unit: str = "antal"


@dataclass(frozen=True, slots=True)
class _Unit:
    """What a measured value is told in, and how much of what it is counted in one of it is."""

    word: str
    size: float = 1.0


_COUNT, _DAYS, _MONTHS = _Unit("antal"), _Unit("dage"), _Unit("måneder", MONTH)
_PER_CENT, _SCALE = _Unit("procent"), _Unit("trin")
_STEPS = {
    Step.SAMTALE: "til samtale med forældrene",
    Step.KONSULTATION: "til konsultation",
    Step.HANDLING: "til handling",
    Step.UNDERRETNING: "til underretning",
}
_PROMISED = {
    Promised.AFTALE: "aftaler_holdt",
    Promised.OPFOELGNING: "opfoelgning_holdt",
    Promised.BESOEG: "besoeg_holdt",
}
_KEPT = ("til tiden", "senere", "endnu ikke", "aflyst")
_DIRECTIONS = (
    "rettet mod forældrene",
    "om et barn og dets familie",
    "bredt i huset",
    "ikke valgt",
)
_POSITIONS = {
    Position.TRIVES: "trives",
    Position.BEKYMRING: "bekymring",
    Position.STAERK: "stærk bekymring",
}
_SPOKEN = {
    Spoken.NAVNGIVET: "konsultationer om et barn ved navn",
    Spoken.ANONYM: "anonyme konsultationer",
    Spoken.TEMA: "konsultationer om et tema",
}
_DONE = ("holdt på dagen", "holdt en anden dag", "aflyst", "ikke skrevet")


def rows(told: Figures, words: Definitions) -> tuple[FigureRow, ...]:
    """In the order of the page; a number that there is none of has no row."""
    return (
        *_of_concerns(told, words),
        *_of_promises(told),
        *_of_letters(told, words),
        *_of_children(told),
        *_of_efforts(told),
        *_of_the_house(told),
    )


def national(told: Figures) -> tuple[FigureRow, ...]:
    """The five variables, each by itself."""
    return tuple(
        FigureRow("landsstatistik", one.name, "", answer, HIDDEN if count is None else count)
        for one in told.national
        for answer, count in one.counts
    )


def _of_concerns(told: Figures, words: Definitions) -> Iterator[FigureRow]:
    for way in words.help:
        yield from _times("foerste_hjaelp", way.name, told.first_help.get(way.id, ()), _MONTHS)
    for step, times in told.funnel.steps:
        yield from _times("fra_bekymring", _STEPS[step], times)
    early = ("forældrene først eller samtidig", "forældrene senere eller slet ikke")
    yield from _parts("foraeldre_tidligt", "", told.parents_early, early)
    yield from _parts("retning", "", told.directions, _DIRECTIONS)


def _of_promises(told: Figures) -> Iterator[FigureRow]:
    for kind, parts in told.held.items():
        yield from _parts(_PROMISED[kind], "", parts, _KEPT)


def _of_letters(told: Figures, words: Definitions) -> Iterator[FigureRow]:
    yield from _times("svar", "til kvittering", told.answers.receipt)
    yield from _times("svar", "til svar", told.answers.outcome)
    for point, parts in told.completeness:
        yield from _parts("fuldstaendighed", words.point(point), parts, ("med", "ikke med"))
    for one in told.learning:
        yield from _spread("laeringskurve", "punkter med", one.name, one.coverage, _PER_CENT)
        yield from _spread("laeringskurve", "sætninger med dag", one.name, one.dated, _COUNT)
        yield from _spread("laeringskurve", "citater", one.name, one.quotes, _COUNT)
        yield from _times("laeringskurve", "til konsultation", (one.to_konsultation,))


def _of_children(told: Figures) -> Iterator[FigureRow]:
    for level in told.levels:
        for what, spread in (
            ("første", level.first),
            ("seneste", level.latest),
            ("forskel", level.change),
        ):
            yield from _spread("bekymringsniveau", what, level.group, spread, _SCALE)
        yield _row("bekymringsniveau", "", level.group, "sagt en enkelt gang", level.once)
    for moves in told.moves:
        for before, cells in zip(Position, moves.cells, strict=True):
            for now, count in zip(Position, cells, strict=True):
                what = f"fra {_POSITIONS[before]} til {_POSITIONS[now]}"
                yield _row("positioner", what, moves.group, "børn", count)
        yield _row("positioner", "", moves.group, "i alt", moves.total)
    yield from _times("fulgt_op", "til samtale med forældrene", told.followed.talk)
    yield from _times("fulgt_op", "til handling", told.followed.action)


def _of_efforts(told: Figures) -> Iterator[FigureRow]:
    yield from _times("pladser", "ventetid", told.places.waiting)
    for came in told.places.came:
        yield from _spread("pladser", "fremmøde for hver familie", came.group, came.each, _PER_CENT)
        yield _row("pladser", "fremmøde", came.group, "gange familier kom", came.present)
        yield _row("pladser", "fremmøde", came.group, "gange familier var ventet", came.held)
    ended = ("gennemført", "holdt op før tid", "i gang")
    yield from _parts("pladser", "forløb", told.places.ended, ended)
    moved = ("rykket frem", "samme trin", "tilbage", "endnu ikke")
    yield from _parts("maal", "", told.goals, moved)
    yield from _parts("videre", "", told.onward, ("videre til anden hjælp", "ikke videre"))
    yield from _times("faelles_start", "", told.together, _MONTHS)
    contact = ("kontakt", "sluttet før", "endnu ikke to år")
    yield from _parts("kontakt_ved_to", "", told.contact, contact)
    for hours in told.hours:
        for use, minutes in hours.minutes:
            value = None if minutes is None else round(minutes / 60, 1)
            yield _row("timer", use.word, hours.group, "i alt", value, "timer")
    lasted = ("over et halvt år", "kortere", "endnu ikke")
    yield from _parts("varighed", "", told.lasting, lasted)
    for kind in told.fidelity:
        yield from _held(f"{kind.name}, gange", kind.sessions)
        yield from _held(f"{kind.name}, besøg", kind.visits)


def _held(what: str, groups: Iterable[Held]) -> Iterator[FigureRow]:
    for one in groups:
        if one.planned != 0:
            for name, count in zip(_DONE, one.counts, strict=True):
                yield _row("som_planlagt", what, one.group, name, count)
            yield _row("som_planlagt", what, one.group, "planlagt", one.planned)


def _of_the_house(told: Figures) -> Iterator[FigureRow]:
    for one in told.house:
        yield _row("huset", "børn i huset", one.group, "sidste dag", one.children)
        for sort, count in one.talks:
            yield _row("huset", _SPOKEN[sort], one.group, "antal", count)
        yield _row("huset", "børn med en ny indsats", one.group, "antal", one.helped)
        yield _row("huset", "underretninger", one.group, "antal", one.letters)


def _times(
    figure: str, what: str, groups: Iterable[Times], unit: _Unit = _DAYS
) -> Iterator[FigureRow]:
    for one in groups:
        yield _row(figure, what, one.group, "n", one.n)
        if one.n is not None:
            yield from _spread(figure, what, one.group, one.reached, unit)
        if one.half is not None:
            yield _row(figure, what, one.group, "halvdelen nået", *_in(one.half, unit))
        yield _row(figure, what, one.group, "endnu ikke", one.open)
        yield _row(figure, what, one.group, "sluttet uden", one.ended)
        yield _row(figure, what, one.group, "i alt", one.total)


def _spread(
    figure: str, what: str, group: str, found: Spread | None, unit: _Unit
) -> Iterator[FigureRow]:
    if found is not None:
        measures = (
            ("gennemsnit", found.mean),
            ("nedre kvartil", found.lower),
            ("median", found.median),
            ("øvre kvartil", found.upper),
        )
        for name, value in measures:
            yield _row(figure, what, group, name, *_in(value, unit))


def _parts(
    figure: str, what: str, groups: Iterable[Parts], names: Sequence[str]
) -> Iterator[FigureRow]:
    for one in groups:
        if one.whole == 0:
            continue
        for name, count in zip(names, one.counts, strict=True):
            yield _row(figure, what, one.group, name, count)
        yield _row(figure, what, one.group, "i alt", one.whole)


def _row(
    figure: str, what: str, group: str, measure: str, value: float | None, unit: str = "antal"
) -> FigureRow:
    return FigureRow(figure, what, group, measure, HIDDEN if value is None else value, unit)


def _in(value: float, unit: _Unit) -> tuple[float, str]:
    return round(value / unit.size, 1), unit.word
