"""A vault where nothing can be written: read by the leader, every act refused in a sentence, nothing left beside it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import PASSWORD
from tvaerfaglig.domain.acts import Settings
from tvaerfaglig.domain.observation import Involved, Observation
from tvaerfaglig.services import (
    administration,
    drafts,
    recording,
    staffing,
    underretninger,
    waiting,
)
from tvaerfaglig.services.copying import daily
from tvaerfaglig.services.errors import NotAllowed
from tvaerfaglig.services.lock import entering, holding, quick_notes
from tvaerfaglig.services.observations import reading as observations
from tvaerfaglig.services.vault import caring, keeping
from tvaerfaglig.store import migrations, queries
from tvaerfaglig.store.errors import CannotOpen, ReadOnly, VaultError

ROOT = Path(__file__).resolve().parents[3]
NOTE = Observation(
    day=date(2026, 11, 12), involved=(Involved(child="alma"),), text="Sang ved bordet."
)


@pytest.fixture
def on_disc(world, small_disk):
    """The house on a disk that became read-only; what one does beforehand is handed in."""

    def burn(before=lambda session: None):
        session = world.session("hanne")
        recording.save(session, NOTE)
        before(session)
        world.close()
        disk = small_disk("60m")
        world.folder = Path(shutil.copytree(world.folder, disk / "boks"))
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        return world.folder

    return burn


def contents(folder):
    return {path.name: path.stat().st_mtime_ns for path in folder.rglob("*")}


def test_the_leader_reads_and_nothing_is_left_beside_it(on_disc, world):
    """Overblik, child, timeline, observation, people, the vault's own page: as ever, and not noted."""
    folder = on_disc()
    before = contents(folder)
    hanne = world.session("hanne")
    assert hanne.only_reads
    count = hanne.vault.log.count()
    assert waiting.overview(hanne).children
    (seen,) = queries.of_child(hanne.vault, Observation, "alma")
    assert observations.open_observation(hanne, seen.id).stored.record == NOTE
    assert administration.administration(hanne).people
    assert caring.care(hanne).folder == folder
    assert daily.due(hanne) is None
    hanne.looked(child="alma")
    assert hanne.vault.log.count() == count
    entering.close(hanne)
    world.open_sessions.clear()
    assert contents(folder) == before


def test_only_the_leader(on_disc, world):
    """What she looks at cannot be noted, so nobody else comes in, and is told why."""
    on_disc()
    with pytest.raises(NotAllowed, match="åbner den kun for lederen"):
        world.session("mette")


ACTS = {
    "an observation": lambda s: recording.save(s, NOTE),
    "a draft": lambda s: drafts.keep(s, "observation:ny:1", "observation", "{}"),
    "laying a draft away": lambda s: drafts.drop(s, "observation:ny:1"),
    "a letter": lambda s: underretninger.begin(s, "alma"),
    "settings": lambda s: staffing.save_settings(s, Settings(idle_minutes=3)),
    "a name": lambda s: staffing.change_person(s, "mette", replace(s.staff()["mette"], name="M S")),
    "a removal": lambda s: staffing.remove_person(s, "mette"),
    "a colleague": lambda s: staffing.add_person(
        s, replace(s.staff()["mette"], name="Ny"), PASSWORD
    ),
    "a password": lambda s: staffing.change_my_password(s, PASSWORD, "blåbær havnefront uldtråd"),
    "a recovery sheet": staffing.new_recovery_code,
}


@pytest.mark.parametrize("act", ACTS)
def test_every_act_is_refused_in_a_sentence(on_disc, world, act):
    """What happened, and what to do; nothing is half done, and reading goes on."""
    folder = on_disc()
    before = contents(folder)
    hanne = world.session("hanne")
    with pytest.raises(VaultError) as refused:
        ACTS[act](hanne)
    assert str(refused.value).endswith(".")
    assert "skrive" in str(refused.value)
    assert waiting.overview(hanne).children
    world.close()
    assert contents(folder) == before


def test_a_vault_of_another_shape_says_so(on_disc, world, monkeypatch):
    """It cannot be brought to today's shape there, and is not shown wrongly."""
    on_disc()
    monkeypatch.setattr(migrations, "STEPS", [*migrations.STEPS, ("9999_later", "SELECT 1;")])
    with pytest.raises(ReadOnly, match="Kopiér hele mappen"):
        world.session("hanne")


def test_a_log_that_was_not_folded_in_says_so(on_disc, world):
    """A vault copied while it was open: older pages are never shown as if they were all."""

    def before(session):
        wal = (world.folder / "vault.db-wal").read_bytes()
        session.vault.close()
        world.open_sessions.clear()
        (world.folder / "vault.db-wal").write_bytes(wal)

    on_disc(before)
    with pytest.raises(CannotOpen, match="ikke ført ind"):
        world.session("hanne")


def test_who_has_it_open_is_still_asked(on_disc, world):
    """No file is made to hold it; without one nobody is kept out."""
    folder = on_disc()
    hold = holding.hold(folder, "Hanne", world.clock)
    assert holding.who(folder, world.clock) is None
    hold.release()
    assert not (folder / holding.FILE).exists()


def test_a_note_at_the_door_says_so(on_disc, world):
    on_disc()
    with pytest.raises(quick_notes.NotLeft, match="skrivebeskyttet"):
        quick_notes.leave(world.folder, "mette", "Alma", world.clock)


def test_it_can_be_copied_and_verified(on_disc, world, tmp_path):
    """Out of the read-only place to one that can be written."""
    folder = on_disc()
    opened = keeping.open_keys(folder, "hanne", PASSWORD)
    assert keeping.verify(folder, opened, world.state).sound
    keeping.backup_vault(folder, opened, tmp_path / "kopier", world.clock)


_READS = """
import os, sys; sys.path.insert(0, {root!r})
from datetime import datetime
from pathlib import Path
from tvaerfaglig.services import recording, waiting
from tvaerfaglig.services.lock import entering
from tvaerfaglig.services.clock import SetClock
from tvaerfaglig.domain.acts import Settings
from tvaerfaglig.services import staffing
folder = Path({folder!r})
assert not os.access(folder, os.W_OK) or not os.access(folder / "vault.db", os.W_OK)
before = sorted(os.listdir(folder))
session = entering.held(folder, "Hanne", SetClock(datetime(2026, 11, 12, 9)), lambda: entering.unlock(
    folder, "hanne", {password!r}, SetClock(datetime(2026, 11, 12, 9)), Path({state!r})))
assert session.only_reads and waiting.overview(session).children
try:
    staffing.save_settings(session, Settings(idle_minutes=3))
except Exception as refused:
    print(refused)
entering.close(session)
assert sorted(os.listdir(folder)) == before, os.listdir(folder)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="modes are not Windows'")
@pytest.mark.parametrize("what", ["folder", "file", "both"])
def test_taken_rights_are_the_same_as_a_locked_medium(world, what):
    """As somebody whom the modes bind: a folder of 555, a file of 444."""
    world.session("hanne")
    world.close()
    for path in world.folder.glob("*"):
        if what in {"file", "both"} and path.is_file():
            path.chmod(0o444)
    if what in {"folder", "both"}:
        world.folder.chmod(0o555)
    bound = [] if os.geteuid() else ["setpriv", "--bounding-set", "-dac_override,-dac_read_search"]
    if bound and not shutil.which("setpriv"):
        pytest.skip("root is bound by no mode, and setpriv is not here")
    code = _READS.format(
        root=str(ROOT), folder=str(world.folder), password=PASSWORD, state=str(world.state)
    )
    done = subprocess.run(
        [*bound, sys.executable, "-c", code], check=False, capture_output=True, encoding="utf-8"
    )
    world.folder.chmod(0o755)
    assert done.returncode == 0, done.stderr
    assert "kun læses her" in done.stdout
