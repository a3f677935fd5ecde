"""Read a TOML file that a municipality may have edited, and say in Danish what is amiss."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Iterable, Mapping
from datetime import date

from tvaerfaglig.domain.errors import ForPeople

_MISSING = object()
_LARGEST = 10**9
_LONG = re.compile(r"»([^«]{60})[^«]+«")


class ResourceError(ForPeople):
    """Something in a resource file that a person can put right; the text says where.

    What it quotes is cut: a sentence must fit in a message, whatever somebody's file holds.
    """

    def __init__(self, sentence: str) -> None:
        super().__init__(_LONG.sub(r"»\1 …«", sentence))


class Table:
    """One table of such a file: typed values out, and a question about keys nobody asked for.

    A misspelt key would otherwise be silently without effect; `done` names it and the nearest
    word that is known.
    """

    def __init__(self, values: Mapping[str, object], where: str) -> None:
        self._values = values
        self._asked: set[str] = set()
        self.where = where

    def text(self, key: str, default: str | None = None) -> str:
        value = self._value(key, default)
        if not isinstance(value, str):
            raise self._wrong(key, "skal være tekst i citationstegn")
        if default is None and not value.strip():
            raise self._wrong(key, "er tom")
        return value.strip()

    def prose(self, key: str, default: str | None = None) -> str:
        """Text over several lines: a blank line parts two paragraphs, other breaks are spaces."""
        paragraphs = re.split(r"\n\s*\n", self.text(key, default))
        return "\n\n".join(" ".join(each.split()) for each in paragraphs)

    def flag(self, key: str, *, default: bool = False) -> bool:
        value = self._value(key, default)
        if not isinstance(value, bool):
            raise self._wrong(key, "skal være true (ja) eller false (nej), uden citationstegn")
        return value

    def number(self, key: str, default: int | None = None) -> int:
        value = self._value(key, default)
        if not isinstance(value, int) or isinstance(value, bool):
            raise self._wrong(key, "skal være et helt tal uden citationstegn")
        if abs(value) > _LARGEST:
            raise self._wrong(key, "er et for stort tal")
        return value

    def day(self, key: str) -> date:
        value = self._value(key, None)
        if type(value) is not date:
            raise self._wrong(key, "skal være en dato skrevet som 2026-11-12, uden citationstegn")
        return value

    def day_or_none(self, key: str) -> date | None:
        return self.day(key) if key in self._values else None

    def texts(self, key: str, default: tuple[str, ...] | None = None) -> tuple[str, ...]:
        value = self._value(key, None if default is None else list(default))
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            raise self._wrong(key, 'skal være en liste af tekster, fx ["en", "to"]')
        return tuple(each.strip() for each in value)

    def words(self, key: str) -> tuple[str, ...]:
        """A long list, set apart by commas over as many lines as it takes; none if the key is not there."""
        written = self.text(key, "")
        return tuple(filter(None, (" ".join(each.split()) for each in written.split(","))))

    def names(self) -> tuple[str, ...]:
        """The names in a table that the file may add to."""
        return tuple(self._values)

    def one_of(self, key: str, allowed: Iterable[str], default: str | None = None) -> str:
        words = tuple(allowed)
        value = self.text(key, default)
        if value not in words:
            raise self._wrong(key, f"er »{value}«. Vælg mellem {', '.join(words)}")
        return value

    def table(self, key: str) -> Table:
        value = self._value(key, None)
        if not isinstance(value, dict):
            raise self._wrong(key, f"skal være et afsnit, der begynder med [{key}]")
        return Table(value, f"{self.where}, [{key}]")

    def tables(self, key: str, *, optional: bool = False) -> tuple[Table, ...]:
        value = self._value(key, [] if optional else None)
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
            raise self._wrong(key, f"skal være afsnit, der hver begynder med [[{key}]]")
        return tuple(
            Table(each, f"{self.where}, {key} {_name(each, nr)}")
            for nr, each in enumerate(value, 1)
        )

    def done(self) -> None:
        """Ask about the first key that nothing reads."""
        for key in self._values:
            if key not in self._asked:
                near = difflib.get_close_matches(key, self._asked, n=1, cutoff=0.6)
                hint = f" Mente du »{near[0]}«?" if near else ""
                raise ResourceError(f"{self.where}: »{key}« kender programmet ikke.{hint}")

    def wrong(self, sentence: str) -> ResourceError:
        """A complaint about this table as a whole."""
        return ResourceError(f"{self.where}: {sentence}")

    def _value(self, key: str, default: object) -> object:
        self._asked.add(key)
        value = self._values.get(key, _MISSING)
        if value is not _MISSING:
            return value
        if default is None:
            near = difflib.get_close_matches(key, self._values, n=1, cutoff=0.6)
            hint = f" Er det »{near[0]}«, der er skrevet anderledes?" if near else ""
            raise ResourceError(f"{self.where}: »{key}« mangler.{hint}")
        return default

    def _wrong(self, key: str, what: str) -> ResourceError:
        return ResourceError(f"{self.where}: »{key}« {what}.")


def read_toml(text: str, name: str) -> Table:
    """The top of the file `name`."""
    try:
        return Table(tomllib.loads(text), name)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"line (\d+), column (\d+)", str(error))
        where = f" Se på linje {place[1]}, tegn {place[2]}." if place else ""
        raise ResourceError(
            f"{name} kan ikke læses.{where} Mangler der et citationstegn eller et lighedstegn?"
        ) from error
    except ValueError as error:  # more digits than Python makes a number of
        raise ResourceError(f"{name} kan ikke læses. Et tal i den er alt for langt.") from error


def once_each(ids: Iterable[str], where: str) -> None:
    """Two entries with one id would hide one another."""
    seen: set[str] = set()
    for each in ids:
        if each in seen:
            raise ResourceError(f"{where}: »{each}« står der to gange.")
        seen.add(each)


def _name(values: Mapping[str, object], nr: int) -> str:
    known = values.get("id")
    return f"»{known}«" if isinstance(known, str) and known else f"nr. {nr}"
