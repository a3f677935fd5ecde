"""What is written never changes: the vault itself says no, whoever asks."""

from __future__ import annotations

import pytest

from tests.store.bare_vault import erase, everything_in, make, put, seen, version_of
from tvaerfaglig.store.driver import spoken, sql
from tvaerfaglig.store.errors import Refused

EXPECTED = {
    "blob_delete_decided",
    "blob_no_replace",
    "blob_no_update",
    "body_delete_decided",
    "body_no_replace",
    "body_no_update",
    "body_stays_erased",
    "device_no_delete",
    "device_no_replace",
    "device_no_update",
    "erased_names_decision",
    "erased_no_delete",
    "erased_no_replace",
    "erased_no_update",
    "event_no_delete",
    "event_no_replace",
    "event_no_update",
}


def _row(db, table):
    names = [row[1] for row in db.conn.execute(f"PRAGMA table_info({table})")]
    return dict(zip(names, db.conn.execute(f"SELECT * FROM {table}").fetchone(), strict=True))


ATTEMPTS = {
    "update an event": lambda db: db.conn.execute("UPDATE event SET actor='yusuf'"),
    "delete an event": lambda db: db.conn.execute("DELETE FROM event"),
    "update a body": lambda db: db.conn.execute("UPDATE body SET data='{}'"),
    "delete a body without a decision": lambda db: db.conn.execute("DELETE FROM body"),
    "replace an event": lambda db: db.conn.execute(
        "INSERT OR REPLACE INTO event SELECT * FROM event"
    ),
    "replace an event by its place in the chain": lambda db: db["event"].insert(
        {**_row(db, "event"), "place": 99, "id": "x", "hash": b"x"}, replace=True
    ),
    "sqlite-utils insert(replace=True)": lambda db: db["event"].insert(
        _row(db, "event"), replace=True
    ),
    "sqlite-utils upsert": lambda db: db["event"].upsert(
        {**_row(db, "event"), "actor": "yusuf"}, pk="place"
    ),
    "replace a body": lambda db: db.conn.execute(
        "INSERT OR REPLACE INTO body SELECT event, salt, '{}' FROM body"
    ),
    "upsert a body": lambda db: db["body"].upsert({**_row(db, "body"), "data": "{}"}, pk="event"),
    "update a blob": lambda db: db.conn.execute("UPDATE blob SET chunk=x'00'"),
    "replace a blob": lambda db: db.conn.execute(
        "INSERT OR REPLACE INTO blob SELECT id, n, x'00' FROM blob"
    ),
    "delete a blob without a decision": lambda db: db.conn.execute("DELETE FROM blob"),
    "call something erased without a decision": lambda db: db.conn.execute(
        "INSERT INTO erased SELECT id, id FROM event WHERE kind='observation'"
    ),
    "change what was decided": lambda db: db.conn.execute("UPDATE erased SET what='x'"),
    "unsay what was decided": lambda db: db.conn.execute("DELETE FROM erased"),
    "replace what was decided": lambda db: db.conn.execute(
        "INSERT OR REPLACE INTO erased SELECT * FROM erased"
    ),
    "bring erased words back": lambda db: db.conn.execute(
        "INSERT INTO body SELECT e.place, x'00', '{}' FROM erased JOIN event e ON e.id = what"
    ),
    "bring an erased file back": lambda db: db.conn.execute(
        "INSERT INTO blob SELECT what, 0, x'00' FROM erased"
    ),
    "give a device another key": lambda db: db.conn.execute("UPDATE device SET public=x'00'"),
    "delete a device": lambda db: db.conn.execute("DELETE FROM device"),
    "replace a device": lambda db: db.conn.execute(
        "INSERT OR REPLACE INTO device SELECT id, x'00', since FROM device"
    ),
}


@pytest.fixture
def vault(tmp_path):
    made = make(tmp_path / "boks")
    put(made, seen("Står fast."))
    with made.write("mette") as pen:
        pen.put_blob(b"billede")
        gone, _ = pen.put_blob(b"slettes")
    record = put(made, seen("Slettes."))
    erase(made, version_of(made, record), attachments=(gone,))
    yield made
    made.close()


@pytest.mark.parametrize("attempt", ATTEMPTS)
def test_the_vault_says_no(vault, attempt):
    """Every road to changing what stands is closed, also the ones that tools take by themselves."""
    before = everything_in(vault)
    with pytest.raises(sql.Error, match="never changes"):
        ATTEMPTS[attempt](vault.db)
    vault.db.conn.rollback()
    assert everything_in(vault) == before


def test_the_refusal_is_said_in_words():
    """A person never reads the driver's own words."""
    with pytest.raises(Refused, match="kan ikke ændres"), spoken():
        raise sql.IntegrityError("an event never changes")


def test_the_triggers_are_the_expected_ones(vault):
    """A new step that loses one fails here."""
    names = vault.db.conn.execute("SELECT name FROM sqlite_master WHERE type='trigger'").fetchall()
    assert {row[0] for row in names} == EXPECTED
