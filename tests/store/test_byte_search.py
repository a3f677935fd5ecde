"""Under the cipher page by page, and a search that misses nothing."""

from __future__ import annotations

import pytest

from tests.store.bare_vault import KEY, decrypted, erase, make, put, seen, version_of
from tvaerfaglig.store.byte_search import look_through
from tvaerfaglig.store.errors import CannotOpen
from tvaerfaglig.store.pages import PAGE, file_pages, log_pages
from tvaerfaglig.store.vault import FILE

LONG = "Hun sad længe helt stille under det store bord i garderoben og så ud. " * 90


@pytest.fixture
def vault(tmp_path):
    made = make(tmp_path / "boks")
    yield made
    made.close()


def look(vault, *sought, beside=()):
    return look_through(
        vault.db, KEY, vault.folder / FILE, beside, [one.encode() for one in sought]
    )


def test_pages_are_read_as_they_lie_under_the_cipher(vault):
    """The same bytes as a decryption written apart from it."""
    put(vault, seen(LONG))
    vault.db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert b"".join(file_pages(vault.folder / FILE, KEY)) == decrypted(vault.folder / FILE)


def test_the_write_ahead_log_is_read_too(vault):
    """What was just written is not in the file yet."""
    vault.db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    put(vault, seen("Lige skrevet ned."))
    assert b"Lige skrevet ned." not in b"".join(file_pages(vault.folder / FILE, KEY))
    assert b"Lige skrevet ned." in b"".join(log_pages(vault.folder / FILE, KEY))


@pytest.mark.parametrize("at", [5, PAGE - 100, PAGE - 70, PAGE - 10, PAGE + 400])
def test_a_page_that_was_touched_is_not_read_as_if_it_were_whole(vault, at):
    """One bit anywhere: ciphertext, IV, seal or salt."""
    vault.db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    content = bytearray((vault.folder / FILE).read_bytes())
    content[at] ^= 1
    copy = vault.folder / "kopi.db"
    copy.write_bytes(content)
    with pytest.raises(CannotOpen, match="kan ikke læses"):
        list(file_pages(copy, KEY))


def test_another_key_reads_nothing(vault):
    """And says so instead of finding nothing."""
    vault.db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with pytest.raises(CannotOpen):
        list(file_pages(vault.folder / FILE, bytes(32)))


def test_what_stands_is_found_with_the_record_it_stands_in(vault):
    """In the body, in the table, and folded in the search index."""
    record = put(vault, seen("Almas røde støvler."))
    found = look(vault, "Almas røde støvler", "almas roede stoevler", "findes ikke")
    assert {one.table for one in found.standing} == {"body", "current", "words_content"}
    assert {one.record for one in found.standing} == {record}
    assert found.clean


def test_a_long_text_over_many_pages_is_found_whole_and_gone_after_erasing(vault):
    """Its pieces lie on pages of their own."""
    record = put(vault, seen(LONG))
    assert look(vault, LONG.strip()).standing
    erase(vault, version_of(vault, record))
    found = look(vault, LONG.strip(), "under det store bord i garderoben")
    assert found.standing == ()
    assert found.clean


def test_words_in_an_empty_place_are_remnants(vault):
    """As a program leaves them that does not overwrite; half of a phrase is enough."""
    db = vault.db.conn
    db.execute("PRAGMA secure_delete=OFF")
    db.execute("CREATE TABLE lost(words TEXT)")
    db.executemany(
        "INSERT INTO lost VALUES(?)", [(f"{n} under det store bord",) for n in range(300)]
    )
    db.execute("DROP TABLE lost")
    db.commit()
    found = look(vault, "under det store bord", "helt stille under det store bord")
    assert found.remnants == {b"under det store bord", b"helt stille under det store bord"}
    assert not found.clean


def test_an_index_that_says_more_than_its_rows_is_not_sound(vault):
    """A word left in the search index after its row went."""
    record = put(vault, seen("Almas røde støvler."))
    assert look(vault, "x").index_sound
    place = vault.db.conn.execute("SELECT place FROM current WHERE record=?", (record,)).fetchone()[
        0
    ]
    vault.db.conn.execute("DELETE FROM words_content WHERE id=?", (place,))
    vault.db.conn.commit()
    assert not look(vault, "x").index_sound


def test_files_beside_are_read_as_they_are(vault, tmp_path):
    """A name in clear beside the vault is found."""
    beside = tmp_path / "noget.toml"
    beside.write_text("navn = 'Alma Nowak'", encoding="utf-8")
    found = look(vault, "Alma Nowak", beside=[beside])
    assert found.in_files == {b"Alma Nowak"}
    assert not found.clean
