"""Spørg mig: which questions a letter is asked as it stands now, and how far somebody is with them."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter

from tvaerfaglig.domain.interview.landing import print_of
from tvaerfaglig.domain.interview.plan import Situation, Step, plan
from tvaerfaglig.domain.interview.questions import Age, Reflections, Shows
from tvaerfaglig.domain.interview.told import Told
from tvaerfaglig.domain.observation import Observation, Sign
from tvaerfaglig.domain.quality.engine import ask
from tvaerfaglig.domain.quality.finding import Questions
from tvaerfaglig.domain.quality.letter import Letter, called
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.domain.template import Template
from tvaerfaglig.services import drafts
from tvaerfaglig.services.letters.kept_under import told_id, told_key
from tvaerfaglig.services.letters.opening import find
from tvaerfaglig.services.letters.page import Evidence, LetterPage
from tvaerfaglig.services.letters.questions import letter_of
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import codec, queries

SHOWN = 60
_DEED = 12


def how_far(session: Session, letter_id: str) -> Told:
    """What has been answered in this letter, mine from a minute ago before what is saved."""
    letter = find(session, letter_id, Action.UNDERRET)
    draft = drafts.one(session, told_key(letter_id))
    kept = codec.decode(Told.KIND, draft.content) if draft else None
    if isinstance(kept, Told):
        return kept
    found = queries.one(session.vault, Told, told_id(letter_id))
    return found.record if found else Told(underretning=letter_id, child=letter.record.child)


def keep(session: Session, letter_id: str, told: Told) -> str:
    """Keep it within the second; the sitting's version comes when the letter is left."""
    find(session, letter_id, Action.UNDERRET)
    return drafts.keep(session, told_key(letter_id), Told.KIND, codec.encode(told))


def steps(
    page: LetterPage, template: Template, asked: Questions, reflections: Reflections, told: Told
) -> tuple[Step, ...]:
    """The walk through the questions, as the page stands. Pure work on what has been read."""
    return plan(reflections, situation_of(page, template, asked), told)


def situation_of(page: LetterPage, template: Template, asked: Questions) -> Situation:
    letter = letter_of(page, template)
    deeds = {
        str(nr): (deed_key(one.what), _shortly(one.what))
        for nr, one in enumerate(page.record.actions)
        if one.what.strip()
    }
    found = ask(letter, asked, frozenset(page.dismissed))
    return Situation(
        name=letter.name,
        age=_age(letter),
        hides_parents=page.hides_parents,
        open=frozenset((one.rule, _item(one.section, one.item, deeds)) for one in found),
        written=frozenset(one for one, _ in letter.prose()),
        parents=tuple((one.id, called(one)) for one in letter.holders),
        deeds=tuple(deeds.values()),
    )


def deed_key(what: str) -> str:
    """What was tried goes by its words, not by its number: others may come before it."""
    return print_of(what)[:_DEED]


def _item(section: str, item: str, deeds: dict[str, tuple[str, str]]) -> str:
    return deeds[item][0] if section == "indsats" and item in deeds else item


def _age(letter: Letter) -> Age:
    if letter.is_unborn:
        return Age.UNBORN
    return Age.OLDER if letter.tells_in_words else Age.BABY


def _shortly(what: str) -> str:
    line = " ".join(what.split()).rstrip(".")
    return line if len(line) <= SHOWN else f"{line[:SHOWN].rsplit(' ', 1)[0]} …"


def beside(page: LetterPage, step: Step) -> tuple[Evidence, ...]:
    """The observations that may answer the question: of its subject where there are any, else of its sign."""
    fits = [one for one in page.evidence if _FITS[step.ask.shows](one.stored.record)]
    near = [one for one in fits if _about(one.stored.record, step.ask.topics)]
    day = attrgetter("stored.record.day")
    return tuple(sorted(near or fits, key=day, reverse=not step.ask.oldest_first))


def _about(seen: Observation, topics: tuple[str, ...]) -> bool:
    return any(one.split(".", 1)[0] in topics for one in seen.categories)


_FITS: dict[Shows, Callable[[Observation], bool]] = {
    Shows.NOTHING: lambda _: False,
    Shows.ALL: lambda _: True,
    Shows.RESOURCE: lambda seen: seen.sign is Sign.RESSOURCE,
    Shows.CONCERN: lambda seen: seen.sign is Sign.BEKYMRING,
    Shows.WORDS: lambda seen: bool(seen.child_words.strip()),
}
