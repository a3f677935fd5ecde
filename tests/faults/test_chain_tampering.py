"""Row 22: someone with the key, every tool and no seatbelts changes the log: it is found, and said."""

from __future__ import annotations

import dataclasses
import json
from contextlib import closing

import pytest

from tests.conftest import PASSWORD
from tests.faults import deeds
from tests.store.bare_vault import hand, loosened, make, put, seen
from tvaerfaglig.domain.events import Body
from tvaerfaglig.services.lock import entering
from tvaerfaglig.services.vault import keeping
from tvaerfaglig.store import checking
from tvaerfaglig.store.checking import Check, examine
from tvaerfaglig.store.driver import open_store
from tvaerfaglig.store.event_log import COLUMNS, event_of
from tvaerfaglig.store.remembered_head import RememberedHead


@pytest.fixture
def vault(tmp_path):
    """Three streams: Alma's with four events, Bertil's with two, the two together with one and two links."""
    made = make(tmp_path / "boks")
    first = put(made, seen("Alma byggede et tårn."))
    put(made, seen("Alma byggede to tårne."), first)
    put(made, seen("Bertil sov længe.", "bertil"))
    put(made, seen("De to legede købmand.", "alma", "bertil"))
    put(made, seen("Alma sang for os."))
    yield made
    made.close()


def _change_actor(db):
    db.conn.execute("UPDATE event SET actor='yusuf' WHERE place=2")


def _change_text(db):
    db.conn.execute("UPDATE body SET data=replace(data,'to','tre') WHERE data LIKE '%to tårne%'")


def _change_text_and_commitment(db):
    row = db.conn.execute(
        "SELECT event, salt, data FROM body WHERE data LIKE '%to tårne%'"
    ).fetchone()
    body = Body(bytes(row[1]), row[2].replace("to", "tre"))
    db.conn.execute("UPDATE body SET data=? WHERE event=?", (body.data, row[0]))
    db.conn.execute("UPDATE event SET commitment=? WHERE place=?", (body.commitment(), row[0]))
    old = event_of(
        db.conn.execute(f"SELECT {COLUMNS} FROM event WHERE place=?", (row[0],)).fetchone()
    )
    db.conn.execute("UPDATE event SET hash=? WHERE place=?", (old.sealed().hash, row[0]))


def _cut_middle(db):
    db.conn.execute("DELETE FROM event WHERE place=2")


def _cut_a_streams_tail(db):
    db.conn.execute(
        "DELETE FROM event WHERE place IN (SELECT max(place) FROM event WHERE case_id='bertil')"
    )


def _delete_stream(db):
    db.conn.execute("DELETE FROM event WHERE case_id='bertil'")


def _silent_body_delete(db):
    db.conn.execute("DELETE FROM body WHERE event=3")


def _body_delete_with_a_borrowed_decision(db):
    db.conn.execute("INSERT INTO erased SELECT id, id FROM event WHERE place=3")
    _silent_body_delete(db)


def _backdate(db):
    db.conn.execute("UPDATE event SET hlc='1000000000000.00000.a1b2c3d4' WHERE place=2")


def _forged(db):
    last = event_of(
        db.conn.execute(
            f"SELECT {COLUMNS} FROM event WHERE case_id='alma' ORDER BY seq DESC"
        ).fetchone()
    )
    body = Body(bytes(32), '{"d":{},"v":1}')
    forged = dataclasses.replace(
        last, id="forged", seq=last.seq + 1, prev=last.hash, commitment=body.commitment()
    ).sealed()
    forged = dataclasses.replace(forged, sig=hand(seed=9).sign(forged.hash))
    values = [*dataclasses.astuple(forged)]
    values[8] = json.dumps(forged.parents)
    db.conn.execute(f"INSERT INTO event({COLUMNS}) VALUES({','.join('?' * 13)})", values)
    db.conn.execute(
        "INSERT INTO body SELECT place, ?, ? FROM event WHERE id='forged'", (body.salt, body.data)
    )


ATTACKS = {
    _change_actor: Check.CHAIN,
    _change_text: Check.WORDS,
    _change_text_and_commitment: Check.SIGNATURES,
    _cut_middle: Check.CHAIN,
    _cut_a_streams_tail: Check.CHAIN,
    _delete_stream: Check.CHAIN,
    _silent_body_delete: Check.WORDS,
    _body_delete_with_a_borrowed_decision: Check.WORDS,
    _backdate: Check.CHAIN,
    _forged: Check.SIGNATURES,
}


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda one: one.__name__)
def test_tampering_is_found(vault, tmp_path, attack):
    """Someone with the key, every tool and no triggers in the way leaves a trace all the same."""
    db = loosened(vault, tmp_path / "copy")
    assert examine(db).sound
    attack(db)
    db.conn.commit()
    found = examine(db)
    assert found.of(ATTACKS[attack])
    db.conn.close()


def test_a_cut_tail_is_found_by_the_head_noted_outside(vault, tmp_path):
    """From inside it cannot be seen; the head that this computer remembers tells."""
    known = RememberedHead(vault.log.count(), vault.log.head())
    db = loosened(vault, tmp_path / "copy")
    db.conn.execute("DELETE FROM body WHERE event=(SELECT max(place) FROM event)")
    db.conn.execute("DELETE FROM event WHERE place=(SELECT max(place) FROM event)")
    checking.projections.rebuild(db)
    db.conn.commit()
    assert examine(db).sound
    assert [flaw.check for flaw in examine(db, known).flaws] == [Check.HEAD]
    assert "1 hændelser længere" in examine(db, known).flaws[0].what
    db.conn.close()


def test_a_cut_tail_is_said_at_the_door(world, said_plainly):
    """Whoever unlocks is told, lets the leader know, and can work on; the check says it too."""
    mette = world.session("mette")
    deeds.note(mette, "Alma byggede et tårn.")
    deeds.note(mette, "Forsvinder.")
    key = mette.opened.subkey("sqlcipher")
    entering.close(mette)
    world.open_sessions.clear()
    with closing(open_store(world.folder / "vault.db", key).conn) as conn:
        conn.execute("PRAGMA foreign_keys=OFF")
        for (name,) in conn.execute(
            "SELECT name FROM sqlite_master WHERE type='trigger'"
        ).fetchall():
            conn.execute(f'DROP TRIGGER "{name}"')
        last = "(SELECT max(place) FROM event)"
        conn.execute(f"DELETE FROM body WHERE event={last}")
        conn.execute(f"DELETE FROM event WHERE place={last}")
        conn.commit()
    said_plainly(world.session("mette").warning)
    world.close()
    opened = keeping.open_keys(world.folder, "mette", PASSWORD)
    assert keeping.verify(world.folder, opened, world.state).of(Check.HEAD)
