"""Begin an indsats or put it right, and close it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Slot

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.efforts.kind import Subject
from tvaerfaglig.domain.efforts.records import Effort, Seated
from tvaerfaglig.services.efforts import starting
from tvaerfaglig.services.efforts.beginning import SeatChoice, ToStart
from tvaerfaglig.services.efforts.reading import EffortPage
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.ui.desk import Asked, Desk
from tvaerfaglig.ui.indsatser import FAMILIES, JOIN, NEW, PLACE, way
from tvaerfaglig.ui.indsatser.forms import LIST, IndsatsForm, Undo
from tvaerfaglig.ui.indsatser.kind_words import seat_for
from tvaerfaglig.ui.widgets import (
    ChipGroup,
    Choice,
    MessageBar,
    Pick,
    Segment,
    Segments,
    card,
    col,
    line_edit,
    message,
    row,
    small,
)
from tvaerfaglig.ui.widgets.layout import Item

_MANY = 20


class StartForm(IndsatsForm):
    """A new one of a kind, or (`stored`) other facts of one that is there. House and kind never change."""

    KIND = "indsats_begyndt"

    def __init__(self, desk: Desk, facts: ToStart, child: str = "") -> None:
        self._facts, self._child = facts, child
        stored = facts.stored
        kind = facts.kind
        super().__init__(
            desk,
            "Ret indsatsen" if stored else f"Begynd: {kind.name}",
            f"{kind.name} · {facts.house_name}" if stored else f"{kind.line} {facts.house_name}.",
            "Gem ændringen" if stored else "Begynd indsatsen",
            stored.id if stored else f"{kind.id}:{facts.house}",
        )
        self.lay_out(*self._build())
        if stored is not None:
            self._fill(stored.record)
        self.fields.put(**{_seat_key(one): one.chosen for one in facts.seats})
        self.ready()

    def _build(self) -> list[Item]:
        return [
            card("Indsatsen", *self._what()),
            card("De står for den", *self._seats()),
            self._project(),
        ]

    def _what(self) -> list[Item]:
        f, kind = self.fields, self._facts.kind
        example = "Uden navne på børn. Det er det, alle ser i listen."
        name = f.add("name", "Hvad skal den hedde?", line_edit(self._facts.name, most=80), example)
        about = [Segment(one.value, danish.capital(one.word)) for one in kind.about]
        subject = Segments(about, about[0].key, name="Hvem er den om?")
        whom = f.add("subject", "Hvem er den om?", subject)
        if len(about) == 1:
            whom.hide()
        subject.setEnabled(self._facts.stored is None)
        subject.changed.connect(self._on_subject)
        self._activity = f.add(
            "activity", "Hvilken aktivitet?", line_edit(most=120), "Som »læsehjørnet om torsdagen«.", optional=True
        )  # fmt: skip
        self._room = f.add("max", "Plads til", self._room_choice())
        return [
            name,
            whom,
            self._activity,
            row(
                (f.add_day("start", "Første dag", self._facts.today, ahead=True), 1),
                (f.add_day("end", "Sidste dag", ahead=True, optional=True), 1),
                gap="apart",
            ),
            row(
                (f.add("place", "Sted", line_edit(most=80), optional=True), 1),
                (self._room, 1),
                gap="apart",
            ),
        ]

    def _room_choice(self) -> Choice:
        most = self._facts.kind.max_families
        whole = f"{_many(most)}, som formen siger" if most else "Ingen grænse"
        narrower = range(1, most or _MANY + 1)
        return Choice([("0", whole), *((str(n), _many(n)) for n in narrower)], "0")

    def _seats(self) -> list[Item]:
        made: list[Item] = [self._seat(one) for one in self._facts.seats]
        without = [seat.name for seat in self._facts.kind.seats if not seat.roles]
        if without:
            names = danish.join_and([one.lower() for one in without])
            made.append(small(f"Plads til {names} giver du inde i indsatsen, når den er begyndt."))
        return made or [small("Formen har ingen faste roller.")]

    def _seat(self, seat: SeatChoice) -> Item:
        rule = self._facts.kind.seat(seat.id)
        who = seat_for(rule) if rule else ""
        said = f"{danish.capital(who)}. " if who and who != seat.name.lower() else ""
        told = f"{said}{seat.meaning}".strip()
        if not seat.may:
            told += " Ingen i huset kan have den rolle endnu. Den kan besættes senere."
        if seat.gone:
            names = danish.join_and(list(seat.gone))
            told += f" {names} kan ikke have rollen længere og går ud af den, når du gemmer."
        group = ChipGroup(
            [Pick(*one) for one in seat.may], seat.chosen, name=seat.name, several=seat.number > 1
        )
        return self.fields.add(_seat_key(seat), seat.name, group, told)

    def _project(self) -> Item:
        field = self.fields.add(
            "project", "Projekt", line_edit(most=60),
            "Skal den tælles sammen med andre, som en pulje? Så skriv det samme ord ved dem alle.",
            optional=True,
        )  # fmt: skip
        if not self._facts.projects:
            return card("Tælles med", field)
        used = ChipGroup(
            [Pick(one, one) for one in self._facts.projects], name="Projekter i brug", several=False
        )
        used.changed.connect(self._on_project)
        return card("Tælles med", col(field, used))

    def _fill(self, made: Effort) -> None:
        self.fields.put(
            name=made.name, subject=made.subject.value, activity=made.activity, start=made.start,
            end=made.end, place=made.place, max=str(made.max_families), project=made.project,
        )  # fmt: skip

    def refilled(self) -> None:
        self._on_subject(self.fields.text("subject"))

    @Slot(str)
    def _on_subject(self, subject: str) -> None:
        """An activity is named; families are counted."""
        chosen = Subject(subject)
        self._activity.setVisible(chosen is Subject.AKTIVITET)
        self._room.setVisible(chosen.has_families and self._facts.kind.max_families != 1)

    @Slot(tuple)
    def _on_project(self, chosen: tuple[str, ...]) -> None:
        if chosen:
            self.fields.put(project=chosen[0])
            self.touch()

    # saving

    def _seated(self) -> Iterable[Seated]:
        for seat in self._facts.seats:
            for one in self.fields.several(_seat_key(seat)):
                yield Seated(seat=seat.id, staff=one)

    def _made(self) -> Effort:
        f = self.fields
        subject = Subject(f.text("subject"))
        return Effort(
            kind=self._facts.ref,
            name=f.must("name", "Hvad skal den hedde?"),
            house=self._facts.house,
            subject=subject,
            activity=f.text("activity") if subject is Subject.AKTIVITET else "",
            project=f.text("project"),
            place=f.text("place"),
            max_families=int(f.text("max") or 0) if subject.has_families else 0,
            seated=tuple(self._seated()),
            start=f.must_day("start", "Hvornår begynder den?"),
            end=f.day_of("end"),
        )

    def send(self) -> Asked[Saved]:
        stored = self._facts.stored
        return self.desk.ask(starting.save, self._made(), stored.id if stored else None)

    def said(self) -> str:
        if self._facts.stored:
            return "Ændringen er gemt."
        begun = (self.fields.day_of("start") or self.today()) <= self.today()
        return "Indsatsen er begyndt." if begun else "Indsatsen er planlagt."

    def undo(self, saved: Saved) -> Undo:
        stored = self._facts.stored
        if stored is None:
            return partial(starting.remove, effort_id=saved.id)
        return partial(starting.save, effort=stored.record, effort_id=stored.id)

    def back_there(self, saved: Saved) -> str:
        del saved
        return "" if self._facts.stored else LIST

    def keeps_words(self) -> bool:
        return self._facts.stored is None

    def where(self, saved: Saved) -> str:
        """A new one that is about a child at hand asks for her family at once."""
        has_families = Subject(self.fields.text("subject")).has_families
        return way(saved.id, JOIN, self._child) if self._child and has_families else saved.id

    def beneath(self) -> str:
        stored = self._facts.stored
        return stored.id if stored else way(NEW, self._child)


class CloseForm(IndsatsForm):
    """It is over: what came of it, in words that name nobody. `still` says who is in it yet, before one writes."""

    KIND = "indsats_afsluttet"

    def __init__(self, desk: Desk, page: EffortPage, still: str = "") -> None:
        super().__init__(desk, "Afslut indsatsen", page.effort.name, "Afslut indsatsen", page.id)
        self.lay_out(
            self._still(still) if still else None,
            self.fields.add_prose(
                "outcome", "Hvad kom der ud af det?",
                "Kort, og uden navne: det står på indsatsen for alle, der kan se den.",
            ),
            small("Alt bliver stående. Går I videre, åbner du den igen."),
        )  # fmt: skip
        if page.effort.outcome:
            self.fields.put(outcome=page.effort.outcome)
        self.ready()

    def _still(self, words: str) -> MessageBar:
        made = message(words, "watch", icon="familie", link="Se familierne")
        made.pressed.connect(self._to_families)
        return made

    @Slot()
    def _to_families(self) -> None:
        self.desk.go(PLACE, way(self.which, FAMILIES))

    def send(self) -> Asked[Saved]:
        outcome = self.fields.must("outcome", "Hvad kom der ud af det? Én linje er nok.")
        return self.desk.ask(starting.close, self.which, outcome)

    def said(self) -> str:
        return "Indsatsen er afsluttet."

    def undo(self, saved: Saved) -> Undo:
        return partial(starting.reopen, effort_id=saved.id)

    def where(self, saved: Saved) -> str:
        return saved.id

    def beneath(self) -> str:
        return self.which


def _seat_key(seat: SeatChoice) -> str:
    return f"seat-{seat.id}"


def _many(number: int) -> str:
    return danish.count(number, "familie", "familier")
