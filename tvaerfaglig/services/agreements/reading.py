"""The lists of agreements: mine, the house's, one child's; and one opened, with what was seen since."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.agreements.standing import Standing, standing
from tvaerfaglig.domain.concern import Concern
from tvaerfaglig.domain.konsultation import Agreement, AgreementState
from tvaerfaglig.domain.people import Child, Parent
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.agreements import rules
from tvaerfaglig.services.agreements.seen import Seen, seen_since
from tvaerfaglig.services.children.guard import hides_parents
from tvaerfaglig.services.konsultation import listing
from tvaerfaglig.services.konsultation.colleagues import Colleague, colleagues
from tvaerfaglig.services.names import Names, names
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries

ENDED = (AgreementState.GJORT, AgreementState.OPGIVET, AgreementState.JUSTERET)


class Whose(StrEnum):
    """MINE: I do it. HUSETS: all that one may see. BARNETS: about one child."""

    MINE = "mine"
    HUSETS = "husets"
    BARNETS = "barnets"


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """One agreement in a list: its words with the names that the asker may see."""

    stored: Stored[Agreement]
    standing: Standing
    what: str
    about: str
    doers: str
    effect: str
    outcome: str
    mine: bool

    @property
    def id(self) -> str:
        return self.stored.id

    @property
    def due(self) -> date | None:
        return self.stored.record.due


@dataclass(frozen=True, slots=True)
class Agreements:
    """The list, and whom one may ask about; `leads` may see the house's."""

    rows: tuple[AgreementRow, ...]
    children: tuple[tuple[str, str], ...]
    leads: bool
    today: date


@dataclass(frozen=True, slots=True)
class Choices:
    """Who may do it and what it may belong to, when an agreement is written: parents and concerns as (id, words)."""

    colleagues: tuple[Colleague, ...]
    children: tuple[tuple[str, str], ...]
    parents: tuple[tuple[str, str], ...] = ()
    concerns: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class OpenedAgreement:
    """One agreement with what was seen since it was made, what it adjusts and what took its place."""

    row: AgreementRow
    choices: Choices
    seen: Seen
    before: AgreementRow | None
    after: AgreementRow | None
    names: Names
    today: date


def agreements(
    session: Session, whose: Whose = Whose.MINE, child: str = "", *, ended: bool = False
) -> Agreements:
    """What is open, the nearest day first; with `ended` also what is done, given up or adjusted."""
    if whose is Whose.BARNETS and child:
        session.child(child)
    visible = session.children()
    states = (AgreementState.AABEN, *(ENDED if ended else ()))
    every = rules.without_hidden(session, queries.in_state(session.vault, Agreement, *states))
    nameless = listing.anonymous(session) if whose is Whose.HUSETS else frozenset()
    who = names(session)
    rows = [
        row_of(session, one, who, visible)
        for one in every
        if _is_in(session, one.record, whose, child, visible, nameless)
    ]
    here = [(one, stored.record.name) for one, stored in visible.items() if not stored.record.left]
    return Agreements(
        tuple(sorted(rows, key=_order)),
        tuple(sorted(here, key=lambda one: one[1])),
        session.actor.role.leads,
        session.today,
    )


def _is_in(
    session: Session,
    made: Agreement,
    whose: Whose,
    child: str,
    visible: Mapping[str, Any],
    nameless: frozenset[str],
) -> bool:
    if whose is Whose.MINE:
        return session.my_id in made.who
    if whose is Whose.BARNETS:
        return bool(child) and made.child == child
    return made.child in visible or made.konsultation in nameless or session.my_id in made.who


def _order(row: AgreementRow) -> tuple[int, str, str]:
    ended = row.standing is Standing.AFSLUTTET
    day = row.stored.record.done_on if ended else row.due
    newest_first = "".join(chr(0x10FFFF - ord(sign)) for sign in f"{day}") if ended else f"{day}"
    return list(Standing).index(row.standing), newest_first, row.id


def row_of(
    session: Session,
    stored: Stored[Agreement],
    who: Names,
    visible: Mapping[str, Stored[Child]],
) -> AgreementRow:
    """An agreement as a list says it."""
    made = stored.record
    child = visible.get(made.child)
    return AgreementRow(
        stored=stored,
        standing=standing(made, session.today),
        what=who.said(made.what),
        about=_about(made, child),
        doers=doers(made, who, child.record.parents if child else ()),
        effect=who.said(made.effect),
        outcome=who.said(made.outcome),
        mine=session.my_id in made.who,
    )


def _about(made: Agreement, child: Stored[Child] | None) -> str:
    if child is not None:
        return child.record.short_name
    if made.child:
        return "Et barn"
    return "Fra en konsultation" if made.konsultation else ""


def doers(made: Agreement, who: Names, parents: Iterable[Parent] = ()) -> str:
    """Everyone who does it: staff by name, parents by what they are to the child, guests as written."""
    said = {one.id: parent_word(one) for one in parents}
    family = [said.get(one, "en forælder") for one in made.parents]
    guests = [one.strip() for one in made.who_else.split(",") if one.strip()]
    return danish.capital(danish.join_and([*map(who.of_staff, made.who), *family, *guests]))


def parent_word(parent: Parent) -> str:
    """Mor, far, else the name."""
    return parent.relation or parent.name


def choices(session: Session, child: str = "") -> Choices:
    """What one chooses from when an agreement is written, about this child or about none."""
    here = [
        (one, stored.record.name)
        for one, stored in session.children().items()
        if not stored.record.left
    ]
    ordered = tuple(sorted(here, key=lambda one: one[1]))
    if not child:
        return Choices(colleagues(session), ordered)
    record = session.child(child).record
    hidden = hides_parents(session, child)
    concerns = queries.of_child(session.vault, Concern, child)
    who = names(session)
    return Choices(
        colleagues(session),
        ordered,
        () if hidden else tuple((one.id, parent_word(one)) for one in record.parents),
        tuple((one.id, who.said(one.record.title)) for one in concerns if not one.record.closed_on),
    )


def open_agreement(session: Session, agreement_id: str) -> OpenedAgreement:
    """One agreement with all that belongs to it. Opening one about a child is noted."""
    stored = rules.found(session, agreement_id)
    made, visible, who = stored.record, session.children(), names(session)
    whole = made.child in visible
    if made.child:
        session.looked(child=made.child, record=agreement_id, what=Agreement.KIND)
    return OpenedAgreement(
        row=row_of(session, stored, who, visible),
        choices=choices(session, made.child if whole else ""),
        seen=seen_since(session, made.child, made.made_on) if whole else Seen(made.made_on),
        before=_row(session, made.follows, who, visible),
        after=_row(session, f"{agreement_id}+", who, visible),
        names=who,
        today=session.today,
    )


def _row(
    session: Session, key: str, who: Names, visible: Mapping[str, Stored[Child]]
) -> AgreementRow | None:
    stored = queries.one(session.vault, Agreement, key) if key else None
    if stored is None or stored.record.status is AgreementState.FJERNET:
        return None
    return row_of(session, stored, who, visible)
