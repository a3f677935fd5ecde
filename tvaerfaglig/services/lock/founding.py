"""A new vault, with its house and its leader, and where it is remembered."""

from __future__ import annotations

import contextlib
import shutil
import uuid
from dataclasses import dataclass
from pathlib import Path

from tvaerfaglig.domain.people import Dagtilbud, Role, Staff
from tvaerfaglig.services.clock import Clock, milliseconds
from tvaerfaglig.services.lock.door import (
    WHERE,
    is_vault,
)
from tvaerfaglig.services.lock.entering import enter
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import keys
from tvaerfaglig.store.device_key import device_key
from tvaerfaglig.store.files import write_atomically
from tvaerfaglig.store.key_errors import KeysError
from tvaerfaglig.store.key_file import DEMO_KDF, REAL_KDF, Person
from tvaerfaglig.store.vault import Vault


@dataclass(frozen=True, slots=True)
class Founded:
    """A new vault, its first session, and the code for the recovery sheet (shown this once)."""

    session: Session
    code: str


def found(
    folder: Path,
    state: Path,
    clock: Clock,
    *,
    house: Dagtilbud,
    leader: str,
    password: str,
    demo: bool = False,
    leader_id: str = "",
    house_id: str = "",
) -> Founded:
    """Make a vault with its house and its leader. Refuses a folder that holds anything.

    Built beside its place and moved there when whole: a kill half-way leaves no half vault to be believed.
    """
    vault_id, person_id = str(uuid.uuid4()), leader_id or str(uuid.uuid4())
    person = Person(person_id=person_id, name=leader, role_word=Role.LEDER.word)
    if is_vault(folder):
        raise KeysError("Der ligger allerede en boks i mappen. Vælg en anden mappe, eller lås op.")
    building = folder.with_name(f"{folder.name}.under-opbygning")
    shutil.rmtree(building, ignore_errors=True)
    opened = keys.create(
        building,
        vault_id=vault_id,
        house=house.name,
        person=person,
        password=password,
        kdf=DEMO_KDF if demo else REAL_KDF,
    )
    signer = device_key(state, vault_id)
    vault = Vault.create(
        building, opened.subkey("sqlcipher"), signer, lambda: milliseconds(clock), vault_id
    )
    with vault.write(person_id) as pen:
        where = pen.put(house, house_id or None)
        pen.put(Staff(name=leader, role=Role.LEDER, houses=(where,)), person_id)
    code = keys.add_recovery(building, opened)
    vault.close()
    if folder.exists():
        folder.rmdir()
    building.replace(folder)
    return Founded(enter(folder, opened, person_id, clock, state), code)


def remember_vault(state: Path, folder: Path) -> None:
    """So that the next start finds a vault that was not made in the usual place."""
    with contextlib.suppress(OSError):
        write_atomically(state / WHERE, str(folder.absolute()).encode(), private=True)
