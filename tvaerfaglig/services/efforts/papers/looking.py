"""An effort's paper in the preview: made, read through for what should not leave, and noted as opened."""

from __future__ import annotations

from dataclasses import replace

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.efforts.form import FieldType
from tvaerfaglig.domain.efforts.kind import EffortKind, Subject
from tvaerfaglig.domain.efforts.records import EnrolmentState, SessionState
from tvaerfaglig.domain.efforts.sheets import Sheet
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.printouts.printing import Paper
from tvaerfaglig.services.children.guard import hides_parents
from tvaerfaglig.services.efforts import rules, sheets
from tvaerfaglig.services.efforts import visits as visit_log
from tvaerfaglig.services.efforts.papers import (
    courses,
    facts,
    handover,
    invitation,
    presence,
    team,
    visits,
    volunteers,
)
from tvaerfaglig.services.efforts.papers import sheets as sheet_papers
from tvaerfaglig.services.efforts.papers.handover import Wanted
from tvaerfaglig.services.efforts.papers.which import EffortPaper, Offered
from tvaerfaglig.services.efforts.shelf import kind_of
from tvaerfaglig.services.errors import Unclear
from tvaerfaglig.services.printing import caution, pressing
from tvaerfaglig.services.printing.pressing import Pressed
from tvaerfaglig.services.session import Session

_VISITS = 3
_NOT_THAT = "Det papir hører ikke til her."


def offered_to_effort(session: Session, effort_id: str) -> tuple[Offered, ...]:
    """The papers of the effort itself that the actor may make now, without any family's."""
    stored = rules.found(session, effort_id)
    kind, runs = kind_of(session, stored.record), rules.runs(session, stored.record)
    families = stored.record.subject.has_families
    found = [_plain(EffortPaper.INVITATION)] if _invites(kind) and stored.record.is_open else []
    if runs and team.has_team(kind):
        found.append(_plain(EffortPaper.TEAMLISTE))
    elif runs and families and kind.max_families != 1:
        list_, heading = EffortPaper.FREMMOEDELISTE, EffortPaper.FREMMOEDELISTE.heading
        found += [_plain(list_), Offered(list_, f"{heading}, tom til at skrive i", empty=True)]
    if stored.record.subject is Subject.HUS:
        found.append(_plain(EffortPaper.EMNER))
    found += _of_sheets(session, sheets.house_sheets(session, effort_id))
    return (*found, *_of_visits(session, effort_id, ""))


def offered_to_family(session: Session, enrolment_id: str) -> tuple[Offered, ...]:
    """The papers of one family that can be made now; while its parents must not be told, none for them.

    One that waits is asked, and has nothing else yet.
    """
    family = facts.family(session, enrolment_id)
    shut = hides_parents(session, family.child_id)
    asked = (_plain(EffortPaper.INVITATION),) if _invites(family.kind) else ()
    if family.place.record.status is EnrolmentState.VENTER:
        return () if shut else asked
    every = sheets.sheets(session, enrolment_id)
    found: list[Offered] = []
    if any(sheet_papers.is_status(one.record) for one in every) and family.kind.with_parents:
        found.append(_plain(EffortPaper.STATUS))
    if family.kind.phases:
        found.append(_to_family(EffortPaper.FASEPLAN))
    if facts.newest_with(family.kind, every, FieldType.UGE):
        found.append(_to_family(EffortPaper.UGEPLAN))
    found += _of_visits(session, family.place.record.effort, enrolment_id)
    if presence.families_come(family.kind):
        found.append(_plain(EffortPaper.FREMMOEDEARK))
    if family.effort.is_open:
        found += asked
    found = [*_beside(_of_sheets(session, every), found), *found]
    return tuple(one for one in found if not (shut and one.which.for_parents))


def _beside(own: list[Offered], plans: list[Offered]) -> list[Offered]:
    """The house's sheets, called so where a plan of the same name is made of them: nobody takes the wrong one."""
    names = [one.words for one in plans]
    twins = (any(name.startswith(one.words.partition(",")[0]) for name in names) for one in own)
    return [
        replace(one, words=f"Husets ark: {one.words}") if twin else one
        for one, twin in zip(own, twins, strict=True)
    ]


def offered_to_volunteer(
    session: Session, effort_id: str, volunteer_id: str
) -> tuple[Offered, ...]:
    """Her papers; the week where days are agreed on."""
    week = (EffortPaper.UGEPLAN,) * volunteers.has_week(session, effort_id, volunteer_id)
    return tuple(map(_plain, (EffortPaper.RAMMEAFTALE, *week, EffortPaper.TAK)))


def _invites(kind: EffortKind) -> bool:
    """Where families are asked to come along; talks that all parents have, and a team's days, need no invitation."""
    return EffortPaper.INVITATION.heading in kind.papers


def _plain(which: EffortPaper) -> Offered:
    return Offered(which, which.heading)


def _to_family(which: EffortPaper) -> Offered:
    """Beside the sheet of the same name that the house wrote: nobody takes the one for the other."""
    return Offered(which, f"{which.heading} til familien")


def _of_sheets(session: Session, every: tuple[Stored[Sheet], ...]) -> list[Offered]:
    """The newest of each form; the rest are had where they are read."""
    newest = {one.record.form: one for one in reversed(every)}
    return [
        Offered(
            sheet_papers.document_of(one.record),
            f"{one.record.name}, {danish.day_near(one.record.day, session.today).lower()}",
            sheet=one.id,
        )
        for one in newest.values()
    ]


def _of_visits(session: Session, effort_id: str, enrolment: str) -> list[Offered]:
    """The newest that were held, to this family, or to nobody."""
    held = [
        one
        for one in visit_log.visits(session, effort_id)
        if one.record.enrolment == enrolment and one.record.status is SessionState.HOLDT
    ]
    heading = EffortPaper.BESOEG.heading
    return [
        Offered(
            EffortPaper.BESOEG,
            f"{heading}, {danish.day_near(one.record.day, session.today).lower()}",
            visit=one.id,
        )
        for one in held[:_VISITS]
    ]


def children_on(session: Session, which: EffortPaper, effort_id: str) -> tuple[str, ...]:
    """Those whom a list names."""
    if which is EffortPaper.FREMMOEDELISTE:
        return presence.children_on(session, effort_id)
    return team.children_on(session, effort_id) if which is EffortPaper.TEAMLISTE else ()


def look_at_effort(
    session: Session, which: EffortPaper, effort_id: str, *, empty: bool = False
) -> Pressed:
    """A paper of the effort itself; `empty` is the list with room for a pen."""
    if which is EffortPaper.FREMMOEDELISTE:
        return _of_several(
            session, presence.group_list(session, effort_id, empty=empty), which, effort_id
        )
    if which is EffortPaper.TEAMLISTE:
        return _of_several(session, team.team_list(session, effort_id), which, effort_id)
    if which is EffortPaper.INVITATION:
        return _of_nobody(session, invitation.invitation(session, effort_id), invitation.TO_FOLD)
    if which is EffortPaper.EMNER:
        return _of_nobody(session, visits.topic_calendar(session, effort_id))
    raise Unclear(_NOT_THAT)


def look_at_family(
    session: Session, which: EffortPaper, enrolment_id: str, *, empty: bool = False
) -> Pressed:
    """A paper of one family, with nobody else on it."""
    if which is EffortPaper.INVITATION:
        made: Paper = invitation.to_family(session, enrolment_id)
    elif which is EffortPaper.FREMMOEDEARK:
        made = presence.family_attendance(session, enrolment_id, empty=empty)
    elif which is EffortPaper.STATUS:
        made = sheet_papers.status_note(session, enrolment_id)
    elif which is EffortPaper.FASEPLAN:
        made = courses.phase_plan(session, enrolment_id)
    elif which is EffortPaper.UGEPLAN:
        made = courses.week_plan(session, enrolment_id)
    else:
        raise Unclear(_NOT_THAT)
    child = facts.family(session, enrolment_id).child_id
    told = (invitation.TO_FOLD,) if which is EffortPaper.INVITATION else ()
    return _of_child(session, made, which, child, told)


def look_at_sheet(session: Session, sheet_id: str) -> Pressed:
    """One sheet as it was filled in."""
    stored = sheet_papers.sheet_of(session, sheet_id)
    made = sheet_papers.sheet_paper(session, sheet_id)
    if not stored.record.child:
        return _of_nobody(session, made)
    which = sheet_papers.document_of(stored.record)
    return _of_child(session, made, which, stored.record.child)


def look_at_status(session: Session, sheet_id: str) -> Pressed:
    """A status as its parents get it."""
    stored = sheet_papers.sheet_of(session, sheet_id)
    made = sheet_papers.status_note(session, stored.record.enrolment, sheet_id)
    return _of_child(session, made, EffortPaper.STATUS, stored.record.child)


def look_at_visit(session: Session, visit_id: str) -> Pressed:
    """The report of a visit that was held."""
    stored = visits.visit_of(session, visit_id)
    made = visits.report(session, visit_id)
    if not stored.record.child:
        return _of_nobody(session, made)
    return _of_child(session, made, EffortPaper.BESOEG, stored.record.child)


def look_at_volunteer(
    session: Session, which: EffortPaper, effort_id: str, volunteer_id: str
) -> Pressed:
    """A paper of a volunteer. It names no child."""
    if which is EffortPaper.RAMMEAFTALE:
        return _of_nobody(session, volunteers.agreement(session, effort_id, volunteer_id))
    if which is EffortPaper.UGEPLAN:
        return _of_nobody(session, volunteers.week_plan(session, effort_id, volunteer_id))
    if which is EffortPaper.TAK:
        return _of_nobody(session, volunteers.thanks(session, effort_id, volunteer_id))
    raise Unclear(_NOT_THAT)


def look_at_asking(session: Session, child_id: str, to: str = "") -> Pressed:
    """The sheet on which the parents tick what may go along."""
    made = handover.asking(session, child_id, to)
    return _of_child(session, made, EffortPaper.OVERGANG_VALG, child_id)


def look_at_handover(session: Session, child_id: str, wanted: Wanted) -> Pressed:
    """What goes to the next house, and nothing else."""
    made = handover.handover(session, child_id, wanted)
    told = handover.caution(session, child_id, wanted)
    pressed = _of_child(session, made, EffortPaper.OVERGANG, child_id, told)
    return replace(pressed, leaves=handover.handed(session, child_id, wanted, made))


def _of_child(
    session: Session, made: Paper, which: EffortPaper, child: str, told: tuple[str, ...] = ()
) -> Pressed:
    sections = pressing.sections(made)
    session.looked(
        child=child, record=f"{child}/{which.value}", what=f"{which.value}, forhåndsvisning"
    )
    return Pressed(
        pressing.press(made),
        sections,
        (*told, *caution.cautions(session, child, sections)),
        caution.guard_advice(session, child),
    )


def _of_several(session: Session, made: Paper, which: EffortPaper, effort_id: str) -> Pressed:
    """Its own names are why it is made: only the guard is said."""
    children = children_on(session, which, effort_id)
    for child in children:
        session.looked(
            child=child, record=f"{effort_id}/{which.value}", what=f"{which.value}, forhåndsvisning"
        )
    return Pressed(
        pressing.press(made),
        pressing.sections(made),
        guard=caution.guard_advice(session, *children),
    )


def _of_nobody(session: Session, made: Paper, *told: str) -> Pressed:
    sections = pressing.sections(made)
    return Pressed(
        pressing.press(made), sections, (*told, *caution.cautions(session, "", sections))
    )
