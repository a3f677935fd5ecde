"""The sheets of the effort itself: what a house and its sundhedsplejerske write of their year."""

from __future__ import annotations

from datetime import date

from tests.services.efforts.group import begun
from tvaerfaglig.domain.efforts.kind import Subject
from tvaerfaglig.domain.efforts.sheets import Sheet
from tvaerfaglig.store import queries


def sheets(desk):
    return desk.do(lambda session: [one.record for one in queries.all_of(session.vault, Sheet)])


def visits(desk):
    """The sundhedsplejerske's visits to the house, which are about no family."""
    return desk.do(begun, "konsulentbesoeg", subject=Subject.HUS, name="Sundhedsplejersken i huset")


def test_a_house_has_sheets_and_no_families(hanne):
    """The strip follows what it is about."""
    place = hanne.place(visits(hanne))
    assert "ark" in place.effort.strip.property("keys")
    assert "familier" not in place.effort.strip.property("keys")


def test_written_read_put_right_and_taken_back(hanne):
    """What must be there is asked for; a name is refused; Fortryd goes back one version, and then away."""
    effort = visits(hanne)
    place = hanne.place(f"{effort}:skriv-ark:emner")
    place.form.save_button.click()
    hanne.settle()
    assert sheets(hanne) == []
    place.form.fields.put(emner="Søvn\nMad, som Alma kan lide", dialogmoede=date(2026, 12, 3))
    place.form.save_button.click()
    hanne.settle()
    assert "Alma" in hanne.said[-1]
    place.form.fields.put(emner="Søvn\nMad")
    place.form.save_button.click()
    hanne.settle()
    (made,) = sheets(hanne)
    assert made.answer("emner").lines == ("Søvn", "Mad")
    assert place.effort.room._first is not None
    stored = hanne.do(lambda session: queries.all_of(session.vault, Sheet)[0].id)
    hanne.desk.go("indsatser", f"{effort}:skriv-ark:emner:{stored}")
    hanne.settle()
    place.form.fields.put(emner="Søvn\nMad\nSygdom")
    place.form.save_button.click()
    hanne.settle()
    assert sheets(hanne)[0].answer("emner").lines[-1] == "Sygdom"
    hanne.undo[-1]()
    hanne.settle()
    assert sheets(hanne)[0].answer("emner").lines == ("Søvn", "Mad")


def test_who_is_not_for_the_form_reads_it(hanne, desk_of):
    """A pædagog without a seat sees what is written, and no button to write it."""
    effort = visits(hanne)
    place = hanne.place(f"{effort}:skriv-ark:emner")
    place.form.fields.put(emner="Søvn")
    place.form.save_button.click()
    hanne.settle()
    yusuf = desk_of("yusuf")
    there = yusuf.place(f"{effort}:ark")
    assert there.effort.room._first is None
