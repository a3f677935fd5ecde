"""The charts of Tal stay on their sheet at any width, tell parts apart without colour, and say all they show."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.graphics.shapes import Drawing, String

from tvaerfaglig.domain.concern import Position
from tvaerfaglig.printouts import typeface as face
from tvaerfaglig.printouts.charts.ink import SMALL
from tvaerfaglig.printouts.charts.look import Colours
from tvaerfaglig.printouts.figure_charts.drawing import drawing, svg
from tvaerfaglig.printouts.figure_charts.kinds import (
    Bar,
    Columns,
    Group,
    Lane,
    Middle,
    Spreads,
    Square,
    Squares,
    Stacks,
)
from tvaerfaglig.printouts.figure_charts.ruler import Ruler, number
from tvaerfaglig.printouts.figure_charts.telling import sentence

HEADS = tuple(zip(Position, ("Trives", "Bekymring", "Stærk bekymring"), strict=True))
LIGHT = Colours(
    ink="#20516E", text="#20242A", soft="#575C62", line="#DDD6CA", grey="#867D70", bar="#DCE8EF", ground="#FFFFFF",
    family="Noto Sans", sample=20.0,
)  # fmt: skip


def middle(nr: int) -> Middle:
    return Middle(name=f"{2016 + nr}/{17 + nr}", n=9, lower=20 + nr, median=30 + nr, upper=45 + nr)


YEARS = Columns(
    unit="måneder",
    middles=(middle(0), Middle(name="2017/18", why="skjult"), middle(2)),
    marks=((1.5, "socialrådgiver fra nov. 2018"),),
)
LANES = Spreads(
    unit="dage",
    lanes=(
        Lane("Samtale med forældrene", (middle(0), middle(1))),
        Lane("Underretning", (Middle(name="2016/17", why="skjult"), middle(1))),
    ),
)
PARTS = Stacks(
    parts=("Til tiden", "Senere", "Endnu ikke", "Aflyst"),
    groups=(
        Group("Aftaler", (Bar(name="2016/17", counts=(31, 9, 6, 5), whole=51),)),
        Group("Besøg", (Bar(name="2016/17", counts=(11, None, None, 0), whole=31),)),
        Group("", (Bar(counts=(None,) * 4, whole=None, why="skjult"),)),
    ),
)
MOVES = Squares(
    heads=HEADS, squares=(Square(name="2016/17", cells=((24, 6, 0), (9, 12, None), (None, 5, 7))),)
)
CHARTS = (YEARS, LANES, PARTS, MOVES)


def words_of(sheet: Drawing) -> list[String]:
    return [one for one in sheet.contents if isinstance(one, String)]


def edges(one: String) -> tuple[float, float]:
    wide = face.width_of(one.text, one.fontName, SMALL)
    left = {"start": one.x, "middle": one.x - wide / 2, "end": one.x - wide}[one.textAnchor]
    return left, left + wide


@pytest.mark.parametrize("chart", CHARTS)
@pytest.mark.parametrize("width", [230, 330, 468, 900])
def test_no_word_leaves_the_sheet(chart, width):
    """Narrow or wide: what is drawn is drawn inside, and is neither cut off on paper nor on screen."""
    sheet = drawing(chart, width)
    for one in words_of(sheet):
        left, right = edges(one)
        assert left >= -1, one.text
        assert right <= width + 1, one.text
        assert -1 <= one.y <= sheet.height, one.text


def test_the_numbers_of_a_chart_are_in_it_and_in_its_sentence():
    """Median, n and parts; whoever cannot see the drawing hears the same."""
    drawn = {one.text for one in words_of(drawing(YEARS, 468))}
    assert {"30", "32", "n = 9", "skjult", "2017/18"} <= drawn
    said = sentence(YEARS)
    assert "2016/17 30, den midterste halvdel 20 til 45, n = 9" in said
    assert "2017/18 skjult" in said
    assert "socialrådgiver fra nov. 2018" in said
    assert "holdt" not in sentence(PARTS)
    assert "til tiden 11, senere skjult, endnu ikke skjult, aflyst 0, i alt 31" in sentence(PARTS)
    assert "fra bekymring: 9 nu i trives" in sentence(MOVES)


def test_nothing_is_drawn_where_nothing_may_be_told():
    """A hidden group has no band, and no line runs across it."""
    hidden = Columns(unit="dage", middles=(Middle(name="A", why="skjult"),) * 3)
    shown = Columns(unit="dage", middles=(middle(0), middle(1), middle(2)))
    many = [type(one).__name__ for one in drawing(hidden, 400).contents]
    assert "Polygon" not in many
    assert [type(one).__name__ for one in drawing(shown, 400).contents].count("Polygon") == 3
    assert [type(one).__name__ for one in drawing(YEARS, 400).contents].count("Polygon") == 2


def test_parts_differ_by_more_than_their_colour():
    """Full, soft, hatched and bare; on a copier they are still four."""
    sheet = drawing(
        Stacks(parts=PARTS.parts, groups=(Group("", (Bar(counts=(40, 40, 40, 40), whole=160),)),)),
        468,
    )
    lines = [one for one in sheet.contents if type(one).__name__ == "Line"]
    assert len(lines) > 10
    assert {one.text for one in words_of(sheet)} >= {"Til tiden: 40", "Endnu ikke: 40", "i alt 160"}


def test_forty_quarters_still_have_names_that_can_be_read():
    """As many as there is room for, none of them cut."""
    quarters = tuple(
        Middle(name=f"{1 + nr % 4}. kvartal {2016 + nr // 4}", n=9, lower=1, median=2, upper=3)
        for nr in range(40)
    )
    words = [one.text for one in words_of(drawing(Columns(unit="dage", middles=quarters), 300))]
    assert not any(word.endswith("…") for word in words)
    assert sum("kvartal" in word for word in words) >= 4


@pytest.mark.parametrize("chart", CHARTS)
def test_on_a_screen_it_wears_the_screens_own_letters(chart):
    """One typeface, bold where the paper is semibold; nothing of the paper's is asked for."""
    made = svg(chart, 400, LIGHT).decode()
    assert "Noto Sans" in made
    assert "font-weight: 600" in made
    assert not re.search(r"font-family:\s*'?Text", made)
    assert "clip-path" not in made


@settings(max_examples=80, deadline=None)
@given(st.lists(st.floats(-50, 4000), min_size=1, max_size=9), st.integers(2, 6))
def test_a_scale_holds_every_value_and_begins_at_nought(values, many):
    """Whatever is measured lies between its ends, and nought is always on it."""
    ruler = Ruler.of(values, 0, 100, marks=many, top=0)
    assert all(ruler.low - 1e-6 <= one <= ruler.high + 1e-6 for one in values)
    assert any(abs(tick) < 1e-6 for tick in ruler.ticks)
    assert len(ruler.ticks) <= 2 * many + 4


@pytest.mark.parametrize(
    ("value", "said"),
    [(9.0, "9"), (33.44, "33,4"), (-0.04, "0"), (-2.0, "−2"), (0.25, "0,2"), (1234.5, "1234,5")],
)
def test_a_number_is_said_in_danish(value, said):
    """One decimal at most, a comma, and a real minus."""
    assert number(value) == said
