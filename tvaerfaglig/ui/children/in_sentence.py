"""A line that somebody wrote, carried on within a sentence: its first letter is small, but not that of a name."""

from __future__ import annotations

from collections.abc import Iterator

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.people import Child
from tvaerfaglig.services.names import Names


def in_sentence(words: str, names: Names, child: Child) -> str:
    """»hun spiser …«, but »Karen har …«, »Danutas …« and »PPR …«."""
    first = words.split(" ", 1)[0].strip("»«,.:;")
    if first.isupper() or any(
        first in {name, danish.possessive(name)} for name in _first(names, child)
    ):
        return words
    return words[:1].lower() + words[1:]


def _first(names: Names, child: Child) -> Iterator[str]:
    """The first names of whoever an agreement about this child may be with or about."""
    family = [one.name for one in child.parents] + [one.name for one in child.siblings]
    for name in (*names.staff.values(), *names.children.values(), *family):
        yield danish.first_name(name)
