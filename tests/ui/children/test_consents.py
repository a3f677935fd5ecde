"""Deling og samtykke: the register as one reads it, withdraws in it, and finds it gone while the guard stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from tests.services.consent.test_acts import CONSENT
from tvaerfaglig.domain.acts import Attachment
from tvaerfaglig.domain.protection import Against, Basis, Samtykke
from tvaerfaglig.services.children import one_child, protecting
from tvaerfaglig.services.consent import acts
from tvaerfaglig.store import queries
from tvaerfaglig.ui.children import OpenChild


def at_register(at):
    place = at.place(OpenChild("alma", tab="samtykker"))
    at.settle()
    return place.view.sharing


def words(widget) -> str:
    return "\n".join(one.text() for one in widget.findChildren(QLabel))


def press(at, widget, name):
    found = [
        one
        for one in widget.findChildren(QPushButton)
        if name in (one.accessibleName() or one.text())
    ]
    found[0].click()
    at.settle()


def test_the_register_tells_what_each_consent_opens_and_withdrawing_closes_it(mette):
    """One press, a sentence of what closed, and Fortryd the same day as a new consent."""
    kept = mette.do(acts.save, replace(CONSENT, withhold="Mors sygdom")).id
    mette.do(protecting.share_child, "alma", "karen", Basis.SAMTYKKE, samtykke=kept)
    tab = at_register(mette)
    said = words(tab)
    for text in ("Morgener", "Til Karen Lund.", "Karen Lund kan se Alma.", "Mors sygdom", "Gælder"):
        assert text in said
    press(mette, tab, "Træk tilbage: samtykket")
    assert mette.said[-1].startswith("Samtykket er trukket tilbage. Karen Lund kan ikke længere se")
    assert "Trukket tilbage" in words(tab)
    chips = words(mette.places[-1].view.child_head)
    assert "Samtykke trukket tilbage" in chips
    press(mette, tab, "Fortryd")
    assert "Karen Lund kan se Alma." in words(tab)
    assert len(mette.do(one_child.child_page, "alma").samtykker) == 2


def test_a_new_one_is_begun_where_one_can_see_what_one_types(mette):
    """Who else may say yes is asked only when it is somebody else."""
    mette.place(OpenChild("alma", tab="samtykker", write="samtykke"))
    mette.settle()
    field = QApplication.focusWidget()
    assert field.isVisible()
    assert field.accessibleName() == "Hvem giver samtykke?"


def test_the_signed_paper_is_kept_with_its_consent(mette, tmp_path):
    """It is found again where the consent stands."""
    kept = mette.do(acts.save, CONSENT).id
    file = tmp_path / "scan.png"
    file.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    tab = at_register(mette)
    tab.consents.attach(kept, file)
    mette.settle()
    (found,) = mette.do(lambda s: queries.all_of(s.vault, Attachment))
    assert found.record.record == kept
    assert "Se »Underskrevet samtykke«" in [one.text() for one in tab.findChildren(QPushButton)]


def test_the_papers_are_asked_for_from_the_register(mette):
    """Empty, as it was given, and the receipt when it is withdrawn."""
    kept = mette.do(acts.save, CONSENT).id
    tab = at_register(mette)
    press(mette, tab, "Tomt skema: samtykke")
    press(mette, tab, "Udskriv samtykket")
    mette.do(acts.withdraw, kept)
    tab = at_register(mette)
    press(mette, tab, "Kvittering")
    assert [one.document for one in mette.previews] == [
        "samtykkeerklæring",
        "samtykkeerklæring",
        "kvittering for tilbagetrækning",
    ]


def test_while_the_guard_hides_the_parents_the_whole_part_is_gone(mette):
    """Not greyed: no card, no word on the tab, no chip, no choice when one shares."""
    mette.do(acts.save, CONSENT)
    mette.do(protecting.set_guard, "alma", Against.FORAELDER)
    tab = at_register(mette)
    view = mette.places[-1].view
    assert not tab.consents.isVisible()
    assert "amtykke" not in words(tab)
    assert "amtykke" not in words(view.child_head)
    tabs = view.child_head.tabs
    assert "Deling" in [tabs.tabText(n) for n in range(tabs.count())]


def test_sharing_on_consent_takes_its_last_day_and_says_whom_it_does_not_name(mette):
    """The one that stands is chosen; without one the form says to write it down first."""
    until = date(2027, 2, 1)
    mette.do(acts.save, replace(CONSENT, until=until))
    place = mette.place(OpenChild("alma", write="deling"))
    mette.settle()
    form = place._aside
    form.fields.put(staff="line", basis=Basis.SAMTYKKE.value)
    form.refilled()
    assert form.fields.day_of("until") == until
    told = form.fields.editor("samtykke").accessibleDescription()
    assert told == "Samtykket gælder ikke sundhedsplejersken."
    form.save_button.click()
    mette.settle()
    (shared,) = mette.do(one_child.child_page, "alma").sharings
    (given,) = mette.do(lambda s: queries.all_of(s.vault, Samtykke))
    assert (shared.record.samtykke, shared.record.until) == (given.id, until)


def test_with_no_standing_consent_one_does_not_share_on_one(mette):
    """The form says what to do instead."""
    place = mette.place(OpenChild("alma", write="deling"))
    mette.settle()
    form = place._aside
    form.fields.put(staff="line", basis=Basis.SAMTYKKE.value)
    form.refilled()
    form.save_button.click()
    mette.settle()
    assert "Skriv det ned først" in form.fields.editor("basis").accessibleDescription()
    assert mette.do(one_child.child_page, "alma").sharings == ()
