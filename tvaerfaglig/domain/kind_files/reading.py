"""Read the small values of a kind's file within bounds; every refusal says what to put right."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable
from typing import TypeVar

from tvaerfaglig.domain.resource import ResourceError, Table, read_toml

T = TypeVar("T")
LARGEST = 128 * 1024
LONGEST_LINE, LONGEST_PROSE, MANY = 120, 1_500, 40
_ID = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")


def text_from_outside(content: bytes, name: str, a_kind: str) -> str:
    """The text of a file that somebody brought; `a_kind` is what it should be, as »en mødeform«."""
    if len(content) > LARGEST:
        raise ResourceError(
            f"»{name}« er for stor til at være {a_kind}. Den må fylde {LARGEST // 1024} kB."
        )
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ResourceError(
            f"»{name}« kan ikke læses som tekst. {a_kind.capitalize()} er en tekstfil, der ender på .toml."
        ) from None
    text = text.replace("\r\n", "\n").replace("\u00a0", " ")
    if not all(sign.isprintable() or sign in "\n\t" for sign in text):
        raise ResourceError(
            f"»{name}« har usynlige tegn i teksten. Skriv filen i et almindeligt tekstprogram."
        )
    return text


def opened(text: str, name: str, key: str, edition: int, *, a_kind: str, the_kind: str) -> Table:
    """The file's table, once it is built as one of its sort and made for today's edition, which stands at `key`."""
    try:
        top = read_toml(text, name)
    except RecursionError:
        raise ResourceError(f"{name} er ikke bygget som {a_kind}.") from None
    made = top.number(key)
    if made != edition:
        raise top.wrong(
            f"{the_kind} er lavet til en anden udgave af programmet (»{key} = {made}«). "
            f"Bed om en med »{key} = {edition}«."
        )
    return top


def fingerprint(text: str) -> str:
    """The same words, the same twelve signs."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def identifier(table: Table, key: str = "id") -> str:
    said = table.text(key)
    if not _ID.fullmatch(said):
        raise table.wrong(
            f"»{said}« kan ikke være et id. Brug små bogstaver a–z, tal og bindestreg."
        )
    return said


def within(table: Table, key: str, least: int, most: int, default: int | None = None) -> int:
    number = table.number(key, default)
    if not least <= number <= most:
        raise table.wrong(f"»{key}« er {number}. Vælg et tal fra {least} til {most}.")
    return number


def line(table: Table, key: str, default: str | None = None) -> str:
    return _short(table, key, " ".join(table.text(key, default).split()), LONGEST_LINE)


def lines(table: Table, key: str) -> tuple[str, ...]:
    """A list of short lines; none if the key is not there."""
    said = tuple(" ".join(one.split()) for one in table.texts(key, ()))
    if len(said) > MANY:
        raise table.wrong(f"»{key}« har {len(said)} linjer. Der er plads til {MANY}.")
    for one in said:
        _short(table, key, one, LONGEST_LINE)
    return said


def prose(table: Table, key: str, default: str | None = None) -> str:
    return _short(table, key, table.prose(key, default), LONGEST_PROSE)


def many(
    table: Table, key: str, read: Callable[[Table], T], *, optional: bool = False
) -> tuple[T, ...]:
    found = table.tables(key, optional=optional)
    if len(found) > MANY:
        raise table.wrong(f"der er {len(found)} gange »{key}«. Der er plads til {MANY}.")
    if not found and not optional:
        raise table.wrong(f"»{key}« er tom. Der skal være mindst én.")
    made = []
    for one in found:
        made.append(read(one))
        one.done()
    return tuple(made)


def each_of(
    table: Table, key: str, allowed: type[T], default: tuple[str, ...] | None = None
) -> tuple[T, ...]:
    words: Iterable[str] = tuple(allowed)  # type: ignore[arg-type]
    said = table.texts(key, default)
    strange = [one for one in said if one not in words]
    if strange:
        raise table.wrong(f"»{key}« har »{strange[0]}«. Vælg mellem {', '.join(words)}.")
    return tuple(allowed(one) for one in dict.fromkeys(said))  # type: ignore[call-arg]


def _short(table: Table, key: str, said: str, most: int) -> str:
    if len(said) > most:
        raise table.wrong(f"»{key}« er {len(said)} tegn. Der er plads til {most}.")
    return said
