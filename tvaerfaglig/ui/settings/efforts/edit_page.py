"""A kind of indsats of one's own: whom it is about, its rhythm, seats, phases and sheets, and what is counted of it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.efforts.kind import Direction, EffortKind, Indicator, Priority, Subject
from tvaerfaglig.domain.efforts.rhythm import Every, Rhythm
from tvaerfaglig.domain.efforts.unfinished import as_it_is_about, filled, unfinished
from tvaerfaglig.services.efforts import changing
from tvaerfaglig.services.efforts.shelf import OnShelf
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.ui.desk import Asked, Desk
from tvaerfaglig.ui.settings.efforts import BACK
from tvaerfaglig.ui.settings.efforts.outline import OutlinePage
from tvaerfaglig.ui.settings.efforts.row_editors import (
    EACH,
    FORMS,
    SEATS,
    beside,
    lines_of,
    number_of,
    phases_of,
)
from tvaerfaglig.ui.settings.kinds.ordered_rows import OrderedRows
from tvaerfaglig.ui.settings.kinds.own_page import OwnKindPage
from tvaerfaglig.ui.settings.parts import DeepPage
from tvaerfaglig.ui.widgets import (
    ChipGroup,
    Pick,
    Prose,
    card,
    choice,
    field,
    line_edit,
    small,
    tick,
)
from tvaerfaglig.ui.widgets.fields_row import FieldsRow

EVERY = (
    (Every.UGER.value, "Med uger imellem"),
    (Every.AAR.value, "Et antal gange om året"),
    (Every.INGEN.value, "Efter aftale"),
)
TALKS = "Samtaler med faste tider og papirer følger den form, den er lavet ud fra."


class EditPage(OwnKindPage):
    """Efforts that began by it keep it as it was."""

    EXAMPLE = "Skriv fx »Onsdagsgruppen«."

    def __init__(self, desk: Desk, one: OnShelf, *, fresh: bool = False) -> None:
        super().__init__(
            desk, one.kind, "" if fresh else one.ref, new="Jeres egen indsatsform",
            line="Ret jeres egen indsatsform.", back_to=BACK,
        )  # fmt: skip
        kind: EffortKind = one.kind
        self.line, self.purpose = line_edit(kind.line, most=120), Prose(kind.purpose, lines=2)
        self.invitation = Prose(kind.invitation, lines=3)
        self.invitation_born = Prose(kind.invitation_born, lines=3)
        self.seats = OrderedRows(kind.seats, SEATS)
        self.phases = OrderedRows(kind.phases, phases_of(self.seats.things))
        self.forms = OrderedRows(kind.forms, FORMS)
        indicators = [Pick(each.value, danish.capital(each.word)) for each in Indicator]
        self.indicators = ChipGroup(
            indicators, [each.value for each in kind.indicators], name="Det tæller I"
        )
        self.show_cards(
            card(
                "Indsatsen",
                self.name_field,
                field("Én linje om den", self.line),
                field("Hvad går den ud på?", self.purpose),
                field("Det læser forældrene på invitationen", self.invitation, optional=True),
                self._asked_later(kind),
                small(TALKS),
            ),
            self._whom(kind),
            self._rhythm_card(kind.rhythm),
            card("Hvem gør hvad", self.seats),
            card("Faser, i den rækkefølge de kommer", self.phases),
            card("Ark, som I skriver", self.forms),
            self._lists(kind),
            card("Det tæller I", field("Ses i Tal", self.indicators)),
        )
        self.ready()

    def _asked_later(self, kind: EffortKind) -> QWidget | None:
        """Only of a kind for those who are expecting."""
        if Subject.UFOEDT not in kind.about:
            return None
        return field(
            "Det læser de i stedet, når barnet er født", self.invitation_born, optional=True
        )

    def _whom(self, kind: EffortKind) -> QWidget:
        self.about = ChipGroup(
            [Pick(each.value, danish.capital(each.word)) for each in Subject],
            [each.value for each in kind.about],
            name="Hvem handler den om?",
        )
        directions = [(each.value, danish.capital(each.word)) for each in Direction]
        self.direction = choice(directions, kind.direction.value)
        self.most = line_edit(str(kind.max_families), most=2)
        self.under = line_edit(str(kind.under_age), most=2)
        self.parents = tick("Forældrene er med", on=kind.with_parents)
        self.consent = tick("Ingen er med uden familiens skrevne ja", on=kind.consent)
        return card(
            "Hvem den er om",
            field("Hvem handler den om?", self.about),
            field("Hvordan arbejder den?", self.direction),
            beside(
                field("Familier, højst", self.most, "0: intet loft."),
                field("Forældre under (år)", self.under, "0: alle aldre."),
            ),
            self.parents,
            self.consent,
        )

    def _rhythm_card(self, rhythm: Rhythm) -> QWidget:
        self.every = choice(EVERY, rhythm.every.value)
        self.number = line_edit(str(rhythm.number), most=2)
        self.least = line_edit(str(rhythm.least), most=2)
        self.highest = line_edit(str(rhythm.most), most=2)
        self.status = line_edit(str(rhythm.status_weeks), most=2)
        self._number = field("Hvor mange?", self.number)
        self.every.chosen_changed.connect(self._follow_rhythm)
        made = card(
            "Rytme",
            beside(field("Hvor tit?", self.every), self._number),
            FieldsRow(
                [
                    (field("Gange, mindst", self.least, "0: ikke fast."), 1),
                    (field("Gange, højst", self.highest, "0: uden slut."), 1),
                    (field("Status hver (uger)", self.status, "0: ingen."), 1),
                ],
                em=38,
                gap=16,
            ),
        )
        self._follow_rhythm()
        return made

    def _lists(self, kind: EffortKind) -> QWidget:
        self.absences = Prose("\n".join(kind.absences), lines=3)
        self.priorities = Prose("\n".join(one.name for one in kind.priorities), lines=2)
        self.may = Prose("\n".join(kind.may), lines=2)
        self.may_not = Prose("\n".join(kind.may_not), lines=2)
        volunteers = "Kun hvor der er frivillige. " + EACH
        return card(
            "Lister",
            field("Grunde til ikke at komme", self.absences, EACH, optional=True),
            field("Først på ventelisten", self.priorities, EACH, optional=True),
            field("Det er den frivilliges opgave", self.may, volunteers, optional=True),
            field("Det er ikke den frivilliges opgave", self.may_not, EACH, optional=True),
        )

    @Slot()
    def _follow_rhythm(self) -> None:
        """Weeks between, or times a year; nothing to count where the days are agreed one at a time."""
        every = self.every.chosen()
        words = "Gange om året" if every == Every.AAR.value else "Uger imellem"
        self._number.caption.say(words)
        self.number.setAccessibleName(words)
        self.number.setEnabled(every != Every.INGEN.value)

    def made(self) -> EffortKind:
        kind: EffortKind = self.kind
        made = replace(
            kind,
            name=" ".join(self.name.text().split()),
            line=" ".join(self.line.text().split()) or kind.line,
            purpose=" ".join(self.purpose.text().split()) or kind.purpose,
            invitation=" ".join(self.invitation.text().split()),
            invitation_born=" ".join(self.invitation_born.text().split()),
            about=tuple(Subject(one) for one in self.about.chosen()),
            direction=Direction(self.direction.chosen()),
            under_age=number_of(self.under, 0, 99),
            with_parents=self.parents.isChecked(),
            consent=self.consent.isChecked(),
            max_families=number_of(self.most, 0, 60),
            rhythm=self._rhythm(),
            seats=self.seats.things(),
            phases=self.phases.things(),
            forms=self.forms.things(),
            priorities=self._priorities(kind),
            absences=lines_of(self.absences),
            may=lines_of(self.may),
            may_not=lines_of(self.may_not),
            indicators=tuple(Indicator(one) for one in self.indicators.chosen()),
        )
        return as_it_is_about(made)

    def _rhythm(self) -> Rhythm:
        return Rhythm(
            every=Every(self.every.chosen()),
            number=number_of(self.number, 1, 26),
            least=number_of(self.least, 0, 99),
            most=number_of(self.highest, 0, 99),
            status_weeks=number_of(self.status, 0, 52),
        )

    def _priorities(self, kind: EffortKind) -> tuple[Priority, ...]:
        """One that keeps its name keeps its id, so that those who wait by it still do."""
        known = {one.name: one.id for one in kind.priorities}
        names = dict.fromkeys(lines_of(self.priorities))
        taken = {known[name] for name in names if name in known}
        free = (f"forrang-{n}" for n in range(1, 100) if f"forrang-{n}" not in taken)
        return tuple(Priority(id=known.get(name) or next(free), name=name) for name in names)

    def send(self, made: EffortKind, ref: str) -> Asked[Saved]:
        return self.desk.ask(changing.keep_own, made, ref)

    def whole(self, made: EffortKind) -> EffortKind:
        return filled(made, self.kind) if unfinished(made) else made

    def outline_page(self, made: EffortKind) -> DeepPage:
        return OutlinePage(self.desk, made)

    def said(self, name: str) -> str:
        return f"»{name}« er gemt og kan vælges, når I begynder en indsats."
