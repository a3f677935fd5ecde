"""The list of letters, and a letter in little room."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.services.letters.a_letter import begun
from tests.ui.underretninger.by_hand import CTRL, key
from tvaerfaglig.domain.underretning import Stage
from tvaerfaglig.services import underretninger as u
from tvaerfaglig.ui.widgets import Fold


def test_the_list_filters(mette):
    """Kladder, sendt and alle each show theirs; nothing to show is said kindly."""
    first, second = mette.do(begun), mette.do(u.begin, "bertil").id
    mette.do(u.register_step, second, Stage.AFSENDT)
    mette.do(u.finish, second, mette.desk.library)
    place = mette.place()

    def shown(filtered):
        place.list.filters.choose((filtered,))
        place.list._on_filter_changed()
        return {one.key for one in place.list.list.rows()}

    assert shown("kladder") == {first}
    assert shown("sendt") == {second}
    assert shown("alle") == {first, second}


def test_an_empty_list_offers_the_first_step(mette):
    """No letters: one line, and the button."""
    place = mette.place()
    assert place.list.nothing.isVisible()
    QTest.mouseClick(place.list.first, Qt.MouseButton.LeftButton)
    assert place.list.picker.hasFocus()


def test_little_room_folds_the_columns(at_letter):
    """The outline becomes a drop-down, the panel a drawer that Ctrl+B opens."""
    letter = at_letter.page.letter
    at_letter.page.set_fold(Fold.LIST)
    assert letter._outline_column.isHidden()
    assert letter.top.outline.isVisible()
    at_letter.page.set_fold(Fold.PANEL)
    assert letter.panel.isHidden()
    letter.placing.to_evidence()
    assert letter.evidence.isVisible()
    at_letter.page.set_fold(Fold.NONE)
    assert letter.evidence.isVisible()
    assert letter.outline.isVisible()


def test_keys_change_section(at_letter):
    """Ctrl+PgDn and Ctrl+PgUp go on and back, and the focus is where one writes."""
    letter = at_letter.page.letter
    key(letter, Qt.Key.Key_PageDown, CTRL)
    assert letter.section == "modtager"
    assert letter.middle.editor.receiver.hasFocus()
    key(letter, Qt.Key.Key_PageUp, CTRL)
    assert letter.section == "hast_og_overgreb"
