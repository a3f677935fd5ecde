"""Records go in and come out the same, whatever people write in them."""

from __future__ import annotations

import unicodedata

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.bare_vault import make, put, seen, version_of
from tvaerfaglig.domain.kinds import KINDS
from tvaerfaglig.domain.observation import Observation
from tvaerfaglig.store import codec, past, queries, word_search

HOSTILE = [
    "",
    "\x00før\x00efter\x00",
    "linje\r\nlinje\u2028linje",
    "\u202emodsat",
    "👩‍👧‍👦 og 🙂",
    unicodedata.normalize("NFD", "Åse så på ål"),
    '"citat" \\ {barn:alma} \'; DROP TABLE event; --',
    "{}[]:,\u0338\u0301",
    "\ud800 halvt tegn",
    "x" * 10_000_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_any_text_comes_back(tmp_path, text):
    """In composed form; a half sign that no file can hold becomes the sign for that."""
    vault = make(tmp_path / "boks")
    record = put(vault, seen(text))
    kept = queries.one(vault, Observation, record)
    assert kept.record.text == unicodedata.normalize("NFC", text.replace("\ud800", "\ufffd"))
    assert vault.examine().sound
    vault.close()


def test_words_after_a_strange_sign_are_found_too(tmp_path):
    """A sign that ends a text elsewhere does not hide the rest of it here."""
    vault = make(tmp_path / "boks")
    record = put(vault, seen("før\x00efter"))
    assert [
        one.id for one in word_search.search(vault, "efter", word_search.Seen.of(("alma",)))
    ] == [record]
    vault.close()


@given(text=st.text())
def test_encoding_is_canonical(text):
    """The same record gives the same bytes, and again after a round trip."""
    once = codec.encode(seen(text))
    assert codec.encode(codec.decode("observation", once)) == once


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_says_its_version(kind):
    """So that a later program can lift it."""
    assert kind == KINDS[kind].KIND
    assert KINDS[kind].V >= 1


def test_what_a_newer_program_wrote_is_kept_and_not_read():
    """Unknown kinds and newer versions are left alone, never guessed at."""
    later = msgspec.json.encode({"d": {"whatever": 1}, "v": 99}).decode()
    assert codec.decode("observation", later) is None
    assert codec.decode("noget_nyt", later) is None


def test_an_unknown_kind_stands_in_the_log_and_survives_a_rebuild(tmp_path):
    """Written by a newer program and exchanged: kept, verified, shown by none of today's pages."""
    from tvaerfaglig.store import projections

    vault = make(tmp_path / "boks")
    data = '{"d":{"x":1},"v":1}'
    with vault.write("mette"):
        event, _ = vault.log.append(
            actor="mette", kind="noget_nyt", record="r", case_id="alma", data=data, parents=()
        )
        projections.project(vault.db, event, data)
    assert version_of(vault, "r") == event.id
    assert queries.kind_of(vault, "r") == "noget_nyt"
    assert past.versions(vault, Observation, "r") == []
    vault.db.conn.execute("UPDATE current SET children='alma' WHERE record='r'")
    assert past.changed_since(vault, 0, ["noget_nyt"], ["alma"]) == []
    vault.db.conn.rollback()
    assert vault.examine().sound
    vault.close()


def test_an_older_version_is_lifted_step_by_step(monkeypatch):
    """Each step knows only its own version."""
    monkeypatch.setattr(Observation, "V", 3)
    monkeypatch.setitem(
        codec.UPCASTERS, ("observation", 1), lambda old: {**old, "text": old["text"] + " løftet"}
    )
    monkeypatch.setitem(
        codec.UPCASTERS, ("observation", 2), lambda old: {**old, "text": old["text"] + " igen"}
    )
    old = msgspec.json.encode({"d": {"day": "2026-11-12", "text": "Først"}, "v": 1}).decode()
    assert codec.decode("observation", old).text == "Først løftet igen"
