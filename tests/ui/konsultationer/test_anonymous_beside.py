"""The card beside a note without a name: counts while one writes, asks, rewords with one key, and never bars."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtGui import QTextCursor

from tests.ui.konsultationer.by_hand import click, pressed
from tvaerfaglig.domain.konsultation import Konsultation, KonsultationKind, Participant
from tvaerfaglig.domain.people import Authority
from tvaerfaglig.services import staffing
from tvaerfaglig.services.konsultation import acts as konsultationer
from tvaerfaglig.services.konsultation import page as konsultation_page
from tvaerfaglig.services.konsultation import sitting as konsultation_sitting
from tvaerfaglig.ui.konsultationer.anonymous.watch import QUIET_MS
from tvaerfaglig.ui.widgets import Fold, Prose

DAY = date(2026, 11, 12)
TABLE = (
    Participant(name="Karen Lund", role="socialrådgiver", staff="karen", chairs=True),
    Participant(name="Mette Sørensen", role="pædagog", staff="mette", writes=True),
)


def opened(desk, **more):
    facts = {
        "day": DAY,
        "question": "Hvad nu?",
        "participants": TABLE,
        "dagtilbud": "maelkeboetten",
    }
    one = desk.do(konsultationer.plan, Konsultation(**(facts | more))).id
    place = desk.place(one)
    return place.note_page


def write(desk, page, words):
    part = page.note.parts["iagttagelser"]
    part.begin()
    field = part.findChildren(Prose)[0]
    field.moveCursor(QTextCursor.MoveOperation.End)
    field.insertPlainText(words)
    field.flush()
    desk.qtbot.wait(QUIET_MS + 50)
    desk.settle()
    return field


def test_it_counts_while_one_writes_and_rewords_with_one_key(mette):
    """Calm until few fit; then Ctrl+. writes it more broadly, and Ctrl+Z or Fortryd takes that back."""
    page = opened(mette)
    card = page.anonymity.card
    assert not page.fit_side.isHidden()
    assert card.cards == {}
    field = write(mette, page, "Barnet er 4 år og har en polsk mor.")
    assert card.headline.text().startswith("Det, du har skrevet, passer på 1 barn i huset")
    assert "»en polsk mor«" in card.cards[card.first()].accessibleName()
    page.anonymity.reword_first()
    mette.settle()
    assert field.text() == "Barnet er 4 år og har en familie med flere sprog."
    field.undo()
    field.flush()
    assert field.text() == "Barnet er 4 år og har en polsk mor."
    write(mette, page, "")
    page.anonymity.reword_first()
    mette.settle()
    mette.undo[-1]()
    mette.settle()
    assert field.text() == "Barnet er 4 år og har en polsk mor."


def test_a_question_laid_away_stays_away_until_it_is_asked_for(mette):
    """✕ takes one away, the others stay; nothing of it keeps the note from being finished."""
    page = opened(mette)
    card = page.anonymity.card
    write(mette, page, "Barnet er 4 år og har en polsk mor.")
    before = set(card.cards)
    gone = next(iter(card.cards))
    click(card.cards[gone].away)
    assert set(card.cards) == before - {gone}
    write(mette, page, " Det sover.")
    assert gone not in card.cards
    click(card.again)
    assert gone in card.cards
    page.press_close()
    mette.settle()
    assert page.acts.confirm is not None
    said = page.acts.confirm.findChildren(type(card.headline))
    assert any("passer på 1 barn" in one.text() for one in said)
    page.acts.confirm.accept()
    mette.settle()
    assert page.page.is_closed


def test_a_late_answer_is_dropped(mette):
    """What was asked about words that have changed since is not shown."""
    page = opened(mette)
    shown = []
    page.anonymity.watch.counted.connect(shown.append)
    page.anonymity.watch._ask()
    page.writer.change(observed="Barnet er 4 år.")
    mette.settle()
    assert shown == []


def test_an_address_is_taken_out_with_one_key(mette):
    """What is refused stays where it was written, and one press takes it out and saves."""
    page = opened(mette)
    field = write(mette, page, "De bor på Engvej 4, siger Katarzyna.")
    page.leave()
    mette.settle()
    assert "»Engvej 4«, »Katarzyna«" in page.message.words()
    assert field.text() == "De bor på Engvej 4, siger Katarzyna."
    click(page.message.link)
    mette.settle()
    stands = mette.do(konsultation_page.open_konsultation, page.page.id).note.observed
    assert stands == "De bor på et sted, siger barnet."


def test_where_there_is_no_room_it_is_one_line(mette):
    """A narrow window has a line above the note, only while it asks, and the words open as a sheet."""
    page = opened(mette)
    page.set_fold(Fold.LIST)
    assert not page.anonymity.line.isVisible()
    write(mette, page, "Barnet er 4 år og har en polsk mor.")
    assert page.anonymity.line.isVisible()
    assert page.fit_side.isHidden()
    click(page.anonymity.line.link)
    assert page.sheet.is_open()
    assert page.sheet.content() is page.fit_area
    page.anonymity.card.jumped.emit(page.anonymity.card.first())
    assert not page.sheet.is_open()
    page.set_fold(Fold.NONE)
    assert not page.fit_side.isHidden()
    assert page.fit_area.isVisible()


def test_what_a_name_may_be_taken_for_is_said_where_it_is_true(desk_of):
    """Not known: ask first. Yes: it is said. No: nothing is."""
    for answer, said in (
        (Authority.UKENDT, "Ved du det ikke, så spørg"),
        (Authority.JA, "Karen er myndighed i kommunen."),
        (Authority.NEJ, ""),
    ):
        hanne = desk_of("hanne")
        karen = hanne.do(lambda session: session.staff())["karen"]
        made = replace(karen, authority=answer)
        hanne.do(staffing.change_person, "karen", made)
        hanne.do(konsultation_sitting.forget_plan)
        place = hanne.place("ny")
        plan = place.plan_page
        plan._on_people(TABLE)
        assert plan.about.counts.isHidden()
        click(pressed(plan.about.kind, "Om et barn"))
        hanne.settle()
        assert plan.note().kind is KonsultationKind.NAVNGIVET
        assert plan.about.counts.isHidden() == (not said)
        assert not said or said in plan.about.counts.words()
