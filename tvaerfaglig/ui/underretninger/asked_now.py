"""Which questions stand where: three to a section and the rest behind *flere*, and what was laid away."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from tvaerfaglig.domain.quality.engine import Asked, at_most
from tvaerfaglig.domain.quality.finding import Finding


@dataclass(frozen=True, slots=True)
class Here:
    """What the panel shows of one section. `waiting` stand behind *flere*; `everywhere` are all that F8 reaches.

    Before the first answer nothing is `known`: that there is no question would be too much said.
    """

    section: str = ""
    shown: tuple[Finding, ...] = ()
    waiting: int = 0
    opened: bool = False
    elsewhere: int = 0
    away: tuple[Finding, ...] = ()
    away_elsewhere: int = 0
    everywhere: frozenset[str] = frozenset()
    known: bool = True


@dataclass(frozen=True, slots=True)
class AskedNow:
    """The newest answer of the writing help, and in which sections one has asked for more than three."""

    asked: Asked = field(default_factory=Asked)
    opened: frozenset[str] = frozenset()
    answered: bool = False

    def shown(self, current: str = "") -> tuple[Finding, ...]:
        """What stands in the panel and is dotted in the text; the one that is being answered stays."""
        first = at_most(_with_first(self.asked.open, current))
        chosen = {one.place for one in first}
        return tuple(
            one for one in self.asked.open if one.place in chosen or one.section in self.opened
        )

    def here(self, section: str, current: str = "") -> Here:
        shown = self.shown(current)
        mine = tuple(one for one in shown if one.section == section)
        all_mine = [one for one in self.asked.open if one.section == section]
        away = tuple(one for one in self.asked.away if one.section == section)
        return Here(
            section=section,
            shown=mine,
            waiting=len(all_mine) - len(mine),
            opened=section in self.opened and len(all_mine) > len(at_most(tuple(all_mine))),
            elsewhere=len(shown) - len(mine),
            away=away,
            away_elsewhere=len(self.asked.away) - len(away),
            everywhere=frozenset(one.place for one in shown),
            known=self.answered,
        )

    def without(self, finding: Finding) -> AskedNow:
        """It was laid away just now; the rules have not been asked again yet."""
        open_ones = tuple(one for one in self.asked.open if one.place != finding.place)
        return replace(self, asked=Asked(open_ones, (*self.asked.away, finding)))

    def opening(self, section: str, *, opened: bool) -> AskedNow:
        sections = self.opened | {section} if opened else self.opened - {section}
        return replace(self, opened=sections)


def _with_first(findings: Iterable[Finding], current: str) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda one: one.place != current))
