"""The leader's work: who has a key, in which role, at which house; passwords and the recovery sheet."""

from __future__ import annotations

import contextlib
from dataclasses import replace

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.acts import Settings
from tvaerfaglig.domain.people import Child, Dagtilbud, Staff, Stue
from tvaerfaglig.domain.roles import Action, may, ties_to_house
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.errors import NotAllowed, NotFound, Unclear
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.session import SETTINGS, Session
from tvaerfaglig.store import keys, queries, sealed_notes
from tvaerfaglig.store.errors import VaultError
from tvaerfaglig.store.key_file import Person
from tvaerfaglig.store.opened import Opened
from tvaerfaglig.store.passwords import password_advice
from tvaerfaglig.store.rekey import begin_rekey, finish_rekey
from tvaerfaglig.store.vault import Vault

_STILL_A_KEY = (
    "Adgangen er taget fra {}, men boksen har ikke fået sin nye nøgle endnu. "
    "Gør plads på disken, lås, og lås op igen, så bliver det gjort færdigt."
)


def people(session: Session) -> list[Stored[Staff]]:
    """Everyone with a place in the vault, by name."""
    return sorted(queries.all_of(session.vault, Staff), key=lambda one: one.record.name)


def houses(session: Session) -> list[Stored[Dagtilbud]]:
    return sorted(queries.all_of(session.vault, Dagtilbud), key=lambda one: one.record.name)


def advice_on(password: str, *words: str) -> str:
    """What a new password still needs, as a sentence; empty when it is good."""
    return password_advice(password, avoid=words) or ""


def role_word(staff: Staff, stuer: dict[str, str]) -> str:
    """As the lock screen says it: "pædagog, Solsikken"."""
    names = [stuer[one] for one in staff.stuer if one in stuer]
    return ", ".join([staff.role.word, *names[:1]])


def add_person(
    session: Session,
    staff: Staff,
    password: str,
    staff_id: str | None = None,
    *,
    must_change: bool | None = None,
    draft: str = "",
) -> Saved:
    """A new colleague with a first password, which she changes the first time she unlocks.

    With `staff_id` someone whose way in was taken away gets one again.
    """
    staff = replace(staff, active=True)  # or the next unlocking would take the key away again
    _administers(session, staff)
    _whole(staff)
    person_id = staff_id or session.vault.log.new_id()
    _told_apart(session, person_id, staff)
    person = Person(
        person_id=person_id, name=staff.name, role_word=role_word(staff, _stuer(session))
    )
    keys.add_person(
        session.vault.folder,
        session.opened,
        person,
        password,
        must_change=not staff_id if must_change is None else must_change,
    )
    with session.write() as pen:
        saved = pen.put(staff, person_id)
        if draft:
            pen.drop_draft(draft)
        return Saved(saved, pen.changes)


def change_person(session: Session, staff_id: str, staff: Staff) -> Saved:
    """A new name, role, house or stue."""
    _administers(session, staff)
    before = queries.one(session.vault, Staff, staff_id)
    if before is not None:
        _administers(session, before.record)
    _whole(staff)
    _told_apart(session, staff_id, staff)
    _keep_a_leader(session, staff_id, staff)
    person = Person(
        person_id=staff_id, name=staff.name, role_word=role_word(staff, _stuer(session))
    )
    keys.update_person(session.vault.folder, session.opened, person)
    with session.write() as pen:
        saved = Saved(pen.put(staff, staff_id), pen.changes)
    session.refresh()
    return saved


def remove_person(session: Session, staff_id: str) -> Saved:
    """Take someone's way in away for good: her slot goes, and the whole vault gets a new key.

    What she wrote stays, under her name. Backups made before still open with the keys they were copied with.
    """
    found = queries.one(session.vault, Staff, staff_id)
    if found is None:
        raise NotFound("Personen findes ikke længere.")
    if staff_id == session.my_id:
        raise Unclear("Du kan ikke fjerne dig selv. Bed en anden leder om det.")
    gone = replace(found.record, active=False)
    _administers(session, found.record)
    _keep_a_leader(session, staff_id, gone)
    session.vault.require_room_for_rekey()
    with session.write() as pen:
        saved = Saved(pen.put(gone, staff_id), pen.changes)
    _take_out(session, [staff_id])
    return saved


def _take_out(session: Session, staff_ids: list[str]) -> None:
    folder = session.vault.folder
    session.opened = begin_rekey(folder, session.opened, without=staff_ids)
    new_key(session.vault, session.opened)
    session.opened = finish_rekey(folder, session.opened)
    with contextlib.suppress(VaultError):  # else at the next unlocking
        sealed_notes.ready(session.vault, session.opened)


def new_key(vault: Vault, coming: Opened) -> None:
    """From the key before to the coming one, once the ways in reach both."""
    assert coming.older is not None
    vault.rekey(coming.subkey("sqlcipher"), coming.older.subkey("sqlcipher"))


def finish_removals(session: Session) -> str:
    """A removal that was cut off (a kill, a full disk): the record says that she left, and her way in goes now.

    So does a way in that was made for a record which never came. What cannot be done yet waits, and the
    answer is what to say of it.
    """
    gone = _gone_with_a_key(session)
    if gone and session.opened.older is None:
        with contextlib.suppress(VaultError):
            session.vault.require_room_for_rekey()
            _take_out(session, list(gone))
            return ""
    return _STILL_A_KEY.format(danish.join_and(list(gone.values()))) if gone else ""


def _gone_with_a_key(session: Session) -> dict[str, str]:
    """Names by id of those who are no longer here and still have a way in."""
    staff = session.staff()
    return {
        one.person_id: one.name
        for one in keys.read(session.vault.folder).people
        if one.person_id not in staff or not staff[one.person_id].active
    }


def reset_password(session: Session, staff_id: str, password: str) -> None:
    """The leader gives a colleague a new first password."""
    found = queries.one(session.vault, Staff, staff_id)
    if found is None:
        raise NotFound("Personen findes ikke længere.")
    _administers(session, found.record)
    keys.set_password(session.vault.folder, session.opened, staff_id, password, must_change=True)


def change_my_password(session: Session, old: str, new: str) -> None:
    session.opened = keys.change_password(session.vault.folder, session.my_id, old, new)


def new_recovery_code(session: Session) -> str:
    """A new code for the recovery sheet; the earlier sheet stops working."""
    _administers(session, session.actor)
    return keys.add_recovery(session.vault.folder, session.opened)


def save_house(session: Session, house: Dagtilbud, house_id: str | None = None) -> Saved:
    if not session.actor.role.leads:
        raise NotAllowed("Lederen retter husets oplysninger.")
    if not house.name.strip():
        raise Unclear("Hvad hedder huset?")
    before = queries.one(session.vault, Dagtilbud, house_id) if house_id else None
    is_new = before is None
    house = _stuer_kept(session, house, before.record if before else None)
    with session.write() as pen:
        saved = pen.put(house, house_id)
        if is_new:
            pen.put(replace(session.actor, houses=(*session.actor.houses, saved)), session.my_id)
        changes = pen.changes
    if house_id == next(iter(session.actor.houses), None):
        keys.rename_house(session.vault.folder, session.opened, house.name)
    session.refresh()
    return Saved(saved, changes)


def _stuer_kept(session: Session, house: Dagtilbud, before: Dagtilbud | None) -> Dagtilbud:
    """New stuer get their id, nameless ones go; one that children go in stays."""
    kept = tuple(
        Stue(id=stue.id or session.vault.log.new_id(), name=stue.name.strip())
        for stue in house.stuer
        if stue.name.strip()
    )
    still = {stue.id for stue in kept}
    gone = [stue for stue in (before.stuer if before else ()) if stue.id not in still]
    children = queries.all_of(session.vault, Child)
    for stue in gone:
        count = sum(one.record.stue == stue.id and not one.record.left for one in children)
        if count:
            here = danish.count(count, "barn", "børn", spelled=True, neuter=True)
            raise Unclear(f"Der går {here} på {stue.name}. Flyt dem først.")
    return replace(house, stuer=kept)


QUIET_WEEKS = range(2, 13)
"""After so many weeks a house may ask about a child nobody writes of; later is too late."""


def save_settings(session: Session, settings: Settings) -> Saved:
    """The house's own choices. The idle lock is 1–15 minutes, and cannot be off."""
    if not session.actor.role.leads:
        raise NotAllowed("Lederen ændrer husets indstillinger.")
    if not 1 <= settings.idle_minutes <= 15:
        raise Unclear("Vælg mellem 1 og 15 minutter.")
    if settings.quiet_weeks not in QUIET_WEEKS:
        raise Unclear(f"Vælg mellem {QUIET_WEEKS[0]} og {QUIET_WEEKS[-1]} uger.")
    with session.write() as pen:
        return Saved(pen.put(settings, SETTINGS), pen.changes)


def _stuer(session: Session) -> dict[str, str]:
    return {stue.id: stue.name for house in session.houses().values() for stue in house.stuer}


def _administers(session: Session, staff: Staff) -> None:
    mine = [ties_to_house(session.actor, house) for house in staff.houses or session.actor.houses]
    if not any(may(session.actor, Action.ADMINISTER, ties) for ties in mine):
        raise NotAllowed("Lederen bestemmer, hvem der har adgang. Bed lederen om det.")


def _whole(staff: Staff) -> None:
    if not staff.name.strip():
        raise Unclear("Hvad hedder din kollega?")
    if not staff.houses:
        raise Unclear("Vælg mindst ét hus.")


def _told_apart(session: Session, staff_id: str, staff: Staff) -> None:
    """One picks a name at the door, and papers say who saw what: two must not bear quite the same."""
    taken = {
        one.record.name.casefold()
        for one in people(session)
        if one.record.active and one.id != staff_id
    }
    if staff.name.casefold() in taken:
        raise Unclear(
            f"{staff.name} findes allerede. Skriv et mellemnavn eller en forkortelse med, så I kan kende de "
            "to fra hinanden på låseskærmen og i det skrevne."
        )


def _keep_a_leader(session: Session, staff_id: str, after: Staff) -> None:
    others = [one for one in people(session) if one.id != staff_id]
    if not any(one.record.role.leads and one.record.active for one in others) and not (
        after.role.leads and after.active
    ):
        raise Unclear("Huset skal have en leder i programmet. Giv en anden rollen først.")
