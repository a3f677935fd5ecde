"""A snapshot of one underretning for the writing help: everything a rule may look at, and no more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, time

from tvaerfaglig.domain.danish import first_name, months_between
from tvaerfaglig.domain.people import Child, Dagtilbud, Parent, Staff
from tvaerfaglig.domain.protection import Guard
from tvaerfaglig.domain.quality.evidence.log import Log
from tvaerfaglig.domain.underretning import Informed, Row, Underretning

_SPEAKS_FROM_MONTHS = 18
"""Before about a year and a half a child tells with body, look and sound."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """The draft as it stands, with the day it is read on.

    `sections` holds the prose by section id, `log` all that was written about the child, `dated` the day
    of the letter itself. `writers` are the staff who sign, `private` what must not stand in it: staff's
    own telephones and addresses.
    """

    child: Child
    head: Underretning
    house: Dagtilbud | None = None
    guard: Guard | None = None
    title: str = "Underretning"
    sections: Mapping[str, str] = field(default_factory=dict)
    rows: tuple[Row, ...] = ()
    left_out: tuple[str, ...] = ()
    log: Log = field(default_factory=Log)
    writers: tuple[Staff, ...] = ()
    private: tuple[str, ...] = ()
    dated: date | None = None
    today: date
    at: time | None = None

    def text(self, section: str) -> str:
        return self.sections.get(section, "")

    def is_written(self, section: str) -> bool:
        return bool(self.text(section).strip())

    def prose(self) -> Iterator[tuple[str, str]]:
        """Every section that holds words; those about parents only while they may be there."""
        for section, text in self.sections.items():
            if text.strip() and not (self.hides_parents and section == "foraeldre"):
                yield section, text

    @property
    def hides_parents(self) -> bool:
        return self.guard is not None and self.guard.hides_parents

    @property
    def is_guarded(self) -> bool:
        """Violence or abuse is suspected, by whomever."""
        return self.guard is not None and self.guard.lifted_on is None

    @property
    def is_unborn(self) -> bool:
        return self.child.born is None and self.child.due is not None

    @property
    def name(self) -> str:
        """What the questions call the child."""
        return "barnet" if self.is_unborn else first_name(self.child.name) or "barnet"

    @property
    def tells_in_words(self) -> bool:
        """Old enough that words can be asked for; an unknown age is taken for old enough."""
        born = self.child.born
        if born is None:
            return not self.is_unborn
        return months_between(born, self.today) >= _SPEAKS_FROM_MONTHS

    @property
    def holders(self) -> tuple[Parent, ...]:
        """Those to be told and heard: who holds custody, or all parents where that is not known."""
        return self.child.custody_holders or self.child.parents

    def informed(self, parent: Parent) -> Informed:
        """What is noted about one parent; a blank note where nothing is."""
        noted = (each for each in self.head.informed if each.parent == parent.id)
        return next(noted, Informed(parent=parent.id))


def called(parent: Parent) -> str:
    """What one calls a parent in a question: mor, far, or the name."""
    return parent.relation or parent.name
