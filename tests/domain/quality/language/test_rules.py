"""The language rules as they ship: their own examples, and what keeps them still."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tvaerfaglig.domain.people import Sex
from tvaerfaglig.domain.quality.checked import check_text, pieces
from tvaerfaglig.domain.quality.language.asking import language_hits, prose_of
from tvaerfaglig.domain.quality.language.known import Known, KnownPerson
from tvaerfaglig.domain.quality.language.rules import Part
from tvaerfaglig.domain.resource import ResourceError
from tvaerfaglig.paths import resources
from tvaerfaglig.services import library

LANGUAGE = library.language()
NOAH = Known(
    name="Noah Alma Krogh",
    born=date(2022, 3, 4),
    sex=Sex.DRENG,
    people=(
        KnownPerson(name="Emil Friis", child=True),
        KnownPerson(name="Mette Sørensen", private=("12 34 56 99",)),
    ),
    today=date(2026, 11, 12),
    stale=(("153", "barnets lov § 133"),),
)


OF_A_WHOLE = {"beskyttet", "lix", "lang_tekst", "titel_tekst", "nyeste_tekst"}
"""What no line can show: their examples say in words when they ask, and they have tests of their own."""


def asked(text: str, section: str = "observationer", known: Known = NOAH) -> set[str]:
    """The rules that ask about a text."""
    return {one.rule for one in check_text(text, section, known, LANGUAGE)}


@pytest.mark.parametrize("rule", LANGUAGE.rules, ids=lambda rule: rule.id)
def test_a_rule_asks_as_its_own_examples_say(rule):
    """What stands under »spoerges« is asked about in some section, what stands under »stille« in none."""
    for text in rule.asked:
        assert any(_asks(rule, text, part) for part in rule.parts), text
    for text in rule.quiet:
        assert not any(_asks(rule, text, part) for part in rule.parts), text


def _asks(rule, text, part):
    prose = prose_of(text, NOAH, LANGUAGE.lexicon)
    hits = language_hits(prose, part, part, LANGUAGE, proposals=True)
    return any(hit.rule == rule.id for hit in hits)


@pytest.mark.parametrize(
    "question",
    [
        one
        for one in LANGUAGE.questions
        if one.rule not in OF_A_WHOLE | {rule.id for rule in LANGUAGE.rules}
    ],
    ids=lambda one: one.rule,
)
def test_a_question_beside_the_lists_asks_as_its_own_examples_say(question):
    """In some section, or in none; what only a whole letter can show has no example of a line."""
    stale = replace(NOAH, stale=(("153", "barnets lov § 133"),), hidden=("Dækvej 5",))
    for text in question.asked:
        assert any(question.rule in asked(text, part, stale) for part in Part), text
    for text in question.quiet:
        assert not any(question.rule in asked(text, part, stale) for part in Part), text


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("andet_barn", "Noah og Emil byggede et tårn."),
        ("andet_barn", "Noah tog Emils skovl."),
        ("andet_barn", "Noah slog Oliver på armen."),
        ("forbogstav", "Noah bed lille M. i armen."),
        ("forkert_barn", "Noah satte sig. Hun sagde ikke noget."),
        ("cpr_i_tekst", "Hans nummer er 041322-1234."),
        ("privat_oplysning", "Ring til Mette på 12 34 56 99."),
        ("privat_oplysning", "Min private telefon er 98 76 54 32."),
        ("ugedag", "Tirsdag den 11. november 2026 kom han kl. 9."),
        ("alder", "Noah er 6 år."),
        ("efter_i_dag", "Den 20. november 2026 slog han."),
        ("dag_uden_dato", "I går kom han uden madpakke."),
        ("dag_uden_dato", "I mandags græd han ved garderoben."),
        ("gammel_lov", "Vi skriver efter servicelovens § 153."),
        ("forkortelse", "Vi har talt med PPR."),
        ("lang_saetning", f"Han {'gik og ' * 25}satte sig."),
        ("ledende", "Jeg spurgte: »Slår far dig?«"),
        ("ledende", "Jeg spurgte ham, om far slår ham derhjemme."),
        ("ledende", "Det var på Noahs arm. Jeg spurgte: ”Er det far?” Noah nikkede."),
    ],
)
def test_what_is_asked_beside_the_lists(rule: str, text: str):
    """Names, numbers, days, law, and the shape of what was written."""
    assert rule in asked(text)


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("andet_barn", "Noah og Mette byggede et tårn."),
        ("andet_barn", "Et andet barn tog Noahs skovl."),
        ("andet_barn", "Pædagog Emma Holm hjalp Noah."),
        ("andet_barn", "Hans lillesøster Ida sov."),
        ("forbogstav", "Mette S. hjalp Noah, og barn B så på."),
        ("forbogstav", "Det har I talt om."),
        ("forkert_barn", "Noah satte sig hos mor. Hun tog ham op."),
        ("forkert_barn", "Noah satte sig. Han sagde ikke noget."),
        ("privat_oplysning", "Ring til huset på 12 34 56 78."),
        ("ugedag", "Onsdag den 11. november 2026 kom han kl. 9."),
        ("ugedag", "Onsdag d. 11/11 kom han kl. 9."),
        ("alder", "Noah er 4 år, og storebror er 6 år."),
        ("efter_i_dag", "Vi mødes den 20. november 2026."),
        ("efter_i_dag", "Den 11. december 2025 slog han."),
        ("dag_uden_dato", "Onsdag den 11. november, i går, kom han uden madpakke."),
        ("gammel_lov", "Vi skriver efter barnets lov § 133."),
        (
            "forkortelse",
            "Vi har talt med Pædagogisk Psykologisk Rådgivning (PPR). PPR kommer i uge 48.",
        ),
        ("forkortelse", "OBSERVATIONER FRA STUEN"),
        ("ledende", "Noah spurgte: »Må jeg få mere?«"),
        ("ledende", "Jeg spurgte: »Hvad skete der?«"),
        ("ledende", "Jeg spurgte: »Vil du fortælle om det?«"),
        ("ledende", "Noah spurgte, om far kommer i dag."),
    ],
)
def test_what_is_right_is_left_alone(rule: str, text: str):
    """Each beside its twin above."""
    assert rule not in asked(text)


def test_a_word_of_the_childs_or_the_parents_is_never_judged():
    """In quotation marks, or told: it is theirs."""
    judging = {rule.id for rule in LANGUAGE.rules} - {"andenhaand"}
    for text in (
        "Noah sagde: »Far er altid sur og dum, og jeg hader ham.«",
        "Mor fortæller, at han altid er vred og tit slår.",
        "Han er altid vred, siger far.",
    ):
        assert not asked(text) & judging, text


def test_the_same_word_is_asked_about_where_it_claims_and_not_where_it_judges():
    """»Virker« stands wrong among what was seen; in the assessment it only needs its ground."""
    text = "Han virker sulten, fordi han spiste fire boller."
    assert "usikker" in asked(text, "observationer")
    assert not {"usikker", "usikker_uden_grund"} & asked(text, "vurdering")


def test_a_whole_letter_is_cut_at_its_headings():
    """Each word is asked about as the section it stands in."""
    text = (
        "Observationer\nHan kom kl. 9.\n\nForældrenes syn\nMor synes, han virker træt.\n\n"
        "2. Faglig vurdering:\nVi er bekymrede.\n"
    )
    found = {piece.part: piece.text.strip() for piece in pieces(text)}
    assert found[Part.OBSERVATIONER] == "Han kom kl. 9."
    assert found[Part.FORAELDRENES_SYN] == "Mor synes, han virker træt."
    assert found[Part.VURDERING] == "Vi er bekymrede."


@given(st.text(alphabet="aåbnoe .,!?»«\n0123456789ADHN-§", max_size=200))
def test_every_finding_stands_where_it_says(text: str):
    """Whatever is typed: offsets lie inside the text, and the quote is what stands there."""
    for one in check_text(text, "hele", NOAH, LANGUAGE):
        assert text[one.start : one.end] == one.quote
        assert "?" in one.question


def test_a_list_that_cannot_be_meant_is_asked_about(tmp_path: Path):
    """In Danish, with the place."""
    shelf = shutil.copytree(resources(), tmp_path / "resources")
    file = shelf / "sproget.toml"
    text = file.read_text(encoding="utf-8")
    for before, after, words in (
        ('undtagen = ["tal"', 'undtagen = ["talt"', "kender ikke »talt«"),
        ('afsnit = ["observationer"', 'afsnit = ["observation"', "kender ikke »observation«"),
        ("hvornår sidst?", "hvornår sidst", "spørgsmålstegn"),
    ):
        file.write_text(text.replace(before, after, 1), encoding="utf-8")
        with pytest.raises(ResourceError, match=words):
            library.language(shelf)


HEAVY = (
    "Personalegruppen iværksatte observationsperioden umiddelbart efter sommerferielukningen sammen med "
    "ressourcepersonerne og dagtilbudskonsulenterne. "
)


def test_a_heavy_section_is_asked_about_once_and_a_short_one_never():
    """LIX needs a hundred words to mean anything; it is asked at the longest sentence, with its caveat."""
    long = HEAVY * 9 + "Vi tilrettelagde morgenmodtagelsen individuelt, " + HEAVY
    found = [one for one in check_text(long, "egen_indsats", NOAH, LANGUAGE) if one.rule == "lix"]
    assert len(found) == 1
    assert "morgenmodtagelsen" in found[0].quote
    assert "ved intet om, hvor godt der er skrevet" in found[0].why
    assert "lix" not in asked(HEAVY * 3, "egen_indsats")
    assert "lix" not in asked("Han kom kl. 9 og satte sig ned ved vinduet. " * 30)


def test_a_letter_of_more_than_three_pages_is_asked_about_by_its_title():
    """And a page is not."""
    page = (
        "Underretning om Noah\n\nObservationer\n" + "Den 3. november sov han i 20 minutter. " * 30
    )
    assert "lang_tekst" not in asked(page, "hele")
    assert "lang_tekst" in asked(page + "Den 3. november sov han i 20 minutter. " * 200, "hele")


def test_a_letter_that_does_not_say_what_it_is_is_asked_about():
    """In its head; a snippet needs no title."""
    told = "Observationer\n" + "Den 3. november sov han i 20 minutter. " * 12
    assert "titel_tekst" in asked(f"Henvendelse om Noah\n\n{told}", "hele")
    assert "titel_tekst" not in asked(f"Underretning om Noah\n\n{told}", "hele")
    assert "titel_tekst" not in asked("Den 3. november sov han.", "hele")


def test_old_news_are_asked_about_at_the_newest():
    """More than four weeks before the letter's own day, where it has one."""
    told = "Underretning om Noah\n\nObservationer\nDen 2. oktober 2026 sov han. Den 5. oktober 2026 sov han.\n"
    found = [one for one in check_text(told, "hele", NOAH, LANGUAGE) if one.rule == "nyeste_tekst"]
    assert [one.quote for one in found] == ["5. oktober 2026"]
    assert "nyeste_tekst" not in asked(f"Dato: 12. oktober 2026\n{told}", "hele")
