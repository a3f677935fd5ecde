"""Who may see an indsats, who runs it, who leads it; and that what all families read names none of them.

To run it is to have a seat in it, or to lead the house. That opens no child: whoever is not let in to one sees
neither her family's place nor her name, and the roll is called for her by a colleague who is.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from tvaerfaglig.domain.efforts.records import Effort, EffortSession, EffortState, Enrolment
from tvaerfaglig.domain.known_names import Names
from tvaerfaglig.domain.people import Child, Role
from tvaerfaglig.domain.record import Record
from tvaerfaglig.domain.roles import Action, ties_to_house
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.children.guard import hides_parents
from tvaerfaglig.services.errors import NotAllowed, NotFound, Unclear
from tvaerfaglig.services.konsultation.rules import NamesSomeone
from tvaerfaglig.services.session import Session
from tvaerfaglig.services.writing.known_people import told_in
from tvaerfaglig.store import queries

GONE = "Indsatsen findes ikke længere."
NO_FAMILY = "Pladsen findes ikke længere."
GUARDED = (
    "Værnet er sat, så forældrene spørges ikke. Vent med indsatsen, og tal med kommunen først."
)


def found(session: Session, effort_id: str) -> Stored[Effort]:
    """The effort, if the actor may see it. Raises NotFound else."""
    stored = queries.one(session.vault, Effort, effort_id)
    gone = stored is None or stored.record.status is EffortState.FJERNET
    if stored is None or gone or not sees(session, stored):
        raise NotFound(GONE)
    return stored


def sees(session: Session, stored: Stored[Effort]) -> bool:
    """One of its house's own, whoever has a seat in it, or who may see a child that is in it."""
    if not session.actor.active:
        return False
    made, here = stored.record, stored.record.house in session.actor.houses
    if here and (not session.actor.role.visits or made.leads(session.my_id)):
        return True
    visible = session.children()
    return any(one.record.child in visible for one in every_place(session, stored.id))


def leads(session: Session, house: str) -> bool:
    """The leader of the house; in a dagpleje its dagplejepædagog too."""
    role = session.actor.role
    may = role.leads or role is Role.DAGPLEJEPAEDAGOG
    return may and session.actor.active and bool(ties_to_house(session.actor, house))


def runs(session: Session, effort: Effort) -> bool:
    seated = effort.leads(session.my_id) and bool(ties_to_house(session.actor, effort.house))
    return leads(session, effort.house) or (seated and session.actor.active)


def require_run(session: Session, effort_id: str) -> Stored[Effort]:
    """The effort, for who runs it."""
    stored = found(session, effort_id)
    if not runs(session, stored.record):
        raise NotAllowed("Det gør de, der står for indsatsen. Tal med dem eller med lederen.")
    return stored


def require_open(effort: Effort) -> None:
    if not effort.is_open:
        raise Unclear("Indsatsen er afsluttet. Åbn den igen, hvis I går videre.")


def require_begun(session: Session, made: EffortSession) -> None:
    """Raises Unclear before the day has begun: nobody has come to what is still to be."""
    if why := made.not_begun(session.now):
        raise Unclear(why)


def effort_session(session: Session, session_id: str) -> Stored[EffortSession]:
    """One of its days, for who may see the effort."""
    stored = queries.one(session.vault, EffortSession, session_id)
    if stored is None:
        raise NotFound("Dagen findes ikke længere.")
    found(session, stored.record.effort)
    return stored


def place(session: Session, enrolment_id: str, action: Action = Action.SEE) -> Stored[Enrolment]:
    """A family's place, if the actor may do this to its child."""
    stored = queries.one(session.vault, Enrolment, enrolment_id)
    if stored is None:
        raise NotFound(NO_FAMILY)
    session.child(stored.record.child, action)
    return stored


def places(session: Session, effort_id: str) -> tuple[Stored[Enrolment], ...]:
    """The places of those children whom the actor may see."""
    visible = session.children()
    return tuple(one for one in every_place(session, effort_id) if one.record.child in visible)


def every_place(session: Session, effort_id: str) -> tuple[Stored[Enrolment], ...]:
    """Also of those she may not see: to be counted and asked about, never to be shown."""
    read = partial(_by_effort, session)
    by_effort = session.while_unchanged("pladser", (Enrolment,), read, daily=False)
    return by_effort.get(effort_id, ())


def _by_effort(session: Session) -> Mapping[str, tuple[Stored[Enrolment], ...]]:
    found_places: dict[str, list[Stored[Enrolment]]] = {}
    for one in reversed(queries.all_of(session.vault, Enrolment)):
        found_places.setdefault(one.record.effort, []).append(one)
    return {effort: tuple(here) for effort, here in found_places.items()}


def is_fresh(session: Session, stored: Stored[Record]) -> bool:
    """Whether one wrote it oneself today and nobody has touched it: then it may go as if it had not been written."""
    today = stored.written_at.astimezone(session.now.tzinfo).date() == session.today
    return today and stored.versions == 1 and stored.written_by == session.my_id


def require_no_guard(session: Session, child_id: str) -> None:
    """Raises Unclear while the guard hides the child's parents."""
    if hides_parents(session, child_id):
        raise Unclear(GUARDED)


def keep_to_family(session: Session, own: Enrolment, *texts: str) -> None:
    """Raises NamesSomeone where a text of one family names another family of the same effort.

    One that the writer may not see is not told to be in it by a refusal; on paper it is masked all the same.
    """
    text = "\n".join(texts)
    if not text.strip():
        return
    every, seen = every_place(session, own.effort), session.children()
    others = [
        one.record for one in every if one.record.child != own.child and one.record.child in seen
    ]
    names = [name for one in others for name in called(session, one)]
    ours = [*called(session, own), *(one.name for one in session.staff().values())]
    words = dict.fromkeys(text[one.start : one.end] for one in Names(names, ours, ()).found(text))
    if words:
        raise NamesSomeone(
            f"Her står »{'«, »'.join(words)}«, og det er en anden familie i indsatsen. "
            "Skriv kun om den familie, siden er om.",
            tuple(words),
        )


def called(session: Session, place: Enrolment) -> list[str]:
    """Everyone of a family, as her card and her place have them."""
    card = queries.one(session.vault, Child, place.child)
    known = [one.called for one in (*place.adults, *place.siblings)]
    if card is None:
        return known
    family = [one.name for one in card.record.parents]
    family += [one.name for one in card.record.siblings]
    return [card.record.name, *family, *known]


def keep_nameless(session: Session, effort: Effort, effort_id: str, *texts: str) -> None:
    """Raises NamesSomeone, with the words, where a text that every family reads names one of them.

    Whom the vault knows, and whoever was typed in as coming along: a grandmother stands on no card.
    """
    text = "\n".join(texts)
    if not text.strip():
        return
    words = dict.fromkeys(told_in(session, text, [one.staff for one in effort.seated]))
    typed = [
        who.called
        for one in every_place(session, effort_id)
        for who in (*one.record.adults, *one.record.siblings)
    ]
    staff = [one.name for one in session.staff().values()]
    for known in Names(typed, staff, ()).found(text):
        words.setdefault(text[known.start : known.end])
    if words:
        said = "«, »".join(words)
        raise NamesSomeone(
            f"Her står »{said}«. Det her læser alle familierne: skriv det uden navne.", tuple(words)
        )
