"""Who is named in a text: another child, the wrong child, somebody by one letter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from tvaerfaglig.domain.people import Sex
from tvaerfaglig.domain.quality.finding import Hit
from tvaerfaglig.domain.quality.language.known import Known
from tvaerfaglig.domain.quality.language.lexicon import Lexicon
from tvaerfaglig.domain.quality.language.prose import Prose, Word

_INITIAL = re.compile(r"(?<![\w.])([A-ZÆØÅ])(?:\.(?=\s+[a-zæøå]|,|\s*$)|(?=\s+[a-zæøå]{3,}))")
_NO_INITIAL = frozenset({"I", "A", "Å", "Ø"})
_LETTERED = frozenset({"vitamin", "type", "bilag", "gruppe", "stue"})
_BACK = 4  # sentences in which the other may have been named
_HE, _SHE = frozenset({"han", "ham", "hans"}), frozenset({"hun", "hende", "hendes"})


def name_hits(prose: Prose, section: str, known: Known) -> Iterator[Hit]:
    yield from _others(prose, section, known)
    yield from _letters(prose, section, known)
    yield from _pronouns(prose, section, known)


def _others(prose: Prose, section: str, known: Known) -> Iterator[Hit]:
    """Names the vault knows are asked about wherever they stand; common names of children unless a role is theirs."""
    theirs = _first_names(known)
    ours = known.child_names | known.parent_names | known.other_names
    for word in prose.words:
        if not word.text[:1].isupper():
            continue
        name = bare(word.text, prose.lexicon)
        low = name.lower()
        if low not in ours and (low in theirs or _may_be_child(low, word, prose)):
            yield hit_at("andet_barn", prose, section, (word.start, word.end), hvad=name)


def _first_names(known: Known) -> frozenset[str]:
    names = (one.name.split() for one in known.people if one.child)
    return frozenset(words[0].lower() for words in names if words)


def _may_be_child(low: str, word: Word, prose: Prose) -> bool:
    lexicon = prose.lexicon
    if low not in lexicon.boernenavne or _is_grown_up(prose, word):
        return False
    return not (low in lexicon.navne_der_er_ord and _opens(prose, word))


def bare(text: str, lexicon: Lexicon) -> str:
    """Emils, Emil's and Jonas' as the name itself; Jonas stays Jonas."""
    plain = text.replace("’", "'")
    if plain.endswith(("'s", "'")):
        return plain.removesuffix("s").removesuffix("'")
    owned = plain.endswith("s") and plain.lower() not in lexicon.navne_paa_s
    return plain[:-1] if owned else plain


def _opens(prose: Prose, word: Word) -> bool:
    return prose.by_sentence[word.sentence][0].at == word.at


def _is_grown_up(prose: Prose, word: Word) -> bool:
    """»pædagog Emma«, »Emma Holm«: a role before or a family name after."""
    before = [one.low for one in prose.words[max(0, word.at - 2) : word.at]]
    after = prose.words[word.at + 1 : word.at + 2]
    close = bool(after) and after[0].start == word.end + 1
    named = close and after[0].text[:1].isupper()
    return named or any(one in prose.lexicon.voksne_roller for one in before)


def _letters(prose: Prose, section: str, known: Known) -> Iterator[Hit]:
    """»lille M. slog«; »barn B« is how one should write it, and »Mette S.« is somebody named."""
    for found in _INITIAL.finditer(prose.text):
        before = next((one for one in reversed(prose.words) if one.end <= found.start()), None)
        own = {name[:1].upper() for name in known.child_names}
        if found[1] in _NO_INITIAL | own or (before and _makes_sense(before, prose)):
            continue
        opens = not prose.text[: found.start()].rstrip() or (
            prose.text[: found.start()].rstrip()[-1] in ".!?:"
        )
        if found[0].endswith(".") or not opens:
            yield hit_at("forbogstav", prose, section, found.span(), hvad=found[0])


def _makes_sense(before: Word, prose: Prose) -> bool:
    small = before.low in {"lille", "store", "vores", "med"} and _opens(prose, before)
    named = before.text[:1].isupper() and not small
    return named or before.low in prose.lexicon.barn_af_slags or before.low in _LETTERED


def _pronouns(prose: Prose, section: str, known: Known) -> Iterator[Hit]:
    """»Noah græd. Hun sad …« with nobody else about: the text may be of another child."""
    if known.sex is Sex.UKENDT or not known.child_names:
        return
    wrong = _SHE if known.sex is Sex.DRENG else _HE
    for number, words in prose.by_sentence.items():
        before = (prose.by_sentence.get(number - back, ()) for back in range(_BACK, 0, -1))
        near = [*chain.from_iterable(before), *words]
        named = any(bare(word.text, prose.lexicon).lower() in known.child_names for word in near)
        if not named or any(_is_someone_else(word, prose, known) for word in near):
            continue
        odd = next((w for w in words if w.low in wrong and not prose.is_quoted(w.start)), None)
        if odd is not None:
            yield hit_at("forkert_barn", prose, section, (odd.start, odd.end), hvad=odd.text)


def _is_someone_else(word: Word, prose: Prose, known: Known) -> bool:
    if prose.is_parent(word.low) or word.low in prose.others | prose.lexicon.andre_folk:
        return True
    if not word.text[:1].isupper() or word.low == "i" or _opens(prose, word):
        return False
    return bare(word.text, prose.lexicon).lower() not in known.child_names


def hit_at(rule: str, prose: Prose, section: str, span: tuple[int, int], **fills: str) -> Hit:
    start, end = span
    return Hit(
        rule=rule,
        section=section,
        start=start,
        end=end,
        quote=prose.text[start:end],
        fills=fills,
    )
