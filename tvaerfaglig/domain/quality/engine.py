"""Ask: run the rules over a letter, word what they found, rank it, and leave out what was laid away."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from tvaerfaglig.domain.danish import possessive
from tvaerfaglig.domain.quality.evidence.asking import Reading, evidence_hits
from tvaerfaglig.domain.quality.evidence.topics import EvidenceWords
from tvaerfaglig.domain.quality.finding import Finding, Hit, Question, Questions, Tier
from tvaerfaglig.domain.quality.laid_away import anchored, away
from tvaerfaglig.domain.quality.language.in_letter import letter_hits
from tvaerfaglig.domain.quality.language.known import Known
from tvaerfaglig.domain.quality.language.rules import Language
from tvaerfaglig.domain.quality.letter import Letter
from tvaerfaglig.domain.quality.structure import (
    PARENT_RULES,
    PARENT_SECTIONS,
    RULES,
    WORD_RULES,
)


@dataclass(frozen=True, slots=True)
class Words:
    """What the questions to language and evidence need; without it only the structure of a letter is asked about."""

    language: Language
    known: Known
    evidence: EvidenceWords | None = None
    proposals: bool = False

    @property
    def questions(self) -> tuple[Question, ...]:
        """In the order in which they matter: a count that is offered before the wish for one."""
        own = self.evidence.questions if self.evidence else ()
        return (*own, *self.language.questions)


@dataclass(frozen=True, slots=True)
class Asked:
    """What stands open, and what was laid away and would else be asked; both in order of weight."""

    open: tuple[Finding, ...] = ()
    away: tuple[Finding, ...] = ()


def ask(
    letter: Letter,
    questions: Questions,
    dismissed: AbstractSet[str] = frozenset(),
    *,
    words: Words | None = None,
    quiet_too: bool = False,
) -> tuple[Finding, ...]:
    """Every open question, what matters most first. What is `dismissed` stays quiet."""
    return ask_all(letter, questions, dismissed, words=words, quiet_too=quiet_too).open


def ask_all(
    letter: Letter,
    questions: Questions,
    dismissed: AbstractSet[str] = frozenset(),
    *,
    words: Words | None = None,
    quiet_too: bool = False,
) -> Asked:
    """The open questions, and those laid away at their places."""
    if words is not None:
        questions = Questions((*questions.all, *words.questions))
    hits = _hits(letter, questions, words)
    return asked_of(hits, questions, letter.sections, dismissed, letter.name, quiet_too=quiet_too)


def asked_of(
    hits: Iterable[Hit],
    questions: Questions,
    sections: Mapping[str, str],
    dismissed: AbstractSet[str],
    name: str,
    *,
    quiet_too: bool = False,
) -> Asked:
    """What was hit, of whatever text, as questions: what matters most first, one to a place."""
    asked = [
        (hit, question)
        for hit in hits
        if (question := questions.find(hit.rule)) is not None
        and (quiet_too or question.tier is not Tier.QUIET)
    ]
    asked.sort(key=lambda pair: _weight(pair[0], pair[1], questions))
    return parted(_in_turn(asked), sections, dismissed, name)


def _in_turn(asked: Sequence[tuple[Hit, Question]]) -> list[tuple[Hit, Question]]:
    """Of each tier first one of every rule in a section: three times »ofte« would hide all else."""
    seen: Counter[tuple[str, str]] = Counter()
    turns = []
    for hit, question in asked:
        turns.append((question.tier, seen[hit.section, hit.rule], (hit, question)))
        seen[hit.section, hit.rule] += 1
    turns.sort(key=lambda one: one[:2])
    return [pair for _, _, pair in turns]


def parted(
    asked: Sequence[tuple[Hit, Question]],
    sections: Mapping[str, str],
    dismissed: AbstractSet[str],
    name: str,
) -> Asked:
    """Hits in order of weight as findings about the child called `name`, those laid away by themselves."""
    anchors = anchored([hit for hit, _ in asked], sections)
    gone = away(anchors, dismissed)
    kept: list[Hit] = []
    open_ones, away_ones = [], []
    for at, (hit, question) in enumerate(asked):
        found = replace(worded(hit, question, name), place=anchors[at].key)
        if at in gone:
            away_ones.append(replace(found, anchor=gone[at]))
        elif not any(_meet(hit, other) for other in kept):
            kept.append(hit)
            open_ones.append(replace(found, anchor=anchors[at].kept))
    return Asked(tuple(open_ones), tuple(away_ones))


def _meet(one: Hit, other: Hit) -> bool:
    """Two questions about the same words are one too many: the weightier is asked."""
    if one.start is None or one.end is None or other.start is None or other.end is None:
        return False
    same = (one.section, one.item) == (other.section, other.item)
    return same and one.start < other.end and other.start < one.end


def at_most(findings: tuple[Finding, ...], per_section: int = 3) -> tuple[Finding, ...]:
    """The first few of each section; one can only answer so much at a time."""
    seen: Counter[str] = Counter()
    shown = []
    for each in findings:
        seen[each.section] += 1
        if seen[each.section] <= per_section:
            shown.append(each)
    return tuple(shown)


def by_section(findings: tuple[Finding, ...]) -> dict[str, int]:
    """How many questions stand open in each section, for the outline: "3 spørgsmål"."""
    return dict(Counter(each.section for each in findings))


def _hits(letter: Letter, questions: Questions, words: Words | None) -> Iterator[Hit]:
    for hit in _everything(letter, questions, words):
        if not (letter.hides_parents and hit.section in PARENT_SECTIONS):
            yield hit


def _everything(letter: Letter, questions: Questions, words: Words | None) -> Iterator[Hit]:
    for rule in RULES if letter.hides_parents else (*RULES, *PARENT_RULES):
        yield from rule(letter)
    for word_rule in WORD_RULES:
        yield from word_rule(letter, questions)
    if words is not None:
        yield from letter_hits(letter, words.known, words.language, proposals=words.proposals)
        if words.evidence is not None:
            lexicon = words.language.lexicon
            yield from evidence_hits(Reading(letter, words.evidence, words.known, lexicon))


def _weight(hit: Hit, question: Question, questions: Questions) -> tuple[int, bool, int, int]:
    """Of two that matter as much, the one that can be answered with one key stands first."""
    at = -1 if hit.start is None else hit.start
    return (question.tier, hit.replacement is None, questions.rank(hit.rule), at)


def worded(hit: Hit, question: Question, name: str) -> Finding:
    """The question as it is asked at this place, with the child called `name`."""
    fills = {"barn": name, "barns": possessive(name), **hit.fills}
    return Finding(
        rule=hit.rule,
        criterion=question.criterion,
        section=hit.section,
        field=hit.field,
        item=hit.item,
        start=hit.start,
        end=hit.end,
        quote=hit.quote,
        question=_filled(question.question, fills),
        why=_filled(question.why, fills),
        source=question.source,
        tier=question.tier,
        replacement=hit.replacement,
        place=hit.place,
    )


def _filled(text: str, fills: dict[str, str]) -> str:
    """Plain replacing: what a person wrote may hold braces of its own."""
    for name, value in fills.items():
        text = text.replace(f"{{{name}}}", value)
    return text
