"""The annex of an underretning leaves as the letter does: masked, without a protected street, guarded, and by choice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.services.letters.a_letter import begun, observe, three
from tvaerfaglig.domain.masking import token
from tvaerfaglig.domain.observation import Sign, Source
from tvaerfaglig.domain.protection import Against
from tvaerfaglig.domain.underretning import Underretning
from tvaerfaglig.printouts.printing import plain_sections
from tvaerfaglig.services import library
from tvaerfaglig.services import underretninger as u
from tvaerfaglig.services.children import protecting
from tvaerfaglig.services.letters.kept_under import OBSERVATIONS
from tvaerfaglig.services.letters.opening import read_letter
from tvaerfaglig.services.letters.page import RowPage
from tvaerfaglig.services.letters.paper import EVIDENCE_ANNEX, Making, paper_of
from tvaerfaglig.store import codec, queries


@pytest.fixture(scope="module")
def shelf():
    return library.load()


@pytest.fixture
def mette(session_of):
    return session_of("mette")


@pytest.fixture
def page(mette):
    return read_letter(mette, letter_with_rows(mette))


def letter_with_rows(session):
    """Three rows, and one that mor told."""
    seen, letter = three(session), begun(session)
    seen["fortalt"] = observe(
        session,
        date(2026, 11, 4),
        "Alma sov hos naboen.",
        sign=Sign.BEKYMRING,
        source=Source.FORTALT,
        told_by="mor",
    )
    for one in seen.values():
        u.insert_observation(session, letter, one)
    return letter


def annex_of(session, letter, shelf):
    """The annex's words, or nothing where there is none."""
    sections = dict(u.plain_sections(session, letter, shelf))
    return next((text for heading, text in sections.items() if EVIDENCE_ANNEX in heading), "")


def test_it_is_with_the_letter_unless_somebody_says_no(mette, shelf):
    """On by default; taken out with one tick, and the list of annexes does not name it."""
    letter = letter_with_rows(mette)
    annex = annex_of(mette, letter, shelf)
    assert annex.count("førstehånds") == 3
    assert annex.count("andenhånds") == 1
    assert "fortalt af mor" in annex
    head = u.read_letter(mette, letter).record
    u.save_head(mette, letter, replace(head, evidence_annex=False))
    assert annex_of(mette, letter, shelf) == ""
    assert not any(EVIDENCE_ANNEX in text for _, text in u.plain_sections(mette, letter, shelf))


def test_a_letter_from_before_the_choice_has_it(mette):
    """What was saved without the field is read as yes."""
    letter = letter_with_rows(mette)
    stored = queries.one(mette.vault, Underretning, letter)
    content = codec.encode(stored.record)
    assert '"evidence_annex"' in content
    older = content.replace(',"evidence_annex":true', "").replace('"evidence_annex":true,', "")
    assert '"evidence_annex"' not in older
    assert codec.decode("underretning", older) == stored.record


def test_the_guard_holds_on_it(mette, shelf):
    """The paper keeps its bar, and no word of the parents' own section comes along."""
    letter = letter_with_rows(mette)
    u.save_section(mette, letter, "foraeldre", "Mor: »Det er løgn [1].«")
    protecting.set_guard(mette, "alma", Against.FORAELDER, "", ())
    page = read_letter(mette, letter)
    made = Making(by="Mette", at=mette.now)
    paper = paper_of(page, shelf.law, shelf.underretning, made)
    assert paper.guarded
    annex = annex_of(mette, letter, shelf)
    assert "Alma" in annex
    assert "løgn" not in annex
    assert "Forældrenes syn" not in annex


WHERE = ("text", "child_words", "asked", "place", "told_by")


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.dictionaries(
        st.sampled_from(WHERE),
        st.lists(st.sampled_from(["bertil", "clara", "alma", "x"]), max_size=3),
        min_size=1,
    ),
    st.lists(st.sampled_from(["bertil", "alma"]), max_size=2),
)
def test_no_other_child_is_named_on_it(mette, page, shelf, where, left_out):
    """Wherever a token stands: she is »et andet barn«, and no token is printed."""
    names = [name for one, name in page.names.children.items() if one != "alma"]
    said = {
        field: " og ".join(f"{token(one)}s hue" for one in children) or "ingen"
        for field, children in where.items()
    }
    standing = page.sections[OBSERVATIONS]
    rows = tuple(RowPage(replace(one.row, **said)) for one in standing.rows)
    lines = tuple(f"Leg med {token(one)}." for one in left_out)
    section = replace(standing, rows=rows, left_out=lines)
    page = replace(page, sections={**page.sections, OBSERVATIONS: section})
    made = Making(by="Mette", at=mette.now)
    told = plain_sections(paper_of(page, shelf.law, shelf.underretning, made))
    annex = next(text for heading, text in told if EVIDENCE_ANNEX in heading)
    assert "{barn:" not in annex
    for name in names:
        assert name.split()[0] not in annex
