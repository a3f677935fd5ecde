"""What pages ask of the vault beyond one record at a time."""

from __future__ import annotations

from tests.store.bare_vault import erase, make, put, seen, version_of
from tvaerfaglig.domain.observation import SHORT, Observation
from tvaerfaglig.domain.people import Child
from tvaerfaglig.store import past, queries


def test_versions_of_several_records_come_as_they_were_written(tmp_path):
    """Of different kinds, in one order, each under its record; erased ones without words, others not at all."""
    vault = make(tmp_path)
    put(vault, seen("Først."), "a")
    put(vault, Child(name="Alma Nowak"), "alma")
    gone = version_of(vault, "a")
    put(vault, seen("Rettet."), "a")
    put(vault, seen("Uvedkommende."), "b")
    erase(vault, gone)
    found = past.written_in(vault, ["alma", "a"])
    assert [record for record, _ in found] == ["a", "alma", "a"]
    assert [version.record.words() if version.record else None for _, version in found] == [
        None,
        Child(name="Alma Nowak").words(),
        "Rettet.",
    ]
    assert past.written_in(vault, []) == []
    vault.close()


def test_every_state_can_be_asked_for(tmp_path):
    """Also the one that waits for nothing and stands in no index."""
    vault = make(tmp_path)
    put(vault, seen("Hun byggede hule.", "alma"), "a")
    assert [one.id for one in queries.in_state(vault, Observation, "skrevet")] == ["a"]
    assert [one.id for one in queries.of_children(vault, Observation, ["alma"], "skrevet")] == ["a"]
    assert queries.of_children(vault, Observation, ["alma"], SHORT) == []
    vault.close()
