"""Phrases of a word list, ready to be found: a list of thousands costs one look per word of the text.

How a phrase is written in the list: `*` any ending or beginning, `#` any number, `a|b` one of them,
`~søge` any form of the verb, `…` up to three words between, `?` after a word that may be left out,
`{barn}` and `{foraelder}` whoever is meant, `{egenskab}` a word made like a judgement of somebody,
`{tillaeg}` any word that is no bare fact about a child, `{u_ord}` a word like »uholdbar«,
`{passiv}` a verb in the passive, `{navn}` a name, and
`{…}` a class of words that the file has under that name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain, product

from tvaerfaglig.domain.quality.language.inflect import Maker, is_passive, verb
from tvaerfaglig.domain.quality.language.prose import Prose, Word

_GAP = 3
_STEM = 3
_CONDEMNING = ("lig", "ligt", "lige", "bar", "bart", "bare", "bel", "belt", "able")
_BREAKS = frozenset(",;:)")
_OPENS = frozenset({" (", " –", " -"})


@dataclass(frozen=True, slots=True)
class Match:
    """Where a phrase stands: its first and last word."""

    first: Word
    last: Word


@dataclass(frozen=True, slots=True)
class _Part:
    """What one word of a phrase may be."""

    forms: frozenset[str] = frozenset()
    begins: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    number: bool = False
    gap: bool = False
    kinds: tuple[str, ...] = ()
    spare: bool = False

    def may_stand_in(self, prose: Prose) -> bool:
        """Whether the text has any of its forms at all: most phrases are done with here, once for all places."""
        if self.begins or self.ends or self.number or self.gap or self.kinds:
            return True
        return not prose.texts_of.keys().isdisjoint(self.forms)

    def fits(self, word: Word, prose: Prose) -> bool:
        low = word.low
        if low in self.forms:
            return True
        if self.begins and low.startswith(self.begins):
            return True
        if self.ends and low.endswith(self.ends) and len(low) > _STEM:
            return True
        if self.number:
            return low[0].isdigit() or low in prose.lexicon.tal
        return bool(self.kinds) and any(_KINDS[kind](word, prose) for kind in self.kinds)


def _is_trait(word: Word, prose: Prose) -> bool:
    low = word.low
    ends = prose.lexicon.egenskab_ender
    made = any(low.endswith(end) and len(low) > len(end) + 1 for end in ends)
    return made and low not in prose.lexicon.neutrale and word.text[0].islower()


def _says_how(word: Word, prose: Prose) -> bool:
    low = word.low
    return low.isalpha() and low not in prose.lexicon.neutrale and word.text[0].islower()


def _condemns(word: Word, prose: Prose) -> bool:
    """Uholdbar, uforsvarligt, uacceptable."""
    low = word.low
    made = low.startswith("u") and low.endswith(_CONDEMNING) and len(low) > len("ubehag")
    return made and low not in prose.lexicon.neutrale


_KINDS: dict[str, Callable[[Word, Prose], bool]] = {
    "barn": lambda word, prose: prose.is_child(word.low),
    "foraelder": lambda word, prose: prose.is_parent(word.low),
    "navn": lambda word, _: word.text[0].isupper(),
    "egenskab": _is_trait,
    "u_ord": _condemns,
    "tillaeg": _says_how,
    "passiv": lambda word, prose: (
        word.text[0].islower()
        and is_passive(word.low)
        and word.low not in prose.lexicon.ikke_passiv
    ),
}


KINDS = frozenset(_KINDS)


@dataclass(frozen=True)
class Bent:
    """What a phrase may lean on: verbs that bend out of rule, and the file's own classes of words."""

    verbs: Mapping[str, frozenset[str]] = field(default_factory=dict)
    classes: Mapping[str, _Part] = field(default_factory=dict)

    def verb(self, word: str) -> frozenset[str]:
        """From the infinitive; forms written after it stand for themselves."""
        return self.verbs.get(word) or verb(word)


@dataclass(frozen=True)
class Phrases:
    """A list as it was written; its index is made when first asked for, not when the program starts."""

    written: tuple[str, ...]
    single: tuple[tuple[Maker, str], ...]
    bent: Bent

    @cached_property
    def words(self) -> frozenset[str]:
        """Those that stand alone, in all their forms."""
        return frozenset().union(*(make(word) for make, word in self.single))

    @cached_property
    def _index(self) -> _Index:
        index = _Index()
        for text in self.written:
            for parts in _with_and_without(tuple(_parts(text, self.bent))):
                index.add(parts)
        alone = (_Part(forms=self.words),)
        if self.single:
            index.add(alone)
        return index

    def find(self, prose: Prose) -> Iterator[Match]:
        """Every place, the longest phrase at each; places never overlap."""
        words, free = prose.words, 0
        for at, end in sorted(self._found(prose), key=lambda span: (span[0], -span[1])):
            if at >= free:
                free = end + 1
                yield Match(words[at], words[end])

    def _found(self, prose: Prose) -> Iterator[tuple[int, int]]:
        """First and last place of each; a word that stands in the text twenty times is looked up once."""
        words = prose.words
        for text, parts in self._index.begun(prose):
            if not parts[-1].may_stand_in(prose):
                continue
            for at in prose.places[text]:
                end = _match(parts[1:], words, at + 1, prose)
                if end is not None and words[end].sentence == words[at].sentence:
                    yield at, end


@dataclass
class _Index:
    """Phrases by what they begin with; most lists begin with no word of a short text, and are done at once."""

    by_word: dict[str, list[tuple[_Part, ...]]] = field(default_factory=dict)
    by_stem: dict[str, list[tuple[_Part, ...]]] = field(default_factory=dict)
    by_kind: dict[str, list[tuple[_Part, ...]]] = field(default_factory=dict)
    others: list[tuple[_Part, ...]] = field(default_factory=list)

    def add(self, parts: tuple[_Part, ...]) -> None:
        first = parts[0]
        if first.number or first.ends or any(len(one) < _STEM for one in first.begins):
            self.others.append(parts)
            return
        for form in first.forms:
            self.by_word.setdefault(form, []).append(parts)
        for stem in {one[:_STEM] for one in first.begins}:
            self.by_stem.setdefault(stem, []).append(parts)
        for kind in first.kinds:
            self.by_kind.setdefault(kind, []).append(parts)

    def begun(self, prose: Prose) -> Iterator[tuple[str, tuple[_Part, ...]]]:
        """Each phrase that some word of the text begins, and that word as it is written."""
        for low in self.by_word.keys() & prose.texts_of.keys():
            yield from product(prose.texts_of[low], self.by_word[low])
        for stem in self.by_stem.keys() & prose.lows_from.keys():
            yield from self._from_stem(stem, prose)
        for kind, many in self.by_kind.items():
            yield from product(_texts_of_kind(kind, prose), many)
        for parts in self.others:
            yield from ((text, parts) for text in prose.places if _fits_text(parts[0], text, prose))

    def _from_stem(self, stem: str, prose: Prose) -> Iterator[tuple[str, tuple[_Part, ...]]]:
        for low in prose.lows_from[stem]:
            fitting = [parts for parts in self.by_stem[stem] if low.startswith(parts[0].begins)]
            yield from product(prose.texts_of[low], fitting)


def _fits_text(part: _Part, text: str, prose: Prose) -> bool:
    return part.fits(prose.words[prose.places[text][0]], prose)


def _texts_of_kind(kind: str, prose: Prose) -> tuple[str, ...]:
    if kind not in prose.kinds:
        test = _KINDS[kind]
        prose.kinds[kind] = tuple(
            text for text, places in prose.places.items() if test(prose.words[places[0]], prose)
        )
    return prose.kinds[kind]


def phrases(written: Iterable[str], single: Iterable[tuple[Maker, str]], bent: Bent) -> Phrases:
    """Phrases as they are written, and words with what makes their forms."""
    return Phrases(tuple(one.lower() for one in written), tuple(single), bent)


def word_class(words: Iterable[str], bent: Bent) -> _Part:
    """One word of several."""
    return _one_of(tuple(words), bent)


def _parts(text: str, bent: Bent) -> Iterator[_Part]:
    for written in text.split():
        spare = len(written) > 1 and written.endswith("?")
        part = _part(written.removesuffix("?"), bent)
        yield replace(part, spare=True) if spare else part


def _part(written: str, bent: Bent) -> _Part:
    if written in {"#", "…"}:
        return _Part(number=written == "#", gap=written == "…")
    return _one_of(written.split("|"), bent)


def _one_of(choices: Iterable[str], bent: Bent) -> _Part:
    forms: set[str] = set()
    begins: list[str] = []
    ends: list[str] = []
    kinds: list[str] = []
    for one in choices:
        named = bent.classes.get(one.strip("{}")) if one.startswith("{") else None
        if named is not None:
            forms |= named.forms
            begins += named.begins
            ends += named.ends
        elif one.startswith("{"):
            kinds.append(one.strip("{}"))
        elif one.startswith("~"):
            forms |= bent.verb(one[1:])
        elif one.endswith("*"):
            begins.append(one[:-1])
        elif one.startswith("*"):
            ends.append(one[1:])
        else:
            forms.add(one)
    return _Part(frozenset(forms), tuple(begins), tuple(ends), kinds=tuple(kinds))


def _with_and_without(parts: tuple[_Part, ...]) -> Iterator[tuple[_Part, ...]]:
    """Every reading of a phrase in which some words may be left out."""
    choices = (((part,), ()) if part.spare else ((part,),) for part in parts)
    for chosen in product(*choices):
        yield tuple(chain.from_iterable(chosen))


def _match(parts: tuple[_Part, ...], words: tuple[Word, ...], at: int, prose: Prose) -> int | None:
    """The place of the phrase's last word, where it stands here within one sentence."""
    if not parts:
        return at - 1
    if parts[0].gap:
        ends = (_match(parts[1:], words, place, prose) for place in _leap(words, at, prose))
        return next((end for end in ends if end is not None), None)
    if at >= len(words) or not parts[0].fits(words[at], prose):
        return None
    end = _match(parts[1:], words, at + 1, prose)
    return end if end is not None and words[end].sentence == words[at].sentence else None


def _leap(words: tuple[Word, ...], at: int, prose: Prose) -> Iterator[int]:
    """Where the phrase may go on: past up to three words, and past no comma or bracket."""
    for place in range(at, min(at + _GAP + 1, len(words))):
        yield place
        beyond = words[place].end
        if prose.text[beyond : beyond + 1] in _BREAKS:
            return
        if prose.text[beyond : beyond + 2] in _OPENS:
            return
