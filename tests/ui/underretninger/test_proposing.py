"""A leader proposes another wording by keyboard; the writer sees it, and takes it in, declines or answers."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.services.letters.a_letter import begun
from tests.ui.accessibility import nameless
from tests.ui.clipping import clipped
from tvaerfaglig.domain.letter_beside import Verdict
from tvaerfaglig.domain.masking import token
from tvaerfaglig.services import underretninger as u
from tvaerfaglig.services.proposing import acts
from tvaerfaglig.ui.widgets import fold_at

TEXT = "Alma er ofte sulten. Hun spiser grød."
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def letter(desk_of):
    """Mette's letter, with a text."""
    mette = desk_of("mette")
    made = mette.do(begun)
    mette.do(u.save_section, made, "resume", TEXT)
    return made


def at_text(desk, letter):
    """Opened, at Kort fortalt."""
    desk.page = desk.place()
    desk.page.activateWindow()
    desk.page.open(letter)
    desk.settle()
    desk.page.letter.go_to_section("resume")
    desk.settle()
    return desk.page.letter


@pytest.fixture
def proposed(desk_of, letter):
    hanne = desk_of("hanne")
    return hanne.do(
        acts.propose, letter, "resume", "ofte", "fem af ti morgener", "Tallet står i loggen."
    ).id


def test_proposed_from_the_chosen_words(desk_of, letter):
    """Choose, Ctrl+Skift+O, write, send: it stands beside the text, which is as it was."""
    hanne = desk_of("hanne")
    view = at_text(hanne, letter)
    view.middle.editor.prose.choose_words(8, 12)
    QTest.keyClick(view.middle.editor.prose, Qt.Key.Key_O, CTRL_SHIFT)
    form = view.comments.proposals.form
    assert QApplication.focusWidget() is form.wording
    QTest.keyClicks(form.wording, "fem gange")
    form.why.set_text("Tallet.")
    form.keep.click()
    hanne.settle()
    assert not form.isVisible()
    (found,) = hanne.do(u.read_letter, letter).proposals
    assert (found.record.passage, found.record.wording) == ("ofte", "fem gange")
    assert found.record.before == "Alma er "
    assert view.middle.editor.prose.text() == TEXT
    (card,) = view.comments.proposals.cards.values()
    assert "»ofte« taget ud. »fem gange« sat ind" in card.accessibleName()
    assert "Tag ind" not in card.buttons
    card.buttons["Træk tilbage"].click()
    hanne.settle()
    assert hanne.do(u.read_letter, letter).proposals[0].verdict is Verdict.TRUKKET


def test_without_a_choice_it_is_the_sentence(desk_of, letter):
    """The one where the caret stands; in a section without text it says what to do."""
    hanne = desk_of("hanne")
    view = at_text(hanne, letter)
    view.comments.proposals.propose.click()
    assert view.comments.proposals.form.wording.text() == "Alma er ofte sulten."
    view.comments.proposals.form.leave_button.click()
    assert not view.comments.proposals.form.isVisible()
    view.go_to_section("vurdering")
    view.comments.proposals.propose.click()
    assert "kommentar" in view.message.words()


def test_taken_in_while_words_are_not_saved(desk_of, letter, proposed):
    """What the writer had typed stays; Fortryd brings the first words back, and hers still stand."""
    mette = desk_of("mette")
    view = at_text(mette, letter)
    prose = view.middle.editor.prose
    prose.setFocus()
    QTest.keyClicks(prose, "Nyt. ")
    view.comments.proposals.cards[proposed].buttons["Tag ind"].click()
    mette.settle()
    assert prose.text() == "Nyt. Alma er fem af ti morgener sulten. Hun spiser grød."
    assert mette.do(u.read_letter, letter).text("resume") == prose.text()
    assert mette.said[-1] == "Forslaget er taget ind."
    mette.undo[-1]()
    mette.settle()
    assert prose.text() == f"Nyt. {TEXT}"
    assert mette.do(u.read_letter, letter).proposals[0].verdict is None


def test_words_typed_while_the_answer_was_on_its_way_stay(desk_of, letter, proposed):
    """Between the press and the answer nothing of hers is lost."""
    mette = desk_of("mette")
    view = at_text(mette, letter)
    prose = view.middle.editor.prose
    view.comments.proposals.cards[proposed].buttons["Tag ind"].click()
    prose.insert("Hurtigt. ")
    mette.settle()
    assert prose.text() == "Hurtigt. Alma er fem af ti morgener sulten. Hun spiser grød."
    view.flush()
    mette.page.save_now()
    mette.settle()
    assert mette.do(u.read_letter, letter).text("resume") == prose.text()


def test_where_the_words_are_gone_it_is_shown_and_not_offered(desk_of, letter, proposed):
    """Its original words stand on the card; a no and an answer are still possible."""
    mette = desk_of("mette")
    mette.do(u.save_section, letter, "resume", "Alma er tit sulten.")
    view = at_text(mette, letter)
    card = view.comments.proposals.cards[proposed]
    assert "»ofte« taget ud" in card.accessibleName()
    assert list(card.buttons) == ["Nej tak", "Svar"]


def test_the_writer_is_told_at_the_section(desk_of, letter, proposed):
    """A note above the text leads to it; settled, the note goes."""
    mette = desk_of("mette")
    view = at_text(mette, letter)
    note = view.middle.proposal_note
    assert note.isVisible()
    note.show_button.click()
    assert QApplication.focusWidget() is view.comments.proposals.cards[proposed].buttons["Tag ind"]
    view.go_to_section("vurdering")
    assert not note.isVisible()
    view.go_to_section("resume")
    QTest.keyClick(view.comments.proposals.cards[proposed].buttons["Tag ind"], Qt.Key.Key_Space)
    mette.settle()
    assert not note.isVisible()


def test_words_about_another_child_are_found_as_they_are_read(desk_of, letter):
    """Stored as a token and read as »et andet barn«: a proposal about them can be taken in."""
    mette = desk_of("mette")
    mette.do(u.save_section, letter, "resume", f"Alma tog {token('bertil')}s hue.")
    hanne = desk_of("hanne")
    view = at_text(hanne, letter)
    assert view.middle.editor.prose.text() == "Alma tog et andet barns hue."
    made = hanne.do(acts.propose, letter, "resume", "et andet barns hue", "en hue").id
    view = at_text(desk_of("mette"), letter)
    assert "Tag ind" in view.comments.proposals.cards[made].buttons


def test_declined_with_a_word(desk_of, letter, proposed):
    """The word stands on the card, and nothing in the text has changed."""
    mette = desk_of("mette")
    view = at_text(mette, letter)
    panel = view.comments.proposals
    panel.cards[proposed].buttons["Nej tak"].click()
    assert QApplication.focusWidget() is panel.reply.words
    QTest.keyClicks(panel.reply.words, "Jeg taeller selv.")
    panel.reply.keep.click()
    mette.settle()
    (found,) = mette.do(u.read_letter, letter).proposals
    assert (found.verdict, found.answers[0].record.text) == (Verdict.AFVIST, "Jeg taeller selv.")
    assert not panel.reply.isVisible()
    assert view.middle.editor.prose.text() == TEXT


def test_a_half_written_answer_survives(desk_of, letter, proposed):
    """Left and opened again, the words stand in their form, with what they answer."""
    mette = desk_of("mette")
    view = at_text(mette, letter)
    view.comments.proposals.cards[proposed].buttons["Svar"].click()
    QTest.keyClicks(view.comments.proposals.reply.words, "Hvor ser du")
    mette.page.leave()
    mette.settle()
    again = at_text(desk_of("mette"), letter)
    assert again.comments.proposals.reply.words.text() == "Hvor ser du"
    assert again.comments.proposals.reply.isVisible()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_nothing_is_cut_and_everything_is_named(desk_of, letter, proposed, dressed, scale):
    """At every size of text, with both forms open."""
    dressed.set_scale(scale)
    mette = desk_of("mette")
    view = at_text(mette, letter)
    mette.page.resize(1280 - 100, 800)
    mette.page.set_fold(fold_at(1280))
    view.comments.proposals.cards[proposed].buttons["Svar"].click()
    view.comments.proposals.propose.click()
    mette.settle()
    assert clipped(mette.page) == []
    assert nameless(mette.page) == []


def in_sight(view, widget):
    """Whether all of it stands where one looks, and nothing in the column is wider than the column."""
    area = view.panel.inside
    top = widget.mapTo(area.viewport(), widget.rect().topLeft()).y()
    fits = area.widget().width() <= area.viewport().width()
    return fits and top >= 0 and top + widget.height() <= area.viewport().height()


def test_the_forms_open_in_sight_at_the_foot_of_the_column(desk_of, letter):
    """However long the evidence above: what opens with the caret in it is scrolled to, and fits."""
    hanne = desk_of("hanne")
    view = at_text(hanne, letter)
    hanne.page.resize(1150, 720)
    hanne.settle()
    for press, opened in (
        (view.comments.proposals.propose, view.comments.proposals.form),
        (view.comments.write, view.comments.form),
    ):
        press.click()
        hanne.settle()
        assert opened.isVisible()
        assert in_sight(view, opened)


def test_what_was_sent_leaves_one_where_one_writes(desk_of, letter):
    """After a proposal in the text; after a comment at the button for the next."""
    hanne = desk_of("hanne")
    view = at_text(hanne, letter)
    view.comments.proposals.propose.click()
    QTest.keyClicks(view.comments.proposals.form.wording, "fem gange")
    view.comments.proposals.form.keep.click()
    hanne.settle()
    assert QApplication.focusWidget() is view.middle.editor.prose
    view.comments.write.click()
    QTest.keyClicks(view.comments.words, "Husk klokkeslæt.")
    view.comments.disagrees.click()
    view.comments.words.setFocus()
    view.comments.keep.click()
    hanne.settle()
    (said,) = hanne.do(u.read_letter, letter).comments
    assert said.record.disagrees
    assert not view.comments.form.isVisible()
    assert QApplication.focusWidget() is view.comments.write


def test_no_dots_under_words_that_came_from_outside(desk_of, letter, proposed):
    """The dots of the text before are gone with it, until the rules have read the new one."""
    mette = desk_of("mette")
    view = at_text(mette, letter)
    prose = view.middle.editor.prose
    prose.show_questions([(0, 4)])
    prose.move_to("Alma er fem af ti morgener sulten. Hun spiser grød.")
    assert not prose.extraSelections()
    assert prose.question_words(0) == ""
