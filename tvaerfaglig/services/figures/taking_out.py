"""Figures as a spreadsheet: anonymous counts with their definitions, and the national five by themselves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from tvaerfaglig.domain.acts import Printed
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.figures.definitions import Definition
from tvaerfaglig.exchange.sheets import Sheet, as_csv, as_xlsx
from tvaerfaglig.services.figures import as_rows, rules
from tvaerfaglig.services.figures.page import FiguresPage, Wanted
from tvaerfaglig.services.figures.reading import figures
from tvaerfaglig.services.lists.tables import Form
from tvaerfaglig.services.session import Session


class Which(StrEnum):
    """`LANDSSTATISTIK` are the five things that the national statistics of underretninger hold."""

    TAL = "tal"
    LANDSSTATISTIK = "landsstatistik"

    @property
    def word(self) -> str:
        return {"tal": "tal", "landsstatistik": "underretninger som i landsstatistikken"}[
            self.value
        ]


@dataclass(frozen=True, slots=True)
class TakenFigures:
    """A table as a file, ready to be saved. It tells of nobody."""

    document: str
    content: bytes
    rows: int


def take_out(session: Session, wanted: Wanted, which: Which, form: Form) -> TakenFigures:
    """What the page shows, as the bytes of a file; what is hidden there is hidden in it."""
    page = figures(session, wanted)
    sheet, notes = _sheet(page, which), _notes(page, which)
    content = as_xlsx(sheet, notes) if form is Form.XLSX else as_csv(_in_one(sheet, notes))
    return TakenFigures(which.word, content, len(sheet.rows))


def note_taken(session: Session, taken: TakenFigures, purpose: str, receiver: str) -> Changes:
    """Note that counts left the program: what for and to whom, and nobody's name."""
    rules.houses_led(session)
    with session.write() as pen:
        pen.put(
            Printed(
                document=taken.document,
                how="har gemt som regneark",
                purpose=purpose.strip(),
                receiver=receiver.strip(),
                at=session.now.isoformat(timespec="minutes"),
            )
        )
        return pen.changes


def _sheet(page: FiguresPage, which: Which) -> Sheet:
    if which is Which.LANDSSTATISTIK:
        found = as_rows.national(page.figures)
        return Sheet(
            "Landsstatistik",
            ("Oplysning", "Svar", "Antal underretninger"),
            tuple((one.what, one.measure, one.value) for one in found),
        )
    return Sheet(
        "Tal",
        ("Tal", "Hvad", "Gruppe", "Måles", "Værdi", "Enhed"),
        tuple(
            (
                page.definitions.of(one.figure).name,
                one.what,
                one.group,
                one.measure,
                one.value,
                one.unit,
            )
            for one in as_rows.rows(page.figures, page.definitions)
        ),
    )


def _notes(page: FiguresPage, which: Which) -> Sheet:
    words = page.definitions
    about = [
        ("Hvad der er talt", page.counted),
        ("Skjult", words.hidden),
        ("Ikke årsag", words.no_cause),
        ("Ingen rangorden", words.no_ranking),
        ("Midten", words.middle),
        ("Halvdelen nået", words.half),
    ]
    told = {"landsstatistik"} if which is Which.LANDSSTATISTIK else _told(page)
    for one in words.figures:
        if one.id in told:
            about += [(one.name, said) for said in _defined(one)]
    return Sheet("Sådan læses tallene", ("Om", "Forklaring"), tuple(about))


def _told(page: FiguresPage) -> set[str]:
    return {one.figure for one in as_rows.rows(page.figures, page.definitions)}


def _defined(one: Definition) -> Iterator[str]:
    yield one.what
    yield f"Det tæller: {one.counts}"
    yield f"Perioden: {one.placed}"
    if one.not_yet:
        yield f"Endnu ikke: {one.not_yet}"
    if one.beware:
        yield f"Pas på: {one.beware}"


def _in_one(sheet: Sheet, notes: Sheet) -> Sheet:
    """A CSV file is one table: the notes stand under the numbers, in its first two columns."""
    wide = len(sheet.headings)
    under = tuple((*row, *("" for _ in range(wide - len(row)))) for row in notes.rows)
    blank = tuple("" for _ in range(wide))
    head = (*notes.headings, *("" for _ in range(wide - len(notes.headings))))
    return Sheet(sheet.name, sheet.headings, (*sheet.rows, blank, head, *under))
