"""What can be worked out of numbers that are told, by exact elimination: sums and differences of any of them.

A number is a row over unknowns: how many there are of a sort, in a piece of a house's time. Whoever reads is taken to
know where nobody is; so that something is told as 0 tells her nothing new.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from itertools import combinations

PRIME = (1 << 61) - 1
Row = frozenset[int]


def given_away(
    told: AbstractSet[Row], whose: Mapping[int, AbstractSet[str]], least: int
) -> frozenset[str]:
    """A group of fewer than `least` children whose number some combination of the told ones is; nobody if there is none."""
    rows = list(told - {frozenset()})
    columns: defaultdict[int, list[int]] = defaultdict(list)
    for nr, row in enumerate(rows):
        for unknown in row:
            columns[unknown].append(nr)
    alike: defaultdict[tuple[int, ...], set[str]] = defaultdict(set)
    for unknown, column in columns.items():
        alike[tuple(column)] |= whose[unknown]
    atoms = list(alike)
    moves = _moves(len(rows), atoms)
    few = [(moves[at], alike[one]) for at, one in enumerate(atoms) if len(alike[one]) < least]
    return next((each for each in _summing_to_nought(few) if len(each) < least), frozenset())


def _moves(rows: int, atoms: list[tuple[int, ...]]) -> list[int]:
    """One way, by chance, in which every atom may become another number while no row does.

    Atoms whose moves are nought together are, but for a chance in 10^18, told by the rows.
    """
    matrix = [[0] * len(atoms) for _ in range(rows)]
    for at, column in enumerate(atoms):
        for nr in column:
            matrix[nr][at] = 1
    basis = _basis(matrix)
    chance = random.Random(1)
    found = [0 if at in basis else chance.randrange(PRIME) for at in range(len(atoms))]
    loose = [at for at in range(len(atoms)) if at not in basis]
    for lead, row in basis.items():
        found[lead] = -sum(row[at] * found[at] for at in loose if row[at]) % PRIME
    return found


def _basis(matrix: list[list[int]]) -> dict[int, list[int]]:
    """Reduced, so that a leading column stands in its own row alone."""
    basis: dict[int, list[int]] = {}
    for row in matrix:
        left = row
        for lead, one in basis.items():
            if left[lead]:
                left = _less(left, one, left[lead])
        lead = next((at for at, value in enumerate(left) if value), None)
        if lead is None:
            continue
        turned = pow(left[lead], -1, PRIME)
        left = [value * turned % PRIME for value in left]
        for at, other in basis.items():
            if other[lead]:
                basis[at] = _less(other, left, other[lead])
        basis[lead] = left
    return basis


def _less(row: list[int], other: list[int], times: int) -> list[int]:
    return [(a - times * b) % PRIME if b else a for a, b in zip(row, other, strict=True)]


def _summing_to_nought(few: list[tuple[int, set[str]]]) -> Iterable[frozenset[str]]:
    """Up to four atoms, two and two: each holds a child at least."""
    yield from (frozenset(heads) for moves, heads in few if not moves)
    pairs: defaultdict[int, list[frozenset[str]]] = defaultdict(list)
    for (one, mine), (other, hers) in combinations(few, 2):
        pairs[(one + other) % PRIME].append(frozenset(mine | hers))
    yield from pairs[0]
    for moves, heads in few:
        yield from (each | heads for each in pairs.get(-moves % PRIME, ()))
    for total in [one for one in pairs if -one % PRIME in pairs]:
        for one in pairs[total]:
            yield from (one | each for each in pairs[-total % PRIME])
