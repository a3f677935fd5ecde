"""Read the prose of the sheet for IT and DPO; what stands in braces is filled in from code and vault."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from tvaerfaglig.domain.resource import Table, once_each, read_toml

FILE = "til-it-og-dpo.toml"
MOST_COLUMNS = 3
_NAMED = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True, slots=True)
class SheetText:
    """One heading with its prose, its points, the rows of its table (the head first), and a note beneath."""

    id: str
    heading: str
    text: str
    points: tuple[str, ...]
    note: str
    rows: tuple[tuple[str, ...], ...] = ()

    def filled(self, facts: dict[str, str]) -> SheetText:
        """With every fact in its place; a name that nobody fills in is left standing, to be seen."""
        return replace(
            self,
            text=_filled(self.text, facts),
            points=tuple(_filled(point, facts) for point in self.points),
            note=_filled(self.note, facts),
        )

    @property
    def named(self) -> set[str]:
        return {
            name for words in (self.text, *self.points, self.note) for name in _NAMED.findall(words)
        }


@dataclass(frozen=True, slots=True)
class ItSheet:
    intro: str
    parts: tuple[SheetText, ...]


def _filled(words: str, facts: dict[str, str]) -> str:
    said = _NAMED.sub(lambda found: facts.get(found[1], found[0]), words)
    return " ".join(said.split())


def parse_it_sheet(text: str) -> ItSheet:
    top = read_toml(text, FILE)
    read = ItSheet(top.prose("kort"), tuple(_part(one) for one in top.tables("afsnit")))
    top.done()
    once_each((one.id for one in read.parts), FILE)
    return read


def _part(table: Table) -> SheetText:
    rows = tuple(
        tuple(cell.strip() for cell in line.split("|")) for line in table.texts("raekker", ())
    )
    if len({len(row) for row in rows}) > 1 or not all(1 < len(row) <= MOST_COLUMNS for row in rows):
        raise table.wrong(
            "alle »raekker« skal have lige mange celler, to eller tre, med | imellem."
        )
    read = SheetText(
        id=table.text("id"),
        heading=table.text("overskrift"),
        text=table.prose("tekst", ""),
        points=table.texts("punkter", ()),
        note=table.prose("note", ""),
        rows=rows,
    )
    table.done()
    return read
