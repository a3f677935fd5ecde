"""Tidligere udgaver: who wrote when, which parts, and what stood there then."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain.form import KonsultationForm
from tvaerfaglig.domain.konsultation import Konsultation
from tvaerfaglig.domain.meetings.answers import Line, OwnAnswer, answer_in
from tvaerfaglig.domain.stored import Version
from tvaerfaglig.services.names import Names
from tvaerfaglig.ui.konsultationer.wording import moment, next_time, people_lines, when_long
from tvaerfaglig.ui.widgets import (
    button,
    col,
    hairline,
    prose,
    row,
    scroller,
    small,
    strong,
    title,
)
from tvaerfaglig.ui.widgets import one as words_of
from tvaerfaglig.ui.widgets.layout import Item

PARTS = {
    "day": "moede", "at": "moede", "until": "moede", "place": "moede", "participants": "moede",
    "age_band": "barn", "basis": "barn", "basis_text": "barn",
    "raised_by": "spoergsmaal", "why_now": "spoergsmaal", "question": "spoergsmaal",
    "observed": "iagttagelser", "observations": "iagttagelser", "going_well": "gaar_godt",
    "child_view": "barnets_perspektiv", "parents_view": "foraeldrenes_syn",
    "parents_asked": "foraeldrenes_syn", "tried": "proevet", "perspectives": "faglighed",
    "shared_understanding": "faelles_forstaaelse", "position": "faelles_forstaaelse",
    "goals": "maal", "decision": "beslutning", "decision_because": "beslutning",
    "discussed": "beslutning", "discussed_because": "beslutning", "tovholder": "tovholder",
    "follow_up_on": "tovholder", "follow_up_at": "tovholder", "shared_with": "delt_med", "note_type": "moede",
}  # fmt: skip
"""Field of the note → the part it belongs to."""
HIDDEN_WITH_PARENTS = frozenset({"parents_view", "parents_asked", "shared_with"})


class History(QWidget):
    """The versions, the newest first. While the guard hides the parents, so does every earlier version."""

    closed = Signal()

    def __init__(
        self,
        versions: Sequence[Version[Konsultation]],
        form: KonsultationForm,
        names: Names,
        *,
        today: date,
        hides_parents: bool,
    ) -> None:
        super().__init__()
        self._form, self._names, self._today = form, names, today
        self._hidden = HIDDEN_WITH_PARENTS if hides_parents else frozenset()
        self._hides_parents = hides_parents
        close = button("", "icon", "luk", name="Luk")
        close.clicked.connect(self.closed)
        before: Konsultation | None = None
        shown: list[list[Item]] = []
        for one in versions:
            shown.append(self._version(one, before))
            before = one.record or before
        lines = [item for version in reversed(shown) for item in (*version, hairline())]
        head = row((title("Tidligere udgaver"), 1), close, margins=(20, 14, 14, 6))
        inner = col(*lines, ..., gap="near", margins=(20, 6, 20, 20))
        self.setLayout(col(head, (scroller(inner, ground="surface"), 1), gap=0))

    def _version(self, one: Version[Konsultation], before: Konsultation | None) -> list[Item]:
        who = self._names.of_staff(one.by)
        head = strong(f"{moment(one.at, self._today)} · {who}")
        if one.record is None:
            return [head, small("Ordene er slettet.")]
        changed = self._changed(one.record, before)
        told = small(self._told(one.record, before, changed))
        parts = dict.fromkeys(PARTS[name] for name in changed)
        texts = [item for part in parts for item in self._part_words(one.record, part, changed)]
        return [head, told, *texts, *self._own_words(one.record, before)]

    def _own_changed(self, now: Konsultation, before: Konsultation | None) -> list[OwnAnswer]:
        """The meeting's own parts that were written anew; those with the parents' words hidden with them."""
        earlier = before.own if before is not None else ()
        return [
            one
            for one in now.own
            if one != answer_in(earlier, one.part) and not self._is_hidden(one.part)
        ]

    def _is_hidden(self, part: str) -> bool:
        known = self._form.part(part)
        return self._hides_parents and (known is None or known.parents)

    def _own_words(self, now: Konsultation, before: Konsultation | None) -> list[Item]:
        shown: list[Item] = []
        for one in self._own_changed(now, before):
            lines = (self._line(line) for line in one.lines if not line.is_empty)
            words = "\n".join(filter(None, (one.text, *lines)))
            if words:
                shown += [words_of(one.heading, "smallstrong"), prose(self._names.said(words))]
        return shown

    def _line(self, line: Line) -> str:
        who = self._names.of_staff(line.who) if line.who in self._names.staff else line.who
        number = "" if line.number is None else str(line.number)
        return ": ".join(filter(None, (line.under, who, number, line.text)))

    def _part_words(self, now: Konsultation, part: str, changed: list[str]) -> list[Item]:
        """What stood in one part then, under its name."""
        names = [name for name in changed if PARTS[name] == part]
        words = [item for name in names for item in self._words(now, name)]
        found = self._form.part(part)
        return [words_of(found.name if found else "", "smallstrong"), *words] if words else []

    def _changed(self, now: Konsultation, before: Konsultation | None) -> list[str]:
        names = (one.name for one in fields(Konsultation) if one.name in PARTS)
        return [
            name
            for name in names
            if name not in self._hidden and _differs(getattr(now, name), before, name)
        ]

    def _told(self, now: Konsultation, before: Konsultation | None, changed: list[str]) -> str:
        own = (one.heading for one in self._own_changed(now, before))
        parts = dict.fromkeys((*(self._part(name) for name in changed), *own))
        said = [] if before is None or before.status is now.status else [_STATES[now.status.value]]
        said += [", ".join(filter(None, parts))] if any(parts) else []
        return " · ".join(said) or "Skrevet"

    def _part(self, name: str) -> str:
        found = self._form.part(PARTS[name])
        return found.name if found else ""

    def _words(self, now: Konsultation, name: str) -> list[Item]:
        """What stood there, where it can be said in words; people, days and views in theirs."""
        value = getattr(now, name)
        if name == "participants":
            value = people_lines(value)
        elif name == "perspectives":
            value = "\n".join(
                f"{view.profession}, {self._names.first(view.staff)}: {view.text}"
                for view in value
                if view.text
            )
        elif name == "day":
            value = when_long(now)
        elif name == "follow_up_on":
            value = next_time(now, self._names)
        if not isinstance(value, str) or not value.strip() or name in _IN_OTHER_WORDS:
            return []
        return [prose(self._names.said(value))]


_IN_OTHER_WORDS = frozenset(
    {
        "raised_by",
        "tovholder",
        "discussed",
        "position",
        "basis",
        "place",
        "at",
        "until",
        "note_type",
    }
)
_STATES = {
    "planlagt": "Planlagt",
    "i_gang": "Begyndt",
    "afsluttet": "Afsluttet",
    "aflyst": "Aflyst",
}


def _differs(value: object, before: Konsultation | None, name: str) -> bool:
    return value != getattr(before, name) if before is not None else bool(value)
