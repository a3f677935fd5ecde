"""The demo's konsultationer and underretninger: they load, agree with the calendar, and leak no name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest

from tvaerfaglig.domain.citations import cited
from tvaerfaglig.domain.cpr import find_cprs
from tvaerfaglig.domain.danish import MONTHS
from tvaerfaglig.domain.follow_up import Contacted
from tvaerfaglig.domain.konsultation import Agreement, Konsultation, KonsultationKind
from tvaerfaglig.domain.masking import shown
from tvaerfaglig.domain.meetings.kind import KONSULTATION
from tvaerfaglig.domain.people import Child, Dagtilbud, Staff
from tvaerfaglig.domain.protection import Guard
from tvaerfaglig.domain.quality.engine import ask
from tvaerfaglig.domain.quality.finding import parse_questions
from tvaerfaglig.domain.quality.letter import Letter
from tvaerfaglig.domain.typed_names import typed_names
from tvaerfaglig.domain.underretning import (
    Comment,
    Finished,
    Row,
    Section,
    Stage,
    Step,
    Underretning,
    needs_writing,
    stage_of,
)
from tvaerfaglig.services import library
from tvaerfaglig.services.demo.living import read_world

RESOURCES = Path(__file__).parents[1] / "resources"
TODAY = date(2026, 11, 12)
NESTED = {"id", "by", "written", "aftale", "rettelse", "login"}
LETTER_ONLY = {
    "id",
    "by",
    "written",
    "rows",
    "left_out",
    "afsnit",
    "skridt",
    "kontakt",
    "kommentar",
    "faerdig",
}
MODELS = ("und-carla", "und-villum")
WORLD = read_world(RESOURCES / "demo")
CHILDREN = {row["id"]: row["name"] for row in WORLD["barn"]}
STAFF = {row["id"] for row in WORLD["medarbejder"]}
OBSERVATIONS = {row["id"]: row for row in WORLD["observation"]}
LETTERS = {row["id"]: row for row in WORLD["underretning"]}
NOTES = {row["id"]: row for row in WORLD["konsultation"]}
MEETINGS = {kind.id: kind for kind in library.meetings()}

WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
_DAY = re.compile(
    rf"({'|'.join(WEEKDAYS)})e?n?(?: den)? (\d{{1,2}})(?:\. ({'|'.join(MONTHS)})|/(\d{{1,2}}))(?: (20\d\d))?",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.!?:»«\n]{25,}")
_QUOTE = re.compile(r"»[^«]*«")
# law-and-forms.md § 3.3, lists A–M, without the words that stand in its quiet tier.
_ASKED = """
ofte|tit|jævnligt|hyppigt|løbende|gentagne gange|flere gange|mange gange|nogle gange|af og til|engang imellem|indimellem|til tider
i perioder|periodevis|sjældent|lidt|en del|en hel del|rigtig meget|temmelig|nogenlunde|for nylig|i længere tid|længe|et stykke tid
på det seneste|i den seneste tid|efterhånden|på et tidspunkt|forleden|i forgårs|som regel|generelt|typisk|stort set|for det meste
mere og mere|tiltagende|altid|aldrig|hele tiden|konstant|hver gang|intet|overhovedet|fuldstændig|totalt|ekstremt|umulig|slet ikke
virker|synes|fremstår|forekommer|ser ud til|lader til|tilsyneladende|åbenbart|formentlig|vistnok|måske|muligvis|sikkert|kan være
kunne tyde på|tyder på|fornemmer|føles|på en måde|ligesom|en form for|nærmest|eventuelt
aggressiv\\w*|udadreagerende|indadvendt\\w*|vred|urolig\\w*|opmærksomhedskrævende|krævende|besværlig\\w*|vanskelig\\w*|svær|sart|genert
usikker|utryg\\w*|trist|ked af det|ulykkelig\\w*|angst|bange|passiv\\w*|apatisk|sløv|ensom|forsømt|udsat|anderledes|unormal\\w*|mærkelig\\w*
uansvarlig\\w*|ligeglad\\w*|uinteresseret|kold|hård|skrap|egoistisk\\w*|magter ikke|evner ikke|orker ikke|gider ikke|formår ikke|svigter
forsømmer|useriøs\\w*|lyver|ustabil\\w*|svag\\w*|kaotisk\\w*|rodet|beskidt\\w*|klam|modstand|overbeskyttende|hysterisk\\w*
adhd|autis\\w*|depress\\w*|traume\\w*|traumatiseret|omsorgssvigt\\w*|misbruger|alkoholiker|afhængig|sensorisk\\w*|tilknytningsforstyrrelse
vil ikke|vil gerne have|ønsker|savner|føler sig|tror at|ved godt|med vilje|bevidst|søger opmærksomhed|hader|elsker|er glad for|er tryg ved
ses|opleves|observeres|vurderes|konstateres|skønnes|fortælles|bemærkes|drøftes|aftales|forventes|anbefales|er drøftet|er aftalt|personalet
de voksne|kollegaer|angiveligt|efter sigende|man siger|vi har hørt|det siges|som bekendt|en anden forælder|naboer|har fået at vide
skulle have|skulle være|desværre|heldigvis|selvfølgelig|naturligvis|faktisk|blot|trods alt|endda|ligefrem|chokerende|forfærdeligt
uacceptabelt|groft|alarmerende|bekymrende|problematisk|utilstrækkelig\\w*|manglende|mangelfuld\\w*|dårlig\\w*|for meget|for lidt|alt for
burde|ordentlig|fordi mor|fordi far|på grund af forældrene|skyldes\\w*|som følge af|resultat af|anbring\\w*|aflastning|plejefamilie
bør|familiebehandling|kontaktperson hos|ppr|topi|ics|ssd|mentaliser\\w*|affektregulering|selvregulering|læringsmiljø
(?:bliver|blev|er blevet|var blevet|blive) \\w+et|(?:bliver|blev|er blevet|var blevet|blive) \\w+t
"""
_ASKED_ABOUT = re.compile(
    rf"(?<!\w)(?:{'|'.join(_ASKED.split(chr(10))[1:-1])})(?!\w)", re.IGNORECASE
)
_FACTS = {"samtykke", "id", "by", "place", "name", "address", "receiver", "receiver_unit"}
_FEW_WORDS = 4
_EXEMPT = re.compile(r"hvis intet ændres", re.IGNORECASE)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, one in value.items():
            if key not in _FACTS:
                yield from _texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)


def _without(row: dict[str, Any], keys: set[str]) -> dict[str, Any]:
    return {key: one for key, one in row.items() if key not in keys}


def _rows(letter: dict[str, Any]) -> tuple[Row, ...]:
    """The chosen observations as the letter copies them: the newest version on its last day."""
    until = max([letter["written"], *(one["written"] for one in letter.get("faerdig", ()))])
    made = []
    for number, slug in enumerate(letter["rows"], 1):
        seen = dict(OBSERVATIONS[slug])
        for later in seen.get("rettelse", ()):
            if later["written"] <= until:
                seen |= later
        made.append(
            Row(
                number=number,
                observation=slug,
                version=slug,
                day=seen["day"],
                at=seen.get("at"),
                until=seen.get("until"),
                place=seen.get("place", ""),
                seen_by=", ".join(seen.get("seen_by", ())),
                source=seen.get("source", "set"),
                told_by=seen.get("told_by", ""),
                text=seen["text"],
                child_words=seen.get("child_words", ""),
                asked=seen.get("asked", ""),
                sign=seen["sign"],
            )
        )
    return tuple(made)


def _questions(letter: dict[str, Any]) -> list[str]:
    """What the writing help asks about a letter, on the day it was finished, or today."""
    child = next(row for row in WORLD["barn"] if row["id"] == letter["child"])
    house = next(row for row in WORLD["dagtilbud"] if row["id"] == child["dagtilbud"])
    guards = [
        msgspec.convert(_without(row, {"written", "senere"}), Guard)
        for row in WORLD.get("vaern", ())
        if row["child"] == child["id"] and "senere" not in row
    ]
    finished = letter.get("faerdig")
    day = finished[-1]["day"] if finished else TODAY
    seen = Letter(
        child=msgspec.convert(_without(child, NESTED), Child),
        head=msgspec.convert(_without(letter, LETTER_ONLY), Underretning),
        house=msgspec.convert(_without(house, NESTED), Dagtilbud),
        guard=guards[0] if guards else None,
        sections=letter["afsnit"],
        rows=_rows(letter),
        writers=tuple(
            msgspec.convert(_without(row, NESTED), Staff)
            for row in WORLD["medarbejder"]
            if row["id"] in letter["writers"]
        ),
        dated=day,
        today=day,
    )
    questions = parse_questions((RESOURCES / "questions.toml").read_text(encoding="utf-8"))
    return [f"{one.section}: {one.question}" for one in ask(seen, questions)]


def _wondered_at(letter: dict[str, Any]) -> list[str]:
    """Words of the lists that stand in a letter outside quotations, rows and head too."""
    texts = [*letter["afsnit"].values(), *(row.text for row in _rows(letter))]
    texts += [part for one in letter.get("actions", ()) for part in (one["what"], one["effect"])]
    plain = (_EXEMPT.sub("", _QUOTE.sub("»«", text)) for text in texts)
    return [found[0] for text in plain for found in _ASKED_ABOUT.finditer(text)]


@pytest.mark.parametrize("note", NOTES.values(), ids=NOTES)
def test_note_is_a_konsultation(note: dict[str, Any]) -> None:
    """Every note and agreement converts to its record, and whoever is named exists."""
    made = msgspec.convert(_without(note, NESTED), Konsultation)
    people = {one.staff for one in made.participants} | {one.staff for one in made.perspectives}
    people |= {made.raised_by, made.tovholder, note["by"]}
    for row in note.get("aftale", ()):
        agreement = msgspec.convert(_without(row, NESTED) | {"made_on": made.day}, Agreement)
        people |= set(agreement.who)
        assert agreement.due is None or agreement.due >= made.day
        assert (agreement.done_on is None) == (agreement.status == "aaben")
        assert agreement.done_on is None or made.day <= agreement.done_on <= TODAY
    assert people <= STAFF | {""}
    assert made.child in {*CHILDREN, ""}
    assert (made.kind is KonsultationKind.NAVNGIVET) == bool(made.child)
    assert bool(made.basis) == bool(made.child and MEETINGS[made.form or KONSULTATION].needs_basis)
    assert set(made.observations) <= set(OBSERVATIONS)
    assert all(OBSERVATIONS[one]["day"] <= made.day for one in made.observations)
    assert made.follows in {*NOTES, ""}


@pytest.mark.parametrize(
    "note", [one for one in NOTES.values() if one["kind"] != "navngivet"], ids=lambda n: n["id"]
)
def test_anonymous_note_names_nobody(note: dict[str, Any]) -> None:
    """An anonymous note or a theme holds no child's name and no CPR number."""
    said = "\n".join(_texts(note))
    assert not typed_names(said, CHILDREN.items())
    assert not find_cprs(said)


def test_agreements_fall_due_around_today() -> None:
    """Somebody's agreement was due yesterday, somebody's is due tomorrow, and some did not work."""
    made = [row for note in NOTES.values() for row in note.get("aftale", ())]
    open_ones = {row["due"] for row in made if row["status"] == "aaben"}
    assert {date(2026, 11, 11), date(2026, 11, 13)} <= open_ones
    assert sum(row.get("outcome", "").startswith("Virkede ikke") for row in made) >= 3
    assert len({row["id"] for row in made}) == len(made)


@pytest.mark.parametrize("letter", LETTERS.values(), ids=LETTERS)
def test_letter_is_an_underretning(letter: dict[str, Any]) -> None:
    """Head, sections, steps and comments convert, and everyone named exists."""
    head = msgspec.convert(_without(letter, LETTER_ONLY), Underretning)
    template = (RESOURCES / "templates/underretning.toml").read_text(encoding="utf-8")
    assert set(letter["afsnit"]) <= set(re.findall(r'^id = "(\w+)"', template, re.MULTILINE))
    assert all(f'lov = "{one}"' in template for one in head.grounds)
    parents = {one["id"] for row in WORLD["barn"] for one in row.get("parents", ())}
    assert {one.parent for one in head.informed} <= parents
    people = {*head.writers, letter["by"], *(one.by for one in head.calls)}
    people |= {one.by for one in head.informed}
    for section, text in letter["afsnit"].items():
        Section(underretning=letter["id"], child=head.child, section=section, text=text)
    whose = {"underretning": letter["id"], "child": head.child}
    for row in letter.get("skridt", ()):
        people.add(msgspec.convert(_without(row, {"written"}) | whose, Step).by)
    for row in letter.get("kontakt", ()):
        people.add(msgspec.convert(_without(row, {"written"}) | whose, Contacted).by)
    for row in letter.get("kommentar", ()):
        people.add(msgspec.convert(_without(row, {"written"}) | whose, Comment).by)
    assert people <= STAFF | {""}


@pytest.mark.parametrize("letter", LETTERS.values(), ids=LETTERS)
def test_letter_cites_what_it_chose(letter: dict[str, Any]) -> None:
    """Rows are this child's, oldest first, seen before the letter; every [n] points to one."""
    rows = _rows(letter)
    assert [(row.day, row.at) for row in rows] == sorted((row.day, row.at) for row in rows)
    for slug in letter["rows"]:
        assert letter["child"] in {one["child"] for one in OBSERVATIONS[slug]["involved"]}
        assert OBSERVATIONS[slug]["written"] <= letter["written"]
    for text in letter["afsnit"].values():
        for found in re.findall(r"\[[\d, –-]+\]", text):
            assert set(cited(found)) <= {row.number for row in rows}, found


@pytest.mark.parametrize("letter", LETTERS.values(), ids=LETTERS)
def test_letter_names_no_other_child(letter: dict[str, Any]) -> None:
    """What leaves names this child alone: others are tokens, which paper says as another child."""
    others = [(slug, name) for slug, name in CHILDREN.items() if slug != letter["child"]]
    mine = {letter["child"]: CHILDREN[letter["child"]].split()[0]}
    left = [*_texts(_without(letter, {"skridt", "kontakt", "kommentar", "rows", "writers"}))]
    left += [part for row in _rows(letter) for part in (row.text, row.child_words, row.asked)]
    known = {"Line Toft", "Jonas Krogh", "Emma Fogh"}
    for text in left:
        said = shown(text, mine)
        assert [one.name for one in typed_names(said, others) if one.name not in known] == []


def test_letters_stand_in_every_state() -> None:
    """Two being written (one of them phoned in already), and one or more in each later state."""
    stages = defaultdict(list)
    for slug, letter in LETTERS.items():
        whose = {"underretning": slug, "child": letter["child"]}
        steps = tuple(
            msgspec.convert(_without(row, {"written"}) | whose, Step)
            for row in letter.get("skridt", ())
        )
        copy = {"content": "", "content_sha256": "", "pdf": "", "pdf_sha256": ""}
        finished = tuple(
            msgspec.convert(_without(row, {"written"}) | whose | copy, Finished)
            for row in letter.get("faerdig", ())
        )
        stages[stage_of(finished, steps)].append(slug)
        assert needs_writing(finished, steps) == (slug == "und-malte")
    assert dict(stages) == {
        Stage.LUKKET: ["und-liv", "und-nivi"],
        Stage.ORIENTERET: ["und-frida"],
        Stage.HENLAGT: ["und-pip"],
        Stage.AFSENDT: ["und-carla", "und-malte"],
        Stage.KVITTERET: ["und-selma"],
        Stage.KLADDE: ["und-alma"],
        Stage.FAERDIG: ["und-villum"],
    }


@pytest.mark.parametrize("slug", MODELS)
def test_model_letter_leaves_nothing_to_ask(slug: str) -> None:
    """The two model letters answer every question, and hold no word that the lists ask about."""
    assert _questions(LETTERS[slug]) == []
    assert _wondered_at(LETTERS[slug]) == []


def test_poor_letter_is_asked_about() -> None:
    """The poor letter and the draft give the writing help something to ask."""
    assert len(_wondered_at(LETTERS["und-liv"])) >= 8
    assert len(_questions(LETTERS["und-liv"])) >= 8
    assert {"ofte", "virker"} <= {word.lower() for word in _wondered_at(LETTERS["und-alma"])}
    assert any(one.startswith("barnet") for one in _questions(LETTERS["und-alma"]))


@pytest.mark.parametrize("kept", [*NOTES.values(), *LETTERS.values()], ids=lambda row: row["id"])
def test_weekdays_agree_with_the_calendar(kept: dict[str, Any]) -> None:
    """A weekday written beside a date is that date's; the year is the one nearest to the writing."""
    written: datetime = kept["written"]
    for text in _texts(kept):
        for found in _DAY.finditer(text):
            month = MONTHS.index(found[3].lower()) + 1 if found[3] else int(found[4])
            years = (
                [int(found[5])] if found[5] else [written.year - 1, written.year, written.year + 1]
            )
            near = min(
                (date(year, month, int(found[2])) for year in years),
                key=lambda day: abs(day - written.date()),
            )
            assert WEEKDAYS[near.weekday()] == found[1].lower(), found[0]


def test_no_sentence_stands_twice() -> None:
    """No sentence of 25 letters or more stands twice in what people wrote, outside its quotations.

    A talk that a meeting's note became is the same text; what ties a thread together is nobody's text.
    """
    places: dict[str, set[str]] = defaultdict(set)
    for table, rows in WORLD.items():
        written = () if table in {"barn", "traad"} else rows
        for nr, row in enumerate(written):
            if table == "samtale" and "konsultation" in row:
                continue
            corrected = {part["text"] for part in row.get("rettelse", ()) if "text" in part}
            for text in {*_texts(_without(row, {"rettelse"})), *corrected}:
                for sentence in _SENTENCE.findall(_QUOTE.sub("", text)):
                    plain = re.sub(r"\W+", " ", sentence).strip().lower()
                    if len(plain.split()) > _FEW_WORDS:
                        places[plain].add(f"{table}/{row.get('id', nr)}")
    assert {said: where for said, where in places.items() if len(where) > 1} == {}
