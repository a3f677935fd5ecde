"""What single records say: a letter read point by point, closings and openings, homes, days that were set."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from tvaerfaglig.domain.concern import Concern, Position, PositionSet
from tvaerfaglig.domain.figures.facts import Promised
from tvaerfaglig.domain.figures.source.homes import Homes
from tvaerfaglig.domain.figures.source.letter_read import POINTS, read
from tvaerfaglig.domain.figures.source.letters_sent import letters_sent
from tvaerfaglig.domain.figures.source.of_child import of_child
from tvaerfaglig.domain.figures.source.pieces import Bundle
from tvaerfaglig.domain.follow_up import LookAgain
from tvaerfaglig.domain.people import Child, Custody, Parent
from tvaerfaglig.domain.protection import Against, Guard
from tvaerfaglig.domain.quality.letter import Letter
from tvaerfaglig.domain.stored import Stored, Version
from tvaerfaglig.domain.underretning import (
    Action,
    Finished,
    Informed,
    Row,
    Section,
    Stage,
    Step,
    Underretning,
)
from tvaerfaglig.services import library

DAY = date(2026, 11, 3)
NOON = datetime(2026, 11, 3, 12, tzinfo=UTC)
QUESTIONS = library.questions()
MOTHER = Parent(id="mor", name="Ane Kjær", relation="mor", custody=Custody.ENE)
CARD = Child(name="Carla Vind", born=date(2022, 5, 5), parents=(MOTHER,), dagtilbud="eng")
ROW = Row(number=1, observation="o", version="v", day=DAY, seen_by="Mette")
HEAD = Underretning(
    child="carla",
    begun=DAY,
    actions=(Action(day=DAY, what="Talte med mor", effect="Hun spiser"),),
    informed=(Informed(parent="mor", told=True, reaction="Hun er enig"),),
)
TEXTS = {
    "barnets_ord": "Carla sagde den 6. oktober: »Jeg vil hjem.« Og så: »Til mormor.«",
    "over_tid": "Siden august sover hun dårligere, oftere nu end før sommeren.",
    "ressourcer": "Den 2. november legede hun [1].",
    "vurdering": "Vi er bekymrede, fordi hun ikke sover [1].",
}


def _letter(**more):
    known = {"child": CARD, "head": HEAD, "sections": TEXTS, "rows": (ROW,) * 3, "today": DAY}
    return Letter(**(known | more))


def test_a_whole_letter_meets_every_point():
    """Three rows and two dated sentences; two quotations."""
    told = read(_letter(), QUESTIONS)
    assert told.asked == tuple(POINTS)
    assert told.met == told.asked
    assert (told.dated_sentences, told.quotes) == (5, 2)


def test_each_point_is_missed_by_itself():
    """What is taken out of the letter is the point that is not met, and no other."""
    without = {
        "eksempler": {"rows": (), "sections": TEXTS | {"ressourcer": "2. november: leg."}},
        "barnets_ord": {"sections": TEXTS | {"barnets_ord": ""}},
        "ressourcer": {"sections": TEXTS | {"ressourcer": "Glad."}},
        "foraeldre": {"head": replace(HEAD, informed=())},
        "egen_indsats": {"head": replace(HEAD, actions=(Action(what="Talte"),))},
        "vurdering": {"sections": TEXTS | {"vurdering": "Vi er bekymrede [1]."}},
        "kilder": {"rows": (replace(ROW, seen_by=""),) * 3},
    }
    for point, change in without.items():
        told = read(_letter(**change), QUESTIONS)
        assert point in set(told.asked) - set(told.met), point


def test_what_cannot_be_asked_is_not_asked():
    """An unborn child says nothing, and parents whom the guard hides are not heard."""
    unborn = replace(CARD, born=None, due=date(2027, 1, 1))
    assert "barnets_ord" not in read(_letter(child=unborn), QUESTIONS).asked
    guard = Guard(child="carla", since=DAY, by="mette", against=Against.FORAELDER)
    assert "foraeldre" not in read(_letter(guard=guard), QUESTIONS).asked


def _stored(record, key, at=NOON):
    return Stored(key, record, f"{key}-v", at, "mette", at, "mette")


def _version(record, at=NOON):
    return Version("v", record, at, "mette")


def _sent(finished):
    """A letter sent at noon; its section was written before, and put right the day after."""
    before = Section(underretning="u", child="carla", section="vurdering", text="Kort.")
    after = replace(before, text=TEXTS["vurdering"])
    step = Step(underretning="u", child="carla", stage=Stage.AFSENDT, day=DAY)
    copy = Finished(
        underretning="u", child="carla", day=DAY, by="mette", content="", content_sha256="",
        pdf="", pdf_sha256="",
    )  # fmt: skip
    stored = {
        "underretning": [_stored(HEAD, "u")],
        "afsnit": [_stored(after, "u/vurdering")],
        "skridt": [_stored(step, "s")],
        "faerdig": [_stored(copy, "f")] if finished else [],
    }
    versions = {
        "u": [_version(HEAD)],
        "u/vurdering": [_version(before), _version(after, NOON + timedelta(1))],
        "carla": [_version(CARD)],
    }
    bundle = Bundle(stored, versions)
    (one,) = letters_sent("carla", bundle, Homes([(DAY, CARD)]), QUESTIONS)
    return one.letter


def test_a_letter_is_read_as_it_was_when_it_was_sent():
    """What was put right the day after was not in it."""
    letter = _sent(finished=True)
    assert letter.day == DAY
    assert "vurdering" in set(letter.asked) - set(letter.met)


def test_a_letter_that_was_only_phoned_in_is_asked_nothing():
    """It has no text yet."""
    assert (_sent(finished=False).asked, _sent(finished=False).met) == ((), ())


def _of_child(stored, versions):
    stored = {"barn": [_stored(CARD, "carla")], **stored}
    versions = {"carla": [_version(CARD)], **versions}
    return of_child("carla", Bundle(stored, versions), lambda _: frozenset(), QUESTIONS)


def test_closings_that_stood_and_one_that_was_undone():
    """Closed and taken up again are two days; a closing moved is one; one undone at once is none."""
    first = Concern(child="carla", first_noticed=DAY, title="Søvn")
    closed = replace(first, closed_on=date(2026, 12, 1))
    moved = replace(first, closed_on=date(2026, 12, 2))
    again = replace(first, taken_up_on=date(2027, 1, 5))
    slip = replace(again, closed_on=date(2027, 2, 1))
    history = [_version(one) for one in (first, closed, moved, again, slip, again)]
    told = _of_child({"bekymring": [_stored(again, "b")]}, {"b": history}).concerns[0]
    assert told.closed == (date(2026, 12, 2),)
    assert told.reopened == (date(2027, 1, 5),)


def test_worry_is_the_figure_of_the_scale_turned_round():
    """Ten is as well as can be; figures on another scale, and positions without one, are not counted."""
    said = PositionSet(
        child="carla", day=DAY, position=Position.BEKYMRING, level=3, scale="nul_til_ti",
        set_by=("mette",),
    )  # fmt: skip
    others = (replace(said, scale="fem_trin"), replace(said, level=None))
    told = _of_child(
        {"position": [_stored(one, f"p{nr}") for nr, one in enumerate((said, *others))]}, {}
    )
    assert [one.level for one in told.levels] == [7]


def test_a_childs_house_is_where_she_was_that_day():
    """Before the first card as the first card says; after a move as the next."""
    homes = Homes([(date(2025, 1, 1), CARD), (date(2026, 1, 1), replace(CARD, dagtilbud="mark"))])
    days = (date(2020, 1, 1), date(2025, 12, 31), date(2026, 1, 1))
    assert [homes.on(day) for day in days] == ["eng", "eng", "mark"]
    (first, second) = homes.stays("carla", replace(CARD, enrolled=date(2025, 3, 1)))
    assert (first.house, first.since, first.until) == (
        "eng",
        date(2025, 3, 1),
        date(2025, 12, 31),
    )
    assert (second.house, second.since, second.until) == ("mark", date(2026, 1, 1), None)


def test_a_letters_own_day_moved_is_the_day_first_set():
    """Set, moved, seen to, and a new one set: two days, of which the first was kept late."""
    first = LookAgain(underretning="u", child="carla", on=date(2026, 11, 10), set_on=DAY)
    moved = replace(first, on=date(2026, 11, 20))
    seen = replace(moved, done_on=date(2026, 11, 20))
    anew = replace(first, on=date(2026, 12, 1), set_on=date(2026, 11, 20))
    history = [_version(one) for one in (first, moved, seen, anew)]
    told = _of_child({"opfoelgning": [_stored(anew, "u/opfoelgning")]}, {"u/opfoelgning": history})
    assert [(one.kind, one.due, one.done) for one in told.promises] == [
        (Promised.OPFOELGNING, date(2026, 11, 10), date(2026, 11, 20)),
        (Promised.OPFOELGNING, date(2026, 12, 1), None),
    ]
