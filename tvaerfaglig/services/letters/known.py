"""What the vault tells the writing help about the people in a letter or statusudtalelse, and what must not stand in it.

Only what the asker may see: the page has left out the rest.
"""

from __future__ import annotations

from collections.abc import Iterator

from tvaerfaglig.domain.naming import real_name
from tvaerfaglig.domain.people import Parent, Sex
from tvaerfaglig.domain.quality.language.known import Known, KnownPerson
from tvaerfaglig.services.letters.page import LetterPage
from tvaerfaglig.services.statusudtalelser.reading import StatusPage

AnyPage = LetterPage | StatusPage
"""The help knows the same people beside a letter as beside a statusudtalelse."""


def known_to(page: AnyPage) -> Known:
    """Other children's names are those the asker may see; the child's own family is meant."""
    child = page.child.record
    return Known(
        name=child.name,
        born=child.born,
        sex=child.sex,
        people=tuple(_people(page)),
        today=page.today,
        hidden=tuple(dict.fromkeys(one.strip() for one in _hidden(page) if one.strip())),
    )


def family(page: AnyPage) -> frozenset[str]:
    """The ids of the child and of those siblings who are in the vault."""
    child = page.child
    return frozenset({child.id, *(one.child for one in child.record.siblings if one.child)})


def _people(page: AnyPage) -> Iterator[KnownPerson]:
    child, own = page.child.record, family(page)
    for one, name in page.names.children.items():
        if one not in own and real_name(name):
            yield KnownPerson(name=real_name(name), child=True)
    for parent in child.parents:
        if parent.name:
            yield KnownPerson(name=parent.name, parent=True, sex=_sex(parent))
    yield from (KnownPerson(name=one.name) for one in child.siblings if one.name)
    writers = set(page.record.writers)
    for key, name in page.names.staff.items():
        phone = "" if key in writers else _phone(page, key)
        yield KnownPerson(name=name, staff=True, private=(phone,) if phone else ())


def _phone(page: AnyPage, key: str) -> str:
    """A colleague's own telephone; the house's is everybody's. The writers' own is a question of its own."""
    found = page.staff.get(key)
    phone = found.phone.strip() if found else ""
    return "" if phone == page.house.phone.strip() else phone


def _sex(parent: Parent) -> Sex:
    low = parent.relation.lower()
    if low.endswith("mor"):
        return Sex.PIGE
    return Sex.DRENG if low.endswith("far") else Sex.UKENDT


def _hidden(page: AnyPage) -> Iterator[str]:
    """What is withheld on every paper about the child, siblings' homes too, and the telephones that go with it."""
    child = page.child.record
    yield from page.held.phrases
    yield from (parent.phone for parent in child.parents if parent.protected)
    if child.hide_house:
        yield page.house.phone
