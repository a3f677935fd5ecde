"""What grown people did in efforts, where it can tell of children all the same.

That a group met twelve times says nothing of a child; that a young mother's visits were called off says it of
her. So whole groups are told or hidden, by the children who had a place in what is counted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from tvaerfaglig.domain.figures.cut import Cut
from tvaerfaglig.domain.figures.telling import Heads
from tvaerfaglig.domain.suppression import shown_groups


def told_groups(heads: Sequence[AbstractSet[str]], least: int) -> list[bool]:
    """Which groups may be told of: one that is of no child at all always may."""
    some = [at for at, each in enumerate(heads) if each]
    seen = dict(zip(some, shown_groups([heads[at] for at in some], least), strict=True))
    return [seen.get(at, True) for at in range(len(heads))]


def told_apart(
    figure: str, heads: Sequence[Heads], cut: Cut, *, looked: bool = False
) -> list[bool]:
    """And may they be told beside all else that may be asked?"""
    apart = cut.tell.apart(figure, heads, looked=looked)
    alone = told_groups([everyone(each) for each in heads], cut.least)
    return list(map(all, zip(alone, apart, strict=True)))


def everyone(heads: Heads) -> AbstractSet[str]:
    return set().union(*heads.values()) if isinstance(heads, Mapping) else heads
