"""Row 8: two programs on one vault lose nothing, and neither is told that it is locked."""

from __future__ import annotations

from contextlib import closing

from tests.faults import deeds
from tests.faults.victims import Victim
from tests.store.bare_vault import make, reopen


def test_two_programs_writing_at_once_lose_nothing(tmp_path, times):
    """800/10,000 writes: both finish, and everything of both is in one whole log."""
    folder, each = tmp_path / "boks", times(400, 5000)
    make(folder).close()
    writers = [Victim(deeds.write_in_bulk, folder, name, each) for name in ("a", "b")]
    records = [record for writer in writers for record in writer.finish()[0]]
    assert len(set(records)) == 2 * each
    with closing(reopen(folder)) as vault:
        assert vault.examine().sound
        found = vault.db.conn.execute("SELECT record FROM event WHERE kind='observation'")
        assert {row[0] for row in found} == set(records)
