"""Samtykke and Del barn: who agreed to what, and who may see the child until when."""

from __future__ import annotations

from datetime import date, timedelta

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.people import Staff
from tvaerfaglig.domain.protection import Basis, Samtykke, Sharing
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services import protecting
from tvaerfaglig.services.children import ChildPage
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.ui.children.fields import Missing
from tvaerfaglig.ui.children.form import EntryForm
from tvaerfaglig.ui.desk import Asked, Desk
from tvaerfaglig.ui.widgets import Choice, guidance, line_edit, row
from tvaerfaglig.ui.widgets.layout import Item

EXPLAINS = (
    "Den, du deler med, kan se, læse og skrive om {navn}, fra den første dag til den sidste. "
    "Det kan trækkes tilbage med det samme. Alt, hun åbner, står under »Hvem har set«."
)
BASES = {
    Basis.SAMTYKKE: "Forældrene har sagt ja. Skriv samtykket ned, hvis det ikke står her endnu.",
    Basis.UNDERRETNINGSPLIGT: "Når du underretter, kræver det ikke samtykke.",
    Basis.TIDLIGT_SAMARBEJDE: "Deling tidligt i forløbet uden samtykke. Spørg lederen, hvis du er i tvivl.",
    Basis.SAMME_MYNDIGHED: "Samme kommune og et sagligt formål.",
    Basis.ANDET: "Skriv med få ord, hvilket grundlag det er.",
}


class SamtykkeForm(EntryForm[Samtykke]):
    """Never needed for an underretning; gone while the guard hides the parents."""

    KIND = "samtykke"
    HEADING = "Nyt samtykke"
    LINE = "et samtykke kræves aldrig for at underrette"

    def build(self) -> list[Item]:
        f, child = self.fields, self.child.child
        givers = child.custody_holders or child.parents
        who = [
            (one.id, f"{one.name} ({one.relation})" if one.relation else one.name) for one in givers
        ]
        before = self.stored.record.given_by if self.stored else ""
        if before and before not in {one for one, _ in who}:
            who.append((before, before))
        both = len(child.custody_holders) > 1
        hint = "Har begge forældremyndighed, så skriv ét for hver." if both else ""
        return [
            f.add("given_by", "Hvem giver samtykke?", Choice([("", "Vælg"), *who]), hint),
            f.add("scope", "Til hvad?", line_edit(), "For eksempel: at tale med socialrådgiveren om morgenerne."),
            f.add("receivers", "Til hvem?", line_edit(), "Navne eller fag, der må få det at vide."),
            f.add("purpose", "Hvorfor?", line_edit(), optional=True),
            row(
                (f.add_day("given_on", "Givet den", self.today()), 1),
                (f.add_day("until", "Gælder til", _next_year(self.today()), ahead=True), 1),
                (f.add("form", "Hvordan", line_edit("skriftligt")), 1),
                gap="apart",
            ),
            guidance("Forældrene kan trække det tilbage når som helst. Så lukkes det, der er delt på det."),
        ]  # fmt: skip

    def fill(self, record: Samtykke) -> None:
        self.fields.put(
            given_by=record.given_by, scope=record.scope, receivers=record.receivers,
            purpose=record.purpose, given_on=record.given_on, until=record.until, form=record.form,
        )  # fmt: skip

    def record(self) -> Samtykke:
        f = self.fields
        given_by = f.must("given_by", "Hvem gav samtykket?")
        scope = f.must("scope", "Hvad sagde de ja til?")
        given, until = f.must_day("given_on"), f.day_of("until")
        if until is not None and until < given:
            raise Missing("until", "Det er før, det blev givet. Hvilken dag?")
        return Samtykke(
            child=self.child_id, given_by=given_by, given_on=given, scope=scope,
            receivers=f.text("receivers"), purpose=f.text("purpose"), form=f.text("form"),
            until=until, withdrawn_on=self.stored.record.withdrawn_on if self.stored else None,
        )  # fmt: skip

    def send(self) -> Asked[Saved]:
        samtykke_id = self.stored.id if self.stored else None
        return self.desk.ask(protecting.save_samtykke, self.record(), samtykke_id, draft=self.key)


class SharingForm(EntryForm[Sharing]):
    """Del barn. A sharing is never corrected: it is withdrawn, and a new one made."""

    KIND = "deling"
    HEADING = "Del {first}"
    UNDOES = False

    def __init__(
        self,
        desk: Desk,
        page: ChildPage,
        colleagues: list[tuple[str, Staff]],
        stored: Stored[Sharing] | None = None,
    ) -> None:
        self._people = dict(colleagues)
        super().__init__(desk, page, stored)
        self.save_button.say(f"Del {page.child.first_name}")

    def build(self) -> list[Item]:
        f = self.fields
        people = [(one, f"{who.name}, {who.role.word}") for one, who in self._people.items()]
        asks_parents = self.child.hides_parents
        bases = [
            (one.value, danish.capital(one.word))
            for one in Basis
            if not (asks_parents and one is Basis.SAMTYKKE)
        ]
        basis = Choice([("", "Vælg"), *bases])
        basis.chosen_changed.connect(self._explain_basis)
        return [
            guidance(EXPLAINS.format(navn=self.child.child.first_name)),
            f.add("staff", "Hvem skal kunne se barnet?", Choice([("", "Vælg"), *people])),
            f.add("basis", "På hvilket grundlag?", basis, "Det står i loggen sammen med dit navn."),
            f.add("basis_text", "Mere om grundlaget", line_edit(), optional=True),
            row(
                (f.add_day("from_day", "Fra", self.today(), ahead=True), 1),
                (f.add_day("until", "Til og med", _next_year(self.today()), ahead=True), 1),
                gap="apart",
            ),
        ]

    def fill(self, record: Sharing) -> None:
        self.fields.put(staff=record.staff, basis=record.basis.value, basis_text=record.basis_text)

    def send(self) -> Asked[Saved]:
        f = self.fields
        staff = f.must("staff", "Hvem skal kunne se barnet?")
        basis = Basis(f.must("basis", "På hvilket grundlag deler du?"))
        words = f.text("basis_text")
        if basis is Basis.ANDET and not words:
            raise Missing("basis_text", BASES[basis])
        first, last = f.must_day("from_day"), f.day_of("until")
        if last is not None and last < first:
            raise Missing("until", "Den sidste dag ligger før den første. Hvilken er rigtig?")
        return self.desk.ask(
            protecting.share_child, self.child_id, staff, basis,
            basis_text=words, from_day=first, until=last, draft=self.key,
        )  # fmt: skip

    def said(self) -> str:
        who = self._people[self.fields.text("staff")]
        return f"{self.child.child.first_name} er delt med {who.name}."

    def refilled(self) -> None:
        self._explain_basis(self.fields.text("basis"))

    def _explain_basis(self, key: str) -> None:
        words = BASES[Basis(key)] if key else "Det står i loggen sammen med dit navn."
        self.fields.field("basis").guide(words)


def _next_year(day: date) -> date:
    """A year on: how long a consent is usually given for."""
    return day + timedelta(days=365)
