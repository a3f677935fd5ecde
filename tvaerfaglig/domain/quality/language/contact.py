"""Telephones, addresses and mail that do not belong in a letter: the writer's own, and what is protected."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tvaerfaglig.domain.quality.finding import Hit
from tvaerfaglig.domain.quality.language.known import Known
from tvaerfaglig.domain.quality.language.name_forms import hit_at
from tvaerfaglig.domain.quality.language.prose import Prose

_PHONE = re.compile(
    r"(?<![\d§.,/-])(?:(?:\+|00)45[ .]?)?(?:\d{2}[ .-]?\d{2}[ .-]?\d{2}[ .-]?\d{2}|\d{4} \d{4}"
    r"|\d{3} \d{2} \d{3})(?![\d-])"
)
_MAIL = re.compile(r"(?<![\w.])[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)
_OWN_MAIL = re.compile(
    r"@(?:gmail|googlemail|hotmail|live|outlook|yahoo|icloud|me|msn|mail|protonmail|proton|jubii|ofir|stofanet"
    r"|youmail|privat|get2net|tdcadsl|pc|mac|gmx|webspeed|c)\.\w+"
    r"|@mail\.tele\.dk",
    re.IGNORECASE,
)
_STREET = re.compile(
    r"\b(?:[A-ZÆØÅ][\wæøåé.]*(?: [A-ZÆØÅ][\wæøå.]+){0,2} ?)?"
    r"(?<=[\wæøå ])(?:vej|vejen|gade|gaden|allé|alle|alléen|vænget|vænge|vangen|vang|stræde|strædet|plads|parken"
    r"|toften|bakken|bakke|engen|haven|lunden|marken|stien|sti|krogen"
    r"|dammen|højen|høj|ageren|ager|boulevard|torvet|torv|kæret|kær|lykken|ledet|svinget|brinken|skrænten|dalen"
    r"|kajen|kvarteret|passagen|stykket|kilen)"
    r" \d{1,3}(?! ?(?:gange|børn|år|minutter|meter|m\b|km|timer|dage))(?: ?[A-Za-z]\b)?(?:,? (?:st|kl"
    r"|\d{1,2})\.?(?: ?(?:th|tv|mf|sal)\.?)?)?(?:,? \d{4} [A-ZÆØÅ][\wæøå]+(?: [A-ZÆØÅ]\b)?)?"
)
_LIVES_AT = re.compile(
    r"(?<=\bbor på )[A-ZÆØÅ][\wæøå]+(?: [\wæøå]+){0,2} \d{1,3}[A-Za-z]?\b(?:,? \d{4} [A-ZÆØÅ][\wæøå]+)?"
    r"|\b[A-ZÆØÅ][\wæøå]+ \d{1,3}[A-Za-z]?,(?: \d\.? ?(?:th|tv|mf)\.?,)? \d{4} [A-ZÆØÅ][\wæøå]+"
)
_MINE = re.compile(
    r"\bprivat\w*|\b(?:mit|min|mine|eget|egen) (?:\w+ )?(?:mobil|mobilnummer|telefon|telefonnummer|nummer|tlf"
    r"|adresse|mail|e-mail|bopæl|hus|lejlighed)\w*"
    r"|\bhjemmenummer|\bhjemmeadresse|\bjeg bor\b|\bmit eget\b|\btil mig\b|\bmig (?:på|hjemme|privat|direkte|også"
    r"|om aftenen)\b|\bhjemme hos (?:mig|os)\b|\bhjem til mig\b"
    r"|\bjeg (?:kan )?(?:træffes|nås|fanges|kontaktes)|\b(?:træffe|nå|fange|kontakte|finde|ringe til|skrive til"
    r"|få fat (?:i|på)) (?:mig|undertegnede)|\bundertegnede (?:kan )?(?:træffes|nås|kontaktes)"
    r"|\bhjemme på (?=[A-ZÆØÅ])|\b(?:også|og) hjemme\b"
    r"|\b(?:uden ?for|efter) (?:åbningstid|arbejdstid|lukketid)|\b(?:efter|fra) kl\.? ?(?:1[6-9]|2\d)\b"
    r"|\bom aftenen|\bi (?:weekenden|weekender|fritiden)|\bher er mit\b|\bring (?:bare |gerne )?til mig\b",
    re.IGNORECASE,
)
_MOBILE = re.compile(
    r"\b(?:mobil\w*|privat\w*|hjemme|bor|bopæl|adresse\w*|telefonnummer|tlf|nummer)\b",
    re.IGNORECASE,
)
_OF_FAMILY = frozenset(
    {
        "barnet",
        "barnets",
        "familien",
        "familiens",
        "forældrene",
        "forældrenes",
        "mor",
        "mors",
        "far",
        "fars",
    }
)


def contact_hits(prose: Prose, section: str, known: Known) -> Iterator[Hit]:
    hidden = list(_places(known.hidden, prose))
    for span in hidden:
        yield hit_at("beskyttet", prose, section, span)
    private = (one for person in known.people for one in person.private if one.strip())
    spans = set(_places(tuple(private), prose))
    spans |= {
        found.span() for found in _MAIL.finditer(prose.text) if _is_own_mail(found, prose, known)
    }
    for pattern in (_PHONE, _STREET, _LIVES_AT):
        spans |= {
            found.span() for found in pattern.finditer(prose.text) if _is_own(found, prose, known)
        }
    taken = hidden
    for span in sorted(spans):
        if not any(start < span[1] and span[0] < end for start, end in taken):
            taken = [*taken, span]
            yield hit_at("privat_oplysning", prose, section, span)


def _places(secrets: tuple[str, ...], prose: Prose) -> Iterator[tuple[int, int]]:
    """However a number is spaced, and however an address is broken or written large."""
    for one in secrets:
        digits = re.sub(r"\D", "", one)
        if len(digits) >= 8 and not re.search(r"[^\W\d]", one):
            pattern = rf"(?<!\d){r'[ .-]?'.join(digits[-8:])}(?!\d)"
        else:
            words = r"[\s,]+".join(re.escape(word.strip(",")) for word in one.split())
            pattern = rf"(?<!\w){words}s?(?!\w)" if words else r"(?!)"
        yield from (found.span() for found in re.finditer(pattern, prose.text, re.IGNORECASE))


def _is_own_mail(found: re.Match[str], prose: Prose, known: Known) -> bool:
    if _OWN_MAIL.search(found[0]):
        return not _is_familys(found.start(), prose, known)
    said = _MINE.search(prose.sentence_text(found.start()))
    return (
        said is not None
        or re.search(r"hjem|privat|familien", found[0].split("@")[0], re.IGNORECASE) is not None
    )


def _is_own(found: re.Match[str], prose: Prose, known: Known) -> bool:
    """The sentence speaks of the writer's own, or a colleague is named with it; what is the house's is not meant."""
    around = _around(found.start(), prose)
    before = around[: around.find(found[0])] if found[0] in around else around
    if _is_familys(found.start(), prose, known):
        return False
    said = _MINE.search(around)
    houses = {word.low for word in prose.words_between(found.start() - 70, found.end() + 25)}
    if prose.lexicon.husord & houses and not (
        said and re.search(r"privat|jeg bor|hjem|min(?:e)?\b|mit\b", said[0], re.IGNORECASE)
    ):
        return False
    return said is not None or (_MOBILE.search(before) is not None and _names_staff(before, known))


def _around(start: int, prose: Prose) -> str:
    return prose.sentence_text(start)


def _names_staff(text: str, known: Known) -> bool:
    words = {word.lower() for word in re.findall(r"\w+", text)}
    return bool((words | {word.removesuffix("s") for word in words}) & known.staff_names)


def _is_familys(start: int, prose: Prose, known: Known) -> bool:
    """»Mors telefon er …«: parents' telephones may stand there; whoever is named last is meant."""
    begun, _ = prose.sentence_of(start)
    before = [word.low for word in prose.words_between(begun, start)][-8:]
    for low in reversed(before):
        names = {low, low.removesuffix("s")}
        if low in _OF_FAMILY or names & (known.parent_names | known.child_names):
            return True
        if low in {"jeg", "mig", "min", "mit", "mine"} or names & known.staff_names:
            return False
    return False
