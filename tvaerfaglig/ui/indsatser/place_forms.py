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
from tvaerfaglig.ui.indsatser import CORRECT, FAMILIES, PLACE, way
from tvaerfaglig.ui.indsatser.forms import IndsatsForm, Undo
from tvaerfaglig.ui.widgets import (
    MessageBar,
    Segment,
    Segments,
    guidance,
    line_edit,
    message,
    small,
)

_ENDS = (
    Segment(EnrolmentState.AFSLUTTET.value, "Gennemført"),
    Segment(EnrolmentState.FALDET_FRA.value, "Holdt op før tid"),
)


class PlaceForm(IndsatsForm):
    """A form about one family's place; its draft goes where the child goes."""

    def __init__(self, desk: Desk, facts: Giving, heading: str, save: str) -> None:
        self._facts = facts
        self.whose = danish.possessive(facts.first_name)
        heading = heading.format(self.whose)
        super().__init__(desk, heading, facts.effort.name, save, facts.enrolment)

    def about(self) -> dict[str, str]:
        return {"child": self._facts.child}

    def undo(self, saved: Saved) -> Undo:
        return partial(enrolling.undo, enrolment_id=saved.id)

    def where(self, saved: Saved) -> str:
        return way(self._facts.effort_id, FAMILIES, saved.id)

    def beneath(self) -> str:
        return way(self._facts.effort_id, FAMILIES, self._facts.enrolment)


class GiveForm(PlaceForm):
    """A place from a day on; what stands in its way is said before one presses."""

    KIND = "indsats_plads_givet"

    def __init__(self, desk: Desk, facts: Giving) -> None:
        super().__init__(desk, facts, "Giv {} familie en plads", "Giv pladsen")
        begins = max(facts.effort.start, facts.today)
        self.lay_out(
            self._lacks(facts.lacks) if facts.lacks else None,
            message(facts.full, "watch", icon="familie") if facts.full else None,
            guidance(facts.before) if facts.before else None,
            self.fields.add_day("on", "Første dag", begins, ahead=True),
            small(facts.room_words),
        )
        self.ready()

    def _lacks(self, words: str) -> MessageBar:
        made = message(words, "watch", icon="samtykke", link="Skriv det på")
        made.pressed.connect(self._to_facts)
        return made

    @Slot()
    def _to_facts(self) -> None:
        self.desk.go(PLACE, way(self._facts.effort_id, CORRECT, self._facts.enrolment))

    def send(self) -> Asked[Saved]:
        day = self.fields.must_day("on", "Fra hvilken dag?")
        return self.desk.ask(enrolling.admit, self._facts.enrolment, day)

    def said(self) -> str:
        return f"{self.whose} familie er med."


class EndForm(PlaceForm):
    """How a place ended: carried through, or left before the end and why."""

    KIND = "indsats_plads_slut"

    def __init__(self, desk: Desk, facts: Giving) -> None:
        super().__init__(desk, facts, "Afslut {} plads", "Afslut pladsen")
        f = self.fields
        how = Segments(_ENDS, _ENDS[0].key, name="Hvordan gik det?")
        how.changed.connect(self._on_how)
        self.lay_out(
            f.add("how", "Hvordan gik det?", how),
            f.add_day("on", "Sidste dag", facts.today),
            f.add("because", "Hvorfor holdt familien op?", line_edit(), "»Ved vi ikke« er også et svar."),
            f.add_prose("outcome", "Hvad tager familien med?", "Det, I har set ændre sig.", lines=2, optional=True),
            f.add("to", "Videre til", line_edit(most=120), "Som »rådgivning hos socialrådgiveren«.", optional=True),
            small("Mål, ark og fremmøde bliver stående på familiens side."),
        )  # fmt: skip
        self.ready()

    def refilled(self) -> None:
        self._on_how(self.fields.text("how"))

    @Slot(str)
    def _on_how(self, how: str) -> None:
        self.fields.field("because").setVisible(how == EnrolmentState.FALDET_FRA.value)

    def send(self) -> Asked[Saved]:
        f = self.fields
        state = EnrolmentState(f.must("how", "Gennemført, eller holdt familien op før tid?"))
        left = state is EnrolmentState.FALDET_FRA
        because = f.must("because", "Hvorfor? Få ord er nok.") if left else ""
        day = f.must_day("on", "Hvad var den sidste dag?")
        how = Ended(state, day, because, f.text("outcome"), f.text("to"))
        return self.desk.ask(enrolling.end, self._facts.enrolment, how)

    def said(self) -> str:
        return f"{self.whose} plads er afsluttet."


class OffForm(PlaceForm):
    """Off the list without having begun."""

    KIND = "indsats_plads_af"

    def __init__(self, desk: Desk, facts: Giving) -> None:
        super().__init__(desk, facts, "Tag {} familie af listen", "Tag af ventelisten")
        asked = "Hvorfor venter familien ikke mere?"
        self.lay_out(self.fields.add("because", asked, line_edit()))
        self.ready()

    def send(self) -> Asked[Saved]:
        because = self.fields.must("because", "Hvorfor? Få ord er nok.")
        return self.desk.ask(enrolling.take_off, self._facts.enrolment, because)

    def said(self) -> str:
        return f"{self.whose} familie er taget af ventelisten."
