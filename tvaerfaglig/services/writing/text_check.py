"""Questions about a text from anywhere, without a vault: for `main.py check-text` and for measuring the rules."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from tvaerfaglig.domain.errors import ForPeople
from tvaerfaglig.domain.people import Sex
from tvaerfaglig.domain.quality.checked import WHOLE, check_text
from tvaerfaglig.domain.quality.evidence.topics import EvidenceWords
from tvaerfaglig.domain.quality.finding import Finding
from tvaerfaglig.domain.quality.language.asking import prose_of
from tvaerfaglig.domain.quality.language.known import Known, KnownPerson
from tvaerfaglig.domain.quality.language.rules import Language, Part
from tvaerfaglig.domain.quality.language.shape import lix_of
from tvaerfaglig.services import library

SECTIONS = (*(str(part) for part in Part), WHOLE)
_GIRL = frozenset({"pige", "p", "f", "k", "kvinde", "girl", "female"})
_BOY = frozenset({"dreng", "d", "m", "mand", "boy", "male"})
_CHILD = frozenset(
    {"barn", "barnet", "børn", "kammerat", "legekammerat", "ven", "veninde", "dreng", "pige"}
)
_CHILD |= frozenset({"elev", "tvilling", "child", "friend", "pupil"})
_MOTHER = frozenset(
    {"mor", "moder", "moren", "plejemor", "stedmor", "papmor", "bonusmor", "mother"}
)
_FATHER = frozenset(
    {"far", "fader", "faren", "plejefar", "stedfar", "papfar", "bonusfar", "father"}
)
_PARENT = _MOTHER | _FATHER | {"forælder", "forældre", "forældremyndighedsindehaver", "parent"}
_WOMAN = frozenset(
    {"søster", "storesøster", "lillesøster", "halvsøster", "mormor", "farmor", "bedstemor"}
)
_WOMAN |= frozenset({"moster", "faster", "tante", "kusine", "sister", "grandmother"})
_MAN = frozenset(
    {"bror", "storebror", "lillebror", "halvbror", "morfar", "farfar", "bedstefar", "onkel"}
)
_MAN |= frozenset({"fætter", "brother", "grandfather"})
_FAMILY = _WOMAN | _MAN | {"søskende", "kæreste", "sibling"}


class BadContext(ForPeople):
    """What stands in the context is not what it should be; the text says where."""


@cache
def language() -> Language:
    """Every list, read when somebody first asks."""
    return library.language()


@cache
def evidence_words() -> EvidenceWords:
    """What a letter's evidence is read with, read when somebody first asks."""
    return library.evidence_words()


def reading_figure(text: str) -> int | None:
    """LIX; None for a text too short to have one."""
    return lix_of(prose_of(text, Known(), language().lexicon))


def check(text: object, section: object, context: object = None) -> tuple[Finding, ...]:
    """`section` is one of SECTIONS. Raises BadContext, in Danish, for anything that cannot be meant."""
    if not isinstance(text, str):
        raise BadContext("»text« skal være tekst i citationstegn.")
    if section not in SECTIONS:
        raise BadContext(f"Afsnittet »{section}« findes ikke. Vælg mellem {', '.join(SECTIONS)}.")
    return check_text(text, str(section), known_of(_table(context, "context")), language())


def as_rows(findings: tuple[Finding, ...]) -> list[dict[str, object]]:
    """As JSON says it; `start` and `end` count the text's characters."""
    return [
        {
            "rule": one.rule,
            "criterion": one.criterion,
            "section": one.section,
            "start": one.start,
            "end": one.end,
            "quote": one.quote,
            "question": one.question,
        }
        for one in findings
    ]


def known_of(context: Mapping[str, Any]) -> Known:
    """{"child": {"name", "born", "sex"}, "known_people": [{"name", "role"}], "today": "2026-11-12"}, all optional."""
    child = _table(context.get("child"), "child")
    today = _day(context.get("today"), "today")
    people = context.get("known_people") or []
    if not isinstance(people, list):
        raise BadContext("»known_people« skal være en liste af {name, role}.")
    return Known(
        name=_word(child.get("name"), "child.name"),
        born=_day(child.get("born"), "child.born"),
        sex=_sex(_word(child.get("sex"), "child.sex")),
        people=tuple(_person(_table(one, "known_people")) for one in people),
        today=today,
        stale=stale(today or date.max),
    )


def read_context(text: str) -> Mapping[str, Any]:
    try:
        return _table(json.loads(text), "context")
    except (ValueError, RecursionError):
        raise BadContext("Konteksten er ikke JSON. Se README for et eksempel.") from None


def _person(one: Mapping[str, Any]) -> KnownPerson:
    """Whoever is neither child, parent nor kin is taken for staff: they may be named, and have telephones."""
    words = frozenset(re.findall(r"\w+", _word(one.get("role"), "role").lower()))
    others = bool(words & {"anden", "andet", "andre", "til"})
    kin = bool(words & _FAMILY)
    parent = bool(words & _PARENT) and not (kin or others)
    child = any(map(_is_child, words)) and not (kin or words & _PARENT)
    private = one.get("private") or []
    return KnownPerson(
        name=_word(one.get("name"), "name"),
        child=child,
        parent=parent,
        staff=not (child or kin or words & _PARENT),
        sex=_sex_by_role(words),
        private=tuple(str(each) for each in private) if isinstance(private, list) else (),
    )


def _is_child(word: str) -> bool:
    """»nabobarn« and »legekammerat« too."""
    return word in _CHILD or word.endswith(("barn", "kammerat", "veninde", "kammerater"))


def _sex_by_role(words: frozenset[str]) -> Sex:
    """»mors kæreste« and »mor til Emil« tell nothing."""
    if words & {"kæreste", "til"}:
        return Sex.UKENDT
    if words & (_MOTHER | _WOMAN):
        return Sex.PIGE
    return Sex.DRENG if words & (_FATHER | _MAN) else Sex.UKENDT


def _sex(word: str) -> Sex:
    low = word.strip().lower()
    if low in _GIRL:
        return Sex.PIGE
    return Sex.DRENG if low in _BOY else Sex.UKENDT


def _table(value: object, where: str) -> Mapping[str, Any]:
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise BadContext(f"»{where}« skal være et objekt i {{ }}.")
    return value


def _word(value: object, where: str) -> str:
    if value is None:
        return ""
    if not isinstance(value, str):
        raise BadContext(f"»{where}« skal være tekst i citationstegn.")
    return value.strip()


def _day(value: object, where: str) -> date | None:
    if not value:
        return None
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise BadContext(f"»{where}« skal være en dag som 2026-11-12.") from None


def stale(today: date) -> tuple[tuple[str, str], ...]:
    """Old paragraph numbers, each with what stands in its place today."""
    return tuple((old.paragraph, new.cite) for old, new in library.law().replaced(today))
