"""One thing whose period is over, as the leader is asked about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tvaerfaglig.domain.retention import Verdict


@dataclass(frozen=True, slots=True)
class DueItem:
    """One thing whose period is over. `key` names it to the services; `child` is "" for what is about nobody."""

    key: str
    period: str
    child: str
    title: str
    what: str
    since: date
    verdict: Verdict
    records: tuple[str, ...] = ()

    @property
    def whole(self) -> bool:
        """The child's whole file, and not single records."""
        return self.period == "sagen"
