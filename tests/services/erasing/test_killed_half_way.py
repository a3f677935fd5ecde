"""A kill in the middle of an erasure: the child is there as she was, or she is gone. Never between."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import PASSWORD
from tests.services.erasing.house import close_all, furnish
from tests.store.bare_vault import everything_in
from tvaerfaglig.domain.people import Child
from tvaerfaglig.services import library
from tvaerfaglig.services.erasing import acts
from tvaerfaglig.services.lock import entering
from tvaerfaglig.services.vault import keeping
from tvaerfaglig.store import queries
from tvaerfaglig.store import vault as vaults
from tvaerfaglig.store.erased_list import remembered_erased
from tvaerfaglig.store.pages import file_pages

RULES = library.load().retention
ROOT = Path(__file__).resolve().parents[3]
ERASER = """
import sys
from datetime import datetime
from pathlib import Path
sys.path.insert(0, {root!r})
from tvaerfaglig.services import library
from tvaerfaglig.services.lock import entering
from tvaerfaglig.services.clock import SetClock
from tvaerfaglig.services.erasing import acts
clock = SetClock(datetime(2026, 11, 12, 8, 0))
session = entering.unlock(Path(sys.argv[1]), "hanne", {password!r}, clock, Path(sys.argv[2]))
rules = library.load().retention
print("klar", flush=True)
acts.erase_child(session, "alma", "anmodning", rules)
print("slettet", flush=True)
"""


@pytest.fixture
def furnished(world, tmp_path):
    session = world.session("hanne")
    furnish(session, tmp_path)
    close_all(session)
    entering.close(session)
    world.open_sessions.clear()
    world.built_state = tmp_path / "som den var"
    shutil.copytree(world.state, world.built_state)
    return world


def state_of(folder, state, world):
    """Whether she is there; and that everything else says the same."""
    session = entering.unlock(folder, "hanne", PASSWORD, world.clock, state)
    try:
        there = queries.one(session.vault, Child, "alma") is not None
        inside = everything_in(session.vault)
        assert ("031322-0000" in inside) == there
        assert ("garderoben" in inside) == there
        assert ("En samtale vi aldrig gemte" in inside) == there
        assert ("et barn, der er slettet" in inside) != there
        assert session.vault.db.conn.execute("SELECT count(*) FROM blob").fetchone() == (
            int(there),
        )
        assert (
            session.vault.db.conn.execute("SELECT count(*) FROM erased").fetchone()[0] > 0 or there
        )
        if not there:
            assert "alma" in remembered_erased(state, session.vault.id)
        report = session.vault.examine()
        assert report.sound, report.flaws
        assert session.warning == "" or not there
        return there
    finally:
        session.vault.close()


def test_at_sixty_points_inside_the_transaction(furnished, tmp_path):
    """The vault's files as they lay at each point, opened as after a power cut: first old, then new."""
    world = furnished
    session = world.session("hanne")
    taken = []

    def snap() -> int:
        if len(taken) < 400:
            place = tmp_path / "points" / f"{len(taken):03}"
            shutil.copytree(world.folder, place)
            taken.append(place)
        return 0

    session.vault.db.conn.set_progress_handler(snap, 120)
    acts.erase_child(session, "alma", "anmodning", RULES)
    session.vault.db.conn.set_progress_handler(None, 0)
    snap()
    assert len(taken) > 60
    found = []
    for number, place in enumerate([*taken[:: max(1, len(taken) // 60)], taken[-1]]):
        state = tmp_path / "states" / str(number)
        shutil.copytree(world.state, state)
        found.append(state_of(place, state, world))
    assert found == sorted(found, reverse=True)
    assert (found[0], found[-1]) == (True, False)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no kill -9 on this platform")
def test_real_kills_of_a_real_process(furnished, tmp_path):
    """Six programs killed at odd moments of the erasure, some before it, some in it, some after."""
    world = furnished
    code = ERASER.format(root=str(ROOT), password=PASSWORD)
    found = []
    for kill in range(6):
        folder, state = tmp_path / f"boks{kill}", tmp_path / f"state{kill}"
        shutil.copytree(world.folder, folder)
        shutil.copytree(world.state, state)
        eraser = subprocess.Popen(
            [sys.executable, "-c", code, str(folder), str(state)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert eraser.stdout.readline() == "klar\n", eraser.stderr.read()
        time.sleep(0.01 * kill)
        os.kill(eraser.pid, signal.SIGKILL)
        out, _ = eraser.communicate()
        there = state_of(folder, state, world)
        assert not (there and "slettet" in out)
        found.append(there)
    assert True in found


@pytest.fixture
def cut_off(furnished, tmp_path, monkeypatch):
    """The folder as a kill leaves it after the commit, before the log is brought home into the file."""
    session, place = furnished.session("hanne"), tmp_path / "afbrudt"
    with monkeypatch.context() as killing:
        killing.setattr(vaults, "fold_in", lambda *_a: shutil.copytree(furnished.folder, place))
        acts.erase_child(session, "alma", "anmodning", RULES)
    furnished.key = session.opened.subkey("sqlcipher")
    furnished.close()
    return place


def test_cut_anywhere_in_the_commit_it_is_the_old_state_or_the_new(furnished, cut_off, tmp_path):
    """The write-ahead log torn at twenty places, and torn with rubbish behind."""
    log = (cut_off / "vault.db-wal").read_bytes()
    found = []
    for number, cut in enumerate((*range(0, len(log), len(log) // 20), len(log))):
        for rubbish in (b"", os.urandom(5000)):
            place, state = (
                tmp_path / f"{number}{len(rubbish)}",
                tmp_path / f"s{number}{len(rubbish)}",
            )
            shutil.copytree(cut_off, place)
            shutil.copytree(furnished.built_state, state)
            (place / "vault.db-shm").unlink(missing_ok=True)
            (place / "vault.db-wal").write_bytes(log[:cut] + rubbish)
            found.append(state_of(place, state, furnished))
    assert found == sorted(found, reverse=True)
    assert {True, False} == set(found)


def test_after_a_kill_before_the_log_was_brought_home_nothing_lies_under_the_cipher(
    furnished, cut_off, tmp_path
):
    """The pages as they were stand in the file until it is opened again; then they are gone."""
    world, place, key = furnished, cut_off, furnished.key
    assert b"garderoben" in b"".join(file_pages(place / "vault.db", key))
    again = entering.unlock(place, "hanne", PASSWORD, world.clock, tmp_path / "state2")
    world.open_sessions.append(again)
    assert b"garderoben" not in b"".join(file_pages(place / "vault.db", key))
    assert keeping.verify(place, again.opened, tmp_path / "state2").sound
