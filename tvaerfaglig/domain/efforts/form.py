"""A form that is filled in during an indsats: when, by whom, and how each field is answered."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tvaerfaglig.domain.people import Role


class FieldType(StrEnum):
    """How a field of a form is answered; goals, phases and days are drawn from what stands elsewhere."""

    TEKST = "tekst"
    LINJER = "linjer"
    VALG = "valg"
    DAG = "dag"
    UGE = "uge"
    MAAL = "maal"
    FASER = "faser"
    FREMMOEDE = "fremmoede"


@dataclass(frozen=True, slots=True, kw_only=True)
class FormField:
    """`parents`: the family's own words, which are gone while the guard hides them."""

    id: str
    name: str
    type: FieldType = FieldType.TEKST
    guidance: str = ""
    choices: tuple[str, ...] = ()
    must: bool = False
    parents: bool = False


class FormUse(StrEnum):
    """When a form is filled in. The three first are what goals are scored at."""

    START = "start"
    STATUS = "status"
    SLUT = "slut"
    UNDERVEJS = "undervejs"

    @property
    def word(self) -> str:
        words = {
            "start": "ved start",
            "status": "status",
            "slut": "til slut",
            "undervejs": "undervejs",
        }
        return words[self.value]


@dataclass(frozen=True, slots=True, kw_only=True)
class EffortForm:
    """`about_house`: a sheet of the effort itself, which names nobody. `reviewed_by` reads it after its writer."""

    id: str
    name: str
    use: FormUse
    guidance: str = ""
    written_by: tuple[Role, ...] = ()
    reviewed_by: tuple[Role, ...] = ()
    about_house: bool = False
    fields: tuple[FormField, ...] = ()

    def field(self, field_id: str) -> FormField | None:
        return next((one for one in self.fields if one.id == field_id), None)
