"""A konsultation prepared on screen: what the log offers, what one takes off, and the meeting that begins with it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.konsultationer.by_hand import click, pressed, typed
from tvaerfaglig.domain.konsultation import Konsultation, KonsultationKind, KonsultationState
from tvaerfaglig.domain.observation import Involved, Observation, Sign
from tvaerfaglig.domain.protection import Against
from tvaerfaglig.services import recording
from tvaerfaglig.services.children import protecting
from tvaerfaglig.services.konsultation import acts as konsultationer
from tvaerfaglig.services.konsultation import page as konsultation_page
from tvaerfaglig.services.meeting_papers.which import MeetingPaper
from tvaerfaglig.ui.konsultationer.preparing import PREPARE

DAY = date(2026, 11, 12)


def planned(desk, **more):
    facts = {
        "kind": KonsultationKind.NAVNGIVET, "child": "alma", "day": DAY,
        "basis": "tidligt_samarbejde", "question": "Er det nok?",
    }  # fmt: skip
    return desk.do(konsultationer.plan, Konsultation(**(facts | more))).id


def saw(desk, text, day=10, sign=Sign.BEKYMRING, **more):
    made = Observation(
        involved=(Involved(child="alma"),), day=date(2026, 11, day), text=text, sign=sign,
        seen_by=(desk.desk.my_id,), **more,
    )  # fmt: skip
    return desk.do(recording.save, made).id


def note_of(desk, one):
    return desk.do(konsultation_page.open_konsultation, one).note


def test_from_the_sheet_to_the_meeting_by_the_keys(mette):
    """A line is taken off with Space, a wish is written, the meeting begins: the note holds it, nothing twice."""
    one = planned(mette)
    away = saw(mette, "Kom sent.")
    kept = saw(mette, "Sov på gulvet.", 11)
    page = mette.place(f"{PREPARE}:{one}").prepare_page
    line = next(x for x in page.parts["ved"].offered() if x.line.record == away)
    line.tick.setFocus()
    QTest.keyClick(line.tick, Qt.Key.Key_Space)
    typed(page.parts["spoergsmaal"].proses[".wanted"], "En aftale om søvn.")
    click(pressed(page, "Start mødet"))
    mette.settle()
    note = note_of(mette, one)
    assert note.status is KonsultationState.I_GANG
    assert note.observations == (kept,)
    assert note.question.endswith("En aftale om søvn.")
    assert mette.went[-1] == ("konsultationer", one)
    assert note.preparation.left_out == (f"set:{away}",)


def test_what_is_written_is_kept_as_a_draft_and_saved_when_one_leaves(mette):
    """Never saved by hand, never lost; and the tick stays where it was put."""
    one = planned(mette)
    place = mette.place(f"{PREPARE}:{one}")
    typed(place.prepare_page.parts["tanker"].proses[".hypotheses"], "Måske støj.")
    place.leave()
    mette.settle()
    assert note_of(mette, one).preparation.hypotheses == "Måske støj."


def test_an_observation_is_found_by_its_words_and_laid_on_the_table(mette):
    """What was not suggested can be had; taken off again it is gone."""
    one = planned(mette)
    for day in range(1, 10):
        saw(mette, f"Spiste to boller den {day}.", day, categories=("mad",))
    hidden = saw(mette, "Sang for dukken.", 1, categories=("mad",))
    page = mette.place(f"{PREPARE}:{one}").prepare_page
    part = page.parts["ved"]
    assert hidden not in {x.line.record for x in part.offered()}
    part.more.picked.emit(hidden)
    mette.settle()
    laid = next(x for x in part.offered() if x.line.record == hidden)
    assert page.writer.sitting.note.observations == (hidden,)
    laid.tick.setFocus()
    QTest.keyClick(laid.tick, Qt.Key.Key_Space)
    assert page.writer.sitting.note.observations == ()


def test_without_a_name_nothing_is_offered(mette):
    """The page says why, and one's own lines are all there is."""
    saw(mette, "Sov på gulvet.")
    one = mette.do(konsultationer.plan, Konsultation(day=DAY, age_band="4 år")).id
    page = mette.place(f"{PREPARE}:{one}").prepare_page
    assert all(part.offered() == [] for part in page.parts.values())
    assert not page.parts["ved"].more.isVisible()


def test_under_the_guard_the_parents_are_not_on_the_sheet(mette):
    """The part is gone, and the page says what holds."""
    one = planned(mette)
    mette.do(protecting.set_guard, "alma", Against.FORAELDER)
    page = mette.place(f"{PREPARE}:{one}").prepare_page
    assert "foraeldre" not in page.parts


def test_the_note_leads_to_its_sheet_and_its_papers(mette):
    """»Forbered« while it is planned; the sheet prints what stands there now."""
    one = planned(mette)
    place = mette.place(one)
    click(place.note_page.prepare_button)
    mette.settle()
    assert mette.went[-1] == ("konsultationer", f"{PREPARE}:{one}")
    typed(place.prepare_page.parts["spoergsmaal"].proses[".wanted"], "En aftale.")
    place.print_now()
    mette.settle()
    request = mette.previews[-1]
    assert request.document == "forberedelse"
    assert any("En aftale." in text for _, text in mette.do(request.make).sections)


def test_the_sheet_for_parents_is_written_shown_and_noted_as_given(mette):
    """Written in plain words, seen on paper, and whom and when stands on it and with the note."""
    one = planned(mette, status=KonsultationState.I_GANG)
    page = mette.place(one).note_page
    page.acts.print_paper(MeetingPaper.FORAELDREARK)
    sheet = page.acts.sheet.content()
    sheet.talked.set_text("")
    typed(sheet.talked, "Alma er ofte sulten om morgenen.")
    click(pressed(sheet, "Vis arket"))
    mette.settle()
    made = mette.do(mette.previews[-1].make)
    assert any("Alma er ofte sulten" in text for _, text in made.sections)
    click(pressed(sheet, "Notér, at de har fået det"))
    mette.settle()
    note = note_of(mette, one)
    assert (note.for_parents.given_on, note.for_parents.given_to) == (DAY, "Katarzyna Nowak")
    assert "Ark til forældrene til Katarzyna Nowak, 12. november 2026" in note.shared_with
    made = mette.do(mette.previews[-1].make)
    assert any("Givet til Katarzyna Nowak" in text for _, text in made.sections)
