"""Other children's names: shown to whoever may see them, and "et andet barn" everywhere else.

A child chosen while writing is stored as a token, `{barn:ID}`, so that the name itself never reaches
another child's paper. Names typed without a token are found in `typed_names`, and a person is asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from tvaerfaglig.domain.typed_names import TypedName

_TOKEN = re.compile(r"\{barn:([0-9a-f-]{1,36}|[a-z0-9_-]+)\}(s?)")
ANOTHER = "et andet barn"
GONE = "et barn, der er slettet"
T = TypeVar("T")
_OWNED, _GONE_OWNED = "et andet barns", "et slettet barns"


def token(child_id: str) -> str:
    return f"{{barn:{child_id}}}"


def shown(text: str, names: Mapping[str, str], gone: Collection[str] = ()) -> str:
    """The text with every token said: the first name of a child in `names`, else "et andet barn".

    `gone` are children whose names were lawfully erased: of them it is said that they were.
    """

    def say(match: re.Match[str]) -> str:
        name = names.get(match[1])
        if name is None and match[1] in gone:
            return _capital(_GONE_OWNED if match[2] else GONE, text, match.start())
        if name is None:
            return _capital(_OWNED if match[2] else ANOTHER, text, match.start())
        return _owner(name) if match[2] else name

    return _TOKEN.sub(say, text)


def shown_everywhere(value: T, names: Mapping[str, str]) -> T:
    """A whole paper with every token in it said, wherever someone may have typed one by hand."""
    return said_everywhere(value, lambda text: shown(text, names))


def said_everywhere(value: T, say: Callable[[str], str]) -> T:
    """A whole paper with every text in it said anew."""
    made: Any = value
    if type(value) is str:  # an enumeration is text too, and stays what it is
        made = say(str(value))
    elif isinstance(value, tuple):
        made = tuple(said_everywhere(one, say) for one in value)
    elif is_dataclass(value) and not isinstance(value, type):
        held = {one.name: getattr(value, one.name) for one in fields(value)}
        made = replace(value, **{name: said_everywhere(one, say) for name, one in held.items()})
    return made  # type: ignore[no-any-return]


def _owner(name: str) -> str:
    return f"{name}'" if name[-1:] in "sxz" else f"{name}s"


def _capital(words: str, text: str, at: int) -> str:
    before = text[:at].rstrip(" \t")
    return words[:1].upper() + words[1:] if not before or before[-1] in ".!?\n" else words


def mentioned(text: str) -> tuple[str, ...]:
    """Ids of the children that the text names by token."""
    return tuple(dict.fromkeys(match[1] for match in _TOKEN.finditer(text)))


def unnamed(text: str, found: Iterable[TypedName], forms: Collection[str]) -> str:
    """The text with the names that were found said as a child who is erased; `forms` own nothing."""
    said = text
    for one in sorted(found, key=lambda one: -one.start):
        plain = {form.casefold() for form in forms}
        words = GONE if one.name.casefold() in plain else _GONE_OWNED
        said = said[: one.start] + _capital(words, text, one.start) + said[one.end :]
    return said
