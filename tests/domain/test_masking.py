"""Another child's name is never on this child's paper."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tvaerfaglig.domain.masking import mentioned, shown, token

ALMA, EMIL = "0197f3a0-1111-7222-8333-944445555666", "0197f3a0-2222-7222-8333-944445555666"
NAMES = {ALMA: "Alma", EMIL: "Emil", "jens": "Jens"}
plain = st.text(
    alphabet=st.characters(exclude_characters="{}", exclude_categories=["Cs"]), max_size=30
)


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        (f"{token(EMIL)} skubbede.", NAMES, "Emil skubbede."),
        (f"{token(EMIL)} skubbede.", {}, "Et andet barn skubbede."),
        (f"Hun tog {token(EMIL)}s bil.", NAMES, "Hun tog Emils bil."),
        (f"Hun tog {token(EMIL)}s bil.", {}, "Hun tog et andet barns bil."),
        (f"{token(EMIL)}s bil.", {}, "Et andet barns bil."),
        ("{barn:jens}s hue", NAMES, "Jens' hue"),
        (f"Hun løb. {token(EMIL)} løb med.", {}, "Hun løb. Et andet barn løb med."),
        (f"Hun løb\n{token(EMIL)} løb med.", {}, "Hun løb\nEt andet barn løb med."),
        (f"Hun og {token(EMIL)} løb.", {}, "Hun og et andet barn løb."),
        ("Uden nogen.", NAMES, "Uden nogen."),
        ("{barn:} og {barn} er ingen", NAMES, "{barn:} og {barn} er ingen"),
    ],
)
def test_a_token_is_said_by_who_may_see(text, names, expected):
    """By first name, as owner too; else as another child, with a capital where a sentence begins."""
    assert shown(text, names) == expected


@given(
    parts=st.lists(plain, min_size=2, max_size=5),
    children=st.lists(st.sampled_from([ALMA, EMIL, "jens"])),
)
def test_no_token_reaches_anybodys_eyes(parts, children):
    """Neither the brackets, nor the id, nor the name of one who may not be seen."""
    text = "".join(part + token(child) for part, child in zip(parts, children, strict=False))
    for names in (NAMES, {ALMA: "Alma"}, {}):
        said = shown(text, names)
        assert "{barn:" not in said
        assert mentioned(said) == ()
        if len(names) < 2 and "Emil" not in text:
            assert "Emil" not in said


@given(parts=st.lists(plain, min_size=3, max_size=3))
def test_who_is_mentioned_is_found_once_in_order(parts):
    """The children that a text names, so that permission can be asked for each."""
    text = parts[0] + token(EMIL) + parts[1] + token(ALMA) + token(EMIL) + parts[2]
    assert mentioned(text) == (EMIL, ALMA)
