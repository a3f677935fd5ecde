"""The papers of indsatser: read in the order one would tell it, whatever is written, and however long."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest

from tests.printouts.hostile import TEXTS
from tests.printouts.pdf_reading import actions_in, page_texts, read_aloud, squeezed, text_of
from tests.printouts.sample_effort_papers import (
    EFFORT_PAPERS,
    agreement,
    arbejdspapir,
    family_attendance,
    group_attendance,
    handover,
    handover_asked,
    invitation,
    phase_plan,
    status,
    team_list,
    thanks,
)
from tvaerfaglig.printouts.papers.parts import GUARDED, Present
from tvaerfaglig.printouts.printing import Paper, plain_sections, render, render_word

every = pytest.mark.parametrize("make", EFFORT_PAPERS.values(), ids=EFFORT_PAPERS.keys())


@pytest.mark.parametrize(
    ("make", "order"),
    [
        (invitation, ("Familiegruppe", "Kære forældre", "Vil I være med", "Sådan foregår det", "Hvornår", "Hvor", "Hvem kommer", "Det skriver vi ned", "Hvem ser det", "Det er frivilligt", "Spørg os")),
        (arbejdspapir, ("Arbejdspapir", "Familien", "Begyndt", "Baggrund", "Fokuspunkt", "Vi går efter", "Ved start", "Det gør vi derhjemme", "Aftener uden råb", "Det er vi enige om")),
        (status, ("Sådan går det", "Vi går efter", "Da vi begyndte", "Nu:", "Det lykkes", "I har været her", "Næste status", "Spørg", "tilføje")),
        (phase_plan, ("Din plan", "Det vil du gerne", "Jeg vil gerne vide", "Sådan går vi frem", "Her er vi nu", "flytter sig", "Du kan ringe til")),
        (agreement, ("Rammeaftale", "Børneattest", "Aftalt tid", "Det er opgaven", "Det er det ikke", "Du fortæller ikke videre", "Bliver du urolig", "enige")),
        (thanks, ("Tak for din tid", "Kære Birgit", "38 timer", "Fortæl os", "gladest")),
        (handover_asked, ("Må det følge med?", "Kryds af", "☐ Ja", "Underskrift", "ord for ord")),
        (handover, ("Overgangsark", "Grundlag", "Sprog og tolk", "Det følger ikke med", "Ring gerne")),
        (team_list, ("Teamets liste", "Villads K.", "Bekymring", "besøger", "altid underrette")),
    ],
)  # fmt: skip
def test_it_is_read_in_the_order_one_would_tell_it(
    make: Callable[[], Paper], order: tuple[str, ...]
) -> None:
    """What goes well and the family's own words before what is asked of them; the fold changes no order."""
    said = squeezed(read_aloud(render(make())))
    at = [said.index(squeezed(words)) for words in order]
    assert at == sorted(at)


@every
def test_word_and_the_copy_hold_the_same(make: Callable[[], Paper]) -> None:
    """Every word that can be copied out stands on the pages, and Word can hold it."""
    paper = make()
    told = squeezed(read_aloud(render(paper)))
    copied = " ".join(text for section in plain_sections(paper) for text in section)
    assert [word for word in re.findall(r"\w{3,}", copied) if word not in told] == []
    assert len(render_word(paper)) > 1000


def filled(value: Any, text: str) -> Any:
    """The same paper with this in every text of it that is not empty."""
    if type(value) is str:
        return text if value else ""
    if isinstance(value, tuple):
        return tuple(filled(one, text) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(
            value, **{one.name: filled(getattr(value, one.name), text) for one in fields(value)}
        )
    return value


@every
def test_whatever_is_written_is_only_text(make: Callable[[], Paper]) -> None:
    """Tags, links, braces and signs that cannot be drawn stand as themselves in every field."""
    for text in list(TEXTS.values())[::7]:
        assert actions_in(render(filled(make(), text))) == []


@every
def test_every_field_overfull_still_prints(make: Callable[[], Paper]) -> None:
    """Hundreds of words everywhere: nothing falls out."""
    long = " ".join(f"ord{nr}" for nr in range(90))
    assert squeezed(read_aloud(render(filled(make(), long)))).count("ord89") > 2


def test_twelve_families_and_a_year_of_days_stand_on_as_many_sheets_as_they_need() -> None:
    """So many days across as can be written in, each family on every sheet."""
    days = tuple(f"{nr}/1" for nr in range(1, 41))
    paper = group_attendance()
    rows = tuple((name, ("✓",) * 40) for name, _ in paper.rows)
    pages = page_texts(render(replace(paper, days=days, rows=rows)))
    assert len(pages) == 3
    assert all("Barn L." in page for page in pages)
    assert "40/1" in pages[-1]
    assert len(page_texts(render(paper))) <= 2


def test_a_large_family_lies_down() -> None:
    """More people than stand side by side on an upright sheet turn it."""
    people = ("Silas", "Mor", "Far", "Mormor", "Storebror", "Lillesøster")
    days = tuple(replace(one, cells=("✓",) * 6) for one in family_attendance().days)
    said = text_of(render(replace(family_attendance(), people=people, days=days)))
    assert "Lillesøster" in said


def test_a_long_invitation_keeps_its_cover() -> None:
    """What has no room there is read inside, and the back stays the back."""
    long = replace(invitation(), line=invitation().line * 4, who=(Present("Line Toft"),) * 20)
    first, *rest = page_texts(render(long))
    assert "Spørg os" in first
    assert "Vil I være med" not in first
    assert "Vil I være med" in rest[0]


def test_the_guard_stands_on_every_page_of_what_the_house_keeps() -> None:
    """Also lying down."""
    for make in (arbejdspapir, group_attendance, team_list):
        for page in page_texts(render(replace(make(), guarded=True))):
            assert page.count(GUARDED) == 2
