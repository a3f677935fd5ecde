"""How letters, rows and evidence are said on the screen."""

from __future__ import annotations

import re
from datetime import date, datetime

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.observation import Observation, Source
from tvaerfaglig.domain.people import Child
from tvaerfaglig.domain.quality.evidence.balance import Balance
from tvaerfaglig.domain.quality.evidence.log import hand
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.domain.underretning import Row, Stage
from tvaerfaglig.domain.vocabulary import Categories
from tvaerfaglig.services.clock import DANISH
from tvaerfaglig.services.letters.page import Evidence, LetterPage
from tvaerfaglig.services.names import Names
from tvaerfaglig.services.underretninger import LetterRow

FIRST_WORDS = 110
_SENTENCE = re.compile(r".{12,}?[.?!](?= [A-ZÆØÅ»])(?<!kl\.)(?<!ca\.)(?<!nr\.)(?<!fx\.)")


def child_called(child: Child) -> str:
    """Alma; an expected child is called by what stands there."""
    return child.first_name or "barnet"


def named(template_words: str, child: Child) -> str:
    """Fill {barn} and {barns} of the template."""
    name = child_called(child)
    return template_words.replace("{barns}", danish.possessive(name)).replace("{barn}", name)


def moment(at: datetime, today: date) -> str:
    """I dag 10.42, tir 10. nov."""
    local = at.astimezone(DANISH)
    near = danish.day_near(local.date(), today)
    return f"{near} {danish.clock(local.time())}" if local.date() == today else near


def evidence_about(observation: Observation, categories: Categories) -> str:
    """3. nov. · leg"""
    subject = next((categories.name(one).lower() for one in observation.categories), "")
    return " · ".join(filter(None, (danish.day_of_month(observation.day), subject)))


def first_words(text: str) -> str:
    """The first sentence, or as much of it as a card has room for."""
    line = danish.unbroken(" ".join(text.split()))
    sentence = _SENTENCE.match(line)
    if sentence and sentence.end() < FIRST_WORDS:
        return sentence[0]
    if len(line) <= FIRST_WORDS:
        return line
    return line[:FIRST_WORDS].rsplit(" ", 1)[0].rstrip(",;:") + " …"


def seen_by(observation: Observation, names: Names) -> str:
    people = danish.join_and([names.first(one) for one in observation.seen_by])
    if observation.source is Source.FORTALT and observation.told_by:
        return f"Fortalt af {observation.told_by}"
    return f"{danish.capital(observation.source.word)} af {people}" if people else ""


def witness(observation: Observation, names: Names) -> str:
    """Set af Mette · førstehånds"""
    return " · ".join(filter(None, (seen_by(observation, names), hand(observation.source))))


def balance_words(made: Balance) -> str:
    """I brevet: 2 bekymringer og 1 ressource; beneath it, what is not used."""
    return f"I brevet: {made.used.words}\nIkke brugt: {made.unused.words}"


def used_in(evidence: Evidence, numbers: dict[str, int]) -> str:
    """Brugt i 4, 10: the sections, by the numbers in the outline."""
    if not evidence.used:
        return ""
    own = numbers.get("observationer", 0)
    cited = sorted({own, *(numbers.get(one, 0) for one in evidence.cited_in)} - {0})
    return f"brugt i {', '.join(str(one) for one in cited)}"


def row_when(row: Row) -> str:
    """Tir 10. nov. 2026 kl. 8.15"""
    at = f" kl. {danish.span(row.at, row.until)}" if row.at else ""
    return f"{danish.day_table(row.day)}{at}"


def row_who(row: Row) -> str:
    word = Source(row.source).word if row.source in set(Source) else "set"
    if row.source == Source.FORTALT:
        told = f"Fortalt af {row.told_by}" if row.told_by else "Fortalt"
        return f"{told} til {row.seen_by}" if row.seen_by else told
    return f"{danish.capital(word)} af {row.seen_by}" if row.seen_by else ""


def row_in_brief(row: Row, names: Names) -> str:
    """[2] tir 10. nov. 2026 kl. 8.15: Alma kom i nattøj. Set af Mette Sørensen · førstehånds"""
    source = " · ".join(filter(None, (row_who(row), hand(row.source))))
    return f"[{row.number}] {row_when(row)}: {first_words(names.said(row.text))} {source}"


def newer_words(newer: Stored[Observation], names: Names, today: date) -> str:
    """Rettet i dag 9.10 af Mette: talte forkert."""
    why = f": {newer.record.correction}" if newer.record.correction else ""
    return (
        f"Rettet {moment(newer.changed_at, today).lower()} af {names.first(newer.changed_by)}{why}"
    )


def stage_words(page: LetterPage) -> str:
    """The chip in the head."""
    if page.is_correction:
        return "Rettelse, kladde"
    if page.stage is Stage.KLADDE:
        return f"Kladde {page.draft_number}"
    if page.needs_writing:
        return "Brevet mangler"
    return page.stage.word


def row_words(row: LetterRow, names: Names, today: date) -> tuple[str, str]:
    """What stands beneath a letter's title in the list, and at its right."""
    who = danish.join_and([names.first(one) for one in row.writers])
    stage = "Ringet" if row.needs_writing else "Rettelse" if row.correction else row.stage.word
    journal = "" if row.journalled is None else f"journaliseret {row.journalled}".strip()
    under = " · ".join(filter(None, (stage, journal, who)))
    if row.due is not None:
        return under, f"{row.waits} {row.due.words}"
    return under, row.waits or f"skrevet {moment(row.changed_at, today).lower()}"
