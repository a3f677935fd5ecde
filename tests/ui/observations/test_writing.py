"""Writing an observation by hand: keys and mouse on the real window, read back from the real vault."""

from __future__ import annotations

import json
from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tvaerfaglig.domain.observation import Observation, Part, Sign, Source
from tvaerfaglig.domain.protection import Against, Basis
from tvaerfaglig.services import drafts, recording, staffing
from tvaerfaglig.services.children import protecting
from tvaerfaglig.services.observations import page as observation_page
from tvaerfaglig.store import queries
from tvaerfaglig.ui.observations.overgreb import GuardForm
from tvaerfaglig.ui.widgets import Button

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ENTER, TAB, ESC, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape, Qt.Key.Key_Down


def of(desk, child="alma"):
    """The child's observations, the newest first."""
    return desk.ask(lambda session: queries.of_child(session.vault, Observation, child))


def named(where, words):
    """The visible button with these words."""
    found = [
        b
        for b in where.findChildren(Button)
        if b.isVisible() and words in (b.text(), b.accessibleName())
    ]
    assert found, f"no button {words!r}"
    return found[0]


# the quick note


def test_a_quick_note_takes_five_acts(at_desk):
    """Ctrl+N, two letters, Enter, one line, Ctrl+Enter."""
    mette = at_desk("mette")
    mette.go(place="overblik")
    mette.press(Qt.Key.Key_N, CTRL)
    mette.type("al")
    mette.press(ENTER)
    mette.type("Sov på madrassen kl. 9.")
    mette.press(ENTER, CTRL)
    [saved] = of(mette)
    assert saved.record.text == "Sov på madrassen kl. 9."
    assert saved.record.complete
    assert saved.record.seen_by == ("mette",)
    assert (saved.record.day, saved.record.sign) == (date(2026, 11, 12), Sign.NEUTRAL)
    assert "Gemt hos Alma." in mette.said
    assert mette.reads


def test_with_a_child_at_hand_one_writes_at_once(at_desk):
    """The focus stands in the text, and the filled button says the name."""
    mette = at_desk("mette")
    mette.go("alma")
    mette.type("Legede butik.")
    assert mette.place.writing.save_button.text() == "Gem hos Alma"
    mette.press(ENTER, CTRL)
    assert [one.record.text for one in of(mette)] == ["Legede butik."]


def test_what_is_typed_before_the_children_have_come_is_kept(at_desk):
    """The vault may be slow; the fingers are not."""
    mette = at_desk("mette")
    mette.house.go("observation", "alma")
    mette.form.text.setFocus()
    mette.type("Hurtig")
    mette.settle()
    mette.type(" som lynet")
    mette.press(ENTER, CTRL)
    assert [one.record.text for one in of(mette)] == ["Hurtig som lynet"]


def test_skriv_faerdig_senere_saves_a_short_one(at_desk):
    """It stands on the child, and opens to be completed without a reason."""
    mette = at_desk("mette")
    mette.go("alma")
    mette.type("Ville ikke have jakke på.")
    mette.click(mette.place.writing.later)
    [short] = of(mette)
    assert not short.record.complete
    mette.go(short.id)
    assert not mette.reads
    assert mette.form.text.text() == "Ville ikke have jakke på."
    assert not mette.form.fields["reason"].isVisible()
    mette.form.text.setFocus()
    mette.press(Qt.Key.Key_End, CTRL)
    mette.type(" Så kom Yusuf.")
    mette.press(ENTER, CTRL)
    [whole] = of(mette)
    assert whole.record.complete
    assert whole.record.text == "Ville ikke have jakke på. Så kom Yusuf."
    assert whole.versions == 2


def test_skriv_faerdig_senere_without_a_child_leaves_a_draft(at_desk):
    """Whoever is called away has lost nothing, and is asked nothing."""
    mette = at_desk("mette")
    mette.go()
    mette.form.text.setFocus()
    mette.type("En dreng med gule støvler")
    mette.click(mette.place.writing.later)
    [kept] = mette.ask(drafts.mine)
    assert "støvler" in json.loads(kept.content)["values"]["text"]


# the full form


def test_the_whole_form_by_keyboard(at_desk):
    """Tab leads through it from the top; each thing is stored as it was chosen."""
    mette = at_desk("mette")
    mette.go("alma")
    form = mette.form
    mette.type("Alma kom i nattøj.")
    mette.press(TAB)
    mette.type("Vi havde ikke nogen mad")
    mette.press(TAB)
    mette.type("Hvad fik du i morges?")
    mette.press(TAB)
    mette.type("I garderoben, Yusuf hørte det")
    mette.press(TAB)
    mette.press(Qt.Key.Key_A, CTRL)
    mette.type("i går")
    tab_to(mette, form.clock)
    mette.type("815-9")
    mette.press(TAB)
    mette.type("gard")
    mette.press(ENTER)
    mette.press(TAB)
    assert form.seen_by.hasFocus()
    mette.press(Qt.Key.Key_Space)
    mette.type("y")
    mette.press(Qt.Key.Key_Space)
    mette.press(ESC)
    mette.press(TAB)
    mette.press(DOWN, times=2)
    mette.press(TAB)
    mette.press(Qt.Key.Key_Right)
    tab_to(mette, form.subjects.group.buttons()[0])
    mette.press(Qt.Key.Key_Space)
    tab_to(mette, form.reflection)
    mette.type("Måske er de løbet tør.")
    mette.press(ENTER, CTRL)
    [stored] = of(mette)
    seen = stored.record
    assert seen.child_words == "Vi havde ikke nogen mad"
    assert seen.asked == "Hvad fik du i morges?"
    assert seen.words_where == "I garderoben, Yusuf hørte det"
    assert (seen.day, seen.at, seen.until) == (date(2026, 11, 11), time(8, 15), time(9))
    assert seen.place == "Garderoben"
    assert seen.seen_by == ("mette", "yusuf")
    assert seen.source is Source.SET_OG_HOERT
    assert seen.sign is Sign.BEKYMRING
    assert len(seen.categories) == 1
    assert seen.reflection == "Måske er de løbet tør."
    page = mette.read()
    assert "»Vi havde ikke nogen mad«" in page
    assert "Mette havde spurgt: »Hvad fik du i morges?«" in page


def tab_to(desk, target, most=12):
    for _ in range(most):
        if target.hasFocus():
            return
        desk.press(TAB)
    raise AssertionError("Tab never came there")


def test_what_was_told_asks_by_whom_once(at_desk):
    """Second-hand knowledge says its source; one may save without."""
    mette = at_desk("mette")
    mette.go("alma")
    mette.type("Mormor er flyttet ind.")
    mette.form.source.setFocus()
    mette.press(DOWN, times=3)
    assert mette.form.told_by.isVisible()
    mette.press(ENTER, CTRL)
    assert not of(mette)
    assert mette.form.told_by.hasFocus()
    mette.type("mor")
    mette.press(ENTER, CTRL)
    assert of(mette)[0].record.told_by == "mor"
    assert "Fortalt af mor til Mette Sørensen" in mette.read()


def test_places_used_before_are_offered_and_any_can_be_written(at_desk):
    """The house's places, one's own, and free words."""
    mette = at_desk("mette")
    mette.go("alma")
    mette.type("Faldt i søvn.")
    mette.form.place.setFocus()
    mette.type("Bag skuret")
    mette.press(ENTER, CTRL)
    assert of(mette)[0].record.place == "Bag skuret"
    mette.go("alma")
    mette.form.place.setFocus()
    mette.type("bag")
    mette.press(ENTER)
    assert mette.form.place.text() == "Bag skuret"


# questions


@pytest.mark.parametrize(
    ("field", "words", "asks"),
    [
        ("day", "31.11.", "Hvilken dag"),
        ("clock", "halv otte", "Hvad var klokken"),
    ],
)
def test_what_cannot_be_read_is_asked_for_at_its_field(at_desk, field, words, asks):
    """Nothing is saved, and what was typed still stands there."""
    mette = at_desk("mette")
    mette.go("alma")
    mette.type("Sov.")
    editor = getattr(mette.form, field)
    editor.setFocus()
    editor.selectAll()
    mette.type(words)
    mette.press(ENTER, CTRL)
    assert not of(mette)
    assert editor.hasFocus()
    assert editor.text() == words
    assert asks in editor.accessibleDescription()


def test_without_a_child_or_a_word_one_is_asked(at_desk):
    """First whom it is about, then what was seen."""
    mette = at_desk("mette")
    mette.go()
    mette.press(ENTER, CTRL)
    assert "Hvilket barn" in mette.form.children_field.picker.accessibleDescription()
    mette.type("be")
    mette.press(ENTER)
    mette.press(ENTER, CTRL)
    assert "Én linje er nok" in mette.form.text.accessibleDescription()
    assert not of(mette, "bertil")


def test_a_day_to_come_is_asked_about_once(at_desk):
    """It may be a slip; it is never refused."""
    mette = at_desk("mette")
    mette.go("alma")
    mette.type("Skal til lægen.")
    mette.form.day.setFocus()
    mette.form.day.selectAll()
    mette.type("i morgen")
    mette.press(ENTER, CTRL)
    assert not of(mette)
    assert "ikke kommet endnu" in mette.form.day.accessibleDescription()
    mette.press(ENTER, CTRL)
    assert of(mette)[0].record.day == date(2026, 11, 13)


def test_the_weekday_stands_beside_the_date(at_desk):
    """A date typed short is shown with its weekday."""
    mette = at_desk("mette")
    mette.go("alma")
    mette.form.day.setFocus()
    mette.form.day.selectAll()
    mette.type("10.11")
    mette.press(TAB)
    assert mette.form.day.text() == "tir 10. nov. 2026"


def test_a_refused_save_loses_nothing(at_desk, world):
    """Access withdrawn while one writes: said in words, the text stays and is kept."""
    leader = world.session("hanne")
    share = protecting.share_child(leader, "alma", "karen", Basis.SAMTYKKE)
    karen = at_desk("karen")
    karen.go("alma")
    karen.type("Alma viste mig sin tegning.")
    protecting.withdraw_sharing(leader, share.id)
    karen.press(ENTER, CTRL)
    assert any("ikke adgang" in words for words in karen.said)
    assert karen.form.text.text() == "Alma viste mig sin tegning."
    assert not karen.reads
    [kept] = karen.ask(drafts.mine)
    assert "tegning" in kept.content


# several children, and names


def test_several_children_each_with_a_part(at_desk):
    """The second one was there; her part is chosen in the menu, and the button says both names."""
    mette = at_desk("mette")
    mette.go("alma")
    mette.type("De byggede en hule.")
    mette.click(mette.form.children_field.more)
    mette.type("be")
    mette.press(ENTER)
    assert mette.place.writing.save_button.text() == "Gem hos Alma og Bertil"
    chip = mette.form.children_field.chip_of("bertil")
    assert chip.role.hasFocus()
    mette.press(DOWN)
    assert [one.text() for one in chip.menu().actions()[:3]] == ["Handler om", "Var med", "Så det"]
    mette.form.text.setFocus()
    mette.press(ENTER, CTRL)
    [stored] = of(mette)
    assert [(one.child, one.part) for one in stored.record.involved] == [
        ("alma", Part.HANDLER_OM), ("bertil", Part.SAA_DET),
    ]  # fmt: skip
    assert of(mette, "bertil")[0].id == stored.id


def test_a_child_is_taken_out_by_delete_and_by_press(at_desk):
    """Chips are removable by keyboard and mouse."""
    mette = at_desk("mette")
    mette.go("alma")
    field = mette.form.children_field
    for letters in ("be", "em"):
        field.focus_here()
        mette.type(letters)
        mette.press(ENTER)
    field.chip_of("bertil").role.setFocus()
    mette.press(Qt.Key.Key_Delete)
    mette.click(field.chip_of("emil").away)
    assert field.value() == (("alma", Part.HANDLER_OM.value),)


def test_another_child_is_masked_for_whoever_may_not_see_her(at_desk, world):
    """Named by @: a name for Mette, another child for Karen, with whom only Alma is shared."""
    mette = at_desk("mette")
    mette.go("alma")
    mette.type("Alma tog @be")
    mette.press(ENTER)
    mette.type("s hue.")
    mette.form.children_field.focus_here()
    mette.type("be")
    mette.press(ENTER)
    mette.form.text.setFocus()
    mette.press(ENTER, CTRL)
    [stored] = of(mette)
    assert stored.record.text == "Alma tog {barn:bertil}s hue."
    assert "Alma tog Bertils hue." in mette.read()
    mette.close()
    protecting.share_child(world.session("hanne"), "alma", "karen", Basis.SAMTYKKE)
    karen = at_desk("karen")
    karen.go(stored.id)
    page = karen.read()
    assert "Alma tog et andet barns hue." in page
    assert "et andet barn · var med" in page
    assert "Bertil" not in page


def test_a_name_typed_in_clear_is_asked_about_quietly(at_desk):
    """»Emil«: mener du Emil Friis? One press puts the mark in; it never blocks."""
    mette = at_desk("mette")
    mette.go("alma")
    mette.type("Emil kom.")
    mette.form.text.flush()
    offers = mette.form.offers["text"]
    assert offers.asked() == ("Emil",)
    mette.click(named(offers, "Sæt Emil Friis ind for Emil"))
    assert mette.form.text.text() == "{barn:emil} kom."
    assert offers.asked() == ()


def test_a_name_laid_away_is_not_asked_about_again(at_desk):
    """It was another Emil."""
    mette = at_desk("mette")
    mette.go("alma")
    mette.type("Storebror Emil hentede.")
    mette.form.text.flush()
    offers = mette.form.offers["text"]
    mette.click(named(offers, "Emil er en anden"))
    mette.form.text.setFocus()
    mette.type(" Emil vinkede.")
    mette.form.text.flush()
    assert offers.asked() == ()


def test_ones_own_child_is_not_asked_about(at_desk):
    """Alma's name is no secret on Alma's page; with two children in it both are asked about."""
    mette = at_desk("mette")
    mette.go("alma")
    mette.type("Alma kom.")
    mette.form.text.flush()
    assert mette.form.offers["text"].asked() == ()
    mette.form.children_field.focus_here()
    mette.type("be")
    mette.press(ENTER)
    assert mette.form.offers["text"].asked() == ("Alma",)


# hostile


HOSTILE = [
    "<b>fed</b> &amp; <script>alert(1)</script>",
    "'; DROP TABLE event; --",
    "{barn:bertil} og {barn:findes-ikke}",
    "æøå ÆØÅ ß 漢字 עברית 👩‍👧 e\u0301",
    "linje et\nlinje to\n\n\tindrykket",
    '%s {0} $(rm) \\n "citat" »gås«',
]


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_text_comes_back_as_it_was_pasted(at_desk, words):
    """Nothing in a text is obeyed, and nothing of it is lost."""
    mette = at_desk("mette")
    mette.go("alma")
    QApplication.clipboard().setText(words)
    mette.press(Qt.Key.Key_V, CTRL)
    mette.form.child_words.setFocus()
    mette.press(Qt.Key.Key_V, CTRL)
    mette.kept()
    shown = mette.form.text.said()
    mette.press(ENTER, CTRL)
    [stored] = of(mette)
    assert stored.record.child_words == stored.record.text
    mette.click(mette.place.reading.correct_button)
    assert mette.form.text.said() == shown
    import unicodedata

    assert shown == unicodedata.normalize("NFC", words)


# the panel, the tree, the hard branch


def test_what_was_seen_before_is_counted_beside_the_form(at_desk):
    """It says how often, of the subject in hand, and never what it means."""
    mette = at_desk("mette")
    for n in range(3):
        seen = observation(f"Spiste {n} boller.", categories=("krop.mad",))
        mette.ask(lambda s, seen=seen: recording.save(s, seen))
    mette.ask(lambda s: recording.save(s, observation("Sov.", categories=("krop.soevn",))))
    mette.go("alma")
    page = mette.read()
    assert "Tre gange siden 1. oktober er der skrevet om mad og drikke." in page
    assert "Spiste 0 boller" in page
    mette.form.choose_subjects(("krop.soevn",))
    mette.settle()
    assert "Én gang siden 1. oktober er der skrevet om søvn og hvile." in mette.read()


def observation(text, **facts):
    from tvaerfaglig.domain.observation import Involved

    return Observation(
        involved=(Involved(child="alma"),), day=date(2026, 11, 10), text=text, **facts
    )


def test_all_subjects_stand_in_a_tree_with_signs_for_the_age(at_desk):
    """Alle 14 opens it; what is chosen there is chosen in the form."""
    mette = at_desk("mette")
    mette.go("alma")
    mette.click(mette.form.subjects.whole)
    page = mette.read()
    assert "3–6 år" in page
    assert "Kommer sulten, eller madkassen er tom. (Ankestyrelsen, Del din bekymring)" in page
    mette.click(named(mette.place, "Tænder"))
    mette.press(ESC)
    assert mette.form.subjects.chosen() == ("krop.taender",)
    mette.form.text.setFocus()
    mette.type("Faldt på trappen.")
    mette.press(ENTER, CTRL)
    assert of(mette)[0].record.categories == ("krop.taender",)


def test_overgreb_brings_the_numbers_and_the_guard_at_once(at_desk):
    """Ring first, say nothing to the parents; one press sets the guard, and saving is never blocked."""
    mette = at_desk("mette")
    mette.go("alma")
    mette.type("Viste et mærke på armen.")
    mette.click(mette.form.subjects.whole)
    mette.click(named(mette.place, "Fysisk vold"))
    hard = mette.place.writing.hard
    assert hard.isVisible()
    page = mette.read()
    assert "112" in page
    assert "Sig ikke noget til forældrene" in page
    [form] = hard.panel.forms()
    mette.click(form.sets)
    assert mette.ask(observation_page.guarding, ("alma",))[0].guard is None
    mette.click(named(form, "En forælder eller nær relation"))
    mette.click(form.sets)
    [alma] = mette.ask(observation_page.guarding, ("alma",))
    assert alma.guard is not None
    assert alma.guard.against is Against.FORAELDER
    assert "Værnet på Alma er sat siden 12. november 2026." in mette.read()
    mette.form.text.setFocus()
    mette.press(ENTER, CTRL)
    assert of(mette)[0].record.categories == ("overgreb.fysisk",)


def test_without_such_a_subject_nothing_of_it_is_seen(at_desk):
    """And it goes again when the subject is taken away."""
    mette = at_desk("mette")
    mette.go("alma")
    hard = mette.place.writing.hard
    assert not hard.isVisible()
    mette.form.choose_subjects(("overgreb.psykisk",))
    mette.settle()
    assert hard.isVisible()
    assert hard.findChildren(GuardForm)
    mette.form.choose_subjects(())
    assert not hard.isVisible()


def test_a_colleague_who_left_stays_where_she_was_chosen(at_desk, world):
    """An old observation can be corrected without losing who saw it."""
    mette = at_desk("mette")
    stored = mette.ask(lambda s: recording.save(s, observation("Sov.", seen_by=("mette", "yusuf"))))
    leader = world.session("hanne")
    staffing.retire(leader, "yusuf") if hasattr(staffing, "retire") else _leave(leader)
    mette.go(stored.id)
    mette.click(mette.place.reading.correct_button)
    assert set(mette.form.seen_by.all_chosen()) == {"mette", "yusuf"}
    assert mette.form.seen_by.currentText() == "Mette (mig) og Yusuf"


def _leave(leader):
    from dataclasses import replace

    with leader.write() as pen:
        pen.put(replace(leader.staff()["yusuf"], active=False), "yusuf")
