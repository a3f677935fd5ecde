"""Which observations to bring to the table: the newest, and of each subject the one that tells most.

A suggestion, and said as one: whoever prepares takes lines off and adds others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.observation import Observation, Sign, Source
from tvaerfaglig.domain.preparing.line import Line
from tvaerfaglig.domain.stored import Stored

Seen = Stored[Observation]
Told = Callable[[Observation], str]
LOOKS_BACK = timedelta(days=182)
MOST, STRENGTHS, QUOTES, SUBJECTS = 7, 3, 3, 3
_NEWEST, _FEWEST = 2, 3


def recent(observations: Iterable[Seen], today: date) -> list[Seen]:
    """Those of the last half year, the newest first; all of them, where none is so new."""
    every = sorted(observations, key=lambda one: (one.record.happened(), one.id), reverse=True)
    new = [one for one in every if one.record.day >= today - LOOKS_BACK]
    return new or every


def known(observations: Sequence[Seen], told: Told, most: int = MOST) -> tuple[Line, ...]:
    """What was seen, but for the strengths: oldest first, as a reader follows it.

    Beside what lies on the table already there are fewer, and never so few that the newest is missing.
    """
    found = [one for one in observations if one.record.sign is not Sign.RESSOURCE]
    chosen = {one.id: one for one in found[:_NEWEST]}
    for subject in _by_often(found):
        of_it = [one for one in found if subject in one.record.categories]
        best = max(of_it, key=lambda one: (telling(one.record), one.record.happened()))
        chosen.setdefault(best.id, best)
    kept = list(chosen.values())[: max(most, _FEWEST)]
    kept.sort(key=lambda one: one.record.happened())
    return tuple(_line("set", one, told) for one in kept)


def strengths(observations: Sequence[Seen], told: Told) -> tuple[Line, ...]:
    found = [one for one in observations if one.record.sign is Sign.RESSOURCE]
    return tuple(_line("styrke", one, told) for one in found[:STRENGTHS])


def voice(observations: Sequence[Seen], told: Told) -> tuple[Line, ...]:
    """The child's own words, each once, the newest first."""
    quoted: dict[str, Seen] = {}
    for one in observations:
        if one.record.child_words.strip():
            quoted.setdefault(one.record.child_words.strip(), one)
    return tuple(_line("ord", one, told) for one in list(quoted.values())[:QUOTES])


def told_by(observations: Iterable[Seen], child: str) -> list[Seen]:
    """Those whose quoted words are the child's own: where others were the ones it was about, they are not."""
    return [one for one in observations if one.record.says_for(child)]


def every(observations: Iterable[Seen], told: Told) -> tuple[Line, ...]:
    """All of them, the newest first: what can be laid on the table beside what is suggested."""
    newest = sorted(observations, key=lambda one: (one.record.happened(), one.id), reverse=True)
    return tuple(_line("lagt", one, told) for one in newest)


def telling(made: Observation) -> int:
    """How much a stranger can see from it: the child's words, a whole form, first hand, a time of day."""
    return (
        3 * bool(made.child_words.strip())
        + 2 * made.complete
        + 2 * (made.sign is Sign.BEKYMRING)
        + (made.source is not Source.FORTALT)
        + (made.at is not None)
    )


def counts(observations: Sequence[Seen], name: Callable[[str], str]) -> tuple[Line, ...]:
    """How many, since when, and how they are shared out: numbers with their base, no word for much."""
    if not observations:
        return ()
    first = min(one.record.day for one in observations)
    signs = Counter(one.record.sign for one in observations)
    shared = [
        danish.count(signs[sign], *words)
        for sign, words in (
            (Sign.RESSOURCE, ("ressource", "ressourcer")),
            (Sign.BEKYMRING, ("bekymring", "bekymringer")),
            (Sign.NEUTRAL, ("neutral", "neutrale")),
        )
        if signs[sign]
    ]
    many = danish.count(len(observations), "observation", "observationer")
    writers = {who for one in observations for who in one.record.seen_by}
    by = f" Set af {danish.count(len(writers), 'voksen', 'voksne')}." if writers else ""
    whole = f"{many} siden {danish.day(first)}: {danish.join_and(shared)}.{by}"
    lines = [Line(key="tal:alle", text=whole, source="Optalt i loggen")]
    for subject in _by_often(observations)[:SUBJECTS]:
        of_it = [one.record.day for one in observations if subject in one.record.categories]
        if len(of_it) > 1:
            text = (
                f"{name(subject)}: {len(of_it)} af {len(observations)}, senest "
                f"{danish.day_of_month(max(of_it))}"
            )
            lines.append(Line(key=f"tal:{subject}", text=text, source="Optalt i loggen"))
    return tuple(lines)


def _by_often(observations: Sequence[Seen]) -> list[str]:
    """The subjects, the one that is written about most often first."""
    often = Counter(subject for one in observations for subject in one.record.categories)
    return [subject for subject, _ in often.most_common()]


def _line(what: str, one: Seen, told: Told) -> Line:
    made = one.record
    return Line(
        key=f"{what}:{one.id}",
        text=made.text,
        source=told(made),
        when=made.day,
        record=one.id,
        words=made.child_words,
        asked=made.asked,
    )
