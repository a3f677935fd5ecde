"""What rests on a consent, and whether it still can: the question every sharing, talk and paper asks."""

from __future__ import annotations

from datetime import date

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.consent.standing import NOT_BACK, givers, why_it_stops
from tvaerfaglig.domain.efforts.records import Enrolment
from tvaerfaglig.domain.handing_over import HandedOver
from tvaerfaglig.domain.konsultation import Konsultation, KonsultationKind, KonsultationState
from tvaerfaglig.domain.people import Child
from tvaerfaglig.domain.protection import Basis, Samtykke, Sharing
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.children.guard import hides_parents
from tvaerfaglig.services.errors import NotAllowed, Unclear
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries

NOT_ASKED = "Værnet er sat, så forældrene spørges ikke. Vælg et andet grundlag."
UNFINISHED = frozenset({KonsultationState.PLANLAGT, KonsultationState.I_GANG})


class AsksNewBasis(Unclear):
    """What a talk rested on holds no longer; nothing more is written in it before it rests on something."""


def of_child(session: Session, child_id: str, samtykke_id: str) -> Stored[Samtykke] | None:
    """The consent, if it is this child's."""
    found = queries.one(session.vault, Samtykke, samtykke_id) if samtykke_id else None
    return found if found is not None and found.record.child == child_id else None


def standing_today(session: Session, child_id: str) -> tuple[Stored[Samtykke], ...]:
    """Those that something new can rest on; none while the parents are hidden."""
    if hides_parents(session, child_id):
        return ()
    given = queries.of_child(session.vault, Samtykke, child_id)
    return tuple(one for one in given if one.record.holds_on(session.today))


def until(
    session: Session, child_id: str, samtykke_id: str, begins: date, wanted: date | None
) -> date | None:
    """How long a sharing on consent may last. Raises Unclear where it cannot begin, or would outlast it."""
    if hides_parents(session, child_id):
        raise Unclear(NOT_ASKED)
    if not samtykke_id:
        return wanted
    found = of_child(session, child_id, samtykke_id)
    if found is None:
        raise Unclear("Hvilket samtykke? Vælg et af dem, der gælder i dag.")
    given, child = found.record, session.child(child_id).record
    stops = why_it_stops(given, child, max(begins, session.today))
    if stops:
        raise Unclear(f"{stops} Spørg familien igen, eller vælg et andet grundlag.")
    if given.until is not None and wanted is not None and wanted > given.until:
        raise Unclear(
            f"Samtykket fra {givers(given, child)} gælder til {danish.day(given.until)}. "
            "Delingen kan ikke vare længere."
        )
    return wanted or given.until


def sharings_on(session: Session, samtykke_id: str, child_id: str) -> list[Stored[Sharing]]:
    """The open sharings that rest on it. One that names no consent rests on whichever there is."""
    return [
        one
        for one in queries.of_child(session.vault, Sharing, child_id)
        if one.record.basis is Basis.SAMTYKKE
        and one.record.withdrawn_on is None
        and one.record.samtykke in {"", samtykke_id}
    ]


def talks_on(session: Session, samtykke_id: str, child_id: str) -> list[Stored[Konsultation]]:
    """The talks that name it and are not ended."""
    return [
        one
        for one in queries.of_child(session.vault, Konsultation, child_id)
        if one.record.samtykke == samtykke_id
        and one.record.basis == Basis.SAMTYKKE
        and one.record.status in UNFINISHED
    ]


def why_talk_stops(session: Session, note: Konsultation) -> str:
    """Why nothing more is written in an unfinished talk as it rests now; empty where it can go on.

    A consent that ran out after the meeting was held still carries what was said there.
    """
    if (
        note.kind is not KonsultationKind.NAVNGIVET
        or note.basis != Basis.SAMTYKKE
        or note.status not in UNFINISHED
    ):
        return ""
    given = [one.record for one in _carrying(session, note)]
    days = {session.today, min(note.day, session.today)}
    if not given or any(one.holds_on(day) for one in given for day in days):
        return ""
    child = queries.one(session.vault, Child, note.child)
    if child is None:
        return ""
    newest = max(given, key=lambda one: one.given_on)
    return why_it_stops(newest, child.record, session.today)


def why_only_right(session: Session, note: Konsultation) -> str:
    """Why a finished note is only put right: the yes it was held on was taken back since; empty else.

    What was written while the yes held stands, and must be true, so a mistake is mended. Nothing is added to it.
    """
    on_consent = note.basis == Basis.SAMTYKKE and note.kind is KonsultationKind.NAVNGIVET
    if note.status is not KonsultationState.AFSLUTTET or not on_consent:
        return ""
    given = of_child(session, note.child, note.samtykke)
    since = given.record.withdrawn_on if given is not None else None
    if since is None:
        return ""
    return (
        f"Familien trak samtykket tilbage {danish.day(since)}. Du kan rette det, der står. "
        "Nye aftaler, en ny position og et nyt møde skrives et andet sted, på deres eget grundlag."
    )


def require_talk(session: Session, note: Konsultation) -> None:
    """Raises AsksNewBasis, in words, while the talk rests on what holds no longer."""
    stops = why_talk_stops(session, note)
    if stops:
        raise AsksNewBasis(
            f"{stops} Vælg et nyt grundlag under »Barn og samtykke«, før I skriver mere. "
            f"Det, du har skrevet, ligger her stadig. {NOT_BACK}"
        )


def _carrying(session: Session, note: Konsultation) -> list[Stored[Samtykke]]:
    """The consent it names; an older note that names none rests on any of the child's."""
    if note.samtykke:
        found = of_child(session, note.child, note.samtykke)
        return [found] if found else []
    return queries.of_child(session.vault, Samtykke, note.child)


def require_take_back(session: Session, record_id: str) -> None:
    """*Fortryd* opens nothing that the family has closed. Raises NotAllowed, in words.

    A withdrawal is undone as a new consent; what somebody has built on a consent keeps it standing.
    """
    given = queries.one(session.vault, Samtykke, record_id)
    if given is not None:
        child = given.record.child
        if given.record.withdrawn_on is not None:
            raise NotAllowed(
                "Samtykket er trukket tilbage, og det bliver stående. "
                "Siger familien ja igen, så skriv et nyt samtykke."
            )
        if given.versions == 1 and _named_by_something(session, record_id, child):
            raise NotAllowed(
                "Der er delt eller aftalt noget på samtykket. Træk det tilbage i stedet."
            )
    shared = queries.one(session.vault, Sharing, record_id)
    if shared is None or shared.record.withdrawn_on is None:
        return
    carried = of_child(session, shared.record.child, shared.record.samtykke)
    if carried is not None and not carried.record.holds_on(session.today):
        raise NotAllowed(
            "Delingen hvilede på et samtykke, der ikke gælder længere. Del på et andet grundlag."
        )


def _named_by_something(session: Session, samtykke_id: str, child_id: str) -> bool:
    shared = [one.record.samtykke for one in queries.of_child(session.vault, Sharing, child_id)]
    talks = [one.record.samtykke for one in queries.of_child(session.vault, Konsultation, child_id)]
    places = [one.record.samtykke for one in queries.of_child(session.vault, Enrolment, child_id)]
    handed = [one.record.samtykke for one in queries.of_child(session.vault, HandedOver, child_id)]
    return samtykke_id in {*shared, *talks, *places, *handed}
