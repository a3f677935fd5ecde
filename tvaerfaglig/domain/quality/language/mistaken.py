"""Words that fit another child: what is left when a paragraph was written for one and used for the next."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tvaerfaglig.domain.people import Sex
from tvaerfaglig.domain.quality.finding import Hit
from tvaerfaglig.domain.quality.language.known import Known
from tvaerfaglig.domain.quality.language.name_forms import is_own_name, opens, sounds_as
from tvaerfaglig.domain.quality.language.names import is_unknown_child, known_child_end
from tvaerfaglig.domain.quality.language.pronouns import (
    HE,
    SHE,
    misfit,
    noun_hits,
    pronoun_hits,
    sex_of,
)
from tvaerfaglig.domain.quality.language.prose import Prose, Word
from tvaerfaglig.domain.quality.language.rules import Part

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
    yield from pronoun_hits(prose, part, section, known)
    yield from noun_hits(prose, section, known)


def _names(prose: Prose, section: str, known: Known) -> Iterator[Hit]:
    for word in prose.words:
        if not word.text[:1].isupper():
            continue
        if _is_misspelt(word, prose, known) or _is_letters_own(word, prose, known):
            yield misfit(prose, section, word.start, word.end)
        end = _odd_family_name(word, prose, known)
        if end is not None:
            yield misfit(prose, section, word.start, end)


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
            yield misfit(prose, section, *found.span("name"))


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
    mine = HE if known.sex is Sex.DRENG else SHE
    apart = known.sex is not Sex.UKENDT and sex_of(word, prose, known) not in {
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
