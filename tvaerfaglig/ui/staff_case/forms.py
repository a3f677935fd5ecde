"""The three forms of a sealed case: the first entry, one more, and what was done. Their drafts are sealed too."""

from __future__ import annotations

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.staff_case import Noted, Sealed
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.staff_case import cases as sealed_cases
from tvaerfaglig.services.staff_case.cases import OpenCase, StaffCases
from tvaerfaglig.ui.children.form import DraftPage, Keep
from tvaerfaglig.ui.desk import Asked, Desk
from tvaerfaglig.ui.staff_case.wording import KEY, NOBODY, SEALED
from tvaerfaglig.ui.widgets import Choice, Prose, guidance, line_edit, row, section
from tvaerfaglig.ui.widgets.layout import Item
from tvaerfaglig.ui.widgets.several import Several

ALONE = "-"


class SealedForm(DraftPage):
    """A page whose draft is sealed to its writer before it is kept. Nothing here can be undone with one key."""

    KIND = Sealed.KIND
    UNDOES = False
    KEEP: Keep = staticmethod(sealed_cases.keep_draft)

    def __init__(self, desk: Desk, page: StaffCases, heading: str, line: str, save: str) -> None:
        super().__init__(desk, heading, line, save)
        self.page = page

    def said(self) -> str:
        return "Forseglet."

    def entry_fields(self) -> list[Item]:
        f = self.fields
        return [
            row(
                (f.add_day("day", "Dag", self.today()), 2),
                (f.add_clock("at", "Klokken", optional=True), 1),
                (f.add("place", "Sted", line_edit(), optional=True), 2),
                gap="apart",
            ),
            f.add_prose("seen", "Det, der blev set og hørt", "Ord for ord: hvad der skete og blev sagt.", lines=4),
            f.add("seen_by", "Hvem så eller fortalte det?", line_edit(), "Dig, en kollega, en forælder eller barnet."),
            f.add(
                "thought", "Det, du selv tænker", Prose(kind="thought", lines=2),
                "For sig, så det, du så, kan stå alene.", optional=True, icon="egen-tanke",
            ),
        ]  # fmt: skip

    def entry(self, entry_id: str = "") -> Noted:
        f = self.fields
        return Noted(
            id=entry_id,
            day=f.must_day("day", "Hvilken dag skete det? Cirka er fint."),
            at=f.time_of("at"),
            place=f.text("place"),
            seen=f.must("seen", "Hvad så eller hørte du? Én linje er nok."),
            seen_by=f.text("seen_by"),
            thought=f.text("thought"),
        )

    def children_field(self, chosen: tuple[str, ...] = ()) -> Item:
        known = self.page.children
        several = Several(name="Hvilke børn handler det om?")
        several.offer_several(
            [
                (one, child.name, child.first_name)
                for one, child in sorted(known.items(), key=lambda pair: pair[1].name)
                if not child.left or one in chosen
            ],
            [one for one in chosen if one in known],
        )
        words = "Kun hvis du vil. Det kommer ikke til at stå hos barnet."
        return self.fields.add(
            "children", "Hvilke børn handler det om?", several, words, optional=True
        )


class NewCase(SealedForm):
    """Whom it is about, whom it is shared with, and the first entry."""

    def __init__(self, desk: Desk, page: StaffCases) -> None:
        line = "Forsegles, når du trykker"
        super().__init__(desk, page, "Ny sag om en ansat", line, "Forsegl")
        f = self.fields
        self.lay_out(
            guidance(SEALED),
            f.add("concerning", "Hvem handler det om?", line_edit(), "Navnet, som I siger det i huset."),
            self._leader(),
            *self.entry_fields(),
            self.children_field(),
            guidance(KEY),
        )  # fmt: skip
        self.begin()

    @property
    def key(self) -> str:
        return f"{self.KIND}:ny"

    def send(self) -> Asked[Saved]:
        f = self.fields
        concerning = f.must("concerning", "Hvem handler det om? Et navn er nok.")
        leader = f.must("leader", "Hvem deler du den med? »Ingen her« er også et svar.")
        return self.desk.ask(
            sealed_cases.begin,
            concerning=concerning,
            leader="" if leader == ALONE else leader,
            children=f.several("children"),
            first=self.entry(),
            draft=self.key,
        )

    def _leader(self) -> Item:
        offered = [
            (one.id, f"{one.name}, {one.role}" + ("" if one.has_key else " – har ikke låst op endnu"))
            for one in self.page.leaders
        ]  # fmt: skip
        box = Choice([("", "Vælg"), *offered, (ALONE, NOBODY)])
        words = "Handler det om lederen selv, så vælg souschefen, eller gå selv til kommunen. Kan ikke ændres siden."
        return self.fields.add("leader", "Hvem deler du den med?", box, words)


class EntryPage(SealedForm):
    """One more dated entry, or one of one's own to be corrected."""

    def __init__(
        self, desk: Desk, page: StaffCases, opened: OpenCase, entry: Noted | None = None
    ) -> None:
        heading = "Ret det, du skrev" if entry else "Skriv mere"
        super().__init__(desk, page, heading, f"Om {opened.case.concerning}", "Forsegl")
        self.opened, self.before = opened, entry
        self.lay_out(*self.entry_fields())
        if entry is not None:
            self.fields.put(
                day=entry.day, at=entry.at, place=entry.place, seen=entry.seen,
                seen_by=entry.seen_by, thought=entry.thought,
            )  # fmt: skip
        self.begin()

    @property
    def key(self) -> str:
        return f"{self.KIND}:{self.opened.id}:{self.before.id if self.before else 'mere'}"

    def send(self) -> Asked[Saved]:
        entry = self.entry(self.before.id if self.before else "")
        return self.desk.ask(sealed_cases.note, self.opened.id, entry, draft=self.key)


class StepsPage(SealedForm):
    """What the leader did, what comes next, which children, and whether it is closed."""

    def __init__(self, desk: Desk, page: StaffCases, opened: OpenCase) -> None:
        line = f"Om {opened.case.concerning}"
        super().__init__(desk, page, "Det, der er gjort", line, "Forsegl")
        self.opened = opened
        f, case = self.fields, opened.case
        self.lay_out(
            f.add_prose(
                "leader_did", "Det har lederen gjort", "Hvem der er talt med, hvornår, og hvad der er aftalt.", lines=3,
            ),
            f.add_prose("next_step", "Næste skridt", "Hvem gør hvad?", lines=2),
            f.add_day("next_on", "Senest", ahead=True, optional=True),
            self.children_field(case.children),
            section("Når sagen er slut"),
            f.add_day(
                "closed_on", "Lukket den", optional=True,
                guidance="En lukket sag kan slettes. Det skrevne er så væk for altid.",
            ),
        )  # fmt: skip
        f.put(
            leader_did=case.leader_did, next_step=case.next_step, next_on=case.next_on,
            closed_on=case.closed_on,
        )  # fmt: skip
        self.begin()

    @property
    def key(self) -> str:
        return f"{self.KIND}:{self.opened.id}:skridt"

    def send(self) -> Asked[Saved]:
        f = self.fields
        hidden = tuple(one for one in self.opened.case.children if one not in self.page.children)
        return self.desk.ask(
            sealed_cases.steps,
            self.opened.id,
            leader_did=f.text("leader_did"),
            next_step=f.text("next_step"),
            next_on=f.day_of("next_on"),
            children=(*f.several("children"), *hidden),
            closed_on=f.day_of("closed_on"),
            draft=self.key,
        )


def shared_with(page: StaffCases, opened: OpenCase) -> str:
    """Whose it is, from the reader's side: "delt med Hanne Bjerre", "skrevet af Mette Sørensen"."""
    case = opened.case
    if case.writer != page.me:
        return f"skrevet af {page.staff.get(case.writer, 'en kollega')}"
    if not case.leader:
        return "kun for dig. Du går selv til kommunen"
    return f"delt med {page.staff.get(case.leader, 'lederen')}"


def children_named(page: StaffCases, opened: OpenCase) -> str:
    known = page.children
    return danish.join_and(
        [known[one].name if one in known else "et barn" for one in opened.case.children]
    )
