"""Row 24's cousin: a kind of indsats or meeting as a file from anywhere is read as a kind, or refused in plain words."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import pytest

from tvaerfaglig.domain.efforts import reading as efforts
from tvaerfaglig.domain.meetings import reading as meetings
from tvaerfaglig.domain.resource import ResourceError
from tvaerfaglig.paths import resources

Parse = Callable[[bytes, str], tuple[Any, str]]
SORTS = (
    ("indsatser", efforts.parse_kind_bytes, efforts.parse_kind),
    ("moeder", meetings.parse_kind_bytes, meetings.parse_kind),
)
WHOLE = (
    b"", b"\x00" * 100, b"\xff\xfea", b"a=" + b"[" * 100_000, b"a=" + b"{b=" * 3000 + b"1" + b"}" * 3000,
    b"[" + b"a." * 20_000 + b"a]", b"a=" + b"9" * 5000, b"a=1e999", b"a=9999-99-99", b"x" * 500_000,
    "navn='\u202eb\u200ba'".encode(),
)  # fmt: skip
VALUES = (
    "1", "-1", "true", "[]", "''", "{}", "1979-05-27", "nan", "9e99", "[['x']]", "9" * 5000, "0x" + "f" * 5000,
    "'" + "x" * 3000 + "'", '"\u202eRTL \u200b"', "'=1+1 <b>😀'", "'../../etc/passwd'", "08:00:00", "''\nukendt = 1",
)  # fmt: skip
LONGEST = 600


def read(parse: Parse, content: bytes) -> Any:
    """The kind, or None where it was refused; any other error is the test's."""
    try:
        return parse(content, "fil.toml")
    except ResourceError as refusal:
        said = str(refusal)
        assert len(said) < LONGEST, said[:LONGEST]
        assert said.endswith((".", "?"))
        return None


@pytest.mark.parametrize(("folder", "parse", "again"), SORTS)
def test_a_hostile_kind_is_refused_in_words_or_is_one(folder, parse, again, times):
    """200/20,000 files: a value of another sort, a broken line, any bytes; what is taken reads the same again."""
    ours = [one.read_bytes() for one in sorted((resources() / "templates" / folder).glob("*.toml"))]
    assert ours
    assert [read(parse, one) for one in WHOLE] == [None] * len(WHOLE)
    rng = random.Random()
    for _ in range(times(200, 20_000)):
        lines = rng.choice(ours).decode().splitlines()
        at = rng.randrange(len(lines))
        key, equals, _ = lines[at].partition("=")
        lines[at] = f"{key}= {rng.choice(VALUES)}" if equals else lines[at][: rng.randrange(9)]
        content = bytearray("\n".join(lines).encode())
        if rng.random() < 0.2:
            content[rng.randrange(len(content))] = rng.randrange(256)
        if taken := read(parse, bytes(content)):
            assert again(taken[1], "fil.toml") == taken[0]
