"""A year of visits from the kind's rhythm: to whom, by whom, and the days; planned in one act."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLayout

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.efforts.logs import VisitLog, Where
from tvaerfaglig.domain.efforts.planning import SessionPlan
from tvaerfaglig.domain.efforts.records import EffortSession
from tvaerfaglig.domain.efforts.rhythm import Every, Rhythm
from tvaerfaglig.services.efforts import visit_page, visit_plan, visits
from tvaerfaglig.services.efforts.reading import EffortPage
from tvaerfaglig.services.efforts.sessions import Proposal
from tvaerfaglig.services.efforts.visit_page import VisitPage
from tvaerfaglig.ui.desk import Asked, Desk
from tvaerfaglig.ui.indsatser.days import VISITS
from tvaerfaglig.ui.indsatser.days.plan_room import PlanRoom
from tvaerfaglig.ui.indsatser.forms import Undo
from tvaerfaglig.ui.widgets import ChipGroup, Field, Pick, boxed, choice, col, field, row


class VisitPlanRoom(PlanRoom):
    """As days are planned, with whom they go to and who comes."""

    WHAT = ("besøg", "besøg")
    BACK = ("Tilbage til besøgene", VISITS)

    def __init__(self, desk: Desk) -> None:
        self.whom = choice((), name="Hvem besøges?")
        self.by = ChipGroup((), name="Hvem kommer?")
        super().__init__(desk)
        self.whom.chosen_changed.connect(self.ask)

    def above(self) -> tuple[Field, ...]:
        return (field("Hvem besøges?", self.whom), field("Hvem kommer?", self.by))

    def hours(self) -> QLayout:
        return row((field("Klokken", self.at, optional=True), 1), (boxed(col()), 3), gap="apart")

    def first_day(self, page: EffortPage, last: EffortSession | None) -> date:
        """As soon as it has begun, whatever days it has besides."""
        del last
        return super().first_day(page, None)

    def rhythms(self, rhythm: Rhythm) -> list[tuple[str, str]]:
        number = rhythm.number if rhythm.every is Every.AAR else 9
        yearly = sorted({4, 6, 8, 9, 10, number})
        return [
            *(
                (f"{Every.AAR.value}:{one}", f"{danish.count(one, 'gang', 'gange')} om året")
                for one in yearly
            ),
            *super().rhythms(Rhythm()),
        ]

    def open(self, page: EffortPage, which: str) -> None:
        super().open(page, which)
        self.desk.ask(visit_page.visit_page, page.id).then(partial(self._offer, which), self)

    def _offer(self, which: str, found: VisitPage) -> None:
        """A dagplejer or the house may be visited without a family."""
        first = found.families[0][0] if found.families else ""
        self.whom.offer([*found.families, ("", found.nobody)], which or first)
        picks = [Pick(one, name) for one, name in found.colleagues]
        mine = [self.desk.my_id] if self.desk.my_id in dict(found.colleagues) else []
        self.by.offer(picks, mine or found.seated[:1])
        self.ask()

    def proposing(self, plan: SessionPlan) -> Asked[Proposal]:
        return self.desk.ask(visit_plan.propose, self.effort_id, plan, self.whom.chosen())

    @Slot()
    def accept(self) -> None:
        plan, chosen = self.plan(), self.days.chosen()
        if plan is None or not chosen:
            return
        enrolment = self.whom.chosen()
        visit = VisitLog(
            effort=self.effort_id, enrolment=enrolment, day=plan.first, by=self.by.chosen(),
            where=Where.HJEMME,
        )  # fmt: skip
        self.desk.ask(visit_plan.accept, plan, chosen, visit).then(self._on_accepted, self)

    def undo(self, planned: tuple[str, ...]) -> Undo:
        return partial(visits.take_back, visit_ids=planned)
