"""The door: founded, unlocked, closed; a rekey cut off half-way, a key file that was mended, a head that does not fit."""

from __future__ import annotations

import shutil
from dataclasses import replace

import pytest

from tvaerfaglig.domain.people import Dagtilbud
from tvaerfaglig.services import staffing
from tvaerfaglig.services.errors import NotAllowed
from tvaerfaglig.services.lock import door as lock_door
from tvaerfaglig.services.lock import entering, founding
from tvaerfaglig.store.errors import CannotOpen
from tvaerfaglig.store.key_errors import KeysError, WrongPassword
from tvaerfaglig.store.rekey import begin_rekey

PASSWORD = "kornblomst skovsti regnvejr tirsdag"


def unlock(world, person="mette", password=PASSWORD):
    session = entering.unlock(world.folder, person, password, world.clock, world.state)
    world.open_sessions.append(session)
    return session


def test_the_lock_screen_knows_names_and_nothing_else(world):
    """House and people stand in clear; whether it is a demo, too."""
    door = lock_door.look(world.folder)
    assert (door.house, door.demo, door.has_recovery) == ("Børnehuset Mælkebøtten", True, True)
    assert ("Mette Sørensen", "pædagog, Solsikken") in [
        (one.name, one.role_word) for one in door.people
    ]
    assert lock_door.is_vault(world.folder)
    assert not lock_door.is_vault(world.state)


def test_the_users_own_places_are_apart():
    """What this computer remembers never lies in the vault's folder."""
    assert lock_door.vault_dir() not in (lock_door.state_dir(), *lock_door.state_dir().parents)


def test_a_wrong_password_is_said(world):
    """And opens nothing."""
    with pytest.raises(WrongPassword, match="passer ikke"):
        unlock(world, password="noget helt andet")


def test_a_forgotten_password_is_replaced_with_the_code_on_paper(world):
    """The new one opens, the old one does not."""
    new = "snegle under rabarberblade om natten"
    session = entering.set_password_with_code(
        world.folder, world.code, "mette", new, world.clock, world.state
    )
    assert session.my_id == "mette"
    session.vault.close()
    with pytest.raises(WrongPassword):
        unlock(world)
    assert unlock(world, password=new).my_id == "mette"


def test_a_vault_is_never_founded_on_top_of_another(world):
    """In words, and what lies there is not touched."""
    before = (world.folder / "vault.keys").read_bytes()
    with pytest.raises(KeysError, match="ligger allerede en boks"):
        founding.found(
            world.folder,
            world.state,
            world.clock,
            house=Dagtilbud(name="Andet"),
            leader="Ny Leder",
            password=PASSWORD,
        )
    assert (world.folder / "vault.keys").read_bytes() == before


def test_a_rekey_that_was_cut_off_is_finished_at_the_next_door(world):
    """Before or after the file got its new key: everyone gets in, and the keys are whole again."""
    hanne = unlock(world, "hanne")
    coming = begin_rekey(world.folder, hanne.opened)
    world.close()
    assert unlock(world, "hanne").warning == ""
    world.close()
    hanne = unlock(world, "hanne")
    coming = begin_rekey(world.folder, hanne.opened)
    hanne.vault.rekey(coming.subkey("sqlcipher"), hanne.opened.subkey("sqlcipher"))
    world.close()
    for person in ("mette", "hanne"):
        assert unlock(world, person).opened.older is None
        world.close()


def test_a_file_that_no_key_fits_is_said(world):
    """The key file of one vault beside the file of another."""
    (world.folder / "vault.db").write_bytes(b"ingen boks" * 1000)
    with pytest.raises(CannotOpen, match="sikkerhedskopi"):
        unlock(world)


def test_a_torn_key_file_is_mended_from_its_copy_and_that_is_said(world):
    """Nobody is locked out, and somebody is asked to take a copy."""
    (world.folder / "vault.keys").write_bytes(b"revet over")
    assert "Tag en sikkerhedskopi" in unlock(world).warning


def test_a_vault_older_than_last_time_is_said(world, tmp_path):
    """A rolled-back file opens, with a warning; the next time too, until somebody has looked."""
    shutil.copy(world.folder / "vault.db", tmp_path / "gammel.db")
    hanne = unlock(world, "hanne")
    staffing.save_house(hanne, Dagtilbud(name="Nyt hus"))
    entering.close(hanne)
    world.open_sessions.clear()
    assert unlock(world).warning == ""
    world.close()
    shutil.copy(tmp_path / "gammel.db", world.folder / "vault.db")
    assert "ældre end sidst" in unlock(world).warning


def test_an_unreadable_note_of_the_head_is_said(world):
    """The vault opens; what cannot be compared is not called equal."""
    session = unlock(world)
    (world.state / f"{session.vault.id}.head").write_text("{")
    world.close()
    assert "Kør en kontrol" in unlock(world).warning


def test_nothing_is_written_before_a_password_of_ones_own(world):
    """With the leader's password alone one changes nothing, whatever asks."""
    staffing.reset_password(world.session("hanne"), "yusuf", "blåbær havnefront uldtråd mandag")
    world.close()
    yusuf = entering.unlock(
        world.folder, "yusuf", "blåbær havnefront uldtråd mandag", world.clock, world.state
    )
    world.open_sessions.append(yusuf)
    with pytest.raises(NotAllowed, match="Vælg først din egen adgangskode"), yusuf.write():
        pass


def test_a_removal_that_cannot_be_finished_is_said_until_it_is(world, monkeypatch, small_disk):
    """The disk has no room for a new key: whoever unlocks is told, the one who left comes in no more; later it is done."""
    hanne = world.session("hanne")
    with hanne.write() as pen:  # killed between the record and the keys
        pen.put(replace(hanne.staff()["yusuf"], active=False), "yusuf")
    world.close()
    size = (world.folder / "vault.db").stat().st_size
    disk = small_disk(f"{(size * 3 // 2) // 1024}k")
    home, world.folder = world.folder, shutil.copytree(world.folder, disk / "boks")
    warning = unlock(world, "mette").warning
    assert "Adgangen er taget fra Yusuf Demir" in warning
    with pytest.raises(NotAllowed):
        unlock(world, "yusuf")
    world.close()
    world.folder = home
    assert unlock(world, "mette").warning == ""
    assert "yusuf" not in {one.id for one in lock_door.look(world.folder).people}
