"""Hits, misses and false alarms of the language questions, per criterion and half."""

from __future__ import annotations

import sys
from collections import Counter

from tests.quality.corpus import GRADES, Outcome, half, judge


def main(arguments: list[str]) -> int:
    """With `-v` every miss and false alarm of the half that is built on is listed."""
    for name in ("bygget", "uset"):
        outcomes = [judge(text) for text in half(name)]
        _print(name, outcomes)
        if "-v" in arguments and (name == "bygget" or "--begge" in arguments):
            _list(outcomes)
    return 0


def _print(name: str, outcomes: list[Outcome]) -> None:
    hit = Counter(one.criterion for outcome in outcomes for one in outcome.hits)
    missed = Counter(one.criterion for outcome in outcomes for one in outcome.misses)
    false = Counter(one.criterion for outcome in outcomes for one in outcome.false)
    print(f"\n{name}: {len(outcomes)} texts, {sum(o.text.words for o in outcomes)} words")
    print(f"{'criterion':>10}{'hits':>7}{'misses':>8}{'false':>7}")
    for criterion in sorted(hit | missed | false):
        print(f"{criterion:>10}{hit[criterion]:>7}{missed[criterion]:>8}{false[criterion]:>7}")
    asked = hit.total() + missed.total()
    print(f"found {hit.total()} of {asked} ({100 * hit.total() / max(asked, 1):.0f} %)")
    good = [o for o in outcomes if o.text.grade in GRADES[2:] or (not o.text.grade and not o.text.expected)]
    words = sum(o.text.words for o in good)
    wrong = sum(len(o.false) for o in good)
    print(f"good text: {wrong} false questions in {words} words ({100 * wrong / max(words, 1):.2f} per 100)")
    for grade in GRADES:
        letters = [o for o in outcomes if o.text.grade == grade]
        questions = sum(len(o.text.findings()) for o in letters)
        total = sum(o.text.words for o in letters)
        if total:
            print(f"{grade:>12}: {100 * questions / total:.2f} questions per 100 words ({len(letters)} letters)")


def _list(outcomes: list[Outcome]) -> None:
    for outcome in outcomes:
        for one in outcome.misses:
            print(f"  miss   {outcome.text.id} {one.criterion} »{one.quote}«")
        for found in outcome.false:
            print(f"  false  {outcome.text.id} {found.criterion} {found.rule} »{found.quote[:60]}«")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
