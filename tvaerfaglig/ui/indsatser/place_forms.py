"""One family's place: given, ended, and off the list; each is taken back."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.efforts.records import EnrolmentState
from tvaerfaglig.services.efforts import enrolling
from tvaerfaglig.services.efforts.enrolling import Ended
from tvaerfaglig.services.efforts.giving import Giving
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.ui.desk import Asked, Desk
from tvaerfaglig.ui.indsatser import CORRECT, FAMILIES, PLACE, WAITING, way
from tvaerfaglig.ui.indsatser.forms import IndsatsForm, Undo
from tvaerfaglig.ui.widgets import (
    Segment,
    Segments,
    guidance,
    line_edit,
    message,
    small,
)


class GiveForm(IndsatsForm):
    """A place from a day on; what stands in its way is said before one presses."""

    KIND = "indsats_plads_givet"

    def __init__(self, desk: Desk, facts: Giving) -> None:
        super().__init__(
            desk, f"Giv {danish.possessive(facts.first_name)} familie en plads",
            facts.effort.name, "Giv pladsen", facts.enrolment,
        )  # fmt: skip
        self._facts = facts
        begins = max(facts.effort.start, facts.today)
        lacks = (
            message(facts.lacks, "watch", icon="samtykke", link="Skriv det på")
            if facts.lacks
            else None
        )
        if lacks is not None:
            lacks.pressed.connect(self._to_facts)
        full = message(facts.full, "watch", icon="familie") if facts.full else None
        self.lay_out(
            lacks,
            full,
            guidance(facts.before) if facts.before else None,
            self.fields.add_day("on", "Første dag", begins, ahead=True),
            small(facts.room_words),
        )
        self.ready()

    @Slot()
    def _to_facts(self) -> None:
        self.desk.go(PLACE, way(self._facts.effort_id, CORRECT, self._facts.enrolment))

    def send(self) -> Asked[Saved]:
        day = self.fields.must_day("on", "Fra hvilken dag?")
        return self.desk.ask(enrolling.admit, self._facts.enrolment, day)

    def said(self) -> str:
        return f"{danish.possessive(self._facts.first_name)} familie er med."

    def undo(self, saved: Saved) -> Undo:
        return partial(enrolling.undo, enrolment_id=saved.id)

    def where(self, saved: Saved) -> str:
        return way(self._facts.effort_id, FAMILIES, saved.id)

    def beneath(self) -> str:
        return way(self._facts.effort_id, WAITING)


class EndForm(IndsatsForm):
    """How a place ended: carried through, or left before the end and why."""

    KIND = "indsats_plads_slut"

    def __init__(self, desk: Desk, facts: Giving) -> None:
        super().__init__(
            desk, f"Afslut {danish.possessive(facts.first_name)} plads", facts.effort.name,
            "Afslut pladsen", facts.enrolment,
        )  # fmt: skip
        self._facts = facts
        f = self.fields
        how = Segments(
            [
                Segment(EnrolmentState.AFSLUTTET.value, "Gennemført"),
                Segment(EnrolmentState.FALDET_FRA.value, "Holdt op før tid"),
            ],
            EnrolmentState.AFSLUTTET.value,
            name="Hvordan gik det?",
        )
        how.changed.connect(self._on_how)
        self._because = f.add(
            "because",
            "Hvorfor holdt familien op?",
            line_edit(most=200),
            "»Ved vi ikke« er også et svar.",
        )
        self.lay_out(
            f.add("how", "Hvordan gik det?", how),
            f.add_day("on", "Sidste dag", facts.today),
            self._because,
            f.add_prose("outcome", "Hvad tager familien med?", "Det, I har set ændre sig.", lines=2, optional=True),
            f.add("to", "Videre til", line_edit(most=120), "Som »rådgivning hos socialrådgiveren«.", optional=True),
            small("Mål, ark og fremmøde bliver stående på familiens side."),
        )  # fmt: skip
        self.ready()

    def refilled(self) -> None:
        self._on_how(self.fields.text("how"))

    @Slot(str)
    def _on_how(self, how: str) -> None:
        self._because.setVisible(how == EnrolmentState.FALDET_FRA.value)

    def send(self) -> Asked[Saved]:
        f = self.fields
        state = EnrolmentState(f.must("how", "Gennemført, eller holdt familien op før tid?"))
        left = state is EnrolmentState.FALDET_FRA
        because = f.must("because", "Hvorfor? Få ord er nok.") if left else ""
        day = f.must_day("on", "Hvad var den sidste dag?")
        how = Ended(state, day, because, f.text("outcome"), f.text("to"))
        return self.desk.ask(enrolling.end, self._facts.enrolment, how)

    def said(self) -> str:
        return f"{danish.possessive(self._facts.first_name)} plads er afsluttet."

    def undo(self, saved: Saved) -> Undo:
        return partial(enrolling.undo, enrolment_id=saved.id)

    def where(self, saved: Saved) -> str:
        return way(self._facts.effort_id, FAMILIES, saved.id)

    def beneath(self) -> str:
        return way(self._facts.effort_id, FAMILIES, self._facts.enrolment)


class OffForm(IndsatsForm):
    """Off the list without having begun."""

    KIND = "indsats_plads_af"

    def __init__(self, desk: Desk, facts: Giving) -> None:
        super().__init__(
            desk, f"Tag {danish.possessive(facts.first_name)} familie af listen", facts.effort.name,
            "Tag af ventelisten", facts.enrolment,
        )  # fmt: skip
        self._facts = facts
        self.lay_out(
            self.fields.add("because", "Hvorfor venter familien ikke mere?", line_edit(most=200)),
        )
        self.ready()

    def send(self) -> Asked[Saved]:
        because = self.fields.must("because", "Hvorfor? Få ord er nok.")
        return self.desk.ask(enrolling.take_off, self._facts.enrolment, because)

    def said(self) -> str:
        return f"{danish.possessive(self._facts.first_name)} familie er taget af ventelisten."

    def undo(self, saved: Saved) -> Undo:
        return partial(enrolling.undo, enrolment_id=saved.id)

    def where(self, saved: Saved) -> str:
        del saved
        return self.beneath()

    def beneath(self) -> str:
        return way(self._facts.effort_id, WAITING)
