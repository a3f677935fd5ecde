"""Row 14: the newest copy on a fresh machine is the vault, and what was erased since stays erased."""

from __future__ import annotations

from contextlib import closing

from tests.faults import deeds
from tests.faults.old_vaults.reading import promised_by
from tests.faults.victims import Victim
from tvaerfaglig.domain.acts import Erased
from tvaerfaglig.domain.observation import Observation
from tvaerfaglig.services.lock import entering
from tvaerfaglig.services.vault import keeping
from tvaerfaglig.store import projections, queries


def test_two_years_put_back_on_a_fresh_machine(demo_world, tmp_path):
    """The invented house, in another process with nothing but the copy: same log, same words, same tables."""
    anne = demo_world.session("Hanne")
    keeping.backup(anne, tmp_path / "kopier")
    gone = queries.all_of(anne.vault, Observation)[0]
    with anne.write() as pen:
        pen.erase(Erased(events=(gone.version,), ground="ikke længere nødvendig"))
    demo_world.clock.forward(days=1)
    newest = keeping.backup(anne, tmp_path / "kopier")
    promise, tables = promised_by(anne.vault), projections.digest(anne.vault.db)
    person, password = anne.my_id, demo_world.password_of("Hanne")
    entering.close(anne)
    demo_world.open_sessions.clear()
    place, state = tmp_path / "ny" / "boks", tmp_path / "ny" / "state"
    place.parent.mkdir()
    Victim(deeds.put_back_as, newest, place, state, person, password).finish()
    again = entering.unlock(place, person, password, demo_world.clock, state)
    with closing(again.vault) as vault:
        assert promised_by(vault, promise["events"]) == promise
        assert projections.digest(vault.db) == tables
        assert vault.examine().sound
        assert queries.one(vault, Observation, gone.id) is None


def test_an_older_copy_put_back_erases_again_what_a_newer_one_knows(demo_world, tmp_path):
    """From the copy of the day before: its words come back, but not those that were erased since."""
    anne = demo_world.session("Hanne")
    older = keeping.backup(anne, tmp_path / "kopier")
    gone, kept = queries.all_of(anne.vault, Observation)[:2]
    with anne.write() as pen:
        pen.erase(Erased(events=(gone.version,), ground="ikke længere nødvendig"))
    demo_world.clock.forward(days=1)
    keeping.backup(anne, tmp_path / "kopier")
    person, password = anne.my_id, demo_world.password_of("Hanne")
    entering.close(anne)
    demo_world.open_sessions.clear()
    place, state = tmp_path / "ny" / "boks", tmp_path / "ny" / "state"
    place.parent.mkdir()
    Victim(deeds.put_back_as, older, place, state, person, password).finish()
    again = entering.unlock(place, person, password, demo_world.clock, state)
    with closing(again.vault) as vault:
        assert queries.one(vault, Observation, gone.id) is None
        assert queries.one(vault, Observation, kept.id).record.text == kept.record.text
        assert vault.examine().sound
