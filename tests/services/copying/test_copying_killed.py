"""Power cuts while copies are taken, carried, thrown away and brought back: what has a name is whole."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import PASSWORD
from tests.services.copying.copying_world import Copier, names, write
from tests.store.kill_points import kill_points
from tvaerfaglig.services.clock import SetClock
from tvaerfaglig.services.copying import bringing_back, daily
from tvaerfaglig.services.copying.bringing_back import Way
from tvaerfaglig.services.lock import entering
from tvaerfaglig.services.vault import keeping
from tvaerfaglig.store.carrying import carry
from tvaerfaglig.store.manifest import is_as_written
from tvaerfaglig.store.shelf import copies_in, newest, prune

ROOT = Path(__file__).resolve().parents[3]
DAYS = """
import sys
from datetime import datetime
from pathlib import Path
sys.path.insert(0, {root!r})
from tvaerfaglig.services.lock import entering
from tvaerfaglig.services.clock import SetClock
from tvaerfaglig.services.copying import daily
vault, state, day = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
clock = SetClock(datetime(2026, 12, 1, 8, 0))
clock.forward(days=day)
session = entering.unlock(vault, "hanne", {password!r}, clock, state)
print("klar", flush=True)
while True:
    done = daily.run(session, daily.due(session))
    daily.note(session, done)
    print(done.made is not None, done.carried is not None, flush=True)
    clock.forward(days=1)
"""
BACK = """
import sys
from pathlib import Path
sys.path.insert(0, {root!r})
from tvaerfaglig.services.clock import SystemClock
from tvaerfaglig.services.copying import bringing_back
from tvaerfaglig.services.copying.bringing_back import Way
copy, new, state = map(Path, sys.argv[1:])
print("klar", flush=True)
for number in range(99):
    done = bringing_back.bring_back(
        copy, new / str(number), Way(person="mette", password={password!r}), SystemClock(), state
    )
    print(done.folder.name, flush=True)
"""


@pytest.fixture
def copier(world, tmp_path) -> Copier:
    made = Copier(world, tmp_path / "seagate")
    made.plug_in()
    write(made.session, "Alma sang. " * 400)
    return made


def _killed(code: str, answers: int, after: float, *words: object) -> list[str]:
    """Run it until it has answered so often, kill it so long after, and say what it had answered by then."""
    program = subprocess.Popen(
        [
            sys.executable,
            "-c",
            code.format(root=str(ROOT), password=PASSWORD),
            *map(str, words),
        ],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert program.stdout.readline() == "klar\n", program.stderr.read()
    heard = [program.stdout.readline().strip() for _ in range(answers)]
    time.sleep(after)
    os.kill(program.pid, signal.SIGKILL)
    return [*heard, *program.communicate()[0].splitlines()]


def _all_whole(*shelves: Path) -> None:
    for shelf in shelves:
        for one in copies_in(shelf) if shelf.exists() else ():
            assert one.whole
            assert is_as_written(one.folder, one.manifest)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no kill -9 on this platform")
def test_killed_at_odd_moments_every_copy_that_can_be_seen_is_whole(copier, world):
    """Ten kills over copying, pruning and carrying: none half, none lost, and all goes on."""
    world.close()
    days = 0
    for kill in range(10):
        before = {one.name for one in copies_in(copier.shelf)} if copier.shelf.exists() else set()
        answers = _killed(DAYS, kill, 0.017 * kill, world.folder, world.state, days)
        days += len(answers) + 1
        _all_whole(copier.shelf, copier.second)
        after = {one.name for one in copies_in(copier.shelf)} if copier.shelf.exists() else set()
        assert len(after) >= min(len(before), 7)
    assert days > 50
    clock = SetClock(world.clock.at)
    clock.forward(days=400)
    session = entering.unlock(world.folder, "hanne", PASSWORD, clock, world.state)
    done = daily.run(session, daily.due(session))
    assert done.made is not None
    assert done.carried is not None
    assert [one for one in names(copier.shelf) + names(copier.second) if ".part" in one] == []
    session.vault.close()
    assert keeping.verify(
        world.folder, keeping.open_keys(world.folder, "hanne", PASSWORD), world.state
    ).sound


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no kill -9 on this platform")
def test_killed_while_bringing_back_there_is_a_vault_or_none(copier, world, tmp_path):
    """Eight kills: each folder with its name holds a whole vault, and the next try succeeds."""
    copier.round()
    world.close()
    copy = next(copier.second.iterdir())
    state, done = tmp_path / "ny-state", 0
    for kill in range(8):
        new = tmp_path / f"ny{kill}"
        new.mkdir()
        _killed(BACK, kill % 2, 0.01 + 0.025 * kill, copy, new, state)
        for place in new.iterdir():
            if place.name.isdigit():
                opened = keeping.open_keys(place, "mette", PASSWORD)
                assert keeping.verify(place, opened, tmp_path / "ingen").sound
                done += 1
    assert done >= 4
    _all_whole(copier.second)
    way = Way(person="mette", password=PASSWORD)
    again = bringing_back.bring_back(copy, tmp_path / "ny0" / "0b", way, world.clock, state)
    assert again.events


def test_at_every_point_of_carrying_the_second_place_holds_whole_copies(copier, tmp_path):
    """Killed before any touch of any file there: what is visible is whole, and the next try finishes."""
    copier.round()
    copy, place = next(copier.shelf.iterdir()), tmp_path / "drev"
    place.mkdir()
    points = kill_points(place, tmp_path / "punkter", lambda: carry(copy, place))
    assert len(points) > 4
    for point in points:
        _all_whole(point)
        carried = carry(copy, point)
        assert is_as_written(carried, copies_in(point)[0].manifest)
        assert names(point) == [copy.name]


def test_at_every_point_of_throwing_away_the_rest_stands(copier, world, tmp_path):
    """Killed while old copies go: no half one is seen, and the newest is always there."""
    for _ in range(12):
        errand = daily.due(copier.session)
        shelf = tmp_path / "alle"
        made = keeping.backup(copier.session, shelf)
        assert errand is not None
        world.clock.forward(days=1)
    kept = {}
    points = kill_points(
        shelf, tmp_path / "punkter", lambda: kept.update(gone=prune(shelf, made, world.clock.now()))
    )
    assert len(kept["gone"]) >= 2
    for point in points:
        _all_whole(point)
        best = newest(copies_in(point), world.clock.now())
        assert best.name == made.name
        prune(point, point / made.name, world.clock.now())
        assert {one.name for one in copies_in(point)} == {one.name for one in copies_in(shelf)}


def test_a_drive_that_lies_is_found_out(copier, tmp_path, monkeypatch):
    """What is read back is not what was written: no copy there, and the words say so."""
    copier.round()
    copy, place = next(copier.shelf.iterdir()), tmp_path / "drev"
    place.mkdir()
    from tvaerfaglig.store import carrying
    from tvaerfaglig.store.errors import NotCopied

    written = carrying._write

    def worn(copy, part, files, tell):
        written(copy, part, files, tell)
        content = bytearray((part / "vault.db").read_bytes())
        content[9000] ^= 1
        (part / "vault.db").write_bytes(content)

    monkeypatch.setattr(carrying, "_write", worn)
    with pytest.raises(NotCopied, match="kunne ikke læses igen"):
        carry(copy, place)
    assert names(place) == []
