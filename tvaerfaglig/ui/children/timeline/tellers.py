"""Which words each kind of record stands with on the timeline."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from tvaerfaglig.domain.attendance import Attendance
from tvaerfaglig.domain.concern import Concern, NotNow, PositionSet
from tvaerfaglig.domain.contact import Absence, FamilyEvent, ParentContact, ParentRemark
from tvaerfaglig.domain.efforts.logs import VisitLog
from tvaerfaglig.domain.efforts.records import Enrolment, Phase
from tvaerfaglig.domain.efforts.sheets import Sheet
from tvaerfaglig.domain.emergency import Emergency
from tvaerfaglig.domain.follow_up import Contacted, Journalled, LookAgain, Reminder
from tvaerfaglig.domain.handing_over import HandedOver
from tvaerfaglig.domain.konsultation import Konsultation
from tvaerfaglig.domain.observation import Observation
from tvaerfaglig.domain.protection import Guard, Samtykke, Sharing
from tvaerfaglig.domain.rounds.records import Joint
from tvaerfaglig.domain.snooze import Snoozed
from tvaerfaglig.domain.statusudtalelser.records import (
    StatusFinished,
    StatusStep,
    Statusudtalelse,
)
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.domain.tovholder import Tovholder
from tvaerfaglig.domain.underretning import Finished, Step, Underretning
from tvaerfaglig.domain.visiting.contribution import Contribution
from tvaerfaglig.ui.children.timeline import (
    after_letters,
    guarded,
    happened,
    indsatser,
    letters,
    weighed,
)
from tvaerfaglig.ui.children.timeline.telling import Telling
from tvaerfaglig.ui.children.told import Told, dotted

_TELLERS: dict[type[Any], Callable[[Telling, Stored[Any]], Told]] = {
    Observation: happened.observation,
    ParentContact: happened.talk,
    ParentRemark: happened.remark,
    Konsultation: happened.konsultation,
    Absence: happened.absence,
    Attendance: happened.attendance,
    FamilyEvent: happened.family,
    Concern: weighed.concern,
    PositionSet: weighed.position,
    Joint: weighed.joint,
    Enrolment: indsatser.place,
    Phase: indsatser.phase,
    Sheet: indsatser.sheet,
    VisitLog: indsatser.visit,
    NotNow: weighed.not_now,
    Tovholder: weighed.tovholder,
    Snoozed: weighed.snoozed,
    Contribution: happened.contribution,
    Underretning: letters.letter,
    Statusudtalelse: letters.status,
    StatusFinished: letters.status_finished,
    StatusStep: letters.status_step,
    Finished: letters.finished,
    Step: letters.step,
    Contacted: after_letters.contacted,
    Reminder: after_letters.reminder,
    LookAgain: after_letters.look_again,
    Journalled: after_letters.journalled,
    Samtykke: guarded.samtykke,
    Sharing: guarded.sharing,
    HandedOver: guarded.handed_over,
    Guard: guarded.guard,
    Emergency: guarded.emergency,
}


def tell(telling: Telling, stored: Stored[Any]) -> Told:
    """The words of one entry, whatever its kind."""
    told = _TELLERS[type(stored.record)](telling, stored)
    both = "to har skrevet samtidig, begge udgaver er gemt" if stored.conflict else ""
    return replace(told, source=dotted(told.source, both)) if both else told
