"""The one place that says on what a paper may leave the house, and why it stops.

Every road out is a document by its name. A document that nobody has spoken of here rests on a basis:
a new paper about a child is asked about until somebody has said why it need not be. Underretninger and
what belongs to them go by law and are never asked about; what the family itself is given is not sharing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tvaerfaglig.domain.consent.coverage import Reach
from tvaerfaglig.domain.consent.standing import NOT_BACK, givers, why_it_stops
from tvaerfaglig.domain.handing_over import DOCUMENT
from tvaerfaglig.domain.people import Child
from tvaerfaglig.domain.protection import Basis, Samtykke

FORM_PAPER = "samtykkeerklæring"
RECEIPT_PAPER = "kvittering for tilbagetrækning"
STAYS, FAMILY = "huset", "familien"
"""Two answers beside the bases: it stays in the house, or the family itself is given it."""


class Way(StrEnum):
    """By what right a document leaves the house."""

    LOV = "lov"
    FAMILIE = "familie"
    HUS = "hus"
    GRUNDLAG = "grundlag"


_WAYS: Mapping[str, Way] = {
    "underretning": Way.LOV,
    "rykker": Way.LOV,
    "statusudtalelse": Way.LOV,
    "forseglet sag": Way.LOV,
    "informationsbrev": Way.FAMILIE,
    "log til forældrene": Way.FAMILIE,
    "indsigt": Way.FAMILIE,
    "indsigt til forældrene": Way.FAMILIE,
    "kvittering for sletning": Way.FAMILIE,
    "forældreark": Way.FAMILIE,
    "trivselsark til forældrene": Way.FAMILIE,
    "brev om trivselsrunden": Way.FAMILIE,
    "invitation": Way.FAMILIE,
    "status til forældrene": Way.FAMILIE,
    "faseplan": Way.FAMILIE,
    "ugeplan": Way.FAMILIE,
    "fremmødeark": Way.FAMILIE,
    "overgangsark til forældrene": Way.FAMILIE,
    FORM_PAPER: Way.FAMILIE,
    RECEIPT_PAPER: Way.FAMILIE,
    "gendannelsesark": Way.HUS,
    "til it og dpo": Way.HUS,
    "kalender over besøg": Way.HUS,
    "trivselsrunden i tal": Way.HUS,
    "årets emner": Way.HUS,
    "rammeaftale": Way.HUS,
    "tak til den frivillige": Way.HUS,
}


ON_THEIR_YES = frozenset({DOCUMENT})
"""Papers that go out on nothing but the consent that the parents gave as they chose what went along."""


_NO_OTHER = "arket har ikke andet grundlag. Spørg familien igen."


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What somebody chose that a paper goes out on: a basis (or STAYS, FAMILY), the consent, or words."""

    basis: str = ""
    samtykke: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaving:
    """A document on its way out, and what is known of it.

    `made_on` is the consent that one of `ON_THEIR_YES` was made on, `reach` how far that one reaches.
    """

    document: str
    ground: Ground
    receiver: str = ""
    day: date
    hides_parents: bool = False
    made_on: str = ""
    reach: Reach = Reach.UVIST


def way_of(document: str) -> Way:
    return _WAYS.get(document, Way.GRUNDLAG)


def word(basis: str) -> str:
    """The basis as one says it in a log or a list."""
    if basis in {STAYS, FAMILY}:
        return "bliver i huset" if basis == STAYS else "familien selv"
    return Basis(basis).word if basis in set(Basis) else basis


def why_stopped(leaving: Leaving, child: Child | None, given: Samtykke | None) -> str:
    """A sentence that says why it stops here and what to do instead; empty where the road is open.

    `given` is the consent that the ground names, as it stands now; None when there is none of that id.
    """
    if child is None or way_of(leaving.document) is not Way.GRUNDLAG:
        return ""
    if leaving.hides_parents and leaving.ground.basis in {Basis.SAMTYKKE, FAMILY}:
        return (
            f"Værnet er sat for {child.first_name}, så forældrene spørges ikke og får ikke papirer. "
            "Vælg et andet grundlag, eller spørg lederen."
        )
    on = _on_their_yes if leaving.document in ON_THEIR_YES else _on_ground
    return on(leaving, child, given)


def _on_ground(leaving: Leaving, child: Child, given: Samtykke | None) -> str:
    ground, receiver = leaving.ground, leaving.receiver.strip()
    if ground.basis == Basis.SAMTYKKE:
        return _on_consent(leaving.day, child, given)
    if receiver and ground.basis in {"", STAYS}:
        return (
            f"Hvad er grundlaget for, at {receiver} får papiret? Vælg det under »På hvilket grundlag?«, "
            "eller fjern modtageren, hvis det bliver i huset."
        )
    if ground.basis == Basis.ANDET and not ground.words.strip():
        return "Hvilket grundlag er det? Skriv det med få ord under »På hvilket grundlag?«."
    return ""


def _on_their_yes(leaving: Leaving, child: Child, given: Samtykke | None) -> str:
    if leaving.ground.basis != Basis.SAMTYKKE or leaving.ground.samtykke != leaving.made_on:
        return (
            "Et overgangsark har ét grundlag: det samtykke, det er lavet på. "
            "Er det et andet samtykke, så gå tilbage, og vælg det, før du viser arket."
        )
    if not leaving.receiver.strip():
        return "Hvem får arket? Skriv det nye hus eller skolen under »Hvem skal have det?«."
    if given is None:
        return f"Samtykket findes ikke længere, og {_NO_OTHER}"
    if stops := why_it_stops(given, child, leaving.day):
        return f"{stops[:-1]}, og {_NO_OTHER} {NOT_BACK}"
    return beyond_their_yes(leaving.receiver, child, given) if leaving.reach is Reach.IKKE else ""


def beyond_their_yes(receiver: str, child: Child, given: Samtykke) -> str:
    """It names others, and so it carries nothing to this one."""
    return (
        f"Samtykket fra {givers(given, child)} er givet til andre og rækker ikke til {receiver.strip()}. "
        f"Vælg et samtykke, hvor {receiver.strip()} står, eller skriv et nyt på barnets side."
    )


def _on_consent(day: date, child: Child, given: Samtykke | None) -> str:
    if given is None:
        return "Hvilket samtykke? Vælg et, der gælder i dag, eller et andet grundlag."
    stops = why_it_stops(given, child, day)
    if not stops:
        return ""
    return (
        f"{stops} Derfor kan papiret ikke gives videre på det. "
        f"Spørg familien igen, eller vælg et andet grundlag. {NOT_BACK}"
    )
