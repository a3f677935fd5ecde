"""Facts that do not fit or do not belong: a CPR number, a private telephone, a wrong age, a law that is gone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.cpr import find_cprs
from tvaerfaglig.domain.quality.finding import Hit
from tvaerfaglig.domain.quality.language.known import Known
from tvaerfaglig.domain.quality.language.names import hit_at
from tvaerfaglig.domain.quality.language.prose import Prose

_PHONE = re.compile(r"(?<!\d)(?:\+45\s?)?(?:\d{2}\s?){3}\d{2}(?!\d)")
_MAIL = re.compile(
    r"\b[\w.+-]+@(?:gmail|hotmail|live|outlook|yahoo|icloud|me|msn)\.\w+", re.IGNORECASE
)
_PRIVATE = re.compile(
    r"\bprivat\w*|\b(?:mit|min|mine) (?:mobil|telefon|nummer|adresse)\w*|\bhjemmenummer|\bjeg bor\b"
    r"|\bmit eget\b|\btil mig\b|\bmig (?:på|hjemme)\b|\bhjemme hos (?:mig|os)\b",
    re.IGNORECASE,
)
_AGE = re.compile(
    r"\ber\s+(?:nu\s+|i dag\s+|kun\s+|lige blevet\s+|blevet\s+)?"
    r"(?P<years>\d{1,2}|et|to|tre|fire|fem|seks|syv)\s+år\b(?!\s*siden)"
    r"|\b(?P<aged>\d{1,2})[- ]?årige?\b|\bpå\s+(?P<of>\d{1,2}) år\b",
    re.IGNORECASE,
)
_YEARS = {"et": 1, "to": 2, "tre": 3, "fire": 4, "fem": 5, "seks": 6, "syv": 7}
_PARAGRAPH = re.compile(r"§{1,2}\s*(?P<number>\d+)\s?(?P<letter>[a-c]\b)?", re.IGNORECASE)
_OLD_LAW = re.compile(r"\bservicelov\w*|\bSEL\b|\blov om social service\b", re.IGNORECASE)


def fact_hits(prose: Prose, section: str, known: Known) -> Iterator[Hit]:
    for found in find_cprs(prose.text):
        yield hit_at("cpr_i_tekst", prose, section, (found.start, found.end))
    yield from _private(prose, section, known)
    yield from _ages(prose, section, known)
    yield from _laws(prose, section, known)


def _private(prose: Prose, section: str, known: Known) -> Iterator[Hit]:
    theirs = [one for person in known.people for one in person.private if one.strip()]
    spans = [
        place.span()
        for one in theirs
        for place in re.finditer(rf"(?<!\w){re.escape(one)}(?!\w)", prose.text)
    ]
    spans += [place.span() for place in _MAIL.finditer(prose.text)]
    spans += [
        place.span()
        for place in _PHONE.finditer(prose.text)
        if _PRIVATE.search(prose.sentence_text(place.start()))
    ]
    for span in sorted(set(spans)):
        yield hit_at("privat_oplysning", prose, section, span)


def _ages(prose: Prose, section: str, known: Known) -> Iterator[Hit]:
    if known.born is None or known.today is None:
        return
    months = danish.months_between(known.born, known.today)
    for found in _AGE.finditer(prose.text):
        said = (found["years"] or found["aged"] or found["of"]).lower()
        years = _YEARS[said] if said in _YEARS else int(said)
        fits = years in {months // 12, (months + 1) // 12}
        if not fits and not prose.is_quoted(found.start()) and _of_child(prose, found.start()):
            age = danish.age(known.born, known.today)
            yield hit_at("alder", prose, section, found.span(), hvad=age)


def _of_child(prose: Prose, start: int) -> bool:
    begun, _ = prose.sentence_of(start)
    before = [word.low for word in prose.words if begun <= word.start < start][-4:]
    others = prose.lexicon.foraeldre | prose.lexicon.andre_folk - prose.lexicon.barnet
    return any(map(prose.is_child, before)) and not others.intersection(before)


def _laws(prose: Prose, section: str, known: Known) -> Iterator[Hit]:
    new_of = dict(known.stale)
    for found in _PARAGRAPH.finditer(prose.text):
        if _OLD_LAW.search(prose.sentence_text(found.start())):
            letter = f" {found['letter'].lower()}" if found["letter"] else ""
            new = new_of.get(found["number"] + letter) or new_of.get(found["number"])
            yield hit_at("gammel_lov", prose, section, found.span(), hvad=new or "barnets lov")
