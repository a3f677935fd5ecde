"""Which question comes next: through the letter in the outline's order, and round again."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from tvaerfaglig.domain.quality.finding import Finding

Number = Callable[[str], int]


def next_question(
    findings: Iterable[Finding], number: Number, *, current: str, section: str, by: int
) -> Finding | None:
    """The one after (1) or before (-1) the current; from none, the nearest from the section on."""
    order = sorted(findings, key=lambda one: number(one.section))
    if not order:
        return None
    places = [one.place for one in order]
    if current in places:
        return order[(places.index(current) + by) % len(order)]
    here = [one for one in order if one.section == section]
    if here:
        return here[0 if by > 0 else -1]
    own = number(section)
    if by > 0:
        return next((one for one in order if number(one.section) > own), order[0])
    return next((one for one in reversed(order) if number(one.section) < own), order[-1])
