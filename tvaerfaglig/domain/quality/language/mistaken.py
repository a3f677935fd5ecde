"""Words that fit another child: what is left when a paragraph was written for one and used for the next.

A pronoun is only asked about where nobody else of that sex has been spoken of in the two sentences before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tvaerfaglig.domain.people import Sex
from tvaerfaglig.domain.quality.finding import Hit
from tvaerfaglig.domain.quality.language.known import Known
from tvaerfaglig.domain.quality.language.names import (
    bare,
    hit_at,
    is_family_name,
    is_own_name,
    is_unknown_child,
    known_child_end,
    opens,
    sounds_as,
)
from tvaerfaglig.domain.quality.language.prose import Prose, Word
from tvaerfaglig.domain.quality.language.rules import Part

_HE, _SHE = frozenset({"han", "ham", "hans"}), frozenset({"hun", "hende", "hendes"})
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
            "kæreste",
        )
        for end in ("", "n", "en")
    ),
    *("medarbejder", "leder", "lederen", "person", "tolk", "tolken"),
)
_FAR = 2
"""Sentences in which somebody is still the one spoken of."""
_IS_A = re.compile(
    r"\b(?:er|var|som) (?:(?:en|et|vores|den) )?(?:(?:\w+(?:,| og| men)? ){0,5}?)(?P<word>pige|dreng|pigebarn"
    r"|drengebarn)\b",
    re.IGNORECASE,
)
_AGED = re.compile(
    r"\bpå (?:\d|et|to|tre|fire|fem|seks)\w*(?:½| ½| 1/2)? (?:år|måneder|mdr)", re.IGNORECASE
)
_ABOUT = re.compile(
    r"(?:\b(?:bekymre(?:t|de)|bekymring(?:en|er)?) (?:for|over|om|for,? om)|\bunderretning(?:en)? (?:om|på"
    r"|vedrørende|vedr\.?)|\b(?:vurderer|oplever|mener|ser|håber|tænker),? at"
    r"|\b(?:vores|vi) kendskab til|\bhar kendt|\bvi kender|\bvi beder kommunen (?:om at )?\w+,? om|\bfordi"
    r"|\bunderrette[rdt]* (?:om|på))\s+$",
    re.IGNORECASE,
)
_OF_LETTER = re.compile(
    r"s (?:trivsel|mistrivsel|udvikling|behov|sprog|søvn|adfærd|hverdag|ressourcer|situation|vanskeligheder|sag"
    r"|hjem|familie|alder|perspektiv|ord|motorik|sundhed|fravær|fremmøde)\b"
)
_PAST = re.compile(
    r"lå|sad|stod|gik|løb|kom|sov|spiste|legede|græd|slog|bed|råbte|sagde|faldt|holdt|byggede|satte|tog|ville|kunne"
    r"|var|havde|har|er|fik|blev|kravlede|gemte|klatrede|rokkede|tegnede|\w{3,}ede"
)
_DOES_HARM = re.compile(r" (?:slår|slog|bider|bed|skubber|skubbede|og (?!hans|hendes))")
_HAS_NEEDS = re.compile(r",? på \d{1,2}½? år| har brug for\b| trives\b|,? født\b")
_TITLE = re.compile(
    r"(?:\b[Uu]nderretning(?:en)? (?:om|på|vedrørende|vedr\.)"
    r"|^[ \t*]*(?:[Bb]arnets (?:fulde )?navn|[Bb]arn|[Vv]edr(?:ørende|\.)?)[ \t]*:)"
    r"[ \t*]+(?P<name>[A-ZÆØÅ][a-zæøåé-]+(?: [A-ZÆØÅ][a-zæøåé-]+){0,3})",
    re.MULTILINE,
)
_WITH_FAMILY = 2
_ENOUGH = 4  # letters of a name that another may begin with
_AS_SUBJECT = re.compile(
    r" (?:er|var|har|havde|kan|kunne|vil|ville|skal|får|fik|går|gik|kommer|kom|bor|trives|viser|viste|mangler"
    r"|udvikler|reagerer|reagerede|bliver|blev|startede|begyndte|begynder|sover|spiser|leger|taler|fremstår|virker"
    r"|klarer|søger|deltager|græder|græd|sad|sagde|siger|fortalte|fortæller|elsker|mestrer) "
)


def mistaken_hits(prose: Prose, part: Part | None, section: str, known: Known) -> Iterator[Hit]:
    """Each place once, however many signs there are that it is about another."""
    seen: set[int | None] = set()
    for hit in _signs(prose, part, section, known):
        if hit.start not in seen:
            seen.add(hit.start)
            yield hit


def _signs(prose: Prose, part: Part | None, section: str, known: Known) -> Iterator[Hit]:
    if not known.first_name:
        return
    yield from _names(prose, section, known)
    yield from _titles(prose, section, known)
    if known.sex is Sex.UKENDT or part is None:
        return
    yield from _pronouns(prose, part, section, known)
    yield from _said_to_be(prose, section, known)


def _names(prose: Prose, section: str, known: Known) -> Iterator[Hit]:
    for word in prose.words:
        if not word.text[:1].isupper():
            continue
        if _is_misspelt(word, prose, known) or _is_letters_own(word, prose, known):
            yield _hit(prose, section, word.start, word.end)
        end = _odd_family_name(word, prose, known)
        if end is not None:
            yield _hit(prose, section, word.start, end)


def _titles(prose: Prose, section: str, known: Known) -> Iterator[Hit]:
    """»Underretning om Mathilde Krogh«, »Barnets navn: …«: another than the child we were told of."""
    ours = known.ours | known.child_names
    for found in _TITLE.finditer(prose.text):
        words = {word.lower() for word in re.findall(r"[\w'-]+", found["name"])}
        first = found["name"].split()[0].lower()
        if (words | {word.removesuffix("s") for word in words}) & ours:
            continue
        if sounds_as(first, known.first_name) or prose.is_parent(first):
            continue
        if first in prose.lexicon.boernenavne or " " in found["name"]:
            yield _hit(prose, section, *found.span("name"))


def _hit(prose: Prose, section: str, start: int, end: int) -> Hit:
    return hit_at("forkert_barn", prose, section, (start, end), hvad=prose.text[start:end])


def _is_misspelt(word: Word, prose: Prose, known: Known) -> bool:
    """»Malte« in a letter about Malthe."""
    others = known.parent_names | known.other_names | {one[0] for one in known.other_children}
    low = word.low
    if is_own_name(word, prose, known):
        return False
    return sounds_as(low, known.first_name) and not others & {low, low.removesuffix("s")}


def _is_letters_own(word: Word, prose: Prose, known: Known) -> bool:
    """»Vi er bekymrede for Sofus«, »Sofus på 5 år har brug for …«: spoken of as the child of the letter is."""
    if prose.is_quoted(word.start):
        return False
    stranger = is_unknown_child(word, prose, known)
    if stranger and (_begins_alike(word.low, known.first_name) or _is_actor(word, prose, known)):
        return True
    other = known_child_end(word, prose, known) is not None
    return (stranger or other) and _is_spoken_of(word, prose)


def _is_spoken_of(word: Word, prose: Prose) -> bool:
    before, after = (
        prose.text[max(0, word.start - 45) : word.start],
        prose.text[word.end : word.end + 80][:60],
    )
    if _OF_LETTER.match("s" + after if word.low.endswith("s") else after):
        return True
    if _ABOUT.search(before) and not _DOES_HARM.match(after):
        return True
    return _HAS_NEEDS.match(after) is not None


def _is_actor(word: Word, prose: Prose, known: Known) -> bool:
    """Nobody else is in the sentence, and it tells what this one does."""
    if not _is_topic(word, prose, known):
        return False
    begins = opens(prose, word) and _AS_SUBJECT.match(prose.text, word.end) is not None
    return begins or (_is_turned(word, prose) and not _speaks_of_child(prose, known))


def _begins_alike(low: str, name: str) -> bool:
    """Rosalie for Rosa, Emilie for Emil: the hand has written another name than was meant."""
    return len(name) >= _ENOUGH and low.startswith(name) and low.removesuffix("s") != name


def _is_topic(word: Word, prose: Prose, known: Known) -> bool:
    """Alone in its sentence: the child of the letter is neither named nor meant by a pronoun."""
    mine = _HE if known.sex is Sex.DRENG else _SHE
    apart = known.sex is not Sex.UKENDT and _sex_of(word, prose, known) not in {
        known.sex,
        Sex.UKENDT,
    }
    words = prose.by_sentence[word.sentence]
    return not any(is_own_name(one, prose, known) or (apart and one.low in mine) for one in words)


def _is_turned(word: Word, prose: Prose) -> bool:
    """»Den 3. marts lå Signe på gulvet«: the one who did it stands behind the verb."""
    before = prose.words[max(0, word.at - 1) : word.at]
    return (
        bool(before)
        and _PAST.fullmatch(before[0].low) is not None
        and before[0].sentence == word.sentence
    )


def _speaks_of_child(prose: Prose, known: Known) -> bool:
    return known.first_name in prose.low


def _odd_family_name(word: Word, prose: Prose, known: Known) -> int | None:
    """»Alma Petersen« in a letter about Alma Bjerregaard."""
    own = known.name.lower().split()
    if len(own) < _WITH_FAMILY or word.low != known.first_name or _is_turned(word, prose):
        return None
    after, before = next(iter(prose.words[word.at + 1 : word.at + 2]), None), word
    while after is not None and after.low in own and after.start == before.end + 1:
        before, after = after, next(iter(prose.words[after.at + 1 : after.at + 2]), None)
    if after is None or prose.text[before.end : after.start] != " ":
        return None
    named = after.text[:1].isupper() and after.text[1:].islower() and len(after.text) > 2
    ours = known.child_names | known.parent_names | known.other_names
    low = after.low
    if not named or {low, low.removesuffix("s")} & ours or _others_full(known, own[0], low):
        return None
    return None if low in prose.lexicon.boernenavne else after.end


def _others_full(known: Known, first: str, family: str) -> bool:
    return any(
        one.name.lower().split()[:1] == [first] and family in one.name.lower()
        for one in known.people
    )


@dataclass
class _Spoken:
    """In which sentence anybody of the other sex was last spoken of, and a child among them."""

    anyone: int = -_FAR - 1
    child: int = -_FAR - 1

    def is_near(self, number: int, *, child: bool) -> bool:
        return number - (self.child if child else self.anyone) <= _FAR


def _pronouns(prose: Prose, part: Part, section: str, known: Known) -> Iterator[Hit]:
    """At most one in a sentence. A grown-up may be »hun«, but is no »pigen« and has no »numse« that we write of."""
    wrong = _SHE if known.sex is Sex.DRENG else _HE
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
                    yield _hit(prose, section, word.start, word.end)
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
    said = _sex_of(word, prose, known)
    if said is not Sex.UKENDT:
        return said is sex
    known_first = known.parent_names | known.other_names | {one[0] for one in known.other_children}
    names = (known_first, prose.lexicon.voksennavne, prose.lexicon.boernenavne)
    if any(first in each or word.low in each for each in names):
        return True
    return not opens(prose, word)


def _sex_of(word: Word, prose: Prose, known: Known) -> Sex:
    first = bare(word.text, prose.lexicon).lower()
    return known.sexes.get(first) or prose.lexicon.sex_of(first)


def _said_to_be(prose: Prose, section: str, known: Known) -> Iterator[Hit]:
    """»Noah er en glad pige«, and »hun er en glad dreng«, where the pronoun is the one that does not fit."""
    wrong, odd = ("pige", _SHE) if known.sex is Sex.DRENG else ("dreng", _HE)
    for found in _IS_A.finditer(prose.text):
        before = prose.words_before(found.start())[-1:]
        if not before or prose.is_quoted(found.start()):
            continue
        is_wrong = found["word"].lower().startswith(wrong)
        said = is_own_name(before[0], prose, known) or before[0].low in _HE | _SHE | {"barnet"}
        if is_wrong and said:
            yield _hit(prose, section, *found.span("word"))
        elif not is_wrong and before[0].low in odd:
            yield _hit(prose, section, before[0].start, before[0].end)
