"""»Noah græd. Hun sad …«: a pronoun or a noun that fits another child than the one the letter is about.

A pronoun is only asked about where nobody else of that sex has been spoken of in the two sentences before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tvaerfaglig.domain.people import Sex
from tvaerfaglig.domain.quality.finding import Hit
from tvaerfaglig.domain.quality.language.known import Known
from tvaerfaglig.domain.quality.language.name_forms import bare, hit_at, is_own_name, opens
from tvaerfaglig.domain.quality.language.names import is_family_name
from tvaerfaglig.domain.quality.language.prose import Prose, Word
from tvaerfaglig.domain.quality.language.rules import Part

HE, SHE = frozenset({"han", "ham", "hans"}), frozenset({"hun", "hende", "hendes"})
_BOY_WORDS = frozenset({"drengen", "drengens", "sønnen", "sønnens"})
_GIRL_WORDS = frozenset({"pigen", "pigens", "datteren", "datterens"})
_A_GIRL, _A_BOY = frozenset({"pige", "datter"}), frozenset({"dreng", "søn"})
_CHILDS_OWN = re.compile(
    r" (?:\w+ )?(?:numse|ble|bleen|sut|bamse|sutteklud|madpakke|madkasse|flyverdragt|lillebror|lillesøster"
    r"|storebror|storesøster|stue|garderobe|legekammerat\w*|børnehave|vuggestue"
    r"|sprog|udvikling|trivsel|motorik|barnevogn|leg|hverdag)\b"
)
_MANY = frozenset(
    {"familien", "familiens", "familie", "hjemmet", "hjemmets", "børn", "børnene", "søskende"}
)
_MANY |= frozenset({"venner", "voksne"})
"""Of many, or of a house, one does not go on with »hun«."""
_ROLES = (
    *(
        f"{role}{end}"
        for role in (
            "læge",
            "plejerske",
            "rådgiver",
            "behandler",
            "konsulent",
            "pædagog",
            "lærer",
            "pæd",
            "kæreste",
        )
        for end in ("", "n", "en")
    ),
    *("pæd'en", "medarbejder", "leder", "lederen", "person", "tolk", "tolken"),
)
_FAR = 2
"""Sentences in which somebody is still the one spoken of."""
_IS_A = re.compile(
    r"\b(?:er|var|som) (?:(?:en|et|vores|den) )?(?:(?:\w+(?:,| og| men)? ){0,5}?)(?P<word>pige|dreng|pigebarn"
    r"|drengebarn)\b",
    re.IGNORECASE,
)


@dataclass
class _Spoken:
    """In which sentence anybody of the other sex was last spoken of, and a child among them."""

    anyone: int = -_FAR - 1
    child: int = -_FAR - 1

    def is_near(self, number: int, *, child: bool) -> bool:
        return number - (self.child if child else self.anyone) <= _FAR


def pronoun_hits(prose: Prose, part: Part, section: str, known: Known) -> Iterator[Hit]:
    """At most one in a sentence. A grown-up may be »hun«, but is no »pigen« and has no »numse« that we write of."""
    wrong = SHE if known.sex is Sex.DRENG else HE
    nouns = _GIRL_WORDS if known.sex is Sex.DRENG else _BOY_WORDS
    spoken = _Spoken()
    named = part is not Part.FORAELDRENES_SYN
    for number, words in prose.by_sentence.items():
        asked = False
        for word in words:
            noun = word.low in nouns or _is_meant(word, known, prose)
            if word.low in wrong or (noun and not _is_shown(word, prose)):
                childs = noun or _is_childs_own(word, prose)
                if spoken.is_near(number, child=childs):
                    spoken.anyone = number
                elif named and not asked and _is_odd(word, words, prose):
                    asked = True
                    yield misfit(prose, section, word.start, word.end)
            elif is_own_name(word, prose, known):
                named = True
            elif word.low not in nouns:
                _note(spoken, number, word, prose, known)


def _note(spoken: _Spoken, number: int, word: Word, prose: Prose, known: Known) -> None:
    other = Sex.PIGE if known.sex is Sex.DRENG else Sex.DRENG
    if _may_be(other, word, prose, known):
        spoken.anyone = number
        spoken.child = number if _may_be_child(word, prose, known) else spoken.child


def _is_odd(word: Word, words: tuple[Word, ...], prose: Prose) -> bool:
    return not (prose.is_quoted(word.start) or _follows(word, words, prose))


def _is_meant(word: Word, known: Known, prose: Prose) -> bool:
    """»den lille pige«, »deres datter« of a boy: said as of one who is known."""
    if word.low not in (_A_GIRL if known.sex is Sex.DRENG else _A_BOY):
        return False
    before = [one.low for one in prose.words_before(word.start)[-2:]]
    if word.low in {"datter", "søn"}:
        kin = any(not (one.child or one.staff or one.parent) for one in known.people)
        return before[-1:] in (["deres"], ["parrets"]) and not kin
    return "den" in before


def _is_childs_own(word: Word, prose: Prose) -> bool:
    mine = word.low in {"hans", "hendes"}
    return mine and _CHILDS_OWN.match(prose.text, word.end) is not None


def _may_be_child(word: Word, prose: Prose, known: Known) -> bool:
    low, lexicon = word.low, prose.lexicon
    first = bare(word.text, lexicon).lower()
    if first in known.staff_names or first in known.parent_names or prose.is_parent(low):
        return False
    if is_family_name(word, prose):
        return False
    kin = low.removesuffix("s").endswith(
        ("søster", "søsteren", "bror", "broren", "fætter", "kusine")
    )
    named = word.text[:1].isupper() and first not in lexicon.only_adults
    return (
        kin
        or named
        or low in lexicon.barn_af_slags
        or low.startswith(("ven", "kammerat", "legekammerat"))
    )


def _is_shown(word: Word, prose: Prose) -> bool:
    """»Pigen med det røde hår«, »pigen fra blå stue«: another girl, and said which."""
    return bool(re.match(r" (?:med|fra|i|på|ved|der|som)\b", prose.text[word.end : word.end + 80]))


def _follows(word: Word, words: tuple[Word, ...], prose: Prose) -> bool:
    """»Da hun, hans mor, kom«: whoever it is stands right after."""
    after = [one.low for one in words if 0 < one.at - word.at <= 3]
    close = prose.text[word.end : word.end + 1] in {",", "("}
    return close and any(
        prose.is_parent(one) or one in prose.lexicon.voksne_roller for one in after
    )


def _may_be(sex: Sex, word: Word, prose: Prose, known: Known) -> bool:
    """Whether the word may be somebody of that sex; of whom we do not know, it may."""
    low, lexicon = word.low, prose.lexicon
    bent = low.removesuffix("s")
    if not (word.text[:1].isupper() or {low, bent} & lexicon.people or low.endswith(_ROLES)):
        return False
    if low in lexicon.han_ord or bent in lexicon.han_ord:
        return sex is Sex.DRENG
    if low in lexicon.hun_ord or bent in lexicon.hun_ord:
        return sex is Sex.PIGE
    if low in lexicon.foraeldre or low in lexicon.andre_folk or low in lexicon.voksne_roller:
        return low not in _MANY
    return low.endswith(_ROLES) or _is_named(sex, word, prose, known)


def _is_named(sex: Sex, word: Word, prose: Prose, known: Known) -> bool:
    if not word.text[:1].isupper() or word.low in {"i", "de"}:
        return False
    first = bare(word.text, prose.lexicon).lower()
    said = sex_of(word, prose, known)
    if said is not Sex.UKENDT:
        return said is sex
    known_first = known.parent_names | known.other_names | {one[0] for one in known.other_children}
    names = (known_first, prose.lexicon.voksennavne, prose.lexicon.boernenavne)
    if any(first in each or word.low in each for each in names):
        return True
    return not (opens(prose, word) or _is_thing(word, prose))


def _is_thing(word: Word, prose: Prose) -> bool:
    """»CPR«, »i børnehaven Kornblomsten«: what it is called, not somebody who is there."""
    if len(word.text) > 1 and word.text.isupper():
        return True
    before = prose.words_before(word.start)[-1:]
    return any(one.low.endswith(tuple(prose.lexicon.stedord)) for one in before)


def sex_of(word: Word, prose: Prose, known: Known) -> Sex:
    first = bare(word.text, prose.lexicon).lower()
    return known.sexes.get(first) or prose.lexicon.sex_of(first)


def noun_hits(prose: Prose, section: str, known: Known) -> Iterator[Hit]:
    """»Noah er en glad pige«, and »hun er en glad dreng«, where the pronoun is the one that does not fit."""
    wrong, odd = ("pige", SHE) if known.sex is Sex.DRENG else ("dreng", HE)
    for found in _IS_A.finditer(prose.text):
        before = prose.words_before(found.start())[-1:]
        if not before or prose.is_quoted(found.start()):
            continue
        is_wrong = found["word"].lower().startswith(wrong)
        said = is_own_name(before[0], prose, known) or before[0].low in HE | SHE | {"barnet"}
        if is_wrong and said:
            yield misfit(prose, section, *found.span("word"))
        elif not is_wrong and before[0].low in odd:
            yield misfit(prose, section, before[0].start, before[0].end)


def misfit(prose: Prose, section: str, start: int, end: int) -> Hit:
    return hit_at("forkert_barn", prose, section, (start, end), hvad=prose.text[start:end])
