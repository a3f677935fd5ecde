"""Sundhedsplejerskens bidrag: about whom, area by area in three steps with what was seen, advice and decision."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain.visiting.areas import Area
from tvaerfaglig.domain.visiting.contribution import AreaSeen, Contribution, Outcome, Step
from tvaerfaglig.services.visiting import contributions
from tvaerfaglig.services.visiting.contributions import Given, MayGive
from tvaerfaglig.services.visiting.day_list import DayList
from tvaerfaglig.ui.desk import Asked, Desk
from tvaerfaglig.ui.visiting.forms import VisitForm
from tvaerfaglig.ui.visiting.undoing import undone
from tvaerfaglig.ui.widgets import (
    Choice,
    Prose,
    Segment,
    Segments,
    boxed,
    card,
    col,
    guidance,
    line_edit,
    small,
)

NOBODY = ("", "Et barn, uden navn")
NOT_LOOKED_AT = "ikke"


class GivenForm(VisitForm):
    """An area not looked at is left as it is; of the others one writes what was seen."""

    KIND = Contribution.KIND

    def __init__(
        self, desk: Desk, found: DayList, may: MayGive, given: Given | None = None
    ) -> None:
        line = f"{found.row.house} · uden navn, når der ikke er et samtykke"
        super().__init__(desk, "Bidrag", line, "Gem bidraget", found.id)
        self._given, self._may = given, may
        self._areas = desk.library.areas
        self._meanings: dict[str, Any] = {}
        self.lay_out(*self._items())
        if given is not None:
            self._fill(given.stored.record)
        self.ready()

    @property
    def key(self) -> str:
        return f"{self.KIND}:{self.which}:{self._given.stored.id if self._given else ''}"

    def _items(self) -> list[Any]:
        f = self.fields
        children = [NOBODY, *((child, name) for child, name, _, _ in self._may.children)]
        self.child = Choice(children)
        self.child.chosen_changed.connect(self._on_child)
        self.child.setEnabled(self._given is None)
        whom = f.add(
            "child", "Hvem handler det om?", self.child,
            "Kun børn med et samtykke, der gælder i dag, kan vælges med navn.",
        )  # fmt: skip
        self._purpose = small("")
        self._age = f.add(
            "age", "Hvor gammelt er barnet?", line_edit(most=40), "Et spænd er nok: 3–4 år.",
            optional=True,
        )  # fmt: skip
        outcomes = Segments(
            [Segment(one.value, one.word) for one in Outcome], name="Hvad bliver der besluttet?"
        )
        return [
            whom,
            self._purpose,
            self._age,
            f.add_prose("question", "Spørgsmålet", "Hvad vil huset vide?", lines=2, optional=True),
            guidance(self._areas.always),
            card("Det, du så", *(self._area(one) for one in self._areas.areas)),
            f.add(
                "advice", "Dit råd", Prose(kind="thought", lines=3), "Det, du tænker, for sig.",
                optional=True, icon="egen-tanke",
            ),
            f.add("outcome", "Hvad bliver der besluttet?", outcomes),
            f.add("because", "Fordi", line_edit(), optional=True),
        ]  # fmt: skip

    def _area(self, area: Area) -> QWidget:
        steps = Segments(
            [
                Segment(NOT_LOOKED_AT, "Ikke set på"),
                *(Segment(step.value, word) for step, word in self._areas.steps),
            ],
            NOT_LOOKED_AT,
            name=area.name,
        )
        meaning = small("")
        seen = Prose(lines=2)
        chosen = self.fields.add(f"trin:{area.id}", area.name, steps)
        told = self.fields.add(f"set:{area.id}", f"{area.name}: hvad så du?", seen)
        told.hide()
        self._meanings[area.id] = (area, meaning, told)
        steps.changed.connect(partial(self._on_step, area.id))
        return boxed(col(chosen, meaning, told, margins=(0, 4, 0, 8)))

    def _on_step(self, area_id: str, key: str) -> None:
        area, meaning, told = self._meanings[area_id]
        looked = key in set(Step)
        meaning.say(area.meaning(Step(key)) if looked else "")
        meaning.setVisible(looked)
        told.setVisible(looked)

    @Slot(str)
    def _on_child(self, child: str) -> None:
        purpose = next((said for one, _, _, said in self._may.children if one == child), "")
        self._purpose.say(f"Samtykket siger: {purpose}" if purpose else "")
        self._purpose.setVisible(bool(purpose))
        self._age.setVisible(not child)

    def refilled(self) -> None:
        self._on_child(self.child.chosen())
        for area in self._meanings:
            self._on_step(area, self.fields.text(f"trin:{area}"))

    def _fill(self, record: Contribution) -> None:
        f = self.fields
        if record.child:
            name = self._given.heading if self._given else record.child
            self.child.offer([(record.child, name)], record.child)
        f.put(
            age=record.age_band,
            question=record.question,
            advice=record.advice,
            outcome=record.outcome.value if record.outcome else "",
            because=record.outcome_because,
        )
        for one in record.areas:
            if one.area in self._meanings:
                f.put(**{f"trin:{one.area}": one.step.value, f"set:{one.area}": one.seen})

    def send(self) -> Asked[Any]:
        f = self.fields
        child, outcome = f.text("child"), f.text("outcome")
        samtykke = next((one for who, _, one, _ in self._may.children if who == child), "")
        before = self._given.stored.record if self._given else None
        made = Contribution(
            visit=self.which,
            house=before.house if before else "",
            day=self.today(),
            by=self.desk.my_id,
            child=child,
            samtykke=samtykke,
            age_band="" if child else f.text("age"),
            question=f.text("question"),
            areas=tuple(self._seen()),
            advice=f.text("advice"),
            outcome=Outcome(outcome) if outcome else None,
            outcome_because=f.text("because"),
        )
        which = self._given.stored.id if self._given else None
        return self.desk.ask(contributions.save_contribution, made, which)

    def _seen(self) -> list[AreaSeen]:
        f = self.fields
        return [
            AreaSeen(
                area=one, name=self._areas.name_of(one), step=Step(key), seen=f.text(f"set:{one}")
            )
            for one in self._meanings
            if (key := f.text(f"trin:{one}")) in set(Step)
        ]

    def said(self) -> str:
        return "Bidraget er gemt."

    def undo(self, answer: Any) -> Callable[[], None] | None:
        return partial(_take_back, self.desk, answer.id)


def _take_back(desk: Desk, contribution: str) -> None:
    desk.ask(contributions.take_back, contribution).then(partial(undone, desk), desk)
