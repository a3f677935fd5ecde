"""What was tried, written as lines (»31. august: Hviler kl. 10.30«) and kept as what it is: day, what, effect."""

from __future__ import annotations

from datetime import date

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.interview.landing import Block
from tvaerfaglig.domain.underretning import Action

LONGEST_DAY = 30


def as_text(actions: tuple[Action, ...]) -> str:
    return "\n".join(_line(one) for one in actions)


def with_lines(
    actions: tuple[Action, ...], block: Block, words: str, today: date
) -> tuple[Action, ...]:
    """The actions with these lines in the block's place; what came of one stays with it."""
    lines = [line.strip() for line in words.splitlines() if line.strip()]
    old = actions[block.first : block.end]
    effects = [one.effect for one in old] + [""] * len(lines)
    new = [_action(line, effect, today) for line, effect in zip(lines, effects, strict=False)]
    return (*actions[: block.first], *new, *actions[block.end :])


def _line(action: Action) -> str:
    what = " ".join(action.what.split())
    return f"{danish.day(action.day)}: {what}" if action.day else what


def _action(line: str, effect: str, today: date) -> Action:
    first, colon, rest = line.partition(":")
    day = danish.parse_date(first, today) if colon and len(first) <= LONGEST_DAY else None
    if day is None or not rest.strip():
        return Action(what=line, effect=effect)
    return Action(day=day, what=rest.strip(), effect=effect)
