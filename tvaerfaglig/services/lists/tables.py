"""The lists a leader may take out as a spreadsheet: only what she sees, and noted with every child on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.acts import Printed
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.konsultation import Agreement, AgreementState
from tvaerfaglig.exchange.sheets import Sheet, as_csv, as_xlsx
from tvaerfaglig.services import underretninger
from tvaerfaglig.services.agreements.reading import doers
from tvaerfaglig.services.children.guard import hides_parents
from tvaerfaglig.services.children.register import child_rows
from tvaerfaglig.services.errors import Unclear
from tvaerfaglig.services.lists.opening import leads
from tvaerfaglig.services.names import names
from tvaerfaglig.services.printing import printable
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries


class Which(StrEnum):
    CHILDREN = "boern"
    AGREEMENTS = "aftaler"
    LETTERS = "underretninger"
    PRINTED = "udskrevet"

    @property
    def word(self) -> str:
        return _WORDS[self]


_WORDS = {
    Which.CHILDREN: "børneliste",
    Which.AGREEMENTS: "åbne aftaler",
    Which.LETTERS: "underretninger",
    Which.PRINTED: "skrevet ud og gemt",
}


class Form(StrEnum):
    XLSX = "xlsx"
    CSV = "csv"


@dataclass(frozen=True, slots=True)
class Taken:
    """A table as a file, ready to be saved. `children` are those it tells of."""

    document: str
    content: bytes
    rows: int
    headings: tuple[str, ...]
    children: tuple[str, ...]


def take_out(session: Session, which: Which, form: Form) -> Taken:
    """The list as it stands, as the bytes of a file."""
    leads(session)
    sheet, children = _MADE[which](session)
    if not sheet.rows:
        raise Unclear("Listen er tom. Der er ikke noget at gemme.")
    content = as_xlsx(sheet) if form is Form.XLSX else as_csv(sheet)
    return Taken(which.word, content, len(sheet.rows), sheet.headings, children)


def note_taken(session: Session, taken: Taken, purpose: str, receiver: str) -> Changes:
    """Note that the list left the program, once, in the log of every child on it."""
    leads(session)
    for child in taken.children:
        session.child(child)
    with session.write() as pen:
        pen.put(
            Printed(
                document=taken.document,
                how="har gemt som regneark",
                purpose=purpose.strip(),
                receiver=receiver.strip(),
                at=session.now.isoformat(timespec="minutes"),
                children=taken.children,
            )
        )
        return pen.changes


def _children(session: Session) -> tuple[Sheet, tuple[str, ...]]:
    """Without numbers and addresses; without the parents of a child whom nobody is to find."""
    rows, seen = [], []
    for one in child_rows(session):
        child = one.child
        hidden = child.protected or hides_parents(session, one.id)
        parents = () if hidden else child.parents
        place = "" if child.hide_house else one.place
        due = child.due if child.is_expected else None
        people = [", ".join(filter(None, (p.name, p.relation, p.phone))) for p in parents]
        rows.append(
            (child.name, child.born, due, place, child.language, child.enrolled, "; ".join(people))
        )
        seen.append(one.id)
    headings = ("Navn", "Født", "Termin", "Stue", "Sprog", "Indmeldt", "Forældre")
    return Sheet("Børn", headings, tuple(rows)), tuple(seen)


def _agreements(session: Session) -> tuple[Sheet, tuple[str, ...]]:
    visible, who = session.children(), names(session)
    found = [
        one.record
        for one in queries.of_children(session.vault, Agreement, visible)
        if one.record.status is AgreementState.AABEN
    ]
    found.sort(key=lambda one: (one.due is None, one.due or one.made_on))
    rows = tuple(
        (
            who.of_child(one.child),
            who.said(one.what),
            doers(one, who, visible[one.child].record.parents if one.child in visible else ()),
            one.due,
            one.made_on,
        )
        for one in found
    )
    headings = ("Barn", "Hvad", "Hvem", "Senest", "Aftalt")
    return Sheet("Åbne aftaler", headings, rows), _each(one.child for one in found)


def _letters(session: Session) -> tuple[Sheet, tuple[str, ...]]:
    who = names(session)
    found = underretninger.letters(session)
    rows = tuple(
        (
            who.of_child(one.child),
            one.stage.word,
            one.begun,
            danish.join_and([who.of_staff(each) for each in one.writers]),
            one.waits,
            one.due.on if one.due else None,
        )
        for one in found
    )
    headings = ("Barn", "Hvor langt", "Begyndt", "Skrives af", "Venter på", "Frist (vejledende)")
    return Sheet("Underretninger", headings, rows), _each(one.child for one in found)


def _printed(session: Session) -> tuple[Sheet, tuple[str, ...]]:
    rows = tuple(
        (
            line.at.date(),
            danish.clock(line.at.time()),
            line.who,
            f"{line.did} {line.document}",
            line.child,
            line.purpose,
            line.receiver,
        )
        for line in printable.printed_log(session)
    )
    headings = ("Dag", "Kl.", "Hvem", "Hvad", "Barn", "Til hvad", "Til hvem")
    visible = session.children()
    named = {one.record.child for one in queries.all_of(session.vault, Printed)} & visible.keys()
    return Sheet("Skrevet ud og gemt", headings, rows), tuple(sorted(named))


def _each(children: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, children)))


_MADE: dict[Which, Callable[[Session], tuple[Sheet, tuple[str, ...]]]] = {
    Which.CHILDREN: _children,
    Which.AGREEMENTS: _agreements,
    Which.LETTERS: _letters,
    Which.PRINTED: _printed,
}
