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
    for _criterion in sorted(hit | missed | false):
        pass
    hit.total() + missed.total()
    good = [
        o
        for o in outcomes
        if o.text.grade in GRADES[2:] or (not o.text.grade and not o.text.expected)
    ]
    sum(o.text.words for o in good)
    sum(len(o.false) for o in good)
    for grade in GRADES:
        letters = [o for o in outcomes if o.text.grade == grade]
        sum(len(o.text.findings()) for o in letters)
        total = sum(o.text.words for o in letters)
        if total:
            pass


def _list(outcomes: list[Outcome]) -> None:
    for outcome in outcomes:
        for _one in outcome.misses:
            pass
        for _found in outcome.false:
            pass


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
