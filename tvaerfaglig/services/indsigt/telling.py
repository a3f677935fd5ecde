"""A record's fields as words on paper: names for ids, Danish for dates, other children masked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date, time
from enum import StrEnum

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.consent.holders import other_holder
from tvaerfaglig.domain.cpr import mask, parse_cpr
from tvaerfaglig.domain.indsigt import Indsigt
from tvaerfaglig.domain.konsultation import Konsultation
from tvaerfaglig.domain.people import Child, Parent
from tvaerfaglig.domain.record import Record
from tvaerfaglig.domain.vocabulary import Categories
from tvaerfaglig.services.indsigt.fields import SOURCES, labels_of
from tvaerfaglig.services.meetings.shelf import meeting_name
from tvaerfaglig.services.printing import paper_facts

_PROTECTED = "beskyttet, står ikke her"
_HIDDEN = frozenset({"address", "stays_at", "phone"})
_FAMILY = frozenset(
    {"mor", "far", "forældre", "forældrene", "mor og far", "far og mor", "begge forældre"}
)
_WORDS = {
    "faelles": "fælles forældremyndighed",
    "ene": "har forældremyndigheden alene",
    "ingen": "har ikke forældremyndighed",
    "ukendt": "ikke oplyst",
    "staerk": "stærk bekymring",
    "aaben": "åben",
    "i_gang": "i gang",
    "fortsaet": "fortsæt",
    "juster": "justér",
}
_MACHINERY = frozenset({"id", "left_out", "begun_at", "evidence", "person"})
_IDS = frozenset(
    {
        "observation",
        "version",
        "attachment",
        "staff",
        "child",
        "parent",
        "part",
        "column",
        "key",
        "area",
        "field",
    }
)


@dataclass(frozen=True, slots=True)
class Piece:
    """One text of a record, under its heading. `source`: it says who told, from outside."""

    key: str
    label: str
    text: str
    source: bool = False


@dataclass(frozen=True, slots=True)
class Teller:
    """Who is who for one child's papers."""

    child_id: str
    child: Child
    staff: Mapping[str, str]
    categories: Categories
    domains: Mapping[str, str] = field(default_factory=dict)

    def pieces(self, record: Record, key: str) -> tuple[Piece, ...]:
        """Every field that says anything, in the order it is read."""
        found = []
        for name, label in labels_of(record).items():
            text = self.field(record, name)
            if text:
                source = name in SOURCES and self._from_outside(text)
                found.append(Piece(f"{key}/{name}", label, text, source))
        return tuple(found)

    def changed(
        self, before: Record, after: Record | None, key: str, when: str
    ) -> tuple[Piece, ...]:
        """What an earlier version said where the next one says something else."""
        return tuple(
            Piece(f"{key}/{name}", f"{label}, {when}", text)
            for name, label in labels_of(before).items()
            if (text := self.field(before, name))
            and (after is None or text != self.field(after, name))
        )

    def field(self, record: Record, name: str) -> str:
        protected = isinstance(record, Child) and (record.protected or self.child.protected)
        if protected and name in _HIDDEN:
            return _PROTECTED
        value = getattr(record, name)
        if isinstance(record, Child) and name == "cpr":
            number = parse_cpr(value)
            return mask(number) if number else ""
        if name == "categories":
            return danish.join_and([self.categories.name(one) for one in value])
        if isinstance(record, Konsultation) and name == "form":
            return meeting_name(record)
        if name == "other_holder":
            return self.said(other_holder(value))
        return self.said(value)

    def said(self, value: object) -> str:
        """Any value in words; nothing for what is empty."""
        if value in (None, "", ()):
            return ""
        if isinstance(value, bool):
            return "ja" if value else ""
        if isinstance(value, StrEnum):
            return str(getattr(value, "word", _WORDS.get(value.value, value.value)))
        if isinstance(value, date):
            return danish.day(value)
        if isinstance(value, time):
            return f"kl. {danish.clock(value)}"
        return self._text(value)

    def _text(self, value: object) -> str:
        if isinstance(value, tuple):
            each = [said for one in value if (said := self.said(one))]
            return ("\n" if any(map(is_dataclass, value)) else ", ").join(each)
        if is_dataclass(value) and not isinstance(value, type):
            return self._parts(value)
        text = self.staff.get(str(value)) or self._relative(str(value)) or str(value)
        shown = paper_facts.masked(text, self.child_id, self.child).strip()
        return "\n".join(shown.splitlines())

    def _parts(self, value: object) -> str:
        """A small thing of several fields on one line."""
        kept_back = {one.id for one in self.child.parents if one.protected}
        own = isinstance(value, Parent) and (value.protected or value.id in kept_back)
        hidden = _HIDDEN if self.child.protected or own else frozenset()
        parts: list[str] = []
        for one in fields(value):  # type: ignore[arg-type]
            given = getattr(value, one.name)
            skipped = one.name in _MACHINERY or one.name in hidden or isinstance(given, bool)
            given = self.domains.get(given, given) if one.name == "domain" else given
            said = "" if skipped else self.said(given)
            if said and (one.name not in _IDS or said != given):
                parts.append(said)
        return " · ".join(dict.fromkeys(parts))

    def _relative(self, person: str) -> str:
        found = next((one for one in self.child.parents if one.id == person), None)
        return (
            (f"{found.name} ({found.relation})" if found.relation else found.name) if found else ""
        )

    def _from_outside(self, text: str) -> bool:
        """Told by somebody who is neither of the family nor of the house."""
        said = text.casefold()
        ours = {name.casefold() for name in self.staff.values()}
        ours |= {one.name.casefold() for one in self.child.parents}
        firsts = {name.split()[0] for name in ours if name}
        return said not in _FAMILY and not (ours | firsts | {self.child.first_name.casefold()}) & {
            said,
            said.split()[0],
        }


def handed_out_before(done: Indsigt) -> str:
    """One line of what was handed out earlier."""
    said: Iterable[str] = (
        danish.day(done.day),
        f"til {done.receiver}",
        f"{done.bar_count} streger",
    )
    return " · ".join(said)
