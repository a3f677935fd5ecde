"""What lies in the user's own folder: this computer's signing key, and where the log had come to."""

from __future__ import annotations

import json
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tvaerfaglig.store.device_key import device_key, verify
from tvaerfaglig.store.key_errors import BrokenStateFile, StateUnusable
from tvaerfaglig.store.remembered_head import RememberedHead, remember_head, remembered_head

VAULT = "0197f3a0-1111-7222-8333-944445555666"
HEAD = "0f" * 32


def test_signs_and_is_known_again(tmp_path):
    """The same key comes back, and its signature holds for that message only."""
    key = device_key(tmp_path / "ny", VAULT)
    again = device_key(tmp_path / "ny", VAULT)
    assert again == key
    assert len(key.device_id) == 8
    int(key.device_id, 16)
    signature = again.sign(b"besked")
    assert verify(key.public, b"besked", signature)
    assert not verify(key.public, b"beskeD", signature)
    assert not verify(device_key(tmp_path, "en-anden").public, b"besked", signature)


def test_one_key_per_vault_and_folder(tmp_path):
    """Another vault or another user's folder gets another id, so no stream is ever forked."""
    made = [
        device_key(tmp_path / "a", VAULT),
        device_key(tmp_path / "a", "anden"),
        device_key(tmp_path / "b", VAULT),
    ]
    assert len({key.device_id for key in made}) == 3
    assert len({key.public for key in made}) == 3


@given(junk=st.binary(max_size=80))
def test_verify_never_stumbles(junk):
    """Bytes that are no key or no signature are simply not verified."""
    assert not verify(junk, b"besked", junk)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such rights")
def test_only_the_owner_reads_it(tmp_path):
    """The key file and its folder are the user's own, and the repr is silent about the key."""
    key = device_key(tmp_path / "ny", VAULT)
    path = tmp_path / "ny" / f"{VAULT}.device"
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert json.loads(path.read_bytes())["private"] not in repr(key)
    assert repr(key.private) not in repr(key)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"{}",
        b"\xff",
        json.dumps({"vault_id": VAULT, "device_id": "zz", "private": "00"}).encode(),
    ],
)
def test_unusable_key_is_set_aside(tmp_path, content):
    """A worn key file makes a new device, and the worn one is not thrown away."""
    path = tmp_path / f"{VAULT}.device"
    path.write_bytes(content)
    key = device_key(tmp_path, VAULT)
    assert verify(key.public, b"m", key.sign(b"m"))
    assert (tmp_path / f"{VAULT}.device.broken").read_bytes() == content
    assert device_key(tmp_path, VAULT) == key


def test_another_vaults_key_is_not_taken(tmp_path):
    """A key file copied under another vault's name is not that vault's key."""
    theirs = device_key(tmp_path, "anden")
    (tmp_path / "anden.device").rename(tmp_path / f"{VAULT}.device")
    assert device_key(tmp_path, VAULT).device_id != theirs.device_id


def test_head_is_remembered(tmp_path):
    """The last note wins; before the first there is none; each vault has its own."""
    assert remembered_head(tmp_path / "ny", VAULT) is None
    remember_head(tmp_path / "ny", VAULT, 3, "00" * 32)
    remember_head(tmp_path / "ny", VAULT, 4, HEAD)
    assert remembered_head(tmp_path / "ny", VAULT) == RememberedHead(4, HEAD)
    assert remembered_head(tmp_path / "ny", "anden") is None


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"{}",
        json.dumps({"vault_id": VAULT, "count": 1, "head": "kort"}).encode(),
        json.dumps({"vault_id": VAULT, "count": "1", "head": HEAD}).encode(),
        json.dumps({"vault_id": "anden", "count": 1, "head": HEAD}).encode(),
    ],
)
def test_senseless_head_is_said_aloud(tmp_path, content):
    """A note that cannot be read is not taken for "never seen": a cut tail would hide there."""
    (tmp_path / f"{VAULT}.head").write_bytes(content)
    with pytest.raises(BrokenStateFile):
        remembered_head(tmp_path, VAULT)
    remember_head(tmp_path, VAULT, 1, HEAD)
    assert remembered_head(tmp_path, VAULT) == RememberedHead(1, HEAD)


def test_no_path_from_an_id(tmp_path):
    """An id that would be a path, or a head that is none, is refused."""
    for hostile in ("../x", "", "a/b"):
        with pytest.raises(ValueError):
            device_key(tmp_path, hostile)
        with pytest.raises(ValueError):
            remembered_head(tmp_path, hostile)
    with pytest.raises(ValueError):
        remember_head(tmp_path, VAULT, 1, "kort")
    assert not list(tmp_path.iterdir())


def test_unusable_folder_is_told(tmp_path):
    """A state folder that is a file gives words, not a traceback."""
    (tmp_path / "fil").write_bytes(b"")
    with pytest.raises(StateUnusable):
        device_key(tmp_path / "fil", VAULT)
    with pytest.raises(StateUnusable):
        remember_head(tmp_path / "fil", VAULT, 1, HEAD)
    with pytest.raises(StateUnusable):
        remembered_head(tmp_path / "fil", VAULT)
