"""Files lie in the vault in pieces, come out as they went in, and can be erased."""

from __future__ import annotations

import hashlib
import secrets

import pytest

from tests.store.bare_vault import decrypted, erase, make
from tvaerfaglig.store.vault import FILE

MIB = 1 << 20


@pytest.fixture
def vault(tmp_path):
    made = make(tmp_path / "boks")
    yield made
    made.close()


@pytest.mark.parametrize("size", [1, MIB - 1, MIB, MIB + 1, 3 * MIB + 17])
def test_a_file_comes_out_as_it_went_in(vault, size):
    """Also over the edges of the pieces it is kept in."""
    content = secrets.token_bytes(size)
    with vault.write("mette") as pen:
        blob, sha = pen.put_blob(content)
    assert vault.blob(blob) == content
    assert sha == hashlib.sha256(content).hexdigest()
    pieces = vault.db.conn.execute("SELECT count(*), max(length(chunk)) FROM blob").fetchone()
    assert pieces == (-(-size // MIB), min(size, MIB))


def test_the_same_file_twice_is_two(vault):
    """One child's erasure must not take the other's."""
    with vault.write("mette") as pen:
        first, _ = pen.put_blob(b"tegning")
        second, _ = pen.put_blob(b"tegning")
    erase(vault, attachments=(first,))
    assert vault.blob(first) == b""
    assert vault.blob(second) == b"tegning"


def test_an_erased_file_leaves_no_byte(vault):
    """Not under the cipher either."""
    mark = b"sporet-i-sneen"
    with vault.write("mette") as pen:
        blob, _ = pen.put_blob(secrets.token_bytes(2 * MIB) + mark + secrets.token_bytes(99))
    vault.db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert mark in decrypted(vault.folder / FILE)
    erase(vault, attachments=(blob,))
    assert mark not in decrypted(vault.folder / FILE)
    assert (vault.folder / f"{FILE}-wal").stat().st_size == 0
    assert vault.examine().sound
