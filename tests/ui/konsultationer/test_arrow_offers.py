"""Wherever a note is saved, its line with an arrow is offered there and then."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tvaerfaglig.domain.konsultation import Agreement
from tvaerfaglig.domain.observation import Involved, Observation
from tvaerfaglig.services import recording
from tvaerfaglig.services.agreements import reading
from tvaerfaglig.store import queries
from tvaerfaglig.ui.konsultationer.agreements.offer_sheet import OfferSheet

TODAY = date(2026, 11, 12)
TEXT = "Hun sov ikke.\n→ Mette ringer til mor senest fredag\n→ Karen kommer"


def test_said_yes_to_on_the_page_one_stands_on(house_of):
    """The first line, put right and saved by Enter, then the next; nothing is taken by itself."""
    mette = house_of("mette")
    place = mette.go("boern", "alma")
    made = Observation(day=TODAY, involved=(Involved(child="alma"),), text=TEXT)
    saved = mette.do(recording.save, made)
    mette.desk.announce(saved.changes)
    mette.settle()
    bar = mette.house.shell.offer
    assert bar.isVisible()
    assert bar.words() == "»Mette ringer til mor senest fredag« ligner en aftale. Og 1 til."
    assert mette.do(lambda s: queries.of_child(s.vault, Agreement, "alma")) == []
    bar.link.click()
    mette.settle()
    sheet = mette.house.shell.sheet.content()
    assert isinstance(sheet, OfferSheet)
    QTest.keyClick(sheet.form.what, Qt.Key.Key_Return)
    mette.settle()
    assert mette.place is place
    (row,) = mette.do(reading.agreements).rows
    assert (row.what, row.due) == ("Mette ringer til mor", date(2026, 11, 13))
    assert bar.words() == "»Karen kommer« ligner en aftale."
    bar.away.click()
    mette.settle()
    assert not bar.isVisible()
    assert len(mette.do(reading.agreements).rows) == 1
