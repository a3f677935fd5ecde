"""The code on paper, typed back by someone who has not slept well."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tvaerfaglig.store import recovery_code
from tvaerfaglig.store.key_errors import CodeTypo

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
SECRETS = st.binary(min_size=20, max_size=20)


@given(secret=SECRETS)
def test_round_trip(secret):
    """Nine groups of four Crockford signs hold the secret."""
    code = recovery_code.encode(secret)
    assert re.fullmatch(rf"([{SIGNS}]{{4}}-){{8}}[{SIGNS}]{{4}}", code)
    assert recovery_code.decode(code) == secret


@given(secret=SECRETS, seed=st.randoms())
def test_forgiving(secret, seed):
    """Case, O for 0, I or L for 1, spaces and every kind of dash make no difference."""
    typed = ""
    for sign in recovery_code.encode(secret):
        spelled = seed.choice({"0": "0Oo", "1": "1IiLl", "-": "- –—_.\t"}.get(sign, sign))
        typed += seed.choice(
            [spelled, spelled.lower(), spelled + " " if seed.random() < 0.2 else spelled]
        )
    assert recovery_code.decode(f"  {typed}\n") == secret
    assert recovery_code.decode(typed.replace(" ", "").replace("-", "")) == secret


@given(secret=SECRETS, at=st.integers(0, 35), sign=st.sampled_from(SIGNS))
def test_every_single_typo_is_caught_and_placed(secret, at, sign):
    """One wrong sign is always noticed, and the right group is named."""
    signs = list(recovery_code.encode(secret).replace("-", ""))
    assume(signs[at] != sign)
    signs[at] = sign
    with pytest.raises(CodeTypo) as caught:
        recovery_code.decode("".join(signs))
    assert caught.value.group == at // 4 + 1
    assert f"felt {at // 4 + 1} af 9" in str(caught.value)


def test_every_single_typo_of_one_code():
    """All 36 × 31 single typos of one code, without exception."""
    signs = recovery_code.encode(bytes(range(20))).replace("-", "")
    for at, right in enumerate(signs):
        for wrong in SIGNS.replace(right, ""):
            with pytest.raises(CodeTypo) as caught:
                recovery_code.decode(signs[:at] + wrong + signs[at + 1 :])
            assert caught.value.group == at // 4 + 1


@given(
    secret=SECRETS, places=st.sets(st.integers(0, 35), min_size=2, max_size=2), seed=st.randoms()
)
def test_two_typos_are_caught(secret, places, seed):
    """Any two wrong signs are noticed too."""
    signs = list(recovery_code.encode(secret).replace("-", ""))
    for at in places:
        signs[at] = seed.choice(SIGNS.replace(signs[at], ""))
    with pytest.raises(CodeTypo):
        recovery_code.decode("".join(signs))


@given(secret=SECRETS, at=st.integers(0, 34))
def test_swapped_neighbours_are_caught(secret, at):
    """Two signs typed in the wrong order are noticed."""
    signs = list(recovery_code.encode(secret).replace("-", ""))
    assume(signs[at] != signs[at + 1])
    signs[at], signs[at + 1] = signs[at + 1], signs[at]
    with pytest.raises(CodeTypo):
        recovery_code.decode("".join(signs))


def test_missing_sign_names_the_group_it_left():
    """A group of three among fours is named; without gaps to go by, only the count is told."""
    code = recovery_code.encode(bytes(20))
    groups = code.split("-")
    groups[6] = groups[6][:3]
    with pytest.raises(CodeTypo) as caught:
        recovery_code.decode(" ".join(groups))
    assert caught.value.group == 7
    with pytest.raises(CodeTypo, match="Her står 35") as caught:
        recovery_code.decode("".join(groups))
    assert caught.value.group is None


def test_signs_that_no_code_has():
    """A letter outside the alphabet is placed; in two groups at once it is not."""
    signs = recovery_code.encode(bytes(20)).replace("-", "")
    with pytest.raises(CodeTypo) as caught:
        recovery_code.decode("U" + signs[1:])
    assert caught.value.group == 1
    with pytest.raises(CodeTypo) as caught:
        recovery_code.decode("Æ" + signs[1:-1] + "U")
    assert caught.value.group is None


@given(typed=st.text(max_size=60))
def test_anything_typed_is_a_typo(typed):
    """Whatever is typed, the answer is about the code and does not repeat it."""
    with pytest.raises(CodeTypo) as caught:
        recovery_code.decode(typed)
    assert len(str(caught.value)) < 120


def test_only_zeros_is_no_code():
    """Thirty-six times the same sign never passes the check."""
    for sign in SIGNS:
        with pytest.raises(CodeTypo):
            recovery_code.decode(sign * 36)


def test_codes_differ():
    """Two new secrets are not the same."""
    assert recovery_code.new_secret() != recovery_code.new_secret()
    assert len(recovery_code.new_secret()) == 20
