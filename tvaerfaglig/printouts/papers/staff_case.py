"""What stands on a sealed case about a member of staff, printed by one of its parties."""

from __future__ import annotations

from dataclasses import dataclass

from tvaerfaglig.printouts.papers.parts import Imprint


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffCaseEntry:
    """What was seen on a day, and apart from it what the one who wrote it thinks."""

    date: str
    time: str = ""
    place: str = ""
    seen: str = ""
    seen_by: str = ""
    thought: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffCasePaper:
    """A sealed case about a member of staff, printed by one of its parties."""

    imprint: Imprint
    concerning: str
    writer: str
    leader: str = ""
    children: str = ""
    entries: tuple[StaffCaseEntry, ...] = ()
    leader_did: str = ""
    next_step: str = ""
    next_on: str = ""
    closed: str = ""
