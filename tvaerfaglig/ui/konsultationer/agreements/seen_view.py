"""What was seen since the agreement: how much, and the newest of each kind, ready to be cited."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.vocabulary import Categories
from tvaerfaglig.services.agreements.seen import Seen
from tvaerfaglig.ui.widgets import Evidence, EvidenceCard, col, small, text

USED = "citeret her"


def counted(seen: Seen) -> str:
    """Siden 22. okt.: 4 observationer, heraf 1 bekymring og 2 ressourcer."""
    since = f"Siden {danish.day_of_month(seen.since)}"
    if not seen.count:
        return f"{since} er der ingen nye observationer."
    many = danish.count(seen.count, "observation", "observationer")
    parts = []
    if seen.worried:
        parts.append(danish.count(seen.worried, "bekymring", "bekymringer"))
    if seen.good:
        parts.append(danish.count(seen.good, "ressource", "ressourcer"))
    return f"{since}: {many}{f', heraf {danish.join_and(parts)}' if parts else ''}."


class SeenView(QWidget):
    """`changed` sends what is cited now; nothing is cited by itself."""

    changed = Signal(tuple)

    def __init__(self, seen: Seen, categories: Categories, cited: Iterable[str] = ()) -> None:
        super().__init__()
        self._cited = tuple(cited)
        self._cards: dict[str, EvidenceCard] = {}
        place = col(text("Det, I har set", "smallstrong"), small(counted(seen)), gap=4)
        for one in seen.newest:
            used = USED if one.id in self._cited else ""
            subject = categories.name(one.category).lower() if one.category else ""
            about = " · ".join(filter(None, (danish.day_of_month(one.day), subject)))
            made = EvidenceCard(
                Evidence(one.id, about, one.text, "", one.sign.value, used), action="Citér"
            )
            made.inserted.connect(self._on_inserted)
            self._cards[one.id] = made
            place.addWidget(made)
        self.setLayout(place)
        self.setAccessibleName("Det, I har set")

    def cited(self) -> tuple[str, ...]:
        return self._cited

    @Slot(str)
    def _on_inserted(self, observation: str) -> None:
        if observation not in self._cited:
            self._cited = (*self._cited, observation)
            self._cards[observation].set_used(USED)
            self.changed.emit(self._cited)
