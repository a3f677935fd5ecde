"""Konsultationer as it is seen and heard: nothing cut, nothing nameless, in every theme and size."""

from __future__ import annotations

from datetime import date, time

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.accessibility import nameless, spoken
from tests.ui.clipping import clipped
from tests.ui.konsultationer.test_journeys import note_about_alma, saw
from tvaerfaglig.domain.concern import Position
from tvaerfaglig.domain.konsultation import Agreement, Konsultation, Perspective
from tvaerfaglig.domain.observation import Sign
from tvaerfaglig.domain.protection import Against
from tvaerfaglig.services.children import protecting
from tvaerfaglig.services.konsultation import acts as konsultationer
from tvaerfaglig.services.konsultation import page as konsultation_page
from tvaerfaglig.services.konsultation import saving as konsultation_saving
from tvaerfaglig.services.konsultation.sitting import Sitting
from tvaerfaglig.services.meeting_papers.which import MeetingPaper
from tvaerfaglig.ui.konsultationer.preparing import PREPARE
from tvaerfaglig.ui.theme import Mode
from tvaerfaglig.ui.widgets import fold_at

LONG = (
    "Hun er med i alt, når hun har spist. Morgenerne uden mad bliver til formiddage i puderummet. "
    * 3
)


def full_note(desk):
    """Every part written, by three professions, with agreements behind and ahead."""
    seen = saw(
        desk, LONG, Sign.RESSOURCE, child_words="Er det snart frokost?", asked="Hvad vil du?"
    )
    before = desk.do(konsultationer.plan, note_about_alma(day=date(2026, 10, 22))).id
    agree(
        desk,
        before,
        "Madkasse klar ved aflevering, tre morgener, så Alma kan spise, før de andre kommer",
    )
    note = note_about_alma(
        follows=before, observations=(seen,), observed=LONG, going_well=LONG, child_view="»Min mave siger noget.«",
        parents_view=LONG, parents_asked="Katarzyna 6. november, telefontolk, Mette og Hanne.", tried=LONG,
        perspectives=(
            Perspective(profession="Pædagogisk", staff="mette", text=LONG),
            Perspective(profession="Socialfaglig", staff="karen", text=LONG),
        ),
        shared_understanding=LONG, position=Position.BEKYMRING, goals=LONG, decision="Bliver i huset",
        decision_because=LONG, discussed="ja", discussed_because=LONG, tovholder="mette",
        follow_up_on=date(2026, 12, 10), follow_up_at=time(12, 30), shared_with="Katarzyna, 12. nov.",
        why_now=LONG,
    )  # fmt: skip
    one = desk.do(konsultationer.plan, note).id
    agree(
        desk, one, "Morgenmad til Alma kl. 7, når mor har morgenvagt", "Samtale med mor, med tolk"
    )
    return one


def agree(desk, one, *what):
    page = desk.do(konsultation_page.open_konsultation, one)
    rows = {
        f"{one}-{n}": Agreement(
            what=words, who=("mette", "karen"), due=date(2026, 11, 16), made_on=page.note.day,
            effect="Hun leger før samling 4 af 5 dage",
        )
        for n, words in enumerate(what)
    }  # fmt: skip
    desk.do(konsultation_saving.save_sitting, one, Sitting(note=page.note, agreements=rows))


def seen_at(desk, place, look, scale):
    """As the shell would show it at this text size."""
    look.set_scale(scale)
    place.set_fold(fold_at(1280))
    for _ in range(4):
        desk.settle()
        QApplication.processEvents()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("which", ["list", "note", "ny", "ny:alma"])
def test_no_word_is_cut(mette, dressed, which, scale):
    """List, full note and plan stand whole at 100, 150 and 200 %."""
    one = full_note(mette)
    place = mette.place({"list": None, "note": one}.get(which, which), (1060, 800))
    seen_at(mette, place, dressed, scale)
    assert clipped(place) == []
    assert nameless(place) == []


@pytest.mark.parametrize("mode", [Mode.DARK, Mode.CONTRAST])
def test_the_note_stands_whole_in_every_theme(mette, dressed, mode):
    """Dark and high contrast cut nothing either."""
    place = mette.place(full_note(mette), (1060, 800))
    dressed.choose(mode)
    mette.settle()
    assert clipped(place) == []


def test_a_closed_note_is_read_and_named(mette):
    """Finished: every part as text, nothing nameless."""
    one = full_note(mette)
    mette.do(konsultation_saving.finish, one)
    place = mette.place(one, (1060, 800))
    assert clipped(place) == []
    assert nameless(place) == []


def test_a_row_is_heard_as_one_sentence(mette):
    """Day, hour, child, question, state and what is open, in one breath."""
    full_note(mette)
    assert "I dag, 12.30, Alma Nowak, Er det nok?, i gang, 2 åbne aftaler" in spoken(mette.place())


def test_the_tray_and_the_sheets_stand_whole(mette, dressed):
    """The tray beside the note, as a drawer, and the two sheets."""
    one = full_note(mette)
    place = mette.place(one, (1060, 800))
    page = place.note_page
    page.open_tray()
    mette.settle()
    assert clipped(place) == []
    page.beside.close()
    seen_at(mette, place, dressed, 1.5)
    page.open_tray()
    mette.settle()
    assert nameless(page.sheet) == []
    page.beside.close()
    page.acts.show_history()
    mette.settle()
    assert clipped(page.sheet) == []
    page.ask_cancel()
    mette.settle()
    assert clipped(page.sheet) == []
    assert nameless(page.sheet) == []
    page.acts.print_paper(MeetingPaper.FORAELDREARK)
    mette.settle()
    assert clipped(page.sheet) == []
    assert nameless(page.sheet) == []


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_preparation_stands_whole(mette, dressed, scale):
    """Long lines from the log, long words of one's own: nothing cut, nothing nameless."""
    one = full_note(mette)
    place = mette.place(f"{PREPARE}:{one}", (1060, 800))
    seen_at(mette, place, dressed, scale)
    assert place.prepare_page.parts["proevet"].offered()
    assert clipped(place) == []
    assert nameless(place) == []


def test_with_the_guard_set_it_stands_whole(mette):
    """The red bar wraps; nothing in the page is cut by it."""
    one = full_note(mette)
    mette.do(protecting.set_guard, "alma", Against.UKENDT)
    place = mette.place(one, (1060, 800))
    assert place.note_page.note.guard.isVisible()
    assert clipped(place) == []


def test_the_naming_sheet_stands_whole(mette):
    """Få navn på, with the samtykke of the child."""
    one = mette.do(konsultationer.plan, Konsultation(day=date(2026, 11, 12), age_band="4 år")).id
    place = mette.place(one, (1060, 800))
    place.note_page.ask_name()
    mette.settle()
    sheet = place.note_page.sheet.content()
    sheet._on_child("alma")
    mette.settle()
    assert clipped(place.note_page.sheet) == []
    assert nameless(place.note_page.sheet) == []
