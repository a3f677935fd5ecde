"""The head in the login's keyring: there when it can be had at once and in silence, else simply not."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from datetime import date

import keyring
import pytest
from keyring.backend import KeyringBackend

from tvaerfaglig.domain.observation import Observation
from tvaerfaglig.domain.people import Dagtilbud
from tvaerfaglig.services.copying import bringing_back
from tvaerfaglig.services.lock import entering, founding, head
from tvaerfaglig.services.vault import keeping
from tvaerfaglig.services.vault.keeping import Check
from tvaerfaglig.store import keyring_head
from tvaerfaglig.store.remembered_head import RememberedHead

HEAD = RememberedHead(7, "ab" * 32)
PASSWORD = "kornblomst skovsti regnvejr tirsdag"


class InMemory(KeyringBackend):
    """A keyring as the library knows them, which can be slow, or in pieces."""

    priority = 1
    slow = 0.0
    broken = False

    def __init__(self):
        super().__init__()
        self.kept = {}

    def get_password(self, service, username):
        self._trouble()
        return self.kept.get((service, username))

    def set_password(self, service, username, password):
        self._trouble()
        self.kept[service, username] = password

    def _trouble(self):
        time.sleep(self.slow)
        if self.broken:
            raise RuntimeError


@pytest.fixture
def ring(monkeypatch):
    before = keyring.get_keyring()
    made = InMemory()
    keyring.set_keyring(made)
    monkeypatch.setitem(keyring_head._SILENT, InMemory.__module__, lambda: True)
    yield made
    keyring.set_keyring(before)


def test_it_is_kept_and_read_back_small(ring):
    """A count and a hash, by the vault's id; far below what Windows can hold."""
    keyring_head.note("en-boks", HEAD)
    assert keyring_head.recall("en-boks") == HEAD
    assert keyring_head.recall("en-anden") is None
    (kept,) = ring.kept.values()
    assert len(kept.encode()) < 100


@pytest.mark.parametrize(
    "kept", ["", "7", "x:" + "ab" * 32, "7:" + "AB" * 32, "-1:" + "ab" * 32, "7:" * 9999]
)
def test_nonsense_in_it_is_nothing(ring, kept):
    ring.kept["Tværfaglig", "en-boks"] = kept
    assert keyring_head.recall("en-boks") is None


def test_a_slow_one_is_waited_for_no_longer_than_a_second(ring):
    ring.slow = 3
    began = time.monotonic()
    assert keyring_head.recall("en-boks") is None
    assert time.monotonic() - began < 1.5


def test_a_broken_one_is_nobodys_trouble(ring):
    ring.broken = True
    keyring_head.note("en-boks", HEAD)
    assert keyring_head.recall("en-boks") is None


def test_one_that_might_ask_is_left_alone(ring, monkeypatch):
    """A kind that is not known to be silent, or one that is locked, is never spoken to."""
    monkeypatch.setitem(keyring_head._SILENT, InMemory.__module__, lambda: False)
    keyring_head.note("en-boks", HEAD)
    monkeypatch.delitem(keyring_head._SILENT, InMemory.__module__)
    keyring_head.note("en-boks", HEAD)
    assert ring.kept == {}


@pytest.mark.skipif(sys.platform != "linux", reason="the Secret Service is Linux's")
def test_a_bus_without_a_keyring_has_none(tmp_path, monkeypatch):
    """A real message bus on which nobody keeps secrets: not open, and said at once."""
    if not shutil.which("dbus-daemon"):
        pytest.skip("there is no dbus-daemon here")
    daemon = subprocess.Popen(
        [
            "dbus-daemon",
            "--session",
            "--nofork",
            "--print-address",
            f"--address=unix:dir={tmp_path}",
        ],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", daemon.stdout.readline().strip())
    try:
        assert not keyring_head._secret_service_is_open()
    finally:
        daemon.kill()
        daemon.communicate()


def test_it_is_not_loaded_before_it_is_asked():
    """Neither the start nor an unlocking pays for it."""
    code = (
        "import sys; from tvaerfaglig import app; from tvaerfaglig.services.lock import entering\n"
        "print('keyring' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout == "False\n"


def test_a_cut_tail_is_told_when_the_state_folder_was_cleared(ring, tmp_path, clock):
    """A real vault: an older state of it is put back, and this computer's own notes are gone."""
    folder, state = tmp_path / "boks", tmp_path / "state"
    founded = founding.found(
        folder, state, clock, house=Dagtilbud(name="Birken"), leader="Asta Holm", password=PASSWORD
    )
    person = founded.session.my_id
    entering.close(founded.session)
    older = shutil.copytree(folder, tmp_path / "older")

    def unlock():
        return entering.unlock(folder, person, PASSWORD, clock, state)

    def doubt(session):
        return head.compare_head(session, head.head_in_keyring(session))

    session = unlock()
    session.looked(child="en", what="barn")
    assert doubt(session) == ""
    entering.close(session)
    shutil.rmtree(folder)
    shutil.copytree(older, folder)
    shutil.rmtree(state)
    session = unlock()
    assert session.warning == ""
    assert "Boksen er ældre end sidst" in doubt(session)
    session.vault.close()
    opened = keeping.open_keys(folder, person, PASSWORD)
    assert keeping.verify(folder, opened, tmp_path / "tom").of(Check.HEAD)


def test_a_demo_leaves_nothing_in_it(ring, world):
    """What is thrown away is not noted for good."""
    session = world.session("hanne")
    assert head.head_in_keyring(session) is None
    entering.close(session)
    world.open_sessions.clear()
    assert ring.kept == {}


def test_a_trial_leaves_what_the_keyring_knows_alone(tmp_path, clock, ring):
    """It holds the head of the vault that is worked in, not of one brought back beside it."""
    founded = founding.found(
        tmp_path / "boks",
        tmp_path / "state",
        clock,
        house=Dagtilbud(name="Mælkebøtten"),
        leader="Hanne Bjerre",
        password=PASSWORD,
    )
    copy = keeping.backup(founded.session, tmp_path / "kopier")
    with founded.session.write() as pen:
        pen.put(Observation(day=date(2026, 11, 13), text="Siden."))
    entering.close(founded.session)
    again = entering.unlock(
        tmp_path / "boks", founded.session.my_id, PASSWORD, clock, tmp_path / "state"
    )
    known = dict(ring.kept)
    assert known
    assert bringing_back.try_out(again, copy, tmp_path / "proeve").sound
    assert ring.kept == known
    again.vault.close()
