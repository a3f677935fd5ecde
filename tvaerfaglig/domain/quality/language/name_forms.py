"""The forms of a name: Emils and Emil's are Emil, Malte sounds as Malthe; and where a question about one is put."""

from __future__ import annotations

import re
from functools import lru_cache

from tvaerfaglig.domain.quality.finding import Hit
from tvaerfaglig.domain.quality.language.known import Known
from tvaerfaglig.domain.quality.language.lexicon import Lexicon
from tvaerfaglig.domain.quality.language.prose import Prose, Word


@lru_cache(maxsize=8)
def by_sound(names: frozenset[str]) -> dict[str, str]:
    return {sound(name): name for name in sorted(names)}


def forms_of(low: str, lexicon: Lexicon) -> frozenset[str]:
    """What the word may be a form of: emils → emil, jonas → jonas, but also jona."""
    return _bent(low, lexicon.navne_paa_s)


@lru_cache(maxsize=8192)
def _bent(low: str, names_on_s: frozenset[str]) -> frozenset[str]:
    plain = low.replace("’", "'")
    if plain.endswith(("'s", "'")):
        return frozenset({plain.removesuffix("s").removesuffix("'")})
    if plain.endswith("s") and plain not in names_on_s:
        return frozenset({plain, plain[:-1]})
    return frozenset({plain})


def bare(text: str, lexicon: Lexicon) -> str:
    """Emils, Emil's and Jonas' as the name itself; Jonas stays Jonas."""
    plain = text.replace("’", "'")
    if plain.endswith(("'s", "'")):
        return plain.removesuffix("s").removesuffix("'")
    owned = plain.endswith("s") and plain.lower() not in lexicon.navne_paa_s
    return plain[:-1] if owned else plain


def is_own_name(word: Word, prose: Prose, known: Known) -> bool:
    """The child by name, in whatever form: Alma, Almas, Alma's, ALMA."""
    return bool(forms_of(word.low, prose.lexicon) & known.child_names)


def sounds_as(low: str, name: str) -> bool:
    return bool(name) and low != name and sound(low) in {sound(name), sound(f"{name}s")}


@lru_cache(maxsize=4096)
def sound(name: str) -> str:
    """Spellings that one hears no difference between."""
    heard = name.replace("'", "").replace("th", "t").replace("ph", "f").replace("ch", "k")
    heard = (
        heard.replace("c", "k")
        .replace("w", "v")
        .replace("z", "s")
        .replace("x", "ks")
        .replace("y", "i")
    )
    heard = re.sub(r"h(?![aeiouyæøå])", "", heard)
    return re.sub(r"(.)\1+", r"\1", heard)


def opens(prose: Prose, word: Word) -> bool:
    return prose.by_sentence[word.sentence][0].at == word.at


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
