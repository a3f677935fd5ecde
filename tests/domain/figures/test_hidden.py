"""No small number can be worked out from what is told: tried by looking through every world that fits it.

Somebody may see the groups side by side and the same figure of all of them together.
"""

from __future__ import annotations

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from tvaerfaglig.domain.figures.shares import Counted, told_parts
from tvaerfaglig.domain.figures.times import Cases, State, told_times
from tvaerfaglig.domain.suppression import shown_groups

LEAST = 3
"""Small enough that every world that fits can be looked through."""
MOST = 5
THREE = st.tuples(*[st.integers(0, MOST)] * 3)


def _cases(counts, label):
    cases, nr = Cases(), 0
    for state, count in zip(State, counts, strict=True):
        for _ in range(count):
            cases.add(state, f"{label}{nr}", nr)
            nr += 1
    return cases


def _numbers(times):
    return (times.n, times.open, times.ended, times.total)


def _all_of(counts):
    return (*counts, sum(counts))


def _fits(numbers, counts):
    return all(
        told is None or told == true for told, true in zip(numbers, _all_of(counts), strict=True)
    )


def _summed(rows):
    return tuple(map(sum, zip(*rows, strict=True)))


def _never_alone(true, worlds):
    """Every small number there is could, for all that is told, be another."""
    for at, row in enumerate(true):
        for to, count in enumerate(row):
            if 0 < count < LEAST:
                assert len({world[at][to] for world in worlds}) > 1, (true, at, to)


@settings(max_examples=100)
@given(st.lists(st.tuples(*[st.integers(0, 4)] * 3), min_size=2, max_size=2))
def test_groups_of_one_wait_give_no_small_number_away(true):
    """With and without, told beside the two together."""
    split = [_numbers(one) for one in told_times(("a", "b"), [_of(true)], LEAST)[0]]
    whole = _numbers(told_times(("",), [[_cases(_summed(true), "x")]], LEAST)[0][0])
    each = [
        [world for world in product(range(7), repeat=3) if _fits(numbers, world)]
        for numbers in split
    ]
    worlds = [pair for pair in product(*each) if _fits(whole, _summed(pair))]
    _never_alone(true, worlds)


def _of(rows):
    return [_cases(row, f"{at}-") for at, row in enumerate(rows)]


@settings(max_examples=150)
@given(THREE, st.randoms(use_true_random=False), st.booleans())
def test_steps_of_the_same_children_give_no_small_number_away(first, random, deeds):
    """The number of all is the same in both steps, and may be told by either."""
    total = sum(first)
    reached = random.randint(0, total)
    waits = random.randint(0, total - reached)
    true = (first, (reached, waits, total - reached - waits))
    steps = told_times(("",), [[_cases(row, "")] for row in true], LEAST, deeds=deeds)
    told = [_numbers(step[0]) for step in steps]
    each = [
        [world for world in product(range(total + 3), repeat=3) if _fits(numbers, world)]
        for numbers in told
    ]
    worlds = [pair for pair in product(*each) if sum(pair[0]) == sum(pair[1])]
    _never_alone(true, worlds)


@settings(max_examples=100)
@given(st.lists(st.tuples(*[st.integers(0, 4)] * 3), min_size=1, max_size=2))
def test_parts_give_no_small_number_away(true):
    """Parts with their whole, group beside group and all together."""
    whole = _parts([_summed(true)])[0]
    each = [
        [world for world in product(range(7), repeat=3) if _fits((*one.counts, one.whole), world)]
        for one in _parts(true)
    ]
    together = (*whole.counts, whole.whole)
    _never_alone(true, [rows for rows in product(*each) if _fits(together, _summed(rows))])


def _parts(rows):
    counted, nr = [], 0
    for group, row in enumerate(rows):
        for part, count in enumerate(row):
            for _ in range(count):
                counted.append(Counted(group, f"barn {nr}", part))
                nr += 1
    return told_parts([str(at) for at in range(len(rows))], 3, counted, LEAST)


@given(st.lists(st.sets(st.sampled_from("abcdefghij")), max_size=5))
def test_hidden_groups_are_never_one_and_never_few_together(groups):
    """Unless they are all there are."""
    shown = shown_groups(groups, LEAST)
    hidden = [heads for heads, told in zip(groups, shown, strict=True) if not told]
    assert all(len(heads) >= LEAST for heads, told in zip(groups, shown, strict=True) if told)
    if hidden and len(hidden) < len(groups):
        assert len(hidden) > 1
        assert len(set().union(*hidden)) >= LEAST


def test_many_letters_on_few_children_are_a_small_number():
    """Twenty letters on two children tell of two children."""
    counted = [Counted(0, f"barn {nr % 2}", 0) for nr in range(20)]
    (told,) = told_parts(("",), 2, counted, 5)
    assert (told.counts, told.whole) == ((None, None), None)


def test_one_group_hides_with_another():
    """Three without a socialrådgiver could be found by taking those with from all; so neither is told."""
    few, many = _cases((3, 0, 0), "a"), _cases((20, 0, 0), "b")
    told = told_times(("med", "uden"), [[many, few]], 5)[0]
    assert [one.n for one in told] == [None, None]
    assert [one.reached for one in told] == [None, None]
