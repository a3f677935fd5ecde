"""The search finds indsatser by their words: what names nobody by whoever sees the effort, the rest by child."""

from __future__ import annotations

import pytest

from tests.services.efforts.group import TODAY, begun, let_in, planned
from tvaerfaglig.domain.efforts.form import FormUse
from tvaerfaglig.domain.efforts.goals import Goal
from tvaerfaglig.domain.efforts.sheets import FieldAnswer, Sheet
from tvaerfaglig.services import finding
from tvaerfaglig.services.efforts import goals, sessions, sheets, starting


@pytest.fixture
def hanne(world):
    return world.session("hanne")


@pytest.fixture
def group(hanne):
    made = begun(hanne, name="Regnbuegruppen", project="Tidlig hjælp")
    (day,) = planned(hanne, made)
    sessions.write(hanne, day, theme="Kamelernes søvn", note="Sand i skoene")
    place = let_in(hanne, made, "alma", referred_because="Spiser med stjerneskeen")
    goal = Goal(
        effort="", enrolment=place, child="", day=TODAY, text="Finder gummistøvlerne",
        steps=("Nej", "Ja"),
    )  # fmt: skip
    goals.save(hanne, goal)
    sheet = Sheet(
        effort=made, form="status", name="", use=FormUse.STATUS, day=TODAY, enrolment=place,
        answers=(FieldAnswer(field="lykkes", text="Fløjter ved bordet"),),
    )  # fmt: skip
    sheets.save(hanne, sheet)
    return made


def kinds(session, words):
    return [one.record.KIND for one in finding.find(session, words).records]


EVERYONE = {"regnbue": "indsats", "kameler": "indsats_gang", "sand i": "indsats_gang"}
ALMAS = {"stjerneske": "indsats_plads", "gummist": "indsats_maal", "fløjter": "indsats_ark"}


@pytest.mark.parametrize(("words", "kind"), [*EVERYONE.items(), *ALMAS.items()])
def test_its_words_are_found(hanne, group, words, kind):
    assert kinds(hanne, words) == [kind]


@pytest.mark.parametrize("words", [*EVERYONE, *ALMAS])
def test_another_house_finds_nothing(world, group, words):
    assert kinds(world.session("jonas"), words) == []


@pytest.mark.parametrize("words", ALMAS)
def test_what_is_a_familys_own_is_found_by_who_may_see_the_child(world, group, words):
    """Line has a seat in the group, and still no child that was not opened to her."""
    line = world.session("line")
    assert kinds(line, words) == []
    assert kinds(line, "regnbue") == ["indsats"]


def test_one_that_was_laid_away_is_found_no_more(hanne):
    made = begun(hanne, name="Regnbuegruppen")
    starting.remove(hanne, made)
    assert kinds(hanne, "regnbue") == []
