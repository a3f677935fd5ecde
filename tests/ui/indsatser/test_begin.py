"""An indsats from the shelf of kinds to its end, at the desk."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtWidgets import QLabel

from tests.services.efforts.group import TODAY, begun, let_in, ref_of
from tvaerfaglig.domain.efforts.records import Effort, EffortState
from tvaerfaglig.services.efforts import reading, starting
from tvaerfaglig.store import queries
from tvaerfaglig.ui.widgets import ChipGroup, MessageBar


def the_effort(desk):
    """The one there is, as it is kept."""
    return desk.do(lambda session: queries.all_of(session.vault, Effort)[0])


def begin_form(desk, kind="familiegruppe"):
    place = desk.place("ny")
    place.shelf.kinds.opened.emit(desk.do(ref_of, kind))
    desk.settle()
    return place, place.form


def fill(form):
    """A name, both pædagoger and the sundhedsplejerske, four families and a project."""
    form.fields.put(name="Torsdagsgruppen", place="Det lille rum", max="4", project="Pulje 2026")
    form.fields.put(**{"seat-gruppeleder": ["mette", "yusuf"], "seat-sundhedsplejerske": ["line"]})


def test_the_shelf_tells_each_kind_in_words_of_its_data(hanne):
    """Whom it is about, how often, who does what, and who comes first."""
    place = hanne.place("ny")
    place.shelf.kinds.choose(hanne.do(ref_of, "familiegruppe"))
    place.shelf.kinds.moved.emit(hanne.do(ref_of, "familiegruppe"))
    said = " ".join(one.text() for one in place.shelf.findChildren(QLabel))
    for words in ("højst seks familier", "12–16 gange", "Sundhedsplejerske", "bror eller søster"):
        assert words in said


def test_begun_put_right_closed_and_opened_again(hanne):
    """Each step with Fortryd where it has one; what was written stands."""
    place, form = begin_form(hanne)
    assert form.fields.text("name") == "Familiegruppe, efterår 2026"
    fill(form)
    form.save_button.click()
    hanne.settle()
    made = the_effort(hanne)
    assert (made.record.name, made.record.max_families) == ("Torsdagsgruppen", 4)
    assert [one.staff for one in made.record.seated] == ["mette", "yusuf", "line"]
    assert place.effort.isVisible()

    hanne.desk.go("indsatser", f"{made.id}:ret")
    hanne.settle()
    place.form.fields.put(place="Salen")
    place.form.save_button.click()
    hanne.settle()
    assert the_effort(hanne).record.place == "Salen"
    hanne.undo[-1]()
    hanne.settle()
    assert the_effort(hanne).record.place == "Det lille rum"

    hanne.desk.go("indsatser", f"{made.id}:afslut")
    hanne.settle()
    place.form.fields.put(outcome="Alle fik mere ro ved bordet.")
    place.form.save_button.click()
    hanne.settle()
    assert the_effort(hanne).record.status is EffortState.AFSLUTTET
    hanne.undo[-1]()
    hanne.settle()
    assert the_effort(hanne).record.status is EffortState.I_GANG


def test_begun_by_mistake_is_taken_back(hanne):
    """Fortryd lays it away and leads to the list; what was written is a draft again."""
    place, form = begin_form(hanne)
    fill(form)
    form.save_button.click()
    hanne.settle()
    hanne.undo[-1]()
    hanne.settle()
    assert place.list_page.isVisible()
    assert hanne.do(reading.efforts) == ()
    hanne.desk.go("indsatser", f"begynd:{hanne.do(ref_of, 'familiegruppe')}")
    hanne.settle()
    assert place.form.fields.text("project") == "Pulje 2026"


def test_a_name_of_a_child_is_refused_and_the_form_stands(hanne):
    place, form = begin_form(hanne)
    fill(form)
    form.fields.put(name="Almas gruppe")
    form.save_button.click()
    hanne.settle()
    assert "Alma" in hanne.said[-1]
    assert place.form is form
    assert form.fields.text("name") == "Almas gruppe"


def test_the_project_used_before_is_offered(hanne):
    hanne.do(begun, project="Pulje 2026")
    _, form = begin_form(hanne)
    used = next(
        one for one in form.findChildren(ChipGroup) if one.accessibleName() == "Projekter i brug"
    )
    used.buttons()[0].click()
    assert form.fields.text("project") == "Pulje 2026"


def test_a_paedagog_begins_what_has_a_seat_for_her_and_sits_in_it(desk_of):
    """Groups are the leader's; she is told so by name, and is on her seat from the start."""
    mette = desk_of("mette")
    place = mette.place("ny")
    names = [one.title for one in place.shelf.kinds.rows()]
    assert "Familiegruppe" not in names
    assert "Familiegruppe" in place.shelf._others.text()
    place.shelf.kinds.opened.emit(mette.do(ref_of, "praktikforloeb"))
    mette.settle()
    assert place.form.fields.several("seat-paedagog") == ("mette",)


def test_what_one_began_to_write_waits(hanne):
    """Put away with Esc, found again when the form is opened anew."""
    place, form = begin_form(hanne)
    form.fields.editor("name").setText("Mandagsgruppen")
    form.put_away()
    hanne.settle()
    assert place.shelf.isVisible()
    place.shelf.kinds.opened.emit(hanne.do(ref_of, "familiegruppe"))
    hanne.settle()
    assert place.form.fields.text("name") == "Mandagsgruppen"


def test_a_family_in_it_keeps_it_from_being_closed(hanne):
    """Said before one writes what came of it, with the way to the families; and when one presses."""
    group = hanne.do(begun)
    hanne.do(let_in, group, "alma")
    place = hanne.place(f"{group}:afslut")
    bars = place.form.findChildren(MessageBar)
    said = next(one for one in bars if "Én familie har endnu en plads" in one.words())
    said.pressed.emit()
    hanne.settle()
    assert hanne.went[-1] == ("indsatser", f"{group}:familier")
    place.open(f"{group}:afslut")
    hanne.settle()
    place.form.fields.put(outcome="Godt.")
    place.form.save_button.click()
    hanne.settle()
    assert "Afslut den først" in hanne.said[-1]


def pick(place, words):
    """Choose one of what can be done with the whole effort."""
    every = place.effort.more.acts().actions()
    next(one for one in every if one.text() == words).trigger()


def test_what_is_done_with_the_whole_effort_stands_behind_one_button(hanne):
    """Begun before its day, closed and opened again, laid away; each with Fortryd, and only what can be done now."""
    group = hanne.do(begun, start=TODAY + timedelta(9))
    place = hanne.place(group)
    assert "Åbn indsatsen igen" not in place.effort.more.menu_words()
    states = []
    for act in ("Begynd nu", "Læg indsatsen væk"):
        pick(place, act)
        hanne.settle()
        states.append(the_effort(hanne).record.status)
        hanne.undo[-1]()
        hanne.settle()
        states.append(the_effort(hanne).record.status)
        hanne.desk.go("indsatser", group)
        hanne.settle()
    planned = EffortState.PLANLAGT
    assert states == [EffortState.I_GANG, planned, EffortState.FJERNET, planned]
    hanne.do(starting.close, group, "Ingen kunne om torsdagen.")
    hanne.desk.go("indsatser", group)
    hanne.settle()
    assert place.effort.more.menu_words() == ("Åbn indsatsen igen",)
    pick(place, "Åbn indsatsen igen")
    hanne.settle()
    assert the_effort(hanne).record.status is planned
    hanne.undo[-1]()
    hanne.settle()
    assert the_effort(hanne).record.outcome == "Ingen kunne om torsdagen."


def test_who_does_not_run_it_does_nothing_with_it(hanne, desk_of):
    group = hanne.do(begun, seated=())
    yusuf = desk_of("yusuf")
    place = yusuf.place(group)
    assert not place.effort.more.isVisible()
    yusuf.desk.go("indsatser", f"{group}:ret")
    yusuf.settle()
    assert "de, der står for indsatsen" in yusuf.said[-1]
    assert place.effort.isVisible()
