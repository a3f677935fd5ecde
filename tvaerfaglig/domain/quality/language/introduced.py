"""People whom the text itself introduces: »sin lillebror Noah«, »Line Holm, pædagog«. They may be named after that."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from tvaerfaglig.domain.people import Sex
from tvaerfaglig.domain.quality.language.known import Known, KnownPerson
from tvaerfaglig.domain.quality.language.lexicon import Lexicon

_NAME = r"[A-ZÆØÅ][a-zæøåéü]+(?:-[A-ZÆØÅ][a-zæøå]+)?"
_FULL = rf"{_NAME}(?: (?:[A-ZÆØÅ]\.|{_NAME}))*"
_PARENT = re.compile(
    r"(?:(?:bio|pap|sted|pleje)?(?:mor|far)|moderen|faderen|moren|faren|moder|fader)", re.IGNORECASE
)


def with_introduced(known: Known, text: str, lexicon: Lexicon) -> Known:
    """What is known, and whom the text names by role; another child that is known stays one."""
    children = {name[0] for name in known.other_children} | {known.first_name}
    taken = known.parent_names | known.other_names | children
    added: dict[str, KnownPerson] = {}
    for role, name in _introductions(text, lexicon):
        first = name.lower().split()[0]
        if first not in taken:
            added.setdefault(first, _person(role, name, lexicon))
    return replace(known, people=(*known.people, *added.values())) if added else known


def _introductions(text: str, lexicon: Lexicon) -> list[tuple[str, str]]:
    before, after = _patterns(lexicon.voksne_roller)
    found = [(one["role"], one["name"]) for one in before.finditer(text)]
    return found + [(one["role"], one["name"]) for one in after.finditer(text)]


@lru_cache(maxsize=4)
def _patterns(roles: frozenset[str]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A role before the name, or after it behind a comma or in brackets."""
    words = "|".join(sorted((re.escape(one) for one in roles), key=len, reverse=True))
    role = rf"(?P<role>(?i:\w*(?:{words})s?|mors? kæreste|kæresten|veninden?))"
    return (
        re.compile(rf"\b{role}(?:,| hedder|:)? \(?(?P<name>{_FULL})"),
        re.compile(
            rf"\b(?P<name>{_FULL})(?:,| \(| er (?:hans|hendes|barnets)) ?(?:som er |hans |hendes "
            rf"|min kollega,? )?{role}\b"
        ),
    )


def _person(role: str, name: str, lexicon: Lexicon) -> KnownPerson:
    low = role.lower()
    sex = Sex.UKENDT
    if low in lexicon.han_ord or low in lexicon.hun_ord:
        sex = Sex.DRENG if low in lexicon.han_ord else Sex.PIGE
    return KnownPerson(name=name, parent=_PARENT.fullmatch(low) is not None, sex=sex)
