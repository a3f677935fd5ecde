"""Whose timeline it is, and what the words about its records need."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.closing import Closing
from tvaerfaglig.domain.concern import Concern
from tvaerfaglig.domain.efforts.sheets import Sheet
from tvaerfaglig.domain.people import Child
from tvaerfaglig.domain.record import Record
from tvaerfaglig.domain.visiting.areas import NO_AREAS, Areas
from tvaerfaglig.domain.vocabulary import Categories
from tvaerfaglig.services.children.timeline import Timeline
from tvaerfaglig.services.names import Names

REMARKED = {
    "observation": "observationen",
    "konsultation": "konsultationen",
    "underretning": "underretningen fra",
    "statusudtalelse": "statusudtalelsen fra",
    "samtale": "samtalen",
}


@dataclass(frozen=True, slots=True)
class Telling:
    """What the words need: whose page it is, the names, the categories and what was agreed."""

    child: Child
    line: Timeline
    categories: Categories
    areas: Areas = NO_AREAS
    closing: Closing | None = None
    hides_parents: bool = False

    @property
    def names(self) -> Names:
        return self.line.names

    def called(self, record: str) -> str:
        """An entry of this timeline as one says it: observationen 10. november."""
        found = next((one for one in self.line.entries if one.id == record), None)
        return remark_to(found.record) if found else "noget, der ikke er her mere"

    def reason(self, concern: Concern) -> str:
        """Why a concern was closed: the house's word for it, and its own words."""
        word = self.closing.word(concern.closed_for) if self.closing else ""
        return ". ".join(part.rstrip(".") for part in (word, concern.closed_because) if part)

    def relation(self, parent: str) -> str:
        """»mor« for a parent's id; a name or a word that was typed stands as it is."""
        found = next((one for one in self.child.parents if one.id == parent), None)
        return (found.relation or found.name) if found else parent


def remark_to(record: Record) -> str:
    """What a remark is about, as one says it with its day."""
    word = f"»{record.name}« fra" if isinstance(record, Sheet) else REMARKED.get(record.KIND, "det")
    day = record.happened()[:10]
    return f"{word} {danish.day_of_month(date.fromisoformat(day))}" if day else word
