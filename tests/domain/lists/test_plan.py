"""What would happen to each row: who is new, who is known, and who must be asked about."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tvaerfaglig.domain.lists.changes import Places
from tvaerfaglig.domain.lists.child_rows import read_rows
from tvaerfaglig.domain.lists.headings import Field
from tvaerfaglig.domain.lists.plan import APART, SKIP, Fate, plan
from tvaerfaglig.domain.people import Child, Parent

TODAY = date(2026, 11, 12)
COLUMNS = dict(enumerate((Field.NAME, Field.BORN, Field.CPR, Field.STUE, Field.ADDRESS, Field.MOTHER, Field.MOTHER_PHONE)))  # fmt: skip
PLACES = Places(house="h", stuer={"solsikken": "s"}, names={"s": "Solsikken", "k": "Kløveren"})
ALMA = Child(
    name="Alma Nowak", born=date(2022, 9, 3), cpr="031322-0000", address="Engvej 4", dagtilbud="h", stue="s",
    parents=(Parent(id="m", name="Katarzyna Nowak", relation="mor", phone="12 34 56 78"),),
)  # fmt: skip


def fates(rows, known=None, answers=None, places=PLACES, columns=COLUMNS):
    read = read_rows([(n, tuple(row)) for n, row in enumerate(rows, 2)], columns, TODAY)
    return list(plan(read, known or {}, places, answers or {}))


def test_a_birthday_years_ahead_is_no_due_date():
    """A wrong year is said and left out; a child on its way keeps its day."""
    wrong, coming = fates([("Bo Lind", "1.1.2031"), ("Baby Holm", "1.3.2027")])
    assert (wrong.child.born, wrong.child.due) == (None, None)
    assert "længere frem, end et barn kan være på vej" in wrong.notes[0]
    assert (coming.child.born, coming.child.due) == (None, date(2027, 3, 1))


def test_a_new_child_with_all_that_the_list_says():
    """Stue and parents too."""
    (one,) = fates([("Ida Holm", "1.2.22", "", "Solsikken", "Åvej 1", "Eva Holm", 12345678)])
    assert one.fate is Fate.NEW
    assert one.child == Child(
        name="Ida Holm", born=date(2022, 2, 1), address="Åvej 1", dagtilbud="h", stue="s",
        parents=(Parent(id="", name="Eva Holm", relation="mor", phone="12345678"),),
    )  # fmt: skip
    assert one.notes == ()


def test_a_day_that_does_not_exist_is_said_and_the_child_comes_without():
    """The sentence says what happens if nothing is done."""
    (one,) = fates([("Ida Holm", "31.02.2022")])
    assert one.fate is Fate.NEW
    assert one.child.born is None
    assert one.notes == (
        "Fødselsdagen »31.02.2022« findes ikke. Barnet kommer med uden, hvis du lader den stå.",
    )


def test_the_same_number_and_name_is_the_same_child_and_only_news_are_taken():
    """An empty cell takes nothing away; the number is masked where it is said."""
    (same,) = fates([("Alma Nowak", "", "0313220000")], {"alma": ALMA})
    assert (same.fate, same.matched) == (Fate.SAME, "alma")
    (moved,) = fates([("Alma Nowak", "3.9.2022", "031322-0000", "", "Åvej 2", "Katarzyna Nowak", "87 65 43 21")], {"alma": ALMA})  # fmt: skip
    assert moved.fate is Fate.CHANGED
    assert [one.words for one in moved.changes] == [
        "Adresse: Engvej 4 bliver til Åvej 2",
        "Telefon, Katarzyna Nowak: 12 34 56 78 bliver til 87 65 43 21",
    ]
    assert moved.child.cpr == ALMA.cpr
    assert moved.child.parents[0].id == "m"


def test_the_same_name_and_birthday_is_the_same_child_unless_numbers_differ():
    """Then it is asked."""
    (one,) = fates([("alma nowak", "3.9.2022")], {"alma": ALMA})
    assert (one.fate, one.matched) == (Fate.SAME, "alma")
    (other,) = fates([("Alma Nowak", "3.9.2022", "031322-9999")], {"alma": ALMA})
    assert other.fate is Fate.ASKED
    assert other.question.candidates == (("alma", "Alma Nowak, født 3. september 2022"),)


def test_twins_and_namesakes_are_different_children():
    """One birthday and another name; one name and another birthday."""
    twins = fates([("Ida Holm", "1.2.22"), ("Sigurd Holm", "1.2.22")])
    assert [one.fate for one in twins] == [Fate.NEW, Fate.NEW]
    (namesake,) = fates([("Alma Nowak", "1.1.2024")], {"alma": ALMA})
    assert namesake.fate is Fate.NEW
    assert namesake.notes == (
        "I har i forvejen en Alma Nowak, født 3. september 2022. Det er to børn.",
    )


@pytest.mark.parametrize("name", ["Alma Maria Nowak", "Nowak, Alma Maria", "Alma Novak"])
def test_nearly_the_same_name_on_the_same_birthday_is_asked_and_not_decided(name):
    """Whatever is answered holds."""
    row = [(name, "3.9.2022")]
    (asked,) = fates(row, {"alma": ALMA})
    assert asked.fate is Fate.ASKED
    assert not asked.is_written
    assert "det samme barn som Alma Nowak, født 3. september 2022?" in asked.question.words
    (same,) = fates(row, {"alma": ALMA}, {2: "alma"})
    assert (same.fate, same.matched) == (Fate.CHANGED, "alma")
    (apart,) = fates(row, {"alma": ALMA}, {2: APART})
    assert (apart.fate, apart.matched) == (Fate.NEW, "")
    (skipped,) = fates(row, {"alma": ALMA}, {2: SKIP})
    assert skipped.fate is Fate.SKIPPED


def test_the_same_number_on_another_name_is_asked():
    """Somebody has written a number in the wrong row."""
    (one,) = fates([("Bo Lind", "1.1.2023", "031322-0000")], {"alma": ALMA})
    assert one.fate is Fate.ASKED


def test_a_child_who_stands_twice_in_the_list_is_asked_about():
    """And a known child who does comes in once."""
    rows = fates([("Ida Holm", "1.2.22"), ("Ida Holm", "1.2.22")])
    assert [one.fate for one in rows] == [Fate.NEW, Fate.ASKED]
    assert rows[1].question.words == "Er Ida Holm det samme barn som Ida Holm i række 2?"
    known = fates([("Alma Nowak", "3.9.2022"), ("Alma Nowak", "3.9.2022")], {"alma": ALMA})
    assert [one.fate for one in known] == [Fate.SAME, Fate.SKIPPED]
    answered = fates([("Ida Holm", "1.2.22"), ("Ida Holm", "1.2.22")], answers={3: "række:2"})
    assert answered[1].fate is Fate.SKIPPED


def test_an_odd_number_is_asked_about_and_kept():
    """Never refused; one that is no number is left out, and said."""
    odd, none = fates([("Ida Holm", "1.2.22", "319922-1111"), ("Bo Lind", "1.1.2023", "12345")])
    assert odd.child.cpr == "319922-1111"
    assert odd.notes[0].endswith("Står nummeret rigtigt?")
    assert none.child.cpr == ""
    assert "Et CPR-nummer har ti tal. Her står fem." in none.notes[0]


def test_a_number_that_lost_its_first_nought_gets_it_back():
    """A spreadsheet takes 0313… for a number."""
    (one,) = fates([("Ida Holm", "", 313220000)])
    assert one.child.cpr == "031322-0000"
    assert "Et 0 er sat foran" in one.notes[0]


def test_a_private_house_without_a_basis_keeps_no_numbers():
    """Neither of new children nor of known ones."""
    places = Places(house="h", keeps_cpr=False)
    new, known = fates(
        [("Ida Holm", "1.2.22", "011322-0000"), ("Alma Nowak", "3.9.2022", "031322-0000")],
        {"alma": Child(name="Alma Nowak", born=date(2022, 9, 3), dagtilbud="h")},
        places=places,
    )
    assert new.child.cpr == ""
    assert known.fate is Fate.SAME


def test_a_protected_address_is_not_touched_and_mother_stays_who_she_is():
    """Both are said."""
    from dataclasses import replace

    (one,) = fates(
        [("Alma Nowak", "3.9.2022", "", "", "Åvej 2", "Anja Berg")],
        {"alma": replace(ALMA, protected=True)},
    )
    assert one.fate is Fate.SAME
    assert len(one.notes) == 2


def test_a_row_without_a_name_cannot_be_read_and_a_sum_is_no_child():
    """The rest of the list comes in all the same."""
    rows = fates([("", "1.2.22"), ("I alt", 17), ("Ida Holm", "1.2.22")])
    assert [one.fate for one in rows] == [Fate.UNREADABLE, Fate.NEW]


def test_a_stue_that_the_house_has_not_is_said():
    """Until the leader says what it is."""
    (one,) = fates([("Ida Holm", "1.2.22", "", "Månen")])
    assert one.notes == ("Stuen »Månen« findes ikke i huset. Barnet kommer med uden stue.",)


CELLS = st.one_of(
    st.none(), st.text(max_size=30), st.integers(), st.floats(allow_nan=False), st.dates(),
    st.sampled_from(["=1+1", "\u202eevil", "Alma Nowak", "3.9.2022", "0313220000", "#REF!", "I alt"]),
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(st.lists(CELLS, max_size=8), max_size=12))
def test_whatever_stands_in_the_cells_every_row_gets_a_fate(rows):
    """And nothing is written on a child twice."""
    made = fates(rows, {"alma": ALMA})
    assert len({one.number for one in made}) == len(made)
    written = [one.matched for one in made if one.is_written and one.matched]
    assert len(set(written)) == len(written)
    assert all(one.child.name for one in made if one.is_written)
