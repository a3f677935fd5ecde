"""Nothing cut and nothing nameless: every page of the place, at every size of text."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from tests.services.letters.a_letter import begun, three
from tests.ui.accessibility import nameless
from tests.ui.clipping import clipped
from tvaerfaglig.domain.underretning import Stage
from tvaerfaglig.services import underretninger as u
from tvaerfaglig.ui.theme import Mode
from tvaerfaglig.ui.widgets import fold_at

SCALES = (1.0, 1.5, 2.0)
RAIL = {1.0: 212, 1.5: 84, 2.0: 100}


def settled(desk):
    desk.settle()
    QApplication.processEvents()
    QApplication.processEvents()


def at_scale(desk, place, look, scale):
    """As the shell would give it room on a screen of 1280 × 800."""
    look.set_scale(scale)
    place.resize(1280 - RAIL[scale], 800)
    place.set_fold(fold_at(1280))
    settled(desk)


@pytest.fixture
def written(mette):
    """A letter with rows, a call, an action, a comment and text that is asked about."""
    from dataclasses import replace

    from tvaerfaglig.domain.underretning import Action, Annex, Informed, PhoneCall, Urgency

    day = mette.desk.clock.now().date()
    seen, letter = mette.do(three), mette.do(begun)
    for one in seen.values():
        mette.do(u.insert_observation, letter, one)
    head = mette.do(u.open_letter, letter).record
    told = Informed(parent="alma-mor", told=True, day=day, by="mette", reaction="Tak.")
    head = replace(
        head,
        urgency=Urgency.AKUT,
        calls=(PhoneCall(day=day, spoke_with="Vagten", agreed="Brev følger"),),
        actions=(Action(day=day, what="Morgenmad i huset", effect="Hun leger bagefter"),),
        informed=(told,),
        annexes=(Annex(title="Fremmødeliste"),),
    )
    mette.do(u.save_head, letter, head)
    mette.do(u.save_section, letter, "resume", "Alma er ofte sulten og virker ked af det [1].")
    mette.do(u.comment, letter, "Jeg ville vente.", "vurdering", disagrees=True)
    mette.letter = letter
    return mette


@pytest.mark.parametrize("scale", SCALES)
def test_no_word_is_cut_in_any_section(written, dressed, scale):
    """Section by section."""
    place = written.place()
    place.open(written.letter)
    at_scale(written, place, dressed, scale)
    found = []
    for one in place.letter.sitting.sections():
        place.letter.go_to_section(one.id)
        settled(written)
        found += [f"{one.id}: {words}" for words in clipped(place)]
    assert not found


@pytest.mark.parametrize("scale", SCALES)
def test_no_word_is_cut_on_the_other_pages(written, dressed, scale):
    """The list, the reading through, and what comes after."""
    place = written.place()
    at_scale(written, place, dressed, scale)
    found = [f"list: {words}" for words in clipped(place)]
    place.open(written.letter)
    settled(written)
    place._on_read_asked()
    settled(written)
    found += [f"read: {words}" for words in clipped(place)]
    frozen = written.do(u.finish, written.letter, written.desk.library)
    written.desk.announce(frozen.changes)
    settled(written)
    place._on_renewed()
    settled(written)
    assert place.shown is place.after
    place.after.open_form(Stage.AFSENDT)
    settled(written)
    found += [f"after: {words}" for words in clipped(place)]
    assert not found


def test_everything_has_a_name(written):
    """Every control of every section and page says to a screen reader what it is."""
    place = written.place()
    found = [f"list: {words}" for words in nameless(place)]
    place.open(written.letter)
    settled(written)
    for one in place.letter.sitting.sections():
        place.letter.go_to_section(one.id)
        settled(written)
        found += [f"{one.id}: {words}" for words in nameless(place)]
    place._on_read_asked()
    settled(written)
    found += [f"read: {words}" for words in nameless(place)]
    assert not found


def test_it_follows_the_theme(written, dressed):
    """Dark and high contrast are drawn without a warning, and back."""
    place = written.place()
    place.open(written.letter)
    settled(written)
    for mode in (Mode.DARK, Mode.CONTRAST, Mode.LIGHT):
        dressed.choose(mode)
        settled(written)
        assert not place.grab().isNull()


def test_nothing_is_left_without_a_home(written):
    """Every part belongs to a window: Python's collector takes no widget while Qt walks over them."""

    def loose():
        return {one for one in QApplication.topLevelWidgets() if one.parent() is None}

    before = loose()
    place = written.place()
    place.open(written.letter)
    settled(written)
    for one in place.letter.sitting.sections():
        place.letter.go_to_section(one.id)
        settled(written)
    place._on_read_asked()
    settled(written)
    frozen = written.do(u.finish, written.letter, written.desk.library)
    written.desk.announce(frozen.changes)
    settled(written)
    place._on_renewed()
    settled(written)
    for stage in (Stage.AFSENDT, Stage.KVITTERET):
        place.after.open_form(stage)
        settled(written)
    assert loose() - before == {place}
