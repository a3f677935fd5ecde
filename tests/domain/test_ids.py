"""Ids sort by when they were made, hold no name, and never run backwards."""

from __future__ import annotations

import secrets
import uuid

from hypothesis import given
from hypothesis import strategies as st

from tvaerfaglig.domain.ids import Ids


@given(
    times=st.lists(st.integers(min_value=0, max_value=(1 << 47) - 1), min_size=2, max_size=60),
    bits=st.randoms(use_true_random=False),
)
def test_ids_rise_whatever_the_clock_does(times, bits):
    """Set forward, set back, or standing still."""
    ticks = iter(times)
    ids = Ids(lambda: next(ticks), bits.getrandbits)
    made = [ids.new() for _ in times]
    assert made == sorted(set(made))


@given(times=st.lists(st.integers(min_value=0, max_value=(1 << 47) - 1), min_size=2, max_size=30))
def test_ids_rise_over_a_restart(times):
    """A program that starts again with the clock set back goes on from the last id it finds."""
    made = [""]
    for now in times:
        made.append(Ids(lambda now=now: now, secrets.randbits, made[-1]).new())
    assert made == sorted(set(made))


def test_ids_are_uuids_of_version_7():
    """With the time in front, as any tool reads it."""
    made = uuid.UUID(Ids(lambda: 1_794_470_400_000, secrets.randbits).new())
    assert (made.version, made.variant) == (7, uuid.RFC_4122)
    assert made.int >> 80 == 1_794_470_400_000


def test_a_millisecond_holds_many():
    """Also when the random part begins at its end: it carries over."""
    ids = Ids(lambda: 5, lambda bits: (1 << bits) - 1)
    made = [ids.new() for _ in range(1000)]
    assert made == sorted(set(made))


def test_two_programs_that_begin_at_the_same_id_hand_out_different_ones():
    """Both with the clock set back, or in the same millisecond."""
    begun = Ids(lambda: 2_000_000_000_000, secrets.randbits).new()
    one, other = (Ids(lambda: 1_794_470_400_000, secrets.randbits, begun) for _ in "ab")
    assert {one.new() for _ in range(500)}.isdisjoint({other.new() for _ in range(500)})
