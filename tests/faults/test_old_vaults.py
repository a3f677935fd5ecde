"""Rows 15 and 25: what earlier programs wrote opens, copied first, word for word, with every seatbelt in place."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.faults.old_vaults.reading import LEADER, PASSWORD, PERSON, promised_by
from tests.store.bare_vault import KEY
from tests.store.test_seatbelts import EXPECTED
from tvaerfaglig.services.clock import SystemClock
from tvaerfaglig.services.lock import entering
from tvaerfaglig.services.vault import keeping
from tvaerfaglig.store import migrations
from tvaerfaglig.store.driver import Database, open_store

OLD = Path(__file__).parent / "old_vaults"
NAMES = sorted(one.parent.name for one in OLD.glob("*/promise.json"))


def triggers(db: Database) -> set[str]:
    rows = db.conn.execute("SELECT name FROM sqlite_master WHERE type='trigger'").fetchall()
    return {row[0] for row in rows}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("person", [LEADER, PERSON])
def test_an_old_vault_opens_on_a_new_machine_as_it_was_written(tmp_path, name, person):
    """Row 15: every word and the head are the same, the check is clean, and a copy stands where steps were taken."""
    folder = Path(shutil.copytree(OLD / name / "boks", tmp_path / "boks"))
    note = json.loads((OLD / name / "promise.json").read_text(encoding="utf-8"))
    opened = keeping.open_keys(folder, person, PASSWORD)
    db = open_store(folder / "vault.db", opened.subkey("sqlcipher"), only_read=True)
    taken = migrations.applied(db)
    db.conn.close()
    session = entering.unlock(folder, person, PASSWORD, SystemClock(), tmp_path / "ny")
    promise = promised_by(session.vault, note["events"])
    assert promise == {one: note[one] for one in promise}
    assert session.vault.examine().sound
    assert triggers(session.vault.db) == EXPECTED
    entering.close(session)
    copies = list((folder / "backups").glob("*/manifest.json"))
    assert len(copies) == (taken < len(migrations.STEPS))
    for copy in copies:
        assert keeping.verify(copy.parent, opened, tmp_path / "ingen").sound


def test_there_is_an_old_vault_to_open():
    """And it is small enough to lie with the program."""
    assert NAMES
    for name in NAMES:
        lying = [one for one in (OLD / name).rglob("*") if one.is_file()]
        assert sum(one.stat().st_size for one in lying) <= 200_000


@pytest.mark.parametrize("taken", range(1, len(migrations.STEPS) + 1))
def test_after_every_step_the_seatbelts_are_the_expected_ones(tmp_path, taken):
    """Row 25: from every shape a vault has had, whatever is taken after it."""
    db = open_store(tmp_path / "v.db", KEY, create=True)
    migrations.apply(db, upto=taken)
    migrations.apply(db)
    assert triggers(db) == EXPECTED
    db.conn.close()
