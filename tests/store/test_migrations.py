"""The vault's shape grows one frozen step at a time, with a copy taken first."""

from __future__ import annotations

import hashlib
import shutil

import pytest

from tests.store.bare_vault import KEY, Steps, hand, make, put, reopen, seen
from tests.store.test_seatbelts import EXPECTED
from tvaerfaglig.store import migrations, projections
from tvaerfaglig.store.driver import open_store, sql
from tvaerfaglig.store.errors import NewerVault, NotCopied, VaultError
from tvaerfaglig.store.vault import FILE, Vault

FROZEN = {
    "0001_first": "65b69fa28b7908c6",
    "0002_by_state": "89b7a0ba42b3e2ed",
    "0003_fewer_pages": "a185768f670a41f8",
    "0004_a_place_for_each": "774e8014de552d98",
    "0005_a_record_begins_with_itself": "8e78746981417fc3",
    "0006_what_is_counted": "08d83692eed2227d",
}


@pytest.fixture
def steps():
    kept = Steps()
    yield kept
    kept.restore()


def shape_of(db):
    rows = db.conn.execute(
        "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name"
    )
    return {row[0]: " ".join(row[1].split()) for row in rows}


def test_every_step_has_its_test():
    """A step without a function here named after it fails the suite."""
    here = set(globals())
    assert [name for name, _ in migrations.STEPS if f"test_step_{name}" not in here] == []


def test_a_step_is_frozen():
    """Vaults have taken it as it is: a change needs a step of its own. (Until the first release: mend it here.)"""
    taken = {
        name: hashlib.sha256(script.encode()).hexdigest()[:16] for name, script in migrations.STEPS
    }
    assert taken == FROZEN


def test_steps_are_numbered_in_order():
    """0001, 0002, … as they are taken."""
    assert [name[:4] for name, _ in migrations.STEPS] == [
        f"{n:04}" for n in range(1, len(migrations.STEPS) + 1)
    ]


def test_step_0001_first(tmp_path):
    """The first step makes the log, the words, the blobs, the drafts, the tables and all seatbelts."""
    db = open_store(tmp_path / "v.db", KEY, create=True)
    migrations.apply(db, upto=1)
    shape = shape_of(db)
    assert {
        "event",
        "body",
        "blob",
        "erased",
        "device",
        "vault",
        "draft",
        "current",
        "about",
        "words",
    } <= set(shape)
    assert set(shape) >= EXPECTED
    assert migrations.applied(db) == 1
    assert db.conn.execute("SELECT v FROM words_config WHERE k='secure-delete'").fetchone() == (1,)
    db.conn.close()


def test_step_0002_by_state(tmp_path):
    """The second step keeps every word findable, and lets what stands in a state be found without the rest."""
    db = open_store(tmp_path / "v.db", KEY, create=True)
    migrations.apply(db, upto=1)
    db.conn.execute("INSERT INTO words(rowid, folded) VALUES(7, 'bertil sov laenge')")
    db.conn.commit()
    migrations.apply(db, upto=2)
    found = db.conn.execute("SELECT rowid FROM words WHERE folded MATCH 'lae*'").fetchall()
    assert found == [(7,)]
    assert db.conn.execute("SELECT v FROM words_config WHERE k='secure-delete'").fetchone() == (1,)
    assert {"current_state", "about_child", "words"} <= set(shape_of(db))
    assert "words_now" not in shape_of(db)
    db.conn.close()


def test_step_0003_fewer_pages(tmp_path):
    """The third step keeps every event, body, word and refusal; what was erased stays erased."""
    db = open_store(tmp_path / "v.db", KEY, create=True)
    migrations.apply(db, upto=2)
    db.conn.execute("INSERT INTO device VALUES('a1b2c3d4', x'00', '1')")
    for place, name in ((1, "a"), (2, "b"), (3, "c")):
        db["event"].insert(
            {"place": place, "id": name, "device": "a1b2c3d4", "case_id": "alma", "seq": place}
            | {"hlc": f"{place}", "actor": "mette", "kind": "slettet", "record": name}
            | {"parents": "[]", "commitment": b"", "prev": b"", "hash": name.encode(), "sig": b""}
        )
    db.conn.execute("INSERT INTO body VALUES('a', x'01', 'først'), ('c', x'02', 'sidst')")
    db.conn.execute("INSERT INTO erased VALUES('b', 'c')")
    db.conn.execute("INSERT INTO about VALUES('alma', 'observation', '2026-11-12', 'a')")
    db.conn.execute("INSERT INTO words(rowid, folded) VALUES(7, 'bertil sov laenge')")
    events = db.conn.execute("SELECT * FROM event ORDER BY place").fetchall()
    db.conn.commit()
    migrations.apply(db, upto=3)
    assert db.conn.execute("SELECT * FROM event ORDER BY place").fetchall() == events
    assert db.conn.execute("SELECT event, data FROM body ORDER BY event").fetchall() == [
        (1, "først"),
        (3, "sidst"),
    ]
    assert db.conn.execute("SELECT * FROM about").fetchall() == [
        ("alma", "observation", "2026-11-12", "a")
    ]
    assert db.conn.execute("SELECT rowid FROM words WHERE words MATCH 'lae*'").fetchall() == [(7,)]
    assert db.conn.execute("SELECT v FROM words_config WHERE k='secure-delete'").fetchone() == (1,)
    with pytest.raises(sql.Error, match="never changes"):
        db.conn.execute("INSERT INTO body VALUES(2, x'00', 'tilbage')")
    assert {"event_record", "event_hlc", "current_state", "about_child"} <= set(shape_of(db))
    assert not {"event_now", "body_now", "about_now", "words_now"} & set(shape_of(db))
    assert db.conn.execute("PRAGMA foreign_keys").fetchone() == (1,)
    db.conn.close()


def test_step_0004_a_place_for_each(tmp_path):
    """The fourth step keeps the log, and leaves the tables to be made anew from it at the next opening."""
    db = open_store(tmp_path / "v.db", KEY, create=True)
    migrations.apply(db, upto=3)
    db.conn.execute("INSERT INTO vault VALUES('tables', 'some version')")
    db.conn.execute("INSERT INTO words(rowid, folded) VALUES(7, 'bertil sov laenge')")
    db.conn.commit()
    log = {name: sql for name, sql in shape_of(db).items() if name.startswith(("event", "body"))}
    migrations.apply(db, upto=4)
    shape = shape_of(db)
    changed = {name for name in log if shape.get(name) != log[name]}
    assert changed == {"event_hlc", "event_no_replace"}
    assert "event_hlc" not in shape
    assert db.conn.execute("SELECT count(*) FROM words").fetchone() == (0,)
    assert not projections.are_ours(db)
    db.conn.close()


def test_a_new_vault_has_taken_every_step_and_takes_none_twice(tmp_path):
    """Applying again changes nothing."""
    vault = make(tmp_path / "boks")
    before = shape_of(vault.db)
    assert migrations.applied(vault.db) == len(migrations.STEPS)
    migrations.apply(vault.db)
    assert shape_of(vault.db) == before
    vault.close()


def test_a_copy_is_taken_before_a_step_and_only_then(tmp_path, steps):
    """An older vault is copied as it was, then brought up to date; an up-to-date one is not copied."""
    folder = tmp_path / "boks"
    vault = make(folder)
    record = put(vault, seen("Før opdateringen."))
    vault.close()
    calls = []

    def copy():
        calls.append(hashlib.sha256((folder / FILE).read_bytes()).hexdigest())

    Vault.open(folder, KEY, hand(), lambda: 1, copy).close()
    assert calls == []
    before = hashlib.sha256((folder / FILE).read_bytes()).hexdigest()
    steps.add("0002_more", "CREATE TABLE more(a TEXT) STRICT;")
    newer = Vault.open(folder, KEY, hand(), lambda: 1, copy)
    assert calls == [before]
    assert migrations.applied(newer.db) == len(migrations.STEPS)
    assert newer.heads(record)
    assert newer.examine().sound
    newer.close()


def test_when_no_copy_can_be_taken_no_step_is_taken(tmp_path, steps):
    """The old shape stands, and opens again when there is room."""
    folder = tmp_path / "boks"
    make(folder).close()
    steps.add("0002_more", "CREATE TABLE more(a TEXT) STRICT;")

    def no_room():
        raise NotCopied

    with pytest.raises(NotCopied):
        Vault.open(folder, KEY, hand(), lambda: 1, no_room)
    db = open_store(folder / FILE, KEY)
    assert migrations.applied(db) == len(migrations.STEPS) - 1
    db.conn.close()


def test_a_step_that_fails_leaves_the_vault_as_it_was(tmp_path, steps):
    """Half a step is no step."""
    folder = tmp_path / "boks"
    vault = make(folder)
    before = shape_of(vault.db)
    vault.close()
    steps.add("0002_broken", "CREATE TABLE more(a TEXT) STRICT; INSERT INTO nothing VALUES(1);")
    with pytest.raises(VaultError):
        reopen(folder)
    steps.restore()
    vault = reopen(folder)
    assert shape_of(vault.db) == before
    assert migrations.applied(vault.db) == len(migrations.STEPS)
    vault.close()


def test_an_older_vault_can_be_looked_at_before_it_is_opened(tmp_path, steps):
    """Its log is checked; its tables, made by an older program, are left out and that is said."""
    folder = tmp_path / "boks"
    make(folder).close()
    steps.add("0002_more", "CREATE TABLE more(a TEXT) STRICT;")
    db = open_store(folder / FILE, KEY, only_read=True)
    from tvaerfaglig.store.checking import Check, examine

    report = examine(db)
    assert report.sound
    assert Check.TABLES in report.untried
    db.conn.close()


def test_a_vault_from_a_newer_program_is_left_alone(tmp_path):
    """It says to update the program, and not a byte is changed."""
    folder = tmp_path / "boks"
    make(folder).close()
    db = open_store(folder / FILE, KEY)
    db.conn.execute(f"PRAGMA user_version={len(migrations.STEPS) + 1}")
    db.conn.close()
    shutil.copyfile(folder / FILE, tmp_path / "kept")
    with pytest.raises(NewerVault, match="Opdatér programmet"):
        reopen(folder)
    assert (folder / FILE).read_bytes() == (tmp_path / "kept").read_bytes()


def test_step_0005_a_record_begins_with_itself(tmp_path):
    """The fifth step finds the versions of a record as before, whether or not its first event bears its id."""
    db = open_store(tmp_path / "v.db", KEY, create=True)
    migrations.apply(db, upto=4)
    db.conn.execute("INSERT INTO device VALUES('d', x'00', '0')")
    for seq, (event, record) in enumerate((("e1", "r"), ("e2", "r"), ("s", "s"), ("e3", "s"))):
        db.conn.execute(
            "INSERT INTO event(id,device,case_id,seq,hlc,actor,kind,record,parents,commitment,prev,hash,sig) "
            "VALUES(?,'d','c',?,'h','a','k',?,'[]',x'00',x'00',x'00',x'00')",
            (event, seq, record),
        )
    db.conn.commit()
    migrations.apply(db, upto=5)
    asked = "SELECT e.id FROM version v JOIN event e ON e.place=v.place WHERE v.record=? ORDER BY v.place"
    found = {one: [row[0] for row in db.conn.execute(asked, (one,))] for one in ("r", "s")}
    assert found == {"r": ["e1", "e2"], "s": ["s", "e3"]}
    plan = " ".join(row[3] for row in db.conn.execute(f"EXPLAIN QUERY PLAN {asked}", ("r",)))
    assert "SCAN event" not in plan
    db.conn.close()


def test_step_0006_what_is_counted(tmp_path):
    """The sixth step makes room for what figures are counted from, and nothing is in it yet."""
    db = open_store(tmp_path / "v.db", KEY, create=True)
    migrations.apply(db, upto=6)
    assert "counted" in shape_of(db)
    assert db.conn.execute("SELECT count(*) FROM counted").fetchone() == (0,)
    db.conn.close()
