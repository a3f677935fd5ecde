"""References to law, as dated data: what may be shown as law, on which day, and how it is cited."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tvaerfaglig.domain.resource import ResourceError, Table, once_each, read_toml


class Evidence(StrEnum):
    """How we know: read at the source, inferred from several, or background only."""

    READ = "S"
    INFERRED = "S*"
    KNOWN = "K"


@dataclass(frozen=True, slots=True, kw_only=True)
class LawRef:
    """One rule in our own words, with where and when it was read and by whom.

    `in_letter` says the same to somebody outside the house; where the file has none, the text is for everybody.
    """

    id: str
    statute: str
    paragraph: str
    stk: str
    nr: str
    article: bool
    heading: str
    text: str
    in_letter: str
    valid_from: date
    valid_to: date | None
    replaced_by: str
    source: str
    checked_on: date
    checked_by: str
    evidence: Evidence

    @property
    def verified(self) -> bool:
        """Read at a source; nothing else may be shown as law."""
        return self.evidence is Evidence.READ

    @property
    def cite(self) -> str:
        """As it stands in a letter: barnets lov § 133, stk. 1, nr. 1. No number that is not verified."""
        if not self.verified or not self.paragraph:
            return self.statute
        sign = "artikel" if self.article else "§"
        parts = [f"{self.statute} {sign} {self.paragraph}"]
        parts += [f"stk. {self.stk}"] if self.stk else []
        parts += [f"nr. {self.nr}"] if self.nr else []
        return ", ".join(parts)

    def is_law(self, on: date) -> bool:
        """May be shown as law that day."""
        return self.verified and self.valid_from <= on <= (self.valid_to or on)


@dataclass(frozen=True, slots=True)
class Law:
    refs: tuple[LawRef, ...]

    def ref(self, law_id: str) -> LawRef:
        """The reference; one that is not in the file is a slip in another file, and is named."""
        found = self.find(law_id)
        if found is None:
            raise ResourceError(f"law.toml: »{law_id}« bliver brugt, men står der ikke.")
        return found

    def find(self, law_id: str) -> LawRef | None:
        return next((each for each in self.refs if each.id == law_id), None)

    def replaced(self, on: date) -> tuple[tuple[LawRef, LawRef], ...]:
        """Old numbers that people still meet, each with what came in its place."""
        gone = (each for each in self.refs if each.valid_to and each.valid_to < on)
        return tuple((each, self.ref(each.replaced_by)) for each in gone if each.replaced_by)

    def unverified(self) -> tuple[LawRef, ...]:
        """What a person still has to look up; never shown as law."""
        return tuple(each for each in self.refs if not each.verified)

    @property
    def oldest_check(self) -> date:
        """The day that »kontrolleret den« may honestly say for the whole register."""
        return min(each.checked_on for each in self.refs)


def parse_law(text: str) -> Law:
    top = read_toml(text, "law.toml")
    law = Law(tuple(_ref(table) for table in top.tables("lov")))
    top.done()
    once_each((each.id for each in law.refs), "law.toml")
    if not law.refs:
        raise top.wrong("der står ingen lovhenvisninger.")
    for each in law.refs:
        if each.replaced_by:
            law.ref(each.replaced_by)
    return law


def _ref(table: Table) -> LawRef:
    found = LawRef(
        id=table.text("id"),
        statute=table.text("lov", ""),
        paragraph=table.text("paragraf", ""),
        stk=table.text("stk", ""),
        nr=table.text("nr", ""),
        article=table.flag("artikel"),
        heading=table.text("overskrift"),
        text=table.prose("tekst"),
        in_letter=table.prose("brevtekst", "") or table.prose("tekst"),
        valid_from=table.day("gaelder_fra"),
        valid_to=table.day_or_none("gaelder_til"),
        replaced_by=table.text("erstattet_af", ""),
        source=table.text("kilde", ""),
        checked_on=table.day("kontrolleret"),
        checked_by=table.text("af"),
        evidence=Evidence(table.one_of("evidens", Evidence)),
    )
    table.done()
    if found.verified and not (found.source and found.statute):
        raise table.wrong("evidens S kræver både »lov« og »kilde«.")
    return found
