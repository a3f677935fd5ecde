"""Who may be meant in a line: colleagues by name and by what they are, parents by what they are to the child."""

from __future__ import annotations

from collections.abc import Iterable

from tvaerfaglig.domain.agreements.lines import Doer
from tvaerfaglig.domain.people import Parent, Role

_THE = {
    Role.LEDER: ("leder", "lederen"),
    Role.SOUSCHEF: ("souschef", "souschefen"),
    Role.SOCIALRAADGIVER: ("socialrådgiver", "socialrådgiveren"),
    Role.SUNDHEDSPLEJERSKE: ("sundhedsplejerske", "sundhedsplejersken"),
    Role.PSYKOLOG: ("psykolog", "psykologen"),
}
_RELATIVE = {"mor": "moren", "far": "faren", "mormor": "mormoren", "farmor": "farmoren"}


def colleague(key: str, name: str, role: Role, *, me: bool = False) -> Doer:
    """By first name, by whole name, and as »socialrådgiveren« where there is one."""
    called = [name, name.split(maxsplit=1)[0] if name else "", *_THE.get(role, ())]
    return Doer(key, _plain([*called, "jeg"] if me else called))


def parent(one: Parent) -> Doer:
    """Mor, moren, or her name."""
    first = one.name.split()[0] if one.name else ""
    relation = one.relation.casefold()
    return Doer(one.id, _plain([relation, _RELATIVE.get(relation, ""), one.name, first]), True)


def _plain(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word.casefold() for word in words if word))
