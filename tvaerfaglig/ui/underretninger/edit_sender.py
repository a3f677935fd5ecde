"""Det, vi har gjort, and Hvem skriver, bilag og underskrift."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QPushButton

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.quality.finding import Finding
from tvaerfaglig.domain.underretning import Action, Annex
from tvaerfaglig.services.efforts.in_letters import action_of, offered
from tvaerfaglig.services.letters.paper import EVIDENCE_ANNEX
from tvaerfaglig.ui.underretninger.edit_facts import facts_table
from tvaerfaglig.ui.underretninger.editor import Editor
from tvaerfaglig.ui.underretninger.entries import ActionForm, AnnexForm, Entries
from tvaerfaglig.ui.widgets import (
    Chip,
    ListRow,
    Picker,
    Prose,
    boxed,
    button,
    card,
    col,
    empty_layout,
    field,
    flow,
    line_edit,
    row,
    small,
    strong,
    text,
    tick,
)


class DoneEditor(Editor):
    """What was tried, when, and what came of it; who else is with the family; anything more."""

    def build(self) -> None:
        work, head = self.work, self.work.sitting.record
        self.done: Entries[Action] = Entries(
            head.actions,
            lambda action: ActionForm(action, self._today),
            Action,
            add="Tilføj det, I har gjort",
        )
        self.done.changed.connect(self._on_actions_changed)
        self.add(boxed(col(strong(work.label("indsats")), self.done)))
        self.target(self.done, "indsats")
        self._offer_efforts()
        self.others = Prose(head.others_involved, lines=2)
        self.earlier = Prose(head.earlier, lines=2)
        for one in (self.others, self.earlier):
            one.textEdited.connect(self._on_others_edited)
        self.add(field("Andre, der er med", self.others, work.help("andre")))
        self.add(field("Tidligere underretninger", self.earlier, optional=True))
        self.target(self.others, "andre")
        made = self.add_prose(lines=4, name="Mere om det, vi har gjort")
        self.add(field("Mere om det, I har gjort", made, optional=True))

    def _offer_efforts(self) -> None:
        """What the house's indsatser came to, one press each; gone once it stands in the letter."""
        self.offers: dict[str, QPushButton] = {}
        for one in offered(self.work.page.tried, self.work.sitting.record.actions):
            action = action_of(one)
            made = button(f"Tag »{one.name}« med", "small", "indsats")
            made.setToolTip(f"{action.what} {action.effect}".strip())
            made.clicked.connect(partial(self._on_offer_taken, one.enrolment, action))
            self.offers[one.enrolment] = made
        if self.offers:
            offers = flow(*self.offers.values())
            self.offered = boxed(col(small("Fra indsatserne"), offers, gap="tight"))
            self.add(self.offered)

    @Slot()
    def _on_offer_taken(self, enrolment: str, action: Action) -> None:
        self.offers.pop(enrolment).hide()
        self.offered.setVisible(bool(self.offers))
        self.done.add(action)

    def flush(self) -> None:
        super().flush()
        self.others.flush()
        self.earlier.flush()

    def go_to(self, finding: Finding) -> None:
        if finding.field == "indsats":
            self.done.focus_entry(int(finding.item) if finding.item.isdigit() else 0)
        else:
            super().go_to(finding)

    def start(self) -> None:
        self.done.focus_entry(0)

    def _today(self) -> date:
        return self.work.desk.clock.now().date()

    @Slot(object)
    def _on_actions_changed(self, actions: object) -> None:
        self.work.writer.choose(actions=actions)

    @Slot()
    def _on_others_edited(self) -> None:
        self.work.writer.choose(
            others_involved=self.others.text().strip(), earlier=self.earlier.text().strip()
        )


class SenderEditor(Editor):
    """Who writes and how well she knows the child; the house; annexes; who signs."""

    def build(self) -> None:
        work, head = self.work, self.work.sitting.record
        self._build_writers()
        self.relation = line_edit(head.relation)
        self.since = line_edit(head.known_since)
        self.hours = line_edit(head.hours_a_week, most=40)
        for one in (self.relation, self.since, self.hours):
            one.textEdited.connect(self._on_knows_edited)
        self.add(field("Som hvad kender du barnet?", self.relation, work.help("kendskab")))
        since = row(
            (field("Siden hvornår", self.since), 2),
            (field("Timer om ugen", self.hours), 1),
            gap="apart",
        )
        self.add(boxed(since))
        self.target(self.relation, "kendskab")
        house = work.page.house
        address = "" if work.page.child.record.hide_house else house.address
        facts = [("Hus", house.name), ("Adresse", address), ("Telefon", house.phone)]
        self.add(card("Huset", facts_table(facts), small(work.help("institution"))))
        self.annexes: Entries[Annex] = Entries(
            head.annexes, AnnexForm, lambda: Annex(title=""), add="Tilføj et bilag"
        )
        self.annexes.changed.connect(self._on_annexes_changed)
        heading = col(strong(work.label("bilag")), small(work.help("bilag")), gap="tight")
        self.grounds = tick(f"Tag bilaget »{EVIDENCE_ANNEX}« med", on=head.evidence_annex)
        self.grounds.toggled.connect(self._on_grounds_toggled)
        about = small(
            "Dag, sted, hvem der så det, og hvilke afsnit der bygger på det. Det kommer sidst, så dine egne "
            "bilag beholder deres numre."
        )
        with_log = col(self.grounds, about, gap="tight")
        self.add(boxed(col(heading, self.annexes, with_log)))
        self.target(self.annexes, "bilag")
        self._build_signatures()

    def _build_writers(self) -> None:
        work = self.work
        self.chips = flow(gap=6)
        rows = [
            ListRow(key, one.name, under=one.role.word)
            for key, one in sorted(work.page.staff.items(), key=lambda pair: pair[1].name)
            if one.active
        ]
        self.more = Picker(
            rows, name="Skriv sammen med", keeps=False, placeholder="Skriver I sammen? Find et navn"
        )
        self.more.picked.connect(self._on_writer_picked)
        label = work.label("underretter")
        heading = col(strong(label), small(work.help("underretter")), gap="tight")
        self.add(boxed(col(heading, boxed(self.chips), self.more)))
        self.target(self.more, "underretter", "underskrift")
        self._show_writers()

    def _show_writers(self) -> None:
        empty_layout(self.chips)
        page = self.work.page
        for one in self.work.sitting.record.writers:
            person = page.staff.get(one)
            words = f"{page.names.of_staff(one)}, {person.role.word}" if person else one
            made = Chip(words, "person", removable=one)
            made.removed.connect(self._on_writer_removed)
            self.chips.addWidget(made)

    def _build_signatures(self) -> None:
        page = self.work.page
        signed = [one.record.by for one in page.comments if one.record.cosigns]
        names = danish.join_and([page.names.of_staff(one) for one in signed])
        words = [text(f"{names} skriver under sammen med dig.")] if signed else []
        note = small(self.work.sitting.template.signature_note)
        day = f"Dateres, når du afslutter. I dag er det {danish.day(page.today)}."
        made = card("Underskrift", *words, small(day), note)
        self.add(made, "dato_sted", "underskrift_leder")

    def go_to(self, finding: Finding) -> None:
        if finding.field == "bilag" and finding.start is None:
            self.annexes.focus_entry(int(finding.item) if finding.item.isdigit() else 0)
        else:
            super().go_to(finding)

    def start(self) -> None:
        self.relation.setFocus()

    @Slot(str)
    def _on_writer_picked(self, person: str) -> None:
        writers = self.work.sitting.record.writers
        if person and person not in writers:
            self.work.writer.choose(writers=(*writers, person))
            self._show_writers()

    @Slot(str)
    def _on_writer_removed(self, person: str) -> None:
        left = tuple(one for one in self.work.sitting.record.writers if one != person)
        self.work.writer.choose(writers=left)
        self._show_writers()

    @Slot()
    def _on_knows_edited(self) -> None:
        self.work.writer.choose(
            relation=self.relation.text().strip(),
            known_since=self.since.text().strip(),
            hours_a_week=self.hours.text().strip(),
        )

    @Slot(bool)
    def _on_grounds_toggled(self, on: bool) -> None:
        self.work.writer.choose(evidence_annex=on)

    @Slot(object)
    def _on_annexes_changed(self, annexes: object) -> None:
        self.work.writer.choose(annexes=annexes)
