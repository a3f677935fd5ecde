"""Row 2: a disk that ends. It is said, reading goes on, nothing is lost, and all goes on when there is room."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path

import pytest

from tests.conftest import PASSWORD
from tests.faults import deeds
from tests.faults.disks import Disk
from tests.faults.victims import Victim, kills
from tests.store.bare_vault import erase, make, put, reopen, seen
from tvaerfaglig.domain.errors import ForPeople
from tvaerfaglig.domain.observation import Observation
from tvaerfaglig.services import staffing
from tvaerfaglig.services.clock import SetClock
from tvaerfaglig.services.lock import door, entering
from tvaerfaglig.services.printing import pressing
from tvaerfaglig.services.saving import NotSaved, save_file
from tvaerfaglig.services.session import Session
from tvaerfaglig.services.vault import keeping
from tvaerfaglig.store import queries
from tvaerfaglig.store.errors import DiskFull, NotCopied


@pytest.fixture
def disk(small_disk):
    return Disk(small_disk("6m"))


@pytest.fixture
def house(disk, built):
    """Mælkebøtten on the small disk, with a note; the program's own folder lies there too."""
    disk.move_in(built)
    session = unlocked(disk.place)
    deeds.note(session, "Alma byggede et tårn.")
    entering.close(session)
    return disk.place


def unlocked(place: Path, person: str = "hanne") -> Session:
    clock = SetClock(deeds.NOON)
    return entering.unlock(place / "boks", person, PASSWORD, clock, place / "state")


def texts(session: Session) -> list[str]:
    return sorted(one.record.text for one in queries.all_of(session.vault, Observation))


def test_writing(disk, times, said_plainly):
    """Place 1, 1/20 times: saving says why not, reading and opening work, and it goes on with room again."""
    folder = disk.place / "boks"
    vault = make(folder)
    kept = [put(vault, seen(f"Plads nok, nr. {number}.")) for number in range(20)]
    for _ in range(times(1, 20)):
        disk.fill()
        for _ in range(5):
            with pytest.raises(DiskFull, match="ikke mere plads") as refusal:
                put(vault, seen("For meget. " * 2000))
            said_plainly(refusal.value)
            with pytest.raises(DiskFull):
                vault.save_draft("mette", "ny", "observation", "For meget. " * 2000)
        assert {one.id for one in queries.all_of(vault, Observation)} == set(kept)
        assert vault.examine().sound
        vault.close()
        vault = reopen(folder)
        assert {one.id for one in queries.all_of(vault, Observation)} == set(kept)
        disk.empty()
        kept.append(put(vault, seen("Nu er der plads. " * 100)))
        assert vault.examine().sound
    vault.close()


def test_erasing_is_whole_or_not_at_all(disk):
    """Place 1, erasing: never a decision without its deed, or a deed without its decision."""
    vault = make(disk.place / "boks")
    record = put(vault, seen("Skal slettes. " * 500))
    version = vault.versions_of(record)[0][0]
    disk.fill()
    with pytest.raises(DiskFull):
        for _ in range(50):  # room in the last page may be left for one
            put(vault, seen("x" * 4000))
        erase(vault, version)
    assert queries.one(vault, Observation, record)
    disk.empty()
    erase(vault, version)
    assert queries.one(vault, Observation, record) is None
    assert vault.examine().sound
    vault.close()


@kills
def test_reopening(disk, house, times, said_plainly):
    """Place 2, 1/20 times: after a kill, on a disk that filled meanwhile, everyone gets in and reads."""
    written = ["Alma byggede et tårn."]
    for _ in range(times(1, 20)):
        Victim(deeds.type_on, house / "boks", house / "state").kill_when_said(5)
        disk.fill()
        session = unlocked(house, "mette")
        assert texts(session) == written
        assert len(session.vault.drafts("mette")) == 1
        with pytest.raises(DiskFull) as refusal:
            for _ in range(50):  # a log that was written in before has room for a little more
                deeds.note(session, "For meget. " * 5000)
                written.append("For meget. " * 5000)
        said_plainly(refusal.value)
        assert texts(session) == sorted(written)
        entering.close(session)
        disk.empty()
        session = unlocked(house, "mette")
        deeds.note(session, "Plads igen.")
        written = texts(session)
        entering.close(session)


@pytest.mark.parametrize("person", ["hanne", "mette"])
def test_opening_where_nothing_more_can_be_made(disk, house, times, person):
    """Place 2, closed as it should be and then filled to the last byte: everyone gets in and reads, and may write later."""
    for number in range(times(1, 20)):
        disk.fill()
        session = unlocked(house, person)
        assert not session.only_reads
        assert len(texts(session)) == number + 1
        assert session.vault.examine().sound
        disk.empty()
        deeds.note(session, "Plads igen.")
        entering.close(session)


def test_backing_up(disk, house, times, said_plainly):
    """Place 3, 1/20 times: no half copy is left, the vault goes on, and with room the copy is made."""
    session = unlocked(house)
    with session.write() as pen:
        pen.put_blob(os.urandom(1 << 20))
    for _ in range(times(1, 20)):
        disk.fill()
        with pytest.raises(NotCopied, match="Se, om der er plads") as refusal:
            keeping.backup(session, disk.place / "kopier")
        said_plainly(refusal.value)
        assert not list((disk.place / "kopier").glob("*"))
        assert session.vault.examine().sound
        disk.empty()
        made = keeping.backup(session, disk.place / "kopier")
        opened = keeping.open_keys(made, "hanne", PASSWORD)
        assert keeping.verify(made, opened, disk.place / "ingen").sound
        shutil.rmtree(made)
    entering.close(session)


def test_putting_back(house, tmp_path, disk, times, said_plainly):
    """Place 3, the other way: no half vault is left where a copy did not fit."""
    session = unlocked(house)
    made = keeping.backup(session, tmp_path / "kopier")
    entering.close(session)
    opened = keeping.open_keys(made, "hanne", PASSWORD)
    for _ in range(times(1, 20)):
        disk.fill()
        with pytest.raises(ForPeople) as refusal:
            keeping.restore(made, disk.place / "ny", opened, session.clock, disk.place / "ny-state")
        said_plainly(refusal.value)
        assert not (disk.place / "ny").exists()
        assert not (disk.place / "ny.under-opbygning").exists()
        disk.empty()


def test_saving_a_paper(disk, house, times, said_plainly):
    """Place 4, 1/20 times: no half paper is left, an older one of the same name stands, and with room it is saved."""
    papers = disk.place / "papirer"
    papers.mkdir()
    session = unlocked(house)
    paper = pressing.recovery_sheet(session, "G22Y-QDC8")
    for number in range(times(1, 20)):
        for older in (b"", b"%PDF-1.7 et aeldre papir"):
            file = papers / f"ark{number}{bool(older)}.pdf"
            if older:
                file.write_bytes(older)
            disk.fill()
            with pytest.raises(NotSaved, match="ikke plads") as refusal:
                save_file(file, paper)
            said_plainly(refusal.value)
            assert (file.read_bytes() if file.exists() else b"") == older
            assert not list(papers.glob("*.tmp"))
            disk.empty()
            save_file(file, paper)
            assert file.read_bytes() == paper
            file.unlink()
    assert session.vault.examine().sound
    entering.close(session)


def test_removing_a_person(disk, house, times, said_plainly):
    """Place 5, 1/20 times: the key is not changed half; everyone gets in meanwhile, and it is done later."""
    for _ in range(times(1, 20)):
        session = unlocked(house)
        disk.fill()
        with pytest.raises(ForPeople) as refusal:
            staffing.remove_person(session, "yusuf")
        said_plainly(refusal.value)
        assert len(texts(session)) == 1
        entering.close(session)
        for person in ("hanne", "mette"):
            session = unlocked(house, person)
            assert len(texts(session)) == 1
            assert session.vault.examine().sound
            entering.close(session)
        disk.empty()
        session = unlocked(house)
        staffing.remove_person(session, "yusuf")
        assert session.opened.older is None
        assert session.vault.examine().sound
        staffing.add_person(session, session.staff()["yusuf"], PASSWORD, "yusuf")
        entering.close(session)


@pytest.mark.parametrize("left", [100_000, 400_000])
def test_a_new_key_that_does_not_fit(disk, house, left, said_plainly, times):
    """Place 5: there is room to begin the change of key, and not to end it."""
    session = unlocked(house)
    with session.write() as pen:
        pen.put_blob(os.urandom(300_000))
    entering.close(session)
    for _ in range(times(1, 20)):
        session = unlocked(house)
        disk.fill()
        with (disk.place / "filler").open("ab") as filler:
            filler.truncate(filler.tell() - left)
        try:
            staffing.remove_person(session, "yusuf")
        except ForPeople as refusal:
            said_plainly(refusal)
        assert len(texts(session)) == 1
        entering.close(session)
        for person in ("hanne", "mette"):
            session = unlocked(house, person)
            assert len(texts(session)) == 1
            assert session.vault.examine().sound
            entering.close(session)
        disk.empty()
        session = unlocked(house)
        assert session.opened.older is None
        with suppress(ForPeople):
            staffing.remove_person(session, "yusuf")
        assert "yusuf" not in {one.id for one in door.look(house / "boks").people}
        staffing.add_person(session, session.staff()["yusuf"], PASSWORD, "yusuf")
        entering.close(session)
