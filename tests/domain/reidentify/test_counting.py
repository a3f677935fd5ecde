"""What a text says of a child, how many it fits, and that broader words never fit fewer."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tvaerfaglig import paths
from tvaerfaglig.domain.konsultation import Agreement, Konsultation, Perspective
from tvaerfaglig.domain.people import Child, Custody, Parent, Sex, Sibling
from tvaerfaglig.domain.reidentify import saying
from tvaerfaglig.domain.reidentify.counting import Piece, Tally, checked, count, rewritten
from tvaerfaglig.domain.reidentify.house import profiles_of
from tvaerfaglig.domain.reidentify.pieces import pieces_of
from tvaerfaglig.domain.reidentify.reading import Reading, read
from tvaerfaglig.domain.reidentify.words import FILE, parse_words
from tvaerfaglig.domain.resource import ResourceError

TODAY = date(2026, 11, 12)
TEXT = (paths.resources() / FILE).read_text(encoding="utf-8")
READING = Reading(
    parse_words(TEXT),
    stuer=(("sol", "Solsikken"), ("raev", "Ræven")),
    dagplejere=(("jonas", "Jonas"),),
    adults=frozenset({"Karen", "Jonas"}),
    day=TODAY,
)


def facts(text):
    return [
        (one.trait.value, text[one.start : one.end], one.instead) for one in read(text, READING)
    ]


def child(name="Ida Falk", **more):
    facts = {"born": date(2023, 9, 10), "sex": Sex.PIGE, "dagtilbud": "hus", "stue": "sol"}
    return Child(name=name, **(facts | more))


def parent(relation="mor", **more):
    return Parent(id=relation, name="En Voksen", relation=relation, **more)


def counted(text, *children):
    crowd = profiles_of({str(n): one for n, one in enumerate(children)}, "hus", TODAY)
    pieces = (Piece("observed", text),)
    return checked(count(pieces, crowd, READING, TODAY), pieces, crowd, READING, TODAY)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Barnet er tvilling.", [("tvilling", "er tvilling", "har søskende")]),
        ("på 3 år og 2 måneder", [("alder", "3 år og 2 måneder", "2–4 år")]),
        ("en 3½ år gammel", [("alder", "3½ år", "2–4 år")]),
        ("Barnet er snart fire.", [("alder", "snart fire", "2–5 år")]),
        ("på 14 måneder", [("alder", "14 måneder", "0–2 år")]),
        ("3 år", [("alder", "3 år", "2–4 år")]),
        ("2–4 år", [("alder", "2–4 år", "")]),
        ("Den treårige", [("alder", "treårige", "2–4-årige")]),
        ("en tysk mor", [("sprog", "en tysk mor", "en familie med flere sprog")]),
        ("taler polsk", [("sprog", "taler polsk", "taler flere sprog")]),
        ("flytter fra Polen", [("sprog", "Polen", "et andet land")]),
        ("Solsikkens pude", [("stue", "Solsikkens", "stuens")]),
        ("hos Jonas", [("dagplejer", "Jonas", "en dagplejer")]),
        ("en storebror på 8 år", [("soeskend", "en storebror på 8 år", "søskende")]),
        ("den 3. november så vi", [("dato", "den 3. november", "for nylig")]),
        ("den 3. december ses vi", [("dato", "den 3. december", "snart")]),
        ("hver tirsdag", [("ugedag", "hver tirsdag", "hver uge")]),
        ("født i marts", [("foedsel", "født i marts", "")]),
        ("beskyttet adresse", [("adresse", "beskyttet adresse", "et andet sted")]),
        ("Drengens hue", [("koen", "Drengens", "barnets")]),
        ("en stille pige", [("koen", "en stille pige", "et stille barn")]),
    ],
)
def test_a_fact_is_read_where_it_stands(text, found):
    """Each fact with its own words, and with broader ones where there are any."""
    assert facts(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "For 3 år siden flyttede de.",
        "Mor siger, at hun er træt.",
        "Karen spørger, om hun ser det.",
        "Mor er 4 år ældre.",
        "Barnet leger med en anden dreng.",
        "I to uger har vi set det.",
        "Barnet taler dansk.",
        "Solsikker på bordet",
        "Karen og Jonas var med.",
        "To gange om dagen spiser barnet.",
    ],
)
def test_what_may_be_said_of_others_is_passed_over(text):
    """A mother's pronoun, a colleague, time that has gone, and everyday words are no facts of the child."""
    assert facts(text) == []


def test_the_twin_with_a_german_mother_is_one_child():
    """»dreng, 3 år, tvilling, tysk mor« fits one, and each fact tells how many there would be without it."""
    mother = parent(language="tysk", lives_with=True)
    twins = [
        child(
            f"{name} Falk", sex=sex, parents=(mother,), siblings=(Sibling(name="A", born=date(2023, 9, 10)),)
        )
        for name, sex in (("Ida", Sex.PIGE), ("Isak", Sex.DRENG))
    ]  # fmt: skip
    others = [
        child(
            f"Otto{n} Juhl{n}",
            sex=Sex.DRENG,
            parents=(parent(language="dansk og tyrkisk", lives_with=True),),
            siblings=(Sibling(name="B", born=date(2020, 1, 1)),),
        )
        for n in range(6)
    ]
    fit = counted("En dreng på 3 år, der er tvilling og har en tysk mor.", *twins, *others)
    assert fit.tally == Tally(1, 1)
    assert saying.asks(fit, 5)
    assert saying.headline(fit) == "Det, du har skrevet, passer på 1 barn i huset."
    costs = {lead.trait.value: lead.without.fits for lead in fit.leads}
    assert costs == {"koen": 2, "alder": 1, "tvilling": 1, "sprog": 1}


def test_what_no_card_says_may_be_true():
    """An empty card fits everything, and is told of apart from those that say so."""
    said = child("Ida Falk", siblings=(Sibling(name="A", born=date(2023, 9, 10)),))
    silent = [child(f"Mia{n} Juhl{n}", born=date(2023, 5, n + 1)) for n in range(4)]
    fit = counted("Barnet er tvilling.", said, *silent)
    assert fit.tally == Tally(1, 5)
    assert saying.besides(fit.tally) == "4 børn til kan passe: deres oplysninger siger ikke nok."
    assert saying.asks(fit, 5)


def test_enough_children_is_said_calmly():
    """Five or more: nothing is asked. Nobody, or no fact at all, is not a question either."""
    crowd = [child(f"Mia{n} Juhl{n}") for n in range(5)]
    assert not saying.asks(counted("Barnet er 3 år.", *crowd), 5)
    assert saying.asks(counted("Barnet er 3 år.", *crowd), 6)
    assert saying.headline(counted("Barnet er 5 år.", *crowd)) == saying.NOBODY
    assert saying.headline(counted("Barnet spiser.", *crowd)) == saying.NOTHING


def test_those_who_left_are_thought_of_only_where_it_is_said():
    """»er stoppet her« is about those who have; else the crowd are those who come."""
    here, gone = child(), child("Bo Juhl", left=date(2026, 9, 1))
    assert counted("Barnet er 3 år.", here, gone).tally == Tally(1, 1)
    assert counted("Barnet er 3 år og er stoppet her.", here, gone, here).tally == Tally(1, 1)


def test_a_protected_address_is_never_counted():
    """No number tells which card says so; the words are asked about all the same."""
    safe, open_ = child(protected=True), child("Bo Juhl")
    fit = counted("Barnet på 3 år har hemmelig adresse.", safe, open_)
    assert fit.tally == Tally(2, 2)
    lead = next(one for one in fit.leads if one.trait.value == "adresse")
    assert saying.without(fit, lead) == ""


def test_rare_words_are_only_compared_with_cards_one_may_see():
    """»offshore« leads to one child for whoever may see her card, and tells the others nothing."""
    house = {"a": child(household="Far arbejder offshore."), "b": child("Bo Juhl")}
    rare_in = READING.words.rare_in
    seen = profiles_of(house, "hus", TODAY, rare_in, {"a"})
    assert [one.words for one in seen] == [{"offshore"}, frozenset()]
    assert not any(one.words for one in profiles_of(house, "hus", TODAY, rare_in))
    reading = replace(READING, card_words=frozenset({"offshore"}))
    fit = count((Piece("tried", "Far er offshore."),), seen, reading, TODAY)
    assert fit.tally == Tally(1, 2)


def test_every_text_of_a_note_is_read_once():
    """Fields, views, agreements, and whatever else the note counts among its words."""
    note = Konsultation(
        day=TODAY, age_band="3 år", question="Hvad nu?", perspectives=(Perspective(profession="x", text="Ja"),)
    )  # fmt: skip
    found = pieces_of(note, {"a": Agreement(what="Ringe", made_on=TODAY)})
    assert [one.key for one in found] == ["age_band", "question", "syn:0", "aftale:a:what"]


def test_a_file_that_cannot_be_meant_is_asked_about():
    """A sign that nobody knows, said in Danish."""
    with pytest.raises(ResourceError, match="tegn"):
        parse_words(TEXT.replace('tegn = "tolk"', 'tegn = "tlok"'))


# whatever is written, the child it is about is among those counted

NAMES = st.sampled_from(["Ida Falk", "Otto Juhl", "Mia Bo", "Liv Dam", "Eva Ask"])
BORN = st.dates(date(2020, 12, 1), date(2026, 6, 1))
LANGUAGES = st.sampled_from(["", "dansk", "polsk og dansk", "tysk", "arabisk", "tyrkisk og dansk"])


@st.composite
def children(draw):
    born = draw(st.none() | BORN)
    siblings = tuple(
        Sibling(name="X", born=draw(st.none() | st.dates(date(2012, 1, 1), date(2026, 6, 1))))
        for _ in range(draw(st.integers(0, 3)))
    )
    parents = tuple(
        parent(
            relation,
            language=draw(LANGUAGES),
            lives_with=draw(st.booleans()),
            custody=draw(st.sampled_from(Custody)),
            interpreter=draw(st.booleans()),
        )
        for relation in draw(st.sampled_from([(), ("mor",), ("mor", "far")]))
    )
    return child(
        draw(NAMES),
        born=born,
        sex=draw(st.sampled_from(Sex)),
        stue=draw(st.sampled_from(["", "sol", "raev"])),
        siblings=siblings,
        parents=parents,
        enrolled=draw(st.none() | st.dates(date(2024, 1, 1), TODAY)),
    )


def true_of(one):
    """Sentences that are true of this child, as far as her card goes."""
    return ["Barnet spiser.", *of_age(one), *of_her(one), *of_siblings(one), *of_parents(one)]


def of_age(one):
    if not one.born:
        return []
    months = (TODAY.year - one.born.year) * 12 + TODAY.month - one.born.month
    months -= TODAY.day < one.born.day
    years, left = divmod(months, 12)
    if not years:
        return [f"Barnet er {months} måneder gammelt."]
    return [
        f"Barnet er {years} år.",
        f"Et barn på {years} år og {left or 1} måneder.",
        f"Den {years}-årige.",
        f"Barnet er snart {years + 1}." if left > 6 else "Barnet leger.",
    ]


def of_her(one):
    said = []
    if one.sex:
        noun, pronoun = ("pige", "Hun") if one.sex is Sex.PIGE else ("dreng", "Han")
        said += [f"En {noun}.", f"{pronoun} leger.", f"En glad {noun}."]
    if one.stue:
        said.append(f"Går på {'Solsikken' if one.stue == 'sol' else 'Ræven'}.")
    if one.enrolled and one.enrolled > TODAY - timedelta(days=150):
        said.append("Barnet er lige begyndt her.")
    return said


def of_siblings(one):
    births = [sibling.born for sibling in one.siblings if sibling.born and one.born]
    twins = any(abs((born - one.born).days) <= 1 for born in births)
    said = ["Barnet er tvilling."] if twins else []
    if one.siblings:
        said += ["Barnet har søskende.", f"Barnet har {len(one.siblings)} søskende."]
    return said


def of_parents(one):
    said = ["Der er tolk med."] if any(each.interpreter for each in one.parents) else []
    for each in one.parents:
        for language in {"polsk", "tysk", "arabisk", "tyrkisk"} & set(each.language.split()):
            said += [f"Har en {language} {each.relation}.", f"Familien taler {language}."]
    return said


@settings(max_examples=150, deadline=None)
@given(st.lists(children(), min_size=1, max_size=6), st.data())
def test_never_fewer_than_there_are(crowd, data):
    """Whatever true things are written about a child, she is among those counted."""
    about = data.draw(st.sampled_from(crowd))
    text = " ".join(data.draw(st.lists(st.sampled_from(true_of(about)), max_size=6, unique=True)))
    assert counted(text, *crowd).tally.fits >= 1


@settings(max_examples=150, deadline=None)
@given(st.lists(children(), min_size=1, max_size=6), st.data())
def test_broader_words_never_fit_fewer(crowd, data):
    """Each suggestion, put where it belongs, leaves at least as many; it is not offered else."""
    phrases = [phrase for one in crowd for phrase in true_of(one)]
    text = " ".join(data.draw(st.lists(st.sampled_from(phrases), max_size=8)))
    before = counted(text, *crowd)
    for lead in before.leads:
        if lead.instead:
            (after,) = rewritten((Piece("observed", text),), lead)
            assert after.text != text
            assert counted(after.text, *crowd).tally.fits >= before.tally.fits


def test_two_pages_and_two_hundred_children_are_quick():
    """A house of 200 and a note of two pages: well under what one notices, also while others work."""
    crowd = profiles_of(
        {
            str(n): child(
                f"Barn{n} Navn{n}", born=date(2021, 1, 1) + timedelta(days=n * 9), stue="sol" if n % 2 else "raev",
                siblings=(Sibling(name="A", born=date(2019, 1, 1)),) if n % 3 else (),
                parents=(parent(language="polsk" if n % 5 == 0 else ""),),
            )
            for n in range(200)
        },
        "hus",
        TODAY,
    )  # fmt: skip
    filler = "Barnet ligger vågent og holder øje med døren, mens de andre sover. " * 8
    said = "En dreng på 3 år og 2 måneder. Han er tvilling og har en polsk mor og en storebror på 8 år. "
    pieces = tuple(Piece(f"felt{n}", f"{said if n < 2 else ''}{filler}{n}") for n in range(11))
    fastest = 1.0
    for n in range(5):
        typed = (*pieces[:-1], Piece("felt10", pieces[-1].text + "x" * (n + 1)))
        begun = time.perf_counter()
        checked(count(typed, crowd, READING, TODAY), typed, crowd, READING, TODAY)
        fastest = min(fastest, time.perf_counter() - begun)
    assert fastest < 0.03


def test_the_file_lies_with_the_others():
    """It is one of the resources that the program carries along."""
    assert Path(paths.resources() / FILE).is_file()
