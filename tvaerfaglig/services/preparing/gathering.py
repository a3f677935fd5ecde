"""What the log offers to the preparation of one konsultation, asked in a handful of queries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.concern import OPEN, Concern
from tvaerfaglig.domain.contact import ParentContact
from tvaerfaglig.domain.konsultation import Agreement, Konsultation, KonsultationKind
from tvaerfaglig.domain.observation import Observation
from tvaerfaglig.domain.preparing import gaps, observed, tried
from tvaerfaglig.domain.preparing.line import FromTheLog, Line
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.domain.underretning import Underretning
from tvaerfaglig.domain.vocabulary import Categories
from tvaerfaglig.services.efforts import told as of_efforts
from tvaerfaglig.services.konsultation.page import KonsultationPage, open_konsultation
from tvaerfaglig.services.names import Names
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries


@dataclass(frozen=True, slots=True)
class Prepared:
    """The konsultation as its own page reads it, and beside it what the log says of its child.

    `every` are all her observations, to lay on the table by hand. Both are empty for a talk without a name
    and for whoever may not open the child: nothing links there.
    """

    page: KonsultationPage
    log: FromTheLog
    every: tuple[Line, ...] = ()

    @property
    def note(self) -> Konsultation:
        return self.page.note

    @property
    def first_name(self) -> str:
        return self.page.child.record.first_name if self.page.child else ""


def prepare(session: Session, konsultation_id: str, categories: Categories) -> Prepared:
    """Opening it is noted as opening the note is."""
    page = open_konsultation(session, konsultation_id)
    log = from_the_log(session, page, categories)
    told = partial(_told, page.names)
    return Prepared(page, log, observed.every(page.observations, told))


def from_the_log(session: Session, page: KonsultationPage, categories: Categories) -> FromTheLog:
    note = page.note
    if note.kind is not KonsultationKind.NAVNGIVET or not page.whole_child:
        return FromTheLog()
    seen = observed.recent(page.observations, session.today)
    told = partial(_told, page.names)
    talks = [] if page.hides_parents else queries.of_child(session.vault, ParentContact, note.child)
    agreed = [
        one
        for one in queries.of_child(session.vault, Agreement, note.child)
        if one.record.konsultation != page.id
    ]
    since = _first_concern(session, note.child)
    own = observed.told_by(seen, note.child)
    return FromTheLog(
        known=observed.known(own or seen, told, observed.MOST - len(note.observations)),
        counts=observed.counts(seen, categories.name),
        unknown=(
            *(() if page.hides_parents else gaps.of_parents(talks, since)),
            *gaps.in_observations(seen, categories.name, session.today),
            *gaps.of_effects(agreed),
        ),
        strengths=observed.strengths(
            [one for one in seen if one.id not in note.observations], told
        ),
        tried=(
            *_in_letters(session, note.child),
            *tried.of_efforts(of_efforts.of_child(session, note.child)),
            *tried.of_agreements(agreed),
            *tried.of_talks(talks),
        ),
        voice=observed.voice(own, told),
        parents=tuple(_views(talks, page)),
    )


def _told(names: Names, made: Observation) -> str:
    """As »3. nov. kl. 8.10, Mette Sørensen«."""
    at = f" kl. {danish.clock(made.at)}" if made.at else ""
    by = danish.join_and([names.of_staff(one) for one in made.seen_by])
    return ", ".join(filter(None, (f"{danish.day_of_month(made.day)}{at}", by)))


def _first_concern(session: Session, child: str) -> date | None:
    concerns = queries.of_child(session.vault, Concern, child)
    days = [one.record.first_noticed for one in concerns if one.record.state() == OPEN]
    return max(days, default=None)


def _views(talks: Iterable[Stored[ParentContact]], page: KonsultationPage) -> Iterable[Line]:
    """What parents said, each talk's words as they stand, the newest two, the oldest first."""
    assert page.child is not None
    told = [one for one in talks if one.record.view.strip()]
    told.sort(key=lambda one: (one.record.day, one.id))
    parents = {one.id: one.relation or one.name for one in page.child.record.parents}
    for one in told[-2:]:
        who = danish.join_and([parents.get(p, p) for p in one.record.parents]) or "forældrene"
        view = one.record.view.strip()
        opened = view.casefold().startswith(who.casefold())
        apart = f" Vi ser forskelligt på: {one.record.disagree}" if one.record.disagree else ""
        yield Line(
            key=f"syn:{one.id}",
            text=f"{view if opened else f'{danish.capital(who)}: {view}'}{apart}",
            source=f"Samtale {danish.day_of_month(one.record.day)}",
            when=one.record.day,
        )


def _in_letters(session: Session, child: str) -> Iterable[Line]:
    """What the newest letter says was done, with its effect."""
    letters = queries.of_child(session.vault, Underretning, child, 1)
    for letter in letters:
        for number, done in enumerate(letter.record.actions):
            effect = done.effect.strip().rstrip(".") or "ikke skrevet"
            yield Line(
                key=f"brev:{letter.id}:{number}",
                text=f"{done.what.strip().rstrip('.')}. Virkning: {effect}.",
                source="Fra underretningen",
            )
