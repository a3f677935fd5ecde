"""What every paper says alike: the house, the child, who printed when, and other children masked."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TypeVar

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.masking import shown, shown_everywhere
from tvaerfaglig.domain.observation import Observation
from tvaerfaglig.domain.people import Child, Dagtilbud
from tvaerfaglig.domain.typed_names import NamesToLookFor
from tvaerfaglig.printouts.papers.parts import ChildFacts, Imprint, ObservationRow
from tvaerfaglig.services.names import Names
from tvaerfaglig.services.printing import withheld
from tvaerfaglig.services.printing.withheld import Withheld
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries

P = TypeVar("P")
_HOUSE_HIDDEN = "Navn og adresse oplyses til kommunen pr. telefon"
_SOME_HOUSE = "Dagtilbuddet"


def moment(at: datetime, by: str) -> str:
    """When and by whom, as the footer says it: "12. november 2026 kl. 14.32 af Anne Holm, pædagog"."""
    return f"{danish.day(at.date())} kl. {danish.clock(at.time())} af {by}"


def signature(session: Session) -> str:
    """The actor as a paper names her: "Anne Holm, pædagog"."""
    return f"{session.actor.name}, {session.actor.role.word}"


def imprint(
    session: Session, child: Child | None, *, purpose: str = "", draft: str = ""
) -> Imprint:
    """The house, unless the child's protection hides it; the log's head as control number."""
    house = house_of(session, child)
    return Imprint(
        house=house_name(house, child),
        address=house_line(house, child),
        printed=moment(session.now, signature(session)),
        draft=draft,
        kontrolnr=session.vault.log.head()[:12],
        purpose=purpose,
    )


def house_of(session: Session, child: Child | None) -> Dagtilbud | None:
    where = child.dagtilbud if child else next(iter(session.actor.houses), "")
    found = queries.one(session.vault, Dagtilbud, where)
    return found.record if found else None


def house_name(house: Dagtilbud | None, child: Child | None) -> str:
    """The house's name, unless it would tell where to find a child who must not be found."""
    if child is not None and child.hide_house:
        return _SOME_HOUSE
    return house.name if house else ""


def house_line(house: Dagtilbud | None, child: Child | None) -> str:
    """How to reach the house, on one line; under a protection that its address would give away, by phone."""
    if child is not None and child.hide_house:
        return _HOUSE_HIDDEN
    if house is None:
        return ""
    phone = f"tlf. {house.phone}" if house.phone else ""
    return " · ".join(filter(None, (house.municipality, house.address, phone, house.email)))


def child_facts(child: Child, today: date, *, place: str = "", cpr: str = "") -> ChildFacts:
    """The child as a paper names her. CPR only where the paper asks for it; never a protected address."""
    when = child.born or child.due
    return ChildFacts(
        name=child.name,
        first_name=child.first_name,
        born=danish.day(when) if when else "",
        age=danish.age(child.born, today) if child.born else "",
        unborn=child.born is None,
        cpr=cpr,
        language=child.language,
        address="" if child.protected else address_lines(child.address),
        protected_address=child.protected,
        stue="" if child.hide_house else place,
    )


def address_lines(address: str) -> str:
    """Street on one line, town on the next."""
    return "\n".join(part.strip() for part in address.split(",", 1))


def masked(text: str, child_id: str, child: Child | None) -> str:
    """Text for this child's paper: her own tokens said by name, everyone else's as "et andet barn"."""
    own = {child_id: child.first_name} if child else {}
    return shown(text, own)


def masked_through(paper: P, child_id: str, child: Child | None) -> P:
    """The same of a whole paper: also a place, a witness or a receiver may hold a token typed by hand."""
    return shown_everywhere(paper, {child_id: child.first_name} if child else {})


def names_to_look_at(session: Session, child_id: str, texts: tuple[str, ...]) -> tuple[str, ...]:
    """Other known children's names typed in clear: listed before a paper is printed."""
    others = NamesToLookFor(
        (one.id, one.record.name)
        for one in queries.all_of(session.vault, Child)
        if one.id != child_id
    )
    mine = queries.one(session.vault, Child, child_id)
    own = set(mine.record.name.split()) if mine else set()
    found = [one.name for text in texts for one in others.typed_in(text)]
    return tuple(dict.fromkeys(name for name in found if name not in own))


def streets_to_look_at(session: Session, child_id: str, texts: tuple[str, ...]) -> tuple[str, ...]:
    """What is withheld and someone typed into a text: the fields leave it out, a sentence does not."""
    return withheld.of_child(session, child_id).standing_in("\n".join(texts))


def observation_row(
    number: int,
    child_id: str,
    child: Child | None,
    observation: Observation,
    who: Names,
    held: Withheld,
) -> ObservationRow:
    """An observation as a row on paper, masked for the child that the paper is about.

    What another child said is not quoted as hers: it is left out, as that child's name is.
    """
    witness = danish.join_and([who.of_staff(one) for one in observation.seen_by])
    told = observation.source.word
    own = child is None or observation.says_for(child_id)
    if observation.told_by:
        told = f"{told} af {observation.told_by}"
    return ObservationRow(
        number=number,
        date=danish.day_table(observation.day),
        time=row_time(observation.at, observation.until),
        place=held.place(observation.place),
        witness=witness,
        how=told,
        what=masked(observation.text, child_id, child),
        words=masked(observation.child_words, child_id, child) if own else "",
        asked=masked(observation.asked, child_id, child) if own else "",
        resource=observation.sign == "ressource",
    )


def row_time(at: time | None, until: time | None) -> str:
    """When on the day, as a row says it: "kl. 9.40", "kl. 10.15–11.30"."""
    return f"kl. {danish.span(at, until)}" if at else ""
