"""A letter as its readers will meet it: section by section in the words of the paper, and what to look at first."""

from __future__ import annotations

from dataclasses import dataclass

from tvaerfaglig.domain.people import Child
from tvaerfaglig.domain.quality.evidence.sentences import Sentence
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.services.letters.acts import draft_paper, plain_sections
from tvaerfaglig.services.letters.evidence import open_claims
from tvaerfaglig.services.letters.opening import read_letter
from tvaerfaglig.services.letters.page import LetterPage
from tvaerfaglig.services.letters.questions import NameSeen, names_to_look_at
from tvaerfaglig.services.library import Library
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries


@dataclass(frozen=True, slots=True)
class ReadThrough:
    """Heading and text of each section, masked as on paper; names of other children typed in clear.

    `claims` are sentences of the assessment that no observation shows; `lost` when a character cannot be
    printed and a [?] will stand there.
    """

    page: LetterPage
    sections: tuple[tuple[str, str], ...]
    names: tuple[NameSeen, ...]
    claims: tuple[Sentence, ...]
    lost: bool


def read_through(session: Session, letter_id: str, library: Library) -> ReadThrough:
    """The letter read from one end to the other before it leaves."""
    from tvaerfaglig.printouts.printing import has_lost_characters

    page = read_letter(session, letter_id)
    session.require(Action.PRINT, session.ties(page.child), page.child.record.first_name)
    session.looked(child=page.child.id, record=letter_id, what="underretning")
    others = tuple((one.id, one.record.name) for one in queries.all_of(session.vault, Child))
    return ReadThrough(
        page=page,
        sections=plain_sections(session, letter_id, library),
        names=names_to_look_at(page, others),
        claims=open_claims(page),
        lost=has_lost_characters(draft_paper(session, page, library)),
    )
