"""Read retention.toml: the periods that the program proposes, and the grounds to erase."""

from __future__ import annotations

from tvaerfaglig.domain.resource import Table, once_each, read_toml
from tvaerfaglig.domain.retention import MOST_MONTHS, Ground, Label, Period, Retention, Start

FILE = "retention.toml"
WHOLE_FILE = "sagen"
"""The period of a child's whole file; what is kept as long as that names it."""


def parse_retention(text: str) -> Retention:
    top = read_toml(text, FILE)
    read = Retention(
        periods=tuple(_period(one) for one in top.tables("periode")),
        grounds=tuple(_ground(one) for one in top.tables("grund")),
        caution=top.prose("forbehold"),
        checked_on=top.day("kontrolleret"),
        checked_by=top.text("af"),
    )
    top.done()
    once_each((one.id for one in read.periods), FILE)
    once_each((one.id for one in read.grounds), FILE)
    whole = read.period(WHOLE_FILE)
    if whole is None or whole.start is not Start.UDMELDT:
        raise top.wrong("perioden »sagen« mangler, eller den regnes ikke fra udmeldt.")
    if not any(one.early for one in read.grounds):
        raise top.wrong("der er ingen grund, der kan bruges før tid.")
    return read


def _period(table: Table) -> Period:
    start = Start(table.one_of("fra", Start))
    months = 0 if start is Start.SAGEN else table.number("maaneder")
    if start is not Start.SAGEN and not 1 <= months <= MOST_MONTHS:
        raise table.wrong(f"»maaneder« skal være fra 1 til {MOST_MONTHS}.")
    read = Period(
        id=table.text("id"),
        name=table.text("navn"),
        what=table.prose("hvad"),
        months=months,
        start=start,
        label=Label(table.one_of("maerkat", Label)),
        because=table.prose("bygger_paa"),
        source=table.text("kilde", ""),
    )
    table.done()
    if read.label is Label.KL and not read.source:
        raise table.wrong("en anbefaling skal have en »kilde«.")
    return read


def _ground(table: Table) -> Ground:
    read = Ground(
        id=table.text("id"),
        words=table.text("ord"),
        help=table.text("hjaelp"),
        early=table.flag("foer_tid"),
    )
    table.done()
    return read
