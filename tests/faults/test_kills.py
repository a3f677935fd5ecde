"""Rows 1 and 10: kill -9 anywhere. What was said to be saved is there, and nothing is half."""

from __future__ import annotations

import os
import random
import shutil
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.conftest import PASSWORD
from tests.faults import deeds
from tests.faults.victims import Victim, kill_at_each_moment, kills, took
from tests.services.erasing.house import close_all, furnish
from tests.services.erasing.test_killed_half_way import state_of
from tests.store.bare_vault import decrypted, make, reopen
from tvaerfaglig.domain.observation import Observation
from tvaerfaglig.services.clock import SetClock
from tvaerfaglig.services.lock import door, entering
from tvaerfaglig.services.session import Session
from tvaerfaglig.services.vault import keeping
from tvaerfaglig.store import keys, migrations, queries
from tvaerfaglig.store.driver import open_store

pytestmark = kills
_HALVES = (
    "SELECT count(*) FROM event e WHERE kind='observation' "
    "AND (SELECT count(*) FROM event WHERE record LIKE e.record || ':%') <> 2"
)


def test_a_kill_in_the_middle_of_writing_loses_nothing_that_was_said_to_be_saved(tmp_path, times):
    """Row 1, 30/1,000 kills: every acknowledged record is there, none is half, the log is whole."""
    folder = tmp_path / "boks"
    make(folder).close()
    saved: dict[str, bool] = {}
    many = times(30, 1000)
    for number in range(many):
        victim = Victim(deeds.write_until_killed, folder, f"kill{number}")
        saved |= dict(victim.kill_when_said(number % 3, random.uniform(0, 0.04)))
        assert victim.died
    with closing(reopen(folder)) as vault:
        assert vault.examine().sound
        for record, erased in saved.items():
            assert (queries.one(vault, Observation, record) is None) == erased
        assert vault.db.conn.execute(_HALVES).fetchone() == (0,)
    assert len(saved) > 2 * many


@pytest.fixture(scope="module")
def furnished(built, tmp_path_factory):
    """The house with notes and a few megabytes of files, so that a deed takes long enough to be killed in."""
    place = tmp_path_factory.mktemp("furnished")
    for name in ("boks", "state"):
        shutil.copytree(built.folder.with_name(name), place / name)
    session = unlocked(place)
    for number in range(12):
        deeds.note(session, f"Alma byggede tårn nr. {number}.")
    with session.write() as pen:
        for _ in range(4):
            pen.put_blob(os.urandom(1 << 20))
    entering.close(session)
    return place


def unlocked(place: Path, person: str = "hanne") -> Session:
    return entering.unlock(place / "boks", person, PASSWORD, SetClock(deeds.NOON), place / "state")


def notes_in(session: Session) -> list[str]:
    return sorted(one.record.text for one in queries.all_of(session.vault, Observation))


class Moments:
    """One deed on copies of the same vault, killed at moments spread over the time it takes."""

    def __init__(self, furnished: Path, tmp_path: Path, deed: object, *more: str) -> None:
        self._furnished, self._at, self._deed, self._more = furnished, tmp_path, deed, more

    def _copy(self, name: str) -> list[Path]:
        place = self._at / name
        shutil.copytree(self._furnished, place)
        return [place / one for one in ("boks", "state", *self._more)]

    def killed(self, many: int) -> list[Path]:
        """The copies that a kill went through."""
        full = took(self._deed, *self._copy("whole"))
        shutil.rmtree(self._at / "whole")
        places = [self._at / f"kill{number:04}" for number in range(many)]
        kill_at_each_moment(
            many, full, lambda number: Victim(self._deed, *self._copy(places[number].name))
        )
        return places


def test_a_kill_in_a_removal_leaves_the_old_key_or_the_new(furnished, tmp_path, times):
    """Row 10, 10/100: Hanne and Mette get in, every note is there; Yusuf is in as before or out for good."""
    for place in Moments(furnished, tmp_path, deeds.remove_yusuf).killed(times(10, 100)):
        session = unlocked(place)
        assert len(notes_in(session)) == 12
        assert session.vault.examine().sound
        has_key = any(one.id == "yusuf" for one in door.look(place / "boks").people)
        assert session.staff()["yusuf"].active == has_key, place.name
        entering.close(session)
        again = unlocked(place, "mette")
        assert again.opened.older is None
        again.vault.close()
        shutil.rmtree(place)


def test_a_kill_in_a_backup_leaves_a_whole_copy_or_none(furnished, tmp_path, times):
    """Row 10, 10/100: what has a copy's name is a copy; the vault itself goes on."""
    moments = Moments(furnished, tmp_path, lambda *_: None, "kopier")
    moments._deed = _copy_of
    whole = 0
    for place in moments.killed(times(10, 100)):
        copies = place / "kopier"
        made = [one for one in copies.glob("*") if not one.name.endswith(".part")]
        for one in made:
            whole += 1
            opened = keeping.open_keys(one, "hanne", PASSWORD)
            assert keeping.verify(one, opened, tmp_path / "ingen").sound
        session = unlocked(place)
        assert len(notes_in(session)) == 12
        again = keeping.backup(session, copies)
        assert not list(copies.glob("*.part"))
        assert again.exists()
        entering.close(session)
        shutil.rmtree(place)


def _copy_of(say: object, folder: Path, _state: Path, dest: Path) -> None:
    deeds.copy(say, folder, dest)


def test_a_kill_in_a_restore_leaves_the_vault_or_nothing(furnished, tmp_path, times):
    """Row 10, 10/100: what has the vault's name is the vault, and it can be tried again at once."""
    session = unlocked(furnished)
    copied = keeping.backup(session, tmp_path / "kopier")
    session.vault.close()
    opened = keeping.open_keys(copied, "hanne", PASSWORD)
    full = took(deeds.put_back, copied, tmp_path / "hel" / "boks", tmp_path / "hel" / "state")
    many = times(10, 100)
    new = [tmp_path / f"ny{number}" for number in range(many)]
    kill_at_each_moment(
        many, full, lambda n: Victim(deeds.put_back, copied, new[n] / "boks", new[n] / "state")
    )
    for place in new:
        if not (place / "boks").exists():
            keeping.restore(copied, place / "boks", opened, SetClock(deeds.NOON), place / "state")
        assert keeping.verify(place / "boks", opened, place / "state").sound
        assert not (place / "boks.under-opbygning").exists()
        session = unlocked(place)
        assert len(notes_in(session)) == 12
        session.vault.close()
        shutil.rmtree(place)


def test_a_kill_in_a_migration_leaves_whole_steps_and_a_copy(furnished, tmp_path, times):
    """Row 10, 10/100: none, one or both steps, each whole; a step taken means a copy from before it stands."""
    before = len(migrations.STEPS)
    places = Moments(furnished, tmp_path, deeds.take_steps).killed(times(10, 100))
    migrations.STEPS.extend(deeds.STEPS)
    try:
        for place in places:
            opened = keys.unlock(place / "boks", "hanne", PASSWORD)
            with closing(
                open_store(place / "boks" / "vault.db", opened.subkey("sqlcipher")).conn
            ) as conn:
                taken = conn.execute("PRAGMA user_version").fetchone()[0]
                made = {row[0] for row in conn.execute("SELECT name FROM sqlite_master")}
            assert ("shelf_a" in made) == (taken > before)
            assert ("board" in made) == (taken > before + 1)
            if taken > before:
                assert copies_of(place, opened)
            session = unlocked(place)
            assert migrations.applied(session.vault.db) == before + 2
            assert len(notes_in(session)) == 12
            assert session.vault.examine().sound
            session.vault.close()
            shutil.rmtree(place)
    finally:
        del migrations.STEPS[before:]


def copies_of(place: Path, opened: object) -> list[Path]:
    copies = [one for one in (place / "boks" / "backups").iterdir() if one.suffix != ".part"]
    return [one for one in copies if keeping.verify(one, opened, place / "ingen").sound]


@pytest.fixture(scope="module")
def about_alma(built, tmp_path_factory):
    """Everything that can be about a child, also in papers, drafts and other children's notes."""
    place = tmp_path_factory.mktemp("alma")
    for name in ("boks", "state"):
        shutil.copytree(built.folder.with_name(name), place / name)
    session = unlocked(place)
    furnish(session, place)
    close_all(session)
    entering.close(session)
    return place


def test_a_kill_in_the_erasure_of_a_child_leaves_her_or_nothing_of_her(about_alma, tmp_path, times):
    """Row 10, 10/100: all or nothing; after the next opening no byte under the cipher tells of her."""
    clock = SimpleNamespace(clock=SetClock(deeds.NOON))
    erased = 0
    for place in Moments(about_alma, tmp_path, deeds.erase_alma).killed(times(10, 100)):
        there = state_of(place / "boks", place / "state", clock)
        session = unlocked(place)
        key = session.opened.subkey("sqlcipher")
        entering.close(session)
        under = decrypted(place / "boks" / "vault.db", key)
        assert (b"garderoben" in under) == there
        assert not (place / "boks" / "vault.db-wal").exists()
        erased += not there
        shutil.rmtree(place)
    assert erased or times(0, 1) == 0


def test_a_kill_while_typing_loses_less_than_the_last_sentence(furnished, tmp_path, times):
    """Row 1, for text on its way: the draft that was said to be kept, or a newer one, is offered again."""
    place = tmp_path / "hus"
    shutil.copytree(furnished, place)
    for number in range(times(5, 100)):
        victim = Victim(deeds.type_on, place / "boks", place / "state")
        heard = victim.kill_when_said(1 + number % 4, random.uniform(0, 0.02))
        session = unlocked(place, "mette")
        (draft,) = session.vault.drafts("mette")
        at = int(draft.content.removeprefix("Sætning nr. ").rstrip("."))
        assert at in {heard[-1], heard[-1] + 1}
        session.vault.close()
