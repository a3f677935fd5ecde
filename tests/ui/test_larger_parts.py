"""Timeline, table, windows on top, dots under words: the larger parts of the kit."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QTextCharFormat, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.showing import press, shown
from tvaerfaglig.paths import resources
from tvaerfaglig.ui.theme import Mode, look
from tvaerfaglig.ui.theme.typeface import _own_family
from tvaerfaglig.ui.widgets import (
    SIGNS,
    Confirm,
    Prose,
    SavedLabel,
    Table,
    TableColumn,
    Timeline,
    TimelineEntry,
    mark,
)


def many(count: int) -> list[TimelineEntry]:
    return [
        TimelineEntry(
            f"{n}",
            f"{n}.",
            "tir",
            "observation",
            "Observation",
            "Leg",
            "Byggede hule.",
            month="maj",
        )
        for n in range(count)
    ]


def test_a_long_timeline_is_built_as_one_comes_near(qtbot):
    """Five hundred entries begin with a few; scrolling down builds on, to the last one."""
    made = shown(qtbot, Timeline(many(500), name="Almas tidslinje"), (900, 600))
    first = made.built()
    assert first <= 100
    made.verticalScrollBar().setValue(made.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: made.built() > first, timeout=3000)
    made.go_to("499")
    assert made.built() == 500
    assert QApplication.focusWidget().accessibleName().startswith("499.")


def test_the_timeline_goes_by_arrows(qtbot):
    """One stop for Tab, arrows between entries, Enter opens."""
    made = shown(qtbot, Timeline(many(5), name="Almas tidslinje"), (900, 600))
    opened = []
    made.opened.connect(opened.append)
    made.go_to("1")
    press(qtbot, Qt.Key.Key_Down, 2)
    press(qtbot, Qt.Key.Key_Up)
    press(qtbot, Qt.Key.Key_Return)
    assert opened == ["2"]


@dataclass(frozen=True)
class Agreement:
    what: str
    times: int


COLUMNS = (
    TableColumn[Agreement]("Hvad", lambda row: row.what),
    TableColumn[Agreement](
        "Gange",
        lambda row: str(row.times),
        em=6,
        number=True,
        spoken=lambda row: f"{row.times} gange",
    ),
)
ROWS = (
    Agreement("Morgenmad til Alma, når mor har morgenvagt på sygehuset og møder klokken seks", 3),
    Agreement("Søvn", 14),
)


@pytest.fixture
def agreements(qtbot):
    made = Table(COLUMNS, name="Aftaler")
    made.set_rows(ROWS)
    return shown(qtbot, made, (360, 300))


def test_long_words_make_a_higher_row(qtbot, agreements):
    """Text wraps in its column; a wider table needs less height."""
    narrow = agreements.rowHeight(0)
    assert narrow > agreements.rowHeight(1)
    agreements.resize(1200, 300)
    qtbot.waitUntil(lambda: agreements.rowHeight(0) < narrow, timeout=2000)


def test_a_table_speaks_and_opens(qtbot, agreements):
    """Numbers stand right and are said in full; Enter opens the row."""
    cell = agreements.table_model().index(1, 1)
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == "14 gange"
    assert cell.data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    agreements.setCurrentIndex(cell)
    with qtbot.waitSignal(agreements.opened) as blocker:
        qtbot.keyClick(agreements, Qt.Key.Key_Return)
    assert blocker.args == [1]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_the_safe_button_answers_for_a_hasty_hand(qtbot, key):
    """Enter and Esc both keep Viggo; only the other button erases."""
    made = Confirm(
        None,
        "Slet alt om Viggo?",
        "12 observationer kan ikke hentes frem igen.",
        act="Slet for altid",
        safe="Behold",
    )
    qtbot.addWidget(made)
    heard = []
    made.accepted.connect(lambda: heard.append("slettet"))
    made.rejected.connect(lambda: heard.append("beholdt"))
    with qtbot.waitActive(made):
        made.open()
    qtbot.keyClick(made.focusWidget(), key)
    assert heard == ["beholdt"]
    made.open()
    made.act_button.click()
    assert heard == ["beholdt", "slettet"]


def test_dots_stand_under_the_words_asked_about(qtbot, dressed):
    """Under »ofte«, also after a smiley, in the theme's own colour; the current one has a ground."""
    made = shown(qtbot, Prose("Alma 🙂 er ofte træt. Hun virker trist."))
    words = made.text()
    spans = [(words.index(w), words.index(w) + len(w)) for w in ("ofte", "virker trist")]
    made.show_questions(spans, current=1)
    dressed.choose(Mode.DARK)
    drawn = made.extraSelections()
    assert [dots.cursor.selectedText() for dots in drawn] == ["ofte", "virker trist"]
    assert drawn[0].format.underlineStyle() == QTextCharFormat.UnderlineStyle.DotLine
    assert drawn[0].format.underlineColor() == look().theme.colour("mark")
    assert drawn[1].format.background().color() == look().theme.colour("accent_soft")
    made.go_to_question(0)
    assert made.text()[: made.textCursor().position() - 1].endswith("ofte")
    assert made.text() == words


def test_a_field_nobody_wrote_in_has_nothing_to_take_back(qtbot, dressed):
    """Dressed and shown in another size of text: Ctrl+Z finds nothing, and takes only what was typed."""
    made = shown(qtbot, Prose("Alma er træt."))
    dressed.set_scale(1.5)
    assert not made.document().isUndoAvailable()
    made.setFocus()
    made.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(made, " Ja")
    assert made.said() == "Alma er træt. Ja"
    made.undo()
    assert made.said() == "Alma er træt."


def test_saved_is_said_in_words(qtbot):
    """What is saved and when, never a spinner."""
    made = SavedLabel()
    qtbot.addWidget(made)
    made.saved_at("10.42", "ingen andre ser den, før du gemmer")
    assert made.words() == "Gemt 10.42 · ingen andre ser den, før du gemmer"


@pytest.mark.parametrize("sign", SIGNS)
def test_a_mark_is_shape_and_word(qtbot, sign):
    """Never colour alone: every sign has a drawing of its own and its word."""
    made = mark(sign)
    qtbot.addWidget(made)
    words = [label.text() for label in made.findChildren(type(made.layout().itemAt(1).widget()))]
    assert words == [SIGNS[sign].word]
    others = {other.icon for key, other in SIGNS.items() if key != sign}
    assert SIGNS[sign].icon not in others


def test_a_machine_without_type_gets_ours(qapp):
    """Where the system cannot spell Danish, Source Sans Pro can, upright and in semibold."""
    family = _own_family()
    assert "Source Sans" in family
    assert {"Regular", "Semibold"} <= {
        style.replace("SemiBold", "Semibold") for style in QFontDatabase.styles(family)
    }


def test_every_icon_can_be_drawn_in_every_theme(dressed):
    """All drawings are one colour, and none is empty."""
    drawings = sorted(Path(resources() / "icons").glob("*.svg"))
    assert len(drawings) > 50
    for mode in (Mode.LIGHT, Mode.DARK, Mode.CONTRAST):
        dressed.choose(mode)
        for path in drawings:
            assert "#" not in path.read_text(encoding="utf-8"), path.stem
            image = look().icons.pixmap(path.stem, "text", 24).toImage()
            spots = (image.pixelColor(x, y) for x in range(24) for y in range(24))
            assert any(spot.alpha() > 60 for spot in spots), path.stem
