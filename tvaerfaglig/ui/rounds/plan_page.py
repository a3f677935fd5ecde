"""A new round, or a planned one changed: which house and stuer, from when to when, on which scale."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal, Slot

from tvaerfaglig.domain.rounds.course import next_round
from tvaerfaglig.domain.rounds.records import Assigned, Rhythm, Round, RoundState
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.rounds import planning, rules
from tvaerfaglig.services.rounds.planning import HouseToPlan, Planning
from tvaerfaglig.services.session import Session
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.konsultationer.width import at_most
from tvaerfaglig.ui.widgets import (
    ChipGroup,
    Choice,
    DayField,
    Page,
    Pick,
    Segment,
    Segments,
    Tick,
    button,
    card,
    col,
    field,
    muted,
    page_foot,
    page_head,
    row,
    scroller,
    small,
)

WIDEST_EM = 60
_TIMES = tuple(Segment(str(n), f"{n} om året") for n in (1, 2, 3, 4))


class PlanPage(Page):
    """`planned` sends the round's id; `left` goes back."""

    planned = Signal(str)
    left = Signal()

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.save_button = button("Gem, og vælg hvem der vurderer", "primary")
        self.top = head = page_head(
            "Ny trivselsrunde", "Du vælger bagefter, hvem der vurderer hvilke børn."
        )
        head.offer_back("Tilbage til runderne")
        foot = page_foot(muted(desk.library.trivselsrunde.inside), self.save_button)
        super().__init__(head, None, foot)
        head.back_pressed.connect(self.left)
        self.save_button.clicked.connect(self.save)
        self._houses: dict[str, HouseToPlan] = {}
        self._round = ""
        self._standing: Round | None = None
        self._lay_out()

    def open_plan(self, round_id: str = "") -> None:
        """A new one, or one that is there with its own days; house and stuer of that one stay."""
        self._round = round_id
        self.untell()
        self.desk.ask(_to_plan, round_id).then(self._on_planning, self)

    def start(self) -> None:
        first = self.house if self.house.count() > 1 else self.first
        (self.last if self._round else first).setFocus()

    def _lay_out(self) -> None:
        library = self.desk.library
        scales = library.trivselsrunde.scales(library.positions, library.scales)
        self.house = Choice([])
        self.stuer = ChipGroup([], name="Stuer")
        self.first = DayField(self._today, ahead=True)
        self.last = DayField(self._today, ahead=True)
        self.next = DayField(self._today, ahead=True)
        self.times = Segments(_TIMES, "2", name="Hvor tit holder I runder?")
        self.closes = Tick("En pædagog fra stuen må også lukke en runde")
        self.scale = Segments(
            [Segment(one.id, one.name) for one in scales], scales[0].id, name="Skala"
        )
        self._scale_says = small(scales[0].question)
        self.house.chosen_changed.connect(self._on_house)
        self.times.changed.connect(self._on_times)
        self.first.changed.connect(self._on_first)
        self.scale.changed.connect(self._on_scale)
        self._stuer = field("Stuer", self.stuer, "Vælg ingen for at tage hele huset.")
        where = card(
            "Hvor",
            field("Hus", self.house),
            self._stuer,
        )
        when = card(
            "Hvornår",
            row((field("Begynder", self.first), 1), (field("Sidste dag for vurderinger", self.last), 1), gap="apart"),
            field("Hvor tit holder I runder?", self.times),
            field("Næste runde", self.next, "Foreslået ud fra, hvor tit I holder runder. Du kan ændre den."),
            self.closes,
        )  # fmt: skip
        how = card("Skala", self.scale, self._scale_says)
        inner = col(where, when, how, ..., gap="apart", margins=(24, 16))
        self.set_body(scroller(col(at_most(WIDEST_EM, inner), ..., gap=0)))

    def _today(self) -> date:
        return self.desk.clock.now().date()

    def _on_planning(self, answer: tuple[Planning, Round | None]) -> None:
        found, self._standing = answer
        self._houses = {one.id: one for one in found.houses}
        self.house.offer([(one.id, one.name) for one in found.houses])
        if found.houses:
            self._on_house(self.house.chosen() or found.houses[0].id)
        self._show_standing(self._standing)
        if self.isVisible():
            self.start()

    def _show_standing(self, made: Round | None) -> None:
        """A round that is there: its own days, and only what may still be changed."""
        new = made is None
        words = "Gem, og vælg hvem der vurderer" if new else "Gem ændringen"
        self.save_button.say(words)
        heading = "Ny trivselsrunde" if new else "Ret dage og skala"
        line = (
            "Du vælger bagefter, hvem der vurderer hvilke børn."
            if new
            else "Hvem der vurderer, bliver, som det er."
        )
        self.top.say(heading, line)
        self.house.setEnabled(new)
        self._stuer.setVisible(new and bool(self._houses))
        self.scale.setEnabled(made is None or made.status is RoundState.PLANLAGT)
        if made is None:
            return
        self.house.choose(made.dagtilbud)
        self.first.set_value(made.first)
        self.last.set_value(made.last)
        self.next.set_value(made.next_on)
        self.scale.choose(made.scale)

    @Slot(str)
    def _on_house(self, house: str) -> None:
        chosen = self._houses[house]
        self.stuer.offer([Pick(key, f"{name} ({count})") for key, name, count in chosen.stuer])
        self._stuer.setVisible(bool(chosen.stuer))
        self.first.set_value(chosen.first)
        self.last.set_value(chosen.last)
        self.times.choose(str(chosen.rhythm.times))
        self.closes.setChecked(chosen.rhythm.staff_close)
        self._propose_next()

    @Slot(str)
    def _on_times(self, _times: str) -> None:
        self._propose_next()

    @Slot(object)
    def _on_first(self, _first: object) -> None:
        self._propose_next()

    def _propose_next(self) -> None:
        first = self.first.value()
        if first:
            self.next.set_value(next_round(first, int(self.times.chosen() or 2)))

    @Slot(str)
    def _on_scale(self, key: str) -> None:
        library = self.desk.library
        scales = library.trivselsrunde.scales(library.positions, library.scales)
        self._scale_says.say(next(one.question for one in scales if one.id == key))

    @Slot()
    def save(self) -> None:
        first, last = self.first.value(), self.last.value()
        if first is None or last is None:
            self.tell("Hvornår begynder runden, og hvad er sidste dag?", "info")
            (self.first if first is None else self.last).setFocus()
            return
        house = self.house.chosen()
        made = Round(
            dagtilbud=house, first=first, last=last, stuer=self.stuer.chosen(),
            scale=self.scale.chosen(), next_on=self.next.value(),
        )  # fmt: skip
        rhythm = Rhythm(
            dagtilbud=house,
            times=int(self.times.chosen() or 2),
            staff_close=self.closes.isChecked(),
        )
        if self._standing is not None:
            made = replace(made, stuer=self._standing.stuer, assigned=self._standing.assigned)
        self.desk.ask(_plan, made, rhythm, self._round).then(self._on_saved, self)

    def _on_saved(self, saved: Saved) -> None:
        self.untell()
        self.desk.announce(saved.changes, self)
        self.planned.emit(saved.id)


def _to_plan(session: Session, round_id: str) -> tuple[Planning, Round | None]:
    standing = rules.found(session, round_id).record if round_id else None
    return planning.to_plan(session), standing


def _plan(session: Session, made: Round, rhythm: Rhythm, round_id: str) -> Saved:
    """The house's rhythm where it was changed, and the round with the raters that are proposed."""
    known = {one.id: one.rhythm for one in planning.to_plan(session).houses}
    if known.get(rhythm.dagtilbud) != rhythm:
        planning.set_rhythm(session, rhythm)
    if round_id:
        return planning.save(session, made, round_id)
    raters: tuple[Assigned, ...] = planning.proposed(session, made.dagtilbud, made.stuer)
    return planning.save(session, replace(made, assigned=raters))
