"""What the log counts: the days, what they are held against, and that it never says more than was written."""

from __future__ import annotations

from datetime import date, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.domain.quality.evidence import logs
from tests.domain.quality.evidence.logs import CHILD, LEXICON, TODAY, WORDS, log, prose, seen
from tvaerfaglig.domain.contact import Absence
from tvaerfaglig.domain.deadline import is_hverdag
from tvaerfaglig.domain.observation import Part, Sign, Source
from tvaerfaglig.domain.quality.evidence.counting import Tally, count, span
from tvaerfaglig.domain.quality.evidence.log import Period
from tvaerfaglig.domain.quality.evidence.offers import offers
from tvaerfaglig.domain.quality.evidence.period import period_of

LATE = logs.topic("hentet_sent")
SPRING = Period(date(2026, 3, 3), date(2026, 4, 11))
DAYS = [date(2026, 3, n) for n in (3, 5, 10, 17)] + [date(2026, 4, 7), date(2026, 4, 9)]


def counted(made, period=SPRING, topic=LATE):
    return count(topic, Tally(made, LEXICON), period)


def offered(text, made, rows=(), today=TODAY):
    return [one.words for one in offers(prose(text), WORDS, Tally(made, LEXICON), rows, today)]


def test_six_of_the_days_she_was_there():
    """With attendance lists the denominator is pick-ups: one each day she was there."""
    away = [day for day in SPRING.hverdage() if day.day > 19 and day not in DAYS]
    lists = logs.listed(SPRING.first, SPRING.last, away)
    there = len(SPRING.hverdage()) - len(away)
    found = counted(log(*map(seen, DAYS), lists=lists))
    assert found.words == f"6 af {there} afhentninger 3.3.–10.4."


def test_without_lists_they_are_hverdage():
    """Decision 25: never »fremmødedage« where no list says so."""
    found = counted(log(*map(seen, DAYS)))
    assert found.words == f"6 af {len(SPRING.hverdage())} hverdage 3.3.–11.4."


def test_a_list_with_a_month_missing_does_not_count_as_one():
    """March alone cannot say how many days she was there in April."""
    march = logs.listed(date(2026, 3, 1), date(2026, 3, 31))
    assert "hverdage" in counted(log(*map(seen, DAYS), lists=march)).words


def test_what_was_told_what_she_only_saw_and_what_is_of_another_kind_does_not_count():
    """The house's own eyes, the child herself, and that very thing."""
    others = [
        seen(DAYS[0], source=Source.FORTALT),
        seen(DAYS[1], part=Part.SAA_DET),
        seen(DAYS[2], kinds=("krop.mad",)),
        seen(DAYS[3], text="Vigga blev afleveret kl. 10.30."),
        seen(DAYS[4], sign=Sign.RESSOURCE),
        seen(DAYS[5], text="Vigga blev hentet til tiden."),
    ]
    assert counted(log(*others)) is None


def test_one_day_is_no_frequency():
    """Nothing is offered for a single record."""
    assert counted(log(seen(DAYS[0]))) is None
    assert counted(log(seen(DAYS[0]), seen(DAYS[0], key="again"))) is None


def test_absence_is_counted_on_the_lists_by_its_reason():
    """»Ofte syg« counts sick days only; without a list the noted absence, against hverdage."""
    gone = sorted(SPRING.hverdage())[:4]
    lists = logs.listed(SPRING.first, SPRING.last, gone)
    ill, away = logs.topic("syg"), logs.topic("fravaer")
    many = len(SPRING.hverdage())
    said = f"4 af {many} dage på fremmødelisten 3.3.–10.4."
    assert counted(log(lists=lists), topic=ill).words == said
    lists = logs.listed(SPRING.first, SPRING.last, gone, reason="ferie")
    assert counted(log(lists=lists), topic=ill) is None
    assert counted(log(lists=lists), topic=away).words == said
    noted = Absence(child=CHILD, first=gone[0], last=gone[-1], reason="Syg")
    assert counted(log(absences=(noted,)), topic=ill).words == f"4 af {many} hverdage 3.3.–11.4."


days = st.dates(date(2026, 1, 1), date(2026, 7, 1))
texts = st.sampled_from(
    ["Hentet kl. 17.20.", "Afleveret sent.", "Hentet efter lukketid.", "Leger med klodser."]
)
kinds = st.sampled_from([("aftaler.tider",), ("samspil.hentning",), ("krop.mad", "aftaler.tider")])
an_observation = st.builds(
    seen,
    day=days,
    text=texts,
    kinds=kinds,
    sign=st.sampled_from(Sign),
    source=st.sampled_from(Source),
    part=st.sampled_from(Part),
    key=st.uuids().map(str),
)
periods = st.tuples(days, days).map(lambda two: Period(*sorted(two)))


@given(st.lists(an_observation, max_size=30), periods, st.sets(days, max_size=20), st.booleans())
def test_a_count_is_never_more_than_what_was_written(observations, period, away, with_lists):
    """Days, each once, each in the period, each with an observation that shows it; and never more than there are."""
    lists = logs.listed(period.first, period.last, away) if with_lists else ()
    made = log(*observations, lists=lists)
    found = counted(made, period)
    if found is None:
        return
    shows = {one.day for one in made.about_her() if LATE.fits(one, LEXICON)}
    assert set(found.days) <= shows
    assert len(set(found.days)) == len(found.days)
    assert list(found.days) == sorted(found.days)
    assert all(day in period and is_hverdag(day) for day in found.days)
    assert 2 <= len(found.days) <= found.of
    if found.called[1] == "hverdage":
        assert found.of == len(period.hverdage())
    else:
        assert not set(found.days) & away
        assert found.of <= len(found.period.hverdage())
        assert found.of == len({day for day in made.there() if day in found.period})
    assert found.words.startswith(f"{len(found.days)} af {found.of} ")
    assert found.words.endswith(span(found.period))


@given(st.lists(an_observation, max_size=15), st.lists(an_observation, max_size=15), periods)
def test_writing_more_never_lowers_a_count(some, more, period):
    """And the order in which it was written is of no matter."""
    fewer, all_of_them = counted(log(*some), period), counted(log(*some, *more), period)
    assert counted(log(*reversed(some)), period) == fewer
    if fewer is not None:
        assert set(fewer.days) <= set(all_of_them.days)


# the period


def test_a_sentence_that_says_since_when_is_taken_at_its_word():
    """»siden 1. september«, »fra 1/9« and »siden september« mean the same day."""
    made = log(seen(date(2026, 3, 2)))
    for words in ("siden 1. september", "siden den 1. september", "fra 1/9", "siden september"):
        found = period_of(f"Hun er ofte hentet sent {words}.", (), made, TODAY)
        assert found == Period(date(2026, 9, 1), TODAY), words


def test_else_it_is_the_letters_own_time():
    """From its oldest row or the quarter's first worry, at most a quarter back, never before anybody wrote."""
    made = log(seen(date(2026, 3, 2)))
    worried = log(seen(date(2026, 3, 2)), seen(date(2026, 10, 1), kinds=("krop.mad",)))
    assert period_of("", [date(2026, 10, 6)], worried, TODAY).first == date(2026, 10, 1)
    rows = [date(2026, 10, 6), date(2026, 11, 3)]
    assert period_of("", rows, made, TODAY).first == rows[0]
    assert period_of("", [date(2026, 1, 1)], made, TODAY).first == TODAY - timedelta(weeks=13)
    assert period_of("", rows, log(seen(rows[1])), TODAY).first == rows[1]
    assert period_of("", rows, log(), TODAY) is None


@given(st.text(max_size=40), st.lists(days, max_size=5), st.lists(days, max_size=5), days)
def test_a_period_never_lies_ahead(text, rows, written, today):
    """Whatever stands in the sentence: it ends today and begins where there was a log."""
    found = period_of(text, rows, log(*map(seen, written)), today)
    if found is not None:
        assert min(written) <= found.first <= found.last == today


def test_two_years_are_both_said():
    """3.11.2025–11.1.2026, else only day and month."""
    assert span(Period(date(2025, 11, 3), date(2026, 1, 11))) == "3.11.2025–11.1.2026"
    assert span(SPRING) == "3.3.–11.4."


# what it is said of


AUTUMN = [date(2026, 10, n) for n in (6, 8, 13, 20)]
FETCHED = log(seen(date(2026, 9, 1), kinds=("leg.leg",), sign=Sign.NEUTRAL), *map(seen, AUTUMN))
ROWS = (AUTUMN[0],)
OF = len(Period(AUTUMN[0], TODAY).hverdage())
SAID = f"4 af {OF} hverdage 6.10.–12.11."


def test_often_becomes_a_number_in_its_place():
    """However it is turned; the sentence's own full stop is not doubled."""
    for text in (
        "Vigga bliver ofte hentet sent.",
        "Hun hentes tit for sent.",
        "Mor henter som regel sent.",
        "Vigga er blevet hentet sent flere gange.",
    ):
        found = offered(text, FETCHED, ROWS)
        assert [one.removesuffix(".") for one in found] == [SAID.removesuffix(".")], text
    assert offered("Hun hentes sent ofte.", FETCHED, ROWS) == [SAID.removesuffix(".")]


def test_only_the_hours_and_the_weekday_that_are_named_count():
    """»om tirsdagen« is held against Tuesdays; »om morgenen« against what has a time, and it was then."""
    made = log(seen(date(2026, 9, 1), sign=Sign.NEUTRAL), *map(seen, AUTUMN))
    tuesdays = [day for day in Period(AUTUMN[0], TODAY).hverdage() if day.weekday() == 1]
    assert offered("Hun hentes tit sent om tirsdagen.", made, ROWS) == [
        f"3 af {len(tuesdays)} tirsdage 6.10.–12.11."
    ]
    assert offered("Hun hentes tit sent om fredagen.", made, ROWS) == []
    assert offered("Hun hentes tit sent om tirsdagen og hver fredag.", made, ROWS) == []
    assert offered("Hun hentes ofte sent om eftermiddagen.", made, ROWS) == []
    timed = log(*(seen(day, at=time(17, 20)) for day in AUTUMN))
    assert offered("Hun hentes ofte sent om eftermiddagen.", timed, ROWS) == [SAID]
    assert offered("Hun hentes ofte sent om morgenen.", timed, ROWS) == []


def test_where_the_log_cannot_count_nothing_is_offered():
    """At home, at night, told by somebody, quoted, denied, counted already, or of another."""
    for text in (
        "Vigga er ofte glad for at tegne.",
        "Hun bliver ofte hentet sent i weekenden.",
        "Mor fortæller, at Vigga ofte bliver hentet sent.",
        "»Jeg bliver ofte hentet sent.«",
        "Hun bliver ikke ofte hentet sent.",
        "Hun er tit hentet sent, 4 af 5 dage.",
        "Hun er ofte træt.",
    ):
        assert offered(text, FETCHED, ROWS) == [], text


def test_a_parent_who_is_often_tired_is_no_matter_for_the_childs_log():
    """Nor »hun«, where mor was named first; the child by name is meant again."""
    tired = [seen(day, "Vigga sov på puden.", ("krop.soevn",)) for day in AUTUMN]
    made = log(*tired)
    assert offered("Vigga er ofte træt.", made, ROWS)
    assert offered("Mor er ofte træt.", made, ROWS) == []
    assert offered("Når mor henter, er hun ofte træt.", made, ROWS) == []
    assert offered("Når mor henter, er Vigga ofte træt.", made, ROWS)


def test_what_is_denied_is_not_counted():
    """»Sover ofte ikke« is no sleep; »ikke fået morgenmad« is what was seen."""
    asleep = log(*(seen(day, "Vigga sov på puden.", ("krop.soevn",)) for day in AUTUMN))
    assert offered("Vigga sover ofte om formiddagen på stuen.", asleep, ROWS) == []
    assert offered("Vigga sover ofte.", asleep, ROWS)
    assert offered("Vigga sover ofte ikke til middag.", asleep, ROWS) == []
    unfed = log(*(seen(day, "Vigga havde ikke fået morgenmad.", ("krop.mad",)) for day in AUTUMN))
    assert offered("Vigga har ofte ikke fået morgenmad.", unfed, ROWS)


def test_the_word_itself_does_not_part_what_belongs_together():
    """Crying when she is left is counted as that, with »som regel« in the middle of it."""
    left = [
        seen(day, "Vigga græd i garderoben.", ("samspil.aflevering",), key=f"a{day}")
        for day in AUTUMN[:2]
    ]
    else_ = [
        seen(day, "Vigga græd på puden.", ("foelelser.troest",), key=f"g{day}")
        for day in AUTUMN[2:]
    ]
    text = "Når Vigga bliver afleveret, er hun som regel ked af det."
    (one,) = offered(text, log(*left, *else_), ROWS)
    assert one.startswith("2 af ")


def test_each_often_gets_its_own_count():
    """The nearest thing said is the one meant."""
    hungry = [seen(day, "Vigga spurgte efter mad.", ("krop.mad",), key=f"m{day}") for day in AUTUMN]
    made = log(*FETCHED.seen, *hungry[:2])
    text = "Hun er ofte sulten. Hun bliver tit hentet sent."
    two, four = offered(text, made, ROWS)
    assert two.startswith("2 af ")
    assert four.startswith("4 af ")


@given(st.text(alphabet="Vigga erofthnsu,.»«[]0123 \n", max_size=120))
def test_an_offer_stands_on_the_words_it_replaces(text):
    """Whatever is written: the span is in the text, and the offer begins with the number of days."""
    for one in offers(prose(text), WORDS, Tally(FETCHED, LEXICON), ROWS, TODAY):
        assert text[one.start : one.end].strip() == text[one.start : one.end]
        assert one.words.startswith(f"{len(one.count.days)} af {one.count.of}")


def test_a_list_reads_the_same_when_the_words_are_capitals():
    """A sentence that begins with »Ofte« is counted too."""
    assert offered("Ofte bliver hun hentet sent.", FETCHED, ROWS) == [SAID]


def test_the_topics_name_categories_that_exist():
    """An ID that is not in categories.toml would never count anything."""
    from tvaerfaglig.services import library

    known = {one.id for one in library.load().categories.all()}
    assert {kind for one in WORDS.topics for kind in one.categories} <= known


def test_a_topic_without_a_list_to_count_by_is_told():
    """A municipality that writes one of its own hears what is missing."""
    import pytest

    from tvaerfaglig.domain.quality.evidence.topics import parse_evidence_words
    from tvaerfaglig.domain.resource import ResourceError

    with pytest.raises(ResourceError, match="kategorier"):
        parse_evidence_words('[[emne]]\nid = "x"\nsiges = ["x"]\n')
    with pytest.raises(ResourceError, match="ét og flere"):
        parse_evidence_words('[[emne]]\nid = "x"\nkategorier = ["a"]\ndag = "dag"\n')
