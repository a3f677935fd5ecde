"""Attendance on paper: the group's own list for a pen or as it went, and one family's sheet with nobody else on it."""

from __future__ import annotations

from collections.abc import Iterator

from tvaerfaglig.printouts.composing.commonplaces import facts
from tvaerfaglig.printouts.composing.stueliste import BIN
from tvaerfaglig.printouts.outline import Note, Outline, Part, Prose, Rows, Section, Strip, side
from tvaerfaglig.printouts.papers.efforts import FamilyAttendancePaper, GroupAttendancePaper
from tvaerfaglig.printouts.papers.parts import GUARDED, Fact

KEY = "✓ er til stede, – er ikke til stede. Tomme felter er til at skrive i."
ONE_FAMILY = "Arket er kun om jer. Er der andre familier med, har de deres eget."
NOBODY = "Der er ingen familier på listen, som du kan se."
_ACROSS, _UP = 252.0, 165.0
_NAME, _PER_TABLE = 44.0, 16
_MOST_UPRIGHT = 4
_LONGEST = 24


def compose_group(paper: GroupAttendancePaper) -> Outline:
    """Lying down: a family a row, so many days across as can be written in."""
    return Outline(
        title="Fremmødeliste",
        imprint=paper.imprint,
        subtitle=paper.effort,
        head=facts(Fact("Gange", paper.period), Fact("Ledes af", paper.led_by)),
        secrecy="Strengt fortroligt" if paper.guarded else "Fortroligt",
        banner=GUARDED if paper.guarded else "",
        wide=True,
        sections=(
            *_tables(paper),
            *side("Husk", Note(KEY), Note(paper.note), Note(BIN)),
        ),
    )


def _tables(paper: GroupAttendancePaper) -> Iterator[Section]:
    if not paper.rows:
        yield Part("Familierne", (Prose(NOBODY),))
        return
    for first in range(0, max(len(paper.days), 1), _PER_TABLE):
        days = paper.days[first : first + _PER_TABLE]
        wide = (_ACROSS - _NAME) / max(len(days), 1)
        rows = tuple((name, *cells[first : first + _PER_TABLE]) for name, cells in paper.rows)
        table = Rows(
            ("Barn", *map(_head, days)),
            rows,
            (_NAME, *(min(wide, 24.0) for _ in days)),
            bold=0,
            pen=True,
        )
        yield Part("Familierne" if first == 0 else "Familierne, fortsat", (table,), room=40)


def _head(word: str) -> str:
    """The head of a narrow column: one that fills a page fits none."""
    return word if len(word) <= _LONGEST else f"{word[: _LONGEST - 1]}…"


def compose_family(paper: FamilyAttendancePaper) -> Outline:
    many = len(paper.people) > _MOST_UPRIGHT
    return Outline(
        title="Fremmøde",
        imprint=paper.imprint,
        subject=paper.child.subject,
        subtitle=paper.effort,
        secrecy="Strengt fortroligt" if paper.guarded else "Fortroligt",
        banner=GUARDED if paper.guarded else "",
        wide=many,
        sections=(
            *((Strip(paper.strip[:4]),) if paper.strip and not many else ()),
            Part("Gang for gang", (_family_table(paper, many=many), Note(KEY, wide=True)), room=60),
            *side("Jeres ark", Note(ONE_FAMILY)),
        ),
    )


def _family_table(paper: FamilyAttendancePaper, *, many: bool) -> Rows:
    full, count = (_ACROSS if many else _UP), max(len(paper.people), 1)
    person = min(17.0, (full - 104) / count)
    theme = full - 9 - 27 - 30 - person * len(paper.people)
    rows = tuple((one.nr, one.day, one.theme, *one.cells, one.remark) for one in paper.days)
    head = ("Nr.", "Dag", "Emne", *map(_head, paper.people), "Bemærkning")
    widths = (9, 27, theme, *(person for _ in paper.people), 30)
    return Rows(head, rows, widths, bold=0, pen=True)
