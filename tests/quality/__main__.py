"""Hits, misses and false alarms of the language questions, per criterion and half."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator

from tests.quality.corpus import GRADES, Outcome, half, judge


def main(arguments: list[str]) -> int:
    """With `-v` every miss and false alarm of the half that is built on is listed; with `--begge` of both."""
    for name in ("bygget", "uset"):
        outcomes = [judge(text) for text in half(name)]
        lines = [*_figures(name, outcomes)]
        if "-v" in arguments and (name == "bygget" or "--begge" in arguments):
            lines += _listed(outcomes)
        sys.stdout.write("\n".join(lines) + "\n")
    return 0


def _figures(name: str, outcomes: list[Outcome]) -> Iterator[str]:
    hit = Counter(one.criterion for outcome in outcomes for one in outcome.hits)
    missed = Counter(one.criterion for outcome in outcomes for one in outcome.misses)
    false = Counter(one.criterion for outcome in outcomes for one in outcome.false)
    yield f"\n{name}: {len(outcomes)} texts, {sum(one.text.words for one in outcomes)} words"
    yield f"{'criterion':>10}{'hits':>7}{'misses':>8}{'false':>7}"
    for criterion in sorted(hit | missed | false):
        yield f"{criterion:>10}{hit[criterion]:>7}{missed[criterion]:>8}{false[criterion]:>7}"
    asked = hit.total() + missed.total()
    yield f"found {hit.total()} of {asked} ({100 * hit.total() / max(asked, 1):.0f} %)"
    good = [one for one in outcomes if is_good(one)]
    words = sum(one.text.words for one in good)
    wrong = sum(len(one.false) for one in good)
    per = 100 * wrong / max(words, 1)
    yield f"good text: {wrong} false questions in {words} words ({per:.2f} per 100)"
    for grade in GRADES:
        letters = [one for one in outcomes if one.text.grade == grade]
        total = sum(one.text.words for one in letters)
        if total:
            questions = sum(len(one.text.findings()) for one in letters)
            many = 100 * questions / total
            yield f"{grade:>12}: {many:.2f} questions per 100 words ({len(letters)} letters)"


def is_good(outcome: Outcome) -> bool:
    """A good letter, or a snippet in which there is nothing to ask about."""
    text = outcome.text
    return text.grade in GRADES[2:] or (not text.grade and not text.expected)


def _listed(outcomes: list[Outcome]) -> Iterator[str]:
    for outcome in outcomes:
        for one in outcome.misses:
            yield f"  miss   {outcome.text.id} {one.criterion} »{one.quote}«"
        for found in outcome.false:
            yield f"  false  {outcome.text.id} {found.criterion} {found.rule} »{found.quote[:60]}«"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
