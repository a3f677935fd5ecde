"""What the writing help is shown of a letter, and the names that people should look at before it leaves.

Pure work on a page that has been read: it needs no vault and may run on any thread.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tvaerfaglig.domain.protection import Guard
from tvaerfaglig.domain.quality.evidence.log import Log, Seen
from tvaerfaglig.domain.quality.finding import Finding, Questions
from tvaerfaglig.domain.quality.letter import Letter
from tvaerfaglig.domain.template import Template
from tvaerfaglig.domain.typed_names import NamesToLookFor
from tvaerfaglig.services.letters.kept_under import OBSERVATIONS, PARENTS
from tvaerfaglig.services.letters.known import family, known_to
from tvaerfaglig.services.letters.page import LetterPage
from tvaerfaglig.services.letters.paper import masked

if TYPE_CHECKING:  # the rules are read when somebody first asks
    from tvaerfaglig.domain.quality.engine import Asked


@dataclass(frozen=True, slots=True)
class NameSeen:
    """A known child's name typed in clear: where, and how often."""

    section: str
    name: str
    times: int


def letter_of(page: LetterPage, template: Template) -> Letter:
    """The page as the rules see it. The letter's own answer counts as the guard does."""
    people = [page.staff[one] for one in page.record.writers if one in page.staff]
    return Letter(
        child=page.child.record,
        head=page.record,
        house=page.house,
        guard=_guard(page),
        title=template.title,
        sections={one.id: one.text for one in page.sections.values()},
        rows=page.rows,
        left_out=_left_out(page),
        log=log_of(page),
        writers=tuple(people),
        private=tuple(person.phone for person in people if person.phone),
        dated=page.today,
        today=page.today,
        at=page.at,
    )


def log_of(page: LetterPage) -> Log:
    """Everything written about the child that the asker may see, and the days she was there."""
    return Log(
        child=page.child.id,
        seen=tuple(Seen(one.id, one.stored.record) for one in page.evidence),
        attendance=page.attendance,
        absences=page.absences,
    )


def _left_out(page: LetterPage) -> tuple[str, ...]:
    return page.sections[OBSERVATIONS].left_out if OBSERVATIONS in page.sections else ()


def _guard(page: LetterPage) -> Guard | None:
    """The one that stands; while only the letter says yes, one that says the same."""
    standing = page.guard.record if page.guard else None
    against = page.record.suspects
    if standing is not None and (standing.hides_parents or not page.hides_parents):
        return standing
    if against is None:
        return standing
    if standing is not None:
        return replace(standing, against=against)
    return Guard(child=page.record.child, since=page.today, by="", against=against)


def questions(page: LetterPage, template: Template, asked: Questions) -> tuple[Finding, ...]:
    """What the letter may be asked, without what was laid away."""
    return all_questions(page, template, asked).open


def all_questions(
    page: LetterPage, template: Template, asked: Questions, *, quiet_too: bool = False
) -> Asked:
    """What stands open, and what was laid away; `quiet_too` asks about small everyday words as well.

    The word lists are read the first time.
    """
    from tvaerfaglig.domain.quality.engine import Words, ask_all
    from tvaerfaglig.services.writing.text_check import evidence_words, language, stale

    known = replace(known_to(page), stale=stale(page.today))
    pack = template.pack
    words = Words(
        language(), known, evidence_words(), proposals=pack is not None and pack.asks_proposals
    )
    if pack is not None and pack.questions_off:
        on = (one for one in asked.all if one.rule not in pack.questions_off)
        asked = Questions(tuple(on))
    return ask_all(
        letter_of(page, template),
        asked,
        frozenset(page.dismissed),
        words=words,
        quiet_too=quiet_too,
    )


def names_to_look_at(page: LetterPage, others: Iterable[tuple[str, str]]) -> tuple[NameSeen, ...]:
    """Known names that stand in clear; those of the child's own family are not meant."""
    return names_in(page, texts_of(page), others)


def names_in(
    page: LetterPage, texts: Iterable[tuple[str, str]], others: Iterable[tuple[str, str]]
) -> tuple[NameSeen, ...]:
    """The same in other texts about the child, each with its section."""
    own_family = family(page)
    strangers = NamesToLookFor((one, name) for one, name in others if one not in own_family)
    own = set(page.child.record.name.split())
    own |= {parent.name.split()[0] for parent in page.child.record.parents if parent.name}
    own |= {sibling.name.split()[0] for sibling in page.child.record.siblings if sibling.name}
    seen: dict[tuple[str, str], int] = {}
    for section, text in texts:
        for one in strangers.typed_in(masked(page, text)):
            bare = one.name.rstrip("'’")
            if bare not in own and bare.removesuffix("s") not in own:
                seen[section, one.name] = seen.get((section, one.name), 0) + 1
    return tuple(NameSeen(section, name, times) for (section, name), times in seen.items())


def texts_of(page: LetterPage) -> tuple[tuple[str, str], ...]:
    """Every text that reaches the paper, with the section it is written in."""
    head, child = page.record, page.child.record
    found = [(one.id, one.text) for one in page.sections.values()]
    for row in page.rows:
        told = (row.text, row.child_words, row.asked, row.place, row.told_by)
        found += [(OBSERVATIONS, text) for text in told]
    found += [(OBSERVATIONS, text) for text in _left_out(page)]
    found += [("hast_og_overgreb", call.agreed) for call in head.calls]
    found += [("indsats", text) for one in head.actions for text in (one.what, one.effect)]
    found += [("indsats", text) for text in (head.others_involved, head.earlier)]
    family = (child.household, child.residence, *(one.contact for one in child.parents))
    notes = (one.note for one in child.siblings)
    found += [("barnet", text) for text in (head.siblings_considered, *family, *notes)]
    found += [("afsender", one.title) for one in head.annexes]
    found += [("orientering", head.child_informed)]
    if not page.hides_parents:
        heard = [text for one in head.informed for text in (one.reaction, one.why_not)]
        found += [("orientering", text) for text in heard]
        agreed = page.news.agreements if page.news else ()
        found += [("resume", one.record.what) for one in agreed]
    else:
        found = [(section, text) for section, text in found if section != PARENTS]
    return tuple((section, text) for section, text in found if text.strip())
