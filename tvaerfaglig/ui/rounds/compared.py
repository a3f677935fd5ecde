"""What each saw, side by side, one domain at a time: the step, what it rests on, and the sentence."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain.rounds.course import Apart
from tvaerfaglig.domain.rounds.records import Mark
from tvaerfaglig.domain.rounds.scale import POSITIONS
from tvaerfaglig.services.rounds.together import Together
from tvaerfaglig.ui.rounds.domain_card import line_of
from tvaerfaglig.ui.widgets import (
    boxed,
    chip,
    glyph,
    mark,
    muted,
    one,
    row,
    small,
    strong,
    text,
    well,
)


def differs(apart: Apart) -> QWidget:
    """In words: agreed, a step apart, or further."""
    if apart.agree:
        return chip("I ser det ens", "flueben")
    return chip(
        "I ser det forskelligt" if apart.far == 1 else "I ser det meget forskelligt", "spoergsmaal"
    )


def side_by_side(page: Together, apart: Apart) -> QWidget:
    """A column for each rater; what all of them built on is said."""
    domain = apart.domain
    columns = []
    for stored in page.ratings:
        rating = stored.record
        own = (
            rating.mark(domain)
            if domain
            else Mark(domain="", step=rating.overall, sentence=rating.sentence)
        )
        who = page.names.first(rating.by)
        items: list[QWidget] = [strong(who), step_mark(page, own.step)]
        items += [
            _evidence(page, key, shared=key in apart.shared)
            for key in own.evidence
            if key in page.observations
        ]
        gone = sum(key not in page.observations for key in own.evidence)
        if gone:
            items.append(small("En observation, der siden er slettet eller flyttet."))
        if own.sentence:
            items.append(text(f"»{page.names.said(own.sentence)}«"))
        if rating.changed_because and not domain:
            items.append(small(f"Rettet: {rating.changed_because}"))
        columns.append((well(*items, ..., margins=(12, 8, 12, 10)), 1))
    return boxed(row(*columns, gap="near"))


def step_mark(page: Together, key: str) -> QWidget:
    """Shape and word; a number with the shape of the position it lies within."""
    step = page.scale.step(key)
    if step is None:
        return muted(key or "ikke valgt")
    return mark(step.position.value, "" if page.scale.id == POSITIONS else step.word)


def _evidence(page: Together, key: str, *, shared: bool) -> QWidget:
    words = line_of(page.observations[key], page.names)
    both = one("begge", "small") if shared and len(page.ratings) > 1 else None
    return boxed(row(glyph("belaeg", "muted", 16), (text(words, "small"), 1), both, gap="near"))


def before_line(page: Together, step: str) -> QWidget | None:
    """The joint step of the round before."""
    if page.before is None or not step:
        return None
    found = page.scale.step(step)
    return one(f"Sidst så I sammen: {(found.word if found else step).lower()}", "small")
