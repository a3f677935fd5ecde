"""A row of a list of children, read: what it says of the child, and what could not be understood."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tvaerfaglig.domain.cpr import Cpr, ask_about, parse_cpr, why_not_cpr
from tvaerfaglig.domain.danish import capital
from tvaerfaglig.domain.lists.cells import Cell, day_of, digits_of, why_no_day, words_of
from tvaerfaglig.domain.lists.headings import Field
from tvaerfaglig.domain.people import Sex

_SUMS = frozenset({"i alt", "ialt", "total", "antal", "sum", "antal børn"})
_OLDEST = 20
_LONGEST_WAIT = timedelta(days=300)
"""A birthday farther ahead than a child can be on its way is a wrong figure, and no due date."""
_TOO_FAR = (
    "Fødselsdagen ligger længere frem, end et barn kan være på vej. "
    "Barnet kommer med uden, hvis du lader den stå."
)
_SEXES = {
    **dict.fromkeys(("pige", "p", "k", "kvinde", "f"), Sex.PIGE),
    **dict.fromkeys(("dreng", "d", "m", "mand"), Sex.DRENG),
}
_PEOPLE = (
    (Field.MOTHER, Field.MOTHER_PHONE, "mor"),
    (Field.FATHER, Field.FATHER_PHONE, "far"),
    (Field.PARENT1, Field.PARENT1_PHONE, ""),
    (Field.PARENT2, Field.PARENT2_PHONE, ""),
)
_ONLY_DATE = re.compile(r"(\d{6})(?:\s*-?\s*[xX*•?]{2,4}|-)?")


@dataclass(frozen=True, slots=True)
class ReadParent:
    name: str
    phone: str = ""
    relation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadRow:
    """What one row says. Empty means that the list does not say; `notes` are half sentences."""

    number: int
    name: str
    born: date | None = None
    due: date | None = None
    sex: Sex = Sex.UKENDT
    cpr: str = ""
    address: str = ""
    stue: str = ""
    dagplejer: str = ""
    language: str = ""
    municipality: str = ""
    enrolled: date | None = None
    left: date | None = None
    parents: tuple[ReadParent, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def unreadable(self) -> str:
        """Why the row cannot be a child; empty when it can."""
        return "" if self.name.split() else "Der står ikke noget navn i rækken."


class _Row:
    """Cells by what they hold; gathers what to say about them."""

    def __init__(
        self, number: int, cells: Sequence[Cell], columns: Mapping[int, Field], today: date
    ) -> None:
        self.number, self.today = number, today
        self.notes: list[str] = []
        self._cells = {field: cells[at] for at, field in columns.items() if at < len(cells)}

    def words(self, field: Field) -> str:
        return words_of(self._cells.get(field))

    def cell(self, field: Field) -> Cell:
        return self._cells.get(field)

    def says_anything(self) -> bool:
        return any(words_of(cell) for cell in self._cells.values())

    def day(self, field: Field, what: str, without: str) -> date | None:
        cell = self.cell(field)
        if not words_of(cell):
            return None
        found = day_of(cell, self.today)
        if found is None:
            self.notes.append(f"{capital(why_no_day(what, cell))}. {without}")
        return found


def read_rows(
    rows: Sequence[tuple[int, Sequence[Cell]]],
    columns: Mapping[int, Field],
    today: date,
    *,
    asides: Mapping[int, Sequence[str]] | None = None,
    step: Callable[[int], None] = lambda _: None,
) -> Iterator[ReadRow]:
    """Every row that says something, in order; sums at the foot of a list are no children."""
    for done, (number, cells) in enumerate(rows):
        step(done)
        row = _Row(number, cells, columns, today)
        row.notes += (asides or {}).get(number, ())
        name = _name(row)
        alone = sum(bool(words_of(cell)) for cell in cells) <= 2
        if row.says_anything() and not (alone and name.casefold() in _SUMS):
            yield _read(row, name)


def _read(row: _Row, name: str) -> ReadRow:
    cpr, in_number = _cpr(row)
    born = (
        row.day(Field.BORN, "fødselsdagen", "Barnet kommer med uden, hvis du lader den stå.")
        or in_number
    )
    due = born if born and born > row.today else None
    if due and due > row.today + _LONGEST_WAIT:
        born = due = None
        row.notes.append(_TOO_FAR)
    elif due:
        row.notes.append("Fødselsdagen ligger frem i tiden. Den bliver skrevet som termin.")
    elif born is None:
        due = row.day(Field.DUE, "terminen", "Barnet kommer med uden, hvis du lader den stå.")
    elif born and row.today.year - born.year > _OLDEST:
        row.notes.append(f"Her står, at barnet er født i {born.year}. Er det den voksnes?")
    if cpr and (question := ask_about(cpr, born)):
        row.notes.append(question)
    return ReadRow(
        number=row.number,
        name=name,
        born=None if due else born,
        due=due,
        sex=_SEXES.get(row.words(Field.SEX).casefold(), Sex.UKENDT),
        cpr=str(cpr) if cpr else "",
        address=_address(row),
        stue=row.words(Field.STUE),
        dagplejer=row.words(Field.DAGPLEJER),
        language=row.words(Field.LANGUAGE),
        municipality=row.words(Field.MUNICIPALITY),
        enrolled=row.day(Field.ENROLLED, "indmeldelsen", "Barnet kommer med uden den."),
        left=row.day(Field.LEFT, "udmeldelsen", "Barnet står som indmeldt."),
        parents=tuple(_parents(row)),
        notes=tuple(row.notes),
    )


def _name(row: _Row) -> str:
    whole = row.words(Field.NAME)
    if not whole:
        whole = " ".join(filter(None, (row.words(Field.FIRST), row.words(Field.LAST))))
    elif whole.count(",") == 1:
        last, first = (part.strip() for part in whole.split(","))
        whole = f"{first} {last}".strip()
    return whole[:200]


def _cpr(row: _Row) -> tuple[Cpr | None, date | None]:
    text = digits_of(row.cell(Field.CPR))
    if not text:
        return None, None
    if text.isdecimal() and len(text) == 9:
        text = f"0{text}"
        row.notes.append("CPR-nummeret havde ni tal. Et 0 er sat foran.")
    number = parse_cpr(text)
    if number is not None:
        return number, number.born_on
    if (found := _ONLY_DATE.fullmatch(text)) and (born := day_of(found[1], row.today)):
        return None, born
    row.notes.append(f"{why_not_cpr(text)} Barnet kommer med uden nummer, hvis du lader det stå.")
    return None, None


def _address(row: _Row) -> str:
    street = row.words(Field.ADDRESS)
    town = " ".join(filter(None, (digits_of(row.cell(Field.POSTCODE)), row.words(Field.TOWN))))
    return ", ".join(filter(None, (street, town)))[:200] if street else ""


def _parents(row: _Row) -> Iterator[ReadParent]:
    for name, phone, relation in _PEOPLE:
        if words := row.words(name):
            yield ReadParent(words[:200], digits_of(row.cell(phone))[:40], relation)
