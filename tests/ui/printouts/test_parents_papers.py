"""Papers for the parents: from Udskrifter, from the child's page, and an indsigt looked at again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.accessibility import nameless
from tests.ui.clipping import clipped
from tvaerfaglig.domain.protection import Against
from tvaerfaglig.services.children import protecting
from tvaerfaglig.services.indsigt import dossier, finishing
from tvaerfaglig.services.indsigt.review import Review
from tvaerfaglig.services.printing import printable
from tvaerfaglig.ui.children import OpenChild
from tvaerfaglig.ui.children.documents_tab import WholeList
from tvaerfaglig.ui.indsigt.page import IndsigtPlace
from tvaerfaglig.ui.printouts.parents_card import INDSIGT, LETTER, LOG
from tvaerfaglig.ui.printouts.preview import PreviewPlace


def chosen(hanne, paper):
    place = hanne.go("udskrifter")
    place.parents.child.setFocus()
    QTest.keyClicks(place.parents.child, "alma")
    hanne.key(place.parents.child, Qt.Key.Key_Return)
    place.parents.paper.choose(paper)
    place.parents.paper.chosen_changed.emit(paper)
    hanne.click(place.parents.go)
    return hanne.place


@pytest.mark.parametrize(
    ("paper", "says"),
    [(LETTER, "Når vi skriver om jeres barn"), (LOG, "Hvem har set i Almas oplysninger")],
)
def test_a_paper_is_looked_at_and_noted_with_purpose_and_receiver(hanne, tmp_path, paper, says):
    """The parents stand as receivers; saving it is noted."""
    preview = chosen(hanne, paper)
    assert isinstance(preview, PreviewPlace)
    assert says in preview.paper.as_text.text()
    assert preview.receiver.text() == "Katarzyna Nowak"
    preview.save_to(tmp_path / "papir.pdf")
    hanne.settle()
    (line,) = hanne.do(printable.printed_log)
    assert (line.child, line.receiver) == ("Alma Nowak", "Katarzyna Nowak")
    assert line.purpose


def test_an_indsigt_is_begun_from_there(hanne):
    """It is gone through before there is a paper."""
    assert isinstance(chosen(hanne, INDSIGT), IndsigtPlace)


def test_the_child_is_asked_for_and_the_guard_is_said(hanne):
    """At the field, and in the card; no preview opens."""
    place = hanne.go("udskrifter")
    hanne.click(place.parents.go)
    assert "Hvilket barn?" in place.parents.child.accessibleDescription()
    hanne.do(protecting.set_guard, "alma", Against.FORAELDER)
    assert chosen(hanne, LETTER) is place
    assert "spørg kommunen" in place.parents.guard.words()


def test_what_was_handed_out_is_looked_at_again_with_the_child(hanne, shelf):
    """In Dokumenter, for the leader: the same bytes."""

    def hand_out(session):
        found = dossier.gather(session, "alma", shelf)
        mine = Review(receiver="Katarzyna Nowak", basis="artikel_15").with_seen(found.entries)
        made = finishing.make(finishing.ready(session, "alma", mine, shelf))
        finishing.keep(session, made)
        return made.pdf

    pdf = hanne.do(hand_out)
    place = hanne.go("boern", OpenChild("alma", tab="dokumenter"))
    lists = {one.accessibleName(): one for one in place.view.documents.findChildren(WholeList)}
    (row,) = lists["Indsigt, der er givet"].rows()
    assert row.title == "Indsigt til Katarzyna Nowak"
    lists["Indsigt, der er givet"].opened.emit(row.key)
    hanne.settle()
    assert hanne.place.pdf == pdf


def test_the_child_s_menu_has_the_papers(house_of):
    """The letter for whoever may share; the log and indsigt for the leader; none while the guard stands."""
    mette = house_of("mette")
    words = mette.go("boern", OpenChild("alma")).view.child_head.more.menu_words()
    assert "Informationsbrev til forældrene" in words
    assert "Hvem har set, til forældrene" not in words
    hanne = house_of("hanne")
    words = hanne.go("boern", OpenChild("alma")).view.child_head.more.menu_words()
    assert {"Informationsbrev til forældrene", "Hvem har set, til forældrene"} <= set(words)
    hanne.do(protecting.set_guard, "alma", Against.FORAELDER)
    words = hanne.go("boern", OpenChild("alma")).view.child_head.more.menu_words()
    assert "Informationsbrev til forældrene" not in words


@pytest.mark.parametrize(("scale", "wide"), [(1.0, 1280), (1.5, 1280), (1.0, 800)])
def test_nothing_is_cut_and_all_is_named(hanne, dressed, scale, wide):
    """The page with the third card."""
    dressed.set_scale(scale)
    hanne.house.shell.resize(wide, 800)
    place = hanne.go("udskrifter")
    assert "\n".join(clipped(place)) == ""
    assert nameless(place) == []
