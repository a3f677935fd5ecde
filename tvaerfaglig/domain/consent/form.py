"""What a consent asks about, and what its papers say: read from one file that a municipality may change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from tvaerfaglig.domain.law import Evidence, Law
from tvaerfaglig.domain.protection import Basis
from tvaerfaglig.domain.resource import Table, once_each, read_toml

FILE = "samtykke.toml"
LONGEST_MONTHS = 36


@dataclass(frozen=True, slots=True, kw_only=True)
class DataType:
    """A tick: a type of data, and the purpose that the tick is for."""

    id: str
    name: str
    purpose: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BasisText:
    """What may be said on a basis without asking again; dated, and marked where it was not read at a source."""

    basis: Basis
    without: str
    law: str
    source: str
    checked_on: date
    checked_by: str
    evidence: Evidence | None

    @property
    def verified(self) -> bool:
        """Read at a source, or no claim of what the law says."""
        return self.evidence in {Evidence.READ, None}

    @property
    def shown(self) -> str:
        """As a person reads it: what is not read at a source says so."""
        return (
            self.without if self.verified else f"{self.without} (Ikke kontrolleret hos en kilde.)"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class FormTexts:
    """The consent form to be signed."""

    title: str
    subtitle: str
    intro: str
    receivers: str
    ticks: str
    withhold: str
    lasts: str
    withdraw: str
    notify: str
    interpreter: str
    both: str
    signature: str
    law: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptTexts:
    """What the family is given when it has withdrawn."""

    title: str
    subtitle: str
    intro: str
    closed: str
    nothing: str
    told: str
    again: str
    notify: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentForm:
    months: int
    mark: str
    types: tuple[DataType, ...]
    forms: tuple[tuple[str, str], ...]
    bases: Mapping[Basis, BasisText]
    paper: FormTexts
    receipt: ReceiptTexts

    def type(self, key: str) -> DataType | None:
        return next((one for one in self.types if one.id == key), None)

    def form_word(self, key: str) -> str:
        """How it was given, in words; what an older program or a person wrote stands as it is."""
        return dict(self.forms).get(key, key)


def parse_consent(text: str) -> ConsentForm:
    top = read_toml(text, FILE)
    valid = top.table("gyldighed")
    form = ConsentForm(
        months=valid.number("maaneder"),
        mark=valid.text("maerke"),
        types=tuple(_type(one) for one in top.tables("oplysning")),
        forms=tuple(_form(one) for one in top.tables("form")),
        bases={one.basis: one for one in map(_basis, top.tables("grundlag"))},
        paper=_paper(top.table("erklaering")),
        receipt=_receipt(top.table("kvittering")),
    )
    valid.done()
    top.done()
    once_each((one.id for one in form.types), FILE)
    once_each((key for key, _ in form.forms), FILE)
    if not 1 <= form.months <= LONGEST_MONTHS:
        raise valid.wrong(f"»maaneder« skal være fra 1 til {LONGEST_MONTHS}.")
    missing = [one.value for one in Basis if one not in form.bases]
    if missing:
        raise top.wrong(f"der mangler et [[grundlag]] for »{missing[0]}«.")
    return form


def unknown_law(form: ConsentForm, law: Law) -> tuple[str, ...]:
    named = [*form.paper.law, *(one.law for one in form.bases.values() if one.law)]
    return tuple(one for one in named if law.find(one) is None)


def _type(table: Table) -> DataType:
    made = DataType(id=table.text("id"), name=table.text("navn"), purpose=table.prose("formaal"))
    table.done()
    return made


def _form(table: Table) -> tuple[str, str]:
    made = (table.text("id"), table.text("navn"))
    table.done()
    return made


def _basis(table: Table) -> BasisText:
    made = BasisText(
        basis=Basis(table.one_of("id", Basis)),
        without=table.prose("uden"),
        law=table.text("lov", ""),
        source=table.text("kilde", ""),
        checked_on=table.day("kontrolleret"),
        checked_by=table.text("af"),
        evidence=_evidence(table),
    )
    table.done()
    if made.evidence is Evidence.READ and not made.source:
        raise table.wrong("evidens S kræver en »kilde«.")
    return made


def _evidence(table: Table) -> Evidence | None:
    written = table.one_of("evidens", (*Evidence, "uden"), "uden")
    return None if written == "uden" else Evidence(written)


def _paper(table: Table) -> FormTexts:
    made = FormTexts(
        title=table.text("titel"),
        subtitle=table.text("undertitel"),
        intro=table.prose("indledning"),
        receivers=table.text("modtagere"),
        ticks=table.text("kryds"),
        withhold=table.text("ikke"),
        lasts=table.prose("varighed"),
        withdraw=table.prose("tilbage"),
        notify=table.prose("underretning"),
        interpreter=table.text("tolk"),
        both=table.prose("begge"),
        signature=table.text("underskrift"),
        law=table.texts("lov"),
    )
    table.done()
    return made


def _receipt(table: Table) -> ReceiptTexts:
    made = ReceiptTexts(
        title=table.text("titel"),
        subtitle=table.text("undertitel"),
        intro=table.prose("indledning"),
        closed=table.text("lukket"),
        nothing=table.prose("intet"),
        told=table.prose("fortalt"),
        again=table.prose("igen"),
        notify=table.prose("underretning"),
    )
    table.done()
    return made
