"""The log is what was written, and says so when it is not."""

from __future__ import annotations

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
from tvaerfaglig.store.checking import Check, examine
from tvaerfaglig.store.errors import Refused
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
    db.conn.execute("UPDATE body SET data='{' WHERE event=1")
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
