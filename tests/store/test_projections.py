"""The tables say what the log says, whatever is written, corrected, merged, read and erased."""

from __future__ import annotations

import json
import shutil
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, precondition, rule

from tests.store.bare_vault import (
    Ticking,
    decrypted,
    erase,
    everything_in,
    heads_in_table,
    make,
    put,
    reopen,
    seen,
    version_of,
)
from tvaerfaglig.domain.acts import Erased, Read
from tvaerfaglig.domain.observation import Observation
from tvaerfaglig.domain.people import Child
from tvaerfaglig.store import past, projections, queries, word_search
from tvaerfaglig.store.checking import Check
from tvaerfaglig.store.vault import FILE


@dataclass
class _Kept:
    """What the model remembers of one record: each version's parents and words, and which are erased."""

    parents: dict[str, tuple[str, ...]] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)
    erased: set[str] = field(default_factory=set)

    def living(self) -> set[str]:
        return set(self.parents) - self.erased

    def heads(self) -> list[str]:
        """Living versions that no living version comes from."""
        replaced = set()
        for one in self.living():
            older = list(self.parents[one])
            while older:
                each = older.pop()
                replaced.add(each)
                older += self.parents[each]
        return sorted(self.living() - replaced)


class Writing(RuleBasedStateMachine):
    """Random work on a vault, told to a model that knows nothing of tables."""

    records = Bundle("records")

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.clock = Ticking()
        self.vault = make(self.folder / "boks", self.clock)
        self.kept: dict[str, _Kept] = {}
        self.number = 0

    def teardown(self) -> None:
        assert self.vault.examine().sound
        assert self.vault.rebuild() is True
        self.vault.close()
        shutil.rmtree(self.folder)

    def _write(
        self, record: str | None, children: list[str], replaces: tuple[str, ...] | None
    ) -> str:
        self.number += 1
        word = f"ord{self.number}x"
        before = self.kept.get(record, _Kept()).heads() if record else []
        record = put(self.vault, seen(f"{word} skrevet", *children), record, replaces=replaces)
        version = self.vault.versions_of(record)[-1][0]
        kept = self.kept.setdefault(record, _Kept())
        kept.parents[version] = tuple(before) if replaces is None else replaces
        kept.words[version] = word
        return record

    @rule(
        target=records,
        children=st.lists(st.sampled_from("abc"), min_size=1, max_size=3, unique=True),
    )
    def write(self, children):
        return self._write(None, children, None)

    @rule(
        record=records,
        children=st.lists(st.sampled_from("abc"), min_size=1, max_size=2, unique=True),
    )
    def correct(self, record, children):
        self._write(record, children, None)

    @rule(record=records, pick=st.integers(0, 9), many=st.booleans())
    def correct_an_older_version(self, record, pick, many):
        """As somebody does who had the page open for long; sometimes merging two."""
        versions = sorted(self.kept[record].parents)
        chosen = {versions[pick % len(versions)], *(versions[-2:] if many else ())}
        self._write(record, ["a"], tuple(sorted(chosen)))

    @rule(record=records, pick=st.integers(0, 9), whole=st.booleans())
    def erase(self, record, pick, whole):
        kept = self.kept[record]
        versions = sorted(kept.parents)
        chosen = versions if whole else [versions[pick % len(versions)]]
        erase(self.vault, *chosen, child="a")
        kept.erased |= set(chosen)

    @rule(child=st.sampled_from("abc"))
    def read(self, child):
        put(self.vault, Read(child=child, what="barnets side"), f"laest:mette:{child}:")

    @rule(name=st.sampled_from(["Alma", "Bertil"]))
    def rename(self, name):
        put(self.vault, Child(name=name, dagtilbud="m"), "a")

    @rule(jump=st.sampled_from([-86_400_000, 3_600_000]))
    def open_again(self, jump):
        self.vault.close()
        self.clock.ms += jump
        self.vault = reopen(self.folder / "boks", self.clock)

    @invariant()
    def the_tables_are_those_of_a_rebuild(self):
        self.vault.db.conn.execute("BEGIN")
        assert projections.digest(self.vault.db) == projections.rebuilt_digest(self.vault.db)
        self.vault.db.conn.rollback()

    @precondition(lambda self: self.kept)
    @invariant()
    def every_record_stands_as_the_model_has_it(self):
        for record, kept in self.kept.items():
            heads = kept.heads()
            assert heads_in_table(self.vault, record) == heads
            stored = queries.one(self.vault, Observation, record)
            if heads:
                assert kept.words[heads[-1]] in stored.record.text
                assert stored.conflict == (len(heads) > 1)
                assert stored.versions == len(kept.living())
            else:
                assert stored is None

    @precondition(lambda self: any(kept.erased for kept in self.kept.values()))
    @invariant()
    def nothing_erased_is_left(self):
        dump = everything_in(self.vault)
        for kept in self.kept.values():
            assert not any(kept.words[version] in dump for version in kept.erased)


TestWriting = Writing.TestCase
TestWriting.settings = settings(max_examples=15, stateful_step_count=20, deadline=None)


@pytest.fixture
def vault(tmp_path):
    made = make(tmp_path / "boks")
    yield made
    made.close()


def test_two_who_wrote_apart_are_both_kept_until_one_merges(vault):
    """Nobody's words vanish because another saved later."""
    record = put(vault, seen("Første."))
    first = version_of(vault, record)
    put(vault, seen("Mettes."), record, replaces=(first,))
    put(vault, seen("Yusufs."), record, replaces=(first,))
    both = queries.one(vault, Observation, record)
    assert both.conflict
    assert [one.record.text for one in past.versions(vault, Observation, record)] == [
        "Første.",
        "Mettes.",
        "Yusufs.",
    ]
    put(vault, seen("Begges."), record, replaces=both.heads)
    merged = queries.one(vault, Observation, record)
    assert (merged.conflict, merged.record.text, merged.versions) == (False, "Begges.", 4)


def test_erasing_a_version_in_the_middle_makes_no_conflict(vault):
    """What it replaced stays replaced by what came after."""
    record = put(vault, seen("Første."))
    put(vault, seen("Midterste."), record)
    middle = version_of(vault, record)
    put(vault, seen("Sidste."), record)
    erase(vault, middle)
    stored = queries.one(vault, Observation, record)
    assert (stored.record.text, stored.conflict, stored.versions) == ("Sidste.", False, 2)


def test_erasing_the_last_version_brings_the_one_before_back(vault):
    """Taking back a correction is not taking back the observation."""
    record = put(vault, seen("Første."))
    put(vault, seen("Rettet."), record)
    erase(vault, version_of(vault, record))
    assert queries.one(vault, Observation, record).record.text == "Første."


def test_who_began_it_is_remembered_when_the_first_words_are_erased(vault):
    """The header stands: the record does not become its corrector's."""
    record = put(vault, seen("Første."))
    first = version_of(vault, record)
    with vault.write("hanne") as pen:
        pen.put(seen("Rettet."), record)
    erase(vault, first)
    stored = queries.one(vault, Observation, record)
    assert (stored.written_by, stored.changed_by, stored.versions) == ("mette", "hanne", 1)


def test_two_processes_with_different_clocks_agree_on_what_is_shown(tmp_path):
    """Also when the later version has the lower id, and the shown one is replaced."""
    ahead = make(tmp_path / "boks", Ticking())
    behind = reopen(tmp_path / "boks", Ticking(ms=1_700_000_000_000))
    record = put(ahead, seen("Første."))
    first = version_of(ahead, record)
    put(behind, seen("Bag efter."), record, replaces=(first,))
    put(ahead, seen("Foran."), record, replaces=(first,))
    shown = version_of(ahead, record)
    put(behind, seen("Rettet bag efter."), record, replaces=(shown,))
    assert len(heads_in_table(ahead, record)) == 2
    assert version_of(ahead, record) == heads_in_table(ahead, record)[-1]
    assert ahead.examine().sound
    ahead.close(), behind.close()


def test_an_observation_about_several_lies_apart_with_a_link_in_each_childs_stream(vault):
    """One child's stream can be proved, or erased, without the other's."""
    record = put(vault, seen("De to legede.", "alma", "bertil"))
    put(vault, seen("De tre legede.", "alma", "bertil", "emil"), record)
    rows = vault.db.conn.execute("SELECT case_id, kind FROM event ORDER BY place").fetchall()
    assert rows == [
        (record, "observation"),
        ("alma", "henvisning"),
        ("bertil", "henvisning"),
        (record, "observation"),
        ("emil", "henvisning"),
    ]
    for child in ("alma", "bertil", "emil"):
        assert [one.id for one in queries.of_child(vault, Observation, child)] == [record]


def test_of_an_erased_note_no_byte_is_left_in_the_file(vault):
    """Not in a table, not in the search index, not in a page that nothing points to, not in the log beside."""
    marks = [f"snegleslim{number}spor" for number in range(60)]
    records = [
        put(vault, seen(f"{mark} {'fyld ' * (number * 25)}{mark}"))
        for number, mark in enumerate(marks)
    ]
    put(vault, seen("Bliver stående."))
    put(vault, seen(f"{marks[0]} rettet, og stadig {marks[0]}"), records[0])
    vault.db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    under = decrypted(vault.folder / FILE)
    assert all(mark.encode() in under for mark in marks)
    for record in records:
        erase(vault, *(version for version, _ in vault.versions_of(record)), child="alma")
    under = decrypted(vault.folder / FILE)
    assert b"bliver" in under
    assert [mark for mark in marks if mark.encode() in under] == []
    assert (vault.folder / f"{FILE}-wal").stat().st_size == 0
    assert word_search.search(vault, "snegleslim", word_search.Seen.of(("alma",))) == []


def test_pages_are_told_what_an_erasure_changed(vault):
    """An open page of the child asks again, as after a save."""
    record = put(vault, seen("Fortrydes."))
    with vault.write("mette") as pen:
        pen.erase(Erased(events=(version_of(vault, record),), ground="prøve", child="alma"))
        changes = pen.changes
    assert changes.touch("observation", child="alma")
    assert changes.touch(Erased.KIND, child="alma")
    assert not changes.touch("observation", child="bertil")


def test_an_erasure_is_itself_a_thing_one_can_ask_for(vault):
    """When, by whom and on what ground stands with the child."""
    record = put(vault, seen("Slettes."))
    erase(vault, version_of(vault, record), child="alma")
    decision = queries.of_child(vault, Erased, "alma")[0]
    assert (decision.record.ground, decision.written_by) == ("prøve", "hanne")


def test_headers_name_the_parents_of_each_version(vault):
    """What a version replaces stands in the log for ever."""
    record = put(vault, seen("Første."))
    first = version_of(vault, record)
    put(vault, seen("Anden."), record)
    parents = vault.db.conn.execute(
        "SELECT parents FROM event WHERE record=? ORDER BY place", (record,)
    ).fetchall()
    assert [json.loads(row[0]) for row in parents] == [[], [first]]


def test_another_version_of_the_program_makes_the_tables_anew(tmp_path):
    """It may read other words out of a record; until it has opened the vault, a check leaves the tables out."""
    vault = make(tmp_path / "boks")
    record = put(vault, seen("Et tårn."))
    vault.db.conn.execute("UPDATE vault SET value='0.0.1' WHERE name='tables'")
    vault.db.conn.execute("UPDATE words SET folded='som det blev laest foer'")
    vault.db.conn.commit()
    report = vault.examine()
    assert (report.sound, Check.TABLES in report.untried) == (True, True)
    vault.close()
    vault = reopen(tmp_path / "boks")
    assert [
        one.id for one in word_search.search(vault, "tårn", word_search.Seen.of(("alma",)))
    ] == [record]
    report = vault.examine()
    assert (report.sound, Check.TABLES in report.untried) == (True, False)
    vault.close()
