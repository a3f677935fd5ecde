"""The roll: one family at a time, and it is not called until everyone is answered for.

There is no way past a family: `answer` is always for the first that has none, `back` takes the last away.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from tvaerfaglig.domain.efforts.records import Enrolment, EnrolmentState, Presence, Stand, There
from tvaerfaglig.domain.stored import Stored

_ON_THE_ROLL = frozenset({EnrolmentState.MED, EnrolmentState.AFSLUTTET, EnrolmentState.FALDET_FRA})


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What is said of one family: who of it is there (`people`, by person), or why nobody is."""

    enrolment: str
    people: tuple[str, ...] = ()
    reason: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class RollCall:
    """The families of a day in their order, and the marks so far: always of the first ones, none between."""

    families: tuple[str, ...]
    marks: tuple[Mark, ...] = ()

    @property
    def next(self) -> str:
        """The family that is asked for now; empty when the roll is called."""
        at = len(self.marks)
        return self.families[at] if at < len(self.families) else ""

    @property
    def is_whole(self) -> bool:
        return not self.next

    def answer(self, people: tuple[str, ...] = (), reason: str = "", note: str = "") -> RollCall:
        """The answer for the family that is asked for. Somebody there, or a reason: else it is no answer."""
        if self.is_whole or not (people or reason.strip()):
            return self
        made = Mark(
            enrolment=self.next, people=people, reason="" if people else reason.strip(), note=note
        )
        return replace(self, marks=(*self.marks, made))

    def back(self) -> RollCall:
        return replace(self, marks=self.marks[:-1])

    def resumed(self, marks: Iterable[Mark]) -> RollCall:
        """Where one left it: the families with an answer first, in the order they were called; then the rest.

        A family that came or went meanwhile changes no other's answer.
        """
        kept = {one.enrolment: one for one in marks if one.enrolment in self.families}
        rest = tuple(one for one in self.families if one not in kept)
        return RollCall((*kept, *rest), tuple(kept.values()))


def on_the_roll(enrolments: list[Stored[Enrolment]], day: date) -> tuple[Stored[Enrolment], ...]:
    """Those who were in it that day, in the order they began; also who has left it since."""
    here = [
        one for one in enrolments if one.record.status in _ON_THE_ROLL and one.record.was_in_on(day)
    ]
    return tuple(sorted(here, key=lambda one: (one.record.from_day or day, one.id)))


def presence(stored: Stored[Enrolment], session: str, day: date, mark: Mark) -> Presence:
    """The mark as it is kept: everyone of the family, there or not."""
    made = stored.record
    there = tuple(
        There(
            person=one.person,
            called=one.called,
            stand=Stand.TIL_STEDE if one.person in mark.people else Stand.IKKE,
        )
        for one in made.people
    )
    return Presence(
        effort=made.effort, session=session, enrolment=stored.id, child=made.child, day=day,
        there=there, reason="" if mark.people else mark.reason.strip(), note=mark.note.strip(),
    )  # fmt: skip
