"""Doors to a konsultation and what was agreed there."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tests.services.closed_doors.shelf import COMING, TODAY, Act, Shelf, named_note, stored
from tvaerfaglig.domain.konsultation import Agreement, AgreementState, Konsultation
from tvaerfaglig.domain.tovholder import Tovholder
from tvaerfaglig.services.agreements import acts as agreed
from tvaerfaglig.services.agreements import offered, on_paper, reading, seen
from tvaerfaglig.services.children import threads
from tvaerfaglig.services.konsultation import acts as konsultationer
from tvaerfaglig.services.konsultation import page as konsultation_page
from tvaerfaglig.services.konsultation import paper as konsultation_paper
from tvaerfaglig.services.konsultation import planning
from tvaerfaglig.services.konsultation import rules as konsultation_rules
from tvaerfaglig.services.konsultation import saving as konsultation_saving
from tvaerfaglig.services.konsultation.sitting import Sitting
from tvaerfaglig.services.meetings import shelf as shelf_of_kinds
from tvaerfaglig.services.tovholder import holding
from tvaerfaglig.services.writing import reidentifying


def _sat(session: Any, shelf: Shelf) -> Sitting:
    note = stored(session, Konsultation, shelf.konsultation).record
    return Sitting(note=replace(note, goals="Mit."), changed=("goals",))


CLOSED: dict[str, Act] = {
    "konsultation.paper.before_print": lambda s, x: konsultation_paper.before_print(
        s, x.konsultation
    ),
    "konsultation.paper.paper": lambda s, x: konsultation_paper.paper(s, x.konsultation),
    "konsultation.saving.save_sitting": lambda s, x: konsultation_saving.save_sitting(
        s, x.konsultation, _sat(s, x)
    ),
    "konsultation.saving.finish": lambda s, x: konsultation_saving.finish(s, x.konsultation),
    "konsultation.page.open_konsultation": lambda s, x: konsultation_page.open_konsultation(
        s, x.konsultation
    ),
    "meetings.shelf.choices": lambda s, _: shelf_of_kinds.choices(s, "alma"),
    "konsultation.planning.grounds": lambda s, _: planning.grounds(s, "alma"),
    "konsultation.acts.plan": lambda s, _: konsultationer.plan(s, named_note()),
    "konsultation.acts.save": lambda s, x: konsultationer.save(
        s, named_note(goals="Mit."), x.konsultation
    ),
    "konsultation.acts.cancel": lambda s, x: konsultationer.cancel(s, x.konsultation, "Nej."),
    "konsultation.acts.take_up": lambda s, x: konsultationer.take_up(s, x.konsultation),
    "konsultation.acts.name_the_child": lambda s, x: konsultationer.name_the_child(
        s, x.konsultation, "alma", "andet", "Aftalt."
    ),
    "agreements.acts.save": lambda s, x: agreed.save(
        s, Agreement(what="Min egen.", made_on=TODAY), x.agreement
    ),
    "agreements.acts.settle": lambda s, x: agreed.settle(s, x.loose, AgreementState.GJORT),
    "agreements.acts.move": lambda s, x: agreed.move(s, x.loose, COMING, "Syg."),
    "agreements.acts.adjust": lambda s, x: agreed.adjust(
        s, x.loose, Agreement(what="Min egen.", made_on=TODAY)
    ),
    "agreements.acts.take_back": lambda s, x: agreed.take_back(s, x.loose),
    "agreements.acts.remove": lambda s, x: agreed.remove(s, x.loose),
    "agreements.acts.cited": lambda s, x: agreed.cited(
        s, stored(s, Agreement, x.loose).record, (x.observation,)
    ),
    "agreements.offered.take": lambda s, x: offered.take(
        s, x.observation, "x", Agreement(what="Min egen.", made_on=TODAY)
    ),
    "agreements.offered.refuse": lambda s, x: offered.refuse(s, x.observation, "x"),
    "agreements.on_paper.look_at": lambda s, _: on_paper.look_at(s, reading.Whose.BARNETS, "alma"),
    "agreements.on_paper.list_paper": lambda s, _: on_paper.list_paper(
        s, (), reading.Whose.BARNETS, "alma"
    ),
    "agreements.rules.found": lambda s, x: agreed.rules.found(s, x.loose),
    "agreements.rules.may_settle": lambda s, x: agreed.rules.may_settle(
        s, stored(s, Agreement, x.loose)
    ),
    "agreements.rules.checked": lambda s, x: agreed.rules.checked(
        s, stored(s, Agreement, x.loose).record
    ),
    "agreements.reading.agreements": lambda s, _: reading.agreements(
        s, reading.Whose.BARNETS, "alma"
    ),
    "agreements.reading.choices": lambda s, _: reading.choices(s, "alma"),
    "agreements.reading.open_agreement": lambda s, x: reading.open_agreement(s, x.loose),
    "agreements.seen.seen_since": lambda s, _: seen.seen_since(s, "alma", TODAY),
    "writing.reidentifying.how_many": lambda s, x: reidentifying.how_many(
        s, x.konsultation, named_note()
    ),
    "writing.reidentifying.as_saved": lambda s, x: reidentifying.as_saved(s, x.konsultation),
    "writing.reidentifying.look_first": lambda s, x: reidentifying.look_first(s, x.konsultation),
    "children.threads.thread": lambda s, x: threads.thread(s, x.concern),
    "children.threads.threads_of": lambda s, _: threads.threads_of(s, "alma"),
    "children.threads.link": lambda s, x: threads.link(s, x.concern, x.observation),
    "tovholder.holding.holding": lambda s, _: holding.holding(s, "alma"),
    "tovholder.holding.hand_over": lambda s, _: holding.hand_over(
        s, Tovholder(child="alma", who=s.my_id, day=TODAY)
    ),
    "tovholder.holding.take_on": lambda s, x: holding.take_on(s, x.tovholder),
    "konsultation.page.history": lambda s, x: konsultation_page.history(s, x.konsultation),
    "konsultation.rules.found": lambda s, x: konsultation_rules.found(s, x.konsultation),
}
