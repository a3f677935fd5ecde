"""Structure questions about what is thought and done: assessment, resources, efforts, parents."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tvaerfaglig.domain.citations import cited
from tvaerfaglig.domain.danish import first_name
from tvaerfaglig.domain.observation import Sign
from tvaerfaglig.domain.quality.finding import Hit, Questions
from tvaerfaglig.domain.quality.letter import Letter, called
from tvaerfaglig.domain.quality.phrases import (
    CITATION,
    find_phrase,
    has_date,
    has_quotation,
)
from tvaerfaglig.domain.underretning import Action, Informed

_SHOWN = 40
"""So much of an action stands in a question about it."""


def assessed(letter: Letter, questions: Questions) -> Iterator[Hit]:
    """Asked: empty, or a claim without »fordi« or number. Quiet: »…, fordi hun sover [1, 4].«"""
    text = letter.text("vurdering")
    if not text.strip():
        yield Hit(rule="vurdering", section="vurdering", field="vurdering")
        return
    if not find_phrase(text, questions.words("vurdering_fordi")):
        yield Hit(rule="vurdering_fordi", section="vurdering", field="vurdering")
    if letter.rows and not CITATION.search(text):
        yield Hit(rule="vurdering_belaeg", section="vurdering", field="vurdering")


def citations_known(letter: Letter) -> Iterator[Hit]:
    """Asked: [9] where there are eight rows. Quiet: [8]."""
    known = {row.number for row in letter.rows}
    for section, text in letter.prose():
        for found in CITATION.finditer(text):
            for number in sorted(set(cited(found[0])) - known):
                yield Hit(
                    rule="belaeg_ukendt",
                    section=section,
                    key=str(number),
                    start=found.start(),
                    end=found.end(),
                    quote=found[0],
                    fills={"nr": f"[{number}]"},
                )


def summed_up(letter: Letter) -> Iterator[Hit]:
    """Asked: rows and an assessment, but no short version. Quiet: one, or a draft just begun."""
    begun = bool(letter.rows) and letter.is_written("vurdering")
    if begun and not letter.is_written("resume"):
        yield Hit(rule="resume", section="resume", field="resume")


def before(letter: Letter, questions: Questions) -> Iterator[Hit]:
    """Asked: »Siden august sover hun.« Quiet: »Før sommeren legede hun …«"""
    text = letter.text("over_tid")
    if text.strip() and not find_phrase(text, questions.words("foer")):
        yield Hit(rule="foer", section="over_tid", field="foer")


def resources(letter: Letter) -> Iterator[Hit]:
    """Asked: none, or »glad og aktiv« alone. Quiet: a row, a number, a day or a quotation."""
    text = letter.text("ressourcer")
    if any(row.sign is Sign.RESSOURCE for row in letter.rows):
        return
    if not text.strip():
        yield Hit(rule="ressourcer", section="ressourcer", field="ressourcer")
    elif not (CITATION.search(text) or has_date(text) or has_quotation(text)):
        yield Hit(rule="ressource_eksempel", section="ressourcer", field="ressourcer")


def protection(letter: Letter, questions: Questions) -> Iterator[Hit]:
    """Asked: resources without a person. Quiet: mormor, en voksen, or one who signs or saw."""
    text = letter.text("ressourcer")
    if not text.strip() or find_phrase(text, questions.words("tryghed")):
        return
    names = {first_name(each.name) for each in letter.writers}
    names |= {first_name(row.seen_by) for row in letter.rows}
    if not find_phrase(text, tuple(sorted(name for name in names if name.isalpha()))):
        yield Hit(rule="tryghed", section="ressourcer", field="ressourcer")


def efforts(letter: Letter) -> Iterator[Hit]:
    """Asked: nothing tried, or tried without day or effect. Quiet: 31. august: … Hun sover."""
    done = [each for each in letter.head.actions if each.what.strip()]
    if not done and not letter.is_written("indsats"):
        yield Hit(rule="indsats", section="indsats", field="indsats")
    for nr, action in enumerate(letter.head.actions):
        if not action.what.strip():
            continue
        if not action.effect.strip():
            yield _about_action("indsats_virkning", nr, action)
        if action.day is None:
            yield _about_action("indsats_dag", nr, action)


def parents_view(letter: Letter) -> Iterator[Hit]:
    """Asked: nothing from far. Quiet: his reaction, or »Far: …« in the section."""
    text = letter.text("foraeldre")
    for parent in letter.holders:
        names = (called(parent), parent.name, first_name(parent.name))
        told = find_phrase(text, tuple(name for name in names if name.strip()))
        if not told and not letter.informed(parent).reaction.strip():
            yield Hit(
                rule="foraelder_syn",
                section="foraeldre",
                field="foraeldrenes_syn",
                item=parent.id,
                fills={"hvem": called(parent)},
            )


def parents_informed(letter: Letter) -> Iterator[Hit]:
    """Asked: open, told but not when, not told but not why. Quiet: ja, 9. nov., Lis Holm."""
    for parent in letter.holders:
        rule = _open_about(letter.informed(parent))
        if rule:
            yield Hit(
                rule=rule,
                section="orientering",
                field="foraeldre_orienteret",
                item=parent.id,
                fills={"hvem": called(parent)},
            )


def _open_about(noted: Informed) -> str:
    if noted.told is None:
        return "orienteret"
    if not noted.told:
        return "" if noted.why_not.strip() else "orienteret_hvorfor"
    return "" if noted.day and noted.by.strip() else "orienteret_hvornaar"


def _about_action(rule: str, nr: int, action: Action) -> Hit:
    what = re.sub(r"\s+", " ", action.what.strip()).rstrip(".")
    shown = what if len(what) <= _SHOWN else f"{what[:_SHOWN].rsplit(' ', 1)[0]} …"
    return Hit(
        rule=rule,
        section="indsats",
        field="indsats",
        item=str(nr),
        key=what.lower(),
        fills={"hvad": shown},
    )
