"""The wholes of a figure and its parts, told in chains of their own, held up against each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tvaerfaglig.domain.figures.chain import Chain, Key
from tvaerfaglig.domain.figures.subtracting import tells_of_a_few


class Beside:
    """What is told of a figure's wholes and of its parts, held up against each other."""

    def __init__(self, each: Chain, parts: int, least: int) -> None:
        self._each, self._parts, self._least = each, parts, least
        self._at = {key: nr * parts for nr, key in enumerate(each.keys)}
        self._heads = [column for columns in each.cells for column in columns]
        self._rows: list[set[int]] = []

    def add(self, told: Iterable[Sequence[Key]], parts: Sequence[int]) -> None:
        for keys in told:
            at = [self._at[key] for key in keys if key in self._at]
            self._rows.append({one + part for one in at for part in parts})

    def tells(self) -> bool:
        return tells_of_a_few(self._rows, self._heads, self._least)

    def takes(self, part: int) -> bool:
        """Lay in a part of everything where that tells of nobody."""
        self.add([self._each.keys], [part])
        if not self.tells():
            return True
        self._rows.pop()
        return False
