"""Forældrenes bemærkning: their words as they gave them, beside what we wrote."""

from __future__ import annotations

import json
from typing import Any

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.contact import ParentRemark, RemarkForm
from tvaerfaglig.domain.stored import Draft, Stored
from tvaerfaglig.services.children import remarks
from tvaerfaglig.ui.children.form import EntryForm
from tvaerfaglig.ui.children.timeline.telling import remark_to
from tvaerfaglig.ui.widgets import Choice, Prose, guidance, line_edit, row
from tvaerfaglig.ui.widgets.layout import Item

OTHER = "-"
_VERBATIM = (
    "Skriv ordret, også det, I er uenige i. Har de sagt det, så læs det op for dem bagefter. Skal noget "
    "rettes, er det dem, der siger hvordan; den første udgave bliver stående."
)


class ParentRemarkForm(EntryForm[ParentRemark]):
    """Gone while the overgreb guard hides the parents: then nothing is asked of them."""

    KIND = "bemaerkning"
    HEADING = "Forældrenes bemærkning"
    LINE = "med deres egne ord"

    def build(self) -> list[Item]:
        f, child = self.fields, self.child.child
        self._wanted = ""
        parents = [(one.id, _called(one.relation, one.name)) for one in child.parents]
        forms = [(one.value, danish.capital(one.word)) for one in RemarkForm]
        self._to = Choice([("", f"Alt om {child.first_name}")])
        return [
            guidance(_VERBATIM),
            f.add("text", "Deres egne ord", Prose(lines=5)),
            row(
                (f.add("by", "Hvem?", Choice([("", "Vælg"), *parents, (OTHER, "En anden")])), 1),
                (f.add("other", "Navn, hvis en anden", line_edit(), optional=True), 1),
                gap="apart",
            ),
            f.add("to", "Hvad handler den om?", self._to, "Den kommer til at stå ved siden af det."),
            row(
                (f.add_day("day", "Modtaget den", self.today()), 1),
                (f.add("form", "Hvordan", Choice(forms)), 2),
                gap="apart",
            ),
            f.add_people("taken_by", "Hvem tog imod den?", self.people(), (self.desk.my_id,)),
        ]  # fmt: skip

    def fill(self, record: ParentRemark) -> None:
        known = {one.id for one in self.child.child.parents}
        self.fields.put(
            text=record.text, by=record.by if record.by in known else OTHER,
            other="" if record.by in known else record.by, day=record.day, form=record.form.value,
            taken_by=(record.taken_by,) if record.taken_by else (),
        )  # fmt: skip
        self._wanted = record.to

    def refilled(self) -> None:
        """What it can be about is asked for when the form stands; what was chosen is chosen again."""
        self.desk.ask(remarks.targets, self.child_id).then(self._offer, self)

    def resume(self, draft: Draft) -> None:
        self._wanted = str(json.loads(draft.content).get("values", {}).get("to", ""))
        super().resume(draft)

    def record(self) -> ParentRemark:
        f = self.fields
        by = f.must("by", "Hvem kommer bemærkningen fra?")
        if by == OTHER:
            by = f.must("other", "Hvad hedder den, der har givet den?")
        return ParentRemark(
            child=self.child_id,
            text=f.must("text", "Hvad er bemærkningen? Skriv deres egne ord."),
            by=by,
            day=f.must_day("day", "Hvilken dag fik I den?"),
            form=RemarkForm(f.text("form")),
            to=f.text("to") or self._wanted,
            taken_by=next(iter(f.several("taken_by")), self.desk.my_id),
        )

    def _offer(self, found: tuple[Stored[Any], ...]) -> None:
        first = self.child.child.first_name
        chosen = self._to.chosen() or self._wanted
        offered = [(one.id, _brief(one, self.child.names.said)) for one in found]
        self._to.offer([("", f"Alt om {first}"), *offered], chosen)
        self._wanted = ""
        if not self.is_touched():
            self.begin()


def _brief(stored: Stored[Any], said: Any) -> str:
    """The record with its day, and how it begins."""
    words = " ".join(said(stored.record.words()).split())
    begins = words if len(words) <= 48 else f"{words[:46].rsplit(' ', 1)[0]} …"
    head = danish.capital(remark_to(stored.record))
    return f"{head}: {begins}" if begins else head


def _called(relation: str, name: str) -> str:
    first = name.split(maxsplit=1)[0] if name else ""
    return f"{danish.capital(relation)} ({first})" if relation else name
