"""Del barn: who may see the child, on what basis, until when."""

from __future__ import annotations

from datetime import date, timedelta

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.consent.coverage import beyond, sentence
from tvaerfaglig.domain.consent.standing import in_brief
from tvaerfaglig.domain.konsultation import Participant
from tvaerfaglig.domain.people import Staff
from tvaerfaglig.domain.protection import Basis, Samtykke, Sharing
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.children import protecting
from tvaerfaglig.services.children.one_child import ChildPage
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.ui.children.fields import Missing
from tvaerfaglig.ui.children.form import EntryForm
from tvaerfaglig.ui.desk import Asked, Desk
from tvaerfaglig.ui.widgets import Choice, guidance, line_edit, row
from tvaerfaglig.ui.widgets.layout import Item

EXPLAINS = (
    "Den, du deler med, kan se, læse og skrive om {navn}, fra den første dag til den sidste. "
    "Det kan trækkes tilbage med det samme. Hver gang noget bliver åbnet, står det under »Hvem har set«."
)
WHICH = "Hvilket samtykke deler du på?"
NONE_STANDS = (
    "Der står intet samtykke, der gælder i dag. Skriv det ned først, eller vælg et andet grundlag."
)
IN_WORDS = "Skriv med få ord, hvilket grundlag det er."


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
        who = Choice([("", "Vælg"), *people])
        who.chosen_changed.connect(self._say_reach)
        self._standing = self._standing_consents()
        on = Choice([("", "Vælg"), *((one, words) for one, words, _ in self._standing)])
        on.chosen_changed.connect(self._on_consent)
        return [
            guidance(EXPLAINS.format(navn=self.child.child.first_name)),
            f.add("staff", "Hvem skal kunne se barnet?", who),
            f.add("basis", "På hvilket grundlag?", basis, "Det står i loggen sammen med dit navn."),
            f.add("samtykke", WHICH, on),
            f.add("basis_text", "Mere om grundlaget", line_edit(), optional=True),
            row(
                (f.add_day("from_day", "Fra", self.today(), ahead=True), 1),
                (f.add_day("until", "Til og med", _next_year(self.today()), ahead=True), 1),
                gap="apart",
            ),
        ]

    def fill(self, record: Sharing) -> None:
        self.fields.put(
            staff=record.staff, basis=record.basis.value, basis_text=record.basis_text,
            samtykke=record.samtykke,
        )  # fmt: skip

    def send(self) -> Asked[Saved]:
        f = self.fields
        staff = f.must("staff", "Hvem skal kunne se barnet?")
        basis = Basis(f.must("basis", "På hvilket grundlag deler du?"))
        words = f.text("basis_text")
        if basis is Basis.ANDET and not words:
            raise Missing("basis_text", IN_WORDS)
        if basis is Basis.SAMTYKKE and not self._standing:
            raise Missing("basis", NONE_STANDS)
        given = f.must("samtykke", WHICH) if basis is Basis.SAMTYKKE else ""
        first, last = f.must_day("from_day"), f.day_of("until")
        if last is not None and last < first:
            raise Missing("until", "Den sidste dag ligger før den første. Hvilken er rigtig?")
        return self.desk.ask(
            protecting.share_child, self.child_id, staff, basis,
            basis_text=words, samtykke=given, from_day=first, until=last, draft=self.key,
        )  # fmt: skip

    def said(self) -> str:
        who = self._people[self.fields.text("staff")]
        return f"{self.child.child.first_name} er delt med {who.name}."

    def refilled(self) -> None:
        self._explain_basis(self.fields.text("basis"))

    def _explain_basis(self, key: str) -> None:
        texts = self.desk.library.consent.bases
        words = texts[Basis(key)].shown if key else "Det står i loggen sammen med dit navn."
        self.fields.field("basis").guide(words)
        self.fields.field("samtykke").setVisible(key == Basis.SAMTYKKE and bool(self._standing))
        if key == Basis.SAMTYKKE and not self._standing:
            self.fields.field("basis").guide(NONE_STANDS)
        if key == Basis.SAMTYKKE and len(self._standing) == 1 and not self.fields.text("samtykke"):
            self.fields.put(samtykke=self._standing[0][0])
            self._on_consent(self._standing[0][0])

    def _standing_consents(self) -> list[tuple[str, str, Samtykke]]:
        """Those that hold today; none while the parents are asked nothing."""
        if self.child.hides_parents:
            return []
        child = self.child.child
        return [
            (one.id, in_brief(one.record, child), one.record)
            for one in self.child.samtykker
            if one.record.holds_on(self.child.today)
        ]

    def _on_consent(self, chosen: str) -> None:
        """A sharing lasts no longer than what it rests on."""
        given = next((one for key, _, one in self._standing if key == chosen), None)
        if given is not None and given.until is not None:
            self.fields.put(until=given.until)
        self._say_reach()

    def _say_reach(self, _chosen: str = "") -> None:
        """Whether the consent names whom one shares with: said, never a gate."""
        on, who = self.fields.text("samtykke"), self.fields.text("staff")
        given = next((one for key, _, one in self._standing if key == on), None)
        person = self._people.get(who)
        outside: tuple[str, ...] = ()
        if given is not None and person is not None:
            at = Participant(name=person.name, role=person.role.word, staff=who)
            outside = beyond(given, (at,), self.child.child, self._people)
        self.fields.field("samtykke").guide(sentence(outside))


def _next_year(day: date) -> date:
    """A year on, where nothing says how long."""
    return day + timedelta(days=365)
