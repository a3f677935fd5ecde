"""Rows 4–7: worn disks, power cuts, lost files, wrong keys. Found every time, said plainly, never another text."""

from __future__ import annotations

import hashlib
import random
import secrets
import shutil
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import PASSWORD
from tests.faults import deeds
from tests.store.bare_vault import KEY, make, put, reopen, seen
from tvaerfaglig.domain.errors import ForPeople
from tvaerfaglig.domain.observation import Observation
from tvaerfaglig.services.clock import SetClock
from tvaerfaglig.services.lock import entering
from tvaerfaglig.store import queries
from tvaerfaglig.store.checking import check_pages, examine
from tvaerfaglig.store.driver import open_store, spoken, sql
from tvaerfaglig.store.errors import CannotOpen, VaultError
from tvaerfaglig.store.vault import FILE

WAL = f"{FILE}-wal"


@dataclass
class Lying:
    """A vault as it lies on disk, its log beside it: what it was, and the commits it holds in order."""

    file: bytes
    log: bytes
    records: list[str]


@pytest.fixture(scope="module")
def lying(tmp_path_factory) -> Lying:
    """Twenty commits in the log, and before them thirty in the file."""
    folder = tmp_path_factory.mktemp("lying") / "boks"
    vault = make(folder)
    records = [put(vault, seen(f"Bogstav for bogstav, nr. {n}. " * 20)) for n in range(30)]
    vault.db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    records += [put(vault, seen(f"nr. {n}")) for n in range(20)]
    vault.db.conn.execute("BEGIN")  # somebody reads: the log is not folded in
    vault.db.conn.execute("SELECT count(*) FROM event").fetchone()
    found = Lying((folder / FILE).read_bytes(), (folder / WAL).read_bytes(), records)
    vault.db.conn.close()
    return found


def test_one_flipped_bit_anywhere(lying, tmp_path, times, said_plainly):
    """Row 4, 300/5,000 bits of the file: refused or reported every time, and what can be read is true."""
    place = tmp_path / FILE
    true = {f"Bogstav for bogstav, nr. {n}. " * 20 for n in range(30)}
    reported = 0
    for _ in range(times(300, 5000)):
        at = secrets.randbelow(len(lying.file))
        worn = bytearray(lying.file)
        worn[at] ^= 1 << secrets.randbelow(8)
        place.write_bytes(worn)
        try:
            with closing(open_store(place, KEY, only_read=True).conn) as conn:
                db = type("Db", (), {"conn": conn})
                assert check_pages(db), at
                reported += 1
                for (text,) in conn.execute("SELECT data->>'$.d.text' FROM body"):
                    assert text is None or text in true
        except VaultError as refusal:
            said_plainly(refusal)
        except sql.Error:
            reported += 1
    assert reported > times(200, 4000)


def test_every_torn_end_of_the_log_opens_as_what_was_whole(lying, tmp_path, times):
    """Row 5, 200/5,000 power cuts: torn, zeroed, garbage or one bit; a beginning of the commits, nothing else."""
    seen_lengths = set()
    for number in range(times(200, 5000)):
        place = tmp_path / "boks"
        place.mkdir()
        (place / FILE).write_bytes(lying.file)
        (place / WAL).write_bytes(_worn(lying.log, number))
        vault = reopen(place)
        there = {one.id for one in queries.all_of(vault, Observation)}
        assert there == set(lying.records[: len(there)])
        assert len(there) >= 30
        if number % 10 == 0:
            assert vault.examine().sound
        seen_lengths.add(len(there))
        vault.db.conn.close()
        shutil.rmtree(place)
    assert len(seen_lengths) > 10


def _worn(log: bytes, number: int) -> bytes:
    at = random.randrange(len(log))
    rest = len(log) - at
    if number % 4 == 0:
        return log[:at]
    if number % 4 == 1:
        return log[:at] + bytes(rest)
    if number % 4 == 2:
        return log[:at] + secrets.token_bytes(rest)
    flipped = bytearray(log)
    flipped[at] ^= 1 << (number % 8)
    return bytes(flipped)


def test_a_truncated_file_is_refused_or_reported(lying, tmp_path, times, said_plainly):
    """Row 6, 50/500 lengths: in words that send one to the copy, or a check that says what is wrong."""
    refused = 0
    for _ in range(times(50, 500)):
        place = tmp_path / "boks"
        place.mkdir()
        (place / FILE).write_bytes(lying.file[: secrets.randbelow(len(lying.file))])
        try:
            with closing(open_store(place / FILE, KEY).conn) as conn:
                report = examine(type("Db", (), {"conn": conn}))
                assert not report.sound
        except VaultError as refusal:
            assert "sikkerhedskopi" in said_plainly(refusal)
            refused += 1
        shutil.rmtree(place)
    assert refused


@pytest.fixture
def lost(built, tmp_path) -> Iterator[Path]:
    """The house with a log beside its file, as after a kill."""
    for name in ("boks", "state"):
        shutil.copytree(built.folder.with_name(name), tmp_path / name)
    session = unlocked(tmp_path)
    deeds.note(session, "Alma byggede et tårn.")
    files = {one.name: one.read_bytes() for one in (tmp_path / "boks").iterdir()}
    session.vault.close()
    for name, content in files.items():
        (tmp_path / "boks" / name).write_bytes(content)
    assert (tmp_path / "boks" / WAL).stat().st_size
    return tmp_path


def unlocked(place: Path) -> object:
    clock = SetClock(deeds.NOON)
    return entering.unlock(place / "boks", "mette", PASSWORD, clock, place / "state")


def test_without_the_log_it_is_the_vault_as_last_folded_in(lost):
    """Row 6: a log that somebody threw away takes no more than what stood in it alone."""
    (lost / "boks" / WAL).unlink()
    session = unlocked(lost)
    assert session.vault.examine().sound
    session.vault.close()


def test_without_the_shared_memory_nothing_is_lost(lost):
    """Row 6: it is made anew."""
    (lost / "boks" / f"{FILE}-shm").unlink()
    session = unlocked(lost)
    assert [one.record.text for one in queries.all_of(session.vault, Observation)] == [
        "Alma byggede et tårn."
    ]
    session.vault.close()


@pytest.mark.parametrize("gone", [("vault.db",), ("vault.keys",), ("vault.keys", "vault.keys.bak")])
def test_without_its_file_or_its_keys_the_vault_is_asked_for_in_words(lost, gone, said_plainly):
    """Row 6: what is missing, and that the newest copy has it. A spare of the keys is used and said."""
    for name in gone:
        (lost / "boks" / name).unlink()
    before = {one.name for one in (lost / "boks").iterdir()}
    try:
        session = unlocked(lost)
    except ForPeople as refusal:
        assert "sikkerhedskopi" in said_plainly(refusal)
        assert "vault.keys.bak" not in before or "vault.db" not in before
        assert "vault.db" not in {one.name for one in (lost / "boks").iterdir()} - before
    else:
        assert gone == ("vault.keys",)
        said_plainly(session.warning)
        session.vault.close()


def test_a_wrong_key_is_refused_and_the_file_is_not_touched(lying, tmp_path, said_plainly, capfd):
    """Row 7, 200 keys: each refused in words, not a byte changed, nothing beside it, nothing on stderr."""
    (tmp_path / FILE).write_bytes(lying.file)
    before = hashlib.sha256(lying.file).hexdigest()
    for number in range(200):
        with pytest.raises(CannotOpen, match="passer ikke, eller filen er beskadiget") as refusal:
            open_store(tmp_path / FILE, secrets.token_bytes(32), only_read=bool(number % 2))
    said_plainly(refusal.value)
    assert hashlib.sha256((tmp_path / FILE).read_bytes()).hexdigest() == before
    assert [one.name for one in tmp_path.iterdir()] == [FILE]
    assert capfd.readouterr().err == ""


def test_a_damaged_page_is_said_while_reading(lying, tmp_path, said_plainly):
    """Row 4, at work: a page that asks the vault gets a sentence, not the driver's own words."""
    (tmp_path / FILE).write_bytes(lying.file)
    with closing(reopen(tmp_path).db.conn) as conn:
        root = conn.execute("SELECT rootpage FROM sqlite_master WHERE name='current'").fetchone()[0]
    worn = bytearray(lying.file)
    worn[4096 * (root - 1) + 200] ^= 1
    (tmp_path / FILE).write_bytes(worn)
    vault = reopen(tmp_path)
    with pytest.raises(VaultError) as refusal:
        queries.all_of(vault, Observation)
    said_plainly(refusal.value)
    vault.db.conn.close()


@pytest.mark.parametrize(
    "said",
    [
        "file is not a database",
        "database disk image is malformed",
        "database or disk is full",
        "attempt to write a readonly database",
        "database is locked",
        "unable to open database file",
        "disk I/O error",
        "an event never changes",
        "something that nobody has seen yet",
    ],
)
def test_whatever_the_driver_says_a_person_reads_a_sentence(said, said_plainly):
    """Each of the driver's troubles in words that say what to do, and never the driver's own."""
    with pytest.raises(VaultError) as refusal, spoken():
        raise sql.OperationalError(said)
    assert said not in said_plainly(refusal.value)
