"""A list on its way in when the machine dies: afterwards all of it is there, or nothing."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import PASSWORD
from tvaerfaglig.services.lists import brought

ROOT = Path(__file__).parents[3]
_SCRIPT = """
import os, signal, sys
from datetime import datetime
from pathlib import Path
from tvaerfaglig.services.lock import entering
from tvaerfaglig.services.clock import SetClock
from tvaerfaglig.services.lists import child_lists, opening

folder, state, path, at = Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4])
session = entering.unlock(folder, "hanne", sys.argv[5], SetClock(datetime(2026, 11, 12, 8)), state)
listed = opening.read_file(session, path, step=lambda _: None)
opened = opening.open_children(session, listed)
wanted = child_lists.Wanted("maelkeboetten", opened.columns)
seen = child_lists.look(session, opened, wanted)

def step(done):
    if done >= at:
        os.kill(os.getpid(), signal.SIGKILL)

child_lists.bring_in(session, opened, wanted, seen, step=step)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs a signal that cannot be caught")
@pytest.mark.parametrize(("at", "there"), [(0, 4), (150, 4), (100_000, 304)])
def test_a_kill_on_the_way_leaves_all_or_nothing(world, tmp_path, at, there):
    """At the first row, half-way, and right after the end; the vault is sound each time."""
    path = tmp_path / "liste.csv"
    rows = "".join(f"Barn{n} Prøve{n};1.2.2022\n" for n in range(300))
    path.write_text("Navn;Født\n" + rows, encoding="utf-8")
    command = [sys.executable, "-c", _SCRIPT, world.folder, world.state, path, str(at), PASSWORD]
    done = subprocess.run(list(map(str, command)), cwd=ROOT, check=False, capture_output=True)
    assert done.returncode == -signal.SIGKILL, done.stderr.decode()
    session = world.session("hanne")
    assert len(session.children()) == there
    assert len(brought.lines(session)) == (1 if there > 4 else 0)
    assert session.vault.examine().sound
