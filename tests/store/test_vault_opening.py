"""The file opens with its key and with nothing else, and shows nothing without it."""

from __future__ import annotations

import secrets
import sqlite3

import pytest

from tests.store.bare_vault import KEY, START, VAULT_ID, hand, make, put, reopen, seen
from tvaerfaglig.domain.observation import Observation
from tvaerfaglig.store import driver, queries
from tvaerfaglig.store.driver import open_store, sql
from tvaerfaglig.store.errors import CannotOpen, TooOld, VaultError
from tvaerfaglig.store.vault import FILE, Vault

SENTINEL = "Snegleslimsporet på ruden"


@pytest.fixture
def closed(tmp_path):
    vault = make(tmp_path / "boks")
    put(vault, seen(SENTINEL))
    vault.save_draft("mette", "ny", "observation", SENTINEL)
    vault.close()
    return tmp_path / "boks"


def test_no_word_lies_readable_on_disk(tmp_path):
    """Neither in the file nor in the write-ahead log, and no other program sees a database."""
    vault = make(tmp_path / "boks")
    put(vault, seen(SENTINEL))
    vault.save_draft("mette", "ny", "observation", SENTINEL)
    for path in (tmp_path / "boks").iterdir():
        content = path.read_bytes()
        for encoding in ("utf-8", "utf-16-le", "latin-1"):
            assert SENTINEL[:12].encode(encoding) not in content
        assert b"SQLite format" not in content
        assert b"CREATE TABLE" not in content
    vault.close()
    plain = sqlite3.connect(tmp_path / "boks" / FILE)
    with pytest.raises(sqlite3.DatabaseError):
        plain.execute("SELECT * FROM sqlite_master")
    plain.close()


def test_what_was_written_is_there_the_next_day(closed):
    """Close, open, read."""
    vault = reopen(closed)
    assert [one.record.text for one in queries.all_of(vault, Observation)] == [SENTINEL]
    assert vault.id == VAULT_ID
    vault.close()


def test_opening_what_is_not_there_makes_nothing(tmp_path):
    """A wrong folder is said, never filled."""
    with pytest.raises(CannotOpen, match="findes ikke dér"):
        reopen(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_making_a_vault_where_one_lies_is_refused(closed):
    """And the one that lies there is not touched."""
    before = (closed / FILE).read_bytes()
    with pytest.raises(CannotOpen, match="ligger allerede en boks"):
        make(closed)
    assert (closed / FILE).read_bytes() == before


def test_making_a_vault_that_fails_half_way_lets_go_of_the_file(tmp_path):
    """The file can be removed afterwards, also where open files cannot."""

    class Broken:
        device_id = "a1b2c3d4"

        @property
        def public(self):
            raise KeyError

    with pytest.raises(KeyError):
        Vault.create(tmp_path / "boks", KEY, Broken(), lambda: START, VAULT_ID)
    db = open_store(tmp_path / "boks" / FILE, KEY)
    db.conn.execute("BEGIN EXCLUSIVE")
    db.conn.close()


@pytest.mark.parametrize("flaw", ["flipped", "truncated", "garbage"])
def test_a_damaged_file_is_refused_or_reported_never_misread(closed, flaw):
    """The cipher's seal on every page: damage is an error or a flaw, and never another text."""
    content = bytearray((closed / FILE).read_bytes())
    if flaw == "flipped":
        content[4096 * 3 + 100] ^= 1
    elif flaw == "truncated":
        del content[4096 * 4 + 17 :]
    else:
        content[:4096] = secrets.token_bytes(4096)
    (closed / FILE).write_bytes(content)
    try:
        vault = reopen(closed)
        report = vault.examine()
        vault.db.conn.close()
    except VaultError as refusal:
        assert str(refusal).endswith(".")
    else:
        assert not report.sound


def test_an_sqlite_that_can_lose_pages_is_refused(tmp_path, monkeypatch):
    """The program would rather not start."""
    monkeypatch.setattr(driver, "_WAL_SAFE", (99, 0, 0))
    with pytest.raises(TooOld, match="kan miste tekst"):
        open_store(tmp_path / "v.db", KEY, create=True)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("database or disk is full", "ikke mere plads"),
        ("attempt to write a readonly database", "kan kun læses her"),
        ("database disk image is malformed", "beskadiget"),
        ("disk I/O error", "Disken svarer ikke"),
        ("unable to open database file", "findes ikke dér"),
    ],
)
def test_every_trouble_of_the_disk_has_its_sentence(said, expected):
    """What the driver says is never shown; what to do is."""
    with pytest.raises(VaultError, match=expected), driver.spoken():
        raise sql.OperationalError(said)


def test_sqlite_utils_and_the_cipher_speak_of_the_same_errors():
    """The adapter: without it sqlite-utils lets errors through that it means to catch."""
    import sqlite_utils

    assert sqlite_utils.db.OperationalError is sql.OperationalError


def test_a_transaction_inside_another_is_part_of_it(tmp_path):
    """All of it is written, or nothing."""
    vault = make(tmp_path / "boks")
    with pytest.raises(ZeroDivisionError), vault.write("mette") as pen:
        pen.put(seen("Ydre."))
        vault.save_draft("mette", "ny", "observation", "Indre.")
        raise ZeroDivisionError
    assert queries.all_of(vault, Observation) == []
    assert vault.drafts("mette") == []
    vault.close()


def test_a_new_key_opens_and_the_old_does_not(closed):
    """Rekeying writes the whole file anew."""
    vault = reopen(closed)
    new = secrets.token_bytes(32)
    vault.rekey(new, KEY)
    vault.close()
    with pytest.raises(CannotOpen):
        reopen(closed)
    again = Vault.open(closed, new, hand(), lambda: START)
    assert again.examine().sound
    again.close()


def test_looking_with_a_wrong_key_is_refused_too(closed):
    """For reading only, with or without a log beside the file; and where there is nothing, nothing is made."""
    for log in (b"", b"noget"):
        (closed / f"{FILE}-wal").write_bytes(log)
        with pytest.raises(CannotOpen):
            open_store(closed / FILE, secrets.token_bytes(32), only_read=True)
    with pytest.raises(CannotOpen):
        open_store(closed / "andet.db", KEY, only_read=True)
    assert not (closed / "andet.db").exists()
