"""A register of very many people leaves out nobody whom a text could name."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tvaerfaglig.domain.known_names import Names, Register

PEOPLE = (
    "Alma Nowak", "Anne-Marie Lund", "Lund Storm", "Storm Ravn", "Bo Skov Dahl", "Barnet Holst", "Barnet",
    "José Núñez", "Jens Peter Søndergård-Bech", "Ida", "Ås Østergård", "A Bang", "Thomas Bang-Lund", "Emma Fisker",
)  # fmt: skip
STAFF = ("Emma Fogh", "Storm Ravn", "Ida Lund")
WORDS = sorted({word for name in PEOPLE for word in name.replace("-", " ").split()})
SAID = st.sampled_from(
    [
        *WORDS, *map(str.lower, WORDS), *(f"{one}s" for one in WORDS), *PEOPLE, "AnneMarie", "A.N.", "B.S.D.", "J.N.",
        "Nunez", "Anne- Marie", "Lund-Storm", "Nowak's", ".", "–", "og", "spiste",
    ]
)  # fmt: skip


def is_word(word: str) -> bool:
    return word in {"storm", "bang", "skov", "lund", "ravn"}


def said_of(people: object, text: str) -> list[tuple[int, int]]:
    names = Names(people, STAFF[:1], STAFF[1:], is_word)
    return [(one.start, one.end) for one in names.found(text)]


@given(text=st.lists(SAID, max_size=9).map(" ".join))
def test_a_text_says_the_same_of_the_near_as_of_all(text):
    """Whoever is left out could not stand in it, and decides nothing of what does."""
    assert said_of(Register(PEOPLE).near(text), text) == said_of(PEOPLE, text)


def test_only_the_near_are_looked_at():
    """One name in a text brings those who share a word of it, of however many there are."""
    many = [
        f"Barn{a} Nr{b}"
        for a, b in pairwise(f"{chr(97 + n % 26)}{'x' * (n // 26)}" for n in range(900))
    ]
    register = Register((*PEOPLE, *many))
    assert register.near("Lund kom.") == ("Anne-Marie Lund", "Lund Storm", "Thomas Bang-Lund")
    assert register.near("Vi spiste.") == ()
    assert register.near("B.S.D. kom") == ("Bo Skov Dahl",)
