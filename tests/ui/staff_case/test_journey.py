"""Mette writes about a colleague, Hanne adds what was done; all of it by keyboard and name, none of it cut."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.accessibility import nameless
from tests.ui.clipping import clipped
from tvaerfaglig.domain.staff_case import Noted
from tvaerfaglig.services.observations.page import Guarding
from tvaerfaglig.services.staff_case import cases as sealed_cases
from tvaerfaglig.ui.observations.overgreb import GuardForm
from tvaerfaglig.ui.staff_case.forms import EntryPage, NewCase, StepsPage
from tvaerfaglig.ui.widgets import Prose

PLACE = "om-en-ansat"


@pytest.fixture
def mette(house_of):
    return house_of("mette")


def write(at, **words: str) -> None:
    """As a hand would, field by field."""
    form = at.place.form
    for name, said in words.items():
        editor = form.fields.editor(name)
        editor.setFocus()
        if isinstance(editor, Prose):
            QTest.keyClicks(editor, said)
        else:
            at.type(editor, said)
    at.settle()


def begun(at, leader: str = "hanne") -> str:
    return at.do(
        sealed_cases.begin, concerning="Yusuf Demir", leader=leader, children=("alma",),
        first=Noted(id="", day=date(2026, 11, 11), seen="Løftede Alma i armen.", thought="For hårdt."),
    ).id  # fmt: skip


def test_written_by_one_and_read_by_the_other(house_of):
    """From Ctrl+K's act to the leader's own line under it."""
    mette = house_of("mette")
    mette.go(PLACE, "ny")
    form = mette.place.form
    assert isinstance(form, NewCase)
    write(mette, concerning="Yusuf Demir", seen="Løftede Alma i armen.", thought="For hårdt.")
    form.fields.editor("leader").choose("hanne")
    mette.press("Forsegl")
    assert mette.place.form is None
    assert mette.said[-1] == "Forseglet."
    assert mette.place.stack.currentWidget() is mette.place.case
    case = mette.do(sealed_cases.cases).cases[0]

    hanne = house_of("hanne")
    hanne.go(PLACE)
    hanne.press("Åbn sagen om Yusuf Demir")
    hanne.press("Skriv, hvad der er gjort")
    assert isinstance(hanne.place.form, StepsPage)
    write(hanne, leader_did="Talte med ham kl. 12.")
    hanne.press("Forsegl")
    assert hanne.do(sealed_cases.mine, case.id).case.leader_did == "Talte med ham kl. 12."


def test_one_who_is_no_party_finds_the_same_calm_page(house_of):
    """The same words, and nothing filled."""
    begun(house_of("mette"))
    yusuf = house_of("yusuf")
    yusuf.go(PLACE)
    assert yusuf.place.stack.currentWidget() is yusuf.place.cases
    assert yusuf.do(sealed_cases.cases).cases == ()
    assert nameless(yusuf.place) == []


def test_what_was_begun_waits_sealed(mette):
    """Esc lays it away; the form finds it again."""
    mette.go(PLACE, "ny")
    write(mette, concerning="Yusuf Demir", seen="Løftede")
    mette.key(mette.place.form.fields.editor("seen"), Qt.Key.Key_Escape)
    assert mette.place.form is None
    kept = mette.do(lambda session: session.vault.drafts("mette"))
    assert [("Løftede" in one.content) for one in kept] == [False]
    mette.go(PLACE, "ny")
    assert mette.place.form.fields.text("seen") == "Løftede"
    mette.place.form.begin_again()
    mette.settle()
    assert mette.do(lambda session: session.vault.drafts("mette")) == []


def test_what_cannot_be_left_out_is_asked_for(mette):
    """Whom, with whom, and what: each at its field."""
    mette.go(PLACE, "ny")
    mette.press("Forsegl")
    assert mette.place.form is not None
    write(mette, concerning="Yusuf Demir", seen="x")
    mette.press("Forsegl")
    assert mette.do(sealed_cases.cases).cases == ()


def test_the_ways_there(mette):
    """From Mig, from the hard branch's panel, and from Akut's own sheet."""
    mette.go("indstillinger", "mig")
    page = mette.place.section()
    mette.click(page.staff_case)
    assert mette.place.cases.isVisible()
    mette.house.shell.toggle_akut()
    mette.settle()
    mette.akut._write_sealed(mette.desk)
    mette.settle()
    assert isinstance(mette.place.form, NewCase)


def test_a_new_password_says_first_what_is_lost(house_of):
    """The leader reads it before the second press."""
    begun(house_of("mette"))
    hanne = house_of("hanne")
    page = hanne.go("indstillinger", "mennesker").section()
    page.desk.go("indstillinger", "mennesker")
    from tvaerfaglig.services import administration
    from tvaerfaglig.ui.settings.person import PersonPage

    seen = hanne.do(administration.administration)
    made = PersonPage(hanne.desk, seen, seen.of("mette"))
    made.renew.click()
    hanne.settle()
    assert "forsegle dem igen" in made._lost._words.text()
    made.deleteLater()


def test_paper_from_the_page(mette):
    """Ctrl+P shows it, and asks neither for a purpose nor for a receiver."""
    case = begun(mette)
    mette.go(PLACE, case)
    mette.place.print_now()
    mette.settle()
    preview = mette.place
    assert preview.pdf.startswith(b"%PDF")
    assert preview.receiver.isHidden() or not preview.receiver.isVisible()


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_nothing_is_cut_or_nameless(mette, dressed, scale):
    """Each page and form, also at large text."""
    dressed.set_scale(scale)
    case = begun(mette)
    found = []
    for argument in (None, "ny", case):
        mette.go(PLACE, argument)
        found += clipped(mette.place) + nameless(mette.place)
    mette.press("Skriv mere")
    assert isinstance(mette.place.form, EntryPage)
    found += clipped(mette.place) + nameless(mette.place)
    assert found == []


def test_the_guard_against_a_colleague_names_nobody(mette):
    """Where it is set one reads that everybody sees it, and where the name belongs."""
    place = mette.go("boern", "alma")
    place.write("vaern", "")
    mette.settle()
    form = place._aside
    box = form.fields.editor("against")
    box.choose("ansat")
    box.activated.emit(box.currentIndex())
    mette.settle()
    assert "Skriv ikke, hvem det er" in form.fields.field("against")._why.text()
    made = GuardForm(Guarding("alma", "Alma Nowak", None, ()))
    made.against.choose(("ansat",))
    made._on_against_changed()
    assert "forseglede nedenfor" in made._field._why.text()
    made.deleteLater()
