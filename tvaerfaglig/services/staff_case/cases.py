"""Om en ansat: a case about a colleague, closed to everyone but its writer and the leader she chose.

The permission is the key: whoever cannot open an envelope is told nothing of it. Hence nothing here asks
the table of roles for more than whether the actor works here, and nothing is sent to a place others read.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from tvaerfaglig.domain.acts import Erased
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.people import Child, Staff
from tvaerfaglig.domain.staff_case import Noted, Sealed, StaffCase
from tvaerfaglig.domain.stored import Draft
from tvaerfaglig.services.errors import NotAllowed, NotFound, Unclear
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import identity, keys, sealed
from tvaerfaglig.store.sealed import Envelope, NotForYou, Tampered

GROUND = "forseglet sag slettet af en part"
NO_IDENTITY = (
    "Du har ikke en nøgle til forseglede sager endnu. Vælg din egen adgangskode under Mig, "
    "så får du den."
)
_GONE = "Sagen findes ikke, eller din nøgle åbner den ikke."
_TAMPERED = (
    "En forseglet sag er ændret af noget andet end Tværfaglig og kan ikke åbnes. Sig det til dem, der "
    "passer jeres it, og hent en sikkerhedskopi frem."
)


@dataclass(frozen=True, slots=True)
class OpenCase:
    """A case in the hands of one of its parties. `closed_to` are parties whose key does not open it any more."""

    id: str
    case: StaffCase
    heads: tuple[str, ...]
    written_at: datetime
    changed_at: datetime
    changed_by: str
    versions: tuple[tuple[datetime, str], ...]
    closed_to: tuple[str, ...]
    can_seal_again: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """A leader a case can be shared with; without a key of her own she must unlock first."""

    id: str
    name: str
    role: str
    has_key: bool


@dataclass(frozen=True, slots=True)
class StaffCases:
    """The actor's own cases, and what writing one needs. `lost` are hers that her key opens no more."""

    cases: tuple[OpenCase, ...]
    lost: tuple[datetime, ...]
    tampered: bool
    leaders: tuple[Choice, ...]
    colleagues: tuple[str, ...]
    children: dict[str, Child]
    staff: dict[str, str]
    me: str
    able: bool
    today: date

    def of(self, case_id: str) -> OpenCase | None:
        return next((one for one in self.cases if one.id == case_id), None)


def cases(session: Session) -> StaffCases:
    """Everything the actor is a party to. Opening one is noted by `look`, not by this."""
    session.refresh()
    everyone = session.staff()
    public = keys.recipients(session.vault.folder, session.opened)
    found, lost, tampered = _opened(session, public)
    return StaffCases(
        cases=tuple(sorted(found, key=lambda one: one.changed_at, reverse=True)),
        lost=tuple(lost),
        tampered=tampered,
        leaders=tuple(_leaders(session, everyone, public)),
        colleagues=tuple(
            sorted(
                one.name
                for one_id, one in everyone.items()
                if one.active and one_id != session.my_id and _near(session, one)
            )
        ),
        children={one: stored.record for one, stored in session.children().items()},
        staff={one: who.name for one, who in everyone.items()},
        me=session.my_id,
        able=session.opened.identity is not None,
        today=session.today,
    )


def any_here(session: Session) -> bool:
    """Whether there is any envelope at all: quick to ask."""
    return bool(sealed.envelopes(session.vault))


def _opened(
    session: Session, public: dict[str, str]
) -> tuple[list[OpenCase], list[datetime], bool]:
    by_record: dict[str, list[Envelope]] = {}
    for one in sealed.envelopes(session.vault):
        by_record.setdefault(one.record, []).append(one)
    found, lost, tampered = [], [], False
    for record, versions in by_record.items():
        try:
            opened = _open(session, record, versions, public)
        except Tampered:
            tampered = tampered or _was_mine(session, versions, public)
            continue
        if opened is not None:
            found.append(opened)
        elif session.my_id in {one.by for one in versions}:
            lost.append(versions[0].at)
    return found, lost, tampered


def _was_mine(session: Session, versions: list[Envelope], public: dict[str, str]) -> bool:
    mine = public.get(session.my_id, "")
    return any(one.by == session.my_id or mine in one.sealed.recipients for one in versions)


def _open(
    session: Session, record: str, versions: list[Envelope], public: dict[str, str]
) -> OpenCase | None:
    key = session.opened.identity
    if key is None:
        return None
    newest = versions[-1]
    try:
        case = sealed.opened(newest.sealed, key)
    except NotForYou:
        return None
    away = tuple(
        one for one in case.parties if public.get(one, "-") not in newest.sealed.recipients
    )
    return OpenCase(
        id=record,
        case=case,
        heads=sealed.heads(versions),
        written_at=versions[0].at,
        changed_at=newest.at,
        changed_by=newest.by,
        versions=tuple((one.at, one.by) for one in versions),
        closed_to=away,
        can_seal_again=any(one in public for one in away),
    )


def _near(session: Session, one: Staff) -> bool:
    return bool(set(one.houses) & set(session.actor.houses))


def _leaders(
    session: Session, everyone: dict[str, Staff], public: dict[str, str]
) -> Iterable[Choice]:
    """The leader before the souschef, those of one's own house only."""
    here = [
        (one_id, one)
        for one_id, one in everyone.items()
        if one.active and one.role.leads and _near(session, one) and one_id != session.my_id
    ]
    for one_id, one in sorted(here, key=lambda pair: (pair[1].role.value, pair[1].name)):
        yield Choice(one_id, one.name, one.role.word, one_id in public)


def mine(session: Session, case_id: str) -> OpenCase:
    """One case, if the actor's key opens it. Raises NotFound or Unclear, in words."""
    public = keys.recipients(session.vault.folder, session.opened)
    versions = [one for one in sealed.envelopes(session.vault) if one.record == case_id]
    try:
        found = _open(session, case_id, versions, public) if versions else None
    except Tampered:
        raise Unclear(_TAMPERED) from None
    if found is None:
        raise NotFound(_GONE)
    return found


def look(session: Session, case_id: str) -> OpenCase:
    """Open one. That is noted, by the case's id alone."""
    found = mine(session, case_id)
    session.looked(record=case_id, what=Sealed.KIND, changed=found.changed_at)
    return found


def save(session: Session, case: StaffCase, case_id: str = "", *, draft: str = "") -> Saved:
    """Seal a new case, or a new version of one, to its parties as their keys are today."""
    if not case.concerning.strip():
        raise Unclear("Hvem handler det om? Et navn er nok.")
    before = mine(session, case_id) if case_id else None
    if before is None and session.my_id != case.writer:
        raise NotAllowed("Du kan kun forsegle en sag i dit eget navn.")
    if before is not None and before.case.parties != case.parties:
        raise NotAllowed("Hvem sagen er delt med, kan ikke ændres. Skriv en ny.")
    envelope = sealed.closed(case, _recipients(session, case))
    with session.write() as pen:
        saved = pen.put(envelope, case_id or None, replaces=before.heads if before else ())
        if draft:
            pen.drop_draft(draft)
        return Saved(saved, pen.changes)


def _recipients(session: Session, case: StaffCase) -> list[str]:
    """Of those who have a key today; never without the one who seals."""
    public = keys.recipients(session.vault.folder, session.opened)
    if session.opened.identity is None or session.my_id not in public:
        raise Unclear(NO_IDENTITY)
    if session.my_id not in case.parties:
        raise NotAllowed(_GONE)
    own = identity.recipient_of(session.opened.identity)
    return [own, *(public[one] for one in case.parties if one in public and one != session.my_id)]


def begin(
    session: Session, *, concerning: str, leader: str, children: tuple[str, ...], first: Noted, draft: str = ""
) -> Saved:  # fmt: skip
    """A new case, shared with the leader chosen; with nobody when the writer goes to the municipality herself."""
    offered = {one.id: one for one in cases(session).leaders}
    if leader and leader not in offered:
        raise Unclear("Vælg, hvem du deler sagen med.")
    if leader and not offered[leader].has_key:
        first_name = offered[leader].name.split()[0]
        raise Unclear(
            f"{first_name} har ikke en nøgle til forseglede sager endnu. Den kommer, når {first_name} låser op "
            "med sin egen adgangskode. Din tekst bliver liggende."
        )
    for child in children:
        session.child(child)
    case = StaffCase(
        concerning=concerning.strip(),
        writer=session.my_id,
        leader=leader,
        children=children,
        entries=(_written(session, first),),
    )
    return save(session, case, draft=draft)


def note(session: Session, case_id: str, entry: Noted, *, draft: str = "") -> Saved:
    """One more dated entry, or one of one's own corrected; what it said before lies in the version before."""
    case = mine(session, case_id).case
    before = case.entry(entry.id) if entry.id else None
    if before is not None and before.by != session.my_id:
        raise NotAllowed("Det har en anden skrevet. Skriv dit eget ved siden af.")
    kept = tuple(one for one in case.entries if one.id != entry.id)
    written = _written(session, entry)
    return save(session, replace(case, entries=(*kept, written)), case_id, draft=draft)


def _written(session: Session, entry: Noted) -> Noted:
    if not entry.seen.strip():
        raise Unclear("Hvad så eller hørte du? Én linje er nok.")
    return replace(
        entry,
        id=entry.id or session.vault.log.new_id(),
        by=session.my_id,
        written=session.now.isoformat(timespec="minutes"),
    )


def steps(
    session: Session,
    case_id: str,
    *,
    leader_did: str,
    next_step: str,
    next_on: date | None,
    children: tuple[str, ...],
    closed_on: date | None,
    draft: str = "",
) -> Saved:
    """What the leader did, what comes next, which children it is about, and whether it is closed."""
    before = mine(session, case_id).case
    for child in set(children) - set(before.children):
        session.child(child)
    case = replace(
        before,
        leader_did=leader_did.strip(),
        next_step=next_step.strip(),
        next_on=next_on,
        children=children,
        closed_on=closed_on,
    )
    return save(session, case, case_id, draft=draft)


def seal_again(session: Session, case_id: str) -> Saved:
    """For a party who lost her key with her password: the same words, sealed to the key she has now."""
    return save(session, mine(session, case_id).case, case_id)


def erase(session: Session, case_id: str) -> Changes:
    """Erase every version, its drafts too; that it was done stands in the log. For a party that leads, or alone."""
    found = mine(session, case_id)
    if found.case.leader and not session.actor.role.leads:
        raise NotAllowed("Lederen, du deler sagen med, sletter den. Bed lederen om det.")
    gone = [one for one in sealed.envelopes(session.vault) if one.record == case_id]
    with session.write() as pen:
        pen.erase(Erased(events=tuple(one.version for one in gone), ground=GROUND))
        pen.owe_empty_places()
        for key in _draft_keys(session, case_id):
            pen.drop_draft(key)
        return pen.changes


def _draft_keys(session: Session, case_id: str) -> list[str]:
    return [one.key for one in session.vault.drafts(session.my_id) if case_id in one.key]


def keep_draft(session: Session, key: str, kind: str, content: str) -> str:
    """A draft sealed to its writer before it is written anywhere; the answer is the clock."""
    if session.opened.identity is None:
        raise Unclear(NO_IDENTITY)
    own = identity.recipient_of(session.opened.identity)
    session.vault.save_draft(session.my_id, key, kind, identity.seal_to(content, [own]))
    return f"{session.now.hour}.{session.now.minute:02d}"


def draft(session: Session, key: str) -> Draft | None:
    """A draft of mine, opened; none when my key opens it no more."""
    for one in session.vault.drafts(session.my_id):
        if one.key == key and session.opened.identity is not None:
            try:
                content = identity.unseal(one.content, session.opened.identity)
                json.loads(content)
            except (NotForYou, Tampered, ValueError):
                return None
            return replace(one, content=content)
    return None


def what_is_lost(session: Session, staff_id: str) -> str:
    """What to say before somebody else sets a person's password: her sealed cases do not open for her after it."""
    public = keys.recipients(session.vault.folder, session.opened).get(staff_id)
    if public is None:
        return ""
    person = session.staff().get(staff_id)
    first = person.first_name if person else "Personen"
    return (
        f"Har {first} forseglede sager om en ansat, kan {first} ikke åbne dem mere med den nye adgangskode. "
        "Er de delt med en anden, kan hun eller han forsegle dem igen. Ellers er de tabt."
    )
