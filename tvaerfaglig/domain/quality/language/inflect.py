"""Every form of a Danish word, made by rule, so that a list holds each word once.

More is made than exists (»gidede«): a form that nobody writes is never found, and so does no harm.
Words that bend out of rule stand in the list with their forms after them: »lyve lyver løj løjet«.
"""

from __future__ import annotations

from collections.abc import Callable

Maker = Callable[[str], frozenset[str]]

_VOWELS = "aeiouyæøå"
_NEVER_DOUBLED = "jvwxzhcq"
_SHORTEST_PASSIVE = 4
_VERBS_LIKE_OWNERS = frozenset({"fjernes", "forenes", "tjenes"})


def adjective(word: str) -> frozenset[str]:
    """Vred, vredt, vrede, vredere, vredest: the base form in, all of them out."""
    base, *others = word.split()
    return frozenset(form for each in (base, *others) for form in _adjective(each))


def verb(word: str) -> frozenset[str]:
    """From the infinitive: past and present, active and passive, and the participle."""
    base, *others = word.split()
    if others:
        return frozenset({base, *others, *(f"{each}s" for each in (base, *others))})
    stem = base.removesuffix("e")
    made = {base, f"{base}r", f"{base}s", f"{base}t"}
    if base.endswith("e"):
        made |= {f"{base}de", f"{base}des", f"{base}nde"}
        made |= {f"{one}{end}" for one in _single(stem) for end in ("te", "tes", "t")}
    else:
        made |= {f"{base}ede", f"{base}et", f"{base}ende"}
    return frozenset(made)


def noun(word: str) -> frozenset[str]:
    """Singular and plural, with and without article, and each as owner."""
    base, *others = word.split()
    made = {base, *others}
    if base.endswith("e"):
        made |= {f"{base}{end}" for end in ("n", "t", "r", "rne")}
        made |= {f"{base[:-1]}{end}" for end in ("er", "erne")}
    else:
        stems = {base, _doubled(base)}
        ends = ("en", "et", "er", "erne", "e", "ene")
        made |= {f"{stem}{end}" for stem in stems for end in ends}
    return frozenset(made | {f"{one}s" for one in made})


def done_to(word: str) -> frozenset[str]:
    """The passive on -s, now and then: observeres, observeredes."""
    return frozenset(one for one in verb(word) if one.endswith("es"))


def participle(word: str) -> frozenset[str]:
    """What stands after »er« or »blev«: drøftet, talt, observerede."""
    base, *others = word.split()
    made = frozenset(others) or verb(base) - {base}
    return frozenset(one for one in made if one.endswith("t")) | {
        f"{one[:-1]}de" for one in made if one.endswith("et")
    }


def is_passive(low: str) -> bool:
    """A verb on -es; the owner of several things also ends so, as in »børnenes«."""
    owned = low.endswith(("ernes", "enes")) and low not in _VERBS_LIKE_OWNERS
    return len(low) > _SHORTEST_PASSIVE and low.endswith("es") and not owned


MAKERS: dict[str, Maker] = {
    "tillaegsord": adjective,
    "udsagnsord": verb,
    "navneord": noun,
}


def _adjective(base: str) -> set[str]:
    made = {base, f"{base}t", f"{base}e", f"{_doubled(base)}e"}
    made |= {f"{stem}{end}" for stem in (base, _doubled(base)) for end in ("ere", "est", "este")}
    if base.endswith(("el", "en", "er")):
        short = base[:-2].removesuffix(base[-3]) if base[-3:-2] == base[-4:-3] else base[:-2]
        made |= {f"{one}{base[-1]}e" for one in (short, base[:-2])}
    if base.endswith("et"):
        made |= {f"{base[:-1]}de"}
    return made


def _doubled(word: str) -> str:
    """Slap → slapp, before an ending that begins with a vowel."""
    closed = len(word) > 2 and word[-1] not in _VOWELS + _NEVER_DOUBLED
    if closed and word[-2] in _VOWELS and word[-3] not in _VOWELS:
        return word + word[-1]
    return word


def _single(stem: str) -> set[str]:
    """Glemm → glem, and the stem itself."""
    return {stem, stem[:-1]} if len(stem) > 2 and stem[-1] == stem[-2] else {stem}
