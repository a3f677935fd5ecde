"""A copy that opens, a copy put back, erased words that stay erased, and a check that tells the truth."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tvaerfaglig.domain.acts import Erased
from tvaerfaglig.domain.observation import Involved, Observation
from tvaerfaglig.services import drafts, recording, staffing
from tvaerfaglig.services.children import attachments
from tvaerfaglig.services.errors import Unclear
from tvaerfaglig.services.lock import entering, quick_notes
from tvaerfaglig.services.vault import keeping
from tvaerfaglig.services.vault.keeping import Check
from tvaerfaglig.store import backup, keys, manifest, migrations, queries
from tvaerfaglig.store.carrying import carry
from tvaerfaglig.store.device_key import device_key
from tvaerfaglig.store.driver import open_store
from tvaerfaglig.store.erased_list import remembered_erased
from tvaerfaglig.store.errors import CannotOpen, NotACopy, NotCopied
from tvaerfaglig.store.manifest import is_as_written
from tvaerfaglig.store.remembered_head import remembered_head

PASSWORD = "kornblomst skovsti regnvejr tirsdag"


def write(session, text, child="alma"):
    seen = Observation(day=date(2026, 11, 12), involved=(Involved(child=child),), text=text)
    return recording.save(session, seen).id


def opened(folder, person="hanne"):
    return keeping.open_keys(folder, person, PASSWORD)


def texts(session):
    return sorted(one.record.text for one in queries.all_of(session.vault, Observation))


@pytest.fixture
def copied(world, tmp_path):
    """A vault with two observations, closed as it should be, and a copy of it."""
    mette = world.session("mette")
    write(mette, "Alma byggede et tårn.")
    write(mette, "Alma sang.")
    made = keeping.backup(mette, tmp_path / "kopier")
    entering.close(mette)
    world.open_sessions.clear()
    return made


def test_a_copy_opens_with_the_same_passwords_and_says_the_same(world, copied):
    """It is a vault of its own, whole, and named by its day."""
    assert copied.name == "tvaerfaglig-2026-11-12-080000"
    assert sorted(path.name for path in copied.iterdir()) == [
        "manifest.json",
        "vault.db",
        "vault.keys",
    ]
    report = keeping.verify(copied, opened(copied), world.state)
    assert report.sound
    assert report.head == remembered_head(world.state, opened(copied).vault_id).head
    shutil.move(copied, world.folder.with_name("flyttet"))
    session = entering.unlock(
        world.folder.with_name("flyttet"), "mette", PASSWORD, world.clock, world.state
    )
    assert texts(session) == ["Alma byggede et tårn.", "Alma sang."]
    session.vault.close()


def test_the_manifest_names_nobody(copied):
    """Ids, figures and the head; no name, no word, no path."""
    manifest = json.loads((copied / "manifest.json").read_text())
    assert set(manifest) == {
        "format",
        "version",
        "vault_id",
        "events",
        "head",
        "schema",
        "written_at",
        "erased",
        "signed",
        "files",
    }
    assert set(manifest["files"]) == {"vault.db", "vault.keys"}
    assert manifest["schema"] == len(migrations.STEPS)
    said = json.dumps(manifest, ensure_ascii=False)
    assert not any(word in said for word in ("Alma", "Mette", "Mælkebøtten", "tårn", "tmp"))


def test_copies_made_in_the_same_second_stand_beside_each_other(world, tmp_path):
    """Nothing is written over; what a cut-off copy left is cleared away."""
    mette = world.session("mette")
    left = tmp_path / "kopier" / f"tvaerfaglig-2026-01-01-000000-{mette.vault.id[:8]}.part"
    left.mkdir(parents=True)
    (left / "vault.db").write_bytes(b"halv")
    made = [keeping.backup(mette, tmp_path / "kopier") for _ in range(3)]
    assert len(set(made)) == 3
    assert sorted(made) == sorted((tmp_path / "kopier").iterdir())


def test_what_lies_in_clear_beside_the_vault_comes_along(world, tmp_path):
    """The local numbers, for one."""
    (world.folder / "lokale-numre.toml").write_text("[numre]\n", encoding="utf-8")
    made = keeping.backup(world.session("hanne"), tmp_path / "kopier")
    assert (made / "lokale-numre.toml").read_text(encoding="utf-8") == "[numre]\n"
    keeping.restore(made, tmp_path / "ny", opened(made), world.clock, world.state)
    assert (tmp_path / "ny" / "lokale-numre.toml").exists()


def test_a_note_that_waits_at_the_door_comes_along(world, tmp_path):
    """Sealed as it is: carried on, put back, and a draft of hers the next time she unlocks, once."""
    hanne = world.session("hanne")
    quick_notes.leave(world.folder, "mette", "Alma græd ved lågen", world.clock)
    made = keeping.backup(hanne, tmp_path / "kopier")
    (tmp_path / "drev").mkdir()
    carried = carry(made, tmp_path / "drev")
    assert is_as_written(carried, manifest.read_manifest(carried))
    mette = world.session("mette")
    assert len(drafts.mine(mette)) == 1
    twice = keeping.backup(mette, tmp_path / "senere")
    shutil.copytree(carried / "hurtige", twice / "hurtige")  # as when it was collected meanwhile
    world.close()
    for number, copy in enumerate((carried, twice)):
        place = tmp_path / f"ny{number}"
        keeping.restore(copy, place, opened(copy), world.clock, world.state)
        session = entering.unlock(place, "mette", PASSWORD, world.clock, world.state)
        assert [json.loads(one.content)["values"]["text"] for one in drafts.mine(session)] == [
            "Alma græd ved lågen"
        ]
        session.vault.close()


@pytest.mark.parametrize("name", ["../ud.txt", "/etc/x", "a/b/c", "C:\\x", "..", "a/..", ""])
def test_a_manifest_that_points_out_of_its_folder_is_none(copied, name):
    """Whoever wrote it, nothing is read or written elsewhere for its sake."""
    note = json.loads((copied / "manifest.json").read_text())
    note["files"][name] = {"size": 1, "sha256": "ab"}
    (copied / "manifest.json").write_text(json.dumps(note))
    with pytest.raises(NotACopy):
        manifest.read_manifest(copied)


def test_a_copy_is_of_one_moment_while_others_write(world, tmp_path):
    """Somebody is in the middle of writing: the copy has all of an act or nothing of it."""
    mette = world.session("mette")
    write(mette, "Før.")
    with mette.write() as pen:
        pen.put(
            Observation(day=date(2026, 11, 12), involved=(Involved(child="alma"),), text="Under.")
        )
        made = keeping.backup(mette, tmp_path / "kopier")
    session = entering.unlock(made, "mette", PASSWORD, world.clock, world.state)
    assert texts(session) == ["Før."]
    session.vault.close()


def test_a_damaged_vault_is_not_called_a_copy(world, tmp_path):
    """The copy is looked through before it gets its name; nothing half-made is left."""
    mette = world.session("mette")
    write(mette, "Alma sang.")
    for (trigger,) in mette.vault.db.conn.execute(
        "SELECT name FROM sqlite_master WHERE type='trigger'"
    ).fetchall():
        mette.vault.db.conn.execute(f"DROP TRIGGER {trigger}")
    mette.vault.db.conn.execute("UPDATE body SET data=replace(data,'sang','tav')")
    mette.vault.db.conn.commit()
    with pytest.raises(NotCopied, match="Kør en kontrol"):
        keeping.backup(mette, tmp_path / "kopier")
    assert list((tmp_path / "kopier").iterdir()) == []


def test_a_copy_that_cannot_be_written_is_said(world, tmp_path):
    """A file in the way, or no keys to take along: in words, and nothing left behind."""
    hanne = world.session("hanne")
    (tmp_path / "fil").write_text("i vejen")
    with pytest.raises(NotCopied, match="vælg et andet sted"):
        keeping.backup(hanne, tmp_path / "fil")
    for name in ("vault.keys", "vault.keys.bak"):
        (world.folder / name).unlink(missing_ok=True)
    with pytest.raises(NotCopied, match=r"vault\.keys"):
        keeping.backup(hanne, tmp_path / "kopier")
    assert list((tmp_path / "kopier").iterdir()) == []


def test_the_keys_own_copy_is_taken_where_the_keys_are_torn(world, tmp_path):
    """A copy without working keys would be no copy."""
    hanne = world.session("hanne")
    (world.folder / "vault.keys").write_bytes(b"revet over")
    made = keeping.backup(hanne, tmp_path / "kopier")
    assert keeping.verify(made, opened(made), world.state).sound


def test_no_room_for_the_copy_is_said_and_costs_nothing(world, small_disk):
    """The vault goes on; the full disk holds no half copy."""
    hanne = world.session("hanne")
    with hanne.write() as pen:
        pen.put_blob(os.urandom(2 << 20))
    place = small_disk("1m")
    with pytest.raises(NotCopied, match="Se, om der er plads"):
        keeping.backup(hanne, place)
    assert list(place.iterdir()) == []
    assert keeping.verify(world.folder, opened(world.folder), world.state).sound


def test_no_room_to_put_it_back_is_said(world, tmp_path, small_disk):
    """And nothing half-built is left on the full disk."""
    hanne = world.session("hanne")
    with hanne.write() as pen:
        pen.put_blob(os.urandom(2 << 20))
    made = keeping.backup(hanne, tmp_path / "kopier")
    place = small_disk("1m")
    with pytest.raises(NotCopied, match="ikke plads til boksen"):
        keeping.restore(made, place / "boks", opened(made), world.clock, world.state)
    assert list(place.iterdir()) == []


# put back


def test_a_copy_put_back_is_the_vault_as_it_was(world, copied, tmp_path):
    """Same head, same words; the check knows it at once, and it can be written in."""
    place = tmp_path / "ny-maskine" / "boks"
    place.parent.mkdir()
    done = keeping.restore(copied, place, opened(copied), world.clock, world.state)
    assert (done.folder, done.erased_again) == (place, 0)
    assert done.events == json.loads((copied / "manifest.json").read_text())["events"]
    report = keeping.verify(place, opened(place), world.state)
    assert report.sound
    assert Check.HEAD not in report.untried
    session = entering.unlock(place, "mette", PASSWORD, world.clock, world.state)
    assert session.warning == ""
    write(session, "Videre.")
    assert texts(session) == ["Alma byggede et tårn.", "Alma sang.", "Videre."]
    session.vault.close()
    assert [path.name for path in place.parent.iterdir()] == ["boks"]


def test_a_vault_put_back_writes_under_a_new_device(world, copied, tmp_path):
    """What the lost vault signed after the copy and what is written now can never be mistaken for each other."""
    mette = world.session("mette")
    write(mette, "Efter kopien.")
    lost = device_key(world.state, mette.vault.id).device_id
    world.close()
    keeping.restore(copied, tmp_path / "ny", opened(copied), world.clock, world.state)
    session = entering.unlock(tmp_path / "ny", "mette", PASSWORD, world.clock, world.state)
    write(session, "I stedet.")
    devices = {
        row[0]
        for row in session.vault.db.conn.execute(
            "SELECT device FROM event WHERE place=(SELECT max(place) FROM event)"
        )
    }
    assert devices.isdisjoint({lost})
    session.vault.close()


@pytest.mark.parametrize("list_lies", ["on this computer", "in a newer copy"])
def test_what_was_erased_after_the_copy_is_erased_again(world, copied, tmp_path, list_lies):
    """The words and the file do not come back with an older copy."""
    hanne = world.session("hanne")
    tower = next(
        one for one in queries.all_of(hanne.vault, Observation) if "tårn" in one.record.text
    )
    with hanne.write() as pen:
        pen.erase(Erased(events=(tower.version,), ground="ikke længere nødvendig", child="alma"))
    assert tower.version in remembered_erased(world.state, hanne.vault.id)
    state = world.state
    if list_lies == "in a newer copy":
        world.clock.forward(days=1)
        keeping.backup(hanne, copied.parent)
        (copied.parent / "noget-andet").mkdir()
        (copied.parent / "noget-andet" / "manifest.json").write_text("{}")
        state = tmp_path / "anden-maskine"
    world.close()
    done = keeping.restore(copied, tmp_path / "ny", opened(copied), world.clock, state)
    assert done.erased_again == 1
    session = entering.unlock(tmp_path / "ny", "hanne", PASSWORD, world.clock, state)
    assert texts(session) == ["Alma sang."]
    grounds = [one.record.ground for one in queries.all_of(session.vault, Erased)]
    assert grounds == ["slettet igen efter gendannelse"]
    session.vault.close()
    assert keeping.verify(tmp_path / "ny", opened(tmp_path / "ny"), state).sound
    assert tower.version in remembered_erased(state, opened(copied).vault_id)


def test_an_erased_file_stays_erased_too(world, tmp_path):
    """Attachments are on the list with the words."""
    mette = world.session("mette")
    picture = tmp_path / "tegning.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 100)
    attached = attachments.put(mette, "alma", picture).id
    made = keeping.backup(mette, tmp_path / "kopier")
    attachments.take_back(mette, attached)
    world.close()
    done = keeping.restore(made, tmp_path / "ny", opened(made), world.clock, world.state)
    assert done.erased_again == 2
    report = keeping.verify(tmp_path / "ny", opened(tmp_path / "ny"), world.state)
    assert (report.sound, report.blobs) == (True, 0)


def test_nothing_is_put_back_on_top_of_something(world, copied, tmp_path):
    """A folder with anything in it is refused, in words, and left as it is."""
    before = {path.name: path.read_bytes() for path in world.folder.iterdir()}
    for taken in (world.folder, tmp_path / "fil"):
        (tmp_path / "fil").write_text("i vejen")
        with pytest.raises(Unclear, match="Vælg en, der er tom"):
            keeping.restore(copied, taken, opened(copied), world.clock, world.state)
    assert {path.name: path.read_bytes() for path in world.folder.iterdir()} == before
    (tmp_path / "tom").mkdir()
    assert keeping.restore(
        copied, tmp_path / "tom", opened(copied), world.clock, world.state
    ).events


def test_a_folder_that_is_no_copy_is_refused(world, copied, tmp_path):
    """No manifest, a manifest of something else, a missing file: said, and nothing made."""
    key = opened(copied)
    for spoil in (
        (copied / "vault.db").unlink,
        lambda: (copied / "manifest.json").write_text('{"format": "andet", "version": 1}'),
        lambda: (copied / "manifest.json").write_text("["),
        (copied / "manifest.json").unlink,
    ):
        spoil()
        with pytest.raises(NotACopy):
            keeping.restore(copied, tmp_path / "ny", key, world.clock, world.state)
        assert not (tmp_path / "ny").exists()
        assert [path.name for path in tmp_path.iterdir() if "opbygning" in path.name] == []


def test_a_damaged_copy_is_refused(world, copied, tmp_path):
    """A flipped bit, a torn end, or another copy's manifest: not used, and the device key is still there."""
    key = opened(copied)
    whole = (copied / "vault.db").read_bytes()
    manifest = (copied / "manifest.json").read_text()
    flipped = bytearray(whole)
    flipped[4096 * 5 + 99] ^= 1
    for content, note in (
        (flipped, manifest),
        (whole[: 4096 * 9], manifest),
        (whole, manifest.replace('"events": ', '"events": 9')),
    ):
        (copied / "vault.db").write_bytes(content)
        (copied / "manifest.json").write_text(note)
        with pytest.raises((NotACopy, CannotOpen)):
            keeping.restore(copied, tmp_path / "ny", key, world.clock, world.state)
        assert not (tmp_path / "ny").exists()
    assert (world.state / f"{key.vault_id}.device").exists()


def test_another_vaults_keys_do_not_fit(world, copied, tmp_path):
    """A copy is of one vault, and says of which."""
    note = json.loads((copied / "manifest.json").read_text())
    (copied / "manifest.json").write_text(json.dumps({**note, "vault_id": "en-anden"}))
    with pytest.raises(NotACopy):
        keeping.restore(copied, tmp_path / "ny", opened(copied), world.clock, world.state)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no kill -9 on this platform")
def test_a_kill_while_copying_or_putting_back_leaves_the_old_or_the_new(world, copied, tmp_path):
    """Twelve kills: what has a copy's name is a copy, what has the vault's name is a vault."""
    root = Path(__file__).resolve().parents[3]
    code = (
        f"import sys; sys.path.insert(0, {str(root)!r})\n"
        "from pathlib import Path\n"
        "from tvaerfaglig.services.vault import keeping\n"
        "from tvaerfaglig.services.clock import SystemClock\n"
        "vault, copy, copies, new, state = map(Path, sys.argv[1:])\n"
        f"opened = keeping.open_keys(vault, 'hanne', {PASSWORD!r})\n"
        "print('klar', flush=True)\n"
        "for n in range(99):\n"
        "    keeping.backup_vault(vault, opened, copies, SystemClock())\n"
        "    keeping.restore(copy, new / f'{n}-{sys.argv[4][-1]}', opened, SystemClock(), state)\n"
    )
    for kill in range(12):
        new = tmp_path / f"ny{kill}"
        new.mkdir()
        folders = [world.folder, copied, tmp_path / "flere", new, tmp_path / "state2"]
        run = subprocess.Popen(
            [sys.executable, "-c", code, *map(str, folders)], stdout=subprocess.PIPE
        )
        assert run.stdout.readline() == b"klar\n"
        time.sleep(0.03 + kill * 0.02)
        run.send_signal(signal.SIGKILL)
        run.communicate()
        made = [path for path in (tmp_path / "flere").iterdir() if not path.name.endswith(".part")]
        made += [path for path in new.iterdir() if not path.name.endswith("opbygning")]
        for folder in made[-4:]:
            assert keeping.verify(folder, opened(folder), tmp_path / "ingen").sound
    assert len(list((tmp_path / "flere").iterdir())) > 3


# looked at, made anew


def test_a_check_reads_beside_an_open_window_and_leaves_nothing(world):
    """It neither waits for the window nor makes it wait, and adds no file."""
    mette = world.session("mette")
    write(mette, "Alma sang.")
    before = sorted(path.name for path in world.folder.iterdir())
    with mette.write() as pen:
        pen.put(Observation(day=date(2026, 11, 12), text="På vej."))
        report = keeping.verify(world.folder, opened(world.folder), world.state)
    assert report.sound
    assert sorted(path.name for path in world.folder.iterdir()) == before


def test_a_rolled_back_vault_is_found_by_what_this_computer_remembers(world, tmp_path):
    """An older file put in the vault's place looks whole from inside."""
    shutil.copy(world.folder / "vault.db", tmp_path / "gammel.db")
    mette = world.session("mette")
    write(mette, "Forsvinder.")
    entering.close(mette)
    world.open_sessions.clear()
    assert keeping.verify(world.folder, opened(world.folder), world.state).sound
    shutil.copy(tmp_path / "gammel.db", world.folder / "vault.db")
    report = keeping.verify(world.folder, opened(world.folder), world.state)
    assert [flaw.check for flaw in report.flaws] == [Check.HEAD]


def test_a_copy_is_checked_against_its_own_manifest(world, copied):
    """It is older than the vault and yet whole; cut short, it is not."""
    mette = world.session("mette")
    write(mette, "Efter kopien.")
    entering.close(mette)
    world.open_sessions.clear()
    assert keeping.verify(copied, opened(copied), world.state).sound
    note = json.loads((copied / "manifest.json").read_text())
    for changed in (
        {"events": note["events"] + 3},
        {"head": "0" * 64},
        {"erased": 7, "version": 2},
    ):
        (copied / "manifest.json").write_text(json.dumps({**note, **changed}))
        assert keeping.verify(copied, opened(copied), world.state).of(Check.HEAD)


def test_an_unreadable_note_of_the_head_is_said(world):
    """It is not passed over as if there were none."""
    key = opened(world.folder)
    (world.state / f"{key.vault_id}.head").write_text("{")
    report = keeping.verify(world.folder, key, world.state)
    assert [flaw.check for flaw in report.flaws] == [Check.HEAD]
    assert Check.HEAD not in report.untried


def test_there_is_nothing_to_check_where_no_vault_lies(world, tmp_path):
    """In words."""
    with pytest.raises(CannotOpen, match="ingen boks"):
        keeping.verify(tmp_path, opened(world.folder), world.state)


def test_a_rebuild_mends_tables_and_nothing_else(world):
    """The log is the truth; its head is the same before and after."""
    key = opened(world.folder)
    assert keeping.rebuild(world.folder, key, world.clock, world.state) is True
    before = keeping.verify(world.folder, key, world.state).head
    db = open_store(world.folder / "vault.db", key.subkey("sqlcipher"))
    db.conn.execute("UPDATE current SET children=''")
    db.conn.execute("UPDATE current SET data=replace(data,'Alma','Anna')")
    db.conn.commit()
    db.conn.close()
    assert keeping.verify(world.folder, key, world.state).of(Check.TABLES)
    assert keeping.rebuild(world.folder, key, world.clock, world.state) is False
    report = keeping.verify(world.folder, key, world.state)
    assert (report.sound, report.head) == (True, before)


def test_a_vault_whose_rekey_was_cut_off_can_be_copied_and_checked(world, tmp_path):
    """The file still has the old key while the keys already know the new."""
    from tvaerfaglig.store.rekey import begin_rekey

    begin_rekey(world.folder, opened(world.folder))
    key = opened(world.folder)
    assert key.older is not None
    assert keeping.verify(world.folder, key, world.state).sound
    made = keeping.backup_vault(world.folder, key, tmp_path / "kopier", world.clock)
    assert keeping.verify(made, opened(made), world.state).sound
    stranger = replace(key, older=None)
    with pytest.raises(CannotOpen):
        keeping.verify(world.folder, stranger, world.state)


def test_the_copy_before_an_update_is_taken_where_vaults_keep_theirs(world):
    """Opening with a program that knows one more step leaves a copy of the vault as it was."""
    steps = list(migrations.STEPS)
    migrations.STEPS.append(("0099_more", "CREATE TABLE more(a TEXT) STRICT;"))
    try:
        world.session("mette")
        world.close()
    finally:
        migrations.STEPS[:] = steps
    copies = list((world.folder / backup.FOLDER).iterdir())
    assert len(copies) == 1
    assert manifest.read_manifest(copies[0]).schema == len(steps)
    assert keeping.verify(copies[0], opened(copies[0]), world.state).sound


def test_a_copy_from_before_someone_left_still_opens_for_her(world, copied):
    """As it says in the program: destroy old copies after a removal for cause."""
    hanne = world.session("hanne")
    staffing.remove_person(hanne, "yusuf")
    world.close()
    assert keys.unlock(copied, "yusuf", PASSWORD).person_id == "yusuf"
    with pytest.raises(keys.KeysError):
        keys.unlock(world.folder, "yusuf", PASSWORD)


@pytest.mark.parametrize("note", ["{", "[1, 2]", '{"a": 1}', '["../vej"]'])
def test_a_list_of_the_erased_that_somebody_touched_erases_nothing(world, copied, tmp_path, note):
    """What makes no sense in it is passed over."""
    key = opened(copied)
    (world.state / f"{key.vault_id}.erased").write_text(note)
    assert keeping.restore(copied, tmp_path / "ny", key, world.clock, world.state).erased_again == 0
