"""What stands on the page is what was counted: the same number in the drawing, the table and the short answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.domain.figures.ten_years import TODAY, ten_years
from tests.services.figures.many import FIRST, HOUSE, PROJECT, fill
from tvaerfaglig.domain.concern import Position
from tvaerfaglig.domain.figures.all_figures import FIGURES, all_figures
from tvaerfaglig.domain.figures.cut import ByPeriod, Cut, WithWithout
from tvaerfaglig.domain.figures.facts import Attached
from tvaerfaglig.domain.figures.period import Period, quarter, school_years
from tvaerfaglig.domain.figures.period_name import joined, named
from tvaerfaglig.printouts.figure_charts.kinds import Columns, Spreads, Stacks
from tvaerfaglig.printouts.figure_charts.telling import sentence
from tvaerfaglig.services import library
from tvaerfaglig.services.errors import Unclear
from tvaerfaglig.services.figures.page import Choices, FiguresPage, SplitBy, Wanted
from tvaerfaglig.services.figures.showing.needs import needed
from tvaerfaglig.services.figures.showing.questions import Words, questions
from tvaerfaglig.services.figures.showing.reading import marks, shown_figures
from tvaerfaglig.services.figures.showing.shown import HIDDEN

LIBRARY = library.load()
WORDS = Words(positions={one: one.value for one in Position})
HERE = Wanted(houses=frozenset({HOUSE}))


@pytest.fixture
def hanne(world):
    session = world.session("hanne")
    fill(session)
    session.refresh()
    return session


def page_of(children: int, split: SplitBy) -> FiguresPage:
    """Ten invented years as the page would have them."""
    facts, words = ten_years(children, houses=3), library.figures()
    laid = {
        SplitBy.SKOLEAAR: ByPeriod(school_years(date(2021, 8, 1), TODAY)),
        SplitBy.MED_UDEN: WithWithout(facts.attached),
    }[split]
    found = all_figures(facts, Cut(today=TODAY), laid, {one.id: one.kinds for one in words.help})
    return FiguresPage(
        wanted=Wanted(split=split), figures=found, definitions=words, counted="", seen_by="", today=TODAY, empty=False,
        choices=Choices(houses=(), periods=(), splits=tuple(SplitBy), kinds=(), tags=()),
    )  # fmt: skip


def test_every_figure_is_a_question_with_a_definition_and_words_for_when_it_is_empty():
    """In the order of the page, the headline first; none is forgotten when one is added."""
    shown = questions(page_of(200, SplitBy.SKOLEAAR), WORDS)
    assert tuple(one.id for one in shown) == FIGURES
    assert all(one.definition.question.endswith("?") for one in shown)
    assert all(needed(one) for one in FIGURES)
    assert {one.id for one in shown if one.empty} == {
        "maal", "videre", "faelles_start", "kontakt_ved_to", "timer", "varighed", "som_planlagt"
    }  # fmt: skip


def test_first_help_stands_with_median_n_and_the_year_before(hanne):
    """The later year's children waited ten days less: 730+13.5+10 against 730+23.5+10 days, in months."""
    shown = shown_figures(hanne, LIBRARY, HERE).of("foerste_hjaelp")
    first = shown.variants[0]
    assert first.headline is not None
    assert (first.headline.number, first.headline.unit) == ("24,8", "måneder")
    assert first.headline.of_what == "median · 2026/27 · n = 8"
    assert first.headline.against == "0,3 måneder yngre end 2025/26 (25,1)"
    assert first.answer == "2026/27: median 24,8 måneder (n = 8) · 2025/26: 25,1"
    chart, table = first.pieces[0].chart, first.pieces[0].table
    assert isinstance(chart, Columns)
    assert [one.n for one in chart.middles] == [8, 8]
    at = table.heads.index("Median, måneder")
    assert [row[at] for row in table.rows] == ["25,1", "24,8"]
    assert "2025/26 25,1, den midterste halvdel" in sentence(chart)
    assert shown.compares


def test_the_funnel_waits_are_days_between_what_was_written(hanne):
    """By hand: talks after 10–17 days in 2026/27, places ten days after those; nobody was notified about."""
    shown = shown_figures(hanne, LIBRARY, HERE).of("fra_bekymring")
    answer = shown.variants[0].answer
    assert answer.startswith("2026/27: samtale med forældrene 13,5 ·")
    talk, _, act, letter = shown.variants[0].pieces
    assert [one.title for one in (talk, act)] == ["Samtale med forældrene", "Handling"]
    assert [row[2] for row in talk.table.rows] == ["23,5", "13,5"]
    assert [row[2] for row in act.table.rows] == ["33,5", "23,5"]
    assert letter.chart is None
    assert [row[1:3] for row in letter.table.rows] == [("0", "–"), ("0", "–")]


def test_groups_that_are_not_periods_stand_beneath_one_another():
    """With and without are lanes on one scale; periods are columns in time."""
    lanes = questions(page_of(400, SplitBy.MED_UDEN), WORDS)[1].variants[0].pieces
    columns = questions(page_of(400, SplitBy.SKOLEAAR), WORDS)[1].variants[0].pieces
    assert [type(one.chart) for one in lanes] == [Spreads]
    assert [type(one.chart) for one in columns] == [Columns] * 4


@pytest.mark.parametrize("split", [SplitBy.SKOLEAAR, SplitBy.MED_UDEN])
@pytest.mark.parametrize("children", [12, 120])
def test_a_hidden_number_is_in_no_drawing_and_no_sentence(children, split):
    """What the table calls hidden has no number beside it, and a drawing has no number that the table lacks."""
    for question in questions(page_of(children, split), WORDS):
        for variant in question.variants:
            for piece in variant.pieces:
                cells = {cell for row in piece.table.rows for cell in row}
                if isinstance(piece.chart, Stacks):
                    counts = {
                        str(n) for g in piece.chart.groups for b in g.bars for n in b.counts if n
                    }
                    assert counts <= {cell.partition(" ")[0] for cell in cells}
                if isinstance(piece.chart, Columns | Spreads):
                    lanes = getattr(piece.chart, "lanes", (piece.chart,))
                    shown = {
                        str(one.n) for lane in lanes for one in lane.middles if one.n is not None
                    }
                    assert shown <= cells
                if variant.hides:
                    assert HIDDEN in " ".join(cells) or len(variant.pieces) > 1


def test_where_the_socialraadgiver_came_is_marked_once():
    """In the column of the school year, as far along as the day was; of two different days none is."""
    page = page_of(200, SplitBy.SKOLEAAR)
    wanted = replace(page.wanted, houses=frozenset({"a", "b"}))
    came = Attached(house="a", since=date(2023, 11, 1))
    one = replace(page, wanted=wanted, attached=(came, replace(came, house="b")))
    ((at, words),) = marks(one)
    assert (int(at), words) == (2, "socialrådgiver fra nov. 2023")
    assert at == pytest.approx(2 + 92 / 366)
    other = replace(came, house="b", since=date(2024, 1, 1))
    assert not list(marks(replace(one, attached=(came, other))))


def test_a_period_of_ones_own_is_of_whole_quarters(hanne):
    """From one quarter to another; a day more or less is refused, and so are years nothing is known of."""
    own = joined(quarter(date(2025, 10, 1)), quarter(date(2026, 9, 1)))
    assert own is not None
    assert (
        named(own.name)
        == own
        == Period("4. kvartal 2025 til 3. kvartal 2026", date(2025, 10, 1), date(2026, 9, 30))
    )
    found = shown_figures(hanne, LIBRARY, replace(HERE, period=own, split=SplitBy.SAMLET))
    assert found.of("fra_bekymring").variants[0].pieces[0].table.rows[0][1] == "16"
    with pytest.raises(Unclear, match="kvartaler"):
        shown_figures(hanne, LIBRARY, replace(HERE, period=replace(own, last=date(2026, 9, 29))))
    far = joined(quarter(date(2019, 1, 1)), quarter(date(2026, 9, 1)))
    assert far is not None
    with pytest.raises(Unclear, match="kvartaler"):
        shown_figures(hanne, LIBRARY, replace(HERE, period=far))


def test_a_project_narrows_what_is_counted(hanne):
    """Only places that bear its name; another name is told to be gone."""
    found = shown_figures(hanne, LIBRARY, replace(HERE, tag=PROJECT))
    assert found.page.choices.tags == (PROJECT,)
    assert found.of("pladser").variants[0].answer.startswith("2026/27: median 10 dage")
    with pytest.raises(Unclear, match="findes ikke længere"):
        shown_figures(hanne, LIBRARY, replace(HERE, tag="Et andet"))


def test_the_years_of_the_helper_are_those_of_the_house(hanne):
    """So that the figures above are read against the right year."""
    assert shown_figures(hanne, LIBRARY, HERE).page.figures.groups == tuple(FIRST)


def test_unless_it_was_chosen_the_split_tells_most(hanne, demo_world):
    """Two school years that can be told of stand side by side; in a small house all is told together."""
    freely = replace(HERE, freely=True)
    assert shown_figures(hanne, LIBRARY, freely).page.wanted.split is SplitBy.SKOLEAAR
    demo = demo_world.session("Hanne")
    small = shown_figures(demo, LIBRARY, Wanted(freely=True))
    assert small.page.wanted.split is SplitBy.SAMLET
    assert small.of("fra_bekymring").variants[0].answer == (
        "samtale med forældrene 7 · konsultation 14 · handling 21 · underretning 40 dage"
    )
    chosen = shown_figures(demo, LIBRARY, Wanted(split=SplitBy.SKOLEAAR))
    assert chosen.page.wanted.split is SplitBy.SKOLEAAR


def test_short_answers_say_what_is_known_and_never_only_what_is_hidden(demo_world):
    """A number with its unit; the rest in one word; of groups beside one another each that anything is known of."""
    demo = demo_world.session("Hanne")

    def said(figure, split=SplitBy.SAMLET):
        return shown_figures(demo, LIBRARY, Wanted(split=split)).of(figure).variants[0].answer

    learnt = shown_figures(demo, LIBRARY, Wanted()).of("laeringskurve").variants[0]
    assert all(piece.table.hides for piece in learnt.pieces)
    assert said("timer") == "frivillige 37,5 · vikarer 78 timer · resten er skjult"
    assert said("maal") == "16 i alt · delene er skjult"
    assert said("som_planlagt") == "familiegruppe 26 af 29 · konsulentbesøg 3 af 3 holdt"
    assert said("huset", SplitBy.FOER_EFTER) == "Efter socialrådgiver: 64 børn"
    assert said("som_planlagt", SplitBy.MED_UDEN) == (
        "Med socialrådgiver: familiegruppe 26 af 29 · konsulentbesøg 3 af 3 holdt"
    )
    assert said("fra_bekymring", SplitBy.MED_UDEN) == (
        "Samtale med forældrene: Med socialrådgiver: 7 dage · Uden socialrådgiver: ingen endnu"
    )
