"""Structure questions about the head of the letter: who, to whom, how urgent, with what.

Each rule says in its docstring when it asks and when it is quiet; both are tests.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tvaerfaglig.domain.danish import day_and_month, first_name, join_and
from tvaerfaglig.domain.people import Custody
from tvaerfaglig.domain.quality.finding import Hit
from tvaerfaglig.domain.quality.letter import Letter, called
from tvaerfaglig.domain.underretning import Urgency

_ANNEX = re.compile(
    r"\bbilag(?:ene)?\s+(?:nr\.?\s*)?(\d{1,2}(?:\s*(?:,|og|til|–|-)\s*\d{1,2})*)", re.IGNORECASE
)
_DIGITS = re.compile(r"\d")
_PHONE_LENGTH = 8


def urgency(letter: Letter) -> Iterator[Hit]:
    """Asked: no urgency chosen. Quiet: »almindelig«."""
    if letter.head.urgency is Urgency.IKKE_VALGT:
        yield Hit(rule="hast", section="hast_og_overgreb", field="hastegrad")


def phoned(letter: Letter) -> Iterator[Hit]:
    """Asked: akut without a call, or a call without name or time. Quiet: akut, Lone Krag kl. 12.41."""
    if letter.head.urgency is Urgency.AKUT and not letter.head.calls:
        yield Hit(rule="opkald", section="hast_og_overgreb", field="opkald")
    for nr, call in enumerate(letter.head.calls):
        if not call.spoke_with.strip() or call.at is None:
            yield Hit(
                rule="opkald_hvem",
                section="hast_og_overgreb",
                field="opkald",
                item=str(nr),
                fills={"dag": day_and_month(call.day)},
            )


def overgreb_answered(letter: Letter) -> Iterator[Hit]:
    """Asked: the question stands open. Quiet: »nej«, or the guard is set."""
    if not letter.head.overgreb and not letter.is_guarded:
        yield Hit(rule="overgreb", section="hast_og_overgreb", field="overgreb")


def overgreb_contact(letter: Letter) -> Iterator[Hit]:
    """Asked: guarded, and a parent is noted as told. Quiet: guarded, nobody told."""
    if not letter.hides_parents:
        return
    for parent in letter.child.parents:
        noted = letter.informed(parent)
        if noted.told:
            on = f" den {day_and_month(noted.day)}" if noted.day else ""
            yield Hit(
                rule="overgreb_kontakt",
                section="hast_og_overgreb",
                field="overgreb",
                item=parent.id,
                fills={"hvem": called(parent), "dag": on},
            )


def addressed(letter: Letter) -> Iterator[Hit]:
    """Asked: no receiver, no ground, or a title that hides what it is. Quiet: a whole head."""
    if not letter.head.receiver.strip():
        yield Hit(rule="modtager", section="modtager", field="modtager")
    if not letter.head.grounds:
        yield Hit(rule="grund", section="modtager", field="grund")
    if "underretning" not in letter.title.lower():
        yield Hit(rule="titel", section="modtager", field="overskrift")


def child_named(letter: Letter) -> Iterator[Hit]:
    """Asked: »Vigga«. Quiet: »Vigga Holst«, or a child that is expected."""
    if not letter.is_unborn and len(letter.child.name.split()) < 2:
        yield Hit(rule="barn_navn", section="barnet", field="barn_navn")


def child_born(letter: Letter) -> Iterator[Hit]:
    """Asked: neither birthday nor CPR number. Quiet: a birthday, or a day it is expected."""
    child = letter.child
    if child.born is None and child.due is None and not child.cpr:
        yield Hit(rule="barn_foedt", section="barnet", field="barn_cpr")


def child_address(letter: Letter) -> Iterator[Hit]:
    """Asked: no address. Quiet: protected, for then it is told by telephone."""
    child = letter.child
    if not (child.address.strip() or child.protected or letter.is_unborn):
        yield Hit(rule="barn_adresse", section="barnet", field="barn_adresse")


def parents_known(letter: Letter) -> Iterator[Hit]:
    """Asked: no parent, or one. Quiet: two, or the second named as »ukendt«."""
    parents = letter.child.parents
    if not parents:
        yield Hit(rule="foraeldre", section="barnet", field="foraeldre_navne")
    elif len(parents) == 1:
        yield Hit(
            rule="anden_foraelder", section="barnet", field="foraeldre_navne", item=parents[0].id
        )


def custody_known(letter: Letter) -> Iterator[Hit]:
    """Asked: mor, ukendt. Quiet: fælles, ene and ingen."""
    for parent in letter.child.parents:
        if parent.custody is Custody.UKENDT:
            yield Hit(
                rule="myndighed",
                section="barnet",
                field="foraeldremyndighed",
                item=parent.id,
                fills={"hvem": called(parent)},
            )


def residence_known(letter: Letter) -> Iterator[Hit]:
    """Asked: parents, but none lives with the child. Quiet: mor does, or »bor i plejefamilie«."""
    child = letter.child
    lives = any(parent.lives_with for parent in child.parents) or child.residence.strip()
    if child.parents and not lives and not letter.is_unborn:
        yield Hit(rule="bopael", section="barnet", field="foraeldremyndighed")


def interpreter(letter: Letter) -> Iterator[Hit]:
    """Asked: nothing said, or an interpreter without a language. Quiet: »nej«, or polsk til mor."""
    said = letter.head.interpreter.strip() or letter.child.interpreter.strip()
    needing = [parent for parent in letter.child.parents if parent.interpreter]
    if not said and not needing:
        yield Hit(rule="tolk", section="barnet", field="tolk")
    if said:
        return
    for parent in needing:
        if not parent.language.strip():
            yield Hit(
                rule="tolk_sprog",
                section="barnet",
                field="tolk",
                item=parent.id,
                fills={"hvem": called(parent)},
            )


def siblings(letter: Letter) -> Iterator[Hit]:
    """Asked: siblings nobody has written about, or not asked for. Quiet: »Lillebror trives.«"""
    if letter.head.siblings_considered.strip():
        return
    known = [first_name(each.name) or each.name for each in letter.child.siblings]
    yield Hit(
        rule="soeskende_kendt" if known else "soeskende_ukendt",
        section="barnet",
        field="husstand",
        fills={"hvem": join_and(known)},
    )


def others(letter: Letter) -> Iterator[Hit]:
    """Asked: neither helpers nor earlier letters. Quiet: »Ingen, som vi kender til«."""
    if not (letter.head.others_involved.strip() or letter.head.earlier.strip()):
        yield Hit(rule="andre", section="indsats", field="andre")


def acquaintance(letter: Letter) -> Iterator[Hit]:
    """Asked: no relation, or none in time. Quiet: »pædagog på hendes stue«, marts 2025."""
    head = letter.head
    if not head.relation.strip():
        yield Hit(rule="kendskab", section="afsender", field="kendskab")
    elif not head.known_since.strip() and not _DIGITS.search(head.relation):
        yield Hit(rule="kendt_siden", section="afsender", field="kendskab")


def house_address(letter: Letter) -> Iterator[Hit]:
    """Asked: no address of the house. Quiet: one, or one that the child's protection hides."""
    known = letter.house is not None and letter.house.address.strip()
    if not known and not letter.child.hide_house:
        yield Hit(rule="hus_adresse", section="afsender", field="institution")


def private_contact(letter: Letter) -> Iterator[Hit]:
    """Asked: a colleague's own telephone in the text. Quiet: the house's."""
    house = (letter.house.phone, letter.house.address) if letter.house else ()
    own = [*letter.private, *(each.phone for each in letter.writers)]
    for secret in dict.fromkeys(own):
        if not secret.strip() or secret in house:
            continue
        for section, text in letter.prose():
            for found in _written_as(secret).finditer(text):
                yield Hit(
                    rule="privat",
                    section=section,
                    start=found.start(),
                    end=found.end(),
                    quote=found[0],
                )


def signed(letter: Letter) -> Iterator[Hit]:
    """Asked: nobody signs, no day, or a day before what is told. Quiet: Lis Holm, 12. november."""
    if not letter.writers:
        yield Hit(rule="underskriver", section="afsender", field="underretter")
    if letter.dated is None:
        yield Hit(rule="brevdato", section="afsender", field="dato_sted")
        return
    newest = max((row.day for row in letter.rows), default=letter.dated)
    if letter.dated < newest <= letter.today:
        yield Hit(
            rule="brevdato_tidlig",
            section="afsender",
            field="dato_sted",
            fills={"dag": day_and_month(newest)},
        )


def annexes(letter: Letter) -> Iterator[Hit]:
    """Asked: bilag 2 nowhere in the text, or bilag 3 not on the list. Quiet: »se bilag 1 og 2«."""
    mentioned: set[int] = set()
    for section, text in letter.prose():
        for found in _ANNEX.finditer(text):
            numbers = _annex_numbers(found[1])
            mentioned |= numbers
            beyond = sorted(each for each in numbers if each > _listed(letter))
            for each in beyond:
                yield Hit(
                    rule="bilag_liste",
                    section=section,
                    key=str(each),
                    start=found.start(),
                    end=found.end(),
                    quote=found[0],
                    fills={"nr": str(each)},
                )
    for row in letter.rows:
        mentioned.update(*(_annex_numbers(found[1]) for found in _ANNEX.finditer(row.text)))
    for nr, annex in enumerate(letter.head.annexes, 1):
        if nr not in mentioned:
            yield Hit(
                rule="bilag_naevnt",
                section="afsender",
                field="bilag",
                item=str(nr),
                key=annex.title,
                fills={"nr": str(nr)},
            )


def _listed(letter: Letter) -> int:
    """The writer's own, and after them the one with the observations, where it comes along."""
    return len(letter.head.annexes) + bool(letter.rows and letter.head.evidence_annex)


def _annex_numbers(text: str) -> set[int]:
    numbers: set[int] = set()
    for part in re.split(r",|og", text):
        ends = [int(each) for each in re.findall(r"\d+", part)]
        numbers.update(range(min(ends), max(ends) + 1) if ends else ())
    return numbers


def _written_as(secret: str) -> re.Pattern[str]:
    """A telephone number is found however it is spaced; anything else as it is written."""
    digits = "".join(_DIGITS.findall(secret))
    if len(digits) >= _PHONE_LENGTH and not re.search(r"[^\W\d]", secret):
        return re.compile(rf"(?<!\d){r'[ .-]?'.join(digits[-_PHONE_LENGTH:])}(?!\d)")
    words = r"\s+".join(re.escape(word) for word in secret.split())
    return re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE)
