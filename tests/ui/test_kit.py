"""The kit as a whole: nothing cut, nothing nameless, in every theme and size."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.accessibility import nameless, spoken
from tests.ui.clipping import clipped, clipped_at_every_size
from tests.ui.gallery import child_page, draft_page, gallery
from tvaerfaglig.ui.theme import Mode
from tvaerfaglig.ui.widgets import boxed, button, col, line_edit, one, page_head, row, text


def one_column() -> QWidget:
    return gallery(columns=1)


@pytest.mark.parametrize("make", [gallery, child_page, draft_page])
@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK, Mode.CONTRAST])
def test_the_parts_stand_whole_in_every_theme(qtbot, dressed, mode, make):
    """Every part has room for its words and a name, in each theme."""
    dressed.choose(mode)
    page = make()
    qtbot.addWidget(page)
    page.resize(1280, 900)
    page.show()
    QApplication.processEvents()
    assert clipped(page) == []
    assert nameless(page) == []


@pytest.mark.parametrize("make", [one_column, child_page, draft_page])
def test_the_parts_stand_whole_at_every_size(dressed, make):
    """At 100, 150 and 200 % text nothing is cut."""
    assert clipped_at_every_size(make, dressed) == []


def test_a_cut_label_is_found(qtbot):
    """The finder finds: words on too narrow a label, a squeezed button, a low paragraph."""
    label, squeezed, low = one("Underretninger"), button("Gem hos Alma"), text("Mange ord " * 20)
    label.setFixedWidth(30)
    squeezed.setFixedWidth(40)
    low.setFixedHeight(12)
    page = boxed(col(label, squeezed, low))
    qtbot.addWidget(page)
    page.show()
    assert len(clipped(page)) == 3


def test_a_nameless_field_is_found(qtbot):
    """The walker finds: a field without a name, and a button that is only an icon."""
    page = boxed(row(line_edit(), button("", "icon", "plus")))
    qtbot.addWidget(page)
    page.show()
    assert len(nameless(page)) == 2


def test_a_row_is_read_as_one_sentence(qtbot):
    """A child in the list is heard with age, position and what is open."""
    page = child_page()
    qtbot.addWidget(page)
    page.resize(1280, 800)
    page.show()
    assert "Alma Nowak, 4 år 2 mdr., bekymring, 2 åbne" in spoken(page)


def test_words_can_be_marked_and_copied(qtbot):
    """Drawn over with the mouse and Ctrl+C: what stands there is on the clipboard, from the first time on."""
    label = text("Alma har ikke spist")
    page = boxed(col(label))
    qtbot.addWidget(page)
    page.show()
    qtbot.waitExposed(page)
    height = label.height() // 2
    qtbot.mousePress(label, Qt.MouseButton.LeftButton, pos=QPoint(0, height))
    qtbot.mouseMove(label, QPoint(label.width() - 1, height))
    qtbot.mouseRelease(label, Qt.MouseButton.LeftButton, pos=QPoint(label.width() - 1, height))
    qtbot.keyClick(label, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "Alma har ikke spist"


def test_words_are_never_markup():
    """What people wrote is shown as they wrote it: no markup gets through."""
    label = text("<b>Alma</b> & Bertil")
    assert label.textFormat().name == "PlainText"


def test_a_date_has_the_shape_of_its_state():
    """■ ▲ ○ for over, today and later: every state there is has one."""
    from tvaerfaglig.domain.deadline import DueState
    from tvaerfaglig.ui.widgets import SHAPES

    assert {SHAPES[state] for state in DueState} == {"over", "today", "later"}


def test_a_heading_keeps_to_fewer_lines_by_sending_its_acts_beneath(qtbot, dressed):
    """As long as both fit they stand side by side; broken twice, the heading gets the whole width."""
    acts = [button("Papirer", "outlined"), button("Skriv en familie på", "primary")]
    head = page_head("Familiegruppe for de mindste, tirsdag", "I gang siden 27. oktober", *acts)
    qtbot.addWidget(head)
    head.show()

    def beneath(width):
        head.resize(width, head.heightForWidth(width))
        QApplication.processEvents()
        return acts[0].mapTo(head, QPoint(0, 0)).y() > head.line.mapTo(head, QPoint(0, 0)).y()

    acts_alone = sum(act.sizeHint().width() for act in acts)
    assert not beneath(1100)
    assert beneath(acts_alone + 300)
