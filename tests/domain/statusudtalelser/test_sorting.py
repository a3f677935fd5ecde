"""Observations laid beside their headings, the gaps in words, and the numbers that the prose cites."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tvaerfaglig import paths
from tvaerfaglig.domain.citations import cited
from tvaerfaglig.domain.observation import Involved, Observation, Sign
from tvaerfaglig.domain.resource import ResourceError
from tvaerfaglig.domain.statusudtalelser.form import parse_status_form, unknown_dimensions
from tvaerfaglig.domain.statusudtalelser.records import (
    Answer,
    StatusFinished,
    StatusStage,
    StatusStep,
    Statusudtalelse,
    renewed_row,
    stage_of,
    with_row,
    without_row,
)
from tvaerfaglig.domain.statusudtalelser.sorting import beside
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.domain.underretning import Row
from tvaerfaglig.domain.vocabulary import parse_categories

DAY = date(2026, 11, 3)
PERIOD = (date(2026, 5, 1), date(2026, 11, 12))
TEXT = (paths.resources() / "templates" / "statusudtalelse.toml").read_text(encoding="utf-8")
FORM = parse_status_form(TEXT)
CATEGORIES = parse_categories((paths.resources() / "categories.toml").read_text(encoding="utf-8"))
STATUS = Statusudtalelse(child="alma", begun=DAY)


def seen(name: str, day: date = DAY, *categories: str, **more: object) -> Stored[Observation]:
    made = Observation(
        involved=(Involved(child="alma"),), day=day, text=name, categories=categories, **more
    )
    at = datetime(2026, 11, 3, 10, tzinfo=UTC)
    return Stored(
        id=name,
        record=made,
        version=name,
        heads=(name,),
        written_by="mette",
        written_at=at,
        changed_by="mette",
        changed_at=at,
    )


def row(observation: str, day: date) -> Row:
    return Row(number=0, observation=observation, version="1", day=day, text=observation)


def said(heading: str, text: str) -> Answer:
    return Answer(heading=heading, title=heading, text=text)


def test_every_subject_has_a_heading():
    """The ten dimensions of ICS take in all that observations are filed under."""
    assert unknown_dimensions(FORM, CATEGORIES) == ()
    assert sum(bool(one.ics) for one in FORM.headings) == 10


def test_resources_come_first_and_then_the_newest():
    """So that one does not have to look for what works."""
    old = seen("leg", date(2026, 6, 1), "krop.mad", sign=Sign.RESSOURCE)
    new = seen("grød", date(2026, 11, 1), "krop.mad", sign=Sign.BEKYMRING)
    newer = seen("søvn", date(2026, 11, 9), "krop.soevn", sign=Sign.NEUTRAL)
    found = beside((new, old, newer), FORM, CATEGORIES, PERIOD)["sundhed"]
    assert [one.id for one in found.observations] == ["leg", "søvn", "grød"]
    assert found.gap == ""


def test_one_about_two_subjects_lies_beside_both():
    """And beside the child's own words when it holds any."""
    both = seen("nat", DAY, "krop.soevn", "pleje.toej", child_words="Jeg frøs")
    found = beside((both,), FORM, CATEGORIES, PERIOD)
    at = {heading for heading, one in found.items() if one.observations}
    assert at == {"sundhed", "omsorg", "barnets_syn"}


def test_a_gap_says_since_when():
    """What lies before the period is named by its last day, and not shown."""
    old = seen("skræmt", date(2026, 3, 3), "krop.mad")
    found = beside((old,), FORM, CATEGORIES, PERIOD)
    assert found["sundhed"].observations == ()
    assert found["sundhed"].gap == "Ingen observationer om sundhed siden 3. marts 2026."
    assert found["bolig"].gap.startswith("Ingen observationer om bolig, arbejde og økonomi fra")


def test_an_observation_without_a_subject_is_beside_no_heading():
    """It is found among all of them; nobody guesses where it belongs."""
    found = beside((seen("løst"),), FORM, CATEGORIES, PERIOD)
    assert not any(one.observations for one in found.values())


def test_a_dimension_without_a_heading_is_found():
    """A municipality that edits one file and not the other hears of it."""
    without = parse_status_form(TEXT.replace('ics = "Socialt netværk"', 'ics = ""'))
    assert unknown_dimensions(without, CATEGORIES) == ("Socialt netværk",)


def test_the_parents_part_can_not_lose_its_mark():
    """The guard rests on it."""
    with pytest.raises(ResourceError, match="værnet hviler på det"):
        parse_status_form(TEXT.replace("foraeldre = true", "foraeldre = false", 1))


def test_the_parents_part_is_gone_under_the_guard():
    """Gone, not greyed."""
    shown = {one.id for one in FORM.open_headings(parents_hidden=True)}
    assert "foraeldre" not in shown
    assert len(shown) == len(FORM.headings) - 1


@given(st.lists(st.integers(0, 60), min_size=1, max_size=8, unique=True), st.data())
def test_citations_follow_their_rows(days, data):
    """Whatever is taken in or out, in whatever order: each number still means the same observation."""
    status = STATUS
    for n in days:
        one = row(f"o{n}", DAY - timedelta(days=n))
        status = with_row(status, one)
        number = status.number(one.observation)
        status = status.answering(said(f"h{n}", f"Alma sov [{number}]."))
    gone = data.draw(st.sampled_from(days))
    left = without_row(status, f"o{gone}")
    for n in days:
        expected = () if n == gone else (left.number(f"o{n}"),)
        assert cited(left.text(f"h{n}")) == expected
    assert [one.number for one in left.rows] == list(range(1, len(days)))


def test_taking_the_same_one_twice_changes_nothing():
    """And a newer version keeps its number."""
    once = with_row(STATUS, row("a", DAY))
    assert with_row(once, row("a", DAY)) == once
    newer = renewed_row(once, replace(row("a", DAY), text="rettet", version="2"))
    assert (newer.rows[0].text, newer.rows[0].number) == ("rettet", 1)


def test_an_answer_that_says_nothing_is_not_kept():
    """An empty text is no answer; "det ved vi ikke noget om" is one."""
    honest = Answer(heading="bolig", title="Bolig", nothing_known=True)
    assert STATUS.answering(honest).answer("bolig") == honest
    assert STATUS.answering(said("bolig", "  ")).answers == ()
    assert STATUS.answering(honest).answering(said("bolig", "")).answers == ()


def test_the_acts_add_up_to_a_stage():
    """Draft, finished, sent; a correction opens it again until it is finished anew."""
    done = StatusFinished(
        status="s", child="alma", day=DAY, by="mette", content="{}", content_sha256="", pdf="",
        pdf_sha256="",
    )  # fmt: skip
    sent = StatusStep(status="s", child="alma", stage=StatusStage.SENDT, day=DAY)
    again = StatusStep(status="s", child="alma", stage=StatusStage.KLADDE, day=DAY)
    assert stage_of((), ()) is StatusStage.KLADDE
    assert stage_of((done,), ()) is StatusStage.FAERDIG
    assert stage_of((done,), (sent,)) is StatusStage.SENDT
    assert stage_of((done,), (sent, again)) is StatusStage.KLADDE
    assert stage_of((done, done), (sent, again)) is StatusStage.FAERDIG
    assert stage_of((done, done), (sent, again, sent)) is StatusStage.SENDT
