"""What every paper says alike: the house, the child, who printed when, and other children masked."""

from __future__ import annotations

from datetime import date, datetime

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.masking import shown, typed_names
from tvaerfaglig.domain.observation import Observation
from tvaerfaglig.domain.people import Child, Custody, Dagtilbud, Parent
from tvaerfaglig.printouts.papers import ChildFacts, Imprint, ObservationRow, ParentFacts
from tvaerfaglig.services.names import Names
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries

_CUSTODY = {
    Custody.FAELLES: "fælles",
    Custody.ENE: "alene",
    Custody.INGEN: "har ikke del i den",
    Custody.UKENDT: "ikke oplyst",
}


def printed(session: Session, at: datetime | None = None) -> str:
    """When and by whom, as the footer says it: "12. november 2026 kl. 14.32 af Anne Holm, pædagog"."""
    now = at or session.now
    me = session.actor
    return f"{danish.day(now.date())} kl. {danish.clock(now.time())} af {me.name}, {me.role.word}"


def imprint(
    session: Session, child: Child | None, *, purpose: str = "", draft: str = ""
) -> Imprint:
    """The house, unless the child's protection hides it; the log's head as control number."""
    house = house_of(session, child)
    hidden = child is not None and child.protected and child.hide_house
    address = "Adressen oplyses til kommunen pr. telefon" if hidden else address_line(house)
    return Imprint(
        house=house.name if house else "",
        address=address,
        printed=printed(session),
        draft=draft,
        kontrolnr=session.vault.log.head()[:12],
        purpose=purpose,
    )


def house_of(session: Session, child: Child | None) -> Dagtilbud | None:
    where = child.dagtilbud if child else next(iter(session.actor.houses), "")
    found = queries.one(session.vault, Dagtilbud, where)
    return found.record if found else None


def address_line(house: Dagtilbud | None) -> str:
    if house is None:
        return ""
    phone = f"tlf. {house.phone}" if house.phone else ""
    return " · ".join(filter(None, (house.municipality, house.address, phone, house.email)))


def child_facts(
    session: Session, child: Child, *, place: str = "", with_cpr: bool = False
) -> ChildFacts:
    """The child as a paper names her. CPR only where the paper asks for it; never a protected address."""
    unborn = child.born is None
    day = child.due if unborn else child.born
    return ChildFacts(
        name=child.name,
        first_name=child.first_name,
        born=danish.day(day) if day else "",
        age=danish.age(child.born, session.today) if child.born else "",
        unborn=unborn,
        cpr=child.cpr if with_cpr else "",
        language=child.language,
        address="" if child.protected else child.address,
        protected_address=child.protected,
        stue=place,
    )


def parent_facts(child: Child, parent: Parent) -> ParentFacts:
    """A parent as a paper names her; one who lives with a protected child shares its protection."""
    hidden = child.protected and parent.lives_with
    language = parent.language + (" (tolk)" if parent.interpreter else "")
    return ParentFacts(
        role=parent.relation or "forælder",
        name=parent.name,
        address="" if hidden else parent.address,
        protected_address=hidden,
        phone=parent.phone,
        language=language,
        custody=_CUSTODY[parent.custody],
    )


def masked(text: str, child_id: str, child: Child | None) -> str:
    """Text for this child's paper: her own tokens said by name, everyone else's as "et andet barn"."""
    own = {child_id: child.first_name} if child else {}
    return shown(text, own)


def names_to_look_at(session: Session, child_id: str, texts: tuple[str, ...]) -> tuple[str, ...]:
    """Other known children's names typed in clear: listed before a paper is printed."""
    others = [
        (one, stored.record.name) for one, stored in session.children().items() if one != child_id
    ]
    mine = queries.one(session.vault, Child, child_id)
    own = set(mine.record.name.split()) if mine else set()
    found = [one.name for text in texts for one in typed_names(text, others)]
    return tuple(dict.fromkeys(name for name in found if name not in own))


def observation_row(
    number: int, child_id: str, child: Child | None, observation: Observation, who: Names
) -> ObservationRow:
    """An observation as a row on paper, masked for the child that the paper is about."""
    until = f"–{danish.clock(observation.until)}" if observation.until else ""
    at = f"{danish.clock(observation.at)}{until}" if observation.at else ""
    witness = danish.join_and([who.of_staff(one) for one in observation.seen_by])
    told = observation.source.word
    if observation.told_by:
        told = f"{told} af {observation.told_by}"
    return ObservationRow(
        number=number,
        date=danish.day_table(observation.day),
        time=f"kl. {at}" if at else "",
        place=observation.place,
        witness=witness,
        how=told,
        what=masked(observation.text, child_id, child),
        words=masked(observation.child_words, child_id, child),
        asked=masked(observation.asked, child_id, child),
        resource=observation.sign == "ressource",
    )


def day_words(day: date | None) -> str:
    return danish.day(day) if day else ""
