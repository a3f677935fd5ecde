"""Copies by themselves: taken when due, carried when the drive is there, few kept, and never a good one lost."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from datetime import datetime

import pytest

from tests.conftest import PASSWORD
from tests.services.copying.copying_world import Copier, names, texts, write
from tvaerfaglig.domain.acts import BackedUp, CopiesGone
from tvaerfaglig.domain.copies import Worry
from tvaerfaglig.domain.progress import Stopped
from tvaerfaglig.services import staffing
from tvaerfaglig.services.copying import after_removal, daily, second_place, shelves, standing
from tvaerfaglig.services.errors import NotAllowed, Unclear
from tvaerfaglig.services.lock import entering
from tvaerfaglig.services.vault import keeping
from tvaerfaglig.store import copy_notes, keys, queries
from tvaerfaglig.store.manifest import read_manifest


@pytest.fixture
def copier(world, tmp_path) -> Copier:
    return Copier(world, tmp_path / "seagate")


def backed_up(copier):
    found = queries.all_of(copier.session.vault, BackedUp)
    return [(one.record.how, one.record.place) for one in reversed(found)]


def test_a_copy_is_taken_once_a_day_and_noted(copier, world):
    """By itself, beside the vault; not again in the same hour, and again the next day."""
    done = copier.round()
    assert done.made is not None
    assert names(copier.shelf) == ["tvaerfaglig-2026-11-12-080000"]
    assert backed_up(copier) == [("automatisk", "ved_boksen")]
    world.clock.forward(hours=1)
    assert copier.round() is None
    world.clock.forward(days=1)
    assert copier.round().made is not None
    made = read_manifest(copier.shelf / "tvaerfaglig-2026-11-12-080000")
    assert made.signed == made.events > 0


def test_much_written_since_the_morning_is_copied_in_the_afternoon(copier, world):
    """And the morning's goes: the day keeps its last."""
    copier.round()
    for number in range(5):
        write(copier.session, f"nr. {number}")
    world.clock.forward(hours=5)
    copier.round()
    assert names(copier.shelf) == ["tvaerfaglig-2026-11-12-130000"]


def test_after_a_month_there_are_seven_days_and_four_weeks(copier, world):
    """Each of them opens; the oldest is from the first of the four weeks."""
    for _ in range(30):
        copier.round()
        world.clock.forward(days=1)
    kept = names(copier.shelf)
    assert 9 <= len(kept) <= 10
    assert kept[-7:] == [f"tvaerfaglig-2026-12-{day:02}-080000" for day in range(5, 12)]
    for name in kept:
        opened = keys.unlock(copier.shelf / name, "mette", PASSWORD)
        assert keeping.verify(copier.shelf / name, opened, world.state).sound


def test_what_is_not_ours_is_never_taken_away(copier, world):
    """Another vault's copies, a copy laid there by hand under another name, other folders and files."""
    copier.round()
    first = next(copier.shelf.iterdir())
    (copier.shelf / "noter").mkdir()
    (copier.shelf / "brev.txt").write_text("x")
    other = copier.shelf / "tvaerfaglig-2020-01-01-080000"
    shutil.copytree(first, other)
    note = json.loads((other / "manifest.json").read_text())
    (other / "manifest.json").write_text(json.dumps({**note, "vault_id": "en-anden"}))
    for _ in range(40):
        world.clock.forward(days=1)
        copier.round()
    assert {"noter", "brev.txt", other.name} <= set(names(copier.shelf))


def test_one_with_a_file_missing_counts_for_nothing(copier, world):
    """It covers no other, and it is not the newest good one."""
    copier.round()
    world.clock.forward(days=1)
    copier.round()
    newest = copier.shelf / "tvaerfaglig-2026-11-13-080000"
    (newest / "vault.db").write_bytes(b"revet over")
    assert standing.standing(copier.session).newest == datetime.fromisoformat(
        "2026-11-12T08:00:00+01:00"
    )
    world.clock.forward(hours=1)
    assert copier.round().made is not None


def test_a_copy_that_fails_takes_nothing_with_it(copier, world):
    """It is said why, remembered until one succeeds, and every older copy stands."""
    for _ in range(10):
        copier.round()
        world.clock.forward(days=1)
    before = names(copier.shelf)
    keyfile = (world.folder / "vault.keys").read_bytes()
    for name in ("vault.keys", "vault.keys.bak"):
        (world.folder / name).unlink(missing_ok=True)
    done = copier.round()
    assert done.made is None
    assert "Nøglefilen" in done.trouble
    assert names(copier.shelf) == before
    assert standing.standing(copier.session).trouble == done.trouble
    (world.folder / "vault.keys").write_bytes(keyfile)
    copier.round()
    assert standing.standing(copier.session).trouble == ""


def test_a_full_disk_is_said_and_every_copy_stands(world, tmp_path, small_disk):
    """The vault's own shelf lies on a disk without room for one more."""
    place = small_disk("3m")
    copier = Copier(world, tmp_path / "seagate")
    copier.round()
    shutil.copytree(copier.shelf, place / "backups")
    shutil.rmtree(copier.shelf)
    copier.shelf.symlink_to(place / "backups")
    before = names(place / "backups")
    with copier.session.write() as pen:
        pen.put_blob(os.urandom(2 << 20))
    world.clock.forward(days=1)
    done = copier.round()
    assert "plads" in done.trouble
    assert names(place / "backups") == before


def test_a_stopped_copy_leaves_nothing(copier):
    """Stop is said at any moment of it."""
    told = []

    def until(limit):
        def tell(part, doing):
            told.append((part, doing))
            if part >= limit:
                raise Stopped

        return tell

    for limit in (0.0, 0.1, 0.56, 0.95):
        with pytest.raises(Stopped):
            daily.run(copier.session, daily.by_hand(copier.session), until(limit))
        assert names(copier.shelf) == []
    assert [part for part, _ in told if not 0 <= part <= 1] == []
    assert {doing for _, doing in told} >= {"Kopierer boksen", "Læser loggen igennem"}


def test_a_vault_that_can_only_be_read_takes_none_and_asks_for_no_place(world, small_disk):
    """Its own shelf cannot be written, and nothing could be noted."""
    place = small_disk("8m")
    shutil.copytree(world.folder, place / "boks")
    subprocess.run(["mount", "-o", "remount,ro", str(place)], check=True)
    session = entering.unlock(place / "boks", "hanne", PASSWORD, world.clock, world.state)
    assert daily.due(session) is None
    assert not standing.standing(session).ask_second
    session.vault.close()


# the second place


def test_each_copy_is_carried_to_the_second_place(copier, world):
    """Written here first, the same bytes there, and noted without a path."""
    copier.plug_in()
    done = copier.round()
    assert done.carried == done.made
    (here,) = copier.shelf.iterdir()
    (there,) = copier.second.iterdir()
    assert {one.name: one.read_bytes() for one in here.iterdir()} == {
        one.name: one.read_bytes() for one in there.iterdir()
    }
    assert backed_up(copier) == [("automatisk", "ved_boksen"), ("automatisk", "andet_sted")]
    bodies = copier.session.vault.db.conn.execute("SELECT data FROM body").fetchall()
    assert not any("seagate" in data.lower() for (data,) in bodies)
    again = copier.round()
    assert (again.made, again.carried) == (None, None)


def test_a_drive_that_is_away_is_tried_again_and_said_after_three_days(copier, world):
    """The copies go on here; when the drive is back the newest goes there."""
    copier.plug_in()
    copier.round()
    copier.unplug()
    for day in range(4):
        assert (standing.standing(copier.session).missing is not None) == (day >= 4)
        world.clock.forward(days=1)
        assert copier.round().reached is False
    assert standing.standing(copier.session).missing is not None
    assert not copier.drive.exists()
    copier.plug_in_again()
    done = copier.round()
    assert done.made is None
    assert done.carried is not None
    assert names(copier.second)[-1] == names(copier.shelf)[-1]
    assert standing.standing(copier.session).missing is None
    assert standing.standing(copier.session).also_there


def test_an_empty_mount_point_is_not_taken_for_the_drive(copier, world):
    """The folder is there, ours in it is not: nothing is written."""
    copier.plug_in()
    copier.unplug()
    copier.drive.mkdir()
    assert copier.round().reached is False
    assert names(copier.drive) == []


def test_a_full_second_place_is_said_and_loses_nothing(copier, world, small_disk):
    """The copy here is good and noted; the ones there stand."""
    copier.drive = small_disk("2m")
    copier.plug_in()
    copier.round()
    before = names(copier.second)
    with copier.session.write() as pen:
        pen.put_blob(os.urandom(2 << 20))
    world.clock.forward(days=1)
    done = copier.round()
    assert done.made is not None
    assert "plads" in done.second_trouble
    assert names(copier.second) == before
    assert second_place.second_place(copier.session).trouble == done.second_trouble


def test_the_second_place_keeps_as_few_as_the_first(copier, world):
    """The same rule, and only in our own folder there."""
    copier.plug_in()
    (copier.drive / "tvaerfaglig-2020-01-01-080000").mkdir()
    for _ in range(20):
        copier.round()
        world.clock.forward(days=1)
    assert names(copier.second) == names(copier.shelf)
    assert (copier.drive / "tvaerfaglig-2020-01-01-080000").exists()


def test_a_place_is_refused_where_copies_would_be_no_help(copier, world, tmp_path):
    """Inside the vault's own folder, and where nothing can be written."""
    inside = world.folder / "kopier"
    inside.mkdir()
    with pytest.raises(Unclear, match="boksens egen mappe"):
        second_place.prepare(copier.session, inside)
    (tmp_path / "fil").write_text("x")
    with pytest.raises(Unclear, match="kan ikke skrives"):
        second_place.prepare(copier.session, tmp_path / "fil")
    assert second_place.caution(copier.session, tmp_path) == second_place.SAME_DISK
    synced = tmp_path / "Dropbox"
    synced.mkdir()
    assert second_place.caution(copier.session, synced) == second_place.IN_A_CLOUD


def test_choosing_can_be_put_off_and_is_asked_again(copier, world):
    """A week later; and not when one was chosen."""
    assert standing.standing(copier.session).ask_second
    second_place.put_off(copier.session)
    assert not standing.standing(copier.session).ask_second
    world.clock.forward(days=7)
    assert standing.standing(copier.session).ask_second
    copier.plug_in()
    assert not standing.standing(copier.session).ask_second
    second_place.leave(copier.session)
    assert standing.standing(copier.session).second is None


# what is said and seen


def test_old_copies_are_a_worry_after_two_days_and_after_seven(copier, world):
    """The newest counts, wherever it lies."""
    copier.plug_in()
    copier.round()
    found = []
    for _ in range(8):
        found.append(standing.standing(copier.session).worry)
        world.clock.forward(days=1)
    assert found == [Worry.NONE] * 2 + [Worry.WATCH] * 5 + [Worry.ACT]
    shutil.rmtree(copier.shelf)
    assert standing.standing(copier.session).newest is not None


def test_the_shelves_are_shown_with_where_each_copy_lies(copier, world):
    """Here, there or both; the newest marked; and whether today's keys open it."""
    copier.plug_in()
    copier.round()
    copier.unplug()
    world.clock.forward(days=1)
    copier.round()
    away = second_place.second_place(copier.session)
    assert shelves.shelves(copier.session, away).reached is False
    copier.plug_in_again()
    shutil.rmtree(copier.shelf / "tvaerfaglig-2026-11-12-080000")
    seen = shelves.shelves(copier.session, away)
    assert [(row.at.day, bool(row.here), bool(row.there), row.newest) for row in seen.copies] == [
        (13, True, False, True),
        (12, False, True, False),
    ]
    assert all(row.whole and row.fits for row in seen.copies)


def test_one_copy_is_read_through_with_todays_keys_or_file_by_file(copier, world):
    """After a new key an older copy is compared with its seals; a changed byte is found both ways."""
    copier.round()
    (row,) = shelves.shelves(copier.session, None).copies
    looked = shelves.look_through(copier.session, row)
    assert (looked.sound, looked.opened, looked.events) == (True, True, row.events)
    staffing.remove_person(copier.session, "yusuf")
    (row,) = shelves.shelves(copier.session, None).copies
    looked = shelves.look_through(copier.session, row)
    assert (looked.sound, looked.opened) == (True, False)
    content = bytearray((row.folder / "vault.db").read_bytes())
    content[5000] ^= 1
    (row.folder / "vault.db").write_bytes(content)
    assert not shelves.look_through(copier.session, row).sound


def test_the_newest_good_copy_cannot_be_thrown_away(copier, world):
    """The others can, here and there, and it is noted how many."""
    copier.plug_in()
    for _ in range(3):
        copier.round()
        world.clock.forward(days=1)
    seen = shelves.shelves(copier.session, second_place.second_place(copier.session))
    with pytest.raises(Unclear, match="nyeste"):
        shelves.throw_out(copier.session, seen.second, frozenset({seen.copies[0].name}))
    gone = shelves.throw_out(
        copier.session, seen.second, frozenset(row.name for row in seen.copies[1:])
    )
    shelves.note_gone(copier.session, gone)
    assert names(copier.shelf) == names(copier.second) == [seen.copies[0].name]
    (noted,) = queries.all_of(copier.session.vault, CopiesGone)
    assert (noted.record.count, noted.record.left, noted.record.why) == (2, 0, "manuel")


# after a removal


def test_after_a_removal_a_new_copy_takes_the_place_of_those_that_open_for_her(copier, world):
    """A new one first; then hers go here and there; what is left opens for the others and not for her."""
    copier.plug_in()
    for _ in range(3):
        copier.round()
        world.clock.forward(days=1)
    staffing.remove_person(copier.session, "yusuf")
    second = second_place.second_place(copier.session)
    assert len(after_removal.still_open(copier.session, second, "yusuf").copies) == 3
    done = copier._do(after_removal.decide(copier.session))
    assert (done.here.gone, done.away.gone, done.retired) == (3, 3, True)
    assert names(copier.shelf) == names(copier.second) == ["tvaerfaglig-2026-11-15-080000"]
    assert after_removal.still_open(copier.session, second, "yusuf").copies == ()
    copy = next(copier.second.iterdir())
    assert keys.unlock(copy, "mette", PASSWORD)
    with pytest.raises(keys.KeysError):
        keys.unlock(copy, "yusuf", PASSWORD)
    assert copy_notes.copy_notes(copier.session.vault.db).retire == 0
    (noted,) = queries.all_of(copier.session.vault, CopiesGone)
    assert (noted.record.count, noted.record.left, noted.record.why) == (6, 0, "noegle_inddraget")


def test_copies_on_a_drive_that_is_away_go_when_it_is_back(copier, world):
    """The decision stands until then; hers there are kept no longer than the new one takes to arrive."""
    copier.plug_in()
    copier.round()
    copier.unplug()
    staffing.remove_person(copier.session, "yusuf")
    world.clock.forward(days=1)
    done = copier._do(after_removal.decide(copier.session))
    assert (done.here.gone, done.away, done.retired) == (1, None, False)
    copier.plug_in_again()
    done = copier.round()
    assert done.away.gone == 1
    assert names(copier.second) == names(copier.shelf) == ["tvaerfaglig-2026-11-13-080000"]
    assert copy_notes.copy_notes(copier.session.vault.db).retire == 0


def test_no_old_copy_goes_when_the_new_one_fails(copier, world):
    """Better a copy that opens for her than none."""
    copier.round()
    staffing.remove_person(copier.session, "yusuf")
    world.clock.forward(days=1)
    errand = after_removal.decide(copier.session)
    for name in ("vault.keys", "vault.keys.bak"):
        (world.folder / name).unlink(missing_ok=True)
    done = daily.run(copier.session, errand)
    assert done.trouble
    assert names(copier.shelf) == ["tvaerfaglig-2026-11-12-080000"]


def test_keys_that_change_while_a_copy_is_taken_make_no_copy_that_nobody_opens(copier, world):
    """The file with the old key and the keys without it would be such a one."""
    old = copier.session.opened
    staffing.remove_person(copier.session, "yusuf")
    copier.session.opened = old
    done = daily.run(copier.session, daily.by_hand(copier.session))
    assert done.made is None
    assert done.trouble
    assert names(copier.shelf) == []


# who may


@pytest.mark.parametrize("who", ["mette", "karen", "jonas"])
def test_only_the_leader_looks_after_the_copies(world, tmp_path, who):
    """The daily copy is everyone's; what is chosen, seen and thrown away is hers."""
    session = world.session(who)
    assert daily.due(session).copy
    row = None
    for act in (
        lambda: daily.by_hand(session),
        lambda: second_place.prepare(session, tmp_path),
        lambda: second_place.choose(session, tmp_path, "x"),
        lambda: second_place.leave(session),
        lambda: second_place.put_off(session),
        lambda: shelves.shelves(session, None),
        lambda: shelves.look_through(session, row),
        lambda: shelves.throw_out(session, None, frozenset()),
        lambda: shelves.note_gone(session, shelves.ThrownAway(1)),
        lambda: after_removal.still_open(session, None, "yusuf"),
        lambda: after_removal.decide(session),
    ):
        with pytest.raises(NotAllowed):
            act()


def test_a_colleagues_day_is_copied_too(world, tmp_path):
    """Whoever opens the vault, the copy is taken and carried, and noted in her name."""
    hanne = Copier(world, tmp_path / "seagate")
    hanne.plug_in()
    mette = world.session("mette")
    write(mette, "Alma sang.")
    done = daily.run(mette, daily.due(mette))
    daily.note(mette, done)
    assert done.carried is not None
    (note, _) = queries.all_of(mette.vault, BackedUp)
    assert note.written_by == "mette"
    assert texts(mette) == ["Alma sang."]
