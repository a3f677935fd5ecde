"""What tells who a child is, and the same said without."""

from __future__ import annotations

from datetime import date

import pytest

from tvaerfaglig.domain.anonymity import given_away, without

FAMILIES = ("Alma Nowak", "Katarzyna Nowak", "Emma Fisker")
BORN = {date(2022, 9, 3)}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Barnet spiser meget.", ()),
        ("Alma og Almas mor", ("Alma", "Almas")),
        ("alma mater", ()),
        ("Almanak", ()),
        ("Katarzyna Nowak ringede", ("Katarzyna Nowak",)),
        ("311399-1234", ("311399-1234",)),
        ("født 3.9.2022", ("3.9.2022",)),
        ("født 3. sep. 22", ("3. sep. 22",)),
        ("mødet 12. november 2026", ()),
        ("hørt af {barn:alma}", ("{barn:alma}",)),
    ],
)
def test_only_what_is_known_tells(text, found):
    """Names in any form, numbers and birthdays; everyday words and other days are left alone."""
    assert given_away(text, FAMILIES, BORN) == found


def test_a_colleague_at_the_table_keeps_her_name():
    """Emma Fogh shares a first name with a child; she may be named, the child's full name may not."""
    said = "Emma siger det, og Emmas bud er godt. Emma Fisker er ikke med."
    assert given_away(said, FAMILIES, BORN, ["Emma Fogh"]) == ("Emma Fisker",)


@pytest.mark.parametrize(
    ("text", "words", "said"),
    [
        ("Alma spiser. Så leger Alma.", ("Alma",), "Barnet spiser. Så leger barnet."),
        ("Det er Almas mor.", ("Almas",), "Det er barnets mor."),
        ("Nummer 311399-1234 her", ("311399-1234",), "Nummer  her"),
        ("Linje\nAlma her", ("Alma",), "Linje\nBarnet her"),
        ("Almanak og Alma", ("Alma",), "Almanak og barnet"),
    ],
)
def test_a_name_is_said_as_the_child(text, words, said):
    """Owners stay owners, a sentence still begins with a large letter, other words stay."""
    assert without(text, words) == said


@pytest.mark.parametrize("text", ["Alma og Almas mor Katarzyna Nowak", "Født 3/9-22, 311399-1234"])
def test_what_was_found_is_gone_afterwards(text):
    """Nothing tells any more once the found words are said otherwise."""
    found = given_away(text, FAMILIES, BORN)
    assert given_away(without(text, found), FAMILIES, BORN) == ()


LONG = (
    "Anne-Sofie Juul-Hansen Øster",
    "José Núñez",
    "Mustafa Al-Sayed",
    "Bo Storm",
    "Emil August Holm",
)
DANISH = {"bo", "storm", "storms", "august", "holm", "juul", "hansen", "i", "med"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("mustafa sover, og mustafas mor", ("mustafa", "mustafas")),
        ("NÚÑEZ, Nunez og jose", ("NÚÑEZ", "Nunez", "jose")),
        ("Juul-Hansen og Hansen og Juul", ("Juul-Hansen", "Hansen", "Juul")),
        ("Sayed og AlSayed og al-sayed", ("Sayed", "AlSayed", "al-sayed")),
        ("AnneSofie, anne sofie, Sofie", ("AnneSofie", "anne sofie", "Sofie")),
        ("bo storm kom", ("bo storm",)),
        ("Emil2 og A.Ø eller A.J.Ø.", ("Emil", "A.Ø", "A.J.Ø.")),
        ("Til Emil august holm.", ("Emil august holm",)),
        ("De bo i en storm i august på en holm med storms brus.", ()),
        ("August var lang. Holm er et ord.", ()),
        ("Det var August, der bed.", ("August",)),
    ],
)
def test_a_name_is_known_however_it_is_written(text, found):
    """In any case, without accents, one half or the middle of it; never a word that Danish has, in small letters."""
    assert given_away(text, LONG, (), is_word=DANISH.__contains__) == found
