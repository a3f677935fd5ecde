"""An indsats on the child's timeline: the day it began and the day it ended, its sheets, and where each leads."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tvaerfaglig.domain.efforts.sheets import Sheet
from tvaerfaglig.services import library
from tvaerfaglig.services.children import timeline
from tvaerfaglig.ui.children.leads_to import way_to
from tvaerfaglig.ui.children.timeline import entries, months
from tvaerfaglig.ui.children.timeline.telling import Telling


@pytest.fixture
def telling(demo_world):
    """Bertil's timeline, as Mette sees it."""
    mette = demo_world.session("Mette")
    children = mette.children()
    child = next(one for one, kept in children.items() if kept.record.name == "Bertil Kjær")
    line = timeline.timeline(mette, child)
    return Telling(children[child].record, line, library.load().categories)


@pytest.fixture
def bertil(telling):
    return entries.rows(telling)


def test_it_began_and_it_ended_each_on_its_day(bertil):
    own = {row.told.title: row for row in bertil if row.group == "indsats"}
    began = own["Begyndte i Familiegruppe, forår 2026"]
    ended = own["Familiegruppe, forår 2026: afsluttet"]
    assert (began.day, ended.day) == (date(2026, 2, 3), date(2026, 5, 19))
    assert ended.told.source == "Kom 14 af 14 gange"
    assert "fra »Gemmer sig« til »Går selv hen«" in ended.told.words
    past = [row.day for row in bertil if not row.planned]
    assert past == sorted(past, reverse=True)


def test_a_status_says_where_each_goal_stood(bertil):
    (status,) = [row for row in bertil if row.told.title == "Status"]
    assert status.told.words == (
        "»Bertil går selv hen til den, der henter, på skiftedage«: skal hentes frem af en voksen."
    )
    assert "vist til forældrene 8. apr." in status.told.source


def test_each_leads_to_the_familys_page(bertil):
    sheet = next(row.stored for row in bertil if isinstance(row.stored.record, Sheet))
    place = sheet.record.enrolment
    assert way_to(sheet) == ("indsatser", f"{sheet.record.effort}:familie:{place}")
    (began,) = [row.stored for row in bertil if row.key == place]
    assert way_to(began) == way_to(sheet)


def test_they_are_a_filter_and_counted_by_the_month(bertil):
    groups = {group.key: count for group, count in entries.groups(bertil, lane=False)}
    assert groups["indsats"] == 5
    by_month = months.condensed(bertil, "maaneder", only="indsats", lane=False)
    assert [entry.key for entry in by_month] == ["2026-05", "2026-04", "2026-02"]


def test_an_old_consent_says_that_it_is_not_used_while_the_guard_stands(telling, bertil):
    """It stands where it stood: that it was given is a fact; that somebody may ask now is not."""
    words = "bruges ikke, så længe værnet er sat"
    given = [row.told for row in bertil if row.told.kind == "Samtykke"]
    guarded = entries.rows(replace(telling, hides_parents=True))
    told = [row.told for row in guarded if row.told.kind == "Samtykke"]
    assert len(told) == len(given) > 0
    assert all(words in one.source for one in told)
    assert not any(words in one.source for one in given)
