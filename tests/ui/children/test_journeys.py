"""Børn as people use it: found by typing, written about, shared, guarded, corrected, and found again."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from tests.ui.showing import press
from tvaerfaglig.domain.concern import Position
from tvaerfaglig.domain.konsultation import Konsultation, KonsultationKind
from tvaerfaglig.domain.protection import Against
from tvaerfaglig.services import access_log, drafts
from tvaerfaglig.services.children import card, one_child, protecting, timeline
from tvaerfaglig.services.konsultation import acts as konsultationer
from tvaerfaglig.ui.children import NewChild, OpenChild
from tvaerfaglig.ui.children.birth_form import BirthForm
from tvaerfaglig.ui.children.form import DraftPage
from tvaerfaglig.ui.children.forms import menu
from tvaerfaglig.ui.children.head import TABS
from tvaerfaglig.ui.widgets import Prose


def choose(menu, words):
    """Choose an act in the *Mere* menu."""
    action = next(one for one in menu.acts().actions() if one.text() == words)
    action.trigger()


def form_of(at, place) -> DraftPage:
    at.settle()
    assert isinstance(place._aside, DraftPage)
    return place._aside


def write_more(at, place, words) -> DraftPage:
    choose(place.view.child_head.more, words)
    return form_of(at, place)


def prose_named(form, name) -> Prose:
    return next(one for one in form.findChildren(Prose) if one.accessibleName() == name)


def save(at, form):
    form.save_button.click()
    at.settle()


def lines(place):
    """What stands on the timeline, as a screen reader would say it."""
    return [entry.sentence() for entry in place.view.timeline.line.entries()]


def kinds(place):
    return [entry.kind for entry in place.view.timeline.line.entries() if entry.kind]


def labels(widget):
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def words_on(widget):
    return [b.text() for b in widget.findChildren(QPushButton) if b.isVisible()]


def test_a_child_is_found_by_typing_and_opened_with_enter(mette, qtbot):
    """Two letters of the last name and Enter: her page stands there, and the look is in the log."""
    place = mette.place()
    qtbot.keyClicks(place.list.typed, "now")
    assert place.list.shown() == ("alma",)
    press(qtbot, Qt.Key.Key_Return)
    mette.settle()
    assert place.view.page.child.name == "Alma Nowak"
    assert place.right.currentWidget() is place.view


def test_arrows_walk_the_list_and_only_enter_opens(mette, qtbot):
    """Going along the list is no look; Enter is."""
    place = mette.place()
    place.list.typed.setFocus()
    press(qtbot, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is place.list.list
    press(qtbot, Qt.Key.Key_Down)
    assert place.list.list.current() == "bertil"
    assert place.view.child_id == ""
    press(qtbot, Qt.Key.Key_Return)
    mette.settle()
    assert place.view.page.child.name == "Bertil Kjær"


def test_a_talk_with_the_parents_is_written_and_stands_on_the_timeline(mette, qtbot):
    """Menu, fields, *Gem hos Alma*: the talk is there in the parents' words, and the draft is gone."""
    place = mette.place("alma")
    form = write_more(mette, place, "Samtale med forældrene")
    form.fields.editor("parents").buttons()[0].click()
    qtbot.keyClicks(form.fields.editor("view"), "Jeg er træt.")
    form.fields.editor("view").flush()
    save(mette, form)
    assert place.right.currentWidget() is place.view
    assert any("Samtale med mor" in one and "Jeg er træt." in one for one in lines(place))
    assert mette.do(drafts.mine) == []
    assert mette.said[-1] == "Gemt hos Alma."


def test_nothing_can_be_read_is_never_dropped(mette, qtbot):
    """A day that is no day stays in its field with a question, and nothing is saved."""
    place = mette.place("alma")
    form = write_more(mette, place, "Nyt fra familien")
    form.fields.put(text="Mor fik arbejde.")
    form.fields.editor("day").setText("31.11.")
    form.save_button.click()
    mette.settle()
    assert place._aside is form
    assert "31.11." in form.fields.editor("day").text()
    assert "kan ikke læses som en dag" in form.fields.editor("day").accessibleDescription()
    assert kinds(place) == []


def test_an_unfinished_form_waits_as_a_draft_and_is_offered_again(mette, qtbot):
    """Half a talk, then away: the page says so next time, and *Skriv videre* has every word."""
    place = mette.place("alma")
    form = write_more(mette, place, "Samtale med forældrene")
    qtbot.keyClicks(form.fields.editor("told"), "Vi fortalte om grøden")
    qtbot.waitUntil(lambda: bool(mette.do(drafts.mine)), timeout=3000)
    press(qtbot, Qt.Key.Key_Escape)
    mette.settle()
    place.open("alma")
    mette.settle()
    assert "Du var i gang med en samtale" in place.view.message.words()
    place.view.message.link.click()
    again = form_of(mette, place)
    assert again.fields.text("told") == "Vi fortalte om grøden"
    assert mette.do(timeline.timeline, "alma").entries == ()


def test_opening_a_form_and_leaving_it_keeps_nothing(mette):
    """A form that was only looked at leaves no draft behind."""
    place = mette.place("alma")
    write_more(mette, place, "Sæt position").put_away()
    mette.settle()
    assert mette.do(drafts.mine) == []


def test_undo_takes_it_back_and_keeps_the_words(mette, qtbot):
    """*Fortryd* removes it from the timeline; the text is a draft again."""
    place = mette.place("alma")
    form = write_more(mette, place, "Fravær")
    form.fields.put(reason="Feber")
    save(mette, form)
    assert kinds(place) == ["Fravær"]
    mette.undo[-1]()
    mette.settle()
    assert kinds(place) == []
    assert "Feber" in mette.do(drafts.mine)[0].content


def test_a_position_is_set_by_its_written_meaning(autumn, qtbot):
    """The step that stands says since when; a press on another's words chooses it, and the list follows."""
    place = autumn.place("alma")
    form = write_more(autumn, place, "Sæt position")
    steps = form.fields.editor("position")
    assert "Står her siden 10. nov." in steps.box("bekymring").accessibleDescription()
    qtbot.mouseClick(steps._grounds["staerk"], Qt.MouseButton.LeftButton)
    form.fields.put(because="Hun græd hele formiddagen.")
    save(autumn, form)
    assert place.view.page.position.record.position is Position.STAERK
    row = next(one for one in place.list.list.rows() if one.key == "alma")
    assert row.mark == "staerk"


def test_sharing_opens_the_child_to_karen_and_withdrawing_closes_it(desk_of):
    """Before: she sees no children. Shared: she opens Alma's page. Withdrawn: it is closed, in words."""
    karen = desk_of("karen")
    assert karen.place().list.shown() == ()
    mette = desk_of("mette")
    place = mette.place("alma")
    form = write_more(mette, place, "Del Alma")
    form.fields.put(staff="karen", basis="tidligt_samarbejde")
    save(mette, form)
    assert mette.said[-1] == "Alma er delt med Karen Lund."
    karen = desk_of("karen")
    opened = karen.place("alma")
    assert karen.do(one_child.child_page, "alma").child.name == "Alma Nowak"
    assert opened.list.shown() == ("alma",)
    assert "Del Alma" not in opened.view.child_head.more.menu_words()
    mette = desk_of("mette")
    place = mette.place(OpenChild("alma", tab="samtykker"))
    away = next(
        b for b in place.view.sharing.findChildren(QPushButton) if b.text() == "Træk tilbage"
    )
    away.click()
    mette.settle()
    karen = desk_of("karen")
    closed = karen.place("alma")
    assert closed.list.shown() == ()
    assert "Du har ikke adgang" in karen.said[-1]
    assert closed.view.page is None


def test_the_guard_takes_everything_away_that_would_tell_the_parents(autumn):
    """Set against a parent: the talk is gone from the menu, phone and new consent from the tabs; red says why."""
    place = autumn.place("alma")
    head = place.view.child_head
    assert "Samtale med forældrene" in head.more.menu_words()
    place.view.show_tab("netvaerk")
    autumn.settle()
    assert "12 34 56 79" in labels(place.view.network)
    place.view.show_tab("samtykker")
    autumn.settle()
    assert "Nyt samtykke" in words_on(place.view.sharing)
    form = write_more(autumn, place, "Sæt værn")
    form.fields.put(against="foraelder")
    save(autumn, form)
    assert head.bar.isVisible()
    assert "sig ikke noget til forældrene" in head.bar.words()
    assert "Samtale med forældrene" not in head.more.menu_words()
    place.view.show_tab("netvaerk")
    autumn.settle()
    assert "Katarzyna Nowak" in labels(place.view.network)
    assert "12 34 56 79" not in labels(place.view.network)
    place.view.show_tab("samtykker")
    autumn.settle()
    assert "Nyt samtykke" not in words_on(place.view.sharing)
    head.bar.link.click()
    assert autumn.went[-1] == ("akut", None)


def test_the_guard_is_lifted_only_with_a_reason(autumn):
    """Without a reason it stands; with one everything comes back, and both stand on the timeline."""
    place = autumn.place("alma")
    form = write_more(autumn, place, "Sæt værn")
    form.fields.put(against="ukendt")
    save(autumn, form)
    form = write_more(autumn, place, "Løft værnet")
    form.save_button.click()
    autumn.settle()
    assert place.view.page.guard is not None
    form.fields.put(because="Aftalt med kommunen 12. nov.")
    save(autumn, form)
    assert place.view.page.guard is None
    assert "Samtale med forældrene" in place.view.child_head.more.menu_words()
    assert any("Aftalt med kommunen" in one for one in lines(place))


def test_a_started_talk_cannot_be_finished_while_the_guard_is_set(mette):
    """The draft is kept, and the page says why it does not open."""
    place = mette.place("alma")
    form = write_more(mette, place, "Samtale med forældrene")
    form.fields.put(view="Vi ved det godt.")
    form._dirty = True
    form.put_away()
    mette.settle()
    form = write_more(mette, place, "Sæt værn")
    form.fields.put(against="foraelder")
    save(mette, form)
    place.view.message.link.click()
    mette.settle()
    assert place._aside is None
    assert "så længe værnet er sat" in mette.said[-1]
    assert len(mette.do(drafts.mine)) == 1


def test_a_talk_that_stands_open_goes_when_the_guard_is_set_elsewhere(mette):
    """In Akut or in a letter: the form is gone at once, and what was typed waits."""
    place = mette.place("alma")
    form = write_more(mette, place, "Samtale med forældrene")
    QTest.keyClicks(prose_named(form, "Forældrenes syn"), "Vi ved det godt.")
    mette.desk.announce(mette.do(protecting.set_guard, "alma", Against.UKENDT))
    mette.settle()
    assert place._aside is None
    assert "så længe værnet er sat" in mette.said[-1]
    (draft,) = mette.do(drafts.mine)
    assert "Vi ved det godt." in draft.content


def test_what_was_refused_is_kept_at_once(mette):
    """Gem a moment after the last key, and the answer is no: the last word is in the draft."""
    place = mette.place("alma")
    form = write_more(mette, place, "Samtale med forældrene")
    QTest.keyClicks(prose_named(form, "Forældrenes syn"), "Vi ved det godt.")
    mette.do(protecting.set_guard, "alma", Against.FORAELDER)
    form.save_button.click()
    mette.settle()
    assert "forældrene spørges og orienteres ikke nu" in mette.said[-1]
    (draft,) = mette.do(drafts.mine)
    assert "Vi ved det godt." in draft.content
    assert form.fields.text("view") == "Vi ved det godt."


def test_facts_are_corrected_and_the_number_stays(mette, qtbot):
    """A new address and a sister: saved as a new version; the masked number in its field changes nothing."""
    place = mette.place("alma")
    form = write_more(mette, place, "Ret oplysninger")
    assert form.fields.text("cpr") == "031322-••••"
    form.fields.put(address="Skovvej 9, 9999 Fjordby")
    form._on_add_sibling()
    form._siblings[-1].fields.put(child="bertil", name="Bertil Kjær")
    save(mette, form)
    stored = mette.session.child
    child = mette.tasks.now(lambda: stored("alma").record)
    assert child.address == "Skovvej 9, 9999 Fjordby"
    assert child.cpr == "031322-0000"
    assert child.siblings[-1].child == "bertil"
    assert len(mette.do(card.child_versions, "alma")) == 2


def test_an_odd_number_is_asked_about_and_kept(mette):
    """Month 13 is asked about in place, and saved all the same."""
    place = mette.place("bertil")
    form = write_more(mette, place, "Ret oplysninger")
    form.fields.editor("cpr").setText("021321-0000")
    form.fields.editor("cpr").editingFinished.emit()
    assert "Står nummeret rigtigt?" in form.fields.editor("cpr").accessibleDescription()
    save(mette, form)
    assert mette.tasks.now(lambda: mette.session.child("bertil").record.cpr) == "021321-0000"


def test_seeing_the_number_is_in_the_log_and_the_leader_sees_it(desk_of):
    """*Vis* shows it; »Hvem har set« says who and when, and only the leader has that tab."""
    mette = desk_of("mette")
    place = mette.place(OpenChild("alma", tab="netvaerk"))
    line = next(b for b in place.view.network.findChildren(QPushButton) if b.text() == "Vis")
    line.click()
    mette.settle()
    assert line.parent().number.text() == "031322-0000"
    log = [key for key, _ in TABS].index("log")
    assert not place.view.child_head.tabs.isTabVisible(log)
    hanne = desk_of("hanne")
    place = hanne.place(OpenChild("alma", tab="log"))
    said = [(row.clock, row.who, row.did) for row in place.view.log.list.rows()]
    assert ("8.00", "Mette Sørensen", "har set CPR-nummeret") in said
    assert place.view.log.list.days() == ("I dag",)
    assert any(one.what == "barnets side" for one in hanne.do(access_log.of_child, "alma"))


def test_a_leader_takes_in_a_child_who_is_not_born_yet(desk_of):
    """A name and a due date are enough; her page opens, and she stands in the list."""
    hanne = desk_of("hanne")
    place = hanne.place(NewChild())
    form = form_of(hanne, place)
    form.fields.put(name="Ufødt Kjær", due=date(2027, 2, 3))
    save(hanne, form)
    assert place.view.page.child.name == "Ufødt Kjær"
    row = next(one for one in place.list.list.rows() if one.title == "Ufødt Kjær")
    assert row.aside == "termin 3. feb."


def test_a_child_on_the_way_needs_no_name_and_is_born_later(desk_of):
    """Chosen as on the way: no birthday and no number are asked for; born, the same page has both."""
    hanne = desk_of("hanne")
    place = hanne.place(NewChild())
    form = form_of(hanne, place)
    form._stands.buttons()[1].click()
    hanne.settle()
    assert form.fields.field("born").isHidden()
    assert form._number_place.isHidden()
    form.save()
    assert "termin" in form.fields.editor("due").accessibleDescription()
    form.fields.put(due=date(2026, 11, 10))
    save(hanne, form)
    page = place.view.page
    assert page.child.name == "Barnet"
    row = next(one for one in place.list.list.rows() if one.title == "Barnet")
    assert row.aside == "termin var 10. nov."
    words = [said for _, said, _ in menu(page)]
    assert "Barnet er født" in words
    assert "Fravær" not in words
    place.view.write.emit("oplysninger", "")
    form = form_of(hanne, place)
    assert form.fields.field("stands").isHidden()
    form.fields.put(language="polsk")
    door = next(b for b in form.findChildren(QPushButton) if b.text() == "Barnet er født")
    door.click()
    hanne.settle()
    form = form_of(hanne, place)
    assert isinstance(form, BirthForm)
    form.fields.put(name="Ida Holst", born=date(2026, 11, 9))
    save(hanne, form)
    assert (place.view.page.child.born, place.view.page.child.due) == (
        date(2026, 11, 9), date(2026, 11, 10),
    )  # fmt: skip


def test_a_pedagogue_is_not_offered_to_take_in_children(mette):
    """The plus is the leader's."""
    assert not mette.place().list.new.isVisible()


def test_everything_is_found_again_after_the_vault_was_closed(desk_of, autumn):
    """Written, locked, opened by another: the same entries in the same order."""
    place = autumn.place("alma")
    before = [(e.kind, e.title, e.words) for e in place.view.timeline.line.entries()]
    hanne = desk_of("hanne")
    after = hanne.place("alma").view.timeline.line.entries()
    assert [(e.kind, e.title, e.words) for e in after] == before
    assert len(before) > 10


def test_a_concern_closes_with_what_was_achieved(autumn):
    """Unfolded it offers *Luk bekymringen*; closed it says why, and is open no longer."""
    place = autumn.place("alma")
    concern = next(
        one for one in place.view.timeline._rows if one.told.kind == "Bekymring" and not one.planned
    )
    place.view.go_to(concern.key)
    autumn.settle()
    assert place.view.timeline.line.is_unfolded(concern.key)
    close = next(
        b for b in place.view.timeline.findChildren(QPushButton) if b.text() == "Luk bekymringen"
    )
    close.click()
    form = form_of(autumn, place)
    form.fields.put(
        reason="bedre", because="Hun spiser hjemme igen.", achieved="Madkasse hver morgen."
    )
    save(autumn, form)
    said = next(one for one in lines(place) if "Sulten om morgenen" in one)
    assert "Lukket 12. nov.: Det går bedre. Hun spiser hjemme igen" in said


def test_a_decision_comes_back_on_its_day(autumn, clock):
    """On its day the entry asks to be looked at again, and keeps the answer."""
    clock.forward(days=6)
    place = autumn.place("alma")
    link = next(
        b for b in place.view.timeline.findChildren(QPushButton) if b.text() == "Se på det igen"
    )
    link.click()
    form = form_of(autumn, place)
    form.fields.put(outcome="Madkassen kommer hver dag.")
    save(autumn, form)
    assert any("Madkassen kommer hver dag." in one for one in lines(place))


def test_a_correction_keeps_the_earlier_words_and_the_three_times(autumn, clock):
    """*Ret* makes a new version: happened, written and changed are all said, the old words can be seen."""
    place = autumn.place("alma")
    talk = next(one for one in place.view.timeline._rows if one.group == "samtale")
    clock.forward(minutes=70)
    place.write("samtale", talk.key)
    form = form_of(autumn, place)
    form.fields.put(view="Jeg møder klokken halv syv.")
    save(autumn, form)
    place.view.go_to(talk.key)
    autumn.settle()
    said = " ".join(
        one.text()
        for one in place.view.timeline.line.findChildren(type(place.view.child_head._name))
    )
    assert (
        "Skete 6. november 2026 15.30 · Skrevet 12. nov. 8.00 af Mette Sørensen · rettet 12. nov. 9.10"
        in said
    )
    older = next(
        b
        for b in place.view.timeline.findChildren(QPushButton)
        if b.text() == "Vis 1 tidligere udgave"
    )
    older.click()
    assert "Jeg møder klokken seks." in " ".join(
        one.accessibleName() or one.text()
        for one in place.view.timeline.line.findChildren(type(place.view.child_head._name))
    )  # fmt: skip


def test_a_konsultation_is_prepared_from_the_childs_page(mette):
    """The planned one where there is one; else it is planned first."""
    place = mette.place(OpenChild("alma"))
    choose(place.view.child_head.more, "Forbered en konsultation")
    mette.settle()
    assert mette.went[-1] == ("konsultationer", "ny:alma")
    note = Konsultation(
        kind=KonsultationKind.NAVNGIVET, child="alma", day=date(2026, 11, 20), basis="andet",
        basis_text="Aftalt.",
    )  # fmt: skip
    one = mette.do(konsultationer.plan, note).id
    choose(place.view.child_head.more, "Forbered en konsultation")
    mette.settle()
    assert mette.went[-1] == ("konsultationer", f"forbered:{one}")
