"""What is written about a volunteer: who she is, where she comes, how it goes, and the goodbye with thanks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.efforts.volunteers import Feedback, Volunteer
from tvaerfaglig.domain.errors import ForPeople
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.services.efforts import volunteers
from tvaerfaglig.services.efforts.volunteer_page import VolunteerList, VolunteerPage
from tvaerfaglig.ui.children.fields import Missing
from tvaerfaglig.ui.children.form_of_one import FormOfOne
from tvaerfaglig.ui.desk import Asked, Desk
from tvaerfaglig.ui.widgets import ChipGroup, Choice, Pick, field, line_edit, small
from tvaerfaglig.ui.widgets.fields_row import FieldsRow
from tvaerfaglig.ui.widgets.layout import Item

MORE = "En på hver linje. Uden navne på børn og familier."
NO_NAMES = "Uden navne på børn og familier."


class VolunteerForm(FormOfOne):
    """`kept_as` sends the id of what was written. A refusal stands in the form, above what it is about."""

    kept_as = Signal(str)

    def __init__(self, desk: Desk, heading: str, line: str, save: str, which: str = "") -> None:
        super().__init__(desk, heading, line, save, which)
        self.heading = heading

    def undo(self, _answer: Any) -> Callable[[], None] | None:
        """What takes it back."""
        return None

    def _on_saved(self, saved: Any) -> None:
        self.let_go_of_draft()
        self.desk.announce(saved.changes)
        self.desk.say(self.said(), "ok", self.undo(saved))
        self.kept_as.emit(saved.id)

    def _on_refused(self, error: BaseException) -> None:
        self.save_button.setEnabled(True)
        self.keep()
        if isinstance(error, ForPeople):
            self.tell(str(error), "act")
        else:
            self.desk.explain(error)


class FactsForm(VolunteerForm):
    """New, or one who is there: who she is, what is in place, and what is and is not the task."""

    KIND = Volunteer.KIND

    def __init__(
        self, desk: Desk, listed: VolunteerList, which: str = "", made: Volunteer | None = None
    ) -> None:
        heading = f"Ret: {made.name}" if made else "Ny frivillig"
        line = f"Til {listed.house_name}. En frivillig får ingen nøgle og ser intet her."
        super().__init__(desk, heading, line, "Gem", which)
        self._listed = listed
        self._before = made or Volunteer(house=listed.house, name="")
        self.lay_out(*self._who(), *self._in_place(), *self._task())
        self._fill()
        self.ready()

    @property
    def key(self) -> str:
        return f"{self.KIND}:{self.which or f'ny-{self._listed.house}'}"

    def _who(self) -> list[Item]:
        f = self.fields
        hosts = [("", "Ikke valgt"), *self._listed.hosts]
        return [
            beside(
                f.add("name", "Navn", line_edit(most=80)),
                f.add("phone", "Telefon", line_edit(most=40), optional=True),
            ),
            beside(
                f.add("association", "Forening", line_edit(most=80), optional=True),
                f.add("contact", "Kontakt der", line_edit(most=120), optional=True),
            ),
            beside(
                f.add("host", "Hvem tager imod?", Choice(hosts)),
                f.add_day("asked_on", "Meldte sig", optional=True),
            ),
        ]

    def _in_place(self) -> list[Item]:
        f, years = self.fields, self._listed.attest_years
        rule = f"Husets regel: en ny efter {years} år." if years else "Den dag, I så den."
        return [
            beside(
                f.add_day("attest_on", "Børneattest", optional=True),
                f.add_day("agreed_on", "Rammeaftale", optional=True),
            ),
            f.add_day("secrecy_on", "Tavshedspligt", optional=True),
            small(f"{rule} Tom, til det er i orden. Alle tre skal stå her, før det begynder."),
        ]

    def _task(self) -> list[Item]:
        f = self.fields
        lines = ((self._listed.may, "may", "Det er opgaven"),
                 (self._listed.may_not, "may_not", "Det er ikke opgaven"))  # fmt: skip
        items: list[Item] = []
        for kinds, name, words in lines:
            picks = [Pick(one, one) for one in kinds]
            items += [
                f.add(name, words, ChipGroup(picks, name=words)),
                f.add_prose(
                    f"own_{name}", f"{words}: jeres egne linjer", MORE, lines=2, optional=True
                ),
            ]
        return [*items, f.add_prose("note", "Noter", NO_NAMES, lines=2, optional=True)]

    def _fill(self) -> None:
        made, new = self._before, not self.which
        self.fields.put(
            name=made.name, phone=made.phone, association=made.association, contact=made.contact,
            host=made.host, asked_on=self.today() if new else made.asked_on,
            attest_on=made.attest_on, agreed_on=made.agreed_on, secrecy_on=made.secrecy_on,
            may=self._listed.may if new else made.may,
            may_not=self._listed.may_not if new else made.may_not,
            own_may=_own(made.may, self._listed.may),
            own_may_not=_own(made.may_not, self._listed.may_not), note=made.note,
        )  # fmt: skip

    def send(self) -> Asked[Any]:
        f = self.fields
        made = replace(
            self._before,
            name=" ".join(f.must("name", "Hvad hedder den frivillige?").split()),
            phone=f.text("phone"), association=f.text("association"), contact=f.text("contact"),
            host=f.text("host"), asked_on=f.day_of("asked_on"), attest_on=f.day_of("attest_on"),
            agreed_on=f.day_of("agreed_on"), secrecy_on=f.day_of("secrecy_on"),
            may=self._lines("may"), may_not=self._lines("may_not"), note=f.text("note"),
        )  # fmt: skip
        return self.desk.ask(volunteers.save, made, self.which or None)

    def _lines(self, name: str) -> tuple[str, ...]:
        own = (" ".join(one.split()) for one in self.fields.text(f"own_{name}").splitlines())
        return (*self.fields.several(name), *(one for one in own if one))

    def said(self) -> str:
        return f"{danish.first_name(self.fields.text('name'))} er skrevet på."

    def undo(self, answer: Any) -> Callable[[], None] | None:
        if not self.which:
            return None
        return partial(put_back, self.desk, ((answer.id, self._before),))


def beside(left: QWidget, right: QWidget) -> QWidget:
    """Two fields, one beneath the other where the text is large."""
    return FieldsRow([(left, 1), (right, 1)], em=30, gap=16)


def _own(lines: Iterable[str], kinds: Iterable[str]) -> str:
    """Those that the house wrote itself."""
    known = set(kinds)
    return "\n".join(one for one in lines if one not in known)


class FeedbackForm(VolunteerForm):
    """How it goes, in the words of the house."""

    KIND = "frivillig_opfoelgning"

    def __init__(self, desk: Desk, page: VolunteerPage) -> None:
        first = page.record.first_name
        line = "Det, I talte om: hvad der går godt, og hvad I gør anderledes."
        super().__init__(desk, f"Hvordan går det med {first}?", line, "Gem", page.row.id)
        self._before = page.record
        self.lay_out(
            self.fields.add_prose("well", "Det går godt", NO_NAMES, optional=True),
            self.fields.add_prose("otherwise", "Det gør vi anderledes", NO_NAMES, optional=True),
            self.fields.add_day("day", "Hvornår?", self.today()),
            field("Hvem", small("Dit navn står på.")),
        )
        self.ready()

    def send(self) -> Asked[Any]:
        f = self.fields
        if not (f.text("well") or f.text("otherwise")):
            raise Missing("well", "Få ord er nok.")
        said = Feedback(day=f.must_day("day"), well=f.text("well"), otherwise=f.text("otherwise"))
        return self.desk.ask(volunteers.give_feedback, self.which, said)

    def said(self) -> str:
        return "Opfølgningen er skrevet."


class GoodbyeForm(VolunteerForm):
    """She stops in the house: why, and thanks. Her places end the same day."""

    KIND = "frivillig_slut"

    def __init__(self, desk: Desk, page: VolunteerPage) -> None:
        first = page.record.first_name
        line = "Pladserne slutter samme dag. Det, der er gjort, bliver stående."
        super().__init__(desk, f"Sig farvel og tak til {first}", line, "Sig farvel", page.row.id)
        self._first = first
        self.lay_out(
            self.fields.add_day("on", "Sidste dag", self.today()),
            self.fields.add("because", "Hvorfor?", line_edit(), NO_NAMES, optional=True),
            self.fields.add_prose(
                "thanks", "Det fik vi ud af det", "Står på takkebrevet. " + NO_NAMES, optional=True
            ),
        )
        self.ready()

    def send(self) -> Asked[Any]:
        f = self.fields
        return self.desk.ask(
            volunteers.stop, self.which, f.must_day("on"), f.text("because"), f.text("thanks")
        )

    def said(self) -> str:
        return f"{self._first} er holdt op. Sig tak fra os alle."

    def undo(self, answer: Any) -> Callable[[], None] | None:
        return partial(put_back, self.desk, answer.before)


def put_back(desk: Desk, before: Any) -> None:
    """*Fortryd*: everything as it stood."""
    desk.ask(volunteers.put_back, before).then(partial(undone, desk), desk)


def undone(desk: Desk, changes: Changes) -> None:
    desk.announce(changes)
    desk.say("Fortrudt. Det står, som det stod.", "ok")
