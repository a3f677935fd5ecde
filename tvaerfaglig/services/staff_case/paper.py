"""A sealed case on its way to paper: made for a party who looks at it, and kept nowhere."""

from __future__ import annotations

from collections.abc import Mapping

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.masking import shown
from tvaerfaglig.domain.people import Child
from tvaerfaglig.domain.staff_case import StaffCase
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.printouts.papers.staff_case import StaffCaseEntry, StaffCasePaper
from tvaerfaglig.printouts.printing import plain_sections
from tvaerfaglig.services.printing import paper_facts, pressing
from tvaerfaglig.services.session import Session
from tvaerfaglig.services.staff_case import cases as sealed_cases

_PURPOSE = "At ledelsen og kommunen kan vurdere, hvad der er set, og hvad der skal ske."


def paper(session: Session, case_id: str) -> StaffCasePaper:
    """The case on paper, for its parties; the children by name, as the municipality needs them."""
    found = sealed_cases.look(session, case_id)
    case, staff = found.case, session.staff()
    visible = session.children()

    def who(one: str) -> str:
        return staff[one].name if one in staff else one

    return StaffCasePaper(
        imprint=paper_facts.imprint(session, _hidden(visible, case), purpose=_PURPOSE),
        concerning=case.concerning,
        writer=who(case.writer),
        leader=who(case.leader) if case.leader else "Ingen. Skriveren går selv til kommunen.",
        children=danish.join_and(
            [visible[one].record.name if one in visible else "et barn" for one in case.children]
        ),
        entries=tuple(
            StaffCaseEntry(
                date=danish.day_table(one.day),
                time=f"kl. {danish.clock(one.at)}" if one.at else "",
                place=one.place,
                seen=shown(one.seen, {}),
                seen_by=one.whose_eyes(who(one.by)),
                thought=shown(one.thought, {}),
                by=who(one.by),
            )
            for one in case.in_order
        ),
        leader_did=case.leader_did,
        next_step=case.next_step,
        next_on=danish.day(case.next_on) if case.next_on else "",
        closed=danish.day(case.closed_on) if case.closed_on else "",
    )


def _hidden(visible: Mapping[str, Stored[Child]], case: StaffCase) -> Child | None:
    """A child on the paper whose house must not stand on it."""
    named = (visible[one].record for one in case.children if one in visible)
    return next((child for child in named if child.hide_house), None)


def look_at_paper(session: Session, case_id: str) -> pressing.Pressed:
    """The same as pages and words, for the preview."""
    made = paper(session, case_id)
    return pressing.Pressed(pressing.press(made), plain_sections(made))
