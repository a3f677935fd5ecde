"""A copy found, brought back on a machine that has never seen the vault, and tried beside the one that lives."""

from __future__ import annotations

import json
import shutil

import pytest

from tests.conftest import PASSWORD
from tests.services.copying.copying_world import Copier, names, texts, write
from tvaerfaglig.domain.acts import Erased
from tvaerfaglig.domain.errors import ForPeople
from tvaerfaglig.domain.observation import Observation
from tvaerfaglig.domain.progress import Stopped
from tvaerfaglig.services import staffing
from tvaerfaglig.services.copying import bringing_back, second_place, shelves
from tvaerfaglig.services.copying.bringing_back import Way
from tvaerfaglig.services.errors import NotAllowed, Unclear
from tvaerfaglig.services.lock import door, entering
from tvaerfaglig.services.vault import keeping
from tvaerfaglig.store import copy_notes, projections, queries
from tvaerfaglig.store.errors import NotACopy
from tvaerfaglig.store.key_errors import WrongPassword

METTE = Way(person="mette", password=PASSWORD)


@pytest.fixture
def copier(world, tmp_path) -> Copier:
    """Two copies here and on the drive, with something written before each and erased after the first."""
    made = Copier(world, tmp_path / "seagate")
    made.plug_in()
    for text in ("Alma byggede et tårn.", "Alma sang.", "Alma lo."):
        write(made.session, text)
    made.round()
    world.clock.forward(days=1)
    for one in queries.all_of(made.session.vault, Observation)[:2]:
        with made.session.write() as pen:
            pen.erase(Erased(events=(one.version,), ground="ikke længere nødvendig", child="alma"))
    write(made.session, "Alma sov.")
    made.round()
    return made


def old_and_new(copier):
    return copier.second / "tvaerfaglig-2026-11-12-080000", copier.second / (
        "tvaerfaglig-2026-11-13-080000"
    )


def test_copies_are_found_wherever_a_person_points(copier, tmp_path):
    """At the copy, at the folder about it, at the drive, at the vault itself; the newest first."""
    old, new = old_and_new(copier)
    for folder in (copier.second, copier.drive, copier.world.folder):
        found = bringing_back.find_copies(folder)
        assert [one.at.day for one in found] == [13, 12]
    (found,) = bringing_back.find_copies(old)
    assert (found.house, found.has_recovery, found.whole) == (
        "Børnehuset Mælkebøtten",
        True,
        True,
    )
    assert {one.name for one in found.people} >= {"Hanne Bjerre", "Mette Sørensen"}
    for nothing in (tmp_path / "state", tmp_path / "findes-ikke"):
        with pytest.raises(NotACopy, match="ingen sikkerhedskopi"):
            bringing_back.find_copies(nothing)
    (new / "manifest.json").write_text("{")
    with pytest.raises(NotACopy):
        bringing_back.find_copies(new)


def test_a_fresh_machine_gets_the_vault_back_as_it_was(copier, tmp_path):
    """No state folder, no list: every record the same by its digest, and a new device that writes on."""
    vault = copier.session.vault
    before = projections.digest(vault.db), vault.log.head(), vault.log.count()
    copy = keeping.backup(copier.session, tmp_path / "i-skabet")
    write(copier.session, "Skrevet efter kopien, og tabt med maskinen.")
    copier.world.close()
    shutil.rmtree(copier.world.folder)
    shutil.rmtree(copier.world.state)
    place, state = tmp_path / "ny" / "boks", tmp_path / "ny" / "state"
    place.parent.mkdir()
    done = bringing_back.bring_back(copy, place, METTE, copier.world.clock, state)
    assert done.erased_again == 0
    session = entering.unlock(place, "mette", PASSWORD, copier.world.clock, state)
    vault = session.vault
    assert (projections.digest(vault.db), vault.log.head(), vault.log.count()) == before
    assert session.warning == ""
    assert copy_notes.copy_notes(vault.db) == copy_notes.CopyNotes()
    write(session, "Videre.")
    assert texts(session) == ["Alma byggede et tårn.", "Alma sov.", "Videre."]
    session.vault.close()
    report = keeping.verify(place, keeping.open_keys(place, "mette", PASSWORD), state)
    assert (report.sound, report.devices) == (True, 2)


def test_the_newest_manifest_says_what_was_erased_since(copier, tmp_path):
    """Lying elsewhere, as a file or as a copy; without it the machine does not know."""
    old, new = old_and_new(copier)
    alone = tmp_path / "for-sig" / old.name
    shutil.copytree(old, alone)
    state = tmp_path / "ny-state"
    assert bringing_back.erasures(alone, state).since == 0
    for newer in (new, new / "manifest.json"):
        known = bringing_back.erasures(alone, state, newer)
        assert (known.since, known.newest.day) == (2, 13)
    assert bringing_back.erasures(old, state).since == 2
    assert bringing_back.erasures(alone, copier.world.state).since == 2
    place = tmp_path / "tilbage"
    done = bringing_back.bring_back(
        alone, place, METTE, copier.world.clock, state, newer=new / "manifest.json"
    )
    assert done.erased_again == 2
    session = entering.unlock(place, "mette", PASSWORD, copier.world.clock, state)
    assert texts(session) == ["Alma byggede et tårn."]
    session.vault.close()


def test_the_manifest_of_another_vault_is_refused(copier, tmp_path):
    """In words, before anything is brought anywhere."""
    old, new = old_and_new(copier)
    other = tmp_path / "anden.json"
    note = json.loads((new / "manifest.json").read_text())
    other.write_text(json.dumps({**note, "vault_id": "en-anden"}))
    with pytest.raises(NotACopy, match="en anden boks"):
        bringing_back.erasures(old, tmp_path, other)
    with pytest.raises(NotACopy, match="en anden boks"):
        bringing_back.bring_back(
            old, tmp_path / "ny", METTE, copier.world.clock, tmp_path / "s", newer=other
        )
    assert not (tmp_path / "ny").exists()


def test_the_code_from_the_sheet_opens_a_copy_too(copier, tmp_path):
    """When nobody remembers a password."""
    _, new = old_and_new(copier)
    way = Way(code=copier.world.code)
    done = bringing_back.bring_back(
        new, tmp_path / "ny", way, copier.world.clock, tmp_path / "ny-state"
    )
    assert done.events > 0
    session = entering.set_password_with_code(
        done.folder,
        copier.world.code,
        "mette",
        "tre gule regnfrakker i skuret",
        copier.world.clock,
        tmp_path / "ny-state",
    )
    assert texts(session) == ["Alma byggede et tårn.", "Alma sov."]
    session.vault.close()


def test_a_wrong_password_and_a_taken_place_are_said(copier, tmp_path):
    """And nothing is made."""
    _, new = old_and_new(copier)
    clock, state = copier.world.clock, tmp_path / "ny-state"
    with pytest.raises(WrongPassword):
        bringing_back.bring_back(
            new, tmp_path / "ny", Way(person="mette", password="nej"), clock, state
        )
    with pytest.raises(Unclear, match="Hvem er du"):
        bringing_back.bring_back(new, tmp_path / "ny", Way(), clock, state)
    with pytest.raises(Unclear, match="tom"):
        bringing_back.bring_back(new, copier.world.folder, METTE, clock, state)
    assert not (tmp_path / "ny").exists()
    assert not state.exists()


def test_it_can_be_stopped_until_it_is_there(copier, tmp_path):
    """Nothing is left, and it can be tried again at once."""
    _, new = old_and_new(copier)
    said = []

    def until(limit):
        def tell(part, doing):
            said.append(doing)
            if part >= limit:
                raise Stopped

        return tell

    for limit in (0.0, 0.2, 0.5, 0.9):
        with pytest.raises(Stopped):
            bringing_back.bring_back(
                new,
                tmp_path / "ny" / "boks",
                METTE,
                copier.world.clock,
                tmp_path / "s",
                tell=until(limit),
            )
        assert names(tmp_path / "ny") == []
    assert {"Åbner kopien", "Henter kopien", "Læser loggen igennem", "Gør boksen klar"} <= set(said)
    assert bringing_back.bring_back(
        new, tmp_path / "ny" / "boks", METTE, copier.world.clock, tmp_path / "s"
    ).events


# tried beside the vault


def test_a_copy_is_tried_without_touching_the_vault(copier, tmp_path):
    """It is read through in its own place; device, noted head and the vault's files are as they were."""
    copier.world.clock.forward(hours=1)
    old = copier.shelf / "tvaerfaglig-2026-11-12-080000"
    kept = {one.name: one.read_bytes() for one in copier.world.state.iterdir()}
    tried = bringing_back.try_out(copier.session, old, tmp_path / "proeve")
    assert (tried.sound, tried.flaws, tried.restored.erased_again) == (True, (), 2)
    assert door.is_copy(tmp_path / "proeve")
    assert {one.name: one.read_bytes() for one in copier.world.state.iterdir()} == kept
    write(copier.session, "Alma dansede.")
    copier.session.vault.close()
    copier.world.open_sessions.clear()
    again = copier.world.session("hanne")
    assert again.warning == ""
    bringing_back.remove_trial(again, tried)
    assert not (tmp_path / "proeve").exists()
    with pytest.raises(Unclear):
        bringing_back.remove_trial(again, tried)


def test_a_copy_from_before_a_new_key_asks_for_the_password_of_then(copier, tmp_path):
    """With it, it opens."""
    staffing.remove_person(copier.session, "yusuf")
    old = copier.shelf / "tvaerfaglig-2026-11-13-080000"
    with pytest.raises(Unclear, match="adgangskode, du havde dengang"):
        bringing_back.try_out(copier.session, old, tmp_path / "proeve")
    assert bringing_back.try_out(copier.session, old, tmp_path / "proeve", PASSWORD).sound


def test_a_damaged_copy_does_not_pass(copier, tmp_path):
    """And nothing of it is left lying."""
    old = copier.shelf / "tvaerfaglig-2026-11-13-080000"
    content = bytearray((old / "vault.db").read_bytes())
    content[-2000] ^= 1
    (old / "vault.db").write_bytes(content)
    with pytest.raises(ForPeople):
        bringing_back.try_out(copier.session, old, tmp_path / "proeve")
    assert not (tmp_path / "proeve").exists()


def test_only_the_leader_tries_a_copy(copier, world, tmp_path):
    """A colleague is told who does."""
    mette = world.session("mette")
    second = second_place.second_place(mette)
    assert second is not None
    row = shelves.shelves(copier.session, second).copies[0]
    with pytest.raises(NotAllowed):
        bringing_back.try_out(mette, row.folder, tmp_path / "proeve")
    assert not (tmp_path / "proeve").exists()
