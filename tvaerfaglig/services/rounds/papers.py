"""The papers of a whole round: the room list with short names, and the leader's overview with none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.concern import Position
from tvaerfaglig.domain.people import Dagtilbud
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.domain.rounds.counting import POSITIONS, Table
from tvaerfaglig.domain.rounds.course import Stand
from tvaerfaglig.domain.rounds.records import Joint, Round, RoundState
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.printouts.papers.parts import Fact, Imprint, StripFact
from tvaerfaglig.printouts.papers.rounds import (
    CountTable,
    OverviewPaper,
    RoomListPaper,
    RoomRow,
    Stood,
)
from tvaerfaglig.services.errors import NotAllowed, Unclear
from tvaerfaglig.services.library import Library
from tvaerfaglig.services.printing import caution, paper_facts, pressing
from tvaerfaglig.services.printing.pressing import Pressed
from tvaerfaglig.services.rounds import reading, rules
from tvaerfaglig.services.rounds.overview import RoundOverview, overview
from tvaerfaglig.services.rounds.reading import ChildInRound, RoundPage
from tvaerfaglig.services.session import Session

ROOM_LIST, OVERVIEW = "stueliste", "trivselsrunden i tal"
HIDDEN = "skjult"
ShownTable = CountTable
"""A table as the paper prints it, for the page that shows the same."""
_PURPOSE = "At se på børnene sammen i huset."
_HALVES = ((3, "vinteren"), (6, "foråret"), (9, "sommeren"), (12, "efteråret"))
_RUNS = (
    "Runden er i gang. Tallene kan skrives ud, når den er lukket. To papirer fra hver sin dag kan lægges ved "
    "siden af hinanden, og så viser de, hvor et enkelt barn står."
)
_NO_STUE = "Uden stue"
HOW = (
    "To voksne har vurderet hvert barn, først hver for sig og så sammen. Tal under {least} er skjult, og det er også "
    "tal, der ellers kunne regnes ud af de andre. »skjult« kan derfor også dække et større tal. Tallene siger ikke, "
    "hvem der gør det godt, og kan ikke bruges til at sammenligne stuer eller medarbejdere."
)


def called(made: Round, stuer: str) -> str:
    """»Solsikken, efteråret 2026«."""
    season = next(name for month, name in _HALVES if made.first.month < month or month == 12)
    return f"{stuer or 'Hele huset'}, {season} {made.first.year}"


def house_imprint(session: Session, house: Dagtilbud, purpose: str = "") -> Imprint:
    """Of the round's house, whichever house of hers comes first."""
    made = paper_facts.imprint(session, None, purpose=purpose)
    return replace(made, house=house.name, address=paper_facts.house_line(house, None))


# the room list


def look_at_room_list(session: Session, library: Library, round_id: str) -> Pressed:
    """The room list as paper. Opening it is noted, of the round."""
    page = reading.round_page(session, library, round_id)
    paper = room_list(session, library, page)
    guard = caution.guard_advice(session, *children_on(session, page))
    sections = pressing.sections(paper)
    return Pressed(pressing.press(paper), sections, guard=guard)


def children_on(session: Session, page: RoundPage) -> tuple[str, ...]:
    """Those whom the list names: whoever may be printed by the asker, and may be found in this house."""
    mine = session.children_for(Action.PRINT)
    return tuple(one.id for one in page.children if not one.child.hide_house and one.id in mine)


def room_list(session: Session, library: Library, page: RoundPage) -> RoomListPaper:
    """Every child of the round whom the asker may print, by stue."""
    named = set(children_on(session, page))
    if page.children and not named:
        raise NotAllowed("Du kan se runden, men ikke skrive listen ud. Tal med lederen.")
    here = [one for one in page.children if one.id in named]
    house = session.houses()[page.round.dagtilbud]
    made = Wording(library, page.round)
    rooms: dict[str, list[RoomRow]] = {}
    for one in sorted(here, key=lambda one: (house.stue_name(one.child.stue), one.child.name)):
        rooms.setdefault(house.stue_name(one.child.stue) or _NO_STUE, []).append(_row(one, made))
    hidden = sum(one.child.hide_house for one in page.children)
    return RoomListPaper(
        imprint=house_imprint(session, house, _PURPOSE),
        round=called(page.round, ", ".join(name for _, name in page.stuer)),
        period=danish.day_span(page.round.first, page.round.last),
        strip=_progress(here),
        rooms=tuple((name, tuple(rows)) for name, rows in rooms.items()),
        note=_left_out(hidden),
    )


def _progress(here: list[ChildInRound]) -> tuple[StripFact, ...]:
    asked = [one for one in here if one.stand is not Stand.UDELADT]
    done = sum(one.stand is Stand.FAELLES for one in asked)
    return (StripFact("Set sammen", f"{done} af {len(asked)}"),) if asked else ()


def _left_out(hidden: int) -> str:
    if not hidden:
        return ""
    many = danish.count(hidden, "barn står", "børn står", spelled=True, neuter=True)
    return f"{danish.capital(many)} ikke på listen, fordi det ikke må kunne ses, hvor barnet går."


class Wording:
    """Where a child stands, in the words of the round's scale."""

    def __init__(self, library: Library, made: Round) -> None:
        self._scale = rules.scale_of(library, made)
        self._positions = library.positions

    def of(self, stored: Stored[Joint] | None) -> Stood:
        if stored is None:
            return Stood()
        record = stored.record
        word = self._positions.of(record.position).word
        number = record.overall if record.overall not in set(Position) else ""
        return Stood(f"{number} · {word}" if number else word, record.position)

    def of_step(self, key: str) -> Stood:
        """A step of this round's scale, or of another's that only the key is left of."""
        step = self._scale.step(key)
        if step is None:
            return Stood(
                key if key not in set(Position) else self._positions.of(Position(key)).word
            )
        return Stood(step.word, step.position)


def _row(one: ChildInRound, made: Wording) -> RoomRow:
    now = made.of(one.joint)
    if one.stand is Stand.UDELADT:
        now = Stood("Ikke denne gang")
    elif one.joint is None:
        now = Stood("Ikke set sammen endnu")
    look = one.joint.record.next_look if one.joint else None
    return RoomRow(
        name=one.child.short_name,
        now=now,
        before=made.of(one.before) if one.before else Stood("Ny i runden"),
        next_look=danish.day_of_month(look) if look else "",
    )


# the leader's overview


def look_at_overview(session: Session, library: Library, round_id: str) -> Pressed:
    """The round in numbers, as paper: of a round that is closed, for whoever leads it."""
    paper = overview_paper(session, overview(session, library, round_id))
    return Pressed(pressing.press(paper), pressing.sections(paper))


def overview_paper(session: Session, found: RoundOverview) -> OverviewPaper:
    """Raises Unclear while the round runs: two papers of it would tell of one child."""
    made = found.stored.record
    if made.status is not RoundState.LUKKET:
        raise Unclear(_RUNS)
    return OverviewPaper(
        imprint=house_imprint(session, session.houses()[made.dagtilbud], "At se huset som helhed."),
        round=called(made, found.stuer),
        period=danish.day_span(made.first, made.last),
        strip=_strip(found),
        tables=tuple(tables(found)),
        facts=done(found),
        how=HOW.format(least=found.counted.least),
        untold=untold(found),
    )


def _strip(found: RoundOverview) -> tuple[StripFact, ...]:
    rated = found.counted.rated
    return (
        StripFact("Set sammen", f"{rated} af {found.asked}" if rated else HIDDEN),
        StripFact("Vurderet til tiden", share(found.on_time)),
    )


def share(part: tuple[int, int] | None) -> str:
    """»17 af 19«; what may not be seen is said so."""
    return f"{part[0]} af {part[1]}" if part else HIDDEN


def done(found: RoundOverview) -> tuple[Fact, ...]:
    """What came of concern and strong concern, as shares."""
    return (
        Fact("I bekymring, hvor vi gør noget nyt", share(found.counted.with_action)),
        Fact("I bekymring, hvor vi har talt med forældrene siden", share(found.counted.with_talk)),
    )


def tables(found: RoundOverview) -> Iterator[CountTable]:
    """Each count as it may be shown; what says nothing beside the others is left out."""
    counted = found.counted
    total = (number(counted.rated),)
    heads = tuple(_stood(found, (one,)) for one in POSITIONS)
    cells = tuple(map(number, counted.positions))
    yield CountTable(
        heading="Hvor børnene står",
        first="",
        columns=(*heads, Stood("I alt")),
        lines=((Stood("Alle"), (*cells, *total)),),
    )
    for heading, first, table in (
        ("Stue for stue", "Stue", counted.by_stue),
        ("Alder", "Alder", counted.by_age),
        ("Køn", "Køn", counted.by_sex),
    ):
        if table is not None and table.tells:
            yield _groups(heading, first, table, heads)
    if counted.moved is not None and counted.moved.tells and found.since is not None:
        yield _moves(found, counted.moved, f"Siden runden {danish.day(found.since)}")


def untold(found: RoundOverview) -> str:
    """Which tables are left out since all of their numbers are too small."""
    counted = found.counted
    named = (
        ("stue", counted.by_stue),
        ("alder", counted.by_age),
        ("køn", counted.by_sex),
        ("hvad der har flyttet sig", counted.moved),
    )
    gone = [name for name, table in named if table is not None and not table.tells]
    if not gone:
        return ""
    return (
        f"Tal om {danish.join_and(gone)} er skjult, fordi de er så små, at de kan pege på et barn."
    )


def _groups(heading: str, first: str, table: Table, heads: tuple[Stood, ...]) -> CountTable:
    rows = zip(table.lines, table.shown.cells, table.shown.rows, strict=True)
    return CountTable(
        heading=heading,
        first=first,
        columns=(*heads, Stood("I alt")),
        lines=tuple(
            (Stood(danish.capital(name)), (*map(number, cells), number(total)))
            for name, cells, total in rows
        ),
    )


def _moves(found: RoundOverview, table: Table, heading: str) -> CountTable:
    sides = [_stood(found, one) for one in table.columns]
    return CountTable(
        heading=heading,
        first="Række: sidst. Kolonne: nu.",
        columns=tuple(sides),
        lines=tuple(
            (start, tuple(map(number, cells)))
            for start, cells in zip(sides, table.shown.cells, strict=True)
        ),
        note="Kun børn, der er set sammen i begge runder.",
    )


def _stood(found: RoundOverview, positions: tuple[Position, ...]) -> Stood:
    """The shape and the word; where two are laid together the words alone."""
    said = danish.join_and([found.words[one].lower() for one in positions])
    return Stood(danish.capital(said), positions[0] if len(positions) == 1 else None)


def number(count: int | None) -> str:
    return HIDDEN if count is None else str(count)
