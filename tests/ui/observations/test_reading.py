"""Reading what stands: three times, versions, correcting, completing, moving, bringing two versions together."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt

from tests.ui.observations.test_writing import named, of
from tvaerfaglig.domain.observation import Involved, Observation, Part
from tvaerfaglig.services import drafts, recording

CTRL, ENTER = Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_Return
DAY = date(2026, 11, 10)


def seen(text="Sov på madrassen.", *children, **facts):
    involved = tuple(
        Involved(child=one, part=Part.VAR_MED if n else Part.HANDLER_OM)
        for n, one in enumerate(children or ("alma",))
    )
    return Observation(
        **({"involved": involved, "day": DAY, "text": text, "seen_by": ("mette",)} | facts)
    )


def save(desk, observation):
    return desk.ask(recording.save, observation).id


def test_it_reads_with_its_three_times(at_desk, clock):
    """When it happened, when it was written, and that it was not corrected."""
    mette = at_desk("mette")
    record = save(mette, seen())
    mette.go(record)
    page = mette.read()
    assert "Sov på madrassen." in page
    assert "Skete: Tirsdag den 10. november 2026" in page
    assert "Skrevet: 12. november 2026 kl. 8.00 af Mette Sørensen" in page
    assert "Rettet: Ikke rettet" in page
    assert "Set af Mette Sørensen" in page


def test_a_correction_keeps_the_first_version(at_desk, clock):
    """It needs a reason, and says who, when, why and what changed."""
    mette = at_desk("mette")
    record = save(mette, seen())
    clock.forward(hours=1)
    mette.go(record)
    mette.click(mette.place.reading.correct_button)
    assert mette.place.writing.save_button.text() == "Gem rettelsen hos Alma"
    assert not mette.place.writing.later.isVisible()
    assert "Set før hos Alma" in mette.read()
    mette.press(Qt.Key.Key_A, CTRL)
    mette.type("Sov i barnevognen.")
    mette.press(ENTER, CTRL)
    assert mette.form.reason.hasFocus()
    assert "Hvorfor retter du" in mette.form.reason.accessibleDescription()
    assert of(mette)[0].versions == 1
    mette.type("Så det selv bagefter")
    mette.press(ENTER, CTRL)
    page = mette.read()
    assert "Sov i barnevognen." in page
    assert "Rettet 12. november 2026 kl. 9.00 af Mette Sørensen" in page
    assert "Fordi: Så det selv bagefter" in page
    assert "Før: Sov på madrassen." in page
    assert "Nu: Sov i barnevognen." in page
    assert "Først skrevet 12. november 2026 kl. 8.00 af Mette Sørensen" in page


def test_a_correction_begun_is_offered_where_it_was_begun(at_desk):
    """It lies as a draft with the observation, which stays as it is."""
    mette = at_desk("mette")
    record = save(mette, seen())
    mette.go(record)
    mette.click(mette.place.reading.correct_button)
    mette.press(Qt.Key.Key_End, CTRL)
    mette.type(" Længe.")
    mette.go(place="overblik")
    assert of(mette)[0].record.text == "Sov på madrassen."
    mette.go(record)
    assert "Du var i gang med at rette om Alma kl. 8.00." in mette.read()
    mette.click(named(mette.place.reading, "Skriv videre"))
    assert mette.form.text.text() == "Sov på madrassen. Længe."
    mette.form.reason.setFocus()
    mette.type("Huskede mere")
    mette.press(ENTER, CTRL)
    assert of(mette)[0].record.text == "Sov på madrassen. Længe."
    assert of(mette)[0].versions == 2


def test_a_correction_is_taken_back_to_the_first_text(at_desk):
    """Fortryd takes the last version only."""
    mette = at_desk("mette")
    record = save(mette, seen())
    mette.go(record)
    mette.click(mette.place.reading.correct_button)
    mette.press(Qt.Key.Key_A, CTRL)
    mette.type("Noget andet.")
    mette.form.reason.setFocus()
    mette.type("Tog fejl")
    mette.press(ENTER, CTRL)
    mette.click(mette.shell.message.link)
    assert of(mette)[0].record.text == "Sov på madrassen."
    assert mette.form.text.text() == "Noget andet."


def test_a_colleague_reads_and_cannot_correct(at_desk):
    """Whose it is, and who can; no button that only refuses."""
    mette = at_desk("mette")
    record = save(mette, seen())
    mette.close()
    yusuf = at_desk("yusuf")
    yusuf.go(record)
    assert not yusuf.place.reading.correct_button.isVisible()
    assert "Mette eller lederen kan rette den." in yusuf.read()


def test_what_may_not_be_seen_is_refused_in_words(at_desk):
    """And the page is empty to write on."""
    jonas = at_desk("jonas")
    record = save(jonas, seen("Spiste selv.", "villads", seen_by=("jonas",)))
    jonas.close()
    mette = at_desk("mette")
    mette.go(record)
    assert any("ikke adgang" in words for words in mette.said)
    assert not mette.reads
    assert "Villads" not in mette.read()


def test_it_is_moved_to_the_right_child(at_desk, qtbot):
    """The window names what is erased; the safe way out is to leave it."""
    mette = at_desk("mette")
    record = save(mette, seen("Byggede et tårn."))
    mette.go(record)
    mette.place.reading.menu.acts().actions()[0].trigger()
    mette.settle()
    from tvaerfaglig.ui.observations.moving import MoveWindow

    window = mette.place.findChild(MoveWindow)
    assert window.isVisible()
    assert "slettes hos Alma" in window.accessibleDescription()
    assert window.right.hasFocus()
    mette.click(window.act_button)
    assert window.isVisible()
    mette.type("be")
    mette.press(ENTER)
    mette.click(window.act_button)
    assert of(mette) == []
    assert [one.record.text for one in of(mette, "bertil")] == ["Byggede et tårn."]
    assert "Observation om Bertil" in mette.read()


def test_two_versions_are_both_shown_and_brought_together(at_desk):
    """Neither is lost: the form holds both texts, and the merged one stands alone."""
    mette = at_desk("mette")
    record = save(mette, seen())
    heads = of(mette)[0].heads
    for words in ("Sov en time.", "Sov til klokken ti."):
        mette.ask(recording.correct_observation, seen(words), record, replaces=heads, reason="Uret")
    mette.go(record)
    page = mette.read()
    assert "Sov en time." in page
    assert "Sov til klokken ti." in page
    mette.click(named(mette.place.reading, "Saml dem i én"))
    assert "Sov en time." in mette.form.text.text()
    assert "Sov til klokken ti." in mette.form.text.text()
    mette.form.reason.setFocus()
    mette.type("Samlet")
    mette.press(ENTER, CTRL)
    assert not of(mette)[0].conflict
    assert of(mette)[0].versions == 4


def test_one_of_two_versions_is_kept(at_desk):
    """The other one stays in the history."""
    mette = at_desk("mette")
    record = save(mette, seen())
    heads = of(mette)[0].heads
    for words in ("Sov en time.", "Sov til klokken ti."):
        mette.ask(recording.correct_observation, seen(words), record, replaces=heads, reason="Uret")
    mette.go(record)
    keeps = [
        b
        for b in mette.place.reading.findChildren(type(mette.place.reading.correct_button))
        if b.text() == "Behold den her"
    ]
    mette.click(keeps[0])
    assert not of(mette)[0].conflict
    assert of(mette)[0].record.text in ("Sov en time.", "Sov til klokken ti.")
    page = mette.read()
    assert "Sov en time." in page
    assert "Sov til klokken ti." in page


def test_someone_elses_change_is_read_at_once(at_desk):
    """The page hears of what is written elsewhere in the program."""
    mette = at_desk("mette")
    record = save(mette, seen())
    mette.go(record)
    saved = mette.ask(
        recording.correct_observation, seen("Sov kort."), record,
        replaces=of(mette)[0].heads, reason="Uret",
    )  # fmt: skip
    mette.desk.announce(saved.changes)
    mette.settle()
    assert "Sov kort." in mette.read()


def test_reading_is_noted_once(at_desk, world):
    """Seeing is an act."""
    from tvaerfaglig.services import access_log

    mette = at_desk("mette")
    record = save(mette, seen())
    mette.close()
    yusuf = at_desk("yusuf")
    yusuf.go(record)
    yusuf.go(record)
    lines = access_log.of_child(world.session("hanne"), "alma")
    read = [one for one in lines if one.who == "yusuf" and one.what == "en observation"]
    assert len(read) == 1


def test_drafts_of_corrections_leave_with_the_saving(at_desk):
    """Nothing is offered that has been saved."""
    mette = at_desk("mette")
    record = save(mette, seen(complete=False))
    mette.go(record)
    mette.form.text.setFocus()
    mette.press(Qt.Key.Key_End, CTRL)
    mette.type(" Helt.")
    mette.kept()
    mette.press(ENTER, CTRL)
    assert mette.ask(drafts.mine) == []
