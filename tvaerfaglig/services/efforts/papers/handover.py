"""From this house to the next: the parents tick what may go along, and only that goes, on a consent that holds.

How a child stood in a trivselsrunde, observations and notes of meetings are not among it: they are the house's
own and do not follow the child.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.consent.coverage import Reach, reach
from tvaerfaglig.domain.consent.roads import beyond_their_yes
from tvaerfaglig.domain.consent.standing import givers, what
from tvaerfaglig.domain.efforts.goals import Goal
from tvaerfaglig.domain.efforts.records import Effort, Enrolment, EnrolmentState
from tvaerfaglig.domain.efforts.sheets import Sheet
from tvaerfaglig.domain.handing_over import HandedOver, HandedPart
from tvaerfaglig.domain.people import Child
from tvaerfaglig.domain.protection import Samtykke
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.printouts.papers.efforts import HandoverPaper, HandoverPart
from tvaerfaglig.printouts.papers.parts import Signer, Voice
from tvaerfaglig.services.consent import rests
from tvaerfaglig.services.efforts.papers.others import masked
from tvaerfaglig.services.efforts.papers.which import EffortPaper
from tvaerfaglig.services.efforts.shelf import kind_of
from tvaerfaglig.services.errors import NotAllowed, Unclear
from tvaerfaglig.services.parents.guarded import stop_if_guarded
from tvaerfaglig.services.printing import paper_facts, withheld
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries

NO_CONSENT = (
    "Et overgangsark går kun ud med et samtykke, der gælder i dag. Lad forældrene krydse af på "
    "»Må det følge med?«, og skriv samtykket på barnets side."
)
NOBODY = "Hvem får arket? Skriv det nye hus eller skolen."
NOTHING = "Hvad har forældrene krydset af? Vælg mindst én ting."
NOT_ALONG = "Forældrene har valgt, hvad der følger med. Det, de ikke krydsede af, står her ikke."
_CAN = ("kan", "lykkes", "godt")
_HELPS = ("husets-del", "huset", "proevet", "herfra")


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that can go along; `key` is what is ticked."""

    key: str
    made: HandoverPart


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the parents ticked, and the consent it rests on."""

    to: str
    samtykke: str
    ticked: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """What may be ticked, and the consents that stand today."""

    parts: tuple[Part, ...]
    consents: tuple[tuple[str, str], ...]


def offer(session: Session, child_id: str) -> Offer:
    """For who may print about the child. Stops while the parents are not to be asked."""
    child = _child(session, child_id)
    given = tuple(
        (one.id, _said(session, one.record, child))
        for one in rests.standing_today(session, child_id)
    )
    return Offer(tuple(_parts(session, child_id, child)), given)


def _said(session: Session, given: Samtykke, child: Child) -> str:
    """Who gave it when, and to whom it reaches: the next house is to be among them."""
    to = _receivers(session, given)
    reach = f" · til {to}" if to else ""
    return f"{givers(given, child)}, {danish.day(given.given_on)}{reach}"


def _receivers(session: Session, given: Samtykke) -> str:
    """Those whom the consent names."""
    staff = session.staff()
    named = [
        staff[one.staff].name if one.staff in staff else one.name or one.role for one in given.named
    ]
    return danish.join_and([one for one in (*named, given.receivers) if one.strip()])


def _child(session: Session, child_id: str) -> Child:
    child = session.child(child_id, Action.PRINT).record
    stop_if_guarded(session, child_id, child.first_name)
    return child


def asking(session: Session, child_id: str, to: str = "") -> HandoverPaper:
    """The sheet on which the parents tick, with every word they decide about."""
    child = _child(session, child_id)
    parts = tuple(_parts(session, child_id, child))
    made = _paper(session, child, EffortPaper.OVERGANG_VALG, parts, to)
    signers = (Signer(one.name, danish.capital(one.relation)) for one in child.custody_holders)
    return _alone(session, child_id, child, replace(made, asking=True, signers=tuple(signers)))


def handover(session: Session, child_id: str, wanted: Wanted) -> HandoverPaper:
    """Only what was ticked, on a consent that holds today. Raises Unclear or NotAllowed, in words."""
    child = _child(session, child_id)
    if not wanted.to.strip():
        raise Unclear(NOBODY)
    given = _carries(session, child_id, child, wanted)
    parts = tuple(one for one in _parts(session, child_id, child) if one.key in wanted.ticked)
    if not parts:
        raise Unclear(NOTHING)
    made = _paper(session, child, EffortPaper.OVERGANG, parts, wanted.to)
    basis = f"Samtykke fra {givers(given.record, child)}, {danish.day(given.record.given_on)}"
    signer = Signer(session.actor.name, danish.capital(session.actor.role.word))
    return _alone(
        session,
        child_id,
        child,
        replace(made, basis=basis, left_out=NOT_ALONG, signers=(signer,)),
    )


def _carries(session: Session, child_id: str, child: Child, wanted: Wanted) -> Stored[Samtykke]:
    """The consent it goes out on. Raises NotAllowed where none holds, or the one chosen is given to others."""
    standing = rests.standing_today(session, child_id)
    given = next((one for one in standing if one.id == wanted.samtykke), None)
    if given is None:
        raise NotAllowed(NO_CONSENT)
    if reach(given.record, wanted.to, session.staff()) is Reach.IKKE:
        raise NotAllowed(beyond_their_yes(wanted.to, child, given.record))
    return given


def caution(session: Session, child_id: str, wanted: Wanted) -> tuple[str, ...]:
    """What a person is asked before it leaves: whom the consent is for, and about what, as far as it says so."""
    given = rests.of_child(session, child_id, wanted.samtykke)
    if given is None:
        return ()
    found = []
    to = wanted.to.strip()
    if reach(given.record, to, session.staff()) is Reach.UVIST:
        found.append(f"Samtykket siger ikke, at det er til {to}. Har forældrene sagt ja til det?")
    if about := what(given.record):
        found.append(f"Samtykket er om: {about}. Passer det med det, der følger med?")
    return tuple(found)


def handed(session: Session, child_id: str, wanted: Wanted, made: HandoverPaper) -> HandedOver:
    """What is written of the sheet once it has left: its parts as they stand on it, and what stayed here."""
    offered = _parts(session, child_id, session.child(child_id, Action.PRINT).record)
    stayed = [one.made.heading for one in offered if one.key not in wanted.ticked]
    return HandedOver(
        child=child_id,
        to=wanted.to.strip(),
        day=session.today,
        samtykke=wanted.samtykke,
        by=session.my_id,
        parts=tuple(
            HandedPart(
                heading=one.heading, lines=one.lines, words=tuple(each.words for each in one.voices)
            )
            for one in made.parts
        ),
        left_out=tuple(stayed),
    )


def _paper(
    session: Session, child: Child, which: EffortPaper, parts: tuple[Part, ...], to: str
) -> HandoverPaper:
    house = paper_facts.house_of(session, child)
    phone = f"tlf. {house.phone}" if house and house.phone and not child.hide_house else ""
    staff = session.staff()
    who = staff[child.contact_person].name if child.contact_person in staff else ""
    return HandoverPaper(
        imprint=paper_facts.imprint(session, child, purpose=which.purpose),
        child=replace(paper_facts.child_facts(child, session.today), address=""),
        to=to.strip(),
        parts=tuple(one.made for one in parts),
        contact=", ".join(filter(None, (who, phone))),
    )


def _alone(session: Session, child_id: str, child: Child, made: HandoverPaper) -> HandoverPaper:
    """Without any other family of any effort the child is or was in."""
    made = paper_facts.masked_through(made, child_id, child)
    for one in queries.of_child(session.vault, Enrolment, child_id):
        made = masked(session, made, one.record.effort, one.record)
    return made


# what can go along


def _parts(session: Session, child_id: str, child: Child) -> Iterator[Part]:
    """Those that hold anything, in the order in which one would tell it."""
    sheets = queries.of_child(session.vault, Sheet, child_id)
    held = withheld.of_child(session, child_id)
    for key, heading, lines in (
        ("sprog", "Sprog og tolk", tuple(_language(child))),
        ("kan", f"Det kan {child.first_name}", tuple(_written(sheets, _CAN))),
        ("hjaelper", "Det hjælper", tuple(_written(sheets, _HELPS))),
        ("maal", "Det, vi har øvet", tuple(_goals(session, child_id))),
        ("indsatser", "Det har familien været med i", tuple(_efforts(session, child_id))),
    ):
        told = tuple(held.taken_out(one) for one in lines)
        if told:
            yield Part(key, HandoverPart(heading=heading, lines=told))
    voices = tuple(_own_words(session, sheets))
    if voices:
        yield Part("ord", HandoverPart(heading="Forældrenes egne ord", voices=voices))


def _language(child: Child) -> Iterator[str]:
    if child.language:
        yield danish.capital(child.language)
    for parent in child.custody_holders:
        if parent.interpreter and parent.language:
            yield f"{danish.capital(parent.relation) or parent.name} bruger tolk: {parent.language}"


def _written(sheets: list[Stored[Sheet]], fields: tuple[str, ...]) -> Iterator[str]:
    """What was last written in each of these fields, each line once."""
    found: dict[str, None] = {}
    for field in fields:
        for one in sheets:
            answer = one.record.answer(field)
            if not answer.is_empty:
                found |= dict.fromkeys((*answer.text.splitlines(), *answer.lines))
                break
    yield from (line.strip() for line in found if line.strip())


def _goals(session: Session, child_id: str) -> Iterator[str]:
    for one in queries.of_child(session.vault, Goal, child_id):
        if one.record.dropped_on is None:
            last = one.record.latest
            now = f" Nu: {last.reached}." if last and last.reached else ""
            yield f"{one.record.text.rstrip('.')}.{now}"


def _efforts(session: Session, child_id: str) -> Iterator[str]:
    """The kind and the time; which group it was is nobody else's business."""
    for one in reversed(queries.of_child(session.vault, Enrolment, child_id)):
        place = one.record
        effort = queries.one(session.vault, Effort, place.effort)
        if effort is None or place.status in {EnrolmentState.VENTER, EnrolmentState.TAGET_AF}:
            continue
        until = f"–{danish.day(place.until)}" if place.until else ""
        begun = danish.day(place.from_day) if place.from_day else ""
        since = f", {begun}{until}" if until else f", fra {begun}" if begun else ""
        yield f"{kind_of(session, effort.record).name}{since}"


def _own_words(session: Session, sheets: list[Stored[Sheet]]) -> Iterator[Voice]:
    """What they said last in their own fields."""
    for one in sheets:
        effort = queries.one(session.vault, Effort, one.record.effort)
        form = kind_of(session, effort.record).form(one.record.form) if effort else None
        theirs = {field.id for field in form.fields if field.parents} if form else set()
        said = [a.text for a in one.record.answers if a.field in theirs and a.text.strip()]
        if said:
            yield from (Voice("", text) for text in said)
            return
