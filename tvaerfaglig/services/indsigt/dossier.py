"""All that is written about one child, gathered record by record in the order it happened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import pairwise
from typing import Any, TypeVar

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.acts import Attachment, CprShown, Erased, Link, Printed, Read
from tvaerfaglig.domain.consent import roads
from tvaerfaglig.domain.follow_up import Reminder
from tvaerfaglig.domain.indsigt import Indsigt
from tvaerfaglig.domain.interview.told import Told
from tvaerfaglig.domain.kinds import KINDS
from tvaerfaglig.domain.konsultation import Konsultation, KonsultationState
from tvaerfaglig.domain.people import Child
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.domain.statusudtalelser.records import StatusFinished, Statusudtalelse
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.domain.third_parties import Someone, Watch
from tvaerfaglig.domain.underretning import Dismissed, Finished, Section, Underretning
from tvaerfaglig.printouts import printing
from tvaerfaglig.printouts.papers.statusudtalelse import StatusPaper
from tvaerfaglig.printouts.papers.underretning import UnderretningPaper
from tvaerfaglig.services import access_log
from tvaerfaglig.services.after_sending.reminders import frozen_paper
from tvaerfaglig.services.clock import DANISH
from tvaerfaglig.services.indsigt.telling import Piece, Teller, handed_out_before
from tvaerfaglig.services.library import Library
from tvaerfaglig.services.parents.guarded import stop_if_guarded
from tvaerfaglig.services.printing import paper_facts, withheld
from tvaerfaglig.services.printing.freezing import thawed
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import past, queries

F = TypeVar("F", Finished, StatusFinished)
P = TypeVar("P", UnderretningPaper, StatusPaper)
_APART = {
    Read,
    CprShown,
    Link,
    Dismissed,
    Told,
    Erased,
    Printed,
    Indsigt,
    Finished,
    Reminder,
    Section,
    Underretning,
    StatusFinished,
}
_WORDS = {
    "barn": "Barnets oplysninger",
    "vaern": "Værn",
    "fravaer": "Fravær",
    "fremmoede": "Fremmøde",
    "familie": "Nyt fra familien",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One record as it will be handed out. `draft` and `file` must be decided on by a person."""

    id: str
    title: str
    line: str
    day: str
    pieces: tuple[Piece, ...]
    draft: bool = False
    file: str = ""
    media: str = ""


@dataclass(frozen=True, slots=True)
class Dossier:
    """A child's records in order, and who must not be named in them."""

    child: Stored[Child]
    entries: tuple[Entry, ...]
    watch: Watch
    today: date

    def entry(self, entry_id: str) -> Entry:
        return next(one for one in self.entries if one.id == entry_id)


def gather(session: Session, child_id: str, library: Library) -> Dossier:
    """Everything about her. For the leader; stops while the guard hides the parents."""
    child = session.child(child_id, Action.SEE_LOG)
    stop_if_guarded(session, child_id, child.record.first_name)
    teller = Teller(
        child_id,
        child.record,
        {one: person.name for one, person in session.staff().items()},
        library.categories,
        {one.id: one.name for one in library.trivselsrunde.domains},
    )
    entries = sorted(_entries(session, teller, child), key=lambda one: (one.day, one.id))
    facts = _entry(session, teller, child, _WORDS["barn"])
    return Dossier(
        child, (facts, *entries, *_given(session, teller)), watch(session, child), session.today
    )


def _entries(session: Session, teller: Teller, child: Stored[Child]) -> Iterator[Entry]:
    for kind in queries.count_by_kind(session.vault, child.id):
        known = KINDS.get(kind)
        if known is None or known in _APART:
            continue
        for stored in queries.of_child(session.vault, known, child.id):
            yield _entry(session, teller, stored, _title(stored))
    for finished in queries.of_child(session.vault, Finished, child.id):
        yield _finished(teller, finished)
    for reminder in queries.of_child(session.vault, Reminder, child.id):
        yield _reminder(teller, reminder)
    for copy in queries.of_child(session.vault, StatusFinished, child.id):
        yield _finished_status(teller, copy)
    for letter in queries.of_child(session.vault, Underretning, child.id):
        yield _working_paper(session, teller, letter)


def _entry(session: Session, teller: Teller, stored: Stored[Any], title: str) -> Entry:
    record = stored.record
    file = record.blob if isinstance(record, Attachment) else ""
    planned = isinstance(record, Konsultation) and record.status is not KonsultationState.AFSLUTTET
    return Entry(
        id=stored.id,
        title=title,
        line=_written(stored, teller),
        day=record.happened() or stored.written_at.isoformat(),
        pieces=(*teller.pieces(record, stored.id), *_earlier(session, teller, stored)),
        draft=planned or isinstance(record, Statusudtalelse),
        file=file,
        media=record.media if isinstance(record, Attachment) else "",
    )


def _title(stored: Stored[Any]) -> str:
    record = stored.record
    word = _WORDS.get(record.KIND) or danish.capital(
        access_log.thing(record.KIND).removeprefix("en ").removeprefix("et ")
    )
    if not record.happened():
        return word
    return f"{word}, {danish.day_table(date.fromisoformat(record.happened()[:10]))}"


def _written(stored: Stored[Any], teller: Teller) -> str:
    first = f"Skrevet {_moment(stored.written_at)} af {teller.staff.get(stored.written_by, 'en kollega')}"
    if not stored.changed:
        return first
    again = f"rettet {_moment(stored.changed_at)} af {teller.staff.get(stored.changed_by, 'en kollega')}"
    return f"{first}, {again}"


def _moment(at: datetime) -> str:
    here = at.astimezone(DANISH)
    return f"{danish.day(here.date())} kl. {danish.clock(here.time())}"


def _earlier(session: Session, teller: Teller, stored: Stored[Any]) -> Iterable[Piece]:
    """What earlier versions said, where it was changed."""
    if not stored.changed:
        return
    versions = past.versions(session.vault, type(stored.record), stored.id)
    for before, after in pairwise(versions):
        key = f"{stored.id}@{before.id}"
        when = f"før {_moment(after.at)}"
        if before.record is None:
            yield Piece(f"{key}/slettet", f"Tidligere, {when}", "Slettet.")
        else:
            yield from teller.changed(before.record, after.record, key, when)


def _finished(teller: Teller, stored: Stored[Finished]) -> Entry:
    """The frozen letter set anew from the words it was frozen with, section by section."""
    paper = thawed(stored.record.content, stored.record.content_sha256, UnderretningPaper)
    return _frozen(teller, stored, paper, "Underretning")


def _finished_status(teller: Teller, stored: Stored[StatusFinished]) -> Entry:
    paper = thawed(stored.record.content, stored.record.content_sha256, StatusPaper)
    return _frozen(teller, stored, paper, "Statusudtalelse")


def _frozen(teller: Teller, stored: Stored[F], paper: P, what: str) -> Entry:
    paper = paper_facts.masked_through(paper, teller.child_id, teller.child)
    sections = printing.plain_sections(replace(paper, child=replace(paper.child, cpr="")))
    copy = stored.record
    title = f"{what}, afsluttet {danish.day(copy.day)} (eksemplar {copy.number})"
    return _paper_entry(teller, stored, title, sections)


def _reminder(teller: Teller, stored: Stored[Reminder]) -> Entry:
    """A letter that followed, in the words it was frozen with."""
    paper = paper_facts.masked_through(frozen_paper(stored.record), teller.child_id, teller.child)
    sections = printing.plain_sections(replace(paper, child=replace(paper.child, cpr="")))
    title = f"{stored.record.title}, {danish.day(stored.record.day)}"
    return _paper_entry(teller, stored, title, sections)


def _paper_entry(
    teller: Teller, stored: Stored[Any], title: str, sections: tuple[tuple[str, str], ...]
) -> Entry:
    return Entry(
        id=stored.id,
        title=title,
        line=_written(stored, teller),
        day=stored.record.happened(),
        pieces=tuple(
            Piece(f"{stored.id}/{number}", heading, text)
            for number, (heading, text) in enumerate(sections)
            if text.strip()
        ),
    )


def _working_paper(session: Session, teller: Teller, letter: Stored[Underretning]) -> Entry:
    """The letter as it was written on: its head and its sections, with what stood there before."""
    sections = [
        one
        for one in queries.of_child(session.vault, Section, letter.record.child)
        if one.record.underretning == letter.id
    ]
    pieces = [*teller.pieces(letter.record, letter.id), *_earlier(session, teller, letter)]
    for one in sorted(sections, key=lambda found: found.id):
        own = (*teller.pieces(one.record, one.id), *_earlier(session, teller, one))
        pieces += [replace(piece, label=f"{_section(one.record)}: {piece.label}") for piece in own]
    return Entry(
        id=letter.id,
        title=f"Kladde til underretning, begyndt {danish.day(letter.record.begun)}",
        line=_written(letter, teller),
        day=letter.record.happened(),
        pieces=tuple(pieces),
        draft=True,
    )


def _section(record: Section) -> str:
    return danish.capital(record.section.replace("_", " "))


def _given(session: Session, teller: Teller) -> Iterator[Entry]:
    """Who it was given to, what was erased, and what was handed out before."""
    papers = queries.of_child(session.vault, Printed, teller.child_id)
    if papers:
        yield Entry(
            "udleveret",
            "Udskrevet, gemt og kopieret",
            "",
            "9999",
            tuple(
                Piece(f"udleveret/{one.id}", _moment(one.changed_at), _paper(one, teller))
                for one in papers
            ),
        )
    gone = queries.of_child(session.vault, Erased, teller.child_id)
    if gone:
        said = tuple(
            Piece(f"slettet/{one.id}", _moment(one.changed_at), teller.said(one.record.ground))
            for one in gone
        )
        yield Entry("slettet", "Slettet", "", "9999", said)
    before = queries.of_child(session.vault, Indsigt, teller.child_id)
    if before:
        said = tuple(
            Piece(
                f"indsigt/{one.id}",
                _moment(one.written_at),
                teller.said(handed_out_before(one.record)),
            )
            for one in before
        )
        yield Entry("indsigt", "Indsigt, der er givet før", "", "9999", said)


def _paper(stored: Stored[Printed], teller: Teller) -> str:
    paper = stored.record
    by = teller.staff.get(stored.changed_by, "en kollega")
    said = (
        danish.capital(paper.document),
        f"{paper.how.removeprefix('har ')} af {by}",
        f"til {paper.receiver}" if paper.receiver else "",
        paper.purpose,
        _on_what(paper),
        paper.basis_text,
    )
    return teller.said(" · ".join(filter(None, said)))


def _on_what(paper: Printed) -> str:
    return f"grundlag: {roads.word(paper.basis)}" if paper.basis not in {"", roads.STAYS} else ""


def watch(session: Session, child: Stored[Child]) -> Watch:
    """Other children, their families, colleagues' private telephones, and an address that is protected."""
    own = child.record
    people: list[Someone] = []
    staff = frozenset(word for one in session.staff().values() for word in one.name.split())
    for other in queries.all_of(session.vault, Child):
        if other.id != child.id:
            people += _family(other.record, own, staff)
    people += [
        Someone("ansat_privat", numbers=(one.phone,))
        for one in session.staff().values()
        if one.phone
    ]
    if own.protected:
        homes = (own.address, own.stays_at, *(one.address for one in own.parents))
        phones = tuple(one.phone for one in own.parents if one.phone)
        people.append(Someone("beskyttet", numbers=phones, places=tuple(_streets(homes))))
    houses = session.houses().values()
    former = withheld.of_child(session, child.id).phrases
    if former:
        people.append(Someone("beskyttet", places=former))
    if own.hide_house:
        people.append(Someone("beskyttet", places=tuple(_streets(one.address for one in houses))))
    numbers = [said for one in houses for said in (one.phone, one.email, one.dpo)]
    if not own.protected:
        numbers += [one.phone for one in own.parents]
    names = (own.name, *(one.name for one in own.parents), *(one.name for one in own.siblings))
    colleagues = (one.name for one in session.staff().values())
    return Watch(people, names, (*numbers, own.cpr), colleagues)


def _family(other: Child, own: Child, staff: frozenset[str]) -> Iterator[Someone]:
    ours = {one.name for one in own.siblings}
    if other.name not in ours:
        numbers = (other.cpr,) if other.cpr else ()
        yield Someone("andet_barn", (other.name,), numbers, tuple(_streets([other.address])))
    mine = {one.name for one in own.parents}
    for one in other.parents:
        if one.name not in mine:
            phones = (one.phone,) if one.phone else ()
            yield Someone(
                "anden_familie", (one.name,), phones, tuple(_streets([one.address])), staff
            )


def _streets(homes: Iterable[str]) -> Iterator[str]:
    """The street and number: the town alone gives nobody away."""
    for home in homes:
        street = " ".join(home.split(",")[0].split())
        if any(map(str.isdigit, street)):
            yield street
