"""Every structure question, with a letter in which it is asked and one in which it is not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from tests.domain.quality import open_letters as draft
from tests.domain.quality.open_letters import CHILD, FAR, HEAD, MOR, ROWS, SECTIONS, TODAY, WHOLE
from tvaerfaglig.domain.observation import Sign
from tvaerfaglig.domain.people import Custody
from tvaerfaglig.domain.protection import Against
from tvaerfaglig.domain.quality.engine import ask
from tvaerfaglig.domain.quality.finding import parse_questions
from tvaerfaglig.domain.quality.letter import Letter
from tvaerfaglig.domain.underretning import Action, Annex, Urgency
from tvaerfaglig.paths import resources

QUESTIONS = parse_questions((resources() / "questions.toml").read_text(encoding="utf-8"))
NO_RESOURCE = tuple(replace(row, sign=Sign.NEUTRAL) for row in ROWS)

# Each rule by name, with the letter in which it asks and the one in which it is quiet.
CASES: dict[str, tuple[Letter, Letter]] = {
    "hast": (draft.head(urgency=Urgency.IKKE_VALGT), draft.head(urgency=Urgency.ALMINDELIG)),
    "overgreb": (draft.head(overgreb=""), draft.guarded(draft.head(overgreb=""))),
    "overgreb_kontakt": (draft.guarded(), draft.guarded(draft.head(informed=()))),
    "opkald": (
        draft.head(urgency=Urgency.AKUT),
        draft.head(urgency=Urgency.AKUT, calls=(draft.call(),)),
    ),
    "ring_foerst": (
        replace(draft.head(calls=()), today=date(2026, 11, 13)),
        replace(draft.head(calls=(draft.call(),)), today=date(2026, 11, 12)),
    ),
    "opkald_hvem": (draft.head(calls=(draft.call(at=None),)), draft.head(calls=(draft.call(),))),
    "modtager": (draft.head(receiver=" "), WHOLE),
    "grund": (draft.head(grounds=()), WHOLE),
    "titel": (replace(WHOLE, title="Henvendelse"), replace(WHOLE, title="Underretning om Vigga")),
    "barn_navn": (draft.child(name="Vigga"), draft.child(name="Barn", born=None, due=TODAY)),
    "barn_foedt": (draft.child(born=None), draft.child(born=None, cpr="3113991234")),
    "barn_adresse": (draft.child(address=""), draft.child(address="", protected=True)),
    "foraeldre": (draft.parents(), WHOLE),
    "anden_foraelder": (
        draft.parents(MOR),
        draft.parents(MOR, replace(FAR, name="ukendt", custody=Custody.INGEN)),
    ),
    "myndighed": (
        draft.parents(MOR, replace(FAR, custody=Custody.UKENDT)),
        draft.parents(MOR, replace(FAR, custody=Custody.INGEN)),
    ),
    "bopael": (
        draft.parents(replace(MOR, lives_with=False), FAR),
        draft.child(parents=(replace(MOR, lives_with=False), FAR), residence="hos mormor"),
    ),
    "tolk": (
        draft.head(interpreter=""),
        replace(
            draft.parents(replace(MOR, interpreter=True, language="polsk"), FAR),
            head=replace(HEAD, interpreter=""),
        ),
    ),
    "tolk_sprog": (
        replace(
            draft.parents(replace(MOR, interpreter=True), FAR), head=replace(HEAD, interpreter="")
        ),
        draft.parents(replace(MOR, interpreter=True, language="polsk"), FAR),
    ),
    "soeskende_kendt": (draft.head(siblings_considered=""), WHOLE),
    "soeskende_ukendt": (
        replace(draft.child(siblings=()), head=replace(HEAD, siblings_considered="")),
        draft.child(siblings=()),
    ),
    "andre": (draft.head(others_involved=""), draft.head(others_involved="", earlier="Marts 2025")),
    "kendskab": (draft.head(relation=""), WHOLE),
    "kendt_siden": (
        draft.head(known_since=""),
        draft.head(known_since="", relation="dagplejer siden 2024"),
    ),
    "hus_adresse": (
        replace(WHOLE, house=None),
        replace(draft.child(hide_house=True), house=None),
    ),
    "privat": (
        draft.text(ressourcer="Mormor ringer til Lis på 2143 6587 [4]."),
        draft.text(ressourcer="Mormor ringer til huset på 12 34 56 78 [4]."),
    ),
    "underskriver": (replace(WHOLE, writers=()), WHOLE),
    "brevdato": (replace(WHOLE, dated=None), WHOLE),
    "brevdato_tidlig": (
        replace(WHOLE, dated=date(2026, 11, 4)),
        replace(WHOLE, dated=date(2026, 11, 5)),
    ),
    "bilag_naevnt": (
        draft.head(annexes=(Annex(title="Fremmødeliste"), Annex(title="Tegning"))),
        replace(
            draft.head(annexes=(Annex(title="Fremmødeliste"), Annex(title="Tegning"))),
            sections=SECTIONS | {"ressourcer": "Tegningen fra mormor [4] er bilag 1 og 2."},
        ),
    ),
    "bilag_liste": (draft.text(indsats="Se bilag 3."), draft.text(indsats="Se bilag 1.")),
    "ingen_observationer": (
        replace(WHOLE, rows=()),
        replace(draft.text(observationer="Den 6. oktober gik hun baglæns."), rows=()),
    ),
    "faa_observationer": (
        replace(WHOLE, rows=(ROWS[0], ROWS[3])),
        draft.guarded(replace(WHOLE, rows=(ROWS[0],)), Against.ANSAT),
    ),
    "dag_i_fremtiden": (draft.row(day=TODAY + timedelta(1)), draft.row(day=TODAY)),
    "fri_tekst_uden_dag": (
        draft.text(observationer="Hun gik baglæns ind i puderummet."),
        draft.text(observationer="Den 6. oktober gik hun baglæns ind i puderummet."),
    ),
    "hvor_og_hvornaar": (draft.row(at=None, place=""), draft.row(at=None)),
    "tid": (draft.row(at=None), draft.row(at=None, place="")),
    "sted": (draft.row(place=" "), draft.row(at=None, place="")),
    "hvem_saa": (draft.row(seen_by=""), draft.row(seen_by="", source="fortalt", told_by="mormor")),
    "fortalt_af": (draft.row(source="fortalt"), draft.row(source="fortalt", told_by="mormor")),
    "nyeste": (
        replace(WHOLE, today=date(2026, 12, 4)),
        replace(WHOLE, today=date(2026, 12, 3)),
    ),
    "barnets_ord": (
        draft.wordless(),
        draft.wordless(barnets_ord="Vigga siger ikke noget om natten."),
    ),
    "barnets_udtryk": (
        draft.wordless(draft.child(born=date(2025, 12, 1))),
        draft.wordless(
            draft.child(born=date(2025, 12, 1)), barnets_ord="Hun stivner, når døren går op."
        ),
    ),
    "ord_anfoersel": (
        draft.wordless(barnets_ord="Hun sagde, at hun passede på døren."),
        draft.wordless(barnets_ord="Hun sagde: »Jeg passede på døren.«"),
    ),
    "ord_spoergsmaal": (
        draft.row(child_words="Lad mig sove."),
        draft.row(child_words="Lad mig sove.", asked="af sig selv"),
    ),
    "begyndelse": (
        draft.text(over_tid="", resume="Vigga er træt."),
        draft.text(over_tid="", resume="Det begyndte efter ferien."),
    ),
    "hvor_tit": (
        draft.text(over_tid="Før sommeren legede hun. Siden august er det værre.", resume=""),
        draft.text(over_tid="Før sommeren legede hun. Siden august tre gange om ugen.", resume=""),
    ),
    "udvikling": (
        draft.text(over_tid="Før legede hun. Siden 17. august 31 af 52 dage.", resume=""),
        draft.text(over_tid="Før legede hun. Siden 17. august 31 af 52 dage, uændret.", resume=""),
    ),
    "foer": (
        draft.text(over_tid="Siden 17. august har hun sovet 31 af 52 dage, og det er mere nu."),
        draft.text(
            over_tid="I foråret sov hun efter frokost. Siden august 31 af 52 dage, nu mere."
        ),
    ),
    "ressourcer": (replace(draft.text(ressourcer=""), rows=NO_RESOURCE), draft.text(ressourcer="")),
    "ressource_eksempel": (
        replace(draft.text(ressourcer="Glad for sin mormor."), rows=NO_RESOURCE),
        replace(
            draft.text(ressourcer="»Mormor kommer,« sagde hun den 5. november."), rows=NO_RESOURCE
        ),
    ),
    "tryghed": (
        draft.text(ressourcer="Kan elleve vers udenad [4]."),
        draft.text(ressourcer="Synger elleve vers for Amir [4]."),
    ),
    "indsats": (
        draft.head(actions=()),
        replace(
            draft.text(indsats="Vi har ikke nået at prøve noget."), head=replace(HEAD, actions=())
        ),
    ),
    "indsats_virkning": (
        draft.head(actions=(Action(day=TODAY, what="Fast voksen"),)),
        draft.head(actions=(Action(day=TODAY, what="Fast voksen", effect="Ingen ændring"),)),
    ),
    "indsats_dag": (
        draft.head(actions=(Action(what="Fast voksen", effect="Roligere"),)),
        draft.head(actions=(Action(day=TODAY),)),
    ),
    "foraelder_syn": (
        draft.text(foraeldre=""),
        draft.text(foraeldre="Jonas siger: »Jeg kan tage to nætter.«"),
    ),
    "vurdering": (draft.text(vurdering=" \n"), WHOLE),
    "vurdering_fordi": (
        draft.text(vurdering="Vi vurderer, at Vigga har brug for støtte [3]."),
        draft.text(vurdering="På baggrund af [3] vurderer vi, at Vigga har brug for støtte."),
    ),
    "vurdering_belaeg": (
        draft.text(vurdering="Hun har brug for støtte, fordi hun er alene om natten."),
        replace(draft.text(vurdering="Hun har brug for støtte, fordi hun er alene."), rows=()),
    ),
    "belaeg_ukendt": (
        draft.text(vurdering="Hun har brug for støtte, fordi hun er alene [3, 9]."),
        draft.text(vurdering="Hun har brug for støtte, fordi hun er alene [2–4]."),
    ),
    "orienteret": (draft.told(told=None), WHOLE),
    "orienteret_hvornaar": (draft.told(by=""), WHOLE),
    "orienteret_hvorfor": (draft.told(told=False), draft.told(told=False, why_not="På rejse.")),
    "resume": (draft.text(resume=""), draft.text(resume="", vurdering="")),
}


def asked(letter: Letter) -> set[str]:
    return {each.rule for each in ask(letter, QUESTIONS, quiet_too=True)}


def test_every_question_has_its_two_letters():
    """A rule without an example of both kinds is not finished."""
    assert set(CASES) == {each.rule for each in QUESTIONS.all}


@pytest.mark.parametrize("rule", CASES)
def test_it_is_asked(rule: str):
    """In a letter that leaves it open."""
    assert rule in asked(CASES[rule][0])


@pytest.mark.parametrize("rule", CASES)
def test_it_is_not_asked(rule: str):
    """In one that answers it, or where it would be beside the point."""
    assert rule not in asked(CASES[rule][1])


def test_a_letter_that_leaves_nothing_open_is_met_with_silence():
    """No question for its own sake."""
    assert ask(WHOLE, QUESTIONS, quiet_too=True) == ()


def test_all_criteria_of_the_first_issue_are_asked_about():
    """1–12, 14–16, 18, 20–26, 38, 41 and 42."""
    wanted = {*range(1, 13), 14, 15, 16, 18, *range(20, 27), 38, 41, 42}
    assert {each.criterion for each in QUESTIONS.all} == wanted


@pytest.mark.parametrize("against", [Against.FORAELDER, Against.UKENDT])
def test_the_guard_takes_every_question_about_parents_away(against: Against):
    """Nothing may lead someone to talk with them (product.md rule 3)."""
    empty = Letter(
        child=replace(CHILD, parents=(MOR, FAR)), head=replace(HEAD, informed=()), today=TODAY
    )
    rules = asked(draft.guarded(empty, against))
    about_parents = {
        "foraeldre", "anden_foraelder", "myndighed", "bopael", "foraelder_syn", "orienteret",
        "orienteret_hvornaar", "orienteret_hvorfor",
    }  # fmt: skip
    assert not rules & about_parents
    assert {"ingen_observationer", "vurdering", "underskriver"} <= rules


@pytest.mark.parametrize("against", [Against.ANDET_BARN, Against.ANSAT])
def test_parents_are_still_heard_where_another_is_suspected(against: Against):
    """Against another child or a member of staff the parents' parts stay."""
    assert "foraelder_syn" in asked(draft.guarded(draft.text(foraeldre=""), against))


def test_a_lifted_guard_guards_no_longer():
    """The questions about parents come back with them."""
    letter = draft.guarded(draft.text(foraeldre=""))
    assert letter.guard is not None
    lifted = replace(letter.guard, lifted_on=TODAY, lifted_because="Kommunen har talt med dem.")
    assert "foraelder_syn" in asked(replace(letter, guard=lifted))


def test_what_is_left_in_the_parents_section_is_not_searched_under_the_guard():
    """It is gone from the letter, so no question may lead back to it."""
    letter = draft.text(foraeldre="Far er på 2143 6587, se bilag 7 [9].")
    assert {"privat", "bilag_liste", "belaeg_ukendt"} <= asked(letter)
    assert not {"privat", "bilag_liste", "belaeg_ukendt"} & asked(draft.guarded(letter))


def test_a_child_that_is_expected_is_not_asked_for_words_or_address():
    """What it cannot have is not missed, and it has no name yet."""
    rules = asked(
        draft.wordless(draft.child(name="Barn af Signe Holst", born=None, due=TODAY, address=""))
    )
    assert not rules & {"barnets_ord", "barnets_udtryk", "barn_adresse", "barn_foedt", "bopael"}
    findings = ask(
        replace(draft.child(born=None, due=TODAY), head=replace(HEAD, relation="")), QUESTIONS
    )
    assert findings[0].question == "Hvad er I for barnet, og hvor godt kender I hinanden?"


def test_a_span_is_where_the_words_are():
    """So that the page can jump there and mark them."""
    for rule in ("privat", "belaeg_ukendt", "bilag_liste"):
        letter = CASES[rule][0]
        found = next(each for each in ask(letter, QUESTIONS) if each.rule == rule)
        assert letter.sections[found.section][found.start : found.end] == found.quote


def test_a_private_address_is_noticed_and_the_houses_telephone_is_not():
    """However it is spaced or capitalised; a colleague who writes the house's number is left alone."""
    lis = replace(draft.LIS, phone="12 34 56 78")
    words = "Mormor kender Lis fra  kirkevej 9. Huset har 12345678 [4]."
    letter = replace(draft.text(ressourcer=words), writers=(lis,), private=("Kirkevej 9", " "))
    found = [each.quote for each in ask(letter, QUESTIONS) if each.rule == "privat"]
    assert found == ["kirkevej 9"]


def test_a_row_is_named_by_its_number_and_found_by_its_observation():
    """The question says the number; the page uses the id."""
    found = next(each for each in ask(draft.row(place=""), QUESTIONS) if each.rule == "sted")
    assert found.question == "Hvor var I i nr. 2?"
    assert (found.section, found.item, found.field) == ("observationer", "o2", "sted")


def test_each_parent_is_asked_about_by_what_one_calls_them():
    """Mor and far each in their own question."""
    letter = replace(draft.text(foraeldre=""), head=replace(HEAD, informed=()))
    questions = [each.question for each in ask(letter, QUESTIONS) if each.rule == "foraelder_syn"]
    assert questions == ["Hvad siger mor selv?", "Hvad siger far selv?"]


def test_a_parent_without_custody_need_not_be_told():
    """Only those who hold it, where that is known."""
    letter = replace(
        draft.parents(MOR, replace(FAR, custody=Custody.INGEN)),
        head=replace(HEAD, informed=HEAD.informed[:1]),
        sections=SECTIONS | {"foraeldre": ""},
    )
    assert not {"orienteret", "foraelder_syn"} & asked(letter)


def test_paragraphs_are_placed_where_they_stand():
    """Also after blank lines and spaces; the first sentence stands for the paragraph."""
    words = (
        "Den 6. oktober gik hun.\n\n  Hun sov på bordet. Hun vågnede.\r\n"
        "I køkkenet kl. 9 spiste hun fire boller."
    )
    findings = ask(draft.text(observationer=words), QUESTIONS)
    spans = [words[f.start : f.end] for f in findings if f.rule == "fri_tekst_uden_dag"]
    assert spans == ["Hun sov på bordet.", "I køkkenet kl. 9 spiste hun fire boller."]


def test_a_call_is_asked_about_by_its_day():
    """»Hvem talte I med i telefonen den 12. november«"""
    letter = draft.head(calls=(draft.call(spoke_with="", at=time(9)),))
    assert ask(letter, QUESTIONS)[0].question.startswith(
        "Hvem talte I med i telefonen den 12. november,"
    )


def test_a_sentence_never_ends_twice():
    """A shortened month would bring a full stop of its own."""
    for letter, _ in CASES.values():
        for each in ask(letter, QUESTIONS):
            assert ".." not in each.question
            assert "  " not in each.question


@pytest.mark.parametrize(
    ("hour", "asked"), [(time(8), False), (time(11, 59), False), (time(12), True), (time(15), True)]
)
def test_on_a_friday_one_is_asked_after_noon(hour, asked):
    """In the morning the letter is still read the same day."""
    friday = date(2026, 11, 13)
    head = draft.head(urgency=Urgency.HURTIGT, calls=())
    letter = replace(head, today=friday, dated=friday, at=hour)
    assert any(one.rule == "ring_foerst" for one in ask(letter, QUESTIONS)) is asked


@pytest.mark.parametrize(
    ("day", "urgency", "asked"),
    [
        (date(2026, 11, 13), Urgency.HURTIGT, True),
        (date(2026, 12, 23), Urgency.HURTIGT, True),
        (date(2026, 11, 12), Urgency.HURTIGT, False),
        (date(2026, 11, 13), Urgency.ALMINDELIG, False),
        (date(2026, 11, 13), Urgency.AKUT, False),
    ],
)
def test_before_a_weekend_or_a_holiday_one_is_asked_to_ring_first(day, urgency, asked):
    """The day the municipality opens again is said; an acute letter is asked about a call on any day."""
    letter = replace(draft.head(urgency=urgency, calls=()), today=day, dated=day)
    found = [one for one in ask(letter, QUESTIONS) if one.rule == "ring_foerst"]
    assert bool(found) is asked
    if day.month == 12:
        assert "mandag den 28. december" in found[0].question
