"""The log's own words: commitments that hide, seals that hold, an order that survives bad clocks."""

from __future__ import annotations

import dataclasses
import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tvaerfaglig.domain.events import GENESIS, Body, Changes, Event, Stamp, Touched, head_of

EVENT = Event(
    id="e1",
    device="a1b2c3d4",
    case_id="alma",
    seq=1,
    hlc="1794470400000.00000.a1b2c3d4",
    actor="mette",
    kind="observation",
    record="r1",
    parents=("e0",),
    commitment=b"\x01" * 32,
    prev=GENESIS,
).sealed()


@pytest.mark.parametrize(
    "change",
    [
        {"id": "e2"},
        {"device": "ffffffff"},
        {"case_id": "bertil"},
        {"seq": 2},
        {"hlc": "1794470400001.00000.a1b2c3d4"},
        {"actor": "yusuf"},
        {"kind": "samtale"},
        {"record": "r2"},
        {"parents": ()},
        {"commitment": b"\x02" * 32},
        {"prev": b"\x03" * 32},
    ],
    ids=lambda change: next(iter(change)),
)
def test_every_field_is_under_the_seal(change):
    """None of them can be changed without the hash telling."""
    assert dataclasses.replace(EVENT, **change).sealed().hash != EVENT.hash


def test_the_seal_does_not_cover_itself():
    """Sealing again is the same seal, signed or not."""
    assert dataclasses.replace(EVENT, sig=b"x").sealed().hash == EVENT.hash


def test_fields_cannot_run_into_each_other():
    """What moves from one field to the next is another event."""
    one = dataclasses.replace(EVENT, actor="me", kind="tte").sealed()
    other = dataclasses.replace(EVENT, actor="met", kind="te").sealed()
    assert one.hash != other.hash


@given(data=st.text(max_size=50))
def test_a_commitment_tells_nothing_of_the_words_and_holds_to_them(data):
    """With another salt it is another; with the same words and salt the same."""
    body = Body(b"s" * 32, data)
    assert body.commitment() == Body(b"s" * 32, data).commitment()
    assert body.commitment() != Body(b"t" * 32, data).commitment()
    assert body.commitment() != hashlib.sha256(data.encode()).digest()


def test_an_event_knows_its_moment():
    """Milliseconds since 1970, by the writer's clock."""
    assert EVENT.ms == 1_794_470_400_000


@given(
    jumps=st.lists(st.integers(min_value=0, max_value=4_000_000_000_000), min_size=2, max_size=60)
)
def test_stamps_only_rise_whatever_the_clock_does(jumps):
    """As text too, which is how they are sorted."""
    stamp, texts = Stamp(0, 0, "d"), []
    for now in jumps:
        stamp = stamp.next(now, "d")
        texts.append(str(stamp))
        assert Stamp.parse(texts[-1]) == stamp
    assert texts == sorted(set(texts))


def test_a_full_counter_carries_into_the_time():
    """After a hundred thousand events in a millisecond that will not pass."""
    full = Stamp(1_794_470_400_000, 99_999, "d")
    assert str(full.next(0, "d")) > str(full)
    assert full.next(0, "d") == Stamp(1_794_470_400_001, 0, "d")


def test_a_page_asks_again_only_when_it_must():
    """By kind, by child, by both; changes of two acts add up."""
    changes = Changes((Touched("observation", "r", ("alma", "bertil")),)) + Changes(
        (Touched("dagtilbud", "m"),)
    )
    assert changes.touch("observation")
    assert changes.touch("samtale", "observation", child="bertil")
    assert changes.touch(child="alma")
    assert changes.touch()
    assert not changes.touch("observation", child="emil")
    assert not changes.touch("dagtilbud", child="alma")
    assert not changes.touch("samtale")
    assert not Changes().touch()


def test_the_head_is_over_all_streams_in_any_order():
    """It changes with any of them and not with how they are listed."""
    streams = [("d1", "alma", 3, b"a"), ("d1", "bertil", 1, b"b"), ("d2", "alma", 1, b"c")]
    assert head_of(streams) == head_of(streams[::-1])
    for number in range(3):
        assert head_of(streams[:number] + streams[number + 1 :]) != head_of(streams)
    assert head_of([("d1", "alma", 4, b"a"), *streams[1:]]) != head_of(streams)
