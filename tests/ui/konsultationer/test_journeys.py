"""A meeting from the first question to the next one, by the keys and the mouse, on a real vault."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel

from tests.ui.konsultationer.by_hand import (
    CTRL,
    DOWN,
    ENTER,
    ESC,
    PAGE_DOWN,
    PAGE_UP,
    RIGHT,
    click,
    key,
    pressed,
    typed,
)
from tvaerfaglig.domain.concern import Position, PositionSet
from tvaerfaglig.domain.konsultation import (
    Agreement,
    AgreementState,
    Konsultation,
    KonsultationKind,
    KonsultationState,
    Participant,
    Verdict,
)
from tvaerfaglig.domain.observation import Involved, Observation, Sign
from tvaerfaglig.domain.protection import Against, Basis, Receiver, Samtykke
from tvaerfaglig.services import recording, waiting
from tvaerfaglig.services.children import protecting
from tvaerfaglig.services.consent import acts as consent_acts
from tvaerfaglig.services.konsultation import acts as konsultationer
from tvaerfaglig.services.konsultation import listing
from tvaerfaglig.services.konsultation import page as konsultation_page
from tvaerfaglig.services.konsultation import saving as konsultation_saving
from tvaerfaglig.services.konsultation.sitting import Sitting
from tvaerfaglig.store import queries
from tvaerfaglig.ui.konsultationer.agreement_form import AgreementForm
from tvaerfaglig.ui.konsultationer.grounds import Grounds
from tvaerfaglig.ui.widgets import EvidenceCard, Fold, Prose, Segments

DAY = date(2026, 11, 12)
TABLE = (
    Participant(name="Karen Lund", role="socialrådgiver", staff="karen", chairs=True),
    Participant(name="Mette Sørensen", role="pædagog", staff="mette", writes=True),
    Participant(name="Line Toft", role="sundhedsplejerske", staff="line"),
)


def note_about_alma(**more):
    facts = {
        "kind": KonsultationKind.NAVNGIVET, "child": "alma", "day": DAY, "at": time(12, 30),
        "participants": TABLE, "basis": "samtykke", "basis_text": "Katarzyna Nowak, 6. november 2026.",
        "question": "Er det nok?", "raised_by": "mette",
    }  # fmt: skip
    return Konsultation(**(facts | more))


def opened(desk, note):
    """The page of a note just written by service."""
    one = desk.do(konsultationer.plan, note).id
    place = desk.place(one)
    return one, place.note_page


def saw(desk, text, sign=Sign.NEUTRAL, day=date(2026, 11, 3), **more):
    made = Observation(
        involved=(Involved(child="alma"),),
        day=day,
        text=text,
        sign=sign,
        seen_by=(desk.desk.my_id,),
        **more,
    )
    return desk.do(recording.save, made).id


def stands(desk, one):
    return desk.do(konsultation_page.open_konsultation, one)


def write_in(page, part, words):
    """Skriv, and then the words where the caret stands."""
    line = page.note.parts[part]
    if not line.is_begun:
        click(pressed(line, f"Skriv: {line.form_part.nr} {line.form_part.name}"))
    else:
        line.start()
    focused = QApplication.focusWidget()
    assert isinstance(focused, Prose)
    assert line.isAncestorOf(focused)
    typed(focused, words)


def test_an_anonymous_meeting_from_question_to_next_time(desk_of):
    """Planned, refused a name, corrected, written, agreed, finished, printed, and found after a lock."""
    mette = desk_of("mette")
    place = mette.place()
    click(place.list_page.new_button)
    mette.settle()
    plan = place.plan_page
    assert plan.about.kind.chosen() == "anonym"
    typed(plan.about.age, "4 år")
    typed(plan.question, "Er det nok, at Alma får morgenmad her?")
    typed(plan.table.more, "karen")
    key(ENTER)
    click(plan.save_button)
    mette.settle()
    assert "»Alma«" in plan.message.words()
    assert plan.question.text() == "Er det nok, at Alma får morgenmad her?"
    click(plan.message.link)
    mette.settle()

    page = place.note_page
    assert place.stack.currentWidget() is page
    one = page.page.id
    assert page.page.note.question == "Er det nok, at barnet får morgenmad her?"
    assert [p.staff for p in page.page.note.participants] == ["mette", "karen"]
    write_in(page, "iagttagelser", "Barnet spiser tre portioner de fleste morgener.")
    write_in(page, "gaar_godt", "Når der er spist, leger det.")
    write_in(page, "faelles_forstaaelse", "Vi ser det samme.\n-> Ringe til Almas mor")
    page.leave()
    mette.settle()
    assert "»Almas«" in page.message.words()
    assert stands(mette, one).kept.note.going_well == "Når der er spist, leger det."
    assert stands(mette, one).note.going_well == ""
    click(page.message.link)
    mette.settle()
    assert (
        stands(mette, one).note.shared_understanding
        == "Vi ser det samme.\n-> Ringe til barnets mor"
    )

    shared = page.note.parts["faelles_forstaaelse"]
    click(pressed(shared, "Gør til aftale: Ringe til barnets mor"))
    mette.settle()
    form = page.note.findChild(AgreementForm)
    assert form.what.text() == "Ringe til barnets mor"
    click(next(b for b in form.who.buttons() if b.text() == "Karen Lund"))
    typed(form.due, "16.11.")
    typed(form.effect, "Barnet er mæt kl. 8")
    key(ENTER)
    click(pressed(page.note.parts["tovholder"], "Skriv: 14 Tovholder og dato"))
    click(pressed(page.note.parts["tovholder"], "Om 4 uger"))
    click(page.close_button)
    mette.settle()
    click(page.acts.confirm.act_button)
    mette.settle()

    done = stands(mette, one)
    assert done.note.status is KonsultationState.AFSLUTTET
    assert done.note.shared_understanding == "Vi ser det samme."
    page.print_note()
    mette.settle()
    assert mette.do(mette.previews[0].make).startswith(b"%PDF")

    karen = desk_of("karen")
    tasks = [t for t in karen.do(waiting.overview).waiting if t.kind == "aftale"]
    assert [(t.what, t.due, t.argument) for t in tasks] == [
        ("Ringe til barnets mor", date(2026, 11, 16), f"aftaler:{tasks[0].record}")
    ]
    here = karen.place()
    assert here.list_page.list.headings() == ["Denne uge", "Kommende"]
    assert [row.day for row in here.list_page.list.rows()] == ["I dag", "Tor 10. dec."]
    key(ENTER)
    karen.settle()
    assert "Barnet spiser tre portioner" in here.note_page.page.note.observed


def test_the_paper_is_made_when_it_is_asked_for(mette):
    """The preview's request makes a PDF on the vault's thread, with its purpose and its warnings."""
    one, page = opened(mette, note_about_alma(observed="Hun slog Bertil."))
    click(page.print_button)
    mette.settle()
    request = mette.previews[0]
    assert mette.do(request.make).startswith(b"%PDF")
    assert (request.record, request.child, request.document) == (one, "alma", "konsultationsnotat")
    assert any("»Bertil«" in line for line in request.warnings)


def test_a_name_is_asked_for_a_basis(mette):
    """Om et barn: the child by two letters, then the standing samtykke in one press; before that a question."""
    given = Samtykke(
        child="alma",
        given_by="alma-mor",
        given_on=date(2026, 11, 6),
        scope="Morgener og mad",
        until=date(2027, 5, 6),
    )
    kept = mette.do(consent_acts.save, given).id
    place = mette.place("ny")
    plan = place.plan_page
    plan.about.kind.buttons()[0].setFocus()
    key(RIGHT)
    assert plan.about.kind.chosen() == "navngivet"
    click(plan.save_button)
    assert QApplication.focusWidget() is plan.about.child
    typed(plan.about.child, "al")
    key(ENTER)
    mette.settle()
    click(plan.save_button)
    assert mette.do(listing.rows) == []
    assert plan.about.grounds.isAncestorOf(QApplication.focusWidget())
    words = "Katarzyna Nowak, skriftligt 6. november 2026: Morgener og mad. Gælder til 6. maj 2027."
    click(pressed(plan.about.grounds, f"Brug samtykket: {words}"))
    click(plan.save_button)
    mette.settle()
    note = place.note_page.page.note
    assert (note.kind, note.child, note.basis) == (KonsultationKind.NAVNGIVET, "alma", "samtykke")
    assert note.basis_text == words
    assert note.samtykke == kept


def test_part_two_says_whom_the_consent_does_not_name_and_asks_when_it_is_gone(mette):
    """At the table sits the sundhedsplejerske; then the family withdraws, and the place to choose says so."""
    given = Samtykke(
        child="alma",
        given_by="alma-mor",
        given_on=date(2026, 11, 6),
        scope="Morgener",
        named=(Receiver(name="Karen Lund", staff="karen"),),
        withhold="Mors sygdom",
    )
    kept = mette.do(consent_acts.save, given).id
    here = (Participant(name="Line Toft", role="sundhedsplejerske", staff="line"),)
    one = mette.do(
        konsultationer.plan,
        Konsultation(
            kind=KonsultationKind.NAVNGIVET,
            child="alma",
            day=date(2026, 11, 12),
            basis=Basis.SAMTYKKE.value,
            basis_text="Mor.",
            samtykke=kept,
            participants=here,
        ),
    ).id
    place = mette.place(one)
    said = "\n".join(label.text() for label in place.note_page.findChildren(QLabel))
    assert "Samtykket gælder ikke sundhedsplejersken." in said
    assert "ikke fortælles: Mors sygdom" in said
    mette.do(consent_acts.withdraw, kept)
    place = mette.place(one)
    said = "\n".join(label.text() for label in place.note_page.findChildren(QLabel))
    assert "er trukket tilbage 12. november 2026. Vælg et nyt grundlag her" in said
    assert "Samtykket gælder ikke længere" in said


def test_ny_about_a_child_has_her_chosen(mette):
    """From Alma's page the child stands there; a basis is still asked for."""
    place = mette.place("ny:alma")
    assert place.plan_page.about.kind.chosen() == "navngivet"
    assert place.plan_page.about.child.chosen() == "alma"
    click(place.plan_page.save_button)
    mette.settle()
    assert mette.do(listing.rows) == []
    click(place.plan_page.about.grounds.box(Basis.SAMME_MYNDIGHED))
    click(place.plan_page.save_button)
    mette.settle()
    assert [row.heading for row in mette.do(listing.rows)] == ["Alma Nowak"]


def test_a_basis_without_its_words_is_asked_about_where_they_are_written(mette):
    """Not in a bar above the page: the field asks, is in sight and has the keyboard."""
    place = mette.place("ny:alma", (1000, 600))
    page = place.plan_page
    page.about.grounds.box(Basis.SAMTYKKE).click()
    page.save()
    mette.settle()
    assert "Hvem har givet samtykket" in "".join(
        one.text() for one in page.about.grounds.field.findChildren(QLabel) if one.isVisible()
    )
    assert page.about.grounds.words.hasFocus()
    assert not page.about.grounds.words.visibleRegion().isEmpty()
    assert not page.message.isVisible()


def test_a_consent_of_another_year_says_which(mette):
    """»1. dec.« read in November would be one still to come."""
    given = Samtykke(
        child="alma", given_by="alma-mor", given_on=date(2025, 12, 1), until=date(2026, 11, 30)
    )
    kept = mette.do(consent_acts.save, given).id
    note = Konsultation(
        kind=KonsultationKind.NAVNGIVET, child="alma", day=date(2026, 11, 12), samtykke=kept,
        basis=Basis.SAMTYKKE.value, basis_text="Mor.",
    )  # fmt: skip
    place = mette.place(mette.do(konsultationer.plan, note).id)
    said = [label.text() for label in place.note_page.findChildren(QLabel)]
    assert "Samtykke fra mor, 1. dec. 2025" in said


def test_what_opens_below_the_edge_comes_into_sight(mette):
    """*Skriv* at the bottom of the window: the field that has the keyboard can be seen."""
    made = mette.do(
        konsultationer.plan, Konsultation(kind=KonsultationKind.TEMA, day=date(2026, 11, 12))
    ).id
    place = mette.place(made, (1000, 600))
    part = place.note_page.note.parts["tovholder"]
    click(pressed(part, "Skriv: 14 Tovholder og dato"))
    mette.settle()
    assert not part.window().focusWidget().visibleRegion().isEmpty()


def test_what_is_being_planned_waits_as_a_draft(desk_of):
    """Left half-way, locked, opened again: it stands there, and nobody else has it."""
    mette = desk_of("mette")
    place = mette.place("ny")
    typed(place.plan_page.question, "Hvad ser vi?")
    place.leave()
    mette.settle()
    assert mette.do(listing.rows) == []
    assert desk_of("hanne").place("ny").plan_page.question.text() == ""
    again = desk_of("mette").place("ny").plan_page
    assert again.question.text() == "Hvad ser vi?"
    assert "Du var i gang" in again.message.words()


def test_what_was_typed_is_kept_within_a_second(mette, qtbot):
    """No Gem, no leaving: the draft is in the vault before a second has gone."""
    one, page = opened(mette, note_about_alma())
    part = page.note.parts["gaar_godt"]
    part.begin()
    QApplication.processEvents()
    focused = QApplication.focusWidget()
    focused.insertPlainText("Hun bygger huler.")
    qtbot.waitUntil(lambda: page.saved_label.words().startswith("Gemt 8.00"), timeout=1000)
    assert stands(mette, one).kept.note.going_well == "Hun bygger huler."
    assert stands(mette, one).note.going_well == ""


def test_a_sitting_is_offered_again_after_a_crash(desk_of):
    """What never became a version stands in its field again, and can be laid away."""
    mette = desk_of("mette")
    one, page = opened(mette, note_about_alma())
    write_in(page, "maal", "Ro om morgenen")
    page.writer.keep()
    mette.settle()
    mette.places.pop().deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    mette = desk_of("mette")
    again = mette.place(one).note_page
    assert "Du var i gang 8.00" in again.message.words()
    assert again.note.parts["maal"].findChild(Prose).text() == "Ro om morgenen"
    click(again.message.link)
    mette.settle()
    assert not again.note.parts["maal"].is_begun
    assert stands(mette, one).kept is None


def test_one_sitting_is_one_version(mette):
    """Three parts written, Ctrl+S, left: one event more, not three."""
    one, page = opened(mette, note_about_alma())
    for part in ("gaar_godt", "proevet", "maal"):
        write_in(page, part, f"Om {part}.")
    page.save_now()
    mette.settle()
    page.leave()
    mette.settle()
    assert [len(mette.do(konsultation_page.history, one)), stands(mette, one).note.tried] == [
        2,
        "Om proevet.",
    ]


def test_observations_are_laid_on_the_table(mette):
    """Ctrl+B opens the tray with the ressource first; Enter lays it there, a drop another, ✕ takes it off."""
    worry = saw(
        mette, "Kom i nattøj.", Sign.BEKYMRING, date(2026, 11, 10), child_words="Jeg er sulten"
    )
    strength = saw(mette, "Byggede hule.", Sign.RESSOURCE)
    one, page = opened(mette, note_about_alma())
    key(Qt.Key.Key_B, CTRL)
    mette.settle()
    assert list(page.tray.cards) == [strength, worry]
    key(ENTER)
    mette.settle()
    assert page.writer.sitting.note.observations == (strength,)
    drop(page.note.parts["iagttagelser"], page.tray.cards[worry])
    mette.settle()
    key(ESC)
    assert page.side.isHidden()
    seen = page.note.parts["iagttagelser"]
    click(pressed(seen, "Tag observationen fra tir 3. nov. af bordet"))
    page.leave()
    mette.settle()
    assert stands(mette, one).note.observations == (worry,)

    voice = page.note.parts["barnets_perspektiv"]
    voice.begin()
    click(pressed(voice, "Hent: »Jeg er sulten«"))
    assert voice.findChild(Prose).text().startswith("»Jeg er sulten« sagde Alma til Mette 10. nov.")


def drop(target, card):
    """What Qt delivers when a card is let go over a part."""
    assert isinstance(card, EvidenceCard)
    data, spot = card.mime(), QPoint(30, 20)
    action, buttons = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    for event in (
        QDragEnterEvent(QPointF(spot).toPoint(), action, data, buttons, none),
        QDropEvent(QPointF(spot), action, data, buttons, none),
    ):
        QApplication.sendEvent(target, event)


def test_each_writes_her_own_view(desk_of):
    """Mette has no field for Karen's; Line, who only visits, adds hers and sees Mette's."""
    mette = desk_of("mette")
    one, page = opened(mette, note_about_alma())
    write_in(page, "faglighed", "Hun leger, når hun har spist.")
    fields = page.note.parts["faglighed"].findChildren(Prose)
    assert [each.accessibleName() for each in fields] == ["Pædagogisk, Mette Sørensen"]
    line = desk_of("line")
    her = line.place(one).note_page
    part = her.note.parts["faglighed"]
    assert [each.accessibleName() for each in part.findChildren(Prose)] == [
        "Sundhedsfaglig, Line Toft"
    ]
    write_in(her, "faglighed", "Hun vokser, som hun skal.")
    her.leave()
    line.settle()
    views = stands(desk_of("mette"), one).note.perspectives
    assert {(view.profession, view.staff): view.text for view in views} == {
        ("Pædagogisk", "mette"): "Hun leger, når hun har spist.",
        ("Sundhedsfaglig", "line"): "Hun vokser, som hun skal.",
    }


def test_the_guard_takes_the_parents_part_away(mette):
    """Set while the note is open: part 7 goes, the red bar says why, a talk with the parents is no choice."""
    one, page = opened(
        mette, note_about_alma(parents_view="Mor er træt.", decision="Bliver i huset")
    )
    assert "foraeldrenes_syn" in page.note.parts
    assert not page.note.guard.isVisible()
    changes = mette.do(protecting.set_guard, "alma", Against.FORAELDER)
    mette.desk.announce(changes)
    mette.settle()
    assert "foraeldrenes_syn" not in page.note.parts
    assert page.note.guard.isVisible()
    assert "Værnet er sat" in page.note.guard.words()
    assert all("Forældrenes syn" not in row.name for row in page.note.sections())
    levels = [
        b.text()
        for b in page.note.parts["beslutning"].findChildren(type(page.duty))
        if b.kind == "filter"
    ]
    assert "Samtale med forældrene" not in levels
    assert "Underretning" in levels
    page.note.parts["delt_med"].begin()
    chips = [b.text() for b in page.note.parts["delt_med"].findChildren(type(page.duty))]
    assert not any("mor" in words for words in chips)
    assert stands(mette, one).note.parents_view == "Mor er træt."
    click(page.note.guard.link)
    assert mette.went[-1] == ("akut", None)


def test_a_follow_up_begins_with_what_was_agreed(mette):
    """Fortsæt with how it goes, and justér with a new day, in place; saved with the sitting."""
    first = mette.do(konsultationer.plan, note_about_alma(day=date(2026, 10, 22))).id
    page0 = stands(mette, first)
    rows = {
        f"aftale-{n}": Agreement(
            what=f"Aftale {n}", who=("mette",), due=date(2026, 11, 5), made_on=date(2026, 10, 22)
        )
        for n in (1, 2)
    }
    mette.do(konsultation_saving.save_sitting, first, Sitting(note=page0.note, agreements=rows))
    one, page = opened(mette, note_about_alma(follows=first))
    assert page.note.keys()[0] == "siden_sidst"
    works, changes = page.note.earlier.findChildren(Segments)
    click(works.buttons()[0])
    typed(page.note.earlier.findChildren(type(page.tray.search))[0], "Det hjælper.")
    click(changes.buttons()[1])
    form = page.note.earlier.findChild(AgreementForm)
    form.due.clear()
    typed(form.due, "20.11.")
    key(ENTER)
    page.leave()
    mette.settle()
    after = [one.record for one in stands(mette, one).earlier_agreements]
    assert [(made.verdict, made.outcome, made.due) for made in after] == [
        (Verdict.FORTSAET, "Det hjælper.", date(2026, 11, 5)),
        (Verdict.JUSTER, "", date(2026, 11, 5)),
    ]
    (fresh,) = (made.record for made in stands(mette, one).agreements)
    assert (fresh.what, fresh.due, fresh.follows) == ("Aftale 2", date(2026, 11, 20), "aftale-2")


def test_an_agreement_is_written_changed_and_taken_off_in_its_row(mette):
    """Tilføj, Enter, a press on the row, Fjern, Fortryd."""
    one, page = opened(mette, note_about_alma())
    part = page.note.parts["aftaler"]
    click(pressed(part, "Skriv: 12 Aftaler"))
    form = part.findChild(AgreementForm)
    assert QApplication.focusWidget() is form.what
    typed(form.what, "Madkasse kl. 7")
    typed(form.other, "Mormor")
    key(ENTER)
    assert form.agreement().who_else == "Mormor"
    key(ENTER)
    assert part.findChild(AgreementForm) is None
    page.leave()
    mette.settle()
    saved = stands(mette, one).agreements
    assert [(a.record.what, a.record.who_else) for a in saved] == [("Madkasse kl. 7", "Mormor")]
    click(pressed(part, "Ret aftalen: Madkasse kl. 7"))
    click(pressed(part, "Tag aftalen af listen"))
    page.leave()
    mette.settle()
    assert stands(mette, one).agreements == ()
    mette.undo[-1]()
    page.leave()
    mette.settle()
    assert [a.record.status for a in stands(mette, one).agreements] == [AgreementState.AABEN]


def test_finishing_sets_where_the_child_stands(mette):
    """The position is chosen by its words; finishing says what comes of it and then does it."""
    one, page = opened(mette, note_about_alma())
    page.note.parts["faelles_forstaaelse"].begin()
    segments = page.note.parts["faelles_forstaaelse"].findChild(Segments)
    assert "bliver ved" in segments.buttons()[1].accessibleDescription()
    click(segments.buttons()[1])
    click(page.close_button)
    mette.settle()
    confirm = page.acts.confirm
    assert confirm.safe_button.hasFocus()
    words = [label.text() for label in confirm.findChildren(type(page.note.guard._words))]
    assert "Alma står fra i dag i bekymring." in words
    click(confirm.act_button)
    mette.settle()
    positions = mette.do(lambda s: queries.of_child(s.vault, PositionSet, "alma"))
    assert [(p.record.position, p.record.origin) for p in positions] == [(Position.BEKYMRING, one)]
    assert page.close_button.text() == "Ret notatet"
    assert page.note.findChildren(Prose) == []


def test_a_finished_note_can_be_corrected(mette):
    """Ret notatet opens it, Gem rettelsen is a new version, and the first one stays."""
    one, page = opened(mette, note_about_alma(goals="Ro"))
    mette.do(konsultation_saving.finish, one)
    page.open_note(one)
    mette.settle()
    click(page.close_button)
    field = page.note.parts["maal"].findChild(Prose)
    typed(field, " om morgenen")
    field.flush()
    click(page.close_button)
    mette.settle()
    assert [v.record.goals for v in mette.do(konsultation_page.history, one)][-1] in {
        "Ro om morgenen",
        " om morgenenRo",
    }
    assert stands(mette, one).note.status is KonsultationState.AFSLUTTET
    page.acts.show_history()
    mette.settle()
    assert page.sheet.is_open()
    key(ESC)
    assert not page.sheet.is_open()


def test_an_anonymous_one_gets_a_name_as_another_note(mette):
    """Få navn på: child and basis; the new note opens, the old one is as it was."""
    one, page = opened(mette, Konsultation(day=DAY, age_band="4 år", question="Er det nok?"))
    before = stands(mette, one).stored
    page.ask_name()
    mette.settle()
    sheet = page.sheet.content()
    typed(sheet.child, "alma")
    key(ENTER)
    mette.settle()
    click(sheet.act)
    mette.settle()
    assert "grundlaget" in sheet.asks.words()
    click(sheet.findChild(Grounds).box(Basis.UNDERRETNINGSPLIGT))
    click(sheet.act)
    mette.settle()
    assert page.page.note.child == "alma"
    assert page.page.id != one
    assert stands(mette, one).stored == before


def test_cancelling_asks_why(mette):
    """No reason, a question; with one it is aflyst, and can be taken up again."""
    one, page = opened(mette, note_about_alma())
    page.ask_cancel()
    mette.settle()
    sheet = page.sheet.content()
    click(sheet.act)
    mette.settle()
    assert "Hvorfor" in sheet.asks.words()
    typed(sheet.because, "Karen er syg.")
    click(sheet.act)
    mette.settle()
    assert page.page.note.status is KonsultationState.AFLYST
    assert "Karen er syg." in page.saved_label.words()
    click(page.close_button)
    mette.settle()
    assert stands(mette, one).note.status is KonsultationState.PLANLAGT


def test_the_keys_walk_from_part_to_part(mette):
    """One begins where one writes; Ctrl+PgDn goes on, Ctrl+PgUp back, Enter begins; the outline follows."""
    _, page = opened(mette, note_about_alma())
    assert isinstance(QApplication.focusWidget(), Prose)
    assert page.outline.current() == "spoergsmaal"
    for _ in range(2):
        key(PAGE_DOWN, CTRL)
    assert page.outline.current() == "gaar_godt"
    key(ENTER)
    assert isinstance(QApplication.focusWidget(), Prose)
    typed(QApplication.focusWidget(), "Alt.")
    key(PAGE_UP, CTRL)
    assert page.outline.current() == "iagttagelser"
    assert {row.key for row in page.note.sections() if row.done} >= {"gaar_godt", "moede"}


def test_the_duty_is_always_there(mette):
    """In the foot of every note, one press from the letter."""
    _, page = opened(mette, note_about_alma())
    click(page.duty)
    place, letter = mette.went[-1]
    assert (place, letter.child) == ("underretninger", "alma")


def test_the_list_is_filtered_and_found_in(mette):
    """Anonyme shows only those, words find among them; nothing fitting says so."""
    mette.do(konsultationer.plan, note_about_alma())
    mette.do(konsultationer.plan, Konsultation(day=DAY, age_band="4 år", question="Hvad ser vi?"))
    listed = mette.place().list_page
    assert [row.heading for row in listed.list.rows()] == ["Et barn på 4 år", "Alma Nowak"]
    click(listed.filter.buttons()[3])
    assert [row.heading for row in listed.list.rows()] == ["Et barn på 4 år"]
    typed(listed.search, "zebra")
    assert listed.none_fit.isVisible()


def test_an_empty_list_offers_the_first_step(mette):
    """Nothing planned yet: what belongs here, and the button."""
    place = mette.place()
    assert place.list_page.nothing.isVisible()
    click(pressed(place.list_page.nothing, "Planlæg den første"))
    mette.settle()
    assert place.stack.currentWidget() is place.plan_page


def test_a_note_one_may_not_open_leads_back_to_the_list(desk_of):
    """Jonas gets a sentence, not a blank page."""
    mette = desk_of("mette")
    one = mette.do(konsultationer.plan, note_about_alma()).id
    jonas = desk_of("jonas")
    place = jonas.place(one)
    jonas.settle()
    assert place.stack.currentWidget() is place.list_page
    assert "Du har ikke adgang" in jonas.said[-1]


def test_a_held_meeting_that_nobody_finished_is_pointed_at(mette, clock):
    """The day after, the row says so."""
    _, page = opened(mette, note_about_alma())
    write_in(page, "maal", "Ro")
    page.leave()
    mette.settle()
    clock.set(datetime(2026, 11, 13, 9, 0))
    mette.places[-1].open(None)
    mette.settle()
    assert [row.state for row in mette.places[-1].list_page.list.rows()] == ["Ikke afsluttet"]


@pytest.mark.parametrize("fold", [Fold.NONE, Fold.LIST, Fold.PANEL])
def test_folding_loses_nothing(mette, fold):
    """What is half written stays when the window narrows; the outline becomes a box."""
    _, page = opened(mette, note_about_alma())
    write_in(page, "maal", "Ro om morgenen")
    page.window().set_fold(fold)
    mette.settle()
    assert page.note.parts["maal"].findChild(Prose).text() == "Ro om morgenen"
    assert page.strip.isVisible() == (fold >= Fold.LIST)


def test_down_goes_through_the_list(mette):
    """Arrows walk over headings; Enter opens."""
    mette.do(konsultationer.plan, note_about_alma())
    mette.do(konsultationer.plan, note_about_alma(day=date(2026, 12, 10)))
    place = mette.place()
    key(DOWN)
    key(ENTER)
    mette.settle()
    assert place.note_page.page.note.day == date(2026, 12, 10)
