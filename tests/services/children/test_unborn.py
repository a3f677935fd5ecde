"""A child on the way through the services: enrolled without a name, looked up, listed, written about, born."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from datetime import date

import pytest

from tvaerfaglig.domain.lists.child_rows import read_rows
from tvaerfaglig.domain.lists.headings import guess_all
from tvaerfaglig.domain.observation import Involved, Observation
from tvaerfaglig.domain.people import Child, Custody, Parent
from tvaerfaglig.services import library, recording, waiting
from tvaerfaglig.services import underretninger as letters
from tvaerfaglig.services.children import card
from tvaerfaglig.services.errors import Unclear
from tvaerfaglig.services.letters import acts as letter_acts
from tvaerfaglig.services.lists import tables
from tvaerfaglig.services.lists.tables import Form, Which
from tvaerfaglig.services.printing import pressing
from tvaerfaglig.services.printing.paper_facts import child_facts, names_to_look_at
from tvaerfaglig.services.summarising import paper as summary
from tvaerfaglig.services.writing import known_people
from tvaerfaglig.store import queries

MOTHER = Parent(
    id="amalie", name="Amalie Holst", relation="mor", custody=Custody.ENE, lives_with=True
)
DUE = date(2027, 3, 12)
EXPECTED = Child(
    name="", due=DUE, parents=(MOTHER,), dagtilbud="maelkeboetten", stue="solsikken",
    enrolled=date(2026, 9, 1),
)  # fmt: skip


@pytest.fixture
def hanne(world):
    return world.session("hanne")


@pytest.fixture
def barnet(hanne):
    return card.save_child(hanne, EXPECTED).id


def test_without_a_name_she_is_called_by_her_mothers(hanne, barnet):
    assert hanne.child(barnet).record.name == "Barnet Holst"


def test_a_wish_for_a_name_is_kept(hanne):
    made = card.save_child(hanne, replace(EXPECTED, name="Lille Spire")).id
    assert hanne.child(made).record.name == "Lille Spire"


@pytest.mark.parametrize(
    ("child", "asked"),
    [
        (replace(EXPECTED, due=None), "terminen"),
        (replace(EXPECTED, cpr="031322-0000"), "intet CPR-nummer"),
        (replace(EXPECTED, name="Ida Holst", born=DUE), "fremtiden"),
        (replace(EXPECTED, born=date(2026, 11, 1)), "hedder barnet"),
    ],
)
def test_what_cannot_be_is_asked_about(hanne, child, asked):
    """No day; a number before the birth; a birthday that has not come; born without a name."""
    with pytest.raises(Unclear, match=asked):
        card.save_child(hanne, child)


def test_nobody_else_is_told_of_by_the_word_barnet(hanne, barnet):
    """Notes without names may say »Barnet«; the mother's name still leads to somebody; papers are not stopped."""
    said = "Barnet sov godt. Barnets kind var varm."
    assert known_people.told_in(hanne, said, ()) == ()
    assert known_people.told_in(hanne, "Amalie kom forbi", ()) == ("Amalie",)
    assert names_to_look_at(hanne, "alma", (said,)) == ()


def test_the_list_and_papers_say_the_due_day(hanne, barnet):
    """In the spreadsheet a column of its own; on paper »Termin«, and no age."""
    said = tables.take_out(hanne, Which.CHILDREN, Form.CSV).content.decode("utf-8-sig")
    assert "Barnet Holst;;12-03-2027;Solsikken;" in said
    facts = child_facts(hanne.child(barnet).record, hanne.today)
    assert (facts.unborn, facts.born, facts.age) == (True, "12. marts 2027", "")


def test_silence_about_one_who_is_not_here_is_not_said(world, hanne, barnet):
    world.clock.set(world.clock.now().replace(year=2027, month=2))
    form = library.load().konsultation
    assert barnet not in [one.id for one in waiting.overview(hanne, form=form).quiet]


def _words(pdf):
    done = subprocess.run(
        ["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True
    )
    return " ".join(done.stdout.decode().split())


def test_an_underretning_before_the_birth_and_after_it(world, hanne, barnet):
    """The duty holds for a child on the way: the letter says the due day and no age; once she is born, the birthday."""
    recording.save(
        hanne,
        Observation(
            involved=(Involved(child=barnet),), day=hanne.today, text="Amalie sagde, hun ikke spiser.",
        ),
    )  # fmt: skip
    letter = letters.begin(hanne, barnet).id
    shelf = library.load()
    words = _words(letter_acts.preview_pdf(hanne, letter, shelf))
    assert "Termin 12. marts 2027" in words
    assert "None" not in words
    assert " mdr" not in words
    world.clock.set(world.clock.now().replace(year=2027, month=3, day=30))
    born = replace(hanne.child(barnet).record, name="Ida Holst", born=date(2027, 3, 15))
    card.save_child(hanne, born, barnet)
    words = _words(letter_acts.preview_pdf(hanne, letter, shelf))
    assert "15. marts 2027 (2 uger)" in words
    assert queries.one(hanne.vault, Child, barnet).record.due == DUE


def test_a_summary_of_one_on_the_way(hanne, barnet):

    wanted = summary.Wanted("Overblik", date(2026, 8, 1), date(2026, 11, 12))
    words = _words(pressing.sagsresume(hanne, barnet, wanted))
    assert "12. marts 2027" in words
    assert "None" not in words


def test_a_list_brings_the_due_day_along_and_the_birth_after_it(hanne, barnet):
    """What was taken out is read again as it was; with a birthday in the list she is born."""
    said = tables.take_out(hanne, Which.CHILDREN, Form.CSV).content.decode("utf-8-sig")
    heads, *lines = [one.split(";") for one in said.splitlines()]
    columns = guess_all(heads)
    (line,) = [one for one in lines if one[0] == "Barnet Holst"]
    (row,) = read_rows([(1, line)], columns, hanne.today)
    assert (row.born, row.due) == (None, DUE)
    line[1] = "10-11-2026"
    (row,) = read_rows([(1, line)], columns, hanne.today)
    assert (row.born, row.due) == (date(2026, 11, 10), None)
