"""Who is named in a text: another child, however the name is written, or whoever stands where a child stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tvaerfaglig.domain.danish import MONTHS
from tvaerfaglig.domain.quality.finding import Hit
from tvaerfaglig.domain.quality.language.initials import initial_hits
from tvaerfaglig.domain.quality.language.known import Known
from tvaerfaglig.domain.quality.language.name_forms import (
    bare,
    by_sound,
    forms_of,
    hit_at,
    opens,
    sound,
    sounds_as,
)
from tvaerfaglig.domain.quality.language.prose import Prose, Word

_BESIDE_CHILD = re.compile(
    r"(?:\b(?:leger?|legede|leget|lege|bygge[rd]?e?|sidde[rn]?|sad|spille[rd]?e?|danse[rd]?e?"
    r"|gynge[rd]?e?) (?:\w+ ){0,3}?(?:med|sammen med|ved siden af)"
    r"|\b(?:slår|slog|slået|bider|bed|bidt|skubber|skubbede|skubbet|sparker|sparkede|sparket|river|rev|revet|niver"
    r"|nev|nevet"
    r"|kradser|kradsede|kradset|spytter på|spyttede på|skreg ad|rasler|drillede|driller|vælter|væltede|trøster"
    r"|trøstede|kyssede|krammede|jagter|jagtede)"
    r"|\b(?:ved siden af|sammen med|ven(?:nen|inden)?|veninde|kammerat(?:en)?|legekammerat(?:en)?|bedsteven"
    r"|bedste ven(?:inde)?|venner med|drengen|pigen|barnet|børnene|konflikt(?:er)? med|skændtes med|uvenner med|fra))"
    r"\s+(?:(?:lille|store) )?$",
    re.IGNORECASE,
)
_DID = re.compile(
    r"\b(?:spurgte|græd|legede|sov|spiste|sad|lå|gemte|tegnede|hviskede|grinede|vågnede|kravlede|hoppede|gyngede"
    r"|dansede|tissede|puttede|kastede|snuppede|væltede|pegede|pludrede|rokkede) $"
)
_TAKEN_FROM = re.compile(
    r"\b(?:tog|tager|taget|rev|snuppede|hev) \w+(?: \w+)? fra\s+$", re.IGNORECASE
)
_BELONGS = re.compile(
    r"s? (?:mor|far|forældre|mormor|storebror|lillebror|storesøster|lillesøster|madpakke|madkasse|cykel|løbecykel"
    r"|skovl|spand|bil|dukke|bamse|jakke|tøj"
    r"|sko|støvler|flyverdragt|hår|arm|ansigt|ryg|hånd|mave|kind|ben|hoved|plads|garderobe|tegning|tårn|bolle"
    r"|legetøj|kasse|hue|vanter|rygsæk|taske|drikkedunk)\b"
)
_AGED = re.compile(
    r"s?,? (?:\(\d{1,2}(?: år| mdr)?\)|på \d{1,2} år|som er \d{1,2}|fra (?:\w+ )?(?:stue|stuen|gruppen)\b)"
    r"|s?,? og (?:et|to|tre) andre? b[aø]rn|s? og de andre børn"
)
_ADULT_BEFORE = re.compile(
    r"(?:\b(?:set|hørt|observeret|noteret|oplyst|skrevet|beskrevet|underskrevet|godkendt"
    r"|bemærket) (?:og hørt )?af (?:\w+ og )?|/\s?|\b(?:jeg|mig|undertegnede)(?:,| og| \() ?|\bkollega(?:en)?,? "
    r"|\bhilsen\s+|\b(?:medarbejder|sagsbehandler|familierådgiver|kollega|vikar|praktikant"
    r"|konsulent)\b[^.,]{0,40}, )$",
    re.IGNORECASE,
)
_ADULT_AFTER = re.compile(
    r"(?:,? og jeg\b|,? \((?!\d)|, (?:\w+ )?(?:pædagog|leder|medhjælper|dagplejer|vikar|studerende|\w*rådgiver"
    r"|psykolog|\w*plejerske|\w*konsulent|lærer)"
    r"| (?:noterede|observerede|ringede til|skrev (?:til|ned)|orienterede|kontaktede|underrettede|guidede"
    r"|holdt samtale|aftalte|vurderer|var på vagt|havde vagt|oplyste)\b"
    r"| fra (?:kommunen|PPR|Familie\w+|forvaltningen|sundhedsplejen|lægehuset)\b)"
)
_THING = re.compile(
    r"\b(?:hund|kat|kanin|marsvin|hest|pony|fugl|undulat|hamster|kæledyr|dukke|bamse|tøjdyr|babydukke|bog|sang|film"
    r"|eventyr|historie|figur|serie|prinsesse|trold|spil|ko|gris|mus|rotte|skildpadde|høne|rim|remse)(?:en|n|et|ten)?"
    r"(?:,? der hedder| kaldet| hedder|,| om| med| fra)? ?$|\b(?:billed)?bogen? »$",
    re.IGNORECASE,
)
_OF_A_TALE = re.compile(
    r" fra (?![A-ZÆØÅ]\w+ (?:stue|stuen|gruppe))[A-ZÆØÅ]| (?:Klump|Åberg|Gris|Mus|And)\b"
)
_HEARD = 4  # letters from which a name may be known by its sound
_NUMBER_BESIDE = re.compile(r"\d")


def name_hits(prose: Prose, section: str, known: Known, *, strangers: bool = True) -> Iterator[Hit]:
    """Without `strangers` only children that the vault knows: among facts stand the family and the staff."""
    yield from _others(prose, section, known, strangers=strangers)
    if strangers:
        yield from initial_hits(prose, section, known)


def _others(prose: Prose, section: str, known: Known, *, strangers: bool) -> Iterator[Hit]:
    """Names the vault knows are asked about wherever they stand; other names where they look like a child's."""
    taken = -1
    for word in prose.words:
        if word.start < taken:
            continue
        end = known_child_end(word, prose, known)
        if end is None and _is_their_family(word, prose, known):
            end = word.end
        if end is None and strangers and is_unknown_child(word, prose, known):
            end = word.end
        if end is not None:
            taken = end
            yield hit_at(
                "andet_barn", prose, section, (word.start, end), hvad=bare(word.text, prose.lexicon)
            )


def known_child_end(word: Word, prose: Prose, known: Known) -> int | None:
    """Where the name of another child that the vault knows ends; it may be written small, or loud."""
    forms = forms_of(word.low, prose.lexicon)
    called = _called(forms, word, known)
    if not called or _has_other_family(word, prose, known) or _is_no_person(prose, word):
        return None
    for first in called:
        whole = (_whole_name(word, name, prose) for name in known.children_called[first])
        end = next((one for one in whole if one is not None), None)
        if end is not None:
            return end
        ours = known.ours | known.child_names
        if first not in ours and not forms & ours:
            return word.end if _is_written_as_name(word, prose) else None
    return None


def _is_their_family(word: Word, prose: Prose, known: Known) -> bool:
    """»familien Husted« is a child's name too, where the child of the letter has another."""
    if word.low.removesuffix("s") not in known.their_families or not word.text[:1].isupper():
        return False
    before = prose.words[max(0, word.at - 1) : word.at]
    return bool(before) and before[0].low in {"familien", "familie", "forældrene", "ægteparret"}


def _called(forms: frozenset[str], word: Word, known: Known) -> frozenset[str]:
    """Other children by first name, however it is spelled: Oscar is Oskar too."""
    exact = forms & known.children_called.keys()
    if exact or not word.text[:1].isupper() or len(word.text) < _HEARD:
        return exact
    heard = by_sound(frozenset(known.children_called))
    return frozenset(heard[sound] for sound in map(sound, forms) if sound in heard)


def _has_other_family(word: Word, prose: Prose, known: Known) -> bool:
    """»Emil Larsen, der er vikar« is not Emil Friis."""
    after = next(iter(prose.words[word.at + 1 : word.at + 2]), None)
    if after is None or prose.text[word.end : after.start] != " " or not after.text[:1].isupper():
        return False
    lexicon = prose.lexicon
    low = after.low.removesuffix("s")
    theirs = {part for name in known.other_children for part in name}
    return not (
        after.text.isupper()
        or {low, after.low} & (theirs | known.child_names | lexicon.boernenavne)
    )


def _whole_name(word: Word, name: tuple[str, ...], prose: Prose) -> int | None:
    """»Victor Husted«: the whole name, also where the first is the child's own."""
    words = prose.words[word.at : word.at + len(name)]
    lows = [one.low for one in words]
    if len(name) < 2 or len(words) < len(name) or lows[:-1] != list(name[:-1]):
        return None
    return words[-1].end if name[-1] in forms_of(lows[-1], prose.lexicon) else None


def _is_written_as_name(word: Word, prose: Prose) -> bool:
    """In notes names are written small; what is a word too must stand as a name."""
    lexicon = prose.lexicon
    forms = forms_of(word.low, lexicon)
    both = bool(forms & lexicon.navne_der_er_ord)
    if not word.text[:1].isupper():
        return not both and bool(forms & lexicon.boernenavne)
    if not both:
        return True
    first = opens(prose, word) and not (_is_subject(prose, word) or _is_owner(prose, word))
    return not (first or _is_month(word, prose))


def _is_owner(prose: Prose, word: Word) -> bool:
    """»Livs mor …«, »Storm, som er tre år, …«."""
    return word.low.endswith("s") or prose.text[word.end : word.end + 1] == ","


def _is_subject(prose: Prose, word: Word) -> bool:
    """»Storm tør ikke …«: at the beginning of a sentence a verb follows a name."""
    after = prose.words[word.at + 1 : word.at + 2]
    return (
        bool(after)
        and after[0].low.endswith(("r", "ede", "te", "g", "d", "og"))
        and after[0].sentence == word.sentence
    )


def is_unknown_child(word: Word, prose: Prose, known: Known) -> bool:
    """A name nobody has told us of, which many children have, or which stands where a child's name stands."""
    if not word.text[:1].isupper() or word.text.isupper() or len(word.text) < 2:
        return False
    lexicon = prose.lexicon
    forms = forms_of(word.low, lexicon)
    common = bool(forms & lexicon.boernenavne)
    if not common and not _could_be_name(word, prose):
        return False
    if forms & (known.ours | known.surnames) or _is_near(word.low, known):
        return False
    if is_grown_up(prose, word) or _is_no_person(prose, word) or _is_a_word(word, forms, prose):
        return False
    if common and (known.staff_names or not forms & lexicon.voksennavne):
        return True
    return _stands_as_child(word, prose, known)


def _is_a_word(word: Word, forms: frozenset[str], prose: Prose) -> bool:
    """»Storm og regn«, »i August«."""
    both = bool(forms & prose.lexicon.navne_der_er_ord)
    return both and (opens(prose, word) or _is_month(word, prose))


def _could_be_name(word: Word, prose: Prose) -> bool:
    lexicon = prose.lexicon
    forms = forms_of(word.low, lexicon)
    if (
        opens(prose, word)
        or len(word.text) < 3
        or forms & (lexicon.voksennavne | lexicon.ikke_boern)
    ):
        return False
    ordinary = forms & (
        lexicon.andre_folk | lexicon.foraeldre | lexicon.barnet | lexicon.voksne_roller
    )
    return (
        not ordinary and not word.low.endswith(tuple(lexicon.stedord)) and word.text[1:].islower()
    )


def _stands_as_child(word: Word, prose: Prose, known: Known) -> bool:
    before, after = (
        prose.text[max(0, word.start - 60) : word.start],
        prose.text[word.end : word.end + 80],
    )
    if _BESIDE_CHILD.search(before) and not before.lower().endswith(" fra "):
        return True
    if known.staff_names and _DID.search(before):
        return True
    if _TAKEN_FROM.search(before) or _AGED.match(after):
        return True
    return word.text.endswith("s") and _BELONGS.match(after) is not None


def _is_near(low: str, known: Known) -> bool:
    """Another way to write the child's own name, or a short one: Malte for Malthe, Ben for Benjamin."""
    return sounds_as(low, known.first_name) or (
        len(low) > 2 and known.first_name.startswith(low.removesuffix("s"))
    )


def _is_month(word: Word, prose: Prose) -> bool:
    """»i August«, »9. Maj 2026«."""
    if word.low not in MONTHS:
        return False
    around = prose.text[max(0, word.start - 4) : word.start] + prose.text[word.end : word.end + 5]
    return bool(_NUMBER_BESIDE.search(around)) or prose.text[: word.start].endswith((" i ", " I "))


def _is_no_person(prose: Prose, word: Word) -> bool:
    """»hunden Bella«, »bogen om Alfons«, »Emil fra Lønneberg«."""
    before = prose.text[max(0, word.start - 40) : word.start]
    return _THING.search(before) is not None or _OF_A_TALE.match(prose.text, word.end) is not None


def is_grown_up(prose: Prose, word: Word) -> bool:
    """»pædagog Emma«, »Emma Holm«, »set af Emma«, »Emma og jeg«: a role, a family name, or what staff do."""
    before = [one.low for one in prose.words[max(0, word.at - 2) : word.at]]
    after = prose.words[word.at + 1 : word.at + 2]
    close = bool(after) and after[0].start == word.end + 1 and prose.text[word.end] == " "
    named = close and after[0].text[:1].isupper() and after[0].low not in prose.child
    if (
        named
        or is_family_name(word, prose)
        or any(one in prose.lexicon.voksne_roller for one in before)
    ):
        return True
    if _ADULT_BEFORE.search(prose.text[max(0, word.start - 40) : word.start]):
        return True
    return _ADULT_AFTER.match(prose.text, word.end) is not None


def is_family_name(word: Word, prose: Prose) -> bool:
    """»Birthe Lykke«: a name right before it, that is not only the first word of the sentence."""
    before = next(iter(prose.words[max(0, word.at - 1) : word.at]), None)
    if (
        before is None
        or prose.text[before.end : word.start] != " "
        or not before.text[:1].isupper()
    ):
        return False
    if before.low in prose.child:
        return False
    lexicon = prose.lexicon
    is_name = before.low in lexicon.voksennavne or before.low in lexicon.boernenavne
    return is_name or not opens(prose, before)
