"""What may be asked of the same children without telling of a few: everything told is made of whole atoms.

An atom is a part that nothing told ever divides, and it holds at least `least` children, or none. Whatever
is added to and taken from what is told is then atoms again, so a smaller group can never be worked out of it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from collections.abc import Set as AbstractSet

Cell = int
Columns = tuple[AbstractSet[str], ...]


class Atoms:
    """Cells are the smallest there is, each with its children in every column: that a column holds few counts, too."""

    def __init__(self, cells: Sequence[Columns], least: int) -> None:
        self._cells, self._least = cells, least
        some = frozenset(at for at, columns in enumerate(cells) if any(columns))
        self._of = dict.fromkeys(some, 0)
        self._atoms = {0: some} if some else {}

    @property
    def parts(self) -> Collection[AbstractSet[Cell]]:
        return self._atoms.values()

    def copy(self) -> Atoms:
        made = Atoms(self._cells, self._least)
        made._of, made._atoms = dict(self._of), dict(self._atoms)
        return made

    def holds(self, asked: Iterable[Cell]) -> bool:
        """Whether it is whole atoms, give or take cells with nobody in them."""
        inside = self._some(asked)
        return all(self._atoms[one] <= inside for one in {self._of[cell] for cell in inside})

    def admit(self, asked: Iterable[Cell], *, sure: bool = False) -> bool:
        """Divide by it where that leaves nobody few; True when it may be told. `sure`: it is told already."""
        inside = self._some(asked)
        cut = {self._of[cell] for cell in inside}
        parts = [(one, self._atoms[one] & inside, self._atoms[one] - inside) for one in cut]
        parts = [each for each in parts if each[2]]
        if not sure and not all(self._many(a) and self._many(b) for _, a, b in parts):
            return False
        for one, within, rest in parts:
            new = len(self._atoms)
            self._atoms[one], self._atoms[new] = rest, within
            self._of.update(dict.fromkeys(within, new))
        return True

    def _some(self, asked: Iterable[Cell]) -> frozenset[Cell]:
        return frozenset(asked) & self._of.keys()

    def _many(self, part: frozenset[Cell]) -> bool:
        return all(self._enough(part, column) for column in range(len(self._cells[min(part)])))

    def _enough(self, part: Iterable[Cell], column: int) -> bool:
        found: set[str] = set()
        for cell in part:
            found |= self._cells[cell][column]
            if len(found) >= self._least:
                return True
        return not found
