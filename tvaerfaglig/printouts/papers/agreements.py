"""What stands on the list of somebody's agreements: by when, what, about whom, with whom."""

from __future__ import annotations

from dataclasses import dataclass

from tvaerfaglig.printouts.papers.parts import Imprint


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreedLine:
    due: str
    what: str
    about: str = ""
    who: str = ""
    effect: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreedGroup:
    """Those that stand alike: over, today, this week."""

    heading: str
    rows: tuple[AgreedLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementListPaper:
    """One person's, the house's or a child's; it names several children unless it is one child's."""

    imprint: Imprint
    whose: str
    as_of: str
    groups: tuple[AgreedGroup, ...] = ()
    several: bool = True
    guarded: bool = False
