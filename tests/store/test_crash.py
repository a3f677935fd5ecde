"""Power cuts, full disks and second programs: what was said to be saved is there, and nothing is half."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.store.bare_vault import KEY, erase, hand, make, put, reopen, seen
from tvaerfaglig.domain.observation import Observation
from tvaerfaglig.store import queries
from tvaerfaglig.store.driver import open_store
from tvaerfaglig.store.errors import DiskFull
from tvaerfaglig.store.vault import FILE

ROOT = Path(__file__).resolve().parents[2]
WRITER = """
import sys
from pathlib import Path
sys.path.insert(0, {root!r})
from tests.store.bare_vault import Ticking, erase, put, reopen, seen
vault = reopen(Path(sys.argv[1]), Ticking())
print("klar", flush=True)
for number in range(int(sys.argv[2])):
    record = put(vault, seen(f"nr. {{number}} af {{sys.argv[3]}}", "alma", "bertil"))
    if number % 7 == 6:
        erase(vault, vault.versions_of(record)[-1][0])
    print(record, number % 7 == 6, flush=True)
"""


def _writer(folder: Path, many: int, name: str) -> subprocess.Popen[str]:
    code = WRITER.format(root=str(ROOT))
    return subprocess.Popen(
        [sys.executable, "-c", code, str(folder), str(many), name],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no kill -9 on this platform")
def test_a_kill_in_the_middle_of_writing_loses_nothing_that_was_said_to_be_saved(tmp_path):
    """Ten kills at odd moments: every acknowledged record is there, none is half, the log is whole."""
    folder = tmp_path / "boks"
    make(folder).close()
    saved: dict[str, bool] = {}
    for kill in range(10):
        writer = _writer(folder, 10_000, f"kill{kill}")
        assert writer.stdout.readline() == "klar\n", writer.stderr.read()
        time.sleep(0.01 + 0.013 * kill)
        os.kill(writer.pid, signal.SIGKILL)
        out, _ = writer.communicate()
        for line in out.splitlines():
            if line.endswith(("True", "False")):
                record, _, erased = line.partition(" ")
                saved[record] = erased == "True"
    vault = reopen(folder)
    assert vault.examine().sound
    for record, erased in saved.items():
        assert (queries.one(vault, Observation, record) is None) == erased
    halves = "SELECT count(*) FROM event e WHERE kind='observation' AND (SELECT count(*) FROM event WHERE record LIKE e.record || ':%') <> 2"
    assert vault.db.conn.execute(halves).fetchone() == (0,)
    assert len(saved) > 20
    vault.close()


def test_two_programs_writing_at_once_lose_nothing(tmp_path):
    """Both finish, and everything of both is in one whole log."""
    folder = tmp_path / "boks"
    make(folder).close()
    writers = [_writer(folder, 60, name) for name in ("a", "b")]
    outs = [writer.communicate(timeout=60) for writer in writers]
    assert [err for _, err in outs] == ["", ""]
    vault = reopen(folder)
    records = [line.split()[0] for out, _ in outs for line in out.splitlines()[1:]]
    assert len(records) == len(set(records)) == 120
    assert vault.examine().sound
    assert vault.db.conn.execute(
        "SELECT count(DISTINCT record) FROM event WHERE kind='observation'"
    ).fetchone() == (120,)
    vault.close()


@pytest.fixture
def disk(small_disk):
    """Six megabytes that end."""
    return small_disk("6m")


def _fill(place: Path) -> Path:
    filler = place / "filler"
    with filler.open("wb", buffering=0) as out:
        for size in (1 << 16, 1 << 12, 1):
            try:
                while True:
                    out.write(b"x" * size)
            except OSError:
                continue
    return filler


def test_a_full_disk_is_said_in_words_and_costs_nothing(disk):
    """Saving says why not, reading works, opening works, and it goes on when there is room again."""
    folder = disk / "boks"
    vault = make(folder)
    kept = [put(vault, seen(f"Plads nok, nr. {number}.")) for number in range(20)]
    filler = _fill(disk)
    for _ in range(20):
        with pytest.raises(DiskFull, match="ikke mere plads"):
            put(vault, seen("For meget. " * 2000))
        with pytest.raises(DiskFull):
            vault.save_draft("mette", "ny", "observation", "For meget. " * 2000)
    assert {one.id for one in queries.all_of(vault, Observation)} == set(kept)
    assert vault.examine().sound
    vault.close()
    vault = reopen(folder)
    assert {one.id for one in queries.all_of(vault, Observation)} == set(kept)
    filler.unlink()
    after = put(vault, seen("Nu er der plads. " * 2000))
    assert queries.one(vault, Observation, after)
    assert vault.examine().sound
    vault.close()


def test_erasing_on_a_full_disk_is_whole_or_not_at_all(disk):
    """Never a decision without its deed, or a deed without its decision."""
    vault = make(disk / "boks")
    record = put(vault, seen("Skal slettes. " * 500))
    version = vault.versions_of(record)[0][0]
    filler = _fill(disk)
    with pytest.raises(DiskFull):
        for _ in range(50):  # room in the last page may be left for one
            put(vault, seen("x" * 4000))
        erase(vault, version)
    assert queries.one(vault, Observation, record)
    filler.unlink()
    erase(vault, version)
    assert queries.one(vault, Observation, record) is None
    assert vault.examine().sound
    vault.close()


def test_a_torn_write_ahead_log_opens_as_what_was_whole(tmp_path):
    """A power cut in the middle of a page: the vault opens with a beginning of what was written."""
    folder = tmp_path / "boks"
    vault = make(folder)
    vault.db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    records = [put(vault, seen(f"nr. {number}")) for number in range(10)]
    log = (folder / f"{FILE}-wal").read_bytes()
    content = (folder / FILE).read_bytes()
    vault.db.conn.close()
    for cut in range(0, len(log), len(log) // 15):
        for torn in (log[:cut], log[:cut] + b"\0" * (len(log) - cut)):
            place = tmp_path / f"torn-{cut}-{len(torn)}"
            place.mkdir()
            (place / FILE).write_bytes(content)
            (place / f"{FILE}-wal").write_bytes(torn)
            again = reopen(place)
            there = {one.id for one in queries.all_of(again, Observation)}
            assert there == set(records[: len(there)])
            assert again.examine().sound
            again.close()
            shutil.rmtree(place)


def test_a_vault_can_be_looked_at_where_nothing_can_be_written(disk):
    """On a read-only disk it opens for looking, and saving says why not."""
    folder = disk / "boks"
    vault = make(folder)
    put(vault, seen("På en skrivebeskyttet disk."))
    vault.close()
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    db = open_store(folder / FILE, KEY, only_read=True)
    from tvaerfaglig.store.checking import examine

    assert examine(db).sound
    db.conn.close()
    from tvaerfaglig.store.errors import VaultError

    with pytest.raises(VaultError, match=r"kan ikke (læses|åbnes)|ikke kan skrives"):
        reopen(folder, signer=hand())
