"""People whom the text itself introduces: »sin lillebror Noah«, »Line Holm, pædagog«. They may be named after that."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tvaerfaglig.domain.people import Sex
from tvaerfaglig.domain.quality.language.known import Known, KnownPerson
from tvaerfaglig.domain.quality.language.lexicon import Lexicon

_NAME = r"[A-ZÆØÅ][a-zæøåéü]+(?:-[A-ZÆØÅ][a-zæøå]+)?"
_FULL = rf"{_NAME}(?: (?:[A-ZÆØÅ]\.|{_NAME}))*"
_NAMED = re.compile(rf"\b{_FULL}")
_PARENT = re.compile(
    r"(?:(?:bio|pap|sted|pleje|bonus)?(?:mor|far)|moderen|faderen|moren|faren|moder|fader)s?",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"(?P<role>[^\W\d]+)(?:,| hedder|:)? \(?$")
_AFTER = re.compile(
    r"(?:,| \(| er (?:hans|hendes|barnets)) ?(?:som er |hans |hendes |min kollega,? )?(?P<role>[^\W\d]+)"
)
_COMPOUND = (
    "pædagog",
    "pædagogen",
    "plejerske",
    "plejersken",
    "rådgiver",
    "rådgiveren",
    "leder",
    "lederen",
)
_CLOSE = frozenset({"kæreste", "kæresten", "veninde", "veninden"})


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


def _introductions(text: str, lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """A role before the name, or after it behind a comma or in brackets."""
    for found in _NAMED.finditer(text):
        opens, _, rest = found[0].partition(" ")
        if rest and _is_role(opens.lower(), lexicon):
            yield opens, rest
            continue
        before = _BEFORE.search(text[max(0, found.start() - 30) : found.start()])
        after = _AFTER.match(text, found.end())
        for near in (before, after):
            if near is not None and _is_role(near["role"].lower(), lexicon):
                yield near["role"], found[0]


def _is_role(low: str, lexicon: Lexicon) -> bool:
    plain = low.removesuffix("s")
    return bool({low, plain} & (lexicon.voksne_roller | _CLOSE)) or low.endswith(_COMPOUND)


def _person(role: str, name: str, lexicon: Lexicon) -> KnownPerson:
    low = role.lower()
    sex = Sex.UKENDT
    if low in lexicon.han_ord or low in lexicon.hun_ord:
        sex = Sex.DRENG if low in lexicon.han_ord else Sex.PIGE
    return KnownPerson(name=name, parent=_PARENT.fullmatch(low) is not None, sex=sex)
