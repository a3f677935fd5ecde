"""What families, volunteers and goals came to: waits, attendance, hours, and whether it was done as planned."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tvaerfaglig.domain.efforts.logs import HoursFor
from tvaerfaglig.domain.figures.fidelity import Fidelity, Held
from tvaerfaglig.domain.figures.hours import HoursUsed
from tvaerfaglig.domain.figures.places import Came, Places
from tvaerfaglig.domain.figures.shares import Parts
from tvaerfaglig.domain.figures.times import Times
from tvaerfaglig.printouts.figure_charts.kinds import Chart, Columns, Lane, Spreads
from tvaerfaglig.printouts.figure_charts.ruler import number
from tvaerfaglig.services.figures.showing import answers
from tvaerfaglig.services.figures.showing.laying import ALL, Laying
from tvaerfaglig.services.figures.showing.measures import (
    DAYS,
    MONTHS,
    PER_CENT,
    Row,
    middle,
    spread_cells,
)
from tvaerfaglig.services.figures.showing.parted import all_hidden, bars, parts_table
from tvaerfaglig.services.figures.showing.shown import HIDDEN, NumberTable, Piece, Variant

ENDS = ("Gennemført", "Holdt op før tid", "I gang")
MOVED = ("Rykket frem", "Samme sted", "Gået tilbage", "Endnu ikke set igen")
ONWARD = ("Videre til anden hjælp", "Ikke videre")
CONTACT = ("Kontakt ved to år", "Sluttet før", "Endnu ikke to år")
LASTED = ("Over et halvt år", "Kortere", "Endnu ikke så længe")
DONE = ("Holdt på dagen", "Holdt en anden dag", "Aflyst", "Ingen har skrevet det")
_HOURS = {
    HoursFor.FRIVILLIG: "Frivillige",
    HoursFor.VIKAR: "Vikarer",
    HoursFor.PRAKTIK: "Praktik",
    HoursFor.FORBEREDELSE: "Forberedelse",
}
_HOUR = 60


def places(found: Places, laid: Laying) -> Iterable[Variant]:
    """How long families wait, how often they come, and how it ends."""
    waits = [Row(ALL, found.waiting)]
    yield Variant(
        answer=answers.of_times(found.waiting, DAYS, in_time=laid.in_time),
        pieces=(
            *laid.measured(waits, DAYS, "Familier", ended="Trak ønsket tilbage", title="Ventetid"),
            _came(found.came, laid),
            laid.part(found.ended, ENDS, "Gennemført eller holdt op"),
        ),
    )


def _came(groups: Sequence[Came], laid: Laying) -> Piece:
    """Each family's own share of the meetings, and all of them together."""
    told = [one for one in groups if one.each is not None]
    middles = tuple(middle(one.group, one.each, HIDDEN, PER_CENT) for one in groups)
    chart: Chart | None = None
    if told and laid.in_time and len(groups) > 1:
        chart = Columns(unit=PER_CENT.word, middles=middles, top=100)
    elif told:
        chart = Spreads(
            unit=PER_CENT.word, lanes=(Lane("" if len(groups) > 1 else ALL, middles),), top=100
        )
    rows = tuple((one.group or ALL, *_attended(one, nobody=not told)) for one in groups)
    heads = (
        laid.group, "n", "Median, procent", "Gennemsnit", "Midterste halvdel", "Fremmøde i alt",
    )  # fmt: skip
    return Piece(title="Fremmøde", chart=chart, table=NumberTable(heads, rows))


def _attended(one: Came, *, nobody: bool) -> tuple[str, ...]:
    if one.each is None or one.present is None or one.held is None:
        return ("–" if nobody else HIDDEN,) * 5
    share = f"{one.present} af {one.held} ({100 * one.present / one.held:.0f} %)"
    return (str(one.each.n), *spread_cells(one.each, PER_CENT, one.each.n), share)


def together(times: tuple[Times, ...], laid: Laying) -> Iterable[Variant]:
    yield Variant(
        answer=answers.of_times(times, MONTHS, in_time=laid.in_time),
        pieces=laid.measured([Row(ALL, times)], MONTHS, "Børn", ended="Sluttet før"),
    )


def hours(found: Sequence[HoursUsed], laid: Laying) -> Iterable[Variant]:
    """Hours are told in tables only: long and short are not good and bad."""
    rows = tuple((one.group or ALL, *(_hours(one.of(each)) for each in _HOURS)) for one in found)
    table = NumberTable((laid.group, *_HOURS.values()), rows)
    said = [(one.group, words) for one in found if (words := _spent(one))]
    hides = any(one.of(each) is None for one in found for each in _HOURS)
    nothing = answers.FEW if hides else answers.NOBODY
    answer = answers.by_group(said, in_time=laid.in_time) or nothing
    yield Variant(answer=answer, pieces=(Piece(table=table),))


def _spent(one: HoursUsed) -> str:
    """»vikarer 78 · frivillige 37,5 timer · resten er skjult«; empty where nothing is told."""
    told = [
        f"{word.lower()} {_hours(one.of(each))}" for each, word in _HOURS.items() if one.of(each)
    ]
    if not told:
        return ""
    rest = " · resten er skjult" if any(one.of(each) is None for each in _HOURS) else ""
    return f"{' · '.join(told)} timer{rest}"


def _hours(minutes: int | None) -> str:
    return HIDDEN if minutes is None else number(minutes / _HOUR)


def as_planned(kinds: Sequence[Fidelity], laid: Laying) -> Iterable[Variant]:
    """Kind by kind, days of the group and visits by themselves."""
    rows = [
        (f"{one.name}: {word}", tuple(map(_parts, held)))
        for one in kinds
        for word, held in (("gange", one.sessions), ("besøg", one.visits))
        if any(each.planned != 0 for each in held)
    ]
    if not rows:
        nobody = tuple(Parts(group=name, counts=(0, 0, 0, 0), whole=0) for name in laid.groups)
        table = parts_table(DONE, [(ALL, nobody)], "", laid.group)
        yield Variant(answer="Ingen endnu.", pieces=(Piece(table=table),))
        return
    table = parts_table(DONE, rows, "Indsats", laid.group)
    piece = Piece(chart=bars(DONE, rows), table=table, note=all_hidden(rows))
    said = [(group, words) for at, group in enumerate(laid.groups) if (words := _kept(kinds, at))]
    answer = answers.by_group(said, in_time=laid.in_time) or answers.FEW
    yield Variant(answer=answer, pieces=(piece,))


def _kept(kinds: Sequence[Fidelity], at: int) -> str:
    """Of one group, days and visits together: »familiegruppe 12 af 14 holdt«; empty where nothing is told."""
    told = []
    for one in kinds:
        both = (one.sessions[at], one.visits[at])
        planned = sum(each.planned or 0 for each in both)
        if planned and all(each.planned is not None for each in both):
            told.append(f"{one.name.lower()} {sum(each.held or 0 for each in both)} af {planned}")
    return f"{' · '.join(told)} holdt" if told else ""


def _parts(held: Held) -> Parts:
    return Parts(group=held.group, counts=held.counts, whole=held.planned)
