"""All structure rules. Those about parents stand apart: they are gone while the guard hides them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tvaerfaglig.domain.quality import structure_facts as facts
from tvaerfaglig.domain.quality import structure_prose as prose
from tvaerfaglig.domain.quality import structure_seen as seen
from tvaerfaglig.domain.quality import structure_time as calendar
from tvaerfaglig.domain.quality.finding import Hit, Questions
from tvaerfaglig.domain.quality.letter import Letter

Rule = Callable[[Letter], Iterator[Hit]]
WordRule = Callable[[Letter, Questions], Iterator[Hit]]
"""A rule that looks for phrases, which stand with its question as data."""

RULES: tuple[Rule, ...] = (
    facts.urgency,
    facts.overgreb_answered,
    facts.overgreb_contact,
    facts.phoned,
    calendar.phone_first,
    facts.addressed,
    facts.child_named,
    facts.child_born,
    facts.child_address,
    facts.interpreter,
    facts.siblings,
    facts.others,
    facts.acquaintance,
    facts.house_address,
    facts.private_contact,
    facts.signed,
    facts.annexes,
    seen.enough_seen,
    seen.dated,
    seen.placed,
    seen.witnessed,
    seen.recent,
    seen.own_words,
    seen.words_quoted,
    seen.words_asked,
    prose.citations_known,
    prose.summed_up,
    prose.resources,
    prose.efforts,
)
WORD_RULES: tuple[WordRule, ...] = (
    seen.over_time,
    prose.assessed,
    prose.before,
    prose.protection,
)
PARENT_RULES: tuple[Rule, ...] = (
    facts.parents_known,
    facts.custody_known,
    facts.residence_known,
    prose.parents_view,
    prose.parents_informed,
)
PARENT_SECTIONS = frozenset({"foraeldre"})
"""Whatever a later rule finds here is not asked under the guard."""
