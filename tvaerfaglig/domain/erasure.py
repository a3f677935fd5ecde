"""What of a record is one child's, and what stays of it when she is erased.

A record about her alone goes. One about several stays with the others: without her part, and without her
name where it was typed. A token `{barn:ID}` stays: the id is random and stands for nobody any more.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import StrEnum
from typing import Any, TypeVar

from tvaerfaglig.domain.efforts.volunteers import Volunteer
from tvaerfaglig.domain.konsultation import Participant
from tvaerfaglig.domain.masking import GONE, unnamed
from tvaerfaglig.domain.naming import NO_NAMES
from tvaerfaglig.domain.observation import Involved, Observation
from tvaerfaglig.domain.people import Child, Parent, Sibling, Staff
from tvaerfaglig.domain.protection import Receiver
from tvaerfaglig.domain.record import Record
from tvaerfaglig.domain.rounds.records import Assigned
from tvaerfaglig.domain.typed_names import TypedName, typed_names

R = TypeVar("R", bound=Record)
_WHY = "Et barn, der var med, er slettet."
PEOPLE = (Child, Parent, Sibling, Staff, Volunteer, Participant, Receiver)


class Part(StrEnum):
    """How one version of a record touches the child."""

    NONE = "ikke"
    OWN = "hendes"
    SHARED = "sammen med andre"
    NAMED = "nævnt"
    FIRST_NAME = "fornavnet står der"


@dataclass(frozen=True, slots=True)
class Whose:
    """The child to be erased: her id, and every full name that her card has had."""

    child: str
    names: tuple[str, ...]

    @property
    def forms(self) -> tuple[str, ...]:
        """What she may be called in a text: her full names, and her first names."""
        firsts = [name.split()[0] for name in self.names if name.split()]
        real = [one for one in firsts if one.casefold() not in NO_NAMES and len(one) > 1]
        return tuple(dict.fromkeys((*self.names, *real)))

    def may_be_in(self, data: str) -> bool:
        """A quick look at a whole body: without any of this there is nothing of hers in it."""
        return f'"{self.child}"' in data or any(
            form in data or form.upper() in data for form in self.forms
        )

    def found_in(self, text: str, *, first_names: bool) -> list[TypedName]:
        found = typed_names(text, [(self.child, name) for name in self.names])
        known = [one for one in found if first_names or self._is_full(one)]
        return [one for one in known if self._is_hers(one)]

    def _is_full(self, found: TypedName) -> bool:
        return any(found.name.casefold().startswith(name.casefold()) for name in self.names)

    def _is_hers(self, found: TypedName) -> bool:
        return any(found.name.casefold().startswith(form.casefold()) for form in self.forms)


def part_of(record: Record, record_id: str, case_id: str, whose: Whose) -> Part:
    """What this version has of the child."""
    about = set(record.about())
    if whose.child in {record_id, case_id} or about == {whose.child}:
        return Part.OWN
    if whose.child in about:
        return Part.SHARED
    if without(record, whose, first_names=False) != record:
        return Part.NAMED
    if without(record, whose, first_names=True) != record:
        return Part.FIRST_NAME
    return Part.NONE


def without(record: R, whose: Whose, *, first_names: bool) -> R:
    """The record as it stays: her part out, her id and her typed name said as a child who is erased.

    What a person is called in a field of its own is that person's: a mother may bear her daughter's name. What
    a thing is called is a text like any other: an indsats may be named after the child it was for.
    """
    made = _record_without(record, whose, first_names=first_names)
    if isinstance(made, Observation) and made.about() != record.about():
        made = replace(made, correction=_WHY)
    return made  # type: ignore[no-any-return]


def _record_without(value: Any, whose: Whose, *, first_names: bool) -> Any:
    if type(value) is str:  # an enumeration is text too, and stays what it is
        found = whose.found_in(value, first_names=first_names)
        return "" if value == whose.child else unnamed(value, found, whose.forms)
    if isinstance(value, tuple):
        kept = (one for one in value if not _is_hers(one, whose))
        return tuple(_record_without(one, whose, first_names=first_names) for one in kept)
    if isinstance(value, Sibling) and _is_sibling(value, whose):
        return Sibling(name=GONE)
    if is_dataclass(value) and not isinstance(value, type):
        before = {one.name: getattr(value, one.name) for one in fields(value)}
        after = {
            name: part
            if name == "name" and isinstance(value, PEOPLE)
            else _record_without(part, whose, first_names=first_names)
            for name, part in before.items()
        }
        return replace(value, **after)
    return value


def _is_hers(value: object, whose: Whose) -> bool:
    """Her id in a list, her part in what happened, or a pair that begins with her id."""
    if isinstance(value, tuple):
        return bool(value) and value[0] == whose.child
    return value == whose.child or (
        isinstance(value, Involved | Assigned) and value.child == whose.child
    )


def _is_sibling(value: Sibling, whose: Whose) -> bool:
    return value.child == whose.child or value.name in whose.names


def json_without(value: Any, whose: Whose, records: Collection[str] = ()) -> Any:
    """The same of what a form keeps as JSON: unsaved words that others are in too.

    `records` are those that go with her: an answer that is tied to one of them goes as her own does.
    """
    if isinstance(value, str):
        found = whose.found_in(value, first_names=True)
        return "" if value == whose.child else unnamed(value, found, whose.forms)
    hers = {whose.child, *records}
    if isinstance(value, list):
        return [json_without(one, whose, records) for one in value if not _names(one, hers)]
    if isinstance(value, dict):
        kept = {key: one for key, one in value.items() if key not in hers}
        return {key: json_without(one, whose, records) for key, one in kept.items()}
    return value


def _names(value: object, hers: Collection[str]) -> bool:
    if isinstance(value, list):
        return bool(value) and isinstance(value[0], str) and value[0] in hers
    if isinstance(value, dict):
        return any(value.get(tie) in hers for tie in ("child", "enrolment"))
    return isinstance(value, str) and value in hers
