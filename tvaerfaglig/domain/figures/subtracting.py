"""Whether some of what is told, taken together with and from one another, is about a few: tried, not assumed.

Every number told is a row of cells. A group of cells can be worked out when the rows can be taken so many times each,
added and taken away, that those cells are left once and no other at all. Then they cannot move, all together, while
every row stays; and one way of moving, by chance, stands for all of them: that a group does not move in it though it
may move in others happens once in 10^18.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import combinations

Vector = dict[int, int]
_PRIME = (1 << 61) - 1
_MANY = 250
"""So many small atoms are not gone through, but taken to give somebody away."""


def tells_of_a_few(
    rows: Iterable[AbstractSet[int]], heads: Sequence[AbstractSet[str]], least: int
) -> bool:
    """`heads` are the children of each cell; one with nobody in it may be in any row."""
    atoms = _atoms(rows, heads)
    few = sum(len(each) < least for _, each in atoms)
    if not few or few > _MANY:
        return bool(few)
    ways = _ways([inside for inside, _ in atoms])
    return any(
        len(set().union(*chosen)) < least
        for chosen in _staying(
            [(way, each) for way, (_, each) in zip(ways, atoms, strict=True) if len(each) < least]
        )
    )


def _atoms(
    rows: Iterable[AbstractSet[int]], heads: Sequence[AbstractSet[str]]
) -> list[tuple[tuple[int, ...], set[str]]]:
    """Cells that are in the same rows, as one: the rows, and the children."""
    of: defaultdict[int, list[int]] = defaultdict(list)
    for nr, row in enumerate(rows):
        for cell in row:
            if heads[cell]:
                of[cell].append(nr)
    found: defaultdict[tuple[int, ...], set[str]] = defaultdict(set)
    for cell, inside in of.items():
        found[tuple(inside)] |= heads[cell]
    return list(found.items())


def _ways(atoms: Sequence[tuple[int, ...]]) -> list[int]:
    """How each atom moves in one way, by chance, in which no row does."""
    chance = random.Random(1)  # noqa: S311 (nothing is kept secret by it)
    basis = _basis(atoms)
    ways = [0 if at in basis else chance.randrange(_PRIME) for at in range(len(atoms))]
    for lead, row in basis.items():
        ways[lead] = -sum(times * ways[at] for at, times in row.items() if at != lead) % _PRIME
    return ways


def _basis(atoms: Sequence[tuple[int, ...]]) -> dict[int, Vector]:
    """The rows, reduced: the leading atom of each is in no other."""
    basis: dict[int, Vector] = {}
    for row in _rows(atoms):
        for at in [one for one in row if one in basis]:
            _take(row, basis[at], row[at])
        if not row:
            continue
        lead = min(row)
        turned = pow(row[lead], -1, _PRIME)
        for at in row:
            row[at] = row[at] * turned % _PRIME
        for other in basis.values():
            if lead in other:
                _take(other, row, other[lead])
        basis[lead] = row
    return basis


def _rows(atoms: Sequence[tuple[int, ...]]) -> Iterable[Vector]:
    rows: defaultdict[int, Vector] = defaultdict(dict)
    for at, inside in enumerate(atoms):
        for nr in inside:
            rows[nr][at] = 1
    return rows.values()


def _take(row: Vector, other: Vector, times: int) -> None:
    for at, value in other.items():
        left = (row.get(at, 0) - value * times) % _PRIME
        if left:
            row[at] = left
        else:
            row.pop(at, None)


def _staying(few: Sequence[tuple[int, AbstractSet[str]]]) -> Iterator[tuple[AbstractSet[str], ...]]:
    """Up to four atoms that together do not move."""
    pairs: defaultdict[int, list[tuple[AbstractSet[str], ...]]] = defaultdict(list)
    for way, heads in few:
        if not way:
            yield (heads,)
    for (one, mine), (other, hers) in combinations(few, 2):
        pairs[(one + other) % _PRIME].append((mine, hers))
    yield from pairs[0]
    for way, heads in few:
        yield from ((*each, heads) for each in pairs.get(-way % _PRIME, ()))
    for total, each in pairs.items():
        opposite = pairs.get(-total % _PRIME, ())
        yield from ((*one, *other) for one in each for other in opposite)
