"""Before a paper leaves: on what it goes out is chosen beside it, and what holds no longer lets nothing through."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest

from tests.services.consent.test_acts import CONSENT
from tests.ui.printouts.test_udskrifter import summary, worry
from tvaerfaglig.domain.acts import Printed
from tvaerfaglig.domain.protection import Against, Basis
from tvaerfaglig.services.children import protecting
from tvaerfaglig.services.consent import acts
from tvaerfaglig.store import queries


def printed(who) -> list[Printed]:
    return [one.record for one in who.do(lambda s: queries.all_of(s.vault, Printed))]


def on_withdrawn(hanne):
    """A case summary that is to go to the school on a consent, withdrawn while the preview stands open."""
    worry(hanne)
    kept = hanne.do(acts.save, CONSENT).id
    preview = summary(hanne)
    hanne.type(preview.receiver, "Skolen i Fjordby")
    preview.grounds.basis.choose(Basis.SAMTYKKE.value)
    preview.grounds.consent.choose(kept)
    hanne.do(acts.withdraw, kept)
    return preview


def _print(preview, place):
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(place / "udskrift.pdf"))
    preview.print_with(printer)


def _save_locked(preview, place):
    preview.saving.lock.setChecked(True)
    preview.save_to(place / "papir.pdf")


def _copy_marked(preview, _place):
    reading = preview.paper.as_text.reading
    reading.selectAll()
    QTest.keySequence(reading, QKeySequence(QKeySequence.StandardKey.Copy))


DOORS = {
    "udskriv": _print,
    "gem": lambda preview, place: preview.save_to(place / "papir.pdf"),
    "gem låst": _save_locked,
    "kopiér": lambda preview, _: preview.paper.as_text.copy.click(),
    "kopiér det markerede": _copy_marked,
}


@pytest.mark.parametrize("door", DOORS)
def test_a_withdrawn_consent_stops_every_door_of_the_preview(hanne, tmp_path, door):
    """No file, no page, nothing on the clipboard, nothing noted; the sentence stands where one chooses."""
    preview = on_withdrawn(hanne)
    QGuiApplication.clipboard().setText("som før")
    DOORS[door](preview, tmp_path)
    hanne.settle()
    assert list(tmp_path.rglob("*.pdf")) == []
    assert QGuiApplication.clipboard().text() == "som før"
    assert printed(hanne) == []
    assert "er trukket tilbage" in preview.grounds.basis.accessibleDescription()
    preview.grounds.basis.choose(Basis.UNDERRETNINGSPLIGT.value)
    DOORS[door](preview, tmp_path)
    hanne.settle()
    (line,) = printed(hanne)
    assert (line.basis, line.samtykke) == (Basis.UNDERRETNINGSPLIGT.value, "")


def test_a_receiver_asks_for_a_basis_and_the_house_for_none(hanne, tmp_path):
    """What stays needs no choosing; with a receiver the question stands at the basis."""
    worry(hanne)
    preview = summary(hanne)
    preview.save_to(tmp_path / "a.pdf")
    hanne.settle()
    assert printed(hanne)[0].basis == "huset"
    hanne.type(preview.receiver, "Skolen i Fjordby")
    preview.save_to(tmp_path / "b.pdf")
    hanne.settle()
    assert not (tmp_path / "b.pdf").exists()
    assert "Skolen i Fjordby" in preview.grounds.basis.accessibleDescription()


def test_the_step_says_what_the_consent_covers_and_whom_it_does_not_name(hanne):
    """Also what the family has asked to keep back."""
    hanne.do(acts.save, CONSENT)
    worry(hanne)
    preview = summary(hanne)
    hanne.type(preview.receiver, "Skolen i Fjordby")
    preview.grounds.basis.choose(Basis.SAMTYKKE.value)
    preview.grounds.consent.choose(preview.grounds._offer.samtykker[0].id)
    preview.grounds._on_changed()
    said = " ".join(preview.grounds._lines(Basis.SAMTYKKE.value))
    assert "Samtykket nævner Karen Lund." in said
    assert "Samtykket gælder ikke Skolen i Fjordby." in said


def test_in_the_overgreb_branch_consent_is_no_choice(hanne):
    """Gone from the list, not greyed."""
    worry(hanne)
    hanne.do(protecting.set_guard, "alma", Against.UKENDT)
    preview = summary(hanne)
    words = [preview.grounds.basis.itemText(n) for n in range(preview.grounds.basis.count())]
    assert not any("amtykke" in one or "Familien" in one for one in words)
    assert "Det bliver i huset" in words
