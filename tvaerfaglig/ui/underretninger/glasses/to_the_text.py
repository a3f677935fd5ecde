"""From words on the paper to the same words in the letter, and to the question that asks about them there."""

from __future__ import annotations

import re

from tvaerfaglig.domain.quality.engine import Asked
from tvaerfaglig.domain.quality.finding import Finding, Tier
from tvaerfaglig.services.letters.glasses import Mark
from tvaerfaglig.ui.underretninger.sitting import Sitting


def found_in(sitting: Sitting, asked: Asked, mark: Mark) -> Finding:
    """The letter's own question at these words where it asks one; else the place alone."""
    same = asked_of(asked, mark)
    if same:
        return same[min(mark.nth, len(same) - 1)]
    start = None if mark.item else _nth(sitting.text(mark.section), mark.quote, mark.nth)
    return Finding(
        rule=mark.rule,
        criterion=0,
        section=mark.section,
        field="indsats" if mark.section == "indsats" and mark.item else "",
        item=mark.item,
        start=start,
        end=None if start is None else start + len(mark.quote),
        quote=mark.quote,
        question=mark.question,
        why=mark.why,
        source="",
        tier=Tier.GLADLY,
        replacement=None,
        place="",
    )


def asked_of(asked: Asked, mark: Mark) -> list[Finding]:
    """Every open question of the letter about the same words in the same place."""
    wanted = (mark.rule, mark.section, mark.item, mark.quote.casefold())
    return [
        one
        for one in asked.open
        if (one.rule, one.section, one.item, one.quote.casefold()) == wanted
    ]


def _nth(text: str, quote: str, nth: int) -> int | None:
    """Where the words stand; the last of them where there are fewer than there were."""
    found = [one.start() for one in re.finditer(re.escape(quote), text)]
    return found[min(nth, len(found) - 1)] if found else None
