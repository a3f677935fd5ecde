"""The register of a child's consents: how each stands, whom and what it names, and what it opens today."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.acts import Attachment
from tvaerfaglig.domain.consent import standing as words
from tvaerfaglig.domain.consent.standing import Standing, standing
from tvaerfaglig.domain.handing_over import HandedOver
from tvaerfaglig.domain.konsultation import Konsultation
from tvaerfaglig.domain.people import Child
from tvaerfaglig.domain.protection import Basis, Samtykke, Sharing
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.children.guard import hides_parents
from tvaerfaglig.services.consent import rests
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One consent, said in words. `opens` is one line: what it opens today, or what became of it."""

    stored: Stored[Samtykke]
    standing: Standing
    who: str
    what: str
    whom: str
    opens: str
    papers: tuple[Stored[Attachment], ...] = ()
    may_be_undone: bool = False


@dataclass(frozen=True, slots=True)
class Register:
    """The consents of a child, what can be used first. While the guard hides the parents there is nothing here."""

    entries: tuple[Entry, ...]
    hides_parents: bool = False

    def those(self, *standings: Standing) -> tuple[Entry, ...]:
        return tuple(one for one in self.entries if one.standing in standings)


def of_child(session: Session, child_id: str) -> Register:
    """Read with the child's page: the page's own look is what is noted."""
    child = session.child(child_id).record
    if hides_parents(session, child_id):
        return Register((), hides_parents=True)
    given = queries.of_child(session.vault, Samtykke, child_id)
    shared = queries.of_child(session.vault, Sharing, child_id)
    talks = queries.of_child(session.vault, Konsultation, child_id)
    papers = queries.of_child(session.vault, Attachment, child_id)
    handed = queries.of_child(session.vault, HandedOver, child_id)
    made_again = {one.record.again for one in given}
    names = {one: who.name for one, who in session.staff().items()}
    entries = [
        Entry(
            stored=one,
            standing=standing(one.record, session.today),
            who=words.givers(one.record, child),
            what=words.what(one.record),
            whom=words.whom(one.record, names),
            opens=_opens(session, one, child, names, shared, talks) + _handed(one, handed),
            papers=tuple(paper for paper in papers if paper.record.record == one.id),
            may_be_undone=one.record.withdrawn_on == session.today and one.id not in made_again,
        )
        for one in given
    ]
    order = list(Standing)
    newest = sorted(entries, key=lambda one: one.stored.record.given_on, reverse=True)
    return Register(tuple(sorted(newest, key=lambda one: order.index(one.standing))))


def _handed(stored: Stored[Samtykke], handed: Iterable[Stored[HandedOver]]) -> str:
    """Who got an overgangsark on it: that stays told, however it stands now."""
    to = [one.record.to for one in handed if one.record.samtykke == stored.id]
    return f" Overgangsark givet til {danish.join_and(list(dict.fromkeys(to)))}." if to else ""


def _opens(
    session: Session,
    stored: Stored[Samtykke],
    child: Child,
    names: dict[str, str],
    shared: Iterable[Stored[Sharing]],
    talks: Iterable[Stored[Konsultation]],
) -> str:
    waiting = [
        one
        for one in talks
        if one.record.samtykke == stored.id
        and one.record.basis == Basis.SAMTYKKE
        and one.record.status in rests.UNFINISHED
    ]
    meets = (
        danish.count(len(waiting), "konsultation", "konsultationer", spelled=True)
        if waiting
        else ""
    )
    if not standing(stored.record, session.today).holds:
        asks = f" {danish.capital(meets)} mangler et nyt grundlag." if meets else ""
        return "Giver ikke længere adgang til noget." + asks
    seen_by = [
        names.get(one.record.staff, "")
        for one in shared
        if one.record.samtykke == stored.id and one.record.holds_on(session.today)
    ]
    opened = []
    if any(seen_by):
        opened.append(f"{danish.join_and(list(dict.fromkeys(seen_by)))} kan se {child.first_name}")
    if meets:
        opened.append(f"{meets} hviler på det")
    if opened:
        return danish.capital(danish.join_and(opened)) + "."
    return "Intet er delt på det endnu."
