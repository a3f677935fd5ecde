"""Every kind of record the log can hold, by the word it is stored under."""

from __future__ import annotations

from tvaerfaglig.domain import (
    acts,
    attendance,
    concern,
    contact,
    emergency,
    follow_up,
    indsigt,
    konsultation,
    letter_beside,
    observation,
    own_words,
    people,
    protection,
    retention,
    staff_case,
    underretning,
)
from tvaerfaglig.domain.interview import told
from tvaerfaglig.domain.meetings import kind as meetings
from tvaerfaglig.domain.packs import pack
from tvaerfaglig.domain.record import Record
from tvaerfaglig.domain.statusudtalelser import records as statusudtalelser

KINDS: dict[str, type[Record]] = {
    kind.KIND: kind
    for kind in (
        people.Dagtilbud,
        people.Staff,
        people.Child,
        observation.Observation,
        contact.ParentContact,
        contact.ParentRemark,
        contact.Absence,
        attendance.Attendance,
        contact.FamilyEvent,
        concern.PositionSet,
        concern.Concern,
        concern.NotNow,
        protection.Sharing,
        protection.Samtykke,
        protection.Guard,
        staff_case.Sealed,
        emergency.Emergency,
        emergency.EmergencySeen,
        konsultation.Konsultation,
        konsultation.Agreement,
        underretning.Underretning,
        underretning.Section,
        underretning.Finished,
        underretning.Step,
        underretning.Comment,
        underretning.Dismissed,
        follow_up.Contacted,
        follow_up.LookAgain,
        follow_up.Reminder,
        follow_up.Journalled,
        told.Told,
        statusudtalelser.Statusudtalelse,
        statusudtalelser.StatusFinished,
        statusudtalelser.StatusStep,
        letter_beside.Proposal,
        letter_beside.ProposalAnswer,
        letter_beside.WhyChanged,
        indsigt.Indsigt,
        acts.Read,
        acts.Printed,
        acts.BackedUp,
        acts.CopiesGone,
        acts.CprShown,
        acts.Erased,
        acts.Link,
        acts.Attachment,
        acts.Settings,
        acts.ListBroughtIn,
        acts.ColumnsChosen,
        own_words.OwnWords,
        pack.KeptPack,
        pack.PackChosen,
        meetings.KeptMeetingKind,
        meetings.MeetingKindsPutAway,
        retention.PeriodChosen,
        retention.Hold,
    )
}
