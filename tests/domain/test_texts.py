"""Akut, Om reglerne, the first start and the news."""

from __future__ import annotations

import pytest

from tvaerfaglig.domain.law import parse_law
from tvaerfaglig.domain.resource import ResourceError
from tvaerfaglig.domain.texts import (
    FIRST_RUN_STEPS,
    parse_akut,
    parse_first_run,
    parse_news,
    parse_rules,
    unknown_law,
)
from tvaerfaglig.paths import resources


def shipped(name: str) -> str:
    return (resources() / "texts" / name).read_text(encoding="utf-8")


AKUT = parse_akut(shipped("akut.toml"))


def test_akut_says_first_what_must_not_be_missed():
    """Ring, do not tell the parents, the duty is yours."""
    assert AKUT.title.startswith("Ring først")
    assert AKUT.silence_bold == "Sig ikke noget til forældrene"
    assert "din egen" in AKUT.duty
    assert len(AKUT.steps) == 4


@pytest.mark.parametrize("case", ["foraelder", "ansat", "andet_barn", "ukendt", "barnet"])
def test_akut_has_a_sheet_for_each_case(case: str):
    """Whom the suspicion is against decides what to do."""
    sheet = AKUT.sheet(case)
    assert sheet is not None
    assert sheet.lines


def test_where_a_parent_is_suspected_the_sheet_keeps_them_out():
    """Also where nobody knows whom it is against."""
    for case in ("foraelder", "ukendt"):
        sheet = AKUT.sheet(case)
        assert sheet is not None
        assert any("Sig ikke noget til forældrene" in line for line in sheet.lines)


def test_the_rules_name_only_law_that_is_registered():
    """Every section leads to references with source and day."""
    law = parse_law((resources() / "law.toml").read_text(encoding="utf-8"))
    rules = parse_rules(shipped("om-reglerne.toml"))
    assert unknown_law(rules, law) == ()
    assert unknown_law(rules, parse_law(_one_law())) != ()
    assert "journal" in rules.not_the_journal
    assert "§" not in " ".join(each.text for each in rules.sections)


def test_every_step_of_the_first_start_has_words():
    """And the last is a beginning."""
    first_run = parse_first_run(shipped("first-run.toml"))
    for each in FIRST_RUN_STEPS:
        assert first_run.step(each).title
    with pytest.raises(ResourceError, match="»faerdig« mangler"):
        parse_first_run(shipped("first-run.toml").split("[faerdig]")[0])


def test_the_newest_release_stands_first():
    """Where it does not, the file says so."""
    news = shipped("nyheder.toml")
    assert parse_news(news)[0].version == "0.1.0"
    later = news.split("[[version]]")[1].replace("2026-11-21", "2027-02-01")
    with pytest.raises(ResourceError, match="nyeste version skal stå øverst"):
        parse_news(f"{news}\n[[version]]{later}")


def _one_law() -> str:
    return """
    [[lov]]
    id = "en"
    lov = "x"
    overskrift = "x"
    tekst = "x"
    gaelder_fra = 2024-01-01
    kilde = "x"
    kontrolleret = 2026-11-02
    af = "x"
    evidens = "S"
    """
