"""The log is what was written, and says so when it is not."""

from __future__ import annotations

import dataclasses
import hashlib
import json

import pytest

from tests.store.bare_vault import (
    Ticking,
    erase,
    everything_in,
    hand,
    headers,
    loosened,
    make,
    put,
    reopen,
    seen,
    version_of,
)
from tvaerfaglig.domain.acts import Attachment, Erased
from tvaerfaglig.domain.events import Body
from tvaerfaglig.store import checking
from tvaerfaglig.store.checking import Check, examine
from tvaerfaglig.store.errors import Refused
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


def test_a_vault_that_nobody_touched_is_sound(vault):
    """Everything is looked at, and nothing is found."""
    report = vault.examine(RememberedHead(vault.log.count(), vault.log.head()))
    assert report.sound
    assert (report.events, report.bodies, report.streams, report.devices) == (7, 7, 3, 1)
    assert report.untried == frozenset()


def test_the_headers_hold_no_words(vault):
    """What stands for ever carries no text and no name, only ids."""
    spoken = json.dumps(
        [{**row, **dict.fromkeys(("commitment", "prev", "hash", "sig"))} for row in headers(vault)]
    )
    assert not any(word in spoken for word in ("Alma", "tårn", "Bertil", "købmand"))


def test_each_stream_is_a_chain_of_its_own(vault):
    """Numbers run 1, 2, 3 in each stream and every event names the one before."""
    ends = {}
    for row in headers(vault):
        seq, last = ends.get(row["case_id"], (0, bytes(32)))
        assert (row["seq"], bytes(row["prev"])) == (seq + 1, last)
        ends[row["case_id"]] = row["seq"], bytes(row["hash"])
    assert {case: seq for case, (seq, _) in ends.items()}["alma"] == 4


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
    db.conn.execute("UPDATE event SET commitment=? WHERE id=?", (body.commitment(), row[0]))
    old = event_of(db.conn.execute(f"SELECT {COLUMNS} FROM event WHERE id=?", (row[0],)).fetchone())
    db.conn.execute("UPDATE event SET hash=? WHERE id=?", (old.sealed().hash, row[0]))


def _cut_middle(db):
    db.conn.execute("DELETE FROM event WHERE place=2")


def _cut_a_streams_tail(db):
    db.conn.execute(
        "DELETE FROM event WHERE place IN (SELECT max(place) FROM event WHERE case_id='bertil')"
    )


def _delete_stream(db):
    db.conn.execute("DELETE FROM event WHERE case_id='bertil'")


def _silent_body_delete(db):
    db.conn.execute("DELETE FROM body WHERE event=(SELECT id FROM event WHERE place=3)")


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
    db.conn.execute("INSERT INTO body VALUES('forged', ?, ?)", (body.salt, body.data))


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
    db.conn.execute(
        "DELETE FROM body WHERE event=(SELECT id FROM event ORDER BY place DESC LIMIT 1)"
    )
    db.conn.execute("DELETE FROM event WHERE place=(SELECT max(place) FROM event)")
    checking.projections.rebuild(db)
    db.conn.commit()
    assert examine(db).sound
    assert [flaw.check for flaw in examine(db, known).flaws] == [Check.HEAD]
    assert "1 hændelser længere" in examine(db, known).flaws[0].what
    db.conn.close()


def test_another_history_of_the_same_length_is_found_by_the_head(vault):
    """As long as before and yet not the same."""
    other = RememberedHead(vault.log.count(), hashlib.sha256(b"another").hexdigest())
    assert vault.examine(other).of(Check.HEAD)


def test_the_head_over_what_was_known_stays_when_more_is_written(vault):
    """What was noted yesterday can be checked today."""
    count, head = vault.log.count(), vault.log.head()
    put(vault, seen("Ny dag."))
    assert vault.log.head(count) == head != vault.log.head()
    assert vault.log.head(0) == hashlib.sha256().hexdigest()
    assert vault.examine(RememberedHead(count, head)).sound


def test_lawful_erasure_verifies_clean(vault):
    """The words are gone by a decision that stands; nothing else is different."""
    record = put(vault, seen("Skal slettes."))
    erase(vault, version_of(vault, record), child="alma")
    report = vault.examine()
    assert report.sound
    assert (report.erased, report.events - report.bodies) == (1, 1)


def test_a_decision_to_erase_cannot_be_erased(vault):
    """Else nothing would tell what was erased and why."""
    record = put(vault, seen("Skal slettes."))
    erase(vault, version_of(vault, record))
    decision = vault.db.conn.execute(
        "SELECT id FROM event WHERE kind=?", (Erased.KIND,)
    ).fetchone()[0]
    with pytest.raises(Refused, match="ikke selv slettes"):
        erase(vault, decision)
    assert vault.examine().sound


def test_a_changed_attachment_is_found(vault, tmp_path):
    """Its bytes lie outside the chain, but the record that names them says what they were."""
    with vault.write("mette") as pen:
        blob, sha = pen.put_blob(b"billede" * 1000)
        pen.put(
            Attachment(
                child="alma", title="Tegning", media="image/png", size=7000, blob=blob, sha256=sha
            )
        )
    assert vault.examine().sound
    for number, change in enumerate(("UPDATE blob SET chunk=x'00'", "DELETE FROM blob")):
        db = loosened(vault, tmp_path / str(number))
        db.conn.execute(change)
        db.conn.commit()
        assert [flaw.what for flaw in examine(db).of(Check.WORDS)] == [
            "bilaget er ændret eller mangler"
        ]
        db.conn.close()
    erase(vault, attachments=(blob,))
    assert vault.examine().sound


def test_tables_that_the_log_does_not_give_are_found_and_made_anew(vault, tmp_path):
    """A table changed behind the log's back differs from a rebuild; a rebuild mends it."""
    vault.db.conn.execute("UPDATE current SET data=replace(data,'tårn','slot')")
    vault.db.conn.commit()
    assert [flaw.check for flaw in vault.examine().flaws] == [Check.TABLES]
    assert vault.rebuild() is False
    assert vault.examine().sound
    assert vault.rebuild() is True


def test_words_that_are_no_record_are_said_not_tripped_over(vault, tmp_path):
    """A body that cannot be read at all ends in a report, not in an error."""
    db = loosened(vault, tmp_path / "copy")
    db.conn.execute("UPDATE body SET data='{' WHERE event=(SELECT id FROM event WHERE place=1)")
    db.conn.commit()
    report = examine(db)
    assert report.of(Check.WORDS)
    assert report.of(Check.TABLES)
    db.conn.close()


def test_looking_changes_nothing_and_leaves_nothing(vault):
    """Also while somebody else is in the middle of writing."""
    before = everything_in(vault)
    other = reopen(vault.folder)
    other.db.conn.execute("BEGIN IMMEDIATE")
    assert vault.examine().sound
    other.db.conn.rollback()
    other.close()
    assert everything_in(vault) == before
    assert vault.db.conn.execute("SELECT name FROM temp.sqlite_master").fetchall() == []


def test_order_holds_when_the_clock_is_set_back(tmp_path):
    """A hundred jumps of the clock, and a new start in between: stamps and ids only ever rise."""
    clock = Ticking(step=1)
    vault = make(tmp_path / "boks", clock)
    for jump in range(100):
        clock.ms += (3_600_000, -3_600_000, -400 * 86_400_000, 400 * 86_400_000, 0)[jump % 5]
        put(vault, seen(f"nr. {jump}"))
        if jump % 25 == 24:
            vault.close()
            vault = reopen(tmp_path / "boks", clock)
    stamps = [row["hlc"] for row in headers(vault)]
    ids = [row["id"] for row in headers(vault)]
    assert stamps == sorted(set(stamps))
    assert ids == sorted(set(ids))
    vault.close()


def test_two_that_write_at_once_share_one_order(tmp_path):
    """A second process whose clock is behind still writes after what it can see."""
    ahead, behind = (
        make(tmp_path / "boks", Ticking()),
        reopen(tmp_path / "boks", Ticking(ms=1_000_000_000_000)),
    )
    record = put(ahead, seen("Først."))
    put(behind, seen("Så."), record)
    put(ahead, seen("Sidst."), record)
    stamps = [row["hlc"] for row in headers(ahead)]
    assert stamps == sorted(set(stamps))
    assert ahead.examine().sound
    ahead.close(), behind.close()


def test_a_device_is_introduced_once(vault):
    """Opening again with the same key adds nothing; another key is another device."""
    for signer, expected in ((hand(), 1), (hand("d4c3b2a1", 8), 2)):
        again = reopen(vault.folder, signer=signer)
        assert again.examine().devices == expected
        again.close()
