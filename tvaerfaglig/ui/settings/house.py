"""Huset: what stands on the letters, which stuer there are, and who sees whom."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.people import Controller, Dagtilbud, DagtilbudKind
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services import administration, staffing
from tvaerfaglig.services.administration import Administration
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.settings.consent import ConsentCard
from tvaerfaglig.ui.settings.parts import SectionPage
from tvaerfaglig.ui.settings.stuer_card import StuerCard
from tvaerfaglig.ui.widgets import (
    OneOf,
    Segment,
    Segments,
    button,
    card,
    choice,
    field,
    line_edit,
    page_foot,
    row,
    small,
)

NEW = "nyt"
_KINDS = ((DagtilbudKind.BOERNEHUS.value, "Børnehus"), (DagtilbudKind.DAGPLEJE.value, "Dagpleje"))
_ALIKE = tuple((str(n), f"færre end {n} børn") for n in (3, 5, 8, 10))
_ATTESTS = (
    ("0", "ikke efter en fast regel"),
    *((str(n), f"efter {danish.count(n, 'år', 'år', spelled=True)}") for n in (1, 2, 3, 5)),
)
_CONTROLLERS = (
    (Controller.KOMMUNAL.value, "kommunalt"),
    (Controller.SELVEJENDE.value, "selvejende"),
    (Controller.PRIVAT.value, "privat"),
)


class HousePage(SectionPage):
    """One house at a time. What was changed is kept when one goes elsewhere, as one version."""

    def __init__(self, desk: Desk) -> None:
        self.add = button("Nyt hus", "outlined", "plus")
        self.which = choice((), name="Hvilket hus?")
        super().__init__(desk, "Huset", "", self.which, self.add)
        self.add.clicked.connect(self._on_add)
        self._houses: tuple[Stored[Dagtilbud], ...] = ()
        self._children: dict[str, int] = {}
        self._id = ""
        self._base = Dagtilbud(name="")
        self.which.chosen_changed.connect(self._on_which)
        self._make_fields()
        self.save = button("Gem huset", "primary")
        self.save.clicked.connect(self._on_save)
        foot = page_foot(None, self.save)
        self.saved = foot.saved
        self.saved.say("Bliver også gemt, når du går videre", saved=False)
        self._build()
        self.add_foot(foot)

    def load(self) -> None:
        self.desk.ask(administration.administration).then(self._take, self, failed=self.refuse)
        self.consent.load()

    def leave(self) -> None:
        """Keep what was changed; a house without a name stays in its fields."""
        if self.house() != self._base and self.name.text().strip():
            self._on_save()

    def start(self) -> None:
        self.name.setFocus()

    def _make_fields(self) -> None:
        self.name, self.address = line_edit(most=100), line_edit()
        self.phone, self.email = line_edit(most=40), line_edit(most=100)
        self.municipality, self.receiver = line_edit(most=100), line_edit()
        self.kind = choice(_KINDS)
        self.controller = Segments(
            (Segment(k, w) for k, w in _CONTROLLERS), name="Hvem ejer huset?"
        )
        self.basis = line_edit(most=400)
        self.data_basis, self.dpo = line_edit(most=400), line_edit(most=200)
        self.whole = OneOf("Pædagoger ser alle børn i huset")
        self.own = OneOf("Pædagoger ser kun børnene på deres egen stue")
        self.consent = ConsentCard(self.desk)
        self.consent.told.connect(partial(self.tell, tone="ok"))
        self.consent.refused.connect(self.refuse)
        self.alike = choice(_ALIKE, str(self._base.alike), name="Spørg, når det passer på")
        self.attest = choice(_ATTESTS, str(self._base.attest_years), name="Ny børneattest")
        self.controller.changed.connect(self._on_controller)
        self.stuer = StuerCard()

    def _build(self) -> None:
        self._basis_field = field(
            "Grundlag for CPR-numre",
            self.basis,
            "Et privat hus må kun gemme dem med et grundlag. Uden grundlag er feltet skjult hos børnene.",
        )
        self._data_field = field(
            "Det, I skriver om børn efter",
            self.data_basis,
            "Husets grundlag i databeskyttelsesreglerne. Står i brevet til forældrene.",
            optional=True,
        )
        self._sees_card = card(
            "Hvem ser hvem",
            self.whole,
            self.own,
            small("Lederen ser altid alle. Hvem der har set hvad, bliver noteret."),
        )
        self.show_cards(
            self._on_letters(),
            self._to_whom(),
            self._whose(),
            self.stuer,
            self._sees_card,
            *self._own_rules(),
            self.consent,
        )

    def _on_letters(self) -> QWidget:
        return card(
            "På breve og udskrifter",
            row((field("Navn", self.name), 3), (field("Slags", self.kind), 2), gap="apart"),
            field("Adresse", self.address, "Husets. Aldrig en privat adresse."),
            row(
                (field("Telefon", self.phone, "Når kommunen ringer tilbage."), 2),
                (field("Mail", self.email, "Fælles, ikke din egen.", optional=True), 3),
                gap="apart",
            ),
        )

    def _to_whom(self) -> QWidget:
        return card(
            "Kommunen",
            row(
                (field("Kommune", self.municipality, "Den, I underretter."), 2),
                (field("Modtager", self.receiver, "Som det skal stå på brevet."), 3),
                gap="apart",
            ),
        )

    def _whose(self) -> QWidget:
        return card(
            "Hvem ejer huset?",
            small("Ejeren har ansvaret for oplysningerne. Det afgør også reglerne for CPR-numre."),
            row(self.controller, ...),
            self._basis_field,
            self._data_field,
            field(
                "Databeskyttelsesrådgiver",
                self.dpo,
                "Navn, mail eller telefon. Står i brevet til forældrene.",
                optional=True,
            ),
        )

    def _own_rules(self) -> tuple[QWidget, QWidget]:
        """What a house decides for itself: how few children are too few, and how old an attest may be."""
        anonymous = field(
            "Spørg, når det, der er skrevet, passer på",
            self.alike,
            "Programmet tæller blandt husets børn, mens I skriver. Et spørgsmål standser intet.",
        )
        attest = field(
            "Bed om en ny børneattest",
            self.attest,
            "Husets egen regel. Er en attest ældre, står det på den frivilliges side.",
        )
        return card("Anonyme drøftelser", anonymous), card("Frivillige", attest)

    # what is shown

    def _take(self, seen: Administration) -> None:
        self._houses, self._children = seen.houses, seen.children
        unsaved = self.house() != self._base
        self.which.offer([(one.id, one.record.name) for one in seen.houses], self._id)
        self.which.updateGeometry()  # the head asked how wide it is while it was empty
        self.which.setVisible(len(seen.houses) > 1)
        if self._id != NEW and not unsaved:
            self._show(self.which.chosen())

    def _show(self, house_id: str) -> None:
        found = next((one for one in self._houses if one.id == house_id), None)
        self._id = house_id
        house = (
            found.record
            if found
            else Dagtilbud(
                name="", municipality=self._base.municipality, receiver=self._base.receiver
            )
        )
        self.title.say(house.name or "Nyt hus", self._line(house))
        self.save.say("Gem huset" if found else "Opret huset")
        for edit, words in self._texts(house):
            edit.setText(words)
        self.kind.choose(house.kind.value)
        self.controller.choose(house.controller.value)
        self.alike.choose(str(house.alike))
        self.attest.choose(str(house.attest_years))
        (self.own if house.own_stue_only else self.whole).setChecked(True)
        self.stuer.show_stuer(house.stuer, self._children)
        self._on_controller()
        self._base = self.house() if found else house

    def _line(self, house: Dagtilbud) -> str:
        if not house.name:
            return "Det får sine egne børn og stuer. Du bliver leder for det."
        if house.kind is DagtilbudKind.DAGPLEJE:
            return "Dagpleje. Børnene følger deres dagplejer."
        return danish.count(len(house.stuer), "stue", "stuer")

    def _texts(self, house: Dagtilbud) -> tuple[tuple[QLineEdit, str], ...]:
        """Each field, and what the house says in it."""
        return (
            (self.name, house.name),
            (self.address, house.address),
            (self.phone, house.phone),
            (self.email, house.email),
            (self.municipality, house.municipality),
            (self.receiver, house.receiver),
            (self.basis, house.cpr_basis),
            (self.data_basis, house.data_basis),
            (self.dpo, house.dpo),
        )

    # what is written

    def house(self) -> Dagtilbud:
        """What the fields say now."""
        controller = Controller(self.controller.chosen() or Controller.KOMMUNAL.value)
        return replace(
            self._base,
            name=self.name.text().strip(),
            kind=DagtilbudKind(self.kind.chosen()),
            address=self.address.text().strip(),
            phone=self.phone.text().strip(),
            email=self.email.text().strip(),
            municipality=self.municipality.text().strip(),
            receiver=self.receiver.text().strip(),
            controller=controller,
            cpr_basis=self.basis.text().strip() if controller is Controller.PRIVAT else "",
            data_basis="" if controller is Controller.KOMMUNAL else self.data_basis.text().strip(),
            dpo=self.dpo.text().strip(),
            stuer=self.stuer.stuer(),
            own_stue_only=self.own.isChecked(),
            alike=int(self.alike.chosen() or self._base.alike),
            attest_years=int(self.attest.chosen() or self._base.attest_years),
        )

    @Slot()
    def _on_save(self) -> None:
        house = self.house()
        known = None if self._id == NEW else self._id
        self._base = house
        self.desk.ask(staffing.save_house, house, known).then(
            self._saved, self, failed=self._refused
        )

    def _refused(self, error: BaseException) -> None:
        self._base = replace(self._base, name="")
        self.refuse(error)

    def _saved(self, saved: Saved) -> None:
        self._id = saved.id
        self.untell()
        now = self.desk.clock.now().time()
        self.saved.saved_at(danish.clock(now))
        self.desk.announce(saved.changes, self)
        self.load()

    @Slot(str)
    def _on_which(self, house_id: str) -> None:
        self.leave()
        self._show(house_id)

    @Slot()
    def _on_add(self) -> None:
        self.leave()
        self._show(NEW)
        self.name.setFocus()

    @Slot()
    def _on_controller(self) -> None:
        self._basis_field.setVisible(self.controller.chosen() == Controller.PRIVAT.value)
        self._data_field.setVisible(self.controller.chosen() != Controller.KOMMUNAL.value)
        self.stuer.setVisible(self.kind.chosen() != DagtilbudKind.DAGPLEJE.value)
        self._sees_card.setVisible(self.kind.chosen() != DagtilbudKind.DAGPLEJE.value)
