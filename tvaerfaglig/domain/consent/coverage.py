"""Who at a table a consent does not reach: it names those who may be told, and nobody else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.konsultation import Participant
from tvaerfaglig.domain.people import Child, Staff
from tvaerfaglig.domain.protection import Samtykke

_DEFINITE = {
    "socialrådgiver": "socialrådgiveren",
    "sundhedsplejerske": "sundhedsplejersken",
    "psykolog": "psykologen",
}
_SHORT = 3
_KINDS_OF_HOUSE = (
    *(
        "børnehuset",
        "børnehaven",
        "vuggestuen",
        "dagtilbuddet",
        "dagplejen",
        "dagplejeren",
        "skolen",
    ),
    *("institutionen", "huset", "daginstitutionen", "børnegården", "friskolen", "kommunen"),
)
_BARE = {
    form: word
    for word in _KINDS_OF_HOUSE
    for form in (word, word[:-1], word[:-2], word[:-3])
    if len(form) > _SHORT
}
_ANY_HOUSE = frozenset({*_BARE.values(), "næste", "andet", "anden", "kommende", "nuværende"})
_FAMILY = {"mor", "far", "forælder", "forældre", "bedstemor", "bedstefar", "plejemor", "plejefar"}


class Reach(StrEnum):
    """How far a consent reaches to somebody outside the house. `UVIST`: it names nobody one can tell apart."""

    NAEVNT = "naevnt"
    UVIST = "uvist"
    IKKE = "ikke"


def reach(given: Samtykke, receiver: str, staff: Mapping[str, Staff]) -> Reach:
    """Whether a house, a school or a person is among those whom it names.

    What every house is called (»børnehuset«) tells none apart: it is asked about, and never taken for a name.
    """
    named = [staff[one.staff].name if one.staff in staff else one.name for one in given.named]
    authorities = [one.authority for one in given.named]
    theirs = set(_stems(" ".join((*named, *authorities, given.receivers))))
    wanted = set(_stems(receiver))
    own = wanted - _ANY_HOUSE
    if own & theirs or (not own and wanted & theirs):
        return Reach.NAEVNT
    return Reach.IKKE if own and theirs - _ANY_HOUSE else Reach.UVIST


def _stems(text: str) -> list[str]:
    """Words of more than three letters, without the s of an owner."""
    words = (word.removesuffix("s") for word in re.findall(r"\w+", text.casefold()))
    return [_BARE.get(word, word) for word in words if len(word) > _SHORT]


def beyond(
    given: Samtykke, table: Iterable[Participant], child: Child, staff: Mapping[str, Staff]
) -> tuple[str, ...]:
    """Those at the table whom the consent does not name, as one says it: "psykologen".

    Who works in the house knows the child anyhow, and the family hears of itself.
    """
    found = [
        _said(one)
        for one in table
        if not _of_the_house(one, child, staff) and not _reaches(given, one, staff)
    ]
    return tuple(dict.fromkeys(found))


def sentence(names: Iterable[str]) -> str:
    """As in: Samtykket gælder ikke psykologen. Empty when it reaches everybody."""
    said = danish.join_and(list(names))
    return f"Samtykket gælder ikke {said}." if said else ""


def _said(one: Participant) -> str:
    role = one.role.strip().casefold()
    return _DEFINITE.get(role, one.name or role)


def _of_the_house(one: Participant, child: Child, staff: Mapping[str, Staff]) -> bool:
    if one.staff:
        who = staff.get(one.staff)
        return who is not None and not who.role.visits
    family = {parent.name.casefold() for parent in child.parents}
    return one.name.casefold() in family or bool(_FAMILY & set(_words(f"{one.role} {one.name}")))


def _reaches(given: Samtykke, one: Participant, staff: Mapping[str, Staff]) -> bool:
    """By id, by name, or by the profession that the consent speaks of."""
    if one.staff and any(named.staff == one.staff for named in given.named):
        return True
    known = [given.receivers]
    for named in given.named:
        person = staff.get(named.staff)
        known.append(" ".join((person.name if person else named.name, named.role)))
        if not named.name and not named.staff and named.role:
            known.append(named.role)
    said = " ".join(known).casefold()
    if one.name and one.name.casefold() in said:
        return True
    role = one.role.strip().casefold()
    return bool(role) and any(role in _words(text) for text in _professions(given))


def _professions(given: Samtykke) -> list[str]:
    """Where a profession stands without a person's name, whoever of it comes is meant."""
    alone = [one.role for one in given.named if not one.name and not one.staff]
    return [*alone, given.receivers]


def _words(text: str) -> list[str]:
    words = re.findall(r"\w+", text.casefold())
    return [
        *words,
        *(word.removesuffix("en") for word in words),
        *(word.removesuffix("n") for word in words),
    ]
