"""Questions about days: one that is none, that is no such weekday, that has not come, that nobody can look up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.quality.finding import Hit
from tvaerfaglig.domain.quality.language.days import DayFound, days_in
from tvaerfaglig.domain.quality.language.known import Known
from tvaerfaglig.domain.quality.language.loose import loose_days
from tvaerfaglig.domain.quality.language.prose import Prose
from tvaerfaglig.domain.quality.language.rules import Part

_TOLD = frozenset({Part.VURDERING, Part.EGEN_INDSATS, Part.FORAELDRENES_SYN})
_HAPPENED = re.compile(
    r"\b(?:var|kom|blev|sad|sagde|fortalte|slog|bed|græd|gik|fik|havde|lå|stod|så|løb|sov|tog|gav|talte|\w{3,}ede"
    r"|spurgte)\b"
)

_HAPPENS = re.compile(
    r"\b(?:ser|kommer|holder|har|får|går|møder|besøger|er|tager|ringer|taler|bliver)\b"
)


def day_hits(prose: Prose, part: Part, section: str, known: Known) -> Iterator[Hit]:
    for found in days_in(prose.text, known.today):
        yield from _about(found, prose, part, section, known)
    for place, what in loose_days(prose, part, known.today):
        yield _hit("dag_uden_dato", prose, section, place, hvad=what)


def _about(found: DayFound, prose: Prose, part: Part, section: str, known: Known) -> Iterator[Hit]:
    """One question a day is enough: what is wrong first with it."""
    place = (found.start, found.start + len(prose.text[found.start : found.end].rstrip()))
    if found.on is None:
        yield _hit("umulig_dag", prose, section, place, hvad=prose.text[slice(*place)])
    elif found.weekday is not None and found.weekday != found.on.weekday():
        right = danish.WEEKDAYS[found.on.weekday()]
        yield _hit("ugedag", prose, section, place, dag=danish.day(found.on), hvem=right)
    elif known.today is not None and found.on > known.today:
        if not _is_planned(found, prose, part):
            yield _hit("efter_i_dag", prose, section, place, dag=danish.day(found.on))
    elif _is_before_birth(found.on, prose, found.start, known):
        yield _hit("foer_foedsel", prose, section, place, dag=danish.day(found.on))


def _is_planned(found: DayFound, prose: Prose, part: Part) -> bool:
    """»Vi mødes den 20.«; where efforts and judgements stand, only what is told as past has passed."""
    begun, end = prose.sentence_of(found.start)
    words = {word.low for word in prose.words_between(begun, end)}
    if words & prose.lexicon.planlagt:
        return True
    clause = _clause(prose.text[begun : found.start], prose.text[found.end : end])
    if _HAPPENED.search(clause):
        return False
    return part in _TOLD or _HAPPENS.search(clause) is not None


def _clause(before: str, after: str) -> str:
    """»…, og hun ser ham den 3. december«: what is told of this day, without the rest of the sentence."""
    return f"{re.split(r'[,;:(]', before)[-1]} {re.split(r'[,;:)]', after)[0]}"


def _is_before_birth(on: date, prose: Prose, start: int, known: Known) -> bool:
    """A year written wrong; what is told of the family may well be older than the child."""
    if known.born is None or on >= known.born:
        return False
    begun, end = prose.sentence_of(start)
    words = [word.low for word in prose.words_between(begun, end)]
    others = any(map(prose.is_parent, words)) or prose.lexicon.andre_folk.intersection(words)
    return not others and any(map(prose.is_child, words))


def _hit(rule: str, prose: Prose, section: str, place: tuple[int, int], **fills: str) -> Hit:
    start, end = place
    return Hit(
        rule=rule, section=section, start=start, end=end, quote=prose.text[start:end], fills=fills
    )
