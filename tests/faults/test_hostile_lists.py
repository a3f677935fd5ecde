"""Lists from outside, of children and of who came: any cell is a cell, asked about or left out, and no page falls over it."""

from __future__ import annotations

import contextlib
import random
from datetime import date, datetime
from typing import Any

from tests.faults.plain_words import plain
from tvaerfaglig.domain.errors import ForPeople
from tvaerfaglig.domain.lists.attendance_rows import Crosses
from tvaerfaglig.exchange.listed import Listed
from tvaerfaglig.services import waiting
from tvaerfaglig.services.children import timeline
from tvaerfaglig.services.figures.page import Wanted as Figures
from tvaerfaglig.services.figures.reading import figures
from tvaerfaglig.services.lists import attendance, child_lists, opening, tables

HOUSE = "maelkeboetten"
CELLS: tuple[Any, ...] = (
    "", "x", "Alma Nowak", "Al\u200bma Nowak", "\u202eAlma", "=1+1", '=HYPERLINK("x")', "-2+3", "\t", "😀" * 50,
    "Maximiliane-" * 25, "1", "2.11.2026", "31.2.2026", "0001-01-01", "9999-12-31", "nan", "syg", None, 0, -1, 3.5,
    float("nan"), float("inf"), 10**30, date(1, 1, 1), date(9999, 12, 31), datetime(9999, 12, 31), True, "<b>x</b>",
    "\x00", "\ud800", "031322-0000", "Bertil Kjær", "November 2026", "{barn:alma}", "../../etc/passwd",
)  # fmt: skip
DAYS: tuple[Any, ...] = ("2.11.2026", "3.11.2026", date(2026, 11, 4), date(9999, 12, 31), "4.", 5)
FIELDS = ("Født", "CPR", "Stue", "Adresse", "Mor", "Mors telefon", "Indmeldt", "Udmeldt", "Sprog")


def listed(rng: random.Random, heads: tuple[Any, ...]) -> Listed:
    """A list that begins as one should, with anything in its cells."""
    wide = rng.randint(1, 6)
    top = ("Navn", *(rng.choice(heads) for _ in range(wide)))
    who = ("Alma Nowak", "Bertil Kjær", "Bo Lind", rng.choice(CELLS))
    rows = [(name, *(rng.choice(CELLS) for _ in range(wide))) for name in who]
    return Listed(tuple(enumerate((top, *rows), 1)))


def attempt(session: Any, rng: random.Random, refused: list[str]) -> int:
    """Both kinds of list, as far as they come; the answer is how many came in."""
    came = 0
    try:
        opened = attendance.open_attendance(session, listed(rng, DAYS))
        look = attendance.look_at_attendance(session, opened, HOUSE, Crosses.PRESENT)
        attendance.bring_in_attendance(session, opened, HOUSE, Crosses.PRESENT, look)
        came += 1
    except ForPeople as refusal:
        refused.append(str(refusal))
    try:
        children = opening.open_children(session, listed(rng, FIELDS))
        wanted = child_lists.Wanted(HOUSE, children.columns)
        seen = child_lists.look(session, children, wanted)
        child_lists.bring_in(session, children, wanted, seen)
        came += 1
    except ForPeople as refusal:
        refused.append(str(refusal))
    return came


def test_no_cell_breaks_a_list_or_a_page(world, times):
    """40/2,000 lists: brought in or refused in words; afterwards Overblik, Tal, every child and every table open."""
    hanne, rng, refused = world.session("hanne"), random.Random(), list[str]()
    came = sum(attempt(hanne, rng, refused) for _ in range(times(40, 2000)))
    assert came
    for words in set(refused):
        plain(words)
    waiting.overview(hanne)
    figures(hanne, Figures())
    for child in hanne.children():
        timeline.timeline(hanne, child)
    for which in tables.Which:
        with contextlib.suppress(ForPeople):
            tables.take_out(hanne, which, tables.Form.XLSX)
    assert hanne.vault.examine().sound
