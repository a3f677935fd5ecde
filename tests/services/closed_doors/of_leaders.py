"""Doors that only the leader of the house may open: erasing, insight, lists; and the sealed cases."""

from __future__ import annotations

from tests.services.closed_doors.shelf import NOTED, Act, Shelf, stored
from tvaerfaglig.domain.indsigt import Indsigt
from tvaerfaglig.domain.retention import HeldBy
from tvaerfaglig.domain.staff_case import StaffCase
from tvaerfaglig.services.erasing import acts, holds, standing
from tvaerfaglig.services.indsigt import dossier, finishing, review
from tvaerfaglig.services.lists import attendance, brought, child_lists, tables
from tvaerfaglig.services.parents import information, log_paper
from tvaerfaglig.services.staff_case import cases as sealed_cases
from tvaerfaglig.services.staff_case import paper as sealed_paper

GROUND = "forkert_barn"
HOUSE = "maelkeboetten"


def _wanted(shelf: Shelf) -> child_lists.Wanted:
    return child_lists.Wanted(HOUSE, shelf.opened.columns)


CLOSED: dict[str, Act] = {
    "staff_case.cases.begin": lambda s, _: sealed_cases.begin(
        s, concerning="x", leader="", children=("alma",), first=NOTED
    ),
    "staff_case.cases.mine": lambda s, x: sealed_cases.mine(s, x.sealed),
    "staff_case.cases.look": lambda s, x: sealed_cases.look(s, x.sealed),
    "staff_case.cases.save": lambda s, x: sealed_cases.save(
        s, StaffCase(concerning="x", writer=s.my_id), x.sealed
    ),
    "staff_case.cases.note": lambda s, x: sealed_cases.note(s, x.sealed, NOTED),
    "staff_case.cases.steps": lambda s, x: sealed_cases.steps(
        s, x.sealed, leader_did="x", next_step="", next_on=None, children=(), closed_on=None
    ),
    "staff_case.cases.seal_again": lambda s, x: sealed_cases.seal_again(s, x.sealed),
    "staff_case.cases.erase": lambda s, x: sealed_cases.erase(s, x.sealed),
    "staff_case.paper.paper": lambda s, x: sealed_paper.paper(s, x.sealed),
    "staff_case.paper.look_at_paper": lambda s, x: sealed_paper.look_at_paper(s, x.sealed),
    "erasing.acts.plan": lambda s, x: acts.plan(s, "alma", x.library.retention),
    "erasing.acts.erase_child": lambda s, x: acts.erase_child(
        s, "alma", GROUND, x.library.retention
    ),
    "erasing.acts.erase_record": lambda s, x: acts.erase_record(
        s, x.observation, GROUND, x.library.retention
    ),
    "erasing.acts.erase_record of a note without a name": lambda s, x: acts.erase_record(
        s, x.anonymous, GROUND, x.library.retention
    ),
    "erasing.acts.erase_due": lambda s, x: acts.erase_due(s, "sagen:alma", x.library.retention),
    "erasing.holds.set_hold": lambda s, _: holds.set_hold(s, "alma", HeldBy.ANDET, "Mit."),
    "erasing.holds.lift_hold": lambda s, x: holds.lift_hold(s, x.hold, "Mit."),
    "erasing.standing.records_of": lambda s, _: standing.records_of(s, "alma"),
    "indsigt.dossier.gather": lambda s, x: dossier.gather(s, "alma", x.library),
    "indsigt.review.opened": lambda s, x: review.opened(s, "alma", x.library),
    "indsigt.finishing.ready": lambda s, x: finishing.ready(s, "alma", review.Review(), x.library),
    "indsigt.finishing.keep": lambda s, x: finishing.keep(
        s, finishing.Made(b"%PDF-1.7", stored(s, Indsigt, x.indsigt).record)
    ),
    "indsigt.finishing.handed_out": lambda s, x: finishing.handed_out(s, x.indsigt),
    "indsigt.finishing.earlier": lambda s, _: finishing.earlier(s, "alma"),
    "parents.information.look_at": lambda s, x: information.look_at(s, "alma", x.library),
    "parents.information.paper": lambda s, x: information.paper(s, "alma", x.library),
    "parents.log_paper.look_at": lambda s, x: log_paper.look_at(s, "alma", x.library),
    "parents.log_paper.paper": lambda s, x: log_paper.paper(s, "alma", x.library.parents.log),
    "lists.child_lists.look": lambda s, x: child_lists.look(s, x.opened, _wanted(x)),
    "lists.child_lists.bring_in": lambda s, x: child_lists.bring_in(
        s, x.opened, _wanted(x), child_lists.Look((), (), (), (), "", ())
    ),
    "lists.attendance.look_at_attendance": lambda s, x: attendance.look_at_attendance(
        s, x.attendance, HOUSE, x.attendance.crosses
    ),
    "lists.attendance.bring_in_attendance": lambda s, x: attendance.bring_in_attendance(
        s, x.attendance, HOUSE, x.attendance.crosses, attendance.AttendanceLook(())
    ),
    "lists.brought.take_back": lambda s, x: brought.take_back(s, x.brought),
    "lists.tables.note_taken": lambda s, _: tables.note_taken(
        s, tables.Taken("børneliste", b"", 1, ("Navn",), ("alma",)), "x", "x"
    ),
}
