"""What is laid away stays away at its place, and only there."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from tvaerfaglig.domain.quality.finding import Hit
from tvaerfaglig.domain.quality.laid_away import anchored, away

SENTENCES = (
    "Alma sover ofte kort midt på dagen.",
    "Hun spørger ofte efter sin mor, når det regner.",
    "Ved frokost sidder hun ofte alene for enden af bordet.",
    "Bertil og hun bygger ofte huler bag skuret.",
)
QUIET = (
    "Mandag kom hun kl. 8.15 i nattøj.",
    "Far hentede hende tidligt.",
    "Yusuf læste en bog om en bjørn.",
    "Der var rosiner i madpakken.",
)
words = st.lists(
    st.sampled_from(["kan", "så", "derfor", "igen", "gul", "stol", "hjem", "ikke", "åben", "nu"]),
    max_size=9,
)


def anchors(text: str):
    hits = [
        Hit(rule="hyppighed", section="over_tid", start=one.start(), end=one.end(), quote=one[0])
        for one in re.finditer(r"\bofte\b", text)
    ]
    return anchored(hits, {"over_tid": text})


@given(before=words, after=words)
def test_a_word_that_stands_once_stays_away_whatever_is_written_around_it(before, after):
    """Every other word of the section may be another."""
    kept = anchors(SENTENCES[0])[0].kept
    now = anchors(" ".join([*before, "ofte", *after]))
    assert set(away(now, {kept})) == {0}


@settings(max_examples=200)
@given(
    at=st.integers(0, 3),
    order=st.permutations(range(4)),
    between=st.lists(st.sampled_from(QUIET), min_size=4, max_size=4),
    gone=st.sets(st.integers(0, 3), max_size=2),
    own=st.tuples(
        st.sampled_from(["", "I dag: ", "Vi har set det. "]), st.sampled_from(["", " Også i går."])
    ),
)
def test_of_several_the_one_meant_stays_away(at, order, between, gone, own):
    """Sentences come, go and change places; her own gets words before and after."""
    kept = anchors(" ".join(SENTENCES))[at].kept
    left = [one for one in order if one == at or one not in gone]
    told = [own[0] + SENTENCES[one] + own[1] if one == at else SENTENCES[one] for one in left]
    text = " ".join(word for pair in zip(between, told, strict=False) for word in pair)
    assert set(away(anchors(text), {kept})) == {left.index(at)}


@given(
    at=st.integers(0, 3),
    new=st.sampled_from(["altså", "mest", "nok"]),
    side=st.sampled_from([-1, 1]),
)
def test_a_changed_neighbour_changes_nothing(at, new, side):
    """One of the two words that stand right beside it is written anew."""
    kept = anchors(" ".join(SENTENCES))[at].kept
    words = SENTENCES[at].split()
    words[words.index("ofte") + side] = new
    text = " ".join(" ".join(words) if n == at else one for n, one in enumerate(SENTENCES))
    assert set(away(anchors(text), {kept})) == {at}


def test_the_same_word_elsewhere_is_asked():
    """One of two is laid away; the other stays, also when the first is taken out of the text."""
    first, second = SENTENCES[0], SENTENCES[1]
    kept = anchors(f"{first} {second}")[0].kept
    assert set(away(anchors(f"{first} {second}"), {kept})) == {0}
    assert set(away(anchors(second), {kept})) == set()


def test_one_more_of_the_same_word_is_asked_about():
    """Words written in front of it do not inherit its peace."""
    kept = anchors(SENTENCES[2])[0].kept
    text = f"{SENTENCES[3]} {SENTENCES[2]} {SENTENCES[1]}"
    assert set(away(anchors(text), {kept})) == {1}


def test_each_of_two_laid_away_is_remembered():
    """Two kept, two away; each is brought back by its own words."""
    both = anchors(" ".join(SENTENCES[:3]))
    kept = {both[0].kept, both[2].kept}
    assert away(both, kept) == {0: both[0].kept, 2: both[2].kept}


def test_what_was_laid_away_before_anchors_stays_away_everywhere():
    """A place without words around it is of an older version and means all of them."""
    now = anchors(" ".join(SENTENCES))
    assert set(away(now, {now[0].place})) == {0, 1, 2, 3}
    assert [one.key for one in now] == [now[0].place, *(f"{now[0].place}#{n}" for n in (2, 3, 4))]
