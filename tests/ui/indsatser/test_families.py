"""Families of an effort at the desk: asked for, given a place, ended, and each step taken back."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from tests.services.efforts.group import TODAY, asked, begun, consent, let_in
from tvaerfaglig.domain.efforts.records import Enrolment, EnrolmentState
from tvaerfaglig.domain.protection import Basis
from tvaerfaglig.services.children import protecting
from tvaerfaglig.services.consent import acts
from tvaerfaglig.services.efforts import enrolling
from tvaerfaglig.services.efforts.enrolling import Ended
from tvaerfaglig.store import queries
from tvaerfaglig.ui.children import OpenChild
from tvaerfaglig.ui.indsatser.join_page import JoinPage
from tvaerfaglig.ui.widgets import Button


def places(desk):
    """Every place there is, by its child."""
    every = desk.do(lambda session: queries.all_of(session.vault, Enrolment))
    return {one.record.child: one.record for one in every}


def rows(place):
    """The families as they are listed."""
    return [(one.day, one.heading, one.state) for one in place.effort.room.list.rows()]


def act(place, words):
    """Press one of the acts beside the list."""
    shown = [one for one in place.effort.room.findChildren(Button) if one.isVisible()]
    next(one for one in shown if one.text() == words).click()


@pytest.fixture
def group(hanne):
    return hanne.do(begun)


def test_a_family_is_asked_for_with_why_it_goes_first(hanne, group):
    """From the effort: which child, who comes along, who proposed it, the yes, and the reason in words."""
    given = hanne.do(consent, "alma")
    hanne.do(asked, group, "bertil", asked_on=TODAY - timedelta(9))
    place = hanne.place(f"{group}:familier")
    place.effort.room.join.click()
    hanne.settle()
    assert isinstance(place.form, JoinPage)
    place.form.typed.setText("alma")
    place.form.typed.returnPressed.emit()
    hanne.settle()
    fields = place.form.fields
    assert fields.text("consent") == given
    fields.put(adults=["alma-mor"], others="Mormor Else", referrer="Line", priority="soeskende")
    place.form.save_button.click()
    hanne.settle()
    assert "forklare" in hanne.said[-1]
    fields.put(why="Termin i januar")
    place.form.save_button.click()
    hanne.settle()
    made = places(hanne)["alma"]
    assert [one.called for one in made.adults][-1] == "Mormor Else"
    assert (made.status, made.samtykke) == (EnrolmentState.VENTER, given)
    assert [day for day, _, _ in rows(place)] == ["Nr. 1", "Nr. 2"]
    assert rows(place)[0][1].startswith("Alma")
    hanne.undo[-1]()
    hanne.settle()
    assert "alma" not in places(hanne)


def test_without_a_yes_there_is_no_place_and_the_road_to_it_is_there(hanne, group):
    """Said before one presses and when one does; the link leads to the family, and from there to its child."""
    key = hanne.do(asked, group, "alma", samtykke="")
    place = hanne.place(f"{group}:venteliste")
    assert rows(place)[0][2] == "Samtykke mangler"
    act(place, "Giv plads")
    hanne.settle()
    place.form.save_button.click()
    hanne.settle()
    assert "samtykke mangler" in hanne.said[-1]
    hanne.desk.go("indsatser", f"{group}:ret-plads:{key}")
    hanne.settle()
    assert QApplication.focusWidget().accessibleName() == "Samtykke"
    next(
        one for one in place.form.findChildren(Button) if one.text() == "Skriv et samtykke"
    ).click()
    assert hanne.went[-1] == ("boern", OpenChild("alma", "samtykker", write="samtykke"))


def test_a_place_is_given_ended_and_taken_back(hanne, group):
    """Enter on the list gives it; the end says how; Fortryd goes one step back each time."""
    key = hanne.do(asked, group, "alma")
    place = hanne.place(f"{group}:venteliste")
    place.effort.room.list.opened.emit(key)
    hanne.settle()
    place.form.save_button.click()
    hanne.settle()
    assert places(hanne)["alma"].status is EnrolmentState.MED
    act(place, "Afslut pladsen")
    hanne.settle()
    place.form.fields.put(how="faldet_fra")
    place.form.refilled()
    place.form.save_button.click()
    hanne.settle()
    assert places(hanne)["alma"].status is EnrolmentState.MED
    place.form.fields.put(because="Flyttede", to="Sundhedsplejersken")
    place.form.save_button.click()
    hanne.settle()
    ended = places(hanne)["alma"]
    assert (ended.status, ended.referred_to) == (EnrolmentState.FALDET_FRA, "Sundhedsplejersken")
    given, _ = [one for one in hanne.undo if one is not None]
    for back, state in ((hanne.undo[-1], EnrolmentState.MED), (given, EnrolmentState.VENTER)):
        back()
        hanne.settle()
        assert places(hanne)["alma"].status is state


def test_a_place_is_told_in_whole_sentences(hanne, group):
    """Who waited no day did not wait, and a span ends with one full stop."""
    key = hanne.do(let_in, group, "alma")
    place = hanne.place(f"{group}:familier:{key}")
    assert "Med siden 12. november 2026." in _beside(place)
    ended = Ended(EnrolmentState.FALDET_FRA, TODAY + timedelta(days=1), "Flyttede", "", "")
    hanne.do(enrolling.end, key, ended)
    place.open(f"{group}:familier:{key}")
    hanne.settle()
    assert "Med 12.–13. nov." in _beside(place)


def _beside(place):
    return [one.text() for one in place.effort.room.findChildren(QLabel) if one.isVisible()]


def test_off_the_list_needs_a_word(hanne, group):
    key = hanne.do(asked, group, "alma")
    place = hanne.place(f"{group}:tag-af:{key}")
    place.form.save_button.click()
    hanne.settle()
    assert places(hanne)["alma"].status is EnrolmentState.VENTER
    place.form.fields.put(because="Har fået andet")
    place.form.save_button.click()
    hanne.settle()
    assert places(hanne)["alma"].status is EnrolmentState.TAGET_AF


def test_a_full_group_says_so_and_keeps_them_on_the_list(hanne):
    group = hanne.do(begun, max_families=1)
    hanne.do(let_in, group, "alma")
    key = hanne.do(asked, group, "bertil")
    place = hanne.place(f"{group}:giv-plads:{key}")
    place.form.save_button.click()
    hanne.settle()
    assert "ikke plads til flere" in hanne.said[-1]
    assert places(hanne)["bertil"].status is EnrolmentState.VENTER


def test_who_may_not_see_them_is_told_how_many(hanne, desk_of, group):
    """The health visitor sees the one who is shared with her; no other name stands anywhere on the page."""
    hanne.do(let_in, group, "alma")
    hanne.do(let_in, group, "bertil")
    hanne.do(protecting.share_child, "alma", "line", Basis.UNDERRETNINGSPLIGT)
    line = desk_of("line")
    place = line.place(f"{group}:familier")
    assert [heading.split()[0] for _, heading, _ in rows(place)] == ["Alma"]
    assert "én familie" in place.effort.room.unseen.words()
    line.desk.go("indsatser", group)
    line.settle()
    lines = [one.text() for one in place.effort.room.findChildren(QLabel)]
    assert "Én familie til, som du ikke har adgang til." in lines


def test_a_child_s_page_leads_to_what_runs_and_what_can_be_begun(hanne, group):
    """The group she is not in yet stands first; Enter opens its form with her in it."""
    place = hanne.place("ny:alma")
    assert [one.title for one in place.shelf.joining.rows()] == ["Torsdagsgruppen"]
    place.shelf.joining.opened.emit(group)
    hanne.settle()
    assert place.form.about() == {"child": "alma"}


def test_begun_for_a_child_goes_on_to_her_family(hanne):
    place = hanne.place("ny:alma")
    ref = next(one.key for one in place.shelf.kinds.rows() if one.title == "Rådgivningsforløb")
    place.shelf.kinds.opened.emit(ref)
    hanne.settle()
    place.form.fields.put(name="Rådgivning, vinter")
    place.form.save_button.click()
    hanne.settle()
    assert place.form.about() == {"child": "alma"}


def test_the_overview_says_what_lacks_and_leads_there(hanne):
    """An empty seat and a missing yes, each with its road."""
    group = hanne.do(begun, seated=())
    key = hanne.do(asked, group, "alma", samtykke="")
    place = hanne.place(group)
    act(place, "Find en kollega")
    assert hanne.went[-1] == ("indsatser", f"{group}:ret")
    hanne.settle()
    hanne.desk.go("indsatser", group)
    hanne.settle()
    act(place, "Skriv det på")
    assert hanne.went[-1] == ("indsatser", f"{group}:ret-plads:{key}")


def test_who_has_been_comes_back_and_that_is_taken_back(hanne, group):
    """Ended long ago or off the list: one press, and Fortryd ends it as it had ended."""
    key = hanne.do(let_in, group, "alma")
    how = Ended(EnrolmentState.FALDET_FRA, TODAY, "Flyttede", to="PPR")
    hanne.do(enrolling.end, key, how)
    place = hanne.place(f"{group}:familier")
    act(place, "Er med igen")
    hanne.settle()
    assert places(hanne)["alma"].status is EnrolmentState.MED
    hanne.undo[-1]()
    hanne.settle()
    ended = places(hanne)["alma"]
    assert (ended.status, ended.referred_to) == (EnrolmentState.FALDET_FRA, "PPR")


def test_a_yes_that_was_taken_back_pauses_the_place(hanne, group):
    """It says so in the list, and the way to a new one stands beside."""
    key = hanne.do(let_in, group, "alma")
    given = places(hanne)["alma"].samtykke
    hanne.do(acts.withdraw, given, "alma-mor")
    place = hanne.place(f"{group}:familier:{key}")
    assert rows(place)[0][2] == "På pause"


def test_off_the_list_and_back_is_for_who_may_write_about_the_child(hanne, desk_of):
    """Mette has no seat in it: no place is hers to give, and her own step is hers to take back."""
    group = hanne.do(begun, seated=())
    key = hanne.do(asked, group, "alma")
    mette = desk_of("mette")
    listed = mette.place(f"{group}:venteliste").effort.room
    assert "Giv plads" not in [one.text() for one in listed.findChildren(Button)]
    place = mette.place(f"{group}:tag-af:{key}")
    place.form.fields.put(because="Har fået andet")
    place.form.save_button.click()
    mette.settle()
    assert places(mette)["alma"].status is EnrolmentState.TAGET_AF
    mette.undo[-1]()
    mette.settle()
    assert places(mette)["alma"].status is EnrolmentState.VENTER
