"""An invented house whose vault has three people, a paper code, and the cheap KDF."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from tvaerfaglig.store import keys
from tvaerfaglig.store.key_file import DEMO_KDF, KeyFile, Person, _checksum, parse, to_bytes
from tvaerfaglig.store.opened import Opened

VAULT_ID = "0197f3a0-1111-7222-8333-944445555666"
HANNE = Person(person_id="p-hanne", name="Hanne Bjerre", role_word="leder")
METTE = Person(person_id="p-mette", name="Mette Sørensen", role_word="pædagog, Solsikken")
YUSUF = Person(person_id="p-yusuf", name="Yusuf Demir", role_word="pædagog, Kløveren")
PASSWORDS = {
    "p-hanne": "havregrød med kanel",
    "p-mette": "blå bær på søndag",
    "p-yusuf": "regnbuer over åen",
}


@dataclass(frozen=True)
class House:
    folder: Path
    opened: Opened
    code: str

    def unlock(self, person: Person, password: str | None = None) -> Opened:
        return keys.unlock(self.folder, person.person_id, password or PASSWORDS[person.person_id])


def build(folder: Path, vault_id: str = VAULT_ID) -> House:
    opened = keys.create(
        folder,
        vault_id=vault_id,
        house="Mælkebøtten",
        person=HANNE,
        password=PASSWORDS["p-hanne"],
        kdf=DEMO_KDF,
    )
    for person in (METTE, YUSUF):
        keys.add_person(folder, opened, person, PASSWORDS[person.person_id], must_change=False)
    return House(folder, opened, keys.add_recovery(folder, opened))


def header(folder: Path) -> KeyFile:
    return parse((folder / "vault.keys").read_bytes())


def forge(folder: Path, edit: Callable[[KeyFile], KeyFile]) -> None:
    """As one without the key could: change the file, mend its plain checksum, take the backup."""
    forged = edit(header(folder))
    forged = replace(forged, checksum=b"")
    (folder / "vault.keys").write_bytes(to_bytes(replace(forged, checksum=_checksum(forged))))
    (folder / "vault.keys.bak").unlink(missing_ok=True)
