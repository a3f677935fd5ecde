"""Hours that efforts took: of volunteers, of substitutes, of praktik, of preparation."""

from __future__ import annotations

from dataclasses import dataclass

from tvaerfaglig.domain.efforts.logs import HoursFor
from tvaerfaglig.domain.figures.cut import Cut, Split
from tvaerfaglig.domain.figures.deeds import told_apart
from tvaerfaglig.domain.figures.facts import Facts


@dataclass(frozen=True, slots=True)
class HoursUsed:
    """One group's minutes by what they went to; None is hidden."""

    group: str
    minutes: tuple[tuple[HoursFor, int | None], ...]

    def of(self, went_to: HoursFor) -> int | None:
        return dict(self.minutes)[went_to]


def hours_used(facts: Facts, cut: Cut, split: Split) -> tuple[HoursUsed, ...]:
    """By the day they were used on. Hours of fewer than five children's efforts are hidden."""
    row = range(len(split.names))
    sums = [dict.fromkeys(HoursFor, 0) for _ in row]
    heads: list[dict[HoursFor, dict[str, frozenset[str]]]] = [
        {one: {} for one in HoursFor} for _ in row
    ]
    for one in facts.used:
        if not cut.takes(one.house, one.day) or not cut.wants(one.kind, one.tags):
            continue
        group = split.of(one.house, one.day)
        if group is not None:
            sums[group][one.went_to] += one.minutes
            which = f"{one.day} {one.kind} {one.tags} {one.children}"
            heads[group][one.went_to][which] = frozenset(one.children)
    told = {
        use: told_apart(f"timer/{use}", [heads[at][use] for at in row], cut) for use in HoursFor
    }
    return tuple(
        HoursUsed(name, tuple((use, sums[at][use] if told[use][at] else None) for use in HoursFor))
        for at, name in enumerate(split.names)
    )
