"""Which column holds what: guessed from Danish headings, to be corrected by whoever knows the list."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum

from tvaerfaglig.domain.danish import fold
from tvaerfaglig.domain.lists.cells import Cell, words_of

_LOOKED_AT = 15
"""Headings stand within so many rows from the top, below a title or two."""


class Field(StrEnum):
    """What a column of a list of children can be."""

    NAME = "navn"
    FIRST = "fornavn"
    LAST = "efternavn"
    CPR = "cpr"
    BORN = "foedt"
    DUE = "termin"
    SEX = "koen"
    STUE = "stue"
    DAGPLEJER = "dagplejer"
    ADDRESS = "adresse"
    POSTCODE = "postnummer"
    TOWN = "by"
    LANGUAGE = "sprog"
    MUNICIPALITY = "kommune"
    ENROLLED = "indmeldt"
    LEFT = "udmeldt"
    MOTHER = "mor"
    MOTHER_PHONE = "mor_telefon"
    FATHER = "far"
    FATHER_PHONE = "far_telefon"
    PARENT1 = "foraelder1"
    PARENT1_PHONE = "foraelder1_telefon"
    PARENT2 = "foraelder2"
    PARENT2_PHONE = "foraelder2_telefon"

    @property
    def words(self) -> str:
        return FIELD_WORDS[self]


FIELD_WORDS = {
    Field.NAME: "Barnets navn",
    Field.FIRST: "Barnets fornavn",
    Field.LAST: "Barnets efternavn",
    Field.CPR: "CPR-nummer",
    Field.BORN: "Fødselsdag",
    Field.DUE: "Termin",
    Field.SEX: "Køn",
    Field.STUE: "Stue",
    Field.DAGPLEJER: "Dagplejer",
    Field.ADDRESS: "Adresse",
    Field.POSTCODE: "Postnummer",
    Field.TOWN: "By",
    Field.LANGUAGE: "Sprog",
    Field.MUNICIPALITY: "Kommune",
    Field.ENROLLED: "Indmeldt den",
    Field.LEFT: "Udmeldt den",
    Field.MOTHER: "Mors navn",
    Field.MOTHER_PHONE: "Mors telefon",
    Field.FATHER: "Fars navn",
    Field.FATHER_PHONE: "Fars telefon",
    Field.PARENT1: "Forælder 1, navn",
    Field.PARENT1_PHONE: "Forælder 1, telefon",
    Field.PARENT2: "Forælder 2, navn",
    Field.PARENT2_PHONE: "Forælder 2, telefon",
}

_PLAIN = {
    Field.NAME: "navn|barn|barnet|barnets navn|navn barn|fulde navn|fuldt navn|elev|elevnavn|barnenavn|boern",
    Field.FIRST: "fornavn|fornavne",
    Field.LAST: "efternavn|efternavne|slaegtsnavn",
    Field.CPR: "cpr|cpr nr|cpr nummer|personnummer|personnr",
    Field.BORN: "foedselsdato|foedselsdag|foedt|foedselsdata|f dato|f dag|foedt den|dato for foedsel",
    Field.DUE: "termin|terminsdato|terminsdag|forventet foedsel|forventet foedselsdato",
    Field.SEX: "koen",
    Field.STUE: "stue|stuer|gruppe|stue gruppe|afdeling|team|hold",
    Field.DAGPLEJER: "dagplejer|dagplejerens navn|dagplejers navn",
    Field.ADDRESS: "adresse|vej|gade|bopael|vejnavn|gadenavn",
    Field.POSTCODE: "postnr|postnummer",
    Field.TOWN: "by|bynavn|postdistrikt",
    Field.LANGUAGE: "sprog|modersmaal|hjemmesprog",
    Field.MUNICIPALITY: "kommune|bopaelskommune",
    Field.ENROLLED: "indmeldt|indmeldelse|indmeldelsesdato|indskrevet|indskrivningsdato|startdato|start|begyndt"
    "|begyndelsesdato|indmeldt den",
    Field.LEFT: "udmeldt|udmeldelse|udmeldelsesdato|slutdato|slut|ophoer|ophoersdato|stoppet|udmeldt den",
}
_MEANS = {
    re.sub(r"[^a-z0-9]", "", words): field
    for field, several in _PLAIN.items()
    for words in several.split("|")
}
_PERSONS = (
    (re.compile(r"\b(mor|mors|moder|moders|modernavn)\b"), (Field.MOTHER, Field.MOTHER_PHONE)),
    (re.compile(r"\b(far|fars|fader|faders|medmor|medmors)\b"), (Field.FATHER, Field.FATHER_PHONE)),
    (
        re.compile(r"\b(foraelder|foraeldre|kontakt|kontaktperson|vaerge|voksen)s?\s*(1|a|en)\b"),
        (Field.PARENT1, Field.PARENT1_PHONE),
    ),
    (
        re.compile(r"\b(foraelder|foraeldre|kontakt|kontaktperson|vaerge|voksen)s?\s*(2|b|to)\b"),
        (Field.PARENT2, Field.PARENT2_PHONE),
    ),
)
_PHONE = re.compile(r"telefon|mobil|tlf|nummer|\bnr\b")
_NOT_KEPT = re.compile(r"cpr|mail|adresse|postn|\bby\b|person|foedt|foedsel|job|arbejde|samtykke")


def guess(heading: str) -> Field | None:
    """What a column most likely holds; None where it is something that is not kept."""
    plain = re.sub(r"[^a-z0-9 ]", " ", fold(heading))
    plain = re.sub(r"(?<=[a-z])(?=[12]\b)", " ", plain)
    for person, (name, phone) in _PERSONS:
        if person.search(plain):
            rest = person.sub(" ", plain)
            if _NOT_KEPT.search(rest):
                return None
            return phone if _PHONE.search(rest) else name
    solid = plain.replace(" ", "")
    return _MEANS.get(solid) or _MEANS.get(solid.removeprefix("barnets").removeprefix("barn"))


def guess_all(headings: Sequence[str]) -> dict[int, Field]:
    """For each column what it holds; of two that say the same the first is taken."""
    found: dict[int, Field] = {}
    for at, heading in enumerate(headings):
        field = guess(heading)
        if field is not None and field not in found.values():
            found[at] = field
    if {Field.FIRST, Field.LAST} <= set(found.values()):
        found = {at: field for at, field in found.items() if field is not Field.NAME}
    return found


def find_headings(rows: Sequence[Sequence[Cell]]) -> int:
    """Which row holds the headings: the one of the first that says most; the first where none does."""
    known = [len(guess_all([words_of(cell) for cell in row])) for row in rows[:_LOOKED_AT]]
    if not known:
        return 0
    return known.index(max(known))


def spread_names(headings: Sequence[str]) -> tuple[str, ...]:
    """Every column gets a name to be spoken of; an empty heading its letter."""
    return tuple(heading or f"Kolonne {_letter(at)}" for at, heading in enumerate(headings))


def _letter(at: int) -> str:
    first, last = divmod(at, 26)
    return (chr(64 + first) if first else "") + chr(65 + last)


def can_be_read(columns: Mapping[int, Field]) -> str:
    """What is still missing, as a sentence; empty when the list can be read."""
    chosen = list(columns.values())
    twice = next((field for field in chosen if chosen.count(field) > 1), None)
    if twice is not None:
        return f"To kolonner er »{twice.words}«. Vælg den ene."
    if Field.NAME not in chosen and Field.FIRST not in chosen:
        return "Hvilken kolonne har barnets navn?"
    return ""
