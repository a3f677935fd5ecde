"""What victims do when they are killed: each the program's own work on a vault of its own."""

from __future__ import annotations

import contextlib
from datetime import datetime
from pathlib import Path

from tests.conftest import PASSWORD
from tests.faults.victims import Say
from tests.store.bare_vault import Ticking, erase, put, reopen, seen
from tvaerfaglig.services import library, recording, staffing
from tvaerfaglig.services.clock import SetClock, SystemClock
from tvaerfaglig.services.erasing import acts
from tvaerfaglig.services.lock import entering
from tvaerfaglig.services.vault import keeping
from tvaerfaglig.store import migrations

NOON = datetime(2026, 11, 12, 12, 0)
_SHELF = "CREATE TABLE shelf(a TEXT) STRICT; INSERT INTO shelf SELECT data FROM body; CREATE INDEX shelf_a ON shelf(a);"
STEPS = (("0098_shelf", _SHELF), ("0099_board", "CREATE TABLE board AS SELECT * FROM shelf;"))


def write_until_killed(say: Say, folder: Path, name: str, many: int = 1_000_000) -> None:
    """Records about two children, every seventh erased again; says (id, erased) when it is saved."""
    with contextlib.closing(reopen(folder, Ticking())) as vault:
        for number in range(many):
            record = put(vault, seen(f"nr. {number} af {name}", "alma", "bertil"))
            erased = number % 7 == 6
            if erased:
                erase(vault, vault.versions_of(record)[-1][0])
            say((record, erased))


def write_in_bulk(say: Say, folder: Path, name: str, many: int) -> None:
    """As fast as it goes, as a second program beside would; says the ids at the end."""
    with contextlib.closing(reopen(folder, Ticking())) as vault:
        say([put(vault, seen(f"nr. {number} af {name}")) for number in range(many)])


def remove_yusuf(_: Say, folder: Path, state: Path) -> None:
    """A new key for the whole vault."""
    session = entering.unlock(folder, "hanne", PASSWORD, SetClock(NOON), state)
    staffing.remove_person(session, "yusuf")
    entering.close(session)


def copy(_: Say, folder: Path, dest: Path) -> None:
    """A backup."""
    opened = keeping.open_keys(folder, "hanne", PASSWORD)
    keeping.backup_vault(folder, opened, dest, SystemClock())


def put_back(_: Say, copied: Path, place: Path, state: Path) -> None:
    """A restore."""
    opened = keeping.open_keys(copied, "hanne", PASSWORD)
    keeping.restore(copied, place, opened, SystemClock(), state)


def put_back_as(_: Say, copied: Path, place: Path, state: Path, person: str, password: str) -> None:
    """A restore by somebody else than the little house's leader."""
    opened = keeping.open_keys(copied, person, password)
    keeping.restore(copied, place, opened, SystemClock(), state)


def take_steps(_: Say, folder: Path, state: Path) -> None:
    """Opening by a program that knows two more steps."""
    migrations.STEPS.extend(STEPS)
    entering.close(entering.unlock(folder, "hanne", PASSWORD, SetClock(NOON), state))


def erase_alma(_: Say, folder: Path, state: Path) -> None:
    """Everything about a child, by the leader's decision."""
    session = entering.unlock(folder, "hanne", PASSWORD, SetClock(NOON), state)
    acts.erase_child(session, "alma", "anmodning", library.load().retention)
    entering.close(session)


def type_on(say: Say, folder: Path, state: Path) -> None:
    """Drafts, as a form keeps them; says what is kept."""
    session = entering.unlock(folder, "mette", PASSWORD, SetClock(NOON), state)
    for number in range(100_000):
        session.vault.save_draft("mette", "ny", "observation", f"Sætning nr. {number}.")
        say(number)


def note(session: object, text: str) -> str:
    """An observation of Alma, saved."""
    from tvaerfaglig.domain.observation import Observation
    from tvaerfaglig.services.session import Session

    assert isinstance(session, Session)
    made = seen(text)
    assert isinstance(made, Observation)
    return recording.save(session, made).id


def attach(say: Say, folder: Path, state: Path, files: Path, names: list[str]) -> None:
    """Add each file to Alma; says what was answered, and by how many kilobytes the process grew at most."""
    import resource

    from tvaerfaglig.domain.errors import ForPeople
    from tvaerfaglig.services.children import attachments

    session = entering.unlock(folder, "mette", PASSWORD, SetClock(NOON), state)
    for name in names:
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        words = "taken"
        try:
            attachments.put(session, "alma", files / name)
        except ForPeople as refusal:
            words = str(refusal)
        say((words, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before))
