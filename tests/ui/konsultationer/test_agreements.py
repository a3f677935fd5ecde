"""Agreements lived by keyboard: from a line to a task, done with what was seen, and on to the follow-up."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.konsultationer.by_hand import DOWN, ENTER, ESC, click, key, pressed, typed
from tvaerfaglig.domain.konsultation import (
    Agreement,
    AgreementState,
    Konsultation,
    KonsultationKind,
    Verdict,
)
from tvaerfaglig.domain.observation import Involved, Observation
from tvaerfaglig.services import recording
from tvaerfaglig.services.agreements import acts
from tvaerfaglig.services.konsultation import acts as konsultationer
from tvaerfaglig.services.konsultation import page as konsultation_page
from tvaerfaglig.store import queries
from tvaerfaglig.ui.konsultationer.agreements.seen_view import SeenView
from tvaerfaglig.ui.widgets import EvidenceCard, Segments

TODAY = date(2026, 11, 12)


def saw(desk, text, day=TODAY):
    made = Observation(
        day=day, involved=(Involved(child="alma"),), text=text, categories=("soevn",)
    )
    return desk.do(recording.save, made).id


def stands(desk):
    every = desk.do(lambda s: queries.of_child(s.vault, Agreement, "alma"))
    return [one for one in every if one.record.status is not AgreementState.FJERNET]


def page_of(desk, argument="aftaler"):
    return desk.place(argument).section("aftaler")


def test_from_a_line_to_the_effect(mette):
    """A line is said yes to, done with words and what was seen, and the next konsultation asks does it work."""
    saw(mette, "Hun sov ikke.\n→ Mette ringer til mor senest fredag")
    page = page_of(mette)
    click(pressed(page.offers, "Gør til aftale: Mette ringer til mor senest fredag"))
    mette.settle()
    assert page.sheet.content().form.what.text() == "Mette ringer til mor"
    key(ENTER)
    mette.settle()
    (made,) = stands(mette)
    assert (made.record.who, made.record.due) == (("mette",), date(2026, 11, 13))
    assert page.offers.isHidden()
    seen = saw(mette, "Hun sov to timer.")
    page.list.setFocus()
    key(Qt.Key.Key_G)
    mette.settle()
    sheet = page.sheet.content()
    typed(sheet.outcome, "Mor lukker op igen")
    card = sheet.findChildren(EvidenceCard)[0]
    card.setFocus()
    key(ENTER)
    sheet.outcome.setFocus()
    key(ENTER)
    mette.settle()
    (made,) = stands(mette)
    assert (made.record.status, made.record.outcome) == (AgreementState.GJORT, "Mor lukker op igen")
    assert made.record.evidence == (seen,)
    assert page.list.rows() == []
    mette.undo[-1]()
    mette.settle()
    assert stands(mette)[0].record.status is AgreementState.AABEN
    note = Konsultation(
        kind=KonsultationKind.NAVNGIVET, child="alma", day=date(2026, 12, 10), basis="andet",
        basis_text="Aftalt.",
    )  # fmt: skip
    one = mette.do(konsultationer.plan, note).id
    follow = mette.place(one).note_page
    earlier = follow.note.earlier
    verdict = earlier.findChildren(Segments)[0]
    click(verdict.buttons()[0])
    click(pressed(earlier, f"Se og citér: {made.record.what}"))
    click(earlier.findChild(SeenView).findChildren(EvidenceCard)[0].insert_button)
    follow.leave()
    mette.settle()
    made = stands(mette)[0].record
    assert (made.verdict, made.seen_in, made.status) == (
        Verdict.FORTSAET, one, AgreementState.AABEN,
    )  # fmt: skip
    assert len(made.evidence) == 1
    written = mette.do(konsultation_page.open_konsultation, one).note
    assert written.observations == made.evidence


def test_moved_given_up_and_ticked_off_by_a_key(mette):
    """Each is said with Fortryd; what asks for a reason is not done without one."""
    for what in ("Ringe", "Skrive", "Mødes"):
        made = Agreement(what=what, who=("mette",), child="alma", made_on=TODAY, due=TODAY)
        mette.do(acts.save, made)
    page = page_of(mette)
    assert page.list.headings() == ["I dag"]
    key(Qt.Key.Key_Space)
    mette.settle()
    key(Qt.Key.Key_F)
    mette.settle()
    sheet = page.sheet.content()
    typed(sheet.due, "20.11.")
    key(ENTER)
    mette.settle()
    assert "Hvorfor" in sheet.asks.words()
    typed(sheet.because, "Mor er syg")
    key(ENTER)
    mette.settle()
    assert page.list.headings() == ["I dag", "Senere"]
    key(Qt.Key.Key_O)
    mette.settle()
    key(ESC)
    assert not page.sheet.is_open()
    key(Qt.Key.Key_O)
    mette.settle()
    typed(page.sheet.content().because, "Ikke nødvendigt")
    key(ENTER)
    mette.settle()
    states = {one.record.what: one.record.status for one in stands(mette)}
    assert states == {
        "Ringe": AgreementState.GJORT,
        "Skrive": AgreementState.OPGIVET,
        "Mødes": AgreementState.AABEN,
    }
    assert all(undo is not None for undo in mette.undo)


def test_one_childs_and_found_by_a_word(mette):
    """The filters narrow the list; the ended come when asked for, and it is remembered."""
    mette.do(acts.save, Agreement(what="Ringe", who=("mette",), child="alma", made_on=TODAY))
    other = mette.do(
        acts.save, Agreement(what="Skrive", who=("mette",), child="bertil", made_on=TODAY)
    ).id
    page = page_of(mette)
    page.search.setText("ring")
    assert [row.heading for row in page.list.rows()] == ["Ringe"]
    page.search.clear()
    mette.do(acts.settle, other, AgreementState.GJORT)
    page.open_at("barn:bertil")
    mette.settle()
    assert page.list.rows() == []
    page.ended.click()
    mette.settle()
    assert [row.heading for row in page.list.rows()] == ["Skrive"]
    again = page_of(mette)
    assert again.ended.isChecked()
    key(DOWN)
    QApplication.processEvents()
