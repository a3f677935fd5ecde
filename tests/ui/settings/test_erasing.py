"""Sletning from the screen: what is due is seen, held, erased, proved; periods and holds are set."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from tests.services.erasing.house import close_all, furnish, leave, seen
from tests.ui.accessibility import nameless
from tests.ui.clipping import clipped
from tvaerfaglig.domain.acts import Erased
from tvaerfaglig.domain.observation import Observation
from tvaerfaglig.domain.people import Child
from tvaerfaglig.domain.retention import HeldBy, Hold
from tvaerfaglig.services import recording
from tvaerfaglig.services.erasing import holds
from tvaerfaglig.services.vault import keeping
from tvaerfaglig.store import queries
from tvaerfaglig.ui.printouts.preview import PreviewPlace
from tvaerfaglig.ui.progressing import Progressing
from tvaerfaglig.ui.settings.erasing.child_page import EraseChildPage
from tvaerfaglig.ui.settings.erasing.forms import HoldPage, PeriodPage
from tvaerfaglig.ui.settings.erasing.page import ErasingPage
from tvaerfaglig.ui.settings.erasing.proof_page import ProofPage
from tvaerfaglig.ui.settings.erasing.records_page import RecordsPage
from tvaerfaglig.ui.theme import Mode


def words_in(widget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def there(hanne, child="alma"):
    return hanne.do(lambda session: queries.one(session.vault, Child, child)) is not None


@pytest.fixture
def due(hanne, tmp_path):
    """Alma left five years ago; everything about her is closed."""
    hanne.made = hanne.do(furnish, tmp_path)
    hanne.do(close_all)
    hanne.do(leave)
    return hanne


def page(hanne):
    found = hanne.go("indstillinger", "sletning").section()
    assert isinstance(found, ErasingPage)
    return found


def test_a_file_that_is_due_is_looked_through_erased_and_proved(due):
    """From the list to the receipt; the safe button has the focus, and nothing is left afterwards."""
    shown = page(due)
    assert "udmeldt 1. oktober 2021" in words_in(shown.due)
    assert "KL's anbefaling" in words_in(shown.due)
    due.press("Se igennem: Alma Nowak, Hele sagen")
    looked = due.place.section()
    assert isinstance(looked, EraseChildPage)
    assert "1 samtale med forældrene" in words_in(looked)
    assert "1 observation, som andre børn var med i" in words_in(looked)
    due.press("Slet alt om Alma")
    asked = QApplication.activeModalWidget()
    assert QApplication.focusWidget() is asked.safe_button
    due.key(asked, Qt.Key.Key_Escape)
    assert there(due)
    due.press("Slet alt om Alma")
    due.press("Slet alt om Alma", QApplication.activeModalWidget())
    due.settle()
    proved = due.place.section()
    assert isinstance(proved, ProofPage)
    assert not there(due)
    assert proved.proof.gone
    assert "Alma Nowak er slettet." in proved.title.line.text()
    assert "»Engvej 4«" in words_in(proved)
    due.press("Vis kvitteringen")
    paper = due.place
    assert isinstance(paper, PreviewPlace)
    due.settle()
    leaves = paper.paper.leaves
    text = " ".join(leaves.text(n) for n in range(paper.paper.pages))
    assert "opbevaringsperioden er gået" in text
    assert "kæden holder" in text
    assert "Alma" not in text
    due.key(due.house.shell, Qt.Key.Key_Escape)


def test_the_next_erasure_begins_with_nobody(hanne):
    """Whoever looked one child through and came back does not erase the same one by a habit of the hand."""
    shown = page(hanne)
    shown.child.choose("alma")
    hanne.press("Hele sagen")
    assert isinstance(hanne.place.section(), EraseChildPage)
    hanne.place.section().done.emit()
    hanne.settle()
    assert page(hanne).child.text() == ""
    hanne.press("Hele sagen")
    assert isinstance(hanne.place.section(), ErasingPage)
    assert "Hvilket barn?" in words_in(hanne.place.section())


def test_the_list_of_what_was_erased_opens_the_receipt(due):
    """It names nobody."""
    page(due)
    due.press("Se igennem: Alma Nowak, Hele sagen")
    due.press("Slet alt om Alma")
    due.press("Slet alt om Alma", QApplication.activeModalWidget())
    due.place.section().done.emit()
    due.settle()
    shown = due.place.section()
    assert [one.title for one in shown.erased.rows()] == ["Alt om et barn"]
    shown.erased.setFocus()
    due.key(shown.erased, Qt.Key.Key_Home)
    due.key(shown.erased, Qt.Key.Key_Return)
    assert isinstance(due.place, PreviewPlace)


def test_several_are_chosen_and_erased_one_after_the_other(due):
    """Ticked by keyboard; asked once, with all of them named."""
    due.do(
        lambda s: recording.save(s, replace(seen("Stod ved lågen", "emil"), day=date(2024, 3, 1)))
    )
    shown = page(due)
    assert not shown.due.act.isEnabled()
    for box in shown.due.ticks.values():
        box.setFocus()
        due.key(box, Qt.Key.Key_Space)
    assert shown.due.act.text() == "Slet de valgte (2)"
    due.click(shown.due.act)
    asked = QApplication.activeModalWidget()
    assert "Alma Nowak: hele sagen" in words_in(asked)
    due.press("Slet", asked)
    due.settle()
    assert isinstance(due.place.section(), ProofPage)
    assert due.place.section().proof.gone
    assert not there(due)
    assert due.do(lambda s: len(queries.of_child(s.vault, Observation, "emil"))) == 0


def test_one_may_stop_between_two(due):
    """What is under way is finished; the rest of the list is not touched."""
    due.do(lambda s: leave(s, "emil"))
    shown = page(due)
    for box in shown.due.ticks.values():
        box.setChecked(True)
    shown.due.act.click()
    asked = QApplication.activeModalWidget()
    asked.accept()
    shown.work.link.click()
    due.settle()
    assert [there(due, one) for one in ("alma", "emil")].count(True) == 1
    assert "1 ting på listen er ikke rørt" in due.place.section().title.line.text()


def test_what_is_held_is_said_and_cannot_be_erased(due):
    """The hold is set and lifted here, with a reason each time."""
    page(due)
    due.press("Sæt en sag i bero")
    form = due.place.section()
    assert isinstance(form, HoldPage)
    form.child.choose("alma")
    due.press("Sæt i bero")
    assert "Skriv kort hvorfor" in form.message.words()
    due.type(form.because, "Klage af 3. november")
    due.press("Sæt i bero")
    shown = due.place.section()
    assert shown.due.ticks == {}
    assert "Der er en klage siden 12. november 2026" in words_in(shown.due)
    shown.child.choose("alma")
    due.press("Hele sagen")
    assert not due.place.section().act.isEnabled()
    due.place.section().done.emit()
    due.settle()
    due.press("Ophæv for Alma Nowak")
    due.type(due.place.section().because, "Afgjort")
    due.press("Ophæv")
    assert set(due.place.section().due.ticks) == {"sagen:alma"}
    held = due.do(lambda s: queries.of_child(s.vault, Hold, "alma"))
    assert held[0].record.lifted_because == "Afgjort"


def test_a_single_thing_is_erased_on_a_ground_of_its_own(due):
    """Chosen by keyboard; the ground is asked in the same window."""
    shown = page(due)
    shown.child.choose("alma")
    due.press("En enkelt ting")
    records = due.place.section()
    assert isinstance(records, RecordsPage)
    at = [row.key for row in records.rows.rows()].index(due.made["talk"])
    records.rows.setFocus()
    due.key(records.rows, Qt.Key.Key_Home)
    for _ in range(at):
        due.key(records.rows, Qt.Key.Key_Down)
    due.key(records.rows, Qt.Key.Key_Return)
    asked = QApplication.activeModalWidget()
    assert "Slet samtale med forældrene fra 12. november 2026?" in words_in(asked)
    due.press("Slet", asked)
    due.settle()
    assert isinstance(due.place.section(), ProofPage)
    grounds = due.do(lambda s: [one.record.ground for one in queries.all_of(s.vault, Erased)])
    assert grounds == ["forældrenes anmodning er imødekommet"]
    assert there(due)


def test_another_period_is_chosen_with_a_reason(due):
    """The file's own stays visible beside it."""
    page(due)
    due.press("Ret: Barnets sag")
    form = due.place.section()
    assert isinstance(form, PeriodPage)
    form.months.choose("72")
    due.press("Gem perioden")
    assert "hvem der har bestemt" in form.message.words()
    due.type(form.because, "Kommunens slettepolitik 2026")
    due.press("Gem perioden")
    shown = due.place.section()
    assert (
        "6 år fra barnet er udmeldt · valgt af Hanne Bjerre 12. november 2026 (før: 5 år)"
        in words_in(shown)
    )
    assert shown.due.ticks == {}
    due.press("Ret: Barnets sag")
    assert "12. november 2026, Hanne Bjerre, 6 år: Kommunens slettepolitik 2026" in words_in(
        due.place.section()
    )


def test_older_copies_give_way_to_a_new_one(due):
    """A copy from before is counted; the leader may have it replaced, and then none is left."""
    due.do(lambda s: keeping.backup(s, s.vault.folder / "backups"))
    page(due)
    due.press("Se igennem: Alma Nowak, Hele sagen")
    assert "én kopi, der er ældre" in words_in(due.place.section())
    due.press("Slet alt om Alma")
    due.press("Slet alt om Alma", QApplication.activeModalWidget())
    due.settle()
    proved = due.place.section()
    assert proved.proof.older_copies == 1
    due.desk.clock.forward(minutes=5)
    due.press("Tag en ny kopi, og fjern de gamle")
    due.settle()
    assert proved.proof.older_copies == 0
    assert "ingen kopi, der er ældre" in words_in(proved)


def test_an_empty_list_says_when_the_next_file_comes(hanne):
    """And where nobody has left, that no day is reached."""
    assert "Ingen frist er nået." in words_in(page(hanne).due)
    hanne.do(lambda s: leave(s, "emil", date(2024, 1, 31)))
    shown = page(hanne)
    shown.load()
    hanne.settle()
    assert "Det næste barns sag kan slettes 1. februar 2029." in words_in(shown.due)


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.CONTRAST])
def test_nothing_is_cut_and_nothing_is_nameless(due, dressed, scale, mode):
    """Every page of Sletning, at any size."""
    dressed.choose(mode)
    dressed.set_scale(scale)
    shell, found = due.house.shell, {}
    due.do(lambda s: holds.set_hold(s, "emil", HeldBy.KLAGE, "Klage"))

    def look_at(name):
        due.settle()
        found[name] = [*clipped(shell), *nameless(shell)]

    shown = page(due)
    look_at("side")
    for name, deep in (
        ("barn", EraseChildPage(due.desk, "alma", due=True)),
        ("poster", RecordsPage(due.desk, "alma", "Alma Nowak")),
        ("bero", HoldPage(due.desk, shown._seen.children)),
        ("periode", PeriodPage(due.desk, shown._seen.due.periods["sagen"])),
    ):
        shown.deeper.emit(deep)
        look_at(name)
    shown.deeper.emit(EraseChildPage(due.desk, "alma", due=True))
    due.settle()
    due.press("Slet alt om Alma")
    asked = QApplication.activeModalWidget()
    found["spørgsmål"] = [*clipped(asked), *nameless(asked)]
    asked.accept()
    look_at("bevis")
    assert {name: cut for name, cut in found.items() if cut} == {}


def test_overblik_says_that_a_file_is_due_and_leads_there(due, house_of):
    """To the leader; to nobody else."""
    due.go("overblik")
    due.press("Se igennem: Ét barns sag kan slettes")
    assert isinstance(due.place.section(), ErasingPage)
    mette = house_of("mette")
    mette.go("overblik")
    assert "kan slettes" not in words_in(mette.place)


def test_the_sheet_for_it_and_dpo_stands_in_two_places(hanne, house_of):
    """For the leader, in Udskrifter and under Om programmet; it opens in the preview."""
    hanne.go("indstillinger", "om")
    hanne.press("Vis arket")
    assert isinstance(hanne.place, PreviewPlace)
    assert hanne.place.paper.pages >= 5
    hanne.go("udskrifter")
    hanne.press("Vis arket")
    assert isinstance(hanne.place, PreviewPlace)
    mette = house_of("mette")
    assert mette.go("udskrifter").it is None
    assert mette.go("indstillinger", "om").section().it is None


def test_pages_that_stand_open_on_her_say_that_she_is_gone(due):
    """The child's page was open; coming back to it is no fault, and the list is without her."""
    due.go("boern", "alma")
    page(due)
    due.press("Se igennem: Alma Nowak, Hele sagen")
    due.press("Slet alt om Alma")
    due.press("Slet alt om Alma", QApplication.activeModalWidget())
    due.settle()
    assert due.said == []
    place = due.go("boern")
    shown = [one.text() for one in place.findChildren(QLabel) if one.isVisible()]
    assert "Alma Nowak" not in "\n".join(shown)
    assert place.child_at_hand is None
    due.go("overblik")
    due.go("underretninger")
    due.go("konsultationer")
    due.go("udskrifter")
    assert due.said == []


def test_the_search_can_be_stopped_and_taken_up_again(due, monkeypatch):
    """It is erased all the same; the page says that the search was not finished, and offers it again."""
    page(due)
    due.press("Se igennem: Alma Nowak, Hele sagen")
    monkeypatch.setattr(Progressing, "shown_in", _stopped_at_once)
    due.press("Slet alt om Alma")
    due.press("Slet alt om Alma", QApplication.activeModalWidget())
    due.settle()
    proved = due.place.section()
    assert not there(due)
    assert proved.proof is None
    assert "søgningen blev ikke færdig" in proved.bar.words()
    monkeypatch.undo()
    due.press("Søg igen")
    due.settle()
    assert proved.proof.gone


def _stopped_at_once(self, line, words):
    line.begin(words)
    self.stop()
    return self
