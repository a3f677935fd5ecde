"""Udskrifter and the preview: what leaves the house is seen first, holds only its own child, and is noted."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tvaerfaglig.domain.concern import Concern
from tvaerfaglig.domain.konsultation import Konsultation, KonsultationKind, KonsultationState
from tvaerfaglig.domain.masking import token
from tvaerfaglig.domain.observation import Involved, Observation
from tvaerfaglig.domain.protection import Against
from tvaerfaglig.services import recording
from tvaerfaglig.services.children import protecting
from tvaerfaglig.services.printing import printable
from tvaerfaglig.store import past
from tvaerfaglig.ui.preview_request import PreviewRequest
from tvaerfaglig.ui.printouts.preview import PreviewPlace, safe_file_name

DAY = date(2026, 11, 10)


def observe(who, text, reflection="", children=("alma",)):
    seen = Observation(
        day=DAY,
        involved=tuple(Involved(child=child) for child in children),
        text=text,
        reflection=reflection,
    )
    return who.do(recording.save, seen)


def worry(who, noticed=date(2026, 10, 2)):
    who.do(
        recording.save,
        Concern(
            child="alma", title="Sulten om morgenen", text="", first_noticed=noticed, by="mette"
        ),
    )


def pick(who, picker, typed):
    """Type a name, Enter takes the first."""
    picker.setFocus()
    QTest.keyClicks(picker, typed)
    who.key(picker, Qt.Key.Key_Return)


def summary(who, typed="alma", purpose="Netværksmøde 17. november") -> PreviewPlace:
    place = who.go("udskrifter")
    pick(who, place.summary.child, typed)
    who.type(place.summary.purpose, purpose)
    who.press("Vis sagsresuméet")
    preview = who.place
    assert isinstance(preview, PreviewPlace)
    return preview


def pages(preview) -> str:
    """What stands on the pages themselves, whatever the text beside says."""
    leaves = preview.paper.leaves
    return " ".join(word for n in range(leaves.count()) for word in leaves.text(n).split())


def log(who):
    return who.do(printable.printed_log)


def test_a_case_summary_holds_its_child_and_no_other(hanne):
    """Bertil was there when it happened; on Alma's paper he is another child."""
    worry(hanne)
    observe(hanne, f"Tog en bolle fra {token('bertil')}.", children=("alma", "bertil"))
    preview = summary(hanne)
    assert "Alma Nowak" in pages(preview)
    assert "et andet barn" in pages(preview)
    assert "Bertil" not in pages(preview)
    assert "Bertil" not in preview.paper.as_text.text()
    assert preview.warnings == ()


def test_another_childs_name_typed_in_clear_is_pointed_out_before_print(hanne):
    """It stops nobody."""
    observe(hanne, "Tog en bolle fra Bertil.")
    preview = summary(hanne)
    assert any("»Bertil«" in words for words in preview.warnings)
    assert preview.print_button.isEnabled()


def test_the_period_goes_from_the_first_concern_to_today(hanne):
    """And what was before it is left out, and said to be."""
    worry(hanne, date(2026, 10, 2))
    place = hanne.go("udskrifter")
    pick(hanne, place.summary.child, "alma")
    assert place.summary.first.value() == date(2026, 10, 2)
    assert place.summary.last.value() == date(2026, 11, 12)


def test_own_thoughts_come_along_only_when_chosen(hanne):
    """A tick on the card."""
    observe(hanne, "Sad længe med skålen.", reflection="Måske får hun ikke morgenmad.")
    assert "Måske får hun" not in pages(summary(hanne))
    place = hanne.go("udskrifter")
    place.summary.reflections.setFocus()
    hanne.key(place.summary.reflections, Qt.Key.Key_Space)
    hanne.press("Vis sagsresuméet")
    assert "Måske får hun" in pages(hanne.place)


def test_child_and_purpose_are_asked_for_where_they_are_missing(hanne):
    """A question at the field; no preview opens."""
    place = hanne.go("udskrifter")
    hanne.press("Vis sagsresuméet")
    assert hanne.place is place
    assert "Hvilket barn?" in place.summary.child.accessibleDescription()
    pick(hanne, place.summary.child, "alma")
    hanne.press("Vis sagsresuméet")
    assert hanne.place is place
    assert "Hvad skal papiret bruges til?" in place.summary.purpose.accessibleDescription()


def test_the_guard_is_said_on_the_card_on_the_paper_and_beside_it(hanne):
    """With the advice to ask the municipality first."""
    hanne.do(protecting.set_guard, "alma", Against.FORAELDER)
    place = hanne.go("udskrifter")
    pick(hanne, place.summary.child, "alma")
    assert "spørg kommunen" in place.summary.guard.words()
    preview = summary(hanne)
    assert "spørg kommunen" in preview.warnings[0]
    assert "Må ikke udleveres til" in pages(preview)


def test_a_saved_pdf_is_noted_without_its_path(hanne, tmp_path):
    """The bytes on screen are the bytes in the file; the log says who, what and for what, never where."""
    worry(hanne)
    preview = summary(hanne)
    hanne.type(preview.receiver, "Skolen i Fjordby")
    preview.grounds.basis.choose("familien")
    where = tmp_path / "hemmelig-mappe" / "resume.pdf"
    where.parent.mkdir()
    preview.save_to(where)
    hanne.settle()
    assert where.read_bytes() == preview.pdf
    (line,) = log(hanne)
    assert (line.who, line.did, line.document) == ("Hanne Bjerre", "har gemt", "sagsresumé")
    assert (line.child, line.purpose) == ("Alma Nowak", "Netværksmøde 17. november")
    assert line.receiver == "Skolen i Fjordby"
    bodies = hanne.do(lambda s: s.vault.db.conn.execute("SELECT data FROM body").fetchall())
    assert not any("hemmelig-mappe" in data for (data,) in bodies)
    place = hanne.go("udskrifter", "log")
    assert place.log.table.isVisible()
    assert place.log.table.table_model().rows() == (line,)


def test_a_folder_in_the_cloud_is_asked_about_before_anything_is_written(hanne, tmp_path):
    """The safe button writes nothing and notes nothing; the other one does both."""
    preview = summary(hanne)
    where = tmp_path / "OneDrive" / "resume.pdf"
    where.parent.mkdir()
    preview.save_to(where)
    hanne.settle()
    asked = QApplication.activeModalWidget()
    assert "skyen" in asked.windowTitle()
    hanne.key(asked, Qt.Key.Key_Return)
    assert not where.exists()
    assert log(hanne) == ()
    preview.save_to(where)
    hanne.settle()
    hanne.press("Gem alligevel", QApplication.activeModalWidget())
    assert where.exists()
    assert len(log(hanne)) == 1


def test_what_cannot_be_written_is_said_and_not_noted(hanne, tmp_path):
    """A folder that is not there."""
    preview = summary(hanne)
    preview.save_to(tmp_path / "findes-ikke" / "resume.pdf")
    hanne.settle()
    assert "Vælg en anden" in preview.message.words()
    assert log(hanne) == ()


def test_a_print_is_noted_and_every_page_comes_out(hanne, tmp_path):
    """On a printer that prints into a file, as the system's own PDF printer does."""
    preview = summary(hanne)
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "papir.pdf"))
    preview.print_with(printer)
    hanne.settle()
    assert (tmp_path / "papir.pdf").stat().st_size > 10_000
    assert [line.did for line in log(hanne)] == ["har udskrevet"]


def test_without_a_printer_it_says_what_to_do_instead(hanne):
    """Ctrl+P on a machine without any."""
    if QPrinterInfo.availablePrinterNames():
        pytest.skip("this machine has a printer, and its dialog would open")
    preview = summary(hanne)
    hanne.key(hanne.house.shell, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert preview.message.words().endswith("Gem som PDF i stedet.")
    assert log(hanne) == ()


def test_pages_are_turned_with_the_keys_and_said(hanne):
    """PgDn and PgUp go from page to page, End to the last; a reader hears which."""
    worry(hanne)
    for n in range(40):
        seen = Observation(
            day=DAY - timedelta(days=n),
            involved=(Involved(child="alma"),),
            text=f"Dag {n}: Spiste to portioner grød og bad om mere kl. 8.{n:02}.",
        )
        hanne.do(recording.save, seen)
    preview = summary(hanne)
    view = preview.paper.view
    assert preview.paper.pages >= 2
    last = preview.paper.pages
    assert view.accessibleName() == f"Side 1 af {last}"
    hanne.key(view, Qt.Key.Key_PageDown)
    assert view.accessibleName() == f"Side 2 af {last}"
    hanne.key(view, Qt.Key.Key_PageUp)
    assert view.current() == 1
    hanne.key(view, Qt.Key.Key_End)
    assert view.current() == last
    hanne.key(view, Qt.Key.Key_Home)
    assert view.current() == 1


def test_it_zooms_and_fits_the_width_again(hanne):
    """By the buttons; larger than the window it scrolls sideways."""
    preview = summary(hanne)
    view = preview.paper.view
    fits = view.scale()
    for _ in range(3):
        hanne.press("Større", preview)
    assert view.scale() == pytest.approx(fits * 1.2**3)
    assert view.horizontalScrollBar().maximum() > 0
    hanne.press("Hele bredden", preview)
    assert view.scale() == pytest.approx(fits)
    assert view.horizontalScrollBar().maximum() == 0


def test_the_paper_can_be_read_as_text_and_a_section_copied(hanne):
    """For a screen reader, and for the municipality's own form; copying is noted too."""
    worry(hanne)
    observe(hanne, "Spiste tre portioner grød.")
    preview = summary(hanne)
    hanne.press("Tekst", preview)
    text = preview.paper.as_text
    assert text.reading.isVisible()
    assert "Spiste tre portioner grød." in text.text()
    text.which.setFocus()
    while text.which.currentText() != "Kort fortalt":
        hanne.key(text.which, Qt.Key.Key_Down)
    hanne.press("Kopiér afsnittet", preview)
    assert QApplication.clipboard().text().startswith("Sulten om morgenen")
    assert [line.did for line in log(hanne)] == ["har kopieret"]


def test_a_sign_that_no_face_can_draw_is_pointed_out(hanne):
    """It stands as [?] on the paper, and the preview says so before it is sent."""
    observe(hanne, "Sagde \U0001f98a og pegede.")
    assert any("[?]" in words for words in summary(hanne).warnings)


def test_plain_bytes_are_read_from_the_pages(hanne):
    """A page that hands over bytes alone still gets its text, and the same caution."""
    observe(hanne, "Sagde \U0001f98a og pegede.")
    pdf = summary(hanne).pdf
    hanne.desk.preview_asked.emit(
        PreviewRequest(title="Papir", document="papir", make=lambda _session: pdf, child="alma")
    )
    hanne.settle()
    assert "Alma Nowak" in hanne.place.paper.as_text.text()
    assert any("[?]" in words for words in hanne.place.warnings)


def test_a_note_is_found_by_name_and_shown(hanne):
    """Without a name it is about nobody; both are printed from the same card."""
    for child, kind in (("alma", KonsultationKind.NAVNGIVET), ("", KonsultationKind.ANONYM)):
        hanne.do(_keep_note, child, kind)
    place = hanne.go("udskrifter")
    titles = {row.title for row in place.notes.rows.rows()}
    assert titles == {"Alma Nowak", "Et barn på 3 år"}
    place.notes.rows.setFocus()
    hanne.key(place.notes.rows, Qt.Key.Key_Home)
    hanne.key(place.notes.rows, Qt.Key.Key_Return)
    assert "Konsultationsnotat" in pages(hanne.place)


def _keep_note(session, child, kind):
    with session.write() as pen:
        pen.put(
            Konsultation(
                day=DAY,
                kind=kind,
                child=child,
                age_band="3 år" if not child else "",
                dagtilbud="maelkeboetten",
                status=KonsultationState.AFSLUTTET,
                basis="samtykke" if child else "",
                question="Hvad gør vi om morgenen?",
            )
        )


def test_a_paedagog_sees_neither_case_summary_nor_log(house_of):
    """They are absent; the papers of her own children are there."""
    mette = house_of("mette")
    place = mette.go("udskrifter")
    assert not place.summary.isVisible()
    assert not place.tabs.isVisible()
    assert place.notes.isVisible()
    assert mette.do(printable.printed_log) == ()


def test_looking_at_a_case_summary_is_noted_as_a_read(hanne):
    """Once, under the leader's name."""
    summary(hanne)
    reads = hanne.do(lambda session: past.reads_of(session.vault, "alma"))
    assert "sagsresumé, forhåndsvisning" in [what for *_, what in reads]


def test_the_suggested_file_name_tells_nobody_whom_it_is_about():
    """The word and the day."""
    assert safe_file_name("sagsresumé", DAY) == "sagsresumé 2026-11-10.pdf"


def test_in_a_narrow_window_pages_and_cautions_take_turns(hanne, dressed):
    """At 200 % what is to be looked at stands first, and the paper is one press away."""
    observe(hanne, "Tog en bolle fra Bertil.")
    dressed.set_scale(2.0)
    hanne.settle()
    preview = summary(hanne)
    assert preview.turns.isVisible()
    assert not preview.paper.isVisible()
    hanne.press("Papiret", preview)
    assert preview.paper.isVisible()
